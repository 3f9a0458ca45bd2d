/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of rows in pieces that each begin and end with a whole row, so that each can be read by itself. */
#ifndef SAMEN_IO_PIECES_H
#define SAMEN_IO_PIECES_H

#include <stdint.h>

#include "io/stream.h"
#include "samen/core.h"

/* Bytes behind a piece that may be read and mean nothing. */
enum { SAMEN__PIECE_ROOM = 64 };

typedef struct samen__piece {
    char *bytes;
    int64_t length; /* 0: there are no more rows */
    int64_t capacity;
} samen__piece;

typedef struct samen__pieces {
    samen__stream stream;
    char
        separator; /* the caller's to set once it is known; until then no quoted cell is understood */
    int64_t size;      /* of a piece, about */
    samen__piece left; /* the beginning of the next one */
    int32_t is_over;   /* nothing more is in the file */
} samen__pieces;

samen_status samen__pieces_open(samen__pieces *pieces, const char *path, int64_t size,
                                const samen_io_read_options *limits, samen_error *err);

/* The next piece, into memory that `piece` has or gets. SAMEN_ERR_LIMIT when no row ends within max_line
 * bytes. */
samen_status samen__pieces_next(samen__pieces *pieces, samen__piece *piece, samen_error *err);

/* Put bytes back, to be the beginning of the next piece. */
samen_status samen__pieces_return(samen__pieces *pieces, const char *bytes, int64_t length,
                                  samen_error *err);

/* How much of the file was cut off, from 0 to 1. */
double samen__pieces_fraction(const samen__pieces *pieces);

/* At most how many pieces are still to come, unless the file grows. */
int64_t samen__pieces_most(const samen__pieces *pieces);

void samen__pieces_close(samen__pieces *pieces);

#endif
