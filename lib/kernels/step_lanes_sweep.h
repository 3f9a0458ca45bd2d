/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One body, step_lanes_sweep.inc, compiled for several kinds of processors. */
#ifndef SAMEN_KERNELS_STEP_LANES_SWEEP_H
#define SAMEN_KERNELS_STEP_LANES_SWEEP_H

#include "kernels/step_lanes.h"

enum { SAMEN__NOWHERE = INT32_MAX / 2 }; /* the distance of what was not reached */

typedef int samen__step_body(const samen__step_graph *graph, samen__step_scratch *scratch,
                             const int32_t *source, const double *source_weight, int32_t sources,
                             double *vertex, double *arc);

samen__step_body samen__step_sweep_plain, samen__step_sweep_avx2, samen__step_sweep_avx512;

/* Put the entries of a sweep into the order of their turns, the lower vertex first. */
void samen__step_sort(samen__step_scratch *scratch);

/* How many steps each lane lags behind the first, at most of the vertices. */
void samen__step_lags(const samen__step_scratch *scratch, int32_t inner, int32_t *lag);

#endif
