/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/betweenness.h"

#include "kernels/brandes.h"
#include "naive.h"
#include "rows_of.h"

enum { SMALL = 40 };

/* A graph too large for a matrix. */
static samen__rows random_rows(dice *d, int n, int64_t arcs, int directed) {
    samen__rows rows, other;
    uint32_t *end = malloc((size_t)arcs * 2 * sizeof *end);
    int64_t *fill = calloc((size_t)n, sizeof *fill), kept = 0;
    ck_assert(end && fill);
    for (int64_t i = 0; i < arcs; i++) {
        /* Few are tied to many. */
        double chance = dice_chance(d);
        end[2 * i] = (uint32_t)(chance * chance * chance * n);
        end[2 * i + 1] = (uint32_t)dice_roll(d, (uint64_t)n);
    }
    OK(samen__rows_new(n, arcs * (directed ? 1 : 2), &rows, error));
    for (int turn = 0; turn < 2; turn++) {
        for (int64_t i = 0; i < arcs * (directed ? 1 : 2); i++) {
            uint32_t from = end[i % arcs * 2 + (i >= arcs)], to = end[i % arcs * 2 + (i < arcs)];
            if (turn == 0)
                rows.start[from + 1]++;
            else
                rows.target[rows.start[from] + fill[from]++] = (int32_t)to;
        }
        for (int v = 0; turn == 0 && v < n; v++)
            rows.start[v + 1] += rows.start[v];
    }
    for (int64_t a = 0; a < rows.arcs; a++)
        rows.weight[a] = 1;
    OK(samen__rows_reverse(&rows, &other, error)); /* now every row is in ascending order */
    samen__rows_free(&rows);
    memset(fill, 0, (size_t)n * sizeof *fill);
    /* Without loops and repetitions. */
    for (int v = 0; v < n; v++) {
        int64_t from = other.start[v];
        other.start[v] = kept;
        for (int64_t a = from; a < other.start[v + 1]; a++) {
            int32_t to = other.target[a];
            if (to != v && (kept == other.start[v] || other.target[kept - 1] != to))
                other.target[kept++] = to;
        }
    }
    other.start[n] = other.arcs = kept;
    free(end);
    free(fill);
    return other;
}

/* The scores of all vertices, and of all arcs behind them. */
static double *score(const samen__rows *rows, int directed, const double *length, int with_arcs,
                     int threads) {
    samen__rows in = {0};
    samen__run run = run_on(threads);
    double *value = calloc((size_t)(rows->vertices + rows->arcs) + 1, sizeof *value);
    ck_assert_ptr_nonnull(value);
    if (directed)
        OK(samen__rows_reverse(rows, &in, error));
    OK(samen__betweenness(rows, directed ? &in : NULL, length, value,
                          with_arcs ? value + rows->vertices : NULL, &run, error));
    samen__rows_free(&in);
    return value;
}

static void check_small(const graph *g) {
    static double expected[SMALL], tie[SMALL * SMALL];
    samen__rows rows = rows_of(g);
    double pairs = g->directed ? 1 : 2;
    naive_betweenness(g, NAIVE_HOPS, expected, tie);
    double *alone = score(&rows, g->directed, NULL, 0, 1);
    double *both = score(&rows, g->directed, NULL, 1, 2);
    for (int v = 0; v < g->n; v++) {
        CLOSE(alone[v], pairs * expected[v], 1e-12);
        CLOSE(both[v], pairs * expected[v], 1e-12);
        for (int64_t a = rows.start[v]; a < rows.start[v + 1]; a++)
            CLOSE(both[g->n + a], tie[v * g->n + rows.target[a]], 1e-12);
    }
    free(alone);
    free(both);
    samen__rows_free(&rows);
}

/* Oracle: every shortest path walked (naive/paths.c); the tolerance is that of sums of some thousand
 * fractions. */
TEST(vertices_and_arcs_have_their_share_of_all_shortest_paths) {
    dice d = {.state = 61};
    for (int i = 0; i < 3000; i++) {
        graph g = graph_random(&d, (graph_kind)(i % GRAPH_KINDS), (int)dice_roll(&d, 20),
                               i / GRAPH_KINDS % 2, 1, 0);
        check_small(&g);
        graph_free(&g);
    }
    for (int i = 0; i < 60; i++) {
        graph g = graph_random(&d, (graph_kind)(i % GRAPH_KINDS), SMALL - (int)dice_roll(&d, 8),
                               i / GRAPH_KINDS % 2, 1, 0);
        check_small(&g);
        graph_free(&g);
    }
}
END

static void compare_with_sources(const samen__rows *rows, int directed) {
    double *found = score(rows, directed, NULL, 0, 2), *both = score(rows, directed, NULL, 1, 2);
    double *expected = calloc((size_t)(rows->vertices + rows->arcs), sizeof *expected);
    const samen__brandes_graph g = {
        .vertices = (int32_t)rows->vertices, .start = rows->start, .target = rows->target};
    samen__brandes brandes;
    ck_assert_ptr_nonnull(expected);
    OK(samen__brandes_open(g.vertices, &brandes, error));
    for (int32_t v = 0; v < g.vertices; v++)
        samen__brandes_source(&g, &brandes, v, 1, expected, expected + rows->vertices);
    for (int64_t v = 0; v < rows->vertices; v++)
        CLOSE(found[v], expected[v], 1e-11);
    for (int64_t v = 0; v < rows->vertices + rows->arcs; v++)
        CLOSE(both[v], expected[v], 1e-11);
    samen__brandes_close(&brandes);
    free(found);
    free(both);
    free(expected);
}

