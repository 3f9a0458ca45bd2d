/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties and memberships in bulk: a file is dealt out to threads piece by piece, and taken over in order, so
 * that the network is the same for any number of threads and any size of pieces.
 *
 * Reading in bulk knows no faults: where anything is not in order it gives up, and the file is read once
 * more row by row (io/rows.c), which says what is wrong and where. */
#ifndef SAMEN_IO_BULK_H
#define SAMEN_IO_BULK_H

#include <stdint.h>

#include "io/dataset.h"
#include "io/words.h"

/* All rows of a file into the builder. reading->gave_up tells that something was not in order. */
samen_status samen__read_bulk(samen__reading *reading, int32_t file, samen_error *err);

/* ---- bulk_rows.c: one thread's part ---------------------------------------------------------------- */

/* Rows that are read together, their keys first, so that memory is asked for before it is needed. */
enum { SAMEN__BULK_BATCH = 32 };

typedef struct samen__hand {
    const samen__sheet *sheet;
    samen__piece piece;
    uint32_t *mark; /* where the cells of the piece end */
    int64_t mark_capacity;
    samen__csv csv;    /* for pieces that marks alone cannot part */
    samen__span *cell; /* of a batch, row by row */
    samen__labels organisations, partnerships, roles;
    samen__words forms, yes_no;
    char point;      /* the decimal sign of the weights of the piece, 0: there was none */
    double fraction; /* of the file, up to the end of the piece */
    int32_t gave_up; /* something in the piece is not in order */
    samen__tie *tie; /* of the piece, with this thread's numbers; or the memberships */
    samen__membership *membership;
    samen__span *extra; /* the cells of attributes of the piece, row by row */
    int64_t rows, capacity, extra_capacity;
} samen__hand;

samen_status samen__hand_open(const samen__reading *reading, const samen__sheet *sheet,
                              samen__hand **hand, samen_error *err);
void samen__hand_close(samen__hand *hand);

/* The piece to records. */
samen_status samen__hand_read(samen__hand *hand, samen_error *err);

#endif
