/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables made by hand, column by column, and written as text. */
#ifndef SAMEN_TESTS_UNIT_TABLE_MAKE_H
#define SAMEN_TESTS_UNIT_TABLE_MAKE_H

#include "suite.h"
#include "table/table.h"

static inline samen_table *make_table(int64_t rows) {
    samen_table *table = NULL;
    OK(samen__table_new(rows, &table, error));
    return table;
}

/* A new column of a type; its cells are zero, or to be added. */
static inline samen__column *add_column(samen_table *table, const char *name, int32_t type) {
    samen_error error = {0};
    samen__column *column = samen__table_add(table, name, type, &error);
    ck_assert_msg(column != NULL, "%s", error.message);
    return column;
}

/* Texts, NULL being null and "" an empty text. */
static inline void add_texts(samen_table *table, const char *name, const char *const *values) {
    samen__column *column = add_column(table, name, SAMEN_COLUMN_TEXT);
    for (int64_t row = 0; row < table->rows; row++) {
        if (values[row])
            OK(samen__column_add_text(column, values[row], (int64_t)strlen(values[row]), error));
        else
            OK(samen__column_add_null(column, error));
    }
}

/* Numbers, NAN being null. */
static inline void add_numbers(samen_table *table, const char *name, const double *values) {
    samen__column *column = add_column(table, name, SAMEN_COLUMN_FLOAT64);
    for (int64_t row = 0; row < table->rows; row++) {
        ((double *)column->data)[row] = values[row];
        if (isnan(values[row]))
            OK(samen__column_set_null(column, row, error));
    }
}

/* Whole numbers, INT64_MIN being null. */
static inline void add_whole(samen_table *table, const char *name, const int64_t *values) {
    samen__column *column = add_column(table, name, SAMEN_COLUMN_INT64);
    for (int64_t row = 0; row < table->rows; row++) {
        ((int64_t *)column->data)[row] = values[row];
        if (values[row] == INT64_MIN)
            OK(samen__column_set_null(column, row, error));
    }
}

/* Days, INT32_MIN being null. */
static inline void add_days(samen_table *table, const char *name, const int32_t *values) {
    samen__column *column = add_column(table, name, SAMEN_COLUMN_DATE);
    for (int64_t row = 0; row < table->rows; row++) {
        ((int32_t *)column->data)[row] = values[row];
        if (values[row] == INT32_MIN)
            OK(samen__column_set_null(column, row, error));
    }
}

/* Yes (1) and no (0), -1 being null. */
static inline void add_answers(samen_table *table, const char *name, const int *values) {
    samen__column *column = add_column(table, name, SAMEN_COLUMN_BOOL);
    for (int64_t row = 0; row < table->rows; row++) {
        uint8_t *byte = (uint8_t *)column->data + row / 8;
        *byte = (uint8_t)(*byte | (values[row] == 1) << row % 8);
        if (values[row] < 0)
            OK(samen__column_set_null(column, row, error));
    }
}

/* Three rows of every type, the second null, and a column without nulls. */
static const char *const sample_columns[] = {"text", "whole", "number", "answer", "day", "full"};

static inline samen_table *make_sample(void) {
    samen_table *table = make_table(3);
    add_texts(table, sample_columns[0], (const char *const[]){"Huis", NULL, "é"});
    add_whole(table, sample_columns[1], (const int64_t[]){INT64_MAX, INT64_MIN, -1});
    add_numbers(table, sample_columns[2], (const double[]){0.25, NAN, -1e300});
    add_answers(table, sample_columns[3], (const int[]){1, -1, 1});
    add_days(table, sample_columns[4], (const int32_t[]){-719528, INT32_MIN, 20000});
    add_whole(table, sample_columns[5], (const int64_t[]){1, 2, 3});
    return table;
}

/* The table in a format is this text; the options' struct_size is filled in. */
static inline void check_written(const samen_table *table, samen_table_options options,
                                 const char *expected) {
    char *text = NULL;
    int64_t length = -1;
    options.struct_size = sizeof options;
    OK(samen_table_format(table, &options, &text, &length, error));
    ck_assert_str_eq(text, expected);
    ck_assert_int_eq(length, (int64_t)strlen(expected));
    samen_free(text);
}

#endif
