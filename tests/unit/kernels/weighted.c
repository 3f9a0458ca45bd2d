/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/weighted.h"

#include "paths_of.h"
#include "rows_of.h"

enum { MOST = PATHS_MOST };

/* A graph, whose weights are lengths, and what the oracle says of it. */
typedef struct scene {
    graph g;
    samen__rows rows, reverse;
    double vertex[MOST], arc[MOST * MOST];
} scene;

static int counts(const samen__ends *ends, int directed, int s, int t) {
    return !ends || (ends->source[s] && ends->target[t]) ||
           (!directed && ends->source[t] && ends->target[s]);
}

/* Sums of what each pair gives; in an undirected graph both ways round. */
static void expect(scene *s, const samen__ends *ends) {
    static paths p;
    const graph *g = &s->g;
    measure_paths(g, &p);
    memset(s->vertex, 0, sizeof s->vertex);
    memset(s->arc, 0, sizeof s->arc);
    for (int i = 0; i < g->n * g->n; i++) {
        int from = i / g->n, to = i % g->n;
        if (from == to || !isfinite(p.length[from][to]) || !counts(ends, g->directed, from, to))
            continue;
        for (int v = 0; v < g->n; v++) {
            if (v != from && v != to && p.length[from][v] + p.length[v][to] == p.length[from][to])
                s->vertex[v] += p.count[from][v] * p.count[v][to] / p.count[from][to];
            for (int64_t a = s->rows.start[v]; a < s->rows.start[v + 1]; a++) {
                int w = s->rows.target[a];
                if (p.length[from][v] + graph_at(g, v, w) + p.length[w][to] == p.length[from][to])
                    s->arc[a] += p.count[from][v] * p.count[w][to] / p.count[from][to];
            }
        }
    }
}

static void open_scene(scene *s, graph g) {
    s->g = g;
    s->rows = rows_of(&g);
    OK(samen__rows_reverse(&s->rows, &s->reverse, error));
}

static void close_scene(scene *s) {
    samen__rows_free(&s->rows);
    samen__rows_free(&s->reverse);
    graph_free(&s->g);
}

static void find(const scene *s, const samen__ends *ends, int threads, double scale, double *vertex,
                 double *arc) {
    double length[MOST * MOST];
    samen__run run = run_on(threads);
    for (int64_t a = 0; a < s->rows.arcs; a++)
        length[a] = s->rows.weight[a] * scale;
    memset(vertex, 0, MOST * sizeof *vertex);
    if (arc)
        memset(arc, 0, MOST * MOST * sizeof *arc);
    OK(samen__weighted_betweenness(&s->rows, s->g.directed ? &s->reverse : NULL, length, ends,
                                   vertex, arc, &run, error));
}

static void check(const char *what, const double *found, const double *expected, int64_t count) {
    for (int64_t i = 0; i < count; i++) {
        if (fabs(found[i] - expected[i]) > 1e-11 * (1 + fabs(expected[i])))
            ck_abort_msg("%s %d is %.17g, not %.17g", what, (int)i, found[i], expected[i]);
    }
}

/* With and without arcs, which take different ways. */
static void check_scene(const scene *s, const samen__ends *ends, double scale) {
    double vertex[MOST], arc[MOST * MOST];
    find(s, ends, 1, scale, vertex, NULL);
    check("vertex", vertex, s->vertex, s->g.n);
    find(s, ends, 2, scale, vertex, arc);
    check("vertex (with arcs)", vertex, s->vertex, s->g.n);
    check("arc", arc, s->arc, s->rows.arcs);
}

static graph lengthen(graph g, int by, dice *d) {
    for (int i = 0; i < g.n; i++) {
        for (int j = g.directed ? 0 : i + 1; j < g.n; j++) {
            if (graph_at(&g, i, j) > 0)
                graph_tie(&g, i, j, 1 + (double)dice_roll(d, (uint64_t)by));
        }
    }
    return g;
}

/* Graphs of all kinds with whole lengths up to `longest`, multiplied by `scale`. */
static void check_all(int longest, double scale, uint64_t seed) {
    static const int sizes[] = {0, 1, 2, 3, 5, 17, 33, MOST};
    dice d = {.state = seed};
    for (int i = 0; i < GRAPH_KINDS * 8 * 2; i++) {
        static scene s;
        open_scene(&s, lengthen(graph_random(&d, (graph_kind)(i % GRAPH_KINDS),
                                             sizes[i / GRAPH_KINDS % 8], i / GRAPH_KINDS / 8, 1, 0),
                                longest, &d));
        expect(&s, NULL);
        check_scene(&s, NULL, scale);
        close_scene(&s);
    }
}

/* Oracle: all shortest paths counted, lengths being whole numbers; the tolerance is that of sums of some
 * thousand fractions. Short lengths make many paths of equal length. */
