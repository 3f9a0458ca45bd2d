/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/lanes_sweep.h"

#include "kernels/stage.h"
#include "naive.h"
#include "rows_of.h"

enum { MOST = 60 };

/* A stage of a whole graph, and room to sweep it. */
typedef struct opened {
    samen__rows rows, in;
    samen__stage stage;
    samen__lane_scratch scratch;
    double own[MOST];
} opened;

static void open_on(const graph *g, const double *own, const atomic_int *stop, opened *o) {
    *o = (opened){.rows = rows_of(g)};
    OK(samen__rows_reverse(&o->rows, &o->in, error));
    for (int v = 0; v < g->n; v++)
        o->own[v] = own ? own[v] : 1;
    const samen__stage_rows rows = {.vertices = g->n,
                                    .start = o->rows.start,
                                    .target = o->rows.target,
                                    .in_start = g->directed ? o->in.start : NULL,
                                    .in_target = g->directed ? o->in.target : NULL,
                                    .weight = o->own,
                                    .own = o->own};
    OK(samen__stage_whole(&rows, &o->stage, error));
    OK(samen__lane_open(g->n, stop, &o->scratch, error));
}

static void close_all(opened *o) {
    samen__lane_close(&o->scratch);
    samen__stage_free(&o->stage);
    samen__rows_free(&o->in);
    samen__rows_free(&o->rows);
}

/* Sweep from all sources, `width` at a time, which set out at these turns (NULL: all at once).
 * Results in the graph's own order. */
static void sweep_all(opened *o, samen__lane_sweeper *sweeper, int width, const int32_t *start,
                      double *vertex, double *arc) {
    double score[MOST] = {0}, along[MOST * MOST] = {0}, weight[SAMEN__LANES];
    for (int from = 0; from < o->stage.sources; from += width) {
        const samen__lane_batch batch = {
            .source = o->stage.source + from,
            .weight = weight,
            .start = start ? start + from : NULL,
            .sources = o->stage.sources - from < width ? o->stage.sources - from : width,
            .score = score,
            .arc = arc ? along : NULL};
        int fits = 0;
        for (int i = 0; i < batch.sources; i++)
            weight[i] = o->stage.own[batch.source[i]];
        OK(sweeper(&o->stage.graph, &o->scratch, &batch, &fits, error));
        ck_assert_int_eq(fits, 1);
    }
    for (int v = 0; v < o->rows.vertices; v++)
        vertex[v] = score[o->stage.class_of[v]];
    for (int64_t a = 0; arc && a < o->rows.arcs; a++)
        arc[o->stage.arc[a]] = along[a];
}

/* Between sweeps all that a sweep relies on is zero. */
static void check_clean(const opened *o) {
    const samen__lane_scratch *s = &o->scratch;
    for (int64_t v = 0; v < o->rows.vertices; v++) {
        ck_assert_int_eq(s->state[v].seen, 0);
        ck_assert_int_eq(s->state[v].next, 0);
        ck_assert_int_eq(s->at[v], 0);
        ck_assert_int_eq(s->on[v], 0);
        ck_assert_int_eq(s->home[v], 0);
        for (int lane = 0; lane < SAMEN__LANES; lane++)
            ck_assert_double_eq((double)s->paths[v * SAMEN__LANES + lane], 0);
    }
}

static void compare(const graph *g, const opened *o, const double *vertex, const double *arc,
                    double pairs) {
    double expected[MOST], tie[MOST * MOST];
    naive_betweenness(g, NAIVE_HOPS, expected, tie);
    for (int v = 0; v < g->n; v++)
        CLOSE(vertex[v], pairs * expected[v], 1e-12);
    for (int v = 0; v < g->n; v++) {
        for (int64_t a = o->rows.start[v]; a < o->rows.start[v + 1]; a++) {
            /* Undirected, each arc has the paths in its own direction: as many as in the other. */
            CLOSE(arc[a], tie[v * g->n + o->rows.target[a]], 1e-12);
        }
    }
}

static void check_graph(const graph *g, const int32_t *start) {
    static const int widths[] = {1, 3, SAMEN__LANES};
    samen__lane_sweeper *variant[SAMEN__LANE_VARIANTS];
    int variants = samen__lane_variants(variant);
    opened o;
    open_on(g, NULL, NULL, &o);
    for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
        double first[MOST], first_arc[MOST * MOST];
        for (int k = 0; k < variants; k++) {
            double vertex[MOST], arc[MOST * MOST], alone[MOST];
            sweep_all(&o, variant[k], widths[i], start, vertex, arc);
            check_clean(&o);
            compare(g, &o, vertex, arc, g->directed ? 1 : 2);
            sweep_all(&o, variant[k], widths[i], start, alone, NULL);
            check_clean(&o);
            for (int v = 0; v < g->n; v++)
                CLOSE(alone[v], vertex[v], 1e-12);
            if (k == 0) {
                memcpy(first, alone, sizeof first);
                memcpy(first_arc, arc, sizeof first_arc);
            }
            ck_assert_int_eq(memcmp(first, alone, (size_t)g->n * sizeof *first), 0);
            ck_assert_int_eq(memcmp(first_arc, arc, (size_t)o.rows.arcs * sizeof *arc), 0);
        }
    }
    close_all(&o);
}

