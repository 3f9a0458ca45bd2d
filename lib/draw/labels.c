/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Greedy on a raster: for every label sixteen places around its mark, and the same further off, with a line that
 * leads there. After J. Christensen, J. Marks and S. Shieber, An empirical study of algorithms for point-feature
 * label placement, ACM Transactions on Graphics 14(3), 1995, doi 10.1145/212332.212334, where greedy is the
 * first and fastest. */
#include "draw/labels.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "draw/measure_text.h"
#include "draw/palette.h"
#include "draw/type.h"

enum { TAKEN_TEXT = 1, TAKEN_MARK = 2, MOST_CELLS_A_SIDE = 1600, MOST_LINES = 3, PLACES = 16 };

#define FINEST     0.25 /* millimetres */
#define GAP        0.45 /* between mark and label */
#define LINE_SPACE 1.08
#define ONE_LINE   24.0 /* names up to here stand in one line */
#define NARROW     0.24 /* likewise, of the width there is, in a narrow box */
#define UNEVEN     1.2  /* words do not fill lines */
#define WIDEST     42.0
#define LIKING     0.6 /* each place is liked less than the one before by so many cells of a line */
#define FURTHER    1.5
#define MARK_COST  60.0 /* of a cell of a mark below the label, in cells of a line */

samen_status samen__labels_open(samen__labels *labels, const samen__box *box, samen_error *err) {
    double cell = fmax(FINEST, fmax(box->width, box->height) / MOST_CELLS_A_SIDE);
    *labels = (samen__labels){.box = *box,
                              .cell = cell,
                              .columns = (int64_t)ceil(box->width / cell),
                              .rows = (int64_t)ceil(box->height / cell),
                              .text = samen__text_growing()};
    labels->taken = samen__new(labels->columns * labels->rows, 1, err);
    labels->lines = samen__new(labels->columns * labels->rows, 1, err);
    return labels->taken && labels->lines ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

void samen__labels_close(samen__labels *labels) {
    samen__delete(labels->taken);
    samen__delete(labels->lines);
    samen__text_free(&labels->text);
    samen__trace_free(&labels->leader);
}

/* The cells that a box touches. */
typedef struct cells {
    int64_t left, right, top, bottom; /* both ends are in */
} cells;

static int64_t clamp(double value, int64_t most) {
    return value < 0 ? 0 : value > (double)most ? most : (int64_t)value;
}

static cells cells_of(const samen__labels *l, double x, double y, double width, double height) {
    double left = (x - l->box.x) / l->cell, top = (y - l->box.y) / l->cell;
    return (cells){.left = clamp(floor(left), l->columns - 1),
                   .right = clamp(floor(left + width / l->cell), l->columns - 1),
                   .top = clamp(floor(top), l->rows - 1),
                   .bottom = clamp(floor(top + height / l->cell), l->rows - 1)};
}

static void take(samen__labels *l, const cells *c, uint8_t how) {
    for (int64_t row = c->top; row <= c->bottom; row++) {
        for (int64_t column = c->left; column <= c->right; column++)
            l->taken[row * l->columns + column] |= how;
    }
}

void samen__labels_mark(samen__labels *labels, double x, double y, double reach) {
    cells c = cells_of(labels, x - reach, y - reach, 2 * reach, 2 * reach);
    take(labels, &c, TAKEN_MARK);
}

void samen__labels_text(samen__labels *labels, double x, double y, double width, double height) {
    cells c = cells_of(labels, x, y, width, height);
    take(labels, &c, TAKEN_TEXT);
}

void samen__labels_line(samen__labels *labels, double x1, double y1, double x2, double y2) {
    int64_t steps = 1 + (int64_t)(hypot(x2 - x1, y2 - y1) / labels->cell);
    for (int64_t i = 0; i <= steps; i++) {
        double part = (double)i / (double)steps;
        cells c = cells_of(labels, x1 + part * (x2 - x1), y1 + part * (y2 - y1), 0, 0);
        uint8_t *lines = &labels->lines[c.top * labels->columns + c.left];
        *lines = (uint8_t)(*lines + (*lines < UINT8_MAX));
    }
}

/* A name in lines. */
typedef struct lettered {
    int64_t start[MOST_LINES], length[MOST_LINES];
    int32_t lines;
    double width, height;
} lettered;

/* Break a name that is long, and cut one that is longer. The text is in labels->text. */
static lettered set_name(samen__labels *l, const char *name) {
    lettered set = {0};
    int64_t length = (int64_t)strlen(name), at = 0;
    double whole = samen__measure_text(name, length, SAMEN__TYPE_LABEL, 0);
    double line = fmin(ONE_LINE, l->box.width * NARROW),
           wanted = fmin(MOST_LINES, ceil(whole / line));
    double widest = samen__measure_widest(name, length, SAMEN__TYPE_LABEL, 0) + 0.1;
    double width =
        wanted <= 1 ? whole + 1 : fmin(WIDEST, fmax(widest, fmax(line, whole / wanted * UNEVEN)));
    l->text.length = 0;
    while (at < length && set.lines < MOST_LINES) {
        int64_t next,
            taken = samen__measure_line(name + at, length - at, SAMEN__TYPE_LABEL, 0, width, &next);
        int64_t start = set.start[set.lines] = l->text.length;
        samen__text_add(&l->text, name + at, taken);
        at += next;
        if (at < length && set.lines + 1 == MOST_LINES)
            samen__text_add_string(&l->text, "\xE2\x80\xA6");
        set.length[set.lines++] = l->text.length - start;
        if (!l->text.failed)
            set.width =
                fmax(set.width, samen__measure_text(l->text.bytes + start, l->text.length - start,
                                                    SAMEN__TYPE_LABEL, 0));
    }
    set.height = SAMEN__TYPE_LABEL *
                 (SAMEN__TYPE_ASCENT + SAMEN__TYPE_DESCENT + LINE_SPACE * (set.lines - 1));
    return set;
}

/* What it costs to have the label's upper left corner there; infinite where it cannot be. */
static double cost_of(const samen__labels *l, double x, double y, const lettered *set,
                      int over_marks) {
    if (x < l->box.x || y < l->box.y || x + set->width > l->box.x + l->box.width ||
        y + set->height > l->box.y + l->box.height)
        return INFINITY;
    cells c = cells_of(l, x, y, set->width, set->height);
    double cost = 0;
    for (int64_t row = c.top; row <= c.bottom; row++) {
        for (int64_t at = row * l->columns + c.left; at <= row * l->columns + c.right; at++) {
            if (l->taken[at] & (over_marks ? TAKEN_TEXT : TAKEN_TEXT | TAKEN_MARK))
                return INFINITY;
            cost += l->lines[at] + (l->taken[at] ? MARK_COST : 0);
        }
    }
    return cost;
}

/* Places in order of liking: where the label's middle is, in parts of its own half size beyond the mark. Right,
 * left, above, below, the corners, and between these. */
static const double place[PLACES][2] = {
    {1, 0},   {-1, 0},   {0, -1},   {0, 1},     {1, -1},   {1, 1},   {-1, -1},   {-1, 1},
    {1, 0.5}, {1, -0.5}, {-1, 0.5}, {-1, -0.5}, {0.5, -1}, {0.5, 1}, {-0.5, -1}, {-0.5, 1}};

typedef struct spot {
    double x, y; /* upper left corner */
    double cost;
    int32_t place;
} spot;

/* Away from the middle of the mark: the whole way to a side, less towards a corner. */
static double step(double part, double away, int corner) {
    return (part > 0   ? 1
            : part < 0 ? -1
                       : 0) *
           away *
           (fabs(part) < 1 ? fabs(part)
            : corner       ? 0.72
                           : 1);
}

static spot find_spot(const samen__labels *l, double x, double y, double away, const lettered *set,
                      int over_marks) {
    spot best = {.cost = INFINITY};
    for (int32_t i = 0; i < PLACES; i++) {
        double across = place[i][0], down = place[i][1];
        int corner = fabs(across) == 1 && fabs(down) == 1;
        double left = x + step(across, away, corner) + (across - 1) * set->width / 2;
        double top = y + step(down, away, corner) + (down - 1) * set->height / 2;
        double cost = cost_of(l, left, top, set, over_marks) + LIKING * i;
        if (cost < best.cost)
            best = (spot){left, top, cost, i};
    }
    return best;
}

static void draw(samen__labels *l, samen__surface *surface, const spot *at, const lettered *set) {
    double across = place[at->place][0];
    samen__lettering letters = {.size = SAMEN__TYPE_LABEL,
                                .colour = SAMEN__INK,
                                .halo = 1,
                                .anchor = across == 1    ? SAMEN__ANCHOR_START
                                          : across == -1 ? SAMEN__ANCHOR_END
                                                         : SAMEN__ANCHOR_MIDDLE};
    double x = at->x + (across == 1 ? 0 : across == -1 ? set->width : set->width / 2);
    double y = at->y + SAMEN__TYPE_LABEL * SAMEN__TYPE_ASCENT;
    for (int32_t i = 0; i < set->lines; i++)
        surface->text(surface, x, y + i * LINE_SPACE * SAMEN__TYPE_LABEL,
                      l->text.bytes + set->start[i], set->length[i], &letters);
}

/* A thin line from a mark to a label that stands off. */
static void draw_leader(samen__labels *l, samen__surface *surface, const spot *at,
                        const lettered *set, double x, double y, double reach) {
    double to_x = fmin(fmax(x, at->x), at->x + set->width);
    double to_y = fmin(fmax(y, at->y), at->y + set->height);
    double length = hypot(to_x - x, to_y - y);
    samen__pen pen = samen__lined(SAMEN__INK_LIGHT, 0.12);
    if (length <= reach)
        return;
    samen__trace_clear(&l->leader);
    samen__trace_move(&l->leader, x + (to_x - x) * reach / length, y + (to_y - y) * reach / length);
    samen__trace_line(&l->leader, to_x, to_y);
    surface->path(surface, &l->leader, &pen, NULL);
}

int samen__labels_put(samen__labels *labels, samen__surface *surface, double x, double y,
                      double reach, const char *name) {
    lettered set = set_name(labels, name);
    double off = 0;
    if (labels->text.failed || set.lines == 0)
        return 0;
    spot at = find_spot(labels, x, y, reach + GAP, &set, 0);
    while (at.cost == INFINITY && off < labels->furthest) {
        off += FURTHER;
        at = find_spot(labels, x, y, reach + GAP + off, &set, 0);
    }
    if (at.cost == INFINITY && labels->over_marks) {
        off = 0;
        at = find_spot(labels, x, y, reach + GAP, &set, 1);
    }
    if (at.cost == INFINITY)
        return 0;
    samen__labels_text(labels, at.x, at.y, set.width, set.height);
    if (off > 0)
        draw_leader(labels, surface, &at, &set, x, y, reach);
    draw(labels, surface, &at, &set);
    return 1;
}
