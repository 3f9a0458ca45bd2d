/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry as tables. */
#include <string.h>

#include "core/bitset.h"
#include "measures/registry.h"

/* A row to be listed: a measure, and an option or a column of it. */
typedef struct item {
    const char *measure;
    const samen__measure *of;
    const samen__option *option;
    const samen__column_info *column;
} item;

typedef samen_status (*visitor)(const item *it, samen__column *column, int64_t row,
                                samen_error *err);

typedef struct field {
    const char *name;
    int32_t type;
    visitor visit;
} field;

/* Which rows a listing has. */
typedef struct listing {
    const char *name; /* NULL: all measures */
    int32_t of_options, of_columns;
} listing;

static int is_chosen(const listing *l, const char *name) {
    return !l->name || strcmp(l->name, name) == 0;
}

/* Call `visit` for every row, or only count rows when it is NULL. */
static samen_status each(const listing *l, visitor visit, samen__column *column, int64_t *rows,
                         samen_error *err) {
    samen_status status = SAMEN_OK;
    *rows = 0;
    for (int32_t m = -1; m < 0 || samen__registry[m]; m++) {
        const samen__measure *of = m < 0 ? NULL : samen__registry[m];
        const samen__options *options = of ? &of->options : &samen__view_options;
        const char *name = of ? of->name : "view";
        int32_t count = l->of_options ? options->count : !l->of_columns ? 1 : of ? of->columns : 0;
        if (!is_chosen(l, name) || (!of && (!l->of_options || !l->name)))
            continue;
        for (int32_t i = 0; status == SAMEN_OK && i < count; i++) {
            item it = {.measure = name,
                       .of = of,
                       .option = l->of_options ? &options->option[i] : NULL,
                       .column = l->of_columns ? &of->column[i] : NULL};
            if (visit)
                status = visit(&it, column, *rows, err);
            ++*rows;
        }
    }
    return status;
}

static samen_status list(const listing *l, const field *fields, int32_t count, samen_table **out,
                         samen_error *err) {
    samen_table *table = NULL;
    int64_t rows = 0;
    each(l, NULL, NULL, &rows, err);
    samen_status status = samen__table_new(rows, &table, err);
    for (int32_t i = 0; status == SAMEN_OK && i < count; i++) {
        samen__column *column = samen__table_add(table, fields[i].name, fields[i].type, err);
        status = column ? each(l, fields[i].visit, column, &rows, err) : SAMEN_ERR_MEMORY;
    }
    if (status == SAMEN_OK)
        *out = table;
    else
        samen_table_free(table);
    return status;
}

static samen_status put_list(samen__column *column, const char *const *names, samen_error *err) {
    samen__text text = samen__text_growing();
    for (int32_t i = 0; names && names[i]; i++)
        samen__text_format(&text, "%s%s", i ? "," : "", names[i]);
    samen_status status = text.failed
                              ? samen__fail_memory(err)
                              : samen__column_add_string(column, text.bytes ? text.bytes : "", err);
    samen__text_free(&text);
    return status;
}

#define TEXT_VISITOR(name, expression)                                                             \
    static samen_status name(const item *it, samen__column *column, int64_t row,                   \
                             samen_error *err) {                                                   \
        (void)row;                                                                                 \
        return samen__column_add_string(column, expression, err);                                  \
    }

TEXT_VISITOR(visit_measure, it->measure)
TEXT_VISITOR(visit_title, it->of->title)
TEXT_VISITOR(visit_summary, it->of->summary)
TEXT_VISITOR(visit_source, it->of->source)
TEXT_VISITOR(visit_since, it->of->since)
TEXT_VISITOR(visit_option, it->option->name)
TEXT_VISITOR(visit_option_since, it->option->since)
TEXT_VISITOR(visit_option_help, it->option->help)
TEXT_VISITOR(visit_table, it->column->table)
TEXT_VISITOR(visit_column, it->column->name)
TEXT_VISITOR(visit_column_help, it->column->help)
TEXT_VISITOR(visit_undefined, it->column->undefined)

static samen_status visit_family(const item *it, samen__column *column, int64_t row,
                                 samen_error *err) {
    (void)row;
    return samen__column_add_text(column, it->of->name, (int64_t)strcspn(it->of->name, "."), err);
}

static samen_status visit_tables(const item *it, samen__column *column, int64_t row,
                                 samen_error *err) {
    (void)row;
    return put_list(column, it->of->tables, err);
}

static samen_status visit_choices(const item *it, samen__column *column, int64_t row,
                                  samen_error *err) {
    (void)row;
    return put_list(column, it->option->choices, err);
}

