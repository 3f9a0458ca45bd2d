/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compressed rows: for each vertex its neighbours in ascending order, one behind the other. */
#ifndef SAMEN_KERNELS_ROWS_H
#define SAMEN_KERNELS_ROWS_H

#include <stdint.h>

#include "samen/core.h"

typedef struct samen__rows {
    int64_t vertices;
    int64_t arcs;
    int64_t *start;  /* vertices + 1 places in target */
    int32_t *target; /* arcs */
    double *weight;  /* arcs, above 0 */
} samen__rows;

/* Make room for the given numbers; start is zeroed. */
samen_status samen__rows_new(int64_t vertices, int64_t arcs, samen__rows *rows, samen_error *err);
void samen__rows_free(samen__rows *rows);

/* The place of the arc from one vertex to another, or -1. O(log degree). */
int64_t samen__rows_find(const samen__rows *rows, int64_t from, int32_t to);

/* The rows of the same arcs the other way round. */
samen_status samen__rows_reverse(const samen__rows *rows, samen__rows *out, samen_error *err);

/* The rows of the underlying undirected graph: a and b are neighbours when an arc goes either way.
 * The weight is the sum of the two. */
samen_status samen__rows_underlying(const samen__rows *out_rows, const samen__rows *in_rows,
                                    samen__rows *out, samen_error *err);

#endif
