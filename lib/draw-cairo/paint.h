/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths and circles on Cairo, as a pen has them. */
#ifndef SAMEN_DRAW_CAIRO_PAINT_H
#define SAMEN_DRAW_CAIRO_PAINT_H

#include <cairo.h>

#include "samen/surface.h"

/* Take a colour, 0xRRGGBB. */
void samen__paint_with(cairo_t *to, int32_t colour, double opacity);

void samen__paint_path(cairo_t *to, const samen_surface_path *path, const samen_surface_pen *pen);
void samen__paint_circle(cairo_t *to, double x, double y, double radius,
                         const samen_surface_pen *pen);

#endif
