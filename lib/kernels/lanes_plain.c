/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lanes to a register, as almost every processor has them, and masks looked up. */
#include <stdint.h>

#define INLINE static inline __attribute__((always_inline))

enum { WIDTH = 2 };
typedef double chunk __attribute__((vector_size(WIDTH * sizeof(double))));
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

#define SAMEN__SWEEP samen__lane_sweep_plain
#include "kernels/lanes_sweep.inc"
