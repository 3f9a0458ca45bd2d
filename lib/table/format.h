/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finished table as text, one format a file. */
#ifndef SAMEN_TABLE_FORMAT_H
#define SAMEN_TABLE_FORMAT_H

#include "core/text.h"
#include "table/table.h"

/* `point` stands before decimals. */
samen_status samen__table_format_text(const samen_table *table, const samen_table_options *options,
                                      char point, samen__text *out, samen_error *err);
void samen__table_format_csv(const samen_table *table, const samen_table_options *options,
                             samen__text *out);
void samen__table_format_json(const samen_table *table, samen__text *out);
samen_status samen__table_format_markdown(const samen_table *table,
                                          const samen_table_options *options, samen__text *out,
                                          samen_error *err);

/* The decimals that each column is shown with: those asked for; else none where all numbers are whole,
 * and otherwise 4, or more where that would leave nothing of the smallest. To be deleted. */
int32_t *samen__table_decimals(const samen_table *table, const samen_table_options *options,
                               samen_error *err);

/* A cell for a person: numbers with so many decimals (-1: as many as needed), control characters made
 * visible. */
void samen__table_show_cell(const samen_table *table, int64_t row, int32_t column, int32_t decimals,
                            samen__text *out);

/* Numbers stand to the right in their column. */
int samen__table_is_numeric(const samen_table *table, int32_t column);

/* A field of a CSV file, in quotes where it must be. */
void samen__csv_add_field(samen__text *out, const char *bytes, int64_t length, char separator);

#endif
