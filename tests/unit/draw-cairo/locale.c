/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A host whose numbers have a decimal comma gets the same bytes, and keeps its locale. */
#define _GNU_SOURCE
#include "build.h"
#include "comma.h"
#include "samen/draw_cairo.h"

typedef struct drawn {
    uint8_t *byte;
    int64_t length;
} drawn;

static drawn draw(const samen_view *view, uint32_t format) {
    const samen_draw_cairo_options output = {
        .struct_size = sizeof output, .format = format, .dpi = 100};
    drawn d = {0};
    OK(samen_draw_cairo(view, "sociogram", "size=degree", &output, NULL, &d.byte, &d.length,
                        error));
    return d;
}

TEST(a_decimal_comma_changes_nothing_and_is_not_changed) {
    char *folder = make_locale();
    samen_view *view = see(build("A-B A-C B-C:action*3 C>D:ad-hoc*2"), "");
    drawn before[] = {{0}, draw(view, SAMEN_DRAW_CAIRO_PNG), draw(view, SAMEN_DRAW_CAIRO_PDF)};
    ck_assert_msg(setlocale(LC_ALL, "") != NULL, "the locale was not made");
    ck_assert(has_comma());
    char *name = strdup(setlocale(LC_ALL, NULL));
    for (uint32_t format = SAMEN_DRAW_CAIRO_PNG; format <= SAMEN_DRAW_CAIRO_PDF; format++) {
        drawn after = draw(view, format);
        ck_assert_int_eq(after.length, before[format].length);
        ck_assert_int_eq(memcmp(after.byte, before[format].byte, (size_t)after.length), 0);
        samen_draw_cairo_free(after.byte);
        samen_draw_cairo_free(before[format].byte);
    }
    ck_assert_str_eq(setlocale(LC_ALL, NULL), name);
    ck_assert(has_comma());
    free(name);
    samen_view_free(view);
    setlocale(LC_ALL, "C");
    remove_folder(folder);
}
END

SUITE("locale of the second library", a_decimal_comma_changes_nothing_and_is_not_changed)
