/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: W. D. Clinger, How to read floating point numbers accurately, PLDI 1990
 * (doi 10.1145/93542.93557); G. L. Steele and J. L. White, How to print floating-point numbers
 * accurately, PLDI 1990 (doi 10.1145/93542.93559). Short numbers take one exact operation of the
 * machine; all others go through whole-number arithmetic. */
#include "core/number.h"

#include <math.h>
#include <string.h>

#include "core/bignum.h"
#include "core/scale.h"

enum {
    FRACTION_BITS = 52,
    EXPONENT_BIAS = 1075, /* value = fraction * 2^(field - 1075) */
    MOST_DIGITS = 800,    /* more than any midpoint between two doubles has */
    HIGHEST_POWER = 310,
    LOWEST_POWER = -345,
    LONGEST_SHORT = 30
};

typedef struct decimal {
    int negative;
    int32_t digits;   /* kept in digit[], without leading zeros */
    int32_t dropped;  /* a digit other than 0 came after the last kept one */
    int64_t exponent; /* value = 0.d1d2d3... * 10^exponent */
    char digit[MOST_DIGITS + 1];
} decimal;

static int is_digit(char c) {
    return c >= '0' && c <= '9';
}

static samen__number_kind parse_word(const char *bytes, int64_t length) {
    static const struct {
        const char *word;
        samen__number_kind kind;
    } words[] = {{"nan", SAMEN__NUMBER_NAN},
                 {"inf", SAMEN__NUMBER_INFINITE},
                 {"infinity", SAMEN__NUMBER_INFINITE}};
    if (length > 0 && (*bytes == '-' || *bytes == '+')) {
        bytes++;
        length--;
    }
    for (int i = 0; i < 3; i++) {
        int64_t size = (int64_t)strlen(words[i].word), same = 0;
        while (same < size && same < length && (bytes[same] | 32) == words[i].word[same])
            same++;
        if (same == size && length == size)
            return words[i].kind;
    }
    return SAMEN__NUMBER_NONE;
}

static void keep_digit(decimal *d, char digit) {
    if (d->digits < MOST_DIGITS)
        d->digit[d->digits++] = digit;
    else
        d->dropped |= digit != '0';
}

/* Split the text into its parts; 0 when it is not a decimal number. */
static int split(const char *bytes, int64_t length, char point, decimal *d) {
    int64_t at = 0, seen = 0;
    *d = (decimal){.negative = length > 0 && bytes[0] == '-'};
    if (length > 0 && (bytes[0] == '-' || bytes[0] == '+'))
        at++;
    int fraction = 0;
    for (; at < length && (is_digit(bytes[at]) || (bytes[at] == point && !fraction)); at++) {
        if (bytes[at] == point) {
            fraction = 1;
            continue;
        }
        seen++;
        if (d->digits == 0 && bytes[at] == '0') {
            d->exponent -= fraction;
            continue;
        }
        keep_digit(d, bytes[at]);
        d->exponent += !fraction;
    }
    if (seen == 0)
        return 0;
    if (at < length && (bytes[at] | 32) == 'e') {
        int64_t power = 0, first = ++at, negative = 0;
        if (at < length && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at] == '-';
            first = ++at;
        }
        for (; at < length && is_digit(bytes[at]); at++)
            power = power < 1000000 ? power * 10 + (bytes[at] - '0') : power;
        if (at == first)
            return 0;
        d->exponent += negative ? -power : power;
    }
    return at == length;
}

static double to_double_exactly(const decimal *d) {
    samen__big numerator, denominator;
    samen__big_set(&numerator, 0);
    for (int32_t i = 0; i < d->digits; i++)
        samen__big_multiply_add(&numerator, 10, (uint32_t)(d->digit[i] - '0'));
    int32_t power = (int32_t)d->exponent - d->digits;
    samen__big_set(&denominator, 1);
    if (power >= 0)
        samen__big_multiply_power10(&numerator, power);
    else
        samen__big_multiply_power10(&denominator, -power);

    /* Shift so that 2^63 <= numerator / denominator < 2^64 and divide bit by bit. */
    int32_t shift = samen__big_bits(&denominator) + 64 - samen__big_bits(&numerator);
    if (shift > 0)
        samen__big_shift_left(&numerator, shift);
    else
        samen__big_shift_left(&denominator, -shift);
    samen__big scaled = denominator;
    samen__big_shift_left(&scaled, 64);
    if (samen__big_compare(&numerator, &scaled) >= 0) {
        samen__big_shift_left(&denominator, 1);
        shift--;
    }
    uint64_t quotient = 0;
    scaled = denominator;
    samen__big_shift_left(&scaled, 63);
    for (int bit = 63; bit >= 0; bit--) {
        if (samen__big_compare(&numerator, &scaled) >= 0) {
            samen__big_subtract(&numerator, &scaled);
            quotient |= 1ull << bit;
        }
        samen__big_shift_left(&numerator, 1);
    }
    return samen__scale_round(quotient, numerator.count > 0 || d->dropped, -shift);
}

