/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms and groups with what they look like. */
#include "draw/marks.h"
#include "report/graph_parts.h"

/* ---- Forms ----------------------------------------------------------------------------------------------- */

static void add_colour(samen__text *json, const char *name, uint32_t colour) {
    static const char hex[] = "0123456789abcdef";
    samen__json_name(json, name);
    samen__text_add_string(json, "\"#");
    for (int32_t shift = 20; shift >= 0; shift -= 4)
        samen__text_add_byte(json, hex[colour >> shift & 15]);
    samen__text_add_byte(json, '"');
}

/* How long dashes and gaps are in a line without width, and by how much they grow with its width. */
static void add_dashes(samen__text *json, int32_t pattern) {
    double least[SAMEN__MOST_DASHES], wide[SAMEN__MOST_DASHES];
    int32_t dashes = samen__dashes(pattern, 0, least);
    samen__dashes(pattern, 1, wide);
    samen__json_name(json, "dash");
    for (int32_t i = 0; i < dashes; i++)
        samen__text_format(json, "%c%g", i ? ',' : '[', samen__graph_units(least[i]));
    samen__text_add_string(json, dashes ? "]" : "[]");
    samen__json_name(json, "growth");
    for (int32_t i = 0; i < dashes; i++)
        samen__text_format(json, "%c%g", i ? ',' : '[', round(100 * (wide[i] - least[i])) / 100);
    samen__text_add_string(json, dashes ? "]" : "[]");
}

static int32_t ways(double forward, double backward, int undirected) {
    return undirected ? 1 : (forward > 0) + (backward > 0);
}

/* All of each form, and those that are drawn. */
static void count_ties(const samen__sociogram *s, int64_t *all, int64_t *drawn) {
    samen__cell cell;
    for (samen__walk w = {0}; samen__next_cell(s->call->pairs, &w, &cell);)
        all[cell.form] +=
            ways(cell.forward, cell.backward, !s->call->view->directed || cell.undirected);
    for (int64_t i = 0; i < s->scene.strokes; i++) {
        const samen__stroke *stroke = &s->scene.stroke[i];
        drawn[stroke->form] += ways(stroke->forward, stroke->backward, stroke->undirected);
    }
}

void samen__graph_add_forms(samen__text *json, const samen__sociogram *s) {
    const samen_typology *typology = s->call->view->network->typology;
    int64_t all[SAMEN_FORMS_MAX] = {0}, drawn[SAMEN_FORMS_MAX] = {0};
    int32_t place = 0;
    count_ties(s, all, drawn);
    samen__json_name(json, "forms");
    samen__text_add_byte(json, '[');
    for (int32_t form = 0; form < SAMEN_FORMS_MAX; form++) {
        if (!(s->scene.forms >> form & 1))
            continue;
        samen__text_add_string(json, place++ ? ",{" : "{");
        samen__json_member(json, "key", samen_typology_key(typology, form));
        samen__json_member(
            json, "name",
            samen_typology_name(typology, form, (int32_t)s->options->common.language));
        add_colour(json, "colour", samen__form_colour(form));
        add_dashes(json, samen__form_pattern(form));
        samen__json_number(json, "ties", (double)all[form]);
        samen__json_number(json, "drawn", (double)drawn[form]);
        samen__text_add_byte(json, '}');
    }
    samen__text_add_byte(json, ']');
}

/* ---- Groups and marks ------------------------------------------------------------------------------------ */

/* A surface that takes the corners of a mark only. */
typedef struct tracer {
    samen__surface surface; /* first, so that a surface is one of these */
    samen__text *json;
} tracer;

static void take_circle(samen__surface *surface, double x, double y, double radius,
                        const samen__pen *pen, const char *title) {
    (void)surface, (void)x, (void)y, (void)radius, (void)pen, (void)title;
}

static void take_path(samen__surface *surface, const samen__trace *path, const samen__pen *pen,
                      const char *title) {
    samen__text *json = ((tracer *)surface)->json;
    (void)pen, (void)title;
    json->failed |= path->failed;
    for (int64_t i = 0; i < 2 * path->places && !path->failed; i++) {
        samen__text_add_string(json, i ? "," : "");
        samen__text_add_number(json, round(path->at[i]));
    }
}

static void add_mark(samen__text *json, const samen__sociogram *s, int32_t group) {
    tracer into = {.surface = {.circle = take_circle, .path = take_path}, .json = json};
    samen__pen pen = samen__sociogram_pen(s, group, 0, 1);
    samen__trace path = {0};
    samen__text_add_byte(json, '{');
    add_colour(json, "colour", pen.fill);
    add_colour(json, "line", pen.line);
    samen__json_name(json, "outline");
    samen__text_add_byte(json, '[');
    samen__mark(&into.surface, &path, samen__sociogram_shape(s, group), 0, 0, SAMEN__GRAPH_UNITS,
                &pen, NULL);
    samen__text_add_string(json, "]}");
    samen__trace_free(&path);
}

static int32_t group_ranked(const samen__scene *scene, int32_t rank) {
    int32_t group = 0;
    while (scene->rank[group] != rank)
        group++;
    return group;
}

void samen__graph_add_groups(samen__text *json, const samen__sociogram *s) {
    const samen__groups *groups = &s->scene.groups;
    int32_t own = samen__sociogram_own_marks(s);
    samen__json_name(json, "groups");
    samen__text_add_byte(json, '{');
    samen__json_member(json, "attribute", groups->count ? s->options->group : NULL);
    samen__json_name(json, "names");
    samen__text_add_byte(json, '[');
    for (int32_t rank = 0; rank < groups->count; rank++) {
        samen__text_add_string(json, rank ? "," : "");
        samen__json_text(json, groups->label[group_ranked(&s->scene, rank)]);
    }
    samen__text_add_byte(json, ']');
    samen__json_member(json, "rest", samen__sociogram_rest(s));
    samen__text_add_byte(json, '}');
    samen__json_name(json, "marks");
    samen__text_add_byte(json, '[');
    for (int32_t rank = 0; rank < own; rank++) {
        add_mark(json, s, group_ranked(&s->scene, rank));
        samen__text_add_byte(json, ',');
    }
    add_mark(json, s, -1);
    samen__text_add_byte(json, ']');
}
