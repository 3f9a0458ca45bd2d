/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "many.h"

enum { GRAPHS = 3000, LARGEST = 14 };

static samen_table *density(const graph *g, const char *options) {
    return many_measure(g, "cohesion.density", options);
}

static void look_at_block(const samen_table *table, int64_t row, naive_block block) {
    same_exactly(table, row, "ties", block.ties);
    same_exactly(table, row, "possible", block.possible);
    many_null(table, row, "valued_density", block.possible == 0);
    if (!many_null(table, row, "density", block.possible == 0)) {
        same(table, row, "density", (double)block.ties / block.possible);
        same(table, row, "valued_density", block.weight / block.possible);
        within(table, row, "density", 0, 1);
    }
}

static void look_at_all(const graph *g, dice *d) {
    (void)d;
    samen_table *table = density(g, "draws=0");
    naive_block nothing = naive_density(g);
    nothing.ties = 0;
    nothing.weight = 0;
    ck_assert_str_eq(many_text(table, 0, "form"), "all");
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        const char *form = many_text(table, row, "form");
        int tied = !strcmp(form, "all") || !strcmp(form, "consultation");
        look_at_block(table, row, tied ? naive_density(g) : nothing);
        many_null(table, row, "std_error", 1);
        if (!many_null(table, row, "std_error_jackknife", g->n < 3))
            same(table, row, "std_error_jackknife", tied ? naive_density_jackknife(g) : 0);
    }
    samen_table_free(table);
}

static int members(const graph *g, int group) {
    int count = 0;
    for (int i = 0; i < g->n; i++)
        count += g->group[i] == group;
    return count;
}

static void look_at_groups(const graph *g, dice *d) {
    (void)d;
    int groups = 0;
    if (!many_grouped(g))
        return;
    for (int a = 0; a < g->groups; a++)
        groups += members(g, a) > 0;
    samen_table *table = density(g, "table=group; group=group; draws=0");
    same_row_count(table, g->directed ? groups * groups : groups * (groups + 1) / 2);
    int *seen = calloc((size_t)(g->groups * g->groups), sizeof *seen);
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        int a = many_group(table, row, "group"), b = many_group(table, row, "partner_group");
        EXPECT(seen[a * g->groups + b]++ == 0, "%s: g%d g%d twice", many_about, a, b);
        look_at_block(table, row, naive_density_between(g, a, b));
    }
    free(seen);
    samen_table_free(table);
}

static void look_at_order(const graph *g, dice *d) {
    static const char *const columns[] = {"density", "valued_density", "std_error_jackknife"};
    int *order = many_order(d, g->n);
    graph other = graph_reorder(g, order);
    samen_table *before = density(g, "draws=0"), *after = density(&other, "draws=0");
    for (int c = 0; c < 3; c++) {
        if (!many_null(after, 0, columns[c], cell_is_null(before, 0, columns[c])))
            same(after, 0, columns[c], many_cell(before, 0, columns[c]));
    }
    samen_table_free(before);
    samen_table_free(after);
    graph_free(&other);
    free(order);
}

static void look_at_isolates_and_scale(const graph *g, dice *d) {
    int more = 1 + (int)dice_roll(d, 3);
    double by = ldexp(1, (int)dice_roll(d, 41) - 20);
    graph scaled = many_scaled(g, by), larger = many_with_isolates(&scaled, more);
    samen_table *before = density(g, "draws=0"), *after = density(&larger, "draws=0");
    same_exactly(after, 0, "ties", many_cell(before, 0, "ties"));
    if (g->n >= 2) {
        double shrink = g->n * (g->n - 1.0) / (larger.n * (larger.n - 1.0));
        same(after, 0, "density", many_cell(before, 0, "density") * shrink);
        same(after, 0, "valued_density", many_cell(before, 0, "valued_density") * shrink * by);
    }
    samen_table_free(before);
    samen_table_free(after);
    graph_free(&scaled);
    graph_free(&larger);
}

static void look_at_symmetric(const graph *g, dice *d) {
    static const char *const columns[] = {"density", "valued_density", "std_error_jackknife"};
    (void)d;
    if (g->directed || g->n < 3)
        return;
    graph both = many_symmetric(g);
    samen_table *once = density(g, "draws=0"), *twice = density(&both, "draws=0");
    for (int c = 0; c < 3; c++)
        same(twice, 0, columns[c], many_cell(once, 0, columns[c]));
    if (samen_table_rows(once) > 0 && many_cell(once, 0, "ties") > 0)
        same_exactly(twice, 0, "ties", 2 * many_cell(once, 0, "ties"));
    samen_table_free(once);
    samen_table_free(twice);
    graph_free(&both);
}

static void look_at_bounds(const graph *g, dice *d) {
    (void)d;
    samen_table *table = density(g, "draws=200");
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        if (many_null(table, row, "lower", g->n < 2))
            continue;
        double lower = many_cell(table, row, "lower"), upper = many_cell(table, row, "upper");
        EXPECT(0 <= lower && lower <= upper && upper <= 1, "%s: %g to %g", many_about, lower,
               upper);
        within(table, row, "std_error", 0, 0.5);
        same_exactly(table, row, "draws", 200);
    }
    samen_table_free(table);
}

