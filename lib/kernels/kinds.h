/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of pairs, by what they add to totals: many pairs, few kinds. */
#ifndef SAMEN_KERNELS_KINDS_H
#define SAMEN_KERNELS_KINDS_H

#include "kernels/bootstrap.h"

typedef struct samen__kinds {
    int32_t count;
    int64_t *start; /* count + 1 places in addend */
    samen__addend *addend;
    uint64_t *key; /* of each */
    int32_t *slot; /* by key: 1 more than the kind, or 0 */
    int64_t slots; /* a power of two */
    int64_t start_capacity, addend_capacity, key_capacity;
} samen__kinds;

samen_status samen__kinds_start(samen__kinds *kinds, samen_error *err);
void samen__kinds_free(samen__kinds *kinds);

/* The kind with a key that says all that its pairs add; when there is none yet it is made, without
 * addends, and *fresh is 1. */
samen_status samen__kinds_find(samen__kinds *kinds, uint64_t key, int32_t *kind, int *fresh,
                               samen_error *err);

/* Something that the kind made last adds. */
samen_status samen__kinds_add(samen__kinds *kinds, int32_t total, double value, samen_error *err);

#endif
