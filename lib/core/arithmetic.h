/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A host may have set up the processor's arithmetic for itself: another rounding, traps, no denormal numbers
 * (as whatever was compiled with -ffast-math does). Between these two calls it is what a program starts with, so
 * that the same bits come out; then it is the host's again, and shows no trace of what was computed. Threads
 * that are made meanwhile have it from the thread that makes them. */
#ifndef SAMEN_CORE_ARITHMETIC_H
#define SAMEN_CORE_ARITHMETIC_H

#include <fenv.h>

typedef fenv_t samen__arithmetic;

static inline void samen__arithmetic_begin(samen__arithmetic *host) {
    (void)fegetenv(host);
    (void)fesetenv(FE_DFL_ENV);
}

static inline void samen__arithmetic_end(const samen__arithmetic *host) {
    (void)fesetenv(host);
}

#endif
