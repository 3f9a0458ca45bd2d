/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/brandes.h"

#include "paths_of.h"
#include "rows_of.h"

enum { MOST = 40 };

static void check_close(double found, double expected) {
    if (fabs(found - expected) > 1e-12 * (1 + expected))
        ck_abort_msg("%.17g instead of %.17g", found, expected);
}

/* The kernel opened on a graph, whose weights are its lengths. */
typedef struct opened {
    samen__rows rows;
    samen__brandes brandes;
    samen__brandes_graph graph;
} opened;

static opened open_on(const graph *g, int weighted) {
    opened o = {.rows = rows_of(g)};
    o.graph = (samen__brandes_graph){.vertices = g->n,
                                     .start = o.rows.start,
                                     .target = o.rows.target,
                                     .length = weighted ? o.rows.weight : NULL};
    OK(samen__brandes_open(g->n, &o.brandes, error));
    return o;
}

static void sweep(opened *o, int source, double *vertex, double *arc) {
    samen__brandes_source(&o->graph, &o->brandes, source, 1, vertex, arc);
}

static void close_all(opened *o) {
    samen__brandes_close(&o->brandes);
    samen__rows_free(&o->rows);
}

/* Lengths are whole, so that the oracle's sums are exact. */
static void check_graph(const graph *g, int weighted) {
    static paths p;
    double vertex[MOST], arc[MOST * MOST];
    opened o = open_on(g, weighted);
    measure_paths(g, &p);
    for (int s = 0; s < g->n; s++) {
        memset(vertex, 0, sizeof vertex);
        memset(arc, 0, sizeof arc);
        sweep(&o, s, vertex, arc);
        for (int v = 0; v < g->n; v++) {
            check_close(vertex[v], of_vertex(&p, g->n, s, v));
            for (int64_t a = o.rows.start[v]; a < o.rows.start[v + 1]; a++)
                check_close(arc[a], of_arc(&p, g, s, v, o.rows.target[a]));
        }
    }
    close_all(&o);
}

static void check_all(int most_weight, int weighted, uint64_t seed) {
    static const int sizes[] = {1, 2, 3, 6, 11, MOST};
    dice d = {.state = seed};
    for (int kind = 0; kind < GRAPH_KINDS; kind++) {
        for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
            for (int directed = 0; directed < 2; directed++) {
                graph g = graph_random(&d, (graph_kind)kind, sizes[s], directed, most_weight, 0);
                check_graph(&g, weighted);
                graph_free(&g);
            }
        }
    }
}

/* The graph in which every vertex but the first is replaced by its copies; first[v] is the first
 * one. */
static graph expand(const graph *g, const double *copies, int *first) {
    int class_of[MOST], n = 0;
    for (int v = 0; v < g->n; v++) {
        first[v] = n;
        for (int c = 0; c < (int)copies[v]; c++)
            class_of[n++] = v;
    }
    graph big = graph_new(n, g->directed);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            if (graph_at(g, class_of[i], class_of[j]) > 0)
                graph_tie(&big, i, j, graph_at(g, class_of[i], class_of[j]));
        }
    }
    return big;
}

/* What vertex 0 as the source gives to the vertices and arcs of a graph with lengths. */
static void from_source(const graph *g, double *vertex, double *arc) {
    opened o = open_on(g, 1);
    sweep(&o, 0, vertex, arc);
    close_all(&o);
}

/* Oracle: all shortest paths counted; the tolerance is that of sums of some hundred fractions. */
TEST(every_source_gives_each_vertex_and_arc_its_share_of_paths) {
    check_all(1, 0, 1);
}
END

/* Oracle: the same. Lengths of 1 to 3 make many paths of equal length, of 1 to 9 fewer. */
TEST(with_lengths_every_source_gives_each_vertex_and_arc_its_share) {
    check_all(3, 1, 2);
    check_all(9, 1, 3);
}
END

TEST(lengths_that_are_all_the_same_change_nothing) {
    dice d = {.state = 4};
    graph g = graph_random(&d, GRAPH_GRID, 36, 0, 1, 0);
    opened plain = open_on(&g, 0), weighted = open_on(&g, 1);
    double one[MOST] = {0}, other[MOST] = {0};
    for (int s = 0; s < g.n; s++) {
        sweep(&plain, s, one, NULL);
        sweep(&weighted, s, other, NULL);
    }
    for (int v = 0; v < g.n; v++)
        CLOSE(one[v], other[v], 1e-12);
    close_all(&plain);
    close_all(&weighted);
    graph_free(&g);
}
END

