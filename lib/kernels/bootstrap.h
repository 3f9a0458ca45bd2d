/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SAMEN_KERNELS_BOOTSTRAP_H
#define SAMEN_KERNELS_BOOTSTRAP_H

#include "core/run.h"

/* What every pair of one kind adds to one of the totals. */
typedef struct samen__addend {
    int32_t total;
    double value;
} samen__addend;

/* What each pair adds to a total, a number of its own. */
typedef struct samen__own_addends {
    int32_t total;
    const double *value; /* of each pair */
} samen__own_addends;

/* Pairs that add anything to a total. All other pairs add nothing. */
typedef struct samen__resampling {
    int64_t vertices;
    int32_t directed; /* pairs are ordered */
    int64_t pairs;
    const int32_t *one, *other; /* of each pair */
    const int32_t *kind;        /* of each pair */
    int32_t kinds;
    const int64_t *start; /* kinds + 1 places in addend */
    const samen__addend *addend;
    int32_t owns;
    const samen__own_addends *own;
    int32_t totals;

    /* Vertices are drawn within strata, so that each keeps its size; NULL: one stratum. */
    int32_t strata;
    const int32_t *stratum; /* of each vertex, -1 when it takes no part */
    uint32_t purpose;       /* keeps the random numbers of one computation apart from another's */
} samen__resampling;

/* The vertex bootstrap of totals over pairs: draw vertices with replacement, and add up what the
 * pairs of drawn vertices add. A pair of a vertex with its own copy stands for a pair drawn at random
 * from all pairs of its stratum. sums has draws * totals places: draw by draw.
 * Complexity: O(draws (n + pairs)), the pairs in sixteen draws at once. Memory: with strata 8 bytes a pair;
 * for each thread 32 bytes a vertex and 128 a kind. */
samen_status samen__bootstrap(const samen__resampling *resampling, int64_t draws, double *sums,
                              samen__run *run, samen_error *err);

/* What the draws say of one statistic: `value` holds it for each draw and is reordered. */
typedef struct samen__spread {
    double std_error, lower, upper;
} samen__spread;
samen__spread samen__bootstrap_spread(double *value, int64_t count, double level);

#endif
