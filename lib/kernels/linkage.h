/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Average linkage: the two clusters that are nearest on average become one, until there is one. */
#ifndef SAMEN_KERNELS_LINKAGE_H
#define SAMEN_KERNELS_LINKAGE_H

#include <stdint.h>

#include "core/run.h"
#include "samen/core.h"

/* Clusters are numbered: the leaves from 0, then those that the joins make, in order. */
typedef struct samen__join {
    int32_t one, other; /* what is joined; one < other */
    int32_t leaves;     /* in the cluster that it makes */
    double height;      /* the mean distance between leaves of the one and of the other */
} samen__join;

typedef struct samen__tree {
    int32_t leaves;
    samen__join *join; /* leaves - 1 of them, from the lowest to the highest */
    int32_t *order;    /* the leaves as they lie beside each other */
} samen__tree;

/* Of the distances of all pairs, `leaves` rows of as many; leaves is 1 or more. The leaves lie beside each other in
 * the order that the joins give, which kernels/leaf_order.h makes better.
 * Based on: F. Murtagh, A survey of recent advances in hierarchical clustering algorithms, The Computer Journal 26(4),
 * 1983 (doi 10.1093/comjnl/26.4.354): chains of nearest neighbours.
 * Complexity: O(leaves^2) time and memory. */
samen_status samen__linkage(int32_t leaves, const double *distance, samen__run *run,
                            samen__tree *tree, samen_error *err);
void samen__tree_free(samen__tree *tree);

#endif
