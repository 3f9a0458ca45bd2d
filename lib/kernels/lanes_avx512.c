/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eight doubles to a register, and masks in registers of their own. */
#include <immintrin.h>

#include "kernels/lanes_sweep.h"

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

typedef __m512 slim;

INLINE slim slim_spread(float value) {
    return _mm512_set1_ps(value);
}

INLINE slim slim_choose(unsigned set, slim one, slim other) {
    return _mm512_mask_mov_ps(other, (__mmask16)set, one);
}

INLINE slim slim_add_where(unsigned set, slim sum, slim more) {
    return _mm512_mask_add_ps(sum, (__mmask16)set, sum, more);
}

INLINE slim slim_larger(slim one, slim other) {
    return _mm512_max_ps(one, other);
}

INLINE unsigned slim_over(slim values) {
    return _mm512_cmp_ps_mask(values, slim_spread(FIRST_INEXACT), _CMP_GE_OQ);
}

INLINE chunk widen(const float *values) {
    return _mm512_cvtps_pd(_mm256_load_ps(values));
}

#define SAMEN__SWEEP samen__lane_sweep_avx512
#include "kernels/lanes_sweep.inc"
