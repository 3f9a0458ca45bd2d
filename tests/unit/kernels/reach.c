/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/reach.h"

#include "rows_of.h"

enum { MOST = 150 };

/* The weights of all that can be reached, by going there. */
static double walk(const graph *g, const double *weight, int source) {
    int stack[MOST], seen[MOST] = {0}, depth = 0;
    double sum = 0;
    stack[depth++] = source;
    seen[source] = 1;
    while (depth > 0) {
        int v = stack[--depth];
        sum += v == source ? 0 : weight[v];
        for (int w = 0; w < g->n; w++) {
            if (graph_at(g, v, w) > 0 && !seen[w]) {
                seen[w] = 1;
                stack[depth++] = w;
            }
        }
    }
    return sum;
}

/* Oracle: walking from each source. More sources than there are bits in a word, and few. */
TEST(sums_are_those_of_all_that_can_be_reached) {
    dice d = {.state = 71};
    for (int i = 0; i < 300; i++) {
        graph g = graph_random(&d, (graph_kind)(i % GRAPH_KINDS), 1 + (int)dice_roll(&d, MOST),
                               i / GRAPH_KINDS % 2, 1, 0);
        samen__rows rows = rows_of(&g);
        samen__run run = run_on(1);
        samen__reach reach;
        double weight[MOST], sum[MOST];
        int32_t source[MOST], sources = 0;
        uint64_t few = 1 + dice_roll(&d, 4);
        for (int v = 0; v < g.n; v++) {
            weight[v] = (double)dice_roll(&d, 10);
            source[sources] = v;
            sources += dice_roll(&d, few) == 0;
        }
        OK(samen__reach_open(g.n, &reach, error));
        for (int again = 0; again < 2; again++) {
            OK(samen__reach_sums(&reach, g.n, rows.start, rows.target, weight, source, sources, sum,
                                 &run, error));
            for (int32_t k = 0; k < sources; k++)
                ck_assert_double_eq(sum[k], walk(&g, weight, source[k]));
        }
        samen__reach_close(&reach);
        samen__rows_free(&rows);
        graph_free(&g);
    }
}
END

SUITE("unit/kernels/reach", sums_are_those_of_all_that_can_be_reached)
