/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Struct arrays made by hand, for reading them as tables. Everything is the test's own: releasing only
 * counts. */
#ifndef SAMEN_TESTS_UNIT_TABLE_ARROW_H
#define SAMEN_TESTS_UNIT_TABLE_ARROW_H

#include "suite.h"

enum { MOST_CHILDREN = 20 };

typedef struct frame {
    struct ArrowSchema schema, names[MOST_CHILDREN], *name_pointers[MOST_CHILDREN];
    struct ArrowArray array, cells[MOST_CHILDREN], *cell_pointers[MOST_CHILDREN];
    struct ArrowSchema word_names[MOST_CHILDREN];
    struct ArrowArray words[MOST_CHILDREN];
    const void *buffers[MOST_CHILDREN][3], *word_buffers[MOST_CHILDREN][3], *none[1];
    int released;
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
                                   .buffers = f->none,
                                   .children = f->cell_pointers,
                                   .release = count_array,
                                   .private_data = &f->released};
}

/* One more column. `valid` has a bit for each row, or is NULL; texts have offsets and bytes. */
static inline int64_t add_child(frame *f, const char *name, const char *format, const void *valid,
                                const void *data, const void *bytes) {
    int64_t i = f->schema.n_children++;
    f->array.n_children = f->schema.n_children;
    f->name_pointers[i] = &f->names[i];
    f->cell_pointers[i] = &f->cells[i];
    f->names[i] = (struct ArrowSchema){.format = format, .name = name};
    f->buffers[i][0] = valid;
    f->buffers[i][1] = data;
    f->buffers[i][2] = bytes;
    f->cells[i] = (struct ArrowArray){.length = f->array.length,
                                      .null_count = valid ? -1 : 0,
                                      .n_buffers = bytes  ? 3
                                                   : data ? 2
                                                          : 0,
                                      .buffers = f->buffers[i]};
    return i;
}

/* The column is numbers into these texts. */
static inline void add_words(frame *f, int64_t child, int64_t count, const int32_t *offsets,
                             const char *bytes) {
    f->word_buffers[child][1] = offsets;
    f->word_buffers[child][2] = bytes;
    f->word_names[child] = (struct ArrowSchema){.format = "u"};
    f->words[child] =
        (struct ArrowArray){.length = count, .n_buffers = 3, .buffers = f->word_buffers[child]};
    f->names[child].dictionary = &f->word_names[child];
    f->cells[child].dictionary = &f->words[child];
}

#endif
