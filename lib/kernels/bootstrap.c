/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: T. A. B. Snijders and S. P. Borgatti, Non-parametric standard errors and tests for network
 * statistics, Connections 22(2), 1999. Intervals are percentiles of the draws. */
#include "kernels/bootstrap.h"

#include <string.h>

#include "core/memory.h"
#include "core/random.h"
#include "core/sort.h"
#include "core/threads.h"
#include "kernels/statistics.h"

enum { DRAWS_PER_TASK = 8 };

typedef struct job {
    const samen__resampling *r;
    int64_t draws;
    double *sums;
    uint64_t seed;
    int64_t *member_start; /* the vertices of each stratum */
    int32_t *member;
    int64_t *inside_start; /* the pairs inside each stratum */
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

static samen_status prepare(job *j, samen_error *err) {
    const samen__resampling *r = j->r;
    j->member_start = samen__new(r->strata + 2, sizeof *j->member_start, err);
    j->member = samen__new_raw(r->vertices, sizeof *j->member, err);
    j->inside_start = samen__new(r->strata + 2, sizeof *j->inside_start, err);
    j->inside = samen__new_raw(r->pairs, sizeof *j->inside, err);
    if (!j->member_start || !j->member || !j->inside_start || !j->inside)
        return SAMEN_ERR_MEMORY;
    /* Counted one place too far along; filling moves the places back. */
    for (int64_t v = 0; v < r->vertices; v++) {
        if (stratum_of(r, v) >= 0)
            j->member_start[stratum_of(r, v) + 2]++;
    }
    for (int64_t p = 0; p < r->pairs; p++) {
        if (inside_of(r, p) >= 0)
            j->inside_start[inside_of(r, p) + 2]++;
    }
    for (int32_t s = 1; s <= r->strata; s++) {
        j->member_start[s + 1] += j->member_start[s];
        j->inside_start[s + 1] += j->inside_start[s];
    }
    for (int64_t v = 0; v < r->vertices; v++) {
        if (stratum_of(r, v) >= 0)
            j->member[j->member_start[stratum_of(r, v) + 1]++] = (int32_t)v;
    }
    for (int64_t p = 0; p < r->pairs; p++) {
        if (inside_of(r, p) >= 0)
            j->inside[j->inside_start[inside_of(r, p) + 1]++] = p;
    }
    return SAMEN_OK;
}

static void add_pair(const samen__resampling *r, int64_t pair, double times, double *sum) {
    for (int64_t i = r->start[pair]; i < r->start[pair + 1]; i++)
        sum[r->addend[i].total] += times * r->addend[i].value;
}

/* The pairs of vertices with their own copies, each standing for a pair drawn at random. */
static void add_copies(const job *j, int32_t stratum, const int32_t *times, samen__random *random,
                       double *sum) {
    int64_t from = j->member_start[stratum], to = j->member_start[stratum + 1], n = to - from;
    int64_t copies = 0, pairs = n * (n - 1), tied = j->inside_start[stratum + 1];
    tied -= j->inside_start[stratum];
    for (int64_t i = from; i < to; i++)
        copies += (int64_t)times[j->member[i]] * (times[j->member[i]] - 1);
    if (!j->r->directed) {
        copies /= 2;
        pairs /= 2;
    }
    /* Pairs may be numbered at will: let those that add something come first. */
    for (int64_t i = 0; i < copies && pairs > 0; i++) {
        int64_t drawn = (int64_t)samen__random_below(random, (uint64_t)pairs);
        if (drawn < tied)
            add_pair(j->r, j->inside[j->inside_start[stratum] + drawn], 1, sum);
    }
}

static void draw(const job *j, int64_t number, int32_t *times) {
    const samen__resampling *r = j->r;
    double *sum = j->sums + number * r->totals;
    samen__random random = samen__random_start(j->seed, r->purpose, (uint64_t)number);
    memset(times, 0, (size_t)r->vertices * sizeof *times);
    memset(sum, 0, (size_t)r->totals * sizeof *sum);
    for (int32_t s = 0; s < r->strata; s++) {
        int64_t from = j->member_start[s], n = j->member_start[s + 1] - from;
        for (int64_t i = 0; i < n; i++)
            times[j->member[from + (int64_t)samen__random_below(&random, (uint64_t)n)]]++;
    }
    for (int64_t p = 0; p < r->pairs; p++) {
        double product = (double)times[r->one[p]] * times[r->other[p]];
        if (product > 0)
            add_pair(r, p, product, sum);
    }
    for (int32_t s = 0; s < r->strata; s++)
        add_copies(j, s, times, &random, sum);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    *out = samen__new_raw(((const job *)context)->r->vertices, sizeof(int32_t), err);
    return *out ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static void close_scratch(void *context, void *block) {
    (void)context;
    samen__delete(block);
}

static samen_status do_draws(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    int64_t from = task * DRAWS_PER_TASK, to = from + DRAWS_PER_TASK;
    (void)err;
    for (int64_t number = from; number < to && number < j->draws; number++)
        draw(j, number, block);
    return SAMEN_OK;
}

samen_status samen__bootstrap(const samen__resampling *resampling, int64_t draws, double *sums,
                              samen__run *run, samen_error *err) {
    job j = {.r = resampling, .draws = draws, .sums = sums, .seed = run->seed};
    samen__work work = {.what = "resampling",
                        .tasks = (draws + DRAWS_PER_TASK - 1) / DRAWS_PER_TASK,
                        .context = &j,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = do_draws};
    samen_status status = prepare(&j, err);
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
