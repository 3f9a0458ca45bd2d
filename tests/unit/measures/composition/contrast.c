/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One set of forms against another. Counts by hand from the sample; Wilson's intervals by prop.test of R
 * (correct = FALSE), to the ten digits that it printed. */
#include "sample.h"

static samen_table *contrast(const samen_view *view, const char *options) {
    return measure(view, "composition.contrast", options);
}

TEST(action_stands_against_consultation_by_default) {
    static const struct {
        const char *basis;
        double a, b, all, estimate, difference, odds;
    } rows[] = {{"ties", 3, 1, 6, .75, 1.0 / 3, 3},
                {"weight", 6, 2, 13, .75, 4.0 / 13, 3},
                {"pairs", 2, 1, 4, 2.0 / 3, .25, 2},
                {"partnerships", 2, 1, 3, 2.0 / 3, 1.0 / 3, 2}};
    samen_view *view = sample_view("");
    samen_table *table = contrast(view, "draws=0");
    ck_assert_int_eq(samen_table_rows(table), 4);
    for (int row = 0; row < 4; row++) {
        ck_assert_str_eq(cell_text(table, row, "basis"), rows[row].basis);
        ck_assert_double_eq(cell_number(table, row, "a"), rows[row].a);
        ck_assert_double_eq(cell_number(table, row, "b"), rows[row].b);
        ck_assert_double_eq(cell_number(table, row, "all"), rows[row].all);
        ck_assert_double_eq(cell_number(table, row, "estimate"), rows[row].estimate);
        ck_assert_double_eq(cell_number(table, row, "difference"), rows[row].difference);
        ck_assert_double_eq(cell_number(table, row, "odds"), rows[row].odds);
        ck_assert_double_eq(cell_number(table, row, "draws"), 0);
        ck_assert(cell_is_null(table, row, "lower") && cell_is_null(table, row, "std_error"));
        ck_assert(cell_is_null(table, row, "difference_lower"));
    }
    CLOSE(cell_number(table, 0, "wilson_lower"), .3006418426, 1e-10);
    CLOSE(cell_number(table, 0, "wilson_upper"), .9544127392, 1e-10);
    ck_assert(cell_is_null(table, 1, "wilson_lower") && cell_is_null(table, 1, "wilson_upper"));
    CLOSE(cell_number(table, 2, "wilson_lower"), .2076596008, 1e-10);
    CLOSE(cell_number(table, 3, "wilson_upper"), .9385080553, 1e-10);
    samen_table_free(table);
    samen_view_free(view);
}
END

/* A and B are tied on both sides and count on both; pairs are counted once a side. */
TEST(any_forms_can_stand_against_any_others) {
    static const struct {
        const char *options;
        double a[4], b[4];
    } cases[] = {
        {"a=action,learning; b=consultation,ad-hoc", {4, 7, 3, 2}, {2, 6, 2, 1}},
        {"a=actienetwerk; b=overleg", {3, 6, 2, 2}, {1, 2, 1, 1}},
        {"a=resource; b=information", {0, 0, 0, 0}, {0, 0, 0, 0}},
        {"a=consultation,ad-hoc,information,learning,resource; b=action",
         {3, 7, 3, 1},
         {3, 6, 2, 2}},
    };
    samen_view *view = sample_view("");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char options[160];
        snprintf(options, sizeof options, "%s; draws=0", cases[i].options);
        samen_table *table = contrast(view, options);
        for (int row = 0; row < 4; row++) {
            ck_assert_double_eq(cell_number(table, row, "a"), cases[i].a[row]);
            ck_assert_double_eq(cell_number(table, row, "b"), cases[i].b[row]);
        }
        samen_table_free(table);
    }
    samen_view_free(view);
}
END

