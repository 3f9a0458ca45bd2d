/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sociogram: organisations as marks, ties as lines; for everybody who wants to see a network before numbers.
 *
 * Choices. Area, not radius, shows a value. Colour never stands alone: forms have a line pattern, groups a shape.
 * No form is drawn above another's rank: neither width nor lightness follows commitment. Where there is too much to
 * show, less is drawn and a line below the picture says so.
 * Complexity: of the layout (docs/drawing.md), then O(organisations + ties). */
#include "draw/sociogram.h"

#include <math.h>
#include <string.h>

#include "draw/registry.h"
#include "draw/type.h"

#define INSET       5.0  /* between the box and the outermost organisations */
#define LABEL_INSET 14.0 /* the same at the sides where there are labels */
#define HIGH        0.62 /* height of the plot over its width */
#define HIGH_NARROW 0.9
#define NARROW      110.0

static samen_status draw_inside(samen__sociogram *s, samen_error *err) {
    const samen__box *plot = &s->frame.plot;
    double side =
        s->options->labels == SAMEN__LABELS_NONE ? INSET : fmin(LABEL_INSET, plot->width / 10);
    samen__box box = {plot->x + side, plot->y + INSET, plot->width - 2 * side,
                      plot->height - 2 * INSET};
    samen__places places = {0};
    const samen__part_shown all = {0};
    samen_status status =
        samen__places_make(s->call, &s->scene, s->options->layout, &box, &places, err);
    if (status == SAMEN_OK && s->call->surface->placed)
        s->call->surface->placed(s->call->surface, s, &places);
    if (status == SAMEN_OK)
        status = samen__sociogram_ties(s, &places, &all, err);
    if (status == SAMEN_OK)
        status = samen__sociogram_marks(s, &places, &all, err);
    if (status == SAMEN_OK)
        status = samen__sociogram_labels(s, &places, plot, &all, err);
    samen__places_free(&places);
    return status;
}

static samen_status draw(samen__draw_call *call, samen_error *err) {
    samen__sociogram s = {.call = call, .options = call->options};
    samen__text description = samen__text_growing();
    double width = s.options->common.width, height = width * (width < NARROW ? HIGH_NARROW : HIGH);
    samen__frame_start(&s.frame, call);
    samen_status status = samen__scene_make(call, s.options->group, s.options->size, &s.scene, err);
    if (status == SAMEN_OK) {
        samen__sociogram_scale(&s, width, height);
        status = samen__sociogram_legend(&s, err);
    }
    if (status == SAMEN_OK)
        status = samen__sociogram_describe(&s, &description, err);
    if (status == SAMEN_OK)
        status = samen__frame_open(
            &s.frame, samen__word_in(s.options->common.language, SAMEN__WORD_COLLABORATION),
            description.bytes, height, err);
    if (status == SAMEN_OK)
        status = draw_inside(&s, err);
    if (status == SAMEN_OK)
        status = samen__frame_close(&s.frame, err);
    samen__text_free(&description);
    samen__scene_free(&s.scene);
    samen__frame_free(&s.frame);
    return status;
}

const char *const samen__layout_names[] = {"auto",   "stress", "force", "mds",
                                           "circle", "group",  NULL};
const char *const samen__labels_names[] = {"auto", "all", "none", NULL};
const char *const samen__names_names[] = {"name", "key", NULL};
const char *const samen__thickness_names[] = {"weight", "none", NULL};

static const samen__option options[] = {SAMEN__SOCIOGRAM_OPTIONS(samen__sociogram_options)};

const samen__drawing samen__drawing_sociogram = {
    .name = "sociogram",
    .title = "Sociogram",
    .summary =
        "Organisations as marks and ties as lines, forms told apart by colour and line pattern.",
    .since = "0.1",
    .options = {.owner = "sociogram",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen__sociogram_options)},
    .draw = draw,
};