TEST(what_is_there_is_added_to) {
    graph g = graph_new(3, 0);
    graph_tie(&g, 0, 1, 1);
    graph_tie(&g, 1, 2, 1);
    double vertex[] = {10, 20, 30}, arc[] = {1, 2, 3, 4};
    from_source(&g, vertex, arc);
    ck_assert_double_eq(vertex[0], 10);
    ck_assert_double_eq(vertex[1], 21);
    ck_assert_double_eq(vertex[2], 30);
    ck_assert_double_eq(arc[0], 3); /* 0 to 1 */
    ck_assert_double_eq(arc[1], 2); /* 1 to 0 */
    ck_assert_double_eq(arc[2], 4); /* 1 to 2 */
    ck_assert_double_eq(arc[3], 4); /* 2 to 1 */
    graph_free(&g);
}
END

/* 0.1 + 0.2 and 0.15 + 0.15 differ in the last bit of a double, but not in meaning. */
TEST(lengths_that_differ_by_rounding_only_are_equal) {
    graph g = graph_new(4, 0);
    graph_tie(&g, 0, 1, 0.1);
    graph_tie(&g, 1, 3, 0.2);
    graph_tie(&g, 0, 2, 0.15);
    graph_tie(&g, 2, 3, 0.15);
    graph_tie(&g, 0, 3, 0.3);
    double vertex[4] = {0};
    from_source(&g, vertex, NULL);
    CLOSE(vertex[1], 1.0 / 3, 1e-15);
    CLOSE(vertex[2], 1.0 / 3, 1e-15);
    graph_free(&g);
}
END

TEST(lengths_that_really_differ_are_not_equal) {
    static const struct {
        double longer, share;
    } cases[] = {{1e-13, 0.5}, {1e-11, 1}, {-1e-13, 0.5}, {-1e-11, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        graph g = graph_new(4, 0);
        graph_tie(&g, 0, 1, 0.5);
        graph_tie(&g, 1, 3, 0.5);
        graph_tie(&g, 0, 2, 0.5);
        graph_tie(&g, 2, 3, 0.5 * (1 + 2 * cases[i].longer));
        double vertex[4] = {0};
        from_source(&g, vertex, NULL);
        CLOSE(vertex[1], cases[i].share, 1e-15);
        CLOSE(vertex[2], 1 - cases[i].share, 1e-15);
        graph_free(&g);
    }
}
END

/* 0 - 1 - {2, 3}, and 2 and 3 so close together that the tie between them is lost in the tolerance.
 * Oracle: all paths from 0 to 2 and to 3 go through 1, which is a cut-point, so its share is 2. */
TEST(a_tie_shorter_than_the_tolerance_loses_no_path) {
    static const double lengths[] = {1e-9, 1e-12, 1e-13, 1e-14, 1e-15, 1e-16, 1e-300};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        graph g = graph_new(4, 0);
        graph_tie(&g, 0, 1, 1);
        graph_tie(&g, 1, 2, 1);
        graph_tie(&g, 1, 3, 1);
        graph_tie(&g, 2, 3, lengths[i]);
        double vertex[4] = {0}, arc[8] = {0};
        from_source(&g, vertex, arc);
        ck_assert_msg(fabs(vertex[1] - 2) < 1e-12, "with %g it is %g", lengths[i], vertex[1]);
        CLOSE(arc[0], 3, 1e-12);
        graph_free(&g);
    }
}
END

/* 0 - 1 - 2, the second tie too short to be told from none in a double. */
TEST(a_tie_too_short_to_add_anything_is_still_a_path) {
    static const double lengths[] = {1e-15, 1e-16, 1e-17, 1e-300};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        graph g = graph_new(3, 0);
        graph_tie(&g, 0, 1, 1);
        graph_tie(&g, 1, 2, lengths[i]);
        double vertex[3] = {0};
        from_source(&g, vertex, NULL);
        ck_assert_msg(vertex[1] == 1, "with %g it is %g", lengths[i], vertex[1]);
        graph_free(&g);
    }
}
END

/* Three ways from 0 to 4, whose lengths differ by about the tolerance: the second equals the
 * first and the third, which do not equal each other. Oracle: whichever count as shortest, every
 * path goes through one of them, so their shares add up to 1. */
TEST(lengths_at_the_edge_of_the_tolerance_share_one_path) {
    graph g = graph_new(5, 0);
    graph_tie(&g, 0, 1, 0.4);
    graph_tie(&g, 1, 4, 0.6);
    graph_tie(&g, 0, 2, 0.45);
    graph_tie(&g, 2, 4, 0.55 - 0.9e-12);
    graph_tie(&g, 0, 3, 0.5);
    graph_tie(&g, 3, 4, 0.5 - 1.1e-12);
    double vertex[5] = {0};
    from_source(&g, vertex, NULL);
    CLOSE(vertex[1] + vertex[2] + vertex[3], 1, 1e-15);
    graph_free(&g);
}
END

