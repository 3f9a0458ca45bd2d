/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "many.h"

enum { GRAPHS = 3000, LARGEST = 14 };

static const char *const counts[] = {"degree", "in_degree", "out_degree", "partners"};
static const char *const strengths[] = {"strength", "in_strength", "out_strength"};

static samen_table *degree(const graph *g, const char *table) {
    char text[64];
    snprintf(text, sizeof text, "table=%s", table);
    return many_measure(g, "centrality.degree", text);
}

/* One row of the table by organisation or by form against the matrix. */
static void look_at_row(const samen_table *table, int64_t row, const graph *g, int i) {
    naive_degree of = naive_degree_of(g, i);
    same_exactly(table, row, "degree", of.degree);
    same_exactly(table, row, "in_degree", of.in);
    same_exactly(table, row, "out_degree", of.out);
    same_exactly(table, row, "partners", of.partners);
    same(table, row, "strength", of.strength);
    same(table, row, "in_strength", of.in_strength);
    same(table, row, "out_strength", of.out_strength);
    if (!many_null(table, row, "degree_normalised", g->n < 2)) {
        same(table, row, "degree_normalised", of.degree / ((g->n - 1.0) * (g->directed ? 2 : 1)));
        within(table, row, "degree_normalised", 0, 1);
    }
}

static void look_at_network(const graph *g) {
    samen_table *table = degree(g, "network");
    double all[16], in[16], out[16], mean = 0, largest = 0, n = g->n;
    for (int i = 0; i < g->n; i++) {
        naive_degree of = naive_degree_of(g, i);
        all[i] = of.degree;
        in[i] = of.in;
        out[i] = of.out;
        mean += of.degree / n;
        largest = fmax(largest, of.degree);
    }
    ck_assert_str_eq(many_text(table, 0, "form"), "all");
    if (g->n > 0) {
        same(table, 0, "mean_degree", mean);
        same_exactly(table, 0, "largest_degree", largest);
    }
    double most = (n - 1) * (n - 2) * (g->directed ? 2 : 1);
    double most_one_way = g->directed ? (n - 1) * (n - 1) : (n - 1) * (n - 2);
    if (!many_null(table, 0, "centralization", g->n < 3)) {
        same(table, 0, "centralization", naive_centralization(all, g->n, most));
        within(table, 0, "centralization", 0, 1);
    }
    many_null(table, 0, "out_centralization", g->n < (g->directed ? 2 : 3));
    if (!many_null(table, 0, "in_centralization", g->n < (g->directed ? 2 : 3))) {
        same(table, 0, "in_centralization", naive_centralization(in, g->n, most_one_way));
        same(table, 0, "out_centralization", naive_centralization(out, g->n, most_one_way));
        within(table, 0, "in_centralization", 0, 1);
        within(table, 0, "out_centralization", 0, 1);
    }
    samen_table_free(table);
}

static void look_at_all(const graph *g, dice *d) {
    (void)d;
    samen_table *table = degree(g, "organisation");
    same_row_count(table, g->n);
    for (int i = 0; i < g->n; i++)
        look_at_row(table, i, g, i);
    samen_table_free(table);
    look_at_network(g);
}

static void look_at_forms(const graph *g, dice *d) {
    (void)d;
    samen_table *table = degree(g, "form");
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        const char *form = many_text(table, row, "form");
        int i = many_number(many_text(table, row, "organisation"));
        if (!strcmp(form, "all") || !strcmp(form, "consultation"))
            look_at_row(table, row, g, i);
        else
            same_exactly(table, row, "partners", 0);
    }
    samen_table_free(table);
}

static void look_at_order(const graph *g, dice *d) {
    int *order = many_order(d, g->n);
    graph other = graph_reorder(g, order);
    samen_table *before = degree(g, "organisation"), *after = degree(&other, "organisation");
    for (int i = 0; i < g->n; i++) {
        for (size_t c = 0; c < sizeof counts / sizeof counts[0]; c++)
            same_exactly(after, i, counts[c], many_cell(before, order[i], counts[c]));
        for (size_t c = 0; c < sizeof strengths / sizeof strengths[0]; c++)
            same(after, i, strengths[c], many_cell(before, order[i], strengths[c]));
    }
    samen_table_free(before);
    samen_table_free(after);
    graph_free(&other);
    free(order);
}

