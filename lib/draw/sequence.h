/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organisations in a row, as along the sides of a matrix: groups together, the largest first, and within each in an
 * order that shows who is like whom, or one that is easy to look up. */
#ifndef SAMEN_DRAW_SEQUENCE_H
#define SAMEN_DRAW_SEQUENCE_H

#include "draw/scene.h"
#include "kernels/linkage.h"

enum {
    SAMEN__SEQUENCE_SERIATION, /* by clustering, or by communities where there are too many */
    SAMEN__SEQUENCE_NAME,
    SAMEN__SEQUENCE_DEGREE, /* those with the most partners first */
    SAMEN__SEQUENCE_RECORDED
};

/* Clustering needs the square of their number in memory and its cube in time, so more of them are put into an order of
 * communities. */
enum { SAMEN__MOST_CLUSTERED = 2000 };

/* Organisations of a group, or all where there are no groups. */
typedef struct samen__stretch {
    int32_t group;    /* -1: of those without one, who come last, or of all */
    int32_t from, to; /* places */
    samen__tree
        tree; /* its first leaf in order has place `from`; no joins where there was no clustering */
} samen__stretch;

typedef struct samen__sequence {
    int32_t *at; /* the organisation of each place */
    int32_t *place;
    samen__stretch *stretch;
    int32_t stretches;
} samen__sequence;

/* `scene` needs no ties. `by_key`: names are those of keys.
 * Complexity: O(n log n); of seriation O(n^3) at most up to SAMEN__MOST_CLUSTERED organisations, about O(n + ties)
 * above. */
samen_status samen__sequence_make(samen__draw_call *call, const samen__scene *scene, uint32_t way,
                                  int by_key, samen__sequence *sequence, samen_error *err);
void samen__sequence_free(samen__sequence *sequence);

#endif
