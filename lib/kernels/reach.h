/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much can be reached from vertices of a directed graph. */
#ifndef SAMEN_KERNELS_REACH_H
#define SAMEN_KERNELS_REACH_H

#include <stdint.h>

#include "core/run.h"

typedef struct samen__reach {
    uint64_t *seen, *fresh; /* of each vertex: by which of 64 sources, and by which just now */
    int32_t *queue;         /* a ring */
} samen__reach;

/* Room for graphs of up to so many vertices. */
samen_status samen__reach_open(int32_t vertices, samen__reach *reach, samen_error *err);
void samen__reach_close(samen__reach *reach);

/* sum[i]: the weights of all vertices that source[i] can reach along rows, itself left out.
 * Complexity: O(sources / 64 * (n + m)) and then some, O(sources * (n + m)) at worst; O(sources
 * * n) to add up. */
samen_status samen__reach_sums(samen__reach *reach, int32_t vertices, const int64_t *start,
                               const int32_t *target, const double *weight, const int32_t *source,
                               int32_t sources, double *sum, samen__run *run, samen_error *err);

#endif
