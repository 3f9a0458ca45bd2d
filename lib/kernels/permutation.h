/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random permutations by number, and what is left of the likeness of two graphs when one is relabelled. */
#ifndef SAMEN_KERNELS_PERMUTATION_H
#define SAMEN_KERNELS_PERMUTATION_H

#include "core/run.h"
#include "kernels/rows.h"

/* Put the items in the order of permutation `number` under a seed. */
void samen__permute(uint64_t seed, uint32_t purpose, int64_t number, int32_t *items, int64_t count);

/* Two graphs on the same vertices. Arcs that are not there count 0, all others their weight, or 1 where
 * rows->weight is NULL. */
typedef struct samen__likeness {
    const samen__rows *x, *y;
    int32_t symmetric; /* both: every arc has its opposite, of the same weight */
    uint32_t purpose;
} samen__likeness;

/* The sum over all ordered pairs of different vertices i, j of x(i, j) y(p(i), p(j)), with p(i) item i of
 * permutation 0, 1, ... of 0, 1, ..., vertices - 1: product[] has a place for each of `draws`.
 * Complexity of a draw: without weights and up to 16,384 vertices, O(n + arcs of the graph with fewer); else
 * O(n + arcs of both). Memory: a bit for each pair of vertices, at most 32 MiB; for each thread O(n). */
samen_status samen__permuted_products(const samen__likeness *likeness, int64_t draws,
                                      double *product, samen__run *run, samen_error *err);

/* The same without permutation. */
double samen__product(const samen__likeness *likeness);

#endif
