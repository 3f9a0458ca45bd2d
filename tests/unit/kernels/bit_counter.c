/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/bit_counter.h"

#include "graphs.h"
#include "suite.h"

enum { LANES = SAMEN__MASK_LANES, WORDS = SAMEN__MASK_WORDS };

static samen__counter counter;

/* A mask at random, and what it adds to the lanes. */
static void roll(dice *d, int64_t times, int64_t *expected, samen__mask *out) {
    samen__mask mask = {0};
    for (int lane = 0; lane < LANES; lane++) {
        uint32_t bit = (uint32_t)dice_roll(d, 2);
        mask[lane % WORDS] |= bit << (lane / WORDS);
        expected[lane] += bit * times;
    }
    *out = mask;
}

/* Oracle: counting lane by lane. Every number of masks up to where several trees are full, then some put
 * further up, as those who weigh masks do. */
TEST(lanes_are_counted_by_themselves) {
    dice d = {.state = 92};
    for (int masks = 0; masks < 150; masks++) {
        int64_t expected[LANES] = {0}, count[LANES];
        samen__counter_clear(&counter);
        for (int i = 0; i < masks; i++)
            roll(&d, 1, expected, samen__counter_next(&counter));
        samen__counter_read(&counter, count);
        ck_assert_mem_eq(count, expected, sizeof count);
        for (int i = 0; i < masks % 7; i++) {
            int64_t times = (int64_t)dice_roll(&d, i % 2 ? 40 : 1ull << 33);
            samen__mask mask;
            roll(&d, times, expected, &mask);
            samen__counter_put_times(&counter, &mask, (uint64_t)times);
        }
        samen__counter_read(&counter, count);
        ck_assert_mem_eq(count, expected, sizeof count);
    }
}
END

/* A carry through all levels: 2^k - 1 of the full mask and one more. */
TEST(carries_go_up_to_new_levels) {
    for (int level = 1; level < 45; level += 7) {
        int64_t count[LANES];
        samen__mask all = ~(samen__mask){0};
        samen__counter_clear(&counter);
        samen__counter_put_times(&counter, &all, (1ull << level) - 1);
        samen__counter_put_times(&counter, &all, (1ull << level) - 1);
        samen__counter_put_times(&counter, &all, 1);
        samen__counter_read(&counter, count);
        for (int lane = 0; lane < LANES; lane++)
            ck_assert_int_eq(count[lane], (2ll << level) - 1);
        samen__counter_put_times(&counter, &all, 1);
        samen__counter_read(&counter, count);
        ck_assert_int_eq(count[0], 2ll << level);
    }
}
END

SUITE("unit/kernels/bit_counter", lanes_are_counted_by_themselves, carries_go_up_to_new_levels)
