/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a share may be from what was counted. */
#ifndef SAMEN_KERNELS_BINOMIAL_H
#define SAMEN_KERNELS_BINOMIAL_H

#include <stdint.h>

/* The least and the largest chance that a count of `hits` in so many independent draws does not make unlikelier
 * than exp(-doubt): each is missed with at most this probability. Chernoff's bound: chances q with draws * KL(hits
 * / draws, q) <= doubt, KL(p, q) = p ln(p / q) + (1 - p) ln((1 - p) / (1 - q)).
 * Source: H. Chernoff, Annals of Mathematical Statistics 23(4), 1952 (doi 10.1214/aoms/1177729330);
 * W. Hoeffding, JASA 58(301), 1963 (doi 10.1080/01621459.1963.10500830), theorem 1. */
double samen__binomial_lower(int64_t hits, int64_t draws, double doubt);
double samen__binomial_upper(int64_t hits, int64_t draws, double doubt);

#endif
