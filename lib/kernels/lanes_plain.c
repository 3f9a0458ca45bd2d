/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two doubles to a register, as almost every processor has them, and masks looked up. */
#include <stdint.h>

#include "kernels/lanes_sweep.h"

#define INLINE static inline __attribute__((always_inline))

enum { WIDTH = 2 };
typedef double chunk __attribute__((vector_size(WIDTH * sizeof(double)), may_alias));
typedef int64_t chunk_bits __attribute__((vector_size(WIDTH * sizeof(int64_t))));

static const chunk_bits bits[4] = {{0, 0}, {-1, 0}, {0, -1}, {-1, -1}};

INLINE chunk spread(double value) {
    return (chunk){value, value};
}

INLINE chunk where(unsigned set, chunk values) {
    return (chunk)((chunk_bits)values & bits[set & 3]);
}

INLINE chunk choose(unsigned set, chunk one, chunk other) {
    return (chunk)(((chunk_bits)one & bits[set & 3]) | ((chunk_bits)other & ~bits[set & 3]));
}

INLINE chunk add_where(unsigned set, chunk sum, chunk more) {
    return sum + where(set, more);
}

INLINE double fold(chunk values) {
    return values[0] + values[1];
}

typedef float slim __attribute__((vector_size(2 * WIDTH * sizeof(float)), may_alias));
typedef int32_t slim_bits __attribute__((vector_size(2 * WIDTH * sizeof(int32_t))));

#define ROW(set)                                                                                   \
    { -((set)&1), -((set) >> 1 & 1), -((set) >> 2 & 1), -((set) >> 3 & 1) }
static const slim_bits few_bits[16] = {ROW(0),  ROW(1),  ROW(2),  ROW(3), ROW(4),  ROW(5),
                                       ROW(6),  ROW(7),  ROW(8),  ROW(9), ROW(10), ROW(11),
                                       ROW(12), ROW(13), ROW(14), ROW(15)};

INLINE slim slim_spread(float value) {
    return (slim){value, value, value, value};
}

INLINE slim slim_choose(unsigned set, slim one, slim other) {
    return (slim)(((slim_bits)one & few_bits[set & 15]) | ((slim_bits)other & ~few_bits[set & 15]));
}

INLINE slim slim_add_where(unsigned set, slim sum, slim more) {
    return sum + (slim)((slim_bits)more & few_bits[set & 15]);
}

INLINE slim slim_larger(slim one, slim other) {
    slim_bits is_larger = one > other;
    return (slim)(((slim_bits)one & is_larger) | ((slim_bits)other & ~is_larger));
}

INLINE unsigned slim_over(slim values) {
    slim_bits over = values >= slim_spread(FIRST_INEXACT);
    return (over[0] | over[1] | over[2] | over[3]) != 0;
}

INLINE chunk widen(const float *values) {
    return (chunk){values[0], values[1]};
}

#define SAMEN__SWEEP samen__lane_sweep_plain
#include "kernels/lanes_sweep.inc"
