/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A graph cut into parts whose shortest paths know nothing of each other: blocks, each vertex
 * standing for all that hangs behind it. */
#ifndef SAMEN_KERNELS_PARTS_H
#define SAMEN_KERNELS_PARTS_H

#include "kernels/reduction.h"
#include "kernels/rows.h"

typedef struct samen__part {
    int32_t vertices;
    int32_t *vertex; /* in the whole graph */
    int64_t *start;  /* rows of the part */
    int32_t *target;
    int64_t *in_start; /* rows of in-neighbours; both NULL: undirected */
    int32_t *in_target;
    double *length; /* of each arc of the part; NULL: unweighted */
    int64_t *arc;   /* of each arc its place in the whole graph; NULL where nobody asks */
    double *bag;    /* how many vertices of the whole each stands for as an end of paths */
    double *own;    /* as the source of paths; NULL: as many */
} samen__part;

typedef struct samen__parts {
    samen__part *part;
    int64_t count, capacity;
} samen__parts;

/* The blocks of an undirected graph that have more to tell than their size: not single edges,
 * and not cliques unless they have lengths. To vertex[] is added what the cuts between blocks
 * tell: the pairs that each vertex parts; to arc[], unless it is NULL, what single edges and
 * cliques tell.
 * Complexity: O(n + m). */
samen_status samen__parts_cut(const samen__rows *rows, const double *length, samen__parts *out,
                              double *vertex, double *arc, samen__run *run, samen_error *err);

/* The same of a directed graph without lengths, cut where it would be without directions; parts
 * are all but single edges. `reverse` are the rows of in-neighbours.
 * Complexity: O(n + m log m), and for each block what it takes to know what its cut vertices
 * reach. */
samen_status samen__parts_cut_directed(const samen__rows *rows, const samen__rows *reverse,
                                       samen__parts *out, double *vertex, double *arc,
                                       samen__run *run, samen_error *err);

/* The whole graph as one part, for weighted graphs that are directed. */
samen_status samen__parts_whole(const samen__rows *rows, const double *length, samen__parts *out,
                                samen_error *err);

void samen__parts_free(samen__parts *parts);

/* A new last part with room for so many vertices and arcs, start and in_start zeroed; with what
 * is asked for of what may be NULL. */
enum { SAMEN__PART_ARCS = 1, SAMEN__PART_LENGTHS = 2, SAMEN__PART_DIRECTED = 4 };
samen_status samen__parts_add(samen__parts *parts, int32_t vertices, int64_t arcs, int what,
                              samen_error *err);

#endif
