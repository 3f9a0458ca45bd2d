/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The variants of one sweep, one for each instruction set, all made of lanes_sweep.inc; the
 * results are the same to the bit. */
#ifndef SAMEN_KERNELS_LANES_SWEEP_H
#define SAMEN_KERNELS_LANES_SWEEP_H

#include "kernels/lanes.h"

/* The first whole number whose successor is not exact in a float. */
#define FIRST_INEXACT 16777216.0F

typedef samen_status samen__lane_sweeper(const samen__lane_graph *graph,
                                         samen__lane_scratch *scratch,
                                         const samen__lane_batch *batch, int *fits,
                                         samen_error *err);

samen__lane_sweeper samen__lane_sweep_plain;
samen__lane_sweeper samen__lane_sweep_avx2;
samen__lane_sweeper samen__lane_sweep_avx512;

/* The variants that this processor can do, the fastest first; returns how many. */
enum { SAMEN__LANE_VARIANTS = 3 };
int samen__lane_variants(samen__lane_sweeper *variant[SAMEN__LANE_VARIANTS]);

#endif
