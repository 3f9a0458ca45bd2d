/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/utf8.h"

#include "graphs.h"
#include "suite.h"

/* A plain encoder, so that what is valid can be listed: a sequence of bytes is a character when
 * some character has exactly these bytes. */
static int encode(uint32_t c, unsigned char out[4]) {
    if (c < 0x80) {
        out[0] = (unsigned char)c;
        return 1;
    }
    int length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (int i = length - 1; i > 0; i--) {
        out[i] = (unsigned char)(0x80 + c % 64);
        c /= 64;
    }
    out[0] = (unsigned char)(first[length] + c);
    return length;
}

static int is_character(uint32_t c) {
    return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
}

/* The characters of two and of three bytes by the number that their bytes make; 0 for none. */
typedef struct listing {
    uint32_t *two, *three;
} listing;

static listing list_all(void) {
    listing l = {calloc(1 << 16, sizeof *l.two), calloc(1 << 24, sizeof *l.three)};
    for (uint32_t c = 0x80; c < 0x10000; c++) {
        unsigned char b[4];
        int length = is_character(c) ? encode(c, b) : 0;
        if (length == 2)
            l.two[b[0] << 8 | b[1]] = c;
        if (length == 3)
            l.three[b[0] << 16 | b[1] << 8 | b[2]] = c;
    }
    return l;
}

/* The same distance by going through all choices: edits of single letters, and swaps of two
 * neighbours that are not edited again. */
static int slow_distance(const char *a, const char *b) {
    if (!*a || !*b)
        return (int)strlen(a) + (int)strlen(b);
    int best = slow_distance(a + 1, b + 1) + (*a != *b);
    int other = slow_distance(a + 1, b) + 1;
    best = other < best ? other : best;
    other = slow_distance(a, b + 1) + 1;
    best = other < best ? other : best;
    if (a[1] && a[0] == b[1] && a[1] == b[0]) {
        other = slow_distance(a + 2, b + 2) + 1;
        best = other < best ? other : best;
    }
    return best;
}

/* Oracle: the list of all characters by their bytes. */
TEST(all_sequences_of_up_to_three_bytes_are_read_or_refused) {
    listing l = list_all();
    for (uint32_t bits = 0; bits < 1u << 24; bits++) {
        const char b[3] = {(char)(bits >> 16), (char)(bits >> 8), (char)bits};
        uint32_t expected = bits >> 16, found = 0;
        int length = expected < 0x80 ? 1 : 0;
        if (l.two[bits >> 8]) {
            expected = l.two[bits >> 8];
            length = 2;
        } else if (l.three[bits]) {
            expected = l.three[bits];
            length = 3;
        }
        int got = samen__utf8_decode(b, 3, &found);
        if (got != length || (length && found != expected))
            ck_abort_msg("%06x: %d bytes, U+%04X", bits, got, found);
        if (length > 1 && samen__utf8_decode(b, length - 1, &found) != 0)
            ck_abort_msg("%06x is read though cut", bits);
    }
    free(l.two);
    free(l.three);
}
END

/* Oracle: the plain encoder. */
TEST(every_character_of_four_bytes_is_read) {
    for (uint32_t c = 0x10000; c <= 0x10FFFF; c++) {
        char b[4];
        uint32_t found = 0;
        encode(c, (unsigned char *)b);
        if (samen__utf8_decode(b, 4, &found) != 4 || found != c)
            ck_abort_msg("U+%X is read as U+%X", c, found);
        if (samen__utf8_decode(b, 3, &found) != 0)
            ck_abort_msg("U+%X is read though cut", c);
    }
}
END

/* Oracle: four bytes are valid when the number in their low bits is a character whose bytes by the
 * plain encoder are the same. All first two bytes, with last ones around the limits. */
