/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sixteen draws of the vertex bootstrap side by side. */
#ifndef SAMEN_KERNELS_BOOTSTRAP_LANES_H
#define SAMEN_KERNELS_BOOTSTRAP_LANES_H

#include "kernels/bootstrap.h"

enum { SAMEN__BOOTSTRAP_LANES = 16 };

typedef int16_t samen__lane_times __attribute__((vector_size(32)));
typedef int64_t samen__lane_counts __attribute__((vector_size(128)));
typedef double samen__lane_sums __attribute__((vector_size(128)));

typedef struct samen__bootstrap_lanes {
    /* How often each vertex was drawn: once in the mean, and 32,767 times never. */
    samen__lane_times *times;
    samen__lane_counts *of_kind; /* how often a pair of each kind was */
    samen__lane_sums *own;       /* what pairs of their own add to each of these totals */
} samen__bootstrap_lanes;

/* Add up over the pairs from..to-1 how often both ends were drawn. */
typedef void samen__pair_adder(const samen__resampling *r, int64_t from, int64_t to,
                               samen__bootstrap_lanes *lanes);

/* The same code compiled for what the processor can do; the results are the same to the bit. */
samen__pair_adder *samen__pair_adder_here(void);
samen__pair_adder samen__add_pairs_plain;
samen__pair_adder samen__add_pairs_avx2;
samen__pair_adder samen__add_pairs_avx512;

#endif
