/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Constraint and effective size from triangles. Let s_i be the sum of i's strengths z_iq and g_q the
 * largest of q's. With
 *
 *     lent(i, j)   = sum over q of z_iq z_qj / s_q
 *     shared(i, j) = sum over q of z_iq z_qj        over the common neighbours q of i and j
 *
 * dyadic constraint is ((z_ij + lent) / s_i)^2 and the redundancy of j is shared / (s_i g_j). Both sums
 * are the same for j and i, so each edge is gone through once: the neighbours of the end with the more
 * neighbours are marked, and the row of the other end is summed up over the marks, without a branch. In
 * the ego model s_q and g_q depend on i; one more going through finds them for each arc.
 *
 * An edge's sums are made by one task, in the order of the row: the result has the same bits for any
 * number of threads.
 *
 * Based on: R. S. Burt, Structural Holes (1992), chapter 2; N. Chiba and T. Nishizeki, Arboricity and
 * subgraph listing algorithms, SIAM Journal on Computing 14(1), 1985 (doi 10.1137/0214017), for the cost:
 * the sum over edges of the lesser degree is at most twice m times the arboricity.
 * Complexity: O(sum over edges of the lesser degree of their ends). */
#include "kernels/holes.h"

#include <math.h>

#include "core/memory.h"
#include "core/threads.h"
#include "kernels/portions.h"

/* What is marked at each neighbour q of the vertex at hand, v; zeros at strangers. */
typedef struct marks {
    double *weight; /* z_vq */
    double *share;  /* z_vq / s_q; in the ego model, s_q as v sees it */
} marks;

typedef struct job {
    const samen__holes *holes;
    const samen__rows *rows;
    double *total, *largest; /* of each vertex, over its strengths */
    double *lent, *shared;   /* of each arc, NULL when not wanted */
    int32_t *mirror;         /* of each arc from v to u: the place of v in u's row */
    double *share;           /* ego model, of each arc v to q: z_vq over s_q as v sees it */
    double *reach;           /* ego model, of each arc v to q: g_q as v sees it */
} job;

/* ---- Sums over the common neighbours of two ends ------------------------------------------------- */

enum { SUMS = 4 }; /* side by side, so that one addition need not wait for the last */

