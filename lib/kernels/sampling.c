/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draw is a pair that counts, each as likely as another, and one of its shortest paths, each as likely as another.
 * A vertex is inside it with a chance that is its betweenness over the number of pairs: what is counted is binomial.
 *
 * After each of several rounds, ever longer ones, every vertex has Chernoff's bounds on its chance. For all bounds of
 * all rounds to hold at once with probability 1 - delta, delta is divided among them: round j gets 1 / (j (j + 1)) of
 * it, of which one half goes to the few vertices that a trial run of other draws met most often, the other half to
 * all vertices. So the large ones, which need most draws, need fewer of them; that they were chosen by other draws
 * keeps the promise.
 *
 * Based on: M. Borassi and E. Natale, KADABRA, ACM JEA 24, 2019 (doi 10.1145/3284359), who divide delta by a trial
 * run too; the bounds are those of binomial.h instead of theirs, which need a greatest number of draws. */
#include "kernels/sampling.h"

#include <math.h>
#include <stdatomic.h>

#include "core/memory.h"
#include "core/sort.h"
#include "core/threads.h"
#include "kernels/binomial.h"

enum {
    DRAWS_PER_TASK = 64,
    TRIAL_DRAWS = 1024,
    FAVOURED = 64,
    LEAST_DRAWS = 1024,
    PURPOSE_TRIAL = 0x7061, /* of random numbers */
    PURPOSE_DRAW = 0x7062
};

#define GROWTH 1.2

typedef struct job {
    const samen__path_graph *graph;
    const samen__sampling *sampling;
    int64_t n;
    int32_t *source, *target; /* those that ends name */
    int64_t sources, targets;
    uint64_t seed;
    uint32_t purpose;
    int64_t first, last; /* draws of this round */
    int64_t *hits;
    uint8_t *favoured;
    int64_t favourites, others; /* vertices that delta is divided among */
    int64_t *order;
    atomic_int stop;
} job;

typedef struct scratch {
    samen__path_scratch path;
    int32_t *hit; /* vertices inside the paths of a task */
    int64_t hits, capacity;
} scratch;

void samen__estimates_free(samen__estimates *e) {
    samen__delete(e->value);
    samen__delete(e->lower);
    samen__delete(e->upper);
    *e = (samen__estimates){0};
}

/* ---- Drawing ------------------------------------------------------------------------------------ */

/* In an undirected graph a pair that could be drawn either way round is taken every other time. */
static void draw_pair(const job *j, samen__random *random, int32_t *source, int32_t *target) {
    const samen__ends *ends = j->sampling->ends;
    int directed = j->graph->out != j->graph->in;
    for (;;) {
        *source = j->source[samen__random_below(random, (uint64_t)j->sources)];
        *target = j->target[samen__random_below(random, (uint64_t)j->targets)];
        if (*source == *target)
            continue;
        int either_way = !directed && ends->target[*source] && ends->source[*target];
        if (!either_way || samen__random_below(random, 2) == 0)
            return;
    }
}

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__path_close(&s->path);
    samen__delete(s->hit);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    const job *j = context;
    scratch *s = samen__new(1, sizeof *s, err);
    if (!s)
        return SAMEN_ERR_MEMORY;
    *out = s;
    return samen__path_open((int32_t)j->n, j->graph->out_length != NULL, &s->path, err);
}

static samen_status draw_some(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    scratch *s = block;
    int64_t from = j->first + task * DRAWS_PER_TASK, to = from + DRAWS_PER_TASK;
    s->hits = 0;
    for (int64_t draw = from; draw < to && draw < j->last && !atomic_load(&j->stop); draw++) {
        samen__random random = samen__random_start(j->seed, j->purpose, (uint64_t)draw);
        int32_t source, target;
        draw_pair(j, &random, &source, &target);
        samen__path_draw(j->graph, &s->path, source, target, &random);
        void *hit = s->hit;
        samen_status status =
            samen__grow(&hit, &s->capacity, s->hits + s->path.between, sizeof *s->hit, err);
        s->hit = hit;
        if (status != SAMEN_OK)
            return status;
        for (int32_t i = 0; i < s->path.between; i++)
            s->hit[s->hits++] = s->path.path[i];
    }
    return SAMEN_OK;
}

