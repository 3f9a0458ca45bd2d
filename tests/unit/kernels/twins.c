/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/twins.h"

#include "quotient_of.h"

enum { MOST = 24 };

static samen__quotient weighed(const graph *g, const double *own) {
    samen__quotient q = quotient_of(g);
    memcpy(q.own, own, (size_t)g->n * sizeof *q.own);
    return q;
}

/* Have two the same neighbours, leaving out themselves? */
static int are_twins(const graph *g, int v, int w) {
    for (int u = 0; u < g->n; u++) {
        if (u != v && u != w && (graph_at(g, v, u) > 0) != (graph_at(g, w, u) > 0))
            return 0;
    }
    return 1;
}

/* Oracle: the matrix, pair by pair. (No vertex has both open and closed twins.) */
static void check_graph(const graph *g, const double *own) {
    double bonus[MOST] = {0}, expected[MOST] = {0};
    int64_t merged;
    samen__run run = run_on(1);
    samen__quotient q = weighed(g, own);
    OK(samen__twins_merge(&q, bonus, &merged, &run, error));
    ck_assert_int_eq(q.vertices, g->n - merged);
    for (int v = 0; v < g->n; v++) {
        double copies = 0, sum = 0;
        int p = q.class_of[v];
        for (int w = 0; w < g->n; w++) {
            int together = q.class_of[w] == p, twins = are_twins(g, v, w);
            ck_assert_msg(v == w || together == twins, "%d and %d", v, w);
            copies += together;
            sum += together ? own[w] : 0;
            if (v != w && together)
                ck_assert_int_eq(q.kind[p] == SAMEN__CLOSED, graph_at(g, v, w) > 0);
            if (v != w && together && graph_at(g, v, w) == 0) {
                double middle = 0;
                for (int u = 0; u < g->n; u++)
                    middle += graph_at(g, v, u) > 0;
                for (int u = 0; u < g->n; u++)
                    expected[u] += graph_at(g, v, u) > 0 ? own[v] * own[w] / middle : 0;
            }
        }
        ck_assert_double_eq(q.copies[p], copies);
        ck_assert_double_eq(q.own[p], sum);
    }
    for (int v = 0; v < g->n; v++)
        CLOSE(bonus[v], expected[v], 1e-12);
    samen__quotient_free(&q);
}

TEST(twins_become_one_and_their_paths_are_told) {
    dice d = {.state = 121};
    for (int i = 0; i < 2000; i++) {
        graph g =
            graph_random(&d, (graph_kind)(i % GRAPH_KINDS), (int)dice_roll(&d, MOST + 1), 0, 1, 0);
        double own[MOST];
        for (int v = 0; v < g.n; v++)
            own[v] = 1 + (double)dice_roll(&d, 5);
        check_graph(&g, own);
        graph_free(&g);
    }
}
END

SUITE("unit/kernels/twins", twins_become_one_and_their_paths_are_told)
