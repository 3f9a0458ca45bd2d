/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text.h"

#include <limits.h>

#include "suite.h"

/* The whole of a growing text, which is freed. */
static void check_taken(samen__text *text, const char *expected) {
    char *bytes = NULL;
    int64_t length = -1;
    OK(samen__text_take(text, &bytes, &length, error));
    ck_assert_str_eq(bytes, expected);
    ck_assert_int_eq(length, (int64_t)strlen(expected));
    samen_free(bytes);
}

TEST(a_growing_text_keeps_all_that_is_added) {
    samen__text text = samen__text_growing();
    for (int i = 0; i < 10000; i++) {
        samen__text_add_string(&text, "abc");
        samen__text_add_byte(&text, 'd');
    }
    ck_assert_int_eq(text.length, 40000);
    ck_assert_int_eq(text.bytes[40000], '\0');
    ck_assert_int_eq(strspn(text.bytes, "abcd"), 40000);
    ck_assert_mem_eq(text.bytes + 39992, "abcdabcd", 8);
    samen__text_free(&text);
    ck_assert_ptr_null(text.bytes);
    ck_assert_int_eq(text.length, 0);
}
END

TEST(nothing_is_added_for_no_bytes) {
    samen__text text = samen__text_growing();
    samen__text_add(&text, "abc", 0);
    samen__text_add(&text, "abc", -1);
    samen__text_add_repeated(&text, 'x', 0);
    samen__text_add_repeated(&text, 'x', -3);
    samen__text_add_string(&text, "");
    ck_assert_ptr_null(text.bytes);
    check_taken(&text, "");
}
END

TEST(a_byte_is_repeated) {
    samen__text text = samen__text_growing();
    samen__text_add_repeated(&text, '.', 5);
    samen__text_add_byte(&text, '|');
    check_taken(&text, ".....|");
}
END

