/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "make.h"

TEST(a_table_lives_as_long_as_one_of_its_owners) {
    samen_table *table = make_table(2);
    ck_assert_ptr_eq(samen_table_retain(table), table);
    ck_assert_ptr_eq(samen_table_retain(table), table);
    samen_table_free(table);
    samen_table_free(table);
    ck_assert_int_eq(table->owners, 1);
    ck_assert_int_eq(samen_table_rows(table), 2);
    samen_table_free(table);
    ck_assert_ptr_null(samen_table_retain(NULL));
    samen_table_free(NULL);
}
END

TEST(a_table_grows_by_many_columns_notes_and_entries) {
    samen_table *table = make_table(1);
    for (int i = 0; i < 100; i++) {
        char name[16];
        snprintf(name, sizeof name, "c%d", i);
        samen_error error = {0};
        int64_t *whole = i % 2 ? samen__table_add_int64(table, name, &error) : NULL;
        double *number = i % 2 ? NULL : samen__table_add_float64(table, name, &error);
        if (whole)
            *whole = i;
        else
            *number = i;
        OK(samen__table_add_note(table, name, i, error, "%s", name));
        OK(samen__table_add_entry(table, name, name, error));
    }
    for (int32_t i = 0; i < 100; i++) {
        char name[16];
        snprintf(name, sizeof name, "c%d", i);
        ck_assert_double_eq(samen_table_get_float64(table, 0, samen_table_find(table, name), -1),
                            i);
        ck_assert_int_eq(samen_table_column_type(table, i),
                         i % 2 ? SAMEN_COLUMN_INT64 : SAMEN_COLUMN_FLOAT64);
        ck_assert_str_eq(samen_table_note_text(table, i), name);
        ck_assert_str_eq(samen_table_provenance(table, name), name);
    }
    samen_table_free(table);
}
END

TEST(a_finished_column_becomes_the_tables_own) {
    samen_table *table = make_table(1);
    samen__column column;
    OK(samen__column_start(&column, "day", SAMEN_COLUMN_DATE, 1, error));
    OK(samen__table_adopt(table, &column, error));
    ck_assert_ptr_null(column.name);
    ck_assert_ptr_null(column.data);
    ck_assert_int_eq(samen_table_find(table, "day"), 0);
    samen_table_free(table);
}
END

TEST(a_cell_is_made_null_by_the_name_of_its_column) {
    samen_table *table = make_table(2);
    add_whole(table, "a", (const int64_t[]){1, 2});
    add_whole(table, "b", (const int64_t[]){3, 4});
    OK(samen__table_set_null(table, "b", 1, error));
    ck_assert_int_eq(samen_table_is_null(table, 1, 0), 0);
    ck_assert_int_eq(samen_table_is_null(table, 1, 1), 1);
    ck_assert_int_eq(samen_table_is_null(table, 0, 1), 0);
    ck_assert_int_eq(samen_table_column_nulls(table, 1), 1);
    samen_table_free(table);
}
END

TEST(numbers_that_are_not_finite_are_caught_before_handing_over) {
    static const double wrong[] = {NAN, INFINITY, -INFINITY};
    for (size_t i = 0; i < 3; i++) {
        samen_table *table = make_table(3);
        samen_error err = {0};
        add_numbers(table, "first", (const double[]){0, 0, 0});
        ((double *)table->column[0].data)[0] = wrong[i];
        ck_assert_int_eq(samen__table_check(table, &err), SAMEN_ERR_VALUE);
        ck_assert_int_eq(err.column, 0);
        ((double *)table->column[0].data)[0] = 0;
        add_numbers(table, "fine", (const double[]){1, 2, 1.7976931348623157e308});
        OK(samen__table_check(table, error));
        double *share = samen__table_add_float64(table, "share", NULL);
        share[0] = wrong[i];
        ck_assert_int_eq(samen__table_check(table, &err), SAMEN_ERR_VALUE);
        ck_assert_int_eq(err.row, 0);
        share[0] = 0;
        share[2] = wrong[i];
        ck_assert_int_eq(samen__table_check(table, &err), SAMEN_ERR_VALUE);
        ck_assert_int_eq(err.row, 2);
        ck_assert_int_eq(err.column, 2);
        ck_assert_str_eq(err.message, "the result is too large for a number in row 2 of column "
                                      "share; rescale the weights");
        OK(samen__table_set_null(table, "share", 2, error));
        OK(samen__table_check(table, error));
        samen_table_free(table);
    }
}
END

TEST(a_table_without_rows_or_columns_is_a_table) {
    samen_table *table = make_table(0);
    ck_assert_int_eq(samen_table_rows(table), 0);
    ck_assert_int_eq(samen_table_columns(table), 0);
    ck_assert_int_eq(samen_table_notes(table), 0);
    ck_assert_int_eq(samen_table_provenances(table), 0);
    add_numbers(table, "n", NULL);
    add_texts(table, "t", NULL);
    ck_assert_ptr_nonnull(samen_table_data_float64(table, 0));
    ck_assert_int_eq(samen_table_data_offsets(table, 1)[0], 0);
    ck_assert_int_eq(samen_table_is_null(table, 0, 0), 1);
    samen_table_free(table);
}
END

SUITE("table/table", a_table_lives_as_long_as_one_of_its_owners,
      a_table_grows_by_many_columns_notes_and_entries, a_finished_column_becomes_the_tables_own,
      a_cell_is_made_null_by_the_name_of_its_column,
      numbers_that_are_not_finite_are_caught_before_handing_over,
      a_table_without_rows_or_columns_is_a_table)
