/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/shells.h"

#include "rows_of.h"

enum { MOST = 48 };

/* The shells of a whole undirected graph. */
static samen__shells shells_of(const samen__rows *rows, samen__parts *parts) {
    samen__shells shells;
    samen__run run = run_on(1);
    OK(samen__parts_whole(rows, rows->weight, parts, error));
    OK(samen__shells_take(&parts->part[0], 0, 1, &shells, &run, error));
    return shells;
}

/* Every pair of vertices that may be ends must be swept once in each direction, or twice in one. */
static void add_pairs(const samen__shell *s, double *swept) {
    int32_t inner = s->graph.vertices - s->graph.outer;
    for (int32_t i = 0; i < s->sources; i++) {
        int32_t source = s->source[i];
        ck_assert_int_eq(source >= inner, s->graph.outer > 0);
        for (int32_t t = 0; t < s->graph.vertices; t++) {
            if (t == source || (source >= inner && t >= inner && t < source))
                continue;
            swept[s->vertex[source] * MOST + s->vertex[t]] += s->own[source] * s->weight[t];
        }
    }
}

/* Inner rows name no outer vertex; outer rows name inner ones first. */
static void check_rows(const samen__shell *s, const samen__part *part) {
    const samen__brandes_graph *g = &s->graph;
    int32_t inner = g->vertices - g->outer;
    for (int32_t v = 0; v < g->vertices; v++) {
        int64_t end = v < inner ? g->start[v + 1] : g->split[v - inner];
        for (int64_t a = g->start[v]; a < g->start[v + 1]; a++) {
            ck_assert_int_eq(g->target[a] < inner, a < end);
            ck_assert_int_eq(part->target[s->arc[a]], s->vertex[g->target[a]]);
            ck_assert_double_eq(part->length[s->arc[a]], g->length[a]);
            ck_assert_double_eq(g->step[a], g->length[a]);
        }
    }
}

TEST(shells_sweep_every_pair_for_both_directions) {
    dice d = {.state = 1};
    for (int round = 0; round < 300; round++) {
        static double swept[MOST * MOST];
        samen__parts parts;
        int n = 2 + (int)dice_roll(&d, MOST - 1);
        graph g = graph_random(&d, (graph_kind)(round % GRAPH_KINDS), n, 0, 5, 0);
        samen__rows rows = rows_of(&g);
        samen__shells shells = shells_of(&rows, &parts);
        memset(swept, 0, sizeof swept);
        for (int64_t i = 0; i < shells.count; i++) {
            add_pairs(&shells.shell[i], swept);
            check_rows(&shells.shell[i], &parts.part[0]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++)
                ck_assert_double_eq(swept[i * MOST + j] + swept[j * MOST + i], i == j ? 0 : 2);
        }
        samen__shells_free(&shells);
        samen__parts_free(&parts);
        samen__rows_free(&rows);
        graph_free(&g);
    }
}
END

/* A clique of equal ties: nobody is passed, so one shell holds all as outer vertices. A star: the rays are one, and
 * its centre is left alone. */
TEST(what_no_path_goes_through_is_taken_off_first) {
    static const struct {
        graph_kind kind;
        int outer;
    } cases[] = {{GRAPH_COMPLETE, 12}, {GRAPH_STAR, 11}, {GRAPH_RING, 0}};
    dice d = {.state = 2};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__parts parts;
        graph g = graph_random(&d, cases[i].kind, 12, 0, 1, 0);
        samen__rows rows = rows_of(&g);
        samen__shells shells = shells_of(&rows, &parts);
        ck_assert_int_eq(shells.count, 1);
        ck_assert_int_eq(shells.shell[0].graph.outer, cases[i].outer);
        samen__shells_free(&shells);
        samen__parts_free(&parts);
        samen__rows_free(&rows);
        graph_free(&g);
    }
}
END

SUITE("kernels/shells", shells_sweep_every_pair_for_both_directions,
      what_no_path_goes_through_is_taken_off_first)
