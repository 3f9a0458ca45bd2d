/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/marks.h"

#include "draw/palette.h"
#include "draw/svg.h"
#include "suite.h"

/* A surface that keeps the last path and circle. */
typedef struct listener {
    samen__surface surface;
    double area, reach; /* of what was drawn, around (10, 20) */
} listener;

static void hear_path(samen__surface *surface, const samen__trace *path, const samen__pen *pen,
                      const char *title) {
    listener *l = (listener *)(void *)surface;
    (void)pen;
    (void)title;
    l->area = l->reach = 0;
    for (int64_t i = 0; i < path->places; i++) {
        const double *a = path->at + 2 * i, *b = path->at + 2 * ((i + 1) % path->places);
        l->area += (a[0] * b[1] - b[0] * a[1]) / 2; /* the shoelace formula */
        l->reach = fmax(l->reach, hypot(a[0] - 10, a[1] - 20));
    }
    l->area = fabs(l->area);
}

static void hear_circle(samen__surface *surface, double x, double y, double radius,
                        const samen__pen *pen, const char *title) {
    listener *l = (listener *)(void *)surface;
    (void)x;
    (void)y;
    (void)pen;
    (void)title;
    l->area = 3.14159265358979 * radius * radius;
    l->reach = radius;
}

TEST(all_shapes_have_the_area_of_the_circle_and_the_reach_they_say) {
    listener l = {.surface = {.path = hear_path, .circle = hear_circle}};
    samen__trace path = {0};
    for (int32_t shape = 0; shape < SAMEN__SHAPES; shape++) {
        samen__mark(&l.surface, &path, shape, 10, 20, 3, NULL, "x");
        CLOSE(l.area, 3.14159265358979 * 9, 1e-9);
        CLOSE(samen__mark_reach(shape, 3), l.reach, 2e-3);
    }
    samen__trace_free(&path);
}
END

SUITE("marks", all_shapes_have_the_area_of_the_circle_and_the_reach_they_say)
