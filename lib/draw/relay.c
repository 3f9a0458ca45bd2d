/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/relay.h"

#include <string.h>

#include "core/memory.h"
#include "core/options.h"
#include "core/utf8.h"
#include "draw/measure_text.h"
#include "draw/palette.h"

/* What holds outside of every group. */
static const samen__pen no_pen = {.fill = SAMEN__NO_COLOUR, .line = SAMEN__NO_COLOUR};

static samen__relay *relay_of(samen__surface *surface) {
    return (samen__relay *)(void *)surface;
}

/* Keep what the surface answered. */
static void heed(samen__relay *relay, int32_t answer) {
    relay->surface.stopped |= answer != 0;
}

/* Unicode keeps these from ever being characters, and libraries refuse a text that holds one. */
static int is_no_character(uint32_t c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/* The bytes as they are to be shown, in `text`, and ended. */
static const char *shown(samen__relay *relay, samen__text *text, const char *bytes,
                         int64_t length) {
    text->length = 0;
    for (int64_t at = 0, step; at < length; at += step) {
        uint32_t character = 0;
        int taken = samen__utf8_decode(bytes + at, length - at, &character);
        step = taken ? taken : 1;
        if (taken && is_no_character(character))
            samen__text_add_string(text, "\xEF\xBF\xBD");
        else
            samen__text_add_visible(text, bytes + at, step, 0);
    }
    samen__text_add_byte(text, '\0');
    relay->failed |= text->failed;
    return text->failed ? "" : text->bytes;
}

static const char *shown_title(samen__relay *relay, const char *title) {
    return title ? shown(relay, &relay->title, title, (int64_t)strlen(title)) : NULL;
}

static int32_t colour_of(uint32_t colour) {
    return colour == SAMEN__NO_COLOUR ? SAMEN_SURFACE_NO_COLOUR : (int32_t)colour;
}

static double opacity_of(const samen__pen *pen) {
    return pen && pen->opacity > 0 && pen->opacity < 1 ? pen->opacity : 1;
}

static const samen__pen *group_pen(const samen__relay *relay) {
    return relay->pens > 0 ? &relay->pen[relay->pens - 1] : &no_pen;
}

/* A pen to hand on, that of the group where there is none; `dash` holds its lengths. A group's opacity is not its
 * paths'. */
static samen_surface_pen pen_of(const samen__relay *relay, const samen__pen *own, double *dash) {
    const samen__pen *pen = own ? own : group_pen(relay);
    samen_surface_pen made = {.struct_size = sizeof made,
                              .fill = colour_of(pen->fill),
                              .line = colour_of(pen->line),
                              .dash = dash,
                              .width = pen->width,
                              .opacity = opacity_of(own)};
    if (pen->line != SAMEN__NO_COLOUR)
        made.dashes = samen__dashes(pen->pattern, pen->width, dash);
    return made;
}

static void open_page(samen__surface *surface, const samen__page *page) {
    samen__relay *relay = relay_of(surface);
    samen__text description = samen__text_growing();
    samen_surface_page made = {.struct_size = sizeof made,
                               .width = page->width,
                               .height = page->height,
                               .title = shown_title(relay, page->title),
                               .language = page->language};
    made.description =
        shown(relay, &description, page->description, (int64_t)strlen(page->description));
    if (relay->to.begin_page && !relay->failed)
        heed(relay, relay->to.begin_page(relay->to.payload, &made));
    samen__text_free(&description);
}

static void close_page(samen__surface *surface) {
    samen__relay *relay = relay_of(surface);
    if (relay->to.end_page && !relay->surface.stopped && !relay->failed)
        heed(relay, relay->to.end_page(relay->to.payload));
}

static void open_group(samen__surface *surface, const char *title, const samen__pen *pen) {
    samen__relay *relay = relay_of(surface);
    samen__pen held = pen ? *pen : *group_pen(relay);
    if (relay->surface.stopped || relay->failed)
        return;
    if (samen__grow((void **)&relay->pen, &relay->capacity, relay->pens + 1, sizeof *relay->pen,
                    NULL) != SAMEN_OK) {
        relay->failed = 1;
        return;
    }
    relay->pen[relay->pens++] = held;
    title = shown_title(relay, title);
    if (relay->to.begin_group && !relay->failed)
        heed(relay, relay->to.begin_group(relay->to.payload, title, opacity_of(pen)));
}

static void close_group(samen__surface *surface) {
    samen__relay *relay = relay_of(surface);
    if (relay->surface.stopped || relay->failed)
        return;
    relay->pens--;
    if (relay->to.end_group)
        heed(relay, relay->to.end_group(relay->to.payload));
}

static void add_path(samen__surface *surface, const samen__trace *path, const samen__pen *pen,
                     const char *title) {
    samen__relay *relay = relay_of(surface);
    double dash[SAMEN__MOST_DASHES];
    relay->failed |= path->failed;
    if (relay->surface.stopped || relay->failed || !relay->to.add_path)
        return;
    samen_surface_pen made = pen_of(relay, pen, dash);
    const samen_surface_path drawn = {.struct_size = sizeof drawn,
                                      .step = (const uint8_t *)path->step,
                                      .steps = path->steps,
                                      .at = path->at,
                                      .places = path->places};
    title = shown_title(relay, title);
    if (!relay->failed)
        heed(relay, relay->to.add_path(relay->to.payload, &drawn, &made, title));
}

static void add_circle(samen__surface *surface, double x, double y, double radius,
                       const samen__pen *pen, const char *title) {
    samen__relay *relay = relay_of(surface);
    double dash[SAMEN__MOST_DASHES];
    if (relay->surface.stopped || relay->failed || !relay->to.add_circle)
        return;
    samen_surface_pen made = pen_of(relay, pen, dash);
    title = shown_title(relay, title);
    if (!relay->failed)
        heed(relay, relay->to.add_circle(relay->to.payload, x, y, radius, &made, title));
}

static void add_text(samen__surface *surface, double x, double y, const char *bytes, int64_t length,
                     const samen__lettering *l) {
    samen__relay *relay = relay_of(surface);
    if (relay->surface.stopped || relay->failed || !relay->to.add_text)
        return;
    const samen_surface_lettering made = {.struct_size = sizeof made,
                                          .colour = (int32_t)l->colour,
                                          .anchor = l->anchor,
                                          .bold = l->bold != 0,
                                          .size = l->size,
                                          .halo = l->halo ? l->size * SAMEN__HALO : 0,
                                          .turn = l->turn,
                                          .room =
                                              samen__measure_text(bytes, length, l->size, l->bold)};
    const char *text = shown(relay, &relay->text, bytes, length);
    if (!relay->failed)
        heed(relay, relay->to.add_text(relay->to.payload, x, y, text, &made));
}

samen_status samen__relay_start(samen__relay *relay, const samen_surface *surface, int32_t argument,
                                samen_error *err) {
    *relay = (samen__relay){.surface = {.open_page = open_page,
                                        .close_page = close_page,
                                        .open_group = open_group,
                                        .close_group = close_group,
                                        .path = add_path,
                                        .circle = add_circle,
                                        .text = add_text},
                            .text = samen__text_growing(),
                            .title = samen__text_growing()};
    if (!surface)
        return samen__fail_argument(err, argument, "surface is NULL");
    return samen__options_copy(surface, sizeof relay->to, &relay->to, argument, "samen_surface",
                               err);
}

samen_status samen__relay_end(samen__relay *relay, samen_status status, samen_error *err) {
    if (relay->surface.stopped)
        status = samen__fail(err, SAMEN_ERR_CANCELLED, "the surface stopped the drawing");
    else if (relay->failed && status == SAMEN_OK)
        status = samen__fail_memory(err);
    samen__text_free(&relay->text);
    samen__text_free(&relay->title);
    samen__delete(relay->pen);
    return status;
}
