/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables handed out as Arrow struct arrays. */
#include "../refuses.h"
#include "make.h"

/* The table of make.h with a note and provenance. */
static samen_table *sample(void) {
    samen_table *table = make_sample();
    OK(samen__table_add_note(table, "self-ties", 3, error, "left out"));
    OK(samen__table_add_entry(table, "measure", "centrality.degree", error));
    return table;
}

TEST(names_and_types_are_those_of_the_columns) {
    static const char *const expected[][2] = {{"text", "U"},   {"whole", "l"}, {"number", "g"},
                                              {"answer", "b"}, {"day", "tdD"}, {"full", "l"}};
    samen_table *table = sample();
    struct ArrowSchema schema;
    struct ArrowArray array;
    OK(samen_table_export_arrow(table, &schema, &array, error));
    ck_assert_str_eq(schema.format, "+s");
    ck_assert_int_eq(schema.n_children, 6);
    ck_assert_int_eq(array.n_children, 6);
    for (int i = 0; i < 6; i++) {
        ck_assert_str_eq(schema.children[i]->name, expected[i][0]);
        ck_assert_str_eq(schema.children[i]->format, expected[i][1]);
        ck_assert_int_eq(array.children[i]->length, 3);
        ck_assert_int_eq(array.children[i]->null_count, i < 5);
        ck_assert((array.children[i]->buffers[0] == NULL) == (i == 5));
    }
    schema.release(&schema);
    array.release(&array);
    ck_assert_ptr_null(schema.release);
    ck_assert_ptr_null(array.release);
    samen_table_free(table);
}
END

TEST(cells_are_not_copied_and_outlive_the_table) {
    samen_table *table = sample();
    const void *whole = samen_table_data_int64(table, 1), *bytes = samen_table_data_text(table, 0);
    struct ArrowSchema schema;
    struct ArrowArray array;
    OK(samen_table_export_arrow(table, &schema, &array, error));
    samen_table_free(table);
    ck_assert_ptr_eq(array.children[1]->buffers[1], whole);
    ck_assert_ptr_eq(array.children[0]->buffers[2], bytes);
    ck_assert_uint_eq((uintptr_t)whole % 64, 0);
    ck_assert_int_eq(((const int64_t *)array.children[1]->buffers[1])[2], -1);
    schema.release(&schema);
    array.release(&array);
}
END

/* Every array holds the table on its own: whoever is released last frees it, and nothing is freed twice.
 * That no byte is read after it was freed, and none is left, is for the address sanitizer to say. */
TEST(columns_may_be_released_in_any_order) {
    enum { COLUMNS = 6, ORDERS = 24 };
    for (int order = 0; order < ORDERS; order++) {
        samen_table *table = sample();
        struct ArrowSchema schema, names[COLUMNS];
        struct ArrowArray array, columns[COLUMNS];
        OK(samen_table_export_arrow(table, &schema, &array, error));
        int64_t whole = samen_table_get_int64(table, 0, 1, 0);
        int moved = order % COLUMNS + 1; /* so many are moved out */
        for (int i = 0; i < moved; i++) {
            names[i] = *schema.children[i];
            columns[i] = *array.children[i];
            schema.children[i]->release = NULL;
            array.children[i]->release = NULL;
        }
        if (order & 1)
            samen_table_free(table);
        if (order & 2)
            array.release(&array);
        if (order & 4)
            schema.release(&schema);
        for (int i = 0; i < moved; i++) {
            int at = (i * 5 + order) % moved; /* 5 has no factor in common with most counts */
            at = moved == 5 ? moved - 1 - i : at;
            if (at == 1)
                ck_assert_int_eq(((const int64_t *)columns[at].buffers[1])[0], whole);
            ck_assert_str_eq(names[at].name, sample_columns[at]);
            columns[at].release(&columns[at]);
            names[at].release(&names[at]);
            ck_assert_ptr_null(columns[at].release);
            ck_assert_ptr_null(names[at].release);
        }
        if (!(order & 2))
            array.release(&array);
        if (!(order & 4))
            schema.release(&schema);
        if (!(order & 1))
            samen_table_free(table);
    }
}
END

TEST(structs_may_be_moved_as_a_whole) {
    samen_table *table = sample();
    struct ArrowSchema schema, moved_schema;
    struct ArrowArray array, moved_array;
    OK(samen_table_export_arrow(table, &schema, &array, error));
    samen_table_free(table);
    moved_schema = schema;
    moved_array = array;
    memset(&schema, 0xA5, sizeof schema);
    memset(&array, 0xA5, sizeof array);
    ck_assert_str_eq(moved_schema.children[0]->name, "text");
    ck_assert_mem_eq(moved_array.children[0]->buffers[2], "Huis", 4);
    moved_array.release(&moved_array);
    moved_schema.release(&moved_schema);
}
END

