/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any measure by name, and what measures there are. */
#ifndef SAMEN_MEASURE_H
#define SAMEN_MEASURE_H

#include "samen/core.h"
#include "samen/table.h"
#include "samen/view.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Run a measure by its name, with the same checks as its own function.
 * @param view what to measure
 * @param name as "brokerage.roles"
 * @param options as text: "group=sector; table=network"; a value with a semicolon, a line end or
 *        a quote stands in double quotes; NULL or "" for every default
 * @param run threads, seed, progress and cancelling, or NULL
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL
 * Complexity: the measure's. Since 0.1.
 */
SAMEN_API samen_status samen_measure(const samen_view *view, const char *name, const char *options,
                                     const samen_run *run, samen_table **out, samen_error *err);

/**
 * All measures: measure, family, title, summary, tables (parted by commas, the default first), source,
 * since.
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_describe(samen_table **out, samen_error *err);

/**
 * The options of a measure, or of views: measure, option, type (yes-no, choice, count, number, text,
 * forms, list), default, minimum, maximum, choices, required, since, help.
 * @param name of a measure, "view" for the options of a view, NULL for those of all measures
 * @param out the table, to be freed by the caller
 * @param err SAMEN_ERR_UNKNOWN with the nearest name
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_describe_options(const char *name, samen_table **out,
                                              samen_error *err);

/**
 * The columns of a measure's tables: measure, table, column, type, help, undefined (when a cell is
 * null).
 * @param name of a measure, or NULL for all
 * @param out the table, to be freed by the caller
 * @param err SAMEN_ERR_UNKNOWN with the nearest name
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_describe_columns(const char *name, samen_table **out,
                                              samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
