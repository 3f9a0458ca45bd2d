/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Complexity of one source: O(m) unweighted, O(m + n log n) weighted; memory O(n). */
#include "kernels/brandes.h"

#include "core/memory.h"

enum { UNREACHED = -1, ARITY = 4 };
enum { NOT_HEAPED = -1, SETTLED = -2 };

samen_status samen__brandes_open(const samen__rows *rows, const double *length,
                                 samen__brandes *brandes, samen_error *err) {
    int64_t n = rows->vertices;
    *brandes = (samen__brandes){.rows = rows, .length = length};
    brandes->order = samen__new_raw(n, sizeof *brandes->order, err);
    brandes->paths = samen__new(n, sizeof *brandes->paths, err);
    brandes->share = samen__new(n, sizeof *brandes->share, err);
    if (!brandes->order || !brandes->paths || !brandes->share)
        return SAMEN_ERR_MEMORY;
    if (!length) {
        brandes->level = samen__new_raw(n, sizeof *brandes->level, err);
        for (int64_t v = 0; brandes->level && v < n; v++)
            brandes->level[v] = UNREACHED;
        return brandes->level ? SAMEN_OK : SAMEN_ERR_MEMORY;
    }
    brandes->distance = samen__new(n, sizeof *brandes->distance, err);
    brandes->heap = samen__new_raw(n, sizeof *brandes->heap, err);
    brandes->place = samen__new_raw(n, sizeof *brandes->place, err);
    for (int64_t v = 0; brandes->place && v < n; v++)
        brandes->place[v] = NOT_HEAPED;
    return brandes->distance && brandes->heap && brandes->place ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

void samen__brandes_close(samen__brandes *brandes) {
    samen__delete(brandes->order);
    samen__delete(brandes->level);
    samen__delete(brandes->distance);
    samen__delete(brandes->paths);
    samen__delete(brandes->share);
    samen__delete(brandes->heap);
    samen__delete(brandes->place);
    *brandes = (samen__brandes){0};
}

/* ---- Unweighted: breadth first ---------------------------------------------------------------- */

static void count_paths(samen__brandes *b, int32_t source) {
    const samen__rows *rows = b->rows;
    b->settled = 1;
    b->order[0] = source;
    b->level[source] = 0;
    b->paths[source] = 1;
    for (int64_t head = 0; head < b->settled; head++) {
        int32_t v = b->order[head];
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            int32_t w = rows->target[a];
            if (b->level[w] == UNREACHED) {
                b->level[w] = b->level[v] + 1;
                b->order[b->settled++] = w;
            }
            if (b->level[w] == b->level[v] + 1)
                b->paths[w] += b->paths[v];
        }
    }
}

static int is_successor(const samen__brandes *b, int32_t v, int64_t arc) {
    int32_t w = b->rows->target[arc];
    if (b->level)
        return b->level[w] == b->level[v] + 1;
    double reached = b->distance[v] + b->length[arc];
    return b->place[w] == SETTLED && b->distance[w] > b->distance[v] &&
           reached <= b->distance[w] * (1 + SAMEN__EQUAL_LENGTHS);
}

/* ---- Weighted: Dijkstra ----------------------------------------------------------------------- */

static void sift_up(samen__brandes *b, int64_t at) {
    int32_t v = b->heap[at];
    for (; at > 0; at = (at - 1) / ARITY) {
        int32_t parent = b->heap[(at - 1) / ARITY];
        if (b->distance[parent] <= b->distance[v])
            break;
        b->heap[at] = parent;
        b->place[parent] = (int32_t)at;
    }
    b->heap[at] = v;
    b->place[v] = (int32_t)at;
}

static int32_t pop(samen__brandes *b) {
    int32_t top = b->heap[0], last = b->heap[--b->heaped];
    int64_t at = 0;
    for (;;) {
        int64_t least = ARITY * at + 1, end = least + ARITY;
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
        b->place[b->heap[at]] = (int32_t)at;
        at = least;
    }
    if (b->heaped > 0) {
        b->heap[at] = last;
        b->place[last] = (int32_t)at;
    }
    b->place[top] = SETTLED;
    return top;
}

static void relax(samen__brandes *b, int32_t v, int32_t w, double reached) {
    if (b->place[w] == SETTLED)
        return;
    int is_new = b->place[w] == NOT_HEAPED;
    if (is_new || reached < b->distance[w] * (1 - SAMEN__EQUAL_LENGTHS)) {
        b->distance[w] = reached;
        b->paths[w] = b->paths[v];
        if (is_new)
            b->heap[b->heaped++] = w;
        sift_up(b, is_new ? b->heaped - 1 : b->place[w]);
    } else if (reached <= b->distance[w] * (1 + SAMEN__EQUAL_LENGTHS)) {
        b->paths[w] += b->paths[v];
    }
}

static void count_paths_weighted(samen__brandes *b, int32_t source) {
    const samen__rows *rows = b->rows;
    b->settled = 0;
    b->heaped = 1;
    b->heap[0] = source;
    b->place[source] = 0;
    b->distance[source] = 0;
    b->paths[source] = 1;
    while (b->heaped > 0) {
        int32_t v = pop(b);
        b->order[b->settled++] = v;
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++)
            relax(b, v, rows->target[a], b->distance[v] + b->length[a]);
    }
}

/* ---- Both ------------------------------------------------------------------------------------- */

void samen__brandes_source(samen__brandes *b, int32_t source, double *vertex, double *arc) {
    const samen__rows *rows = b->rows;
    if (b->level)
        count_paths(b, source);
    else
        count_paths_weighted(b, source);
    for (int64_t i = b->settled - 1; i >= 0; i--) {
        int32_t v = b->order[i];
        double dependency = 0;
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            if (!is_successor(b, v, a))
                continue;
            double share = b->share[rows->target[a]];
            dependency += share;
            if (arc)
                arc[a] += b->paths[v] * share;
        }
        dependency *= b->paths[v];
        b->share[v] = (1 + dependency) / b->paths[v];
        if (v != source)
            vertex[v] += dependency;
    }
    for (int64_t i = 0; i < b->settled; i++) {
        int32_t v = b->order[i];
        b->paths[v] = 0;
        if (b->level)
            b->level[v] = UNREACHED;
        else
            b->place[v] = NOT_HEAPED;
    }
}
