/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Struct arrays made by hand, for reading them as tables. Everything is the test's own: releasing only
 * counts. */
#ifndef SAMEN_TESTS_UNIT_TABLE_ARROW_H
#define SAMEN_TESTS_UNIT_TABLE_ARROW_H

#include "suite.h"

enum { MOST_CHILDREN = 20, MOST_BUFFERS = 6 };

typedef struct frame {
    struct ArrowSchema schema, names[MOST_CHILDREN], *name_pointers[MOST_CHILDREN];
    struct ArrowArray array, cells[MOST_CHILDREN], *cell_pointers[MOST_CHILDREN];
    struct ArrowSchema word_names[MOST_CHILDREN];
    struct ArrowArray words[MOST_CHILDREN];
    const void *buffers[MOST_CHILDREN][MOST_BUFFERS], *word_buffers[MOST_CHILDREN][MOST_BUFFERS];
    const void *mask[1];
    int released; /* the schema and the array */
} frame;

static inline void count_schema(struct ArrowSchema *schema) {
    ++*(int *)schema->private_data;
    schema->release = NULL;
}

static inline void count_array(struct ArrowArray *array) {
    ++*(int *)array->private_data;
    array->release = NULL;
}

/* An empty struct array of so many rows. The frame must not be moved. */
static inline void start_frame(frame *f, int64_t rows) {
    memset(f, 0, sizeof *f);
    f->schema = (struct ArrowSchema){.format = "+s",
                                     .children = f->name_pointers,
                                     .release = count_schema,
                                     .private_data = &f->released};
    f->array = (struct ArrowArray){.length = rows,
                                   .n_buffers = 1,
                                   .buffers = f->mask,
                                   .children = f->cell_pointers,
                                   .release = count_array,
                                   .private_data = &f->released};
}

/* One more column of so many buffers, which the caller fills. */
static inline int64_t add_bare_child(frame *f, const char *name, const char *format,
                                     int64_t buffers) {
    int64_t i = f->schema.n_children++;
    f->array.n_children = f->schema.n_children;
    f->name_pointers[i] = &f->names[i];
    f->cell_pointers[i] = &f->cells[i];
    f->names[i] = (struct ArrowSchema){
        .format = format, .name = name, .release = count_schema, .private_data = &f->released};
    f->cells[i] = (struct ArrowArray){.length = f->array.length,
                                      .n_buffers = buffers,
                                      .buffers = f->buffers[i],
                                      .release = count_array,
                                      .private_data = &f->released};
    return i;
}

/* One more column. `valid` has a bit for each row, or is NULL; texts have offsets and bytes. */
static inline int64_t add_child(frame *f, const char *name, const char *format, const void *valid,
                                const void *data, const void *bytes) {
    int64_t i = add_bare_child(f, name, format, bytes ? 3 : data ? 2 : 0);
    f->buffers[i][0] = valid;
    f->buffers[i][1] = data;
    f->buffers[i][2] = bytes;
    f->cells[i].null_count = valid ? -1 : 0;
    return i;
}

/* The column is numbers into these values. */
static inline void add_dictionary(frame *f, int64_t child, const char *format, int64_t count,
                                  const void *valid, const void *data, const void *bytes) {
    f->word_buffers[child][0] = valid;
    f->word_buffers[child][1] = data;
    f->word_buffers[child][2] = bytes;
    f->word_names[child] = (struct ArrowSchema){.format = format, .release = count_schema};
    f->words[child] = (struct ArrowArray){.length = count,
                                          .null_count = valid ? -1 : 0,
                                          .n_buffers = bytes ? 3 : 2,
                                          .buffers = f->word_buffers[child],
                                          .release = count_array};
    f->names[child].dictionary = &f->word_names[child];
    f->cells[child].dictionary = &f->words[child];
}

static inline void add_words(frame *f, int64_t child, int64_t count, const int32_t *offsets,
                             const char *bytes) {
    add_dictionary(f, child, "u", count, NULL, offsets, bytes);
}

/* The frame becomes this table, and is released. */
static inline void check_table(frame *f, const char *csv) {
    samen_table *table = NULL;
    OK(samen_table_import_arrow(&f->schema, &f->array, &table, error));
    char *text = table_csv(table);
    ck_assert_str_eq(text, csv);
    ck_assert_int_eq(f->released, 2);
    ck_assert_ptr_null(f->schema.release);
    ck_assert_ptr_null(f->array.release);
    samen_free(text);
    samen_table_free(table);
}

/* The frame is refused, and neither released nor changed. */
static inline void check_refused(frame *f, samen_status status, int32_t argument, int64_t row,
                                 int64_t column, const char *words) {
    samen_table *table = NULL;
    samen_error error = {0};
    samen_status got = samen_table_import_arrow(&f->schema, &f->array, &table, &error);
    ck_assert_msg(got == status && strstr(error.message, words), "%s: \"%s\" is not \"%s\"",
                  samen_status_name(got), error.message, words);
    ck_assert_int_eq(error.code, status);
    ck_assert_int_eq(error.argument, argument);
    ck_assert_int_eq(error.row, row);
    ck_assert_int_eq(error.column, column);
    ck_assert_ptr_null(table);
    ck_assert_int_eq(f->released, 0);
    ck_assert_ptr_nonnull(f->schema.release);
    ck_assert_ptr_nonnull(f->array.release);
    ck_assert_int_eq(samen_table_import_arrow(&f->schema, &f->array, &table, NULL), status);
}

/* ---- Streams ---------------------------------------------------------------------------------------- */

/* Frames one after the other, of which the first has the schema. */
typedef struct brook {
    struct ArrowArrayStream stream;
    frame *frames;
    int count, given;
    int fails; /* with this code after all frames */
    const char *reason;
    int released;
} brook;

static inline int give_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    brook *b = stream->private_data;
    *out = b->frames[0].schema;
    return 0;
}

static inline int give_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
    brook *b = stream->private_data;
    if (b->given == b->count) {
        *out = (struct ArrowArray){0};
        return b->fails;
    }
    *out = b->frames[b->given++].array;
    return 0;
}

static inline const char *give_reason(struct ArrowArrayStream *stream) {
    return ((brook *)stream->private_data)->reason;
}

static inline void count_stream(struct ArrowArrayStream *stream) {
    ((brook *)stream->private_data)->released++;
    stream->release = NULL;
}

/* The brook must not be moved. */
static inline void start_brook(brook *b, frame *frames, int count) {
    *b = (brook){.frames = frames, .count = count};
    b->stream = (struct ArrowArrayStream){.get_schema = give_schema,
                                          .get_next = give_next,
                                          .get_last_error = give_reason,
                                          .release = count_stream,
                                          .private_data = b};
}

#endif
