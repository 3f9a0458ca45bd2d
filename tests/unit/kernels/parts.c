/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/parts.h"

#include "naive.h"
#include "rows_of.h"

enum { MOST = 16 };

/* Pairs of others that hang together with a vertex but not without it: in both orders. */
static double pairs_parted(const graph *g, int v) {
    graph without = graph_new(g->n, 0);
    int before[MOST], after[MOST];
    double pairs = 0;
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < i; j++) {
            if (i != v && j != v && graph_at(g, i, j) > 0)
                graph_tie(&without, i, j, 1);
        }
    }
    naive_components(g, before);
    naive_components(&without, after);
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++)
            pairs += i != j && i != v && j != v && before[i] == before[j] && after[i] != after[j];
    }
    graph_free(&without);
    return pairs;
}

static int size_of_component(const graph *g, int v) {
    int label[MOST], size = 0;
    naive_components(g, label);
    for (int i = 0; i < g->n; i++)
        size += label[i] == label[v];
    return size;
}

/* The rows are those of the graph among the part's vertices; all of the component is in the bags. */
static void check_part(const graph *g, const samen__rows *rows, const samen__part *p, int has_arcs,
                       const double *length) {
    int64_t arcs = p->start[p->vertices];
    double bags = 0;
    for (int32_t v = 0; v < p->vertices; v++) {
        bags += p->bag[v];
        for (int64_t a = p->start[v]; a < p->start[v + 1]; a++) {
            int32_t from = p->vertex[v], to = p->vertex[p->target[a]];
            ck_assert(graph_at(g, from, to) > 0);
            if (has_arcs)
                ck_assert_int_eq(p->arc[a], samen__rows_find(rows, from, to));
            if (length)
                ck_assert_double_eq(p->length[a], length[samen__rows_find(rows, from, to)]);
        }
    }
    ck_assert_double_eq(bags, size_of_component(g, p->vertex[0]));
    ck_assert(p->vertices > 2);
    if (!length)
        ck_assert_int_lt(arcs, (int64_t)p->vertices * (p->vertices - 1)); /* no clique */
}

static void check_graph(const graph *g, int has_arcs, int has_length) {
    samen__rows rows = rows_of(g);
    samen__run run = run_on(1);
    samen__parts parts;
    double vertex[MOST] = {0}, arc[MOST * MOST] = {0}, expected[MOST], tie[MOST * MOST];
    const double *length = has_length ? rows.weight : NULL;
    OK(samen__parts_cut(&rows, length, &parts, vertex, has_arcs ? arc : NULL, &run, error));
    char covered[MOST * MOST] = {0};
    for (int64_t i = 0; i < parts.count; i++) {
        const samen__part *p = &parts.part[i];
        check_part(g, &rows, p, has_arcs || has_length, length);
        for (int32_t v = 0; v < p->vertices; v++) {
            for (int64_t a = p->start[v]; a < p->start[v + 1]; a++)
                covered[p->vertex[v] * g->n + p->vertex[p->target[a]]]++;
        }
    }
    for (int v = 0; v < g->n; v++)
        CLOSE(vertex[v], pairs_parted(g, v), 0);
    naive_betweenness(g, NAIVE_HOPS, expected, tie);
    for (int v = 0; v < g->n; v++) {
        for (int64_t a = rows.start[v]; a < rows.start[v + 1]; a++) {
            int at = v * g->n + rows.target[a];
            ck_assert_int_le(covered[at], 1);
            /* What no part will tell was told: all of it. */
            if (has_arcs && !has_length)
                CLOSE(arc[a], covered[at] ? 0 : tie[at], 1e-12);
        }
    }
    samen__parts_free(&parts);
    samen__rows_free(&rows);
}

/* Oracles: components without a vertex, and all shortest paths walked. */
TEST(parts_are_blocks_and_the_cuts_tell_the_rest) {
    dice d = {.state = 41};
    for (int i = 0; i < 2000; i++) {
        graph g =
            graph_random(&d, (graph_kind)(i % GRAPH_KINDS), (int)dice_roll(&d, MOST + 1), 0, 3, 0);
        check_graph(&g, i & 1, i / 2 & 1);
        graph_free(&g);
    }
}
END

TEST(the_whole_is_one_part_with_every_arc_in_its_place) {
    dice d = {.state = 42};
    graph g = graph_random(&d, GRAPH_SPARSE, MOST, 1, 3, 0);
    samen__rows rows = rows_of(&g);
    samen__parts parts;
    OK(samen__parts_whole(&rows, rows.weight, &parts, error));
    ck_assert_int_eq(parts.count, 1);
    ck_assert_int_eq(parts.part[0].vertices, MOST);
    for (int v = 0; v < MOST; v++) {
        ck_assert_int_eq(parts.part[0].vertex[v], v);
        ck_assert_double_eq(parts.part[0].bag[v], 1);
    }
    for (int64_t a = 0; a < rows.arcs; a++) {
        ck_assert_int_eq(parts.part[0].target[a], rows.target[a]);
        ck_assert_int_eq(parts.part[0].arc[a], a);
        ck_assert_double_eq(parts.part[0].length[a], rows.weight[a]);
    }
    samen__parts_free(&parts);
    samen__rows_free(&rows);
    graph_free(&g);
}
END

SUITE("unit/kernels/parts", parts_are_blocks_and_the_cuts_tell_the_rest,
      the_whole_is_one_part_with_every_arc_in_its_place)
