/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/squares.h"

#include <math.h>

#include "draw/palette.h"

enum { MOST_CORNERS = 18 };

/* Outlines one after the other in a square of side 1, ended by their first corner again; a hole goes round the other
 * way. */
static const struct {
    int32_t corners;
    double at[MOST_CORNERS][2];
} patterns[SAMEN__PATTERNS] = {
    {5, {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}},
    /* two bars lying */
    {10,
     {{0, 0}, {1, 0}, {1, .36}, {0, .36}, {0, 0}, {0, .64}, {1, .64}, {1, 1}, {0, 1}, {0, .64}}},
    /* a frame */
    {10,
     {{0, 0},
      {1, 0},
      {1, 1},
      {0, 1},
      {0, 0},
      {.28, .28},
      {.28, .72},
      {.72, .72},
      {.72, .28},
      {.28, .28}}},
    /* cut from lower left to upper right */
    {8, {{0, 0}, {.78, 0}, {0, .78}, {0, 0}, {1, .22}, {1, 1}, {.22, 1}, {1, .22}}},
    /* two bars standing */
    {10,
     {{0, 0}, {.36, 0}, {.36, 1}, {0, 1}, {0, 0}, {.64, 0}, {1, 0}, {1, 1}, {.64, 1}, {.64, 0}}},
    /* a diamond */
    {5, {{.5, 0}, {1, .5}, {.5, 1}, {0, .5}, {.5, 0}}},
    /* cut from upper left to lower right */
    {8, {{.22, 0}, {1, 0}, {1, .78}, {.22, 0}, {0, .22}, {.78, 1}, {0, 1}, {0, .22}}},
    /* a diamond cut out */
    {10,
     {{0, 0},
      {1, 0},
      {1, 1},
      {0, 1},
      {0, 0},
      {.5, .12},
      {.12, .5},
      {.5, .88},
      {.88, .5},
      {.5, .12}}},
};

void samen__square_add(samen__trace *path, int32_t pattern, double x, double y, double width,
                       double height) {
    int32_t shown = fmin(width, height) < SAMEN__SQUARE_PATTERNED ? 0 : pattern;
    const double(*at)[2] = patterns[shown].at;
    int32_t first = 0;
    for (int32_t i = 0; i < patterns[shown].corners; i++) {
        if (i == first) {
            samen__trace_move(path, x + at[i][0] * width, y + at[i][1] * height);
        } else if (at[i][0] == at[first][0] && at[i][1] == at[first][1]) {
            samen__trace_close(path);
            first = i + 1;
        } else {
            samen__trace_line(path, x + at[i][0] * width, y + at[i][1] * height);
        }
    }
}
