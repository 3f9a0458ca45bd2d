/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables made of Arrow struct arrays. */
#include "arrow.h"
#include "../refuses.h"

TEST(dictionaries_become_their_texts) {
    const int8_t number[] = {1, 0, 1};
    const int32_t offsets[] = {0, 3, 6};
    frame f;
    start_frame(&f, 3);
    add_words(&f, add_child(&f, "sector", "c", NULL, number, NULL), 2, offsets, "GOVVOL");
    check_table(&f, "sector\nVOL\nGOV\nVOL\n");
}
END

TEST(dictionaries_have_indices_of_any_width) {
    const int8_t c[] = {1, 0};
    const uint8_t C[] = {0, 1};
    const int16_t s[] = {1, 1};
    const uint16_t S[] = {0, 0};
    const int32_t i[] = {1, 0};
    const uint32_t I[] = {0, 1};
    const int64_t l[] = {1, 1};
    const uint64_t L[] = {0, 0};
    const void *const data[] = {c, C, s, S, i, I, l, L};
    static const char *const formats[] = {"c", "C", "s", "S", "i", "I", "l", "L"};
    const int32_t offsets[] = {0, 1, 2};
    frame f;
    start_frame(&f, 2);
    for (int k = 0; k < 8; k++)
        add_words(&f, add_child(&f, formats[k], formats[k], NULL, data[k], NULL), 2, offsets, "xy");
    check_table(&f, "c,C,s,S,i,I,l,L\ny,x,y,x,y,x,y,x\nx,y,y,x,x,y,y,x\n");
}
END

TEST(dictionaries_have_nulls_in_the_index_and_in_the_words) {
    const uint8_t valid[] = {0x0D}, known[] = {0x05};
    const int32_t number[] = {0, 77, 1, 2};
    const int32_t offsets[] = {0, 1, 2, 3};
    frame f;
    start_frame(&f, 4);
    add_dictionary(&f, add_child(&f, "sector", "i", valid, number, NULL), "u", 3, known, offsets,
                   "xyz");
    add_child(&f, "n", "i", NULL, number, NULL);
    check_table(&f, "sector,n\nx,0\n,77\n,1\nz,2\n");
}
END

TEST(dictionaries_are_of_anything_that_a_column_can_be) {
    const uint8_t valid[] = {0x03}, yes[] = {0x02};
    const int8_t number[] = {1, 0, 9};
    const int16_t whole[] = {10, 20};
    const double real[] = {0.5, -1};
    const int64_t offsets[] = {0, 1, 3};
    const int32_t days[] = {0, 1};
    frame f;
    start_frame(&f, 3);
    const struct {
        const char *format;
        const void *data;
        const char *bytes;
    } words[] = {{"s", whole, NULL}, {"g", real, NULL}, {"b", yes, NULL}, {"tdD", days, NULL}};
    for (int i = 0; i < 4; i++)
        add_dictionary(&f, add_child(&f, words[i].format, "c", valid, number, NULL),
                       words[i].format, 2, NULL, words[i].data, NULL);
    add_dictionary(&f, add_child(&f, "U", "c", valid, number, NULL), "U", 2, NULL, offsets, "abc");
    check_table(&f, "s,g,b,tdD,U\n20,-1,yes,1970-01-02,bc\n10,0.5,no,1970-01-01,a\n,,,,\n");
}
END