static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* Digits that fit into 64 bits and no exponent, as nearly all numbers are. With up to 15 digits whole and
 * power are doubles, so that their quotient is rounded once. Returns 0 when the text is anything else. */
static int parse_short(const char *bytes, int64_t length, char point, double *value) {
    int64_t first = length > 0 && bytes[0] == '-', point_at = -1;
    int32_t digits = 0;
    uint64_t whole = 0;
    if (length - first > LONGEST_SHORT)
        return 0;
    for (int64_t at = first; at < length; at++) {
        if (is_digit(bytes[at])) {
            digits += whole > 0 || bytes[at] > '0';
            whole = whole * 10 + (uint64_t)(bytes[at] - '0');
        } else if (bytes[at] == point && point_at < 0) {
            point_at = at;
        } else {
            return 0;
        }
    }
    int64_t power = point_at < 0 ? 0 : length - point_at - 1;
    if (length - first <= (point_at >= 0) || digits > SAMEN__SCALE_DIGITS ||
        power > SAMEN__SCALE_POWER)
        return 0;
    double magnitude = 0;
    if (digits > 0)
        magnitude = digits <= 15 && power <= 22 ? (double)whole / powers[power]
                                                : samen__scale(whole, -(int32_t)power);
    *value = first ? -magnitude : magnitude;
    return 1;
}

samen__number_kind samen__number_parse(const char *bytes, int64_t length, char point,
                                       double *value) {
    decimal d;
    if (parse_short(bytes, length, point, value))
        return SAMEN__NUMBER_FINITE;
    *value = 0.0;
    if (!split(bytes, length, point, &d))
        return parse_word(bytes, length);
    if (d.digits == 0 || d.exponent < LOWEST_POWER) {
        *value = d.negative ? -0.0 : 0.0;
        return SAMEN__NUMBER_FINITE;
    }
    if (d.exponent > HIGHEST_POWER)
        return SAMEN__NUMBER_INFINITE;
    int64_t power = d.exponent - d.digits;
    double magnitude;
    if (d.digits <= SAMEN__SCALE_DIGITS && power >= -SAMEN__SCALE_POWER &&
        power <= SAMEN__SCALE_POWER) {
        uint64_t whole = 0;
        for (int32_t i = 0; i < d.digits; i++)
            whole = whole * 10 + (uint64_t)(d.digit[i] - '0');
        magnitude = samen__scale(whole, (int32_t)power);
    } else {
        magnitude = to_double_exactly(&d);
    }
    *value = d.negative ? -magnitude : magnitude;
    return magnitude == HUGE_VAL ? SAMEN__NUMBER_INFINITE : SAMEN__NUMBER_FINITE;
}

int samen__number_parse_int64(const char *bytes, int64_t length, int64_t *value) {
    int negative = length > 0 && bytes[0] == '-';
    int64_t at = length > 0 && (bytes[0] == '-' || bytes[0] == '+'), total = 0;
    if (at >= length)
        return 0;
    for (; at < length; at++) {
        if (!is_digit(bytes[at]))
            return 0;
        int64_t digit = bytes[at] - '0';
        if (total < (INT64_MIN + digit) / 10)
            return 0;
        total = total * 10 - digit; /* downwards, because INT64_MIN has no positive twin */
    }
    if (!negative && total == INT64_MIN)
        return 0;
    *value = negative ? total : -total;
    return 1;
}

