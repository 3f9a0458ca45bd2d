/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrow heads: triangles of a path, which every format has. */
#ifndef SAMEN_DRAW_ARROW_H
#define SAMEN_DRAW_ARROW_H

#include "draw/surface.h"

/* How long the head of a line of that width is. */
double samen__arrow_length(double width);

/* Add the head that has its point at (to_x, to_y). */
void samen__arrow_add(samen__trace *path, double from_x, double from_y, double to_x, double to_y,
                      double width);

#endif
