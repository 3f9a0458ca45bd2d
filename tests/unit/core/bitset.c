/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/bitset.h"

#include "graphs.h"
#include "suite.h"

TEST(bits_take_as_many_words_as_they_need) {
    static const int64_t cases[][2] = {{0, 0},  {1, 1},   {63, 1},  {64, 1},
                                       {65, 2}, {128, 2}, {129, 3}, {1000, 16}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_int_eq(samen__bitset_words(cases[i][0]), cases[i][1]);
}
END

/* Oracle: one byte for each bit. */
TEST(each_bit_is_set_and_cleared_alone) {
    enum { BITS = 200 };
    uint64_t set[4] = {0};
    unsigned char plain[BITS] = {0};
    dice d = {.state = 1};
    for (int i = 0; i < 5000; i++) {
        int64_t bit = (int64_t)dice_roll(&d, BITS);
        int value = (int)dice_roll(&d, 3); /* 2 counts as set, too */
        samen__bitset_put(set, bit, value);
        plain[bit] = value != 0;
        for (int64_t other = 0; other < BITS; other++) {
            if (samen__bitset_get(set, other) != plain[other])
                ck_abort_msg("bit %lld changed with bit %lld", (long long)other, (long long)bit);
        }
    }
    ck_assert_uint_eq(set[3] >> (BITS - 192), 0);
}
END

TEST(the_first_bit_is_the_lowest_of_the_first_byte) {
    uint64_t set[2] = {0};
    samen__bitset_put(set, 0, 1);
    samen__bitset_put(set, 9, 1);
    samen__bitset_put(set, 64, 1);
    const unsigned char *bytes = (const unsigned char *)set;
    ck_assert_int_eq(bytes[0], 1);
    ck_assert_int_eq(bytes[1], 2);
    ck_assert_int_eq(bytes[8], 1);
}
END

/* Oracle: counting bit by bit. */
TEST(bits_are_counted_and_the_lowest_is_found) {
    dice d = {.state = 2};
    for (int i = 0; i < 10000; i++) {
        uint64_t word = dice_roll(&d, UINT64_MAX) & dice_roll(&d, UINT64_MAX);
        word |= i < 64 ? 1ull << i : 0;
        int count = 0, lowest = -1;
        for (int bit = 63; bit >= 0; bit--) {
            count += (int)(word >> bit & 1);
            lowest = word >> bit & 1 ? bit : lowest;
        }
        ck_assert_int_eq(samen__popcount(word), count);
        if (word)
            ck_assert_int_eq(samen__lowest_bit(word), lowest);
    }
    ck_assert_int_eq(samen__popcount(0), 0);
    ck_assert_int_eq(samen__popcount(UINT64_MAX), 64);
    ck_assert_int_eq(samen__lowest_bit(1ull << 63), 63);
}
END

SUITE("core/bitset", bits_take_as_many_words_as_they_need, each_bit_is_set_and_cleared_alone,
      the_first_bit_is_the_lowest_of_the_first_byte, bits_are_counted_and_the_lowest_is_found)
