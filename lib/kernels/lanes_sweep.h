/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The variants of one sweep, one for each instruction set, all made of lanes_sweep.inc. */
#ifndef SAMEN_KERNELS_LANES_SWEEP_H
#define SAMEN_KERNELS_LANES_SWEEP_H

#include "kernels/lanes.h"

typedef int samen__lane_sweeper(const samen__lane_graph *graph, samen__lane_scratch *scratch,
                                const int32_t *source, const double *source_weight, int32_t sources,
                                double *score, double *arc);

samen__lane_sweeper samen__lane_sweep_plain;
samen__lane_sweeper samen__lane_sweep_avx2;
samen__lane_sweeper samen__lane_sweep_avx512;

#endif