/* Oracle: the graph with all copies drawn out, and in it the share of one copy in the paths to
 * one copy of the target, times the weights of both ends. */
TEST(a_vertex_may_stand_for_several_and_weigh_as_an_end) {
    static paths p;
    dice d = {.state = 5};
    for (int round = 0; round < 200; round++) {
        double copies[12], weight[12], vertex[12] = {0};
        int first[12], weighted = round % 2;
        graph g = graph_random(&d, (graph_kind)(round / 2 % GRAPH_KINDS), 12, round % 3 == 0, 3, 0);
        for (int v = 0; v < 12; v++) {
            copies[v] = v == 0 ? 1 : (double)(1 + dice_roll(&d, 3));
            weight[v] = (double)dice_roll(&d, 5) / 2;
        }
        graph big = expand(&g, copies, first);
        for (int i = 0; i < big.n * big.n && !weighted; i++)
            big.weight[i] = big.weight[i] > 0;
        measure_paths(&big, &p);
        opened o = open_on(&g, weighted);
        o.graph.copies = copies;
        o.graph.weight = weight;
        samen__brandes_source(&o.graph, &o.brandes, 0, 2.5, vertex, NULL);
        for (int v = 1; v < 12; v++) {
            double expected = 0;
            for (int t = 1; t < 12; t++) {
                int i = first[v], j = first[t];
                if (t != v && isfinite(p.length[0][j]) &&
                    p.length[0][i] + p.length[i][j] == p.length[0][j])
                    expected += weight[t] * p.count[0][i] * p.count[i][j] / p.count[0][j];
            }
            check_close(vertex[v], 2.5 * expected);
        }
        ck_assert_double_eq(vertex[0], 0);
        close_all(&o);
        graph_free(&g);
        graph_free(&big);
    }
}
END

/* A chain of diamonds: from its end to its other one there are 2^1100 shortest paths. Oracle:
 * vertex 1 and its twin each have half of the paths to all beyond them, the joint 3 has all to
 * those beyond it. */
TEST(more_paths_than_a_double_counts_are_shared_alike) {
    enum { DIAMONDS = 1100, VERTICES = 3 * DIAMONDS + 1 };
    for (int weighted = 0; weighted < 2; weighted++) {
        samen__rows rows;
        int64_t at = 0;
        OK(samen__rows_new(VERTICES, 4 * DIAMONDS, &rows, error));
        for (int32_t v = 0; v < VERTICES; v++) {
            if (v % 3 == 0 && v + 1 < VERTICES) {
                rows.target[at++] = v + 1;
                rows.target[at++] = v + 2;
            } else if (v % 3 > 0) {
                rows.target[at++] = v - v % 3 + 3;
            }
            rows.start[v + 1] = at;
        }
        for (int64_t a = 0; a < at; a++)
            rows.weight[a] = 1;
        double *vertex = calloc(VERTICES, sizeof *vertex);
        opened o = {.rows = rows,
                    .graph = {.vertices = VERTICES,
                              .start = rows.start,
                              .target = rows.target,
                              .length = weighted ? rows.weight : NULL}};
        OK(samen__brandes_open(VERTICES, &o.brandes, error));
        sweep(&o, 0, vertex, NULL);
        for (int v = 1; v < VERTICES; v++) {
            int joint = v % 3 == 0, beyond = VERTICES - 1 - (joint ? v : v - v % 3 + 2);
            CLOSE(vertex[v], joint ? beyond : beyond / 2.0, 1e-12);
        }
        free(vertex);
        close_all(&o);
    }
}
END

TEST(a_graph_without_vertices_needs_nothing) {
    graph g = graph_new(0, 0);
    opened o = open_on(&g, 1);
    samen__brandes_close(&o.brandes);
    ck_assert_ptr_null(o.brandes.order);
    ck_assert_ptr_null(o.brandes.paths);
    close_all(&o);
    graph_free(&g);
}
END

SUITE("kernels/brandes", every_source_gives_each_vertex_and_arc_its_share_of_paths,
      with_lengths_every_source_gives_each_vertex_and_arc_its_share,
      lengths_that_are_all_the_same_change_nothing, what_is_there_is_added_to,
      lengths_that_differ_by_rounding_only_are_equal, lengths_that_really_differ_are_not_equal,
      a_tie_shorter_than_the_tolerance_loses_no_path,
      a_tie_too_short_to_add_anything_is_still_a_path,
      lengths_at_the_edge_of_the_tolerance_share_one_path,
      a_vertex_may_stand_for_several_and_weigh_as_an_end,
      more_paths_than_a_double_counts_are_shared_alike, a_graph_without_vertices_needs_nothing)
