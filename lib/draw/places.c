/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/places.h"

#include <math.h>

#include "core/memory.h"
#include "core/sort.h"
#include "draw/pack.h"
#include "draw/settle.h"
#include "draw/type.h"

enum { FEW_ISOLATES = 8 };

#define PI             3.14159265358979323846
#define ISOLATE_SLOT   34.0 /* millimetres, with room for a label */
#define ISOLATE_ROW    8.0
#define ISOLATE_SHARE  0.12 /* of the area, where there are many */
#define ISOLATE_CELL   5.0  /* at most */
#define CAPTION        (SAMEN__TYPE_LEGEND * 1.6)
#define ISOLATE_GAP    4.0 /* between them and the others */
#define RING_SPACE     1.25
#define MOST_STRETCHED 1.3
#define LARGEST_STEP                                                                               \
    30.0 /* millimetres between organisations, so that few do not stand at the ends of the page */

static samen__layout_way way_for(uint32_t way, int64_t members) {
    switch (way) {
    case SAMEN__PLACE_STRESS: return SAMEN__LAYOUT_STRESS;
    case SAMEN__PLACE_FORCE: return SAMEN__LAYOUT_FORCE;
    case SAMEN__PLACE_MDS: return SAMEN__LAYOUT_MDS;
    default: return members <= SAMEN__MOST_AUTO_STRESS ? SAMEN__LAYOUT_STRESS : SAMEN__LAYOUT_FORCE;
    }
}

/* ---- Isolates ------------------------------------------------------------------------------------ */

/* Rows at the bottom of the box; what is left above them stays for the others. */
static void place_isolates(const samen__scene *scene, const samen__box *box, samen__places *p,
                           samen__box *rest) {
    *rest = *box;
    for (int64_t v = 0; v < scene->organisations; v++)
        p->isolates += scene->partners[v] == 0;
    if (p->isolates == 0)
        return;
    double slot = fmin(box->width / (double)p->isolates, ISOLATE_SLOT), row = ISOLATE_ROW;
    if (p->isolates > FEW_ISOLATES || slot < ISOLATE_SLOT / 2)
        slot = row = fmin(ISOLATE_CELL,
                          sqrt(box->width * box->height * ISOLATE_SHARE / (double)p->isolates));
    int64_t columns = (int64_t)fmax(1, floor(box->width / slot + 1e-9)), at = 0;
    double height = row * (double)((p->isolates + columns - 1) / columns);
    p->isolates_top = box->y + box->height - height - CAPTION;
    rest->height = fmax(1, box->height - height - CAPTION - ISOLATE_GAP);
    for (int64_t v = 0; v < scene->organisations; v++) {
        if (scene->partners[v] > 0)
            continue;
        p->x[v] = box->x + slot * (double)(at % columns);
        p->y[v] = p->isolates_top + CAPTION + row * (0.5 + (double)(at / columns));
        at++;
    }
}

/* ---- Islands ------------------------------------------------------------------------------------- */

/* Groups around a circle on which neighbours keep a distance. */
static void arrange_ring(samen__islands *islands, double *width, double *height) {
    double around = 0, largest = 0, left = INFINITY, right = 0, top = INFINITY, bottom = 0,
           turn = 0;
    for (int64_t i = 0; i < islands->count; i++) {
        double across = hypot(islands->island[i].width, islands->island[i].height);
        around += across;
        largest = fmax(largest, across);
    }
    double radius = RING_SPACE * fmax(around / (2 * PI), largest / 2);
    for (int64_t i = 0; i < islands->count; i++) {
        samen__island *island = &islands->island[i];
        double share = 2 * PI * hypot(island->width, island->height) / around;
        turn += share / 2;
        island->x = radius * (1 + sin(turn)) + largest - island->width / 2;
        island->y = radius * (1 - cos(turn)) + largest - island->height / 2;
        turn += share / 2;
        left = fmin(left, island->x);
        top = fmin(top, island->y);
        right = fmax(right, island->x + island->width);
        bottom = fmax(bottom, island->y + island->height);
    }
    for (int64_t i = 0; i < islands->count; i++) {
        islands->island[i].x -= left;
        islands->island[i].y -= top;
    }
    *width = right - left;
    *height = bottom - top;
}

/* Scale what takes width times height into the box, in its middle; each direction by itself within limits. The room
 * around the outermost islands is not needed. */
static void fit(const samen__islands *islands, const double *x, const double *y, double width,
                double height, const samen__box *box, samen__places *p) {
    const double trim = 0.9 * SAMEN__ISLAND_ROOM;
    width -= 2 * trim;
    height -= 2 * trim;
    double across = box->width / width, down = box->height / height;
    double least = fmin(fmin(across, down), LARGEST_STEP), most = least * MOST_STRETCHED;
    across = fmin(across, most);
    down = fmin(down, most);
    double left = box->x + (box->width - across * width) / 2;
    double top = box->y + (box->height - down * height) / 2;
    for (int64_t i = 0; i < islands->count; i++) {
        const samen__island *island = &islands->island[i];
        int64_t first = island->member - islands->member;
        for (int64_t k = 0; k < island->members; k++) {
            p->x[island->member[k]] = left + across * (island->x + x[first + k] - trim);
            p->y[island->member[k]] = top + down * (island->y + y[first + k] - trim);
        }
    }
    p->spacing = least;
}

