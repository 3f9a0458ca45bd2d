/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows cut into tasks of about equally many arcs: no task is long because a vertex has many neighbours,
 * and how they are cut depends on the rows alone. */
#ifndef SAMEN_KERNELS_PORTIONS_H
#define SAMEN_KERNELS_PORTIONS_H

#include <stddef.h>

#include "kernels/rows.h"

/* The arcs from..to-1 of one task; the vertices whose rows begin there are first..end-1. */
typedef struct samen__portion {
    int64_t from, to;
    int64_t first, end;
} samen__portion;

/* How many portions the rows fall into: 0 without vertices. */
int64_t samen__portions(const samen__rows *rows);
samen__portion samen__portion_of(const samen__rows *rows, int64_t task);

/* The vertex that an arc leaves from. O(log vertices). */
int64_t samen__arc_source(const samen__rows *rows, int64_t arc);

/* Of lists whose tasks follow each other, which one holds a task: `first` is the number of the first list's first
 * task, those of the others stand `stride` bytes apart. O(log lists). */
int64_t samen__list_with(const int64_t *first, int64_t lists, size_t stride, int64_t task);

#endif
