/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/random.h"

#include "suite.h"

/* The sum of (seen - expected)^2 / expected. With `kinds` - 1 degrees of freedom its mean is
 * that and its standard deviation sqrt(2 (kinds - 1)): five of them above is beyond chance. */
static void check_even(const int64_t *seen, int64_t kinds, int64_t draws) {
    double expected = (double)draws / (double)kinds, sum = 0;
    for (int64_t i = 0; i < kinds; i++)
        sum += ((double)seen[i] - expected) * ((double)seen[i] - expected) / expected;
    double freedom = (double)(kinds - 1);
    ck_assert_msg(sum < freedom + 5 * sqrt(2 * freedom), "chi-square %g of %g", sum, freedom);
}

/* Oracle: the known answers that Random123 publishes for Philox-4x32-10 (kat_vectors). */
TEST(the_generator_gives_the_published_numbers) {
    static const struct {
        uint32_t counter[4], key[2], expected[4];
    } cases[] = {
        {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
        {{UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX},
         {UINT32_MAX, UINT32_MAX},
         {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
        {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
         {0xa4093822, 0x299f31d0},
         {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__random random = samen__random_start(0, 0, 0);
        memcpy(random.counter, cases[i].counter, sizeof random.counter);
        memcpy(random.key, cases[i].key, sizeof random.key);
        for (int k = 0; k < 4; k++)
            ck_assert_uint_eq(samen__random_next(&random), cases[i].expected[k]);
    }
}
END

TEST(seed_purpose_and_replicate_make_the_key_and_the_counter) {
    samen__random random =
        samen__random_start(0x299f31d0a4093822u, 0x85a308d3, 0x0370734413198a2eu);
    random.counter[0] = 0x243f6a88;
    ck_assert_uint_eq(samen__random_next(&random), 0xd16cfe09);
}
END

TEST(blocks_are_counted_up_from_zero) {
    samen__random random = samen__random_start(7, 8, 9);
    for (uint32_t block = 0; block < 10; block++) {
        samen__random alone = samen__random_start(7, 8, 9);
        alone.counter[0] = block;
        for (int k = 0; k < 4; k++)
            ck_assert_uint_eq(samen__random_next(&random), samen__random_next(&alone));
    }
}
END

TEST(another_seed_purpose_or_replicate_gives_other_numbers) {
    static const struct {
        uint64_t seed;
        uint32_t purpose;
        uint64_t replicate;
    } cases[] = {
        {1, 1, 1}, {2, 1, 1}, {1, 2, 1}, {1, 1, 2}, {1ull << 32 | 1, 1, 1}, {1, 1, 1ull << 32 | 1}};
    uint32_t first[6];
    for (size_t i = 0; i < 6; i++) {
        samen__random random =
            samen__random_start(cases[i].seed, cases[i].purpose, cases[i].replicate);
        first[i] = samen__random_next(&random);
        for (size_t j = 0; j < i; j++)
            ck_assert_uint_ne(first[i], first[j]);
    }
}
END

/* Oracle: chi-square against the even distribution, of a fixed seed. */
TEST(numbers_below_a_limit_are_all_as_likely) {
    enum { DRAWS = 200000 };
    static const uint64_t limits[] = {2, 3, 6, 7, 10, 100, 1000};
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        int64_t seen[1000] = {0};
        samen__random random = samen__random_start(11, 0, i);
        for (int k = 0; k < DRAWS; k++) {
            uint64_t value = samen__random_below(&random, limits[i]);
            if (value >= limits[i])
                ck_abort_msg("%llu is drawn", (unsigned long long)value);
            seen[value]++;
        }
        check_even(seen, (int64_t)limits[i], DRAWS);
    }
}
END

/* Limits near the width of the generator, where scaling without rejection would draw every third
 * number twice as often, or the lower half of the range. Oracle: chi-square of the rest by
 * three, and of the third of the range that the number is in. */
TEST(large_limits_do_not_favour_any_number) {
    enum { DRAWS = 60000 };
    static const uint64_t limits[] = {3ull << 30,  3ull << 29,  4294967294u,
                                      4294967295u, 4294967296u, 4294967298u,
                                      3ull << 40,  3ull << 62,  UINT64_MAX};
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        int64_t by_rest[3] = {0}, by_third[3] = {0};
        samen__random random = samen__random_start(12, 0, i);
        for (int k = 0; k < DRAWS; k++) {
            uint64_t value = samen__random_below(&random, limits[i]);
            if (value >= limits[i])
                ck_abort_msg("%llu is drawn", (unsigned long long)value);
            by_rest[value % 3]++;
            by_third[value / (limits[i] / 3 + 1)]++;
        }
        check_even(by_rest, 3, DRAWS);
        check_even(by_third, 3, DRAWS);
    }
}
END

TEST(below_one_there_is_only_zero) {
    samen__random random = samen__random_start(1, 0, 0);
    for (int i = 0; i < 100; i++)
        ck_assert_uint_eq(samen__random_below(&random, 1), 0);
}
END

/* Oracle: chi-square over the 24 orders of four items. */
TEST(all_orders_are_as_likely_after_shuffling) {
    enum { DRAWS = 48000 };
    int64_t seen[256] = {0}, orders[24] = {0}, kinds = 0;
    for (int k = 0; k < DRAWS; k++) {
        samen__random random = samen__random_start(13, 0, (uint64_t)k);
        int32_t items[4] = {0, 1, 2, 3};
        samen__random_shuffle(&random, items, 4);
        seen[items[0] << 6 | items[1] << 4 | items[2] << 2 | items[3]]++;
    }
    for (int i = 0; i < 256; i++) {
        if (seen[i] > 0) {
            ck_assert_int_lt(kinds, 24);
            orders[kinds++] = seen[i];
        }
    }
    ck_assert_int_eq(kinds, 24);
    check_even(orders, 24, DRAWS);
}
END

TEST(shuffling_keeps_every_item) {
    int32_t items[1000], seen[1000] = {0}, moved = 0;
    for (int32_t i = 0; i < 1000; i++)
        items[i] = i;
    samen__random random = samen__random_start(14, 0, 0);
    samen__random_shuffle(&random, items, 1000);
    for (int32_t i = 0; i < 1000; i++) {
        seen[items[i]]++;
        moved += items[i] != i;
    }
    for (int32_t i = 0; i < 1000; i++)
        ck_assert_int_eq(seen[i], 1);
    ck_assert_int_gt(moved, 900);
    int32_t one[] = {5, 6};
    samen__random_shuffle(&random, one, 1);
    samen__random_shuffle(&random, one, 0);
    ck_assert_int_eq(one[0], 5);
    ck_assert_int_eq(one[1], 6);
}
END

SUITE("core/random", the_generator_gives_the_published_numbers,
      seed_purpose_and_replicate_make_the_key_and_the_counter, blocks_are_counted_up_from_zero,
      another_seed_purpose_or_replicate_gives_other_numbers,
      numbers_below_a_limit_are_all_as_likely, large_limits_do_not_favour_any_number,
      below_one_there_is_only_zero, all_orders_are_as_likely_after_shuffling,
      shuffling_keeps_every_item)