static samen_status count_hits(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    const scratch *s = block;
    (void)task;
    (void)err;
    for (int64_t i = 0; i < s->hits; i++)
        j->hits[s->hit[i]]++;
    return SAMEN_OK;
}

static samen_status draw_round(job *j, uint32_t purpose, int64_t first, int64_t last,
                               samen__run *run, samen_error *err) {
    j->purpose = purpose;
    j->first = first;
    j->last = last;
    samen__work work = {.what = "drawing paths",
                        .tasks = (last - first + DRAWS_PER_TASK - 1) / DRAWS_PER_TASK,
                        .context = j,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = draw_some,
                        .merge = count_hits,
                        .stop = &j->stop};
    return samen__parallel(&work, run, err);
}

/* ---- Bounds ------------------------------------------------------------------------------------- */

/* The logarithm of one over what a bound of a vertex may miss by in this round: each vertex has two. */
static double doubt_of(const job *j, int favoured, int round) {
    double among = (double)(favoured ? j->favourites : j->others);
    return log(4 * among * round * (round + 1.0) / j->sampling->delta);
}

/* Bounds depend on the count and on whether the vertex is favoured only; go through equal counts together. */
static void find_bounds(const job *j, int round, samen__estimates *e) {
    int64_t at_count[2] = {-1, -1};
    double low[2] = {0}, high[2] = {0}, draws = (double)e->draws;
    for (int64_t i = 0; i < j->n; i++) {
        int64_t v = j->order[i];
        double scale = j->sampling->scale[v], offset = j->sampling->offset[v];
        int kind = j->favoured[v];
        if (scale > 0 && at_count[kind] != j->hits[v]) {
            double doubt = doubt_of(j, kind, round);
            at_count[kind] = j->hits[v];
            low[kind] = samen__binomial_lower(j->hits[v], e->draws, doubt);
            high[kind] = samen__binomial_upper(j->hits[v], e->draws, doubt);
        }
        e->value[v] = offset + scale * (double)j->hits[v] / draws;
        e->lower[v] = scale > 0 ? offset + scale * low[kind] : offset;
        e->upper[v] = scale > 0 ? offset + scale * high[kind] : offset;
    }
}

static int are_close(const job *j, const samen__estimates *e) {
    for (int64_t v = 0; v < j->n; v++) {
        if (e->upper[v] - e->value[v] > j->sampling->epsilon ||
            e->value[v] - e->lower[v] > j->sampling->epsilon)
            return 0;
    }
    return 1;
}

static int by_hits(const void *context, int64_t a, int64_t b) {
    const int64_t *hits = context;
    return (hits[a] < hits[b]) - (hits[a] > hits[b]);
}

static int by_lower(const void *context, int64_t a, int64_t b) {
    const double *lower = context;
    return (lower[a] < lower[b]) - (lower[a] > lower[b]);
}

/* Are those whose lower bounds are the largest surely the largest? */
static samen_status are_known(const job *j, const samen__estimates *e, int *known,
                              samen_error *err) {
    int64_t top = j->sampling->top;
    *known = top >= j->n;
    if (top <= 0 || *known)
        return SAMEN_OK;
    int64_t *order = samen__new_raw(j->n, sizeof *order, err);
    samen_status status =
        order ? samen__sort(order, j->n, by_lower, e->lower, err) : SAMEN_ERR_MEMORY;
    *known = status == SAMEN_OK;
    for (int64_t i = top; *known && i < j->n; i++)
        *known = e->upper[order[i]] < e->lower[order[top - 1]];
    samen__delete(order);
    return status;
}

/* ---- Rounds ------------------------------------------------------------------------------------- */

