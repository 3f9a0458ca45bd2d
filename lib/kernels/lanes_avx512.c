/* SPDX-License-Identifier: GPL-3.0-or-later */
#define SAMEN__SWEEP samen__lane_sweep_avx512
#include "kernels/lanes_sweep.inc"
