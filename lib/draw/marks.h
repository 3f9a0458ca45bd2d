/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks of organisations: eight shapes of one area, so that none looks larger than another. */
#ifndef SAMEN_DRAW_MARKS_H
#define SAMEN_DRAW_MARKS_H

#include "draw/surface.h"

enum {
    SAMEN__SHAPE_CIRCLE,
    SAMEN__SHAPE_SQUARE,
    SAMEN__SHAPE_TRIANGLE,
    SAMEN__SHAPE_DIAMOND,
    SAMEN__SHAPE_HEXAGON,
    SAMEN__SHAPE_TRIANGLE_DOWN,
    SAMEN__SHAPE_CROSS,
    SAMEN__SHAPE_STAR
};

/* A mark with the area of a circle of that radius. `path` is scratch. */
void samen__mark(samen__surface *surface, samen__trace *path, int32_t shape, double x, double y,
                 double radius, const samen__pen *pen, const char *title);

/* How far a mark of that radius reaches from its middle. */
double samen__mark_reach(int32_t shape, double radius);

#endif
