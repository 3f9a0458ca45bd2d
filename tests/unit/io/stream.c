/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "io/stream.h"

#include "folder.h"
#include "graphs.h"

static const samen_io_read_options generous = {
    .max_bytes = 1 << 30, .max_line = 1 << 20, .max_rows = 1000000, .max_ratio = 250};

/* The file read with this much room each time; -1 for a different one each time. */
static char *read_by(const char *path, int64_t room, int64_t *length) {
    samen__stream stream;
    dice d = {.state = 2};
    char *bytes = malloc(1 << 20);
    *length = 0;
    OK(samen__stream_open(&stream, path, &generous, error));
    for (;;) {
        int64_t got = -1, wanted = room > 0 ? room : 1 + (int64_t)dice_roll(&d, 100000);
        OK(samen__stream_read(&stream, bytes + *length, wanted, &got, error));
        ck_assert(got >= 0 && got <= wanted);
        *length += got;
        ck_assert_int_eq(stream.made, *length);
        if (got < wanted)
            break;
    }
    int64_t got = -1;
    OK(samen__stream_read(&stream, bytes + *length, 10, &got, error));
    ck_assert_int_eq(got, 0);
    samen__stream_close(&stream);
    samen__stream_close(&stream);
    return bytes;
}

/* Oracle: the bytes that were written. Room around the sizes that the stream itself works with. */
TEST(bytes_come_in_order_however_they_are_asked_for) {
    enum { SIZE = 300001 };
    static const int64_t rooms[] = {-1,    7,      1000,   65535,  65536,
                                    65537, 131072, 300000, 300001, 300002};
    char *folder = make_folder(), *text = malloc(SIZE);
    dice d = {.state = 1};
    for (int i = 0; i < SIZE; i++)
        text[i] = (char)('a' + dice_roll(&d, 4));
    write_file(folder, "plain", text, SIZE);
    write_packed(folder, "packed", text, SIZE);
    for (size_t i = 0; i < 2 * sizeof rooms / sizeof rooms[0]; i++) {
        int64_t length;
        char *got = read_by(path_in(folder, i % 2 ? "packed" : "plain"), rooms[i / 2], &length);
        ck_assert_int_eq(length, SIZE);
        ck_assert_mem_eq(got, text, SIZE);
        free(got);
    }
    free(text);
    remove_folder(folder);
}
END

/* A file of memberships is opened as one of ties and moved when its header is known. */
TEST(a_stream_can_be_moved) {
    char *folder = make_folder();
    samen__stream stream, moved;
    char bytes[20];
    int64_t got = 0;
    write_packed(folder, "packed", "one two three", 13);
    OK(samen__stream_open(&stream, path_in(folder, "packed"), &generous, error));
    OK(samen__stream_read(&stream, bytes, 4, &got, error));
    moved = stream;
    memset(&stream, 0xFF, sizeof stream);
    OK(samen__stream_read(&moved, bytes + 4, 10, &got, error));
    ck_assert_int_eq(got, 9);
    ck_assert_mem_eq(bytes, "one two three", 13);
    samen__stream_close(&moved);
    remove_folder(folder);
}
END

TEST(a_stream_that_was_not_opened_can_be_closed) {
    samen__stream stream;
    samen_error error = {0};
    ck_assert_int_eq(samen__stream_open(&stream, "/no/such/file", &generous, &error),
                     SAMEN_ERR_NOT_FOUND);
    samen__stream_close(&stream);
    ck_assert_ptr_null(stream.held);
}
END

/* What is damaged is told when it is reached, and not before. */
TEST(a_packed_file_cut_short_gives_its_beginning) {
    enum { SIZE = 400000 };
    char *folder = make_folder(), *text = malloc(SIZE), *packed = malloc(SIZE);
    dice d = {.state = 4};
    for (int i = 0; i < SIZE; i++)
        text[i] = (char)dice_roll(&d, 256);
    write_packed(folder, "packed", text, SIZE);
    FILE *file = fopen(path_in(folder, "packed"), "rb");
    ck_assert_uint_eq(fread(packed, 1, 200000, file), 200000);
    fclose(file);
    write_file(folder, "cut", packed, 200000);
    samen__stream stream;
    int64_t got = 0;
    char start[1000];
    OK(samen__stream_open(&stream, path_in(folder, "cut"), &generous, error));
    OK(samen__stream_read(&stream, start, sizeof start, &got, error));
    ck_assert_mem_eq(start, text, sizeof start);
    FAILS(SAMEN_ERR_SYNTAX, "damaged",
          samen__stream_read(&stream, packed, SIZE - 1000, &got, error));
    samen__stream_close(&stream);
    free(text);
    free(packed);
    remove_folder(folder);
}
END

SUITE("io/stream", bytes_come_in_order_however_they_are_asked_for, a_stream_can_be_moved,
      a_stream_that_was_not_opened_can_be_closed, a_packed_file_cut_short_gives_its_beginning)
