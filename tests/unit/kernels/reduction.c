/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/reduction.h"

#include "kernels/brandes.h"
#include "rows_of.h"

enum { MOST = 30 };

static samen__stage_rows stage_rows(const samen__rows *rows, const double *own) {
    return (samen__stage_rows){.vertices = (int32_t)rows->vertices,
                               .start = rows->start,
                               .target = rows->target,
                               .weight = own,
                               .own = own};
}

/* Sweep all stages, and add the bonus. */
static void add_up(const samen__stages *stages, const double *bonus, int n, double *vertex) {
    for (int v = 0; v < n; v++)
        vertex[v] = bonus[v];
    for (int64_t i = 0; i < stages->count; i++) {
        const samen__stage *s = &stages->stage[i];
        double score[MOST] = {0};
        samen__lane_scratch scratch;
        OK(samen__lane_open(s->graph.vertices, NULL, &scratch, error));
        for (int32_t k = 0; k < s->sources; k++) {
            const samen__lane_batch batch = {.source = &s->source[k],
                                             .weight = &s->own[s->source[k]],
                                             .sources = 1,
                                             .score = score};
            int fits = 0;
            OK(samen__lane_sweep(&s->graph, &scratch, &batch, &fits, error));
        }
        for (int v = 0; v < n; v++)
            vertex[v] += s->class_of[v] >= 0 ? score[s->class_of[v]] : 0;
        samen__lane_close(&scratch);
    }
}

/* The graph as it is, source by source. */
static void expect(const samen__rows *rows, const double *own, double *vertex) {
    const samen__brandes_graph g = {.vertices = (int32_t)rows->vertices,
                                    .start = rows->start,
                                    .target = rows->target,
                                    .weight = own};
    samen__brandes brandes;
    OK(samen__brandes_open(g.vertices, &brandes, error));
    for (int32_t v = 0; v < g.vertices; v++)
        samen__brandes_source(&g, &brandes, v, own[v], vertex, NULL);
    samen__brandes_close(&brandes);
}

/* Make the graph hang together. */
static void connect(graph *g, dice *d) {
    for (int v = 1; v < g->n; v++) {
        int tied = 0;
        for (int u = 0; u < v; u++)
            tied += graph_at(g, u, v) > 0;
        if (!tied)
            graph_tie(g, (int)dice_roll(d, (uint64_t)v), v, 1);
    }
}

static void check_graph(const graph *g, dice *d) {
    double own[MOST], found[MOST], expected[MOST] = {0}, bonus[MOST] = {0};
    samen__rows rows = rows_of(g);
    samen__run run = run_on(1);
    samen__stages stages;
    for (int v = 0; v < g->n; v++)
        own[v] = dice_roll(d, 3) ? 1 : 1 + (double)dice_roll(d, 9);
    const samen__stage_rows given = stage_rows(&rows, own);
    OK(samen__reduce(&given, &stages, bonus, &run, error));
    add_up(&stages, bonus, g->n, found);
    expect(&rows, own, expected);
    for (int v = 0; v < g->n; v++)
        CLOSE(found[v], expected[v], 1e-12);
    samen__stages_free(&stages);
    samen__rows_free(&rows);
}

/* Oracle: the kernel that goes source by source (brandes.c), on the graph as it is. */
TEST(stages_and_bonus_add_up_to_the_scores_of_the_whole) {
    dice d = {.state = 51};
    for (int i = 0; i < 4000; i++) {
        graph g =
            graph_random(&d, (graph_kind)(i % GRAPH_KINDS), 1 + (int)dice_roll(&d, MOST), 0, 1, 0);
        connect(&g, &d);
        check_graph(&g, &d);
        graph_free(&g);
    }
}
END

/* Partnerships projected: members of a few are tied to all fellow members. */
TEST(what_projected_partnerships_are_made_of_is_reduced) {
    dice d = {.state = 52};
    for (int i = 0; i < 500; i++) {
        graph g = graph_new(MOST, 0);
        int partnerships = 2 + (int)dice_roll(&d, 6);
        for (int p = 0; p < partnerships; p++) {
            int member[6], size = 2 + (int)dice_roll(&d, 5);
            for (int m = 0; m < size; m++)
                member[m] = (int)dice_roll(&d, MOST);
            for (int m = 0; m < size; m++) {
                for (int k = 0; k < m; k++) {
                    if (member[m] != member[k])
                        graph_tie(&g, member[m], member[k], 1);
                }
            }
        }
        connect(&g, &d);
        check_graph(&g, &d);
        graph_free(&g);
    }
}
END

static const struct {
    const char *what;
    const char *edges; /* "ab bc" */
    int n;
    int sweeps; /* from how many vertices in all */
} cases[] = {
    {"a square: open twins are one vertex", "ab bc cd da", 4, 2},
    {"a square with a diagonal: closed twins are one too, and the others are taken out",
     "ab bc cd da ac", 4, 1},
    {"a ring of five: nothing", "ab bc cd de ea", 5, 5},
    {"a house: the roof is taken out, which leaves a square", "ab bc cd da ae be", 5, 3},
};

/* How many sweeps are left is what the reduction is for. */
TEST(what_can_be_reduced_is) {
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        graph g = graph_new(cases[i].n, 0);
        for (const char *e = cases[i].edges; *e; e += e[2] ? 3 : 2)
            graph_tie(&g, e[0] - 'a', e[1] - 'a', 1);
        samen__rows rows = rows_of(&g);
        samen__run run = run_on(1);
        samen__stages stages;
        double own[MOST], bonus[MOST] = {0};
        int sweeps = 0;
        for (int v = 0; v < g.n; v++)
            own[v] = 1;
        const samen__stage_rows given = stage_rows(&rows, own);
        OK(samen__reduce(&given, &stages, bonus, &run, error));
        for (int64_t s = 0; s < stages.count; s++)
            sweeps += stages.stage[s].sources;
        ck_assert_msg(sweeps == cases[i].sweeps, "%s: %d sweeps", cases[i].what, sweeps);
        samen__stages_free(&stages);
        samen__rows_free(&rows);
        graph_free(&g);
    }
}
END

SUITE("unit/kernels/reduction", stages_and_bonus_add_up_to_the_scores_of_the_whole,
      what_projected_partnerships_are_made_of_is_reduced, what_can_be_reduced_is)
