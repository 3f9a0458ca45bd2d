/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One vertex at a time: its neighbours are marked, and for each of them the row is gone through for
 * those that are marked, which are the third corners of triangles.
 *
 * Based on: R. S. Burt, Structural Holes (1992), chapter 2.
 * Complexity: O(sum over arcs of the degree of the target); memory per thread O(n). */
#include "kernels/holes.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/threads.h"

enum { VERTICES_PER_TASK = 256 };

typedef struct job {
    const samen__holes *holes;
    double *total;   /* of each vertex: the sum of its strengths */
    double *largest; /* of each vertex: the largest of them */
} job;

typedef struct scratch {
    double *mark;     /* of each vertex: its strength to the one at hand, 0 for strangers */
    double *indirect; /* of each vertex: sum of p_iq p_qj over q */
    double *doubled;  /* of each vertex: sum of p_iq m_jq over q */
} scratch;

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__delete(s->mark);
    samen__delete(s->indirect);
    samen__delete(s->doubled);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    int64_t n = ((const job *)context)->holes->rows->vertices;
    scratch *s = samen__new(1, sizeof *s, err);
    if (!s)
        return SAMEN_ERR_MEMORY;
    *out = s;
    s->mark = samen__new(n, sizeof *s->mark, err);
    s->indirect = samen__new(n, sizeof *s->indirect, err);
    s->doubled = samen__new(n, sizeof *s->doubled, err);
    return s->mark && s->indirect && s->doubled ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* The sum and the largest of q's strengths: all of them, or those inside i's neighbourhood. */
static void measure_strengths(const job *j, const scratch *s, int64_t i, int32_t q, double *total,
                              double *largest) {
    const samen__rows *rows = j->holes->rows;
    *total = j->total[q];
    *largest = j->largest[q];
    if (!j->holes->ego_model)
        return;
    *total = *largest = s->mark[q];
    for (int64_t a = rows->start[q]; a < rows->start[q + 1]; a++) {
        if (s->mark[rows->target[a]] > 0 && rows->target[a] != i) {
            *total += rows->weight[a];
            *largest = rows->weight[a] > *largest ? rows->weight[a] : *largest;
        }
    }
}

/* What the neighbour q lends to i's tie with each neighbour j that both have, and takes from it. */
static void go_through(const job *j, scratch *s, int64_t i, int32_t q) {
    const samen__rows *rows = j->holes->rows;
    double total, largest, share = s->mark[q] / j->total[i];
    measure_strengths(j, s, i, q, &total, &largest);
    for (int64_t a = rows->start[q]; a < rows->start[q + 1]; a++) {
        int32_t other = rows->target[a];
        if (s->mark[other] == 0)
            continue;
        s->indirect[other] += share * rows->weight[a] / total;
        s->doubled[q] += s->mark[other] / j->total[i] * rows->weight[a] / largest;
    }
}

static void put_vertex(const job *j, scratch *s, int64_t i) {
    const samen__holes *h = j->holes;
    int64_t from = h->rows->start[i], to = h->rows->start[i + 1];
    double constraint = 0, size = (double)(to - from), spread = 0;
    for (int64_t a = from; a < to; a++) {
        int32_t q = h->rows->target[a];
        double dyadic = s->mark[q] / j->total[i] + s->indirect[q];
        dyadic *= dyadic;
        constraint += dyadic;
        size -= s->doubled[q];
        if (h->dyadic)
            h->dyadic[a] = dyadic;
        if (h->redundancy)
            h->redundancy[a] = s->doubled[q];
        s->indirect[q] = dyadic; /* kept for the hierarchy */
    }
    double n = (double)(to - from);
    for (int64_t a = from; a < to; a++) {
        double ratio = s->indirect[h->rows->target[a]] * n / constraint;
        spread += ratio * log(ratio);
    }
    if (h->constraint)
        h->constraint[i] = constraint;
    if (h->effective_size)
        h->effective_size[i] = size;
    if (h->hierarchy)
        h->hierarchy[i] = n > 1 ? spread / (n * log(n)) : 1;
}

static void do_vertex(const job *j, scratch *s, int64_t i) {
    const samen__rows *rows = j->holes->rows;
    int64_t from = rows->start[i], to = rows->start[i + 1];
    if (from == to)
        return;
    for (int64_t a = from; a < to; a++)
        s->mark[rows->target[a]] = rows->weight[a];
    for (int64_t a = from; a < to; a++)
        go_through(j, s, i, rows->target[a]);
    put_vertex(j, s, i);
    for (int64_t a = from; a < to; a++)
        s->mark[rows->target[a]] = s->indirect[rows->target[a]] = s->doubled[rows->target[a]] = 0;
}

static samen_status do_vertices(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    int64_t from = task * VERTICES_PER_TASK, to = from + VERTICES_PER_TASK;
    (void)err;
    for (int64_t i = from; i < to && i < j->holes->rows->vertices; i++)
        do_vertex(j, block, i);
    return SAMEN_OK;
}

samen_status samen__holes_find(const samen__holes *holes, samen__run *run, samen_error *err) {
    const samen__rows *rows = holes->rows;
    job j = {.holes = holes,
             .total = samen__new(rows->vertices, sizeof *j.total, err),
             .largest = samen__new(rows->vertices, sizeof *j.largest, err)};
    samen__work work = {.what = "structural holes",
                        .tasks = (rows->vertices + VERTICES_PER_TASK - 1) / VERTICES_PER_TASK,
                        .context = &j,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = do_vertices};
    samen_status status = j.total && j.largest ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t v = 0; status == SAMEN_OK && v < rows->vertices; v++) {
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            j.total[v] += rows->weight[a];
            j.largest[v] = rows->weight[a] > j.largest[v] ? rows->weight[a] : j.largest[v];
        }
    }
    if (status == SAMEN_OK)
        status = samen__parallel(&work, run, err);
    samen__delete(j.total);
    samen__delete(j.largest);
    return status;
}
