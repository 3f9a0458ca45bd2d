/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measures/cohesion/blocks.h"

#include "core/memory.h"

static const int64_t MOST_SUMS = 1 << 27;

void samen__blocks_free(samen__blocks *b) {
    samen__delete(b->group);
    samen__delete(b->partner);
    samen__delete(b->possible);
    samen__delete(b->ties);
    samen__delete(b->weight);
    samen__delete(b->one);
    samen__delete(b->other);
    samen__delete(b->kind);
    samen__kinds_free(&b->kinds);
    *b = (samen__blocks){0};
}

/* The line of a pair of groups. */
static int32_t line_of_groups(const samen__blocks *b, int32_t one, int32_t other) {
    int32_t g = b->groups->count;
    if (b->directed)
        return one * g + other;
    int32_t low = one < other ? one : other, high = one < other ? other : one;
    return low * g - low * (low - 1) / 2 + (high - low);
}

static samen_status count_lines(const samen__call *call, int64_t draws, samen__blocks *b,
                                samen_error *err) {
    int64_t g = b->groups ? b->groups->count : 0, lines = b->lines.count;
    if (b->groups)
        lines = b->directed ? g * g : g * (g + 1) / 2;
    if (lines > INT32_MAX || lines * draws > MOST_SUMS)
        return samen__fail(
            err, SAMEN_ERR_LIMIT,
            "%ld pairs of groups and %ld draws are too many together for %s; ask for "
            "fewer draws",
            (long)lines, (long)draws, call->measure->name);
    b->count = (int32_t)lines;
    return SAMEN_OK;
}

static void count_possible(samen__blocks *b) {
    double half = b->directed ? 1 : 0.5, n = (double)b->organisations;
    for (int32_t line = 0; !b->groups && line < b->count; line++)
        b->possible[line] = n * (n - 1) * half;
    for (int32_t i = 0; b->groups && i < b->groups->count; i++) {
        for (int32_t j = b->directed ? 0 : i; j < b->groups->count; j++) {
            double size = (double)b->groups->size[i], other = (double)b->groups->size[j];
            int32_t line = line_of_groups(b, i, j);
            b->group[line] = i;
            b->partner[line] = j;
            b->possible[line] = i == j ? size * (size - 1) * half : size * other;
        }
    }
}

/* The kind of a pair that adds to a line of groups, or to none (-1). */
static samen_status find_group_kind(samen__blocks *b, int32_t line, int32_t *kind,
                                    samen_error *err) {
    int fresh = 0;
    samen_status status = samen__kinds_find(&b->kinds, (uint64_t)(int64_t)line, kind, &fresh, err);
    if (status == SAMEN_OK && fresh && line >= 0)
        status = samen__kinds_add(&b->kinds, line, 1, err);
    return status;
}

/* The kind of a pair that adds to line 0 and a line for each form. */
static samen_status find_form_kind(samen__blocks *b, uint64_t forms, int32_t *kind,
                                   samen_error *err) {
    int fresh = 0;
    samen_status status = samen__kinds_find(&b->kinds, forms, kind, &fresh, err);
    if (status == SAMEN_OK && fresh)
        status = samen__kinds_add(&b->kinds, 0, 1, err);
    for (int32_t line = 1; status == SAMEN_OK && fresh && line < b->count; line++) {
        if (forms >> b->lines.form[line] & 1)
            status = samen__kinds_add(&b->kinds, line, 1, err);
    }
    return status;
}

/* One way of a pair into the list. */
static samen_status put_entry(samen__blocks *b, int32_t one, int32_t other, uint64_t forms,
                              double weight, samen_error *err) {
    int32_t *kind = &b->kind[b->entries];
    b->one[b->entries] = one;
    b->other[b->entries++] = other;
    if (!b->groups) {
        b->weight[0] += weight;
        return find_form_kind(b, forms, kind, err);
    }
    int32_t i = b->groups->of[one], j = b->groups->of[other];
    int32_t line = i >= 0 && j >= 0 ? line_of_groups(b, i, j) : -1;
    if (line >= 0)
        b->weight[line] += weight;
    return find_group_kind(b, line, kind, err);
}

