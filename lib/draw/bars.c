/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bars.h"

#include <math.h>
#include <string.h>

#include "core/error.h"
#include "draw/measure_text.h"
#include "draw/palette.h"
#include "draw/type.h"

#define OUTLINE       0.2
#define HATCH_WIDTH   0.18
#define HATCH_OPACITY 0.7
#define WHISKER_WIDTH 0.3
#define LINE_SPACE    1.12
#define ELLIPSIS      "\xE2\x80\xA6"

samen__pen samen__form_box(int32_t form) {
    return (samen__pen){
        .fill = samen__form_tint(form), .line = samen__form_colour(form), .width = OUTLINE};
}

/* ---- Hatching ------------------------------------------------------------------------------------ */

/* Lines of one direction: x * across + y * down is a multiple of the distance on each. */
typedef struct ruling {
    double across, down, distance;
} ruling;

#define HALF 0.70710678

static const struct {
    int32_t rulings;
    ruling ruling[2];
} hatchings[] = {
    {0, {{0, 0, 0}}},
    {1, {{HALF, HALF, 1.3}}},
    {1, {{HALF, -HALF, 1.3}}},
    {1, {{1, 0, 1.1}}},
    {1, {{0, 1, 0.9}}},
    {2, {{HALF, HALF, 1.5}, {HALF, -HALF, 1.5}}},
    {2, {{1, 0, 1.4}, {0, 1, 1.4}}},
    {1, {{HALF, HALF, 0.6}}},
};

/* The part of a line that is inside of the box. */
static void add_line(samen__trace *path, const samen__rectangle *box, const ruling *r,
                     double multiple) {
    double x = multiple * r->across,
           y = multiple * r->down; /* its point nearest to the corner of the page */
    double step[2] = {-r->down, r->across}, at[2] = {x, y};
    double low[2] = {box->x, box->y}, high[2] = {box->x + box->width, box->y + box->height};
    double from = -HUGE_VAL, to = HUGE_VAL;
    for (int i = 0; i < 2; i++) {
        if (step[i] == 0)
            continue; /* it runs along this side, and was chosen to be inside */
        double one = (low[i] - at[i]) / step[i], other = (high[i] - at[i]) / step[i];
        from = fmax(from, fmin(one, other));
        to = fmin(to, fmax(one, other));
    }
    if (from >= to)
        return;
    samen__trace_move(path, x + from * step[0], y + from * step[1]);
    samen__trace_line(path, x + to * step[0], y + to * step[1]);
}

static void add_ruling(samen__trace *path, const samen__rectangle *box, const ruling *r) {
    double low = HUGE_VAL, high = -HUGE_VAL;
    for (int corner = 0; corner < 4; corner++) {
        double multiple = (box->x + (corner & 1 ? box->width : 0)) * r->across +
                          (box->y + (corner & 2 ? box->height : 0)) * r->down;
        low = fmin(low, multiple);
        high = fmax(high, multiple);
    }
    for (double k = floor(low / r->distance) + 1; k * r->distance < high; k++)
        add_line(path, box, r, k * r->distance);
}

void samen__hatched_box(samen__surface *surface, samen__trace *path, const samen__rectangle *box,
                        const samen__pen *pen, int32_t hatching, const char *title) {
    samen__pen thin = samen__lined(pen->line, HATCH_WIDTH);
    thin.opacity = HATCH_OPACITY;
    samen__trace_clear(path);
    samen__trace_rectangle(path, box->x, box->y, box->width, box->height);
    surface->path(surface, path, pen, title);
    samen__trace_clear(path);
    for (int32_t i = 0; i < hatchings[hatching].rulings; i++)
        add_ruling(path, box, &hatchings[hatching].ruling[i]);
    if (path->steps > 0)
        surface->path(surface, path, &thin, NULL);
}

void samen__whisker(samen__surface *surface, samen__trace *path, double from, double to, double y,
                    double height) {
    const samen__pen pen = samen__lined(SAMEN__INK, WHISKER_WIDTH);
    samen__trace_clear(path);
    samen__trace_move(path, from, y - height / 2);
    samen__trace_line(path, from, y + height / 2);
    samen__trace_move(path, from, y);
    samen__trace_line(path, to, y);
    samen__trace_move(path, to, y - height / 2);
    samen__trace_line(path, to, y + height / 2);
    surface->path(surface, path, &pen, NULL);
}

/* ---- Names --------------------------------------------------------------------------------------- */

double samen__names_width(double so_far, const char *name, double most) {
    double width = samen__measure_text(name, (int64_t)strlen(name), SAMEN__TYPE_LABEL, 0);
    return fmin(most, fmax(so_far, width + 0.01)); /* or rounding might break what fits */
}

int32_t samen__row_lines(double height) {
    return (int32_t)(height / (SAMEN__TYPE_LABEL * LINE_SPACE));
}

static void add_line_of_name(samen__text *line, const char *name, int64_t length, double width,
                             int32_t is_last, int64_t *next) {
    int64_t taken = samen__measure_line(name, length, SAMEN__TYPE_LABEL, 0, width, next);
    line->length = 0;
    if (is_last && *next < length) {
        double dots =
            samen__measure_text(ELLIPSIS, (int64_t)strlen(ELLIPSIS), SAMEN__TYPE_LABEL, 0);
        samen__text_add(line, name,
                        samen__measure_fit(name, length, SAMEN__TYPE_LABEL, 0, width - dots));
        samen__text_add_string(line, ELLIPSIS);
    } else {
        samen__text_add(line, name, taken);
    }
}

samen_status samen__row_name(samen__surface *surface, const char *name, double right, double y,
                             double width, int32_t lines, samen_error *err) {
    static const samen__lettering letters = {
        .size = SAMEN__TYPE_LABEL, .colour = SAMEN__INK, .anchor = SAMEN__ANCHOR_END};
    const double pitch = SAMEN__TYPE_LABEL * LINE_SPACE;
    int64_t length = (int64_t)strlen(name), at = 0, next = 0;
    int32_t needed = 0;
    while (at < length && needed < lines) {
        samen__measure_line(name + at, length - at, SAMEN__TYPE_LABEL, 0, width, &next);
        at += next;
        needed++;
    }
    samen__text line = samen__text_growing();
    double baseline = y - (needed - 1) * pitch / 2 + SAMEN__TYPE_LABEL * SAMEN__TYPE_MIDDLE;
    at = 0;
    for (int32_t i = 0; i < needed; i++) {
        add_line_of_name(&line, name + at, length - at, width, i + 1 == needed, &next);
        if (!line.failed)
            surface->text(surface, right, baseline + i * pitch, line.bytes, line.length, &letters);
        at += next;
    }
    samen_status status = line.failed ? samen__fail_memory(err) : SAMEN_OK;
    samen__text_free(&line);
    return status;
}
