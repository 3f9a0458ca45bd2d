/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One source of Brandes' algorithm: shortest paths from it counted, then dependencies summed back.
 *
 * Based on: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical
 * Sociology 25(2), 2001 (doi 10.1080/0022250X.2001.9990249). Dependencies are summed over successors,
 * as in K. Madduri et al., IPDPS 2009 (doi 10.1109/IPDPS.2009.5161100), so no list of predecessors is
 * kept. */
#ifndef SAMEN_KERNELS_BRANDES_H
#define SAMEN_KERNELS_BRANDES_H

#include <stdint.h>

#include "kernels/rows.h"

/* Lengths whose relative difference is below this are equal. Sums of a few thousand lengths in
 * different order differ by less; lengths that really differ seldom differ by so little. */
#define SAMEN__EQUAL_LENGTHS 1e-12

/* What one thread needs: for every vertex the distance from the source, the number of shortest paths,
 * and what its successors hand back to each of those paths. */
typedef struct samen__brandes {
    const samen__rows *rows;
    const double *length; /* of each arc; NULL: all arcs are as long as another */
    int32_t *order;       /* vertices in the order in which they were settled */
    int64_t settled;
    int32_t *level;   /* steps from the source, -1 when not reached; unweighted only */
    double *distance; /* weighted only */
    double *paths;
    double *share; /* (1 + dependency) / paths */
    int32_t *heap; /* weighted only: a 4-ary heap of vertices by distance */
    int32_t *place;
    int64_t heaped;
} samen__brandes;

samen_status samen__brandes_open(const samen__rows *rows, const double *length,
                                 samen__brandes *brandes, samen_error *err);
void samen__brandes_close(samen__brandes *brandes);

/* Add the dependencies of all paths from the source to vertex[] and, unless it is NULL, arc[]. */
void samen__brandes_source(samen__brandes *brandes, int32_t source, double *vertex, double *arc);

#endif
