/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many rows at once, from a table whose columns are named as those of a data set. Each row is checked and
 * added, and when one fails all are taken back. */
#include "network/add_table.h"

#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "network/take_back.h"
#include "network/values.h"
#include "samen/builder.h"

/* ---- Which columns there are ------------------------------------------------------------------------ */

static int is_required(int32_t of, int32_t column) {
    return column == 0 || (column == 1 && (of == SAMEN_TIES || of == SAMEN_MEMBERSHIPS));
}

/* May a built-in column be of this type? */
static int fits(const char *name, int32_t type) {
    if (strcmp(name, "weight") == 0)
        return type == SAMEN_COLUMN_FLOAT64 || type == SAMEN_COLUMN_INT64;
    if (strcmp(name, "directed") == 0)
        return type != SAMEN_COLUMN_FLOAT64 && type != SAMEN_COLUMN_DATE;
    if (strcmp(name, "start") == 0 || strcmp(name, "end") == 0)
        return type == SAMEN_COLUMN_DATE || type == SAMEN_COLUMN_TEXT;
    return type == SAMEN_COLUMN_TEXT || type == SAMEN_COLUMN_INT64;
}

/* Where a built-in column goes; every name of samen__network_columns() has its place. */
static const samen__column **place_of(samen__adding *a, const char *name) {
    const struct {
        const char *name;
        const samen__column **place;
    } places[] = {{"id", &a->id},
                  {"name", &a->name},
                  {"from", &a->from.column},
                  {"to", &a->to.column},
                  {"form", &a->form},
                  {"weight", &a->weight},
                  {"directed", &a->directed},
                  {"start", &a->start},
                  {"end", &a->end},
                  {"partnership", &a->partnership.column},
                  {"organisation", &a->organisation.column},
                  {"role", &a->role}};
    size_t i = 0;
    while (strcmp(places[i].name, name) != 0)
        i++;
    return places[i].place;
}

static samen_status find_columns(samen__adding *a, samen_error *err) {
    static const char *const parts[] = {"organisations", "ties", "partnerships", "memberships"};
    const char *const *names = samen__network_columns(a->of);
    for (int32_t i = 0; names[i]; i++) {
        int32_t at = samen_table_find(a->table, names[i]);
        const samen__column *column = at < 0 ? NULL : &a->table->column[at];
        if (!column && is_required(a->of, i)) {
            samen__fail(err, SAMEN_ERR_MISSING, "there is no column \"%s\"; %s need one", names[i],
                        parts[a->of]);
            if (err)
                err->argument = SAMEN__ARGUMENT_TABLE;
            return SAMEN_ERR_MISSING;
        }
        if (!column || (column->nulls == column->rows && !is_required(a->of, i)))
            continue;
        if (!fits(names[i], column->type))
            return samen__fail_argument(err, SAMEN__ARGUMENT_TABLE,
                                        "the column \"%s\" is of a type that it cannot have",
                                        names[i]);
        *place_of(a, names[i]) = column;
    }
    return SAMEN_OK;
}

/* ---- Rows -------------------------------------------------------------------------------------------- */

static samen_status add_tie(samen__adding *a, int64_t row, samen_error *err) {
    samen__tie tie = {.partnership = SAMEN__NONE};
    int64_t index;
    samen_status status = samen__adding_key(a, row, &a->from, "organisation", &tie.from, err);
    if (status == SAMEN_OK)
        status = samen__adding_key(a, row, &a->to, "organisation", &tie.to, err);
    if (status == SAMEN_OK)
        status = samen__adding_form(a, row, &tie.form, err);
    if (status == SAMEN_OK)
        status = samen__adding_weight(a, row, &tie.weight, err);
    if (status == SAMEN_OK)
        status = samen__adding_directed(a, row, &tie.directed, err);
    if (status == SAMEN_OK)
        status = samen__adding_period(a, row, &tie.start, &tie.end, err);
    const samen__column *partnerships = a->partnership.column;
    if (status == SAMEN_OK && partnerships && !samen__column_is_null(partnerships, row))
        status = samen__adding_key(a, row, &a->partnership, "partnership", &tie.partnership, err);
    return status == SAMEN_OK ? samen__builder_put_tie(a->builder, tie, &index, err) : status;
}

static samen_status add_membership(const samen__adding *a, int64_t row, samen_error *err) {
    samen__membership made = {0};
    int64_t index;
    samen__word role;
    samen_status status =
        samen__adding_key(a, row, &a->partnership, "partnership", &made.partnership, err);
    if (status == SAMEN_OK)
        status =
            samen__adding_key(a, row, &a->organisation, "organisation", &made.organisation, err);
    if (status == SAMEN_OK)
        status = samen__adding_weight(a, row, &made.weight, err);
    if (status == SAMEN_OK)
        status = samen__adding_period(a, row, &made.start, &made.end, err);
    if (status != SAMEN_OK)
        return status;
    samen__adding_word(a->role, row, &role);
    return samen__builder_put_membership(a->builder, made, role.bytes, role.length, &index, err);
}

