/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of collaboration. Oracle everywhere: the sample counted by hand. */
#include "sample.h"

static samen_table *forms(const samen_view *view, const char *options) {
    return measure(view, "composition.forms", options);
}

TEST(the_network_is_told_by_form_first) {
    samen_view *view = sample_view("");
    samen_table *table = forms(view, "");
    static const struct {
        const char *form;
        double counts[5], shares[4];
    } rows[] = {
        {"all", {6, 6, 13, 4, 3}, {1, 1, 1, 1}},
        {"consultation", {1, 1, 2, 1, 1}, {1.0 / 6, 2.0 / 13, .25, 1.0 / 3}},
        {"ad-hoc", {1, 1, 4, 1, 0}, {1.0 / 6, 4.0 / 13, .25, 0}},
        {"information", {0}, {0}},
        {"learning", {1, 1, 1, 1, 0}, {1.0 / 6, 1.0 / 13, .25, 0}},
        {"resource", {0}, {0}},
        {"action", {3, 3, 6, 2, 2}, {.5, 6.0 / 13, .5, 2.0 / 3}},
    };
    static const char *const shares[] = {"share_of_ties", "share_of_weight", "share_of_pairs",
                                         "share_of_partnerships"};
    ck_assert_int_eq(samen_table_rows(table), 7);
    for (int row = 0; row < 7; row++) {
        ck_assert_str_eq(cell_text(table, row, "form"), rows[row].form);
        sample_counts(table, row, rows[row].counts);
        for (int s = 0; s < 4; s++)
            ck_assert_double_eq(cell_number(table, row, shares[s]), rows[row].shares[s]);
    }
    samen_table_free(table);
    samen_view_free(view);
}
END

/* A and B are tied in two forms: one pair of the four. */
TEST(pairs_in_several_forms_are_told_of) {
    samen_view *view = sample_view(""), *apart = sample_view("forms=action,learning");
    samen_table *table = forms(view, ""), *plain = forms(apart, "");
    ck_assert_int_eq(note_count(table, "multiplex"), 1);
    ck_assert_int_eq(note_count(plain, "multiplex"), 0);
    samen_table_free(table);
    samen_table_free(plain);
    samen_view_free(view);
    samen_view_free(apart);
}
END

/* Three forms and two pairs: however many forms a pair has, it is one pair of several. */
TEST(a_pair_in_three_forms_is_told_of_once) {
    samen_view *view = see(build("A-B A-B:action A-B:learning B-C B-C:action C-D"), "");
    samen_table *table = forms(view, "");
    ck_assert_int_eq(note_count(table, "multiplex"), 2);
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(organisations_and_groups_have_a_row_for_each_form) {
    samen_view *view = sample_view("");
    samen_table *each = forms(view, "table=organisation");
    samen_table *group = forms(view, "table=group; group=sector");
    samen_table *pair = forms(view, "table=group-pair; group=sector");
    ck_assert_int_eq(samen_table_rows(each), 5 * 7);
    ck_assert_int_eq(samen_table_rows(group), 2 * 7);
    ck_assert_int_eq(samen_table_rows(pair), 3 * 7);
    int64_t row = sample_row(each, "organisation", "B", "form", "action");
    sample_counts(each, row, (const double[]){3, 3, 6, 2, 1});
    ck_assert_double_eq(cell_number(each, row, "share_of_ties"), .75);
    ck_assert_double_eq(cell_number(each, row, "share_of_pairs"), 1);
    row = sample_row(each, "organisation", "E", "form", "all");
    ck_assert(cell_is_null(each, row, "share_of_ties"));
    ck_assert_double_eq(cell_number(each, row, "share_of_partnerships"), 1);
    row = sample_row(group, "group", "GOV", "form", "action");
    sample_counts(group, row, (const double[]){3, 3, 6, 2, 1});
    ck_assert_double_eq(cell_number(group, row, "share_of_weight"), .5);
    for (row = 0; row < samen_table_rows(pair); row++) {
        if (strcmp(cell_text(pair, row, "group"), "GOV") == 0 &&
            strcmp(cell_text(pair, row, "partner_group"), "VOL") == 0 &&
            strcmp(cell_text(pair, row, "form"), "action") == 0)
            sample_counts(pair, row, (const double[]){2, 2, 3, 1, 1});
    }
    ck_assert_int_eq(note_count(group, "no-group"), 1);
    ck_assert_int_eq(note_count(pair, "no-group"), 1);
    ck_assert_int_eq(note_count(each, "no-group"), 0);
    samen_table_free(each);
    samen_table_free(group);
    samen_table_free(pair);
    samen_view_free(view);
}
END

/* What is seen decides: of two forms, of one wave, of one sector, or undirected. */
TEST(only_what_the_view_shows_is_counted) {
    static const struct {
        const char *options, *form;
        double counts[5];
    } cases[] = {
        {"forms=action", "all", {3, 3, 6, 2, 2}},
        {"where=sector=GOV", "all", {2, 2, 5, 1, 1}},
        {"direction=either", "action", {2, 3, 5, 2, 2}},
        {"direction=either; direction_weight=sum", "action", {2, 3, 6, 2, 2}},
        {"direction=both", "all", {4, 5, 7, 3, 3}},
        {"direction=both", "ad-hoc", {0, 0, 0, 0, 0}},
        /* The partnership ties B and C both ways, as an undirected tie does. */
        {"partnerships=count", "action", {4, 3, 10, 3, 2}},
        {"drop_isolates=true", "all", {6, 6, 13, 4, 2}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_view *view = sample_view(cases[i].options);
        samen_table *table = forms(view, "");
        sample_counts(table, row_with(table, "form", cases[i].form), cases[i].counts);
        samen_table_free(table);
        samen_view_free(view);
    }
}
END

/* Without anything to share there are no shares; the counts are 0. */
TEST(nothing_has_no_shares) {
    samen_view *view = see(build("A B"), "");
    samen_table *table = forms(view, "");
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        sample_counts(table, row, (const double[5]){0});
        ck_assert(cell_is_null(table, row, "share_of_ties"));
        ck_assert(cell_is_null(table, row, "share_of_partnerships"));
    }
    ck_assert_int_eq(note_count(table, "undefined"), 4 * 7);
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(groups_must_be_there) {
    samen_view *view = sample_view("");
    samen_table *table = NULL;
    samen_composition_forms_options options = {
        .struct_size = sizeof options, .table = SAMEN_FORMS_GROUP, .group = "colour"};
    FAILS(SAMEN_ERR_UNKNOWN, "no attribute \"colour\"; they have sector",
          samen_composition_forms(view, &options, NULL, &table, error));
    /* Tables that need no groups do not ask which. */
    options.table = SAMEN_FORMS_ORGANISATION;
    OK(samen_composition_forms(view, &options, NULL, &table, error));
    samen_table_free(table);
    samen_view_free(view);
}
END

SUITE("measures/composition/forms", the_network_is_told_by_form_first,
      pairs_in_several_forms_are_told_of, a_pair_in_three_forms_is_told_of_once,
      organisations_and_groups_have_a_row_for_each_form, only_what_the_view_shows_is_counted,
      nothing_has_no_shares, groups_must_be_there)
