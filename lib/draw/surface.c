/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/surface.h"

#include "core/memory.h"

static void add(samen__trace *path, char step, const double *at, int64_t places) {
    if (path->failed)
        return;
    if (samen__grow((void **)&path->step, &path->step_capacity, path->steps + 1, sizeof *path->step,
                    NULL) != SAMEN_OK ||
        samen__grow((void **)&path->at, &path->place_capacity, 2 * (path->places + places),
                    sizeof *path->at, NULL) != SAMEN_OK) {
        path->failed = 1;
        return;
    }
    path->step[path->steps++] = step;
    for (int64_t i = 0; i < 2 * places; i++)
        path->at[2 * path->places + i] = at[i];
    path->places += places;
}

void samen__trace_move(samen__trace *path, double x, double y) {
    add(path, 'M', (const double[]){x, y}, 1);
}

void samen__trace_line(samen__trace *path, double x, double y) {
    add(path, 'L', (const double[]){x, y}, 1);
}

void samen__trace_curve(samen__trace *path, double x1, double y1, double x2, double y2, double x,
                        double y) {
    add(path, 'C', (const double[]){x1, y1, x2, y2, x, y}, 3);
}

void samen__trace_close(samen__trace *path) {
    add(path, 'Z', NULL, 0);
}

void samen__trace_rectangle(samen__trace *path, double x, double y, double width, double height) {
    samen__trace_move(path, x, y);
    samen__trace_line(path, x + width, y);
    samen__trace_line(path, x + width, y + height);
    samen__trace_line(path, x, y + height);
    samen__trace_close(path);
}

void samen__trace_clear(samen__trace *path) {
    path->steps = path->places = 0;
}

void samen__trace_free(samen__trace *path) {
    samen__delete(path->step);
    samen__delete(path->at);
    *path = (samen__trace){0};
}
