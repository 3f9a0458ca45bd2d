/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighted graphs by Dijkstra's algorithm with a 4-ary heap, unweighted ones breadth first. Path counts
 * are doubles; where they are too large for these, the source is done again with long doubles.
 * Complexity of one source: O(m) unweighted, O(m + n log n) weighted; memory O(n). */
#include "kernels/brandes.h"

#include <math.h>

#include "core/memory.h"

enum { UNREACHED = -1, ARITY = 4 };
enum { NOT_HEAPED = -1, SETTLED = -2 };

samen_status samen__brandes_open(int32_t vertices, samen__brandes *b, samen_error *err) {
    int64_t n = vertices;
    *b = (samen__brandes){.order = samen__new_raw(n, sizeof *b->order, err),
                          .level = samen__new_raw(n, sizeof *b->level, err),
                          .distance = samen__new_raw(n, sizeof *b->distance, err),
                          .paths = samen__new(n, sizeof(long double), err),
                          .share = samen__new(n, sizeof(long double), err),
                          .heap = samen__new_raw(n, sizeof *b->heap, err),
                          .place = samen__new_raw(n, sizeof *b->place, err)};
    if (!b->order || !b->level || !b->distance || !b->paths || !b->share || !b->heap || !b->place) {
        samen__brandes_close(b);
        return SAMEN_ERR_MEMORY;
    }
    for (int64_t v = 0; v < n; v++) {
        b->level[v] = UNREACHED;
        b->place[v] = NOT_HEAPED;
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
    b->place[top] = SETTLED;
    return top;
}

static int is_successor(const samen__brandes_graph *g, const samen__brandes *b, int32_t v,
                        int64_t arc) {
    int32_t w = g->target[arc];
    if (!g->length)
        return b->level[w] == b->level[v] + 1;
    double reached = b->distance[v] + g->length[arc];
    return b->place[w] == SETTLED && b->distance[w] > b->distance[v] &&
           reached <= b->distance[w] * (1 + SAMEN__EQUAL_LENGTHS);
}

#define REAL       double
#define NAME(name) name##_double
#include "kernels/brandes.inc"
#undef REAL
#undef NAME
#define REAL       long double
#define NAME(name) name##_wide
#include "kernels/brandes.inc"

/* Did every path count fit into a double? */
static int fits(const samen__brandes *b) {
    const double *paths = b->paths;
    for (int32_t i = 0; i < b->settled; i++) {
        if (!isfinite(paths[b->order[i]]))
            return 0;
    }
    return 1;
}

static void forget(samen__brandes *b) {
    for (int32_t i = 0; i < b->settled; i++) {
        b->level[b->order[i]] = UNREACHED;
        b->place[b->order[i]] = NOT_HEAPED;
    }
}

void samen__brandes_source(const samen__brandes_graph *g, samen__brandes *b, int32_t source,
                           double source_weight, double *vertex, double *arc) {
    if (g->length)
        count_lengths_double(g, b, source);
    else
        count_steps_double(g, b, source);
    if (fits(b)) {
        sum_back_double(g, b, source, source_weight, vertex, arc);
        forget(b);
        return;
    }
    forget(b);
    if (g->length)
        count_lengths_wide(g, b, source);
    else
        count_steps_wide(g, b, source);
    sum_back_wide(g, b, source, source_weight, vertex, arc);
    forget(b);
}
