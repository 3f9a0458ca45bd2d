/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "draw/svg.h"

#include <locale.h>

#include "draw/palette.h"
#include "picture.h"

static char *escaped(const char *bytes, int64_t length) {
    samen__text text = samen__text_growing();
    char *out = NULL;
    samen__svg_escape(&text, bytes, length);
    OK(samen__text_take(&text, &out, NULL, error));
    return out;
}

/* Oracle: the entities of XML 1.0, section 4.6, and its characters, section 2.2. */
TEST(text_cannot_leave_its_place) {
    static const char *const cases[][2] = {
        {"plain", "plain"},
        {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
        {"a \"b\" & 'c'", "a &quot;b&quot; &amp; &#39;c&#39;"},
        {"&amp;", "&amp;amp;"},
        {"]]>", "]]&gt;"},
        {"a\tb\nc\x01", "a\\u{9}b\\u{a}c\\u{1}"},
        {"\xE2\x80\xAE"
         "evil",
         "\\u{202e}evil"},
        {"\xE6\x9D\xB1\xE4\xBA\xAC \xF0\x9F\x8F\xA5 \xC3\xA9",
         "\xE6\x9D\xB1\xE4\xBA\xAC \xF0\x9F\x8F\xA5 \xC3\xA9"},
        {"\xEF\xBF\xBE|\xEF\xBF\xBF", "\xEF\xBF\xBD|\xEF\xBF\xBD"},
        {"\xF0\x9F\xBF\xBE", "\xEF\xBF\xBD"},
        {"cut \xC3", "cut \xEF\xBF\xBD"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *out = escaped(cases[i][0], (int64_t)strlen(cases[i][0]));
        ck_assert_str_eq(out, cases[i][1]);
        samen_free(out);
    }
    char *nul = escaped("a\0b", 3);
    ck_assert_str_eq(nul, "a\\u{0}b");
    samen_free(nul);
}
END

TEST(numbers_are_short_and_know_no_locale) {
    static const struct {
        double value;
        int32_t decimals;
        const char *expected;
    } cases[] = {{0, 2, "0"},
                 {-0.001, 2, "0"},
                 {0.5, 2, ".5"},
                 {-0.5, 2, "-.5"},
                 {12, 2, "12"},
                 {100, 2, "100"},
                 {3.07, 2, "3.07"},
                 {3.10, 2, "3.1"},
                 {-12.345, 1, "-12.3"},
                 {0.05, 2, ".05"},
                 {1234567.891, 2, "1234567.89"},
                 {9.999, 2, "10"},
                 {7.6, 0, "8"},
                 {0.1234, 4, ".1234"}};
    setlocale(LC_ALL, "nl_BE.UTF-8");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char bytes[64];
        samen__text text = samen__text_fixed(bytes, sizeof bytes);
        samen__svg_number(&text, cases[i].value, cases[i].decimals);
        ck_assert_str_eq(bytes, cases[i].expected);
    }
}
END

static const samen__page page = {100, 50, "A <title>", "What \"is\" seen", "en"};

static picture finish(samen__svg *svg) {
    char *out = NULL;
    int64_t length = 0;
    svg->surface.close_page(&svg->surface);
    OK(samen__svg_take(svg, &out, &length, error));
    samen__svg_free(svg);
    return picture_read(out, length);
}

TEST(a_page_has_a_role_a_title_a_description_and_nothing_from_outside) {
    samen__svg svg;
    samen__svg_start(&svg);
    svg.surface.open_page(&svg.surface, &page);
    picture p = finish(&svg);
    ck_assert_str_eq(p.element[0].name, "svg");
    ck_assert_str_eq(value_of(&p.element[0], "role"), "graphics-document");
    ck_assert_str_eq(value_of(&p.element[0], "lang"), "en");
    ck_assert_str_eq(value_of(&p.element[0], "width"), "100mm");
    ck_assert_str_eq(value_of(&p.element[0], "viewBox"), "0 0 100 50");
    ck_assert_str_eq(title_of(&p, 0), "A <title>");
    ck_assert_str_eq(p.element[2].name, "desc");
    ck_assert_str_eq(p.element[2].text, "What \"is\" seen");
    ck_assert_ptr_null(strstr(p.svg, "href"));
    ck_assert_ptr_null(strstr(p.svg, "url("));
    ck_assert_ptr_null(strstr(p.svg, "<script"));
    ck_assert_ptr_null(strstr(p.svg, "<!"));
    picture_free(&p);
}
END

/* Oracle: the grammar of path data, SVG 2 section 9.3: a number ends where the next can only be another's, and
 * what follows a move is a line. */
TEST(paths_are_relative_and_as_short_as_can_be) {
    samen__svg svg;
    samen__trace path = {0};
    samen__pen pen = samen__lined(0x102030, 0.5);
    samen__svg_start(&svg);
    svg.surface.open_page(&svg.surface, &page);
    samen__trace_move(&path, 10, 20);
    samen__trace_line(&path, 10.5, 19.5);
    samen__trace_line(&path, 11.75, 19.504);
    samen__trace_curve(&path, 12, 20, 13, 20, 14, 20.25);
    samen__trace_close(&path);
    samen__trace_move(&path, 11, 21);
    samen__trace_line(&path, 12, 21);
    svg.surface.path(&svg.surface, &path, &pen, "it");
    samen__trace_clear(&path);
    samen__trace_rectangle(&path, 1, 2, 3, 4);
    svg.surface.path(&svg.surface, &path, NULL, NULL);
    samen__trace_free(&path);
    picture p = finish(&svg);
    const element *first = &p.element[4];
    ck_assert_str_eq(value_of(first, "d"), "m10 20 .5-.5 1.25 0c.25.5 1.25.5 2.25.75zm1 1 1 0");
    ck_assert_str_eq(value_of(first, "fill"), "none");
    ck_assert_str_eq(value_of(first, "stroke"), "#102030");
    ck_assert_str_eq(value_of(first, "stroke-width"), ".5");
    ck_assert_str_eq(value_of(first, "role"), "img");
    ck_assert_str_eq(title_of(&p, 4), "it");
    ck_assert_str_eq(value_of(&p.element[6], "d"), "m1 2 3 0 0 4-3 0z");
    ck_assert_str_eq(value_of(&p.element[6], "role"), "");
    picture_free(&p);
}
END

TEST(pens_and_letters_say_only_what_differs) {
    samen__svg svg;
    samen__pen pen = {.fill = 0xff0000, .line = 0, .width = 1, .pattern = 1, .opacity = 0.5};
    samen__lettering letters = {
        .size = 2, .colour = 0, .anchor = SAMEN__ANCHOR_END, .bold = 1, .halo = 1, .turn = -90};
    samen__lettering plain = {.size = 2, .colour = 0x0000ff};
    samen__svg_start(&svg);
    svg.surface.open_page(&svg.surface, &page);
    svg.surface.open_group(&svg.surface, "group", &pen);
    svg.surface.circle(&svg.surface, 1, 2, 3, NULL, "mark");
    svg.surface.close_group(&svg.surface);
    svg.surface.open_group(&svg.surface, NULL, NULL);
    svg.surface.text(&svg.surface, 5, 6, "a & b", 5, &letters);
    svg.surface.text(&svg.surface, 5, 6, "whole", 2, &plain);
    svg.surface.close_group(&svg.surface);
    picture p = finish(&svg);
    ck_assert_str_eq(value_of(&p.element[4], "role"), "group");
    ck_assert_str_eq(value_of(&p.element[4], "opacity"), ".5");
    ck_assert_str_eq(value_of(&p.element[4], "stroke-dasharray"), "3.96 1.65");
    ck_assert_str_eq(title_of(&p, 4), "group");
    ck_assert_str_eq(p.element[6].name, "circle");
    ck_assert_str_eq(value_of(&p.element[6], "fill"), "");
    ck_assert_int_eq(p.element[8].attributes, 0);
    ck_assert_str_eq(p.element[9].text, "a & b");
    ck_assert_str_eq(value_of(&p.element[9], "transform"), "rotate(-90 5 6)");
    ck_assert_str_eq(value_of(&p.element[9], "text-anchor"), "end");
    ck_assert_str_eq(value_of(&p.element[9], "font-weight"), "bold");
    ck_assert_str_eq(value_of(&p.element[9], "paint-order"), "stroke");
    ck_assert_str_eq(p.element[10].text, "wh");
    ck_assert_int_eq(p.element[10].attributes, 4);
    picture_free(&p);
}
END

TEST(a_path_that_ran_out_of_memory_fails_the_page) {
    samen__svg svg;
    samen__trace path = {.failed = 1};
    char *out = NULL;
    samen__svg_start(&svg);
    svg.surface.open_page(&svg.surface, &page);
    samen__trace_move(&path, 1, 1); /* dropped */
    svg.surface.path(&svg.surface, &path, NULL, NULL);
    svg.surface.close_page(&svg.surface);
    FAILS(SAMEN_ERR_MEMORY, "memory", samen__svg_take(&svg, &out, NULL, error));
    ck_assert_ptr_null(out);
    samen__svg_free(&svg);
}
END

SUITE("SVG", text_cannot_leave_its_place, numbers_are_short_and_know_no_locale,
      a_page_has_a_role_a_title_a_description_and_nothing_from_outside,
      paths_are_relative_and_as_short_as_can_be, pens_and_letters_say_only_what_differs,
      a_path_that_ran_out_of_memory_fails_the_page)
