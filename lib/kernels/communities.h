/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Communities: parts with more edges inside than their degrees would make by chance. */
#ifndef SAMEN_KERNELS_COMMUNITIES_H
#define SAMEN_KERNELS_COMMUNITIES_H

#include "core/run.h"
#include "kernels/rows.h"

/* Of an undirected graph without loops, whose weights are not looked at: `large` are those of the last level of the
 * climb of modularity, `small` those of the first, of which large ones are made. Each is a number from 0; vertices are
 * visited in their order, so that the same graph has the same communities.
 * Source: V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, Fast unfolding of communities in large networks,
 * Journal of Statistical Mechanics, 2008 (doi 10.1088/1742-5468/2008/10/P10008). igraph's does not survive running out
 * of memory.
 * Complexity: about O(vertices + arcs). */
samen_status samen__communities(const samen__rows *rows, int32_t *large, int32_t *small,
                                samen__run *run, samen_error *err);

#endif
