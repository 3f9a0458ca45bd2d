/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "io/load.h"

#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "graphs.h"

static const samen_io_read_options generous = {
    .max_bytes = 1 << 30, .max_line = 1 << 20, .max_rows = 1000000, .max_ratio = 250};

static samen_status load(const char *path, const samen_io_read_options *limits, char **bytes,
                         int64_t *length, samen_error *error) {
    *bytes = NULL;
    *length = -1;
    samen__run run;
    OK(samen__run_prepare(NULL, 1, &run, error));
    return samen__load(path, limits, &run, bytes, length, error);
}

static void expect_bytes(const char *path, const char *expected, size_t length) {
    char *bytes;
    int64_t got;
    samen_error error = {0};
    ck_assert_msg(load(path, &generous, &bytes, &got, &error) == SAMEN_OK, "%s", error.message);
    ck_assert_int_eq(got, (int64_t)length);
    ck_assert_mem_eq(bytes, expected, length);
    ck_assert_int_eq(bytes[length], '\0');
    samen_free(bytes);
}

/* The bytes of a file, to be damaged and written again. */
static unsigned char *slurp(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    unsigned char *bytes = malloc(1 << 20);
    ck_assert_ptr_nonnull(file);
    *length = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

TEST(plain_and_packed_files_give_the_same_bytes) {
    char *folder = make_folder();
    static const char text[] = "from,to\na,b\n\0and a NUL";
    write_file(folder, "plain", text, sizeof text);
    write_packed(folder, "packed", text, sizeof text);
    write_file(folder, "empty", "", 0);
    write_packed(folder, "nothing", "", 0);
    write_file(folder, "one", "\x1F", 1);
    expect_bytes(path_in(folder, "plain"), text, sizeof text);
    expect_bytes(path_in(folder, "packed"), text, sizeof text);
    expect_bytes(path_in(folder, "empty"), "", 0);
    expect_bytes(path_in(folder, "nothing"), "", 0);
    expect_bytes(path_in(folder, "one"), "\x1F", 1);
    remove_folder(folder);
}
END

/* Oracle: zlib's own gzFile, which wrote the members one behind the other. */
TEST(a_file_of_several_packed_members_is_read_whole) {
    char *folder = make_folder(), *whole = malloc(4000000);
    dice d = {.state = 3};
    size_t length = 0;
    FILE *out = fopen(path_in(folder, "all"), "wb");
    for (int member = 0; member < 4; member++) {
        size_t size = member == 1 ? 0 : 900000 + (size_t)dice_roll(&d, 100000), packed_length;
        for (size_t i = 0; i < size; i++)
            whole[length + i] = (char)('a' + dice_roll(&d, 26));
        write_packed(folder, "member", whole + length, size);
        unsigned char *packed = slurp(path_in(folder, "member"), &packed_length);
        ck_assert_uint_eq(fwrite(packed, 1, packed_length, out), packed_length);
        free(packed);
        length += size;
    }
    fclose(out);
    expect_bytes(path_in(folder, "all"), whole, length);
    free(whole);
    remove_folder(folder);
}
END

/* gzip has a check sum: what is cut short, or differs in a bit, is either noticed or harmless. */
TEST(a_damaged_packed_file_never_gives_other_bytes) {
    static const char text[] = "id,name\na,Alpha\nb,Beta\nc,Gamma\nd,Delta, Delta and Delta\n";
    char *folder = make_folder(), *bytes;
    size_t length;
    int64_t got;
    samen_error error = {0};
    write_packed(folder, "good", text, sizeof text - 1);
    unsigned char *good_bytes = slurp(path_in(folder, "good"), &length);
    for (size_t cut = 2; cut < length; cut++) {
        write_file(folder, "bad", (char *)good_bytes, cut);
        ck_assert_msg(load(path_in(folder, "bad"), &generous, &bytes, &got, &error) ==
                          SAMEN_ERR_SYNTAX,
                      "cut at %zu of %zu", cut, length);
        ck_assert_ptr_nonnull(strstr(error.message, "damaged"));
        ck_assert_ptr_null(bytes);
    }
    int harmless = 0;
    for (size_t bit = 16; bit < 8 * length; bit++) {
        good_bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
        write_file(folder, "bad", (char *)good_bytes, length);
        good_bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
        samen_status status = load(path_in(folder, "bad"), &generous, &bytes, &got, &error);
        if (status == SAMEN_OK) {
            harmless++;
            ck_assert_int_eq(got, (int64_t)sizeof text - 1);
            ck_assert_mem_eq(bytes, text, sizeof text - 1);
        } else {
            ck_assert_int_eq(status, SAMEN_ERR_SYNTAX);
        }
        samen_free(bytes);
    }
    ck_assert_int_le(harmless, 60); /* the time stamp, flags and system of the header */
    FILE *more = fopen(path_in(folder, "good"), "ab");
    fputs("garbage", more);
    fclose(more);
    ck_assert_int_eq(load(path_in(folder, "good"), &generous, &bytes, &got, &error),
                     SAMEN_ERR_SYNTAX);
    free(good_bytes);
    remove_folder(folder);
}
END

TEST(a_packed_file_that_grows_too_much_is_refused) {
    enum { SIZE = 20000000 };
    char *folder = make_folder(), *text = malloc(SIZE), *bytes;
    int64_t length;
    samen_error error = {0};
    memset(text, 'a', SIZE);
    write_packed(folder, "bomb", text, SIZE);
    ck_assert_int_eq(load(path_in(folder, "bomb"), &generous, &bytes, &length, &error),
                     SAMEN_ERR_LIMIT);
    ck_assert_ptr_nonnull(strstr(error.message, "more than 250 times its size"));
    ck_assert_ptr_null(bytes);
    samen_io_read_options limits = generous;
    limits.max_ratio = 2000;
    ck_assert_int_eq(load(path_in(folder, "bomb"), &limits, &bytes, &length, &error), SAMEN_OK);
    ck_assert_int_eq(length, SIZE);
    samen_free(bytes);
    limits.max_bytes = SIZE - 1;
    ck_assert_int_eq(load(path_in(folder, "bomb"), &limits, &bytes, &length, &error),
                     SAMEN_ERR_LIMIT);
    ck_assert_ptr_nonnull(strstr(error.message, "unpacks to more than 19999999 bytes"));
    limits.max_bytes = SIZE;
    ck_assert_int_eq(load(path_in(folder, "bomb"), &limits, &bytes, &length, &error), SAMEN_OK);
    samen_free(bytes);
    free(text);
    remove_folder(folder);
}
END

/* A tiny file is not judged by its ratio: a table of 60 kB may well pack to a few hundred bytes. */
TEST(a_small_file_may_pack_as_well_as_it_likes) {
    enum { SIZE = 60000 };
    char *folder = make_folder(), text[SIZE];
    memset(text, 'a', SIZE);
    write_packed(folder, "small", text, SIZE);
    expect_bytes(path_in(folder, "small"), text, SIZE);
    remove_folder(folder);
}
END

TEST(a_plain_file_has_at_most_max_bytes) {
    char *folder = make_folder(), *bytes;
    int64_t length;
    samen_error error = {0};
    samen_io_read_options limits = generous;
    write_text_file(folder, "ten", "0123456789");
    limits.max_bytes = 9;
    ck_assert_int_eq(load(path_in(folder, "ten"), &limits, &bytes, &length, &error),
                     SAMEN_ERR_LIMIT);
    ck_assert_ptr_nonnull(strstr(error.message, "more than 9 bytes"));
    limits.max_bytes = 10;
    ck_assert_int_eq(load(path_in(folder, "ten"), &limits, &bytes, &length, &error), SAMEN_OK);
    samen_free(bytes);
    /* A device has no size to judge by beforehand. */
    ck_assert_int_eq(load("/dev/zero", &limits, &bytes, &length, &error), SAMEN_ERR_LIMIT);
    ck_assert_ptr_null(bytes);
    remove_folder(folder);
}
END

TEST(what_cannot_be_opened_is_told_apart) {
    char *folder = make_folder(), *bytes;
    int64_t length;
    samen_error error = {0};
    ck_assert_int_eq(load(path_in(folder, "none"), &generous, &bytes, &length, &error),
                     SAMEN_ERR_NOT_FOUND);
    ck_assert_int_eq(load(folder, &generous, &bytes, &length, &error), SAMEN_ERR_IO);
    ck_assert_ptr_nonnull(strstr(error.message, "it is a folder"));
    write_text_file(folder, "closed", "x");
    ck_assert_int_eq(load(path_in(folder, "closed/x"), &generous, &bytes, &length, &error),
                     SAMEN_ERR_NOT_FOUND);
    ck_assert_int_eq(chmod(path_in(folder, "closed"), 0), 0);
    ck_assert_int_eq(chmod(folder, 0755), 0);
    if (geteuid() == 0)
        ck_assert_int_eq(seteuid(65534), 0);
    ck_assert_int_eq(load(path_in(folder, "closed"), &generous, &bytes, &length, &error),
                     SAMEN_ERR_PERMISSION);
    if (getuid() == 0)
        ck_assert_int_eq(seteuid(0), 0);
    ck_assert_int_eq(symlink("loop", path_in(folder, "loop")), 0);
    ck_assert_int_eq(load(path_in(folder, "loop"), &generous, &bytes, &length, &error),
                     SAMEN_ERR_IO);
    ck_assert_ptr_nonnull(strstr(error.message, "symbolic links"));
    remove_folder(folder);
}
END

SUITE("io/load", plain_and_packed_files_give_the_same_bytes,
      a_file_of_several_packed_members_is_read_whole, a_damaged_packed_file_never_gives_other_bytes,
      a_packed_file_that_grows_too_much_is_refused, a_small_file_may_pack_as_well_as_it_likes,
      a_plain_file_has_at_most_max_bytes, what_cannot_be_opened_is_told_apart)
