/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/arrow.h"

#include <math.h>

#define SHORTEST  1.3
#define PER_WIDTH 1.6 /* the head grows slower than the line, so that thick ties are not all head */
#define SLENDER   0.36

double samen__arrow_length(double width) {
    return SHORTEST + PER_WIDTH * width;
}

void samen__arrow_add(samen__trace *path, double from_x, double from_y, double to_x, double to_y,
                      double width) {
    double x = to_x - from_x, y = to_y - from_y, length = hypot(x, y);
    if (length == 0)
        return;
    double head = samen__arrow_length(width), side = head * SLENDER;
    x /= length;
    y /= length;
    samen__trace_move(path, to_x, to_y);
    samen__trace_line(path, to_x - head * x - side * y, to_y - head * y + side * x);
    samen__trace_line(path, to_x - head * x + side * y, to_y - head * y - side * x);
    samen__trace_close(path);
}
