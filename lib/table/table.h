/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table being made: columns added one by one, notes and provenance set, then handed out as a
 * const, reference-counted samen_table. */
#ifndef SAMEN_TABLE_TABLE_H
#define SAMEN_TABLE_TABLE_H

#include <stdatomic.h>
#include <stdint.h>

#include "core/error.h"
#include "core/text.h"
#include "samen/table.h"
#include "table/column.h"

typedef struct samen__note {
    char *code;
    char *text;
    int64_t count;
} samen__note;

typedef struct samen__entry {
    char *key;
    char *value;
} samen__entry;

struct samen_table {
    atomic_int_fast64_t owners;
    int64_t rows;
    samen__column *column;
    int64_t columns, column_capacity;
    samen__note *note;
    int64_t notes, note_capacity;
    samen__entry *entry;
    int64_t entries, entry_capacity;
};

samen_status samen__table_new(int64_t rows, samen_table **out, samen_error *err);

/* A new last column; its cells are 0 until set. The pointer holds until the next column is added. */
samen__column *samen__table_add(samen_table *table, const char *name, int32_t type,
                                samen_error *err);

/* The same, handing out where the values go (which stays good). NULL when memory ran out. */
int64_t *samen__table_add_int64(samen_table *table, const char *name, samen_error *err);
double *samen__table_add_float64(samen_table *table, const char *name, samen_error *err);

/* A finished column becomes the table's; on failure it is freed. */
samen_status samen__table_adopt(samen_table *table, samen__column *column, samen_error *err);

/* Make a cell null, and add to the count of the column's nulls. */
samen_status samen__table_set_null(samen_table *table, const char *column, int64_t row,
                                   samen_error *err);

/* A note with a stable code; the sentence is formatted. */
samen_status samen__table_add_note(samen_table *table, const char *code, int64_t count,
                                   samen_error *err, const char *format, ...) SAMEN__FORMAT(5, 6);

samen_status samen__table_add_entry(samen_table *table, const char *key, const char *value,
                                    samen_error *err);

/* Fails when a number of the table is not finite, naming the column: the last check before handing
 * over. */
samen_status samen__table_check(const samen_table *table, samen_error *err);

#endif
