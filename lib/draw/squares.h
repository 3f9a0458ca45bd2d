/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filled cells that can be told apart without colour, and are so small that the hatchings of larger boxes (draw/bars.h)
 * could not be seen in them. */
#ifndef SAMEN_DRAW_SQUARES_H
#define SAMEN_DRAW_SQUARES_H

#include "draw/surface.h"

/* Smaller ones are filled whatever their pattern: it could not be seen. */
#define SAMEN__SQUARE_PATTERNED 0.6

/* Add a rectangle filled in one of SAMEN__PATTERNS ways: the first is full, the others have gaps. */
void samen__square_add(samen__trace *path, int32_t pattern, double x, double y, double width,
                       double height);

#endif
