/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables made of Arrow struct arrays. */
#include "arrow.h"
#include "../refuses.h"

static void check_table(frame *f, const char *csv) {
    samen_table *table = NULL;
    OK(samen_table_from_arrow(&f->schema, &f->array, &table, error));
    char *text = table_csv(table);
    ck_assert_str_eq(text, csv);
    ck_assert_int_eq(f->released, 2);
    ck_assert_ptr_null(f->schema.release);
    ck_assert_ptr_null(f->array.release);
    samen_free(text);
    samen_table_free(table);
}

TEST(numbers_of_every_width_are_read) {
    const int8_t c[] = {-1, 2};
    const uint8_t C[] = {1, 255};
    const int16_t s[] = {-300, 3};
    const uint16_t S[] = {300, 65535};
    const int32_t i[] = {-70000, 4};
    const uint32_t I[] = {70000, 4294967295u};
    const int64_t l[] = {INT64_MIN, 5};
    const uint64_t L[] = {7, INT64_MAX};
    const float f32[] = {0.5f, -0.25f};
    const double f64[] = {1e300, 0.1};
    frame f;
    start_frame(&f, 2);
    add_child(&f, "c", "c", NULL, c, NULL);
    add_child(&f, "C", "C", NULL, C, NULL);
    add_child(&f, "s", "s", NULL, s, NULL);
    add_child(&f, "S", "S", NULL, S, NULL);
    add_child(&f, "i", "i", NULL, i, NULL);
    add_child(&f, "I", "I", NULL, I, NULL);
    add_child(&f, "l", "l", NULL, l, NULL);
    add_child(&f, "L", "L", NULL, L, NULL);
    add_child(&f, "f", "f", NULL, f32, NULL);
    add_child(&f, "g", "g", NULL, f64, NULL);
    check_table(&f, "c,C,s,S,i,I,l,L,f,g\n"
                    "-1,1,-300,300,-70000,70000,-9223372036854775808,7,0.5,1e300\n"
                    "2,255,3,65535,4,4294967295,5,9223372036854775807,-0.25,0.1\n");
}
END

TEST(texts_answers_days_and_nulls_are_read) {
    const uint8_t valid[] = {0x05}, yes[] = {0x04};
    const int32_t small[] = {0, 2, 2, 5}, days[] = {0, 7, -719528};
    const int64_t large[] = {0, 1, 3, 4}, milliseconds[] = {0, 12345, 86400000};
    frame f;
    start_frame(&f, 3);
    add_child(&f, "u", "u", valid, small, "abcde");
    add_child(&f, "U", "U", NULL, large, "xyzw");
    add_child(&f, "b", "b", valid, yes, NULL);
    add_child(&f, "tdD", "tdD", valid, days, NULL);
    add_child(&f, "tdm", "tdm", valid, milliseconds, NULL);
    add_child(&f, "n", "n", NULL, NULL, NULL);
    check_table(&f, "u,U,b,tdD,tdm,n\n"
                    "ab,x,no,1970-01-01,1970-01-01,\n"
                    ",yz,,,,\n"
                    "cde,w,yes,0000-01-01,1970-01-02,\n");
}
END

TEST(dictionaries_become_their_texts) {
    const int8_t number[] = {1, 0, 1};
    const int32_t offsets[] = {0, 3, 6};
    frame f;
    start_frame(&f, 3);
    add_words(&f, add_child(&f, "sector", "c", NULL, number, NULL), 2, offsets, "GOVVOL");
    check_table(&f, "sector\nVOL\nGOV\nVOL\n");
}
END

