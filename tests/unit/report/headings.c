/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/headings.h"

#include "suite.h"

static void heading_is(uint32_t language, const char *column, const char *expected) {
    samen__text text = samen__text_growing();
    samen__heading_add(&text, language, column);
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

static void columns_are_known(const char *options) {
    samen_network *network = NULL;
    samen_view *view = NULL;
    samen_report *report = NULL;
    OK(samen_io_read(source_path("examples/data/house-of-the-child"), NULL, NULL, &network, error));
    OK(samen_view_make(network, "", NULL, &view, error));
    OK(samen_report_new(view, options, NULL, &report, error));
    ck_assert_int_gt(samen_report_tables(report), 4);
    for (int32_t t = 0; t < samen_report_tables(report); t++) {
        const samen_table *table = samen_report_table(report, t);
        for (int32_t c = 0; c < samen_table_columns(table); c++)
            ck_assert_msg(samen__heading_is_known(samen_table_column_name(table, c)),
                          "%s of %s has no heading", samen_table_column_name(table, c),
                          samen_report_table_file(report, t));
    }
    samen_report_free(report);
    samen_view_free(view);
    samen_network_free(network);
}

/* Tables that parts make of others, too. */
TEST(every_column_of_every_table_of_a_report_has_a_heading) {
    columns_are_known("group=sector");
    columns_are_known("group=sector; organisation=ocmw");
}
END

TEST(a_heading_is_in_the_language_of_the_report) {
    heading_is(SAMEN_LANGUAGE_EN, "share_of_ties", "Share of ties");
    heading_is(SAMEN_LANGUAGE_NL, "share_of_ties", "Aandeel van de banden");
}
END

TEST(a_column_that_is_not_known_is_its_name_without_underscores) {
    ck_assert(!samen__heading_is_known("number_of_staff"));
    heading_is(SAMEN_LANGUAGE_NL, "number_of_staff", "number of staff");
    ck_assert_int_eq(samen__heading_showing("number_of_staff"), SAMEN__SHOW_PLAIN);
}
END

TEST(what_is_called_a_share_is_shown_as_one) {
    samen_table *columns = NULL;
    OK(samen_describe_columns(NULL, &columns, error));
    for (int64_t row = 0; row < samen_table_rows(columns); row++) {
        const char *column = cell_text(columns, row, "column");
        if (strncmp(column, "share_", 6) == 0)
            ck_assert_int_eq(samen__heading_showing(column), SAMEN__SHOW_SHARE);
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
      every_column_of_every_table_of_a_report_has_a_heading,
      a_heading_is_in_the_language_of_the_report,
      a_column_that_is_not_known_is_its_name_without_underscores,
      what_is_called_a_share_is_shown_as_one, a_word_that_is_not_known_stays_as_it_is)
