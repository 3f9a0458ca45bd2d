/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How evenly counts spread over forms. Oracle everywhere: the sample counted by hand, and the formulas on
 * fractions. Tolerance: sums of at most six terms. */
#include "sample.h"

static void look_at_row(const samen_table *table, int64_t row, double forms, double entropy,
                        double blau, double iqv) {
    ck_assert_double_eq(cell_number(table, row, "forms"), forms);
    CLOSE(cell_number(table, row, "entropy"), entropy, 1e-15);
    CLOSE(cell_number(table, row, "blau"), blau, 1e-15);
    CLOSE(cell_number(table, row, "iqv"), iqv, 1e-15);
}

/* Ties 1 1 1 3 of 6, weight 2 4 1 6 of 13, pairs 1 1 1 2 of 5, partnerships 1 2 of 3; six forms. */
TEST(the_network_is_as_even_as_its_shares) {
    samen_view *view = sample_view("");
    samen_table *table = measure(view, "composition.forms", "table=diversity");
    double w = -(2 * log(2 / 13.0) + 4 * log(4 / 13.0) + log(1 / 13.0) + 6 * log(6 / 13.0)) / 13;
    ck_assert_int_eq(samen_table_rows(table), 4);
    look_at_row(table, row_with(table, "basis", "ties"), 4, log(6) / 2 + log(2) / 2, 2.0 / 3,
                4.0 / 5);
    look_at_row(table, row_with(table, "basis", "weight"), 4, w, 112.0 / 169, 672.0 / 845);
    look_at_row(table, row_with(table, "basis", "pairs"), 4, .6 * log(5) + .4 * log(2.5), .72,
                .864);
    look_at_row(table, row_with(table, "basis", "partnerships"), 2, log(3) - 2.0 / 3 * log(2),
                4.0 / 9, 8.0 / 15);
    samen_table_free(table);
    samen_view_free(view);
}
END

/* One form alone: no diversity. Nothing: none is defined. */
TEST(organisations_with_one_form_have_none_and_with_nothing_no_number) {
    samen_view *view = sample_view("");
    samen_table *table = measure(view, "composition.forms", "table=organisation-diversity");
    ck_assert_int_eq(samen_table_rows(table), 5 * 4);
    look_at_row(table, sample_row(table, "organisation", "A", "basis", "partnerships"), 1, 0, 0, 0);
    look_at_row(table, sample_row(table, "organisation", "A", "basis", "ties"), 3, log(3), 2.0 / 3,
                4.0 / 5);
    int64_t row = sample_row(table, "organisation", "E", "basis", "ties");
    ck_assert_double_eq(cell_number(table, row, "forms"), 0);
    ck_assert(cell_is_null(table, row, "entropy"));
    ck_assert(cell_is_null(table, row, "blau"));
    ck_assert(cell_is_null(table, row, "iqv"));
    samen_table_free(table);
    samen_view_free(view);
}
END

/* All forms equally often: entropy ln M, IQV 1. */
TEST(evenly_spread_forms_have_the_largest_diversity) {
    samen_view *view =
        see(build("A-B B-C:ad-hoc C-D:information D-E:learning E-F:resource F-A:action"), "");
    samen_table *table = measure(view, "composition.forms", "table=diversity");
    look_at_row(table, row_with(table, "basis", "ties"), 6, log(6), 5.0 / 6, 1);
    samen_table_free(table);
    samen_view_free(view);
}
END

/* With one form in the view there is no maximum to compare with. */
TEST(one_form_has_no_iqv) {
    samen_view *view = sample_view("forms=action");
    samen_table *table = measure(view, "composition.forms", "table=diversity");
    ck_assert_double_eq(cell_number(table, 0, "blau"), 0);
    ck_assert_double_eq(cell_number(table, 0, "entropy"), 0);
    for (int row = 0; row < 4; row++)
        ck_assert(cell_is_null(table, row, "iqv"));
    samen_table_free(table);
    samen_view_free(view);
}
END

SUITE("measures/composition/diversity", the_network_is_as_even_as_its_shares,
      organisations_with_one_form_have_none_and_with_nothing_no_number,
      evenly_spread_forms_have_the_largest_diversity, one_form_has_no_iqv)
