/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole numbers of up to 8192 bits: just enough arithmetic to read and print doubles exactly. */
#ifndef SAMEN_CORE_BIGNUM_H
#define SAMEN_CORE_BIGNUM_H

#include <stdint.h>

enum { SAMEN__BIG_WORDS = 256 };

typedef struct samen__big {
    int32_t count; /* words in use; 0 is zero */
    uint32_t word[SAMEN__BIG_WORDS];
} samen__big;

void samen__big_set(samen__big *big, uint64_t value);
void samen__big_multiply_add(samen__big *big, uint32_t factor, uint32_t addend);
void samen__big_multiply_power10(samen__big *big, int32_t exponent);
void samen__big_shift_left(samen__big *big, int32_t bits);
/* Shift right, rounding half to even. */
void samen__big_shift_right_rounded(samen__big *big, int32_t bits);
void samen__big_add(samen__big *big, const samen__big *other);
/* big -= other, which must not be larger. */
void samen__big_subtract(samen__big *big, const samen__big *other);
int samen__big_compare(const samen__big *a, const samen__big *b);
/* Divide by a small number in place; returns the remainder. */
uint32_t samen__big_divide_small(samen__big *big, uint32_t divisor);
int32_t samen__big_bits(const samen__big *big);

#endif
