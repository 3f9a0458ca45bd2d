/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What drawings are made on: paths, circles, text and groups, in millimetres from the upper left corner. Drawing
 * code knows nothing else, so that the same code makes every format. A surface keeps its own failures and tells
 * them when it is finished. */
#ifndef SAMEN_DRAW_SURFACE_H
#define SAMEN_DRAW_SURFACE_H

#include <stdint.h>

#include "samen/core.h"

/* Colours are 0xRRGGBB, and this. */
#define SAMEN__NO_COLOUR 0xFF000000u

typedef struct samen__pen {
    uint32_t fill, line;
    double width;    /* of the line */
    int32_t pattern; /* of the line: of samen__form_pattern in draw/palette.h; 0 is unbroken */
    double opacity;  /* of fill and line; 0 counts as 1 */
} samen__pen;

#define SAMEN__HALO 0.2 /* the width of its line, in sizes of the letters */

enum { SAMEN__ANCHOR_START, SAMEN__ANCHOR_MIDDLE, SAMEN__ANCHOR_END };

typedef struct samen__lettering {
    double size; /* height of the line; the largest letters take 0.73 of it */
    uint32_t colour;
    int32_t anchor;
    int32_t bold;
    int32_t halo; /* a rim of white, to stand on lines */
    double turn;  /* degrees, clockwise, around its place */
} samen__lettering;

/* A path that grows, in absolute places. Where an outline goes round the other way within another, it is a hole. */
typedef struct samen__trace {
    char *step; /* 'M' and 'L' with one place each, 'C' with three, 'Z' with none */
    double *at; /* x and y of one place after the other */
    int64_t steps, step_capacity;
    int64_t places, place_capacity;
    int32_t failed; /* memory ran out; everything after is dropped */
} samen__trace;

void samen__trace_move(samen__trace *path, double x, double y);
void samen__trace_line(samen__trace *path, double x, double y);
void samen__trace_curve(samen__trace *path, double x1, double y1, double x2, double y2, double x,
                        double y);
void samen__trace_close(samen__trace *path);
void samen__trace_rectangle(samen__trace *path, double x, double y, double width, double height);
void samen__trace_clear(samen__trace *path); /* keeps its memory for the next */
void samen__trace_free(samen__trace *path);

typedef struct samen__page {
    double width, height;
    const char *title;
    const char *description;
    const char *language; /* as "en" */
} samen__page;

typedef struct samen__surface samen__surface;
struct samen__sociogram;
struct samen__places;

/* The functions of a surface; call them by the short forms below. Where `pen` is NULL, that of the group holds.
 * `title` is what a reader is told who points at a mark or listens to it; NULL for what is told elsewhere. `placed` may
 * be NULL: it is for whoever needs more of a sociogram than its picture, and is called when everything has its place,
 * before it is drawn. */
struct samen__surface {
    void (*open_page)(samen__surface *surface, const samen__page *page);
    void (*close_page)(samen__surface *surface);
    void (*open_group)(samen__surface *surface, const char *title, const samen__pen *pen);
    void (*close_group)(samen__surface *surface);
    void (*path)(samen__surface *surface, const samen__trace *path, const samen__pen *pen,
                 const char *title);
    void (*circle)(samen__surface *surface, double x, double y, double radius,
                   const samen__pen *pen, const char *title);
    void (*text)(samen__surface *surface, double x, double y, const char *text, int64_t length,
                 const samen__lettering *lettering);
    void (*placed)(samen__surface *surface, const struct samen__sociogram *sociogram,
                   const struct samen__places *places);
    int32_t stopped; /* it wants no more: what would be drawn on it need not be worked out */
};

static inline samen__pen samen__filled(uint32_t colour) {
    return (samen__pen){.fill = colour, .line = SAMEN__NO_COLOUR};
}

static inline samen__pen samen__lined(uint32_t colour, double width) {
    return (samen__pen){.fill = SAMEN__NO_COLOUR, .line = colour, .width = width};
}

#endif
