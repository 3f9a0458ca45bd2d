/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties as lines: parallel ones beside each other, with heads where they have a direction. */
#include <math.h>

#include "draw/arrow.h"
#include "draw/marks.h"
#include "draw/palette.h"
#include "draw/sociogram.h"

enum { TIES_A_PATH = 4000 };

#define PARALLEL_GAP 0.55 /* between parallel ties, beside their widths */
#define HEAD_INSIDE                                                                                \
    0.9 /* how far of its head a line goes, so that it does not look out at the point */

static double reach_of(const samen__sociogram *s, int64_t v) {
    int32_t group = s->scene.groups.count ? s->scene.groups.of[v] : -1;
    double reach =
        samen__mark_reach(samen__sociogram_shape(s, group), samen__sociogram_radius(s, v));
    return (reach + samen__sociogram_radius(s, v)) / 2;
}

/* "A -> B: action, weight 3" */
static void name_tie(const samen__sociogram *s, const samen__stroke *t, samen__text *text) {
    uint32_t language = s->options->common.language;
    int backward_only = t->forward == 0;
    const char *way = t->undirected                       ? " \xE2\x80\x93 "
                      : t->forward > 0 && t->backward > 0 ? " \xE2\x86\x94 "
                                                          : " \xE2\x86\x92 ";
    text->length = 0;
    samen__text_add_string(text, samen__sociogram_name(s, backward_only ? t->high : t->low));
    samen__text_add_string(text, way);
    samen__text_add_string(text, samen__sociogram_name(s, backward_only ? t->low : t->high));
    samen__text_add_string(text, ": ");
    samen__text_add_string(
        text, samen_typology_name(s->call->view->network->typology, t->form, (int32_t)language));
    samen__text_add_string(text, ", ");
    samen__text_add_string(text, samen__word_in(language, SAMEN__WORD_WEIGHT_OF));
    samen__text_add_byte(text, ' ');
    samen__add_amount(text, language, backward_only ? t->backward : t->forward);
    if (!t->undirected && t->forward > 0 && t->backward > 0 && t->forward != t->backward) {
        samen__text_add_string(text, " / ");
        samen__add_amount(text, language, t->backward);
    }
}

/* The two ends of a tie's line, at the rims of the marks. */
typedef struct line {
    double x1, y1, x2, y2;
} line;

static int find_line(const samen__sociogram *s, const samen__places *p, const samen__stroke *t,
                     double gap, line *out) {
    double x = p->x[t->high] - p->x[t->low], y = p->y[t->high] - p->y[t->low];
    double length = hypot(x, y), start = reach_of(s, t->low), end = reach_of(s, t->high);
    if (length <= start + end + 0.05)
        return 0;
    x /= length;
    y /= length;
    double aside = gap * (t->slot - (t->slots - 1) / 2.0);
    double across = fmin(fabs(aside), fmin(start, end));
    aside = aside < 0 ? -across : across;
    double in_start = sqrt(fmax(0, start * start - across * across));
    double in_end = sqrt(fmax(0, end * end - across * across));
    out->x1 = p->x[t->low] + x * in_start - y * aside;
    out->y1 = p->y[t->low] + y * in_start + x * aside;
    out->x2 = p->x[t->high] - x * in_end - y * aside;
    out->y2 = p->y[t->high] - y * in_end + x * aside;
    return 1;
}

/* Move the end of a line back by a part of its length. */
static void shorten(double *x, double *y, double from_x, double from_y, double by) {
    double length = hypot(*x - from_x, *y - from_y), part = length > 0 ? fmin(1, by / length) : 0;
    *x -= part * (*x - from_x);
    *y -= part * (*y - from_y);
}

