/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines by form, and shares. */
#include "measures/forms.h"

#include "build.h"

/* The forms of a view in the order of the typology, behind the line of all together. */
TEST(lines_are_all_and_then_the_forms_of_the_view) {
    static const struct {
        const char *options;
        int32_t count, form[7];
    } cases[] = {{"", 7, {-1, 0, 1, 2, 3, 4, 5}},
                 {"forms=action", 2, {-1, 5}},
                 {"forms=action,consultation", 3, {-1, 0, 5}},
                 {"forms=learning,ad-hoc,learning", 3, {-1, 1, 3}}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_view *view = see(build("A-B:action B-C:learning"), cases[i].options);
        samen__form_lines lines = samen__list_forms(view);
        ck_assert_int_eq(lines.count, cases[i].count);
        for (int32_t line = 0; line < lines.count; line++) {
            ck_assert_int_eq(lines.form[line], cases[i].form[line]);
            if (line > 0)
                ck_assert_int_eq(lines.line[lines.form[line]], line);
        }
        samen_view_free(view);
    }
}
END

/* Sixty-four forms are the most: every bit of a mask is one. */
TEST(sixty_four_forms_have_sixty_five_lines) {
    samen_form forms[64];
    const samen_form *list[64];
    char keys[64][16];
    samen_typology *typology = NULL;
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    for (int i = 0; i < 64; i++) {
        snprintf(keys[i], sizeof keys[i], "f%d", i);
        forms[i] = (samen_form){.struct_size = sizeof forms[i], .key = keys[i]};
        list[i] = &forms[i];
    }
    OK(samen_typology_new(list, 64, &typology, error));
    OK(samen_builder_new(typology, &builder, error));
    OK(samen_builder_add_organisation(builder, "A", NULL, NULL, error));
    OK(samen_builder_add_organisation(builder, "B", NULL, NULL, error));
    OK(samen_builder_add_tie(builder, "A", "B", "f63", 1, NULL, NULL, error));
    OK(samen_builder_finish(builder, &network, error));
    samen_view *view = see(network, "");
    samen__form_lines lines = samen__list_forms(view);
    ck_assert_int_eq(lines.count, 65);
    ck_assert_int_eq(lines.form[64], 63);
    samen_table *table = measure(view, "composition.forms", "");
    ck_assert_int_eq(samen_table_rows(table), 65);
    ck_assert_str_eq(cell_text(table, 64, "form"), "f63");
    ck_assert_double_eq(cell_number(table, 64, "share_of_ties"), 1);
    ck_assert_double_eq(cell_number(table, 1, "share_of_ties"), 0);
    samen_table_free(table);
    samen_view_free(view);
    samen_builder_free(builder);
    samen_typology_free(typology);
}
END

TEST(the_column_of_forms_goes_through_the_lines_again_and_again) {
    samen_view *view = see(build("A-B"), "forms=action,consultation");
    samen__form_lines lines = samen__list_forms(view);
    samen_table *table = NULL;
    static const char *const expected[] = {"all", "consultation", "action",
                                           "all", "consultation", "action"};
    OK(samen__table_new(6, &table, error));
    OK(samen__add_form_column(view, &lines, table, error));
    for (int row = 0; row < 6; row++)
        ck_assert_str_eq(cell_text(table, row, "form"), expected[row]);
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(a_share_of_nothing_is_null) {
    static const struct {
        double part, whole;
        int null;
        double share;
    } cases[] = {{1, 4, 0, 0.25}, {0, 4, 0, 0},  {4, 4, 0, 1},   {0, 0, 1, 0},
                 {1, 0, 1, 0},    {1, -1, 1, 0}, {1, NAN, 1, 0}, {0, -0.0, 1, 0}};
    enum { COUNT = sizeof cases / sizeof cases[0] };
    samen_table *table = NULL;
    OK(samen__table_new(COUNT, &table, error));
    samen__column *column = samen__table_add(table, "share", SAMEN_COLUMN_FLOAT64, NULL);
    for (int row = 0; row < COUNT; row++)
        OK(samen__put_share(column, row, cases[row].part, cases[row].whole, error));
    for (int row = 0; row < COUNT; row++) {
        ck_assert_int_eq(cell_is_null(table, row, "share"), cases[row].null);
        if (!cases[row].null)
            ck_assert_double_eq(cell_number(table, row, "share"), cases[row].share);
    }
    samen_table_free(table);
}
END

SUITE("measures/forms", lines_are_all_and_then_the_forms_of_the_view,
      sixty_four_forms_have_sixty_five_lines,
      the_column_of_forms_goes_through_the_lines_again_and_again, a_share_of_nothing_is_null)
