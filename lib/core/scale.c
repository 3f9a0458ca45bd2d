/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Powers of five up to 5^27 fit into 64 bits, so that the product or quotient can be had exactly: its first
 * 64 bits, and whether anything comes after them, are all that rounding needs. The powers of two go into the
 * exponent. Complexity: O(1).
 *
 * Based on: W. D. Clinger, How to read floating point numbers accurately, PLDI 1990
 * (doi 10.1145/93542.93557); D. E. Knuth, The Art of Computer Programming, volume 2, algorithm 4.3.1 D. */
#include "core/scale.h"

#include <math.h>
#include <string.h>

enum {
    FRACTION_BITS = 52,
    EXPONENT_BIAS = 1075 /* value = fraction * 2^(field - 1075) */
};

static const uint64_t powers_of_five[SAMEN__SCALE_POWER + 1] = {1u,
                                                                5u,
                                                                25u,
                                                                125u,
                                                                625u,
                                                                3125u,
                                                                15625u,
                                                                78125u,
                                                                390625u,
                                                                1953125u,
                                                                9765625u,
                                                                48828125u,
                                                                244140625u,
                                                                1220703125u,
                                                                6103515625u,
                                                                30517578125u,
                                                                152587890625u,
                                                                762939453125u,
                                                                3814697265625u,
                                                                19073486328125u,
                                                                95367431640625u,
                                                                476837158203125u,
                                                                2384185791015625u,
                                                                11920928955078125u,
                                                                59604644775390625u,
                                                                298023223876953125u,
                                                                1490116119384765625u,
                                                                7450580596923828125u};

static double assemble(uint64_t fraction, int32_t field) {
    uint64_t bits = (uint64_t)field << FRACTION_BITS | (fraction & ((1ull << FRACTION_BITS) - 1));
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

double samen__scale_round(uint64_t quotient, int inexact, int32_t exponent) {
    int32_t drop = 11, field = exponent + 11 + EXPONENT_BIAS;
    if (field < 1) {
        drop += 1 - field;
        field = 1;
    }
    if (drop > 64)
        return 0.0;
    uint64_t fraction = drop == 64 ? 0 : quotient >> drop;
    uint64_t half = 1ull << (drop - 1);
    uint64_t rest = quotient & (half | (half - 1));
    if (rest > half || (rest == half && (inexact || (fraction & 1))))
        fraction++;
    if (fraction >> (FRACTION_BITS + 1)) {
        fraction >>= 1;
        field++;
    }
    if (!(fraction >> FRACTION_BITS))
        field = 0;
    return field >= 2047 ? HUGE_VAL : assemble(fraction, field);
}

/* Shift the highest bit that is 1 to the top; returns by how much. */
static int32_t raise(uint64_t *value) {
    int32_t shift = 0;
    for (int32_t step = 32; step > 0; step /= 2) {
        if (!(*value >> (64 - step))) {
            *value <<= step;
            shift += step;
        }
    }
    return shift;
}

static double multiply(uint64_t whole, uint64_t factor, int32_t exponent) {
    uint64_t a = whole >> 32, b = whole & 0xFFFFFFFFu, c = factor >> 32, d = factor & 0xFFFFFFFFu;
    uint64_t middle = a * d + (b * d >> 32), other = b * c + (middle & 0xFFFFFFFFu);
    uint64_t high = a * c + (middle >> 32) + (other >> 32), low = whole * factor;
    if (high == 0) {
        int32_t shift = raise(&low);
        return samen__scale_round(low, 0, exponent - shift);
    }
    int32_t shift = raise(&high);
    if (shift > 0)
        high |= low >> (64 - shift);
    return samen__scale_round(high, low << shift != 0, exponent + 64 - shift);
}

/* high * 2^64 over a divisor whose highest bit is 1 and which is above high: two digits of 32 bits. The
 * first guess at each, from the upper half of the divisor, is at most two too large. */
static uint64_t divide_long(uint64_t high, uint64_t low, uint64_t divisor, uint64_t *rest) {
    const uint64_t base = 1ull << 32;
    uint64_t upper = divisor >> 32, lower = divisor & (base - 1), quotient = 0;
    for (int digit = 1; digit >= 0; digit--) {
        uint64_t next = low >> (32 * digit) & (base - 1);
        uint64_t guess = high / upper, left = high % upper;
        while (guess >= base || guess * lower > (left << 32 | next)) {
            guess--;
            left += upper;
            if (left >= base)
                break;
        }
        high = (high << 32) + next - guess * divisor;
        quotient = quotient << 32 | guess;
    }
    *rest = high;
    return quotient;
}

static double divide(uint64_t whole, uint64_t divisor, int32_t exponent) {
    uint64_t rest, quotient;
    exponent += raise(&divisor) - raise(&whole);
    if (whole >= divisor) { /* one bit less, so that the quotient has 64 */
        quotient = divide_long(whole >> 1, whole << 63, divisor, &rest);
        exponent++;
    } else {
        quotient = divide_long(whole, 0, divisor, &rest);
    }
    return samen__scale_round(quotient, rest != 0, exponent - 64);
}

double samen__scale(uint64_t whole, int32_t power) {
    return power < 0 ? divide(whole, powers_of_five[-power], power)
                     : multiply(whole, powers_of_five[power], power);
}
