/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes, marks and labels of a sociogram. */
#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/sort.h"
#include "draw/labels.h"
#include "draw/marks.h"
#include "draw/palette.h"
#include "draw/sociogram.h"
#include "draw/type.h"

enum { MARKS_DETAILED = 5000, MOST_LABELLED = 600, CROWD = 1000, ALWAYS_LABELLED = 12 };

#define FILLED         0.75
#define WIDEST_SPACING 25.0
#define SPARSE         2.0 /* ties for each organisation; where there are more, they are thinner */

static double within(double value, double least, double most) {
    return value < least ? least : value > most ? most : value;
}

/* Plots are not filled to the edge, and a circle has its rim only. */
static double guess_spacing(const samen__sociogram *s, double width, double height) {
    double organisations = fmax(1, (double)s->scene.organisations);
    double spacing = FILLED * sqrt(width * height / organisations);
    if (s->options->layout == SAMEN__PLACE_CIRCLE)
        spacing = fmin(spacing, 2.5 * fmin(width, height) / organisations);
    return fmin(spacing, WIDEST_SPACING);
}

void samen__sociogram_scale(samen__sociogram *s, double width, double height) {
    double spacing = guess_spacing(s, width, height);
    s->radius = within(0.085 * spacing, 0.12, 1.7);
    s->largest = within(0.24 * spacing, 0.4, 4.2);
    s->smallest = fmax(0.12, s->largest * 0.25);
    double ties = (double)s->scene.strokes / fmax(1, (double)s->scene.organisations);
    double thinned = within(sqrt(SPARSE / fmax(SPARSE, ties)), 0.4, 1);
    s->opacity = 0.4 + 0.45 * thinned;
    s->thickest = within(0.055 * spacing * thinned, 0.2, 1.1);
    s->thinnest = fmax(0.1, s->thickest * 0.15);
    if (s->options->thickness || s->scene.strongest == s->scene.weakest)
        s->thickest = s->thinnest = within(0.02 * spacing * thinned, 0.1, 0.4);
}

double samen__sociogram_radius(const samen__sociogram *s, int64_t organisation) {
    const samen__scene *scene = &s->scene;
    if (!scene->value)
        return s->radius;
    double value = scene->value[organisation];
    return value > 0 ? fmax(s->smallest, s->largest * sqrt(value / scene->largest_value))
                     : s->smallest;
}

double samen__sociogram_width(const samen__sociogram *s, double weight) {
    return s->thickest == s->thinnest
               ? s->thickest
               : fmax(s->thinnest, s->thickest * weight / s->scene.strongest);
}

int samen__sociogram_is_detailed(const samen__sociogram *s) {
    return s->scene.strokes <= SAMEN__TIES_DETAILED;
}

const char *samen__sociogram_name(const samen__sociogram *s, int64_t organisation) {
    const samen_view *view = s->call->view;
    return s->options->names ? samen_view_key(view, organisation)
                             : samen_network_name(view->network, SAMEN_ORGANISATIONS,
                                                  view->organisation[organisation]);
}

static int has_mark(const samen__sociogram *s, int32_t group) {
    return group >= 0 && s->scene.rank && s->scene.rank[group] < samen__sociogram_own_marks(s);
}

int32_t samen__sociogram_shape(const samen__sociogram *s, int32_t group) {
    return has_mark(s, group) ? samen__group_shape(s->scene.rank[group]) : SAMEN__SHAPE_CIRCLE;
}

samen__pen samen__sociogram_pen(const samen__sociogram *s, int32_t group, int silent,
                                double radius) {
    uint32_t colour = has_mark(s, group)      ? samen__group_colour(s->scene.rank[group])
                      : s->scene.groups.count ? SAMEN__NO_GROUP
                                              : SAMEN__PLAIN;
    return (samen__pen){.fill = silent ? SAMEN__PAPER : colour,
                        .line = has_mark(s, group) || silent ? SAMEN__INK : SAMEN__INK_LIGHT,
                        .width = within(0.13 * radius, 0.03, 0.28)};
}

/* "Name (sector): betweenness 12.3, 5 partners; did not respond" */
static void name_mark(const samen__sociogram *s, int64_t v, samen__text *text) {
    const samen__scene *scene = &s->scene;
    uint32_t language = s->options->common.language;
    text->length = 0;
    samen__text_add_string(text, samen__sociogram_name(s, v));
    if (scene->groups.count && scene->groups.of[v] >= 0) {
        samen__text_add_string(text, " (");
        samen__text_add_string(text, scene->groups.label[scene->groups.of[v]]);
        samen__text_add_byte(text, ')');
    }
    samen__text_add_string(text, ": ");
    if (scene->value && !isnan(scene->value[v])) {
        samen__text_add_string(text, scene->value_name);
        samen__text_add_byte(text, ' ');
        samen__add_amount(text, language, scene->value[v]);
        samen__text_add_string(text, ", ");
    }
    samen__add_counted(text, language, scene->partners[v], SAMEN__WORD_PARTNER,
                       SAMEN__WORD_PARTNERS);
    if (scene->silent && scene->silent[v]) {
        samen__text_add_string(text, "; ");
        samen__text_add_string(text, samen__word_in(language, SAMEN__WORD_NON_RESPONDENT));
    }
}

/* Smaller marks are drawn after larger ones, so that none hides behind another. */
static int by_radius(const void *context, int64_t a, int64_t b) {
    double first = samen__sociogram_radius(context, a),
           second = samen__sociogram_radius(context, b);
    return first > second ? -1 : first < second;
}

