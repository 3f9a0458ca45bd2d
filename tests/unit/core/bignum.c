/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/bignum.h"

#include "graphs.h"
#include "suite.h"

__extension__ typedef unsigned __int128 wide;

static samen__big big_of(wide value) {
    samen__big big, high;
    samen__big_set(&big, (uint64_t)value);
    samen__big_set(&high, (uint64_t)(value >> 64));
    samen__big_shift_left(&high, 64);
    samen__big_add(&big, &high);
    return big;
}

static void check_is(const samen__big *big, wide expected) {
    wide value = 0;
    int trimmed = big->count == 0 || big->word[big->count - 1] != 0;
    for (int32_t i = big->count - 1; i >= 0; i--)
        value = value << 32 | big->word[i];
    if (value != expected || big->count > 4 || !trimmed)
        ck_abort_msg("%llx%016llx instead of %llx%016llx", (unsigned long long)(value >> 64),
                     (unsigned long long)value, (unsigned long long)(expected >> 64),
                     (unsigned long long)expected);
}

static wide roll_wide(dice *d, int bits) {
    wide value = (wide)dice_roll(d, UINT64_MAX) << 64 | dice_roll(d, UINT64_MAX);
    return bits == 0 ? 0 : value >> (128 - bits);
}

/* The decimal digits by dividing by ten again and again; destroys the number. */
static char *digits_of(samen__big *big) {
    static char text[3000];
    size_t at = sizeof text - 1;
    text[at] = '\0';
    do {
        text[--at] = (char)('0' + samen__big_divide_small(big, 10));
    } while (big->count > 0);
    return text + at;
}

TEST(a_number_is_set_without_leading_words) {
    static const struct {
        uint64_t value;
        int32_t count, bits;
    } cases[] = {{0, 0, 0},           {1, 1, 1},           {255, 1, 8},
                 {0x80000000, 1, 32}, {UINT32_MAX, 1, 32}, {1ull << 32, 2, 33},
                 {1ull << 63, 2, 64}, {UINT64_MAX, 2, 64}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__big big;
        samen__big_set(&big, cases[i].value);
        ck_assert_int_eq(big.count, cases[i].count);
        ck_assert_int_eq(samen__big_bits(&big), cases[i].bits);
        check_is(&big, cases[i].value);
    }
}
END

/* Oracle: the compiler's 128-bit numbers. */
TEST(sums_differences_and_order_are_those_of_whole_numbers) {
    dice d = {.state = 1};
    for (int i = 0; i < 10000; i++) {
        wide a = roll_wide(&d, (int)dice_roll(&d, 127)), b = roll_wide(&d, (int)dice_roll(&d, 127));
        if (i % 10 == 0)
            b = a;
        samen__big x = big_of(a), y = big_of(b);
        check_is(&x, a);
        ck_assert_int_eq(samen__big_compare(&x, &y), (a > b) - (a < b));
        samen__big sum = x;
        samen__big_add(&sum, &y);
        check_is(&sum, a + b);
        samen__big_subtract(&sum, &y);
        check_is(&sum, a);
        samen__big_subtract(&sum, &x);
        check_is(&sum, 0);
    }
}
END

/* Oracle: the compiler's 128-bit numbers. */
TEST(products_and_quotients_by_small_numbers_are_those_of_whole_numbers) {
    dice d = {.state = 2};
    for (int i = 0; i < 10000; i++) {
        wide a = roll_wide(&d, (int)dice_roll(&d, 95));
        uint32_t factor = 1 + (uint32_t)dice_roll(&d, UINT32_MAX);
        uint32_t addend = (uint32_t)dice_roll(&d, UINT32_MAX);
        samen__big big = big_of(a);
        samen__big_multiply_add(&big, factor, addend);
        check_is(&big, a * factor + addend);
        wide product = a * factor + addend;
        uint32_t divisor = 1 + (uint32_t)dice_roll(&d, i % 2 ? 20 : UINT32_MAX);
        ck_assert_uint_eq(samen__big_divide_small(&big, divisor), (uint32_t)(product % divisor));
        check_is(&big, product / divisor);
    }
}
END

