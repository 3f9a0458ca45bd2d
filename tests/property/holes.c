/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "many.h"

enum { GRAPHS = 1500, LARGEST = 14 };

static const char *const columns[] = {"constraint", "effective_size", "efficiency", "hierarchy",
                                      "contacts"};
static const int columns_count = sizeof columns / sizeof columns[0];

static const struct {
    int weighted, ego;
    const char *options;
} models[] = {{0, 0, "weighted=false; model=whole"},
              {1, 0, "weighted=true; model=whole"},
              {0, 1, "weighted=false; model=ego"},
              {1, 1, "weighted=true; model=ego"}};

static const int models_count = sizeof models / sizeof models[0];

static samen_table *holes(const graph *g, const char *table, const char *options) {
    char text[96];
    snprintf(text, sizeof text, "table=%s; %s", table, options);
    return many_measure(g, "brokerage.holes", text);
}

static void look_at_organisation(const samen_table *table, const graph *g, int i, naive_hole hole) {
    int alone = naive_degree_of(g, i).partners == 0;
    for (int c = 0; c < 4; c++)
        many_null(table, i, columns[c], alone);
    if (alone)
        return;
    same(table, i, "constraint", hole.constraint);
    same(table, i, "effective_size", hole.effective_size);
    same(table, i, "efficiency", hole.efficiency);
    same(table, i, "hierarchy", hole.hierarchy);
    same_exactly(table, i, "contacts", hole.contacts);
    EXPECT(many_cell(table, i, "constraint") > 0, "%s: constraint of %d", many_about, i);
    within(table, i, "hierarchy", 0, 1);
    within(table, i, "efficiency", 0, 1);
    within(table, i, "effective_size", 0, hole.contacts);
}

/* The terms of one organisation; gives how many rows it has. */
static int look_at_dyads(const samen_table *table, int i, const double *constraint,
                         const double *redundancy, int contacts) {
    char key[16];
    int rows = 0;
    snprintf(key, sizeof key, "o%d", i);
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        if (strcmp(many_text(table, row, "organisation"), key) != 0)
            continue;
        int j = many_number(many_text(table, row, "contact"));
        same(table, row, "constraint", constraint[j]);
        same(table, row, "redundancy", redundancy[j]);
        rows++;
    }
    EXPECT(rows == contacts, "%s: %d has %d dyads, not %d", many_about, i, rows, contacts);
    return rows;
}

static void look_at_all(const graph *g, dice *d) {
    (void)d;
    double *constraint = calloc((size_t)g->n + 1, sizeof *constraint);
    double *redundancy = calloc((size_t)g->n + 1, sizeof *redundancy);
    for (int m = 0; m < models_count; m++) {
        samen_table *table = holes(g, "organisation", models[m].options);
        samen_table *dyads = holes(g, "dyad", models[m].options);
        int rows = 0;
        same_row_count(table, g->n);
        for (int i = 0; i < g->n; i++) {
            naive_hole hole =
                naive_holes(g, i, models[m].weighted, models[m].ego, constraint, redundancy);
            look_at_organisation(table, g, i, hole);
            rows += look_at_dyads(dyads, i, constraint, redundancy, hole.contacts);
        }
        same_row_count(dyads, rows);
        samen_table_free(table);
        samen_table_free(dyads);
    }
    free(constraint);
    free(redundancy);
}

/* The rows of two tables agree; row i of the first is row at[i] of the second. */
static void same_rows(const samen_table *table, const samen_table *other, const int *at, int rows) {
    for (int i = 0; i < rows; i++) {
        int64_t there = at ? at[i] : i;
        for (int c = 0; c < columns_count; c++) {
            if (!many_null(table, i, columns[c], cell_is_null(other, there, columns[c])))
                same(table, i, columns[c], many_cell(other, there, columns[c]));
        }
    }
}

static void look_at_order(const graph *g, dice *d) {
    int *order = many_order(d, g->n);
    graph other = graph_reorder(g, order);
    for (int m = 0; m < models_count; m++) {
        samen_table *before = holes(g, "organisation", models[m].options);
        samen_table *after = holes(&other, "organisation", models[m].options);
        same_rows(after, before, order, g->n);
        samen_table_free(before);
        samen_table_free(after);
    }
    graph_free(&other);
    free(order);
}

static void look_at_scale_and_isolates(const graph *g, dice *d) {
    graph scaled = many_scaled(g, ldexp(1, (int)dice_roll(d, 41) - 20));
    graph other = many_with_isolates(&scaled, 1 + (int)dice_roll(d, 3));
    for (int m = 0; m < models_count; m++) {
        samen_table *before = holes(g, "organisation", models[m].options);
        samen_table *after = holes(&other, "organisation", models[m].options);
        same_rows(after, before, NULL, g->n);
        for (int i = g->n; i < other.n; i++)
            many_null(after, i, "constraint", 1);
        samen_table_free(before);
        samen_table_free(after);
    }
    graph_free(&scaled);
    graph_free(&other);
}

static void look_at_symmetric(const graph *g, dice *d) {
    (void)d;
    if (g->directed)
        return;
    graph both = many_symmetric(g);
    for (int m = 0; m < models_count; m++) {
        samen_table *once = holes(g, "organisation", models[m].options);
        samen_table *twice = holes(&both, "organisation", models[m].options);
        same_rows(twice, once, NULL, g->n);
        samen_table_free(once);
        samen_table_free(twice);
    }
    graph_free(&both);
}

/* Oracle: the formulas, sum by sum (naive/holes.c). */
TEST(structural_holes_are_the_sums_of_their_formulas) {
    many_graphs(51, GRAPHS, LARGEST, look_at_all);
}
END

TEST(organisations_in_another_order_keep_their_holes) {
    many_graphs(52, GRAPHS, LARGEST, look_at_order);
}
END

TEST(isolates_and_larger_weights_leave_holes_as_they_are) {
    many_graphs(53, GRAPHS, LARGEST, look_at_scale_and_isolates);
}
END

TEST(ties_that_go_both_ways_have_the_holes_of_undirected_ones) {
    many_graphs(54, GRAPHS, LARGEST, look_at_symmetric);
}
END

SUITE("property/holes", structural_holes_are_the_sums_of_their_formulas,
      organisations_in_another_order_keep_their_holes,
      isolates_and_larger_weights_leave_holes_as_they_are,
      ties_that_go_both_ways_have_the_holes_of_undirected_ones)
