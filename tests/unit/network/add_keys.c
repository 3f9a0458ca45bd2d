/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of keys, looked up in blocks. */
#include "../table/make.h"
#include "core/memory.h"
#include "network/add_table.h"

enum { KEYS = 200, LONGEST = 40 };

/* Keys of 1 to 40 bytes, every length several times. */
static void make_key(int number, char *out) {
    int length = 1 + number % LONGEST;
    for (int i = 0; i < length; i++)
        out[i] = (char)('a' + (number / LONGEST + i) % 26);
    out[length] = '\0';
}

static samen__keys make_keys(void) {
    samen__keys keys;
    samen__keys_start(&keys);
    for (int i = 0; i < KEYS; i++) {
        char key[LONGEST + 1];
        int64_t number;
        int32_t added;
        make_key(i, key);
        OK(samen__keys_add(&keys, key, (int64_t)strlen(key), &number, &added, error));
    }
    return keys;
}

/* Oracle: looking up one text after the other. */
static void check_column(samen__column *column, const samen__keys *keys) {
    samen__reference reference = {.column = column};
    OK(samen__adding_find(&reference, keys, error));
    for (int64_t row = 0; row < column->rows; row++) {
        samen__word word;
        samen__adding_word(column, row, &word);
        ck_assert_int_eq(reference.number[row], samen__keys_find(keys, word.bytes, word.length));
    }
    samen__delete(reference.number);
}

TEST(texts_of_any_length_are_found_wherever_they_stand) {
    samen__keys keys = make_keys();
    for (int64_t rows = 0; rows < 100; rows++) { /* blocks that are full, and not */
        samen_table *table = make_table(rows);
        samen__column *column = add_column(table, "from", SAMEN_COLUMN_TEXT);
        for (int64_t row = 0; row < rows; row++) {
            char key[LONGEST + 2];
            make_key((int)((row * 37 + rows) % KEYS), key);
            if (row % 10 == 9)
                strcat(key, "!"); /* none of them */
            OK(samen__column_add_text(column, key, (int64_t)strlen(key), error));
        }
        check_column(column, &keys);
        samen_table_free(table);
    }
    samen__keys_free(&keys);
}
END

TEST(the_last_text_of_a_full_block_of_memory_is_found) {
    samen__keys keys = make_keys();
    for (int fill = 1; fill <= 64; fill++) { /* the first room for texts has 64 bytes */
        char text[80];
        samen_table *table = make_table(2);
        samen__column *column = add_column(table, "from", SAMEN_COLUMN_TEXT);
        memset(text, 'x', (size_t)fill);
        OK(samen__column_add_text(column, text, fill, error));
        OK(samen__column_add_text(column, "a", 1, error));
        check_column(column, &keys);
        samen_table_free(table);
    }
    samen__keys_free(&keys);
}
END

TEST(nulls_and_empty_texts_mean_nothing) {
    samen__keys keys = make_keys();
    samen_table *table = make_table(3);
    add_texts(table, "from", (const char *const[]){"", NULL, "a"});
    samen__reference reference = {.column = &table->column[0]};
    OK(samen__adding_find(&reference, &keys, error));
    ck_assert_int_eq(reference.number[0], SAMEN__NONE);
    ck_assert_int_eq(reference.number[1], SAMEN__NONE);
    ck_assert_int_eq(reference.number[2], 0);
    samen__delete(reference.number);
    samen_table_free(table);
    samen__keys_free(&keys);
}
END

TEST(whole_numbers_are_keys_by_their_digits) {
    samen__keys keys;
    int64_t number;
    int32_t added;
    samen__keys_start(&keys);
    OK(samen__keys_add(&keys, "7", 1, &number, &added, error));
    OK(samen__keys_add(&keys, "-9223372036854775807", 20, &number, &added, error));
    samen_table *table = make_table(4);
    add_whole(table, "from", (const int64_t[]){-INT64_MAX, 7, 8, INT64_MIN});
    samen__reference reference = {.column = &table->column[0]};
    OK(samen__adding_find(&reference, &keys, error));
    ck_assert_int_eq(reference.number[0], 1);
    ck_assert_int_eq(reference.number[1], 0);
    ck_assert_int_eq(reference.number[2], SAMEN__NONE);
    ck_assert_int_eq(reference.number[3], SAMEN__NONE);
    samen__delete(reference.number);
    samen_table_free(table);
    samen__keys_free(&keys);
}
END

TEST(a_set_without_keys_has_none_of_them) {
    samen__keys keys;
    samen__keys_start(&keys);
    samen_table *table = make_table(2);
    add_texts(table, "from", (const char *const[]){"a", "a text that is longer than others"});
    check_column(&table->column[0], &keys);
    samen_table_free(table);
    samen__keys_free(&keys);
}
END

TEST(a_column_that_is_not_there_is_nothing_to_find) {
    samen__keys keys = make_keys();
    samen__reference reference = {0};
    OK(samen__adding_find(&reference, &keys, error));
    ck_assert_ptr_null(reference.number);
    samen__keys_free(&keys);
}
END

SUITE("network/add_keys", texts_of_any_length_are_found_wherever_they_stand,
      the_last_text_of_a_full_block_of_memory_is_found, nulls_and_empty_texts_mean_nothing,
      whole_numbers_are_keys_by_their_digits, a_set_without_keys_has_none_of_them,
      a_column_that_is_not_there_is_nothing_to_find)
