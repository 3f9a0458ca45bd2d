/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From each vertex a the neighbourhood is searched, nearest first, until an allowance is used up; what has
 * been reached by then is the length of some walk, so never too short.
 *
 * - A tie a-v longer than a walk from a to v lies on no shortest path.
 * - A vertex v lies inside a shortest path only if for some two of its neighbours a and b the way a-v-b is
 *   a shortest one: a part of a shortest path is a shortest path. So where each such way is longer than a
 *   walk from a to b, nothing goes through v. This holds for all such vertices at once, since it is said of
 *   the graph with all of them in it.
 *
 * "Longer" is longer by more than what SAMEN__EQUAL_LENGTHS comes to on the longest possible path, so that no
 * comparison of whole paths, which has that tolerance, could have found the two equal.
 *
 * Based on: the witness searches of R. Geisberger, P. Sanders, D. Schultes and D. Delling, Contraction
 * hierarchies, WEA 2008 (doi 10.1007/978-3-540-68552-4_24); and side vertices as in A. E. Sariyüce et al.,
 * SDM 2013 (doi 10.1137/1.9781611972832.76). */
#include "kernels/detours.h"

#include <stdatomic.h>
#include <math.h>

#include "core/memory.h"
#include "core/sort.h"
#include "core/threads.h"

enum {
    VERTICES_PER_TASK = 256,
    MOST_NEIGHBOURS = 32, /* vertices with more are taken to be needed */
    LEAST_ARCS = 512,     /* that a search may go along */
    SHARE_OF_ARCS = 16    /* and else one arc in so many */
};

typedef struct job {
    const samen__brandes_graph *given;
    samen__brandes_graph sorted; /* rows in ascending order of length */
    int32_t *target;
    double *length;
    double *longest; /* tie of each vertex */
    int64_t *order;  /* of each arc of the sorted rows, its place in the given ones */
    double margin;
    int64_t most_arcs;
    uint8_t *undercut;
    _Atomic uint8_t *passed;
    atomic_int stop;
} job;

double samen__detours_margin(const samen__brandes_graph *g) {
    double longest = 0;
    for (int64_t a = 0; a < g->start[g->vertices]; a++)
        longest = g->length[a] > longest ? g->length[a] : longest;
    return longest * g->vertices * SAMEN__EQUAL_LENGTHS;
}

static int by_length(const void *context, int64_t a, int64_t b) {
    const double *length = context;
    return (length[a] > length[b]) - (length[a] < length[b]);
}

/* All arcs in order of length are dealt out to their rows. */
static samen_status sort_rows(job *j, samen_error *err) {
    const samen__brandes_graph *g = j->given;
    int64_t n = g->vertices, arcs = g->start[n];
    int64_t *order = samen__new_raw(arcs, sizeof *order, err);
    int64_t *fill = samen__new_raw(n, sizeof *fill, err);
    int32_t *from = samen__new_raw(arcs, sizeof *from, err);
    samen_status status = order && fill && from
                              ? samen__sort(order, arcs, by_length, g->length, err)
                              : SAMEN_ERR_MEMORY;
    for (int32_t v = 0; status == SAMEN_OK && v < n; v++) {
        fill[v] = g->start[v];
        for (int64_t a = g->start[v]; a < g->start[v + 1]; a++)
            from[a] = v;
    }
    for (int64_t i = 0; status == SAMEN_OK && i < arcs; i++) {
        int64_t at = fill[from[order[i]]]++;
        j->target[at] = g->target[order[i]];
        j->length[at] = g->length[order[i]];
        j->order[at] = order[i];
        j->longest[from[order[i]]] = g->length[order[i]];
    }
    samen__delete(order);
    samen__delete(fill);
    samen__delete(from);
    return status;
}

static int64_t degree(const job *j, int32_t v) {
    return j->given->start[v + 1] - j->given->start[v];
}

/* The longest way from a over a neighbour to a next one that is of interest. It must not depend on what other
 * threads have found, since it decides what the allowance is spent on. */
static double radius_around(const job *j, int32_t a) {
    const samen__brandes_graph *g = &j->sorted;
    double radius = j->undercut ? j->longest[a] : 0;
    for (int64_t i = g->start[a]; j->passed && i < g->start[a + 1]; i++) {
        int32_t v = g->target[i];
        if (degree(j, v) > 1 && degree(j, v) <= MOST_NEIGHBOURS &&
            g->length[i] + j->longest[v] > radius)
            radius = g->length[i] + j->longest[v];
    }
    return radius;
}

