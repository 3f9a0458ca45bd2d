/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A graph on its way to a smaller one: some of its vertices merged, some taken out. */
#ifndef SAMEN_KERNELS_QUOTIENT_H
#define SAMEN_KERNELS_QUOTIENT_H

#include <stdint.h>

#include "samen/core.h"

/* What a vertex stands for: one, or several that have the same neighbours, among which they
 * themselves are not (open) or are (closed). */
enum { SAMEN__SINGLE, SAMEN__OPEN, SAMEN__CLOSED };

typedef struct samen__quotient {
    int32_t vertices;
    int64_t *start; /* rows, symmetric, each in ascending order */
    int32_t *target;
    double *copies, *own; /* how many each stands for; how much these count as ends of paths */
    uint8_t *kind;
    int32_t *class_of; /* of each original vertex its place here, or -1 */
    int32_t originals;
} samen__quotient;

samen_status samen__quotient_new(int32_t vertices, int64_t arcs, int32_t originals,
                                 samen__quotient *q, samen_error *err);
void samen__quotient_free(samen__quotient *q);

static inline int64_t samen__quotient_degree(const samen__quotient *q, int32_t v) {
    return q->start[v + 1] - q->start[v];
}

/* The graph of the vertices that stay: place[v] is the new place of each, the same for merged
 * ones, or -1. first[p] is a vertex that stands for place p.
 * Complexity: O(n + m). */
samen_status samen__quotient_rebuild(const samen__quotient *q, const int32_t *place,
                                     const int32_t *first, int32_t vertices, samen__quotient *out,
                                     samen_error *err);

/* Put the vertices that stay, whose graph is connected, into breadth-first order and drop the
 * others.
 * Complexity: O(n + m). */
samen_status samen__quotient_keep(samen__quotient *q, const uint8_t *stays, samen_error *err);

#endif
