/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as a whole: its options, the order of its parts, how it is written out. */
#include "samen/report.h"

#include <stdatomic.h>
#include <string.h>

#include "core/arithmetic.h"
#include "core/file.h"
#include "core/options.h"
#include "core/run.h"
#include "draw/drawing.h"
#include "measures/option_table.h"
#include "report/all_tables.h"
#include "report/group.h"
#include "report/page.h"
#include "report/parts.h"
#include "report/profile.h"
#include "report/steps.h"
#include "report/text.h"

struct samen_report {
    atomic_int_fast64_t owners;
    samen__document document;
};

enum { TABLES_SHOWN, TABLES_ALL };

typedef struct report_options {
    uint32_t struct_size;
    uint32_t language;
    const char *title;
    const char *source;
    const char *group;
    const char *organisation;
    uint32_t tables;
    uint32_t guard;
} report_options;

static const char *const tables[] = {"shown", "all", NULL};
static const char *const guards[] = {"yes", "no", NULL};

static const samen__option option[] = {
    {.name = "language",
     .type = SAMEN__OPTION_CHOICE,
     .offset = offsetof(report_options, language),
     .fallback = "",
     .choices = samen__draw_languages,
     .since = "0.1",
     .help = "of the report and the names of forms"},
    {.name = "title",
     .type = SAMEN__OPTION_TEXT,
     .offset = offsetof(report_options, title),
     .fallback = "",
     .since = "0.1",
     .help = "what stands above the report"},
    {.name = "source",
     .type = SAMEN__OPTION_TEXT,
     .offset = offsetof(report_options, source),
     .fallback = "",
     .since = "0.1",
     .help = "where the data come from, for the line below pictures"},
    {.name = "group",
     .type = SAMEN__OPTION_TEXT,
     .offset = offsetof(report_options, group),
     .fallback = "",
     .since = "0.1",
     .help = "the attribute that parts organisations; one is chosen when it is not given"},
    {.name = "organisation",
     .type = SAMEN__OPTION_TEXT,
     .offset = offsetof(report_options, organisation),
     .fallback = "",
     .since = "0.1",
     .help = "the key of one, for a profile of it instead of the whole"},
    {.name = "tables",
     .type = SAMEN__OPTION_CHOICE,
     .offset = offsetof(report_options, tables),
     .fallback = "",
     .choices = tables,
     .since = "0.1",
     .help = "those that are shown, or all tables of all measures"},
    {.name = "guard",
     .type = SAMEN__OPTION_CHOICE,
     .offset = offsetof(report_options, guard),
     .fallback = "",
     .choices = guards,
     .since = "0.1",
     .help = "texts that a spreadsheet would take for a formula get an apostrophe in tables that "
             "a page offers"},
};

static const samen__options report_description = {.owner = "the report",
                                                  .option = option,
                                                  .count = sizeof option / sizeof option[0],
                                                  .size = sizeof(report_options)};

/* ---- Making one ------------------------------------------------------------------------------------------ */

static void write_parts(samen__document *d) {
    static void (*const parts[])(samen__document *) = {
        samen__part_headline, samen__part_read,      samen__part_response,     samen__part_network,
        samen__part_forms,    samen__part_waves,     samen__part_cohesion,     samen__part_brokers,
        samen__part_roles,    samen__part_cutpoints, samen__part_partnerships, samen__part_minding,
        samen__part_methods};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && samen__document_is_fine(d); i++)
        parts[i](d);
}

/* About how many tables will be computed. */
static int64_t expect(const samen__document *d, const report_options *options) {
    int64_t forms = samen_typology_count(d->view->network->typology);
    return forms + (options->tables == TABLES_ALL ? 30 : 15);
}

static void write_document(samen__document *d, const report_options *options, samen__run *run) {
    samen__steps steps;
    samen__steps_start(&steps, d, expect(d, options), run);
    samen__document_choose_group(d, options->group);
    if (options->organisation) {
        samen__profile(d, options->organisation);
        samen__document_keep_shown(d); /* what all others are is not for one of them to pass on */
    } else {
        write_parts(d);
    }
    if (options->tables == TABLES_ALL)
        samen__document_measure_all(d);
    samen__steps_end(&steps);
}

/* What went wrong in a call of ours is told as of the public call, where options are the second argument. */
static samen_status fail_as_ours(const samen_error *inner, samen_error *err) {
    samen_status status = samen__fail_as(err, inner);
    if (err && (err->argument > 0 || status == SAMEN_ERR_UNKNOWN))
        err->argument = 2;
    return status;
}

