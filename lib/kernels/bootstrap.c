/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sixteen draws at once: how often each vertex was drawn in each of them stands side by side, so that a
 * pair is looked up once for sixteen products. These are counted by kind of pair, in whole numbers; what a
 * kind adds to the totals is multiplied in the end.
 *
 * Based on: T. A. B. Snijders and S. P. Borgatti, Non-parametric standard errors and tests for network
 * statistics, Connections 22(2), 1999. Intervals are percentiles of the draws. */
#include "kernels/bootstrap.h"

#include <string.h>

#include "core/memory.h"
#include "core/random.h"
#include "core/sort.h"
#include "core/threads.h"
#include "kernels/bootstrap_lanes.h"
#include "kernels/statistics.h"

enum { LANES = SAMEN__BOOTSTRAP_LANES, PAIRS_AT_ONCE = 1 << 20 };

typedef struct job {
    const samen__resampling *r;
    samen__pair_adder *add_pairs;
    int64_t draws;
    double *sums;
    uint64_t seed;
    atomic_int stop;
    int64_t *member_start; /* the vertices of each stratum */
    int32_t *member;
    int64_t *inside_start; /* the pairs inside each stratum; NULL with one stratum: all */
    int64_t *inside;
} job;

static void free_job(job *j) {
    samen__delete(j->member_start);
    samen__delete(j->member);
    samen__delete(j->inside_start);
    samen__delete(j->inside);
}

static int32_t stratum_of(const samen__resampling *r, int64_t vertex) {
    return r->stratum ? r->stratum[vertex] : 0;
}

/* The stratum that both ends of a pair are in, or -1. */
static int32_t inside_of(const samen__resampling *r, int64_t pair) {
    int32_t a = stratum_of(r, r->one[pair]), b = stratum_of(r, r->other[pair]);
    return a == b ? a : -1;
}

static samen_status list_members(job *j, samen_error *err) {
    const samen__resampling *r = j->r;
    j->member_start = samen__new(r->strata + 2, sizeof *j->member_start, err);
    j->member = samen__new_raw(r->vertices, sizeof *j->member, err);
    if (!j->member_start || !j->member)
        return SAMEN_ERR_MEMORY;
    /* Counted one place too far along; filling moves the places back. */
    for (int64_t v = 0; v < r->vertices; v++) {
        if (stratum_of(r, v) >= 0)
            j->member_start[stratum_of(r, v) + 2]++;
    }
    for (int32_t s = 1; s <= r->strata; s++)
        j->member_start[s + 1] += j->member_start[s];
    for (int64_t v = 0; v < r->vertices; v++) {
        if (stratum_of(r, v) >= 0)
            j->member[j->member_start[stratum_of(r, v) + 1]++] = (int32_t)v;
    }
    return SAMEN_OK;
}

static samen_status list_inside(job *j, samen_error *err) {
    const samen__resampling *r = j->r;
    j->inside_start = samen__new(r->strata + 2, sizeof *j->inside_start, err);
    j->inside = samen__new_raw(r->pairs, sizeof *j->inside, err);
    if (!j->inside_start || !j->inside)
        return SAMEN_ERR_MEMORY;
    for (int64_t p = 0; p < r->pairs; p++) {
        if (inside_of(r, p) >= 0)
            j->inside_start[inside_of(r, p) + 2]++;
    }
    for (int32_t s = 1; s <= r->strata; s++)
        j->inside_start[s + 1] += j->inside_start[s];
    for (int64_t p = 0; p < r->pairs; p++) {
        if (inside_of(r, p) >= 0)
            j->inside[j->inside_start[inside_of(r, p) + 1]++] = p;
    }
    return SAMEN_OK;
}

/* One pair more in one draw. */
static void add_pair(const samen__resampling *r, samen__bootstrap_lanes *lanes, int lane,
                     int64_t pair) {
    lanes->of_kind[r->kind[pair]][lane]++;
    for (int32_t i = 0; i < r->owns; i++)
        lanes->own[i][lane] += r->own[i].value[pair];
}

/* The pairs of vertices with their own copies, each standing for a pair drawn at random. */
static void add_copies(const job *j, int32_t stratum, samen__bootstrap_lanes *lanes, int lane,
                       samen__random *random) {
    int64_t from = j->member_start[stratum], to = j->member_start[stratum + 1], n = to - from;
    int64_t first = j->inside ? j->inside_start[stratum] : 0;
    int64_t tied = j->inside ? j->inside_start[stratum + 1] - first : j->r->pairs;
    int64_t copies = 0, pairs = n * (n - 1);
    for (int64_t i = from; i < to; i++) {
        int64_t times = lanes->times[j->member[i]][lane];
        copies += times * (times - 1);
    }
    if (!j->r->directed) {
        copies /= 2;
        pairs /= 2;
    }
    /* Pairs may be numbered at will: let those that add something come first. */
    for (int64_t i = 0; i < copies && pairs > 0; i++) {
        int64_t drawn = (int64_t)samen__random_below(random, (uint64_t)pairs);
        if (drawn < tied)
            add_pair(j->r, lanes, lane, j->inside ? j->inside[first + drawn] : drawn);
    }
}