static samen_status list_entries(const samen__call *call, samen__blocks *b, samen_error *err) {
    const samen__pairs *p = call->pairs;
    samen_status status = SAMEN_OK;
    samen__pair pair;
    samen__cell cell;
    for (samen__walk w = {0}; status == SAMEN_OK && samen__next_pair(p, &w, &pair);) {
        if (pair.forward > 0)
            status = put_entry(b, pair.low, pair.high, pair.forward_forms, pair.forward, err);
        if (status == SAMEN_OK && b->directed && pair.backward > 0)
            status = put_entry(b, pair.high, pair.low, pair.backward_forms, pair.backward, err);
    }
    for (int64_t i = 0; status == SAMEN_OK && i < b->entries; i++) {
        for (int64_t a = b->kinds.start[b->kind[i]]; a < b->kinds.start[b->kind[i] + 1]; a++)
            b->ties[b->kinds.addend[a].total]++;
    }
    for (samen__walk w = {0}; !b->groups && samen__next_cell(p, &w, &cell);)
        b->weight[b->lines.line[cell.form]] += cell.forward + (b->directed ? cell.backward : 0);
    return status;
}

samen_status samen__blocks_make(const samen__call *call, const samen__groups *groups, int64_t draws,
                                samen__blocks *b, samen_error *err) {
    const samen__pairs *p = call->pairs;
    *b = (samen__blocks){.organisations = call->view->organisations,
                         .directed = call->view->directed,
                         .lines = samen__list_forms(call->view),
                         .groups = groups};
    samen_status status = count_lines(call, draws, b, err);
    if (status != SAMEN_OK)
        return status;
    int64_t entries = b->directed ? p->arcs : p->pairs;
    b->group = samen__new(b->count, sizeof *b->group, err);
    b->partner = samen__new(b->count, sizeof *b->partner, err);
    b->possible = samen__new(b->count, sizeof *b->possible, err);
    b->ties = samen__new(b->count, sizeof *b->ties, err);
    b->weight = samen__new(b->count, sizeof *b->weight, err);
    b->one = samen__new_raw(entries, sizeof *b->one, err);
    b->other = samen__new_raw(entries, sizeof *b->other, err);
    b->kind = samen__new_raw(entries, sizeof *b->kind, err);
    status = samen__kinds_start(&b->kinds, err);
    if (!b->group || !b->partner || !b->possible || !b->ties || !b->weight || !b->one ||
        !b->other || !b->kind)
        status = SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK) {
        count_possible(b);
        status = list_entries(call, b, err);
    }
    if (status != SAMEN_OK)
        samen__blocks_free(b);
    return status;
}

samen__resampling samen__blocks_resampling(const samen__blocks *b) {
    return (samen__resampling){.vertices = b->organisations,
                               .directed = b->directed,
                               .pairs = b->entries,
                               .one = b->one,
                               .other = b->other,
                               .kind = b->kind,
                               .kinds = b->kinds.count,
                               .start = b->kinds.start,
                               .addend = b->kinds.addend,
                               .totals = b->count,
                               .strata = b->groups ? b->groups->count : 1,
                               .stratum = b->groups ? b->groups->of : NULL,
                               .purpose = 2};
}

samen_status samen__blocks_add_counts(const samen__blocks *b, samen_table *table,
                                      samen_error *err) {
    int64_t *ties = samen__table_add_int64(table, "ties", err);
    int64_t *possible = ties ? samen__table_add_int64(table, "possible", err) : NULL;
    for (int32_t line = 0; possible && line < b->count; line++) {
        ties[line] = b->ties[line];
        possible[line] = (int64_t)b->possible[line];
    }
    return possible ? SAMEN_OK : SAMEN_ERR_MEMORY;
}
