/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a canvas is told is what is on it, pixel by pixel: colours at places that are known by arithmetic. */
#include "image.h"

enum { RED = 0xff0000, BLUE = 0x0000ff, WHITE = 0xffffff, HALF_RED = 0xff8080, NONE = -1 };

TEST(paper_is_white_and_paths_are_where_they_are_said_to_be) {
    samen__canvas canvas;
    const samen_surface_pen red = PEN(.fill = RED, .line = NONE);
    begin(&canvas, SAMEN_DRAW_CAIRO_PNG);
    add_box(&canvas, 10, 5, 20, 4, &red);
    cairo_surface_t *image = finish(&canvas);
    ck_assert_int_eq(cairo_image_surface_get_width(image), 400);
    ck_assert_int_eq(cairo_image_surface_get_height(image), 300);
    ink there = ink_of(image);
    CLOSE(there.left, 10, 1e-9);
    CLOSE(there.right, 30, 1e-9);
    CLOSE(there.top, 5, 1e-9);
    CLOSE(there.bottom, 9, 1e-9);
    ck_assert_int_eq(there.pixels, 200 * 40);
    COLOUR_AT(image, 0, 0, WHITE);
    COLOUR_AT(image, 20, 7, RED);
    cairo_surface_destroy(image);
}
END

TEST(a_line_has_its_width_its_dashes_and_ends_where_it_ends) {
    samen__canvas canvas;
    const double at[] = {5, 10, 35, 10}, dash[] = {4, 2};
    const samen_surface_path path =
        PATH(.step = (const uint8_t *)"ML", .steps = 2, .at = at, .places = 2);
    const samen_surface_pen pen =
        PEN(.fill = NONE, .line = BLUE, .width = 2, .dash = dash, .dashes = 2);
    samen_surface s = begin(&canvas, SAMEN_DRAW_CAIRO_PNG);
    ck_assert_int_eq(s.add_path(&canvas, &path, &pen, "told to who points at it"), 0);
    cairo_surface_t *image = finish(&canvas);
    ink there = ink_of(image);
    CLOSE(there.left, 5, 1e-9);
    CLOSE(there.right, 33, 1e-9); /* five times dash and gap */
    CLOSE(there.top, 9, 1e-9);
    CLOSE(there.bottom, 11, 1e-9);
    COLOUR_AT(image, 7, 10, BLUE);
    COLOUR_AT(image, 10, 10, WHITE);
    COLOUR_AT(image, 13, 10, BLUE);
    cairo_surface_destroy(image);
}
END

/* Oracle: the middle of a cubic curve is (start + 3 first + 3 second + end) / 8. */
TEST(curves_and_circles_are_round) {
    samen__canvas canvas;
    const double at[] = {5, 20, 5, 10, 25, 10, 25, 20};
    const samen_surface_path path =
        PATH(.step = (const uint8_t *)"MC", .steps = 2, .at = at, .places = 4);
    const samen_surface_pen line = PEN(.fill = NONE, .line = BLUE, .width = 1);
    const samen_surface_pen both = PEN(.fill = RED, .line = BLUE, .width = 1);
    samen_surface s = begin(&canvas, SAMEN_DRAW_CAIRO_PNG);
    ck_assert_int_eq(s.add_path(&canvas, &path, &line, NULL), 0);
    ck_assert_int_eq(s.add_circle(&canvas, 33, 10, 4, &both, NULL), 0);
    cairo_surface_t *image = finish(&canvas);
    COLOUR_AT(image, 15, 12.5, BLUE);
    COLOUR_AT(image, 15, 13.2, WHITE);
    COLOUR_AT(image, 33, 10, RED);
    COLOUR_AT(image, 33, 14, BLUE);
    COLOUR_AT(image, 33 + 4 * 0.7071, 10 - 4 * 0.7071, BLUE);
    COLOUR_AT(image, 33, 14.7, WHITE);
    COLOUR_AT(image, 36.5, 6.5, WHITE);
    cairo_surface_destroy(image);
}
END