/* Forms that the typology has and the view leaves out do not occur. */
TEST(a_side_that_does_not_occur_is_zero_and_has_no_odds) {
    samen_view *view = sample_view("forms=action,learning");
    samen_table *table = contrast(view, "");
    ck_assert_double_eq(cell_number(table, 0, "b"), 0);
    ck_assert_double_eq(cell_number(table, 0, "estimate"), 1);
    ck_assert_double_eq(cell_number(table, 0, "wilson_upper"), 1);
    ck_assert(cell_is_null(table, 0, "odds"));
    ck_assert_double_eq(cell_number(table, 0, "std_error"), 0);
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(where_neither_side_occurs_there_is_no_share) {
    samen_view *view = see(build("A-B:learning B-C:learning"), "");
    samen_table *table = contrast(view, "draws=50");
    static const char *const empty[] = {"estimate", "std_error",    "lower",       "upper",
                                        "odds",     "wilson_lower", "wilson_upper"};
    for (size_t i = 0; i < sizeof empty / sizeof empty[0]; i++)
        ck_assert(cell_is_null(table, 0, empty[i]));
    /* Of all ties, neither side has more than the other. */
    ck_assert_double_eq(cell_number(table, 0, "difference"), 0);
    ck_assert_double_eq(cell_number(table, 0, "difference_lower"), 0);
    ck_assert_double_eq(cell_number(table, 0, "draws"), 0);
    samen_table_free(table);
    samen_view_free(view);
}
END

/* Two organisations: half of the draws have both, and in half one meets its own copy, for which the only
 * pair there is stands. So every draw says the same. */
TEST(two_organisations_leave_nothing_to_chance) {
    samen_view *view = see(build("A-B:action A-B"), "");
    samen_table *table = contrast(view, "draws=200");
    for (int row = 0; row < 3; row++) {
        ck_assert_double_eq(cell_number(table, row, "draws"), 200);
        ck_assert_double_eq(cell_number(table, row, "std_error"), 0);
        ck_assert_double_eq(cell_number(table, row, "lower"), .5);
        ck_assert_double_eq(cell_number(table, row, "upper"), .5);
    }
    samen_table_free(table);
    samen_view_free(view);
}
END

/* One draw has bounds, its own value, and nothing to deviate from. */
TEST(one_draw_has_no_standard_error) {
    samen_view *view = see(build("A-B:action A-B"), "");
    samen_table *table = contrast(view, "draws=1");
    ck_assert(cell_is_null(table, 0, "std_error"));
    ck_assert_double_eq(cell_number(table, 0, "lower"), .5);
    ck_assert_double_eq(cell_number(table, 0, "draws"), 1);
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(a_higher_level_gives_wider_intervals_around_the_same_share) {
    samen_view *view = sample_view("");
    samen_table *narrow = contrast(view, "level=0.5; draws=400");
    samen_table *wide = contrast(view, "level=0.99; draws=400");
    ck_assert_double_eq(cell_number(narrow, 0, "estimate"), cell_number(wide, 0, "estimate"));
    ck_assert_double_eq(cell_number(narrow, 0, "std_error"), cell_number(wide, 0, "std_error"));
    static const char *const bounds[][2] = {{"lower", "upper"},
                                            {"wilson_lower", "wilson_upper"},
                                            {"difference_lower", "difference_upper"}};
    for (int i = 0; i < 3; i++) {
        double least = cell_number(narrow, 0, bounds[i][0]),
               most = cell_number(narrow, 0, bounds[i][1]);
        ck_assert_double_le(cell_number(wide, 0, bounds[i][0]), least);
        ck_assert_double_ge(cell_number(wide, 0, bounds[i][1]), most);
        ck_assert_double_lt(cell_number(wide, 0, bounds[i][0]), cell_number(wide, 0, bounds[i][1]));
    }
    samen_table_free(narrow);
    samen_table_free(wide);
    samen_view_free(view);
}
END

TEST(sides_are_refused_by_name) {
    samen_view *view = sample_view("");
    samen_table *table = NULL;
    FAILS(SAMEN_ERR_UNKNOWN, "option a of composition.contrast",
          samen_measure(view, "composition.contrast", "a=acton", NULL, &table, error));
    FAILS(SAMEN_ERR_UNKNOWN, "option b of composition.contrast",
          samen_measure(view, "composition.contrast", "b=action,nothing", NULL, &table, error));
    FAILS(SAMEN_ERR_ARGUMENT, "must not overlap",
          samen_measure(view, "composition.contrast", "a=action,learning; b=learning", NULL, &table,
                        error));
    FAILS(SAMEN_ERR_MISSING, "no form is named",
          samen_measure(view, "composition.contrast", "a=\" , \"", NULL, &table, error));
    ck_assert_int_eq(samen_measure(view, "composition.contrast", "a=acton", NULL, &table, NULL),
                     SAMEN_ERR_UNKNOWN);
    ck_assert_ptr_null(table);
    samen_view_free(view);
}
END

SUITE("measures/composition/contrast", action_stands_against_consultation_by_default,
      any_forms_can_stand_against_any_others, a_side_that_does_not_occur_is_zero_and_has_no_odds,
      where_neither_side_occurs_there_is_no_share, two_organisations_leave_nothing_to_chance,
      one_draw_has_no_standard_error, a_higher_level_gives_wider_intervals_around_the_same_share,
      sides_are_refused_by_name)
