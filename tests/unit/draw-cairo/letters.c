/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text: in its room, at its place, with every letter that some font of the machine has. */
#include <unistd.h>

#include "draw/measure_text.h"
#include "image.h"

#define SIZE 3.0

/* The ink of a text at (x, 15). */
static ink ink_of_text(double x, const char *text, samen_surface_lettering how) {
    samen__canvas canvas;
    how.struct_size = sizeof how;
    how.size = SIZE;
    samen_surface s = begin(&canvas, SAMEN_DRAW_CAIRO_PNG);
    ck_assert_msg(s.add_text(&canvas, x, 15, text, &how) == 0, "%s", canvas.error.message);
    cairo_surface_t *image = finish(&canvas);
    ink there = ink_of(image);
    cairo_surface_destroy(image);
    return there;
}

static double room_of(const char *text, int bold) {
    return samen__measure_text(text, (int64_t)strlen(text), SIZE, bold);
}

/* Only fonts of this folder, and none of the user's settings. Before the first text of a process. */
static void use_fonts_of(const char *fonts) {
    char *folder = make_folder(), path[512], settings[512];
    snprintf(settings, sizeof settings,
             "<?xml version=\"1.0\"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>",
             fonts, folder);
    snprintf(path, sizeof path, "%s/fonts.conf", folder);
    write_text_file(folder, "fonts.conf", settings);
    setenv("FONTCONFIG_FILE", path, 1);
    free(folder); /* it is read later on */
}

static const char *const names[] = {
    "Vzw Crèche Zoë", "Zoe\xCC\x88 Łódź", /* an e and its two dots apart */
    "Αθήνα",          "Помощь",           "Huis van het Kind WIJ", "illlill",
};
enum { NAMES = sizeof names / sizeof names[0] };

TEST(a_text_stays_within_the_room_that_the_layout_keeps_for_it) {
    for (int i = 0; i < NAMES; i++) {
        for (int bold = 0; bold <= 1; bold++) {
            double room = room_of(names[i], bold);
            ink there =
                ink_of_text(2, names[i], (samen_surface_lettering){.bold = bold, .room = room});
            ck_assert_msg(there.pixels > 100, "%s is not there", names[i]);
            ck_assert_msg(there.left >= 1.7 && there.right <= 2 + room + 0.2,
                          "%s goes from %g to %g, and has room for %g", names[i], there.left,
                          there.right, room);
            ck_assert(there.top > 15 - SIZE && there.bottom < 15 + SIZE * 0.3);
        }
    }
}
END

/* DejaVu Sans is wider than what the layout expects. */
TEST(where_the_font_at_hand_is_wider_letters_are_narrower_and_as_high) {
    const char *text = names[4];
    double room = room_of(text, 0);
    use_fonts_of("/usr/share/fonts/truetype/dejavu");
    ink free_of_limits = ink_of_text(2, text, (samen_surface_lettering){.room = 100});
    if (free_of_limits.right - 2 < room + 0.3) {
        printf("skipped: there is no DejaVu Sans here\n");
        return;
    }
    ink there = ink_of_text(2, text, (samen_surface_lettering){.room = room});
    ck_assert(there.right <= 2 + room + 0.1 && there.right > 2 + room - 0.6);
    CLOSE(there.bottom - there.top, free_of_limits.bottom - free_of_limits.top, 0.05);
}
END

TEST(a_machine_without_fonts_is_told_what_to_do) {
    samen__canvas canvas;
    const samen_surface_lettering how = {.struct_size = sizeof how, .size = SIZE, .room = 10};
    use_fonts_of("/nowhere");
    samen_surface s = begin(&canvas, SAMEN_DRAW_CAIRO_PNG);
    ck_assert_int_ne(s.add_text(&canvas, 20, 15, "A", &how), 0);
    ck_assert_int_eq(canvas.error.code, SAMEN_ERR_MISSING);
    ck_assert_ptr_nonnull(strstr(canvas.error.message, "install one"));
    samen__canvas_free(&canvas);
}
END

