/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small islands are laid out from several starts, and the layout with the fewest crossings of ties is taken: what a
 * reader is helped by most (H. C. Purchase, Which aesthetic has the greatest effect on human understanding?, GD
 * 1997, doi 10.1007/3-540-63938-1_67). */
#include "draw/settle.h"

#include <math.h>

#include "core/memory.h"
#include "core/random.h"
#include "core/sort.h"

enum { TRIES = 8, MOST_TRIED = 150, MOST_COMPARED = 1000, PURPOSE = 71, MANY = 1000 };

#define FLATTEST 0.3 /* an island that is nearly a line counts as this high */

typedef struct trial {
    const samen__island *island;
    double *x, *y;
} trial;

static double uniform(samen__random *random) {
    return (double)samen__random_next(random) / 4294967296.0;
}

static void scatter(trial *t, uint64_t seed, uint64_t replicate) {
    samen__random random = samen__random_start(seed, PURPOSE, replicate);
    double side = sqrt((double)t->island->members);
    for (int64_t i = 0; i < t->island->members; i++) {
        t->x[i] = side * uniform(&random);
        t->y[i] = side * uniform(&random);
    }
}

/* Which side of the line from a to b is c on? */
static double side_of(const trial *t, int32_t a, int32_t b, int32_t c) {
    return (t->x[b] - t->x[a]) * (t->y[c] - t->y[a]) - (t->y[b] - t->y[a]) * (t->x[c] - t->x[a]);
}

static int cross(const trial *t, const int32_t e[2], const int32_t f[2]) {
    if (e[0] == f[0] || e[0] == f[1] || e[1] == f[0] || e[1] == f[1])
        return 0;
    return side_of(t, e[0], e[1], f[0]) * side_of(t, e[0], e[1], f[1]) < 0 &&
           side_of(t, f[0], f[1], e[0]) * side_of(t, f[0], f[1], e[1]) < 0;
}

static int64_t count_crossings(const trial *t) {
    int64_t crossings = 0;
    for (int64_t i = 0; i < t->island->edges; i++) {
        for (int64_t k = 0; k < i; k++)
            crossings += cross(t, t->island->edge[i], t->island->edge[k]);
    }
    return crossings;
}

/* Turn so that the broadest direction is the page's. */
static void turn(trial *t) {
    int64_t n = t->island->members;
    double mean_x = 0, mean_y = 0, xx = 0, xy = 0, yy = 0;
    for (int64_t i = 0; i < n; i++) {
        mean_x += t->x[i] / (double)n;
        mean_y += t->y[i] / (double)n;
    }
    for (int64_t i = 0; i < n; i++) {
        double x = t->x[i] -= mean_x, y = t->y[i] -= mean_y;
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    double angle = atan2(2 * xy, xx - yy) / 2, c = cos(angle), s = sin(angle);
    for (int64_t i = 0; i < n; i++) {
        double x = t->x[i], y = t->y[i];
        t->x[i] = c * x + s * y;
        t->y[i] = c * y - s * x;
    }
}

static int by_radius(const void *context, int64_t a, int64_t b) {
    const double *radius = context;
    return radius[a] < radius[b] ? -1 : radius[a] > radius[b];
}

/* A few that lie far out would leave no room for the many: distances from the middle grow like a logarithm, in units
 * of the median. */
static samen_status draw_near(trial *t, samen_error *err) {
    int64_t n = t->island->members;
    double *radius = samen__new_raw(n, sizeof *radius, err);
    int64_t *order = samen__new_raw(n, sizeof *order, err);
    samen_status status = radius && order ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < n; i++)
        radius[i] = hypot(t->x[i], t->y[i]);
    if (status == SAMEN_OK)
        status = samen__sort(order, n, by_radius, radius, err);
    double unit = status == SAMEN_OK ? radius[order[n / 2]] : 0;
    for (int64_t i = 0; unit > 0 && i < n; i++) {
        double factor = radius[i] > 0 ? log1p(radius[i] / unit) / radius[i] : 1;
        t->x[i] *= factor;
        t->y[i] *= factor;
    }
    samen__delete(radius);
    samen__delete(order);
    return status;
}

