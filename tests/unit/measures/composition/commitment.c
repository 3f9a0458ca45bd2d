/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of commitment. Oracle everywhere: the sample counted by hand. */
#include "sample.h"

/* A and B consult and act: the pair stands at 2, the consultation tie at 0. */
TEST(a_pair_stands_at_its_highest_level_and_all_else_at_that_of_its_form) {
    static const struct {
        const char *level;
        double counts[5], share_of_pairs;
    } rows[] = {{"all", {6, 6, 13, 4, 3}, 1},
                {"0", {1, 1, 2, 0, 1}, 0},
                {"1", {1, 1, 4, 1, 0}, .25},
                {"2", {4, 4, 7, 3, 2}, .75}};
    samen_view *view = sample_view("");
    samen_table *table = measure(view, "composition.forms", "table=commitment");
    ck_assert_int_eq(samen_table_rows(table), 4);
    for (int row = 0; row < 4; row++) {
        ck_assert_str_eq(cell_text(table, row, "commitment"), rows[row].level);
        sample_counts(table, row, rows[row].counts);
        ck_assert_double_eq(cell_number(table, row, "share_of_pairs"), rows[row].share_of_pairs);
    }
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(every_organisation_has_its_profile) {
    static const struct {
        const char *organisation, *level;
        double counts[5];
    } rows[] = {{"A", "all", {3, 3, 9, 2, 1}}, {"A", "0", {1, 1, 2, 0, 0}},
                {"A", "1", {1, 1, 4, 1, 0}},   {"A", "2", {1, 1, 3, 1, 1}},
                {"B", "2", {3, 3, 6, 2, 1}},   {"E", "0", {0, 0, 0, 0, 1}},
                {"E", "all", {0, 0, 0, 0, 2}}};
    samen_view *view = sample_view("");
    samen_table *table = measure(view, "composition.forms", "table=organisation-commitment");
    ck_assert_int_eq(samen_table_rows(table), 5 * 4);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        sample_counts(
            table,
            sample_row(table, "organisation", rows[i].organisation, "commitment", rows[i].level),
            rows[i].counts);
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(only_levels_of_forms_that_the_view_shows_have_a_row) {
    samen_view *view = sample_view("forms=action,ad-hoc");
    samen_table *table = measure(view, "composition.forms", "table=commitment");
    ck_assert_int_eq(samen_table_rows(table), 3);
    ck_assert_str_eq(cell_text(table, 1, "commitment"), "1");
    ck_assert_str_eq(cell_text(table, 2, "commitment"), "2");
    samen_table_free(table);
    samen_view_free(view);
}
END

/* A network of a typology of three forms, the levels 5, 1 and none, in that order. */
static samen_view *own_levels(void) {
    const samen_form forms[] = {
        {.struct_size = sizeof forms[0], .key = "deep", .has_commitment = 1, .commitment = 5},
        {.struct_size = sizeof forms[0], .key = "vague"},
        {.struct_size = sizeof forms[0], .key = "light", .has_commitment = 1, .commitment = 1}};
    const samen_form *list[] = {&forms[0], &forms[1], &forms[2]};
    static const char *const ties[][3] = {
        {"A", "B", "deep"}, {"A", "B", "vague"}, {"B", "C", "vague"}, {"A", "C", "light"}};
    samen_typology *typology = NULL;
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_typology_new(list, 3, &typology, error));
    OK(samen_builder_new(typology, &builder, error));
    for (char key[] = "A"; key[0] <= 'C'; key[0]++)
        OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
    for (int i = 0; i < 4; i++)
        OK(samen_builder_add_tie(builder, ties[i][0], ties[i][1], ties[i][2], 1, NULL, NULL,
                                 error));
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    samen_typology_free(typology);
    return see(network, "");
}

/* Levels ascend whatever the order of forms, unknown ones last; a pair is unknown only when all of its
 * forms are. */
TEST(levels_ascend_and_unknown_ones_come_last) {
    static const char *const levels[] = {"all", "1", "5", "unknown"};
    static const double pairs[] = {3, 1, 1, 1}, ties[] = {4, 1, 1, 2};
    samen_view *view = own_levels();
    samen_table *table = measure(view, "composition.forms", "table=commitment");
    ck_assert_int_eq(samen_table_rows(table), 4);
    for (int row = 0; row < 4; row++) {
        ck_assert_str_eq(cell_text(table, row, "commitment"), levels[row]);
        ck_assert_double_eq(cell_number(table, row, "pairs"), pairs[row]);
        ck_assert_double_eq(cell_number(table, row, "ties"), ties[row]);
    }
    samen_table_free(table);
    samen_view_free(view);
}
END

SUITE("measures/composition/commitment",
      a_pair_stands_at_its_highest_level_and_all_else_at_that_of_its_form,
      every_organisation_has_its_profile, only_levels_of_forms_that_the_view_shows_have_a_row,
      levels_ascend_and_unknown_ones_come_last)