static samen_status fail_duplicate(const samen__adding *a, int64_t row, const samen__word *key,
                                   samen_error *err) {
    samen_error found = {0};
    samen__shown shown = samen__show(key->bytes, key->length);
    samen__fail(&found, SAMEN_ERR_DUPLICATE, "%s \"%s\" is there already; keys are unique",
                a->of == SAMEN_PARTNERSHIPS ? "partnership" : "organisation", shown.text);
    return samen__adding_fail(a, row, a->id, &found, err);
}

/* An organisation or a partnership, whose key may not be there yet. */
static samen_status add_named(samen__adding *a, int64_t row, samen_error *err) {
    int partnerships = a->of == SAMEN_PARTNERSHIPS;
    samen__partnership made = {0};
    samen_error found = {0};
    int64_t index = 0;
    int32_t added = 1;
    samen__word key, name;
    samen__adding_word(a->id, row, &key);
    samen__adding_word(a->name, row, &name);
    samen_status status = SAMEN_OK;
    if (samen__check_key("the key", key.bytes, key.length, &found) != SAMEN_OK)
        status = samen__adding_fail(a, row, a->id, &found, err);
    if (status == SAMEN_OK && partnerships)
        status = samen__adding_form(a, row, &made.form, err);
    if (status == SAMEN_OK && partnerships)
        status = samen__adding_period(a, row, &made.start, &made.end, err);
    if (status == SAMEN_OK && partnerships)
        status = samen__builder_put_partnership(a->builder, key.bytes, key.length, name.bytes,
                                                name.length, made, &index, &added, err);
    else if (status == SAMEN_OK)
        status = samen__builder_put_organisation(a->builder, key.bytes, key.length, name.bytes,
                                                 name.length, &index, &added, err);
    return status == SAMEN_OK && !added ? fail_duplicate(a, row, &key, err) : status;
}

static samen_status add_row(samen__adding *a, int64_t row, samen_error *err) {
    switch (a->of) {
    case SAMEN_TIES: return add_tie(a, row, err);
    case SAMEN_MEMBERSHIPS: return add_membership(a, row, err);
    default: return add_named(a, row, err);
    }
}

/* ---- The call ---------------------------------------------------------------------------------------- */

/* What the rows refer to is there before the first is added. */
static samen_status find_keys(samen__adding *a, samen_error *err) {
    const samen__records *r = &a->builder->records;
    samen_status status = samen__adding_find(&a->from, &r->organisations, err);
    if (status == SAMEN_OK)
        status = samen__adding_find(&a->to, &r->organisations, err);
    if (status == SAMEN_OK)
        status = samen__adding_find(&a->organisation, &r->organisations, err);
    if (status == SAMEN_OK)
        status = samen__adding_find(&a->partnership, &r->partnerships, err);
    return status;
}

static void release(samen__adding *a) {
    samen__delete(a->from.number);
    samen__delete(a->to.number);
    samen__delete(a->organisation.number);
    samen__delete(a->partnership.number);
    samen__keys_free(&a->form_names);
}

static samen_status add_all(samen__adding *a, samen_error *err) {
    int64_t first = samen__records_count(&a->builder->records, a->of);
    samen__extent before = samen__builder_extent(a->builder, a->of);
    samen_status status = find_keys(a, err);
    for (int64_t row = 0; status == SAMEN_OK && row < a->table->rows; row++)
        status = add_row(a, row, err);
    if (status == SAMEN_OK)
        status = samen__adding_attributes(a, first, err);
    if (status != SAMEN_OK)
        samen__builder_take_back(a->builder, a->of, before);
    return status;
}

samen_status samen__adding_check_call(const samen_builder *builder, int32_t of, samen_error *err) {
    if (!builder)
        return samen__fail_argument(err, 1, "builder is NULL");
    if (of < 0 || of >= SAMEN__PARTS)
        return samen__fail_argument(err, 2, "there is no part %d of a network", of);
    return SAMEN_OK;
}

samen_status samen_builder_add_table(samen_builder *builder, int32_t of, const samen_table *table,
                                     samen_error *err) {
    samen_status status = samen__adding_check_call(builder, of, err);
    if (status == SAMEN_OK && !table)
        status = samen__fail_argument(err, SAMEN__ARGUMENT_TABLE, "table is NULL");
    samen__adding a = {.builder = builder, .of = of, .table = table};
    if (status == SAMEN_OK)
        status = find_columns(&a, err);
    if (status == SAMEN_OK)
        status = samen__adding_check_attributes(&a, err);
    if (status == SAMEN_OK) {
        samen__keys_start(&a.form_names);
        status = add_all(&a, err);
        release(&a);
    }
    return status;
}
