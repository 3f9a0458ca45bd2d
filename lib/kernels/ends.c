/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undirected pairs are connected when they are in one component. In a directed graph 64 sources are followed at
 * once, one bit each, breadth first; the counts are whole numbers, so their order does not matter.
 *
 * Based on: M. Then et al., The more the merrier: efficient multi-source graph traversal, PVLDB 8(4), 2014
 * (doi 10.14778/2735496.2735507). */
#include "kernels/ends.h"

#include "core/memory.h"
#include "core/threads.h"

samen__ends_count samen__ends_counted(const samen__ends *ends, int64_t vertices) {
    samen__ends_count count = {0};
    for (int64_t v = 0; v < vertices; v++) {
        count.sources += ends->source[v];
        count.targets += ends->target[v];
        count.both += ends->source[v] && ends->target[v];
    }
    return count;
}

double samen__ends_pairs(const samen__ends_count *c, int directed) {
    double ordered = c->sources * c->targets - c->both;
    return directed ? ordered : ordered - c->both * (c->both - 1) / 2;
}

double samen__ends_pairs_of(const samen__ends *ends, const samen__ends_count *c, int64_t v,
                            int directed) {
    int source = ends->source[v], target = ends->target[v];
    double as_source = source ? c->targets - target : 0,
           as_target = target ? c->sources - source : 0;
    if (directed)
        return as_source + as_target;
    return source && target ? as_source + as_target - (c->both - 1) : as_source + as_target;
}

/* ---- Undirected --------------------------------------------------------------------------------- */

/* List the component of a vertex, from queue[0] on; returns how many they are. */
static int32_t list_component(const samen__rows *rows, int32_t root, uint8_t *seen,
                              int32_t *queue) {
    int32_t count = 1;
    queue[0] = root;
    seen[root] = 1;
    for (int32_t head = 0; head < count; head++) {
        int32_t v = queue[head];
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            int32_t to = rows->target[a];
            if (!seen[to]) {
                seen[to] = 1;
                queue[count++] = to;
            }
        }
    }
    return count;
}

static samen_status meet_undirected(const samen__rows *rows, const samen__ends *ends, double *met,
                                    samen_error *err) {
    int64_t n = rows->vertices;
    uint8_t *seen = samen__new(n, 1, err);
    int32_t *queue = samen__new_raw(n, sizeof *queue, err);
    samen_status status = seen && queue ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int32_t root = 0; status == SAMEN_OK && root < n; root++) {
        if (seen[root])
            continue;
        samen__ends_count here = {0};
        int32_t count = list_component(rows, root, seen, queue);
        for (int32_t i = 0; i < count; i++) {
            here.sources += ends->source[queue[i]];
            here.targets += ends->target[queue[i]];
            here.both += ends->source[queue[i]] && ends->target[queue[i]];
        }
        for (int32_t i = 0; i < count; i++)
            met[queue[i]] = samen__ends_pairs_of(ends, &here, queue[i], 0);
    }
    samen__delete(seen);
    samen__delete(queue);
    return status;
}

/* ---- Directed ----------------------------------------------------------------------------------- */

enum { BATCH = 64 };

typedef struct job {
    const samen__rows *rows;
    const samen__ends *ends;
    double *met;
    int32_t *source;
    int32_t sources;
} job;

typedef struct scratch {
    uint64_t *seen, *at,
        *next; /* of each vertex, the sources that have come by, are there, come next */
    int32_t *front, *reached;
    int64_t *met; /* of each vertex, the sources of this batch that reach it */
    int64_t reach[BATCH];
} scratch;

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__delete(s->seen);
    samen__delete(s->at);
    samen__delete(s->next);
    samen__delete(s->front);
    samen__delete(s->reached);
    samen__delete(s->met);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    const job *j = context;
    int64_t n = j->rows->vertices;
    scratch *s = samen__new(1, sizeof *s, err);
    if (!s)
        return SAMEN_ERR_MEMORY;
    *out = s;
    s->seen = samen__new(n, sizeof *s->seen, err);
    s->at = samen__new(n, sizeof *s->at, err);
    s->next = samen__new(n, sizeof *s->next, err);
    s->front = samen__new_raw(n, sizeof *s->front, err);
    s->reached = samen__new_raw(n, sizeof *s->reached, err);
    s->met = samen__new(n, sizeof *s->met, err);
    int complete = s->seen && s->at && s->next && s->front && s->reached && s->met;
    return complete ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* Go one step on from the vertices in front; returns how many were reached for the first time by somebody. */
