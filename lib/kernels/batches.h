/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sources are swept side by side, and when each of them sets out. */
#ifndef SAMEN_KERNELS_BATCHES_H
#define SAMEN_KERNELS_BATCHES_H

#include "core/run.h"
#include "kernels/lanes.h"

/* Put sources of a graph into an order in which every SAMEN__LANES of them, from the first on, are
 * well swept side by side, and give each the turn at which it sets out.
 * Complexity: O(n + m + sources), with factors of a few dozens; memory 80 bytes a vertex. */
samen_status samen__batches_arrange(const samen__lane_graph *graph, int32_t *source, int32_t *start,
                                    int32_t sources, samen__run *run, samen_error *err);

#endif
