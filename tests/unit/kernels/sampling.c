/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/sampling.h"

#include "paths_of.h"
#include "rows_of.h"

enum { MOST = 40 };

/* A graph, between some or all of whose vertices paths are drawn, and the true shares. */
typedef struct scene {
    graph g;
    samen__rows out, in;
    samen__path_graph graph;
    uint8_t source[MOST], target[MOST];
    samen__ends ends;
    double share[MOST], scale[MOST], offset[MOST];
    samen__sampling sampling;
} scene;

static void find_shares(scene *s) {
    static paths p;
    double pairs = 0;
    measure_paths(&s->g, &p);
    memset(s->share, 0, sizeof s->share);
    for (int i = 0; i < s->g.n * s->g.n; i++) {
        int from = i / s->g.n, to = i % s->g.n;
        int pair = (s->source[from] && s->target[to]) ||
                   (!s->g.directed && s->source[to] && s->target[from]);
        if (from == to || !pair)
            continue;
        pairs++;
        for (int v = 0; v < s->g.n && isfinite(p.length[from][to]); v++) {
            if (v != from && v != to && p.length[from][v] + p.length[v][to] == p.length[from][to])
                s->share[v] += p.count[from][v] * p.count[v][to] / p.count[from][to];
        }
    }
    for (int v = 0; v < s->g.n; v++)
        s->share[v] /= pairs;
}

static void open_scene(scene *s, dice *d, graph_kind kind, int directed, int some) {
    s->g = graph_random(d, kind, MOST, directed, 1, 0);
    s->out = rows_of(&s->g);
    OK(samen__rows_reverse(&s->out, &s->in, error));
    s->graph = (samen__path_graph){.out = &s->out, .in = directed ? &s->in : &s->out};
    for (int v = 0; v < MOST; v++) {
        s->source[v] = (uint8_t)(!some || dice_roll(d, 2));
        s->target[v] = (uint8_t)(!some || dice_roll(d, 3) == 0);
        s->scale[v] = 1 + v % 2;
        s->offset[v] = v % 3 * 0.125;
    }
    s->source[0] = s->target[1] = 1;
    s->ends = (samen__ends){.source = s->source, .target = s->target};
    s->sampling = (samen__sampling){
        .ends = &s->ends, .scale = s->scale, .offset = s->offset, .epsilon = 0.1, .delta = 0.3};
    find_shares(s);
}

static void close_scene(scene *s) {
    samen__rows_free(&s->out);
    samen__rows_free(&s->in);
    graph_free(&s->g);
}

static samen__estimates draw(const scene *s, uint64_t seed, int threads) {
    samen__estimates e;
    samen__run run = run_on(threads);
    run.seed = seed;
    OK(samen__sample(&s->graph, &s->sampling, &e, &run, error));
    return e;
}

/* Oracle: all paths counted. Each seed may miss with a chance of 0.3 by promise; the bounds are safe rather than
 * narrow, so of 600 seeds far fewer do. */
TEST(the_promise_is_kept_over_many_seeds) {
    static const graph_kind kinds[] = {GRAPH_SPARSE, GRAPH_TREE, GRAPH_GRID, GRAPH_CLIQUES};
    dice d = {.state = 1};
    int missed = 0, runs = 0;
    double off = 0;
    for (int i = 0; i < 12; i++) {
        static scene s;
        open_scene(&s, &d, kinds[i % 4], i / 4 == 1, i / 4 == 2);
        for (uint64_t seed = 1; seed <= 50; seed++, runs++) {
            samen__estimates e = draw(&s, seed, 1);
            int misses = 0;
            for (int v = 0; v < MOST; v++) {
                double value = s.offset[v] + s.scale[v] * s.share[v];
                ck_assert(e.lower[v] <= e.value[v] && e.value[v] <= e.upper[v]);
                ck_assert(e.upper[v] - e.value[v] <= 0.1 && e.value[v] - e.lower[v] <= 0.1);
                misses += value < e.lower[v] || value > e.upper[v];
                off = fmax(off, fabs(e.value[v] - value));
            }
            missed += misses > 0;
            samen__estimates_free(&e);
        }
        close_scene(&s);
    }
    ck_assert_int_le(missed, (int)(0.3 * runs));
    ck_assert(off > 0.01 && off < 0.1); /* they are estimates, and not idle ones */
}
END

