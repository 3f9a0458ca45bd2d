/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a file in order, unpacked when they are gzip, within the caller's limits. */
#ifndef SAMEN_IO_STREAM_H
#define SAMEN_IO_STREAM_H

#include <stdint.h>
#include <zlib.h>

#include "core/file.h"
#include "samen/core.h"
#include "samen/io.h"

typedef struct samen__stream {
    samen__file file;
    const samen_io_read_options *limits; /* the caller's, as is the path */
    char *held;                          /* bytes of the file that were not given out yet */
    int64_t held_from, held_to;
    int64_t made; /* bytes given out */
    int32_t is_packed;
    int32_t is_over;
    z_stream *unpacker; /* stays where it is when the stream is moved, as zlib needs */
} samen__stream;

samen_status samen__stream_open(samen__stream *stream, const char *path,
                                const samen_io_read_options *limits, samen_error *err);

/* The next bytes; fewer than there is room for only at the end. */
samen_status samen__stream_read(samen__stream *stream, char *to, int64_t room, int64_t *got,
                                samen_error *err);

/* Also of one that was never opened. */
void samen__stream_close(samen__stream *stream);

#endif
