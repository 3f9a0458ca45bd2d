/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of Knoke's bureaucracies. Density, betweenness and its centralization: R. A. Hanneman and
 * M. Riddle, Introduction to Social Network Methods, 2005, chapters 7 and 10, and with more digits gden,
 * betweenness and centralization of sna 2.7. Constraint: the function of igraph. Roles, counts and
 * expectations: the function brokerage of sna; deviations: by every two triples (see
 * unit/measures/brokerage/moments.c). Jackknife, effective size and hierarchy: the formulas, worked out
 * apart. Tolerance everywhere: half a unit of the last printed digit. */
#include "data.h"

static void look_at_density(const char *const *rows, double density, double jackknife) {
    samen_view *view = knoke(rows);
    samen_table *table = measure(view, "cohesion.density", "draws=0");
    printed(cell_number(table, 0, "density"), density, 6, "density");
    printed(cell_number(table, 0, "std_error_jackknife"), jackknife, 6, "its jackknife error");
    samen_table_free(table);
    samen_view_free(view);
}

/* One row of the table of roles of an organisation. */
static void look_at_roles(const samen_table *table, const char *organisation,
                          const double values[6]) {
    static const char *const columns[] = {"coordinator", "itinerant", "representative",
                                          "gatekeeper",  "liaison",   "total"};
    for (int c = 0; c < 6; c++)
        ck_assert_double_eq(of(table, organisation, columns[c]), values[c]);
}

TEST(information_and_money_are_as_dense_as_printed) {
    look_at_density(knoke_information, .544444, .096065);
    look_at_density(knoke_money, .244444, .059835);
}
END

TEST(betweenness_of_information_is_as_printed) {
    static const double values[] = {.667, 12.333, 11.694, .806,  17.833,
                                    .333, 2.750,  0,      1.222, .361};
    samen_view *view = knoke(knoke_information);
    samen_table *table = measure(view, "brokerage.betweenness", "");
    samen_table *network = measure(view, "brokerage.betweenness", "table=network");
    printed_column(table, "betweenness", values, 10, 3);
    printed(cell_number(network, 0, "centralization"), .2011317, 7, "centralization");
    samen_table_free(table);
    samen_table_free(network);
    samen_view_free(view);
}
END

TEST(structural_holes_of_information_are_as_printed) {
    static const double constraint[] = {.481, .401, .386, .479, .387, .454, .424, .514, .436, .486};
    static const double effective[] = {2.611, 4.200, 3.300, 2.056, 4.375,
                                       2.375, 4.500, 1.750, 2.750, 1.786};
    static const double hierarchy[] = {.103, .052, .044, .082, .032, .139, .097, .079, .101, .072};
    samen_view *view = knoke(knoke_information);
    samen_table *table = measure(view, "brokerage.holes", "");
    printed_column(table, "constraint", constraint, 10, 3);
    printed_column(table, "effective_size", effective, 10, 3);
    printed_column(table, "hierarchy", hierarchy, 10, 3);
    samen_table_free(table);
    samen_view_free(view);
}
END

/* WRO by hand: WELF has eight ties, one with WRO and one with NEWS; of its other contacts only NEWS has
 * a tie with WRO, one of twelve: (1/8 + 1/8 * 1/12)^2 = .0183. */
