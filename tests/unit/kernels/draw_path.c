/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/draw_path.h"

#include "paths_of.h"
#include "rows_of.h"

enum { MOST = 20, DRAWS = 4000 };

typedef struct scene {
    graph g;
    samen__rows out, in;
    samen__path_graph graph;
    samen__path_scratch scratch;
} scene;

static void open_scene(scene *s, graph g, int weighted) {
    s->g = g;
    s->out = rows_of(&g);
    OK(samen__rows_reverse(&s->out, &s->in, error));
    s->graph = (samen__path_graph){.out = &s->out,
                                   .in = g.directed ? &s->in : &s->out,
                                   .out_length = weighted ? s->out.weight : NULL,
                                   .in_length = !weighted    ? NULL
                                                : g.directed ? s->in.weight
                                                             : s->out.weight};
    OK(samen__path_open(g.n, weighted, &s->scratch, error));
}

static void close_scene(scene *s) {
    samen__path_close(&s->scratch);
    samen__rows_free(&s->out);
    samen__rows_free(&s->in);
    graph_free(&s->g);
}

/* One path drawn: its vertices are all between the ends, at different distances. */
static void check_path(const scene *s, const paths *p, int from, int to, int *hits) {
    uint8_t at[MOST] = {0};
    for (int32_t i = 0; i < s->scratch.between; i++) {
        int v = s->scratch.path[i];
        ck_assert(v != from && v != to && !at[v]);
        ck_assert_double_eq(p->length[from][v] + p->length[v][to], p->length[from][to]);
        at[v] = 1;
        hits[v]++;
    }
    /* No gap: from each vertex there is a tie to the next one that is on the path. */
    for (int v = from; v != to;) {
        int next = to;
        for (int w = 0; w < s->g.n; w++) {
            if (at[w] && p->length[from][w] > p->length[from][v] &&
                p->length[from][w] < p->length[from][next])
                next = w;
        }
        ck_assert_double_eq(p->length[from][v] + graph_at(&s->g, v, next), p->length[from][next]);
        v = next;
    }
}

/* Oracle: the share of all shortest paths through each vertex. Of the some hundred shares looked at, each from 4000
 * draws, none is five standard errors off but by a chance of one in ten thousand; the draws are always the same. */
static void check_all(int weighted, uint64_t seed) {
    dice d = {.state = seed};
    for (int round = 0; round < GRAPH_KINDS * 4; round++) {
        static paths p;
        static scene s;
        int n = 2 + (int)dice_roll(&d, MOST - 1), hits[MOST] = {0};
        graph g =
            graph_random(&d, (graph_kind)(round % GRAPH_KINDS), n, round / GRAPH_KINDS % 2, 3, 0);
        for (int i = 0; i < n * n && !weighted; i++)
            g.weight[i] = g.weight[i] > 0;
        open_scene(&s, g, weighted);
        measure_paths(&s.g, &p);
        int from = (int)dice_roll(&d, (uint64_t)n),
            to = (from + 1 + (int)dice_roll(&d, (uint64_t)n - 1)) % n;
        for (uint64_t draw = 0; draw < DRAWS; draw++) {
            samen__random random = samen__random_start(seed, 1, draw);
            samen__path_draw(&s.graph, &s.scratch, from, to, &random);
            if (isfinite(p.length[from][to]))
                check_path(&s, &p, from, to, hits);
            else
                ck_assert_int_eq(s.scratch.between, 0);
        }
        for (int v = 0; v < n && isfinite(p.length[from][to]); v++) {
            double share = 0;
            if (v != from && v != to && p.length[from][v] + p.length[v][to] == p.length[from][to])
                share = p.count[from][v] * p.count[v][to] / p.count[from][to];
            double error = sqrt(share * (1 - share) / DRAWS);
            ck_assert(fabs((double)hits[v] / DRAWS - share) <= 5 * error + 1e-12);
        }
        close_scene(&s);
    }
}

TEST(every_shortest_path_is_as_likely_as_another) {
    check_all(0, 1);
}
END

TEST(with_lengths_every_shortest_path_is_as_likely_as_another) {
    check_all(1, 2);
}
END

/* A chain of diamonds, more paths than a double counts: of each diamond either vertex is as likely. */
TEST(no_count_is_too_large_to_draw_from) {
    enum { DIAMONDS = 2500, VERTICES = 3 * DIAMONDS + 1 };
    samen__rows rows;
    int64_t at = 0;
    OK(samen__rows_new(VERTICES, 8 * DIAMONDS, &rows, error));
    for (int32_t v = 0; v < VERTICES; v++) {
        int32_t joint = v - v % 3;
        const int32_t to[4] = {v % 3 ? joint : v - 2, v % 3 ? joint + 3 : v - 1, v + 1, v + 2};
        for (int i = 0; i < (v % 3 ? 2 : 4); i++) {
            if (to[i] >= 0 && to[i] < VERTICES) {
                rows.target[at] = to[i];
                rows.weight[at++] = 1;
            }
        }
        rows.start[v + 1] = at;
    }
    for (int weighted = 0; weighted < 2; weighted++) {
        const samen__path_graph graph = {.out = &rows,
                                         .in = &rows,
                                         .out_length = weighted ? rows.weight : NULL,
                                         .in_length = weighted ? rows.weight : NULL};
        samen__path_scratch s;
        int first = 0;
        OK(samen__path_open(VERTICES, weighted, &s, error));
        samen__random random = samen__random_start(1, 1, 1);
        samen__path_draw(&graph, &s, 0, VERTICES - 1, &random);
        ck_assert_int_eq(s.between, 2 * DIAMONDS - 1);
        for (int32_t i = 0; i < s.between; i++)
            first += s.path[i] % 3 == 1;
        ck_assert(abs(first - DIAMONDS / 2) < 5 * sqrt(DIAMONDS) / 2);
        samen__path_close(&s);
    }
    samen__rows_free(&rows);
}
END

SUITE("kernels/draw_path", every_shortest_path_is_as_likely_as_another,
      with_lengths_every_shortest_path_is_as_likely_as_another, no_count_is_too_large_to_draw_from)
