/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open two-paths by the labels of their three vertices, and the same under shuffled labels. */
#ifndef SAMEN_KERNELS_ROLES_H
#define SAMEN_KERNELS_ROLES_H

#include "core/run.h"
#include "kernels/triangles.h"

/* The middle vertex's role, by the labels of first, middle and last. */
enum {
    SAMEN__COORDINATOR,    /* AAA */
    SAMEN__ITINERANT,      /* ABA */
    SAMEN__REPRESENTATIVE, /* AAB */
    SAMEN__GATEKEEPER,     /* ABB */
    SAMEN__LIAISON,        /* ABC */
    SAMEN__TOTAL,
    SAMEN__ROLES
};

typedef struct samen__roles {
    samen__triangles triangles; /* of the vertices that take part */
    int32_t directed;
    int32_t labels;
    const int32_t *label; /* of each vertex, -1 for those that take no part */
} samen__roles;

/* in_rows are out_rows when undirected. */
samen_status samen__roles_open(const samen__rows *out_rows, const samen__rows *in_rows,
                               int32_t directed, const int32_t *label, int32_t labels,
                               samen__roles *roles, samen_error *err);
void samen__roles_close(samen__roles *roles);

/* count[v * SAMEN__ROLES + role] of every vertex under the labels of `roles`.
 * Complexity: O(sum over edges of the lesser degree of their ends). */
samen_status samen__roles_count(const samen__roles *roles, int64_t *count, samen__run *run,
                                samen_error *err);

/* In how many of `draws` shuffles of the labels is a count at least, and at most, the observed one:
 * more[] and fewer[] have a place for every count, and then SAMEN__ROLES for the sums over vertices. All
 * are 0 at first.
 * Complexity: 512 draws cost little more than 10 times one count. Memory: 64 bytes a vertex for each bit
 * of a label, and for each thread 8 of these and O(largest degree). */
samen_status samen__roles_permute(const samen__roles *roles, const int64_t *observed, int64_t draws,
                                  int64_t *more, int64_t *fewer, samen__run *run, samen_error *err);

#endif
