/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "make.h"

/* Two rows of every type, the second null, with notes and provenance. */
static samen_table *sample(void) {
    samen_table *table = make_table(2);
    add_texts(table, "organisation", (const char *const[]){"Huis", NULL});
    add_whole(table, "degree", (const int64_t[]){INT64_MAX, INT64_MIN});
    add_numbers(table, "share", (const double[]){0.25, NAN});
    add_answers(table, "cutpoint", (const int[]){1, -1});
    add_days(table, "start", (const int32_t[]){-719528, INT32_MIN});
    OK(samen__table_add_note(table, "self-ties", 3, error, "%d ties of %s are left out", 3, "x\n"));
    OK(samen__table_add_note(table, "undefined", 0, error, "plain"));
    OK(samen__table_add_entry(table, "measure", "centrality.degree", error));
    OK(samen__table_add_entry(table, "option.group", "", error));
    return table;
}

enum { TEXT, WHOLE, NUMBER, ANSWER, DAY, COLUMNS };

/* Every getter gives what it is told to give when there is no such cell. */
static void check_absent(const samen_table *table, int64_t row, int32_t column, int fits) {
    if (fits != TEXT)
        ck_assert_str_eq(samen_table_get_text(table, row, column, "none"), "none");
    if (fits != WHOLE)
        ck_assert_int_eq(samen_table_get_int64(table, row, column, 7), 7);
    if (fits != NUMBER && fits != WHOLE)
        ck_assert_double_eq(samen_table_get_float64(table, row, column, 7.5), 7.5);
    if (fits != ANSWER)
        ck_assert_int_eq(samen_table_get_bool(table, row, column, 7), 7);
    if (fits != DAY)
        ck_assert_int_eq(samen_table_get_date(table, row, column, 7), 7);
}

TEST(a_table_tells_its_columns) {
    static const struct {
        const char *name;
        int32_t type;
    } expected[COLUMNS] = {{"organisation", SAMEN_COLUMN_TEXT},
                           {"degree", SAMEN_COLUMN_INT64},
                           {"share", SAMEN_COLUMN_FLOAT64},
                           {"cutpoint", SAMEN_COLUMN_BOOL},
                           {"start", SAMEN_COLUMN_DATE}};
    samen_table *table = sample();
    ck_assert_int_eq(samen_table_rows(table), 2);
    ck_assert_int_eq(samen_table_columns(table), COLUMNS);
    for (int32_t i = 0; i < COLUMNS; i++) {
        ck_assert_str_eq(samen_table_column_name(table, i), expected[i].name);
        ck_assert_int_eq(samen_table_column_type(table, i), expected[i].type);
        ck_assert_int_eq(samen_table_column_nulls(table, i), 1);
        ck_assert_int_eq(samen_table_find(table, expected[i].name), i);
    }
    ck_assert_int_eq(samen_table_find(table, "Degree"), -1);
    ck_assert_int_eq(samen_table_find(table, ""), -1);
    ck_assert_int_eq(samen_table_find(table, NULL), -1);
    samen_table_free(table);
}
END

TEST(cells_give_their_values) {
    samen_table *table = sample();
    ck_assert_str_eq(samen_table_get_text(table, 0, TEXT, "none"), "Huis");
    ck_assert_int_eq(samen_table_get_int64(table, 0, WHOLE, 7), INT64_MAX);
    ck_assert_double_eq(samen_table_get_float64(table, 0, NUMBER, 7), 0.25);
    ck_assert_double_eq(samen_table_get_float64(table, 0, WHOLE, 7), 9223372036854775808.0);
    ck_assert_int_eq(samen_table_get_bool(table, 0, ANSWER, 7), 1);
    ck_assert_int_eq(samen_table_get_date(table, 0, DAY, 7), -719528);
    for (int32_t i = 0; i < COLUMNS; i++) {
        ck_assert_int_eq(samen_table_is_null(table, 0, i), 0);
        ck_assert_int_eq(samen_table_is_null(table, 1, i), 1);
    }
    samen_table_free(table);
}
END

