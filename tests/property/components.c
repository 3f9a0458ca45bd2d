/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "many.h"

enum { GRAPHS = 2000, LARGEST = 14 };

static samen_table *components(const graph *g, const char *table) {
    char text[64];
    snprintf(text, sizeof text, "table=%s", table);
    return many_measure(g, "cohesion.components", text);
}

static int is_isolate(const graph *g, int i) {
    naive_degree of = naive_degree_of(g, i);
    return of.partners == 0;
}

static int size_of(const graph *g, const int *label, int i) {
    int size = 0;
    for (int j = 0; j < g->n; j++)
        size += label[j] == label[i];
    return size;
}

/* Two numberings put the same organisations together, and smaller parts have higher numbers. */
static void same_parts(const samen_table *table, const char *column, const graph *g,
                       const int *label) {
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++) {
            int a = (int)many_cell(table, i, column), b = (int)many_cell(table, j, column);
            EXPECT((a == b) == (label[i] == label[j]), "%s: %s of %d and %d", many_about, column, i,
                   j);
            EXPECT(a >= b || size_of(g, label, i) >= size_of(g, label, j),
                   "%s: %s of %d is before that of %d", many_about, column, i, j);
        }
    }
}

static void look_at_organisations(const graph *g, const int *label, const int *strong) {
    samen_table *table = components(g, "organisation");
    same_row_count(table, g->n);
    same_parts(table, "component", g, label);
    for (int i = 0; i < g->n; i++) {
        same_exactly(table, i, "component_size", size_of(g, label, i));
        same_exactly(table, i, "cutpoint", naive_is_cutpoint(g, i));
        same_exactly(table, i, "isolate", is_isolate(g, i));
        many_null(table, i, "strong_component", !g->directed);
    }
    if (g->directed)
        same_parts(table, "strong_component", g, strong);
    samen_table_free(table);
}

static void look_at_components(const graph *g, const int *label, int count) {
    samen_table *table = components(g, "component"), *each = components(g, "organisation");
    same_row_count(table, count);
    for (int64_t row = 0; row < count; row++) {
        int size = 0, pairs = 0;
        for (int i = 0; i < g->n; i++) {
            if (many_cell(each, i, "component") != many_cell(table, row, "component"))
                continue;
            size = size_of(g, label, i);
            pairs += naive_degree_of(g, i).partners;
        }
        same_exactly(table, row, "component", row + 1);
        same_exactly(table, row, "component_size", size);
        same(table, row, "share_of_organisations", (double)size / g->n);
        same_exactly(table, row, "pairs", pairs / 2);
    }
    samen_table_free(table);
    samen_table_free(each);
}

static int look_at_bridges(const graph *g) {
    samen_table *table = components(g, "bridge");
    int *told = calloc((size_t)(g->n * g->n) + 1, sizeof *told), bridges = 0;
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        int i = many_number(many_text(table, row, "from"));
        int j = many_number(many_text(table, row, "to"));
        told[i * g->n + j] = told[j * g->n + i] = 1;
    }
    for (int i = 0; i < g->n; i++) {
        for (int j = i + 1; j < g->n; j++) {
            int bridge = naive_is_bridge(g, i, j);
            EXPECT(told[i * g->n + j] == bridge, "%s: %d-%d is%s a bridge", many_about, i, j,
                   bridge ? "" : " not");
            bridges += bridge;
        }
    }
    same_row_count(table, bridges);
    samen_table_free(table);
    free(told);
    return bridges;
}

static void look_at_network(const graph *g, const int *label, int count, int strong, int bridges) {
    samen_table *table = components(g, "network");
    int isolates = 0, largest = 0, cutpoints = 0;
    for (int i = 0; i < g->n; i++) {
        isolates += is_isolate(g, i);
        cutpoints += naive_is_cutpoint(g, i);
        largest = size_of(g, label, i) > largest ? size_of(g, label, i) : largest;
    }
    same_row_count(table, 1);
    same_exactly(table, 0, "organisations", g->n);
    same_exactly(table, 0, "components", count);
    same_exactly(table, 0, "isolates", isolates);
    same_exactly(table, 0, "largest_component", largest);
    same_exactly(table, 0, "cutpoints", cutpoints);
    same_exactly(table, 0, "bridges", bridges);
    if (!many_null(table, 0, "strong_components", !g->directed))
        same_exactly(table, 0, "strong_components", strong);
    many_null(table, 0, "distance_fragmentation", g->n < 2);
    if (!many_null(table, 0, "fragmentation", g->n < 2)) {
        same(table, 0, "fragmentation", naive_fragmentation(g));
        same(table, 0, "distance_fragmentation", naive_distance_fragmentation(g));
        within(table, 0, "fragmentation", 0, 1);
        within(table, 0, "distance_fragmentation", many_cell(table, 0, "fragmentation"), 1);
    }
    samen_table_free(table);
}