samen_status samen__sociogram_marks(samen__sociogram *s, const samen__places *places,
                                    const samen__part_shown *part, samen_error *err) {
    const samen__scene *scene = &s->scene;
    samen__surface *surface = s->call->surface;
    samen__text name = samen__text_growing();
    int64_t *order = samen__new_raw(scene->organisations, sizeof *order, err);
    samen_status status =
        order ? samen__sort(order, scene->organisations, by_radius, s, err) : SAMEN_ERR_MEMORY;
    int alike = scene->organisations > MARKS_DETAILED && !scene->groups.count && !scene->silents;
    samen__pen one = samen__sociogram_pen(s, -1, 0, s->radius);
    surface->open_group(surface, NULL, alike ? &one : NULL);
    for (int64_t i = 0; status == SAMEN_OK && i < scene->organisations; i++) {
        int64_t v = order[i];
        int32_t group = scene->groups.count ? scene->groups.of[v] : -1;
        double radius = samen__sociogram_radius(s, v);
        samen__pen pen = samen__sociogram_pen(s, group, scene->silent && scene->silent[v], radius);
        name_mark(s, v, &name);
        if (name.failed)
            status = samen__fail_memory(err);
        pen.opacity = part->faded && part->faded[v] ? 0.3 : 1;
        if (status == SAMEN_OK)
            samen__mark(surface, &s->frame.path, samen__sociogram_shape(s, group), places->x[v],
                        places->y[v], radius, alike ? NULL : &pen, name.bytes);
    }
    surface->close_group(surface);
    samen__text_free(&name);
    samen__delete(order);
    return status;
}

static double importance(const samen__scene *scene, int64_t v) {
    return !scene->value            ? (double)scene->partners[v]
           : isnan(scene->value[v]) ? -1
                                    : scene->value[v];
}

static int by_importance(const void *context, int64_t a, int64_t b) {
    const samen__scene *scene = context;
    double first = importance(scene, a), second = importance(scene, b);
    if (first != second)
        return first > second ? -1 : 1;
    return scene->partners[a] > scene->partners[b] ? -1 : scene->partners[a] < scene->partners[b];
}

static double reach_of(const samen__sociogram *s, int64_t v) {
    int32_t group = s->scene.groups.count ? s->scene.groups.of[v] : -1;
    return samen__mark_reach(samen__sociogram_shape(s, group), samen__sociogram_radius(s, v));
}

static void draw_caption(const samen__sociogram *s, const samen__places *places,
                         const samen__box *box, samen__labels *labels) {
    uint32_t language = s->options->common.language;
    const samen__lettering letters = {.size = SAMEN__TYPE_SMALL, .colour = SAMEN__INK_LIGHT};
    char words[96];
    samen__text text = samen__text_fixed(words, sizeof words);
    samen__text_add_string(&text, samen__word_in(language, SAMEN__WORD_ISOLATES));
    samen__text_add_string(&text, ": ");
    samen__add_count(&text, language, places->isolates);
    double height = SAMEN__TYPE_SMALL * 1.2;
    samen__labels_text(labels, box->x, places->isolates_top, box->width / 2, height);
    s->call->surface->text(s->call->surface, box->x, places->isolates_top + SAMEN__TYPE_SMALL * 0.8,
                           words, text.length, &letters);
}

samen_status samen__sociogram_labels(samen__sociogram *s, const samen__places *places,
                                     const samen__box *box, const samen__part_shown *part,
                                     samen_error *err) {
    const samen__scene *scene = &s->scene;
    samen__labels labels = {0};
    int64_t *order = samen__new_raw(scene->organisations, sizeof *order, err);
    samen_status status = order
                              ? samen__sort(order, scene->organisations, by_importance, scene, err)
                              : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK)
        status = samen__labels_open(&labels, box, err);
    if (status == SAMEN_OK) {
        int64_t most = s->options->labels == SAMEN__LABELS_ALL    ? scene->organisations
                       : s->options->labels == SAMEN__LABELS_NONE ? 0
                                                                  : MOST_LABELLED;
        labels.furthest = places->spacing / 2;
        s->call->surface->open_group(s->call->surface, NULL, NULL);
        if (places->isolates > 0)
            draw_caption(s, places, box, &labels);
        for (int64_t v = 0; v < scene->organisations; v++) {
            if (!part->faded || !part->faded[v])
                samen__labels_mark(&labels, places->x[v], places->y[v], reach_of(s, v));
        }
        for (int64_t i = 0; i < scene->strokes; i++) {
            if (!samen__is_shown(s, part, &scene->stroke[i]))
                continue;
            int32_t a = scene->stroke[i].low, b = scene->stroke[i].high;
            samen__labels_line(&labels, places->x[a], places->y[a], places->x[b], places->y[b]);
        }
        for (int64_t i = 0; i < scene->organisations && most > 0; i++) {
            int64_t v = order[i];
            if (part->faded && part->faded[v])
                continue;
            labels.over_marks = s->options->labels == SAMEN__LABELS_ALL ||
                                (scene->organisations > CROWD && i < ALWAYS_LABELLED);
            samen__labels_put(&labels, s->call->surface, places->x[v], places->y[v], reach_of(s, v),
                              samen__sociogram_name(s, v));
            most--;
        }
        s->call->surface->close_group(s->call->surface);
        if (labels.text.failed || labels.leader.failed)
            status = samen__fail_memory(err);
    }
    samen__labels_close(&labels);
    samen__delete(order);
    return status;
}