/* Oracle: every shortest path walked (naive/paths.c); the tolerance is that of sums of some thousand
 * fractions. The variants for all instruction sets that this processor has must agree to the bit. */
TEST(sweeps_give_every_vertex_and_arc_its_share_of_paths) {
    dice d = {.state = 21};
    for (int i = 0; i < 300; i++) {
        graph g = graph_random(&d, (graph_kind)(i % GRAPH_KINDS), 1 + (int)dice_roll(&d, 24),
                               i / GRAPH_KINDS % 2, 1, 0);
        check_graph(&g, NULL);
        graph_free(&g);
    }
}
END

/* Some so late that all others are done by then. */
TEST(sources_may_set_out_at_different_turns) {
    dice d = {.state = 24};
    for (int i = 0; i < 100; i++) {
        graph g = graph_random(&d, (graph_kind)(i % GRAPH_KINDS), 1 + (int)dice_roll(&d, 24),
                               i / GRAPH_KINDS % 2, 1, 0);
        int32_t start[MOST];
        for (int k = 0; k < MOST; k++)
            start[k] = (int32_t)dice_roll(&d, dice_roll(&d, 8) ? 5 : 60);
        check_graph(&g, start);
        graph_free(&g);
    }
}
END

/* A vertex that stands for copies, against the graph in which they are apart. */
TEST(copies_count_as_so_many_vertices) {
    dice d = {.state = 22};
    for (int i = 0; i < 200; i++) {
        graph g =
            graph_random(&d, (graph_kind)(i % GRAPH_KINDS), 2 + (int)dice_roll(&d, 8), 0, 1, 0);
        int first[MOST], count[MOST], n = 0;
        for (int v = 0; v < g.n; v++) {
            first[v] = n;
            count[v] = 1 + (int)dice_roll(&d, 3);
            n += count[v];
        }
        graph big = graph_new(n, 0);
        for (int v = 0; v < g.n; v++) {
            for (int w = 0; w < g.n; w++) {
                for (int k = 0; graph_at(&g, v, w) > 0 && k < count[v] * count[w]; k++)
                    graph_tie(&big, first[v] + k % count[v], first[w] + k / count[v], 1);
            }
        }
        opened small, large;
        double of_small[MOST], of_large[MOST];
        samen__lane_sweeper *variant[SAMEN__LANE_VARIANTS];
        samen__lane_variants(variant);
        open_on(&g, NULL, NULL, &small);
        for (int v = 0; v < g.n; v++) {
            samen__lane_vertex *vertex = &small.stage.vertex[small.stage.class_of[v]];
            vertex->copies = vertex->weight = count[v];
            small.stage.own[small.stage.class_of[v]] = count[v];
        }
        int32_t start[MOST];
        for (int k = 0; k < MOST; k++)
            start[k] = (int32_t)dice_roll(&d, 4);
        sweep_all(&small, variant[0], SAMEN__LANES, start, of_small, NULL);
        /* From the first copy of each, counted for all; those of the same vertex are no ends here. */
        open_on(&big, NULL, NULL, &large);
        double through[MOST] = {0};
        for (int v = 0; v < g.n; v++) {
            int32_t source = large.stage.class_of[first[v]];
            double weight = count[v];
            for (int k = 0; k < n; k++)
                large.stage.vertex[large.stage.class_of[k]].weight =
                    !(k >= first[v] && k < first[v] + count[v]);
            const samen__lane_batch batch = {
                .source = &source, .weight = &weight, .sources = 1, .score = through};
            int fits = 0;
            OK(samen__lane_sweep(&large.stage.graph, &large.scratch, &batch, &fits, error));
        }
        for (int v = 0; v < n; v++)
            of_large[v] = through[large.stage.class_of[v]];
        for (int v = 0; v < g.n; v++) {
            /* Paths from a copy to another vertex never go back through its fellow copies. */
            CLOSE(of_small[v], of_large[first[v]], 1e-12);
        }
        close_all(&small);
        close_all(&large);
        graph_free(&big);
        graph_free(&g);
    }
}
END