TEST(dictionaries_may_be_slices) {
    const int8_t number[] = {0, 1};
    const int32_t offsets[] = {0, 1, 2, 3};
    frame f;
    start_frame(&f, 2);
    int64_t child = add_child(&f, "sector", "c", NULL, number, NULL);
    add_words(&f, child, 2, offsets, "xyz");
    f.words[child].offset = 1;
    check_table(&f, "sector\ny\nz\n");
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

TEST(nulls_may_be_counted_or_not_and_may_have_no_bits) {
    static const int64_t counts[] = {-1, 1, 0};
    const uint8_t valid[] = {0x01};
    const int64_t number[] = {1, 2};
    for (int i = 0; i < 3; i++) {
        frame f;
        samen_table *table = NULL;
        start_frame(&f, 2);
        f.cells[add_child(&f, "l", "l", valid, number, NULL)].null_count = counts[i];
        OK(samen_table_import_arrow(&f.schema, &f.array, &table, error));
        ck_assert_int_eq(samen_table_column_nulls(table, 0), counts[i] != 0);
        ck_assert_int_eq(samen_table_get_int64(table, 1, 0, -7), counts[i] != 0 ? -7 : 2);
        samen_table_free(table);
    }
    frame f;
    start_frame(&f, 2);
    f.cells[add_child(&f, "l", "l", NULL, number, NULL)].null_count = -1;
    check_table(&f, "l\n1\n2\n");
}
END

TEST(a_struct_may_have_a_mask_that_masks_nothing) {
    const uint8_t all[] = {0x0C};
    const int64_t number[] = {1, 2, 3, 4};
    frame f;
    start_frame(&f, 2);
    f.array.offset = 2;
    f.array.null_count = -1;
    f.mask[0] = all;
    f.cells[add_child(&f, "l", "l", NULL, number, NULL)].length = 4;
    check_table(&f, "l\n3\n4\n");
    start_frame(&f, 2);
    f.array.null_count = -1;
    f.array.n_buffers = 0;
    f.array.buffers = NULL;
    add_child(&f, "l", "l", NULL, number, NULL);
    check_table(&f, "l\n1\n2\n");
}
END

TEST(no_columns_and_no_rows_make_a_table) {
    frame f;
    start_frame(&f, 0);
    add_child(&f, "g", "g", NULL, &f, NULL);
    check_table(&f, "g\n");
    start_frame(&f, 0);
    samen_table *table = NULL;
    OK(samen_table_import_arrow(&f.schema, &f.array, &table, error));
    ck_assert_int_eq(samen_table_rows(table), 0);
    ck_assert_int_eq(samen_table_columns(table), 0);
    samen_table_free(table);
}
END

TEST(arrays_of_no_length_need_no_buffers) {
    frame f;
    start_frame(&f, 0);
    add_bare_child(&f, "l", "l", 2);
    add_bare_child(&f, "u", "u", 3);
    add_bare_child(&f, "vu", "vu", 3);
    add_dictionary(&f, add_bare_child(&f, "d", "i", 2), "u", 0, NULL, NULL, "");
    check_table(&f, "l,u,vu,d\n");
}
END

TEST(a_dictionary_without_words_serves_rows_that_are_all_null) {
    const uint8_t none[] = {0x00};
    const int8_t number[] = {0, 0};
    frame f;
    start_frame(&f, 2);
    add_dictionary(&f, add_child(&f, "d", "c", none, number, NULL), "u", 0, NULL, NULL, "");
    add_child(&f, "n", "l", NULL, (const int64_t[]){1, 2}, NULL);
    check_table(&f, "d,n\n,1\n,2\n");
}
END

TEST(a_number_that_is_not_in_the_dictionary_is_refused) {
    const int32_t words[] = {0, 2};
    const int8_t beyond[] = {0, 1}, negative[] = {0, -1};
    const uint64_t largest[] = {0, UINT64_MAX};
    const struct {
        const char *format;
        const void *data;
        const char *words;
    } cases[] = {{"c", beyond, "not in the dictionary"},
                 {"c", negative, "not in the dictionary"},
                 {"L", largest, "beyond 64 bits"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        frame f;
        start_frame(&f, 2);
        add_words(&f, add_child(&f, "cell", cases[i].format, NULL, cases[i].data, NULL), 1, words,
                  "ab");
        check_refused(&f, SAMEN_ERR_VALUE, 2, 1, 0, cases[i].words);
    }
}
END

TEST(dictionaries_that_cannot_be_read_are_refused) {
    const double data[4] = {0};
    static const char *const formats[][2] = {
        {"g", "u"}, {"u", "u"}, {"c", "+l"}, {"c", "z"}, {"c", ""}};
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        frame f;
        start_frame(&f, 1);
        int64_t child = add_child(&f, "odd", formats[i][0], NULL, data, NULL);
        add_dictionary(&f, child, formats[i][1], 0, NULL, data, NULL);
        check_refused(&f, SAMEN_ERR_UNSUPPORTED, 1, -1, 0, "leave it out");
    }
    frame f;
    start_frame(&f, 1);
    int64_t child = add_child(&f, "odd", "c", NULL, data, NULL);
    add_dictionary(&f, child, "c", 1, NULL, data, NULL);
    f.word_names[child].dictionary = &f.word_names[child]; /* of a dictionary of ... */
    check_refused(&f, SAMEN_ERR_UNSUPPORTED, 1, -1, 0, "leave it out");
    f.word_names[child].dictionary = NULL;
    f.word_names[child].format = NULL;
    check_refused(&f, SAMEN_ERR_UNSUPPORTED, 1, -1, 0, "leave it out");
    f.word_names[child].format = "c";
    f.cells[child].dictionary = NULL;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "no dictionary");
    f.cells[child].dictionary = &f.words[child];
    f.words[child].n_buffers = 1;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "buffers");
}
END

TEST(rows_that_are_null_as_a_whole_are_refused) {
    const uint8_t mask[] = {0x05};
    const int64_t data[4] = {0};
    frame f;
    start_frame(&f, 3);
    add_child(&f, "l", "l", NULL, data, NULL);
    f.mask[0] = mask;
    f.array.null_count = 1;
    check_refused(&f, SAMEN_ERR_VALUE, 2, 1, -1, "row 1 is null as a whole");
    f.array.null_count = -1;
    check_refused(&f, SAMEN_ERR_VALUE, 2, 1, -1, "row 1 is null as a whole");
}
END

