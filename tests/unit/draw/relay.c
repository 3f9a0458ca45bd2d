/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surfaces of the caller's own: they are told what stands in the SVG, every pen whole, and are obeyed. */
#include "many_ties.h"
#include "picture.h"

#include "../refuses.h"

enum { MOST_TEXTS = 64, LONGEST = 96 };

/* A surface that counts, keeps texts, and stops at the call with a number. */
typedef struct watcher {
    int calls, stop_at; /* 0: never */
    int pages, ends, groups, open, circles, dashed, inherited, titled;
    int64_t lines;
    char text[MOST_TEXTS][LONGEST];
    int texts;
    double width, height;
    double faintest, faintest_pen; /* opacity, of groups and of pens */
    int progress;                  /* calls after the stop */
} watcher;

static int32_t answer(watcher *w) {
    ck_assert_msg(w->stop_at == 0 || w->calls < w->stop_at, "it is called after it has stopped");
    return ++w->calls == w->stop_at ? 7 : 0;
}

static int32_t begin_page(void *payload, const samen_surface_page *page) {
    watcher *w = payload;
    ck_assert_uint_eq(page->struct_size, sizeof *page);
    ck_assert_str_ne(page->title, "");
    ck_assert_str_ne(page->description, "");
    w->width = page->width;
    w->height = page->height;
    ck_assert_int_eq(w->calls, 0);
    w->pages++;
    return answer(w);
}

static int32_t end_page(void *payload) {
    watcher *w = payload;
    ck_assert_int_eq(w->open, 0);
    w->ends++;
    return answer(w);
}

static int32_t begin_group(void *payload, const char *title, double opacity) {
    watcher *w = payload;
    ck_assert(opacity > 0 && opacity <= 1);
    w->groups++;
    w->open++;
    w->titled += title != NULL;
    w->faintest = w->faintest == 0 || opacity < w->faintest ? opacity : w->faintest;
    return answer(w);
}

static int32_t end_group(void *payload) {
    watcher *w = payload;
    ck_assert_int_gt(w->open--, 0);
    return answer(w);
}

static void look_at_pen(watcher *w, const samen_surface_pen *pen) {
    ck_assert_uint_eq(pen->struct_size, sizeof *pen);
    ck_assert(pen->fill >= -1 && pen->fill <= 0xffffff && pen->line >= -1 && pen->line <= 0xffffff);
    ck_assert(pen->fill >= 0 || (pen->line >= 0 && pen->width > 0));
    ck_assert(pen->opacity > 0 && pen->opacity <= 1);
    ck_assert_int_eq(pen->dashes % 2, 0);
    for (int i = 0; i < pen->dashes; i++)
        ck_assert(pen->dash[i] > 0 && pen->dash[i] < 20);
    w->dashed += pen->dashes > 0;
    if (w->faintest_pen == 0 || pen->opacity < w->faintest_pen)
        w->faintest_pen = pen->opacity;
}

static int32_t add_path(void *payload, const samen_surface_path *path, const samen_surface_pen *pen,
                        const char *title) {
    watcher *w = payload;
    int64_t places = 0;
    look_at_pen(w, pen);
    ck_assert_uint_eq(path->struct_size, sizeof *path);
    ck_assert_int_eq(path->step[0], SAMEN_SURFACE_MOVE);
    for (int64_t i = 0; i < path->steps; i++) {
        ck_assert_ptr_nonnull(memchr("MLCZ", path->step[i], 4));
        places += path->step[i] == SAMEN_SURFACE_CURVE ? 3 : path->step[i] != SAMEN_SURFACE_CLOSE;
        w->lines += path->step[i] == SAMEN_SURFACE_MOVE && pen->fill < 0;
    }
    ck_assert_int_eq(places, path->places);
    w->titled += title != NULL;
    return answer(w);
}

static int32_t add_circle(void *payload, double x, double y, double radius,
                          const samen_surface_pen *pen, const char *title) {
    watcher *w = payload;
    look_at_pen(w, pen);
    ck_assert(x > radius && y > radius && x + radius < w->width && y + radius < w->height);
    w->circles++;
    w->titled += title != NULL;
    return answer(w);
}

