/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures read back: an XML reader that accepts nothing that is not well formed, and what tests ask of marks. */
#ifndef SAMEN_TESTS_UNIT_DRAW_PICTURE_H
#define SAMEN_TESTS_UNIT_DRAW_PICTURE_H

#include "build.h"
#include "core/utf8.h"
#include "draw/measure_text.h"
#include "entities.h"
#include "suite.h"

enum { MOST_ATTRIBUTES = 16, MOST_DEPTH = 16 };

typedef struct element {
    char name[24];
    struct {
        char name[24];
        char *value; /* entities resolved */
    } attribute[MOST_ATTRIBUTES];
    int attributes;
    int parent; /* its number, or -1 */
    char *text; /* inside it, entities resolved */
} element;

typedef struct picture {
    char *svg;
    int64_t length;
    element *element;
    int count;
} picture;

static inline const char *read_attribute(const char *at, element *e) {
    ck_assert_int_lt(e->attributes, MOST_ATTRIBUTES);
    size_t name = strcspn(at, "=");
    ck_assert_msg(at[name] == '=' && at[name + 1] == '"' && name < 24, "no attribute: %.20s", at);
    for (int i = 0; i < e->attributes; i++)
        ck_assert_msg(strncmp(e->attribute[i].name, at, name) != 0 || e->attribute[i].name[name],
                      "an attribute given twice: %.20s", at);
    memcpy(e->attribute[e->attributes].name, at, name);
    const char *value = at + name + 2, *end = strchr(value, '"');
    ck_assert_ptr_nonnull(end);
    e->attribute[e->attributes++].value = resolve(value, end);
    return end + 1;
}

static inline const char *read_tag(picture *p, const char *at, int *open, int *depth) {
    if (*at == '/') {
        ck_assert_int_gt(*depth, 0);
        const char *name = p->element[open[--*depth]].name;
        size_t length = strlen(name);
        ck_assert_msg(strncmp(at + 1, name, length) == 0 && at[1 + length] == '>',
                      "<%s> ends in %.20s", name, at);
        return at + length + 2;
    }
    p->element = realloc(p->element, (size_t)(p->count + 1) * sizeof *p->element);
    element *e = &p->element[p->count];
    memset(e, 0, sizeof *e);
    e->parent = *depth > 0 ? open[*depth - 1] : -1;
    ck_assert_msg(*depth > 0 || p->count == 0, "two roots");
    size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz");
    ck_assert_msg(length > 0 && length < sizeof e->name, "no tag: %.20s", at);
    memcpy(e->name, at, length);
    at += length;
    while (*at == ' ')
        at = read_attribute(at + 1, e);
    if (*at == '/') {
        ck_assert_int_eq(at[1], '>');
        at += 2;
    } else {
        ck_assert_int_eq(*at, '>');
        ck_assert_int_lt(*depth, MOST_DEPTH);
        open[(*depth)++] = p->count;
        at++;
    }
    p->count++;
    return at;
}

/* Fails the test when it is not well formed; keeps the text. */
static inline picture picture_read(char *svg, int64_t length) {
    picture p = {.svg = svg, .length = length};
    int open[MOST_DEPTH], depth = 0;
    ck_assert_int_eq((int64_t)strlen(svg), length);
    ck_assert_int_eq(samen__utf8_invalid(svg, length), -1);
    for (int64_t i = 0; i < length; i++)
        ck_assert_msg((unsigned char)svg[i] >= ' ' || svg[i] == '\n', "a control character");
    for (const char *at = svg; *at;) {
        if (*at == '<') {
            at = read_tag(&p, at + 1, open, &depth);
            continue;
        }
        const char *end = at + strcspn(at, "<");
        char *text = resolve(at, end);
        if (depth > 0 && !p.element[open[depth - 1]].text) {
            p.element[open[depth - 1]].text = text;
        } else {
            ck_assert_msg(strspn(text, "\n ") == strlen(text), "stray text: %s", text);
            free(text);
        }
        at = end;
    }
    ck_assert_int_eq(depth, 0);
    return p;
}

static inline void picture_free(picture *p) {
    for (int i = 0; i < p->count; i++) {
        for (int k = 0; k < p->element[i].attributes; k++)
            free(p->element[i].attribute[k].value);
        free(p->element[i].text);
    }
    free(p->element);
    samen_free(p->svg);
}