TEST(schemas_that_do_not_hold_together_are_refused) {
    const int64_t data[4] = {0};
    frame f;
    start_frame(&f, 1);
    f.schema.format = "l";
    check_refused(&f, SAMEN_ERR_ARGUMENT, 1, -1, -1, "not of a struct");
    f.schema.format = NULL;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 1, -1, -1, "not of a struct");
    start_frame(&f, 1);
    int64_t child = add_child(&f, "", "l", NULL, data, NULL);
    check_refused(&f, SAMEN_ERR_ARGUMENT, 1, -1, -1, "column 0 has no name");
    f.names[child].name = NULL;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 1, -1, -1, "column 0 has no name");
    f.names[child].name = "\xFF";
    check_refused(&f, SAMEN_ERR_ARGUMENT, 1, -1, -1, "column 0 has no name");
    f.names[child].release = NULL;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 1, -1, -1, "released already");
    f.name_pointers[child] = NULL;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 1, -1, -1, "released already");
    start_frame(&f, 1);
    add_child(&f, "l", "l", NULL, data, NULL);
    add_child(&f, "l", "l", NULL, data, NULL);
    check_refused(&f, SAMEN_ERR_DUPLICATE, 1, -1, 1, "there twice");
}
END

TEST(arrays_that_do_not_hold_together_are_refused) {
    const int64_t data[4] = {0};
    frame f;
    start_frame(&f, 1);
    f.array.n_children = 1;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, -1, "does not fit the schema");
    start_frame(&f, -1);
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, -1, "does not fit the schema");
    start_frame(&f, 1);
    f.array.offset = -1;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, -1, "does not fit the schema");
    start_frame(&f, INT64_MAX);
    check_refused(&f, SAMEN_ERR_LIMIT, 2, -1, -1, "more rows than a table can hold");
    start_frame(&f, 1);
    f.array.offset = INT64_MAX;
    check_refused(&f, SAMEN_ERR_LIMIT, 2, -1, -1, "more rows than a table can hold");
    start_frame(&f, 3);
    int64_t child = add_child(&f, "l", "l", NULL, data, NULL);
    f.cells[child].length = 2;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "shorter than the table");
    f.cells[child].length = -1;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "shorter than the table");
    f.cells[child].length = 3;
    f.cells[child].offset = -1;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "shorter than the table");
    f.cells[child].offset = INT64_MAX;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "shorter than the table");
    f.cells[child].offset = 0;
    f.array.offset = 1;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "shorter than the table");
    f.array.offset = 0;
    f.cells[child].null_count = 1;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "nulls, and not which");
    f.cells[child].null_count = 0;
    f.cells[child].n_buffers = 1;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "buffers");
    f.cells[child].n_buffers = 2;
    f.buffers[child][1] = NULL;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "buffers");
    f.cells[child].buffers = NULL;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "buffers");
    f.cells[child].release = NULL;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "released already");
    f.cell_pointers[child] = NULL;
    check_refused(&f, SAMEN_ERR_ARGUMENT, 2, -1, 0, "no array");
}
END

TEST(null_and_released_arguments_are_refused) {
    frame f;
    samen_table *table = NULL;
    start_frame(&f, 0);
    REFUSES(1, "schema", samen_table_import_arrow(NULL, &f.array, &table, error));
    REFUSES(2, "array", samen_table_import_arrow(&f.schema, NULL, &table, error));
    REFUSES(3, "out", samen_table_import_arrow(&f.schema, &f.array, NULL, error));
    f.schema.release = NULL;
    REFUSES(1, "released", samen_table_import_arrow(&f.schema, &f.array, &table, error));
    start_frame(&f, 0);
    f.array.release = NULL;
    REFUSES(2, "released", samen_table_import_arrow(&f.schema, &f.array, &table, error));
}
END

SUITE("table/arrow_in", dictionaries_become_their_texts, dictionaries_have_indices_of_any_width,
      dictionaries_have_nulls_in_the_index_and_in_the_words,
      dictionaries_are_of_anything_that_a_column_can_be, dictionaries_may_be_slices,
      slices_begin_where_they_say, nulls_may_be_counted_or_not_and_may_have_no_bits,
      a_struct_may_have_a_mask_that_masks_nothing, no_columns_and_no_rows_make_a_table,
      arrays_of_no_length_need_no_buffers, a_dictionary_without_words_serves_rows_that_are_all_null,
      a_number_that_is_not_in_the_dictionary_is_refused,
      dictionaries_that_cannot_be_read_are_refused, rows_that_are_null_as_a_whole_are_refused,
      schemas_that_do_not_hold_together_are_refused, arrays_that_do_not_hold_together_are_refused,
      null_and_released_arguments_are_refused)