/* k diamonds in a row: 2^k paths from end to end. */
static samen__rows diamonds(int k) {
    samen__rows rows;
    OK(samen__rows_new(3 * k + 1, 8 * k, &rows, error));
    int64_t at = 0;
    for (int v = 0; v <= 3 * k; v++) {
        int32_t joint = v / 3 * 3, *row = rows.target + at, count = 0;
        if (v == joint) {
            if (v > 0) {
                row[count++] = v - 2;
                row[count++] = v - 1;
            }
            if (v < 3 * k) {
                row[count++] = v + 1;
                row[count++] = v + 2;
            }
        } else {
            row[count++] = joint;
            row[count++] = joint + 3;
        }
        at += count;
        rows.start[v + 1] = at;
    }
    return rows;
}

static int sweep_diamonds(int k, double *score) {
    samen__rows rows = diamonds(k);
    samen__stage stage;
    samen__lane_scratch scratch;
    double *own = calloc((size_t)rows.vertices, sizeof *own), weight = 1;
    ck_assert_ptr_nonnull(own);
    own[3 * k] = 1; /* the one target: all paths go on to it */
    const samen__stage_rows given = {.vertices = (int32_t)rows.vertices,
                                     .start = rows.start,
                                     .target = rows.target,
                                     .weight = own,
                                     .own = own};
    OK(samen__stage_whole(&given, &stage, error));
    OK(samen__lane_open(given.vertices, NULL, &scratch, error));
    double *found = calloc((size_t)rows.vertices, sizeof *found);
    ck_assert_ptr_nonnull(found);
    const samen__lane_batch batch = {
        .source = &stage.class_of[0], .weight = &weight, .sources = 1, .score = found};
    int fits = -1;
    OK(samen__lane_sweep(&stage.graph, &scratch, &batch, &fits, error));
    for (int64_t v = 0; v < rows.vertices; v++)
        score[v] = found[stage.class_of[v]];
    samen__lane_close(&scratch);
    samen__stage_free(&stage);
    samen__rows_free(&rows);
    free(own);
    free(found);
    return fits;
}

TEST(path_counts_up_to_the_range_of_a_double_are_counted) {
    static const int lengths[] = {1, 2, 60, 600, 1000};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        int k = lengths[i];
        double *score = calloc(3 * (size_t)k + 1, sizeof *score);
        ck_assert_ptr_nonnull(score);
        ck_assert_int_eq(sweep_diamonds(k, score), 1);
        for (int v = 1; v < 3 * k; v++)
            CLOSE(score[v], v % 3 == 0 ? 1 : 0.5, 1e-12);
        ck_assert_double_eq(score[0], 0);
        ck_assert_double_eq(score[3 * k], 0);
        free(score);
    }
}
END

TEST(path_counts_beyond_the_range_of_a_double_are_refused_and_add_nothing) {
    enum { LONG = 1100 };
    static double score[3 * LONG + 1];
    ck_assert_int_eq(sweep_diamonds(LONG, score), 0);
    for (int v = 0; v <= 3 * LONG; v++)
        ck_assert_double_eq(score[v], 0);
}
END

TEST(a_sweep_that_is_stopped_leaves_all_ready_for_the_next) {
    dice d = {.state = 23};
    graph g = graph_random(&d, GRAPH_GRID, 49, 0, 1, 0);
    atomic_int stop = 1;
    double weight[SAMEN__LANES], score[MOST] = {0}, vertex[MOST], arc[MOST * MOST];
    samen__lane_sweeper *variant[SAMEN__LANE_VARIANTS];
    int variants = samen__lane_variants(variant);
    opened o;
    open_on(&g, NULL, &stop, &o);
    for (int i = 0; i < SAMEN__LANES; i++)
        weight[i] = 1;
    for (int k = 0; k < variants; k++) {
        const samen__lane_batch batch = {
            .source = o.stage.source, .weight = weight, .sources = SAMEN__LANES, .score = score};
        int fits = 0;
        atomic_store(&stop, 1);
        OK(variant[k](&o.stage.graph, &o.scratch, &batch, &fits, error));
        check_clean(&o);
        atomic_store(&stop, 0);
        sweep_all(&o, variant[k], SAMEN__LANES, NULL, vertex, arc);
        compare(&g, &o, vertex, arc, 2);
    }
    close_all(&o);
    graph_free(&g);
}
END

SUITE("unit/kernels/lanes", sweeps_give_every_vertex_and_arc_its_share_of_paths,
      sources_may_set_out_at_different_turns, copies_count_as_so_many_vertices,
      path_counts_up_to_the_range_of_a_double_are_counted,
      path_counts_beyond_the_range_of_a_double_are_refused_and_add_nothing,
      a_sweep_that_is_stopped_leaves_all_ready_for_the_next)
