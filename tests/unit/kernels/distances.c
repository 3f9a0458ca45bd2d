/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/distances.h"

#include "rows_of.h"

enum { MOST = 200, FAR = 1000000 };

/* Steps between all vertices by Floyd and Warshall, counted. */
static int slow_counts(const graph *g, int64_t *count) {
    static int steps[MOST][MOST];
    int n = g->n, longest = 0;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++)
            steps[i][j] = i == j ? 0 : graph_at(g, i, j) > 0 ? 1 : FAR;
    }
    for (int k = 0; k < n; k++) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (steps[i][k] + steps[k][j] < steps[i][j])
                    steps[i][j] = steps[i][k] + steps[k][j];
            }
        }
    }
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            if (i != j && steps[i][j] < FAR) {
                count[steps[i][j]]++;
                longest = steps[i][j] > longest ? steps[i][j] : longest;
            }
        }
    }
    return longest;
}

static void check_graph(const graph *g, int32_t threads) {
    int64_t expected[MOST + 1] = {0}, found[MOST + 1] = {0}, longest = -1;
    samen__rows rows = rows_of(g);
    samen__run run = run_on(threads);
    int expected_longest = slow_counts(g, expected);
    OK(samen__distances(&rows, found, &longest, &run, error));
    ck_assert_int_eq(longest, expected_longest);
    for (int d = 0; d <= MOST; d++)
        ck_assert_msg(found[d] == expected[d], "%lld pairs at distance %d, not %lld",
                      (long long)found[d], d, (long long)expected[d]);
    samen__rows_free(&rows);
}

static int32_t stop_at_once(void *payload, double fraction, const char *what) {
    (void)payload;
    (void)fraction;
    ck_assert_str_eq(what, "distances");
    return 1;
}

/* Oracle: Floyd and Warshall. Sizes around 64, the number of searches at once. */
TEST(pairs_at_every_distance_are_counted) {
    static const int sizes[] = {0, 1, 2, 5, 63, 64, 65, 130};
    dice d = {.state = 1};
    for (int kind = 0; kind < GRAPH_KINDS; kind++) {
        for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
            for (int directed = 0; directed < 2; directed++) {
                graph g = graph_random(&d, (graph_kind)kind, sizes[s], directed, 1, 0);
                check_graph(&g, 1 + (int32_t)s % 4);
                graph_free(&g);
            }
        }
    }
}
END

/* Oracle: on a path of n vertices n - d pairs are at distance d, each counted both ways. */
TEST(a_long_path_has_every_distance) {
    graph g = graph_new(MOST, 0);
    for (int i = 0; i + 1 < MOST; i++)
        graph_tie(&g, i, i + 1, 1);
    samen__rows rows = rows_of(&g);
    for (int32_t threads = 1; threads <= 8; threads++) {
        int64_t count[MOST] = {0}, longest = 0;
        samen__run run = run_on(threads);
        OK(samen__distances(&rows, count, &longest, &run, error));
        ck_assert_int_eq(longest, MOST - 1);
        for (int d = 1; d < MOST; d++)
            ck_assert_int_eq(count[d], 2 * (MOST - d));
    }
    samen__rows_free(&rows);
    graph_free(&g);
}
END

TEST(one_way_paths_count_once) {
    graph g = graph_new(4, 1);
    graph_tie(&g, 0, 1, 1);
    graph_tie(&g, 1, 2, 1);
    graph_tie(&g, 2, 0, 1);
    check_graph(&g, 1);
    graph_free(&g);
}
END

TEST(the_search_can_be_stopped) {
    graph g = graph_new(MOST, 0);
    samen__rows rows = rows_of(&g);
    int64_t count[MOST] = {0}, longest = 0;
    samen__run run = run_on(1);
    run.on_progress = stop_at_once;
    run.reported = 0;
    FAILS(SAMEN_ERR_CANCELLED, "distances was stopped on request",
          samen__distances(&rows, count, &longest, &run, error));
    samen__rows_free(&rows);
    graph_free(&g);
}
END

SUITE("kernels/distances", pairs_at_every_distance_are_counted, a_long_path_has_every_distance,
      one_way_paths_count_once, the_search_can_be_stopped)
