/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distances to cluster by, and a run for it. */
#ifndef SAMEN_TESTS_UNIT_KERNELS_DISTANCES_OF_H
#define SAMEN_TESTS_UNIT_KERNELS_DISTANCES_OF_H

#include "graphs.h"
#include "kernels/linkage.h"
#include "suite.h"

enum { FIXED = 12 };

/* Distances among which no average is met twice, so that every tool must find the same tree:
 *     d(i, j) = (23 (i + 1) (j + 1) + 31 (i + 2) (j + 3) (j + 1)) mod 1009 for i < j
 * SciPy 1.10.1, linkage(d, "average"), and R 4.2.2, hclust(d, "average"), agree on it. */
static inline void fixed_distances(double *distance) {
    for (int i = 0; i < FIXED; i++) {
        distance[i * FIXED + i] = 0;
        for (int j = i + 1; j < FIXED; j++)
            distance[i * FIXED + j] = distance[j * FIXED + i] =
                (23 * (i + 1) * (j + 1) + 31 * (i + 2) * (j + 3) * (j + 1)) % 1009;
    }
}

/* Symmetric, of so many values: few make ties. */
static inline double *random_distances(dice *d, int n, uint64_t values) {
    double *distance = calloc((size_t)(n * n), sizeof *distance);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++)
            distance[i * n + j] = distance[j * n + i] = (double)dice_roll(d, values) + 1;
    }
    return distance;
}

static inline samen__tree link_all(int n, const double *distance) {
    samen__tree tree;
    samen__run run = {.threads = 1, .seed = 1, .to = 1};
    OK(samen__linkage(n, distance, &run, &tree, error));
    return tree;
}

/* Marks the leaves of a cluster. */
static inline void mark_leaves(const samen__tree *tree, int32_t cluster, int *marked) {
    if (cluster < tree->leaves) {
        marked[cluster] = 1;
        return;
    }
    mark_leaves(tree, tree->join[cluster - tree->leaves].one, marked);
    mark_leaves(tree, tree->join[cluster - tree->leaves].other, marked);
}

/* The order has every leaf once, and the leaves of every cluster beside each other. */
static inline void clusters_lie_together(const samen__tree *tree) {
    int n = tree->leaves;
    int *marked = calloc((size_t)n, sizeof *marked);
    for (int32_t c = n; c < 2 * n - 1; c++) {
        int changes = 0, leaves = 0;
        memset(marked, 0, (size_t)n * sizeof *marked);
        mark_leaves(tree, c, marked);
        for (int i = 0; i < n; i++) {
            leaves += marked[i];
            changes += marked[tree->order[i]] != (i > 0 ? marked[tree->order[i - 1]] : 0);
        }
        ck_assert_int_eq(leaves, tree->join[c - n].leaves);
        ck_assert_int_le(changes, 2);
    }
    memset(marked, 0, (size_t)n * sizeof *marked);
    for (int i = 0; i < n; i++)
        ck_assert_int_eq(marked[tree->order[i]]++, 0);
    free(marked);
}

static inline int32_t stop_at_once(void *payload, double fraction, const char *what) {
    (void)payload;
    (void)fraction;
    (void)what;
    return 1;
}

#endif
