/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF keeps lines as lines as long as they are few: a hundred thousand open slowly and say no more than an image.
 * Paths of many lines, which is how kinds of pictures draw many ties, are therefore held back as long as nothing
 * else is drawn and no group begins or ends, and become one image when they are too many. */
#include "draw-cairo/canvas.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdio.h>

#include "draw-cairo/paint.h"
#include "draw-cairo/complain.h"

enum { MANY_LINES = 1000 }; /* a path of so many is held back */

#define MM_PER_INCH     25.4
#define POINTS_PER_INCH 72.0
#define POINTS_PER_MM   (POINTS_PER_INCH / MM_PER_INCH)

/* The same picture has the same bytes: without a word Cairo writes the time of day. */
#define NO_DATE ""

/* What a function of a surface answers. */
static int32_t stop_if(samen__canvas *canvas, cairo_status_t status) {
    return samen__complain_cairo(&canvas->error, status) != SAMEN_OK;
}

static int32_t go_on(samen__canvas *canvas) {
    return stop_if(canvas, cairo_status(canvas->to));
}

/* ---- Images ------------------------------------------------------------------------------------------ */

/* The highest resolution at which the page fits. */
static int highest_dpi(const samen__canvas *canvas) {
    double inches = fmax(canvas->width, canvas->height) / MM_PER_INCH;
    double area = canvas->width * canvas->height / (MM_PER_INCH * MM_PER_INCH);
    return (int)fmin(SAMEN_DRAW_CAIRO_MOST_SIDE / inches,
                     sqrt(SAMEN_DRAW_CAIRO_MOST_PIXELS / area));
}

/* An image of the whole page; NULL and the error filled when that cannot be. */
static cairo_surface_t *make_image(samen__canvas *canvas, cairo_format_t format) {
    double dots = canvas->dpi / MM_PER_INCH;
    int64_t width = llround(canvas->width * dots), height = llround(canvas->height * dots);
    if (width > SAMEN_DRAW_CAIRO_MOST_SIDE || height > SAMEN_DRAW_CAIRO_MOST_SIDE ||
        width * height > SAMEN_DRAW_CAIRO_MOST_PIXELS) {
        samen__complain(
            &canvas->error, SAMEN_ERR_LIMIT, 0,
            "a page of %.0f by %.0f mm at %u dpi is an image of %lld by %lld pixels, and %d on a "
            "side, %d in all, are the most; give a smaller page or at most %d dpi",
            canvas->width, canvas->height, canvas->dpi, (long long)width, (long long)height,
            SAMEN_DRAW_CAIRO_MOST_SIDE, SAMEN_DRAW_CAIRO_MOST_PIXELS, highest_dpi(canvas));
        return NULL;
    }
    cairo_surface_t *image = cairo_image_surface_create(format, (int)width, (int)height);
    if (!stop_if(canvas, cairo_surface_status(image)))
        return image;
    cairo_surface_destroy(image);
    return NULL;
}

/* ---- Lines that are held back ------------------------------------------------------------------------ */

static int64_t lines_of(const samen_surface_path *path, const samen_surface_pen *pen) {
    int64_t lines = 0;
    for (int64_t i = 0; pen->fill == SAMEN_SURFACE_NO_COLOUR && i < path->steps; i++)
        lines += path->step[i] == SAMEN_SURFACE_MOVE;
    return lines;
}

/* Start to hold lines back, unless some are held already. */
static void hold(samen__canvas *canvas) {
    if (canvas->held)
        return;
    cairo_surface_t *record = cairo_recording_surface_create(
        CAIRO_CONTENT_COLOR_ALPHA, &(cairo_rectangle_t){.width = canvas->width * POINTS_PER_MM,
                                                        .height = canvas->height * POINTS_PER_MM});
    canvas->held = cairo_create(record);
    cairo_surface_destroy(record);
    cairo_scale(canvas->held, POINTS_PER_MM, POINTS_PER_MM);
    cairo_set_line_join(canvas->held, CAIRO_LINE_JOIN_ROUND);
}

