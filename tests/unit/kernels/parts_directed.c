/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/parts.h"
#include "naive.h"
#include "rows_of.h"

enum { MOST = 14 };

/* can[i * n + j]: a path leads from i to j without the arcs for which `without` is not 0. */
static void find_paths(const graph *g, const char *without, char *can) {
    int n = g->n;
    for (int i = 0; i < n * n; i++)
        can[i] = i / n == i % n || (g->weight[i] > 0 && !without[i]);
    for (int k = 0; k < n; k++) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++)
                can[i * n + j] |= can[i * n + k] & can[k * n + j];
        }
    }
}

/* Rows there and back are those of the graph; bags are what a vertex reaches, and what reaches it, when
 * the arcs of the part are taken away. */
static void check_part(const graph *g, const samen__rows *rows, const samen__part *p,
                       char *covered) {
    char without[MOST * MOST] = {0}, can[MOST * MOST];
    int n = g->n, back = 0;
    ck_assert_int_gt(p->vertices, 2);
    ck_assert_int_eq(p->start[p->vertices], p->in_start[p->vertices]);
    for (int32_t v = 0; v < p->vertices; v++) {
        for (int64_t a = p->start[v]; a < p->start[v + 1]; a++) {
            int from = p->vertex[v], to = p->vertex[p->target[a]];
            ck_assert(graph_at(g, from, to) > 0);
            ck_assert_int_eq(p->arc[a], samen__rows_find(rows, from, to));
            without[from * n + to] = 1;
            covered[from * n + to]++;
        }
    }
    for (int32_t v = 0; v < p->vertices; v++) {
        for (int64_t a = p->in_start[v]; a < p->in_start[v + 1]; a++)
            back += without[p->vertex[p->in_target[a]] * n + p->vertex[v]];
    }
    ck_assert_int_eq(back, p->start[p->vertices]);
    find_paths(g, without, can);
    for (int32_t v = 0; v < p->vertices; v++) {
        int to = 0, from = 0, at = p->vertex[v];
        for (int w = 0; w < n; w++) {
            to += can[at * n + w];
            from += can[w * n + at];
        }
        ck_assert_double_eq(p->bag[v], to);
        ck_assert_double_eq(p->own[v], from);
    }
}

/* Pairs of others, the one in reach of the other, that are not when the vertex is taken away, and stand
 * apart then even without directions. */
static double pairs_parted(const graph *g, int v) {
    int n = g->n, label[MOST];
    char none[MOST * MOST] = {0}, all[MOST * MOST];
    double pairs = 0;
    graph without = graph_new(n, 1);
    for (int i = 0; i < n * n; i++) {
        if (g->weight[i] > 0 && i / n != v && i % n != v)
            graph_tie(&without, i / n, i % n, 1);
    }
    naive_components(&without, label);
    find_paths(g, none, all);
    for (int i = 0; i < n * n; i++)
        pairs +=
            i / n != i % n && i / n != v && i % n != v && all[i] && label[i / n] != label[i % n];
    graph_free(&without);
    return pairs;
}

static void check_graph(const graph *g) {
    samen__rows rows = rows_of(g), in;
    samen__run run = run_on(1);
    samen__parts parts;
    double vertex[MOST] = {0}, arc[MOST * MOST] = {0}, expected[MOST], tie[MOST * MOST];
    char covered[MOST * MOST] = {0};
    OK(samen__rows_reverse(&rows, &in, error));
    OK(samen__parts_cut_directed(&rows, &in, &parts, vertex, arc, &run, error));
    for (int64_t i = 0; i < parts.count; i++)
        check_part(g, &rows, &parts.part[i], covered);
    naive_betweenness(g, NAIVE_HOPS, expected, tie);
    for (int v = 0; v < g->n; v++) {
        ck_assert_double_eq(vertex[v], pairs_parted(g, v));
        for (int64_t a = rows.start[v]; a < rows.start[v + 1]; a++) {
            int at = v * g->n + rows.target[a];
            ck_assert_int_le(covered[at], 1);
            CLOSE(arc[a], covered[at] ? 0 : tie[at], 1e-12);
        }
    }
    samen__parts_free(&parts);
    samen__rows_free(&in);
    samen__rows_free(&rows);
}

/* Oracles: reach by closure, and all shortest paths walked. */
TEST(directed_parts_are_blocks_with_what_can_be_reached_behind_them) {
    dice d = {.state = 81};
    for (int i = 0; i < 4000; i++) {
        graph g =
            graph_random(&d, (graph_kind)(i % GRAPH_KINDS), (int)dice_roll(&d, MOST + 1), 1, 1, 0);
        for (int k = 0; k < g.n * g.n; k++) {
            if (i % 3 == 0 && g.weight[k] > 0 && dice_roll(&d, 2))
                graph_tie(&g, k % g.n, k / g.n, 1); /* answered */
        }
        check_graph(&g);
        graph_free(&g);
    }
}
END

SUITE("unit/kernels/parts_directed", directed_parts_are_blocks_with_what_can_be_reached_behind_them)