static samen_status settle_all(samen__draw_call *call, samen__islands *islands, uint32_t way,
                               double *x, double *y, samen_error *err) {
    samen_status status = SAMEN_OK;
    for (int64_t i = 0; status == SAMEN_OK && i < islands->count; i++) {
        samen__island *island = &islands->island[i];
        int64_t first = island->member - islands->member;
        samen__layout_way chosen = way_for(way, island->members);
        if ((chosen == SAMEN__LAYOUT_STRESS || chosen == SAMEN__LAYOUT_MDS) &&
            island->members > SAMEN__MOST_SQUARE)
            return samen__fail_argument(
                err, call->argument,
                "this layout is for components of at most %d organisations, "
                "and one has %ld; give layout auto or force",
                SAMEN__MOST_SQUARE, (long)island->members);
        double done = 0.9 * (double)first / (double)islands->members;
        status = samen__run_tell(&call->run, done, "layout", err);
        samen__run part = samen__run_part(
            &call->run, done, done + 0.9 * (double)island->members / (double)islands->members);
        if (status == SAMEN_OK)
            status = samen__settle(island, i, chosen, x + first, y + first, &part, err);
        samen__run_join(&call->run, &part);
    }
    return status;
}

static samen_status place_islands(samen__draw_call *call, const samen__scene *scene, uint32_t way,
                                  const samen__box *box, samen__places *p, samen_error *err) {
    samen__islands islands = {0};
    double width = 1, height = 1;
    double *x = samen__new(scene->organisations, sizeof *x, err);
    double *y = samen__new(scene->organisations, sizeof *y, err);
    samen_status status = x && y
                              ? samen__islands_make(scene, way == SAMEN__PLACE_GROUP, &islands, err)
                              : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK)
        status = settle_all(call, &islands, way, x, y, err);
    if (status == SAMEN_OK && way == SAMEN__PLACE_GROUP)
        arrange_ring(&islands, &width, &height);
    else if (status == SAMEN_OK)
        samen__pack(&islands, box->width / box->height, &width, &height);
    if (status == SAMEN_OK && islands.count > 0)
        fit(&islands, x, y, width, height, box, p);
    samen__islands_free(&islands);
    samen__delete(x);
    samen__delete(y);
    return status;
}

/* ---- Circle -------------------------------------------------------------------------------------- */

static int by_group(const void *context, int64_t a, int64_t b) {
    const samen__scene *scene = context;
    if (!scene->rank)
        return 0;
    int32_t group = scene->groups.of[a], other = scene->groups.of[b];
    int32_t first = group < 0 ? scene->groups.count : scene->rank[group];
    int32_t second = other < 0 ? scene->groups.count : scene->rank[other];
    return first - second;
}

/* All who have ties around a circle, groups together. */
static samen_status place_circle(const samen__scene *scene, const samen__box *box, samen__places *p,
                                 samen_error *err) {
    int64_t *order = samen__new_raw(scene->organisations, sizeof *order, err);
    samen_status status =
        order ? samen__sort(order, scene->organisations, by_group, scene, err) : SAMEN_ERR_MEMORY;
    int64_t count = scene->organisations - p->isolates, at = 0;
    double radius = fmin(box->width, box->height) / 2;
    for (int64_t i = 0; status == SAMEN_OK && i < scene->organisations; i++) {
        int64_t v = order[i];
        if (scene->partners[v] == 0)
            continue;
        double turn = 2 * PI * (double)at++ / (double)count;
        p->x[v] = box->x + box->width / 2 + radius * sin(turn);
        p->y[v] = box->y + box->height / 2 - radius * cos(turn);
    }
    p->spacing = count > 0 ? fmin(LARGEST_STEP, 2 * PI * radius / (double)count) : LARGEST_STEP;
    samen__delete(order);
    return status;
}

samen_status samen__places_make(samen__draw_call *call, const samen__scene *scene, uint32_t way,
                                const samen__box *box, samen__places *places, samen_error *err) {
    samen__box rest;
    *places = (samen__places){.x = samen__new(scene->organisations, sizeof(double), err),
                              .y = samen__new(scene->organisations, sizeof(double), err),
                              .spacing = LARGEST_STEP};
    if (!places->x || !places->y)
        return SAMEN_ERR_MEMORY;
    place_isolates(scene, box, places, &rest);
    return way == SAMEN__PLACE_CIRCLE ? place_circle(scene, &rest, places, err)
                                      : place_islands(call, scene, way, &rest, places, err);
}

void samen__places_free(samen__places *places) {
    samen__delete(places->x);
    samen__delete(places->y);
    *places = (samen__places){0};
}