static double add_up(const double sum[SUMS]) {
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

/* Both sums of one edge. Inlined for each case, so that what is not wanted costs nothing. */
static inline void meet(const marks *m, const int32_t *target, const double *weight, int64_t count,
                        int lends, int shares, double *lent, double *shared) {
    double l[SUMS] = {0}, s[SUMS] = {0};
    int64_t i = 0;
    for (; i + SUMS <= count; i += SUMS) {
        for (int k = 0; k < SUMS; k++) {
            double z = weight ? weight[i + k] : 1.0;
            if (lends)
                l[k] += z * m->share[target[i + k]];
            if (shares)
                s[k] += z * m->weight[target[i + k]];
        }
    }
    for (; i < count; i++) {
        double z = weight ? weight[i] : 1.0;
        if (lends)
            l[0] += z * m->share[target[i]];
        if (shares)
            s[0] += z * m->weight[target[i]];
    }
    *lent = add_up(l);
    *shared = add_up(s);
}

/* The edge of arc `there` from v, whose neighbours are marked, to u, and of `back` from u to v. */
static void meet_edge(const job *j, const marks *m, int32_t u, int64_t there, int64_t back) {
    int64_t from = j->rows->start[u], count = j->rows->start[u + 1] - from;
    const int32_t *target = j->rows->target + from;
    const double *weight = j->rows->weight ? j->rows->weight + from : NULL;
    double lent, shared;
    if (!weight && !j->shared)
        meet(m, target, NULL, count, 1, 0, &lent, &shared);
    else if (!weight)
        meet(m, target, NULL, count, 1, 1, &lent, &shared);
    else if (!j->shared)
        meet(m, target, weight, count, 1, 0, &lent, &shared);
    else
        meet(m, target, weight, count, 1, 1, &lent, &shared);
    if (j->lent)
        j->lent[there] = j->lent[back] = lent;
    if (j->shared)
        j->shared[there] = j->shared[back] = shared;
}

/* ---- The ego model -------------------------------------------------------------------------------- */

static double strength(const samen__rows *rows, int64_t arc) {
    return rows->weight ? rows->weight[arc] : 1.0;
}

/* What v sees of u, and u of v: the strengths among themselves and their common neighbours. */
static void look_around(const job *j, const marks *m, int32_t u, int64_t there, int64_t back) {
    const samen__rows *rows = j->rows;
    double z = strength(rows, there), of_u = z, of_v = z, most_u = z, most_v = z;
    for (int64_t a = rows->start[u]; a < rows->start[u + 1]; a++) {
        double near = m->weight[rows->target[a]], far = near > 0 ? strength(rows, a) : 0;
        of_u += far;
        of_v += near;
        most_u = far > most_u ? far : most_u;
        most_v = near > most_v ? near : most_v;
    }
    j->share[there] = z / of_u;
    j->share[back] = z / of_v;
    j->reach[there] = most_u;
    j->reach[back] = most_v;
}

/* As meet_edge, but what is lent to v's tie with u is not what is lent to u's with v. */
static void meet_egos(const job *j, const marks *m, int32_t u, int64_t there, int64_t back) {
    const samen__rows *rows = j->rows;
    double to_v = 0, to_u = 0, shared = 0;
    for (int64_t a = rows->start[u]; a < rows->start[u + 1]; a++) {
        int32_t q = rows->target[a];
        double z = strength(rows, a);
        to_v += z * m->share[q];
        to_u += j->share[a] * m->weight[q];
        shared += z * m->weight[q];
    }
    if (j->lent) {
        j->lent[there] = to_v;
        j->lent[back] = to_u;
    }
    if (j->shared)
        j->shared[there] = j->shared[back] = shared;
}

/* ---- Going through all edges ---------------------------------------------------------------------- */

enum { ARCS_AHEAD = 2, FETCHED = 64, INTS_IN_LINE = 16, DOUBLES_IN_LINE = 8 };

typedef void (*edge_work)(const job *j, const marks *m, int32_t u, int64_t there, int64_t back);

typedef struct passage {
    const job *job;
    edge_work work;
    atomic_int stop;
} passage;

static void close_marks(void *context, void *block) {
    marks *m = block;
    (void)context;
    samen__delete(m->weight);
    samen__delete(m->share);
    samen__delete(m);
}

static samen_status open_marks(void *context, void **out, samen_error *err) {
    int64_t n = ((const passage *)context)->job->rows->vertices;
    marks *m = samen__new(1, sizeof *m, err);
    if (!m)
        return SAMEN_ERR_MEMORY;
    *out = m;
    m->weight = samen__new(n, sizeof *m->weight, err);
    m->share = samen__new(n, sizeof *m->share, err);
    return m->weight && m->share ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static void mark_row(const job *j, int64_t v, const marks *m) {
    const samen__rows *rows = j->rows;
    for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
        int32_t q = rows->target[a];
        double z = strength(rows, a);
        m->weight[q] = z;
        m->share[q] = j->share ? j->share[a] : z / j->total[q];
    }
}

static void clear_row(const job *j, int64_t v, const marks *m) {
    for (int64_t a = j->rows->start[v]; a < j->rows->start[v + 1]; a++)
        m->weight[j->rows->target[a]] = m->share[j->rows->target[a]] = 0;
}

/* Does v take care of its edge with u? The one with more neighbours does. */
static int takes_care(const samen__rows *rows, int64_t v, int32_t u) {
    int64_t of_v = rows->start[v + 1] - rows->start[v], of_u = rows->start[u + 1] - rows->start[u];
    return of_u < of_v || (of_u == of_v && u < v);
}

/* Rows come from all over memory: ask for one early. */
static void fetch_row(const samen__rows *rows, int64_t arc) {
    int64_t row = rows->start[rows->target[arc]];
    for (int i = 0; i < FETCHED; i += INTS_IN_LINE)
        __builtin_prefetch(rows->target + row + i);
    for (int i = 0; rows->weight && i < FETCHED; i += DOUBLES_IN_LINE)
        __builtin_prefetch(rows->weight + row + i);
}

static samen_status do_edges(void *context, void *block, int64_t task, samen_error *err) {
    passage *p = context;
    const samen__rows *rows = p->job->rows;
    samen__portion part = samen__portion_of(rows, task);
    int64_t a = part.from;
    (void)err;
    for (int64_t v = samen__arc_source(rows, a); a < part.to && !atomic_load(&p->stop); v++) {
        int64_t end = rows->start[v + 1] < part.to ? rows->start[v + 1] : part.to;
        int marked = 0;
        for (; a < end; a++) {
            int32_t u = rows->target[a];
            if (a + ARCS_AHEAD < part.to)
                fetch_row(rows, a + ARCS_AHEAD);
            if (!takes_care(rows, v, u))
                continue;
            if (!marked)
                mark_row(p->job, v, block);
            marked = 1;
            p->work(p->job, block, u, a, rows->start[u] + p->job->mirror[a]);
        }
        if (marked)
            clear_row(p->job, v, block);
    }
    return SAMEN_OK;
}

static samen_status pass(const job *j, edge_work work, samen__run *run, samen_error *err) {
    passage p = {.job = j, .work = work};
    samen__work all = {.what = "structural holes",
                       .tasks = samen__portions(j->rows),
                       .context = &p,
                       .open = open_marks,
                       .close = close_marks,
                       .task = do_edges,
                       .stop = &p.stop};
    return samen__parallel(&all, run, err);
}

/* ---- From sums to measures ------------------------------------------------------------------------ */

static void finish_vertex(const job *j, int64_t i) {
    const samen__holes *h = j->holes;
    const samen__rows *rows = j->rows;
    int64_t from = rows->start[i], to = rows->start[i + 1];
    double constraint = 0, size = (double)(to - from), spread = 0, n = size;
    for (int64_t a = from; j->lent && a < to; a++) {
        double part = (strength(rows, a) + j->lent[a]) / j->total[i];
        j->lent[a] = part * part;
        constraint += j->lent[a];
    }
    for (int64_t a = from; j->shared && a < to; a++) {
        double most = j->reach ? j->reach[a] : j->largest[rows->target[a]];
        j->shared[a] /= j->total[i] * most;
        size -= j->shared[a];
    }
    for (int64_t a = from; h->hierarchy && n > 1 && a < to; a++) {
        double ratio = j->lent[a] * n / constraint;
        spread += ratio * log(ratio);
    }
    if (h->constraint)
        h->constraint[i] = constraint;
    if (h->effective_size)
        h->effective_size[i] = size;
    if (h->hierarchy)
        h->hierarchy[i] = n > 1 ? spread / (n * log(n)) : 1;
}

static samen_status do_vertices(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    samen__portion part = samen__portion_of(j->rows, task);
    (void)block;
    (void)err;
    for (int64_t i = part.first; i < part.end; i++) {
        if (j->rows->start[i] < j->rows->start[i + 1])
            finish_vertex(j, i);
    }
    return SAMEN_OK;
}

static samen_status finish(job *j, samen__run *run, samen_error *err) {
    samen__work all = {.what = "structural holes",
                       .tasks = samen__portions(j->rows),
                       .context = j,
                       .task = do_vertices};
    return samen__parallel(&all, run, err);
}

static void sum_strengths(const job *j) {
    for (int64_t v = 0; v < j->rows->vertices; v++) {
        for (int64_t a = j->rows->start[v]; a < j->rows->start[v + 1]; a++) {
            double z = strength(j->rows, a);
            j->total[v] += z;
            j->largest[v] = z > j->largest[v] ? z : j->largest[v];
        }
    }
}

/* Rows are in ascending order, so the arcs into u come in the order of u's row. */
static samen_status mirror_arcs(job *j, samen_error *err) {
    const samen__rows *rows = j->rows;
    int32_t *met = samen__new(rows->vertices, sizeof *met, err);
    j->mirror = samen__new_raw(rows->arcs, sizeof *j->mirror, err);
    samen_status status = met && j->mirror ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t a = 0; status == SAMEN_OK && a < rows->arcs; a++)
        j->mirror[a] = met[rows->target[a]]++;
    samen__delete(met);
    return status;
}