static samen_status make(const samen_view *view, const report_options *options, samen__run *run,
                         samen_report **out, samen_error *err) {
    samen_report *report = samen__new(1, sizeof *report, err);
    if (!report)
        return SAMEN_ERR_MEMORY;
    atomic_init(&report->owners, 1);
    samen__document *d = &report->document;
    samen__document_start(d, view, options->language, options->title, options->source);
    d->guard = options->guard == 0;
    if (samen__document_is_fine(d))
        write_document(d, options, run);
    if (samen__document_is_fine(d)) {
        *out = report;
        return SAMEN_OK;
    }
    samen_status status = fail_as_ours(&d->error, err);
    samen_report_free(report);
    return status;
}

samen_status samen_report_new(const samen_view *view, const char *options, const samen_run *run,
                              samen_report **out, samen_error *err) {
    report_options read = {.struct_size = sizeof read};
    samen__run prepared;
    samen__arithmetic host;
    void *storage = NULL;
    if (!view)
        return samen__fail_argument(err, 1, "view is NULL");
    if (!out)
        return samen__fail_argument(err, 4, "out is NULL");
    samen__arithmetic_begin(&host);
    samen_status status =
        samen__options_parse(&report_description, options, &read, NULL, NULL, &storage, 2, err);
    if (status == SAMEN_OK)
        status = samen__options_settle(&report_description, &read, 2, err);
    if (status == SAMEN_OK)
        status = samen__run_prepare(run, 3, &prepared, err);
    if (status == SAMEN_OK)
        status = make(view, &read, &prepared, out, err);
    samen__arithmetic_end(&host);
    samen__delete(storage);
    return status;
}

samen_report *samen_report_retain(samen_report *report) {
    if (report)
        atomic_fetch_add(&report->owners, 1);
    return report;
}

void samen_report_free(samen_report *report) {
    if (!report || atomic_fetch_sub(&report->owners, 1) != 1)
        return;
    samen__document_free(&report->document);
    samen__delete(report);
}

/* ---- Its tables ------------------------------------------------------------------------------------------ */

int32_t samen_report_tables(const samen_report *report) {
    return report ? (int32_t)report->document.results : -1;
}

static const samen__result *find(const samen_report *report, int32_t table) {
    int there = report && table >= 0 && table < report->document.results;
    return there ? &report->document.result[table] : NULL;
}

const samen_table *samen_report_table(const samen_report *report, int32_t table) {
    const samen__result *result = find(report, table);
    return result ? result->table : NULL;
}

const char *samen_report_table_file(const samen_report *report, int32_t table) {
    const samen__result *result = find(report, table);
    return result ? result->file : NULL;
}

/* ---- Writing it out -------------------------------------------------------------------------------------- */

static samen_status write_out(const samen_report *report, const char *format, const samen_run *run,
                              char **out, int64_t *length, samen_error *err) {
    const samen__document *d = &report->document;
    samen__run prepared;
    samen_status status = samen__run_prepare(run, 3, &prepared, err);
    if (status != SAMEN_OK)
        return status;
    if (strcmp(format, "text") == 0)
        return samen__report_text(d, out, length, err);
    if (strcmp(format, "html") == 0)
        return samen__report_page(d, run, out, length, err);
    return samen__fail_argument(err, 2, "a report has no format \"%s\"; give text or html", format);
}

samen_status samen_report_format(const samen_report *report, const char *format,
                                 const samen_run *run, char **out, int64_t *length,
                                 samen_error *err) {
    samen__arithmetic host;
    if (!report)
        return samen__fail_argument(err, 1, "report is NULL");
    if (!format)
        return samen__fail_argument(err, 2, "format is NULL");
    if (!out)
        return samen__fail_argument(err, 4, "out is NULL");
    samen__arithmetic_begin(&host);
    samen_status status = write_out(report, format, run, out, length, err);
    samen__arithmetic_end(&host);
    return status;
}

samen_status samen_report_write(const samen_report *report, const char *format,
                                const samen_run *run, const char *path, int32_t overwrite,
                                samen_error *err) {
    char *bytes = NULL, *aside = NULL;
    int64_t length = 0;
    if (!path || !*path)
        return samen__fail_argument(err, 4, "path is NULL or empty");
    if (overwrite != 0 && overwrite != 1)
        return samen__fail_argument(err, 5, "overwrite must be 0 or 1");
    samen_status status = samen_report_format(report, format, run, &bytes, &length, err);
    if (status == SAMEN_OK)
        status = samen__file_aside(path, bytes, length, &aside, err);
    if (status == SAMEN_OK)
        status = samen__file_commit(&aside, path, overwrite, err);
    samen__delete(bytes);
    return samen__fail_path(err, status, 4);
}

static const samen__options *owner(int32_t i, const char **name) {
    *name = "report";
    return i == 0 ? &report_description : NULL;
}

samen_status samen_report_describe_options(samen_table **out, samen_error *err) {
    if (!out)
        return samen__fail_argument(err, 1, "out is NULL");
    return samen__option_table(owner, "kind", NULL, out, err);
}
