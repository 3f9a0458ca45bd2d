/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One column under construction or finished, in Arrow's layout. Used for results and for the
 * attributes of a network. */
#ifndef SAMEN_TABLE_COLUMN_H
#define SAMEN_TABLE_COLUMN_H

#include <stdint.h>

#include "samen/core.h"
#include "samen/table.h"

typedef struct samen__column {
    char *name;
    int32_t type;
    int64_t rows;
    int64_t nulls;
    uint64_t *valid;  /* NULL until a cell is null */
    void *data;       /* int64_t, double, int32_t; bits for bool; bytes for text */
    int64_t *offset;  /* text: rows + 1 */
    char *strings;    /* text: the same bytes with a NUL behind each, text i at offset[i] + i */
    int64_t capacity; /* text being added: bytes in data */
    int64_t strings_capacity; /* text being added: bytes in strings */
    int64_t filled;           /* text being added: rows so far */
} samen__column;

/* All cells valid and 0; text is then added row by row. */
samen_status samen__column_start(samen__column *column, const char *name, int32_t type,
                                 int64_t rows, samen_error *err);
void samen__column_free(samen__column *column);

/* The next row of a text column. */
samen_status samen__column_add_text(samen__column *column, const char *bytes, int64_t length,
                                    samen_error *err);

/* The next row of a text column; NULL and "" give null. */
samen_status samen__column_add_string(samen__column *column, const char *string, samen_error *err);

/* The next row of a text column, null. */
samen_status samen__column_add_null(samen__column *column, samen_error *err);

samen_status samen__column_set_null(samen__column *column, int64_t row, samen_error *err);

int samen__column_is_null(const samen__column *column, int64_t row);
const char *samen__column_text(const samen__column *column, int64_t row, int64_t *length);

/* A copy of the given rows, -1 giving a null row; of the first `count` rows when rows is NULL. */
samen_status samen__column_gather(const samen__column *column, const int64_t *rows, int64_t count,
                                  samen__column *out, samen_error *err);

/* How two cells of one column compare, nulls last whatever the direction. */
int samen__column_compare(const samen__column *column, int64_t a, int64_t b, int descending);

#endif