TEST(whole_lengths_give_each_vertex_and_arc_its_paths) {
    check_all(1, 1, 1);
    check_all(3, 1, 2);
    check_all(10, 1, 3);
    check_all(4000, 1, 4);
}
END

/* A unit that is no whole number, and lengths of too many units for buckets. */
TEST(other_lengths_give_the_same) {
    check_all(10, 1 / 2520.0, 5);
    check_all(10, 0.7, 6);
    check_all(100000, 1, 7);
    check_all(100000, 1e-5, 8);
}
END

TEST(between_some_only_their_pairs_count) {
    dice d = {.state = 9};
    for (int i = 0; i < GRAPH_KINDS * 12; i++) {
        static scene s;
        uint8_t source[MOST], target[MOST];
        const samen__ends ends = {.source = source, .target = target};
        open_scene(&s, lengthen(graph_random(&d, (graph_kind)(i % GRAPH_KINDS), 40,
                                             i / GRAPH_KINDS % 2, 1, 0),
                                i / GRAPH_KINDS % 3 ? 4 : 100000, &d));
        for (int v = 0; v < 40; v++) {
            source[v] = (uint8_t)(dice_roll(&d, 4) < 1 + (uint64_t)(i % 3));
            target[v] = (uint8_t)(dice_roll(&d, 4) < 1 + (uint64_t)(i % 2));
        }
        expect(&s, &ends);
        check_scene(&s, &ends, 1);
        close_scene(&s);
    }
}
END

TEST(the_number_of_threads_changes_no_bit) {
    dice d = {.state = 10};
    for (int i = 0; i < GRAPH_KINDS * 2; i++) {
        static scene s;
        double one[MOST], other[MOST], arcs[MOST * MOST], other_arcs[MOST * MOST];
        open_scene(&s, lengthen(graph_random(&d, (graph_kind)(i % GRAPH_KINDS), MOST,
                                             i / GRAPH_KINDS, 1, 0),
                                7, &d));
        find(&s, NULL, 1, 0.3, one, arcs);
        for (int threads = 2; threads <= 16; threads *= 2) {
            find(&s, NULL, threads, 0.3, other, other_arcs);
            ck_assert_mem_eq(one, other, (size_t)s.g.n * sizeof *one);
            ck_assert_mem_eq(arcs, other_arcs, (size_t)s.rows.arcs * sizeof *arcs);
        }
        close_scene(&s);
    }
}
END

/* A chain of diamonds with 2^1100 shortest paths from end to end. Oracle: a joint has all pairs from one side of it
 * to the other, and of the two in each diamond beside it, which are as far apart over either joint, one half; these
 * two have half each of the pairs from one side of them to the other. Pairs count both ways round. */
TEST(more_paths_than_a_double_counts_are_shared_alike) {
    enum { DIAMONDS = 1100, VERTICES = 3 * DIAMONDS + 1 };
    static const double lengths[] = {2, 3, 5e5};
    for (size_t l = 0; l < sizeof lengths / sizeof lengths[0]; l++) {
        samen__rows rows;
        samen__run run = run_on(2);
        int64_t at = 0;
        OK(samen__rows_new(VERTICES, 8 * DIAMONDS, &rows, error));
        double *length = calloc((size_t)rows.arcs, sizeof *length);
        double *vertex = calloc(VERTICES, sizeof *vertex);
        for (int32_t v = 0; v < VERTICES; v++) {
            int32_t joint = v - v % 3;
            const int32_t to[4] = {v % 3 ? joint : v - 2, v % 3 ? joint + 3 : v - 1, v + 1, v + 2};
            for (int i = 0; i < (v % 3 ? 2 : 4); i++) {
                if (to[i] < 0 || to[i] >= VERTICES)
                    continue;
                int64_t diamond = (v < to[i] ? v : to[i]) / 3;
                rows.target[at] = to[i];
                length[at++] = diamond % 2 ? 1 : lengths[l];
            }
            rows.start[v + 1] = at;
        }
        OK(samen__weighted_betweenness(&rows, NULL, length, NULL, vertex, NULL, &run, error));
        for (int v = 0; v < VERTICES; v++) {
            int joint = v % 3 == 0, left = joint ? v : v - v % 3 + 1;
            double pairs = (double)left * (VERTICES - (joint ? 1 : 2) - left);
            double twins = (v > 0) + (v + 1 < VERTICES);
            CLOSE(vertex[v], joint ? 2 * pairs + twins : pairs, 1e-10);
        }
        free(length);
        free(vertex);
        samen__rows_free(&rows);
    }
}
END

SUITE("kernels/weighted", whole_lengths_give_each_vertex_and_arc_its_paths,
      other_lengths_give_the_same, between_some_only_their_pairs_count,
      the_number_of_threads_changes_no_bit, more_paths_than_a_double_counts_are_shared_alike)