TEST(a_cell_that_is_null_or_absent_or_of_another_type_gives_the_fallback) {
    static const struct {
        int64_t row;
        int32_t column;
    } absent[] = {{-1, 0}, {2, 0},       {INT64_MAX, 0}, {INT64_MIN, 1},
                  {0, -1}, {0, COLUMNS}, {0, INT32_MAX}, {0, INT32_MIN}};
    samen_table *table = sample();
    for (size_t i = 0; i < sizeof absent / sizeof absent[0]; i++) {
        check_absent(table, absent[i].row, absent[i].column, -1);
        ck_assert_int_eq(samen_table_is_null(table, absent[i].row, absent[i].column), 1);
    }
    for (int32_t i = 0; i < COLUMNS; i++) {
        check_absent(table, 1, i, -1); /* null */
        check_absent(table, 0, i, i);  /* of another type */
    }
    check_absent(NULL, 0, 0, -1);
    ck_assert_int_eq(samen_table_is_null(NULL, 0, 0), 1);
    ck_assert_ptr_null(samen_table_get_text(NULL, 0, 0, NULL));
    samen_table_free(table);
}
END

TEST(whole_columns_are_read_without_copying) {
    samen_table *table = sample();
    ck_assert_int_eq(samen_table_data_int64(table, WHOLE)[0], INT64_MAX);
    ck_assert_int_eq(samen_table_data_int64(table, WHOLE)[1], 0);
    ck_assert_double_eq(samen_table_data_float64(table, NUMBER)[0], 0.25);
    ck_assert_double_eq(samen_table_data_float64(table, NUMBER)[1], 0);
    ck_assert_int_eq(samen_table_data_date(table, DAY)[0], -719528);
    ck_assert_int_eq(samen_table_data_bool(table, ANSWER)[0], 1);
    ck_assert_mem_eq(samen_table_data_text(table, TEXT), "Huis", 4);
    static const int64_t offsets[] = {0, 4, 4};
    ck_assert_mem_eq(samen_table_data_offsets(table, TEXT), offsets, sizeof offsets);
    for (int32_t i = 0; i < COLUMNS; i++) {
        ck_assert_int_eq(samen_table_data_validity(table, i)[0] & 3, 1);
        ck_assert_uint_eq((uintptr_t)samen_table_data_validity(table, i) % 64, 0);
    }
    ck_assert_uint_eq((uintptr_t)samen_table_data_text(table, TEXT) % 64, 0);
    ck_assert_uint_eq((uintptr_t)samen_table_data_offsets(table, TEXT) % 64, 0);
    samen_table_free(table);
}
END

TEST(a_column_that_is_absent_or_of_another_type_has_no_data) {
    samen_table *table = sample();
    for (int32_t i = -1; i <= COLUMNS; i++) {
        ck_assert_int_eq(samen_table_data_int64(table, i) != NULL, i == WHOLE);
        ck_assert_int_eq(samen_table_data_float64(table, i) != NULL, i == NUMBER);
        ck_assert_int_eq(samen_table_data_date(table, i) != NULL, i == DAY);
        ck_assert_int_eq(samen_table_data_bool(table, i) != NULL, i == ANSWER);
        ck_assert_int_eq(samen_table_data_text(table, i) != NULL, i == TEXT);
        ck_assert_int_eq(samen_table_data_offsets(table, i) != NULL, i == TEXT);
        ck_assert_int_eq(samen_table_data_validity(table, i) != NULL, i >= 0 && i < COLUMNS);
    }
    ck_assert_ptr_null(samen_table_data_int64(NULL, 0));
    ck_assert_ptr_null(samen_table_data_float64(NULL, 0));
    ck_assert_ptr_null(samen_table_data_date(NULL, 0));
    ck_assert_ptr_null(samen_table_data_bool(NULL, 0));
    ck_assert_ptr_null(samen_table_data_text(NULL, 0));
    ck_assert_ptr_null(samen_table_data_offsets(NULL, 0));
    ck_assert_ptr_null(samen_table_data_validity(NULL, 0));
    samen_table_free(table);
}
END

TEST(a_column_without_nulls_has_no_validity) {
    samen_table *table = make_table(3);
    add_whole(table, "n", (const int64_t[]){1, 2, 3});
    ck_assert_ptr_null(samen_table_data_validity(table, 0));
    ck_assert_int_eq(samen_table_column_nulls(table, 0), 0);
    samen_table_free(table);
}
END

