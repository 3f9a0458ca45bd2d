/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting in 512 lanes at once: a mask has a bit for each lane, and a counter has for each power of two
 * a mask of the lanes in whose count it stands. Adding a mask is adding in binary with whole masks for
 * digits. Eight masks are added up at a time by a tree of full adders; what they carry is added further up,
 * where a carry waits at its level until there are two.
 *
 * Based on: W. Mula, N. Kurz and D. Lemire, Faster population counts using AVX2 instructions, The
 * Computer Journal 61(1), 2018 (doi 10.1093/comjnl/bxx046). */
#ifndef SAMEN_KERNELS_BIT_COUNTER_H
#define SAMEN_KERNELS_BIT_COUNTER_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { SAMEN__MASK_WORDS = 16, SAMEN__MASK_LANES = 512, SAMEN__COUNTER_LEVELS = 62 };

/* Lane number b * 16 + w is bit b of word w, so that the same bit of all words is 16 lanes in a row. */

typedef uint32_t samen__mask __attribute__((vector_size(64)));

enum { SAMEN__COUNTER_TREE = 8 }; /* masks that are added up together: 2^3 */

typedef struct samen__counter {
    samen__mask digit[SAMEN__COUNTER_LEVELS];
    samen__mask carry[SAMEN__COUNTER_LEVELS]; /* waiting at the levels in `waits` */
    samen__mask queue[SAMEN__COUNTER_TREE];   /* waiting to be added up */
    uint64_t waits;
    int32_t levels; /* whose digits are in use */
    int32_t queued;
} samen__counter;

static inline void samen__counter_clear(samen__counter *c) {
    c->waits = 0;
    c->levels = c->queued = 0;
}

/* Full adder: a becomes the sum of the three digits, and what they carry is put into `carry`. */
static inline void samen__counter_sum(samen__mask *a, const samen__mask *b, const samen__mask *m,
                                      samen__mask *carry) {
    samen__mask x = *a, y = *b, z = *m, one = x ^ y;
    *a = one ^ z;
    *carry = (x & y) | (one & z);
}

/* Add 2^level in the lanes of the mask. */
static inline void samen__counter_put(samen__counter *c, const samen__mask *mask, int32_t level) {
    samen__mask m = *mask;
    while (c->levels <= level)
        memset(&c->digit[c->levels++], 0, sizeof m);
    while (c->waits >> level & 1) {
        samen__counter_sum(&c->digit[level], &c->carry[level], &m, &m);
        c->waits &= ~(1ull << level++);
        if (c->levels <= level)
            memset(&c->digit[c->levels++], 0, sizeof m);
    }
    c->carry[level] = m;
    c->waits |= 1ull << level;
}

/* The tree: eight ones, four twos, two fours, an eight. No carry waits at levels 0 to 2. */
static inline void samen__counter_tree(samen__counter *c) {
    samen__mask *q = c->queue, *digit = c->digit, two[4], four[2], eight;
    while (c->levels < 3)
        memset(&digit[c->levels++], 0, sizeof *digit);
    for (int i = 0; i < 4; i++)
        samen__counter_sum(&digit[0], &q[2 * i], &q[2 * i + 1], &two[i]);
    for (int i = 0; i < 2; i++)
        samen__counter_sum(&digit[1], &two[2 * i], &two[2 * i + 1], &four[i]);
    samen__counter_sum(&digit[2], &four[0], &four[1], &eight);
    samen__counter_put(c, &eight, 3);
    c->queued = 0;
}

/* The place of the next mask: what is written there will be added once. */
static inline samen__mask *samen__counter_next(samen__counter *c) {
    if (c->queued == SAMEN__COUNTER_TREE)
        samen__counter_tree(c);
    return &c->queue[c->queued++];
}

/* Add up what is still waiting in the queue. */
static inline void samen__counter_finish(samen__counter *c) {
    if (c->queued == SAMEN__COUNTER_TREE)
        samen__counter_tree(c);
    for (; c->queued > 0; c->queued--)
        samen__counter_put(c, &c->queue[c->queued - 1], 0);
}

/* Add a number in the lanes of the mask; afterwards nothing may be queued any more. */
static inline void samen__counter_put_times(samen__counter *c, const samen__mask *mask,
                                            uint64_t times) {
    for (; times; times &= times - 1)
        samen__counter_put(c, mask, __builtin_ctzll(times));
}

/* Let no carry wait any more: digits say it all. */
static inline void samen__counter_settle(samen__counter *c) {
    static const samen__mask nothing = {0};
    samen__counter_finish(c);
    for (int32_t level = 0; c->waits; level++) {
        if (!(c->waits >> level & 1))
            continue;
        samen__mask m = c->carry[level];
        c->waits &= ~(1ull << level);
        samen__counter_sum(&c->digit[level], &m, &nothing, &m);
        uint32_t any = 0;
        for (int w = 0; w < SAMEN__MASK_WORDS; w++)
            any |= m[w];
        if (any)
            samen__counter_put(c, &m, level + 1);
    }
}

/* The counts of all lanes. */
static inline void samen__counter_read(samen__counter *c, int64_t *count) {
    samen__counter_settle(c);
    memset(count, 0, SAMEN__MASK_LANES * sizeof *count);
    for (int32_t top = c->levels; top > 0; top -= 32) {
        int32_t from = top > 32 ? top - 32 : 0;
        for (int b = 0; b < 32; b++) {
            int64_t *lanes = count + (ptrdiff_t)b * SAMEN__MASK_WORDS;
            samen__mask part = {0};
            for (int32_t level = top - 1; level >= from; level--)
                part = part << 1 | (c->digit[level] >> b & 1);
            for (int w = 0; w < SAMEN__MASK_WORDS; w++)
                lanes[w] = lanes[w] << (top - from) | part[w];
        }
    }
}

#endif
