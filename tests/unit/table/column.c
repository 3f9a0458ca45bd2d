/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/column.h"

#include "core/bitset.h"
#include "core/memory.h"
#include "suite.h"

static const int32_t types[] = {SAMEN_COLUMN_INT64, SAMEN_COLUMN_FLOAT64, SAMEN_COLUMN_TEXT,
                                SAMEN_COLUMN_BOOL, SAMEN_COLUMN_DATE};
enum { TYPES = 5 };

static samen__column started(int32_t type, int64_t rows) {
    samen__column column;
    OK(samen__column_start(&column, "name", type, rows, error));
    return column;
}

static samen__column texts_of(const char *const *values, int64_t rows) {
    samen__column column = started(SAMEN_COLUMN_TEXT, rows);
    for (int64_t i = 0; i < rows; i++)
        OK(samen__column_add_string(&column, values[i], error));
    return column;
}

/* A value that tells rows apart, put into any type. */
static void put(samen__column *column, int64_t row, int32_t value) {
    char text[16];
    switch (column->type) {
    case SAMEN_COLUMN_INT64: ((int64_t *)column->data)[row] = value; break;
    case SAMEN_COLUMN_FLOAT64: ((double *)column->data)[row] = value / 4.0; break;
    case SAMEN_COLUMN_DATE: ((int32_t *)column->data)[row] = value; break;
    case SAMEN_COLUMN_BOOL: samen__bitset_put(column->data, row, value & 1); break;
    default:
        snprintf(text, sizeof text, "%08d", value);
        OK(samen__column_add_string(column, text, error));
    }
}

/* The same back. */
static int32_t get(const samen__column *column, int64_t row) {
    switch (column->type) {
    case SAMEN_COLUMN_INT64: return (int32_t)((int64_t *)column->data)[row];
    case SAMEN_COLUMN_FLOAT64: return (int32_t)ceil(((double *)column->data)[row] * 4);
    case SAMEN_COLUMN_DATE: return ((int32_t *)column->data)[row];
    case SAMEN_COLUMN_BOOL: return samen__bitset_get(column->data, row);
    default: return atoi(samen__column_text(column, row, NULL));
    }
}

static int sign(int order) {
    return (order > 0) - (order < 0);
}

TEST(a_new_column_holds_zeros_and_no_nulls) {
    static const int64_t sizes[] = {0, 1, 63, 64, 65, 1000};
    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
        for (int t = 0; t < TYPES; t++) {
            samen__column column = started(types[t], sizes[s]);
            ck_assert_str_eq(column.name, "name");
            ck_assert_int_eq(column.type, types[t]);
            ck_assert_int_eq(column.rows, sizes[s]);
            ck_assert_int_eq(column.nulls, 0);
            ck_assert_ptr_null(column.valid);
            ck_assert_uint_eq((uintptr_t)column.data % 64, 0);
            for (int64_t row = 0; row < sizes[s] && types[t] != SAMEN_COLUMN_TEXT; row++)
                ck_assert(get(&column, row) == 0 && !samen__column_is_null(&column, row));
            samen__column_free(&column);
            ck_assert_ptr_null(column.data);
        }
    }
}
END

TEST(texts_stand_one_behind_the_other) {
    static const char *const values[] = {"one", "é", "three"};
    samen__column column = started(SAMEN_COLUMN_TEXT, 4);
    for (int i = 0; i < 3; i++)
        OK(samen__column_add_text(&column, values[i], (int64_t)strlen(values[i]), error));
    OK(samen__column_add_text(&column, NULL, 0, error));
    ck_assert_mem_eq(column.data, "oneéthree", 10);
    static const int64_t offsets[] = {0, 3, 5, 10, 10};
    ck_assert_mem_eq(column.offset, offsets, sizeof offsets);
    for (int i = 0; i < 3; i++) {
        int64_t length = -1;
        ck_assert_str_eq(samen__column_text(&column, i, &length), values[i]);
        ck_assert_int_eq(length, (int64_t)strlen(values[i]));
    }
    ck_assert_str_eq(samen__column_text(&column, 3, NULL), "");
    ck_assert_int_eq(samen__column_is_null(&column, 3), 0);
    ck_assert_uint_eq((uintptr_t)column.offset % 64, 0);
    ck_assert_uint_eq((uintptr_t)column.data % 64, 0);
    samen__column_free(&column);
}
END

