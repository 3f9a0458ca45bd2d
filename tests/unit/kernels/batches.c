/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/batches.h"

#include "kernels/stage.h"
#include "rows_of.h"

enum { WIDE = 12, HIGH = 25, MOST = WIDE * HIGH };

/* A whole graph and its sources in the order of their places. */
typedef struct opened {
    samen__rows rows;
    samen__stage stage;
    int32_t source[MOST], start[MOST];
} opened;

static void open_on(const graph *g, opened *o) {
    samen__rows in;
    double one[MOST];
    *o = (opened){.rows = rows_of(g)};
    OK(samen__rows_reverse(&o->rows, &in, error));
    for (int v = 0; v < g->n; v++) {
        one[v] = 1;
        o->source[v] = v;
        o->start[v] = 0;
    }
    const samen__stage_rows rows = {.vertices = g->n,
                                    .start = o->rows.start,
                                    .target = o->rows.target,
                                    .in_start = g->directed ? in.start : NULL,
                                    .in_target = g->directed ? in.target : NULL,
                                    .weight = one,
                                    .own = one};
    OK(samen__stage_whole(&rows, &o->stage, error));
    samen__rows_free(&in);
}

static void close_all(opened *o) {
    samen__stage_free(&o->stage);
    samen__rows_free(&o->rows);
}

static void search(const samen__lane_graph *g, int32_t source, int32_t *steps) {
    int32_t queue[MOST], count = 1;
    for (int32_t v = 0; v < g->vertices; v++)
        steps[v] = -1;
    queue[0] = source;
    steps[source] = 0;
    for (int32_t head = 0; head < count; head++) {
        int32_t v = queue[head];
        for (int64_t a = g->vertex[v].out; a < g->vertex[v + 1].out; a++) {
            if (steps[g->target[a]] < 0) {
                steps[g->target[a]] = steps[v] + 1;
                queue[count++] = g->target[a];
            }
        }
    }
}

/* How often sweeps come to a vertex: once for every turn at which a lane of the batch does. */
static int64_t visits(const samen__lane_graph *g, const int32_t *source, const int32_t *start,
                      int32_t sources) {
    static int32_t turn[SAMEN__LANES][MOST];
    int64_t count = 0;
    for (int32_t from = 0; from < sources; from += SAMEN__LANES) {
        int32_t lanes = sources - from < SAMEN__LANES ? sources - from : SAMEN__LANES;
        for (int32_t lane = 0; lane < lanes; lane++) {
            search(g, source[from + lane], turn[lane]);
            for (int32_t v = 0; v < g->vertices; v++)
                turn[lane][v] += turn[lane][v] < 0 ? 0 : start[from + lane];
        }
        for (int32_t v = 0; v < g->vertices; v++) {
            for (int32_t lane = 0; lane < lanes; lane++) {
                int is_new = turn[lane][v] >= 0;
                for (int32_t other = 0; other < lane; other++)
                    is_new &= turn[other][v] != turn[lane][v];
                count += is_new;
            }
        }
    }
    return count;
}

TEST(every_source_is_in_one_batch_and_sets_out) {
    dice d = {.state = 111};
    for (int i = 0; i < 200; i++) {
        graph g = graph_random(&d, (graph_kind)(i % GRAPH_KINDS), (int)dice_roll(&d, MOST + 1),
                               i / GRAPH_KINDS % 2, 1, 0);
        opened o;
        open_on(&g, &o);
        int taken[MOST] = {0}, given[MOST] = {0};
        int32_t sources = 0;
        for (int v = 0; v < g.n; v++) {
            given[v] = dice_roll(&d, 4) > 0;
            if (given[v])
                o.source[sources++] = v;
        }
        samen__run run = run_on(1);
        OK(samen__batches_arrange(&o.stage.graph, o.source, o.start, sources, &run, error));
        for (int32_t k = 0; k < sources; k++) {
            ck_assert_int_eq(taken[o.source[k]]++, 0);
            ck_assert_int_eq(given[o.source[k]], 1);
            ck_assert_int_ge(o.start[k], 0);
            ck_assert_int_le(o.start[k], 2 * MOST);
        }
        close_all(&o);
        graph_free(&g);
    }
}
END

static void tie_grid(graph *g, int wide) {
    for (int v = 0; v < g->n; v++) {
        if (v % wide + 1 < wide)
            graph_tie(g, v, v + 1, 1);
        if (v + wide < g->n)
            graph_tie(g, v, v + wide, 1);
    }
}

/* Against the sources in breadth-first order, all setting out at once. */
static double gain_on_grid(int wide) {
    graph g = graph_new(MOST, 0);
    tie_grid(&g, wide);
    opened o;
    open_on(&g, &o);
    int64_t before = visits(&o.stage.graph, o.source, o.start, MOST);
    samen__run run = run_on(1);
    OK(samen__batches_arrange(&o.stage.graph, o.source, o.start, MOST, &run, error));
    int64_t after = visits(&o.stage.graph, o.source, o.start, MOST);
    close_all(&o);
    graph_free(&g);
    return (double)before / (double)after;
}

TEST(lanes_come_together_where_the_graph_is_narrow) {
    ck_assert_double_gt(gain_on_grid(2), 1.5);
    ck_assert_double_gt(gain_on_grid(3), 1.25);
}
END

SUITE("unit/kernels/batches", every_source_is_in_one_batch_and_sets_out,
      lanes_come_together_where_the_graph_is_narrow)
