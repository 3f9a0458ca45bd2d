/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "core/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "suite.h"

/* "folder/name", good until the fourth next call. */
static const char *in(const char *folder, const char *name) {
    static char path[4][4096];
    static int next;
    next = (next + 1) % 4;
    snprintf(path[next], sizeof path[next], "%s/%s", folder, name);
    return path[next];
}

/* All of a file with a NUL behind it, read a few bytes at a time. */
static samen_status read_whole(const char *path, int64_t limit, char **out, int64_t *length,
                               samen_error *err) {
    enum { PIECE = 999 };
    samen__file file;
    char *bytes = NULL;
    int64_t made = 0, got = PIECE;
    samen_status status = samen__file_open(&file, path, limit, err);
    while (status == SAMEN_OK && got == PIECE) {
        bytes = realloc(bytes, (size_t)made + PIECE + 1);
        status = samen__file_read(&file, bytes + made, PIECE, &got, err);
        made += got;
    }
    samen__file_close(&file);
    samen__file_close(&file);
    if (status != SAMEN_OK) {
        free(bytes);
        return status;
    }
    bytes[made] = '\0';
    *out = bytes;
    *length = made;
    return SAMEN_OK;
}

static void check_holds(const char *path, const char *expected) {
    char *bytes = NULL;
    int64_t length = -1;
    OK(read_whole(path, 1000000, &bytes, &length, error));
    ck_assert_int_eq(length, (int64_t)strlen(expected));
    ck_assert_str_eq(bytes, expected);
    samen_free(bytes);
}

static int count_entries(const char *path) {
    DIR *folder = opendir(path);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(folder));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    return count;
}

/* Write aside and place in one go. */
static samen_status put(const char *path, const char *text, int32_t replace, samen_error *err) {
    char *aside = NULL;
    samen_status status = samen__file_aside(path, text, (int64_t)strlen(text), &aside, err);
    if (status != SAMEN_OK)
        return status;
    status = samen__file_commit(&aside, path, replace, err);
    ck_assert_ptr_null(aside);
    return status;
}

/* The superuser may do anything, so the test goes on as somebody else; 0 when that cannot be. */
static int give_up_rights(void) {
    return geteuid() != 0 || seteuid(65534) == 0;
}

/* ---- Reading --------------------------------------------------------------------------------- */

TEST(a_file_is_read_whole_and_ends_with_a_nul) {
    enum { LARGE = 300000 };
    char *folder = make_folder(), *large = malloc(LARGE), *bytes = NULL;
    int64_t length = -1;
    for (int i = 0; i < LARGE; i++)
        large[i] = (char)(i * 7);
    write_file(folder, "large", large, LARGE);
    OK(read_whole(in(folder, "large"), LARGE, &bytes, &length, error));
    ck_assert_int_eq(length, LARGE);
    ck_assert(memcmp(bytes, large, LARGE) == 0 && bytes[LARGE] == '\0');
    samen_free(bytes);
    write_file(folder, "nul", "a\0b", 3);
    OK(read_whole(in(folder, "nul"), 3, &bytes, &length, error));
    ck_assert_int_eq(length, 3);
    ck_assert_mem_eq(bytes, "a\0b", 4);
    samen_free(bytes);
    free(large);
    remove_folder(folder);
}
END

TEST(an_empty_file_is_read_as_no_bytes) {
    char *folder = make_folder();
    write_text_file(folder, "empty", "");
    check_holds(in(folder, "empty"), "");
    char *bytes = NULL;
    int64_t length = -1;
    OK(read_whole(in(folder, "empty"), 0, &bytes, &length, error));
    ck_assert_int_eq(length, 0);
    samen_free(bytes);
    remove_folder(folder);
}
END

TEST(a_file_beyond_the_limit_is_refused) {
    static const struct {
        int64_t limit;
        int fine;
    } cases[] = {{11, 1}, {10, 1}, {9, 0}, {1, 0}, {0, 0}};
    char *folder = make_folder();
    write_text_file(folder, "ten", "0123456789");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *bytes = NULL, words[80];
        int64_t length = -1;
        if (cases[i].fine) {
            OK(read_whole(in(folder, "ten"), cases[i].limit, &bytes, &length, error));
            ck_assert_int_eq(length, 10);
            samen_free(bytes);
            continue;
        }
        snprintf(words, sizeof words, "/ten has more than %d bytes, the limit set",
                 (int)cases[i].limit);
        FAILS(SAMEN_ERR_LIMIT, words,
              read_whole(in(folder, "ten"), cases[i].limit, &bytes, &length, error));
        ck_assert_ptr_null(bytes);
        ck_assert_int_eq(length, -1);
    }
    remove_folder(folder);
}
END

