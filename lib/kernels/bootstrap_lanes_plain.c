/* SPDX-License-Identifier: GPL-3.0-or-later */
#define SAMEN__ADD_PAIRS samen__add_pairs_plain
#include "kernels/bootstrap_lanes.inc"
