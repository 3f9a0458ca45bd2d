/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of arrays of every Arrow type that a column can be made of. */
#ifndef SAMEN_TABLE_ARROW_CELLS_H
#define SAMEN_TABLE_ARROW_CELLS_H

#include <stdint.h>

#include "core/text.h"
#include "samen/table.h"

typedef struct samen__cell {
    int64_t whole; /* a whole number, yes or no, a day */
    double real;
    const char *bytes; /* a text, inside the array */
    int64_t length;
} samen__cell;

/* What is at a place that is not null. Returns NULL, or what is wrong with it. */
typedef const char *samen__cell_reader(const struct ArrowArray *array, int64_t at,
                                       samen__cell *out);

typedef struct samen__cell_type {
    const char *format;
    int32_t type;             /* of the column */
    int64_t buffers;          /* that there are at least */
    samen__cell_reader *read; /* NULL where every cell is null */
} samen__cell_type;

/* The type of a format, or NULL when there is no column for it. */
const samen__cell_type *samen__cell_type_of(const char *format);

/* Can cells of the type be numbers into a dictionary? */
int samen__cell_type_is_whole(const samen__cell_type *type);

/* Say what a format is that there is no column for, and what to do about it. */
void samen__cell_type_refuse(const char *format, samen__text *text);

#endif