TEST(other_sequences_of_four_bytes_are_refused) {
    static const unsigned char last[] = {0x00, 0x3F, 0x7F, 0x80, 0x81, 0xA5, 0xBF, 0xC0, 0xFF};
    for (uint32_t head = 0xF000; head < 0x10000; head++) {
        for (size_t i = 0; i < sizeof last * sizeof last; i++) {
            unsigned char b[4] = {(unsigned char)(head >> 8), (unsigned char)head,
                                  last[i / sizeof last], last[i % sizeof last]},
                          same[4] = {0};
            uint32_t c = (b[0] & 7u) << 18 | (b[1] & 63u) << 12 | (b[2] & 63u) << 6 | (b[3] & 63u);
            int valid = is_character(c) && encode(c, same) == 4 && memcmp(b, same, 4) == 0;
            uint32_t found = 0;
            int got = samen__utf8_decode((const char *)b, 4, &found);
            if (got != (valid ? 4 : 0))
                ck_abort_msg("%02x %02x %02x %02x: %d", b[0], b[1], b[2], b[3], got);
        }
    }
}
END

TEST(nothing_is_read_from_no_bytes) {
    uint32_t character = 77;
    ck_assert_int_eq(samen__utf8_decode("a", 0, &character), 0);
    ck_assert_uint_eq(character, 77);
    ck_assert_int_eq(samen__utf8_decode("a\0", 2, &character), 1);
    ck_assert_int_eq(samen__utf8_invalid("", 0), -1);
}
END

TEST(the_first_invalid_byte_is_found_wherever_it_stands) {
    char text[64];
    for (int64_t length = 1; length <= 40; length++) {
        memset(text, 'a', sizeof text);
        ck_assert_int_eq(samen__utf8_invalid(text, length), -1);
        for (int64_t at = 0; at < length; at++) {
            text[at] = '\xE9';
            ck_assert_int_eq(samen__utf8_invalid(text, length), at);
            text[at] = 'a';
        }
    }
    ck_assert_int_eq(samen__utf8_invalid("aé€\U0001F3E0 and so on", 20), -1);
    ck_assert_int_eq(samen__utf8_invalid("aé€\xED\xA0\x80", 9), 6);
    ck_assert_int_eq(samen__utf8_invalid("abcdefgh€", 10), 8);
}
END

TEST(what_cannot_be_seen_is_known) {
    static const uint32_t invisible[] = {0x0,     0x9,     0x1F,    0x7F,   0x80,   0x9F,   0xAD,
                                         0x61C,   0x200B,  0x200D,  0x200F, 0x2028, 0x2029, 0x202A,
                                         0x202E,  0x2060,  0x2066,  0x206F, 0xFEFF, 0xFFF9, 0xFFFB,
                                         0xE0000, 0xE0001, 0xE007F, 0xE0FFF};
    static const uint32_t visible[] = {' ',    '~',    0xA0,   0xAC,    0xAE,    0x61B,  0x61D,
                                       0x200A, 0x2010, 0x2027, 0x202F,  0x205F,  0x2070, 0xFEFE,
                                       0xFF00, 0xFFF8, 0xFFFC, 0xDFFFF, 0xE1000, 'a',    0x20AC};
    for (size_t i = 0; i < sizeof invisible / sizeof invisible[0]; i++)
        ck_assert_msg(samen__utf8_is_invisible(invisible[i]), "U+%04X", invisible[i]);
    for (size_t i = 0; i < sizeof visible / sizeof visible[0]; i++)
        ck_assert_msg(!samen__utf8_is_invisible(visible[i]), "U+%04X", visible[i]);
}
END

