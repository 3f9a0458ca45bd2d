/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of a table for people, in the language of a report: names beside keys, forms and roles by their names, shares
 * in per cent, numbers with as many decimals as their column needs. */
#ifndef SAMEN_REPORT_SHOW_H
#define SAMEN_REPORT_SHOW_H

#include "report/document.h"
#include "report/headings.h"

typedef struct samen__shown_column {
    int32_t column; /* of the table */
    const char *name;
    int32_t type;
    samen__showing showing;
    int32_t decimals; /* of numbers */
    int32_t has_nulls;
} samen__shown_column;

/* How a column of a table is shown. */
samen__shown_column samen__show_column(const samen_table *table, int32_t column);

/* Numbers stand to the right. */
int samen__show_is_number(const samen__shown_column *shown);

/* Add a cell that is not null, not yet made harmless; of an organisation or partnership its name. */
void samen__show_cell(const samen__document *d, const samen_table *table, int64_t row,
                      const samen__shown_column *shown, samen__text *text);

/* The name of the organisation or partnership of that key; NULL where it only repeats the key, and of anything else. */
const char *samen__show_name(const samen__document *d, samen__showing showing, const char *key);

#endif
