/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scale.h"

#include "graphs.h"
#include "suite.h"

static void expect_scaled(uint64_t whole, int32_t power) {
    char text[64];
    snprintf(text, sizeof text, "%llue%d", (unsigned long long)whole, power);
    double value = samen__scale(whole, power), expected = strtod(text, NULL);
    ck_assert_msg(memcmp(&value, &expected, sizeof value) == 0, "%s gives %.17g", text, value);
}

/* Oracle: strtod, to the bit; every power, whole numbers of every number of digits. */
TEST(whole_numbers_are_scaled_to_the_nearest_double) {
    dice d = {.state = 1};
    uint64_t below[SAMEN__SCALE_DIGITS + 1] = {1};
    for (int digits = 1; digits <= SAMEN__SCALE_DIGITS; digits++)
        below[digits] = below[digits - 1] * 10;
    for (int32_t power = -SAMEN__SCALE_POWER; power <= SAMEN__SCALE_POWER; power++) {
        for (int digits = 1; digits <= SAMEN__SCALE_DIGITS; digits++) {
            expect_scaled(below[digits] - 1, power);
            expect_scaled(below[digits - 1], power);
            for (int i = 0; i < 500; i++)
                expect_scaled(1 + dice_roll(&d, below[digits] - 1), power);
        }
    }
}
END

/* Half way between two doubles, and one unit beside: 2^53 + 1 and its like, times and over powers of ten. */
TEST(halves_are_rounded_to_even) {
    for (uint64_t odd = 0; odd < 64; odd++) {
        uint64_t half = (1ull << 53) + 2 * odd + 1;
        for (int32_t power = -SAMEN__SCALE_POWER; power <= SAMEN__SCALE_POWER; power++) {
            for (int64_t beside = -1; beside <= 1; beside++) {
                expect_scaled(half + (uint64_t)beside, power);
                expect_scaled(5 * half + (uint64_t)beside, power);
                expect_scaled(625 * half + (uint64_t)beside, power);
            }
        }
    }
}
END

/* Oracle: ldexp, which rounds the ends of the range as any other number. */
TEST(bits_are_rounded_also_where_doubles_end) {
    dice d = {.state = 2};
    for (int i = 0; i < 200000; i++) {
        uint64_t bits = dice_roll(&d, UINT64_MAX) | 1ull << 63;
        int32_t exponent =
            i % 2 ? -1150 + (int32_t)dice_roll(&d, 100) : 950 + (int32_t)dice_roll(&d, 20);
        if (i % 3 == 0)
            bits = (bits & ~0xFFFull) | 0x400;
        long double exact = ldexpl((long double)bits, exponent);
        double value = samen__scale_round(bits, 0, exponent), expected = (double)exact;
        ck_assert_msg(value == expected, "%llx times 2^%d gives %a, not %a",
                      (unsigned long long)bits, exponent, value, expected);
    }
}
END

SUITE("core/scale", whole_numbers_are_scaled_to_the_nearest_double, halves_are_rounded_to_even,
      bits_are_rounded_also_where_doubles_end)
