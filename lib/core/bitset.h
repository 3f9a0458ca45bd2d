/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bits in 64-bit words, least significant first: the layout of Arrow's validity and boolean bitmaps
 * on a little-endian machine. */
#ifndef SAMEN_CORE_BITSET_H
#define SAMEN_CORE_BITSET_H

#include <stdint.h>

static inline int64_t samen__bitset_words(int64_t bits) {
    return (bits + 63) / 64;
}

static inline int samen__bitset_get(const uint64_t *set, int64_t bit) {
    return (int)(set[bit / 64] >> (bit % 64) & 1u);
}

static inline void samen__bitset_put(uint64_t *set, int64_t bit, int value) {
    uint64_t mask = 1ull << (bit % 64);
    set[bit / 64] = value ? set[bit / 64] | mask : set[bit / 64] & ~mask;
}

static inline int samen__popcount(uint64_t word) {
    return __builtin_popcountll(word);
}

/* The position of the lowest bit that is set; word must not be 0. */
static inline int samen__lowest_bit(uint64_t word) {
    return __builtin_ctzll(word);
}

#endif