/* The caller's array, or one of our own when something else needs it. */
static double *array_for(double *given, int needed, int64_t count, int *complete,
                         samen_error *err) {
    double *array = given;
    if (!given && needed) {
        array = samen__new_raw(count, sizeof *array, err);
        *complete &= array != NULL;
    }
    return array;
}

static samen_status prepare(job *j, samen_error *err) {
    const samen__holes *h = j->holes;
    int64_t n = j->rows->vertices, arcs = j->rows->arcs;
    int complete = 1;
    j->total = samen__new(n, sizeof *j->total, err);
    j->largest = samen__new(n, sizeof *j->largest, err);
    j->lent = array_for(h->dyadic, h->constraint || h->hierarchy, arcs, &complete, err);
    j->shared = array_for(h->redundancy, h->effective_size != NULL, arcs, &complete, err);
    j->share = array_for(NULL, h->ego_model, arcs, &complete, err);
    j->reach = array_for(NULL, h->ego_model, arcs, &complete, err);
    if (!j->total || !j->largest || !complete)
        return SAMEN_ERR_MEMORY;
    sum_strengths(j);
    return mirror_arcs(j, err);
}

samen_status samen__holes_find(const samen__holes *holes, samen__run *run, samen_error *err) {
    job j = {.holes = holes, .rows = holes->rows};
    samen__run look = samen__run_part(run, 0, 0.4), meeting = samen__run_part(run, 0.4, 0.9),
               last = samen__run_part(run, 0.9, 1);
    samen_status status = prepare(&j, err);
    double *share = j.share;
    if (status == SAMEN_OK && holes->ego_model) {
        j.share = NULL; /* the marks need only weights yet */
        job seen = j;
        seen.share = share;
        status = pass(&seen, look_around, &look, err);
        j.share = share;
    }
    if (status == SAMEN_OK)
        status = pass(&j, holes->ego_model ? meet_egos : meet_edge, &meeting, err);
    if (status == SAMEN_OK)
        status = finish(&j, &last, err);
    if (!holes->dyadic)
        samen__delete(j.lent);
    if (!holes->redundancy)
        samen__delete(j.shared);
    samen__delete(share);
    samen__delete(j.mirror);
    samen__delete(j.reach);
    samen__delete(j.total);
    samen__delete(j.largest);
    return status;
}
