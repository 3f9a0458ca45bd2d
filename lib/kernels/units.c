/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shortest length is some multiple q of the unit; q is tried from 1 up, on the different lengths only.
 * Multiples below 2^12 of one unit that differ at all differ by far more than the tolerance, so no two
 * different sums are taken for equal; sums of equal multiples differ by less than SAMEN__EQUAL_LENGTHS. */
#include "kernels/units.h"

#include <math.h>

#include "core/memory.h"
#include "core/sort.h"

#define WHOLE 1e-13

static int by_length(const void *context, int64_t a, int64_t b) {
    const double *length = context;
    return (length[a] > length[b]) - (length[a] < length[b]);
}

static int is_whole(double multiple) {
    return fabs(multiple - nearbyint(multiple)) <= WHOLE * multiple;
}

/* How often the unit goes into the shortest of these lengths (ascending), or 0. */
static int32_t parts_of_shortest(const double *length, int64_t count, int32_t most) {
    double ratio = length[count - 1] / length[0];
    for (int32_t parts = 1; parts * ratio <= most + 0.5; parts++) {
        int64_t i = 0;
        while (i < count && is_whole(parts * (length[i] / length[0])))
            i++;
        if (i == count)
            return parts;
    }
    return 0;
}

samen_status samen__units_find(const double *length, int64_t count, int32_t most, int32_t *step,
                               int32_t *longest, samen_error *err) {
    *longest = 0;
    if (count == 0)
        return SAMEN_OK;
    int64_t *order = samen__new_raw(count, sizeof *order, err);
    double *different = samen__new_raw(count, sizeof *different, err);
    samen_status status =
        order && different ? samen__sort(order, count, by_length, length, err) : SAMEN_ERR_MEMORY;
    int64_t found = 0;
    for (int64_t i = 0; status == SAMEN_OK && i < count; i++) {
        if (found == 0 || length[order[i]] > different[found - 1])
            different[found++] = length[order[i]];
    }
    int32_t parts = 0;
    if (status == SAMEN_OK && found <= most)
        parts = parts_of_shortest(different, found, most);
    for (int64_t i = 0; parts > 0 && i < count; i++) {
        step[i] = (int32_t)lround(parts * (length[i] / different[0]));
        *longest = step[i] > *longest ? step[i] : *longest;
    }
    samen__delete(order);
    samen__delete(different);
    return status;
}
