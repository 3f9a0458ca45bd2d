/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "io/csv.h"

#include <sys/resource.h>
#include <time.h>

#include "core/memory.h"
#include "graphs.h"
#include "suite.h"

static samen_status start(samen__csv *csv, const char *bytes, size_t length, samen_error *error) {
    return samen__csv_start(csv, samen__copy_text(bytes, (int64_t)length, NULL), (int64_t)length,
                            1 << 20, error);
}

/* The whole text as "line(cell|cell) line(...)", up to the first error, which is told as
 * "line!column". */
static char *unfolded(const char *bytes, size_t length) {
    char *out = NULL;
    size_t made = 0;
    FILE *file = open_memstream(&out, &made);
    samen__csv csv;
    samen_error error = {0};
    samen_status status = start(&csv, bytes, length, &error);
    if (status != SAMEN_OK)
        fprintf(file, "%s", samen_status_name(status));
    for (int32_t more = 1; status == SAMEN_OK;) {
        status = samen__csv_next(&csv, &more, &error);
        if (status != SAMEN_OK)
            fprintf(file, "%ld!%ld", (long)csv.line, (long)error.column);
        if (status != SAMEN_OK || !more)
            break;
        fprintf(file, "%ld(", (long)csv.line);
        for (int64_t i = 0; i < csv.fields; i++)
            fprintf(file, "%s%.*s", i ? "|" : "", (int)csv.field[i].length, csv.field[i].bytes);
        fputs(") ", file);
    }
    samen__csv_free(&csv);
    fclose(file);
    return out;
}

