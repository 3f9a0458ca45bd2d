/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What non-respondents leave open. Oracle: the possible ties of three or four organisations gone through by
 * hand. */
#include "../every.h"

typedef struct bounds {
    double ties, observed, density, least, most; /* density NAN: null */
} bounds;

static void look_at(const char *ties, const char *silent, const char *options, bounds expected) {
    const odd_network odd = {"response", ties, "", silent, "", options};
    samen_view *view = see(odd_make(&odd), options);
    samen_table *table = measure(view, "cohesion.density", "table=response");
    ck_assert_double_eq(cell_number(table, 0, "ties"), expected.ties);
    ck_assert_double_eq(cell_number(table, 0, "observed"), expected.observed);
    ck_assert_int_eq(cell_is_null(table, 0, "density_observed"), isnan(expected.density));
    if (!isnan(expected.density))
        ck_assert_double_eq(cell_number(table, 0, "density_observed"), expected.density);
    ck_assert_double_eq(cell_number(table, 0, "density_least"), expected.least);
    ck_assert_double_eq(cell_number(table, 0, "density_most"), expected.most);
    samen_table_free(table);
    samen_view_free(view);
}

TEST(where_all_responded_nothing_is_open) {
    look_at("A>B B>C C>A", NULL, "", (bounds){3, 6, .5, .5, .5});
    look_at("A-B C", NULL, "", (bounds){1, 3, 1.0 / 3, 1.0 / 3, 1.0 / 3});
}
END

/* C is silent: the two ties from it are open, what others say of it is known. */
TEST(as_recorded_the_ties_from_the_silent_are_open) {
    look_at("A>B B>C", "C", "", (bounds){2, 4, .5, 2.0 / 6, 4.0 / 6});
    look_at("A>B B>C", "A B C", "", (bounds){2, 0, NAN, 2.0 / 6, 1});
    /* A tie from C that somebody recorded all the same: known, and not among what was observed. */
    look_at("A>B C>A", "C", "", (bounds){2, 4, .25, 2.0 / 6, 3.0 / 6});
}
END

/* Recorded without direction, either end's answer settles a pair. */
TEST(undirected_ties_are_settled_by_either_end) {
    look_at("A-B C D", "D", "", (bounds){1, 6, 1.0 / 6, 1.0 / 6, 1.0 / 6});
    look_at("A-B C D", "C D", "", (bounds){1, 5, .2, 1.0 / 6, 2.0 / 6});
}
END

/* A tie if one side reports it: C might have reported both of its own. */
TEST(either_way_a_pair_is_open_as_soon_as_one_side_is_silent) {
    look_at("A>B C", "C", "direction=either", (bounds){1, 3, 1.0 / 3, 1.0 / 3, 1});
    look_at("A>B B>C", "C", "direction=either", (bounds){2, 3, 2.0 / 3, 2.0 / 3, 1});
    look_at("A>B C>A", "A B C", "direction=either", (bounds){2, 0, NAN, 2.0 / 3, 1});
}
END

/* A tie if both sides report it: pairs with C cannot be confirmed. */
TEST(both_ways_only_pairs_that_both_answered_are_settled) {
    look_at("A>B B>A B>C", "C", "direction=both", (bounds){1, 1, 1, 1.0 / 3, 1});
    look_at("A>B B>C", "C", "direction=both", (bounds){0, 1, 0, 0, 2.0 / 3});
}
END

/* Nobody can be tied: no bounds. */
TEST(one_organisation_has_no_bounds) {
    const odd_network odd = {"one", "A", "", "A", "", ""};
    samen_view *view = see(odd_make(&odd), "");
    samen_table *table = measure(view, "cohesion.density", "table=response");
    ck_assert(cell_is_null(table, 0, "density_observed"));
    ck_assert(cell_is_null(table, 0, "density_least"));
    ck_assert(cell_is_null(table, 0, "density_most"));
    samen_table_free(table);
    samen_view_free(view);
}
END

/* Each form has its own ties and the same silence: of four, D says nothing. */
TEST(every_form_has_its_bounds) {
    const odd_network odd = {"forms", "A>B B>C:action C>D D>A:action", "", "D", "", ""};
    samen_view *view = see(odd_make(&odd), "forms=consultation,action");
    samen_table *table = measure(view, "cohesion.density", "table=response");
    static const double least[] = {4, 2, 2}, most[] = {6, 5, 4}, seen[] = {3, 2, 1};
    for (int row = 0; row < 3; row++) {
        ck_assert_double_eq(cell_number(table, row, "observed"), 9);
        ck_assert_double_eq(cell_number(table, row, "density_observed"), seen[row] / 9);
        ck_assert_double_eq(cell_number(table, row, "density_least"), least[row] / 12);
        ck_assert_double_eq(cell_number(table, row, "density_most"), most[row] / 12);
    }
    samen_table_free(table);
    samen_view_free(view);
}
END

SUITE("measures/cohesion/response", where_all_responded_nothing_is_open,
      as_recorded_the_ties_from_the_silent_are_open, undirected_ties_are_settled_by_either_end,
      either_way_a_pair_is_open_as_soon_as_one_side_is_silent,
      both_ways_only_pairs_that_both_answered_are_settled, one_organisation_has_no_bounds,
      every_form_has_its_bounds)
