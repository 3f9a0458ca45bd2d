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
 * Complexity of a round: O(n log n + m), and the checks for cliques, which stop at the first
 * neighbour that is not tied to all others. */
#include "kernels/reduction.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/sort.h"

enum { SINGLE, OPEN, CLOSED };
enum { LEAST_GAIN = 32 }; /* a round must take out one vertex in so many */

/* The graph as it is now. */
typedef struct quotient {
    int32_t vertices;
    int64_t *start;
    int32_t *target;
    double *copies, *own;
    uint8_t *kind;
    int32_t *class_of; /* of each original vertex its place here, or -1 */
    int32_t originals;
} quotient;

static void free_quotient(quotient *q) {
    samen__delete(q->start);
    samen__delete(q->target);
    samen__delete(q->copies);
    samen__delete(q->own);
    samen__delete(q->kind);
    samen__delete(q->class_of);
    *q = (quotient){0};
}

static samen_status new_quotient(int32_t vertices, int64_t arcs, int32_t originals, quotient *q,
                                 samen_error *err) {
    *q = (quotient){.vertices = vertices,
                    .originals = originals,
                    .start = samen__new(vertices + 1, sizeof *q->start, err),
                    .target = samen__new_raw(arcs, sizeof *q->target, err),
                    .copies = samen__new(vertices, sizeof *q->copies, err),
                    .own = samen__new(vertices, sizeof *q->own, err),
                    .kind = samen__new(vertices, sizeof *q->kind, err),
                    .class_of = samen__new_raw(originals, sizeof *q->class_of, err)};
    if (q->start && q->target && q->copies && q->own && q->kind && q->class_of)
        return SAMEN_OK;
    free_quotient(q);
    return SAMEN_ERR_MEMORY;
}

static int64_t degree(const quotient *q, int32_t v) {
    return q->start[v + 1] - q->start[v];
}

/* ---- Going over to fewer vertices ------------------------------------------------------------ */

/* Put every row into ascending order: the rows of a symmetric graph are filled in that order
 * when its arcs are gone through by the vertex that they lead from. */
static samen_status sort_rows(quotient *q, samen_error *err) {
    int64_t arcs = q->start[q->vertices];
    int32_t *sorted = samen__new_raw(arcs, sizeof *sorted, err);
    int64_t *fill = samen__new_raw(q->vertices, sizeof *fill, err);
    samen_status status = sorted && fill ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int32_t v = 0; status == SAMEN_OK && v < q->vertices; v++)
        fill[v] = q->start[v];
    for (int32_t v = 0; status == SAMEN_OK && v < q->vertices; v++) {
        for (int64_t a = q->start[v]; a < q->start[v + 1]; a++)
            sorted[fill[q->target[a]]++] = v;
    }
    if (status == SAMEN_OK && arcs > 0)
        memcpy(q->target, sorted, (size_t)arcs * sizeof *sorted);
    samen__delete(sorted);
    samen__delete(fill);
    return status;
}

/* The graph of the vertices that stay: place[v] is the new place of each, the same for merged
 * ones, or -1. first[p] is a vertex that stands for place p. */
static samen_status rebuild(const quotient *q, const int32_t *place, const int32_t *first,
                            int32_t vertices, quotient *out, samen_error *err) {
    samen_status status = new_quotient(vertices, q->start[q->vertices], q->originals, out, err);
    int32_t *seen = samen__new(vertices, sizeof *seen, err);
    if (status != SAMEN_OK || !seen) {
        samen__delete(seen);
        free_quotient(out);
        return SAMEN_ERR_MEMORY;
    }
    int64_t at = 0;
    for (int32_t p = 0; p < vertices; p++) {
        int32_t v = first[p];
        seen[p] = p + 1; /* ties inside a class vanish */
        for (int64_t a = q->start[v]; a < q->start[v + 1]; a++) {
            int32_t to = place[q->target[a]];
            if (to < 0 || seen[to] == p + 1)
                continue;
            seen[to] = p + 1;
            out->target[at++] = to;
        }
        out->start[p + 1] = at;
        out->kind[p] = q->kind[v];
    }
    for (int32_t v = 0; v < q->vertices; v++) {
        if (place[v] >= 0) {
            out->copies[place[v]] += q->copies[v];
            out->own[place[v]] += q->own[v];
        }
    }
    for (int32_t i = 0; i < q->originals; i++)
        out->class_of[i] = q->class_of[i] < 0 ? -1 : place[q->class_of[i]];
    samen__delete(seen);
    status = sort_rows(out, err);
    if (status != SAMEN_OK)
        free_quotient(out);
    return status;
}

