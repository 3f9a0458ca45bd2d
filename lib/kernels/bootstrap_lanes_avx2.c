/* SPDX-License-Identifier: GPL-3.0-or-later */
#define SAMEN__ADD_PAIRS samen__add_pairs_avx2
#include "kernels/bootstrap_lanes.inc"
