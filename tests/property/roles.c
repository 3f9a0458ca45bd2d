/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "many.h"

enum { GRAPHS = 2000, LARGEST = 14 };

static samen_table *roles(const graph *g, const char *options) {
    char text[96];
    snprintf(text, sizeof text, "group=group; %s", options);
    return many_measure(g, "brokerage.roles", text);
}

static void look_at_counts(const graph *g, dice *d) {
    (void)d;
    if (!many_grouped(g))
        return;
    int *count = calloc((size_t)(g->n * NAIVE_ROLES), sizeof *count);
    naive_roles(g, count);
    samen_table *table = roles(g, "table=organisation");
    same_row_count(table, g->n);
    for (int i = 0; i < g->n; i++) {
        for (int role = 0; role < NAIVE_ROLES; role++) {
            if (!many_null(table, i, naive_role_names[role], g->group[i] < 0))
                same_exactly(table, i, naive_role_names[role], count[i * NAIVE_ROLES + role]);
        }
    }
    samen_table_free(table);
    free(count);
}

/* Expectation and deviation of one row; the broker is -1 for the network. The square root of a
 * rounded variance is good to half the digits where that is near 0, so variances are compared. */
static void look_at_row(const samen_table *table, int64_t row, const graph *g, int broker, int role,
                        int count) {
    double mean, variance, density = naive_roles_density(g);
    naive_roles_moments(g, broker, role, density, &mean, &variance);
    same_exactly(table, row, "count", count);
    same(table, row, "expected", mean);
    double sd = many_cell(table, row, "std_dev");
    EXPECT(fabs(sd * sd - variance) <= 1e-11 * fmax(1, variance),
           "%s: variance of %s of %d is %.15g, not %.15g", many_about, naive_role_names[role],
           broker, sd * sd, variance);
    if (!many_null(table, row, "z", sd == 0))
        same(table, row, "z", (count - many_cell(table, row, "expected")) / sd);
    many_null(table, row, "p_more", 1);
}

static void look_at_moments(const graph *g, dice *d) {
    (void)d;
    if (!many_grouped(g))
        return;
    int *count = calloc((size_t)(g->n * NAIVE_ROLES), sizeof *count);
    int whole[NAIVE_ROLES];
    naive_roles(g, count);
    naive_roles_network(g, whole);
    samen_table *table = roles(g, "table=significance; draws=0");
    samen_table *network = roles(g, "table=network; draws=0");
    same_row_count(network, NAIVE_ROLES);
    for (int role = 0; role < NAIVE_ROLES; role++)
        look_at_row(network, row_with(network, "role", naive_role_names[role]), g, -1, role,
                    whole[role]);
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        int i = many_number(many_text(table, row, "organisation")), role = 0;
        while (strcmp(naive_role_names[role], many_text(table, row, "role")) != 0)
            role++;
        if (!many_null(table, row, "count", g->group[i] < 0))
            look_at_row(table, row, g, i, role, count[i * NAIVE_ROLES + role]);
    }
    samen_table_free(table);
    samen_table_free(network);
    free(count);
}

static void look_at_order(const graph *g, dice *d) {
    if (!many_grouped(g))
        return;
    int *order = many_order(d, g->n);
    graph other = graph_reorder(g, order);
    samen_table *before = roles(g, "table=organisation"),
                *after = roles(&other, "table=organisation");
    for (int i = 0; i < g->n; i++) {
        for (int role = 0; role < NAIVE_ROLES; role++) {
            const char *name = naive_role_names[role];
            if (!many_null(after, i, name, cell_is_null(before, order[i], name)))
                same_exactly(after, i, name, many_cell(before, order[i], name));
        }
    }
    samen_table_free(before);
    samen_table_free(after);
    graph_free(&other);
    free(order);
}

static void look_at_isolates(const graph *g, dice *d) {
    if (!many_grouped(g))
        return;
    graph scaled = many_scaled(g, 8), more = many_with_isolates(&scaled, 1 + (int)dice_roll(d, 3));
    samen_table *before = roles(g, "table=organisation"),
                *after = roles(&more, "table=organisation");
    for (int i = 0; i < more.n; i++) {
        for (int role = 0; role < NAIVE_ROLES; role++) {
            const char *name = naive_role_names[role];
            if (i >= g->n)
                same_exactly(after, i, name, 0);
            else if (!many_null(after, i, name, g->group[i] < 0))
                same_exactly(after, i, name, many_cell(before, i, name));
        }
    }
    samen_table_free(before);
    samen_table_free(after);
    graph_free(&scaled);
    graph_free(&more);
}