/* Move and scale to the island's corner; an area of one for each member. */
static void scale(trial *t, samen__island *island) {
    int64_t n = island->members;
    double left = t->x[0], right = left, top = t->y[0], bottom = top;
    for (int64_t i = 1; i < n; i++) {
        left = fmin(left, t->x[i]);
        right = fmax(right, t->x[i]);
        top = fmin(top, t->y[i]);
        bottom = fmax(bottom, t->y[i]);
    }
    double width = right - left, height = bottom - top, longest = fmax(width, height);
    double area = fmax(width * height, FLATTEST * longest * longest);
    double factor = area > 0 ? sqrt((double)n / area) : 1;
    for (int64_t i = 0; i < n; i++) {
        t->x[i] = (t->x[i] - left) * factor + SAMEN__ISLAND_ROOM;
        t->y[i] = (t->y[i] - top) * factor + SAMEN__ISLAND_ROOM;
    }
    island->width = width * factor + 2 * SAMEN__ISLAND_ROOM;
    island->height = height * factor + 2 * SAMEN__ISLAND_ROOM;
}

static samen_status lay_out(trial *t, samen__layout_way way, int64_t number, int64_t attempt,
                            samen__run *run, samen_error *err) {
    scatter(t, run->seed, (uint64_t)(number * TRIES + attempt));
    samen__layout layout = {.way = way,
                            .vertices = t->island->members,
                            .edges = t->island->edges,
                            .edge = t->island->edge,
                            .seed = run->seed + (uint64_t)attempt,
                            .x = t->x,
                            .y = t->y};
    return samen__layout_find(&layout, run, err);
}

static samen_status try_several(trial *best, samen__layout_way way, int64_t number, samen__run *run,
                                samen_error *err) {
    int64_t n = best->island->members;
    trial t = {best->island, samen__new_raw(n, sizeof(double), err),
               samen__new_raw(n, sizeof(double), err)};
    samen_status status = t.x && t.y ? SAMEN_OK : SAMEN_ERR_MEMORY;
    int64_t fewest = INT64_MAX;
    for (int64_t attempt = 0; status == SAMEN_OK && attempt < TRIES && fewest > 0; attempt++) {
        status = lay_out(&t, way, number, attempt, run, err);
        int64_t crossings = status == SAMEN_OK ? count_crossings(&t) : INT64_MAX;
        for (int64_t i = 0; i < n && crossings < fewest; i++) {
            best->x[i] = t.x[i];
            best->y[i] = t.y[i];
        }
        fewest = crossings < fewest ? crossings : fewest;
    }
    samen__delete(t.x);
    samen__delete(t.y);
    return status;
}

/* Who has no ties within the island stands like the seeds of a sunflower. */
static void spread(trial *t) {
    const double golden = 2.39996322972865332;
    for (int64_t i = 0; i < t->island->members; i++) {
        double radius = sqrt((double)i + 0.5), angle = golden * (double)i;
        t->x[i] = radius * cos(angle);
        t->y[i] = radius * sin(angle);
    }
}

samen_status samen__settle(samen__island *island, int64_t number, samen__layout_way way, double *x,
                           double *y, samen__run *run, samen_error *err) {
    trial t = {island, x, y};
    samen_status status = SAMEN_OK;
    if (island->members <= 2) {
        for (int64_t i = 0; i < island->members; i++) {
            x[i] = (double)i;
            y[i] = 0;
        }
    } else if (island->edges == 0) {
        spread(&t);
    } else if (island->members <= MOST_TRIED && island->edges <= MOST_COMPARED) {
        status = try_several(&t, way, number, run, err);
    } else {
        status = lay_out(&t, way, number, 0, run, err);
    }
    if (status != SAMEN_OK)
        return status;
    turn(&t);
    if (island->members > MANY)
        status = draw_near(&t, err);
    scale(&t, island);
    return status;
}
