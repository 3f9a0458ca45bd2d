/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which vertices paths may start from and lead to. A pair counts when its one end may be a source and the other a
 * target: in an undirected graph either way round, once; in a directed one from source to target. */
#ifndef SAMEN_KERNELS_ENDS_H
#define SAMEN_KERNELS_ENDS_H

#include "core/run.h"
#include "kernels/rows.h"

typedef struct samen__ends {
    const uint8_t *source, *target; /* of each vertex, 1 or 0 */
} samen__ends;

/* Numbers of vertices of each kind. */
typedef struct samen__ends_count {
    double sources, targets, both;
} samen__ends_count;

samen__ends_count samen__ends_counted(const samen__ends *ends, int64_t vertices);

/* How many pairs count, and how many of these a vertex is an end of. */
double samen__ends_pairs(const samen__ends_count *count, int directed);
double samen__ends_pairs_of(const samen__ends *ends, const samen__ends_count *count, int64_t vertex,
                            int directed);

/* For every vertex, how many pairs that count and are connected by a path it is an end of. `reverse` is NULL
 * for an undirected graph. Complexity: O(n + m) undirected, O(nm / 64) directed. */
samen_status samen__ends_met(const samen__rows *rows, const samen__rows *reverse,
                             const samen__ends *ends, double *met, samen__run *run,
                             samen_error *err);

#endif
