/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Structural holes of small graphs whose values are printed or can be done by hand. Tolerance everywhere:
 * half a unit of the last printed digit. */
#include "data.h"

typedef struct value {
    const char *organisation, *column;
    double value;
    int digits;
} value;

static void look_at(const char *ties, const char *options, const value *values, size_t count) {
    samen_view *view = see(build(ties), "");
    samen_table *table = measure(view, "brokerage.holes", options);
    for (size_t i = 0; i < count; i++) {
        char what[96];
        snprintf(what, sizeof what, "%s of %s", values[i].column, values[i].organisation);
        printed(of(table, values[i].organisation, values[i].column), values[i].value,
                values[i].digits, what);
    }
    samen_table_free(table);
    samen_view_free(view);
}

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Effective sizes: Borgatti, Connections 20(1), 1997; constraint: the function of igraph. */
TEST(borgattis_graph_has_its_printed_values) {
    static const value values[] = {
        {"A", "effective_size", 2.5, 1},   {"B", "effective_size", 1.667, 3},
        {"G", "effective_size", 4.667, 3}, {"A", "constraint", .5955, 4},
        {"B", "constraint", .6427, 4},     {"D", "constraint", .7847, 4},
        {"E", "constraint", .7309, 4},     {"F", "constraint", .7309, 4},
        {"G", "constraint", .4003, 4},     {"C", "hierarchy", 1, 0}};
    look_at(borgatti, "", values, COUNT(values));
}
END

/* Constraint: the function of igraph; effective sizes: Burt's formula, worked out apart (netrics gives
 * 2.4667 for A). */
TEST(borgattis_graph_with_weights_has_its_known_values) {
    static const value values[] = {
        {"A", "effective_size", 2.475, 3}, {"B", "effective_size", 1.671, 3},
        {"D", "effective_size", 1.15, 2},  {"E", "effective_size", 1.1, 1},
        {"F", "effective_size", 1.25, 2},  {"G", "effective_size", 5.472, 3},
        {"A", "constraint", .7950, 4},     {"B", "constraint", .8127, 4},
        {"D", "constraint", .9134, 4},     {"E", "constraint", .8835, 4},
        {"F", "constraint", .8332, 4},     {"G", "constraint", .2989, 4}};
    look_at(borgatti_weighted, "weighted=true", values, COUNT(values));
}
END

/* Efficiency is effective size over the number of contacts, not over strength: 2.475 / 4 of A. */
TEST(efficiency_divides_by_contacts_also_with_weights) {
    static const value values[] = {{"A", "efficiency", 2.475 / 4, 9}};
    look_at(borgatti_weighted, "weighted=true", values, COUNT(values));
}
END

/* The whole-network model is Burt's; UCINET takes the ego network, with .6836 for A. */
TEST(the_ego_model_knows_no_ties_beyond_the_contacts) {
    static const value whole[] = {{"A", "constraint", .5955, 4}};
    static const value ego[] = {{"A", "constraint", .6836, 4}};
    look_at(borgatti, "model=whole", whole, COUNT(whole));
    look_at(borgatti, "model=ego", ego, COUNT(ego));
}
END

/* By hand: in a triad c_ij = (1/2 + 1/4)^2 = 9/16 twice; among four (1/3 + 2/9)^2 = 25/81 three times. */
TEST(the_triad_and_the_four_clique_have_their_constraint) {
    static const value triad[] = {{"A", "constraint", 1.125, 3}};
    static const value clique[] = {{"A", "constraint", .925926, 6}};
    look_at("A-B B-C C-A", "", triad, COUNT(triad));
    look_at("A-B A-C A-D B-C B-D C-D", "", clique, COUNT(clique));
}
END

SUITE("reference/borgatti", borgattis_graph_has_its_printed_values,
      borgattis_graph_with_weights_has_its_known_values,
      efficiency_divides_by_contacts_also_with_weights,
      the_ego_model_knows_no_ties_beyond_the_contacts,
      the_triad_and_the_four_clique_have_their_constraint)