/* Places in breadth-first order from the vertex of the largest degree, so that neighbours stand
 * close. stays[v] says which vertices stay; the graph of those is connected. Returns how many
 * they are. */
static int32_t order_places(const quotient *q, const uint8_t *stays, int32_t *place,
                            int32_t *first) {
    int32_t root = -1, made = 0;
    for (int32_t v = 0; v < q->vertices; v++) {
        place[v] = -1;
        if (stays[v] && (root < 0 || degree(q, v) > degree(q, root)))
            root = v;
    }
    if (root >= 0) {
        place[root] = 0;
        first[made++] = root;
    }
    for (int32_t head = 0; head < made; head++) {
        int32_t v = first[head];
        for (int64_t a = q->start[v]; a < q->start[v + 1]; a++) {
            int32_t to = q->target[a];
            if (stays[to] && place[to] < 0) {
                place[to] = made;
                first[made++] = to;
            }
        }
    }
    return made;
}

/* ---- Twins ----------------------------------------------------------------------------------- */

static uint64_t scramble(uint64_t x) {
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

static int by_key(const void *context, int64_t a, int64_t b) {
    const uint64_t *key = context;
    return (key[a] > key[b]) - (key[a] < key[b]);
}

/* Have two vertices the same neighbours, themselves (closed) counted or not (open)? `mark` holds
 * the first one's neighbours, and itself when closed, marked with `tag`. */
static int has_same_neighbours(const quotient *q, int32_t v, const int32_t *mark, int32_t tag,
                               int closed) {
    if (closed && mark[v] != tag)
        return 0;
    for (int64_t a = q->start[v]; a < q->start[v + 1]; a++) {
        if (mark[q->target[a]] != tag)
            return 0;
    }
    return 1;
}

/* What merging needs while it goes on. */
typedef struct merging {
    quotient *q;
    uint64_t *key;
    int64_t *sorted;
    int32_t *mark;
    int32_t *leader; /* of each vertex, the one that it is merged into, or itself */
    double *bonus;   /* of each vertex: paths between open twins that go through one copy of it */
    int64_t merged;
} merging;

/* Paths between open twins: evenly through the copies of their common neighbours. */
static void add_bonus(merging *m, int32_t v, double pairs) {
    double through = 0;
    for (int64_t a = m->q->start[v]; a < m->q->start[v + 1]; a++)
        through += m->q->copies[m->q->target[a]];
    for (int64_t a = m->q->start[v]; a < m->q->start[v + 1]; a++)
        m->bonus[m->q->target[a]] += pairs / through;
}

/* Vertices sorted[from..to) have equal keys: merge those that are twins of the first that is
 * free. */
static void merge_run(merging *m, int64_t from, int64_t to, int kind) {
    quotient *q = m->q;
    for (int64_t i = from; i < to; i++) {
        int32_t v = (int32_t)m->sorted[i], tag = v + 1;
        if (m->leader[v] != v || (q->kind[v] != SINGLE && q->kind[v] != kind))
            continue;
        double sum = q->own[v], squares = q->own[v] * q->own[v];
        int found = 0;
        for (int64_t a = q->start[v]; a < q->start[v + 1]; a++)
            m->mark[q->target[a]] = tag;
        if (kind == CLOSED)
            m->mark[v] = tag;
        for (int64_t j = i + 1; j < to; j++) {
            int32_t w = (int32_t)m->sorted[j];
            if (m->leader[w] != w || (q->kind[w] != SINGLE && q->kind[w] != kind) ||
                degree(q, w) != degree(q, v) ||
                !has_same_neighbours(q, w, m->mark, tag, kind == CLOSED))
                continue;
            m->leader[w] = v;
            sum += q->own[w];
            squares += q->own[w] * q->own[w];
            found = 1;
            m->merged++;
        }
        if (found) {
            q->kind[v] = (uint8_t)kind;
            if (kind == OPEN)
                add_bonus(m, v, sum * sum - squares);
        }
        if (!found)
            return; /* the rest of the run is alike to nobody, or to each other by rare chance */
    }
}

static samen_status merge_kind(merging *m, int kind, samen__run *run, samen_error *err) {
    quotient *q = m->q;
    samen_status status = SAMEN_OK;
    for (int32_t v = 0; status == SAMEN_OK && v < q->vertices; v++) {
        uint64_t key = kind == CLOSED ? scramble((uint64_t)v) : 0;
        for (int64_t a = q->start[v]; a < q->start[v + 1]; a++)
            key += scramble((uint64_t)q->target[a]);
        m->key[v] = key;
        m->mark[v] = 0;
        status = samen__run_step(run, degree(q, v), "reduction", err);
    }
    if (status == SAMEN_OK)
        status = samen__sort(m->sorted, q->vertices, by_key, m->key, err);
    for (int64_t from = 0, to; status == SAMEN_OK && from < q->vertices; from = to) {
        for (to = from + 1; to < q->vertices && m->key[m->sorted[to]] == m->key[m->sorted[from]];)
            to++;
        if (to > from + 1)
            merge_run(m, from, to, kind);
    }
    return status;
}

/* Replace the graph by that of its classes of twins. */
static samen_status merge_twins(quotient *q, double *bonus, int64_t *merged, samen__run *run,
                                samen_error *err) {
    int32_t n = q->vertices, count = 0;
    merging m = {.q = q,
                 .key = samen__new_raw(n, sizeof *m.key, err),
                 .sorted = samen__new_raw(n, sizeof *m.sorted, err),
                 .mark = samen__new(n, sizeof *m.mark, err),
                 .leader = samen__new_raw(n, sizeof *m.leader, err),
                 .bonus = samen__new(n, sizeof *m.bonus, err)};
    int32_t *first = samen__new_raw(n, sizeof *first, err);
    samen_status status =
        m.key && m.sorted && m.mark && m.leader && m.bonus && first ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int32_t v = 0; status == SAMEN_OK && v < n; v++)
        m.leader[v] = v;
    if (status == SAMEN_OK)
        status = merge_kind(&m, OPEN, run, err);
    if (status == SAMEN_OK)
        status = merge_kind(&m, CLOSED, run, err);
    for (int32_t i = 0; status == SAMEN_OK && m.merged > 0 && i < q->originals; i++) {
        if (q->class_of[i] >= 0)
            bonus[i] += m.bonus[q->class_of[i]];
    }
    if (status == SAMEN_OK && m.merged > 0) {
        quotient smaller;
        for (int32_t v = 0; v < n; v++) {
            if (m.leader[v] == v) {
                first[count] = v;
                m.mark[v] = count++;
            }
        }
        for (int32_t v = 0; v < n; v++)
            m.mark[v] = m.mark[m.leader[v]];
        status = rebuild(q, m.mark, first, count, &smaller, err);
        if (status == SAMEN_OK) {
            free_quotient(q);
            *q = smaller;
        }
    }
    *merged = m.merged;
    samen__delete(m.key);
    samen__delete(m.sorted);
    samen__delete(m.mark);
    samen__delete(m.leader);
    samen__delete(m.bonus);
    samen__delete(first);
    return status;
}

