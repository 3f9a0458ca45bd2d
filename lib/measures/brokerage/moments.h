/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mean and exact variance of brokerage counts when ties are independent with one probability. */
#ifndef SAMEN_MEASURES_BROKERAGE_MOMENTS_H
#define SAMEN_MEASURES_BROKERAGE_MOMENTS_H

#include <stdint.h>

#include "kernels/roles.h"

typedef struct samen__model {
    int32_t directed;
    int32_t groups;
    const int64_t *size; /* of each group */
    int64_t total;       /* organisations in all groups */
    double density;
} samen__model;

typedef struct samen__moments {
    double expected;
    double variance;
} samen__moments;

/* Of an organisation of the group. */
void samen__node_moments(const samen__model *model, int32_t group,
                         samen__moments out[SAMEN__ROLES]);

/* Of the sums over all organisations. */
void samen__network_moments(const samen__model *model, samen__moments out[SAMEN__ROLES]);

#endif