static void look_at_all(const graph *g, dice *d) {
    (void)d;
    int *label = calloc((size_t)g->n + 1, sizeof *label);
    int *strong_label = calloc((size_t)g->n + 1, sizeof *strong_label);
    int count = naive_components(g, label), strong = naive_strong_components(g, strong_label);
    look_at_organisations(g, label, strong_label);
    look_at_components(g, label, count);
    look_at_network(g, label, count, strong, look_at_bridges(g));
    free(label);
    free(strong_label);
}

static void look_at_order(const graph *g, dice *d) {
    static const char *const columns[] = {"component_size", "cutpoint", "isolate"};
    int *order = many_order(d, g->n);
    graph other = graph_reorder(g, order);
    samen_table *before = components(g, "organisation"),
                *after = components(&other, "organisation");
    for (int i = 0; i < g->n; i++) {
        for (int c = 0; c < 3; c++)
            same_exactly(after, i, columns[c], many_cell(before, order[i], columns[c]));
    }
    samen_table_free(before);
    samen_table_free(after);
    graph_free(&other);
    free(order);
}

/* With N' organisations for N, the pairs with a path stay: 1 - F shrinks by N (N-1) / N' (N'-1). */
static void look_at_isolates_and_scale(const graph *g, dice *d) {
    static const char *const kept[] = {"bridges", "cutpoints"};
    static const char *const shares[] = {"fragmentation", "distance_fragmentation"};
    int more = 1 + (int)dice_roll(d, 3);
    graph scaled = many_scaled(g, ldexp(1, (int)dice_roll(d, 41) - 20));
    graph larger = many_with_isolates(&scaled, more);
    samen_table *before = components(g, "network"), *after = components(&larger, "network");
    for (int c = 0; c < 2; c++)
        same_exactly(after, 0, kept[c], many_cell(before, 0, kept[c]));
    same_exactly(after, 0, "components", many_cell(before, 0, "components") + more);
    same_exactly(after, 0, "isolates", many_cell(before, 0, "isolates") + more);
    if (g->directed)
        same_exactly(after, 0, "strong_components",
                     many_cell(before, 0, "strong_components") + more);
    double shrink = g->n * (g->n - 1.0) / (larger.n * (larger.n - 1.0));
    for (int c = 0; c < 2 && g->n >= 2; c++)
        same(after, 0, shares[c], 1 - (1 - many_cell(before, 0, shares[c])) * shrink);
    samen_table_free(before);
    samen_table_free(after);
    graph_free(&scaled);
    graph_free(&larger);
}

static void look_at_symmetric(const graph *g, dice *d) {
    static const char *const kept[] = {"components",
                                       "isolates",
                                       "cutpoints",
                                       "largest_component",
                                       "fragmentation",
                                       "bridges",
                                       "distance_fragmentation"};
    (void)d;
    if (g->directed || g->n < 2)
        return;
    graph both = many_symmetric(g);
    samen_table *once = components(g, "network"), *twice = components(&both, "network");
    for (size_t c = 0; c < sizeof kept / sizeof kept[0]; c++)
        same_exactly(twice, 0, kept[c], many_cell(once, 0, kept[c]));
    if (!cell_is_null(twice, 0, "strong_components"))
        same_exactly(twice, 0, "strong_components", many_cell(once, 0, "components"));
    samen_table_free(once);
    samen_table_free(twice);
    graph_free(&both);
}

/* Oracle: reachability, and taking each organisation and tie away (naive/components.c). */
TEST(components_are_what_is_left_when_each_part_is_taken_away) {
    many_graphs(21, GRAPHS, LARGEST, look_at_all);
}
END

TEST(organisations_in_another_order_are_the_same_cut_points) {
    many_graphs(22, GRAPHS, LARGEST, look_at_order);
}
END

TEST(isolates_are_components_of_their_own_and_weights_hold_nothing_together) {
    many_graphs(23, GRAPHS, LARGEST, look_at_isolates_and_scale);
}
END

TEST(ties_that_go_both_ways_hang_together_as_undirected_ones) {
    many_graphs(24, GRAPHS, LARGEST, look_at_symmetric);
}
END

SUITE("property/components", components_are_what_is_left_when_each_part_is_taken_away,
      organisations_in_another_order_are_the_same_cut_points,
      isolates_are_components_of_their_own_and_weights_hold_nothing_together,
      ties_that_go_both_ways_hang_together_as_undirected_ones)