TEST(many_texts_are_kept) {
    enum { MANY = 20000 };
    samen__column column = started(SAMEN_COLUMN_TEXT, MANY);
    char text[16];
    for (int i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "%d", i * i % 977);
        OK(samen__column_add_string(&column, i % 5 == 4 ? NULL : text, error));
    }
    ck_assert_int_eq(column.nulls, MANY / 5);
    for (int i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "%d", i * i % 977);
        ck_assert_int_eq(samen__column_is_null(&column, i), i % 5 == 4);
        ck_assert_str_eq(samen__column_text(&column, i, NULL), i % 5 == 4 ? "" : text);
    }
    ck_assert_uint_eq((uintptr_t)column.data % 64, 0);
    samen__column_free(&column);
}
END

TEST(no_text_and_an_empty_one_are_null_strings) {
    static const char *const values[] = {NULL, "", "a"};
    samen__column column = texts_of(values, 3);
    ck_assert_int_eq(samen__column_is_null(&column, 0), 1);
    ck_assert_int_eq(samen__column_is_null(&column, 1), 1);
    ck_assert_int_eq(samen__column_is_null(&column, 2), 0);
    ck_assert_int_eq(column.nulls, 2);
    samen__column_free(&column);
}
END

TEST(a_null_cell_holds_zero_and_is_counted_once) {
    for (int t = 0; t < TYPES; t++) {
        samen__column column = started(types[t], 70);
        for (int32_t row = 0; row < 70; row++) {
            if (types[t] == SAMEN_COLUMN_TEXT && (row == 0 || row == 69))
                OK(samen__column_add_null(&column, error));
            else
                put(&column, row, 2 * row + 1);
        }
        for (int twice = 0; twice < 2; twice++) {
            OK(samen__column_set_null(&column, 0, error));
            OK(samen__column_set_null(&column, 69, error));
        }
        ck_assert_int_eq(column.nulls, 2);
        ck_assert_uint_eq((uintptr_t)column.valid % 64, 0);
        for (int64_t row = 0; row < 70; row++) {
            int null = row == 0 || row == 69;
            ck_assert_int_eq(samen__column_is_null(&column, row), null);
            ck_assert_int_eq(samen__bitset_get(column.valid, row), !null);
            ck_assert_int_eq(get(&column, row) == 0, null);
        }
        samen__column_free(&column);
    }
}
END

TEST(rows_are_gathered_in_any_order_with_nulls_for_none) {
    static const int64_t rows[] = {5, 0, -1, 5, 2, 1};
    for (int t = 0; t < TYPES; t++) {
        samen__column column = started(types[t], 6), out;
        for (int32_t row = 0; row < 6; row++) {
            if (row == 2 && types[t] == SAMEN_COLUMN_TEXT)
                OK(samen__column_add_null(&column, error));
            else
                put(&column, row, row + 11);
        }
        OK(samen__column_set_null(&column, 2, error));
        OK(samen__column_gather(&column, rows, 6, &out, error));
        ck_assert_str_eq(out.name, "name");
        ck_assert_ptr_ne(out.name, column.name);
        ck_assert_int_eq(out.type, types[t]);
        ck_assert_int_eq(out.rows, 6);
        ck_assert_int_eq(out.nulls, 2);
        for (int64_t i = 0; i < 6; i++) {
            int null = rows[i] < 0 || rows[i] == 2;
            int32_t value = null ? 0 : get(&column, rows[i]);
            ck_assert_int_eq(samen__column_is_null(&out, i), null);
            ck_assert_int_eq(get(&out, i), value);
        }
        samen__column_free(&out);
        samen__column_free(&column);
    }
}
END

