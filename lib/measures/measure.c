/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measures/measure.h"

#include <string.h>

#include "core/arithmetic.h"
#include "core/memory.h"
#include "measures/registry.h"

/* Where each thing stands among the arguments of the public call. */
typedef struct places {
    int32_t view, options, run, out;
} places;

/* The name of the chosen table: the first option of every measure. */
static const char *chosen_table(const samen__call *call) {
    const samen__option *table = &call->measure->options.option[0];
    return table->choices[*(const uint32_t *)((const char *)call->options + table->offset)];
}

samen_status samen__measure_groups(const samen__call *call, const char *group,
                                   samen__groups *groups, samen_error *err) {
    if (!group)
        return samen__fail_argument(err, call->argument, "table %s of %s needs the option group",
                                    chosen_table(call), call->measure->name);
    samen_status status = samen__groups_make(call->view, group, groups, err);
    if (status == SAMEN_ERR_UNKNOWN && err)
        err->argument = call->argument;
    return status;
}

static samen_status add_options(const samen__call *call, samen_table *table, samen_error *err) {
    samen_status status = SAMEN_OK;
    const samen__options *options = &call->measure->options;
    for (int32_t i = 0; status == SAMEN_OK && i < options->count; i++) {
        char *value = NULL;
        samen__text key = samen__text_growing(), text = samen__text_growing();
        samen__text_format(&key, "option.%s", options->option[i].name);
        samen__option_show(&options->option[i], call->options, &text);
        status = samen__text_take(&text, &value, NULL, err);
        if (status == SAMEN_OK && key.failed)
            status = samen__fail_memory(err);
        if (status == SAMEN_OK)
            status = samen__table_add_entry(table, key.bytes, value, err);
        samen__delete(value);
        samen__text_free(&key);
    }
    return status;
}

static samen_status add_number(samen_table *table, const char *key, uint64_t number,
                               samen_error *err) {
    char digits[32];
    samen__text text = samen__text_fixed(digits, sizeof digits);
    samen__text_format(&text, "%lu", (unsigned long)number);
    return samen__table_add_entry(table, key, digits, err);
}

static samen_status add_provenance(const samen__call *call, samen_table *table, samen_error *err) {
    const samen__measure *m = call->measure;
    const char *const entries[][2] = {
        {"measure", m->name},       {"title", m->title},
        {"source", m->source},      {"view", call->view->choice},
        {"samen", samen_version()}, {"igraph", samen_version_igraph()}};
    samen_status status = SAMEN_OK;
    for (size_t i = 0; status == SAMEN_OK && i < sizeof entries / sizeof entries[0]; i++)
        status = samen__table_add_entry(table, entries[i][0], entries[i][1], err);
    if (status == SAMEN_OK)
        status = add_options(call, table, err);
    if (status == SAMEN_OK)
        status = add_number(table, "seed", call->run.seed, err);
    if (status == SAMEN_OK)
        status = add_number(table, "organisations", (uint64_t)call->view->organisations, err);
    return status;
}

/* Does this column of the chosen table have nulls for that reason? */
static int is_undefined(const samen__column_info *info, const char *chosen, const char *reason,
                        const samen_table *table, int64_t *nulls) {
    int32_t at = samen_table_find(table, info->name);
    if (strcmp(info->table, chosen) != 0 || at < 0 || !info->undefined ||
        strcmp(info->undefined, reason) != 0)
        return 0;
    *nulls = table->column[at].nulls;
    return *nulls > 0;
}

/* One note for each reason why cells are null, counting them and naming their columns. */
static samen_status note_undefined(const samen__call *call, const char *chosen, samen_table *table,
                                   samen_error *err) {
    const samen__measure *m = call->measure;
    samen_status status = SAMEN_OK;
    for (int32_t i = 0; status == SAMEN_OK && i < m->columns; i++) {
        const char *reason = m->column[i].undefined ? m->column[i].undefined : "";
        int64_t total = 0, nulls = 0;
        int told = 0;
        samen__text names = samen__text_growing();
        for (int32_t j = 0; j < m->columns; j++) {
            if (!is_undefined(&m->column[j], chosen, reason, table, &nulls))
                continue;
            told |= j < i;
            total += nulls;
            samen__text_format(&names, names.length ? ", %s" : "%s", m->column[j].name);
        }
        if (names.failed)
            status = samen__fail_memory(err);
        else if (total > 0 && !told && is_undefined(&m->column[i], chosen, reason, table, &nulls))
            status = samen__table_add_note(table, "undefined", total, err,
                                           "%ld empty %s of %s: %s.", (long)total,
                                           total == 1 ? "cell" : "cells", names.bytes, reason);
        samen__text_free(&names);
    }
    return status;
}

