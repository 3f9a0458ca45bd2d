/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/linkage.h"

#include "distances_of.h"

TEST(heights_and_joins_are_those_of_scipy_and_r) {
    static const double heights[FIXED - 1] = {
        5, 29, 31, 32, 239.5, 329, 341, 379.6666666666667, 461.3333333333333, 497.1, 537.2};
    static const int32_t joins[FIXED - 1][2] = {{7, 9},   {3, 8},   {0, 6},  {1, 11},
                                                {5, 12},  {2, 10},  {4, 14}, {15, 18},
                                                {13, 16}, {17, 20}, {19, 21}};
    double distance[FIXED * FIXED];
    fixed_distances(distance);
    samen__tree tree = link_all(FIXED, distance);
    for (int k = 0; k < FIXED - 1; k++) {
        CLOSE(tree.join[k].height, heights[k], 1e-12);
        ck_assert_int_eq(tree.join[k].one, joins[k][0]);
        ck_assert_int_eq(tree.join[k].other, joins[k][1]);
    }
    clusters_lie_together(&tree);
    samen__tree_free(&tree);
}
END

/* The mean distance of the leaves of two clusters, from the distances of leaves alone. */
static double mean_between(const samen__tree *tree, const double *distance, int32_t one,
                           int32_t other) {
    int n = tree->leaves;
    int *here = calloc((size_t)n, sizeof *here), *there = calloc((size_t)n, sizeof *there);
    double sum = 0, count = 0;
    mark_leaves(tree, one, here);
    mark_leaves(tree, other, there);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            if (here[i] && there[j]) {
                sum += distance[i * n + j];
                count++;
            }
        }
    }
    free(here);
    free(there);
    return sum / count;
}

/* By definition: at each step no two clusters that there are then are nearer than the two that are joined. */
TEST(each_join_is_of_the_two_that_are_nearest_on_average) {
    dice d = {3};
    for (int round = 0; round < 60 / SAMEN_THINNED; round++) {
        int n = 2 + (int)dice_roll(&d, 14);
        double *distance = random_distances(&d, n, round % 3 == 0 ? 3 : 1000000);
        samen__tree tree = link_all(n, distance);
        int gone[64] = {0};
        clusters_lie_together(&tree);
        for (int32_t k = 0; k < n - 1; k++) {
            const samen__join *join = &tree.join[k];
            CLOSE(join->height, mean_between(&tree, distance, join->one, join->other), 1e-12);
            ck_assert(k == 0 || join->height >= tree.join[k - 1].height);
            ck_assert_int_lt(join->one, join->other);
            for (int32_t a = 0; a < n + k; a++) {
                for (int32_t b = 0; b < a; b++) {
                    if (!gone[a] && !gone[b])
                        ck_assert_double_ge(mean_between(&tree, distance, a, b),
                                            join->height - 1e-9);
                }
            }
            gone[join->one] = gone[join->other] = 1;
        }
        samen__tree_free(&tree);
        free(distance);
    }
}
END

TEST(one_leaf_and_equal_distances_are_trees_as_well) {
    const double none = 0;
    samen__tree tree = link_all(1, &none);
    ck_assert_int_eq(tree.leaves, 1);
    ck_assert_int_eq(tree.order[0], 0);
    samen__tree_free(&tree);
    dice d = {1};
    double *distance = random_distances(&d, 20, 1);
    tree = link_all(20, distance);
    for (int k = 0; k < 19; k++)
        ck_assert_double_eq(tree.join[k].height, 1);
    clusters_lie_together(&tree);
    samen__tree_free(&tree);
    free(distance);
}
END

TEST(the_caller_can_stop_it) {
    enum { MANY = 4000 }; /* more than a tenth of a second */
    dice d = {7};
    double *distance = random_distances(&d, MANY, 1000000);
    samen__tree tree;
    samen__run run = {.threads = 1, .to = 1, .on_progress = stop_at_once};
    FAILS(SAMEN_ERR_CANCELLED, "stop", samen__linkage(MANY, distance, &run, &tree, error));
    ck_assert_ptr_null(tree.join);
    free(distance);
}
END

SUITE("average linkage", heights_and_joins_are_those_of_scipy_and_r,
      each_join_is_of_the_two_that_are_nearest_on_average,
      one_leaf_and_equal_distances_are_trees_as_well, the_caller_can_stop_it)
