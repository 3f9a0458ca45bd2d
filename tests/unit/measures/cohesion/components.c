/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Components, cut-points, bridges, fragmentation. Oracle everywhere: small networks by hand. */
#include "build.h"

static samen_table *components(const samen_view *view, const char *table) {
    char options[64];
    snprintf(options, sizeof options, "table=%s", table);
    return measure(view, "cohesion.components", options);
}

/* Component by component: the path X Y comes first in order, the triangle with a tail is larger. */
TEST(components_are_numbered_from_the_largest_and_then_by_their_first_organisation) {
    static const char *const keys[] = {"X", "Y", "A", "B", "C", "D", "P", "Q", "Z"};
    static const double number[] = {2, 2, 1, 1, 1, 1, 3, 3, 4},
                        size[] = {2, 2, 4, 4, 4, 4, 2, 2, 1};
    static const double cut[] = {0, 0, 0, 0, 1, 0, 0, 0, 0}, alone[] = {0, 0, 0, 0, 0, 0, 0, 0, 1};
    samen_view *view = see(build("X-Y A-B B-C C-A C-D P-Q Z"), "");
    samen_table *table = components(view, "organisation");
    for (int row = 0; row < 9; row++) {
        ck_assert_str_eq(cell_text(table, row, "organisation"), keys[row]);
        ck_assert_double_eq(cell_number(table, row, "component"), number[row]);
        ck_assert_double_eq(cell_number(table, row, "component_size"), size[row]);
        ck_assert_double_eq(cell_number(table, row, "cutpoint"), cut[row]);
        ck_assert_double_eq(cell_number(table, row, "isolate"), alone[row]);
        ck_assert(cell_is_null(table, row, "strong_component"));
    }
    samen_table_free(table);
    table = components(view, "component");
    static const double sizes[] = {4, 2, 2, 1}, pairs[] = {4, 1, 1, 0};
    ck_assert_int_eq(samen_table_rows(table), 4);
    for (int row = 0; row < 4; row++) {
        ck_assert_double_eq(cell_number(table, row, "component"), row + 1);
        ck_assert_double_eq(cell_number(table, row, "component_size"), sizes[row]);
        ck_assert_double_eq(cell_number(table, row, "share_of_organisations"), sizes[row] / 9);
        ck_assert_double_eq(cell_number(table, row, "pairs"), pairs[row]);
    }
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(bridges_are_told_by_their_two_ends) {
    static const char *const expected[][2] = {{"A", "B"}, {"B", "C"}, {"F", "G"}};
    samen_view *view = see(build("A-B B-C C-D D-E E-C F-G H"), "");
    samen_table *table = components(view, "bridge");
    ck_assert_int_eq(samen_table_rows(table), 3);
    for (int i = 0; i < 3; i++) {
        int64_t row = row_with(table, "from", expected[i][0]);
        ck_assert_str_eq(cell_text(table, row, "to"), expected[i][1]);
    }
    samen_table_free(table);
    samen_view_free(view);
}
END

/* A tie each way is one tie of the underlying graph, and so a bridge. */
TEST(direction_does_not_matter_for_falling_apart_but_for_strong_components) {
    samen_view *view = see(build("A>B B>A B>C C>D D>C D>B E>D"), "");
    samen_table *table = components(view, "organisation"), *network = components(view, "network");
    static const double strong[] = {1, 1, 1, 1, 2}, cut[] = {0, 1, 0, 1, 0};
    for (int row = 0; row < 5; row++) {
        ck_assert_double_eq(cell_number(table, row, "component"), 1);
        ck_assert_double_eq(cell_number(table, row, "strong_component"), strong[row]);
        ck_assert_double_eq(cell_number(table, row, "cutpoint"), cut[row]);
    }
    ck_assert_double_eq(cell_number(network, 0, "strong_components"), 2);
    ck_assert_double_eq(cell_number(network, 0, "bridges"), 2);
    ck_assert_double_eq(cell_number(network, 0, "components"), 1);
    samen_table_free(table);
    samen_table_free(network);
    samen_view_free(view);
}
END

/* F counts pairs without a path; DF takes 1/d of the rest. */
TEST(fragmentation_counts_pairs_without_a_path) {
    static const struct {
        const char *ties;
        double organisations, components, isolates, largest, cutpoints, bridges, f,
            df; /* NAN: null */
    } cases[] = {
        {"A", 1, 1, 1, 1, 0, 0, NAN, NAN},
        {"A-A", 1, 1, 1, 1, 0, 0, NAN, NAN},
        {"A B", 2, 2, 2, 1, 0, 0, 1, 1},
        {"A-B", 2, 1, 0, 2, 0, 1, 0, 0},
        {"A>B", 2, 1, 0, 2, 0, 1, 0, 0},
        {"A-B C", 3, 2, 1, 2, 0, 1, 4.0 / 6, 4.0 / 6},
        {"A-B B-C", 3, 1, 0, 3, 1, 2, 0, 1 - 5.0 / 6},
        {"A-B B-C C-A", 3, 1, 0, 3, 0, 0, 0, 0},
        {"A-B C-D", 4, 2, 0, 2, 0, 2, 8.0 / 12, 8.0 / 12},
        {"A-B A-C A-D", 4, 1, 0, 4, 1, 3, 0, 1 - (6 + 3.0) / 12},
        {"A B C D", 4, 4, 4, 1, 0, 0, 1, 1},
    };
    static const char *const counts[] = {"organisations",     "components", "isolates",
                                         "largest_component", "cutpoints",  "bridges"};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_view *view = see(build(cases[i].ties), "");
        samen_table *table = components(view, "network");
        const double values[] = {cases[i].organisations, cases[i].components, cases[i].isolates,
                                 cases[i].largest,       cases[i].cutpoints,  cases[i].bridges};
        for (int c = 0; c < 6; c++)
            ck_assert_msg(cell_number(table, 0, counts[c]) == values[c], "%s: %s is %g",
                          cases[i].ties, counts[c], cell_number(table, 0, counts[c]));
        ck_assert_int_eq(cell_is_null(table, 0, "fragmentation"), isnan(cases[i].f));
        ck_assert_int_eq(cell_is_null(table, 0, "distance_fragmentation"), isnan(cases[i].df));
        if (!isnan(cases[i].f)) {
            CLOSE(cell_number(table, 0, "fragmentation"), cases[i].f, 1e-15);
            CLOSE(cell_number(table, 0, "distance_fragmentation"), cases[i].df, 1e-15);
        }
        samen_table_free(table);
        samen_view_free(view);
    }
}
END

TEST(nobody_makes_no_component) {
    samen_view *view = see(build("A"), "where=id!=A");
    samen_table *network = components(view, "network"), *each = components(view, "component");
    ck_assert_int_eq(samen_view_organisations(view), 0);
    ck_assert_int_eq(samen_table_rows(each), 0);
    ck_assert_double_eq(cell_number(network, 0, "components"), 0);
    ck_assert_double_eq(cell_number(network, 0, "largest_component"), 0);
    ck_assert(cell_is_null(network, 0, "fragmentation"));
    samen_table_free(network);
    samen_table_free(each);
    samen_view_free(view);
}
END

SUITE("measures/cohesion/components",
      components_are_numbered_from_the_largest_and_then_by_their_first_organisation,
      bridges_are_told_by_their_two_ends,
      direction_does_not_matter_for_falling_apart_but_for_strong_components,
      fragmentation_counts_pairs_without_a_path, nobody_makes_no_component)