TEST(opacity_is_of_a_mark_as_one_and_of_a_group_as_one) {
    samen__canvas canvas;
    const samen_surface_pen solid = PEN(.fill = RED, .line = NONE);
    samen_surface_pen faint = solid, ringed = PEN(.fill = RED, .line = RED, .width = 2);
    faint.opacity = ringed.opacity = 0.5;
    samen_surface s = begin(&canvas, SAMEN_DRAW_CAIRO_PNG);
    add_box(&canvas, 2, 2, 8, 8, &faint); /* two marks: darker where both are */
    add_box(&canvas, 6, 2, 8, 8, &faint);
    ck_assert_int_eq(s.begin_group(&canvas, NULL, 0.5), 0);
    ck_assert_int_eq(s.begin_group(&canvas, "an inner one", 1), 0);
    add_box(&canvas, 22, 2, 8, 8, &solid); /* a group: it is not */
    add_box(&canvas, 26, 2, 8, 8, &solid);
    ck_assert_int_eq(s.end_group(&canvas), 0);
    ck_assert_int_eq(s.end_group(&canvas), 0);
    ck_assert_int_eq(s.add_circle(&canvas, 10, 22, 4, &ringed, NULL), 0);
    cairo_surface_t *image = finish(&canvas);
    COLOUR_AT(image, 4, 5, HALF_RED);
    COLOUR_AT(image, 8, 5, 0xff4040);
    COLOUR_AT(image, 24, 5, HALF_RED);
    COLOUR_AT(image, 28, 5, HALF_RED);
    COLOUR_AT(image, 10, 22, HALF_RED);
    COLOUR_AT(image, 13.5, 22, HALF_RED); /* where the line lies on the fill */
    COLOUR_AT(image, 14.5, 22, HALF_RED);
    cairo_surface_destroy(image);
}
END

TEST(groups_may_not_stand_in_each_other_without_end) {
    samen__canvas canvas;
    samen_surface s = begin(&canvas, SAMEN_DRAW_CAIRO_PNG);
    for (int i = 0; i < SAMEN__DEEPEST; i++)
        ck_assert_int_eq(s.begin_group(&canvas, NULL, 1), 0);
    ck_assert_int_ne(s.begin_group(&canvas, NULL, 1), 0);
    ck_assert_int_eq(canvas.error.code, SAMEN_ERR_UNSUPPORTED);
    samen__canvas_free(&canvas);
}
END

/* Of a page that is stopped anywhere, everything is given back: the address sanitizer looks. */
TEST(a_page_may_be_left_at_any_point) {
    for (uint32_t format = SAMEN_DRAW_CAIRO_PNG; format <= SAMEN_DRAW_CAIRO_PDF; format++) {
        samen__canvas canvas;
        samen_surface s = begin(&canvas, format);
        ck_assert_int_eq(s.begin_group(&canvas, NULL, 0.5), 0);
        samen__canvas_free(&canvas);
        canvas = (samen__canvas){0};
        samen__canvas_free(&canvas);
    }
}
END

TEST(a_page_larger_than_an_image_can_be_is_refused_with_the_way_out) {
    static const struct {
        double width, height;
        uint32_t dpi;
        const char *words;
    } cases[] = {
        {2000, 100, 600, "47244 by 2362 pixels"}, /* 32767 * 25.4 / 2000 = 416.1 */
        {2000, 100, 600, "at most 416 dpi"},
        {1000, 1000, 400, "15748 by 15748 pixels"}, /* sqrt(2e8) * 25.4 / 1000 = 359.2 */
        {1000, 1000, 400, "at most 359 dpi"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__canvas canvas = {.format = SAMEN_DRAW_CAIRO_PNG, .dpi = cases[i].dpi};
        samen_surface_page page = forty_by_thirty;
        page.width = cases[i].width;
        page.height = cases[i].height;
        ck_assert_int_ne(samen__canvas_surface(&canvas).begin_page(&canvas, &page), 0);
        ck_assert_int_eq(canvas.error.code, SAMEN_ERR_LIMIT);
        ck_assert_msg(strstr(canvas.error.message, cases[i].words), "\"%s\" is not in: %s",
                      cases[i].words, canvas.error.message);
        samen__canvas_free(&canvas);
    }
}
END

SUITE("canvas", paper_is_white_and_paths_are_where_they_are_said_to_be,
      a_line_has_its_width_its_dashes_and_ends_where_it_ends, curves_and_circles_are_round,
      opacity_is_of_a_mark_as_one_and_of_a_group_as_one,
      groups_may_not_stand_in_each_other_without_end, a_page_may_be_left_at_any_point,
      a_page_larger_than_an_image_can_be_is_refused_with_the_way_out)
