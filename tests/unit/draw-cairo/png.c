/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures as PNG: a file that others read, of the size asked for, with the marks of the SVG in their places. */
#include <zlib.h>

#include "../draw/picture.h"
#include "draw/palette.h"
#include "image.h"

typedef struct png {
    uint8_t *byte;
    int64_t length;
} png;

static png draw_png(const samen_view *view, const char *options, uint32_t dpi) {
    const samen_draw_cairo_options output = {
        .struct_size = sizeof output, .format = SAMEN_DRAW_CAIRO_PNG, .dpi = dpi};
    png p = {0};
    OK(samen_draw_cairo(view, "sociogram", options, &output, NULL, &p.byte, &p.length, error));
    return p;
}

static uint32_t number_at(const uint8_t *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* A chunk by its name, every checksum on the way being right (by zlib). NULL where there is none. */
static const uint8_t *chunk_of(const png *p, const char *name) {
    const uint8_t *at = p->byte + 8, *end = p->byte + p->length, *found = NULL;
    ck_assert_int_eq(memcmp(p->byte, "\x89PNG\r\n\x1a\n", 8), 0);
    while (at < end) {
        uint32_t length = number_at(at);
        ck_assert_int_ge(end - at, length + 12);
        ck_assert_uint_eq(number_at(at + 8 + length), crc32(0, at + 4, length + 4));
        if (memcmp(at + 4, name, 4) == 0)
            found = at + 8;
        at += length + 12;
    }
    ck_assert_ptr_eq(at, end);
    return found;
}

TEST(the_image_has_the_size_and_the_resolution_asked_for) {
    static const struct {
        uint32_t dpi, dots_a_metre;
        int pixels; /* of 85 mm */
    } cases[] = {{96, 3780, 321}, {254, 10000, 850}, {0, 11811, 1004}, {600, 23622, 2008}};
    samen_view *view = see(build("A-B B-C"), "");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        png p = draw_png(view, "width=85", cases[i].dpi);
        const uint8_t *header = chunk_of(&p, "IHDR"), *density = chunk_of(&p, "pHYs");
        ck_assert_uint_eq(number_at(header), cases[i].pixels);
        ck_assert_int_eq(header[8], 8); /* bits, */
        ck_assert_int_eq(header[9], 2); /* of red, green and blue: nothing shines through */
        ck_assert_ptr_nonnull(density);
        ck_assert_uint_eq(number_at(density), cases[i].dots_a_metre);
        ck_assert_uint_eq(number_at(density + 4), cases[i].dots_a_metre);
        ck_assert_int_eq(density[8], 1);
        samen_draw_cairo_free(p.byte);
    }
    samen_view_free(view);
}
END

static int32_t colour_of(const char *code) {
    ck_assert_int_eq(code[0], '#');
    return (int32_t)strtol(code + 1, NULL, 16);
}

TEST(marks_are_where_the_svg_has_them_in_its_colours) {
    samen_view *view = see(
        build_grouped("A-B A-C B-C:action*3 C>D:ad-hoc*2 D>E E>D F", "sector", "B=GOV D=GOV"), "");
    const char *options = "group=sector; labels=none; size=degree";
    png p = draw_png(view, options, DOTS);
    cairo_surface_t *image = image_of(p.byte, p.length);
    picture svg = draw_picture(view, "sociogram", options);
    int circles = 0;
    ck_assert_int_eq(cairo_image_surface_get_height(image),
                     lround(number_of(&svg.element[0], "height") * PIXELS_PER_MM));
    for (int i = 0; i < svg.count; i++) {
        const element *e = &svg.element[i];
        if (strcmp(e->name, "circle") != 0)
            continue;
        double x = number_of(e, "cx"), y = number_of(e, "cy"), r = number_of(e, "r");
        COLOUR_AT(image, x, y, colour_of(value_of(e, "fill")));
        COLOUR_AT(image, x - r * 0.4, y + r * 0.4, colour_of(value_of(e, "fill")));
        circles++;
    }
    ck_assert_int_gt(circles, 5);
    COLOUR_AT(image, 1, 1, SAMEN__PAPER);
    cairo_surface_destroy(image);
    picture_free(&svg);
    samen_draw_cairo_free(p.byte);
}
END

/* As dark as the SVG's own words make it, nothing of a text lies outside of where the SVG has one. */
TEST(words_are_where_the_svg_has_them) {
    samen_view *view = see(build("Aalst-Brugge Brugge-Crèche"), "");
    const char *options = "width=90";
    png p = draw_png(view, options, DOTS);
    cairo_surface_t *image = image_of(p.byte, p.length);
    picture svg = draw_picture(view, "sociogram", options);
    int words = 0;
    for (int i = 0; i < svg.count; i++) {
        if (strcmp(svg.element[i].name, "text") != 0)
            continue;
        area a = area_of(&svg.element[i]);
        int dark = 0;
        for (int y = (int)(a.top * PIXELS_PER_MM); y < a.bottom * PIXELS_PER_MM; y++) {
            for (int x = (int)(a.left * PIXELS_PER_MM); x < a.right * PIXELS_PER_MM; x++)
                dark += is_like(pixel(image, x, y), 0x303840, 0x40);
        }
        ck_assert_msg(dark > 20, "\"%s\" is not there", svg.element[i].text);
        words++;
    }
    ck_assert_int_gt(words, 4);
    cairo_surface_destroy(image);
    picture_free(&svg);
    samen_draw_cairo_free(p.byte);
}
END

SUITE("PNG", the_image_has_the_size_and_the_resolution_asked_for,
      marks_are_where_the_svg_has_them_in_its_colours, words_are_where_the_svg_has_them)
