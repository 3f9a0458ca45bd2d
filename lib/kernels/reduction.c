/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Round by round, until little more can be had:
 *
 * - Twins are vertices with the same neighbours, tied to each other (closed) or not (open). They
 *   become one vertex that stands for its copies: paths through it count once for each copy, and
 *   each copy gets the same score. Paths between open twins are of length two and go through
 *   their common neighbours, evenly; between closed twins there is only their tie.
 * - A vertex whose neighbours are all tied to each other lies on no shortest path between
 *   others. One sweep from it, counted for both directions, says all that it does as an end of
 *   paths; then it is taken out.
 *
 * What projected partnerships are made of goes this way: members of one partnership only are
 * closed twins, and their neighbours a clique.
 *
 * Based on: A. E. Sariyüce, E. Saule, K. Kaya and Ü. V. Çatalyürek, Shattering and compressing
 * networks for betweenness centrality, SDM 2013 (doi 10.1137/1.9781611972832.76); R. Puzis, Y.
 * Elovici, P. Zilberman, S. Dolev and U. Brandes, Topology manipulations for speeding
 * betweenness centrality computation, Journal of Complex Networks 3(1), 2015 (doi
 * 10.1093/comnet/cnu015).
 * Complexity of a round: O(n + m), and the checks for cliques, which stop at the first
 * neighbour that is not tied to all others. */
#include "kernels/reduction.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "kernels/twins.h"

enum { LEAST_GAIN = 32 }; /* a round must take out one vertex in so many */

/* ---- Vertices that no path goes through ------------------------------------------------------ */

static int is_tied(const samen__quotient *q, int32_t u, int32_t w) {
    int64_t low = q->start[u], high = q->start[u + 1];
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (q->target[middle] < w)
            low = middle + 1;
        else
            high = middle;
    }
    return low < q->start[u + 1] && q->target[low] == w;
}

/* Is u tied to v and to all other neighbours of v? These are marked. A row that is much longer
 * than what is looked for is searched, not gone through. */
static int is_tied_to_all(const samen__quotient *q, int32_t u, int32_t v, const int32_t *mark) {
    int64_t wanted = samen__quotient_degree(q, v), common = 0;
    if (samen__quotient_degree(q, u) > 16 * wanted) {
        for (int64_t a = q->start[v]; a < q->start[v + 1]; a++) {
            if (q->target[a] != u && !is_tied(q, u, q->target[a]))
                return 0;
        }
        return 1;
    }
    for (int64_t a = q->start[u]; a < q->start[u + 1]; a++)
        common += mark[q->target[a]] == v + 1;
    return common == wanted;
}

/* Are all neighbours of v tied to each other, copies included? */
static int is_simplicial(const samen__quotient *q, int32_t v, int32_t *mark) {
    int64_t from = q->start[v], to = q->start[v + 1];
    int32_t least = -1;
    for (int64_t a = from; a < to; a++) {
        int32_t u = q->target[a];
        if (q->kind[u] == SAMEN__OPEN || samen__quotient_degree(q, u) < to - from)
            return 0;
        if (least < 0 || samen__quotient_degree(q, u) < samen__quotient_degree(q, least))
            least = u;
        mark[u] = v + 1;
    }
    mark[v] = v + 1;
    if (least >= 0 && !is_tied_to_all(q, least, v, mark)) /* the quickest to refuse */
        return 0;
    for (int64_t a = from; a < to; a++) {
        if (q->target[a] != least && !is_tied_to_all(q, q->target[a], v, mark))
            return 0;
    }
    return 1;
}

/* ---- Stages ---------------------------------------------------------------------------------- */

void samen__stages_free(samen__stages *stages) {
    for (int64_t i = 0; i < stages->count; i++)
        samen__stage_free(&stages->stage[i]);
    samen__delete(stages->stage);
    *stages = (samen__stages){0};
}

static double growth_of(const samen__quotient *q) {
    double largest = 1;
    for (int32_t v = 0; v < q->vertices; v++) {
        double paths = 0;
        for (int64_t a = q->start[v]; a < q->start[v + 1]; a++)
            paths += q->copies[q->target[a]];
        largest = paths > largest ? paths : largest;
    }
    return log2(largest) + 1;
}

/* A stage that sweeps from the vertices with leaves[v], or from all when none leaves. Targets
 * that do not leave count twice where some do, since nobody will sweep back from them to these. */