TEST(slices_begin_where_they_say) {
    const uint8_t valid[] = {0xEF, 0x01}, yes[] = {0x80, 0x01};
    const int64_t number[] = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    const int32_t offsets[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    frame f;
    start_frame(&f, 2);
    f.array.offset = 2; /* of the whole, beside that of each column */
    int64_t columns[] = {add_child(&f, "l", "l", valid, number, NULL),
                         add_child(&f, "u", "u", NULL, offsets, "abcdefghi"),
                         add_child(&f, "b", "b", NULL, yes, NULL)};
    f.cells[columns[0]].offset = 2; /* rows 4, a null, and 5 */
    f.cells[columns[0]].length = 4;
    f.cells[columns[1]].length = 9;
    f.cells[columns[2]].offset = 5; /* rows 7 and 8 */
    f.cells[columns[2]].length = 4;
    check_table(&f, "l,u,b\n,c,yes\n5,d,yes\n");
}
END

TEST(no_columns_and_no_rows_make_a_table) {
    frame f;
    start_frame(&f, 0);
    add_child(&f, "g", "g", NULL, &f, NULL);
    check_table(&f, "g\n");
    start_frame(&f, 0);
    samen_table *table = NULL;
    OK(samen_table_from_arrow(&f.schema, &f.array, &table, error));
    ck_assert_int_eq(samen_table_rows(table), 0);
    ck_assert_int_eq(samen_table_columns(table), 0);
    samen_table_free(table);
}
END

/* The frame is refused, and neither released nor changed. */
static void check_refused(frame *f, samen_status status, int32_t argument, int64_t row,
                          const char *words) {
    samen_table *table = NULL;
    samen_error error = {0};
    samen_status got = samen_table_from_arrow(&f->schema, &f->array, &table, &error);
    ck_assert_msg(got == status && strstr(error.message, words), "%s: \"%s\" is not \"%s\"",
                  samen_status_name(got), error.message, words);
    ck_assert_int_eq(error.argument, argument);
    ck_assert_int_eq(error.row, row);
    ck_assert_ptr_null(table);
    ck_assert_int_eq(f->released, 0);
    ck_assert_ptr_nonnull(f->schema.release);
    ck_assert_ptr_nonnull(f->array.release);
    ck_assert_int_eq(samen_table_from_arrow(&f->schema, &f->array, &table, NULL), status);
}

TEST(cells_that_no_table_can_hold_are_refused_with_their_row) {
    const uint64_t L[] = {0, UINT64_MAX};
    const double numbers[] = {1, NAN}, largest[] = {1, INFINITY};
    const int32_t days[] = {0, 100000000}, offsets[] = {0, 1, 3}, words[] = {0, 2};
    const int64_t milliseconds[] = {0, 1}, far[] = {0, INT64_MAX / 86400000 * 86400000};
    const int8_t index[] = {0, 5}, negative[] = {0, -1};
    const struct {
        const char *format;
        const void *data;
        const char *bytes;
        int dictionary;
        const char *words;
    } cases[] = {
        {"L", L, NULL, 0, "beyond 64 bits"},
        {"g", numbers, NULL, 0, "NaN or infinite"},
        {"g", largest, NULL, 0, "NaN or infinite"},
        {"tdD", days, NULL, 0, "outside the years"},
        {"tdm", milliseconds, NULL, 0, "not a whole day"},
        {"tdm", far, NULL, 0, "outside the years"},
        {"u", offsets, "a\xC3(", 0, "UTF-8"},
        {"u", offsets, "ab\0", 0, "NUL"},
        {"c", index, NULL, 1, "not in the dictionary"},
        {"c", negative, NULL, 1, "not in the dictionary"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        frame f;
        start_frame(&f, 2);
        int64_t child = add_child(&f, "cell", cases[i].format, NULL, cases[i].data, cases[i].bytes);
        if (cases[i].dictionary)
            add_words(&f, child, 1, words, "ab");
        check_refused(&f, SAMEN_ERR_VALUE, 2, 1, cases[i].words);
    }
}
END

TEST(types_that_cannot_be_read_are_refused_with_the_way_out) {
    const double data[4] = {0};
    const char *const formats[] = {"e", "z", "tts", "+l", "d:10,2", "vu", "", "w:4"};
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        frame f;
        start_frame(&f, 1);
        add_child(&f, "odd", formats[i], NULL, data, NULL);
        check_refused(&f, SAMEN_ERR_UNSUPPORTED, 1, -1, "cast it, or leave it out");
    }
    frame f;
    start_frame(&f, 1);
    add_words(&f, add_child(&f, "odd", "g", NULL, data, NULL), 0, (const int32_t[]){0}, "");
    check_refused(&f, SAMEN_ERR_UNSUPPORTED, 1, -1, "cast it, or leave it out");
}
END

TEST(arrays_that_do_not_hold_together_are_refused) {
    const int64_t data[4] = {0};
    const int32_t backwards[] = {3, 1};
    frame f;
    start_frame(&f, 1);
    f.schema.format = "l";
    check_refused(&f, SAMEN_ERR_ARGUMENT, 1, -1, "not of a struct");
    start_frame(&f, 1);
    f.array.n_children = 1;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, "does not fit the schema");
    start_frame(&f, 3);
    f.cells[add_child(&f, "l", "l", NULL, data, NULL)].length = 2;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, "shorter than the table");
    start_frame(&f, 1);
    f.cells[add_child(&f, "l", "l", NULL, data, NULL)].n_buffers = 1;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, "buffers");
    start_frame(&f, 1);
    add_child(&f, "u", "u", NULL, backwards, "abc");
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, "backwards");
    start_frame(&f, 1);
    f.none[0] = data;
    f.array.null_count = 1;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, "null as a whole");
    start_frame(&f, 1);
    add_child(&f, "", "l", NULL, data, NULL);
    check_refused(&f, SAMEN_ERR_ARGUMENT, 1, -1, "no name");
    start_frame(&f, 1);
    add_child(&f, "l", "l", NULL, data, NULL);
    add_child(&f, "l", "l", NULL, data, NULL);
    check_refused(&f, SAMEN_ERR_DUPLICATE, 1, -1, "there twice");
}
END

TEST(null_and_released_arguments_are_refused) {
    frame f;
    samen_table *table = NULL;
    start_frame(&f, 0);
    REFUSES(1, "schema", samen_table_from_arrow(NULL, &f.array, &table, error));
    REFUSES(2, "array", samen_table_from_arrow(&f.schema, NULL, &table, error));
    REFUSES(3, "out", samen_table_from_arrow(&f.schema, &f.array, NULL, error));
    f.schema.release = NULL;
    REFUSES(1, "released", samen_table_from_arrow(&f.schema, &f.array, &table, error));
    start_frame(&f, 0);
    f.array.release = NULL;
    REFUSES(2, "released", samen_table_from_arrow(&f.schema, &f.array, &table, error));
}
END

SUITE("table/arrow_in", numbers_of_every_width_are_read, texts_answers_days_and_nulls_are_read,
      dictionaries_become_their_texts, slices_begin_where_they_say,
      no_columns_and_no_rows_make_a_table, cells_that_no_table_can_hold_are_refused_with_their_row,
      types_that_cannot_be_read_are_refused_with_the_way_out,
      arrays_that_do_not_hold_together_are_refused, null_and_released_arguments_are_refused)