TEST(the_seed_decides_and_the_number_of_threads_does_not) {
    static scene s;
    dice d = {.state = 2};
    open_scene(&s, &d, GRAPH_SPARSE, 0, 0);
    samen__estimates one = draw(&s, 5, 1), eight = draw(&s, 5, 8), other = draw(&s, 6, 1);
    ck_assert_int_eq(one.draws, eight.draws);
    ck_assert_mem_eq(one.value, eight.value, sizeof s.share);
    ck_assert_mem_eq(one.lower, eight.lower, sizeof s.share);
    ck_assert_mem_eq(one.upper, eight.upper, sizeof s.share);
    ck_assert_mem_ne(one.value, other.value, sizeof s.share);
    samen__estimates_free(&one);
    samen__estimates_free(&eight);
    samen__estimates_free(&other);
    close_scene(&s);
}
END

TEST(what_cannot_be_inside_a_path_is_known_without_drawing) {
    static scene s;
    dice d = {.state = 3};
    open_scene(&s, &d, GRAPH_STAR, 0, 0);
    memset(s.scale, 0, sizeof s.scale);
    samen__estimates e = draw(&s, 1, 1);
    ck_assert_int_eq(e.draws, 0);
    for (int v = 0; v < MOST; v++) {
        ck_assert_double_eq(e.value[v], s.offset[v]);
        ck_assert_double_eq(e.lower[v], s.offset[v]);
        ck_assert_double_eq(e.upper[v], s.offset[v]);
    }
    samen__estimates_free(&e);
    close_scene(&s);
}
END

/* The centre of a star stands out at once, however near the estimates should be. */
TEST(drawing_stops_as_soon_as_the_largest_are_known) {
    static scene s;
    dice d = {.state = 4};
    open_scene(&s, &d, GRAPH_STAR, 0, 0);
    memset(s.offset, 0, sizeof s.offset);
    s.sampling.epsilon = 0.01;
    samen__estimates all = draw(&s, 1, 1);
    s.sampling.top = 1;
    samen__estimates one = draw(&s, 1, 1);
    int largest = 0, known = 0;
    for (int v = 0; v < MOST; v++)
        largest = s.share[v] > s.share[largest] ? v : largest;
    for (int v = 0; v < MOST; v++)
        known += v == largest || one.upper[v] < one.lower[largest];
    ck_assert_int_eq(known, MOST);
    ck_assert(one.draws < all.draws);
    samen__estimates_free(&one);
    samen__estimates_free(&all);
    close_scene(&s);
}
END

TEST(half_the_error_takes_about_four_times_the_draws) {
    static scene s;
    dice d = {.state = 5};
    open_scene(&s, &d, GRAPH_TREE, 0, 0);
    s.sampling.epsilon = 0.04;
    samen__estimates coarse = draw(&s, 1, 2);
    s.sampling.epsilon = 0.02;
    samen__estimates fine = draw(&s, 1, 2);
    double ratio = (double)fine.draws / (double)coarse.draws;
    ck_assert(ratio > 2.5 && ratio < 6);
    samen__estimates_free(&coarse);
    samen__estimates_free(&fine);
    close_scene(&s);
}
END

SUITE("kernels/sampling", the_promise_is_kept_over_many_seeds,
      the_seed_decides_and_the_number_of_threads_does_not,
      what_cannot_be_inside_a_path_is_known_without_drawing,
      drawing_stops_as_soon_as_the_largest_are_known,
      half_the_error_takes_about_four_times_the_draws)