static samen_status add_stage(const samen__quotient *q, const uint8_t *leaves, int32_t leaving,
                              samen__stages *out, samen_error *err) {
    void *block = out->stage;
    samen_status status =
        samen__grow(&block, &out->capacity, out->count + 1, sizeof *out->stage, err);
    out->stage = block;
    if (status != SAMEN_OK)
        return status;
    int32_t n = q->vertices, sources = leaving > 0 ? leaving : n, at = 0;
    int64_t arcs = q->start[n];
    samen__stage *s = &out->stage[out->count++];
    *s = (samen__stage){.vertex = samen__new_raw(n + 1, sizeof *s->vertex, err),
                        .target = samen__new_raw(arcs, sizeof *s->target, err),
                        .own = samen__new_raw(n, sizeof *s->own, err),
                        .source = samen__new_raw(sources, sizeof *s->source, err),
                        .start = samen__new(sources, sizeof *s->start, err),
                        .sources = sources,
                        .class_of = samen__new_raw(q->originals, sizeof *s->class_of, err)};
    if (!s->vertex || !s->target || !s->own || !s->source || !s->start || !s->class_of)
        return SAMEN_ERR_MEMORY;
    memcpy(s->target, q->target, (size_t)arcs * sizeof *s->target);
    memcpy(s->own, q->own, (size_t)n * sizeof *s->own);
    memcpy(s->class_of, q->class_of, (size_t)q->originals * sizeof *s->class_of);
    for (int32_t v = 0; v < n; v++) {
        int is_source = leaving == 0 || leaves[v];
        s->vertex[v] = (samen__lane_vertex){.out = q->start[v],
                                            .in = q->start[v],
                                            .copies = q->copies[v],
                                            .weight = is_source ? q->own[v] : 2 * q->own[v]};
        if (is_source)
            s->source[at++] = v;
    }
    s->vertex[n] = (samen__lane_vertex){.out = arcs, .in = arcs};
    s->graph = (samen__lane_graph){.vertices = n,
                                   .vertex = s->vertex,
                                   .target = s->target,
                                   .source = s->target,
                                   .growth = growth_of(q)};
    return SAMEN_OK;
}

/* One round: find what no path goes through, make a stage for it, take it out. *left is how many
 * left. */
static samen_status take_out(samen__quotient *q, samen__stages *out, int32_t *left, samen__run *run,
                             samen_error *err) {
    uint8_t *leaves = samen__new(q->vertices, sizeof *leaves, err);
    int32_t *mark = samen__new(q->vertices, sizeof *mark, err);
    samen_status status = leaves && mark ? SAMEN_OK : SAMEN_ERR_MEMORY;
    *left = 0;
    for (int32_t v = 0; status == SAMEN_OK && v < q->vertices; v++) {
        int64_t arcs = samen__quotient_degree(q, v);
        leaves[v] = (uint8_t)is_simplicial(q, v, mark);
        *left += leaves[v];
        status = samen__run_step(run, leaves[v] ? arcs * arcs : arcs, "reduction", err);
    }
    if ((int64_t)*left * LEAST_GAIN < q->vertices)
        *left = 0;
    if (status == SAMEN_OK && *left > 0) {
        status = add_stage(q, leaves, *left, out, err);
        for (int32_t v = 0; v < q->vertices; v++)
            leaves[v] = !leaves[v];
        if (status == SAMEN_OK)
            status = samen__quotient_keep(q, leaves, err);
    }
    samen__delete(leaves);
    samen__delete(mark);
    return status;
}

static samen_status start_quotient(const samen__stage_rows *rows, samen__quotient *q,
                                   samen_error *err) {
    int32_t n = rows->vertices;
    int64_t arcs = rows->start[n];
    samen_status status = samen__quotient_new(n, arcs, n, q, err);
    if (status != SAMEN_OK)
        return status;
    memcpy(q->start, rows->start, ((size_t)n + 1) * sizeof *q->start);
    memcpy(q->target, rows->target, (size_t)arcs * sizeof *q->target);
    memcpy(q->own, rows->weight, (size_t)n * sizeof *q->own);
    for (int32_t v = 0; v < n; v++) {
        q->copies[v] = 1;
        q->class_of[v] = v;
    }
    return SAMEN_OK;
}

samen_status samen__reduce(const samen__stage_rows *rows, samen__stages *out, double *bonus,
                           samen__run *run, samen_error *err) {
    samen__quotient q;
    *out = (samen__stages){0};
    samen_status status = start_quotient(rows, &q, err);
    if (status != SAMEN_OK)
        return status;
    uint8_t *all = samen__new_raw(rows->vertices, sizeof *all, err);
    if (all)
        memset(all, 1, (size_t)rows->vertices);
    status = all ? samen__quotient_keep(&q, all, err) : SAMEN_ERR_MEMORY;
    int64_t merged = 1;
    int32_t left = 1;
    while (status == SAMEN_OK && q.vertices > 1 &&
           (merged * LEAST_GAIN >= q.vertices || left > 0)) {
        status = samen__twins_merge(&q, bonus, &merged, run, err);
        if (status == SAMEN_OK)
            status = take_out(&q, out, &left, run, err);
    }
    if (status == SAMEN_OK && q.vertices > 1)
        status = add_stage(&q, NULL, 0, out, err);
    samen__delete(all);
    samen__quotient_free(&q);
    if (status != SAMEN_OK)
        samen__stages_free(out);
    return status;
}
