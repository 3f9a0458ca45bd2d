/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV file, row by row, with the places of everything. RFC 4180; separator recognised. */
#ifndef SAMEN_IO_CSV_H
#define SAMEN_IO_CSV_H

#include <stdint.h>

#include "samen/core.h"
#include "samen/io.h"

typedef struct samen__span {
    const char *bytes;
    int64_t length;
} samen__span;

typedef struct samen__csv {
    char *bytes; /* the whole file; quoted cells are unfolded in place */
    int64_t length;
    int64_t at;
    int64_t line;      /* where the current row starts, from 1 */
    int64_t next_line; /* where the next row starts */
    int64_t row;       /* the current row, from 0, the header not counted; -1 is the header */
    int64_t max_line;
    char separator;
    int32_t has_moved; /* bytes of the current row were moved to unfold its cells */
    samen__span *field;
    int64_t fields;
    int64_t field_capacity;
} samen__csv;

/* Take over the bytes of a file and recognise its separator. */
samen_status samen__csv_start(samen__csv *csv, char *bytes, int64_t length, int64_t max_line,
                              samen_error *err);
void samen__csv_free(samen__csv *csv);

/* The next row that is not an empty line; *more is 0 at the end. On a failure err->column is the cell,
 * the row is passed over, and reading can go on, except after an open quote, where *more is 0. */
samen_status samen__csv_next(samen__csv *csv, int32_t *more, samen_error *err);

#endif