TEST(the_dyadic_constraints_of_one_organisation_add_up) {
    static const struct {
        const char *contact;
        double constraint;
    } values[] = {{"COUN", .0465}, {"COMM", .1304}, {"MAYR", .1319},
                  {"WRO", .0183},  {"NEWS", .0627}, {"UWAY", .0457}};
    samen_view *view = knoke(knoke_information);
    samen_table *table = measure(view, "brokerage.holes", "table=dyad");
    int found = 0;
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        for (int i = 0; i < 6; i++) {
            if (strcmp(cell_text(table, row, "organisation"), "WELF") == 0 &&
                strcmp(cell_text(table, row, "contact"), values[i].contact) == 0) {
                printed(cell_number(table, row, "constraint"), values[i].constraint, 4,
                        values[i].contact);
                found++;
            }
        }
    }
    ck_assert_int_eq(found, 6);
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(roles_between_sectors_are_as_in_sna) {
    static const double values[10][6] = {
        {0, 0, 0, 2, 0, 2},  {1, 5, 3, 5, 7, 21}, {0, 5, 1, 1, 2, 9}, {0, 1, 1, 0, 0, 2},
        {5, 3, 7, 7, 5, 27}, {0, 1, 0, 0, 0, 1},  {0, 1, 0, 4, 1, 6}, {0, 0, 0, 0, 0, 0},
        {0, 1, 0, 1, 0, 2},  {0, 1, 0, 0, 0, 1}};
    samen_view *view = knoke(knoke_information);
    samen_table *table = measure(view, "brokerage.roles", "group=sector");
    for (int i = 0; i < 10; i++)
        look_at_roles(table, knoke_keys[i], values[i]);
    samen_table_free(table);
    samen_view_free(view);
}
END

/* The expectations are also those of sna; its deviations are not exact, these are. */
TEST(roles_of_the_network_have_the_known_expectation_and_deviation) {
    static const double counts[] = {6, 18, 12, 20, 15, 71};
    static const double expected[] = {6.4817, 21.6057, 21.6057, 21.6057, 25.9268, 97.2257};
    static const double deviation[] = {2.4073, 7.5714, 5.3509, 5.3509, 5.0706, 11.3854};
    samen_view *view = knoke(knoke_information);
    samen_table *table = measure(view, "brokerage.roles", "group=sector; table=network; draws=0");
    printed_column(table, "count", counts, 6, 0);
    printed_column(table, "expected", expected, 6, 4);
    printed_column(table, "std_dev", deviation, 6, 4);
    for (int row = 0; row < 6; row++)
        printed(cell_number(table, row, "z"), (counts[row] - expected[row]) / deviation[row], 3,
                "z");
    samen_table_free(table);
    samen_view_free(view);
}
END

/* The data that comes with the library is the two matrices: as dense, and with 11 pairs of organisations, in
 * their order, in both: Jaccard 11 / 60 = .183333. */
TEST(the_shipped_data_are_both_matrices) {
    samen_network *network = NULL;
    OK(samen_io_read(source_path("examples/data/knoke"), NULL, NULL, &network, error));
    samen_view *view = see(network, "");
    samen_table *table = measure(view, "cohesion.density", "draws=0");
    int64_t information = row_with(table, "form", "information");
    int64_t money = row_with(table, "form", "resource");
    printed(cell_number(table, information, "density"), .544444, 6, "density of information");
    printed(cell_number(table, money, "density"), .244444, 6, "density of money");
    double any = cell_number(table, 0, "ties");
    double both = cell_number(table, information, "ties") + cell_number(table, money, "ties") - any;
    printed(both / any, .183333, 6, "Jaccard");
    samen_table_free(table);
    samen_view_free(view);
}
END

/* Without self-ties in the largest possible sum it is .3827, with them .3444. */
TEST(out_degree_centralization_leaves_self_ties_out) {
    samen_view *view = knoke(knoke_information);
    samen_table *table = measure(view, "centrality.degree", "table=network");
    printed(cell_number(table, 0, "out_centralization"), .3827, 4, "out-degree centralization");
    samen_table_free(table);
    samen_view_free(view);
}
END

SUITE("reference/knoke", information_and_money_are_as_dense_as_printed,
      betweenness_of_information_is_as_printed, structural_holes_of_information_are_as_printed,
      the_dyadic_constraints_of_one_organisation_add_up, roles_between_sectors_are_as_in_sna,
      roles_of_the_network_have_the_known_expectation_and_deviation,
      the_shipped_data_are_both_matrices, out_degree_centralization_leaves_self_ties_out)
