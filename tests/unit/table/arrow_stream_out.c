/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables handed out as Arrow streams. */
#include "../refuses.h"
#include "make.h"

TEST(a_stream_gives_its_schema_one_batch_and_the_end) {
    samen_table *table = make_sample();
    struct ArrowArrayStream stream;
    struct ArrowSchema schema;
    struct ArrowArray batch, end;
    const void *whole = samen_table_data_int64(table, 1);
    OK(samen_table_export_arrow_stream(table, &stream, error));
    samen_table_free(table);
    ck_assert_int_eq(stream.get_schema(&stream, &schema), 0);
    ck_assert_str_eq(schema.format, "+s");
    ck_assert_int_eq(schema.n_children, 6);
    ck_assert_int_eq(stream.get_next(&stream, &batch), 0);
    ck_assert_int_eq(batch.length, 3);
    ck_assert_ptr_eq(batch.children[1]->buffers[1], whole);
    for (int i = 0; i < 2; i++) { /* the end stays the end */
        memset(&end, 0xA5, sizeof end);
        ck_assert_int_eq(stream.get_next(&stream, &end), 0);
        ck_assert_ptr_null(end.release);
    }
    ck_assert_ptr_null(stream.get_last_error(&stream));
    stream.release(&stream);
    ck_assert_ptr_null(stream.release);
    ck_assert_int_eq(((const int64_t *)batch.children[1]->buffers[1])[2], -1);
    batch.release(&batch);
    schema.release(&schema);
}
END

TEST(a_schema_may_be_asked_for_often) {
    samen_table *table = make_sample();
    struct ArrowArrayStream stream;
    struct ArrowSchema schemas[3];
    OK(samen_table_export_arrow_stream(table, &stream, error));
    samen_table_free(table);
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(stream.get_schema(&stream, &schemas[i]), 0);
    stream.release(&stream);
    for (int i = 0; i < 3; i++) {
        ck_assert_str_eq(schemas[i].children[5]->name, "full");
        schemas[i].release(&schemas[i]);
    }
}
END

TEST(a_stream_may_be_moved_and_released_unread) {
    samen_table *table = make_sample();
    struct ArrowArrayStream stream, moved;
    OK(samen_table_export_arrow_stream(table, &stream, error));
    samen_table_free(table);
    moved = stream;
    memset(&stream, 0xA5, sizeof stream);
    moved.release(&moved);
    ck_assert_ptr_null(moved.release);
}
END

TEST(a_table_without_rows_or_columns_gives_a_batch_too) {
    samen_table *empty = make_table(0), *bare = make_table(0);
    add_texts(empty, "text", NULL);
    samen_table *const tables[] = {empty, bare};
    for (int i = 0; i < 2; i++) {
        struct ArrowArrayStream stream;
        struct ArrowArray batch;
        OK(samen_table_export_arrow_stream(tables[i], &stream, error));
        ck_assert_int_eq(stream.get_next(&stream, &batch), 0);
        ck_assert_ptr_nonnull(batch.release);
        ck_assert_int_eq(batch.length, 0);
        ck_assert_int_eq(batch.n_children, 1 - i);
        batch.release(&batch);
        stream.release(&stream);
        samen_table_free(tables[i]);
    }
}
END

TEST(what_streams_out_comes_back_the_same) {
    samen_table *table = make_sample(), *back = NULL;
    struct ArrowArrayStream stream;
    OK(samen_table_export_arrow_stream(table, &stream, error));
    OK(samen_table_import_arrow_stream(&stream, &back, error));
    ck_assert_ptr_null(stream.release);
    char *before = table_csv(table), *after = table_csv(back);
    ck_assert_str_eq(before, after);
    samen_free(before);
    samen_free(after);
    samen_table_free(table);
    samen_table_free(back);
}
END

TEST(null_arguments_are_refused) {
    samen_table *table = make_table(0);
    struct ArrowArrayStream stream;
    REFUSES(1, "table", samen_table_export_arrow_stream(NULL, &stream, error));
    REFUSES(2, "stream", samen_table_export_arrow_stream(table, NULL, error));
    samen_table_free(table);
}
END

SUITE("table/arrow_stream_out", a_stream_gives_its_schema_one_batch_and_the_end,
      a_schema_may_be_asked_for_often, a_stream_may_be_moved_and_released_unread,
      a_table_without_rows_or_columns_gives_a_batch_too, what_streams_out_comes_back_the_same,
      null_arguments_are_refused)
