/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search and rescue in Cheyenne and Texas: T. E. Drabek et al., Managing Multiorganizational Emergency
 * Responses, 1981; the data set emon of the R package network. Values by the functions gden and
 * centralization(betweenness) of sna on it, and by counting its matrix. Tolerance everywhere: half a
 * unit of the last printed digit. */
#include "data.h"

static const struct {
    const char *folder;
    int organisations, ties;
    double density, centralization, confirmed, reciprocity;
} operations[] = {{"examples/data/emon/Cheyenne", 14, 83, .4560, .1491, .407, .5783},
                  {"examples/data/emon/Texas", 25, 186, .3100, .2006, .442, .6129}};

static const size_t operations_count = sizeof operations / sizeof operations[0];

static samen_network *read_operation(size_t i) {
    samen_network *network = NULL;
    OK(samen_io_read(source_path(operations[i].folder), NULL, NULL, &network, error));
    return network;
}

static double tied_pairs(size_t i, const char *direction) {
    samen_view *view = see(read_operation(i), direction);
    samen_table *table = measure(view, "composition.forms", "");
    double pairs = cell_number(table, 0, "pairs");
    samen_table_free(table);
    samen_view_free(view);
    return pairs;
}

TEST(operations_have_their_size_density_and_centralization) {
    for (size_t i = 0; i < operations_count; i++) {
        samen_view *view = see(read_operation(i), "");
        samen_table *density = measure(view, "cohesion.density", "draws=0");
        samen_table *between = measure(view, "brokerage.betweenness", "table=network");
        ck_assert_int_eq(samen_view_organisations(view), operations[i].organisations);
        ck_assert_int_eq(samen_view_is_directed(view), 1);
        ck_assert_double_eq(cell_number(density, 0, "ties"), operations[i].ties);
        printed(cell_number(density, 0, "density"), operations[i].density, 4, "density");
        printed(cell_number(between, 0, "centralization"), operations[i].centralization, 4,
                "betweenness centralization");
        samen_table_free(density);
        samen_table_free(between);
        samen_view_free(view);
    }
}
END

/* Pairs that both sides report among those that at least one does. */
TEST(less_than_half_of_the_reported_pairs_are_confirmed) {
    for (size_t i = 0; i < operations_count; i++)
        printed(tied_pairs(i, "direction=both") / tied_pairs(i, "direction=either"),
                operations[i].confirmed, 3, "share of confirmed pairs");
}
END

/* A pair that both sides report is two of the ties: grecip(measure = "edgewise") of sna. */
TEST(more_than_half_of_the_reports_are_answered) {
    for (size_t i = 0; i < operations_count; i++)
        printed(2 * tied_pairs(i, "direction=both") / operations[i].ties, operations[i].reciprocity,
                4, "reciprocity of ties");
}
END

/* In the source 1 is the most frequent contact and 4 the least; a weight runs the other way. */
TEST(the_most_frequent_contact_has_the_largest_weight) {
    for (size_t i = 0; i < operations_count; i++) {
        samen_network *network = read_operation(i);
        samen_table *ties = NULL;
        OK(samen_network_table(network, SAMEN_TIES, &ties, error));
        for (int64_t row = 0; row < samen_table_rows(ties); row++)
            ck_assert_double_eq(cell_number(ties, row, "weight"),
                                5 - cell_number(ties, row, "frequency"));
        samen_table_free(ties);
        samen_network_free(network);
    }
}
END

SUITE("reference/emon", operations_have_their_size_density_and_centralization,
      less_than_half_of_the_reported_pairs_are_confirmed,
      more_than_half_of_the_reports_are_answered, the_most_frequent_contact_has_the_largest_weight)
