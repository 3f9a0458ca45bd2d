/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes that grow: where Cairo writes to. The one place where this library allocates. */
#ifndef SAMEN_DRAW_CAIRO_BYTES_H
#define SAMEN_DRAW_CAIRO_BYTES_H

#include <cairo.h>
#include <stdint.h>

typedef struct samen__bytes {
    uint8_t *byte;
    int64_t length, capacity;
    int32_t failed; /* memory ran out; everything after is dropped */
} samen__bytes;

/* A cairo_write_func_t; `bytes` is the samen__bytes. Ask `failed` at the end: Cairo 1.16 forgets what a PNG's writer
 * answered. */
cairo_status_t samen__bytes_write(void *bytes, const unsigned char *more, unsigned int length);

/* Say in a PNG how many dots make a metre, which Cairo's writer leaves out: programs that put it on paper then know
 * its size. The chunk stands behind the first, as the format wants it. */
cairo_status_t samen__bytes_add_resolution(samen__bytes *png, uint32_t dpi);

void samen__bytes_free(samen__bytes *bytes);

#endif
