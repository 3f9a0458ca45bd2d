/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network/suppress.h"

#include "graphs.h"
#include "suite.h"

enum { LEAST = 5, MOST_ROWS = 64 };

/* A column of one letter a row; a point is no value. */
static samen__column column_of(const char *letters) {
    samen__column column = {0};
    OK(samen__column_start(&column, "sector", SAMEN_COLUMN_TEXT, (int64_t)strlen(letters), error));
    for (const char *at = letters; *at; at++)
        OK(*at == '.' ? samen__column_add_null(&column, error)
                      : samen__column_add_text(&column, at, 1, error));
    return column;
}

/* The same letters with * for merged groups; "-" when less than two groups remain. */
static void merged(const char *letters, char *out) {
    samen__column column = column_of(letters);
    samen__suppressed s = {0};
    OK(samen__suppress(&column, LEAST, &s, error));
    size_t count = strlen(letters);
    for (size_t i = 0; i < count; i++)
        out[i] = s.of[i] == SAMEN__GROUP_MERGED ? '*'
                 : s.of[i] == SAMEN__GROUP_NONE ? '.'
                                                : *samen__keys_text(&s.label, s.of[i]);
    out[count] = '\0';
    if (!s.remains)
        strcpy(out, "-");
    samen__suppressed_free(&s);
    samen__column_free(&column);
}

/* Oracle: the rule, by hand. */
TEST(small_groups_are_merged_until_they_are_large_enough_together) {
    static const struct {
        const char *what, *letters, *expected;
    } cases[] = {
        {"none is small", "aaaaabbbbb", "aaaaabbbbb"},
        {"two small ones are five", "aaaaaabbbbc", "aaaaaa*****"},
        {"a small one takes the next smallest along", "aaaaaabbbbbbbccc", "******bbbbbbb***"},
        {"of two as small the first by name", "bbbbbcccccaaaaaddd", "bbbbbccccc********"},
        {"nothing is left to tell apart", "aaaaaaaaaabbbb", "-"},
        {"all are small", "aabbccdd", "-"},
        {"no value is a group", "aaaaaa......", "aaaaaa......"},
        {"no value is a small group", "aaaaaabbbbbbbb..", "******bbbbbbbb**"},
        {"no value and a small group", "aaaaaabbb..", "aaaaaa*****"},
        {"one group only", "aaaaaa", "-"},
        {"no rows", "", "-"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char actual[MOST_ROWS + 1];
        merged(cases[i].letters, actual);
        ck_assert_msg(strcmp(actual, cases[i].expected) == 0, "%s: %s, not %s", cases[i].what,
                      actual, cases[i].expected);
    }
}
END

TEST(yes_and_no_are_two_groups) {
    samen__column column = {0};
    samen__suppressed s = {0};
    OK(samen__column_start(&column, "public", SAMEN_COLUMN_BOOL, 10, error));
    ((uint64_t *)column.data)[0] = 0x1f;
    OK(samen__suppress(&column, LEAST, &s, error));
    ck_assert_int_eq(s.remains, 1);
    ck_assert_str_eq(samen__keys_text(&s.label, s.of[0]), "yes");
    ck_assert_str_eq(samen__keys_text(&s.label, s.of[9]), "no");
    samen__suppressed_free(&s);
    samen__column_free(&column);
}
END

static int count_of(const char *letters, char letter) {
    int count = 0;
    for (; *letters; letters++)
        count += *letters == letter;
    return count;
}

/* Laws: no group that can be seen is small; those that are merged are no larger than those that are not; the order of
 * rows does not matter. */
TEST(what_is_left_is_never_small_whatever_the_rows) {
    dice d = {.state = 11};
    for (int i = 0; i < 2000; i++) {
        char letters[MOST_ROWS + 1] = "", turned[MOST_ROWS + 1], one[MOST_ROWS + 1],
                                 other[MOST_ROWS + 1];
        int rows = (int)dice_roll(&d, MOST_ROWS);
        for (int r = 0; r < rows; r++)
            letters[r] = ".abcdefgh"[dice_roll(&d, 1 + dice_roll(&d, 9))];
        for (int r = 0; r < rows; r++)
            turned[r] = letters[rows - 1 - r];
        turned[rows] = '\0';
        merged(letters, one);
        merged(turned, other);
        if (strcmp(one, "-") == 0) {
            ck_assert_str_eq(other, "-");
            continue;
        }
        for (int r = 0; r < rows; r++) {
            ck_assert_int_eq(one[r], other[rows - 1 - r]);
            ck_assert_int_ge(count_of(one, one[r]), LEAST);
        }
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s < rows && one[r] == '*'; s++)
                ck_assert(one[s] == '*' ||
                          count_of(letters, letters[r]) <= count_of(letters, letters[s]));
        }
    }
}
END

SUITE("network/suppress", small_groups_are_merged_until_they_are_large_enough_together,
      yes_and_no_are_two_groups, what_is_left_is_never_small_whatever_the_rows)
