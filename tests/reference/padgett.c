/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of Padgett's Florentine families: betweenness, constraint, cut-points and bridges as igraph for R
 * gives them, centralization as sna does; densities and fragmentation counted by hand. Tolerance
 * everywhere: half a unit of the last printed digit. */
#include "data.h"

static const char *const cutpoints[] = {"Albizzi", "Guadagni", "Medici", "Salviati"};

TEST(densities_count_the_family_without_ties) {
    samen_view *view = see(padgett(), "");
    samen_table *table = measure(view, "cohesion.density", "draws=0");
    int64_t marriage = row_with(table, "form", "consultation");
    int64_t business = row_with(table, "form", "action");
    ck_assert_int_eq((int)cell_number(table, marriage, "ties"), 20);
    ck_assert_int_eq((int)cell_number(table, business, "ties"), 15);
    printed(cell_number(table, marriage, "density"), .167, 3, "density of marriage");
    printed(cell_number(table, business, "density"), .125, 3, "density of business");
    samen_table_free(table);
    samen_view_free(view);
}
END

/* Eight pairs are tied in both ways: Jaccard 8 / 27 = .296296. */
TEST(marriage_and_business_share_eight_pairs) {
    samen_view *view = see(padgett(), "");
    samen_table *table = measure(view, "composition.forms", "");
    double marriage = cell_number(table, row_with(table, "form", "consultation"), "pairs");
    double business = cell_number(table, row_with(table, "form", "action"), "pairs");
    double all = cell_number(table, row_with(table, "form", "all"), "pairs");
    ck_assert_double_eq(marriage + business - all, 8);
    printed((marriage + business - all) / all, .296296, 6, "Jaccard");
    samen_table_free(table);
    samen_view_free(view);
}
END

/* Battiston et al. 2014: 2 (1 - (6/11)^2 - (5/11)^2), six marriages and five businesses. */
TEST(the_medici_take_part_in_both) {
    samen_view *view = see(padgett(), "forms=consultation,action");
    samen_table *table = measure(view, "centrality.degree", "table=form");
    int64_t row = row_with(table, "organisation", "Medici");
    double marriage = cell_number(table, row + 1, "degree");
    double business = cell_number(table, row + 2, "degree"), all = marriage + business;
    ck_assert_double_eq(marriage, 6);
    ck_assert_double_eq(business, 5);
    printed(2 * (1 - pow(marriage / all, 2) - pow(business / all, 2)), .9917, 4, "participation");
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(the_medici_stand_between_the_other_families) {
    samen_view *view = see(padgett(), "forms=consultation");
    samen_table *degree = measure(view, "centrality.degree", "");
    samen_table *between = measure(view, "brokerage.betweenness", "");
    samen_table *network = measure(view, "brokerage.betweenness", "table=network");
    samen_table *holes = measure(view, "brokerage.holes", "");
    ck_assert_double_eq(of(degree, "Medici", "degree"), 6);
    printed(of(between, "Medici", "betweenness"), 47.5, 1, "betweenness of the Medici");
    printed(of(between, "Guadagni", "betweenness"), 23.167, 3, "betweenness of the Guadagni");
    printed(cell_number(network, 0, "centralization"), .383492, 6, "centralization");
    printed(of(holes, "Medici", "effective_size"), 5.667, 3, "effective size of the Medici");
    printed(of(holes, "Medici", "constraint"), .210, 3, "constraint of the Medici");
    samen_table_free(degree);
    samen_table_free(between);
    samen_table_free(network);
    samen_table_free(holes);
    samen_view_free(view);
}
END

/* Five bridges: those to Acciaiuoli, Ginori, Lamberteschi, Pazzi and Salviati. */
TEST(four_families_are_cut_points_and_five_marriages_bridges) {
    samen_view *view = see(padgett(), "forms=consultation");
    samen_table *table = measure(view, "cohesion.components", "");
    samen_table *bridges = measure(view, "cohesion.components", "table=bridge");
    double count = 0;
    for (int64_t row = 0; row < samen_table_rows(table); row++)
        count += cell_number(table, row, "cutpoint");
    ck_assert_double_eq(count, 4);
    for (int i = 0; i < 4; i++)
        ck_assert_double_eq(of(table, cutpoints[i], "cutpoint"), 1);
    ck_assert_double_eq(of(table, "Pucci", "isolate"), 1);
    ck_assert_int_eq(samen_table_rows(bridges), 5);
    samen_table_free(table);
    samen_table_free(bridges);
    samen_view_free(view);
}
END

/* By hand: 15 families hang together out of 16, 1 - 15 * 14 / (16 * 15); without the Medici 11 and 2 of 15
 * do, 1 - (11 * 10 + 2) / (15 * 14). */
TEST(without_the_medici_the_marriages_fall_apart) {
    samen_network *network = padgett();
    char others[512] = "forms=consultation";
    for (int64_t i = 0; i < samen_network_count(network, SAMEN_ORGANISATIONS); i++) {
        const char *key = samen_network_key(network, SAMEN_ORGANISATIONS, i);
        if (strcmp(key, "Medici") != 0)
            strcat(strcat(others, "; organisations="), key);
    }
    samen_view *with = see(samen_network_retain(network), "forms=consultation");
    samen_view *without = see(network, others);
    samen_table *before = measure(with, "cohesion.components", "table=network");
    samen_table *after = measure(without, "cohesion.components", "table=network");
    printed(cell_number(before, 0, "fragmentation"), .125, 3, "fragmentation");
    printed(cell_number(after, 0, "fragmentation"), .4667, 4, "fragmentation without the Medici");
    samen_table_free(before);
    samen_table_free(after);
    samen_view_free(with);
    samen_view_free(without);
}
END

SUITE("reference/padgett", densities_count_the_family_without_ties,
      marriage_and_business_share_eight_pairs, the_medici_take_part_in_both,
      the_medici_stand_between_the_other_families,
      four_families_are_cut_points_and_five_marriages_bridges,
      without_the_medici_the_marriages_fall_apart)