/* Favour the vertices that a trial run meets most often; the draws are then forgotten. */
static samen_status favour(job *j, samen__run *run, samen_error *err) {
    samen_status status = draw_round(j, PURPOSE_TRIAL, 0, TRIAL_DRAWS, run, err);
    if (status == SAMEN_OK)
        status = samen__sort(j->order, j->n, by_hits, j->hits, err);
    for (int64_t i = 0; status == SAMEN_OK && i < j->n; i++) {
        int64_t v = j->order[i];
        if (i < FAVOURED && j->sampling->scale[v] > 0) {
            j->favoured[v] = 1;
            j->favourites++;
        }
        j->hits[v] = 0;
    }
    return status;
}

static double largest_scale(const job *j) {
    double largest = 0;
    for (int64_t v = 0; v < j->n; v++)
        largest = j->sampling->scale[v] > largest ? j->sampling->scale[v] : largest;
    return largest;
}

static samen_status go_round_by_round(job *j, samen__estimates *e, samen__run *run,
                                      samen_error *err) {
    double scale = largest_scale(j), epsilon = j->sampling->epsilon / scale;
    double most = doubt_of(j, 0, 64) / (2 * epsilon * epsilon) + LEAST_DRAWS; /* Hoeffding's */
    double next = fmax(LEAST_DRAWS, doubt_of(j, 0, 1) / epsilon);
    int done = 0;
    samen_status status = SAMEN_OK;
    for (int round = 1; status == SAMEN_OK && !done; round++) {
        int64_t last = (int64_t)ceil(next);
        samen__run part =
            samen__run_part(run, fmin(1, (double)e->draws / most), fmin(1, (double)last / most));
        status = draw_round(j, PURPOSE_DRAW, e->draws, last, &part, err);
        samen__run_join(run, &part);
        e->draws = last;
        next *= GROWTH;
        if (status == SAMEN_OK)
            status = samen__sort(j->order, j->n, by_hits, j->hits, err);
        if (status != SAMEN_OK)
            return status;
        find_bounds(j, round, e);
        done = are_close(j, e);
        if (!done)
            status = are_known(j, e, &done, err);
    }
    return status;
}

static samen_status list_ends(job *j, samen_error *err) {
    j->source = samen__new_raw(j->n, sizeof *j->source, err);
    j->target = samen__new_raw(j->n, sizeof *j->target, err);
    j->hits = samen__new(j->n, sizeof *j->hits, err);
    j->favoured = samen__new(j->n, 1, err);
    j->order = samen__new_raw(j->n, sizeof *j->order, err);
    if (!j->source || !j->target || !j->hits || !j->favoured || !j->order)
        return SAMEN_ERR_MEMORY;
    for (int32_t v = 0; v < j->n; v++) {
        if (j->sampling->ends->source[v])
            j->source[j->sources++] = v;
        if (j->sampling->ends->target[v])
            j->target[j->targets++] = v;
        j->others += j->sampling->scale[v] > 0;
    }
    return SAMEN_OK;
}

samen_status samen__sample(const samen__path_graph *graph, const samen__sampling *sampling,
                           samen__estimates *out, samen__run *run, samen_error *err) {
    int64_t n = graph->out->vertices;
    job j = {.graph = graph, .sampling = sampling, .n = n, .seed = run->seed};
    *out = (samen__estimates){.value = samen__new(n, sizeof *out->value, err),
                              .lower = samen__new(n, sizeof *out->lower, err),
                              .upper = samen__new(n, sizeof *out->upper, err)};
    samen_status status =
        out->value && out->lower && out->upper ? list_ends(&j, err) : SAMEN_ERR_MEMORY;
    samen__run trial = samen__run_part(run, 0, 0.01), rest = samen__run_part(run, 0.01, 1);
    for (int64_t v = 0; status == SAMEN_OK && v < n; v++)
        out->value[v] = out->lower[v] = out->upper[v] = sampling->offset[v];
    int any = j.others > 0; /* else there is nothing to be drawn for */
    if (status == SAMEN_OK && any)
        status = favour(&j, &trial, err);
    if (status == SAMEN_OK && any)
        status = go_round_by_round(&j, out, &rest, err);
    samen__delete(j.source);
    samen__delete(j.target);
    samen__delete(j.hits);
    samen__delete(j.favoured);
    samen__delete(j.order);
    if (status != SAMEN_OK)
        samen__estimates_free(out);
    return status;
}
