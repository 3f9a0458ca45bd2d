/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "many.h"

enum { GRAPHS = 1200, LARGEST = 14 };

static const struct {
    naive_length length;
    const char *options;
} lengths[] = {{NAIVE_HOPS, ""},
               {NAIVE_INVERSE, "weighted=true"},
               {NAIVE_LOG, "weighted=true; distance=log"},
               {NAIVE_WEIGHT, "weighted=true; distance=weight"}};

static const int lengths_count = sizeof lengths / sizeof lengths[0];

/* Pairs of n organisations: unordered, ordered when directed. */
static double pairs_of(const graph *g, int n) {
    return g->directed ? n * (n - 1.0) : n * (n - 1.0) / 2;
}

static samen_table *betweenness(const graph *g, const char *table, const char *options) {
    char text[96];
    snprintf(text, sizeof text, "table=%s; %s", table, options);
    return many_measure(g, "brokerage.betweenness", text);
}

static void look_at_organisations(const graph *g, const double *expected, const char *options) {
    samen_table *table = betweenness(g, "organisation", options);
    same_row_count(table, g->n);
    for (int i = 0; i < g->n; i++) {
        same(table, i, "betweenness", expected[i]);
        if (!many_null(table, i, "betweenness_normalised", g->n < 3)) {
            same(table, i, "betweenness_normalised", expected[i] / pairs_of(g, g->n - 1));
            within(table, i, "betweenness_normalised", 0, 1);
        }
    }
    samen_table_free(table);
}

static void look_at_ties(const graph *g, const double *expected, const char *options) {
    samen_table *table = betweenness(g, "tie", options);
    int ties = 0;
    for (int i = 0; i < g->n; i++) {
        for (int j = g->directed ? 0 : i; j < g->n; j++)
            ties += graph_at(g, i, j) > 0;
    }
    same_row_count(table, ties);
    for (int64_t row = 0; row < ties; row++) {
        int from = many_number(many_text(table, row, "from"));
        int to = many_number(many_text(table, row, "to"));
        EXPECT(graph_at(g, from, to) > 0, "%s: there is no tie %d-%d", many_about, from, to);
        same(table, row, "betweenness", expected[from * g->n + to]);
        same(table, row, "betweenness_normalised", expected[from * g->n + to] / pairs_of(g, g->n));
    }
    samen_table_free(table);
}

static void look_at_network(const graph *g, const double *expected, const char *options) {
    samen_table *table = betweenness(g, "network", options);
    double most = (g->n - 1.0) * (g->n - 1.0) * (g->n - 2.0) / (g->directed ? 1 : 2);
    double largest = 0, mean = 0;
    for (int i = 0; i < g->n; i++) {
        largest = fmax(largest, expected[i]);
        mean += expected[i] / g->n;
    }
    same_row_count(table, 1);
    if (g->n > 0) {
        same(table, 0, "largest_betweenness", largest);
        same(table, 0, "mean_betweenness", mean);
    }
    if (!many_null(table, 0, "centralization", g->n < 3)) {
        same(table, 0, "centralization", naive_centralization(expected, g->n, most));
        within(table, 0, "centralization", 0, 1);
    }
    samen_table_free(table);
}

static void look_at_all(const graph *g, dice *d) {
    (void)d;
    size_t n = (size_t)g->n;
    double *organisation = calloc(n + 1, sizeof *organisation);
    double *tie = calloc(n * n + 1, sizeof *tie);
    for (int l = 0; l < lengths_count; l++) {
        naive_betweenness(g, lengths[l].length, organisation, tie);
        look_at_organisations(g, organisation, lengths[l].options);
        look_at_ties(g, tie, lengths[l].options);
        look_at_network(g, organisation, lengths[l].options);
    }
    free(organisation);
    free(tie);
}

static void look_at_order(const graph *g, dice *d) {
    int *order = many_order(d, g->n);
    graph other = graph_reorder(g, order);
    for (int l = 0; l < lengths_count; l++) {
        samen_table *before = betweenness(g, "organisation", lengths[l].options);
        samen_table *after = betweenness(&other, "organisation", lengths[l].options);
        for (int i = 0; i < g->n; i++)
            same(after, i, "betweenness", many_cell(before, order[i], "betweenness"));
        samen_table_free(before);
        samen_table_free(after);
    }
    graph_free(&other);
    free(order);
}

