/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/likeness.h"

#include "core/memory.h"

/* What ties an organisation to a partner. */
typedef struct bond {
    int32_t partner;
    uint64_t out, in; /* forms */
} bond;

typedef struct bonds {
    int64_t *start; /* of each organisation's, and the end of all */
    bond *bond;
    int64_t *ties; /* of each organisation: forms out and in, summed over partners */
} bonds;

static samen_status list_bonds(const samen__draw_call *call, const samen__scene *scene, bonds *b,
                               samen_error *err) {
    int64_t n = scene->organisations;
    samen__pair pair;
    b->start = samen__new(n + 1, sizeof *b->start, err);
    b->ties = samen__new(n, sizeof *b->ties, err);
    b->bond = samen__new_raw(2 * call->pairs->pairs, sizeof *b->bond, err);
    if (!b->start || !b->ties || !b->bond)
        return SAMEN_ERR_MEMORY;
    for (int64_t v = 1; v < n; v++) /* one late, to be moved on while they are filled */
        b->start[v + 1] = b->start[v] + scene->partners[v - 1];
    for (samen__walk w = {0}; samen__next_pair(call->pairs, &w, &pair);) {
        int64_t ties = __builtin_popcountll(pair.forward_forms) +
                       (int64_t)__builtin_popcountll(pair.backward_forms);
        b->bond[b->start[pair.low + 1]++] =
            (bond){pair.high, pair.forward_forms, pair.backward_forms};
        b->bond[b->start[pair.high + 1]++] =
            (bond){pair.low, pair.backward_forms, pair.forward_forms};
        b->ties[pair.low] += ties;
        b->ties[pair.high] += ties;
    }
    return SAMEN_OK;
}

/* What each two partners of an organisation have in common in it. Partners are in ascending order. */
static samen_status count_common(samen__draw_call *call, const bonds *b, int64_t n, double *common,
                                 samen_error *err) {
    for (int64_t v = 0; v < n; v++) {
        const bond *end = b->bond + b->start[v + 1];
        for (const bond *one = b->bond + b->start[v]; one < end; one++) {
            double *row = common + one->partner * n;
            for (const bond *other = one + 1; other < end; other++)
                row[other->partner] += __builtin_popcountll(one->out & other->out) +
                                       __builtin_popcountll(one->in & other->in);
        }
        int64_t partners = b->start[v + 1] - b->start[v];
        if (samen__run_step(&call->run, partners * partners / 2, "likeness", err) != SAMEN_OK)
            return SAMEN_ERR_CANCELLED;
    }
    return SAMEN_OK;
}

samen_status samen__unlikeness(samen__draw_call *call, const samen__scene *scene, double *distance,
                               samen_error *err) {
    int64_t n = scene->organisations;
    bonds b = {0};
    samen__pair pair;
    for (int64_t i = 0; i < n * n; i++)
        distance[i] = 0;
    samen_status status = list_bonds(call, scene, &b, err);
    if (status == SAMEN_OK)
        status = count_common(call, &b, n, distance, err);
    if (status == SAMEN_OK) {
        for (samen__walk w = {0}; samen__next_pair(call->pairs, &w, &pair);)
            distance[pair.low * n + pair.high] +=
                2 * __builtin_popcountll(pair.forward_forms & pair.backward_forms);
        for (int64_t i = 0; i < n; i++) {
            for (int64_t k = i + 1; k < n; k++) {
                double common = distance[i * n + k];
                double all = (double)(b.ties[i] + b.ties[k]) - common;
                distance[i * n + k] = distance[k * n + i] = all > 0 ? (all - common) / all : 0;
            }
        }
    }
    samen__delete(b.start);
    samen__delete(b.ties);
    samen__delete(b.bond);
    return status;
}
