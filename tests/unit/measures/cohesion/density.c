/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Density. Oracle everywhere: small networks counted by hand. */
#include "build.h"

static samen_table *density(const samen_view *view, const char *options) {
    return measure(view, "cohesion.density", options);
}

TEST(the_whole_network_stands_first_and_then_every_form) {
    static const char *const forms[] = {"all",      "consultation", "ad-hoc", "information",
                                        "learning", "resource",     "action"};
    static const double ties[] = {3, 2, 0, 0, 0, 0, 2}, weights[] = {7, 3, 0, 0, 0, 0, 4};
    samen_view *view = see(build("A-B*2 A-B:action B-C C-D:action*3"), "");
    samen_table *table = density(view, "draws=0");
    ck_assert_int_eq(samen_table_rows(table), 7);
    for (int row = 0; row < 7; row++) {
        ck_assert_str_eq(cell_text(table, row, "form"), forms[row]);
        ck_assert_double_eq(cell_number(table, row, "ties"), ties[row]);
        ck_assert_double_eq(cell_number(table, row, "possible"), 6);
        ck_assert_double_eq(cell_number(table, row, "density"), ties[row] / 6);
        ck_assert_double_eq(cell_number(table, row, "valued_density"), weights[row] / 6);
        ck_assert_double_eq(cell_number(table, row, "draws"), 0);
        ck_assert(cell_is_null(table, row, "std_error") && cell_is_null(table, row, "lower"));
    }
    samen_table_free(table);
    samen_view_free(view);
}
END

