/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/leaf_order.h"

#include "distances_of.h"

static double length_of(int n, const double *distance, const int32_t *order) {
    double sum = 0;
    for (int i = 0; i + 1 < n; i++)
        sum += distance[order[i] * n + order[i + 1]];
    return sum;
}

static void order_leaves(samen__tree *tree, const double *distance) {
    samen__run run = {.threads = 1, .seed = 1, .to = 1};
    OK(samen__leaf_order(tree, distance, &run, error));
    clusters_lie_together(tree);
}

/* Found by going through all turns; R agrees (seriation 1.4.1, OLO), SciPy 1.10.1 stops at 2771. */
TEST(the_order_is_the_shortest_that_the_tree_allows) {
    static const int32_t best[FIXED] = {4, 0, 6, 1, 11, 8, 3, 7, 9, 5, 10, 2};
    double distance[FIXED * FIXED];
    fixed_distances(distance);
    samen__tree tree = link_all(FIXED, distance);
    order_leaves(&tree, distance);
    ck_assert_double_eq(length_of(FIXED, distance, tree.order), 1355);
    int forward = 1, backward = 1;
    for (int i = 0; i < FIXED; i++) {
        forward &= tree.order[i] == best[i];
        backward &= tree.order[i] == best[FIXED - 1 - i];
    }
    ck_assert(forward || backward);
    samen__tree_free(&tree);
}
END

/* The leaves of a cluster, the parts of join k the other way round where bit k is set. */
static int list_leaves(const samen__tree *tree, int32_t cluster, unsigned turned, int32_t *order) {
    if (cluster < tree->leaves) {
        order[0] = cluster;
        return 1;
    }
    const samen__join *join = &tree->join[cluster - tree->leaves];
    int swap = turned >> (cluster - tree->leaves) & 1;
    int count = list_leaves(tree, swap ? join->other : join->one, turned, order);
    return count + list_leaves(tree, swap ? join->one : join->other, turned, order + count);
}

TEST(no_other_turn_of_the_joins_is_shorter) {
    dice d = {11};
    for (int round = 0; round < 90 / SAMEN_THINNED; round++) {
        int n = 1 + (int)dice_roll(&d, 10);
        double *distance = random_distances(&d, n, round % 3 == 0 ? 2 : 1000);
        samen__tree tree = link_all(n, distance);
        double least = INFINITY;
        int32_t order[16];
        for (unsigned turned = 0; turned < 1u << (n - 1); turned++) {
            list_leaves(&tree, 2 * n - 2, turned, order);
            least = fmin(least, length_of(n, distance, order));
        }
        order_leaves(&tree, distance);
        CLOSE(length_of(n, distance, tree.order), least, 1e-12);
        samen__tree_free(&tree);
        free(distance);
    }
}
END

TEST(the_caller_can_stop_it) {
    enum { MANY = 1500 }; /* more than a tenth of a second */
    dice d = {7};
    double *distance = random_distances(&d, MANY, 1000000);
    samen__tree tree = link_all(MANY, distance);
    samen__run run = {.threads = 1, .to = 1, .on_progress = stop_at_once};
    FAILS(SAMEN_ERR_CANCELLED, "stop", samen__leaf_order(&tree, distance, &run, error));
    samen__tree_free(&tree);
    free(distance);
}
END

SUITE("optimal leaf ordering", the_order_is_the_shortest_that_the_tree_allows,
      no_other_turn_of_the_joins_is_shorter, the_caller_can_stop_it)