TEST(notes_and_provenance_are_read_in_order) {
    samen_table *table = sample();
    ck_assert_int_eq(samen_table_notes(table), 2);
    ck_assert_str_eq(samen_table_note_code(table, 0), "self-ties");
    ck_assert_int_eq(samen_table_note_count(table, 0), 3);
    ck_assert_str_eq(samen_table_note_text(table, 0), "3 ties of x\\u{a} are left out");
    ck_assert_str_eq(samen_table_note_code(table, 1), "undefined");
    ck_assert_int_eq(samen_table_note_count(table, 1), 0);
    ck_assert_int_eq(samen_table_provenances(table), 2);
    ck_assert_str_eq(samen_table_provenance_key(table, 0), "measure");
    ck_assert_str_eq(samen_table_provenance_value(table, 0), "centrality.degree");
    ck_assert_str_eq(samen_table_provenance_key(table, 1), "option.group");
    ck_assert_str_eq(samen_table_provenance_value(table, 1), "");
    ck_assert_str_eq(samen_table_provenance(table, "measure"), "centrality.degree");
    ck_assert_str_eq(samen_table_provenance(table, "option.group"), "");
    ck_assert_ptr_null(samen_table_provenance(table, "Measure"));
    ck_assert_ptr_null(samen_table_provenance(table, NULL));
    samen_table_free(table);
}
END

TEST(beyond_the_last_note_and_entry_there_is_nothing) {
    static const int32_t beyond[] = {-1, 2, INT32_MIN, INT32_MAX};
    samen_table *table = sample();
    for (size_t i = 0; i < sizeof beyond / sizeof beyond[0]; i++) {
        ck_assert_ptr_null(samen_table_note_code(table, beyond[i]));
        ck_assert_ptr_null(samen_table_note_text(table, beyond[i]));
        ck_assert_int_eq(samen_table_note_count(table, beyond[i]), -1);
        ck_assert_ptr_null(samen_table_provenance_key(table, beyond[i]));
        ck_assert_ptr_null(samen_table_provenance_value(table, beyond[i]));
    }
    samen_table_free(table);
}
END

TEST(no_table_has_nothing) {
    ck_assert_int_eq(samen_table_rows(NULL), -1);
    ck_assert_int_eq(samen_table_columns(NULL), -1);
    ck_assert_ptr_null(samen_table_column_name(NULL, 0));
    ck_assert_int_eq(samen_table_column_type(NULL, 0), SAMEN_COLUMN_NONE);
    ck_assert_int_eq(samen_table_column_nulls(NULL, 0), -1);
    ck_assert_int_eq(samen_table_find(NULL, "a"), -1);
    ck_assert_int_eq(samen_table_notes(NULL), -1);
    ck_assert_ptr_null(samen_table_note_code(NULL, 0));
    ck_assert_int_eq(samen_table_note_count(NULL, 0), -1);
    ck_assert_ptr_null(samen_table_note_text(NULL, 0));
    ck_assert_int_eq(samen_table_provenances(NULL), -1);
    ck_assert_ptr_null(samen_table_provenance_key(NULL, 0));
    ck_assert_ptr_null(samen_table_provenance_value(NULL, 0));
    ck_assert_ptr_null(samen_table_provenance(NULL, "a"));
}
END

TEST(columns_beyond_the_last_are_none) {
    samen_table *table = sample();
    static const int32_t beyond[] = {-1, COLUMNS, INT32_MIN, INT32_MAX};
    for (size_t i = 0; i < sizeof beyond / sizeof beyond[0]; i++) {
        ck_assert_ptr_null(samen_table_column_name(table, beyond[i]));
        ck_assert_int_eq(samen_table_column_type(table, beyond[i]), SAMEN_COLUMN_NONE);
        ck_assert_int_eq(samen_table_column_nulls(table, beyond[i]), -1);
    }
    samen_table_free(table);
}
END

SUITE("table/read", a_table_tells_its_columns, cells_give_their_values,
      a_cell_that_is_null_or_absent_or_of_another_type_gives_the_fallback,
      whole_columns_are_read_without_copying,
      a_column_that_is_absent_or_of_another_type_has_no_data,
      a_column_without_nulls_has_no_validity, notes_and_provenance_are_read_in_order,
      beyond_the_last_note_and_entry_there_is_nothing, no_table_has_nothing,
      columns_beyond_the_last_are_none)
