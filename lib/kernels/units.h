/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lengths as whole multiples of a common unit. */
#ifndef SAMEN_KERNELS_UNITS_H
#define SAMEN_KERNELS_UNITS_H

#include <stdint.h>

#include "samen/core.h"

/* Find the largest unit of which all lengths are whole multiples up to `most`, to within 1e-13 of
 * themselves: *longest becomes the largest multiple, or 0 where there is no such unit. Then step[] gets the
 * multiples. Complexity: O(count (log count + most)) at worst, with few different lengths O(count log count). */
samen_status samen__units_find(const double *length, int64_t count, int32_t most, int32_t *step,
                               int32_t *longest, samen_error *err);

#endif
