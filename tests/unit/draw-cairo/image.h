/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Images read back, and a page to draw on by hand. */
#ifndef SAMEN_TESTS_UNIT_DRAW_CAIRO_IMAGE_H
#define SAMEN_TESTS_UNIT_DRAW_CAIRO_IMAGE_H

#include "draw-cairo/canvas.h"
#include "suite.h"

/* A tenth of a millimetre is a pixel. */
enum { DOTS = 254, PIXELS_PER_MM = 10 };

typedef struct source {
    const uint8_t *byte;
    int64_t left;
} source;

static inline cairo_status_t read_source(void *closure, unsigned char *to, unsigned int length) {
    source *s = closure;
    if (s->left < length)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(to, s->byte, length);
    s->byte += length;
    s->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

/* A PNG as Cairo reads it. */
static inline cairo_surface_t *image_of(const uint8_t *png, int64_t length) {
    source s = {png, length};
    cairo_surface_t *image = cairo_image_surface_create_from_png_stream(read_source, &s);
    ck_assert_int_eq(cairo_surface_status(image), CAIRO_STATUS_SUCCESS);
    ck_assert_int_eq(s.left, 0);
    return image;
}

/* 0xRRGGBB, or -1 beside the image. */
static inline int32_t pixel(cairo_surface_t *image, int x, int y) {
    uint32_t value;
    if (x < 0 || y < 0 || x >= cairo_image_surface_get_width(image) ||
        y >= cairo_image_surface_get_height(image))
        return -1;
    memcpy(&value,
           cairo_image_surface_get_data(image) + y * cairo_image_surface_get_stride(image) + 4 * x,
           sizeof value);
    return (int32_t)(value & 0xffffff);
}

/* Each part of two colours differs by at most this. */
static inline int is_like(int32_t a, int32_t b, int by) {
    return a >= 0 && abs((a >> 16) - (b >> 16)) <= by &&
           abs((a >> 8 & 255) - (b >> 8 & 255)) <= by && abs((a & 255) - (b & 255)) <= by;
}

/* The colour at a place in millimetres. */
#define COLOUR_AT(image, x, y, colour)                                                             \
    do {                                                                                           \
        int32_t there =                                                                            \
            pixel((image), (int)lround((x)*PIXELS_PER_MM), (int)lround((y)*PIXELS_PER_MM));        \
        ck_assert_msg(is_like(there, (colour), 2), "%06x instead of %06x at %g, %g", there,        \
                      (unsigned)(colour), (double)(x), (double)(y));                               \
    } while (0)

/* What is not white: in millimetres. */
typedef struct ink {
    double left, right, top, bottom;
    int64_t pixels;
} ink;

static inline ink ink_of(cairo_surface_t *image) {
    int width = cairo_image_surface_get_width(image),
        height = cairo_image_surface_get_height(image);
    int left = width, right = -1, top = height, bottom = -1;
    int64_t pixels = 0;
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            if (is_like(pixel(image, x, y), 0xffffff, 96))
                continue;
            left = x < left ? x : left;
            right = x > right ? x : right;
            top = y < top ? y : top;
            bottom = y > bottom ? y : bottom;
            pixels++;
        }
    }
    return (ink){left / (double)PIXELS_PER_MM, (right + 1) / (double)PIXELS_PER_MM,
                 top / (double)PIXELS_PER_MM, (bottom + 1) / (double)PIXELS_PER_MM, pixels};
}

static const samen_surface_page forty_by_thirty = {.struct_size = sizeof forty_by_thirty,
                                                   .width = 40,
                                                   .height = 30,
                                                   .title = "a title",
                                                   .description = "a description",
                                                   .language = "en"};

/* Begin a page of forty by thirty millimetres. */
static inline samen_surface begin(samen__canvas *canvas, uint32_t format) {
    *canvas = (samen__canvas){.format = format, .dpi = DOTS};
    samen_surface s = samen__canvas_surface(canvas);
    ck_assert_int_eq(s.begin_page(canvas, &forty_by_thirty), 0);
    return s;
}

/* End the page of a PNG. */
static inline cairo_surface_t *finish(samen__canvas *canvas) {
    ck_assert_msg(samen__canvas_surface(canvas).end_page(canvas) == 0, "%s", canvas->error.message);
    cairo_surface_t *image = image_of(canvas->bytes.byte, canvas->bytes.length);
    samen__canvas_free(canvas);
    return image;
}

#define PATH(...)                                                                                  \
    { .struct_size = sizeof(samen_surface_path), __VA_ARGS__ }
#define PEN(...)                                                                                   \
    { .struct_size = sizeof(samen_surface_pen), .opacity = 1, __VA_ARGS__ }

/* A rectangle. */
static inline void add_box(samen__canvas *canvas, double x, double y, double width, double height,
                           const samen_surface_pen *pen) {
    const double at[] = {x, y, x + width, y, x + width, y + height, x, y + height};
    const samen_surface_path path =
        PATH(.step = (const uint8_t *)"MLLLZ", .steps = 5, .at = at, .places = 4);
    ck_assert_int_eq(samen__canvas_surface(canvas).add_path(canvas, &path, pen, NULL), 0);
}

#endif