/* The graph as a network whose organisations say whether they answered. */
static samen_network *network_with_respondents(const graph *g, const int *respondent) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < g->n; i++) {
        char key[16];
        snprintf(key, sizeof key, "o%d", i);
        OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
        OK(samen_builder_set_yes_no(builder, SAMEN_ORGANISATIONS, i, "respondent", respondent[i],
                                    error));
    }
    for (int i = 0; i < g->n; i++) {
        for (int j = g->directed ? 0 : i; j < g->n; j++) {
            char from[16], to[16];
            samen_tie more = {.struct_size = sizeof more, .directed = (uint32_t)g->directed};
            snprintf(from, sizeof from, "o%d", i);
            snprintf(to, sizeof to, "o%d", j);
            if (graph_at(g, i, j) > 0)
                OK(samen_builder_add_tie(builder, from, to, "consultation", 1, &more, NULL, error));
        }
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

/* What either or both directions of a graph say, undirected. */
static graph confirmed(const graph *g, int both) {
    graph out = graph_new(g->n, 0);
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++) {
            int there = graph_at(g, i, j) > 0, back = graph_at(g, j, i) > 0;
            if (both ? there && back : there || back)
                graph_tie(&out, i, j, 1);
        }
    }
    return out;
}

static void look_at_response_of(samen_network *network, const char *direction, const graph *g,
                                const int *respondent, naive_rule rule) {
    naive_response of = naive_density_response(g, respondent, rule);
    samen_view *view = see(network, direction);
    samen_table *table = measure(view, "cohesion.density", "table=response");
    same_exactly(table, 0, "ties", of.ties);
    same_exactly(table, 0, "possible", of.possible);
    same_exactly(table, 0, "observed", of.observed);
    if (!many_null(table, 0, "density_observed", of.observed == 0))
        same(table, 0, "density_observed", (double)of.ties_observed / of.observed);
    if (!many_null(table, 0, "density_least", of.possible == 0)) {
        same(table, 0, "density_least", (double)of.ties / of.possible);
        same(table, 0, "density_most", (double)of.most / of.possible);
    }
    samen_table_free(table);
    samen_view_free(view);
}

static void look_at_response(const graph *g, dice *d) {
    int respondent[LARGEST];
    graph either = confirmed(g, 0), both = confirmed(g, 1);
    for (int i = 0; i < g->n; i++)
        respondent[i] = dice_roll(d, 4) > 0;
    samen_network *network = network_with_respondents(g, respondent);
    look_at_response_of(samen_network_retain(network), "", g, respondent, NAIVE_RECORDED);
    look_at_response_of(samen_network_retain(network), "direction=either", &either, respondent,
                        NAIVE_EITHER);
    look_at_response_of(network, "direction=both", &both, respondent, NAIVE_BOTH);
    graph_free(&either);
    graph_free(&both);
}

static void look_at_error(const samen_table *table, int64_t row, double exact) {
    double drawn = many_cell(table, row, "std_error");
    EXPECT(fabs(drawn - exact) <= 0.02 * exact + 1e-9, "%s: row %lld: %g, not %g", many_about,
           (long long)row, drawn, exact);
}

static void look_at_errors(const graph *g, dice *d) {
    (void)d;
    if (g->n < 2)
        return;
    samen_table *table = density(g, "draws=40000");
    look_at_error(table, 0, naive_density_bootstrap(g));
    samen_table_free(table);
    if (!many_grouped(g))
        return;
    table = density(g, "table=group; group=group; draws=40000");
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        int a = many_group(table, row, "group"), b = many_group(table, row, "partner_group");
        if (!many_null(table, row, "std_error", a == b && members(g, a) < 2))
            look_at_error(table, row, naive_density_bootstrap_between(g, a, b));
    }
    samen_table_free(table);
}

/* Oracle: cells of the matrix counted, each organisation left out in turn (naive/density.c). */
TEST(density_is_the_share_of_cells_that_hold_a_tie) {
    many_graphs(41, GRAPHS, LARGEST, look_at_all);
}
END

/* Oracle: cells of each block counted (naive/density.c). */
TEST(density_between_groups_is_that_of_their_block) {
    many_graphs(42, GRAPHS, LARGEST, look_at_groups);
}
END

TEST(organisations_in_another_order_are_as_dense) {
    many_graphs(43, GRAPHS, LARGEST, look_at_order);
}
END

TEST(isolates_thin_a_network_and_weights_scale_only_the_valued_density) {
    many_graphs(44, GRAPHS, LARGEST, look_at_isolates_and_scale);
}
END

TEST(ties_that_go_both_ways_are_as_dense_as_undirected_ones) {
    many_graphs(45, GRAPHS, LARGEST, look_at_symmetric);
}
END

TEST(intervals_of_density_lie_between_0_and_1) {
    many_graphs(46, GRAPHS, LARGEST, look_at_bounds);
}
END

/* Oracle: all samples gone through (naive/density.c). Tolerance: the standard deviation of 40,000
 * draws is off by 1 / sqrt(80000) = 0.35 % of itself, more where draws are few-valued; 2 % is five
 * times that. */
TEST(the_bootstrap_error_is_that_of_all_samples) {
    many_graphs(47, 200, 5, look_at_errors);
}
END

/* Oracle: cells that a respondent could have filled (naive/density.c). */
TEST(response_tells_the_cells_that_could_have_been_reported) {
    many_graphs(48, GRAPHS, LARGEST, look_at_response);
}
END

SUITE("property/density", response_tells_the_cells_that_could_have_been_reported,
      density_is_the_share_of_cells_that_hold_a_tie, density_between_groups_is_that_of_their_block,
      organisations_in_another_order_are_as_dense,
      isolates_thin_a_network_and_weights_scale_only_the_valued_density,
      ties_that_go_both_ways_are_as_dense_as_undirected_ones,
      intervals_of_density_lie_between_0_and_1, the_bootstrap_error_is_that_of_all_samples)
