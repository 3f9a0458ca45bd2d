/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/step_lanes_sweep.h"

#include "paths_of.h"
#include "rows_of.h"

enum { MOST = 40, LANES = SAMEN__STEP_LANES };

/* A graph with steps, nothing taken off. */
typedef struct scene {
    graph g;
    samen__rows rows, reverse;
    int32_t step[MOST * MOST], in_step[MOST * MOST];
    double weight[MOST];
    samen__step_graph graph;
    samen__step_scratch scratch;
    atomic_int stop;
} scene;

static void open_scene(scene *s, graph g) {
    s->g = g;
    s->stop = 0;
    s->rows = rows_of(&g);
    OK(samen__rows_reverse(&s->rows, &s->reverse, error));
    for (int64_t a = 0; a < s->rows.arcs; a++) {
        s->step[a] = (int32_t)s->rows.weight[a];
        s->in_step[a] = (int32_t)s->reverse.weight[a];
    }
    for (int v = 0; v < g.n; v++)
        s->weight[v] = 1 + v % 3;
    s->graph = (samen__step_graph){.out = {.vertices = g.n,
                                           .start = s->rows.start,
                                           .target = s->rows.target,
                                           .length = s->rows.weight,
                                           .step = s->step,
                                           .weight = s->weight},
                                   .in_start = s->reverse.start,
                                   .in_target = s->reverse.target,
                                   .in_step = s->in_step};
    OK(samen__step_open(g.n, &s->stop, &s->scratch, error));
}

static void close_scene(scene *s) {
    samen__step_close(&s->scratch);
    samen__rows_free(&s->rows);
    samen__rows_free(&s->reverse);
    graph_free(&s->g);
}

/* Sixteen sources at most, from every third vertex on, with unequal weights. */
static int32_t list_sources(const scene *s, int32_t *source, double *own) {
    int32_t count = 0;
    for (int v = 0; v < s->g.n && count < LANES; v += 1 + s->g.n / 20) {
        own[count] = 0.5 + count;
        source[count++] = v;
    }
    return count;
}

/* Oracle: all paths counted from each source by itself. */
TEST(every_lane_gives_each_vertex_and_arc_its_share_of_paths) {
    dice d = {.state = 1};
    for (int round = 0; round < GRAPH_KINDS * 24; round++) {
        static scene s;
        static paths p;
        int32_t source[LANES];
        double own[LANES], vertex[MOST] = {0}, arc[MOST * MOST] = {0};
        open_scene(&s,
                   graph_random(&d, (graph_kind)(round % GRAPH_KINDS), 1 + (int)dice_roll(&d, MOST),
                                round / GRAPH_KINDS % 2, round % 3 ? 4 : 4095, 0));
        measure_paths(&s.g, &p);
        int32_t count = list_sources(&s, source, own);
        ck_assert(samen__step_sweep(&s.graph, &s.scratch, source, own, count, vertex, arc));
        for (int v = 0; v < s.g.n; v++) {
            double expected = 0;
            for (int i = 0; i < count; i++) {
                for (int t = 0; t < s.g.n; t++) {
                    int from = source[i];
                    if (t != from && v != from && v != t && isfinite(p.length[from][t]) &&
                        p.length[from][v] + p.length[v][t] == p.length[from][t])
                        expected += own[i] * s.weight[t] * p.count[from][v] * p.count[v][t] /
                                    p.count[from][t];
                }
            }
            CLOSE(vertex[v], expected, 1e-12);
        }
        for (int i = 0; i < s.g.n; i++)
            s.weight[i] = 1;
        memset(arc, 0, sizeof arc);
        ck_assert(samen__step_sweep(&s.graph, &s.scratch, source, own, count, vertex, arc));
        for (int v = 0; v < s.g.n; v++) {
            for (int64_t a = s.rows.start[v]; a < s.rows.start[v + 1]; a++) {
                double expected = 0;
                for (int i = 0; i < count; i++)
                    expected += own[i] * of_arc(&p, &s.g, source[i], v, s.rows.target[a]);
                CLOSE(arc[a], expected, 1e-12);
            }
        }
        close_scene(&s);
    }
}
END

/* The same code compiled for other processors, where this one can run it. */
TEST(every_kind_of_processor_gives_the_same_bits) {
    samen__step_body *body[3] = {samen__step_sweep_plain};
    int bodies = 1;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        body[bodies++] = samen__step_sweep_avx2;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
        body[bodies++] = samen__step_sweep_avx512;
#endif
    dice d = {.state = 2};
    for (int round = 0; round < GRAPH_KINDS * 6; round++) {
        static scene s;
        int32_t source[LANES];
        double own[LANES];
        static double vertex[3][MOST], arc[3][MOST * MOST];
        open_scene(&s, graph_random(&d, (graph_kind)(round % GRAPH_KINDS), MOST, round % 2, 5, 0));
        int32_t count = list_sources(&s, source, own);
        memset(vertex, 0, sizeof vertex);
        memset(arc, 0, sizeof arc);
        for (int i = 0; i < bodies; i++) {
            ck_assert(body[i](&s.graph, &s.scratch, source, own, count, vertex[i], arc[i]));
            ck_assert_mem_eq(vertex[i], vertex[0], sizeof vertex[0]);
            ck_assert_mem_eq(arc[i], arc[0], sizeof arc[0]);
        }
        close_scene(&s);
    }
}
END

TEST(a_sweep_that_is_stopped_ends) {
    static scene s;
    int32_t source = 0;
    double own = 1, vertex[MOST] = {0};
    graph g = graph_new(3, 0);
    graph_tie(&g, 0, 1, 1);
    graph_tie(&g, 1, 2, 1);
    open_scene(&s, g);
    s.stop = 1;
    samen__step_sweep(&s.graph, &s.scratch, &source, &own, 1, vertex, NULL);
    ck_assert_double_eq(vertex[1], 0);
    close_scene(&s);
}
END

TEST(distances_must_stay_countable) {
    ck_assert(samen__step_can(1000000, 1));
    ck_assert(samen__step_can(200000, 4095));
    ck_assert(!samen__step_can(1000000, 4095));
    ck_assert(!samen__step_can(10, 4096));
}
END

/* Many entries, turns far apart and below 0: more than one digit. */
TEST(entries_are_sorted_by_their_turn) {
    enum { COUNT = 5000 };
    samen__step_scratch s;
    atomic_int stop = 0;
    dice d = {.state = 3};
    OK(samen__step_open(COUNT / LANES + 1, &stop, &s, error));
    for (int64_t most = 1; most < 1000000000; most *= 10) {
        s.entries = COUNT;
        for (int i = 0; i < COUNT; i++)
            s.entry[i] = (samen__step_entry){
                .vertex = i, .turn = (int32_t)dice_roll(&d, (uint64_t)most) - (int32_t)most / 3};
        samen__step_sort(&s);
        for (int i = 1; i < COUNT; i++)
            ck_assert(s.entry[i - 1].turn < s.entry[i].turn ||
                      (s.entry[i - 1].turn == s.entry[i].turn &&
                       s.entry[i - 1].vertex < s.entry[i].vertex));
    }
    samen__step_close(&s);
}
END

SUITE("kernels/step_lanes", every_lane_gives_each_vertex_and_arc_its_share_of_paths,
      every_kind_of_processor_gives_the_same_bits, a_sweep_that_is_stopped_ends,
      distances_must_stay_countable, entries_are_sorted_by_their_turn)
