/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables made of Arrow streams. */
#include <errno.h>

#include "arrow.h"
#include "../refuses.h"

enum { BATCHES = 3 };

static const int64_t numbers[] = {1, 2, 3, 4, 5, 6};

/* Three batches of two rows of a number. */
static void start_numbers(brook *b, frame *frames) {
    for (int i = 0; i < BATCHES; i++) {
        start_frame(&frames[i], 2);
        add_child(&frames[i], "n", "l", NULL, numbers + 2 * i, NULL);
    }
    start_brook(b, frames, BATCHES);
}

/* Schema and batches, as far as they were given, are released, and so is the stream when it succeeded. */
static void check_released(const brook *b, int stream) {
    ck_assert_int_eq(b->released, stream);
    ck_assert((b->stream.release == NULL) == stream);
    for (int i = 0; i < b->count; i++)
        ck_assert_int_eq(b->frames[i].released, (i == 0) + (i < b->given));
}

static void check_stream(brook *b, const char *csv) {
    samen_table *table = NULL;
    OK(samen_table_import_arrow_stream(&b->stream, &table, error));
    char *text = table_csv(table);
    ck_assert_str_eq(text, csv);
    check_released(b, 1);
    samen_free(text);
    samen_table_free(table);
}

static void check_stream_refused(brook *b, samen_status status, int32_t argument, int64_t row,
                                 const char *words) {
    samen_table *table = NULL;
    samen_error error = {0};
    samen_status got = samen_table_import_arrow_stream(&b->stream, &table, &error);
    ck_assert_msg(got == status && strstr(error.message, words), "%s: \"%s\" is not \"%s\"",
                  samen_status_name(got), error.message, words);
    ck_assert_int_eq(error.argument, argument);
    ck_assert_int_eq(error.row, row);
    ck_assert_ptr_null(table);
    check_released(b, 0);
}

TEST(batches_come_one_behind_the_other) {
    frame frames[BATCHES];
    brook b;
    start_numbers(&b, frames);
    check_stream(&b, "n\n1\n2\n3\n4\n5\n6\n");
}
END

TEST(a_stream_without_batches_makes_a_table_without_rows) {
    frame frames[BATCHES];
    brook b;
    start_numbers(&b, frames);
    start_brook(&b, frames, 1);
    b.given = 1; /* nothing more to give */
    samen_table *table = NULL;
    OK(samen_table_import_arrow_stream(&b.stream, &table, error));
    ck_assert_int_eq(samen_table_rows(table), 0);
    ck_assert_int_eq(samen_table_columns(table), 1);
    ck_assert_int_eq(frames[0].released, 1);
    ck_assert_int_eq(b.released, 1);
    samen_table_free(table);
}
END

TEST(batches_may_be_empty_sliced_and_with_nulls) {
    const uint8_t valid[] = {0x02};
    frame frames[BATCHES];
    brook b;
    start_numbers(&b, frames);
    frames[0].array.length = frames[0].cells[0].length = 0;
    frames[0].buffers[0][1] = NULL;
    frames[1].array.length = 1;
    frames[1].array.offset = 1;
    frames[2].buffers[0][0] = valid;
    frames[2].cells[0].null_count = 1;
    samen_table *table = NULL;
    OK(samen_table_import_arrow_stream(&b.stream, &table, error));
    ck_assert_int_eq(samen_table_rows(table), 3);
    ck_assert_int_eq(samen_table_get_int64(table, 0, 0, 0), 4);
    ck_assert_int_eq(samen_table_get_int64(table, 1, 0, -7), -7);
    ck_assert_int_eq(samen_table_get_int64(table, 2, 0, 0), 6);
    check_released(&b, 1);
    samen_table_free(table);
}
END

TEST(each_batch_has_a_dictionary_of_its_own) {
    const int8_t index[] = {1, 0};
    const int32_t offsets[] = {0, 1, 2};
    frame frames[2];
    brook b;
    for (int i = 0; i < 2; i++) {
        start_frame(&frames[i], 2);
        add_words(&frames[i], add_child(&frames[i], "d", "c", NULL, index, NULL), 2, offsets,
                  i ? "yz" : "ab");
    }
    start_brook(&b, frames, 2);
    check_stream(&b, "d\nb\na\nz\ny\n");
}
END