static int32_t add_text(void *payload, double x, double y, const char *text,
                        const samen_surface_lettering *how) {
    watcher *w = payload;
    ck_assert_uint_eq(how->struct_size, sizeof *how);
    ck_assert(x > 0 && y > 0 && how->size > 2 && how->colour >= 0 && how->turn == 0);
    if (!strchr(text, '{')) /* escapes are given room for the widest digits */
        CLOSE(how->room, samen__measure_text(text, (int64_t)strlen(text), how->size, how->bold),
              1e-12);
    ck_assert(how->halo == 0 || fabs(how->halo - how->size * 0.2) < 1e-12);
    if (w->texts < MOST_TEXTS)
        snprintf(w->text[w->texts++], LONGEST, "%s", text);
    return answer(w);
}

static samen_surface surface_of(watcher *w) {
    return (samen_surface){.struct_size = sizeof(samen_surface),
                           .payload = w,
                           .begin_page = begin_page,
                           .end_page = end_page,
                           .begin_group = begin_group,
                           .end_group = end_group,
                           .add_path = add_path,
                           .add_circle = add_circle,
                           .add_text = add_text};
}

static int elements_of(const picture *p, const char *name) {
    int count = 0;
    for (int i = 0; i < p->count; i++)
        count += strcmp(p->element[i].name, name) == 0;
    return count;
}

static samen_view *kite(void) {
    return see(build_grouped("Zo\xC3\xAB-B Zo\xC3\xAB-C B-C:action*3 C>D:ad-hoc*2 D>E E>D F",
                             "sector", "B=GOV D=GOV"),
               "");
}

TEST(a_surface_is_told_what_the_svg_has) {
    samen_view *view = kite();
    watcher w = {0};
    samen_surface surface = surface_of(&w);
    const char *options = "group=sector; width=120";
    OK(samen_draw_on(view, "sociogram", options, NULL, &surface, error));
    picture p = draw_picture(view, "sociogram", options);
    CLOSE(w.width, number_of(&p.element[0], "width"), 1e-9);
    CLOSE(w.height, number_of(&p.element[0], "height"), 1e-3);
    ck_assert_int_eq(w.pages, 1);
    ck_assert_int_eq(w.ends, 1);
    ck_assert_int_eq(w.groups, elements_of(&p, "g"));
    ck_assert_int_eq(w.circles, elements_of(&p, "circle"));
    ck_assert_int_eq(w.texts, elements_of(&p, "text"));
    for (int i = 0; i < w.texts; i++)
        ck_assert_msg(texts_of(&p, w.text[i]) > 0, "the SVG has no \"%s\"", w.text[i]);
    ck_assert_int_eq(w.titled, elements_of(&p, "title") - 1); /* the page's own apart */
    int dashed = 0;
    for (int i = 0; i < p.count; i++)
        dashed += *value_of(&p.element[i], "stroke-dasharray") != '\0';
    ck_assert_int_gt(dashed, 0);
    ck_assert_int_eq(w.dashed, dashed);
    picture_free(&p);
}
END

/* U+202E turns text round; U+FDD0 and U+FFFF are never characters. */
TEST(what_cannot_be_seen_or_is_no_character_is_told_as_it_is_shown) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    watcher w = {0};
    samen_surface surface = surface_of(&w);
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "a", "x\xE2\x80\xAEy\xEF\xB7\x90z\xEF\xBF\xBF", NULL,
                                      error));
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    samen_view *view = see(network, "");
    OK(samen_draw_on(view, "sociogram", NULL, NULL, &surface, error));
    int found = 0;
    for (int i = 0; i < w.texts; i++)
        found += strcmp(w.text[i], "x\\u{202e}y\xEF\xBF\xBDz\xEF\xBF\xBD") == 0;
    ck_assert_int_eq(found, 1);
    samen_view_free(view);
}
END

