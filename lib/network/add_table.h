/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a table on their way into a builder. */
#ifndef SAMEN_NETWORK_ADD_TABLE_H
#define SAMEN_NETWORK_ADD_TABLE_H

#include "network/network.h"
#include "table/table.h"

enum { SAMEN__ARGUMENT_TABLE = 3, SAMEN__MOST_BUILT_IN = 9 };

typedef struct samen__adding {
    samen_builder *builder;
    int32_t of;
    const samen_table *table;
    const samen__column
        *column[SAMEN__MOST_BUILT_IN]; /* the built-in ones; NULL where absent or all null */
} samen__adding;

/* A cell as text: a text, or a whole number as its digits. Empty where null. */
typedef struct samen__word {
    const char *bytes;
    int64_t length;
    char digits[24];
} samen__word;

void samen__adding_word(const samen__column *column, int64_t row, samen__word *out);

/* The column of a built-in name; NULL when this part has none, or the table. */
const samen__column *samen__adding_column(const samen__adding *adding, const char *name);

/* Say in which cell it was that a check failed; SAMEN_OK when `found` holds no failure. */
samen_status samen__adding_fail(const samen__adding *adding, int64_t row,
                                const samen__column *column, const samen_error *found,
                                samen_error *err);

/* Cells of built-in columns, with their defaults where they are null or absent. */
samen_status samen__adding_key(const samen__adding *adding, int64_t row, const char *name,
                               const samen__keys *keys, const char *what, int32_t *out,
                               samen_error *err);
samen_status samen__adding_form(const samen__adding *adding, int64_t row, uint8_t *out,
                                samen_error *err);
samen_status samen__adding_weight(const samen__adding *adding, int64_t row, double *out,
                                  samen_error *err);
samen_status samen__adding_directed(const samen__adding *adding, int64_t row, uint8_t *out,
                                    samen_error *err);
samen_status samen__adding_period(const samen__adding *adding, int64_t row, int32_t *start,
                                  int32_t *end, samen_error *err);

/* All other columns, which become attributes of the rows from `first` on. */
samen_status samen__adding_check_attributes(const samen__adding *adding, samen_error *err);
samen_status samen__adding_attributes(const samen__adding *adding, int64_t first, samen_error *err);

#endif
