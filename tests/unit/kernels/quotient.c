/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quotient_of.h"

enum { MOST = 24 };

/* The same with vertices that stand for others too. */
static samen__quotient weighed(const graph *g) {
    samen__quotient q = quotient_of(g);
    for (int v = 0; v < g->n; v++) {
        q.copies[v] = 1 + v % 3;
        q.own[v] = 1 + v;
    }
    return q;
}

static int has_arc(const samen__quotient *q, int32_t v, int32_t w) {
    int found = 0;
    for (int64_t a = q->start[v]; a < q->start[v + 1]; a++) {
        found += q->target[a] == w;
        ck_assert(a == q->start[v] || q->target[a - 1] < q->target[a]);
    }
    return found;
}

/* Classes at random, some of which leave. Oracle: the matrix. */
TEST(a_rebuilt_graph_has_the_ties_between_classes) {
    dice d = {.state = 131};
    for (int i = 0; i < 1000; i++) {
        graph g =
            graph_random(&d, (graph_kind)(i % GRAPH_KINDS), 1 + (int)dice_roll(&d, MOST), 0, 1, 0);
        int32_t place[MOST], first[MOST], classes = 1 + (int32_t)dice_roll(&d, 6), count = 0;
        int32_t number[6] = {-1, -1, -1, -1, -1, -1};
        samen__quotient q = weighed(&g), small;
        for (int v = 0; v < g.n; v++) {
            int32_t class = (int32_t)dice_roll(&d, (uint64_t)classes + 1) - 1;
            if (class >= 0 && number[class] < 0) {
                first[count] = v;
                number[class] = count++;
            }
            place[v] = class < 0 ? -1 : number[class];
        }
        /* Neighbours are taken from those of the first, so make it have all of them. */
        for (int v = 0; v < g.n; v++) {
            for (int w = 0; w < g.n; w++) {
                if (place[v] >= 0 && place[w] >= 0 && place[v] != place[w] &&
                    graph_at(&g, v, w) > 0)
                    graph_tie(&g, first[place[v]], first[place[w]], 1);
            }
        }
        samen__quotient_free(&q);
        q = weighed(&g);
        OK(samen__quotient_rebuild(&q, place, first, count, &small, error));
        ck_assert_int_eq(small.vertices, count);
        for (int32_t p = 0; p < count; p++) {
            double copies = 0, own = 0;
            for (int v = 0; v < g.n; v++) {
                ck_assert_int_eq(small.class_of[v], place[v]);
                copies += place[v] == p ? q.copies[v] : 0;
                own += place[v] == p ? q.own[v] : 0;
            }
            ck_assert_double_eq(small.copies[p], copies);
            ck_assert_double_eq(small.own[p], own);
            for (int32_t other = 0; other < count; other++)
                ck_assert_int_eq(has_arc(&small, p, other),
                                 p != other && graph_at(&g, first[p], first[other]) > 0);
        }
        samen__quotient_free(&small);
        samen__quotient_free(&q);
        graph_free(&g);
    }
}
END

/* a - b - c - d - e and c - f, without e: c, then b, d and f, then a. */
TEST(what_is_kept_stands_in_breadth_first_order) {
    graph g = graph_new(6, 0);
    static const int edges[][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {2, 5}};
    static const int32_t expected[] = {4, 1, 0, 2, -1, 3};
    const uint8_t stays[] = {1, 1, 1, 1, 0, 1};
    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++)
        graph_tie(&g, edges[i][0], edges[i][1], 1);
    samen__quotient q = weighed(&g);
    OK(samen__quotient_keep(&q, stays, error));
    ck_assert_int_eq(q.vertices, 5);
    for (int v = 0; v < g.n; v++)
        ck_assert_int_eq(q.class_of[v], expected[v]);
    samen__quotient_free(&q);
    graph_free(&g);
}
END

SUITE("unit/kernels/quotient", a_rebuilt_graph_has_the_ties_between_classes,
      what_is_kept_stands_in_breadth_first_order)
