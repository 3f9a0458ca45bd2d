/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that come again and again in a column, as one thread reads it: each is understood once. */
#ifndef SAMEN_IO_WORDS_H
#define SAMEN_IO_WORDS_H

#include <stdint.h>

#include "core/hash.h"
#include "io/csv.h"
#include "samen/core.h"

/* ---- Keys: numbered by this thread, and later, in the order of the file, by the network ---------- */

typedef struct samen__labels {
    const samen__keys *known; /* the network's keys */
    int32_t is_closed;        /* there are no others, and the numbers are the network's at once */
    samen__keys seen;         /* otherwise: those seen by this thread, in order */
    int32_t *number;          /* the network's number of each that was settled */
    int64_t settled, capacity;
} samen__labels;

void samen__labels_start(samen__labels *labels, const samen__keys *known, int32_t is_closed);
void samen__labels_free(samen__labels *labels);

/* Make ready for being looked up; 16 bytes from the beginning of the cell on can be read. */
static inline samen__name samen__labels_name(const samen__labels *labels, samen__span cell) {
    samen__name name = samen__keys_name(&labels->seen, cell.bytes, cell.length);
    samen__keys_await(labels->is_closed ? labels->known : &labels->seen, &name);
    return name;
}

/* A key that this thread has not seen. */
samen_status samen__labels_add(samen__labels *labels, const samen__name *name, int32_t *number,
                               samen_error *err);

/* The thread's number of the key, or -1 when there are no others than those known and it is none. */
static inline samen_status samen__labels_find(samen__labels *labels, const samen__name *name,
                                              int32_t *number, samen_error *err) {
    const samen__keys *keys = labels->is_closed ? labels->known : &labels->seen;
    *number = (int32_t)samen__keys_find_name(keys, name);
    return *number >= 0 || labels->is_closed ? SAMEN_OK
                                             : samen__labels_add(labels, name, number, err);
}

/* Give the keys that are new since the last time their place in the network. */
samen_status samen__labels_settle(samen__labels *labels, samen__keys *known, samen_error *err);

/* From the thread's number of a settled key to the network's. */
static inline int32_t samen__labels_number(const samen__labels *labels, int32_t number) {
    return labels->is_closed ? number : labels->number[number];
}

/* ---- Words: each stands for a small number ------------------------------------------------------- */

/* What a word means; not SAMEN_OK when nothing. */
typedef samen_status (*samen__meaning)(const void *context, samen__span word, int32_t *value);

typedef struct samen__words {
    samen__meaning meaning;
    const void *context;
    samen__keys seen;
    int32_t *value; /* of each word seen */
    int64_t capacity;
} samen__words;

void samen__words_start(samen__words *words, samen__meaning meaning, const void *context);
void samen__words_free(samen__words *words);
samen_status samen__words_read(samen__words *words, samen__span word, int32_t *value,
                               samen_error *err);

#endif
