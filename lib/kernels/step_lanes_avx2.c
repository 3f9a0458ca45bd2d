/* SPDX-License-Identifier: GPL-3.0-or-later */
#define SAMEN__STEP_SWEEP samen__step_sweep_avx2
#include "kernels/step_lanes_sweep.inc"
