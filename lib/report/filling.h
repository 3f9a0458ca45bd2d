/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of a report's own, filled cell by cell, from the left and row by row. */
#ifndef SAMEN_REPORT_FILLING_H
#define SAMEN_REPORT_FILLING_H

#include "table/table.h"

typedef struct samen__fill_column {
    const char *name;
    int32_t type;
} samen__fill_column;

typedef struct samen__filling {
    samen_table *table;
    int64_t row, column; /* of the next cell */
    samen_status status; /* the first failure; what follows it is skipped */
    samen_error *err;
} samen__filling;

/* `column` ends with an empty name. */
samen__filling samen__filling_start(int64_t rows, const samen__fill_column *column,
                                    samen_error *err);

/* The next cell. NULL or an empty text, NaN, and a day that is none are null. */
void samen__fill_text(samen__filling *rows, const char *text);
void samen__fill_count(samen__filling *rows, int64_t count);
void samen__fill_number(samen__filling *rows, double number);
void samen__fill_day(samen__filling *rows, int32_t day);

/* The finished table, with all of its cells filled, to be freed by the caller; or nothing after a failure. */
samen_status samen__filling_take(samen__filling *rows, samen_table **out);

#endif