static void draw_tie(samen__sociogram *s, const samen__stroke *t, const line *l,
                     const char *title) {
    samen__surface *surface = s->call->surface;
    samen__trace *path = &s->frame.path;
    double width = samen__sociogram_width(s, samen__stroke_weight(t));
    double head = samen__arrow_length(width) * HEAD_INSIDE;
    int to_high = !t->undirected && t->forward > 0, to_low = !t->undirected && t->backward > 0;
    samen__pen pen = samen__lined(samen__form_colour(t->form), width);
    samen__pen filled = samen__filled(pen.line);
    line shaft = *l;
    pen.pattern = samen__form_pattern(t->form);
    pen.opacity = filled.opacity = s->opacity;
    if (to_high)
        shorten(&shaft.x2, &shaft.y2, l->x1, l->y1, head);
    if (to_low)
        shorten(&shaft.x1, &shaft.y1, l->x2, l->y2, head);
    if (to_high || to_low)
        surface->open_group(surface, title, NULL);
    samen__trace_clear(path);
    samen__trace_move(path, shaft.x1, shaft.y1);
    samen__trace_line(path, shaft.x2, shaft.y2);
    surface->path(surface, path, &pen, to_high || to_low ? NULL : title);
    if (!to_high && !to_low)
        return;
    samen__trace_clear(path);
    if (to_high)
        samen__arrow_add(path, l->x1, l->y1, l->x2, l->y2, width);
    if (to_low)
        samen__arrow_add(path, l->x2, l->y2, l->x1, l->y1, width);
    surface->path(surface, path, &filled, NULL);
    surface->close_group(surface);
}

double samen__sociogram_gap(const samen__sociogram *s) {
    return fmin(s->thickest, 0.6) + PARALLEL_GAP;
}

static samen_status draw_detailed(samen__sociogram *s, const samen__places *places,
                                  const samen__part_shown *part, samen_error *err) {
    samen__text title = samen__text_growing();
    samen_status status = SAMEN_OK;
    double gap = samen__sociogram_gap(s);
    for (int64_t i = 0; status == SAMEN_OK && i < s->scene.strokes; i++) {
        const samen__stroke *t = &s->scene.stroke[i];
        line l;
        if (!samen__is_shown(s, part, t) || !find_line(s, places, t, gap, &l))
            continue;
        name_tie(s, t, &title);
        if (title.failed)
            status = samen__fail_memory(err);
        else
            draw_tie(s, t, &l, title.bytes);
    }
    samen__text_free(&title);
    return status;
}

/* One form's ties, many to a path; several paths, so that where many ties pass is darker. */
static void draw_many(samen__sociogram *s, const samen__places *places,
                      const samen__part_shown *part, uint8_t form) {
    samen__surface *surface = s->call->surface;
    samen__trace *path = &s->frame.path;
    samen__pen pen = samen__lined(samen__form_colour(form), samen__sociogram_pale_width(s));
    int64_t held = 0;
    pen.pattern = samen__form_pattern(form);
    pen.opacity = SAMEN__SOCIOGRAM_PALE;
    samen__trace_clear(path);
    surface->open_group(surface,
                        samen_typology_name(s->call->view->network->typology, form,
                                            (int32_t)s->options->common.language),
                        &pen);
    for (int64_t i = 0; i < s->scene.strokes; i++) {
        const samen__stroke *t = &s->scene.stroke[i];
        if (t->form != form || !samen__is_shown(s, part, t))
            continue;
        samen__trace_move(path, places->x[t->low], places->y[t->low]);
        samen__trace_line(path, places->x[t->high], places->y[t->high]);
        if (++held == TIES_A_PATH) {
            surface->path(surface, path, NULL, NULL);
            samen__trace_clear(path);
            held = 0;
        }
    }
    if (held > 0)
        surface->path(surface, path, NULL, NULL);
    surface->close_group(surface);
}

samen_status samen__sociogram_ties(samen__sociogram *s, const samen__places *places,
                                   const samen__part_shown *part, samen_error *err) {
    samen__surface *surface = s->call->surface;
    samen_status status = SAMEN_OK;
    surface->open_group(surface, NULL, NULL);
    if (samen__sociogram_is_detailed(s)) {
        status = draw_detailed(s, places, part, err);
    } else {
        for (uint8_t form = 0; form < SAMEN_FORMS_MAX; form++) {
            if (s->scene.forms >> form & 1)
                draw_many(s, places, part, form);
        }
    }
    surface->close_group(surface);
    return status;
}
