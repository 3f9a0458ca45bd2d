/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "report/downloads.h"

#include "paper.h"
#include "table/table.h"

static samen_view *formula_view(void) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,name\na,=1+1\nb,</script>\nc,\"x,\"\"y\"\"\"\n"},
        {"ties.csv", "from,to\na,b\nb,c\n"}};
    return see(read_files(files), "");
}

static markup page_of_formulas(int32_t guard) {
    samen__document d;
    begin(&d, formula_view(), SAMEN_LANGUAGE_EN);
    d.guard = guard;
    samen__document_table(&d, samen__document_measure(&d, "centrality.degree", "%s", ""),
                          "organisation,degree", "degree", 1, NULL, NULL);
    samen__document_measure(&d, "composition.forms", "%s", "");
    return last_page_of(&d);
}

/* What a reader gets who saves the table. */
static char *saved(const markup *m, const char *id) {
    return read_json(m->element[element_with(m, "id", id)].text);
}

static char *csv_of(const char *name, uint32_t guard) {
    const samen_table_options options = {
        .struct_size = sizeof options, .format = SAMEN_FORMAT_CSV, .guard = guard};
    samen_view *view = formula_view();
    samen_table *table = measure(view, name, "");
    char *csv = NULL;
    OK(samen_table_format(table, &options, &csv, NULL, error));
    samen_table_free(table);
    samen_view_free(view);
    return csv;
}

TEST(what_is_saved_is_the_whole_table_to_the_byte) {
    markup m = page_of_formulas(0);
    char *first = saved(&m, "csv-0"), *second = saved(&m, "csv-1");
    char *degree = csv_of("centrality.degree", 0), *forms = csv_of("composition.forms", 0);
    ck_assert_str_eq(first, degree);
    ck_assert_str_eq(second, forms);
    free(first);
    free(second);
    samen_free(degree);
    samen_free(forms);
    markup_free(&m);
}
END

TEST(formulas_are_guarded_when_the_report_says_so) {
    markup m = page_of_formulas(1);
    char *first = saved(&m, "csv-0"), *degree = csv_of("centrality.degree", 1);
    ck_assert_ptr_nonnull(strstr(first, "'=1+1"));
    ck_assert_str_eq(first, degree);
    free(first);
    samen_free(degree);
    markup_free(&m);
}
END

TEST(a_file_has_the_name_that_the_document_gives_it) {
    markup m = page_of_formulas(1);
    ck_assert_str_eq(value_of(&m.element[element_with(&m, "id", "csv-0")], "data-file"),
                     "centrality.degree.organisation.csv");
    ck_assert_str_eq(value_of(&m.element[element_with(&m, "id", "csv-1")], "data-file"),
                     "composition.forms.form.csv");
    markup_free(&m);
}
END

/* The button beside a table, and one for each in the list, hidden until there is a script that does it. */
TEST(every_table_has_a_button_beside_it_and_in_the_list) {
    markup m = page_of_formulas(1);
    int tables = element_with(&m, "id", "tables");
    ck_assert_int_eq(count_inside(&m, tables, "button"), 2);
    ck_assert_int_eq(count_inside(&m, -1, "button"), 3);
    const element *beside = nth_inside(&m, -1, "button", 0);
    ck_assert_str_eq(beside->text, "Save as CSV (3 rows)");
    ck_assert_str_eq(value_of(beside, "data-csv"), "csv-0");
    ck_assert_str_eq(value_of(beside, "hidden"), "hidden");
    ck_assert_str_eq(nth_inside(&m, tables, "code", 1)->text, "composition.forms.form.csv");
    ck_assert_str_eq(nth_inside(&m, tables, "td", 0)->text, "Degree and strength");
    ck_assert_str_eq(nth_inside(&m, tables, "td", 1)->text, "3");
    markup_free(&m);
}
END

/* A table that has nothing but long names. */
static samen_table *large_table(int64_t rows) {
    samen_table *table = NULL;
    char name[1001] = "";
    memset(name, 'x', sizeof name - 1);
    OK(samen__table_new(rows, &table, error));
    samen__column *column = samen__table_add(table, "name", SAMEN_COLUMN_TEXT, NULL);
    for (int64_t i = 0; i < rows; i++)
        OK(samen__column_add_string(column, name, error));
    return table;
}

static markup page_of_names(int64_t rows) {
    samen__document d;
    begin(&d, see(build("A-B"), ""), SAMEN_LANGUAGE_EN);
    const samen_table *table = samen__document_keep(&d, "names.csv", large_table(rows));
    samen__document_table(&d, table, "name", NULL, 1, NULL, NULL);
    return last_page_of(&d);
}

TEST(a_table_above_a_megabyte_is_named_only) {
    markup light = page_of_names(998), heavy = page_of_names(1000);
    element_with(&light, "id", "csv-0");
    ck_assert_int_eq(count_inside(&light, -1, "button"), 2);
    ck_assert_int_eq(count_inside(&heavy, -1, "button"), 0);
    ck_assert_int_lt(heavy.length, 100000);
    int beside = element_with(&heavy, "class", "elsewhere");
    int tables = element_with(&heavy, "id", "tables");
    ck_assert_str_eq(heavy.element[beside].text,
                     "The whole table has 1 MB and is not in this page: see the end of it.");
    ck_assert_str_eq(nth_inside(&heavy, tables, "span", 1)->text, "1 MB, not in this page");
    ck_assert_str_eq(nth_inside(&heavy, tables, "code", 1)->text,
                     "samen analyse DATASET --output FOLDER");
    ck_assert_int_eq(count_inside(&light, element_with(&light, "id", "tables"), "p"), 0);
    markup_free(&light);
    markup_free(&heavy);
}
END

TEST(a_document_without_tables_has_no_list_of_them) {
    static const samen__sentence words = {{"Nothing.", "Niets."}};
    samen__document d;
    begin(&d, see(build("A-B"), ""), SAMEN_LANGUAGE_EN);
    samen__document_say(&d, SAMEN__BLOCK_PARAGRAPH, &words, NULL);
    markup m = last_page_of(&d);
    ck_assert_int_eq(count_inside(&m, -1, "section"), 1);
    markup_free(&m);
}
END

SUITE("downloads", what_is_saved_is_the_whole_table_to_the_byte,
      formulas_are_guarded_when_the_report_says_so, a_file_has_the_name_that_the_document_gives_it,
      every_table_has_a_button_beside_it_and_in_the_list, a_table_above_a_megabyte_is_named_only,
      a_document_without_tables_has_no_list_of_them)
