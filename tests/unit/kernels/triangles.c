/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/triangles.h"

#include "rows_of.h"

enum { MOST = 40 };

static int near(const graph *g, const int32_t *label, int i, int j) {
    return label[i] >= 0 && label[j] >= 0 && (graph_at(g, i, j) > 0 || graph_at(g, j, i) > 0);
}

static int way(const graph *g, int i, int j) {
    return (graph_at(g, i, j) > 0 ? SAMEN__THERE : 0) | (graph_at(g, j, i) > 0 ? SAMEN__BACK : 0);
}

/* All ties among the neighbours of v, each once, with which way they go. */
static void look_at_corner(const graph *g, const int32_t *label, const samen__triangles *t, int v) {
    int32_t mark[MOST] = {0};
    int64_t found[MOST];
    int met[MOST][MOST] = {{0}}, count = 0, expected = 0;
    int64_t from = t->near.start[v];
    samen__mark_near(t, v, mark);
    for (int64_t a = from; a < t->near.start[v + 1]; a++) {
        int32_t x = t->near.target[a];
        ck_assert_int_eq(mark[x], a - from + 1);
        ck_assert_int_eq(t->way[a], way(g, v, x));
        int64_t ties = samen__closing(t, mark, x, found);
        for (int64_t k = 0; k < ties; k++) {
            int32_t y = t->ahead.target[found[k]];
            ck_assert_int_eq(met[x][y] + met[y][x], 0);
            ck_assert_int_eq(t->ahead_way[found[k]], way(g, x, y));
            ck_assert(near(g, label, v, y) && near(g, label, x, y));
            met[x][y] = 1;
            count++;
        }
    }
    for (int x = 0; x < g->n; x++) {
        for (int y = 0; y < x; y++)
            expected += near(g, label, v, x) && near(g, label, v, y) && near(g, label, x, y);
    }
    ck_assert_int_eq(count, expected);
    samen__unmark_near(t, v, mark);
    for (int x = 0; x < g->n; x++)
        ck_assert_int_eq(mark[x], 0);
}

/* Oracle: all triples. Directed and undirected, with vertices left out. */
TEST(every_tie_among_neighbours_is_found_once) {
    dice d = {.state = 94};
    for (int i = 0; i < 2000; i++) {
        int directed = i / GRAPH_KINDS % 2, n = (int)dice_roll(&d, MOST);
        graph g = graph_random(&d, (graph_kind)(i % GRAPH_KINDS), n, directed, 1, 0);
        samen__rows rows = rows_of(&g), in_rows;
        samen__triangles t;
        int32_t label[MOST];
        uint64_t leave_out = dice_roll(&d, 3);
        for (int v = 0; v < n; v++)
            label[v] = leave_out && dice_roll(&d, 4) == 0 ? -1 : 0;
        OK(samen__rows_reverse(&rows, &in_rows, error));
        OK(samen__triangles_open(&rows, directed ? &in_rows : &rows, leave_out ? label : NULL, &t,
                                 error));
        ck_assert_int_eq(2 * t.ahead.arcs, t.near.arcs);
        for (int v = 0; v < n; v++)
            look_at_corner(&g, label, &t, v);
        samen__triangles_close(&t);
        samen__rows_free(&rows);
        samen__rows_free(&in_rows);
        graph_free(&g);
    }
}
END

SUITE("unit/kernels/triangles", every_tie_among_neighbours_is_found_once)
