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

/* ---- Between some ----------------------------------------------------------------------------------- */

/* Who is a source and who a target, by group; how many pairs count, and how many without each organisation. */
typedef struct choice {
    int source[LARGEST], target[LARGEST];
    double pairs, others[LARGEST];
    const char *options;
} choice;

static choice choose(const graph *g, int which) {
    static const char *const options[] = {
        "sources=group=g0", "targets=group!=g0", "sources=group=g0; targets=group!=g0",
        "sources=group=g0; targets=group=g0", "sources=group!=g0; targets=group!=g0"};
    choice c = {.options = options[which]};
    for (int i = 0; i < g->n; i++) {
        int first = g->group[i] == 0;
        c.source[i] = which == 1 || (which == 4 ? !first : first);
        c.target[i] = which == 0 || (which == 3 ? first : !first);
    }
    for (int s = 0; s < g->n; s++) {
        for (int t = g->directed ? 0 : s + 1; t < g->n; t++) {
            int pair = (c.source[s] && c.target[t]) || (!g->directed && c.source[t] && c.target[s]);
            if (s == t || !pair)
                continue;
            c.pairs++;
            for (int v = 0; v < g->n; v++)
                c.others[v] += v != s && v != t;
        }
    }
    return c;
}

static void look_at_some(const graph *g, dice *d) {
    choice c = choose(g, (int)dice_roll(d, 5));
    double organisation[LARGEST], tie[LARGEST * LARGEST], met[LARGEST];
    int first = 0;
    for (int i = 0; i < g->n; i++)
        first += g->group[i] == 0;
    for (int l = 0; first > 0 && l < lengths_count; l++) {
        naive_betweenness_between(g, lengths[l].length, c.source, c.target, organisation, tie, met);
        char options[160];
        for (int ends = 0; ends < 2; ends++) {
            snprintf(options, sizeof options, "%s; %s; endpoints=%d", lengths[l].options, c.options,
                     ends);
            samen_table *table = many_measure(g, "brokerage.betweenness", options);
            for (int i = 0; i < g->n; i++) {
                double expected = organisation[i] + (ends ? met[i] : 0);
                double over = ends ? c.pairs : c.others[i];
                same(table, i, "betweenness", expected);
                if (!many_null(table, i, "betweenness_normalised", over == 0))
                    same(table, i, "betweenness_normalised", expected / over);
            }
            samen_table_free(table);
        }
        snprintf(options, sizeof options, "%s; %s; table=tie", lengths[l].options, c.options);
        samen_table *table = many_measure(g, "brokerage.betweenness", options);
        for (int64_t row = 0; row < samen_table_rows(table); row++) {
            int from = many_number(many_text(table, row, "from"));
            int to = many_number(many_text(table, row, "to"));
            same(table, row, "betweenness", tie[from * g->n + to]);
            if (!many_null(table, row, "betweenness_normalised", c.pairs == 0))
                same(table, row, "betweenness_normalised", tie[from * g->n + to] / c.pairs);
        }
        samen_table_free(table);
    }
}

/* From everybody to everybody with ends counted: once more for every pair that a path connects. */
static void look_at_ends(const graph *g, dice *d) {
    (void)d;
    int all[LARGEST];
    double organisation[LARGEST], tie[LARGEST * LARGEST], met[LARGEST];
    for (int i = 0; i < g->n; i++)
        all[i] = 1;
    for (int l = 0; l < lengths_count; l++) {
        naive_betweenness_between(g, lengths[l].length, all, all, organisation, tie, met);
        char options[96];
        snprintf(options, sizeof options, "%s; endpoints=true", lengths[l].options);
        samen_table *table = betweenness(g, "organisation", options);
        for (int i = 0; i < g->n; i++) {
            same(table, i, "betweenness", organisation[i] + met[i]);
            if (!many_null(table, i, "betweenness_normalised", g->n < 2))
                same(table, i, "betweenness_normalised",
                     (organisation[i] + met[i]) / pairs_of(g, g->n));
        }
        samen_table_free(table);
    }
}

/* ---- Estimates ---------------------------------------------------------------------------------------- */

