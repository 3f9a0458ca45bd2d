/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "io/pieces.h"

#include "core/memory.h"
#include "folder.h"
#include "graphs.h"
#include "io/csv.h"

static const samen_io_read_options generous = {
    .max_bytes = 1 << 30, .max_line = 1 << 20, .max_rows = 1000000, .max_ratio = 250};

/* All rows of a text as "cell|cell\n" with the ends of pieces left out, and how many pieces there were. */
static char *rows_of_pieces(const char *path, char separator, int64_t size, int *count) {
    samen__pieces pieces;
    samen__piece piece = {0};
    char *out = NULL;
    size_t made = 0;
    FILE *file = open_memstream(&out, &made);
    *count = 0;
    OK(samen__pieces_open(&pieces, path, size, &generous, error));
    pieces.separator = separator;
    int64_t most = samen__pieces_most(&pieces);
    double before = 0;
    for (;;) {
        OK(samen__pieces_next(&pieces, &piece, error));
        ck_assert_int_ge(--most, 0);
        double fraction = samen__pieces_fraction(&pieces);
        ck_assert(fraction >= before && fraction <= 1);
        before = fraction;
        if (piece.length == 0)
            break;
        ++*count;
        most += pieces.is_over; /* an empty piece may come behind the last one */
        for (int i = 0; i < SAMEN__PIECE_ROOM; i++)
            ck_assert_int_eq(piece.bytes[piece.length + i], 0);
        samen__csv csv = {.bytes = piece.bytes,
                          .length = piece.length,
                          .max_line = 1 << 20,
                          .separator = separator};
        int32_t more = 1;
        for (;;) {
            OK(samen__csv_next(&csv, &more, error));
            if (!more)
                break;
            for (int64_t i = 0; i < csv.fields; i++)
                fprintf(file, "%.*s|", (int)csv.field[i].length, csv.field[i].bytes);
            fputs("\n", file);
        }
        csv.bytes = NULL;
        samen__csv_free(&csv);
    }
    ck_assert_double_eq(before, 1);
    samen__pieces_close(&pieces);
    samen__delete(piece.bytes);
    fclose(file);
    return out;
}

/* Oracle: the same rows in one piece. */
TEST(pieces_of_any_size_have_the_same_rows) {
    static const char plain[][4] = {"a", "bc", "é", ";", "q\"q", " \""};
    static const char ends[][3] = {",", ",", "\n", "\n", "\r\n", "\r"};
    static const char quoted[][10] = {"\"a,b\"",  "\"a\nb\"", "\"\r\"",      "\"\r\n\"",
                                      "\"\"\"\"", "\"\"",     "\"a\"\"\nb\""};
    dice d = {.state = 9};
    char *folder = make_folder();
    for (int round = 0; round < 80; round++) {
        char text[4000] = "";
        for (uint64_t cell = 0, cells = dice_roll(&d, 60); cell < cells; cell++) {
            if (dice_roll(&d, 3) == 0)
                strcat(text, quoted[dice_roll(&d, 7)]);
            else
                for (uint64_t bit = dice_roll(&d, 4); bit > 0; bit--)
                    strcat(text, bit == 1 ? plain[dice_roll(&d, 6)] : "x");
            strcat(text, ends[dice_roll(&d, 6)]);
        }
        int one, some;
        write_text_file(folder, "text", text);
        char *whole = rows_of_pieces(path_in(folder, "text"), ',', 1 << 16, &one);
        ck_assert_int_le(one, 1);
        for (int64_t size = 1; size < 40; size += 1 + size / 6) {
            char *parted = rows_of_pieces(path_in(folder, "text"), ',', size, &some);
            ck_assert_msg(strcmp(parted, whole) == 0, "in pieces of %d:\n%s\n%s\nnot\n%s",
                          (int)size, text, parted, whole);
            free(parted);
        }
        free(whole);
    }
    remove_folder(folder);
}
END

TEST(what_is_returned_comes_first) {
    char *folder = make_folder();
    samen__pieces pieces;
    samen__piece piece = {0};
    write_text_file(folder, "text", "head\none\ntwo\n");
    OK(samen__pieces_open(&pieces, path_in(folder, "text"), 100, &generous, error));
    OK(samen__pieces_next(&pieces, &piece, error));
    OK(samen__pieces_return(&pieces, piece.bytes + 9, 4, error));
    OK(samen__pieces_return(&pieces, piece.bytes + 5, 4, error));
    OK(samen__pieces_next(&pieces, &piece, error));
    ck_assert_int_eq(piece.length, 8);
    ck_assert_str_eq(piece.bytes, "one\ntwo\n");
    OK(samen__pieces_next(&pieces, &piece, error));
    ck_assert_int_eq(piece.length, 0);
    samen__pieces_close(&pieces);
    samen__delete(piece.bytes);
    remove_folder(folder);
}
END

/* A row without an end is not gathered up to the end of memory. */
TEST(a_row_that_is_too_long_is_refused_soon) {
    enum { SIZE = 200000 };
    samen_io_read_options limits = generous;
    char *folder = make_folder(), *text = malloc(SIZE);
    limits.max_line = 1000;
    for (int quoted = 0; quoted < 2; quoted++) {
        samen__pieces pieces;
        samen__piece piece = {0};
        memset(text, quoted ? '\n' : 'x', SIZE);
        text[0] = '"';
        write_file(folder, "text", text, SIZE);
        OK(samen__pieces_open(&pieces, path_in(folder, "text"), 100, &limits, error));
        FAILS(SAMEN_ERR_LIMIT, "1000", samen__pieces_next(&pieces, &piece, error));
        ck_assert_int_lt(piece.capacity, 3000);
        samen__pieces_close(&pieces);
        samen__delete(piece.bytes);
    }
    free(text);
    remove_folder(folder);
}
END

SUITE("io/pieces", pieces_of_any_size_have_the_same_rows, what_is_returned_comes_first,
      a_row_that_is_too_long_is_refused_soon)
