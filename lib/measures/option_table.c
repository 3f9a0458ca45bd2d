/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measures/option_table.h"

#include <string.h>

#include "core/bitset.h"
#include "core/error.h"
#include "table/table.h"

typedef struct item {
    const char *owner;
    const samen__option *option;
} item;

typedef samen_status (*visitor)(const item *it, samen__column *column, int64_t row,
                                samen_error *err);

/* Call `visit` for every row, or only count rows when it is NULL. */
static samen_status each(samen__option_owner owner, const char *wanted, visitor visit,
                         samen__column *column, int64_t *rows, samen_error *err) {
    samen_status status = SAMEN_OK;
    const char *name = NULL;
    const samen__options *options = NULL;
    *rows = 0;
    for (int32_t o = 0; (options = owner(o, &name)) != NULL; o++) {
        if (wanted && strcmp(wanted, name) != 0)
            continue;
        for (int32_t i = 0; status == SAMEN_OK && i < options->count; i++) {
            if (visit)
                status = visit(&(item){name, &options->option[i]}, column, *rows, err);
            ++*rows;
        }
    }
    return status;
}

samen_status samen__column_add_names(samen__column *column, const char *const *names,
                                     samen_error *err) {
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

TEXT_VISITOR(visit_owner, it->owner)
TEXT_VISITOR(visit_option, it->option->name)
TEXT_VISITOR(visit_since, it->option->since)
TEXT_VISITOR(visit_help, it->option->help)

static samen_status visit_choices(const item *it, samen__column *column, int64_t row,
                                  samen_error *err) {
    (void)row;
    return samen__column_add_names(column, it->option->choices, err);
}

static samen_status visit_default(const item *it, samen__column *column, int64_t row,
                                  samen_error *err) {
    int choice = it->option->type == SAMEN__OPTION_CHOICE;
    (void)row;
    return samen__column_add_string(column, choice ? it->option->choices[0] : it->option->fallback,
                                    err);
}

static samen_status visit_type(const item *it, samen__column *column, int64_t row,
                               samen_error *err) {
    static const char *const types[] = {"yes-no", "choice", "count", "number",
                                        "text",   "forms",  "list"};
    (void)row;
    return samen__column_add_string(column, types[it->option->type], err);
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

samen_status samen__option_table(samen__option_owner owner, const char *column, const char *name,
                                 samen_table **out, samen_error *err) {
    const struct {
        const char *name;
        int32_t type;
        visitor visit;
    } fields[] = {{column, SAMEN_COLUMN_TEXT, visit_owner},
                  {"option", SAMEN_COLUMN_TEXT, visit_option},
                  {"type", SAMEN_COLUMN_TEXT, visit_type},
                  {"default", SAMEN_COLUMN_TEXT, visit_default},
                  {"minimum", SAMEN_COLUMN_FLOAT64, visit_minimum},
                  {"maximum", SAMEN_COLUMN_FLOAT64, visit_maximum},
                  {"choices", SAMEN_COLUMN_TEXT, visit_choices},
                  {"required", SAMEN_COLUMN_BOOL, visit_required},
                  {"since", SAMEN_COLUMN_TEXT, visit_since},
                  {"help", SAMEN_COLUMN_TEXT, visit_help}};
    samen_table *table = NULL;
    int64_t rows = 0;
    each(owner, name, NULL, NULL, &rows, err);
    samen_status status = samen__table_new(rows, &table, err);
    for (size_t i = 0; status == SAMEN_OK && i < sizeof fields / sizeof fields[0]; i++) {
        samen__column *cells = samen__table_add(table, fields[i].name, fields[i].type, err);
        status = cells ? each(owner, name, fields[i].visit, cells, &rows, err) : SAMEN_ERR_MEMORY;
    }
    if (status == SAMEN_OK)
        *out = table;
    else
        samen_table_free(table);
    return status;
}
