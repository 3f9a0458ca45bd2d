/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts read back: where paths are, and which value a place on an axis is. */
#ifndef SAMEN_TESTS_UNIT_DRAW_CHART_H
#define SAMEN_TESTS_UNIT_DRAW_CHART_H

#include "picture.h"

/* What a path of straight steps takes, its letters being small: all places after the first are told from the one
 * before. */
static inline area path_area(const element *path) {
    const char *at = value_of(path, "d");
    double x = 0, y = 0;
    area a = {HUGE_VAL, -HUGE_VAL, HUGE_VAL, -HUGE_VAL};
    while (*at) {
        char *end;
        at += strspn(at, "mlz ");
        if (!*at)
            break;
        x += strtod(at, &end);
        ck_assert_msg(end > at, "no number: %.20s", at);
        at = end + strspn(end, " ");
        y += strtod(at, &end);
        ck_assert_msg(end > at, "no number: %.20s", at);
        at = end;
        a.left = fmin(a.left, x);
        a.right = fmax(a.right, x);
        a.top = fmin(a.top, y);
        a.bottom = fmax(a.bottom, y);
    }
    return a;
}

/* The number of the mark whose title begins so; the test fails when there is none. */
static inline int mark_of(const picture *p, const char *title) {
    for (int i = 0; i < p->count; i++) {
        if (strncmp(title_of(p, i), title, strlen(title)) == 0)
            return i;
    }
    ck_abort_msg("no mark is titled \"%s\"", title);
}

/* The number of a text that is written once; the test fails when it is not. */
static inline int text_of(const picture *p, const char *text) {
    int found = -1;
    for (int i = 0; i < p->count; i++) {
        if (strcmp(p->element[i].name, "text") != 0 || !p->element[i].text ||
            strcmp(p->element[i].text, text) != 0)
            continue;
        ck_assert_msg(found < 0, "\"%s\" is written twice", text);
        found = i;
    }
    ck_assert_msg(found >= 0, "\"%s\" is not written", text);
    return found;
}

/* Which part of the way from the label of one tick to that of another a place is. */
static inline double part_between(const picture *p, const char *from, const char *to, double x) {
    double a = number_of(&p->element[text_of(p, from)], "x"),
           b = number_of(&p->element[text_of(p, to)], "x");
    return (x - a) / (b - a);
}

/* The whisker at the height of a bar. */
static inline area whisker_at(const picture *p, const area *bar) {
    for (int i = 0; i < p->count; i++) {
        const element *e = &p->element[i];
        if (strcmp(e->name, "path") != 0 || strcmp(value_of(e, "stroke"), "#1f2933") != 0)
            continue;
        area a = path_area(e);
        if (fabs(a.top + a.bottom - bar->top - bar->bottom) < 0.05)
            return a;
    }
    ck_abort_msg("there is no whisker at %g", bar->top);
}

/* Does a picture have whiskers at all? */
static inline int whiskers_in(const picture *p) {
    int count = 0;
    for (int i = 0; i < p->count; i++)
        count += strcmp(p->element[i].name, "path") == 0 &&
                 strcmp(value_of(&p->element[i], "stroke"), "#1f2933") == 0;
    return count;
}

/* The description of the page. */
static inline const char *description_of(const picture *p) {
    for (int i = 0; i < p->count; i++) {
        if (strcmp(p->element[i].name, "desc") == 0)
            return p->element[i].text;
    }
    ck_abort_msg("there is no description");
}

static inline int says(const picture *p, const char *words) {
    for (int i = 0; i < p->count; i++) {
        if (strcmp(p->element[i].name, "text") == 0 && p->element[i].text &&
            strstr(p->element[i].text, words))
            return 1;
    }
    return 0;
}

static inline char *drawn_by(const samen_view *view, const char *kind, const char *options,
                             int threads) {
    const samen_run run = {.struct_size = sizeof run, .threads = threads, .seed = 7};
    char *svg = NULL;
    OK(samen_draw(view, kind, options, &run, &svg, NULL, error));
    return svg;
}

/* One and four threads draw the same bytes. */
static inline void threads_change_nothing(const samen_view *view, const char *kind,
                                          const char *options) {
    char *one = drawn_by(view, kind, options, 1), *four = drawn_by(view, kind, options, 4);
    ck_assert_str_eq(one, four);
    samen_free(one);
    samen_free(four);
}

static inline int32_t stop_at_once(void *payload, double fraction, const char *what) {
    (void)fraction;
    (void)what;
    ++*(int *)payload;
    return 1;
}

/* A picture whose measures take several tenths of a second, after one of which callers hear, can be stopped. */
static inline void caller_can_stop(const samen_view *view, const char *kind, const char *options) {
    int calls = 0;
    const samen_run run = {
        .struct_size = sizeof run, .on_progress = stop_at_once, .payload = &calls, .threads = 1};
    char *svg = NULL;
    FAILS(SAMEN_ERR_CANCELLED, "stop", samen_draw(view, kind, options, &run, &svg, NULL, error));
    ck_assert_ptr_null(svg);
    ck_assert_int_eq(calls, 1);
}

#endif
