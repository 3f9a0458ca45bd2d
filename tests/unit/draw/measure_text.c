/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/measure_text.h"

#include "suite.h"

static double width(const char *text) {
    return samen__measure_text(text, (int64_t)strlen(text), 10, 0);
}

/* Oracle: the advance widths of Liberation Sans and DejaVu Sans, which a reader's letters are between. */
TEST(widths_are_those_of_the_letters_that_readers_have) {
    static const struct {
        const char *text;
        double narrow, wide; /* at a size of 10 */
    } cases[] = {{"Texas Highway Patrol", 97.2, 108.2},
                 {"OCMW", 32.7, 33.4},
                 {"iiii", 8.8, 11.2},
                 {"0123456789", 55.6, 63.7}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ck_assert_double_ge(width(cases[i].text), cases[i].narrow);
        ck_assert_double_le(width(cases[i].text), cases[i].wide);
    }
}
END

TEST(wide_combining_and_invisible_characters_have_their_widths) {
    CLOSE(width("\xE6\x9D\xB1\xE4\xBA\xAC"), 20, 1e-12);
    CLOSE(width("e\xCC\x81"), width("e"), 1e-12);
    CLOSE(width("\xF0\x9F\x8F\xA5"), 10, 1e-12);
    CLOSE(width("\xE2\x80\xAE"), width("\\u{AAAA}"), 0.1);
    ck_assert_double_gt(width("\xC3\x89"), width("\xC3\xA9"));
    ck_assert_double_gt(width("\xD0\x9C"), 5);
    ck_assert_double_gt(width("\xC3"), 0);
    ck_assert_double_eq(width(""), 0);
    ck_assert_double_gt(samen__measure_text("a", 1, 10, 1), width("a"));
}
END

TEST(what_fits_is_whole_characters) {
    const char *text = "a\xC3\xA9\xE6\x9D\xB1z";
    for (double room = 0; room < 40; room += 0.5) {
        int64_t fits = samen__measure_fit(text, 7, 10, 0, room);
        ck_assert(fits == 0 || fits == 1 || fits == 3 || fits == 6 || fits == 7);
        ck_assert_double_le(samen__measure_text(text, fits, 10, 0), room);
    }
    ck_assert_int_eq(samen__measure_fit(text, 7, 10, 0, 40), 7);
}
END

TEST(lines_break_at_spaces_and_in_words_that_are_too_long) {
    static const struct {
        const char *text;
        double room;
        const char *lines; /* parted by | */
    } cases[] = {{"one two three", 40, "one two|three"},
                 {"one  two", 20, "one|two"},
                 {"abcdefgh", 12, "ab|cd|ef|gh"},
                 {"a", 0.1, "a"},
                 {"in two ", 100, "in two"},
                 {"sports-service", 45, "sports-|service"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char lines[64] = "";
        const char *at = cases[i].text;
        for (int64_t left = (int64_t)strlen(at), next; left > 0; at += next, left -= next) {
            int64_t taken = samen__measure_line(at, left, 10, 0, cases[i].room, &next);
            ck_assert_int_gt(next, 0);
            if (lines[0])
                strcat(lines, "|");
            strncat(lines, at, (size_t)taken);
        }
        ck_assert_str_eq(lines, cases[i].lines);
    }
}
END

TEST(the_widest_piece_is_found) {
    CLOSE(samen__measure_widest("a sports-service b", 18, 10, 0), width("service"), 1e-12);
    CLOSE(samen__measure_widest("one", 3, 10, 0), width("one"), 1e-12);
    ck_assert_double_eq(samen__measure_widest("", 0, 10, 0), 0);
}
END

SUITE("widths of text", widths_are_those_of_the_letters_that_readers_have,
      wide_combining_and_invisible_characters_have_their_widths, what_fits_is_whole_characters,
      lines_break_at_spaces_and_in_words_that_are_too_long, the_widest_piece_is_found)
