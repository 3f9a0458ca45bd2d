/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The template is a measure that works, so that what is copied from it works too. */
#include "measures/_template.c"

#include "build.h"

/* Oracle: counted by hand on a path of three and one organisation alone. */
TEST(the_template_counts_partners) {
    samen_view *view = see(build("A-B B-C D"), "");
    samen_table *table = NULL;
    OK(samen_family_measure(view, NULL, NULL, &table, error));
    ck_assert_int_eq(samen_table_rows(table), 4);
    ck_assert_double_eq(cell_number(table, row_with(table, "organisation", "B"), "partners"), 2);
    ck_assert_double_eq(cell_number(table, row_with(table, "organisation", "A"), "share"), 1.0 / 3);
    ck_assert_double_eq(cell_number(table, row_with(table, "organisation", "D"), "partners"), 0);
    ck_assert_str_eq(samen_table_provenance(table, "measure"), "family.measure");
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(the_template_says_when_a_share_is_undefined) {
    samen_view *view = see(build("A"), "");
    samen_table *table = NULL;
    OK(samen_family_measure(view, NULL, NULL, &table, error));
    ck_assert(cell_is_null(table, 0, "share"));
    ck_assert_str_eq(samen_table_note_text(table, 0),
                     "1 empty cell of share: there are no others.");
    samen_table_free(table);
    samen_view_free(view);
}
END

SUITE("measures/_template", the_template_counts_partners,
      the_template_says_when_a_share_is_undefined)
