/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/marks.h"

#include <math.h>

#define PI 3.14159265358979323846

#define CROSS_REACH 3.16227766 /* of its corners, in halves of an arm's width */

enum { CROSS_CORNERS = 12, STAR_CORNERS = 10 };

/* Corners on a circle; `in` draws every second one nearer to the middle. */
typedef struct outline {
    int32_t corners;
    double start; /* of the first corner, in turns from the right, clockwise */
    double in;    /* of every second corner, as part of the radius */
} outline;

static const outline outlines[] = {
    [SAMEN__SHAPE_SQUARE] = {4, 0.125, 1},
    [SAMEN__SHAPE_TRIANGLE] = {3, -0.25, 1},
    [SAMEN__SHAPE_DIAMOND] = {4, 0, 1},
    [SAMEN__SHAPE_HEXAGON] = {6, 0, 1},
    [SAMEN__SHAPE_TRIANGLE_DOWN] = {3, 0.25, 1},
    [SAMEN__SHAPE_CROSS] = {CROSS_CORNERS, 0, 1},
    [SAMEN__SHAPE_STAR] = {STAR_CORNERS, -0.25, 0.5},
};

/* The radius of the corners for an area of pi: half the sum of the corners' cross products is made that. */
static double outer(int32_t shape) {
    const outline *o = &outlines[shape];
    if (shape == SAMEN__SHAPE_CROSS)
        return sqrt(PI / 20); /* five squares, of sides twice this */
    return sqrt(2 * PI / (o->corners * o->in * sin(2 * PI / o->corners)));
}

static void add_cross(samen__trace *path, double x, double y, double arm) {
    static const int8_t corner[CROSS_CORNERS][2] = {{-1, -3}, {1, -3}, {1, -1},  {3, -1},
                                                    {3, 1},   {1, 1},  {1, 3},   {-1, 3},
                                                    {-1, 1},  {-3, 1}, {-3, -1}, {-1, -1}};
    samen__trace_move(path, x + arm * corner[0][0], y + arm * corner[0][1]);
    for (int32_t i = 1; i < CROSS_CORNERS; i++)
        samen__trace_line(path, x + arm * corner[i][0], y + arm * corner[i][1]);
    samen__trace_close(path);
}

static void add_corners(samen__trace *path, int32_t shape, double x, double y, double radius) {
    const outline *o = &outlines[shape];
    for (int32_t i = 0; i < o->corners; i++) {
        double turn = 2 * PI * (o->start + (double)i / o->corners),
               r = i % 2 ? radius * o->in : radius;
        double px = x + r * cos(turn), py = y + r * sin(turn);
        if (i == 0)
            samen__trace_move(path, px, py);
        else
            samen__trace_line(path, px, py);
    }
    samen__trace_close(path);
}

void samen__mark(samen__surface *surface, samen__trace *path, int32_t shape, double x, double y,
                 double radius, const samen__pen *pen, const char *title) {
    if (shape == SAMEN__SHAPE_CIRCLE) {
        surface->circle(surface, x, y, radius, pen, title);
        return;
    }
    samen__trace_clear(path);
    if (shape == SAMEN__SHAPE_CROSS)
        add_cross(path, x, y, radius * outer(shape));
    else
        add_corners(path, shape, x, y, radius * outer(shape));
    surface->path(surface, path, pen, title);
}

double samen__mark_reach(int32_t shape, double radius) {
    if (shape == SAMEN__SHAPE_CIRCLE)
        return radius;
    return radius * outer(shape) * (shape == SAMEN__SHAPE_CROSS ? CROSS_REACH : 1);
}