/* Possible ties by number of organisations; an undirected tie in a directed view counts both ways. */
TEST(what_is_possible_depends_on_how_many_there_are) {
    static const struct {
        const char *ties;
        double possible, ties_seen;
    } cases[] = {{"A", 0, 0},     {"A B", 1, 0},     {"A-B", 1, 1},         {"A>B", 2, 1},
                 {"A-B C", 3, 1}, {"A>B C", 6, 1},   {"A>B B>A", 2, 2},     {"A-A B", 1, 0},
                 {"A>A B", 1, 0}, {"A-B B>C", 6, 3}, {"A-B B-C C-A", 3, 3}, {"A B C D", 6, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_view *view = see(build(cases[i].ties), "");
        samen_table *table = density(view, "draws=20");
        ck_assert_double_eq(cell_number(table, 0, "possible"), cases[i].possible);
        ck_assert_double_eq(cell_number(table, 0, "ties"), cases[i].ties_seen);
        ck_assert_int_eq(cell_is_null(table, 0, "density"), cases[i].possible == 0);
        ck_assert_int_eq(cell_is_null(table, 0, "valued_density"), cases[i].possible == 0);
        ck_assert_int_eq(cell_is_null(table, 0, "std_error"), cases[i].possible == 0);
        ck_assert_int_eq(cell_is_null(table, 0, "std_error_jackknife"),
                         samen_view_organisations(view) < 3);
        ck_assert_double_eq(cell_number(table, 0, "draws"), cases[i].possible > 0 ? 20 : 0);
        if (cases[i].possible > 0)
            ck_assert_double_eq(cell_number(table, 0, "density"),
                                cases[i].ties_seen / cases[i].possible);
        samen_table_free(table);
        samen_view_free(view);
    }
}
END

/* A-B with C alone: without A or B density 0, without C 1; mean 1/3; sum of squares 2/3; times 1/6. */
TEST(the_jackknife_leaves_out_one_organisation_after_the_other) {
    samen_view *view = see(build("A-B C"), "");
    samen_table *table = density(view, "draws=0");
    CLOSE(cell_number(table, 0, "std_error_jackknife"), 1.0 / 3, 1e-15);
    samen_table_free(table);
    samen_view_free(view);
    /* A path of four: 2/3 without an end, 1/3 without one in the middle; 2/8 of 4/36. */
    view = see(build("A-B B-C C-D"), "");
    table = density(view, "draws=0");
    CLOSE(cell_number(table, 0, "std_error_jackknife"), 1.0 / 6, 1e-15);
    samen_table_free(table);
    samen_view_free(view);
    /* All alike: nothing to deviate, to the last digit. */
    view = see(build("A-B B-C C-D D-E E-A"), "");
    table = density(view, "draws=0");
    ck_assert_double_eq(cell_number(table, 0, "std_error_jackknife"), 0);
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(a_complete_and_an_empty_network_leave_nothing_to_chance) {
    static const char *const networks[] = {"A-B B-C C-A", "A B C"};
    for (int i = 0; i < 2; i++) {
        samen_view *view = see(build(networks[i]), "");
        samen_table *table = density(view, "draws=100");
        ck_assert_double_eq(cell_number(table, 0, "std_error"), 0);
        ck_assert_double_eq(cell_number(table, 0, "lower"), 1 - i);
        ck_assert_double_eq(cell_number(table, 0, "upper"), 1 - i);
        samen_table_free(table);
        samen_view_free(view);
    }
}
END

/* One draw has bounds, its own value, and nothing to deviate from. */
TEST(one_draw_has_no_standard_error) {
    samen_view *view = see(build("A-B C"), "");
    samen_table *table = density(view, "draws=1");
    ck_assert(cell_is_null(table, 0, "std_error"));
    ck_assert_double_eq(cell_number(table, 0, "lower"), cell_number(table, 0, "upper"));
    ck_assert_double_eq(cell_number(table, 0, "draws"), 1);
    samen_table_free(table);
    samen_view_free(view);
}
END

/* G: A and B; V: C alone; D has none. */
TEST(blocks_between_groups_have_the_possible_ties_of_their_sizes) {
    static const struct {
        const char *options;
        int rows;
        struct {
            const char *group, *partner;
            double ties, possible;
        } row[4];
    } cases[] = {
        {"", 4, {{"G", "G", 1, 2}, {"G", "V", 2, 2}, {"V", "G", 1, 2}, {"V", "V", 0, 0}}},
        {"direction=either", 3, {{"G", "G", 1, 1}, {"G", "V", 2, 2}, {"V", "V", 0, 0}}},
    };
    for (int c = 0; c < 2; c++) {
        samen_view *view =
            see(build_grouped("A>B A-C B>C D>A", "sector", "A=G B=G C=V"), cases[c].options);
        samen_table *table = density(view, "table=group; group=sector; draws=30");
        ck_assert_int_eq(samen_table_rows(table), cases[c].rows);
        for (int row = 0; row < cases[c].rows; row++) {
            ck_assert_str_eq(cell_text(table, row, "group"), cases[c].row[row].group);
            ck_assert_str_eq(cell_text(table, row, "partner_group"), cases[c].row[row].partner);
            ck_assert_double_eq(cell_number(table, row, "ties"), cases[c].row[row].ties);
            ck_assert_double_eq(cell_number(table, row, "possible"), cases[c].row[row].possible);
            ck_assert_int_eq(cell_is_null(table, row, "density"), cases[c].row[row].possible == 0);
            ck_assert_int_eq(cell_is_null(table, row, "upper"), cases[c].row[row].possible == 0);
        }
        ck_assert_int_eq(note_count(table, "no-group"), 1);
        ck_assert_int_eq(samen_table_find(table, "std_error_jackknife"), -1);
        samen_table_free(table);
        samen_view_free(view);
    }
}
END

TEST(groups_must_be_named_for_their_table_only) {
    samen_view *view = see(build_grouped("A-B", "sector", "A=G B=G"), "");
    samen_cohesion_density_options options = {.struct_size = sizeof options, .draws = -1};
    samen_table *table = NULL;
    OK(samen_cohesion_density(view, &options, NULL, &table, error));
    samen_table_free(table);
    table = NULL;
    options.table = SAMEN_DENSITY_GROUP;
    FAILS(SAMEN_ERR_ARGUMENT, "table group of cohesion.density needs the option group",
          samen_cohesion_density(view, &options, NULL, &table, error));
    options.group = "none";
    FAILS(SAMEN_ERR_UNKNOWN, "no attribute \"none\"; they have sector",
          samen_cohesion_density(view, &options, NULL, &table, error));
    ck_assert_ptr_null(table);
    samen_view_free(view);
}
END

SUITE("measures/cohesion/density", the_whole_network_stands_first_and_then_every_form,
      what_is_possible_depends_on_how_many_there_are,
      the_jackknife_leaves_out_one_organisation_after_the_other,
      a_complete_and_an_empty_network_leave_nothing_to_chance, one_draw_has_no_standard_error,
      blocks_between_groups_have_the_possible_ties_of_their_sizes,
      groups_must_be_named_for_their_table_only)
