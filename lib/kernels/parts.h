/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A graph cut into parts that shortest paths inside them know nothing of each other: blocks of an undirected
 * graph, each vertex standing for all that hangs behind it. */
#ifndef SAMEN_KERNELS_PARTS_H
#define SAMEN_KERNELS_PARTS_H

#include "kernels/reduction.h"
#include "kernels/rows.h"

typedef struct samen__part {
    int32_t vertices;
    int32_t *vertex; /* in the whole graph */
    int64_t *start;  /* rows of the part */
    int32_t *target;
    double *length; /* of each arc of the part; NULL: unweighted */
    int64_t
        *arc;    /* of each arc of the part, its place in the whole graph; NULL where nobody asks */
    double *bag; /* how many vertices of the whole each stands for */
} samen__part;

typedef struct samen__parts {
    samen__part *part;
    int64_t count, capacity;
} samen__parts;

/* The blocks of an undirected graph that have more to tell than their size: not single edges, and not
 * cliques unless they have lengths. To vertex[] is added what the cuts between blocks tell: the pairs that
 * each vertex parts; to arc[], unless it is NULL, what single edges and cliques tell.
 * Complexity: O(n + m). */
samen_status samen__parts_cut(const samen__rows *rows, const double *length, samen__parts *out,
                              double *vertex, double *arc, samen__run *run, samen_error *err);

/* The whole graph as one part, for graphs that are directed. */
samen_status samen__parts_whole(const samen__rows *rows, const double *length, samen__parts *out,
                                samen_error *err);

void samen__parts_free(samen__parts *parts);

#endif
