/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages read back: a reader that accepts nothing that is not well formed, and what tests ask of elements. */
#ifndef SAMEN_TESTS_UNIT_REPORT_MARKUP_H
#define SAMEN_TESTS_UNIT_REPORT_MARKUP_H

#include "core/utf8.h"
#include "entities.h"
#include "suite.h"

enum { MOST_ATTRIBUTES = 16, MOST_DEPTH = 24 };

typedef struct element {
    char name[24];
    struct {
        char name[24];
        char *value; /* entities resolved */
    } attribute[MOST_ATTRIBUTES];
    int attributes;
    int parent; /* its number, or -1 */
    char *text; /* right inside it, all pieces, entities resolved; of a script as it stands */
} element;

typedef struct markup {
    char *bytes;
    int64_t length;
    element *element;
    int count;
} markup;

static inline void add_piece(element *e, char *piece) {
    size_t before = e->text ? strlen(e->text) : 0;
    e->text = realloc(e->text, before + strlen(piece) + 1);
    strcpy(e->text + before, piece);
    free(piece);
}

static inline const char *read_attribute(const char *at, element *e) {
    ck_assert_int_lt(e->attributes, MOST_ATTRIBUTES);
    size_t name = strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    ck_assert_msg(name > 0 && at[name] == '=' && at[name + 1] == '"' && name < 24,
                  "no attribute: %.20s", at);
    for (int i = 0; i < e->attributes; i++)
        ck_assert_msg(strncmp(e->attribute[i].name, at, name) != 0 || e->attribute[i].name[name],
                      "an attribute given twice: %.20s", at);
    memcpy(e->attribute[e->attributes].name, at, name);
    const char *value = at + name + 2, *end = strchr(value, '"');
    ck_assert_ptr_nonnull(end);
    e->attribute[e->attributes++].value = resolve(value, end);
    return end + 1;
}

/* What is inside a script or style is not markup: it ends where HTML ends it. */
static inline const char *read_raw(const char *at, element *e) {
    char end[32];
    sprintf(end, "</%s", e->name);
    const char *to = strstr(at, end);
    ck_assert_ptr_nonnull(to);
    e->text = calloc((size_t)(to - at) + 1, 1);
    memcpy(e->text, at, (size_t)(to - at));
    ck_assert_msg(!strstr(e->text, "<!--"), "a comment within <%s>", e->name);
    return to;
}

static inline const char *read_tag(markup *m, const char *at, int *open, int *depth) {
    if (*at == '/') {
        ck_assert_int_gt(*depth, 0);
        const char *name = m->element[open[--*depth]].name;
        size_t length = strlen(name);
        ck_assert_msg(strncmp(at + 1, name, length) == 0 && at[1 + length] == '>',
                      "<%s> ends in %.20s", name, at);
        return at + length + 2;
    }
    m->element = realloc(m->element, (size_t)(m->count + 1) * sizeof *m->element);
    element *e = &m->element[m->count];
    memset(e, 0, sizeof *e);
    e->parent = *depth > 0 ? open[*depth - 1] : -1;
    ck_assert_msg(*depth > 0 || m->count == 0, "two roots");
    size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789");
    ck_assert_msg(length > 0 && length < sizeof e->name, "no tag: %.20s", at);
    memcpy(e->name, at, length);
    at += length;
    while (*at == ' ')
        at = read_attribute(at + 1, e);
    m->count++;
    if (*at == '/') {
        ck_assert_int_eq(at[1], '>');
        return at + 2;
    }
    ck_assert_int_eq(*at, '>');
    ck_assert_int_lt(*depth, MOST_DEPTH);
    open[(*depth)++] = m->count - 1;
    at++;
    return strcmp(e->name, "script") == 0 || strcmp(e->name, "style") == 0 ? read_raw(at, e) : at;
}