static void pick_vertices(const job *j, samen__bootstrap_lanes *lanes, int lane,
                          samen__random *random) {
    for (int32_t s = 0; s < j->r->strata; s++) {
        int64_t n = j->member_start[s + 1] - j->member_start[s];
        const int32_t *member = j->member + j->member_start[s];
        for (int64_t i = 0; i < n; i++)
            lanes->times[member[samen__random_below32(random, (uint32_t)n)]][lane]++;
    }
}

/* What was counted, into the totals of one draw. */
static void add_up(const job *j, const samen__bootstrap_lanes *lanes, int lane, double *sum) {
    const samen__resampling *r = j->r;
    for (int32_t total = 0; total < r->totals; total++)
        sum[total] = 0;
    for (int32_t kind = 0; kind < r->kinds; kind++) {
        double count = (double)lanes->of_kind[kind][lane];
        for (int64_t i = r->start[kind]; i < r->start[kind + 1]; i++)
            sum[r->addend[i].total] += count * r->addend[i].value;
    }
    for (int32_t i = 0; i < r->owns; i++)
        sum[r->own[i].total] += lanes->own[i][lane];
}

static void close_lanes(void *context, void *block) {
    samen__bootstrap_lanes *lanes = block;
    (void)context;
    samen__delete(lanes->times);
    samen__delete(lanes->of_kind);
    samen__delete(lanes->own);
    samen__delete(lanes);
}

static samen_status open_lanes(void *context, void **out, samen_error *err) {
    const samen__resampling *r = ((const job *)context)->r;
    samen__bootstrap_lanes *lanes = samen__new(1, sizeof *lanes, err);
    if (!lanes)
        return SAMEN_ERR_MEMORY;
    *out = lanes;
    lanes->times = samen__new_raw(r->vertices, sizeof *lanes->times, err);
    lanes->of_kind = samen__new_raw(r->kinds, sizeof *lanes->of_kind, err);
    lanes->own = samen__new_raw(r->owns, sizeof *lanes->own, err);
    return lanes->times && lanes->of_kind && lanes->own ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static samen_status do_draws(void *context, void *block, int64_t task, samen_error *err) {
    job *j = context;
    const samen__resampling *r = j->r;
    samen__bootstrap_lanes *lanes = block;
    samen__random random[LANES];
    int64_t first = task * LANES;
    int count = j->draws - first < LANES ? (int)(j->draws - first) : LANES;
    (void)err;
    memset(lanes->times, 0, (size_t)r->vertices * sizeof *lanes->times);
    memset(lanes->of_kind, 0, (size_t)r->kinds * sizeof *lanes->of_kind);
    memset(lanes->own, 0, (size_t)r->owns * sizeof *lanes->own);
    for (int lane = 0; lane < count && !atomic_load(&j->stop); lane++) {
        random[lane] = samen__random_start(j->seed, r->purpose, (uint64_t)(first + lane));
        pick_vertices(j, lanes, lane, &random[lane]);
    }
    for (int64_t from = 0; from < r->pairs && !atomic_load(&j->stop); from += PAIRS_AT_ONCE)
        j->add_pairs(r, from, r->pairs - from < PAIRS_AT_ONCE ? r->pairs : from + PAIRS_AT_ONCE,
                     lanes);
    for (int lane = 0; lane < count && !atomic_load(&j->stop); lane++) {
        for (int32_t s = 0; s < r->strata; s++)
            add_copies(j, s, lanes, lane, &random[lane]);
        add_up(j, lanes, lane, j->sums + (first + lane) * r->totals);
    }
    return SAMEN_OK;
}

samen_status samen__bootstrap(const samen__resampling *resampling, int64_t draws, double *sums,
                              samen__run *run, samen_error *err) {
    job j = {.r = resampling,
             .add_pairs = samen__pair_adder_here(),
             .draws = draws,
             .sums = sums,
             .seed = run->seed};
    samen__work work = {.what = "resampling",
                        .tasks = (draws + LANES - 1) / LANES,
                        .context = &j,
                        .open = open_lanes,
                        .close = close_lanes,
                        .task = do_draws,
                        .stop = &j.stop};
    samen_status status = list_members(&j, err);
    if (status == SAMEN_OK && resampling->stratum)
        status = list_inside(&j, err);
    if (status == SAMEN_OK)
        status = samen__parallel(&work, run, err);
    free_job(&j);
    return status;
}

samen__spread samen__bootstrap_spread(double *value, int64_t count, double level) {
    samen__spread spread = {.std_error = samen__std_dev(value, count)};
    samen__sort_doubles(value, count);
    spread.lower = samen__quantile(value, count, (1 - level) / 2);
    spread.upper = samen__quantile(value, count, (1 + level) / 2);
    return spread;
}