/* A device has no size beforehand, so it is read until the limit is passed. */
TEST(an_endless_device_ends_at_the_limit) {
    char *bytes = NULL;
    int64_t length = -1;
    FAILS(SAMEN_ERR_LIMIT, "/dev/zero has more than 200000 bytes",
          read_whole("/dev/zero", 200000, &bytes, &length, error));
    ck_assert_ptr_null(bytes);
}
END

TEST(a_pipe_is_read_to_its_end) {
    int ends[2];
    char path[64];
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], "from,to\n", 8), 8);
    close(ends[1]);
    snprintf(path, sizeof path, "/proc/self/fd/%d", ends[0]);
    check_holds(path, "from,to\n");
    close(ends[0]);
}
END

TEST(what_cannot_be_read_is_told_apart) {
    static const struct {
        const char *name;
        samen_status status;
        const char *words;
    } cases[] = {
        {"absent", SAMEN_ERR_NOT_FOUND, "/absent: there is no such file or folder"},
        {"absent/file", SAMEN_ERR_NOT_FOUND, "there is no such file or folder"},
        {"file/inside", SAMEN_ERR_NOT_FOUND, "a part of the path is not a folder"},
        {"folder", SAMEN_ERR_IO, "/folder: it is a folder; a file should be there"},
        {"circle", SAMEN_ERR_IO, "too many symbolic links"},
        {"dangling", SAMEN_ERR_NOT_FOUND, "there is no such file or folder"},
    };
    char *folder = make_folder();
    write_text_file(folder, "file", "x");
    ck_assert_int_eq(mkdir(in(folder, "folder"), 0700), 0);
    ck_assert_int_eq(symlink("circle", in(folder, "circle")), 0);
    ck_assert_int_eq(symlink("absent", in(folder, "dangling")), 0);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *bytes = NULL;
        int64_t length = -1;
        FAILS(cases[i].status, cases[i].words,
              read_whole(in(folder, cases[i].name), 100, &bytes, &length, error));
        ck_assert_ptr_null(bytes);
        ck_assert_int_eq(length, -1);
    }
    char name[300];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    char *bytes = NULL;
    int64_t length = -1;
    FAILS(SAMEN_ERR_IO, "the name is too long",
          read_whole(in(folder, name), 100, &bytes, &length, error));
    remove_folder(folder);
}
END

TEST(a_file_without_permission_is_not_read) {
    char *folder = make_folder(), *bytes = NULL;
    int64_t length = -1;
    write_text_file(folder, "secret", "x");
    chmod(in(folder, "secret"), 0);
    chmod(folder, 0755);
    if (give_up_rights())
        FAILS(SAMEN_ERR_PERMISSION, "/secret: you have no permission",
              read_whole(in(folder, "secret"), 100, &bytes, &length, error));
    ck_assert_int_eq(seteuid(getuid()), 0);
    remove_folder(folder);
}
END

/* ---- Writing --------------------------------------------------------------------------------- */

TEST(a_new_file_is_written_and_nothing_else_stays) {
    char *folder = make_folder();
    OK(put(in(folder, "out.csv"), "one\n", 0, error));
    check_holds(in(folder, "out.csv"), "one\n");
    OK(put(in(folder, "empty"), "", 1, error));
    check_holds(in(folder, "empty"), "");
    ck_assert_int_eq(count_entries(folder), 2);
    remove_folder(folder);
}
END

TEST(nothing_is_at_the_path_before_the_file_is_placed) {
    char *folder = make_folder(), *aside = NULL;
    OK(samen__file_aside(in(folder, "out"), "text", 4, &aside, error));
    ck_assert_int_eq(samen__file_exists(in(folder, "out")), 0);
    check_holds(aside, "text");
    samen__file_discard(&aside);
    ck_assert_ptr_null(aside);
    samen__file_discard(&aside);
    ck_assert_int_eq(count_entries(folder), 0);
    remove_folder(folder);
}
END

TEST(an_existing_file_stays_unless_it_may_be_replaced) {
    char *folder = make_folder();
    write_text_file(folder, "out", "old");
    FAILS(SAMEN_ERR_EXISTS, "/out: it is there already; remove it or ask to overwrite it",
          put(in(folder, "out"), "new", 0, error));
    check_holds(in(folder, "out"), "old");
    ck_assert_int_eq(count_entries(folder), 1);
    OK(put(in(folder, "out"), "new", 1, error));
    check_holds(in(folder, "out"), "new");
    ck_assert_int_eq(count_entries(folder), 1);
    remove_folder(folder);
}
END

TEST(a_dangling_link_counts_as_existing) {
    char *folder = make_folder();
    ck_assert_int_eq(symlink("absent", in(folder, "link")), 0);
    FAILS(SAMEN_ERR_EXISTS, "it is there already", put(in(folder, "link"), "new", 0, error));
    ck_assert_int_eq(count_entries(folder), 1);
    remove_folder(folder);
}
END