/* Oracle: RFC 4180 read by hand. */
TEST(rows_and_cells_are_told_apart) {
    static const struct {
        const char *text;
        const char *expected;
    } cases[] = {
        {"a,b\n1,2\n", "1(a|b) 2(1|2) "},
        {"a,b\n1,2", "1(a|b) 2(1|2) "},
        {"a,b\r\n1,2\r\n", "1(a|b) 2(1|2) "},
        {"a,b\r1,2\r", "1(a|b) 2(1|2) "},
        {"a,b\r\n1,2\n3,4\r5,6", "1(a|b) 2(1|2) 3(3|4) 4(5|6) "},
        {"\xEF\xBB\xBF"
         "a,b\n1,2\n",
         "1(a|b) 2(1|2) "},
        {"\xEF\xBB\xBF"
         "\"a\",b\n",
         "1(a|b) "},
        {"a\n1\n", "1(a) 2(1) "},
        {"a,b\n,\n", "1(a|b) 2(|) "},
        {"a,b,\n1,2,\n", "1(a|b|) 2(1|2|) "},
        {"a,b\n\n\n1,2\n\n", "1(a|b) 4(1|2) "},
        {"\n\na,b\n1,2\n", "3(a|b) 4(1|2) "},
        {"\r\n\r\na,b\r\n1,2\r\n", "3(a|b) 4(1|2) "},
        {"a,b\r\r1,2\r", "1(a|b) 3(1|2) "},
        {"a,b\n\"x,y\",\"\"\n", "1(a|b) 2(x,y|) "},
        {"a,b\n\"say \"\"hi\"\"\",2\n", "1(a|b) 2(say \"hi\"|2) "},
        {"a,b\n\"\"\"\",\"\"\"\"\"\"\n", "1(a|b) 2(\"|\"\") "},
        {"a,b\n\"one\ntwo\",2\n3,4\n", "1(a|b) 2(one\ntwo|2) 4(3|4) "},
        {"a,b\n\"one\r\ntwo\r\n\",2\r\n3,4\n", "1(a|b) 2(one\r\ntwo\r\n|2) 5(3|4) "},
        {"a,b\r\"one\rtwo\",2\r3,4\r", "1(a|b) 2(one\rtwo|2) 4(3|4) "},
        {"\"a\nx\",b\n1,2\n", "1(a\nx|b) 3(1|2) "},
        {"a,b\n1,\"2\"", "1(a|b) 2(1|2) "},
        {"a,b\nx\"y,z\"\n", "1(a|b) 2(x\"y|z\") "},
        {"a,b\n \"x\",2\n", "1(a|b) 2( \"x\"|2) "},
        {"a,b\n1,2,3\n4\n", "1(a|b) 2(1|2|3) 3(4) "},
        {"a,b\n\"\",\"\"\n", "1(a|b) 2(|) "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *text = unfolded(cases[i].text, strlen(cases[i].text));
        ck_assert_str_eq(text, cases[i].expected);
        free(text);
    }
}
END

/* Every kind of line end counts as one line, also those before the header. */
TEST(empty_lines_before_the_header_are_counted) {
    static const struct {
        const char *text;
        const char *expected;
    } cases[] = {{"\n\n\na,b\n", "4(a|b) "},
                 {"\r\n\r\n\r\na,b\r\n", "4(a|b) "},
                 {"\r\r\ra,b\r", "4(a|b) "},
                 {"\xEF\xBB\xBF\r\ra,b\r", "3(a|b) "}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *text = unfolded(cases[i].text, strlen(cases[i].text));
        ck_assert_str_eq(text, cases[i].expected);
        free(text);
    }
}
END

TEST(the_separator_is_recognised_from_the_header) {
    static const struct {
        const char *text;
        char separator;
    } cases[] = {{"a,b\n1;2;3;4\n", ','},
                 {"a;b\n1,2\n", ';'},
                 {"a\tb\n", '\t'},
                 {"a\n1;2\n", ','},
                 {"a;b,c;d\n", ';'},
                 {"a,b;c,d\n", ','},
                 {"a\tb;c\td\n", '\t'},
                 {"\"a,b,c\";d\n", ';'},
                 {"\"a;b;c\",d\n", ','},
                 {"\"a\n;;;;\",d,e\n", ','},
                 {"\"say \"\"a;b;c\"\"\",d\n", ','},
                 {"\xEF\xBB\xBF"
                  "a;b\n",
                  ';'},
                 {"\n\na;b\n", ';'}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__csv csv;
        samen_error error = {0};
        ck_assert_int_eq(start(&csv, cases[i].text, strlen(cases[i].text), &error), SAMEN_OK);
        ck_assert_msg(csv.separator == cases[i].separator, "\"%s\" is parted by '%c'",
                      cases[i].text, csv.separator);
        samen__csv_free(&csv);
    }
}
END

TEST(a_file_that_is_no_table_is_refused_at_once) {
    static const struct {
        const char *bytes;
        size_t length;
        samen_status status;
        const char *words;
    } cases[] = {{"", 0, SAMEN_ERR_MISSING, "the file is empty"},
                 {"\n", 1, SAMEN_ERR_MISSING, "the file is empty"},
                 {"\r\n\r\n\n\r", 6, SAMEN_ERR_MISSING, "the file is empty"},
                 {"\xEF\xBB\xBF", 3, SAMEN_ERR_MISSING, "the file is empty"},
                 {"\xEF\xBB\xBF\n", 4, SAMEN_ERR_MISSING, "the file is empty"},
                 {"\xFF\xFE"
                  "a\0,\0b\0",
                  8, SAMEN_ERR_SYNTAX, "UTF-16"},
                 {"\xFE\xFF\0a\0,\0b", 8, SAMEN_ERR_SYNTAX, "UTF-16"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__csv csv;
        samen_error error = {0};
        ck_assert_int_eq(start(&csv, cases[i].bytes, cases[i].length, &error), cases[i].status);
        ck_assert_msg(strstr(error.message, cases[i].words) != NULL, "%s", error.message);
        samen__csv_free(&csv);
    }
}
END

TEST(what_is_wrong_in_a_row_is_told_with_its_cell) {
    static const struct {
        const char *bytes;
        size_t length;
        samen_status status;
        int64_t line, row, column;
        const char *words;
    } cases[] = {
        {"a,b\n1,\"2\n3,4\n", 13, SAMEN_ERR_SYNTAX, 2, 0, 1, "never closed"},
        {"a,b\n1,2\n\"3", 10, SAMEN_ERR_SYNTAX, 3, 1, 0, "never closed"},
        {"a,b\n1,\"", 7, SAMEN_ERR_SYNTAX, 2, 0, 1, "never closed"},
        {"a,\"b\n", 5, SAMEN_ERR_SYNTAX, 1, -1, 1, "never closed"},
        {"a,b\n\"1\"x,2\n", 11, SAMEN_ERR_SYNTAX, 2, 0, 0, "text follows a closing quote"},
        {"a,b\n1,\"2\" \n", 11, SAMEN_ERR_SYNTAX, 2, 0, 1, "text follows a closing quote"},
        {"a,b\n\"1\"\"\"\"x\",2\"\n\"\"x,1", 21, SAMEN_ERR_SYNTAX, 3, 1, 0, "closing quote"},
        {"a,b\n1,2\0\n", 9, SAMEN_ERR_SYNTAX, 2, 0, 1, "NUL"},
        {"a\0,b\n1,2\n", 9, SAMEN_ERR_SYNTAX, 1, -1, 0, "NUL"},
        {"a,b\n1,\"x\0y\"\n", 12, SAMEN_ERR_SYNTAX, 2, 0, 1, "NUL"},
        {"a,b\n1,caf\xE9\n", 11, SAMEN_ERR_SYNTAX, 2, 0, 1, "not valid UTF-8"},
        {"a,b\n\xC0\xAF,2\n", 9, SAMEN_ERR_SYNTAX, 2, 0, 0, "not valid UTF-8"},
        {"a,b\n\xED\xA0\x80,2\n", 10, SAMEN_ERR_SYNTAX, 2, 0, 0, "not valid UTF-8"},
        {"a,b\n\xF4\x90\x80\x80,2\n", 11, SAMEN_ERR_SYNTAX, 2, 0, 0, "not valid UTF-8"},
        {"a,b\n1,\xE2\x82\n", 9, SAMEN_ERR_SYNTAX, 2, 0, 1, "not valid UTF-8"},
        {"a,b\n1,\xE2,\x82\xAC\n", 11, SAMEN_ERR_SYNTAX, 2, 0, 1, "not valid UTF-8"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__csv csv;
        samen_error error = {0};
        int32_t more = 1;
        samen_status status = start(&csv, cases[i].bytes, cases[i].length, &error);
        while (status == SAMEN_OK && more)
            status = samen__csv_next(&csv, &more, &error);
        ck_assert_msg(status == cases[i].status, "case %zu: %s", i, samen_status_name(status));
        ck_assert_msg(csv.line == cases[i].line && csv.row == cases[i].row,
                      "case %zu: line %ld, row %ld", i, (long)csv.line, (long)csv.row);
        ck_assert_int_eq(error.column, cases[i].column);
        ck_assert_int_eq(error.row, cases[i].row);
        ck_assert_msg(strstr(error.message, cases[i].words) != NULL, "%s", error.message);
        samen__csv_free(&csv);
    }
}
END

/* After a wrong row, reading goes on with the next one and its right line. */
TEST(a_wrong_row_is_passed_over) {
    static const struct {
        const char *text;
        const char *rest;
        int64_t line;
    } cases[] = {{"a,b\n\"x\"y,\"z\n\"\nnext,1\n", "\"", 3},
                 {"a,b\n1,\xFF\nnext,1\n", "next", 3},
                 {"a,b\n\"1\n2\"x\nnext,1\n", "next", 4},
                 {"a,b\r\n\"1\"x\r\nnext,1\r\n", "next", 3},
                 {"a,b\r\"1\"x\rnext,1\r", "next", 3}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__csv csv;
        samen_error error = {0};
        int32_t more = 1;
        ck_assert_int_eq(start(&csv, cases[i].text, strlen(cases[i].text), &error), SAMEN_OK);
        ck_assert_int_eq(samen__csv_next(&csv, &more, &error), SAMEN_OK);
        ck_assert_int_eq(samen__csv_next(&csv, &more, &error), SAMEN_ERR_SYNTAX);
        ck_assert_int_eq(more, 1);
        samen_status status = samen__csv_next(&csv, &more, &error);
        ck_assert_int_eq(csv.line, cases[i].line);
        ck_assert_int_eq(csv.row, 1);
        if (strcmp(cases[i].rest, "next") == 0) {
            ck_assert_int_eq(status, SAMEN_OK);
            ck_assert_mem_eq(csv.field[0].bytes, "next", 4);
        } else {
            ck_assert_int_eq(status, SAMEN_ERR_SYNTAX);
        }
        samen__csv_free(&csv);
    }
}
END

TEST(a_row_has_at_most_max_line_bytes) {
    static const char text[] = "a,b\n1234,6\n12345,7\n";
    for (int limit = 5; limit <= 8; limit++) {
        samen__csv csv;
        samen_error error = {0};
        int32_t more = 1;
        char *copy = samen__copy_text(text, sizeof text - 1, NULL);
        ck_assert_int_eq(samen__csv_start(&csv, copy, sizeof text - 1, limit, &error), SAMEN_OK);
        ck_assert_int_eq(samen__csv_next(&csv, &more, &error), SAMEN_OK);
        ck_assert_int_eq(samen__csv_next(&csv, &more, &error),
                         limit < 6 ? SAMEN_ERR_LIMIT : SAMEN_OK);
        ck_assert_int_eq(samen__csv_next(&csv, &more, &error),
                         limit < 7 ? SAMEN_ERR_LIMIT : SAMEN_OK);
        ck_assert_int_eq(csv.line, 3);
        ck_assert_int_eq(more, 1);
        samen__csv_free(&csv);
    }
}
END

/* Oracle: a row of random cells written by the rules of RFC 4180 and read back. */
TEST(random_cells_come_back_as_they_were_written) {
    static const char bits[][5] = {"a", ",", ";", "\t", "\"", "\n", "\r", "\r\n", "é", " ", "1"};
    dice d = {.state = 11};
    for (int round = 0; round < 2000; round++) {
        static const char separators[] = ",;\t";
        char separator = separators[round % 3], text[2000], cells[30][40];
        int rows = 1 + (int)dice_roll(&d, 6), at = 0, count = 0;
        at += sprintf(text, "x%cy%cz\n", separator, separator);
        for (; count < 3 * rows; count++) {
            cells[count][0] = '\0';
            for (uint64_t piece = dice_roll(&d, 5); piece > 0; piece--)
                strcat(cells[count], bits[dice_roll(&d, sizeof bits / sizeof bits[0])]);
            int quote = strpbrk(cells[count], ",;\t\"\r\n") || dice_roll(&d, 2);
            at += sprintf(text + at, "%s", quote ? "\"" : "");
            for (const char *c = cells[count]; *c; c++)
                at += sprintf(text + at, *c == '"' ? "\"\"" : "%c", *c);
            at += sprintf(text + at, "%s%c", quote ? "\"" : "", count % 3 == 2 ? '\n' : separator);
        }
        samen__csv csv;
        samen_error error = {0};
        int32_t more = 1;
        ck_assert_int_eq(start(&csv, text, (size_t)at, &error), SAMEN_OK);
        ck_assert_int_eq(samen__csv_next(&csv, &more, &error), SAMEN_OK);
        for (int row = 0; row < rows; row++) {
            ck_assert_msg(samen__csv_next(&csv, &more, &error) == SAMEN_OK && more, "%s", text);
            ck_assert_msg(csv.fields == 3, "%s", text);
            for (int i = 0; i < 3; i++) {
                const char *cell = cells[3 * row + i];
                ck_assert_msg(csv.field[i].length == (int64_t)strlen(cell) &&
                                  memcmp(csv.field[i].bytes, cell, strlen(cell)) == 0,
                              "cell %d of row %d of %s", i, row, text);
            }
        }
        ck_assert_int_eq(samen__csv_next(&csv, &more, &error), SAMEN_OK);
        ck_assert_int_eq(more, 0);
        samen__csv_free(&csv);
    }
}
END

/* A line of 100 MB, of one cell or of many, is gone through once and takes little beyond the file itself:
 * 3 s is ten times what that needs in a build with sanitizers. */
TEST(a_line_of_100_mb_is_refused_fast_and_in_little_memory) {
    static const char fillings[] = "x,\"";
    enum { BYTES = 100000000, MOST_KILOBYTES = 600000 };
    for (size_t i = 0; i < sizeof fillings - 1; i++) {
        char *bytes = samen__new_raw(BYTES, 1, NULL);
        memset(bytes, fillings[i], BYTES);
        memcpy(bytes, "a,b\n", 4);
        samen__csv csv;
        samen_error error = {0};
        int32_t more = 1;
        struct rusage usage;
        clock_t before = clock();
        ck_assert_int_eq(samen__csv_start(&csv, bytes, BYTES, 1 << 20, &error), SAMEN_OK);
        ck_assert_int_eq(samen__csv_next(&csv, &more, &error), SAMEN_OK);
        ck_assert_int_ne(samen__csv_next(&csv, &more, &error), SAMEN_OK);
        ck_assert_int_eq(csv.line, 2);
        samen__csv_free(&csv);
        double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
        ck_assert_msg(seconds < 3, "a line of '%c' takes %.1f s", fillings[i], seconds);
        ck_assert_int_eq(getrusage(RUSAGE_SELF, &usage), 0);
        ck_assert_msg(usage.ru_maxrss < MOST_KILOBYTES, "a line of '%c' takes %ld kB", fillings[i],
                      usage.ru_maxrss);
    }
}
END

SUITE("io/csv", rows_and_cells_are_told_apart, empty_lines_before_the_header_are_counted,
      the_separator_is_recognised_from_the_header, a_file_that_is_no_table_is_refused_at_once,
      what_is_wrong_in_a_row_is_told_with_its_cell, a_wrong_row_is_passed_over,
      a_row_has_at_most_max_line_bytes, random_cells_come_back_as_they_were_written,
      a_line_of_100_mb_is_refused_fast_and_in_little_memory)