TEST(a_schema_that_is_never_released_keeps_no_cell) {
    samen_table *table = sample();
    struct ArrowSchema schema;
    struct ArrowArray array;
    OK(samen_table_export_arrow(table, &schema, &array, error));
    array.release(&array);
    ck_assert_int_eq(atomic_load(&table->owners), 1);
    samen_table_free(table);
    ck_assert_str_eq(schema.children[0]->name, "text");
    schema.release(&schema);
}
END

TEST(columns_may_be_moved_out_and_released_later) {
    samen_table *table = sample();
    struct ArrowSchema schema, name;
    struct ArrowArray array, column;
    OK(samen_table_export_arrow(table, &schema, &array, error));
    samen_table_free(table);
    name = *schema.children[2];
    column = *array.children[2];
    schema.children[2]->release = NULL;
    array.children[2]->release = NULL;
    schema.release(&schema);
    array.release(&array);
    ck_assert_str_eq(name.name, "number");
    ck_assert_double_eq(((const double *)column.buffers[1])[0], 0.25);
    name.release(&name);
    column.release(&column);
}
END

/* A pair of the metadata at `at`; returns where the next one is. */
static const char *check_pair(const char *at, const char *key, const char *value) {
    const char *const texts[] = {key, value};
    for (int i = 0; i < 2; i++) {
        int32_t length;
        memcpy(&length, at, sizeof length);
        ck_assert_int_eq(length, (int32_t)strlen(texts[i]));
        ck_assert_mem_eq(at + sizeof length, texts[i], strlen(texts[i]));
        at += sizeof length + (size_t)length;
    }
    return at;
}

TEST(provenance_and_notes_are_metadata) {
    samen_table *table = sample();
    struct ArrowSchema schema;
    struct ArrowArray array;
    int32_t pairs;
    OK(samen_table_export_arrow(table, &schema, &array, error));
    memcpy(&pairs, schema.metadata, sizeof pairs);
    ck_assert_int_eq(pairs, 2);
    const char *at = schema.metadata + sizeof pairs;
    at = check_pair(at, "samen.measure", "centrality.degree");
    check_pair(at, "samen.note.self-ties", "left out");
    schema.release(&schema);
    array.release(&array);
    samen_table_free(table);
}
END

TEST(what_goes_out_comes_back_the_same) {
    samen_table *table = sample(), *back = NULL;
    struct ArrowSchema schema;
    struct ArrowArray array;
    OK(samen_table_export_arrow(table, &schema, &array, error));
    OK(samen_table_import_arrow(&schema, &array, &back, error));
    char *before = table_csv(table), *after = table_csv(back);
    ck_assert_str_eq(before, after);
    samen_free(before);
    samen_free(after);
    samen_table_free(table);
    samen_table_free(back);
}
END

TEST(a_table_without_rows_or_columns_goes_out) {
    samen_table *empty = make_table(0), *bare = make_table(0);
    add_texts(empty, "text", NULL);
    samen_table *const tables[] = {empty, bare};
    for (int i = 0; i < 2; i++) {
        struct ArrowSchema schema;
        struct ArrowArray array;
        OK(samen_table_export_arrow(tables[i], &schema, &array, error));
        ck_assert_int_eq(array.length, 0);
        ck_assert_int_eq(schema.n_children, 1 - i);
        schema.release(&schema);
        array.release(&array);
        samen_table_free(tables[i]);
    }
}
END

TEST(null_arguments_are_refused) {
    samen_table *table = sample();
    struct ArrowSchema schema;
    struct ArrowArray array;
    REFUSES(1, "table", samen_table_export_arrow(NULL, &schema, &array, error));
    REFUSES(2, "schema", samen_table_export_arrow(table, NULL, &array, error));
    REFUSES(3, "array", samen_table_export_arrow(table, &schema, NULL, error));
    samen_table_free(table);
}
END

SUITE("table/arrow_out", names_and_types_are_those_of_the_columns,
      cells_are_not_copied_and_outlive_the_table, columns_may_be_released_in_any_order,
      structs_may_be_moved_as_a_whole, a_schema_that_is_never_released_keeps_no_cell,
      columns_may_be_moved_out_and_released_later, provenance_and_notes_are_metadata,
      what_goes_out_comes_back_the_same, a_table_without_rows_or_columns_goes_out,
      null_arguments_are_refused)
