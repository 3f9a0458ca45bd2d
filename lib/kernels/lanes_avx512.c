/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eight lanes to a register, and masks in registers of their own. */
#include <immintrin.h>

#define INLINE static inline __attribute__((always_inline))

enum { WIDTH = 8 };
typedef __m512d chunk;

INLINE chunk spread(double value) {
    return _mm512_set1_pd(value);
}

INLINE chunk where(unsigned set, chunk values) {
    return _mm512_maskz_mov_pd((__mmask8)set, values);
}

INLINE chunk choose(unsigned set, chunk one, chunk other) {
    return _mm512_mask_mov_pd(other, (__mmask8)set, one);
}

INLINE chunk add_where(unsigned set, chunk sum, chunk more) {
    return _mm512_mask_add_pd(sum, (__mmask8)set, sum, more);
}

INLINE double fold(chunk values) {
    __m256d four = _mm256_add_pd(_mm512_castpd512_pd256(values), _mm512_extractf64x4_pd(values, 1));
    __m128d two = _mm_add_pd(_mm256_castpd256_pd128(four), _mm256_extractf128_pd(four, 1));
    return two[0] + two[1];
}

#define SAMEN__SWEEP samen__lane_sweep_avx512
#include "kernels/lanes_sweep.inc"
