/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/headings.h"

#include "suite.h"

static void heading_is(uint32_t language, const char *measure, const char *column,
                       const char *expected) {
    samen__text text = samen__text_growing();
    samen__heading_add(&text, language, measure, column);
    ck_assert_str_eq(text.bytes, expected);
    samen__text_free(&text);
}

TEST(every_column_of_every_measure_has_a_heading) {
    samen_table *columns = NULL;
    OK(samen_describe_columns(NULL, &columns, error));
    ck_assert_int_gt(samen_table_rows(columns), 100);
    for (int64_t row = 0; row < samen_table_rows(columns); row++)
        ck_assert_msg(samen__heading_is_known(cell_text(columns, row, "column")),
                      "%s of %s has no heading", cell_text(columns, row, "column"),
                      cell_text(columns, row, "measure"));
    samen_table_free(columns);
}
END

TEST(a_heading_is_in_the_language_of_the_report) {
    heading_is(SAMEN_LANGUAGE_EN, NULL, "share_of_ties", "Share of ties");
    heading_is(SAMEN_LANGUAGE_NL, NULL, "share_of_ties", "Aandeel van de banden");
}
END

TEST(a_column_that_is_not_known_is_its_name_without_underscores) {
    ck_assert(!samen__heading_is_known("number_of_staff"));
    heading_is(SAMEN_LANGUAGE_NL, NULL, "number_of_staff", "number of staff");
    ck_assert_int_eq(samen__heading_showing(NULL, "number_of_staff"), SAMEN__SHOW_PLAIN);
}
END

/* Of a share it is a share, of a density it is none. */
TEST(a_bound_is_shown_as_what_it_bounds) {
    ck_assert_int_eq(samen__heading_showing("composition.contrast", "lower"), SAMEN__SHOW_SHARE);
    ck_assert_int_eq(samen__heading_showing("cohesion.density", "lower"), SAMEN__SHOW_PLAIN);
    ck_assert_int_eq(samen__heading_showing(NULL, "lower"), SAMEN__SHOW_PLAIN);
}
END

TEST(what_is_called_a_share_is_shown_as_one) {
    samen_table *columns = NULL;
    OK(samen_describe_columns(NULL, &columns, error));
    for (int64_t row = 0; row < samen_table_rows(columns); row++) {
        const char *column = cell_text(columns, row, "column");
        if (strncmp(column, "share_", 6) == 0)
            ck_assert_int_eq(samen__heading_showing(NULL, column), SAMEN__SHOW_SHARE);
    }
    samen_table_free(columns);
}
END

TEST(a_word_that_is_not_known_stays_as_it_is) {
    ck_assert_str_eq(samen__cell_word(SAMEN_LANGUAGE_NL, "gatekeeper"), "poortwachter");
    ck_assert_str_eq(samen__cell_word(SAMEN_LANGUAGE_EN, "total"), "all roles");
    ck_assert_str_eq(samen__cell_word(SAMEN_LANGUAGE_NL, "2"), "2");
}
END

SUITE("headings", every_column_of_every_measure_has_a_heading,
      a_heading_is_in_the_language_of_the_report,
      a_column_that_is_not_known_is_its_name_without_underscores,
      a_bound_is_shown_as_what_it_bounds, what_is_called_a_share_is_shown_as_one,
      a_word_that_is_not_known_stays_as_it_is)
