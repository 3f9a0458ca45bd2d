/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a table on their way into a builder. */
#ifndef SAMEN_NETWORK_ADD_TABLE_H
#define SAMEN_NETWORK_ADD_TABLE_H

#include "network/network.h"
#include "table/table.h"

enum { SAMEN__ARGUMENT_TABLE = 3, SAMEN__MOST_FORM_NAMES = 256 };

/* A column of keys, and the places of what they mean, SAMEN__NONE where there is no such thing. */
typedef struct samen__reference {
    const samen__column *column;
    int32_t *number;
} samen__reference;

typedef struct samen__adding {
    samen_builder *builder;
    int32_t of;
    const samen_table *table;
    /* The built-in columns; NULL where absent or all null, or not of this part. */
    const samen__column *id, *name, *form, *weight, *directed, *start, *end, *role;
    samen__reference from, to, partnership, organisation;
    samen__keys form_names; /* the first few that were looked up, and their forms */
    uint8_t form_of[SAMEN__MOST_FORM_NAMES];
} samen__adding;

/* A cell as text: a text, or a whole number as its digits. Empty where null. */
typedef struct samen__word {
    const char *bytes;
    int64_t length;
    char digits[24];
} samen__word;

/* Can rows be added to this builder, of this part? */
samen_status samen__adding_check_call(const samen_builder *builder, int32_t of, samen_error *err);

void samen__adding_word(const samen__column *column, int64_t row, samen__word *out);

/* Say in which cell it was that a check failed; SAMEN_OK when `found` holds no failure. */
samen_status samen__adding_fail(const samen__adding *adding, int64_t row,
                                const samen__column *column, const samen_error *found,
                                samen_error *err);

/* Look up all keys of a column, when there is one. What is made is the caller's to delete. */
samen_status samen__adding_find(samen__reference *reference, const samen__keys *keys,
                                samen_error *err);

/* Cells of built-in columns, with their defaults where they are null or absent. */
samen_status samen__adding_key(const samen__adding *adding, int64_t row,
                               const samen__reference *reference, const char *what, int32_t *out,
                               samen_error *err);
samen_status samen__adding_form(samen__adding *adding, int64_t row, uint8_t *out, samen_error *err);
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
