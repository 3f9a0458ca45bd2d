/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small statistics: quantiles, spread, the interval of a proportion. */
#ifndef SAMEN_KERNELS_STATISTICS_H
#define SAMEN_KERNELS_STATISTICS_H

#include <stdint.h>

/* The value below which a standard normal variable falls with probability p, 0 < p < 1. */
double samen__normal_quantile(double p);

/* Wilson's interval of a proportion: `count` out of `total` > 0 independent trials, level 0 to 1. */
void samen__wilson(double count, double total, double level, double *lower, double *upper);

/* The quantile of `count` > 0 ascending values, interpolated linearly (type 7 of Hyndman and Fan). */
double samen__quantile(const double *ascending, int64_t count, double p);

/* The standard deviation with divisor count - 1; 0 for fewer than two. */
double samen__std_dev(const double *values, int64_t count);

#endif
