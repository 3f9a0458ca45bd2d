/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "paper.h"
#include "table/table.h"

#define NB "\xC2\xA0"

static samen_view *named_view(void) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,name\na,Alpha\nb,Beta\nc,c\nd,Delta\n"},
        {"ties.csv", "from,to,form\na,b,action\nb,c,consultation\nb,d,consultation\n"}};
    return see(read_files(files), "");
}

TEST(a_table_has_human_headings_and_its_line_as_caption) {
    markup m = page_of_table(named_view(), SAMEN_LANGUAGE_EN, "composition.forms", "",
                             "form,ties,share_of_ties", NULL, 0);
    const element *caption = nth_inside(&m, -1, "caption", 0);
    ck_assert_str_eq(
        nth_inside(&m, element_with(&m, "id", value_of(caption, "id")), "span", 0)->text,
        "What it is, now"); /* the colon is for text */
    cell_is(&m, -1, 0, "Form");
    cell_is(&m, -1, 1, "Ties");
    cell_is(&m, -1, 2, "Share of ties");
    ck_assert_str_eq(value_of(cell_of(&m, -1, 1), "scope"), "col");
    ck_assert_str_eq(value_of(cell_of(&m, -1, 0), "class"), "");
    ck_assert_str_eq(value_of(cell_of(&m, -1, 1), "class"), "number");
    markup_free(&m);
}
END

TEST(a_narrow_screen_scrolls_a_table_in_a_box_of_its_own) {
    markup m = page_of_table(named_view(), SAMEN_LANGUAGE_EN, "composition.forms", "", "form,ties",
                             NULL, 0);
    int box = element_with(&m, "class", "scroll");
    ck_assert_int_eq(count_inside(&m, box, "table"), 1);
    ck_assert_str_eq(value_of(&m.element[box], "role"), "region");
    ck_assert_str_eq(value_of(&m.element[box], "tabindex"), "0");
    ck_assert_str_eq(value_of(&m.element[box], "aria-labelledby"),
                     value_of(nth_inside(&m, box, "caption", 0), "id"));
    markup_free(&m);
}
END

TEST(forms_and_shares_are_shown_in_the_language_of_the_report) {
    markup en = page_of_table(named_view(), SAMEN_LANGUAGE_EN, "composition.forms", "",
                              "form,ties,share_of_ties", NULL, 0);
    markup nl = page_of_table(named_view(), SAMEN_LANGUAGE_NL, "composition.forms", "",
                              "form,ties,share_of_ties", NULL, 0);
    cell_is(&en, 0, 0, "all forms");
    cell_is(&nl, 0, 0, "alle vormen");
    cell_is(&nl, 1, 0, "overleg");
    cell_is(&en, 1, 2, "66.7" NB "%");
    cell_is(&nl, 1, 2, "66,7" NB "%");
    ck_assert_str_eq(cell_of(&en, 1, 0)->name, "th");
    ck_assert_str_eq(value_of(cell_of(&en, 1, 0), "scope"), "row");
    ck_assert_str_eq(cell_of(&en, 1, 1)->name, "td");
    markup_free(&en);
    markup_free(&nl);
}
END

TEST(what_is_about_all_forms_stands_out) {
    markup m = page_of_table(named_view(), SAMEN_LANGUAGE_EN, "composition.forms", "", "form,ties",
                             NULL, 0);
    ck_assert_str_eq(value_of(&m.element[cell_of(&m, 0, 0)->parent], "class"), "all");
    ck_assert_str_eq(value_of(&m.element[cell_of(&m, 1, 0)->parent], "class"), "");
    markup_free(&m);
}
END

TEST(an_organisation_has_name_and_key_in_one_cell) {
    markup m = page_of_table(named_view(), SAMEN_LANGUAGE_EN, "centrality.degree", "",
                             "organisation,name,degree", "degree", 0);
    cell_is(&m, -1, 0, "Organisation");
    cell_is(&m, -1, 1, "Ties");
    cell_is(&m, 0, 0, "Beta ");
    ck_assert_str_eq(nth_inside(&m, element_with(&m, "class", "table"), "span", 1)->text, "b");
    ck_assert_str_eq(nth_inside(&m, element_with(&m, "class", "table"), "span", 2)->text, "a");
    cell_is(&m, 2, 0, "c"); /* its name says nothing new */
    markup_free(&m);
}
END

TEST(an_organisation_that_is_known_by_key_alone_gets_its_name) {
    markup m = page_of_table(named_view(), SAMEN_LANGUAGE_EN, "cohesion.components", "table=bridge",
                             "from,to", NULL, 0);
    int table = element_with(&m, "class", "scroll");
    char *text = text_inside(&m, table);
    ck_assert_int_eq(count_inside(&m, table, "tr"), 4);
    ck_assert_ptr_nonnull(strstr(text, "Alpha a"));
    ck_assert_ptr_nonnull(strstr(text, "Delta d"));
    free(text);
    markup_free(&m);
}
END

