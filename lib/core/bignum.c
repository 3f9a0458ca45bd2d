/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/bignum.h"

#include <string.h>

static void trim(samen__big *big) {
    while (big->count > 0 && big->word[big->count - 1] == 0)
        big->count--;
}

void samen__big_set(samen__big *big, uint64_t value) {
    big->word[0] = (uint32_t)value;
    big->word[1] = (uint32_t)(value >> 32);
    big->count = 2;
    trim(big);
}

void samen__big_multiply_add(samen__big *big, uint32_t factor, uint32_t addend) {
    uint64_t carry = addend;
    for (int32_t i = 0; i < big->count; i++) {
        carry += (uint64_t)big->word[i] * factor;
        big->word[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry && big->count < SAMEN__BIG_WORDS)
        big->word[big->count++] = (uint32_t)carry;
}

void samen__big_multiply_power10(samen__big *big, int32_t exponent) {
    for (; exponent >= 9; exponent -= 9)
        samen__big_multiply_add(big, 1000000000u, 0);
    for (; exponent > 0; exponent--)
        samen__big_multiply_add(big, 10u, 0);
}

void samen__big_shift_left(samen__big *big, int32_t bits) {
    int32_t words = bits / 32, rest = bits % 32;
    if (big->count == 0 || big->count + words + 1 > SAMEN__BIG_WORDS)
        return;
    memmove(big->word + words, big->word, (size_t)big->count * sizeof big->word[0]);
    memset(big->word, 0, (size_t)words * sizeof big->word[0]);
    big->count += words;
    uint32_t carry = 0;
    for (int32_t i = words; rest && i < big->count; i++) {
        uint32_t word = big->word[i];
        big->word[i] = word << rest | carry;
        carry = word >> (32 - rest);
    }
    if (carry)
        big->word[big->count++] = carry;
}

static uint32_t bit_at(const samen__big *big, int32_t bit) {
    return bit / 32 < big->count ? big->word[bit / 32] >> (bit % 32) & 1u : 0;
}

void samen__big_shift_right_rounded(samen__big *big, int32_t bits) {
    if (bits <= 0)
        return;
    uint32_t half = bit_at(big, bits - 1), below = 0;
    for (int32_t i = 0; i < bits - 1 && !below; i++)
        below = bit_at(big, i);
    int32_t words = bits / 32, rest = bits % 32;
    int32_t kept = big->count > words ? big->count - words : 0;
    for (int32_t i = 0; i < kept; i++) {
        uint64_t pair = big->word[i + words];
        if (i + words + 1 < big->count)
            pair |= (uint64_t)big->word[i + words + 1] << 32;
        big->word[i] = (uint32_t)(pair >> rest);
    }
    big->count = kept;
    trim(big);
    if (half && (below || bit_at(big, 0))) {
        samen__big one;
        samen__big_set(&one, 1);
        samen__big_add(big, &one);
    }
}

void samen__big_add(samen__big *big, const samen__big *other) {
    uint64_t carry = 0;
    for (int32_t i = 0; i < other->count || i < big->count || carry; i++) {
        if (i == SAMEN__BIG_WORDS)
            return;
        if (i == big->count)
            big->word[big->count++] = 0;
        carry += (uint64_t)big->word[i] + (i < other->count ? other->word[i] : 0);
        big->word[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

void samen__big_subtract(samen__big *big, const samen__big *other) {
    int64_t borrow = 0;
    for (int32_t i = 0; i < big->count; i++) {
        int64_t word = (int64_t)big->word[i] - (i < other->count ? other->word[i] : 0) + borrow;
        big->word[i] = (uint32_t)word;
        borrow = word < 0 ? -1 : 0;
    }
    trim(big);
}

int samen__big_compare(const samen__big *a, const samen__big *b) {
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (int32_t i = a->count - 1; i >= 0; i--) {
        if (a->word[i] != b->word[i])
            return a->word[i] < b->word[i] ? -1 : 1;
    }
    return 0;
}

uint32_t samen__big_divide_small(samen__big *big, uint32_t divisor) {
    uint64_t rest = 0;
    for (int32_t i = big->count - 1; i >= 0; i--) {
        rest = rest << 32 | big->word[i];
        big->word[i] = (uint32_t)(rest / divisor);
        rest %= divisor;
    }
    trim(big);
    return (uint32_t)rest;
}

int32_t samen__big_bits(const samen__big *big) {
    if (big->count == 0)
        return 0;
    int32_t bits = 32 * (big->count - 1);
    for (uint32_t top = big->word[big->count - 1]; top; top >>= 1)
        bits++;
    return bits;
}