static void look_at_isolates(const graph *g, dice *d) {
    graph more = many_with_isolates(g, 1 + (int)dice_roll(d, 3));
    for (int l = 0; l < lengths_count; l++) {
        samen_table *before = betweenness(g, "organisation", lengths[l].options);
        samen_table *after = betweenness(&more, "organisation", lengths[l].options);
        for (int i = 0; i < more.n; i++) {
            double raw = i < g->n ? many_cell(before, i, "betweenness") : 0;
            same(after, i, "betweenness", raw);
            if (more.n >= 3)
                same(after, i, "betweenness_normalised", raw / pairs_of(&more, more.n - 1));
        }
        samen_table_free(before);
        samen_table_free(after);
    }
    graph_free(&more);
}

static void look_at_scale(const graph *g, dice *d) {
    graph scaled = many_scaled(g, ldexp(1, (int)dice_roll(d, 41) - 20));
    for (int l = 0; l < lengths_count; l++) {
        if (lengths[l].length == NAIVE_LOG)
            continue;
        samen_table *before = betweenness(g, "organisation", lengths[l].options);
        samen_table *after = betweenness(&scaled, "organisation", lengths[l].options);
        for (int i = 0; i < g->n; i++)
            same_exactly(after, i, "betweenness", many_cell(before, i, "betweenness"));
        samen_table_free(before);
        samen_table_free(after);
    }
    graph_free(&scaled);
}

static void look_at_symmetric(const graph *g, dice *d) {
    (void)d;
    if (g->directed)
        return;
    graph both = many_symmetric(g);
    for (int l = 0; l < lengths_count; l++) {
        samen_table *once = betweenness(g, "organisation", lengths[l].options);
        samen_table *twice = betweenness(&both, "organisation", lengths[l].options);
        samen_table *whole = betweenness(g, "network", lengths[l].options);
        samen_table *whole_both = betweenness(&both, "network", lengths[l].options);
        for (int i = 0; i < g->n; i++) {
            same(twice, i, "betweenness", 2 * many_cell(once, i, "betweenness"));
            if (g->n >= 3)
                same(twice, i, "betweenness_normalised",
                     many_cell(once, i, "betweenness_normalised"));
        }
        if (g->n >= 3)
            same(whole_both, 0, "centralization", many_cell(whole, 0, "centralization"));
        samen_table_free(once);
        samen_table_free(twice);
        samen_table_free(whole);
        samen_table_free(whole_both);
    }
    graph_free(&both);
}

/* Oracle: every shortest path walked, with exact lengths (naive/paths.c). */
TEST(betweenness_is_that_of_all_shortest_paths_walked) {
    many_graphs(11, GRAPHS, LARGEST, look_at_all);
}
END

TEST(organisations_in_another_order_keep_their_betweenness) {
    many_graphs(12, GRAPHS, LARGEST, look_at_order);
}
END

TEST(isolates_change_only_what_betweenness_is_divided_by) {
    many_graphs(13, GRAPHS, LARGEST, look_at_isolates);
}
END

/* Equality to the bit: a power of two changes no digit of a weight or of a length. */
TEST(weights_twice_as_large_leave_betweenness_as_it_is) {
    many_graphs(14, GRAPHS, LARGEST, look_at_scale);
}
END

TEST(ties_that_go_both_ways_give_twice_the_undirected_betweenness) {
    many_graphs(15, GRAPHS, LARGEST, look_at_symmetric);
}
END

    SUITE("property/betweenness", betweenness_is_that_of_all_shortest_paths_walked,
          organisations_in_another_order_keep_their_betweenness,
          isolates_change_only_what_betweenness_is_divided_by,
          weights_twice_as_large_leave_betweenness_as_it_is,
          ties_that_go_both_ways_give_twice_the_undirected_betweenness)