TEST(partnerships_and_lists_of_keys_get_names_too) {
    samen__document d;
    samen_network *network = NULL;
    OK(samen_io_read(source_path("examples/data/house-of-the-child"), NULL, NULL, &network, error));
    begin(&d, see(network, ""), SAMEN_LANGUAGE_NL);
    samen_table *table = NULL;
    OK(samen__table_new(2, &table, error));
    static const char *const cells[][4] = {
        {"house", "left out", "municipality,caw,nobody", "action,ad-hoc"},
        {"unknown", "left out", "ocmw", "all"}};
    static const char *const names[] = {"partnership", "name", "leads", "forms"};
    for (int c = 0; c < 4; c++) {
        samen__column *column = samen__table_add(table, names[c], SAMEN_COLUMN_TEXT, NULL);
        for (int row = 0; row < 2; row++)
            OK(samen__column_add_string(column, cells[row][c], error));
    }
    const samen_table *kept = samen__document_keep(&d, "partnerships.csv", table);
    samen__document_table(&d, kept, "partnership,name,leads,forms", NULL, 0, NULL, NULL);
    markup m = last_page_of(&d);
    cell_is(&m, 0, 0, "Huis van het Kind Elderveld (fictional) ");
    ck_assert_str_eq(nth_inside(&m, element_with(&m, "class", "scroll"), "span", 1)->text, "house");
    cell_is(
        &m, 0, 1,
        "Municipality of Elderveld, families department (fictional), Centre for general welfare "
        "De Elderbrug (fictional), nobody");
    cell_is(&m, 0, 2, "actienetwerk, ad hoc");
    cell_is(&m, 1, 0, "unknown");
    cell_is(&m, 1, 2, "alle vormen");
    markup_free(&m);
}
END

TEST(rows_are_sorted_and_cut_and_the_heading_says_so) {
    markup m = page_of_table(named_view(), SAMEN_LANGUAGE_EN, "centrality.degree", "",
                             "organisation,degree,partners", "degree", 2);
    ck_assert_int_eq(count_inside(&m, element_with(&m, "class", "scroll"), "tr"), 3);
    ck_assert_str_eq(value_of(cell_of(&m, -1, 1), "aria-sort"), "descending");
    ck_assert_str_eq(value_of(cell_of(&m, -1, 2), "aria-sort"), "");
    cell_is(&m, 0, 1, "3");
    markup_free(&m);
}
END

TEST(an_undefined_cell_is_a_dash_and_the_reason_stands_below) {
    markup m = page_of_table(see(build("A-B C D"), ""), SAMEN_LANGUAGE_NL, "brokerage.holes", "",
                             "organisation,constraint,efficiency", NULL, 0);
    cell_is(&m, 2, 1, "\xE2\x80\x93");
    ck_assert_str_eq(value_of(cell_of(&m, 2, 1), "class"), "number");
    ck_assert_str_eq(value_of(cell_of(&m, 2, 1), "data-value"), "");
    ck_assert_str_eq(nth_inside(&m, element_with(&m, "class", "table"), "p", 0)->text,
                     "\xE2\x80\x93 niet bepaald: de organisatie heeft geen banden.");
    markup_free(&m);
}
END

/* Of partnerships there is no bootstrap, and weights are no counts; columns with one reason tell it once. */
TEST(several_reasons_stand_behind_each_other) {
    samen_network *network = NULL;
    OK(samen_io_read(source_path("examples/data/house-of-the-child"), NULL, NULL, &network, error));
    markup m = page_of_table(see(network, ""), SAMEN_LANGUAGE_EN, "composition.contrast",
                             "draws=50", "basis,lower,upper,wilson_lower,wilson_upper", NULL, 0);
    ck_assert_str_eq(
        nth_inside(&m, element_with(&m, "class", "table"), "p", 0)->text,
        "\xE2\x80\x93 not defined: neither side occurs, there are too few draws, or the "
        "bootstrap does not apply; neither side occurs, or weights are no counts.");
    markup_free(&m);
}
END

TEST(reasons_are_told_of_columns_that_are_shown_only) {
    markup m = page_of_table(see(build("A-B C"), ""), SAMEN_LANGUAGE_EN, "brokerage.holes", "",
                             "organisation,contacts", NULL, 0);
    for (int i = 0; i < m.count; i++)
        ck_assert_str_ne(value_of(&m.element[i], "class"), "note");
    markup_free(&m);
}
END

