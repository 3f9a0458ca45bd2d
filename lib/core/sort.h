/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stable sorting of numbers by a rule, and of small arrays of 64-bit keys. */
#ifndef SAMEN_CORE_SORT_H
#define SAMEN_CORE_SORT_H

#include <stdint.h>

#include "samen/core.h"

/* Less than zero, zero or more when item a comes before, with or after item b. */
typedef int (*samen__order)(const void *context, int64_t a, int64_t b);

/* Put 0..count-1 into `items` in the order that the rule gives; equal items keep their order. */
samen_status samen__sort(int64_t *items, int64_t count, samen__order order, const void *context,
                         samen_error *err);

/* Ascending, in place, without allocating. */
void samen__sort_int32(int32_t *items, int64_t count);
void samen__sort_int64(int64_t *items, int64_t count);
void samen__sort_doubles(double *items, int64_t count);

/* Ascending numbers from 0 to below `limit`, with as much room to spare: O(count) passes of eight bits. */
void samen__sort_small(int32_t *items, int64_t count, int64_t limit, int32_t *spare);

#endif