TEST(rows_count_over_the_whole_stream) {
    const double odd[] = {1, NAN}, fine[] = {1, 2};
    const uint8_t mask[] = {0x01};
    frame frames[2];
    brook b;
    for (int i = 0; i < 2; i++) {
        start_frame(&frames[i], 2);
        add_child(&frames[i], "g", "g", NULL, i ? odd : fine, NULL);
    }
    start_brook(&b, frames, 2);
    check_stream_refused(&b, SAMEN_ERR_VALUE, 1, 3, "row 3, column \"g\": the number is NaN");
    start_frame(&frames[0], 2);
    start_frame(&frames[1], 2);
    add_child(&frames[0], "g", "g", NULL, fine, NULL);
    add_child(&frames[1], "g", "g", NULL, fine, NULL);
    frames[1].mask[0] = mask;
    frames[1].array.null_count = 1;
    start_brook(&b, frames, 2);
    check_stream_refused(&b, SAMEN_ERR_VALUE, 1, 3, "row 3 is null as a whole");
}
END

TEST(batches_that_do_not_fit_the_schema_are_refused) {
    frame frames[BATCHES];
    brook b;
    start_numbers(&b, frames);
    frames[2].array.n_children = 0;
    check_stream_refused(&b, SAMEN_ERR_ARGUMENT, 1, -1, "does not fit the schema");
    start_numbers(&b, frames);
    frames[1].array.length = INT64_MAX;
    check_stream_refused(&b, SAMEN_ERR_LIMIT, 1, -1, "more rows than a table can hold");
}
END

TEST(columns_are_judged_before_a_batch_is_asked_for) {
    frame frames[BATCHES];
    brook b;
    start_numbers(&b, frames);
    frames[0].names[0].format = "z";
    check_stream_refused(&b, SAMEN_ERR_UNSUPPORTED, 1, -1, "column \"n\" has bytes");
    ck_assert_int_eq(b.given, 0);
}
END

TEST(a_stream_that_fails_says_why) {
    static const struct {
        int code;
        const char *reason;
        samen_status status;
        int32_t argument;
        const char *words;
    } cases[] = {{EIO, "the disk is gone", SAMEN_ERR_IO, 1, "the stream failed: the disk is gone"},
                 {EINVAL, NULL, SAMEN_ERR_IO, 1, "the stream failed: it does not say why"},
                 {EINVAL, "", SAMEN_ERR_IO, 1, "it does not say why"},
                 {ENOMEM, "no memory", SAMEN_ERR_MEMORY, 0, "memory ran out"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        frame frames[BATCHES];
        brook b;
        start_numbers(&b, frames);
        b.fails = cases[i].code;
        b.reason = cases[i].reason;
        check_stream_refused(&b, cases[i].status, cases[i].argument, -1, cases[i].words);
        ck_assert_int_eq(b.given, BATCHES);
    }
    frame frames[BATCHES];
    brook b;
    start_numbers(&b, frames);
    b.fails = EIO;
    b.stream.get_last_error = NULL;
    check_stream_refused(&b, SAMEN_ERR_IO, 1, -1, "it does not say why");
}
END

static int refuse_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    (void)stream;
    out->release = count_schema; /* what a failing call leaves there means nothing */
    return EIO;
}

static int give_no_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    (void)stream;
    out->release = NULL;
    return 0;
}

TEST(a_stream_without_a_schema_is_refused) {
    frame frames[1];
    brook b;
    samen_table *table = NULL;
    start_frame(&frames[0], 0);
    start_brook(&b, frames, 0);
    b.stream.get_schema = refuse_schema;
    FAILS(SAMEN_ERR_IO, "the stream failed",
          samen_table_import_arrow_stream(&b.stream, &table, error));
    b.stream.get_schema = give_no_schema;
    FAILS(SAMEN_ERR_ARGUMENT, "gave no schema",
          samen_table_import_arrow_stream(&b.stream, &table, error));
    ck_assert_int_eq(b.released, 0);
}
END

TEST(null_and_released_arguments_are_refused) {
    frame frames[BATCHES];
    brook b;
    samen_table *table = NULL;
    start_numbers(&b, frames);
    REFUSES(1, "stream", samen_table_import_arrow_stream(NULL, &table, error));
    REFUSES(2, "out", samen_table_import_arrow_stream(&b.stream, NULL, error));
    ck_assert_int_eq(b.given, 0);
    b.stream.release = NULL;
    REFUSES(1, "released", samen_table_import_arrow_stream(&b.stream, &table, error));
}
END

SUITE("table/arrow_stream_in", batches_come_one_behind_the_other,
      a_stream_without_batches_makes_a_table_without_rows,
      batches_may_be_empty_sliced_and_with_nulls, each_batch_has_a_dictionary_of_its_own,
      rows_count_over_the_whole_stream, batches_that_do_not_fit_the_schema_are_refused,
      columns_are_judged_before_a_batch_is_asked_for, a_stream_that_fails_says_why,
      a_stream_without_a_schema_is_refused, null_and_released_arguments_are_refused)