/* A directed triple has two ends to start from: all that is symmetric doubles, and what one of the two
 * mixed roles counts undirected is halved between them, and doubled, in the directed graph. */
static void look_at_symmetric(const graph *g, dice *d) {
    static const int factor[NAIVE_ROLES] = {2, 2, 1, 1, 2, 2};
    (void)d;
    if (g->directed || !many_grouped(g))
        return;
    graph both = many_symmetric(g);
    samen_table *once = roles(g, "table=organisation"), *twice = roles(&both, "table=organisation");
    for (int i = 0; i < g->n; i++) {
        for (int role = 0; role < NAIVE_ROLES && g->group[i] >= 0; role++)
            same_exactly(twice, i, naive_role_names[role],
                         factor[role] * many_cell(once, i, naive_role_names[role]));
    }
    samen_table_free(once);
    samen_table_free(twice);
    graph_free(&both);
}

/* Shuffle the groups of those that have one. */
static void shuffle_groups(graph *g, dice *d) {
    for (int i = 0, seen = 0; i < g->n; i++) {
        if (g->group[i] < 0)
            continue;
        /* Change places with one of those up to here that have a group, itself among them. */
        int other = -1, left = (int)dice_roll(d, (uint64_t)++seen);
        while (left >= 0)
            left -= g->group[++other] >= 0;
        int group = g->group[i];
        g->group[i] = g->group[other];
        g->group[other] = group;
    }
}

/* How often shuffled counts of the network are at least, and at most, the observed ones. */
static void shuffle_and_count(const graph *g, dice *d, int draws, const int *observed, double *more,
                              double *fewer) {
    graph shuffled = many_with_isolates(g, 0);
    for (int draw = 0; draw < draws; draw++) {
        int count[NAIVE_ROLES];
        shuffle_groups(&shuffled, d);
        naive_roles_network(&shuffled, count);
        for (int role = 0; role < NAIVE_ROLES; role++) {
            more[role] += (double)(count[role] >= observed[role]) / draws;
            fewer[role] += (double)(count[role] <= observed[role]) / draws;
        }
    }
    graph_free(&shuffled);
}

/* Oracle: all triples gone through (naive/roles.c). */
TEST(roles_are_those_of_all_triples) {
    many_graphs(61, GRAPHS, LARGEST, look_at_counts);
}
END

/* Oracle: the chance of every two triples to be open together (naive/roles.c). */
TEST(expectation_and_deviation_are_those_of_all_pairs_of_triples) {
    many_graphs(62, 1000, 7, look_at_moments);
}
END

TEST(organisations_in_another_order_keep_their_roles) {
    many_graphs(63, GRAPHS, LARGEST, look_at_order);
}
END

TEST(isolates_and_weights_change_no_role) {
    many_graphs(64, GRAPHS, LARGEST, look_at_isolates);
}
END

TEST(ties_that_go_both_ways_double_all_roles_but_the_mixed_ones) {
    many_graphs(65, GRAPHS, LARGEST, look_at_symmetric);
}
END

/* Oracle: shuffles of the test's own. Tolerance: two shares of 4,000 draws differ by at most
 * sqrt(2 * .25 / 4000) = .011 in one standard deviation; .06 is more than five of them. */
TEST(permutation_p_is_the_share_of_shuffled_groups) {
    dice d = {.state = 66};
    for (int i = 0; i < 120; i++) {
        graph g = many_graph(&d, i, 9);
        int observed[NAIVE_ROLES];
        double more[NAIVE_ROLES] = {0}, fewer[NAIVE_ROLES] = {0};
        if (many_grouped(&g)) {
            naive_roles_network(&g, observed);
            shuffle_and_count(&g, &d, 4000, observed, more, fewer);
            samen_table *table = roles(&g, "table=network; draws=4000");
            for (int role = 0; role < NAIVE_ROLES; role++) {
                int64_t row = row_with(table, "role", naive_role_names[role]);
                within(table, row, "p_more", more[role] - 0.06, more[role] + 0.06);
                within(table, row, "p_fewer", fewer[role] - 0.06, fewer[role] + 0.06);
                within(table, row, "p_more", 1.0 / 4001, 1);
            }
            samen_table_free(table);
        }
        graph_free(&g);
    }
}
END

SUITE("property/roles", roles_are_those_of_all_triples,
      expectation_and_deviation_are_those_of_all_pairs_of_triples,
      organisations_in_another_order_keep_their_roles, isolates_and_weights_change_no_role,
      ties_that_go_both_ways_double_all_roles_but_the_mixed_ones,
      permutation_p_is_the_share_of_shuffled_groups)