static samen_status run_settled(samen__call *call, samen_table **out, samen_error *err) {
    samen_table *table = NULL;
    samen_status status = samen__view_pairs(call->view, &call->run, &call->pairs, err);
    if (status == SAMEN_OK)
        status = call->measure->compute(call, &table, err);
    if (status == SAMEN_OK)
        status = samen__table_check(table, err);
    if (status == SAMEN_OK)
        status = samen__view_add_notes(call->view, table, err);
    if (status == SAMEN_OK)
        status = note_undefined(call, chosen_table(call), table, err);
    if (status == SAMEN_OK)
        status = add_provenance(call, table, err);
    if (status == SAMEN_OK)
        *out = table;
    else
        samen_table_free(table);
    return status;
}

/* `options` is a copy of the right size, not yet settled. */
static samen_status run_checked(const samen__measure *measure, const samen_view *view,
                                void *options, const samen_run *run, const places *place,
                                samen_table **out, samen_error *err) {
    samen__call call = {
        .measure = measure, .view = view, .options = options, .argument = place->options};
    samen_status status = samen__options_settle(&measure->options, options, place->options, err);
    if (status == SAMEN_OK)
        status = samen__run_prepare(run, place->run, &call.run, err);
    if (status != SAMEN_OK)
        return status;
    if (!out)
        return samen__fail_argument(err, place->out, "out is NULL");
    return run_settled(&call, out, err);
}

/* "samen_brokerage_roles_options" of brokerage.roles. */
static void name_struct(const samen__measure *measure, char *name, int64_t size) {
    samen__text text = samen__text_fixed(name, size);
    samen__text_format(&text, "samen_%s_options", measure->name);
    *strchr(name, '.') = '_';
}

samen_status samen__measure_call(const samen__measure *measure, const samen_view *view,
                                 const void *options, const samen_run *run, samen_table **out,
                                 samen_error *err) {
    static const places place = {.view = 1, .options = 2, .run = 3, .out = 4};
    if (!view)
        return samen__fail_argument(err, place.view, "view is NULL");
    void *copy = samen__new(1, measure->options.size, err);
    if (!copy)
        return SAMEN_ERR_MEMORY;
    char name[96];
    name_struct(measure, name, sizeof name);
    samen__arithmetic host;
    samen__arithmetic_begin(&host);
    samen_status status =
        samen__options_copy(options, measure->options.size, copy, place.options, name, err);
    if (status == SAMEN_OK)
        status = run_checked(measure, view, copy, run, &place, out, err);
    samen__arithmetic_end(&host);
    samen__delete(copy);
    return status;
}

samen_status samen_measure(const samen_view *view, const char *name, const char *options,
                           const samen_run *run, samen_table **out, samen_error *err) {
    static const places place = {.view = 1, .options = 3, .run = 4, .out = 5};
    void *storage = NULL;
    if (!view)
        return samen__fail_argument(err, place.view, "view is NULL");
    const samen__measure *measure = samen__registry_find(name, 2, err);
    if (!measure)
        return name ? SAMEN_ERR_UNKNOWN : SAMEN_ERR_ARGUMENT;
    void *copy = samen__new(1, measure->options.size, err);
    if (!copy)
        return SAMEN_ERR_MEMORY;
    samen__arithmetic host;
    samen__arithmetic_begin(&host);
    samen_status status =
        samen__options_parse(&measure->options, options, copy, samen__typology_read_mask,
                             view->network->typology, &storage, place.options, err);
    if (status == SAMEN_OK)
        status = run_checked(measure, view, copy, run, &place, out, err);
    samen__arithmetic_end(&host);
    samen__delete(storage);
    samen__delete(copy);
    return status;
}
