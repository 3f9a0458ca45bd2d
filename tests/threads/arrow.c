/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table handed out by many threads, its columns released by others than those that got them. Run under
 * the thread sanitizer by its preset. */
#include <pthread.h>

#include "suite.h"
#include "../unit/table/make.h"

enum { THREADS = 8, ROUNDS = 200, COLUMNS = 6, PILE = 64 };

/* Columns that lie ready to be released by whoever comes next. */
typedef struct pile {
    pthread_mutex_t lock;
    struct ArrowArray array[PILE];
    int count;
} pile;

typedef struct worker {
    samen_table *table;
    pile *columns;
    int64_t sum; /* of the third cell of each "full" column that it released */
    int failed;
} worker;

/* Lay a column on the pile, and take one from it when it is full. */
static int swap(pile *p, struct ArrowArray *column) {
    int full = 0;
    pthread_mutex_lock(&p->lock);
    if (p->count == PILE) {
        struct ArrowArray other = p->array[(uintptr_t)column->buffers / 64 % PILE];
        p->array[(uintptr_t)column->buffers / 64 % PILE] = *column;
        *column = other;
        full = 1;
    } else {
        p->array[p->count++] = *column;
    }
    pthread_mutex_unlock(&p->lock);
    return full;
}

static void release(worker *w, struct ArrowArray *column) {
    const int64_t *cells = column->buffers[1];
    w->sum += cells[2];
    column->release(column);
}

static void *work(void *argument) {
    worker *w = argument;
    for (int round = 0; round < ROUNDS; round++) {
        struct ArrowArrayStream stream;
        struct ArrowSchema schema;
        struct ArrowArray array;
        if (samen_table_export_arrow_stream(w->table, &stream, NULL) != SAMEN_OK ||
            stream.get_schema(&stream, &schema) != 0 || stream.get_next(&stream, &array) != 0) {
            w->failed++;
            return NULL;
        }
        struct ArrowArray column = *array.children[COLUMNS - 1];
        array.children[COLUMNS - 1]->release = NULL;
        if (round % 2)
            stream.release(&stream);
        schema.release(&schema);
        array.release(&array);
        if (swap(w->columns, &column))
            release(w, &column);
        if (round % 2 == 0)
            stream.release(&stream);
    }
    samen_table_free(w->table);
    return NULL;
}

/* Oracle: each column that was handed out has 3 in its third cell, and is released once. */
TEST(columns_are_released_by_other_threads) {
    samen_table *table = make_sample();
    pile columns = {.lock = PTHREAD_MUTEX_INITIALIZER};
    worker workers[THREADS];
    pthread_t threads[THREADS];
    int64_t sum = 0;
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (worker){.table = samen_table_retain(table), .columns = &columns};
        ck_assert_int_eq(pthread_create(&threads[i], NULL, work, &workers[i]), 0);
    }
    samen_table_free(table);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        ck_assert_int_eq(workers[i].failed, 0);
        sum += workers[i].sum;
    }
    ck_assert_int_eq(columns.count, PILE);
    worker last = {0};
    for (int i = 0; i < columns.count; i++)
        release(&last, &columns.array[i]);
    ck_assert_int_eq(sum + last.sum, (int64_t)3 * THREADS * ROUNDS);
}
END

/* A worker of the next test: a batch that another thread made, read as a table. */
static void *take_in(void *argument) {
    struct ArrowArrayStream *stream = argument;
    samen_table *table = NULL;
    if (samen_table_import_arrow_stream(stream, &table, NULL) != SAMEN_OK)
        return argument;
    samen_table_free(table);
    return NULL;
}

TEST(streams_are_taken_in_by_other_threads) {
    samen_table *table = make_sample();
    struct ArrowArrayStream streams[THREADS];
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        OK(samen_table_export_arrow_stream(table, &streams[i], error));
    samen_table_free(table);
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, take_in, &streams[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        void *failed = NULL;
        pthread_join(threads[i], &failed);
        ck_assert_ptr_null(failed);
    }
}
END

SUITE("threads, Arrow", columns_are_released_by_other_threads,
      streams_are_taken_in_by_other_threads)
