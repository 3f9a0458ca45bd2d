/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organisations and ties as columns; one of which all values are alike is that value. */
#include "report/graph_parts.h"

/* ---- Columns --------------------------------------------------------------------------------------------- */

typedef struct source {
    const samen__sociogram *sociogram;
    const samen__places *places; /* NULL where only ties are asked for */
} source;

typedef double (*number_at)(const source *from, int64_t at);
typedef const char *(*text_at)(const source *from, int64_t at);

static void add_value(samen__text *json, double value) {
    if (isnan(value))
        samen__text_add_string(json, "null");
    else
        samen__text_add_number(json, value);
}

static int are_alike(const source *from, int64_t count, number_at number) {
    for (int64_t i = 1; i < count; i++) {
        if (number(from, i) != number(from, 0))
            return 0;
    }
    return count > 0;
}

static void add_numbers(samen__text *json, const char *name, const source *from, int64_t count,
                        number_at number) {
    samen__json_name(json, name);
    if (are_alike(from, count, number)) {
        add_value(json, number(from, 0));
        return;
    }
    for (int64_t i = 0; i < count; i++) {
        samen__text_add_byte(json, i ? ',' : '[');
        add_value(json, number(from, i));
    }
    samen__text_add_string(json, count ? "]" : "[]");
}

static void add_texts(samen__text *json, const char *name, const source *from, int64_t count,
                      text_at text) {
    samen__json_name(json, name);
    for (int64_t i = 0; i < count; i++) {
        samen__text_add_byte(json, i ? ',' : '[');
        samen__json_text(json, text(from, i));
    }
    samen__text_add_string(json, count ? "]" : "[]");
}

/* ---- Organisations --------------------------------------------------------------------------------------- */

static const char *key_of(const source *from, int64_t v) {
    return samen_view_key(from->sociogram->call->view, v);
}

static const char *name_of(const source *from, int64_t v) {
    return samen__sociogram_name(from->sociogram, v);
}

/* By size, the largest being 0; -1 for none. */
static double group_of(const source *from, int64_t v) {
    const samen__scene *scene = &from->sociogram->scene;
    return scene->rank && scene->groups.of[v] >= 0 ? scene->rank[scene->groups.of[v]] : -1;
}

static double x_of(const source *from, int64_t v) {
    return samen__graph_units(from->places->x[v]);
}

static double y_of(const source *from, int64_t v) {
    return samen__graph_units(from->places->y[v]);
}

static double radius_of(const source *from, int64_t v) {
    return samen__graph_units(samen__sociogram_radius(from->sociogram, v));
}

/* Four digits that count are one more than are ever shown. */
static double value_of(const source *from, int64_t v) {
    double value = from->sociogram->scene.value[v], scale = 1;
    while (value > 0 && value * scale < 1000 && scale < 1e9)
        scale *= 10;
    return round(value * scale) / scale;
}

static double partners_of(const source *from, int64_t v) {
    return (double)from->sociogram->scene.partners[v];
}

static double is_silent(const source *from, int64_t v) {
    const samen__scene *scene = &from->sociogram->scene;
    return scene->silent ? scene->silent[v] : 0;
}

/* Keys are told beside names, unless names are not to be told. */
static int tells_keys(const source *from, int64_t count) {
    if (from->sociogram->options->names)
        return 0;
    for (int64_t v = 0; v < count; v++) {
        if (strcmp(key_of(from, v), name_of(from, v)) != 0)
            return 1;
    }
    return 0;
}

void samen__graph_add_organisations(samen__text *json, const samen__sociogram *s,
                                    const samen__places *places) {
    const source of = {.sociogram = s, .places = places}, *from = &of;
    int64_t count = s->scene.organisations;
    samen__json_name(json, "organisations");
    samen__text_add_byte(json, '{');
    samen__json_number(json, "count", (double)count);
    if (tells_keys(from, count))
        add_texts(json, "key", from, count, key_of);
    add_texts(json, "name", from, count, name_of);
    add_numbers(json, "group", from, count, group_of);
    add_numbers(json, "x", from, count, x_of);
    add_numbers(json, "y", from, count, y_of);
    add_numbers(json, "radius", from, count, radius_of);
    if (s->scene.value)
        add_numbers(json, "value", from, count, value_of);
    add_numbers(json, "partners", from, count, partners_of);
    add_numbers(json, "silent", from, count, is_silent);
    samen__text_add_byte(json, '}');
}

/* ---- Ties ------------------------------------------------------------------------------------------------ */

static double low_of(const source *from, int64_t tie) {
    return from->sociogram->scene.stroke[tie].low;
}

static double high_of(const source *from, int64_t tie) {
    return from->sociogram->scene.stroke[tie].high;
}

/* Its place among the forms that occur. */
static double form_of(const source *from, int64_t tie) {
    const samen__scene *scene = &from->sociogram->scene;
    return __builtin_popcountll(scene->forms & ((1ull << scene->stroke[tie].form) - 1));
}

static double forward_of(const source *from, int64_t tie) {
    return from->sociogram->scene.stroke[tie].forward;
}

/* An undirected tie has one weight. */
static double backward_of(const source *from, int64_t tie) {
    const samen__stroke *stroke = &from->sociogram->scene.stroke[tie];
    return stroke->undirected ? 0 : stroke->backward;
}

static double is_undirected(const source *from, int64_t tie) {
    return from->sociogram->scene.stroke[tie].undirected;
}

static double width_of(const source *from, int64_t tie) {
    const samen__sociogram *s = from->sociogram;
    return samen__graph_units(
        samen__sociogram_is_detailed(s)
            ? samen__sociogram_width(s, samen__stroke_weight(&s->scene.stroke[tie]))
            : samen__sociogram_pale_width(s));
}

void samen__graph_add_ties(samen__text *json, const samen__sociogram *s) {
    const source of = {.sociogram = s}, *from = &of;
    int64_t count = s->scene.strokes;
    samen__json_name(json, "ties");
    samen__text_add_byte(json, '{');
    samen__json_number(json, "count", (double)count);
    samen__json_number(json, "left_out", (double)s->scene.left_out);
    add_numbers(json, "low", from, count, low_of);
    add_numbers(json, "high", from, count, high_of);
    add_numbers(json, "form", from, count, form_of);
    add_numbers(json, "forward", from, count, forward_of);
    add_numbers(json, "backward", from, count, backward_of);
    add_numbers(json, "undirected", from, count, is_undirected);
    add_numbers(json, "width", from, count, width_of);
    samen__json_number(
        json, "opacity",
        round(100 * (samen__sociogram_is_detailed(s) ? s->opacity : SAMEN__SOCIOGRAM_PALE)) / 100);
    samen__json_number(json, "gap", samen__graph_units(samen__sociogram_gap(s)));
    samen__text_add_byte(json, '}');
}
