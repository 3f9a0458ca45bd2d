/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry as tables. */
#include <string.h>

#include "measures/option_table.h"
#include "measures/registry.h"

/* A row to be listed: a measure, or a column of it. */
typedef struct item {
    const samen__measure *of;
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
    int32_t of_columns;
} listing;

/* Call `visit` for every row, or only count rows when it is NULL. */
static samen_status each(const listing *l, visitor visit, samen__column *column, int64_t *rows,
                         samen_error *err) {
    samen_status status = SAMEN_OK;
    *rows = 0;
    for (int32_t m = 0; samen__registry[m]; m++) {
        const samen__measure *of = samen__registry[m];
        if (l->name && strcmp(l->name, of->name) != 0)
            continue;
        for (int32_t i = 0; status == SAMEN_OK && i < (l->of_columns ? of->columns : 1); i++) {
            item it = {.of = of, .column = l->of_columns ? &of->column[i] : NULL};
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

#define TEXT_VISITOR(name, expression)                                                             \
    static samen_status name(const item *it, samen__column *column, int64_t row,                   \
                             samen_error *err) {                                                   \
        (void)row;                                                                                 \
        return samen__column_add_string(column, expression, err);                                  \
    }

TEXT_VISITOR(visit_measure, it->of->name)
TEXT_VISITOR(visit_title, it->of->title)
TEXT_VISITOR(visit_summary, it->of->summary)
TEXT_VISITOR(visit_source, it->of->source)
TEXT_VISITOR(visit_since, it->of->since)
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
    return samen__column_add_names(column, it->of->tables, err);
}

static samen_status visit_column_type(const item *it, samen__column *column, int64_t row,
                                      samen_error *err) {
    static const char *const types[] = {"none", "int64", "float64", "text", "bool", "date"};
    (void)row;
    return samen__column_add_string(column, types[it->column->type], err);
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