/* A share of a table's estimates at least as far off as they may be; exact values from the same graph. */
static void look_at_estimates(const graph *g, dice *d) {
    int l = (int)dice_roll(d, (uint64_t)lengths_count);
    char options[128];
    snprintf(options, sizeof options, "%s; epsilon=0.1; delta=0.000001", lengths[l].options);
    samen_table *exact = betweenness(g, "organisation", lengths[l].options);
    samen_table *table = betweenness(g, "estimate", options);
    for (int i = 0; i < g->n; i++) {
        if (many_null(table, i, "betweenness_normalised", g->n < 3))
            continue;
        double value = many_cell(exact, i, "betweenness_normalised");
        double estimate = many_cell(table, i, "betweenness_normalised");
        within(table, i, "lower", 0, value + 1e-12);
        within(table, i, "upper", value - 1e-12, 1);
        within(table, i, "lower", estimate - 0.1 - 1e-12, estimate);
        within(table, i, "upper", estimate, estimate + 0.1 + 1e-12);
        same(table, i, "betweenness", estimate * pairs_of(g, g->n - 1));
    }
    samen_table_free(exact);
    samen_table_free(table);
}

/* Whoever is among the largest has a row; whoever surely is, is among them. */
static void look_at_top(const graph *g, dice *d) {
    int places = 1 + (int)dice_roll(d, 4), l = (int)dice_roll(d, (uint64_t)lengths_count);
    char options[128];
    snprintf(options, sizeof options, "%s; places=%d; epsilon=0.05; delta=0.000001",
             lengths[l].options, places);
    samen_table *all = betweenness(g, "organisation", lengths[l].options);
    samen_table *top = betweenness(g, "top", options);
    for (int i = 0; i < g->n && g->n >= 3; i++) {
        int larger = 0, as_large = 0, found = 0;
        double value = many_cell(all, i, "betweenness_normalised");
        for (int j = 0; j < g->n; j++) {
            larger += many_cell(all, j, "betweenness_normalised") > value + 1e-12;
            as_large += many_cell(all, j, "betweenness_normalised") >= value - 1e-12;
        }
        for (int64_t row = 0; row < samen_table_rows(top); row++) {
            if (many_number(many_text(top, row, "organisation")) != i)
                continue;
            found = 1;
            within(top, row, "lower", 0, value + 1e-12);
            within(top, row, "upper", value - 1e-12, 1);
            EXPECT(as_large <= places || many_cell(top, row, "sure") == 0,
                   "%s: %d is not surely among %d", many_about, i, places);
        }
        EXPECT(found || value == 0 || larger >= places, "%s: %d is among %d but has no row",
               many_about, i, places);
    }
    for (int64_t row = 1; row < samen_table_rows(top); row++)
        EXPECT(many_cell(top, row, "betweenness_normalised") <=
                   many_cell(top, row - 1, "betweenness_normalised"),
               "%s: row %d of the top is larger than the one before", many_about, (int)row);
    samen_table_free(all);
    samen_table_free(top);
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

/* Oracle: the same paths, of pairs from a source to a target only. */
TEST(between_some_the_paths_of_their_pairs_count) {
    many_graphs(16, GRAPHS, LARGEST, look_at_some);
}
END

TEST(with_ends_counted_every_connected_pair_counts_for_both) {
    many_graphs(17, GRAPHS, LARGEST, look_at_ends);
}
END

/* Oracle: the exact values, which bounds of one in a million hold. */
TEST(estimates_have_the_exact_values_between_their_bounds) {
    many_graphs(18, GRAPHS / 4, LARGEST, look_at_estimates);
}
END

TEST(the_top_holds_all_that_may_be_among_the_largest) {
    many_graphs(19, GRAPHS / 4, LARGEST, look_at_top);
}
END

SUITE("property/betweenness", betweenness_is_that_of_all_shortest_paths_walked,
      organisations_in_another_order_keep_their_betweenness,
      isolates_change_only_what_betweenness_is_divided_by,
      weights_twice_as_large_leave_betweenness_as_it_is,
      ties_that_go_both_ways_give_twice_the_undirected_betweenness,
      between_some_the_paths_of_their_pairs_count,
      with_ends_counted_every_connected_pair_counts_for_both,
      estimates_have_the_exact_values_between_their_bounds,
      the_top_holds_all_that_may_be_among_the_largest)
