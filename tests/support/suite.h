/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A test program in a few lines: TEST(name) { ... } for each test, SUITE(...) at the end. */
#ifndef SAMEN_TESTS_SUITE_H
#define SAMEN_TESTS_SUITE_H

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "samen/samen.h"

/* Run the tests in processes of their own and return main's exit status. */
int suite_run(const char *name, const TTest *const *tests, int count);

#define TEST(name) START_TEST(name)
#define END        END_TEST

/* The program's main: SUITE("what is tested", a_test, another_test) */
#define SUITE(name, ...)                                                                           \
    int main(void) {                                                                               \
        const TTest *const tests[] = {__VA_ARGS__};                                                \
        return suite_run(name, tests, (int)(sizeof tests / sizeof tests[0]));                      \
    }

/* The call succeeded; otherwise the test fails with the library's own sentence. */
#define OK(call)                                                                                   \
    do {                                                                                           \
        samen_error ok_error = {0};                                                                \
        samen_error *error = &ok_error;                                                            \
        (void)error;                                                                               \
        samen_status ok_status = (call);                                                           \
        ck_assert_msg(ok_status == SAMEN_OK, "%s: %s", samen_status_name(ok_status),               \
                      ok_error.message);                                                           \
    } while (0)

/* The call failed with this status, the error says so too, and its message has these words. */
#define FAILS(status, words, call)                                                                 \
    do {                                                                                           \
        samen_error fails_error = {.row = -7};                                                     \
        samen_error *error = &fails_error;                                                         \
        samen_status fails_status = (call);                                                        \
        ck_assert_msg(fails_status == (status), "expected %s, got %s: %s",                         \
                      samen_status_name(status), samen_status_name(fails_status),                  \
                      fails_error.message);                                                        \
        ck_assert_int_eq(fails_error.code, status);                                                \
        ck_assert_msg(strstr(fails_error.message, words) != NULL, "\"%s\" is not in \"%s\"",       \
                      words, fails_error.message);                                                 \
    } while (0)

/* Two numbers agree to `tolerance` of the larger one, or absolutely where that is below 1. */
#define CLOSE(actual, expected, tolerance)                                                         \
    do {                                                                                           \
        double close_a = (actual), close_b = (expected);                                           \
        double close_size = fabs(close_a) > fabs(close_b) ? fabs(close_a) : fabs(close_b);         \
        close_size = close_size > 1 ? close_size : 1;                                              \
        ck_assert_msg(fabs(close_a - close_b) <= (tolerance)*close_size, "%s is %.15g, not %.15g", \
                      #actual, close_a, close_b);                                                  \
    } while (0)

/* A cell by column name: a number, a text, whether it is null. The column must be there. */
double cell_number(const samen_table *table, int64_t row, const char *column);
const char *cell_text(const samen_table *table, int64_t row, const char *column);
int cell_is_null(const samen_table *table, int64_t row, const char *column);

/* The first row whose text column holds the value; the test fails when there is none. */
int64_t row_with(const samen_table *table, const char *column, const char *value);

/* How many the note of that kind counts; 0 when there is no such note. */
int64_t note_count(const samen_table *table, const char *code);

/* A table as CSV, to compare whole tables; freed with samen_free(). */
char *table_csv(const samen_table *table);

/* "SAMEN_SOURCE_DIR/path", and the same of data that stands beside the project: NULL when absent, and
 * then a line says that the test skips. Both point into a buffer that the next call overwrites. */
const char *source_path(const char *path);
const char *shared_data(const char *path);

/* A new empty folder for files of the test, removed by the caller with remove_folder. */
char *make_folder(void);
void remove_folder(char *folder);

/* Write a file into a folder. */
void write_file(const char *folder, const char *name, const char *bytes, size_t length);
void write_text_file(const char *folder, const char *name, const char *text);

#endif
