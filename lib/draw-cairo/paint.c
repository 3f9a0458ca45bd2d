/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-cairo/paint.h"

#include <math.h>

void samen__paint_with(cairo_t *to, int32_t colour, double opacity) {
    cairo_set_source_rgba(to, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                          (colour & 0xff) / 255.0, opacity);
}

static void add_path(cairo_t *to, const samen_surface_path *path) {
    const double *at = path->at;
    for (int64_t i = 0; i < path->steps; i++) {
        switch (path->step[i]) {
        case SAMEN_SURFACE_MOVE:
            cairo_move_to(to, at[0], at[1]);
            at += 2;
            break;
        case SAMEN_SURFACE_LINE:
            cairo_line_to(to, at[0], at[1]);
            at += 2;
            break;
        case SAMEN_SURFACE_CURVE:
            cairo_curve_to(to, at[0], at[1], at[2], at[3], at[4], at[5]);
            at += 6;
            break;
        default: cairo_close_path(to); break;
        }
    }
}

/* Fill the path that was begun, and draw its line. */
static void apply(cairo_t *to, const samen_surface_pen *pen, double opacity) {
    if (pen->fill != SAMEN_SURFACE_NO_COLOUR) {
        samen__paint_with(to, pen->fill, opacity);
        cairo_fill_preserve(to);
    }
    if (pen->line != SAMEN_SURFACE_NO_COLOUR) {
        samen__paint_with(to, pen->line, opacity);
        cairo_set_line_width(to, pen->width);
        cairo_set_dash(to, pen->dash, pen->dashes, 0);
        cairo_stroke_preserve(to);
    }
    cairo_new_path(to);
}

/* Where a fill would shine through its own line, both are drawn apart and put down as one. */
static int is_one(const samen_surface_pen *pen) {
    return pen->opacity < 1 && pen->fill != SAMEN_SURFACE_NO_COLOUR &&
           pen->line != SAMEN_SURFACE_NO_COLOUR;
}

static void begin(cairo_t *to, const samen_surface_pen *pen) {
    if (is_one(pen))
        cairo_push_group(to);
    cairo_new_path(to);
}

static void end(cairo_t *to, const samen_surface_pen *pen) {
    apply(to, pen, is_one(pen) ? 1 : pen->opacity);
    if (is_one(pen)) {
        cairo_pop_group_to_source(to);
        cairo_paint_with_alpha(to, pen->opacity);
    }
}

void samen__paint_path(cairo_t *to, const samen_surface_path *path, const samen_surface_pen *pen) {
    begin(to, pen);
    add_path(to, path);
    end(to, pen);
}

void samen__paint_circle(cairo_t *to, double x, double y, double radius,
                         const samen_surface_pen *pen) {
    begin(to, pen);
    cairo_arc(to, x, y, radius, 0, 2 * acos(-1));
    cairo_close_path(to);
    end(to, pen);
}