static void look_at_scale_and_isolates(const graph *g, dice *d) {
    double by = ldexp(1, (int)dice_roll(d, 41) - 20);
    graph scaled = many_scaled(g, by), more = many_with_isolates(&scaled, 2);
    samen_table *before = degree(g, "organisation"), *after = degree(&more, "organisation");
    same_row_count(after, g->n + 2);
    for (int i = 0; i < g->n + 2; i++) {
        for (size_t c = 0; c < sizeof counts / sizeof counts[0]; c++)
            same_exactly(after, i, counts[c], i < g->n ? many_cell(before, i, counts[c]) : 0);
        for (size_t c = 0; c < sizeof strengths / sizeof strengths[0]; c++)
            same_exactly(after, i, strengths[c],
                         i < g->n ? by * many_cell(before, i, strengths[c]) : 0);
    }
    samen_table_free(before);
    samen_table_free(after);
    graph_free(&scaled);
    graph_free(&more);
}

static void look_at_symmetric(const graph *g, dice *d) {
    (void)d;
    if (g->directed)
        return;
    graph both = many_symmetric(g);
    samen_table *once = degree(g, "organisation"), *twice = degree(&both, "organisation");
    samen_table *whole = degree(g, "network"), *whole_both = degree(&both, "network");
    int tied = samen_table_rows(once) > 0 && many_cell(whole, 0, "largest_degree") > 0;
    for (int i = 0; i < g->n && tied; i++) {
        same_exactly(twice, i, "degree", 2 * many_cell(once, i, "degree"));
        same_exactly(twice, i, "in_degree", many_cell(once, i, "degree"));
        same_exactly(twice, i, "out_degree", many_cell(once, i, "degree"));
        same_exactly(twice, i, "partners", many_cell(once, i, "partners"));
        same(twice, i, "strength", 2 * many_cell(once, i, "strength"));
        same(twice, i, "degree_normalised", many_cell(once, i, "degree_normalised"));
    }
    if (tied && g->n >= 3) {
        same(whole_both, 0, "centralization", many_cell(whole, 0, "centralization"));
        same(whole_both, 0, "in_centralization",
             many_cell(whole, 0, "in_centralization") * (g->n - 2) / (g->n - 1));
    }
    samen_table_free(once);
    samen_table_free(twice);
    samen_table_free(whole);
    samen_table_free(whole_both);
    graph_free(&both);
}

/* Oracle: rows and columns of the matrix counted (naive/degree.c). */
TEST(degree_counts_rows_and_columns) {
    many_graphs(31, GRAPHS, LARGEST, look_at_all);
}
END

TEST(the_only_form_has_all_of_the_degree) {
    many_graphs(32, GRAPHS, LARGEST, look_at_forms);
}
END

TEST(organisations_in_another_order_keep_their_degree) {
    many_graphs(33, GRAPHS, LARGEST, look_at_order);
}
END

/* Equality to the bit: the factor is a power of two. */
TEST(strength_scales_with_weights_and_isolates_leave_degree_alone) {
    many_graphs(34, GRAPHS, LARGEST, look_at_scale_and_isolates);
}
END

TEST(ties_that_go_both_ways_count_twice_in_degree_and_once_in_partners) {
    many_graphs(35, GRAPHS, LARGEST, look_at_symmetric);
}
END

SUITE("property/degree", degree_counts_rows_and_columns, the_only_form_has_all_of_the_degree,
      organisations_in_another_order_keep_their_degree,
      strength_scales_with_weights_and_isolates_leave_degree_alone,
      ties_that_go_both_ways_count_twice_in_degree_and_once_in_partners)
