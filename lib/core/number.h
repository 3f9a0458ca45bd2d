/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and printing doubles exactly and independent of locale. */
#ifndef SAMEN_CORE_NUMBER_H
#define SAMEN_CORE_NUMBER_H

#include <stdint.h>

enum { SAMEN__NUMBER_SIZE = 32, SAMEN__NUMBER_FIXED_SIZE = 400 };

typedef enum samen__number_kind {
    SAMEN__NUMBER_FINITE,   /* a number; *value is the nearest double, ties to even */
    SAMEN__NUMBER_INFINITE, /* "inf", "infinity", or too large for a double */
    SAMEN__NUMBER_NAN,      /* "nan" */
    SAMEN__NUMBER_NONE      /* not a number at all */
} samen__number_kind;

/* Read the whole of `bytes` as [+-]digits[point digits][e[+-]digits]. `point` is '.' or ','. */
samen__number_kind samen__number_parse(const char *bytes, int64_t length, char point,
                                       double *value);

/* Read the whole of `bytes` as a whole number that fits; returns 1 when it is one. */
int samen__number_parse_int64(const char *bytes, int64_t length, int64_t *value);

/* The shortest decimal that reads back as the same double, as 12, 0.31, 1e-7. Finite values only. */
int32_t samen__number_format(double value, char out[SAMEN__NUMBER_SIZE]);

/* `decimals` places (0 to 17), correctly rounded, ties to even; never "-0.00". */
int32_t samen__number_format_fixed(double value, int32_t decimals,
                                   char out[SAMEN__NUMBER_FIXED_SIZE]);

#endif
