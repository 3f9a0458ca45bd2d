/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/filling.h"

#include <math.h>
#include <stddef.h>

#include "core/date.h"

samen__filling samen__filling_start(int64_t rows, const samen__fill_column *column,
                                    samen_error *err) {
    samen__filling made = {.err = err};
    made.status = samen__table_new(rows, &made.table, err);
    for (; made.status == SAMEN_OK && column->name; column++) {
        if (!samen__table_add(made.table, column->name, column->type, err))
            made.status = SAMEN_ERR_MEMORY;
    }
    return made;
}

/* The column of the next cell, and on to the one after it. */
static samen__column *next(samen__filling *rows, int64_t *row) {
    if (rows->status != SAMEN_OK)
        return NULL;
    samen__column *column = &rows->table->column[rows->column++];
    *row = rows->row;
    if (rows->column == rows->table->columns) {
        rows->column = 0;
        rows->row++;
    }
    return column;
}

void samen__fill_text(samen__filling *rows, const char *text) {
    int64_t row;
    samen__column *column = next(rows, &row);
    if (column)
        rows->status = samen__column_add_string(column, text, rows->err);
}

void samen__fill_count(samen__filling *rows, int64_t count) {
    int64_t row;
    samen__column *column = next(rows, &row);
    if (column)
        ((int64_t *)column->data)[row] = count;
}

void samen__fill_number(samen__filling *rows, double number) {
    int64_t row;
    samen__column *column = next(rows, &row);
    if (column && isnan(number))
        rows->status = samen__column_set_null(column, row, rows->err);
    else if (column)
        ((double *)column->data)[row] = number;
}

void samen__fill_day(samen__filling *rows, int32_t day) {
    int64_t row;
    samen__column *column = next(rows, &row);
    if (column && day == SAMEN__DATE_NONE)
        rows->status = samen__column_set_null(column, row, rows->err);
    else if (column)
        ((int32_t *)column->data)[row] = day;
}

samen_status samen__filling_take(samen__filling *rows, samen_table **out) {
    if (rows->status == SAMEN_OK)
        *out = rows->table;
    else
        samen_table_free(rows->table);
    return rows->status;
}