/* Oracle: the compiler's 128-bit numbers; the rounding is written out. */
TEST(shifting_right_rounds_half_to_even) {
    dice d = {.state = 3};
    for (int i = 0; i < 40000; i++) {
        int bits = (int)dice_roll(&d, 130);
        wide a = roll_wide(&d, (int)dice_roll(&d, 120));
        if (bits > 0 && bits < 100 && i % 3 == 0)
            a = (a >> bits << bits) | (wide)1 << (bits - 1); /* exactly half */
        wide quotient = bits < 128 ? a >> bits : 0;
        wide rest = bits < 128 ? a - (quotient << bits) : a;
        wide half = bits > 0 && bits <= 128 ? (wide)1 << (bits - 1) : 0;
        if (half && (rest > half || (rest == half && quotient % 2 == 1)))
            quotient++;
        samen__big big = big_of(a);
        samen__big_shift_right_rounded(&big, bits);
        check_is(&big, quotient);
    }
}
END

TEST(shifting_right_by_nothing_or_less_changes_nothing) {
    samen__big big = big_of(12345);
    samen__big_shift_right_rounded(&big, 0);
    samen__big_shift_right_rounded(&big, -3);
    check_is(&big, 12345);
}
END

/* Oracle: doubling by adding the number to itself. */
TEST(shifting_left_doubles) {
    for (int32_t bits = 0; bits < 700; bits += 7) {
        samen__big shifted = big_of(0xDEADBEEF), doubled = shifted;
        samen__big_shift_left(&shifted, bits);
        for (int32_t i = 0; i < bits; i++) {
            samen__big same = doubled;
            samen__big_add(&doubled, &same);
        }
        ck_assert_int_eq(samen__big_compare(&shifted, &doubled), 0);
        ck_assert_int_eq(samen__big_bits(&shifted), 32 + bits);
    }
    samen__big zero = big_of(0);
    samen__big_shift_left(&zero, 100);
    check_is(&zero, 0);
}
END

TEST(powers_of_ten_have_their_digits) {
    static const int32_t powers[] = {0, 1, 8, 9, 10, 18, 19, 100, 345, 1000};
    for (size_t i = 0; i < sizeof powers / sizeof powers[0]; i++) {
        samen__big big = big_of(7);
        samen__big_multiply_power10(&big, powers[i]);
        const char *digits = digits_of(&big);
        ck_assert_int_eq(digits[0], '7');
        ck_assert_int_eq((int32_t)strlen(digits), powers[i] + 1);
        ck_assert_int_eq((int32_t)strspn(digits + 1, "0"), powers[i]);
    }
}
END

/* Oracle: the digits of 2^200, known from any table of powers. */
TEST(a_large_number_is_printed_by_dividing) {
    samen__big big = big_of(1);
    samen__big_shift_left(&big, 200);
    ck_assert_str_eq(digits_of(&big),
                     "1606938044258990275541962092341162602522202993782792835301376");
}
END

/* What comes behind the number must not be touched when it would grow beyond its words. */
TEST(a_number_never_grows_beyond_its_words) {
    struct {
        samen__big big;
        uint32_t behind;
    } full = {.behind = 0xABCD};
    full.big.count = SAMEN__BIG_WORDS;
    memset(full.big.word, 0xFF, sizeof full.big.word);
    samen__big before = full.big;
    samen__big_shift_left(&full.big, 1);
    ck_assert_int_eq(samen__big_compare(&full.big, &before), 0);
    samen__big_add(&full.big, &before);
    ck_assert_int_eq(full.big.count, SAMEN__BIG_WORDS);
    samen__big_multiply_add(&full.big, UINT32_MAX, UINT32_MAX);
    ck_assert_int_eq(full.big.count, SAMEN__BIG_WORDS);
    ck_assert_uint_eq(full.behind, 0xABCD);
}
END

SUITE("core/bignum", a_number_is_set_without_leading_words,
      sums_differences_and_order_are_those_of_whole_numbers,
      products_and_quotients_by_small_numbers_are_those_of_whole_numbers,
      shifting_right_rounds_half_to_even, shifting_right_by_nothing_or_less_changes_nothing,
      shifting_left_doubles, powers_of_ten_have_their_digits, a_large_number_is_printed_by_dividing,
      a_number_never_grows_beyond_its_words)