/* Is the way from a over v to some next vertex as short as any walk that was found? */
static int may_pass(const job *j, const samen__brandes *b, int32_t a, int32_t v, double first) {
    const samen__brandes_graph *g = &j->sorted;
    for (int64_t i = g->start[v]; i < g->start[v + 1]; i++) {
        if (g->target[i] != a &&
            !(samen__brandes_found(b, g->target[i]) + j->margin < first + g->length[i]))
            return 1;
    }
    return 0;
}

static void look_around(const job *j, samen__brandes *b, int32_t a) {
    const samen__brandes_graph *g = &j->sorted;
    double radius = radius_around(j, a);
    if (radius == 0)
        return;
    samen__brandes_explore(g, b, a, radius, j->most_arcs);
    for (int64_t i = g->start[a]; i < g->start[a + 1]; i++) {
        int32_t v = g->target[i];
        if (j->undercut)
            j->undercut[j->order[i]] = samen__brandes_found(b, v) + j->margin < g->length[i];
        if (j->passed && degree(j, v) <= MOST_NEIGHBOURS &&
            !atomic_load_explicit(&j->passed[v], memory_order_relaxed) &&
            may_pass(j, b, a, v, g->length[i]))
            atomic_store_explicit(&j->passed[v], 1, memory_order_relaxed);
    }
    samen__brandes_forget(b);
}

static samen_status open_search(void *context, void **out, samen_error *err) {
    const job *j = context;
    samen__brandes *b = samen__new(1, sizeof *b, err);
    if (!b)
        return SAMEN_ERR_MEMORY;
    *out = b;
    return samen__brandes_open(j->given->vertices, b, err);
}

static void close_search(void *context, void *block) {
    (void)context;
    samen__brandes_close(block);
    samen__delete(block);
}

static samen_status search(void *context, void *scratch, int64_t task, samen_error *err) {
    const job *j = context;
    int64_t from = task * VERTICES_PER_TASK, to = from + VERTICES_PER_TASK;
    (void)err;
    for (int64_t a = from; a < to && a < j->given->vertices && !atomic_load(&j->stop); a++)
        look_around(j, scratch, (int32_t)a);
    return SAMEN_OK;
}

samen_status samen__detours_find(const samen__brandes_graph *g, uint8_t *undercut, uint8_t *passed,
                                 samen__run *run, samen_error *err) {
    int64_t n = g->vertices, arcs = g->start[n];
    job j = {.given = g,
             .margin = samen__detours_margin(g),
             .most_arcs = arcs / SHARE_OF_ARCS > LEAST_ARCS ? arcs / SHARE_OF_ARCS : LEAST_ARCS,
             .undercut = undercut,
             .target = samen__new_raw(arcs, sizeof *j.target, err),
             .length = samen__new_raw(arcs, sizeof *j.length, err),
             .longest = samen__new(n, sizeof *j.longest, err),
             .order = samen__new_raw(arcs, sizeof *j.order, err),
             .passed = passed ? samen__new(n, sizeof *j.passed, err) : NULL};
    samen_status status = j.target && j.length && j.longest && j.order && (j.passed || !passed)
                              ? sort_rows(&j, err)
                              : SAMEN_ERR_MEMORY;
    j.sorted = (samen__brandes_graph){
        .vertices = g->vertices, .start = g->start, .target = j.target, .length = j.length};
    samen__work work = {.what = "looking for detours",
                        .tasks = (n + VERTICES_PER_TASK - 1) / VERTICES_PER_TASK,
                        .context = &j,
                        .open = open_search,
                        .close = close_search,
                        .task = search,
                        .stop = &j.stop};
    if (status == SAMEN_OK && n > 0)
        status = samen__parallel(&work, run, err);
    for (int32_t v = 0; status == SAMEN_OK && passed && v < n; v++)
        passed[v] = degree(&j, v) > MOST_NEIGHBOURS || j.passed[v];
    samen__delete(j.target);
    samen__delete(j.length);
    samen__delete(j.longest);
    samen__delete(j.order);
    samen__delete((void *)j.passed);
    return status;
}
