/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going through many random graphs, and saying which one it was when something is wrong with it. */
#ifndef SAMEN_TESTS_MANY_H
#define SAMEN_TESTS_MANY_H

#include "build.h"
#include "graphs.h"
#include "naive.h"
#include "suite.h"

/* The graph that is being looked at, in words. */
static char many_about[96];

static const char *const many_kinds[GRAPH_KINDS] = {
    "sparse", "dense", "tree", "cliques", "twins", "ring", "star", "grid", "empty", "complete"};

/* A random graph: of every kind in turn, directed and undirected, of 0 to `largest` organisations. In a
 * directed one some ties are answered; in some graphs the first organisations may have no group. A
 * view without ties is undirected, so the graph is too. */
static inline graph many_graph(dice *d, int number, int largest) {
    graph_kind kind = (graph_kind)(number % GRAPH_KINDS);
    int directed = number / GRAPH_KINDS % 2, most = dice_roll(d, 3) ? 5 : 1, ties = 0;
    int n = number / GRAPH_KINDS % 5 == 4 ? (int)dice_roll(d, 4)
                                          : (int)dice_roll(d, (uint64_t)largest + 1);
    graph g = graph_random(d, kind, n, directed, most, 1 + (int)dice_roll(d, 4));
    int answered = (int)dice_roll(d, 2);
    for (int i = 0; i < n * n; i++) {
        ties += g.weight[i] > 0;
        int from = i / n, to = i % n;
        if (directed && answered && g.weight[i] > 0 && dice_roll(d, 2))
            graph_tie(&g, to, from, 1.0 + (double)dice_roll(d, (uint64_t)most));
    }
    for (int i = 0; i < n && dice_roll(d, 4) == 0; i++)
        g.group[i] = dice_roll(d, 3) ? g.group[i] : -1;
    g.directed = directed && ties > 0;
    snprintf(many_about, sizeof many_about, "graph %d: %s, %d organisations, %s", number,
             many_kinds[kind], n, g.directed ? "directed" : "undirected");
    return g;
}

/* Call `look` for `count` graphs, fewer under sanitizers. */
static inline void many_graphs(uint64_t seed, int count, int largest,
                               void (*look)(const graph *g, dice *d)) {
    dice d = {.state = seed};
    for (int i = 0; i < count / SAMEN_THINNED; i++) {
        graph g = many_graph(&d, i, largest);
        look(&g, &d);
        graph_free(&g);
    }
}

/* A measure on a graph. */
static inline samen_table *many_measure(const graph *g, const char *name, const char *options) {
    samen_view *view = see(graph_network(g), "");
    samen_table *table = measure(view, name, options);
    samen_view_free(view);
    return table;
}

/* A text of a table. */
static inline const char *many_text(const samen_table *table, int64_t row, const char *column) {
    return samen_table_get_text(table, row, samen_table_find(table, column), "");
}

/* Whether any organisation has a group; without one the network has no such attribute. */
static inline int many_grouped(const graph *g) {
    for (int i = 0; i < g->n; i++) {
        if (g->group[i] >= 0)
            return 1;
    }
    return 0;
}

/* The group of a cell. */
static inline int many_group(const samen_table *table, int64_t row, const char *column) {
    return atoi(many_text(table, row, column) + 1);
}

/* A random order of n organisations; freed by the caller. */
static inline int *many_order(dice *d, int n) {
    int *order = calloc((size_t)n + 1, sizeof *order);
    for (int i = 0; i < n; i++) {
        int other = (int)dice_roll(d, (uint64_t)i + 1);
        order[i] = order[other];
        order[other] = i;
    }
    return order;
}

/* The same graph with `more` isolates behind the others. */
static inline graph many_with_isolates(const graph *g, int more) {
    graph out = graph_new(g->n + more, g->directed);
    out.groups = g->groups;
    for (int i = 0; i < out.n; i++)
        out.group[i] = i < g->n ? g->group[i] : i % g->groups;
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++)
            out.weight[i * out.n + j] = graph_at(g, i, j);
    }
    return out;
}

/* The same graph with every weight multiplied. */
static inline graph many_scaled(const graph *g, double by) {
    graph out = many_with_isolates(g, 0);
    for (int i = 0; i < g->n * g->n; i++)
        out.weight[i] *= by;
    return out;
}

/* An undirected graph as a directed one in which every tie goes both ways. */
static inline graph many_symmetric(const graph *g) {
    graph out = many_with_isolates(g, 0);
    out.directed = 1;
    return out;
}

/* The number of an organisation of a graph by its key. */
static inline int many_number(const char *key) {
    return atoi(key + 1);
}

/* As ck_assert_msg, which leaves a mark in a file whenever all is well: too slow for a million cells. */
#define EXPECT(fine, ...)                                                                          \
    do {                                                                                           \
        if (!(fine))                                                                               \
            ck_abort_msg(__VA_ARGS__);                                                             \
    } while (0)

/* A cell that holds a number or yes (1) or no (0). */
static inline double many_cell(const samen_table *table, int64_t row, const char *column) {
    int32_t at = samen_table_find(table, column);
    EXPECT(at >= 0 && !samen_table_is_null(table, row, at),
           "%s: row %lld of %s is null or not there", many_about, (long long)row, column);
    if (samen_table_column_type(table, at) == SAMEN_COLUMN_BOOL)
        return samen_table_get_bool(table, row, at, -1);
    return samen_table_get_float64(table, row, at, NAN);
}

/* A cell is null when it should be. Gives whether it is. */
static inline int many_null(const samen_table *table, int64_t row, const char *column,
                            int expected) {
    int32_t at = samen_table_find(table, column);
    EXPECT(at >= 0 && samen_table_is_null(table, row, at) == expected,
           "%s: row %lld of %s is%s null or not there", many_about, (long long)row, column,
           expected ? " not" : "");
    return expected;
}

/* A cell agrees with a number to 1e-12 of it (absolutely below 1): the sums have a few hundred terms. */
static inline void same(const samen_table *table, int64_t row, const char *column,
                        double expected) {
    double cell = many_cell(table, row, column);
    EXPECT(fabs(cell - expected) <= 1e-12 * fmax(1, fmax(fabs(cell), fabs(expected))),
           "%s: row %lld of %s is %.15g, not %.15g", many_about, (long long)row, column, cell,
           expected);
}

/* A cell agrees with a number exactly. */
static inline void same_exactly(const samen_table *table, int64_t row, const char *column,
                                double expected) {
    double cell = many_cell(table, row, column);
    EXPECT(cell == expected, "%s: row %lld of %s is %.15g, not %.15g", many_about, (long long)row,
           column, cell, expected);
}

/* A cell lies between two bounds, give or take a rounding. */
static inline void within(const samen_table *table, int64_t row, const char *column, double least,
                          double most) {
    double cell = many_cell(table, row, column);
    EXPECT(cell >= least - 1e-12 && cell <= most + 1e-12, "%s: row %lld of %s is %.15g", many_about,
           (long long)row, column, cell);
}

static inline void same_row_count(const samen_table *table, int64_t expected) {
    EXPECT(samen_table_rows(table) == expected, "%s: %lld rows, not %lld", many_about,
           (long long)samen_table_rows(table), (long long)expected);
}

#endif
