/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Smaller graphs with the same betweenness: equal vertices merged, vertices that no shortest path goes
 * through taken out. */
#ifndef SAMEN_KERNELS_REDUCTION_H
#define SAMEN_KERNELS_REDUCTION_H

#include "kernels/lanes.h"

/* A graph on which sweeps from some of its vertices are to be made. */
typedef struct samen__stage {
    samen__lane_graph graph;
    samen__lane_vertex *vertex; /* what the graph points to; with weights as targets */
    int32_t *target;
    double *own;     /* weights as sources */
    int32_t *source; /* the vertices to sweep from */
    int32_t sources;
    int32_t *class_of; /* of each vertex of the graph that was reduced, its place here, or -1 */
} samen__stage;

typedef struct samen__stages {
    samen__stage *stage;
    int64_t count, capacity;
} samen__stages;

/* Reduce an undirected graph without multiple edges, given as rows, whose vertices count as ends of paths
 * with weight own[]. bonus[] of each vertex gets what the reduction itself can tell: the paths between
 * vertices that were merged. The graph must be connected. */
samen_status samen__reduce(int32_t vertices, const int64_t *start, const int32_t *target,
                           const double *own, samen__stages *out, double *bonus, samen_error *err);
void samen__stages_free(samen__stages *stages);

#endif
