/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A graph on which sweeps from some of its vertices are to be made. */
#ifndef SAMEN_KERNELS_STAGE_H
#define SAMEN_KERNELS_STAGE_H

#include "kernels/lanes.h"

typedef struct samen__stage {
    samen__lane_graph graph;
    samen__lane_vertex *vertex; /* what the graph points to; with weights as ends of paths */
    int32_t *target;
    int32_t *in;     /* in-neighbours; NULL: undirected */
    double *own;     /* weights as sources */
    int32_t *source; /* the vertices to sweep from, in batches of SAMEN__LANES */
    int32_t *start;  /* of each, the turn at which it sets out in its batch; 0 at first */
    int32_t sources;
    int32_t
        *class_of; /* of each vertex of the graph that this was made of, its place here, or -1 */
    int64_t *arc;  /* of each arc its place in that graph; NULL in graphs that were reduced */
} samen__stage;

/* Rows of a graph that a stage is made of. */
typedef struct samen__stage_rows {
    int32_t vertices;
    const int64_t *start;
    const int32_t *target;
    const int64_t *in_start; /* both NULL: undirected */
    const int32_t *in_target;
    const double *weight; /* how much each vertex counts as an end of paths */
    const double *own;    /* as a source of paths */
} samen__stage_rows;

/* The whole graph in an order in which neighbours stand close, with sweeps from all that leads
 * anywhere.
 * Complexity: O(n + m). */
samen_status samen__stage_whole(const samen__stage_rows *rows, samen__stage *out, samen_error *err);
void samen__stage_free(samen__stage *stage);

#endif
