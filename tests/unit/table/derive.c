/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorted tables and chosen columns. */
#include "../refuses.h"
#include "graphs.h"
#include "make.h"

/* Five rows, in every column one null and two equal values. */
static samen_table *sample(void) {
    samen_table *table = make_table(5);
    add_texts(table, "key", (const char *const[]){"b", "a", NULL, "é", "b"});
    add_whole(table, "whole", (const int64_t[]){2, -1, 2, INT64_MIN, 9});
    add_numbers(table, "number", (const double[]){NAN, 0.5, -0.5, 0.5, 1e300});
    add_answers(table, "answer", (const int[]){1, 0, -1, 1, 0});
    add_days(table, "day", (const int32_t[]){10, INT32_MIN, -10, 0, 10});
    add_whole(table, "row", (const int64_t[]){0, 1, 2, 3, 4});
    OK(samen__table_add_note(table, "note", 2, error, "a note with a %s in it", "\t"));
    OK(samen__table_add_entry(table, "measure", "test", error));
    return table;
}

/* The rows of the sample in the order of a table made of it. */
static void check_rows(const samen_table *table, const int64_t *expected, int64_t count) {
    ck_assert_int_eq(samen_table_rows(table), count);
    int32_t column = samen_table_find(table, "row");
    for (int64_t i = 0; i < count; i++)
        ck_assert_int_eq(samen_table_get_int64(table, i, column, -1), expected[i]);
}

TEST(rows_are_ordered_by_any_column_with_nulls_last_and_ties_as_before) {
    static const struct {
        const char *column;
        int32_t descending;
        int64_t rows[5];
    } cases[] = {{"key", 0, {1, 0, 4, 3, 2}},    {"key", 1, {3, 0, 4, 1, 2}},
                 {"whole", 0, {1, 0, 2, 4, 3}},  {"whole", 1, {4, 0, 2, 1, 3}},
                 {"number", 0, {2, 1, 3, 4, 0}}, {"number", 1, {4, 1, 3, 2, 0}},
                 {"answer", 0, {1, 4, 0, 3, 2}}, {"answer", 1, {0, 3, 1, 4, 2}},
                 {"day", 0, {2, 3, 0, 4, 1}},    {"day", 1, {0, 4, 3, 2, 1}},
                 {"day", -5, {0, 4, 3, 2, 1}},   {"row", 1, {4, 3, 2, 1, 0}}};
    samen_table *table = sample();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *sorted = NULL;
        OK(samen_table_sort(table, cases[i].column, cases[i].descending, 0, &sorted, error));
        check_rows(sorted, cases[i].rows, 5);
        samen_table_free(sorted);
    }
    samen_table_free(table);
}
END

TEST(the_first_rows_are_kept_up_to_a_limit) {
    static const int64_t cases[][2] = {{0, 5}, {1, 1}, {3, 3}, {5, 5}, {6, 5}, {INT64_MAX, 5}};
    static const int64_t order[] = {1, 0, 2, 4, 3};
    samen_table *table = sample();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *sorted = NULL;
        OK(samen_table_sort(table, "whole", 0, cases[i][0], &sorted, error));
        check_rows(sorted, order, cases[i][1]);
        samen_table_free(sorted);
    }
    samen_table_free(table);
}
END

TEST(a_sorted_table_has_all_columns_notes_and_provenance_and_leaves_the_first_alone) {
    samen_table *table = sample(), *sorted = NULL;
    char *before = table_csv(table);
    OK(samen_table_sort(table, "row", 1, 2, &sorted, error));
    samen_table_options csv = {.format = SAMEN_FORMAT_CSV};
    check_written(sorted, csv,
                  "key,whole,number,answer,day,row\n"
                  "b,9,1e300,no,1970-01-11,4\n"
                  "é,,0.5,yes,1970-01-01,3\n");
    ck_assert_str_eq(samen_table_note_text(sorted, 0), "a note with a \\u{9} in it");
    ck_assert_str_eq(samen_table_note_code(sorted, 0), "note");
    ck_assert_int_eq(samen_table_note_count(sorted, 0), 2);
    ck_assert_str_eq(samen_table_provenance(sorted, "measure"), "test");
    char *after = table_csv(table);
    ck_assert_str_eq(before, after);
    samen_free(before);
    samen_free(after);
    samen_table_free(table);
    ck_assert_str_eq(samen_table_column_name(sorted, 0), "key");
    samen_table_free(sorted);
}
END

