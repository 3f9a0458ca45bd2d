/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums that are the same to the last bit in whatever order their terms are added. */
#ifndef SAMEN_KERNELS_SUMS_H
#define SAMEN_KERNELS_SUMS_H

#include <stdint.h>

#include "samen/core.h"

typedef struct samen__sums {
    int64_t count;
    double cut[2];   /* adding and subtracting it leaves a whole number of units */
    double *part[2]; /* of each sum: whole coarse units; whole fine units of what these leave */
} samen__sums;

/* So many sums, all 0, of at most `terms` terms each; these are 0 or more and come to no more than
 * `most`. What is added is rounded to most * terms / 2^101 or so. */
samen_status samen__sums_new(int64_t count, double most, int64_t terms, samen__sums *sums,
                             samen_error *err);
void samen__sums_free(samen__sums *sums);

/* Add a term to each of so many sums from place `first` on, and zero the terms. */
void samen__sums_take(samen__sums *sums, int64_t first, double *term, int64_t count);

/* Add to every sum that of another, made for the same terms. */
void samen__sums_join(samen__sums *sums, const samen__sums *other);

double samen__sums_of(const samen__sums *sums, int64_t place);

#endif
