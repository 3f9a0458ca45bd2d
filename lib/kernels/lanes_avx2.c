/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four doubles to a register, and masks looked up. */
#include <immintrin.h>
#include <stdint.h>

#include "kernels/lanes_sweep.h"

#define INLINE static inline __attribute__((always_inline))

enum { WIDTH = 4 };
typedef __m256d chunk;

#define ROW(set)                                                                                   \
    {                                                                                              \
        -(int64_t)((set)&1), -(int64_t)((set) >> 1 & 1), -(int64_t)((set) >> 2 & 1),               \
            -(int64_t)((set) >> 3 & 1)                                                             \
    }
static const int64_t bits[16][WIDTH] __attribute__((aligned(32))) = {
    ROW(0), ROW(1), ROW(2),  ROW(3),  ROW(4),  ROW(5),  ROW(6),  ROW(7),
    ROW(8), ROW(9), ROW(10), ROW(11), ROW(12), ROW(13), ROW(14), ROW(15)};

INLINE chunk mask_of(unsigned set) {
    return _mm256_castsi256_pd(_mm256_load_si256((const __m256i *)(const void *)bits[set & 15]));
}

INLINE chunk spread(double value) {
    return _mm256_set1_pd(value);
}

INLINE chunk where(unsigned set, chunk values) {
    return _mm256_and_pd(mask_of(set), values);
}

INLINE chunk choose(unsigned set, chunk one, chunk other) {
    return _mm256_blendv_pd(other, one, mask_of(set));
}

INLINE chunk add_where(unsigned set, chunk sum, chunk more) {
    return sum + where(set, more);
}

INLINE double fold(chunk values) {
    __m128d two = _mm_add_pd(_mm256_castpd256_pd128(values), _mm256_extractf128_pd(values, 1));
    return two[0] + two[1];
}

typedef __m256 slim;

INLINE slim slim_mask(unsigned set) {
    const __m256i bit = _mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128);
    __m256i mine = _mm256_and_si256(_mm256_set1_epi32((int)set), bit);
    return _mm256_castsi256_ps(_mm256_cmpeq_epi32(mine, bit));
}

INLINE slim slim_spread(float value) {
    return _mm256_set1_ps(value);
}

INLINE slim slim_choose(unsigned set, slim one, slim other) {
    return _mm256_blendv_ps(other, one, slim_mask(set));
}

INLINE slim slim_add_where(unsigned set, slim sum, slim more) {
    return sum + _mm256_and_ps(slim_mask(set), more);
}

INLINE slim slim_larger(slim one, slim other) {
    return _mm256_max_ps(one, other);
}

INLINE unsigned slim_over(slim values) {
    return (unsigned)_mm256_movemask_ps(
        _mm256_cmp_ps(values, slim_spread(FIRST_INEXACT), _CMP_GE_OQ));
}

INLINE chunk widen(const float *values) {
    return _mm256_cvtps_pd(_mm_load_ps(values));
}

#define SAMEN__SWEEP samen__lane_sweep_avx2
#include "kernels/lanes_sweep.inc"
