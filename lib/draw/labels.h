/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels beside marks: the important ones first, each where it lies on the fewest lines, none on another. */
#ifndef SAMEN_DRAW_LABELS_H
#define SAMEN_DRAW_LABELS_H

#include "draw/frame.h"

/* A place on the page that is taken, in cells of a raster. */
typedef struct samen__labels {
    samen__box box; /* labels stay within */
    double cell;
    int64_t columns, rows;
    uint8_t *taken;     /* bits below */
    uint8_t *lines;     /* how many ties pass */
    double furthest;    /* from the mark, with a line that leads to it; 0: beside it only */
    int32_t over_marks; /* labels may lie on marks where there is no other room */
    samen__text text;   /* scratch, as is the next */
    samen__trace leader;
} samen__labels;

samen_status samen__labels_open(samen__labels *labels, const samen__box *box, samen_error *err);

/* What labels keep off: a mark of that reach around its middle. */
void samen__labels_mark(samen__labels *labels, double x, double y, double reach);

/* What labels avoid: a line, when they have the choice. */
void samen__labels_line(samen__labels *labels, double x1, double y1, double x2, double y2);

/* Text that others keep off. */
void samen__labels_text(samen__labels *labels, double x, double y, double width, double height);

/* Draw the label of a mark, in up to three lines. Returns 0 when there was no room for it. */
int samen__labels_put(samen__labels *labels, samen__surface *surface, double x, double y,
                      double reach, const char *name);

void samen__labels_close(samen__labels *labels);

#endif