/* A picture of a view, which is freed. */
static inline picture draw_picture(samen_view *view, const char *kind, const char *options) {
    char *svg = NULL;
    int64_t length = 0;
    OK(samen_draw(view, kind, options, NULL, &svg, &length, error));
    samen_view_free(view);
    return picture_read(svg, length);
}

/* "" where there is none. */
static inline const char *value_of(const element *e, const char *name) {
    for (int i = 0; i < e->attributes; i++) {
        if (strcmp(e->attribute[i].name, name) == 0)
            return e->attribute[i].value;
    }
    return "";
}

static inline double number_of(const element *e, const char *name) {
    return strtod(value_of(e, name), NULL);
}

/* The title right inside an element, or "". */
static inline const char *title_of(const picture *p, int number) {
    for (int i = number + 1; i < p->count; i++) {
        if (p->element[i].parent == number && strcmp(p->element[i].name, "title") == 0)
            return p->element[i].text;
    }
    return "";
}

/* How many marks have a title with these words. */
static inline int titles_with(const picture *p, const char *words) {
    int count = 0;
    for (int i = 0; i < p->count; i++)
        count += p->element[i].parent > 0 && strcmp(p->element[i].name, "title") == 0 &&
                 strstr(p->element[i].text, words) != NULL;
    return count;
}

/* How many texts are exactly this. */
static inline int texts_of(const picture *p, const char *text) {
    int count = 0;
    for (int i = 0; i < p->count; i++)
        count += strcmp(p->element[i].name, "text") == 0 && p->element[i].text &&
                 strcmp(p->element[i].text, text) == 0;
    return count;
}

typedef struct area {
    double left, right, top, bottom;
} area;

static inline area area_of(const element *text) {
    double size = number_of(text, "font-size"), x = number_of(text, "x"), y = number_of(text, "y");
    const char *anchor = value_of(text, "text-anchor");
    double width = samen__measure_text(text->text, (int64_t)strlen(text->text), size,
                                       strcmp(value_of(text, "font-weight"), "bold") == 0);
    double left = strcmp(anchor, "end") == 0      ? x - width
                  : strcmp(anchor, "middle") == 0 ? x - width / 2
                                                  : x;
    if (strncmp(value_of(text, "transform"), "rotate(-90 ", 11) == 0) /* reads upward */
        return (area){x - 0.72 * size, x + 0.2 * size, y - (left + width - x), y + (x - left)};
    return (area){left, left + width, y - 0.72 * size, y + 0.2 * size};
}

/* No two texts lie on each other, and all are on the page. */
static inline void texts_are_apart(const picture *p) {
    double width = number_of(&p->element[0], "width"), height = number_of(&p->element[0], "height");
    for (int i = 0; i < p->count; i++) {
        if (strcmp(p->element[i].name, "text") != 0)
            continue;
        area a = area_of(&p->element[i]);
        ck_assert_msg(a.left >= 0 && a.top >= 0 && a.right <= width + 0.01 && a.bottom <= height,
                      "\"%s\" is not on the page", p->element[i].text);
        for (int k = 0; k < i; k++) {
            if (strcmp(p->element[k].name, "text") != 0)
                continue;
            area b = area_of(&p->element[k]);
            ck_assert_msg(a.left >= b.right - 0.01 || b.left >= a.right - 0.01 ||
                              a.top >= b.bottom - 0.01 || b.top >= a.bottom - 0.01,
                          "\"%s\" lies on \"%s\"", p->element[i].text, p->element[k].text);
        }
    }
}

/* Circles are on the page. */
static inline void marks_are_inside(const picture *p) {
    double width = number_of(&p->element[0], "width"), height = number_of(&p->element[0], "height");
    for (int i = 0; i < p->count; i++) {
        const element *e = &p->element[i];
        if (strcmp(e->name, "circle") != 0)
            continue;
        double x = number_of(e, "cx"), y = number_of(e, "cy"), r = number_of(e, "r");
        ck_assert_msg(x - r >= 0 && y - r >= 0 && x + r <= width && y + r <= height,
                      "%s is not on the page", title_of(p, i));
    }
}

#endif
