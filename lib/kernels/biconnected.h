/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks (biconnected components) of an undirected graph, and how much hangs behind each vertex. */
#ifndef SAMEN_KERNELS_BICONNECTED_H
#define SAMEN_KERNELS_BICONNECTED_H

#include <stdint.h>

#include "core/run.h"
#include "kernels/rows.h"

typedef struct samen__biconnected {
    int64_t count;       /* blocks; a vertex without edges is in none */
    int64_t *edge_start; /* count + 1 places in edge */
    int64_t *edge;       /* arcs of the rows, one for each edge of a block */
    int32_t *from;       /* of each edge in `edge`, the row that the arc stands in */
    int32_t *top;        /* of each block, its vertex nearest to the root of the search */
    int64_t
        *below; /* of each block, the vertices of its component that `top` parts from the rest */
    int64_t *hanging; /* of each vertex, itself and all that hangs on it away from the root */
    int64_t *whole;   /* of each vertex, the vertices of its component */
} samen__biconnected;

/* Complexity: O(n + m), without recursion. */
samen_status samen__biconnected_find(const samen__rows *rows, samen__biconnected *out,
                                     samen__run *run, samen_error *err);
void samen__biconnected_free(samen__biconnected *blocks);

/* How many vertices a vertex stands for in a block: those that can reach the rest of the block only
 * through it, itself among them. */
int64_t samen__bag(const samen__biconnected *blocks, int64_t block, int32_t vertex);

#endif