/* What was recorded in points, put on the page in its place; `dots` of it are a point. */
static void put_down(samen__canvas *canvas, cairo_surface_t *drawn, double dots) {
    cairo_save(canvas->to);
    cairo_scale(canvas->to, 1 / (POINTS_PER_MM * dots), 1 / (POINTS_PER_MM * dots));
    cairo_set_source_surface(canvas->to, drawn, 0, 0);
    cairo_paint(canvas->to);
    cairo_restore(canvas->to);
}

static void put_down_as_image(samen__canvas *canvas, cairo_surface_t *record) {
    cairo_surface_t *image = make_image(canvas, CAIRO_FORMAT_ARGB32);
    double dots = canvas->dpi / POINTS_PER_INCH;
    if (!image)
        return;
    cairo_t *on = cairo_create(image);
    cairo_scale(on, dots, dots);
    cairo_set_source_surface(on, record, 0, 0);
    cairo_paint(on);
    if (!stop_if(canvas, cairo_status(on)))
        put_down(canvas, image, dots);
    cairo_destroy(on);
    cairo_surface_destroy(image);
}

/* The lines held back are put down, as what they are or as an image. What a function that draws something else, or
 * begins or ends a group, does first; it answers what this does when that is to stop. */
static int32_t release(samen__canvas *canvas) {
    if (!canvas->held)
        return 0;
    cairo_surface_t *record = cairo_get_target(canvas->held);
    if (!stop_if(canvas, cairo_status(canvas->held))) {
        if (canvas->held_lines > SAMEN_DRAW_CAIRO_MOST_LINES)
            put_down_as_image(canvas, record);
        else
            put_down(canvas, record, 1);
    }
    cairo_destroy(canvas->held);
    canvas->held = NULL;
    canvas->held_lines = 0;
    return canvas->error.code ? 1 : go_on(canvas);
}

/* ---- The page ---------------------------------------------------------------------------------------- */

static void begin_pdf(samen__canvas *canvas, const samen_surface_page *page) {
    char maker[64];
    (void)snprintf(maker, sizeof maker, "samen %s", samen_version());
    canvas->page = cairo_pdf_surface_create_for_stream(samen__bytes_write, &canvas->bytes,
                                                       page->width * POINTS_PER_MM,
                                                       page->height * POINTS_PER_MM);
    cairo_pdf_surface_set_metadata(canvas->page, CAIRO_PDF_METADATA_TITLE, page->title);
    cairo_pdf_surface_set_metadata(canvas->page, CAIRO_PDF_METADATA_SUBJECT, page->description);
    cairo_pdf_surface_set_metadata(canvas->page, CAIRO_PDF_METADATA_CREATOR, maker);
    cairo_pdf_surface_set_metadata(canvas->page, CAIRO_PDF_METADATA_CREATE_DATE, NO_DATE);
}

static int32_t begin_page(void *payload, const samen_surface_page *page) {
    samen__canvas *canvas = payload;
    double units =
        canvas->format == SAMEN_DRAW_CAIRO_PDF ? POINTS_PER_MM : canvas->dpi / MM_PER_INCH;
    canvas->width = page->width;
    canvas->height = page->height;
    if (canvas->format == SAMEN_DRAW_CAIRO_PDF)
        begin_pdf(canvas, page);
    else
        canvas->page = make_image(canvas, CAIRO_FORMAT_RGB24);
    if (!canvas->page)
        return 1;
    canvas->to = cairo_create(canvas->page);
    cairo_scale(canvas->to, units, units);
    cairo_set_line_join(canvas->to, CAIRO_LINE_JOIN_ROUND);
    samen__paint_with(canvas->to, 0xffffff, 1);
    cairo_paint(canvas->to);
    return go_on(canvas);
}