/* Oracle: the kernel that goes source by source, on the graph as it is. */
TEST(larger_graphs_agree_with_going_source_by_source) {
    static const struct {
        int vertices, arcs, directed;
    } sizes[] = {{500, 900, 0}, {500, 900, 1}, {800, 8000, 0}, {800, 8000, 1}, {2000, 3000, 0}};
    dice d = {.state = 62};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        samen__rows rows = random_rows(&d, sizes[i].vertices, sizes[i].arcs, sizes[i].directed);
        compare_with_sources(&rows, sizes[i].directed);
        samen__rows_free(&rows);
    }
}
END

/* Oracle: the same. Layers of nine, each tied to most of the next: up to 8^19 paths, more than a float or
 * a whole number of 53 bits holds. */
TEST(path_counts_beyond_what_is_exact_are_counted_all_the_same) {
    enum { LAYER = 9, LAYERS = 20 };
    dice d = {.state = 65};
    for (int directed = 0; directed < 2; directed++) {
        graph g = graph_new(LAYER * LAYERS, directed);
        for (int v = LAYER; v < g.n; v++) {
            for (int u = v / LAYER * LAYER - LAYER; u < v / LAYER * LAYER; u++) {
                if (dice_roll(&d, 9))
                    graph_tie(&g, u, v, 1);
            }
        }
        samen__rows rows = rows_of(&g);
        compare_with_sources(&rows, directed);
        samen__rows_free(&rows);
        graph_free(&g);
    }
}
END

TEST(any_number_of_threads_gives_the_same_bits) {
    static const int threads[] = {2, 3, 5, 8, 16};
    dice d = {.state = 63};
    for (int kind = 0; kind < 6; kind++) {
        int directed = kind & 1, with_arcs = kind == 2 || kind == 3, weighted = kind > 3;
        samen__rows rows = random_rows(&d, 700, 2500, directed);
        for (int v = 0; v < rows.vertices; v++) {
            for (int64_t a = rows.start[v]; a < rows.start[v + 1]; a++)
                rows.weight[a] = 1 + (v + rows.target[a]) % 3;
        }
        const double *length = weighted ? rows.weight : NULL;
        double *one = score(&rows, directed, length, with_arcs, 1);
        for (size_t i = 0; i < sizeof threads / sizeof threads[0]; i++) {
            double *many = score(&rows, directed, length, with_arcs, threads[i]);
            ck_assert_int_eq(memcmp(one, many, (size_t)(rows.vertices + rows.arcs) * sizeof *one),
                             0);
            free(many);
        }
        free(one);
        samen__rows_free(&rows);
    }
}
END

/* k diamonds in a row, 2^k paths from end to end: more than a double counts. */
TEST(path_counts_beyond_the_range_of_a_double_are_counted_all_the_same) {
    enum { K = 1100, N = 3 * K + 1 };
    samen__rows rows;
    OK(samen__rows_new(N, 4 * K, &rows, error));
    int64_t at = 0;
    for (int v = 0; v < N; v++) {
        int joint = v % 3 == 0;
        for (int step = 1; v < N - 1 && step <= (joint ? 2 : 1); step++)
            rows.target[at++] = joint ? v + step : v / 3 * 3 + 3;
        rows.start[v + 1] = at;
    }
    double *value = score(&rows, 1, NULL, 0, 2);
    for (int v = 0; v < N; v++) {
        /* Pairs that a joint parts; of a side, half of those of its diamond's two joints. */
        double before = v, after = N - 1 - v;
        if (v % 3 != 0) {
            int first = v / 3 * 3;
            before = first + 1;
            after = N - (first + 3);
        }
        CLOSE(value[v], before * after * (v % 3 == 0 ? 1 : 0.5), 1e-11);
    }
    free(value);
    samen__rows_free(&rows);
}
END

typedef struct listener {
    int told, stop_at;
    double last;
} listener;

static int32_t listen(void *payload, double fraction, const char *what) {
    listener *l = payload;
    ck_assert_ptr_nonnull(what);
    ck_assert(fraction >= l->last && fraction <= 1);
    l->last = fraction;
    return ++l->told == l->stop_at;
}

/* A graph that takes a second or so. */
TEST(progress_is_told_and_a_wish_to_stop_is_heard) {
    dice d = {.state = 64};
    samen__rows rows = random_rows(&d, 12000, 150000, 0);
    double *value = calloc((size_t)rows.vertices, sizeof *value);
    ck_assert_ptr_nonnull(value);
    for (int threads = 1; threads <= 3; threads++) {
        listener l = {.stop_at = 2};
        samen__run run = run_on(threads);
        run.on_progress = listen;
        run.payload = &l;
        FAILS(SAMEN_ERR_CANCELLED, "stopped",
              samen__betweenness(&rows, NULL, NULL, value, NULL, &run, error));
        ck_assert_int_eq(l.told, 2);
    }
    free(value);
    samen__rows_free(&rows);
}
END

SUITE("unit/kernels/betweenness", vertices_and_arcs_have_their_share_of_all_shortest_paths,
      larger_graphs_agree_with_going_source_by_source,
      path_counts_beyond_what_is_exact_are_counted_all_the_same,
      any_number_of_threads_gives_the_same_bits,
      path_counts_beyond_the_range_of_a_double_are_counted_all_the_same,
      progress_is_told_and_a_wish_to_stop_is_heard)
