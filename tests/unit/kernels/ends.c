/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/ends.h"

#include "rows_of.h"

enum { MOST = 90 };

/* Who can go to whom, by closing all ways. */
static void close_ways(const graph *g, uint8_t way[MOST][MOST]) {
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++)
            way[i][j] = graph_at(g, i, j) > 0;
    }
    for (int k = 0; k < g->n; k++) {
        for (int i = 0; i < g->n; i++) {
            for (int j = 0; j < g->n; j++)
                way[i][j] |= way[i][k] && way[k][j];
        }
    }
}

/* Oracle: every pair by itself. */
TEST(pairs_are_those_from_a_source_to_a_target) {
    dice d = {.state = 1};
    for (int round = 0; round < 200; round++) {
        static uint8_t way[MOST][MOST];
        uint8_t source[MOST], target[MOST];
        double met[MOST], expected[MOST] = {0}, of[MOST] = {0}, pairs = 0;
        int directed = round % 2, n = (int)dice_roll(&d, MOST + 1);
        graph g = graph_random(&d, (graph_kind)(round / 2 % GRAPH_KINDS), n, directed, 1, 0);
        samen__rows rows = rows_of(&g);
        const samen__ends ends = {.source = source, .target = target};
        for (int v = 0; v < n; v++) {
            source[v] = (uint8_t)dice_roll(&d, 2);
            target[v] = (uint8_t)(dice_roll(&d, 3) > 0);
        }
        close_ways(&g, way);
        for (int i = 0; i < n; i++) {
            for (int j = directed ? 0 : i + 1; j < n; j++) {
                int pair = (source[i] && target[j]) || (!directed && source[j] && target[i]);
                if (i == j || !pair)
                    continue;
                pairs++;
                of[i]++;
                of[j]++;
                expected[i] += way[i][j];
                expected[j] += way[i][j];
            }
        }
        samen__ends_count count = samen__ends_counted(&ends, n);
        samen__run run = run_on(1 + round % 3);
        ck_assert_double_eq(samen__ends_pairs(&count, directed), pairs);
        OK(samen__ends_met(&rows, directed ? &rows : NULL, &ends, met, &run, error));
        for (int v = 0; v < n; v++) {
            ck_assert_double_eq(samen__ends_pairs_of(&ends, &count, v, directed), of[v]);
            ck_assert_double_eq(met[v], expected[v]);
        }
        samen__rows_free(&rows);
        graph_free(&g);
    }
}
END

SUITE("kernels/ends", pairs_are_those_from_a_source_to_a_target)
