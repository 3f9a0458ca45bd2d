/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of things of one kind, one row for each: how the library lists what it has. */
#ifndef SAMEN_TABLE_LISTING_H
#define SAMEN_TABLE_LISTING_H

#include "table/column.h"

/* A column: its name, its type, and what puts the cell of an item into the next row. */
typedef struct samen__listing_field {
    const char *name;
    int32_t type;
    samen_status (*put)(const void *item, samen__column *column, int64_t row, samen_error *err);
} samen__listing_field;

/* Item number i of all that are listed, good until the next is asked for; NULL behind the last. */
typedef const void *(*samen__listing_item)(void *context, int64_t i);

samen_status samen__listing_make(const samen__listing_field *field, int64_t fields,
                                 samen__listing_item item, void *context, samen_table **out,
                                 samen_error *err);

/* A field of text: the expression says what of an item `it`, a pointer to TYPE. */
#define SAMEN__LISTING_TEXT(NAME, TYPE, EXPRESSION)                                                \
    static samen_status NAME(const void *of, samen__column *column, int64_t row,                   \
                             samen_error *err) {                                                   \
        const TYPE *it = of;                                                                       \
        (void)row;                                                                                 \
        return samen__column_add_string(column, EXPRESSION, err);                                  \
    }

#endif
