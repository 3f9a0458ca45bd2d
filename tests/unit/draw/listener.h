/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A surface that keeps texts and counts what else is drawn on it. */
#ifndef SAMEN_TESTS_UNIT_DRAW_LISTENER_H
#define SAMEN_TESTS_UNIT_DRAW_LISTENER_H

#include "draw/measure_text.h"
#include "draw/surface.h"
#include "suite.h"

enum { MOST_HEARD = 256 };

typedef struct heard {
    char text[96];
    double left, right, top, bottom;
} heard;

typedef struct listener {
    samen__surface surface;
    heard text[MOST_HEARD];
    int texts, paths, circles, groups, open;
} listener;

static inline listener *listener_of(samen__surface *surface) {
    return (listener *)(void *)surface;
}

static inline void hear_group(samen__surface *surface, const char *title, const samen__pen *pen) {
    (void)title;
    (void)pen;
    listener_of(surface)->groups++;
    listener_of(surface)->open++;
}

static inline void hear_group_end(samen__surface *surface) {
    ck_assert_int_gt(listener_of(surface)->open--, 0);
}

static inline void hear_path(samen__surface *surface, const samen__trace *path,
                             const samen__pen *pen, const char *title) {
    (void)pen;
    (void)title;
    ck_assert_int_gt(path->steps, 0);
    listener_of(surface)->paths++;
}

static inline void hear_circle(samen__surface *surface, double x, double y, double radius,
                               const samen__pen *pen, const char *title) {
    (void)pen;
    (void)title;
    ck_assert(isfinite(x) && isfinite(y) && radius > 0);
    listener_of(surface)->circles++;
}

static inline void hear_text(samen__surface *surface, double x, double y, const char *text,
                             int64_t length, const samen__lettering *letters) {
    listener *l = listener_of(surface);
    ck_assert_int_lt(l->texts, MOST_HEARD);
    heard *h = &l->text[l->texts++];
    double width = samen__measure_text(text, length, letters->size, letters->bold);
    snprintf(h->text, sizeof h->text, "%.*s", (int)length, text);
    h->left = letters->anchor == SAMEN__ANCHOR_START ? x
              : letters->anchor == SAMEN__ANCHOR_END ? x - width
                                                     : x - width / 2;
    h->right = h->left + width;
    h->top = y - 0.72 * letters->size;
    h->bottom = y + 0.2 * letters->size;
}

static inline void hear_page(samen__surface *surface, const samen__page *page) {
    (void)surface;
    ck_assert(page->width > 0 && page->height > 0 && page->title && page->description);
}

static inline void hear_page_end(samen__surface *surface) {
    ck_assert_int_eq(listener_of(surface)->open, 0);
}

static inline void listener_start(listener *l) {
    memset(l, 0, sizeof *l);
    l->surface = (samen__surface){.open_page = hear_page,
                                  .close_page = hear_page_end,
                                  .open_group = hear_group,
                                  .close_group = hear_group_end,
                                  .path = hear_path,
                                  .circle = hear_circle,
                                  .text = hear_text};
}

static inline int apart(const heard *a, const heard *b) {
    return a->left >= b->right - 0.01 || b->left >= a->right - 0.01 || a->top >= b->bottom - 0.01 ||
           b->top >= a->bottom - 0.01;
}

#endif
