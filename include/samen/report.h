/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports: what a view has to say, in one readable whole. The same report is written as plain text or as a page of
 * HTML that needs nothing else, and the tables that it is made of can be had one by one. */
#ifndef SAMEN_REPORT_H
#define SAMEN_REPORT_H

#include "samen/core.h"
#include "samen/table.h"
#include "samen/view.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a view has to say. Immutable and reference-counted. */
typedef struct samen_report samen_report;

/**
 * A report of a view: every table that it needs is computed here, once. The same view, options and seed give the
 * same report, whatever the number of threads.
 * @param view what to report on, kept alive by the report
 * @param options as text: "language=nl; group=sector; title=Knoke"; a value with a semicolon, a line end or a quote
 *        stands in double quotes; samen_report_describe_options() lists them; NULL or "" for every default
 * @param run threads, seed, progress and cancelling, or NULL
 * @param out the report, to be freed by the caller
 * @param err SAMEN_ERR_UNKNOWN where an attribute or organisation that options name is not there
 * Complexity: that of the measures: see docs/performance.md. Since 0.1.
 */
SAMEN_API samen_status samen_report_new(const samen_view *view, const char *options,
                                        const samen_run *run, samen_report **out, samen_error *err);

/** One more owner; returns its argument. Since 0.1. */
SAMEN_API samen_report *samen_report_retain(samen_report *report);

/** One owner fewer; the last one frees it. NULL is allowed. Since 0.1. */
SAMEN_API void samen_report_free(samen_report *report);

/** How many tables the report is made of; -1 for NULL. Since 0.1. */
SAMEN_API int32_t samen_report_tables(const samen_report *report);

/** A table of the report, owned by the report; NULL when there is none. Since 0.1. */
SAMEN_API const samen_table *samen_report_table(const samen_report *report, int32_t table);

/** The name of a file for a table, as "brokerage.roles.organisations.csv", one of its kind in the report; owned by
 * the report; NULL when there is none. Since 0.1. */
SAMEN_API const char *samen_report_table_file(const samen_report *report, int32_t table);

/**
 * Write a report out. The same report gives the same bytes.
 * @param report what to write
 * @param format "text", for a terminal; "html", one page with pictures
 * @param run threads, seed, progress and cancelling, or NULL
 * @param out the bytes, UTF-8 and NUL-terminated, to be given back with samen_free()
 * @param length its length in bytes; may be NULL
 * @param err what went wrong, or NULL
 * Complexity: O(cells shown); of HTML, that of the pictures too. Since 0.1.
 */
SAMEN_API samen_status samen_report_format(const samen_report *report, const char *format,
                                           const samen_run *run, char **out, int64_t *length,
                                           samen_error *err);

/**
 * Write a report into a file: all of it, or none.
 * @param report what to write
 * @param format "text" or "html"
 * @param run threads, seed, progress and cancelling, or NULL
 * @param path the file
 * @param overwrite 1: a file that is there is replaced; 0: it is an error
 * @param err what went wrong, or NULL
 * Complexity: as samen_report_format(). Since 0.1.
 */
SAMEN_API samen_status samen_report_write(const samen_report *report, const char *format,
                                          const samen_run *run, const char *path, int32_t overwrite,
                                          samen_error *err);

/**
 * The options of reports: kind, option, type (yes-no, choice, count, number, text, forms, list), default, minimum,
 * maximum, choices, required, since, help.
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL. Since 0.1.
 */
SAMEN_API samen_status samen_report_describe_options(samen_table **out, samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