/* ---- Vertices that no path goes through ------------------------------------------------------ */

static int is_tied(const quotient *q, int32_t u, int32_t w) {
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
static int is_tied_to_all(const quotient *q, int32_t u, int32_t v, const int32_t *mark) {
    int64_t wanted = degree(q, v), common = 0;
    if (degree(q, u) > 16 * wanted) {
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
static int is_simplicial(const quotient *q, int32_t v, int32_t *mark) {
    int64_t from = q->start[v], to = q->start[v + 1];
    int32_t least = -1;
    for (int64_t a = from; a < to; a++) {
        int32_t u = q->target[a];
        if (q->kind[u] == OPEN || degree(q, u) < to - from)
            return 0;
        if (least < 0 || degree(q, u) < degree(q, least))
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

static double growth_of(const quotient *q) {
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
static samen_status add_stage(const quotient *q, const uint8_t *leaves, int32_t leaving,
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
                        .sources = sources,
                        .class_of = samen__new_raw(q->originals, sizeof *s->class_of, err)};
    if (!s->vertex || !s->target || !s->own || !s->source || !s->class_of)
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

/* Put the vertices that stay into breadth-first order and drop the others. */
static samen_status keep(quotient *q, const uint8_t *stays, samen_error *err) {
    int32_t *place = samen__new_raw(q->vertices, sizeof *place, err);
    int32_t *first = samen__new_raw(q->vertices, sizeof *first, err);
    samen_status status = place && first ? SAMEN_OK : SAMEN_ERR_MEMORY;
    quotient smaller;
    if (status == SAMEN_OK)
        status = rebuild(q, place, first, order_places(q, stays, place, first), &smaller, err);
    if (status == SAMEN_OK) {
        free_quotient(q);
        *q = smaller;
    }
    samen__delete(place);
    samen__delete(first);
    return status;
}

/* One round: find what no path goes through, make a stage for it, take it out. *left is how many
 * left. */
static samen_status take_out(quotient *q, samen__stages *out, int32_t *left, samen__run *run,
                             samen_error *err) {
    uint8_t *leaves = samen__new(q->vertices, sizeof *leaves, err);
    int32_t *mark = samen__new(q->vertices, sizeof *mark, err);
    samen_status status = leaves && mark ? SAMEN_OK : SAMEN_ERR_MEMORY;
    *left = 0;
    for (int32_t v = 0; status == SAMEN_OK && v < q->vertices; v++) {
        int64_t arcs = degree(q, v);
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
            status = keep(q, leaves, err);
    }
    samen__delete(leaves);
    samen__delete(mark);
    return status;
}

static samen_status start_quotient(const samen__stage_rows *rows, quotient *q, samen_error *err) {
    int32_t n = rows->vertices;
    int64_t arcs = rows->start[n];
    samen_status status = new_quotient(n, arcs, n, q, err);
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
    quotient q;
    *out = (samen__stages){0};
    samen_status status = start_quotient(rows, &q, err);
    if (status != SAMEN_OK)
        return status;
    uint8_t *all = samen__new_raw(rows->vertices, sizeof *all, err);
    if (all)
        memset(all, 1, (size_t)rows->vertices);
    status = all ? keep(&q, all, err) : SAMEN_ERR_MEMORY;
    int64_t merged = 1;
    int32_t left = 1;
    while (status == SAMEN_OK && q.vertices > 1 &&
           (merged * LEAST_GAIN >= q.vertices || left > 0)) {
        status = merge_twins(&q, bonus, &merged, run, err);
        if (status == SAMEN_OK)
            status = take_out(&q, out, &left, run, err);
    }
    if (status == SAMEN_OK && q.vertices > 1)
        status = add_stage(&q, NULL, 0, out, err);
    samen__delete(all);
    free_quotient(&q);
    if (status != SAMEN_OK)
        samen__stages_free(out);
    return status;
}
