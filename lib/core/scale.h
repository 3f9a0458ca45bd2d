/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole number of 64 bits times a power of ten or of two, to the nearest double, ties to even. */
#ifndef SAMEN_CORE_SCALE_H
#define SAMEN_CORE_SCALE_H

#include <stdint.h>

enum { SAMEN__SCALE_DIGITS = 19, SAMEN__SCALE_POWER = 27 };

/* whole * 10^power, for a whole above 0 of at most SAMEN__SCALE_DIGITS digits and a power of at most
 * SAMEN__SCALE_POWER either way. */
double samen__scale(uint64_t whole, int32_t power);

/* bits * 2^exponent, or a little more where it is inexact, but less than the next whole would be. The
 * highest bit is 1. */
double samen__scale_round(uint64_t bits, int inexact, int32_t exponent);

#endif
