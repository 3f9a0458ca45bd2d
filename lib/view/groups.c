/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/groups.h"

#include <string.h>

#include "core/bitset.h"
#include "core/date.h"
#include "core/error.h"
#include "core/memory.h"
#include "core/number.h"
#include "core/sort.h"

void samen__groups_free(samen__groups *groups) {
    for (int32_t i = 0; groups->label && i < groups->count; i++)
        samen__delete(groups->label[i]);
    samen__delete(groups->of);
    samen__delete(groups->size);
    samen__delete(groups->label);
    *groups = (samen__groups){0};
}

/* The value of an attribute as the label of a group. */
static void label_of(const samen__column *column, int64_t organisation, samen__text *out) {
    switch (column->type) {
    case SAMEN_COLUMN_FLOAT64:
        samen__text_add_number(out, ((const double *)column->data)[organisation]);
        break;
    case SAMEN_COLUMN_DATE: {
        char day[11];
        samen__date_format(((const int32_t *)column->data)[organisation], day);
        samen__text_add_string(out, day);
        break;
    }
    case SAMEN_COLUMN_BOOL:
        samen__text_add_string(out, samen__bitset_get(column->data, organisation) ? "yes" : "no");
        break;
    default: {
        int64_t length;
        const char *text = samen__column_text(column, organisation, &length);
        samen__text_add(out, text, length);
    }
    }
}

static samen_status fail_attribute(const samen_view *view, const char *attribute,
                                   samen_error *err) {
    const samen_network *network = view->network;
    char list[300];
    samen__text text = samen__text_fixed(list, sizeof list);
    for (int64_t i = 0; i < network->attributes[SAMEN_ORGANISATIONS]; i++)
        samen__text_format(&text, "%s%s", i ? ", " : "",
                           network->attribute[SAMEN_ORGANISATIONS][i].name);
    if (network->attributes[SAMEN_ORGANISATIONS] == 0)
        return samen__fail(
            err, SAMEN_ERR_UNKNOWN,
            "there is no attribute \"%s\": the organisations have none; add a column "
            "to organisations.csv",
            attribute);
    return samen__fail(err, SAMEN_ERR_UNKNOWN,
                       "organisations have no attribute \"%s\"; they have %s", attribute, list);
}

/* Number the values in order of first appearance; first[i] is an organisation that has value i. */
static samen_status number_values(const samen_view *view, const samen__column *column,
                                  samen__groups *groups, samen__keys *values, int64_t **first,
                                  samen_error *err) {
    int64_t capacity = 0, number = 0;
    samen_status status = SAMEN_OK;
    samen__text label = samen__text_growing();
    for (int64_t i = 0; status == SAMEN_OK && i < view->organisations; i++) {
        int32_t added = 0;
        groups->of[i] = -1;
        if (samen__column_is_null(column, view->organisation[i])) {
            groups->without++;
            continue;
        }
        label.length = 0;
        label_of(column, view->organisation[i], &label);
        if (label.failed) {
            status = samen__fail_memory(err);
            break;
        }
        status = samen__keys_add(values, label.bytes, label.length, &number, &added, err);
        if (status == SAMEN_OK && added) {
            void *block = *first;
            status = samen__grow(&block, &capacity, number + 1, sizeof **first, err);
            *first = block;
        }
        if (status == SAMEN_OK && added)
            (*first)[number] = view->organisation[i];
        groups->of[i] = (int32_t)number;
    }
    samen__text_free(&label);
    return status;
}

typedef struct ordering {
    const samen__column *column;
    const int64_t *first;
} ordering;

static int by_value(const void *context, int64_t a, int64_t b) {
    const ordering *o = context;
    return samen__column_compare(o->column, o->first[a], o->first[b], 0);
}

/* Number the groups anew, in ascending order of their values. */
static samen_status order_values(const samen_view *view, const samen__column *column,
                                 samen__groups *groups, const samen__keys *values,
                                 const int64_t *first, samen_error *err) {
    int64_t count = values->count;
    int64_t *sorted = samen__new_raw(count, sizeof *sorted, err);
    int32_t *rank = samen__new_raw(count, sizeof *rank, err);
    groups->size = samen__new(count, sizeof *groups->size, err);
    groups->label = samen__new(count, sizeof *groups->label, err);
    samen_status status =
        sorted && rank && groups->size && groups->label ? SAMEN_OK : SAMEN_ERR_MEMORY;
    ordering o = {.column = column, .first = first};
    if (status == SAMEN_OK)
        status = samen__sort(sorted, count, by_value, &o, err);
    for (int64_t i = 0; status == SAMEN_OK && i < count; i++) {
        rank[sorted[i]] = (int32_t)i;
        groups->label[i] = samen__copy_text(samen__keys_text(values, sorted[i]),
                                            samen__keys_length(values, sorted[i]), err);
        status = groups->label[i] ? SAMEN_OK : SAMEN_ERR_MEMORY;
        groups->count = (int32_t)i + 1;
    }
    for (int64_t i = 0; status == SAMEN_OK && i < view->organisations; i++) {
        if (groups->of[i] < 0)
            continue;
        groups->of[i] = rank[groups->of[i]];
        groups->size[groups->of[i]]++;
    }
    samen__delete(sorted);
    samen__delete(rank);
    return status;
}

samen_status samen__groups_make(const samen_view *view, const char *attribute,
                                samen__groups *groups, samen_error *err) {
    const samen__column *column =
        samen__network_attribute(view->network, SAMEN_ORGANISATIONS, attribute);
    samen__keys values;
    int64_t *first = NULL;
    *groups = (samen__groups){0};
    if (!column)
        return fail_attribute(view, attribute, err);
    samen__keys_start(&values);
    groups->of = samen__new(view->organisations, sizeof *groups->of, err);
    samen_status status = groups->of ? SAMEN_OK : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK)
        status = number_values(view, column, groups, &values, &first, err);
    if (status == SAMEN_OK)
        status = order_values(view, column, groups, &values, first, err);
    samen__keys_free(&values);
    samen__delete(first);
    if (status != SAMEN_OK)
        samen__groups_free(groups);
    return status;
}

samen_status samen__groups_add_labels(const samen__groups *groups, const char *name,
                                      const int32_t *group, samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, name, SAMEN_COLUMN_TEXT, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < table->rows; i++) {
        const char *label = group[i] < 0 ? NULL : groups->label[group[i]];
        status = samen__column_add_string(column, label, err);
    }
    return status;
}

samen_status samen__groups_add_note(const samen__groups *groups, const char *consequence,
                                    samen_table *table, samen_error *err) {
    if (groups->without == 0)
        return SAMEN_OK;
    return samen__table_add_note(table, "no-group", groups->without, err,
                                 "%ld %s without a group: %s.", (long)groups->without,
                                 samen__plural(groups->without, "organisation", "organisations"),
                                 consequence);
}
