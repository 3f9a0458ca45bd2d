/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/holes.h"

#include "naive.h"
#include "rows_of.h"

enum { MOST = 30 };

/* Everything the kernel can be asked for. */
typedef struct found {
    double constraint[MOST], size[MOST], hierarchy[MOST];
    double dyadic[MOST * MOST], redundancy[MOST * MOST];
} found;

static void find(const samen__rows *rows, int ego, int32_t threads, found *f) {
    samen__run run = run_on(threads);
    memset(f, 0, sizeof *f);
    samen__holes h = {.rows = rows,
                      .ego_model = ego,
                      .constraint = f->constraint,
                      .effective_size = f->size,
                      .hierarchy = f->hierarchy,
                      .dyadic = f->dyadic,
                      .redundancy = f->redundancy};
    OK(samen__holes_find(&h, &run, error));
}

/* 1e-12: sums of at most thirty terms. */
static void look(const graph *g, const samen__rows *rows, int weighted, int ego) {
    found f;
    find(rows, ego, 1, &f);
    for (int v = 0; v < g->n; v++) {
        double constraint[MOST] = {0}, redundancy[MOST] = {0};
        if (rows->start[v] == rows->start[v + 1]) {
            ck_assert_double_eq(f.constraint[v], 0);
            continue;
        }
        naive_hole hole = naive_holes(g, v, weighted, ego, constraint, redundancy);
        CLOSE(f.constraint[v], hole.constraint, 1e-12);
        CLOSE(f.size[v], hole.effective_size, 1e-12);
        CLOSE(f.hierarchy[v], hole.hierarchy, 1e-12);
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            CLOSE(f.dyadic[a], constraint[rows->target[a]], 1e-12);
            CLOSE(f.redundancy[a], redundancy[rows->target[a]], 1e-12);
        }
    }
}

/* Oracle: Burt's formulas, sum by sum (naive/holes.c). Undirected, so that z is twice the weight. */
TEST(measures_are_those_of_the_formulas) {
    dice d = {.state = 95};
    for (int i = 0; i < 1000; i++) {
        graph g =
            graph_random(&d, (graph_kind)(i % GRAPH_KINDS), (int)dice_roll(&d, MOST), 0, 5, 0);
        samen__rows rows = rows_of(&g), bare = rows;
        bare.weight = NULL;
        for (int ego = 0; ego < 2; ego++) {
            look(&g, &rows, 1, ego);
            look(&g, &bare, 0, ego);
        }
        samen__rows_free(&rows);
        graph_free(&g);
    }
}
END

/* What is not asked for changes no bit of what is. */
TEST(each_measure_may_be_asked_for_alone) {
    dice d = {.state = 96};
    graph g = graph_random(&d, GRAPH_DENSE, MOST, 0, 5, 0);
    samen__rows rows = rows_of(&g), bare = rows;
    samen__run run = run_on(2);
    bare.weight = NULL;
    for (int weighted = 0; weighted < 2; weighted++) {
        for (int ego = 0; ego < 2; ego++) {
            found all;
            double value[MOST] = {0}, arc[MOST * MOST] = {0};
            samen__holes h = {.rows = weighted ? &rows : &bare, .ego_model = ego};
            find(h.rows, ego, 1, &all);
            h.constraint = value;
            OK(samen__holes_find(&h, &run, error));
            ck_assert_mem_eq(value, all.constraint, sizeof value);
            h.constraint = NULL;
            h.effective_size = value;
            OK(samen__holes_find(&h, &run, error));
            ck_assert_mem_eq(value, all.size, sizeof value);
            h.effective_size = NULL;
            h.hierarchy = value;
            OK(samen__holes_find(&h, &run, error));
            ck_assert_mem_eq(value, all.hierarchy, sizeof value);
            h.hierarchy = NULL;
            h.dyadic = arc;
            OK(samen__holes_find(&h, &run, error));
            ck_assert_mem_eq(arc, all.dyadic, sizeof arc);
        }
    }
    samen__rows_free(&rows);
    graph_free(&g);
}
END

/* Enough arcs for several tasks, weights that round. */
TEST(bits_are_the_same_on_any_number_of_threads) {
    enum { MANY = 400 };
    dice d = {.state = 97};
    graph g = graph_random(&d, GRAPH_SPARSE, MANY, 0, 9, 0);
    for (int i = 0; i < MANY; i++) {
        for (int j = 0; j < 20; j++)
            graph_tie(&g, i, (i * 7 + j * j) % MANY, 1 + dice_chance(&d));
    }
    samen__rows rows = rows_of(&g);
    ck_assert_int_gt(rows.arcs, 8000);
    for (int ego = 0; ego < 2; ego++) {
        double first[MANY] = {0}, again[MANY] = {0};
        for (int32_t threads = 1; threads <= 16; threads *= 2) {
            samen__run run = run_on(threads);
            samen__holes h = {
                .rows = &rows, .ego_model = ego, .constraint = threads == 1 ? first : again};
            OK(samen__holes_find(&h, &run, error));
            ck_assert(threads == 1 || memcmp(first, again, sizeof first) == 0);
        }
    }
    samen__rows_free(&rows);
    graph_free(&g);
}
END

SUITE("unit/kernels/holes", measures_are_those_of_the_formulas, each_measure_may_be_asked_for_alone,
      bits_are_the_same_on_any_number_of_threads)
