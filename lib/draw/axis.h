/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Axes: where a value stands on the page, with ticks at round numbers, as many as have room for their labels. An axis
 * begins at 0, or is logarithmic: lengths on it can be compared. */
#ifndef SAMEN_DRAW_AXIS_H
#define SAMEN_DRAW_AXIS_H

#include "core/text.h"
#include "draw/surface.h"

enum { SAMEN__MOST_TICKS = 24 };

typedef struct samen__axis {
    double start, end; /* its ends on the page: from left to right, or from below to above */
    const char *unit;  /* behind every number, as " %"; NULL for none */
    uint32_t language;
    int32_t logarithmic;
    double from, to; /* the values at its ends; the rest is found */
    double tick[SAMEN__MOST_TICKS];
    int32_t ticks;
} samen__axis;

/* From 0 to the first tick that no value is beyond; of values below 0 there is nothing to show. `whole`: ticks are
 * whole numbers. Where the ends are, unit and language are set before. */
void samen__axis_linear(samen__axis *axis, double largest, int32_t whole);

/* Ticks are powers of ten; both values are above 0. */
void samen__axis_logarithmic(samen__axis *axis, double smallest, double largest);

/* The smallest of 1, 2 and 5 times a power of ten that is at least that, which is above 0. */
double samen__axis_round(double least);

/* A value beyond an end stands at that end. */
double samen__axis_place(const samen__axis *axis, double value);

/* Labels of one size: of that length is the longest. */
double samen__axis_widest(const samen__axis *axis);

/* Pale lines through the plot, and labels below it or left of it. `path` is scratch. */
void samen__axis_below(const samen__axis *axis, samen__surface *surface, samen__trace *path,
                       double top, double bottom);
void samen__axis_left(const samen__axis *axis, samen__surface *surface, samen__trace *path,
                      double left, double right);

/* How much labels below take. */
double samen__axis_height(void);

#endif
