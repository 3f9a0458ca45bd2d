/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data of the live picture: one object with columns, so that it is short. A column of which all values are alike
 * is that value. Lengths are in hundredths of a millimetre of the still picture's page.
 *
 * {"language", "description", "detailed", "large",
 *  "box": [x, y, width, height] of what is drawn, without title and legend,
 *  "measure": the name of what marks are sized by, or null,
 *  "forms": [{"key", "name", "colour", "dash", "growth", "ties", "drawn"}], those that occur; dashes and gaps are as long
 *      as in "dash", and by "growth" longer for each unit of a line's width; of ties a directed one counts for each
 *      direction,
 *  "groups": {"attribute", "names", the largest first, "rest": the name of what shares a mark, or null},
 *  "marks": [{"colour", "line", "outline"}], of each group that has its own, and last that of the others; an outline
 *      has the area of a circle with radius 100, and is empty for the circle itself,
 *  "organisations": {"count", "key", "name", "group", "x", "y", "radius", "value", "partners", "silent"},
 *  "ties": {"count", "left_out", "low", "high", "form", "forward", "backward", "undirected", "width", "opacity", "gap"},
 *  "words"} */
#include "report/graph.h"

#include "draw/svg.h"
#include "report/graph_parts.h"
#include "report/headings.h"

typedef struct drawing {
    samen__svg svg; /* first, so that its surface is one of these */
    samen__text json;
    int32_t large;
} drawing;

static void add_box(samen__text *json, const samen__box *box) {
    samen__json_name(json, "box");
    samen__text_format(json, "[%g,%g,%g,%g]", samen__graph_units(box->x),
                       samen__graph_units(box->y), samen__graph_units(box->width),
                       samen__graph_units(box->height));
}

static void add_description(samen__text *json, const samen__sociogram *s) {
    samen__text description = samen__text_growing();
    json->failed |= samen__sociogram_describe(s, &description, NULL) != SAMEN_OK;
    samen__json_member(json, "description", description.length > 0 ? description.bytes : "");
    samen__text_free(&description);
}

/* As it is called in the tables of a report. */
static void add_measure(samen__text *json, const samen__sociogram *s) {
    samen__text heading = samen__text_growing();
    if (s->scene.value_name)
        samen__heading_add(&heading, s->options->common.language, s->scene.value_name);
    samen__json_member(json, "measure", s->scene.value_name ? heading.bytes : NULL);
    json->failed |= heading.failed;
    samen__text_free(&heading);
}

static void take_placed(samen__surface *surface, const samen__sociogram *s,
                        const samen__places *places) {
    drawing *into = (drawing *)surface;
    samen__text *json = &into->json;
    uint32_t language = s->options->common.language;
    into->large = s->scene.organisations > SAMEN__GRAPH_LARGE || !samen__sociogram_is_detailed(s);
    samen__text_add_byte(json, '{');
    samen__json_member(json, "language", samen__language_code(language));
    add_description(json, s);
    samen__json_number(json, "detailed", samen__sociogram_is_detailed(s));
    samen__json_number(json, "large", into->large);
    add_box(json, &s->frame.plot);
    add_measure(json, s);
    samen__graph_add_forms(json, s);
    samen__graph_add_groups(json, s);
    samen__graph_add_organisations(json, s, places);
    samen__graph_add_ties(json, s);
    samen__json_name(json, "words");
    samen__graph_add_words(json, language);
    samen__text_add_byte(json, '}');
}

samen_status samen__graph_make(const samen__document *d, const char *options, const samen_run *run,
                               samen__graph *graph, samen_error *err) {
    static const samen__draw_places place = {.view = 1, .kind = 2, .options = 3, .run = 4};
    drawing into = {.json = samen__text_growing()};
    *graph = (samen__graph){0};
    samen__svg_start(&into.svg);
    into.svg.surface.placed = take_placed;
    samen_status status =
        samen__draw_on(d->view, "sociogram", options, run, &place, &into.svg.surface, err);
    if (status == SAMEN_OK)
        status = samen__svg_take(&into.svg, &graph->picture, &graph->picture_length, err);
    if (status == SAMEN_OK)
        status = samen__text_take(&into.json, &graph->data, &graph->data_length, err);
    graph->large = into.large;
    samen__svg_free(&into.svg);
    samen__text_free(&into.json);
    if (status != SAMEN_OK)
        samen__graph_free(graph);
    return status;
}

void samen__graph_free(samen__graph *graph) {
    samen__delete(graph->picture);
    samen__delete(graph->data);
    *graph = (samen__graph){0};
}