TEST(a_text_is_anchored_and_turned_around_its_place) {
    const char *text = "HIHIHIH";
    samen_surface_lettering how = {.room = 100};
    ink start = ink_of_text(20, text, how);
    double width = start.right - start.left;
    how.anchor = SAMEN_SURFACE_MIDDLE;
    ink middle = ink_of_text(20, text, how);
    how.anchor = SAMEN_SURFACE_END;
    ink end = ink_of_text(20, text, how);
    CLOSE((middle.left + middle.right) / 2, 20, 0.01);
    ck_assert(start.left >= 20 && start.left < 20.5 && end.right <= 20 && end.right > 19.5);
    CLOSE(end.right - end.left, width, 0.02);
    how.turn = 90; /* downwards from its place, the tops of letters to the right */
    how.anchor = SAMEN_SURFACE_START;
    ink turned = ink_of_text(20, text, how);
    CLOSE(turned.bottom - turned.top, width, 0.02);
    ck_assert(turned.top >= 15 && turned.left >= 19.9 && turned.right < 20 + SIZE);
}
END

TEST(bold_letters_are_bold_and_a_halo_covers_what_is_behind) {
    samen__canvas canvas;
    const samen_surface_pen dark = PEN(.fill = 0x404040, .line = -1);
    samen_surface_lettering how = {.struct_size = sizeof how,
                                   .size = SIZE,
                                   .room = 100,
                                   .halo = 1,
                                   .anchor = SAMEN_SURFACE_MIDDLE,
                                   .colour = 0xff0000};
    ck_assert_int_gt(
        ink_of_text(20, "WIJ", (samen_surface_lettering){.room = 100, .bold = 1}).pixels,
        ink_of_text(20, "WIJ", (samen_surface_lettering){.room = 100}).pixels * 11 / 10);
    samen_surface s = begin(&canvas, SAMEN_DRAW_CAIRO_PNG);
    add_box(&canvas, 0, 0, 40, 30, &dark);
    ck_assert_int_eq(s.add_text(&canvas, 20, 15, "I", &how), 0);
    cairo_surface_t *image = finish(&canvas);
    COLOUR_AT(image, 20, 14, 0xff0000);
    COLOUR_AT(image, 20.4, 14, 0xffffff);
    COLOUR_AT(image, 22, 14, 0x404040);
    cairo_surface_destroy(image);
}
END

/* No font has what is for private use: a box shows that something is there. */
TEST(what_no_font_has_is_a_box_and_an_empty_text_is_nothing) {
    ck_assert_int_gt(ink_of_text(20, "\xEE\x80\x80", (samen_surface_lettering){.room = 9}).pixels,
                     20);
    ck_assert_int_eq(ink_of_text(20, "", (samen_surface_lettering){.room = 0}).pixels, 0);
    ck_assert_int_ge(ink_of_text(20, "\xCC\x81", (samen_surface_lettering){.room = 0}).pixels, 0);
}
END

/* An Armenian letter, which DejaVu Sans has and the fonts before it have not. */
TEST(a_letter_that_the_first_font_lacks_comes_from_one_that_has_it) {
    if (access("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", R_OK) != 0) {
        printf("skipped: there is no DejaVu Sans here\n");
        return;
    }
    const samen_surface_lettering how = {.room = 100};
    ink box = ink_of_text(20, "\xEE\x80\x80", how), letter = ink_of_text(20, "Ա", how);
    ink between = ink_of_text(5, "AAԱAA", how), around = ink_of_text(5, "AAAA", how);
    ck_assert(letter.pixels > 20 && letter.pixels != box.pixels);
    CLOSE((double)(between.pixels - around.pixels), (double)letter.pixels, 0.15);
}
END

SUITE("letters", a_text_stays_within_the_room_that_the_layout_keeps_for_it,
      where_the_font_at_hand_is_wider_letters_are_narrower_and_as_high,
      a_machine_without_fonts_is_told_what_to_do, a_text_is_anchored_and_turned_around_its_place,
      bold_letters_are_bold_and_a_halo_covers_what_is_behind,
      a_letter_that_the_first_font_lacks_comes_from_one_that_has_it,
      what_no_font_has_is_a_box_and_an_empty_text_is_nothing)
