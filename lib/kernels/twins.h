/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vertices with the same neighbours become one. */
#ifndef SAMEN_KERNELS_TWINS_H
#define SAMEN_KERNELS_TWINS_H

#include "core/run.h"
#include "kernels/quotient.h"

/* Replace the graph by that of its classes of twins; *merged is how many vertices that took out.
 * To bonus[] of each original vertex is added what paths between twins give it.
 * Complexity: O(n + m). */
samen_status samen__twins_merge(samen__quotient *q, double *bonus, int64_t *merged, samen__run *run,
                                samen_error *err);

#endif