/* Oracle: UAX 11, property East_Asian_Width W or F for 2 columns, category Mn or Me for 0. */
TEST(a_text_is_as_wide_as_a_terminal_shows_it) {
    static const struct {
        const char *text;
        int64_t width;
    } cases[] = {{"", 0},
                 {"abc", 3},
                 {"é", 1},
                 {"e\u0301", 1},
                 {"\u0301\u0302", 0},
                 {"a\u20DDb", 2},
                 {"\u200b", 0},
                 {"日本", 4},
                 {"한국", 4},
                 {"\uFF21", 2},
                 {"\uFF71", 1},
                 {"\U0001F3E0", 2},
                 {"\U0001F64F", 2},
                 {"\U0001F680", 2},
                 {"\U0001F91D", 2},
                 {"\U0001FAC2", 2},
                 {"\U00020000", 2},
                 {"\u2764", 1},
                 {"\u2764\uFE0F", 1},
                 {"שָׁ", 1},
                 {"€", 1},
                 {"\xff\xfe", 2}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_msg(samen__utf8_width(cases[i].text, (int64_t)strlen(cases[i].text)) ==
                          cases[i].width,
                      "\"%s\" is %lld wide", cases[i].text,
                      (long long)samen__utf8_width(cases[i].text, (int64_t)strlen(cases[i].text)));
}
END

TEST(names_are_folded_for_comparison) {
    static const struct {
        const char *name, *folded;
    } cases[] = {{"", ""},
                 {"Ad Hoc", "ad-hoc"},
                 {"ad_hoc", "ad-hoc"},
                 {"  ad -_ hoc  ", "ad-hoc"},
                 {"-ad-hoc-", "ad-hoc"},
                 {" \t-_", ""},
                 {"AZaz09", "azaz09"},
                 {"[@`{", "[@`{"},
                 {"Coördineren", "coordineren"},
                 {"ÀÁÂÃÄÅàáâãäå", "aaaaaaaaaaaa"},
                 {"ÇçÑñ", "ccnn"},
                 {"ÈÉÊËèéêëÌÍÎÏìíîï", "eeeeeeeeiiiiiiii"},
                 {"ÒÓÔÕÖØòóôõöø", "oooooooooooo"},
                 {"ÙÚÛÜùúûüÝýÿ", "uuuuuuuuyyy"},
                 {"æß×÷þð", "æß×÷þð"},
                 {"a\u00A0b\u2010c\u2011d\u2013e", "a-b-c-d-e"},
                 {"a—b", "a—b"},
                 {"日本 €", "日本-€"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[64];
        memset(out, '#', sizeof out);
        int64_t length = (int64_t)strlen(cases[i].name);
        ck_assert_int_eq(samen__utf8_fold(cases[i].name, length, out),
                         (int64_t)strlen(cases[i].folded));
        ck_assert_str_eq(out, cases[i].folded);
        ck_assert_int_eq(out[length + 1], '#');
    }
}
END

TEST(invalid_bytes_are_kept_by_folding) {
    char out[8];
    ck_assert_int_eq(samen__utf8_fold("A\xff\xc3", 3, out), 3);
    ck_assert_str_eq(out, "a\xff\xc3");
}
END

/* Oracle: the recursion above. */
TEST(the_distance_of_names_is_the_least_number_of_edits) {
    dice d = {.state = 3};
    for (int i = 0; i < 3000; i++) {
        char word[2][7] = {{0}};
        for (int w = 0; w < 2; w++) {
            int length = (int)dice_roll(&d, 7);
            for (int c = 0; c < length; c++)
                word[w][c] = (char)('a' + dice_roll(&d, 3));
        }
        int expected = slow_distance(word[0], word[1]);
        for (int most = 0; most < 7; most++)
            ck_assert_msg(samen__utf8_distance(word[0], word[1], most) ==
                              (expected > most ? most + 1 : expected),
                          "%s %s up to %d", word[0], word[1], most);
    }
}
END

TEST(long_names_are_not_compared) {
    char name[70];
    memset(name, 'a', sizeof name);
    name[63] = '\0';
    ck_assert_int_eq(samen__utf8_distance(name, name, 3), 0);
    ck_assert_int_eq(samen__utf8_distance(name, name + 2, 3), 2);
    name[63] = 'a';
    name[64] = '\0';
    ck_assert_int_eq(samen__utf8_distance(name, name, 3), 4);
    ck_assert_int_eq(samen__utf8_distance("a", name, 3), 4);
}
END

SUITE("core/utf8", all_sequences_of_up_to_three_bytes_are_read_or_refused,
      every_character_of_four_bytes_is_read, other_sequences_of_four_bytes_are_refused,
      nothing_is_read_from_no_bytes, the_first_invalid_byte_is_found_wherever_it_stands,
      what_cannot_be_seen_is_known, a_text_is_as_wide_as_a_terminal_shows_it,
      names_are_folded_for_comparison, invalid_bytes_are_kept_by_folding,
      the_distance_of_names_is_the_least_number_of_edits, long_names_are_not_compared)