static samen_status visit_default(const item *it, samen__column *column, int64_t row,
                                  samen_error *err) {
    int choice = it->option->type == SAMEN__OPTION_CHOICE;
    (void)row;
    return samen__column_add_string(column, choice ? it->option->choices[0] : it->option->fallback,
                                    err);
}

static samen_status visit_option_type(const item *it, samen__column *column, int64_t row,
                                      samen_error *err) {
    static const char *const types[] = {"yes-no", "choice", "count", "number",
                                        "text",   "forms",  "list"};
    (void)row;
    return samen__column_add_string(column, types[it->option->type], err);
}

static samen_status visit_column_type(const item *it, samen__column *column, int64_t row,
                                      samen_error *err) {
    static const char *const types[] = {"none", "int64", "float64", "text", "bool", "date"};
    (void)row;
    return samen__column_add_string(column, types[it->column->type], err);
}

static samen_status put_bound(const item *it, samen__column *column, int64_t row, double bound,
                              samen_error *err) {
    if (it->option->type != SAMEN__OPTION_COUNT && it->option->type != SAMEN__OPTION_REAL)
        return samen__column_set_null(column, row, err);
    ((double *)column->data)[row] = bound;
    return SAMEN_OK;
}

static samen_status visit_minimum(const item *it, samen__column *column, int64_t row,
                                  samen_error *err) {
    return put_bound(it, column, row, it->option->minimum, err);
}

static samen_status visit_maximum(const item *it, samen__column *column, int64_t row,
                                  samen_error *err) {
    return put_bound(it, column, row, it->option->maximum, err);
}

static samen_status visit_required(const item *it, samen__column *column, int64_t row,
                                   samen_error *err) {
    (void)err;
    samen__bitset_put(column->data, row, it->option->required);
    return SAMEN_OK;
}

samen_status samen_describe(samen_table **out, samen_error *err) {
    static const field fields[] = {{"measure", SAMEN_COLUMN_TEXT, visit_measure},
                                   {"family", SAMEN_COLUMN_TEXT, visit_family},
                                   {"title", SAMEN_COLUMN_TEXT, visit_title},
                                   {"summary", SAMEN_COLUMN_TEXT, visit_summary},
                                   {"tables", SAMEN_COLUMN_TEXT, visit_tables},
                                   {"source", SAMEN_COLUMN_TEXT, visit_source},
                                   {"since", SAMEN_COLUMN_TEXT, visit_since}};
    listing l = {0};
    if (!out)
        return samen__fail_argument(err, 1, "out is NULL");
    return list(&l, fields, sizeof fields / sizeof fields[0], out, err);
}

samen_status samen_describe_options(const char *name, samen_table **out, samen_error *err) {
    static const field fields[] = {{"measure", SAMEN_COLUMN_TEXT, visit_measure},
                                   {"option", SAMEN_COLUMN_TEXT, visit_option},
                                   {"type", SAMEN_COLUMN_TEXT, visit_option_type},
                                   {"default", SAMEN_COLUMN_TEXT, visit_default},
                                   {"minimum", SAMEN_COLUMN_FLOAT64, visit_minimum},
                                   {"maximum", SAMEN_COLUMN_FLOAT64, visit_maximum},
                                   {"choices", SAMEN_COLUMN_TEXT, visit_choices},
                                   {"required", SAMEN_COLUMN_BOOL, visit_required},
                                   {"since", SAMEN_COLUMN_TEXT, visit_option_since},
                                   {"help", SAMEN_COLUMN_TEXT, visit_option_help}};
    listing l = {.name = name, .of_options = 1};
    if (name && strcmp(name, "view") != 0 && !samen__registry_find(name, 1, err))
        return SAMEN_ERR_UNKNOWN;
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    return list(&l, fields, sizeof fields / sizeof fields[0], out, err);
}

samen_status samen_describe_columns(const char *name, samen_table **out, samen_error *err) {
    static const field fields[] = {{"measure", SAMEN_COLUMN_TEXT, visit_measure},
                                   {"table", SAMEN_COLUMN_TEXT, visit_table},
                                   {"column", SAMEN_COLUMN_TEXT, visit_column},
                                   {"type", SAMEN_COLUMN_TEXT, visit_column_type},
                                   {"help", SAMEN_COLUMN_TEXT, visit_column_help},
                                   {"undefined", SAMEN_COLUMN_TEXT, visit_undefined}};
    listing l = {.name = name, .of_columns = 1};
    if (name && !samen__registry_find(name, 1, err))
        return SAMEN_ERR_UNKNOWN;
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    return list(&l, fields, sizeof fields / sizeof fields[0], out, err);
}