TEST(a_folder_is_never_replaced_by_a_file) {
    char *folder = make_folder();
    ck_assert_int_eq(mkdir(in(folder, "results"), 0700), 0);
    write_text_file(in(folder, "results"), "precious", "data");
    FAILS(SAMEN_ERR_EXISTS, "it is there already", put(in(folder, "results"), "new", 0, error));
    FAILS(SAMEN_ERR_IO, "it is a folder; a file should be there",
          put(in(folder, "results"), "new", 1, error));
    check_holds(in(folder, "results/precious"), "data");
    ck_assert_int_eq(count_entries(folder), 1);
    remove_folder(folder);
}
END

TEST(a_placed_file_can_be_taken_back) {
    char *folder = make_folder(), *aside = NULL;
    samen__placed placed;
    OK(samen__file_aside(in(folder, "out"), "first", 5, &aside, error));
    OK(samen__file_place(aside, in(folder, "out"), 0, &placed, error));
    ck_assert_int_eq(placed, SAMEN__PLACED);
    check_holds(in(folder, "out"), "first");
    samen__file_unplace(aside, in(folder, "out"), placed);
    ck_assert_int_eq(count_entries(folder), 0);
    samen__file_discard(&aside);

    write_text_file(folder, "out", "old");
    OK(samen__file_aside(in(folder, "out"), "new", 3, &aside, error));
    OK(samen__file_place(aside, in(folder, "out"), 1, &placed, error));
    ck_assert_int_eq(placed, SAMEN__EXCHANGED);
    check_holds(in(folder, "out"), "new");
    check_holds(aside, "old");
    samen__file_unplace(aside, in(folder, "out"), placed);
    check_holds(in(folder, "out"), "old");
    check_holds(aside, "new");
    samen__file_discard(&aside);
    ck_assert_int_eq(count_entries(folder), 1);
    remove_folder(folder);
}
END

TEST(replacing_what_is_not_there_places_it) {
    char *folder = make_folder(), *aside = NULL;
    samen__placed placed;
    OK(samen__file_aside(in(folder, "out"), "new", 3, &aside, error));
    OK(samen__file_place(aside, in(folder, "out"), 1, &placed, error));
    ck_assert_int_eq(placed, SAMEN__PLACED);
    samen__file_unplace(aside, in(folder, "out"), placed);
    ck_assert_int_eq(count_entries(folder), 0);
    samen__file_discard(&aside);
    remove_folder(folder);
}
END

TEST(what_was_not_placed_is_not_taken_back) {
    char *folder = make_folder(), *aside = NULL;
    samen__placed placed = SAMEN__PLACED;
    write_text_file(folder, "out", "old");
    OK(samen__file_aside(in(folder, "out"), "new", 3, &aside, error));
    FAILS(SAMEN_ERR_EXISTS, "it is there already",
          samen__file_place(aside, in(folder, "out"), 0, &placed, error));
    ck_assert_int_eq(placed, SAMEN__NOT_PLACED);
    samen__file_unplace(aside, in(folder, "out"), placed);
    samen__file_unplace(aside, in(folder, "out"), SAMEN__PLACED_FINAL);
    check_holds(in(folder, "out"), "old");
    check_holds(aside, "new");
    samen__file_discard(&aside);
    FAILS(SAMEN_ERR_NOT_FOUND, "there is no such file",
          samen__file_place(in(folder, "gone"), in(folder, "other"), 1, &placed, error));
    ck_assert_int_eq(placed, SAMEN__NOT_PLACED);
    remove_folder(folder);
}
END

TEST(a_place_that_cannot_be_written_to_is_told_apart) {
    char *folder = make_folder(), *aside = (char *)"untouched";
    write_text_file(folder, "file", "x");
    FAILS(SAMEN_ERR_NOT_FOUND, "cannot write ",
          samen__file_aside(in(folder, "absent/out"), "x", 1, &aside, error));
    ck_assert_ptr_null(aside);
    FAILS(SAMEN_ERR_NOT_FOUND, "a part of the path is not a folder",
          samen__file_aside(in(folder, "file/out"), "x", 1, &aside, error));
    chmod(folder, 0555);
    if (give_up_rights())
        FAILS(SAMEN_ERR_PERMISSION, "/out: you have no permission",
              samen__file_aside(in(folder, "out"), "x", 1, &aside, error));
    ck_assert_int_eq(seteuid(getuid()), 0);
    chmod(folder, 0755);
    ck_assert_int_eq(count_entries(folder), 1);
    remove_folder(folder);
}
END

/* The system refuses files beyond a size that the test sets: as a full disk, in the middle of
 * writing. */