static int32_t go_on(const samen__rows *rows, scratch *s, int32_t fronts) {
    int32_t count = 0;
    for (int32_t i = 0; i < fronts; i++) {
        int32_t v = s->front[i];
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            int32_t to = rows->target[a];
            uint64_t fresh = s->at[v] & ~s->seen[to];
            if (fresh && !s->next[to])
                s->reached[count++] = to;
            s->next[to] |= fresh;
        }
    }
    for (int32_t i = 0; i < fronts; i++)
        s->at[s->front[i]] = 0;
    return count;
}

/* What was reached comes to the front, and is counted where it may be a target. */
static void arrive(const job *j, scratch *s, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        int32_t v = s->reached[i];
        uint64_t fresh = s->next[v];
        s->next[v] = 0;
        s->at[v] = fresh;
        s->seen[v] |= fresh;
        if (!j->ends->target[v])
            continue;
        s->met[v] += __builtin_popcountll(fresh);
        for (; fresh; fresh &= fresh - 1)
            s->reach[__builtin_ctzll(fresh)]++;
    }
    int32_t *swap = s->front;
    s->front = s->reached;
    s->reached = swap;
}

static samen_status follow(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    scratch *s = block;
    int32_t from = (int32_t)task * BATCH, fronts = 0;
    (void)err;
    for (int64_t v = 0; v < j->rows->vertices; v++)
        s->seen[v] = 0;
    for (int32_t i = 0; i < BATCH && from + i < j->sources; i++) {
        int32_t v = j->source[from + i];
        s->seen[v] = s->at[v] = 1ull << i;
        s->front[fronts++] = v;
        s->reach[i] = 0;
    }
    while (fronts > 0) {
        fronts = go_on(j->rows, s, fronts);
        arrive(j, s, fronts);
    }
    return SAMEN_OK;
}

static samen_status add_met(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    scratch *s = block;
    (void)err;
    for (int64_t v = 0; v < j->rows->vertices; v++) {
        j->met[v] += (double)s->met[v];
        s->met[v] = 0;
    }
    for (int32_t i = 0; i < BATCH && task * BATCH + i < j->sources; i++)
        j->met[j->source[task * BATCH + i]] += (double)s->reach[i];
    return SAMEN_OK;
}

static samen_status meet_directed(const samen__rows *rows, const samen__ends *ends, double *met,
                                  samen__run *run, samen_error *err) {
    job j = {.rows = rows,
             .ends = ends,
             .met = met,
             .source = samen__new_raw(rows->vertices, sizeof *j.source, err)};
    if (!j.source)
        return SAMEN_ERR_MEMORY;
    for (int32_t v = 0; v < rows->vertices; v++) {
        met[v] = 0;
        if (ends->source[v])
            j.source[j.sources++] = v;
    }
    samen__work work = {.what = "who reaches whom",
                        .tasks = (j.sources + BATCH - 1) / BATCH,
                        .context = &j,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = follow,
                        .merge = add_met};
    samen_status status = j.sources > 0 ? samen__parallel(&work, run, err) : SAMEN_OK;
    samen__delete(j.source);
    return status;
}

samen_status samen__ends_met(const samen__rows *rows, const samen__rows *reverse,
                             const samen__ends *ends, double *met, samen__run *run,
                             samen_error *err) {
    return reverse ? meet_directed(rows, ends, met, run, err)
                   : meet_undirected(rows, ends, met, err);
}