/* Fails the test when it is not well formed; keeps the text. */
static inline markup markup_read(char *bytes, int64_t length) {
    static const char first[] = "<!DOCTYPE html>\n";
    markup m = {.bytes = bytes, .length = length};
    int open[MOST_DEPTH], depth = 0;
    ck_assert_int_eq((int64_t)strlen(bytes), length);
    ck_assert_int_eq(samen__utf8_invalid(bytes, length), -1);
    for (int64_t i = 0; i < length; i++)
        ck_assert_msg((unsigned char)bytes[i] >= ' ' || bytes[i] == '\n', "a control character");
    const char *at = bytes + (strncmp(bytes, first, strlen(first)) == 0 ? strlen(first) : 0);
    while (*at) {
        if (*at == '<') {
            at = read_tag(&m, at + 1, open, &depth);
            continue;
        }
        const char *end = at + strcspn(at, "<");
        char *text = resolve(at, end);
        if (depth > 0) {
            add_piece(&m.element[open[depth - 1]], text);
        } else {
            ck_assert_msg(strspn(text, "\n ") == strlen(text), "stray text: %s", text);
            free(text);
        }
        at = end;
    }
    ck_assert_int_eq(depth, 0);
    return m;
}

static inline void markup_free(markup *m) {
    for (int i = 0; i < m->count; i++) {
        for (int k = 0; k < m->element[i].attributes; k++)
            free(m->element[i].attribute[k].value);
        free(m->element[i].text);
    }
    free(m->element);
    samen_free(m->bytes);
}

/* "" where there is none. */
static inline const char *value_of(const element *e, const char *name) {
    for (int i = 0; i < e->attributes; i++) {
        if (strcmp(e->attribute[i].name, name) == 0)
            return e->attribute[i].value;
    }
    return "";
}

static inline int is_inside(const markup *m, int number, int outer) {
    while (number >= 0 && number != outer)
        number = m->element[number].parent;
    return number == outer;
}

/* The first element that has this attribute; the test fails when there is none. */
static inline int element_with(const markup *m, const char *attribute, const char *value) {
    for (int i = 0; i < m->count; i++) {
        if (strcmp(value_of(&m->element[i], attribute), value) == 0)
            return i;
    }
    ck_abort_msg("nothing has %s=\"%s\"", attribute, value);
    return -1;
}

/* How many elements of a name there are inside another one; -1 is the whole. */
static inline int count_inside(const markup *m, int outer, const char *name) {
    int count = 0;
    for (int i = 0; i < m->count; i++)
        count += strcmp(m->element[i].name, name) == 0 && is_inside(m, i, outer);
    return count;
}

/* The n-th element of a name inside another one, from 0; the test fails when there is none. */
static inline const element *nth_inside(const markup *m, int outer, const char *name, int n) {
    for (int i = 0; i < m->count; i++) {
        if (strcmp(m->element[i].name, name) == 0 && is_inside(m, i, outer) && n-- == 0)
            return &m->element[i];
    }
    ck_abort_msg("there is no such <%s>", name);
    return NULL;
}

/* All text inside an element, one piece behind the other; freed by the caller. */
static inline char *text_inside(const markup *m, int outer) {
    char *text = calloc((size_t)m->length + 1, 1);
    for (int i = outer; i < m->count; i++) {
        if (m->element[i].text && is_inside(m, i, outer))
            strcat(text, m->element[i].text);
    }
    return text;
}

static inline unsigned hex(const char *digits) {
    unsigned value = 0;
    for (int i = 0; i < 4; i++)
        value = value * 16 + (unsigned)(strchr("0123456789abcdef", digits[i]) - "0123456789abcdef");
    return value;
}

static inline char *put_utf8(char *at, unsigned c) {
    int extra = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char first[] = {0, 0xC0, 0xE0, 0xF0};
    *at++ = (char)(first[extra] | c >> 6 * extra);
    for (int i = extra - 1; i >= 0; i--)
        *at++ = (char)(0x80 | (c >> 6 * i & 0x3F));
    return at;
}

/* A plain reader of one string of JSON; freed by the caller. */
static inline char *read_json(const char *json) {
    char *out = calloc(strlen(json) * 2 + 1, 1), *at = out;
    ck_assert_int_eq(*json++, '"');
    while (*json != '"') {
        if (*json != '\\') {
            *at++ = *json++;
            continue;
        }
        char escaped = json[1];
        json += 2;
        if (escaped == 'u') {
            unsigned c = hex(json);
            json += 4;
            if (c >= 0xD800 && c < 0xDC00) {
                ck_assert_int_eq(strncmp(json, "\\u", 2), 0);
                c = 0x10000 + ((c & 0x3FF) << 10 | (hex(json + 2) & 0x3FF));
                json += 6;
            }
            at = put_utf8(at, c);
        } else {
            *at++ = escaped == 'n' ? '\n' : escaped;
        }
    }
    ck_assert_int_eq(json[1], '\0');
    return out;
}

#endif
