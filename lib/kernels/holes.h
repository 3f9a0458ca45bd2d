/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SAMEN_KERNELS_HOLES_H
#define SAMEN_KERNELS_HOLES_H

#include "core/run.h"
#include "kernels/rows.h"

/* Burt's measures on rows of symmetric strengths z > 0; every strength is 1 where rows->weight is NULL.
 * All arrays belong to the caller; those that are NULL are not wanted, and cost nothing. Vertices without
 * neighbours are left at 0. */
typedef struct samen__holes {
    const samen__rows *rows;
    int32_t ego_model;  /* neighbours' strengths count only inside the vertex's own neighbourhood */
    double *constraint; /* of each vertex */
    double *effective_size; /* of each vertex */
    double *hierarchy;      /* of each vertex */
    double *dyadic;         /* of each arc: the constraint that the neighbour exerts */
    double *redundancy;     /* of each arc: how much of the neighbour is reached through others */
} samen__holes;

/* Memory: 8 bytes an arc for constraint, dyadic or hierarchy, 8 for effective size or redundancy, unless
 * the caller's arrays take them; in the ego model 16 more; O(n) for each thread. */
samen_status samen__holes_find(const samen__holes *holes, samen__run *run, samen_error *err);

#endif
