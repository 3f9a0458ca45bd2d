/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Smaller graphs with the same betweenness: equal vertices merged, vertices that no shortest
 * path goes through taken out. */
#ifndef SAMEN_KERNELS_REDUCTION_H
#define SAMEN_KERNELS_REDUCTION_H

#include "core/run.h"
#include "kernels/stage.h"

typedef struct samen__stages {
    samen__stage *stage;
    int64_t count, capacity;
} samen__stages;

/* Reduce an undirected graph without multiple edges, whose vertices count as much as ends as
 * they do as sources. bonus[] of each vertex gets what the reduction itself can tell: the paths
 * between vertices that were merged. The graph must be connected. */
samen_status samen__reduce(const samen__stage_rows *rows, samen__stages *out, double *bonus,
                           samen__run *run, samen_error *err);
void samen__stages_free(samen__stages *stages);

#endif