/* Of a share it is a share, of a density it is none. */
TEST(a_bound_is_shown_as_what_it_bounds) {
    markup m =
        page_of_table(see(build("A-B:action B-C C-D A-D"), ""), SAMEN_LANGUAGE_EN,
                      "composition.contrast", "draws=0", "basis,estimate,wilson_lower", NULL, 0);
    ck_assert_ptr_nonnull(strstr(cell_of(&m, 0, 2)->text, "%"));
    markup_free(&m);
    m = page_of_table(see(build("A-B:action B-C C-D A-D"), ""), SAMEN_LANGUAGE_EN,
                      "composition.contrast", "", "basis,estimate,lower,std_error", NULL, 0);
    ck_assert_ptr_nonnull(strstr(cell_of(&m, 0, 2)->text, "%"));
    ck_assert_ptr_nonnull(strstr(cell_of(&m, 0, 3)->text, "%"));
    markup_free(&m);
    m = page_of_table(see(build("A-B:action B-C C-D A-D"), ""), SAMEN_LANGUAGE_EN,
                      "cohesion.density", "", "form,density,lower,std_error", NULL, 0);
    ck_assert_ptr_null(strstr(cell_of(&m, 0, 2)->text, "%"));
    ck_assert_ptr_null(strstr(cell_of(&m, 0, 3)->text, "%"));
    markup_free(&m);
}
END

/* Oracle: 12,345,678.9 and its like, by hand. */
TEST(numbers_have_the_decimals_that_their_column_needs) {
    samen_view *view = see(build("A-B*12345678.5 C-D*0.25"), "");
    markup m = page_of_table(view, SAMEN_LANGUAGE_EN, "centrality.degree", "",
                             "organisation,strength", NULL, 0);
    cell_is(&m, 0, 1, "12,345,678.5");
    cell_is(&m, 2, 1, "0.2"); /* one decimal, beside millions; a quarter is even */
    ck_assert_str_eq(value_of(cell_of(&m, 2, 1), "data-value"), "0.25");
    markup_free(&m);
    m = page_of_table(see(build("A-B*1234 C-D*2"), ""), SAMEN_LANGUAGE_NL, "centrality.degree", "",
                      "organisation,strength", NULL, 0);
    cell_is(&m, 0, 1, "1.234");
    cell_is(&m, 2, 1, "2");
    markup_free(&m);
}
END

TEST(a_number_too_small_to_be_seen_is_no_zero) {
    samen_view *view = see(build("A-B*123456.5 C-D*0.001"), "");
    markup m = page_of_table(view, SAMEN_LANGUAGE_NL, "centrality.degree", "",
                             "organisation,strength", NULL, 0);
    cell_is(&m, 2, 1, "<" NB "0,1");
    markup_free(&m);
}
END

TEST(a_negative_number_has_a_minus_sign) {
    markup m = page_of_table(see(build("A-B:action B-C C-D A-D"), ""), SAMEN_LANGUAGE_EN,
                             "composition.contrast", "draws=0", "basis,difference", NULL, 0);
    cell_is(&m, 0, 1,
            "\xE2\x88\x92"
            "0.5");
    ck_assert_str_eq(value_of(cell_of(&m, 0, 1), "data-value"), "-0.5");
    markup_free(&m);
}
END

TEST(yes_and_no_and_roles_are_words_of_the_language) {
    markup m = page_of_table(see(build("A-B B-C"), ""), SAMEN_LANGUAGE_NL, "cohesion.components",
                             "", "organisation,cutpoint", NULL, 0);
    cell_is(&m, -1, 1, "Snijpunt");
    cell_is(&m, 0, 1, "nee");
    cell_is(&m, 1, 1, "ja");
    markup_free(&m);
    m = page_of_table(see(build_grouped("A-B B-C", "sector", "A=x B=x C=y"), ""), SAMEN_LANGUAGE_NL,
                      "brokerage.roles", "table=network; group=sector; draws=0", "role,count", NULL,
                      0);
    cell_is(&m, 0, 0, "co\xC3\xB6rdinator");
    cell_is(&m, 3, 0, "poortwachter");
    cell_is(&m, 5, 0, "alle rollen");
    ck_assert_str_eq(value_of(&m.element[cell_of(&m, 5, 0)->parent], "class"), "all");
    markup_free(&m);
}
END

SUITE("tables of pages", a_table_has_human_headings_and_its_line_as_caption,
      a_narrow_screen_scrolls_a_table_in_a_box_of_its_own,
      forms_and_shares_are_shown_in_the_language_of_the_report, what_is_about_all_forms_stands_out,
      an_organisation_has_name_and_key_in_one_cell,
      an_organisation_that_is_known_by_key_alone_gets_its_name,
      partnerships_and_lists_of_keys_get_names_too, rows_are_sorted_and_cut_and_the_heading_says_so,
      an_undefined_cell_is_a_dash_and_the_reason_stands_below,
      several_reasons_stand_behind_each_other, reasons_are_told_of_columns_that_are_shown_only,
      a_bound_is_shown_as_what_it_bounds, numbers_have_the_decimals_that_their_column_needs,
      a_number_too_small_to_be_seen_is_no_zero, a_negative_number_has_a_minus_sign,
      yes_and_no_and_roles_are_words_of_the_language)
