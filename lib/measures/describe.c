/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry as tables. */
#include <string.h>

#include "measures/option_table.h"
#include "measures/registry.h"
#include "table/listing.h"

static const void *find_measure(void *context, int64_t i) {
    (void)context;
    return samen__registry[i];
}

SAMEN__LISTING_TEXT(put_measure, samen__measure, it->name)
SAMEN__LISTING_TEXT(put_title, samen__measure, it->title)
SAMEN__LISTING_TEXT(put_summary, samen__measure, it->summary)
SAMEN__LISTING_TEXT(put_source, samen__measure, it->source)
SAMEN__LISTING_TEXT(put_since, samen__measure, it->since)

static samen_status put_family(const void *item, samen__column *column, int64_t row,
                               samen_error *err) {
    const char *name = ((const samen__measure *)item)->name;
    (void)row;
    return samen__column_add_text(column, name, (int64_t)strcspn(name, "."), err);
}

static samen_status put_tables(const void *item, samen__column *column, int64_t row,
                               samen_error *err) {
    (void)row;
    return samen__column_add_names(column, ((const samen__measure *)item)->tables, err);
}

samen_status samen_describe(samen_table **out, samen_error *err) {
    static const samen__listing_field fields[] = {
        {"measure", SAMEN_COLUMN_TEXT, put_measure}, {"family", SAMEN_COLUMN_TEXT, put_family},
        {"title", SAMEN_COLUMN_TEXT, put_title},     {"summary", SAMEN_COLUMN_TEXT, put_summary},
        {"tables", SAMEN_COLUMN_TEXT, put_tables},   {"source", SAMEN_COLUMN_TEXT, put_source},
        {"since", SAMEN_COLUMN_TEXT, put_since}};
    if (!out)
        return samen__fail_argument(err, 1, "out is NULL");
    return samen__listing_make(fields, sizeof fields / sizeof fields[0], find_measure, NULL, out,
                               err);
}

/* The columns of one measure, or of all. */
typedef struct item {
    const samen__measure *of;
    const samen__column_info *column;
} item;

typedef struct walk {
    const char *wanted; /* NULL: all */
    item at;
} walk;

static const void *find_column(void *context, int64_t i) {
    walk *w = context;
    for (int32_t m = 0; samen__registry[m]; m++) {
        w->at.of = samen__registry[m];
        if (w->wanted && strcmp(w->wanted, w->at.of->name) != 0)
            continue;
        if (i < w->at.of->columns) {
            w->at.column = &w->at.of->column[i];
            return &w->at;
        }
        i -= w->at.of->columns;
    }
    return NULL;
}

static const char *const types[] = {"none", "int64", "float64", "text", "bool", "date"};

SAMEN__LISTING_TEXT(put_owner, item, it->of->name)
SAMEN__LISTING_TEXT(put_table, item, it->column->table)
SAMEN__LISTING_TEXT(put_column, item, it->column->name)
SAMEN__LISTING_TEXT(put_type, item, types[it->column->type])
SAMEN__LISTING_TEXT(put_help, item, it->column->help)
SAMEN__LISTING_TEXT(put_undefined, item, it->column->undefined)

static const samen__options *measure_owner(int32_t i, const char **name) {
    *name = samen__registry[i] ? samen__registry[i]->name : NULL;
    return samen__registry[i] ? &samen__registry[i]->options : NULL;
}

static const samen__options *view_owner(int32_t i, const char **name) {
    *name = "view";
    return i == 0 ? &samen__view_options : NULL;
}

samen_status samen_describe_options(const char *name, samen_table **out, samen_error *err) {
    if (name && strcmp(name, "view") != 0 && !samen__registry_find(name, 1, err))
        return SAMEN_ERR_UNKNOWN;
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    return name && strcmp(name, "view") == 0
               ? samen__option_table(view_owner, "measure", NULL, out, err)
               : samen__option_table(measure_owner, "measure", name, out, err);
}

samen_status samen_describe_columns(const char *name, samen_table **out, samen_error *err) {
    static const samen__listing_field fields[] = {
        {"measure", SAMEN_COLUMN_TEXT, put_owner}, {"table", SAMEN_COLUMN_TEXT, put_table},
        {"column", SAMEN_COLUMN_TEXT, put_column}, {"type", SAMEN_COLUMN_TEXT, put_type},
        {"help", SAMEN_COLUMN_TEXT, put_help},     {"undefined", SAMEN_COLUMN_TEXT, put_undefined}};
    walk w = {.wanted = name};
    if (name && !samen__registry_find(name, 1, err))
        return SAMEN_ERR_UNKNOWN;
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    return samen__listing_make(fields, sizeof fields / sizeof fields[0], find_column, &w, out, err);
}