TEST(a_write_that_fails_half_way_leaves_nothing) {
    char *folder = make_folder(), *aside = NULL, large[20000] = {0};
    struct rlimit limit;
    write_text_file(folder, "out", "old");
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &limit);
    struct rlimit small = {.rlim_cur = 5000, .rlim_max = limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    FAILS(SAMEN_ERR_IO, "the file would be larger than the system allows",
          samen__file_aside(in(folder, "out"), large, sizeof large, &aside, error));
    setrlimit(RLIMIT_FSIZE, &limit);
    ck_assert_ptr_null(aside);
    check_holds(in(folder, "out"), "old");
    ck_assert_int_eq(count_entries(folder), 1);
    remove_folder(folder);
}
END

/* ---- Names and words ------------------------------------------------------------------------- */

TEST(a_name_aside_is_hidden_in_the_same_folder_and_always_another) {
    static const struct {
        const char *path, *start;
    } cases[] = {{"out.csv", ".out.csv."},
                 {"a/b/out.csv", "a/b/.out.csv."},
                 {"/out", "/.out."},
                 {"../x", "../.x."}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_error error = {0};
        char *one = samen__file_aside_name(cases[i].path, &error);
        char *other = samen__file_aside_name(cases[i].path, &error);
        size_t start = strlen(cases[i].start);
        ck_assert(strncmp(one, cases[i].start, start) == 0);
        ck_assert_uint_eq(strspn(one + start, "abcdefghijklmnopqrstuvwxyz234567"), 12);
        ck_assert_uint_eq(strlen(one), start + 12);
        ck_assert_str_ne(one, other);
        samen_free(one);
        samen_free(other);
    }
}
END

TEST(a_folder_and_a_name_are_joined_by_one_slash) {
    static const char *const cases[][3] = {{"a", "b", "a/b"},
                                           {"a/", "b", "a/b"},
                                           {"/", "b", "/b"},
                                           {"", "b", "/b"},
                                           {"a//", "b.csv", "a//b.csv"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_error error = {0};
        char *path = samen__file_join(cases[i][0], cases[i][1], &error);
        ck_assert_str_eq(path, cases[i][2]);
        samen_free(path);
    }
}
END

TEST(whatever_is_at_a_path_is_seen) {
    char *folder = make_folder();
    write_text_file(folder, "file", "");
    ck_assert_int_eq(symlink("absent", in(folder, "link")), 0);
    ck_assert_int_eq(samen__file_exists(folder), 1);
    ck_assert_int_eq(samen__file_exists(in(folder, "file")), 1);
    ck_assert_int_eq(samen__file_exists(in(folder, "link")), 1);
    ck_assert_int_eq(samen__file_exists(in(folder, "absent")), 0);
    ck_assert_int_eq(samen__file_exists(""), 0);
    remove_folder(folder);
}
END

TEST(system_errors_become_statuses_and_words) {
    static const struct {
        int number;
        samen_status status;
        const char *message;
    } cases[] = {
        {ENOENT, SAMEN_ERR_NOT_FOUND, "there is no such file or folder"},
        {EACCES, SAMEN_ERR_PERMISSION, "you have no permission; change it or choose another place"},
        {EEXIST, SAMEN_ERR_EXISTS, "it is there already; remove it or ask to overwrite it"},
        {ENOSPC, SAMEN_ERR_IO, "the disk is full; what was there before is untouched"},
        {9999, SAMEN_ERR_IO, "system error 9999"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_error err = {0};
        char expected[200];
        snprintf(expected, sizeof expected, "cannot read data\\u{a}.csv: %s", cases[i].message);
        ck_assert_int_eq(samen__file_fail(&err, cases[i].number, "read", "data\n.csv"),
                         cases[i].status);
        ck_assert_int_eq(err.code, cases[i].status);
        ck_assert_str_eq(err.message, expected);
    }
}
END

SUITE("core/file", a_file_is_read_whole_and_ends_with_a_nul, an_empty_file_is_read_as_no_bytes,
      a_file_beyond_the_limit_is_refused, an_endless_device_ends_at_the_limit,
      a_pipe_is_read_to_its_end, what_cannot_be_read_is_told_apart,
      a_file_without_permission_is_not_read, a_new_file_is_written_and_nothing_else_stays,
      nothing_is_at_the_path_before_the_file_is_placed,
      an_existing_file_stays_unless_it_may_be_replaced, a_dangling_link_counts_as_existing,
      a_folder_is_never_replaced_by_a_file, a_placed_file_can_be_taken_back,
      replacing_what_is_not_there_places_it, what_was_not_placed_is_not_taken_back,
      a_place_that_cannot_be_written_to_is_told_apart, a_write_that_fails_half_way_leaves_nothing,
      a_name_aside_is_hidden_in_the_same_folder_and_always_another,
      a_folder_and_a_name_are_joined_by_one_slash, whatever_is_at_a_path_is_seen,
      system_errors_become_statuses_and_words)