/* The shortest digits d1d2... with value = 0.d1d2... * 10^exponent, for a value above 0. */
static int32_t shortest_digits(double value, char *digit, int32_t *exponent) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    int32_t field = (int32_t)(bits >> FRACTION_BITS & 2047);
    uint64_t fraction = bits & ((1ull << FRACTION_BITS) - 1);
    if (field)
        fraction |= 1ull << FRACTION_BITS;
    else
        field = 1;
    int32_t power = field - EXPONENT_BIAS;
    int even = !(fraction & 1), narrow = fraction == 1ull << FRACTION_BITS && field > 1;

    /* rest / scale is the value; above and below are half the gaps to its neighbours. */
    samen__big rest, scale, above, below;
    samen__big_set(&rest, fraction);
    samen__big_set(&scale, 1);
    samen__big_set(&above, 1);
    samen__big_set(&below, 1);
    samen__big_shift_left(&rest, (power > 0 ? power : 0) + 1 + narrow);
    samen__big_shift_left(&scale, (power < 0 ? -power : 0) + 1 + narrow);
    samen__big_shift_left(&above, (power > 0 ? power : 0) + narrow);
    samen__big_shift_left(&below, power > 0 ? power : 0);

    int32_t length_bits = 0;
    for (uint64_t f = fraction; f; f >>= 1)
        length_bits++;
    int32_t k = (int32_t)ceil((power + length_bits - 1) * 0.30102999566398114 - 1e-10);
    if (k >= 0) {
        samen__big_multiply_power10(&scale, k);
    } else {
        samen__big_multiply_power10(&rest, -k);
        samen__big_multiply_power10(&above, -k);
        samen__big_multiply_power10(&below, -k);
    }
    samen__big sum = rest;
    samen__big_add(&sum, &above);
    int order = samen__big_compare(&sum, &scale);
    if (order > 0 || (order == 0 && even)) {
        k++;
    } else {
        samen__big_multiply_add(&rest, 10, 0);
        samen__big_multiply_add(&above, 10, 0);
        samen__big_multiply_add(&below, 10, 0);
    }
    *exponent = k;

    int32_t count = 0;
    for (;;) {
        char d = '0';
        while (samen__big_compare(&rest, &scale) >= 0) {
            samen__big_subtract(&rest, &scale);
            d++;
        }
        sum = rest;
        samen__big_add(&sum, &above);
        int low = samen__big_compare(&rest, &below), high = samen__big_compare(&sum, &scale);
        int stop_low = low < 0 || (low == 0 && even), stop_high = high > 0 || (high == 0 && even);
        if (!stop_low && !stop_high) {
            digit[count++] = d;
            samen__big_multiply_add(&rest, 10, 0);
            samen__big_multiply_add(&above, 10, 0);
            samen__big_multiply_add(&below, 10, 0);
            continue;
        }
        if (stop_low && stop_high) {
            samen__big_add(&rest, &rest);
            stop_high = samen__big_compare(&rest, &scale) >= 0;
        }
        digit[count++] = (char)(d + stop_high);
        return count;
    }
}

static int32_t put_digits(char *out, uint64_t value) {
    char digit[20];
    int32_t count = 0;
    do {
        digit[count++] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    for (int32_t i = 0; i < count; i++)
        out[i] = digit[count - 1 - i];
    return count;
}

int32_t samen__number_format(double value, char out[SAMEN__NUMBER_SIZE]) {
    int32_t at = 0, exponent = 0;
    if (value < 0)
        out[at++] = '-';
    double magnitude = fabs(value);
    if (magnitude < 9007199254740992.0 && magnitude == floor(magnitude)) {
        at += put_digits(out + at, (uint64_t)magnitude);
        out[at] = '\0';
        return at;
    }
    char digit[20];
    int32_t count = shortest_digits(magnitude, digit, &exponent);
    if (exponent > 21 || exponent < -5) {
        out[at++] = digit[0];
        if (count > 1) {
            out[at++] = '.';
            memcpy(out + at, digit + 1, (size_t)count - 1);
            at += count - 1;
        }
        out[at++] = 'e';
        if (exponent - 1 < 0)
            out[at++] = '-';
        at += put_digits(out + at, (uint64_t)(exponent < 1 ? 1 - exponent : exponent - 1));
    } else {
        if (exponent <= 0)
            out[at++] = '0';
        for (int32_t i = 0; i < exponent; i++)
            out[at++] = i < count ? digit[i] : '0';
        if (count > exponent) {
            out[at++] = '.';
            for (int32_t i = exponent; i < 0; i++)
                out[at++] = '0';
            for (int32_t i = exponent > 0 ? exponent : 0; i < count; i++)
                out[at++] = digit[i];
        }
    }
    out[at] = '\0';
    return at;
}

int32_t samen__number_format_fixed(double value, int32_t decimals,
                                   char out[SAMEN__NUMBER_FIXED_SIZE]) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    int32_t field = (int32_t)(bits >> FRACTION_BITS & 2047);
    uint64_t fraction = bits & ((1ull << FRACTION_BITS) - 1);
    if (field)
        fraction |= 1ull << FRACTION_BITS;
    else
        field = 1;
    samen__big whole;
    samen__big_set(&whole, fraction);
    samen__big_multiply_power10(&whole, decimals);
    int32_t power = field - EXPONENT_BIAS;
    if (power > 0)
        samen__big_shift_left(&whole, power);
    else
        samen__big_shift_right_rounded(&whole, -power);

    char reversed[SAMEN__NUMBER_FIXED_SIZE];
    int32_t count = 0, at = 0, zero = whole.count == 0;
    while (whole.count > 0 || count <= decimals + (decimals > 0)) {
        reversed[count++] = (char)('0' + samen__big_divide_small(&whole, 10));
        if (count == decimals)
            reversed[count++] = '.';
    }
    if (value < 0 && !zero)
        out[at++] = '-';
    while (count > 0)
        out[at++] = reversed[--count];
    out[at] = '\0';
    return at;
}
