/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leaves of a tree in the order in which neighbours are nearest: of all orders in which every cluster lies
 * together, one with the least sum of distances from each leaf to the next. */
#ifndef SAMEN_KERNELS_LEAF_ORDER_H
#define SAMEN_KERNELS_LEAF_ORDER_H

#include "kernels/linkage.h"

/* Rewrites tree->order. `distance` is that of samen__linkage().
 * Based on: Z. Bar-Joseph, D. K. Gifford, T. S. Jaakkola, Fast optimal leaf ordering for hierarchical clustering,
 * Bioinformatics 17(suppl. 1), 2001 (doi 10.1093/bioinformatics/17.suppl_1.S22).
 * Complexity: O(leaves^3) time at most, O(leaves^2) memory. */
samen_status samen__leaf_order(samen__tree *tree, const double *distance, samen__run *run,
                               samen_error *err);

#endif
