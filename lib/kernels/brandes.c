/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighted graphs by Dijkstra's algorithm with a 4-ary heap, unweighted ones breadth first. Path counts
 * are doubles; where they are too large for these, the source is done again with long doubles.
 * Complexity of one source: O(m) unweighted, O(m + n log n) weighted; memory O(n). */
#include "kernels/brandes.h"

#include <math.h>

#include "core/memory.h"

enum { UNREACHED = -1, ARITY = 4 };
enum { NOT_HEAPED = -1 };

/* Below NOT_HEAPED, ever lower the later a vertex was settled. */
#define SETTLED_AT(number) (-2 - (number))
#define IS_SETTLED(place)  ((place) < NOT_HEAPED)

samen_status samen__brandes_open(int32_t vertices, samen__brandes *b, samen_error *err) {
    int64_t n = vertices;
    *b = (samen__brandes){.order = samen__new_raw(n, sizeof *b->order, err),
                          .level = samen__new_raw(n, sizeof *b->level, err),
                          .distance = samen__new_raw(n, sizeof *b->distance, err),
                          .paths = samen__new(n, sizeof(long double), err),
                          .share = samen__new(n, sizeof(long double), err),
                          .heap = samen__new_raw(n, sizeof *b->heap, err),
                          .place = samen__new_raw(n, sizeof *b->place, err),
                          .handed = samen__new(n, sizeof(long double), err),
                          .direct = samen__new_raw(n, sizeof *b->direct, err)};
    if (!b->order || !b->level || !b->distance || !b->paths || !b->share || !b->heap || !b->place ||
        !b->handed || !b->direct) {
        samen__brandes_close(b);
        return SAMEN_ERR_MEMORY;
    }
    for (int64_t v = 0; v < n; v++) {
        b->level[v] = UNREACHED;
        b->place[v] = NOT_HEAPED;
        b->direct[v] = -1;
    }
    return SAMEN_OK;
}

void samen__brandes_close(samen__brandes *b) {
    samen__delete(b->order);
    samen__delete(b->level);
    samen__delete(b->distance);
    samen__delete(b->paths);
    samen__delete(b->share);
    samen__delete(b->heap);
    samen__delete(b->place);
    samen__delete(b->handed);
    samen__delete(b->direct);
    *b = (samen__brandes){0};
}

static void sift_up(samen__brandes *b, int32_t at) {
    int32_t v = b->heap[at];
    for (; at > 0; at = (at - 1) / ARITY) {
        int32_t parent = b->heap[(at - 1) / ARITY];
        if (b->distance[parent] <= b->distance[v])
            break;
        b->heap[at] = parent;
        b->place[parent] = at;
    }
    b->heap[at] = v;
    b->place[v] = at;
}

static int32_t pop(samen__brandes *b) {
    int32_t top = b->heap[0], last = b->heap[--b->heaped], at = 0;
    for (;;) {
        int64_t least = (int64_t)ARITY * at + 1, end = least + ARITY;
        end = end < b->heaped ? end : b->heaped;
        if (least >= end)
            break;
        for (int64_t child = least + 1; child < end; child++) {
            if (b->distance[b->heap[child]] < b->distance[b->heap[least]])
                least = child;
        }
        if (b->distance[last] <= b->distance[b->heap[least]])
            break;
        b->heap[at] = b->heap[least];
        b->place[b->heap[at]] = at;
        at = (int32_t)least;
    }
    if (b->heaped > 0) {
        b->heap[at] = last;
        b->place[last] = at;
    }
    return top;
}

/* Settle vertices breadth first. */
static void settle_steps(const samen__brandes_graph *g, samen__brandes *b, int32_t source) {
    b->settled = 1;
    b->heaped = 0;
    b->order[0] = source;
    b->level[source] = 0;
    for (int32_t head = 0; head < b->settled; head++) {
        int32_t v = b->order[head];
        for (int64_t a = g->start[v]; a < g->start[v + 1]; a++) {
            int32_t w = g->target[a];
            if (b->level[w] == UNREACHED) {
                b->level[w] = b->level[v] + 1;
                b->order[b->settled++] = w;
            }
        }
    }
}

static void relax(samen__brandes *b, int32_t w, double reached) {
    if (IS_SETTLED(b->place[w]) || (b->place[w] != NOT_HEAPED && reached >= b->distance[w]))
        return;
    b->distance[w] = reached;
    if (b->place[w] == NOT_HEAPED) {
        b->place[w] = b->heaped;
        b->heap[b->heaped++] = w;
    }
    sift_up(b, b->place[w]);
}

static void start_at(samen__brandes *b, int32_t source) {
    b->settled = 0;
    b->heaped = 1;
    b->heap[0] = source;
    b->place[source] = 0;
    b->distance[source] = 0;
}

static int32_t settle_next(samen__brandes *b) {
    int32_t v = pop(b);
    b->place[v] = SETTLED_AT(b->settled);
    b->order[b->settled++] = v;
    return v;
}

/* Where the arcs of a vertex to inner ones end. */
static int64_t inner_end(const samen__brandes_graph *g, int32_t v) {
    int32_t inner = g->vertices - g->outer;
    return v < inner ? g->start[v + 1] : g->split[v - inner];
}

