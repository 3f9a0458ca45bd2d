/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measures/composition/counts.h"

#include "core/memory.h"

double samen__ties_of(const samen__tally *t) {
    return (double)t->ties;
}

double samen__weight_of(const samen__tally *t) {
    return t->weight;
}

double samen__pairs_of(const samen__tally *t) {
    return (double)t->pairs;
}

double samen__partnerships_of(const samen__tally *t) {
    return (double)t->partnerships;
}

static double records_of(const samen__tally *t) {
    return (double)t->records;
}

static samen_status add_counts(const samen__tallies *t, const char *name, samen__count_of count,
                               samen_table *table, samen_error *err) {
    int64_t *value = samen__table_add_int64(table, name, err);
    for (int64_t row = 0; value && row < table->rows; row++)
        value[row] = (int64_t)count(&t->tally[row]);
    return value ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static samen_status add_weights(const samen__tallies *t, samen_table *table, samen_error *err) {
    double *value = samen__table_add_float64(table, "weight", err);
    for (int64_t row = 0; value && row < table->rows; row++)
        value[row] = t->tally[row].weight;
    return value ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static samen_status add_shares(const samen__tallies *t, const char *name, samen__count_of count,
                               samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, name, SAMEN_COLUMN_FLOAT64, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
        const samen__tally *all = &t->tally[row - row % t->lines.count];
        status = samen__put_share(column, row, count(&t->tally[row]), count(all), err);
    }
    return status;
}

samen_status samen__add_tallies(const samen__tallies *t, samen_table *table, samen_error *err) {
    samen_status status = add_counts(t, "ties", samen__ties_of, table, err);
    if (status == SAMEN_OK)
        status = add_counts(t, "records", records_of, table, err);
    if (status == SAMEN_OK)
        status = add_weights(t, table, err);
    if (status == SAMEN_OK)
        status = add_counts(t, "pairs", samen__pairs_of, table, err);
    if (status == SAMEN_OK)
        status = add_counts(t, "partnerships", samen__partnerships_of, table, err);
    if (status == SAMEN_OK)
        status = add_shares(t, "share_of_ties", samen__ties_of, table, err);
    if (status == SAMEN_OK)
        status = add_shares(t, "share_of_weight", samen__weight_of, table, err);
    if (status == SAMEN_OK)
        status = add_shares(t, "share_of_pairs", samen__pairs_of, table, err);
    if (status == SAMEN_OK)
        status = add_shares(t, "share_of_partnerships", samen__partnerships_of, table, err);
    return status;
}

/* The labels of each row's bucket: nothing, keys, a group, or two groups. */
samen_status samen__add_buckets(const samen__call *call, const samen__tallies *t, int64_t lines,
                                samen_table *table, samen_error *err) {
    if (t->kind == SAMEN__WHOLE)
        return SAMEN_OK;
    if (t->kind == SAMEN__EACH_ORGANISATION)
        return samen__view_add_keys(call->view, lines, table, err);
    int32_t *one = samen__new_raw(table->rows, sizeof *one, err);
    int32_t *other = samen__new_raw(table->rows, sizeof *other, err);
    samen_status status = one && other ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int32_t a = 0; status == SAMEN_OK && a < t->groups->count; a++) {
        int32_t last = t->kind == SAMEN__EACH_GROUP ? a : t->groups->count - 1;
        for (int32_t b = a; b <= last; b++) {
            int64_t bucket = t->kind == SAMEN__EACH_GROUP ? a : samen__group_pair(t->groups, a, b);
            for (int64_t line = 0; line < lines; line++) {
                one[bucket * lines + line] = a;
                other[bucket * lines + line] = b;
            }
        }
    }
    if (status == SAMEN_OK)
        status = samen__groups_add_labels(t->groups, "group", one, table, err);
    if (status == SAMEN_OK && t->kind == SAMEN__EACH_GROUP_PAIR)
        status = samen__groups_add_labels(t->groups, "partner_group", other, table, err);
    samen__delete(one);
    samen__delete(other);
    return status;
}