static cairo_status_t write_png(samen__canvas *canvas) {
    cairo_status_t status =
        cairo_surface_write_to_png_stream(canvas->page, samen__bytes_write, &canvas->bytes);
    return status == CAIRO_STATUS_SUCCESS ? samen__bytes_add_resolution(&canvas->bytes, canvas->dpi)
                                          : status;
}

static cairo_status_t write_pdf(samen__canvas *canvas) {
    cairo_surface_finish(canvas->page);
    return cairo_surface_status(canvas->page);
}

static int32_t end_page(void *payload) {
    samen__canvas *canvas = payload;
    if (release(canvas))
        return 1;
    cairo_show_page(canvas->to);
    if (go_on(canvas))
        return 1;
    cairo_status_t status =
        canvas->format == SAMEN_DRAW_CAIRO_PNG ? write_png(canvas) : write_pdf(canvas);
    return stop_if(canvas, canvas->bytes.failed ? CAIRO_STATUS_NO_MEMORY : status);
}

/* ---- What is on it ----------------------------------------------------------------------------------- */

static int32_t begin_group(void *payload, const char *title, double opacity) {
    samen__canvas *canvas = payload;
    (void)title;
    if (canvas->depth == SAMEN__DEEPEST)
        return samen__complain(&canvas->error, SAMEN_ERR_UNSUPPORTED, 0,
                               "more than %d groups stand in each other", SAMEN__DEEPEST);
    if (release(canvas))
        return 1;
    canvas->opacity[canvas->depth++] = opacity;
    if (opacity < 1)
        cairo_push_group(canvas->to);
    return go_on(canvas);
}

static int32_t end_group(void *payload) {
    samen__canvas *canvas = payload;
    if (release(canvas))
        return 1;
    double opacity = canvas->opacity[--canvas->depth];
    if (opacity < 1) {
        cairo_pop_group_to_source(canvas->to);
        cairo_paint_with_alpha(canvas->to, opacity);
    }
    return go_on(canvas);
}

static int32_t add_path(void *payload, const samen_surface_path *path, const samen_surface_pen *pen,
                        const char *title) {
    samen__canvas *canvas = payload;
    int64_t lines = canvas->format == SAMEN_DRAW_CAIRO_PDF ? lines_of(path, pen) : 0;
    (void)title;
    if (lines >= MANY_LINES || (canvas->held && lines > 0)) {
        hold(canvas);
        canvas->held_lines += lines;
        samen__paint_path(canvas->held, path, pen);
        return 0;
    }
    if (release(canvas))
        return 1;
    samen__paint_path(canvas->to, path, pen);
    return go_on(canvas);
}

static int32_t add_circle(void *payload, double x, double y, double radius,
                          const samen_surface_pen *pen, const char *title) {
    samen__canvas *canvas = payload;
    (void)title;
    if (release(canvas))
        return 1;
    samen__paint_circle(canvas->to, x, y, radius, pen);
    return go_on(canvas);
}

static int32_t add_text(void *payload, double x, double y, const char *text,
                        const samen_surface_lettering *lettering) {
    samen__canvas *canvas = payload;
    return release(canvas) || samen__letters_draw(&canvas->letters, canvas->to, x, y, text,
                                                  lettering, &canvas->error) != SAMEN_OK;
}

samen_surface samen__canvas_surface(samen__canvas *canvas) {
    return (samen_surface){.struct_size = sizeof(samen_surface),
                           .payload = canvas,
                           .begin_page = begin_page,
                           .end_page = end_page,
                           .begin_group = begin_group,
                           .end_group = end_group,
                           .add_path = add_path,
                           .add_circle = add_circle,
                           .add_text = add_text};
}

void samen__canvas_free(samen__canvas *canvas) {
    cairo_destroy(canvas->held);
    cairo_destroy(canvas->to);
    cairo_surface_destroy(canvas->page); /* may still write */
    samen__letters_free(&canvas->letters);
    samen__bytes_free(&canvas->bytes);
}