/* Oracle: each value not below the one before, and among equal values the rows ascending. */
TEST(many_rows_are_sorted_stably) {
    enum { MANY = 10000 };
    static int64_t value[MANY], row[MANY];
    dice d = {.state = 1};
    for (int64_t i = 0; i < MANY; i++) {
        value[i] = (int64_t)dice_roll(&d, 50);
        row[i] = i;
    }
    samen_table *table = make_table(MANY), *sorted = NULL;
    add_whole(table, "value", value);
    add_whole(table, "row", row);
    OK(samen_table_sort(table, "value", 0, 0, &sorted, error));
    const int64_t *v = samen_table_data_int64(sorted, 0), *r = samen_table_data_int64(sorted, 1);
    for (int64_t i = 0; i < MANY; i++) {
        ck_assert_int_eq(value[r[i]], v[i]);
        if (i > 0)
            ck_assert(v[i - 1] < v[i] || (v[i - 1] == v[i] && r[i - 1] < r[i]));
    }
    samen_table_free(sorted);
    samen_table_free(table);
}
END

/* With no column to sort by a table is cut, and no more than that. */
TEST(without_a_column_rows_keep_their_order) {
    static const int64_t values[] = {3, 1, 2};
    samen_table *table = make_table(3), *cut = NULL;
    add_whole(table, "n", values);
    for (int32_t descending = 0; descending < 2; descending++) {
        for (int64_t limit = 0; limit < 5; limit++) {
            OK(samen_table_sort(table, NULL, descending, limit, &cut, error));
            ck_assert_int_eq(samen_table_rows(cut), limit > 0 && limit < 3 ? limit : 3);
            for (int64_t row = 0; row < samen_table_rows(cut); row++)
                ck_assert_int_eq(samen_table_get_int64(cut, row, 0, 0), values[row]);
            samen_table_free(cut);
        }
    }
    samen_table_free(table);
}
END

TEST(a_table_without_rows_is_sorted) {
    samen_table *table = make_table(0), *sorted = NULL;
    add_numbers(table, "n", NULL);
    OK(samen_table_sort(table, "n", 0, 3, &sorted, error));
    ck_assert_int_eq(samen_table_rows(sorted), 0);
    ck_assert_int_eq(samen_table_columns(sorted), 1);
    samen_table_free(sorted);
    samen_table_free(table);
}
END

TEST(nonsense_arguments_of_sorting_are_refused) {
    samen_table *table = sample(), *const untouched = table, *out = untouched;
    REFUSES(1, "table is NULL", samen_table_sort(NULL, "row", 0, 0, &out, error));
    REFUSES(2, "the table has no column \"\"; it has key, whole, number",
            samen_table_sort(table, "", 0, 0, &out, error));
    REFUSES(2, "the table has no column \"a\\u{1b}\"",
            samen_table_sort(table, "a\x1b", 0, 0, &out, error));
    REFUSES(4, "limit is -1; give 0 for all rows",
            samen_table_sort(table, "row", 0, -1, &out, error));
    REFUSES(4, "limit is -9223372036854775808",
            samen_table_sort(table, "row", 0, INT64_MIN, &out, error));
    REFUSES(5, "out is NULL", samen_table_sort(table, "row", 0, 0, NULL, error));
    ck_assert_ptr_eq(out, untouched);
    samen_table_free(table);
}
END

TEST(columns_are_chosen_in_the_order_of_their_names) {
    static const struct {
        const char *columns, *written;
    } cases[] = {{"row", "row\n0\n1\n2\n3\n4\n"},
                 {"whole,key", "whole,key\n2,b\n-1,a\n2,\n,é\n9,b\n"},
                 {"answer,day,", "answer,day\nyes,1970-01-11\nno,\n,1969-12-22\n"
                                 "yes,1970-01-01\nno,1970-01-11\n"}};
    samen_table *table = sample();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *chosen = NULL;
        OK(samen_table_select(table, cases[i].columns, &chosen, error));
        check_written(chosen, (samen_table_options){.format = SAMEN_FORMAT_CSV}, cases[i].written);
        ck_assert_str_eq(samen_table_note_code(chosen, 0), "note");
        ck_assert_str_eq(samen_table_provenance(chosen, "measure"), "test");
        samen_table_free(chosen);
    }
    samen_table_free(table);
}
END