TEST(the_pen_of_a_group_reaches_its_paths_and_the_opacity_stays_the_groups) {
    samen_view *view = see_many(200, 5200);
    watcher w = {0};
    samen_surface surface = surface_of(&w);
    OK(samen_draw_on(view, "sociogram", "layout=circle; labels=none", NULL, &surface, error));
    ck_assert_int_ge(w.lines, 5001);
    ck_assert(w.faintest < 0.5);
    ck_assert_double_eq(w.faintest_pen, 1);
    samen_view_free(view);
}
END

TEST(a_surface_that_stops_is_obeyed_at_every_call) {
    samen_view *view = kite();
    watcher whole = {0};
    samen_surface surface = surface_of(&whole);
    OK(samen_draw_on(view, "multiples", NULL, NULL, &surface, error));
    ck_assert_int_gt(whole.calls, 50);
    for (int at = 1; at <= whole.calls; at++) {
        watcher w = {.stop_at = at};
        surface = surface_of(&w);
        FAILS(SAMEN_ERR_CANCELLED, "the surface stopped the drawing",
              samen_draw_on(view, "multiples", NULL, NULL, &surface, error));
        ck_assert_int_eq(w.calls, at);
    }
    samen_view_free(view);
}
END

static int32_t count_progress(void *payload, double fraction, const char *what) {
    watcher *w = payload;
    ck_assert(fraction >= 0 && *what);
    w->progress++;
    return 0;
}

/* The layout of these takes seconds, and begins when the page has begun. */
TEST(a_surface_that_stops_ends_long_work) {
    samen_view *view = see_many(2000, 6000);
    watcher w = {.stop_at = 1};
    samen_surface surface = surface_of(&w);
    const samen_run run = {
        .struct_size = sizeof run, .on_progress = count_progress, .payload = &w, .threads = 1};
    FAILS(SAMEN_ERR_CANCELLED, "the surface stopped the drawing",
          samen_draw_on(view, "sociogram", "layout=stress", &run, &surface, error));
    ck_assert_int_eq(w.progress, 0);
    samen_view_free(view);
}
END

TEST(functions_that_a_surface_does_not_have_are_not_called) {
    samen_view *view = kite();
    watcher w = {0};
    samen_surface surface = {.struct_size = sizeof surface, .payload = &w, .end_page = end_page};
    OK(samen_draw_on(view, "sociogram", NULL, NULL, &surface, error));
    ck_assert_int_eq(w.calls, 1);
    surface = (samen_surface){.struct_size = sizeof surface};
    OK(samen_draw_on(view, "sociogram", NULL, NULL, &surface, error));
    samen_view_free(view);
}
END

TEST(wrong_arguments_are_refused) {
    samen_view *view = kite();
    watcher w = {0};
    samen_surface surface = surface_of(&w);
    const samen_surface small = {.struct_size = 2};
    const samen_run wrong = {.struct_size = 1};
    REFUSES(1, "view is NULL", samen_draw_on(NULL, "sociogram", NULL, NULL, &surface, error));
    REFUSES(2, "kind", samen_draw_on(view, NULL, NULL, NULL, &surface, error));
    REFUSES(3, "has no value", samen_draw_on(view, "sociogram", "size", NULL, &surface, error));
    REFUSES(4, "struct_size", samen_draw_on(view, "sociogram", NULL, &wrong, &surface, error));
    REFUSES(5, "surface is NULL", samen_draw_on(view, "sociogram", NULL, NULL, NULL, error));
    REFUSES(5, "struct_size", samen_draw_on(view, "sociogram", NULL, NULL, &small, error));
    FAILS(SAMEN_ERR_UNKNOWN, "there is no picture \"tree\"",
          samen_draw_on(view, "tree", NULL, NULL, &surface, error));
    ck_assert_int_eq(w.calls, 0);
    samen_view_free(view);
}
END

SUITE("surfaces of the caller's", a_surface_is_told_what_the_svg_has,
      what_cannot_be_seen_or_is_no_character_is_told_as_it_is_shown,
      the_pen_of_a_group_reaches_its_paths_and_the_opacity_stays_the_groups,
      a_surface_that_stops_is_obeyed_at_every_call, a_surface_that_stops_ends_long_work,
      functions_that_a_surface_does_not_have_are_not_called, wrong_arguments_are_refused)
