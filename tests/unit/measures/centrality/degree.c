/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Degree and strength. Oracle everywhere: small networks by hand. */
#include "build.h"

static samen_table *degree(const samen_view *view, const char *table) {
    char options[64];
    snprintf(options, sizeof options, "table=%s", table);
    return measure(view, "centrality.degree", options);
}

/* degree, in, out, partners, strength, in and out strength, normalised. */
static void look_at_row(const samen_table *table, int64_t row, const double expected[8]) {
    static const char *const columns[] = {"degree",       "in_degree",        "out_degree",
                                          "partners",     "strength",         "in_strength",
                                          "out_strength", "degree_normalised"};
    for (int c = 0; c < 8; c++)
        ck_assert_msg(cell_number(table, row, columns[c]) == expected[c],
                      "row %d: %s is %g, not %g", (int)row, columns[c],
                      cell_number(table, row, columns[c]), expected[c]);
}

TEST(directed_ties_count_at_both_of_their_ends) {
    /* A>C in two forms, of 1 and 2.5, is one tie of 3.5. */
    samen_view *view = see(build("A>B*2 B>A A>C A>C:action*2.5 C>B D"), "");
    samen_table *table = degree(view, "organisation");
    static const double rows[][8] = {{3, 1, 2, 2, 6.5, 1, 5.5, .5},
                                     {3, 2, 1, 2, 4, 3, 1, .5},
                                     {2, 1, 1, 2, 4.5, 3.5, 1, 2.0 / 6},
                                     {0, 0, 0, 0, 0, 0, 0, 0}};
    static const char *const keys[] = {"A", "B", "C", "D"};
    for (int row = 0; row < 4; row++) {
        ck_assert_str_eq(cell_text(table, row, "organisation"), keys[row]);
        look_at_row(table, row, rows[row]);
    }
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(undirected_ties_have_one_number_in_three_columns) {
    static const double rows[][8] = {
        {2, 2, 2, 2, 4.5, 4.5, 4.5, 1}, {1, 1, 1, 1, 2, 2, 2, .5}, {1, 1, 1, 1, 2.5, 2.5, 2.5, .5}};
    samen_view *view = see(build("A-B*2 A-C*2.5 A-A*9"), "");
    samen_table *table = degree(view, "organisation");
    for (int row = 0; row < 3; row++)
        look_at_row(table, row, rows[row]);
    ck_assert_int_eq(note_count(table, "self-ties"), 1);
    samen_table_free(table);
    samen_view_free(view);
}
END

/* The line of all counts a partner once, those of the forms each. */
TEST(a_partner_in_two_forms_counts_once_in_all_and_in_each_form) {
    samen_view *view = see(build("A-B A-B:action*2 B-C:action"), "forms=consultation,action");
    samen_table *table = degree(view, "form");
    static const double rows[][8] = {
        {1, 1, 1, 1, 3, 3, 3, .5}, {1, 1, 1, 1, 1, 1, 1, .5}, {1, 1, 1, 1, 2, 2, 2, .5},
        {2, 2, 2, 2, 4, 4, 4, 1},  {1, 1, 1, 1, 1, 1, 1, .5}, {2, 2, 2, 2, 3, 3, 3, 1},
        {1, 1, 1, 1, 1, 1, 1, .5}, {0, 0, 0, 0, 0, 0, 0, 0},  {1, 1, 1, 1, 1, 1, 1, .5}};
    static const char *const forms[] = {"all", "consultation", "action"};
    ck_assert_int_eq(samen_table_rows(table), 9);
    for (int row = 0; row < 9; row++) {
        ck_assert_str_eq(cell_text(table, row, "form"), forms[row % 3]);
        look_at_row(table, row, rows[row]);
    }
    samen_table_free(table);
    samen_view_free(view);
}
END

/* Centralization of all, in and out; NAN where it must be null. A directed star out: out 1, in 0 but for
 * the centre, all together (3 (3 - 1)) / (2 * 3 * 2). */
TEST(a_star_is_as_central_as_can_be) {
    static const struct {
        const char *ties;
        double mean, largest, all, in, out;
    } cases[] = {
        {"A", 0, 0, NAN, NAN, NAN},
        {"A B", 0, 0, NAN, NAN, NAN},
        {"A-B", 1, 1, NAN, NAN, NAN},
        {"A>B", 1, 1, NAN, 1, 1},
        {"A>B B>A", 2, 2, NAN, 0, 0},
        {"A B C", 0, 0, 0, 0, 0},
        {"A-B A-C A-D", 1.5, 3, 1, 1, 1},
        {"A-B B-C C-D D-A", 2, 2, 0, 0, 0},
        {"A>B A>C A>D", 1.5, 3, .5, 1.0 / 9, 1},
        {"A>B B>A A>C C>A A>D D>A", 3, 6, 1, 2.0 / 3, 2.0 / 3},
        {"A-B C", 2.0 / 3, 1, .5, .5, .5},
    };
    static const char *const columns[] = {"centralization", "in_centralization",
                                          "out_centralization"};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_view *view = see(build(cases[i].ties), "");
        samen_table *table = degree(view, "network");
        const double values[] = {cases[i].all, cases[i].in, cases[i].out};
        ck_assert_double_eq(cell_number(table, 0, "mean_degree"), cases[i].mean);
        ck_assert_double_eq(cell_number(table, 0, "largest_degree"), cases[i].largest);
        for (int c = 0; c < 3; c++) {
            ck_assert_msg(cell_is_null(table, 0, columns[c]) == isnan(values[c]), "%s: %s",
                          cases[i].ties, columns[c]);
            if (!isnan(values[c]))
                ck_assert_msg(cell_number(table, 0, columns[c]) == values[c], "%s: %s is %g",
                              cases[i].ties, columns[c], cell_number(table, 0, columns[c]));
        }
        samen_table_free(table);
        samen_view_free(view);
    }
}
END

TEST(every_form_has_its_centralization) {
    samen_view *view = see(build("A-B A-C B-C:action D"), "forms=consultation,action");
    samen_table *table = degree(view, "network");
    static const double largest[] = {2, 2, 1}, central[] = {2.0 / 6, 4.0 / 6, 2.0 / 6};
    ck_assert_int_eq(samen_table_rows(table), 3);
    for (int row = 0; row < 3; row++) {
        ck_assert_double_eq(cell_number(table, row, "largest_degree"), largest[row]);
        ck_assert_double_eq(cell_number(table, row, "centralization"), central[row]);
    }
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(nobody_has_no_mean) {
    samen_view *view = see(build("A"), "where=id!=A");
    samen_table *table = degree(view, "network");
    ck_assert(cell_is_null(table, 0, "mean_degree"));
    ck_assert_double_eq(cell_number(table, 0, "largest_degree"), 0);
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(one_organisation_has_no_largest_possible_degree) {
    samen_view *view = see(build("A"), "");
    samen_table *table = degree(view, "organisation");
    ck_assert_double_eq(cell_number(table, 0, "degree"), 0);
    ck_assert(cell_is_null(table, 0, "degree_normalised"));
    samen_table_free(table);
    samen_view_free(view);
}
END

SUITE("measures/centrality/degree", directed_ties_count_at_both_of_their_ends,
      undirected_ties_have_one_number_in_three_columns,
      a_partner_in_two_forms_counts_once_in_all_and_in_each_form, a_star_is_as_central_as_can_be,
      every_form_has_its_centralization, nobody_has_no_mean,
      one_organisation_has_no_largest_possible_degree)
