/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SAMEN_KERNELS_DISTANCES_H
#define SAMEN_KERNELS_DISTANCES_H

#include "core/run.h"
#include "kernels/rows.h"

/* How many ordered pairs of different vertices are at each distance in steps: count[d] for d from 1 to
 * *longest; count has room for `vertices` numbers and is zeroed by the caller. */
samen_status samen__distances(const samen__rows *rows, int64_t *count, int64_t *longest,
                              samen__run *run, samen_error *err);

#endif