TEST(the_first_rows_are_gathered_when_none_are_named) {
    static const char *const values[] = {"a", NULL, "c"};
    samen__column column = texts_of(values, 3), out;
    OK(samen__column_gather(&column, NULL, 2, &out, error));
    ck_assert_int_eq(out.rows, 2);
    ck_assert_str_eq(samen__column_text(&out, 0, NULL), "a");
    ck_assert_int_eq(samen__column_is_null(&out, 1), 1);
    samen__column_free(&out);
    OK(samen__column_gather(&column, NULL, 0, &out, error));
    ck_assert_int_eq(out.rows, 0);
    ck_assert_int_eq(out.nulls, 0);
    samen__column_free(&out);
    samen__column_free(&column);
}
END

TEST(cells_compare_by_value_and_nulls_come_last) {
    for (int t = 0; t < TYPES; t++) {
        samen__column column = started(types[t], 4);
        static const int32_t values[] = {2, 3, 2};
        for (int32_t row = 0; row < 3; row++)
            put(&column, row, values[row]);
        if (types[t] == SAMEN_COLUMN_TEXT)
            OK(samen__column_add_null(&column, error));
        OK(samen__column_set_null(&column, 3, error));
        for (int descending = 0; descending < 2; descending++) {
            int before = descending ? 1 : -1;
            ck_assert_int_eq(sign(samen__column_compare(&column, 0, 1, descending)), before);
            ck_assert_int_eq(sign(samen__column_compare(&column, 1, 0, descending)), -before);
            ck_assert_int_eq(samen__column_compare(&column, 0, 2, descending), 0);
            ck_assert_int_eq(sign(samen__column_compare(&column, 1, 3, descending)), -1);
            ck_assert_int_eq(sign(samen__column_compare(&column, 3, 1, descending)), 1);
            ck_assert_int_eq(samen__column_compare(&column, 3, 3, descending), 0);
        }
        samen__column_free(&column);
    }
}
END

TEST(far_apart_numbers_compare_without_overflow) {
    samen__column whole = started(SAMEN_COLUMN_INT64, 2), day = started(SAMEN_COLUMN_DATE, 2);
    ((int64_t *)whole.data)[0] = INT64_MIN;
    ((int64_t *)whole.data)[1] = INT64_MAX;
    ((int32_t *)day.data)[0] = INT32_MIN;
    ((int32_t *)day.data)[1] = INT32_MAX;
    ck_assert_int_lt(samen__column_compare(&whole, 0, 1, 0), 0);
    ck_assert_int_lt(samen__column_compare(&day, 0, 1, 0), 0);
    samen__column_free(&whole);
    samen__column_free(&day);
}
END

TEST(texts_compare_byte_by_byte) {
    static const char *const values[] = {"B", "a", "ab", "é"};
    samen__column column = texts_of(values, 4);
    for (int64_t row = 0; row < 3; row++)
        ck_assert_int_lt(samen__column_compare(&column, row, row + 1, 0), 0);
    samen__column_free(&column);
}
END

TEST(a_column_that_no_memory_holds_is_not_made) {
    for (int t = 0; t < TYPES; t++) {
        samen__column column;
        if (types[t] == SAMEN_COLUMN_BOOL)
            continue; /* eight rows in a byte are no more than a machine could have */
        FAILS(SAMEN_ERR_MEMORY, "memory ran out",
              samen__column_start(&column, "name", types[t], INT64_MAX - 64, error));
        ck_assert_ptr_null(column.name);
        ck_assert_ptr_null(column.data);
    }
}
END

SUITE("table/column", a_new_column_holds_zeros_and_no_nulls, texts_stand_one_behind_the_other,
      many_texts_are_kept, no_text_and_an_empty_one_are_null_strings,
      a_null_cell_holds_zero_and_is_counted_once,
      rows_are_gathered_in_any_order_with_nulls_for_none,
      the_first_rows_are_gathered_when_none_are_named, cells_compare_by_value_and_nulls_come_last,
      far_apart_numbers_compare_without_overflow, texts_compare_byte_by_byte,
      a_column_that_no_memory_holds_is_not_made)