TEST(names_of_columns_may_have_commas_and_quotes) {
    samen_table *table = make_table(1), *chosen = NULL;
    add_whole(table, "a,b", (const int64_t[]){1});
    add_whole(table, "\"", (const int64_t[]){2});
    add_whole(table, "c", (const int64_t[]){3});
    OK(samen_table_select(table, "\"\"\"\",c,\"a,b\"", &chosen, error));
    ck_assert_int_eq(samen_table_columns(chosen), 3);
    ck_assert_str_eq(samen_table_column_name(chosen, 0), "\"");
    ck_assert_str_eq(samen_table_column_name(chosen, 1), "c");
    ck_assert_str_eq(samen_table_column_name(chosen, 2), "a,b");
    samen_table_free(chosen);
    OK(samen_table_select(table, "\"c\",", &chosen, error));
    ck_assert_int_eq(samen_table_columns(chosen), 1);
    samen_table_free(chosen);
    chosen = NULL;
    REFUSES(2, "not closed", samen_table_select(table, "c,\"a,b", &chosen, error));
    REFUSES(2, "not closed", samen_table_select(table, "\"a,b\"c", &chosen, error));
    REFUSES(2, "not closed", samen_table_select(table, "\"", &chosen, error));
    ck_assert_ptr_null(chosen);
    samen_table_free(table);
}
END

TEST(a_note_about_empty_cells_stays_where_there_are_some) {
    static const struct {
        const char *columns;
        int32_t notes;
    } cases[] = {{"row,key", 2}, {"row", 1}};
    samen_table *table = sample(), *chosen = NULL, *sorted = NULL;
    OK(samen__table_add_note(table, "undefined", 5, error, "five cells are empty"));
    for (size_t i = 0; i < 2; i++) {
        OK(samen_table_select(table, cases[i].columns, &chosen, error));
        ck_assert_int_eq(samen_table_notes(chosen), cases[i].notes);
        ck_assert_str_eq(samen_table_note_code(chosen, 0), "note");
        samen_table_free(chosen);
    }
    OK(samen_table_select(table, "row,number", &chosen, error));
    OK(samen_table_sort(chosen, "number", 0, 4, &sorted, error));
    ck_assert_int_eq(samen_table_notes(chosen), 2);
    ck_assert_int_eq(samen_table_notes(sorted), 1);
    samen_table_free(sorted);
    samen_table_free(chosen);
    samen_table_free(table);
}
END

TEST(nonsense_arguments_of_choosing_are_refused) {
    samen_table *table = sample(), *const untouched = table, *out = untouched;
    REFUSES(1, "table is NULL", samen_table_select(NULL, "row", &out, error));
    REFUSES(2, "columns is NULL", samen_table_select(table, NULL, &out, error));
    REFUSES(2, "the table has no column \"rows\"",
            samen_table_select(table, "row,rows", &out, error));
    REFUSES(2, "the table has no column \" key\"",
            samen_table_select(table, "row, key", &out, error));
    REFUSES(2, "the table has no column \"\"", samen_table_select(table, "row,,key", &out, error));
    REFUSES(2, "the column \"row\" is named twice",
            samen_table_select(table, "row,key,row", &out, error));
    REFUSES(2, "columns names none", samen_table_select(table, "", &out, error));
    REFUSES(3, "out is NULL", samen_table_select(table, "row", NULL, error));
    ck_assert_ptr_eq(out, untouched);
    samen_table_free(table);
}
END

SUITE("table/derive", rows_are_ordered_by_any_column_with_nulls_last_and_ties_as_before,
      the_first_rows_are_kept_up_to_a_limit,
      a_sorted_table_has_all_columns_notes_and_provenance_and_leaves_the_first_alone,
      many_rows_are_sorted_stably, without_a_column_rows_keep_their_order,
      a_table_without_rows_is_sorted, nonsense_arguments_of_sorting_are_refused,
      columns_are_chosen_in_the_order_of_their_names, names_of_columns_may_have_commas_and_quotes,
      a_note_about_empty_cells_stays_where_there_are_some,
      nonsense_arguments_of_choosing_are_refused)
