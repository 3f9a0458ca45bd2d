/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/stage.h"

#include "rows_of.h"

enum { MOST = 30 };

static void check_graph(const graph *g) {
    samen__rows rows = rows_of(g), in;
    samen__stage s;
    double weight[MOST], own[MOST];
    int taken[MOST] = {0}, sources = 0;
    OK(samen__rows_reverse(&rows, &in, error));
    for (int v = 0; v < g->n; v++) {
        weight[v] = v;
        own[v] = 100 + v;
    }
    const samen__stage_rows given = {.vertices = g->n,
                                     .start = rows.start,
                                     .target = rows.target,
                                     .in_start = g->directed ? in.start : NULL,
                                     .in_target = g->directed ? in.target : NULL,
                                     .weight = weight,
                                     .own = own};
    OK(samen__stage_whole(&given, &s, error));
    for (int v = 0; v < g->n; v++) {
        int p = s.class_of[v];
        ck_assert_int_eq(taken[p]++, 0); /* every place once */
        ck_assert_double_eq(s.vertex[p].weight, v);
        ck_assert_double_eq(s.vertex[p].copies, 1);
        ck_assert_double_eq(s.own[p], 100 + v);
        ck_assert_int_eq(s.vertex[p + 1].out - s.vertex[p].out, rows.start[v + 1] - rows.start[v]);
        ck_assert_int_eq(s.vertex[p + 1].in - s.vertex[p].in, in.start[v + 1] - in.start[v]);
        for (int64_t k = 0; k < rows.start[v + 1] - rows.start[v]; k++) {
            int64_t a = rows.start[v] + k, at = s.vertex[p].out + k;
            ck_assert_int_eq(s.arc[at], a);
            ck_assert_int_eq(s.graph.target[at], s.class_of[rows.target[a]]);
        }
        for (int64_t k = 0; g->directed && k < in.start[v + 1] - in.start[v]; k++)
            ck_assert_int_eq(s.graph.source[s.vertex[p].in + k],
                             s.class_of[in.target[in.start[v] + k]]);
        sources += rows.start[v + 1] > rows.start[v];
    }
    ck_assert_int_eq(s.sources, sources);
    samen__stage_free(&s);
    samen__rows_free(&in);
    samen__rows_free(&rows);
}

TEST(a_stage_is_the_graph_in_another_order) {
    dice d = {.state = 91};
    for (int i = 0; i < 500; i++) {
        graph g = graph_random(&d, (graph_kind)(i % GRAPH_KINDS), (int)dice_roll(&d, MOST + 1),
                               i / GRAPH_KINDS % 2, 1, 0);
        check_graph(&g);
        graph_free(&g);
    }
}
END

/* a - b - c - d - e, c having the most: c, then b and d and x, then a and e. */
TEST(neighbours_stand_close_from_the_vertex_of_the_largest_degree) {
    graph g = graph_new(6, 0);
    static const int edges[][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {2, 5}};
    static const int32_t expected[] = {4, 1, 0, 2, 5, 3};
    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++)
        graph_tie(&g, edges[i][0], edges[i][1], 1);
    samen__rows rows = rows_of(&g);
    samen__stage s;
    double one[] = {1, 1, 1, 1, 1, 1};
    const samen__stage_rows given = {
        .vertices = 6, .start = rows.start, .target = rows.target, .weight = one, .own = one};
    OK(samen__stage_whole(&given, &s, error));
    for (int v = 0; v < 6; v++)
        ck_assert_int_eq(s.class_of[v], expected[v]);
    samen__stage_free(&s);
    samen__rows_free(&rows);
    graph_free(&g);
}
END

SUITE("unit/kernels/stage", a_stage_is_the_graph_in_another_order,
      neighbours_stand_close_from_the_vertex_of_the_largest_degree)
