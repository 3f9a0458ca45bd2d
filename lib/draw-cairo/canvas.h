/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A surface of samen/surface.h that draws on Cairo and gives a PNG or a PDF. */
#ifndef SAMEN_DRAW_CAIRO_CANVAS_H
#define SAMEN_DRAW_CAIRO_CANVAS_H

#include "draw-cairo/bytes.h"
#include "draw-cairo/letters.h"
#include "samen/draw_cairo.h"

enum { SAMEN__DEEPEST = 32 }; /* groups in groups */

typedef struct samen__canvas {
    uint32_t format, dpi;
    samen__bytes bytes; /* what was written, when the page has ended */
    samen_error error;  /* why the drawing was stopped; its code is 0 when it was not */

    double width, height; /* of the page in millimetres */
    cairo_surface_t *page;
    cairo_t *to;
    samen__letters letters;
    double opacity[SAMEN__DEEPEST]; /* of the groups that are open */
    int32_t depth;
    cairo_t *held; /* lines of a PDF that may become an image; NULL: none */
    int64_t held_lines;
} samen__canvas;

/* The surface of a canvas that has its format and resolution and is zeroed otherwise. */
samen_surface samen__canvas_surface(samen__canvas *canvas);

void samen__canvas_free(samen__canvas *canvas);

#endif