TEST(a_fixed_text_is_cut_before_a_character_that_does_not_fit) {
    static const struct {
        int64_t capacity;
        const char *given, *kept;
    } cases[] = {{1, "a", ""},     {2, "a", "a"},
                 {3, "abc", "ab"}, {3, "aé", "a"},
                 {4, "aé", "aé"},  {2, "é", ""},
                 {4, "a€", "a"},   {5, "a€", "a€"},
                 {3, "€", ""},     {5, "a\U0001F3E0", "a"},
                 {4, "éé", "é"},   {6, "a\U0001F3E0", "a\U0001F3E0"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char bytes[8];
        memset(bytes, '#', sizeof bytes);
        samen__text text = samen__text_fixed(bytes, cases[i].capacity);
        samen__text_add_string(&text, cases[i].given);
        ck_assert_str_eq(bytes, cases[i].kept);
        ck_assert_int_eq(text.failed, strcmp(cases[i].given, cases[i].kept) != 0);
        for (size_t beyond = (size_t)cases[i].capacity; beyond < sizeof bytes; beyond++)
            ck_assert_int_eq(bytes[beyond], '#');
    }
}
END

TEST(after_a_cut_nothing_more_is_added) {
    char bytes[4];
    samen__text text = samen__text_fixed(bytes, sizeof bytes);
    samen__text_add_string(&text, "ab€");
    samen__text_add_byte(&text, 'c');
    ck_assert_str_eq(bytes, "ab");
    samen__text_free(&text);
    ck_assert_str_eq(bytes, "ab");
}
END

TEST(numbers_are_added_as_the_shortest_decimal) {
    samen__text text = samen__text_growing();
    samen__text_add_number(&text, 0.1);
    samen__text_add_byte(&text, ' ');
    samen__text_add_number(&text, -1e300);
    check_taken(&text, "0.1 -1e300");
}
END

TEST(what_cannot_be_seen_is_shown_by_its_number) {
    static const struct {
        const char *given;
        int64_t length;
        const char *shown;
    } cases[] = {{"plain, é €", 13, "plain, é €"},
                 {"a\tb\nc\rd", 7, "a\\u{9}b\\u{a}c\\u{d}d"},
                 {"\x1b[31m", 5, "\\u{1b}[31m"},
                 {"a\0b", 3, "a\\u{0}b"},
                 {"\x7f", 1, "\\u{7f}"},
                 {"\xc2\x85", 2, "\\u{85}"},
                 {"\u00ad", 2, "\\u{ad}"},
                 {"\u061c", 2, "\\u{61c}"},
                 {"a\u200bb", 5, "a\\u{200b}b"},
                 {"\u202egnp.exe", 10, "\\u{202e}gnp.exe"},
                 {"\u2028", 3, "\\u{2028}"},
                 {"\u2066\u2069", 6, "\\u{2066}\\u{2069}"},
                 {"\ufeff", 3, "\\u{feff}"},
                 {"\U000e0041", 4, "\\u{e0041}"},
                 {"\xff", 1, "\\u{ff}"},
                 {"a\xc3", 2, "a\\u{c3}"},
                 {"\xe2\x82", 2, "\\u{e2}\\u{82}"},
                 {"\xc3(", 2, "\\u{c3}("},
                 {"", 0, ""}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__text text = samen__text_growing();
        samen__text_add_visible(&text, cases[i].given, cases[i].length, 0);
        check_taken(&text, cases[i].shown);
    }
}
END

TEST(a_long_text_is_shown_up_to_so_many_characters) {
    static const struct {
        const char *given;
        int64_t most;
        const char *shown;
    } cases[] = {{"abcd", 4, "abcd"},   {"abcde", 4, "abcd…"},          {"éééé", 4, "éééé"},
                 {"ééééé", 4, "éééé…"}, {"\t\t\t", 2, "\\u{9}\\u{9}…"}, {"abc", 0, "abc"},
                 {"ab", 1, "a…"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__text text = samen__text_growing();
        samen__text_add_visible(&text, cases[i].given, (int64_t)strlen(cases[i].given),
                                cases[i].most);
        check_taken(&text, cases[i].shown);
    }
}
END

/* Oracle: snprintf of the C library, which knows the same directives. */
TEST(every_directive_of_a_format_prints_its_value) {
    char expected[400];
    samen__text text = samen__text_growing();
    samen__text_format(&text, "%d %d %u %ld %ld %lu %zu %c %s %.*s %%|", INT_MIN, INT_MAX, UINT_MAX,
                       LONG_MIN, LONG_MAX, ULONG_MAX, SIZE_MAX, 'x', "word", 3, "cutoff");
    snprintf(expected, sizeof expected, "%d %d %u %ld %ld %lu %zu %c %s %.*s %%|", INT_MIN, INT_MAX,
             UINT_MAX, LONG_MIN, LONG_MAX, ULONG_MAX, SIZE_MAX, 'x', "word", 3, "cutoff");
    check_taken(&text, expected);
}
END

TEST(a_format_shows_numbers_shortest_and_texts_visibly) {
    samen__text text = samen__text_growing();
    samen__text_format(&text, "%g and %g, %s, %.*s, %d", 0.25, 1e22, "a\x1b", 2, "\n\n\n", 0);
    check_taken(&text, "0.25 and 1e22, a\\u{1b}, \\u{a}\\u{a}, 0");
}
END

TEST(a_text_is_handed_over_once) {
    samen__text text = samen__text_growing();
    char *bytes = NULL;
    samen__text_add_string(&text, "one");
    OK(samen__text_take(&text, &bytes, NULL, error));
    ck_assert_str_eq(bytes, "one");
    samen_free(bytes);
    ck_assert_ptr_null(text.bytes);
    samen__text_add_string(&text, "two");
    check_taken(&text, "two");
}
END

TEST(a_text_for_which_memory_ran_out_is_not_handed_over) {
    samen__text text = samen__text_growing();
    samen__text_add_string(&text, "half");
    text.failed = 1;
    samen__text_add_string(&text, "lost");
    char *bytes = NULL;
    int64_t length = -3;
    FAILS(SAMEN_ERR_MEMORY, "memory ran out", samen__text_take(&text, &bytes, &length, error));
    ck_assert_ptr_null(bytes);
    ck_assert_int_eq(length, -3);
    ck_assert_ptr_null(text.bytes);
}
END

SUITE("core/text", a_growing_text_keeps_all_that_is_added, nothing_is_added_for_no_bytes,
      a_byte_is_repeated, a_fixed_text_is_cut_before_a_character_that_does_not_fit,
      after_a_cut_nothing_more_is_added, numbers_are_added_as_the_shortest_decimal,
      what_cannot_be_seen_is_shown_by_its_number, a_long_text_is_shown_up_to_so_many_characters,
      every_directive_of_a_format_prints_its_value,
      a_format_shows_numbers_shortest_and_texts_visibly, a_text_is_handed_over_once,
      a_text_for_which_memory_ran_out_is_not_handed_over)