/* Settle inner vertices in the order of their distance. The place of a settled vertex says when that was. */
static void settle_lengths(const samen__brandes_graph *g, samen__brandes *b, int32_t source) {
    start_at(b, source);
    while (b->heaped > 0) {
        int32_t v = settle_next(b);
        int64_t end = inner_end(g, v);
        for (int64_t a = g->start[v]; a < end; a++)
            relax(b, g->target[a], b->distance[v] + g->length[a]);
    }
}

void samen__brandes_explore(const samen__brandes_graph *g, samen__brandes *b, int32_t source,
                            double radius, int64_t most_arcs) {
    start_at(b, source);
    while (b->heaped > 0 && most_arcs > 0 && b->distance[b->heap[0]] <= radius) {
        int32_t v = settle_next(b);
        for (int64_t a = g->start[v]; a < g->start[v + 1] && most_arcs > 0; a++, most_arcs--) {
            double reached = b->distance[v] + g->length[a];
            if (reached > radius)
                break;
            relax(b, g->target[a], reached);
        }
    }
}

double samen__brandes_found(const samen__brandes *b, int32_t vertex) {
    return b->place[vertex] == NOT_HEAPED ? INFINITY : b->distance[vertex];
}

/* Is an arc of this length from one settled vertex to another the end of a shortest path? */
static int leads_to(const samen__brandes *b, int32_t from, int32_t to, double length) {
    return b->place[to] < b->place[from] &&
           b->distance[from] + length <= b->distance[to] * (1 + SAMEN__EQUAL_LENGTHS);
}

/* Does a shortest path go on along this arc? With lengths: was its end settled later, at the same distance
 * up to rounding? Counting paths and summing back both ask here, so that they agree. */
static int is_successor(const samen__brandes_graph *g, const samen__brandes *b, int32_t v,
                        int64_t arc) {
    int32_t w = g->target[arc];
    if (!g->length)
        return b->level[w] == b->level[v] + 1;
    return b->place[w] < b->place[v] &&
           b->distance[v] + g->length[arc] <= b->distance[w] * (1 + SAMEN__EQUAL_LENGTHS);
}

#define REAL       double
#define NAME(name) name##_double
#include "kernels/brandes.inc"
#undef REAL
#undef NAME
#define REAL       long double
#define NAME(name) name##_wide
#include "kernels/brandes.inc"

int samen__brandes_to(const samen__brandes_graph *g, samen__brandes *b, int32_t source,
                      int32_t target) {
    start_at(b, source);
    while (b->heaped > 0 && !IS_SETTLED(b->place[target])) {
        int32_t v = settle_next(b);
        for (int64_t a = g->start[v]; a < g->start[v + 1]; a++)
            relax(b, g->target[a], b->distance[v] + g->length[a]);
    }
    if (!IS_SETTLED(b->place[target]))
        return 0;
    count_paths_wide(g, b, source);
    return 1;
}

long double samen__brandes_over(const samen__brandes *b, int32_t before, int32_t vertex,
                                double length) {
    const long double *paths = b->paths;
    if (!IS_SETTLED(b->place[before]) || !leads_to(b, before, vertex, length))
        return 0;
    return paths[before];
}

/* Did every path count fit into a double, with room for what an outer vertex adds up? */
static int fits(const samen__brandes *b) {
    const double *paths = b->paths;
    for (int32_t i = 0; i < b->settled; i++) {
        if (!(paths[b->order[i]] <= SAMEN__MOST_PATHS))
            return 0;
    }
    return 1;
}

void samen__brandes_forget(samen__brandes *b) {
    for (int32_t i = 0; i < b->settled; i++) {
        b->level[b->order[i]] = UNREACHED;
        b->place[b->order[i]] = NOT_HEAPED;
    }
    for (int32_t i = 0; i < b->heaped; i++)
        b->place[b->heap[i]] = NOT_HEAPED;
    b->heaped = 0;
}

/* Note, or with `noted` 0 forget, the arcs from an outer source to outer vertices. */
static void note_direct(const samen__brandes_graph *g, samen__brandes *b, int32_t source,
                        int noted) {
    if (source < g->vertices - g->outer)
        return;
    for (int64_t a = inner_end(g, source); a < g->start[source + 1]; a++)
        b->direct[g->target[a]] = noted ? a : -1;
}

void samen__brandes_source(const samen__brandes_graph *g, samen__brandes *b, int32_t source,
                           double source_weight, double *vertex, double *arc) {
    if (g->length)
        settle_lengths(g, b, source);
    else
        settle_steps(g, b, source);
    note_direct(g, b, source, 1);
    count_paths_double(g, b, source);
    if (fits(b)) {
        end_outside_double(g, b, source, source_weight, arc);
        sum_back_double(g, b, source, source_weight, vertex, arc);
    } else {
        count_paths_wide(g, b, source);
        end_outside_wide(g, b, source, source_weight, arc);
        sum_back_wide(g, b, source, source_weight, vertex, arc);
    }
    note_direct(g, b, source, 0);
    samen__brandes_forget(b);
}
