/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What charts of bars are made of: filled boxes that are told apart without colour, whiskers, names beside bars. */
#ifndef SAMEN_DRAW_BARS_H
#define SAMEN_DRAW_BARS_H

#include "core/text.h"
#include "draw/surface.h"

typedef struct samen__rectangle {
    double x, y, width, height;
} samen__rectangle;

/* A box of a form: pale in its colour, with an outline and a hatching of its own. Letters of ink can be read on it. */
samen__pen samen__form_box(int32_t form);

/* A box with a hatching of 1 to 7 in the colour of its line, or 0 for none. `path` is scratch, as everywhere here. */
void samen__hatched_box(samen__surface *surface, samen__trace *path, const samen__rectangle *box,
                        const samen__pen *pen, int32_t hatching, const char *title);

/* An interval: a line from one end to the other with short bars across its ends. */
void samen__whisker(samen__surface *surface, samen__trace *path, double from, double to, double y,
                    double height);

/* The width of the column that names of rows stand in: what they need, but at most so much. */
double samen__names_width(double so_far, const char *name, double most);

/* A name that ends at `right`, its middle at y, in at most so many lines; what does not fit ends in an ellipsis. */
samen_status samen__row_name(samen__surface *surface, const char *name, double right, double y,
                             double width, int32_t lines, samen_error *err);

/* How many lines of a name fit in a row of that height; 0 when not even one does. */
int32_t samen__row_lines(double height);

#endif
