/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SAMEN_BRIDGE_LAYOUT_H
#define SAMEN_BRIDGE_LAYOUT_H

#include "core/run.h"
#include "samen/core.h"

/* DrL is not among the ways: igraph's frees memory twice when memory runs out, and takes minutes where force takes
 * seconds. */
typedef enum samen__layout_way {
    SAMEN__LAYOUT_STRESS, /* Kamada-Kawai; O(vertices^2) memory */
    SAMEN__LAYOUT_FORCE,  /* Fruchterman-Reingold */
    SAMEN__LAYOUT_MDS     /* of distances; O(vertices^2) memory, O(vertices^3) time at worst */
} samen__layout_way;

/* A connected, undirected graph in, a place for each vertex out. All arrays belong to the caller. */
typedef struct samen__layout {
    samen__layout_way way;
    int64_t vertices, edges;
    const int32_t (*edge)[2];
    uint64_t seed;
    double *x, *y; /* in: where to start from; out: where they came to stand, in no unit */
} samen__layout;

/* By igraph, whose generator is set aside, seeded from `seed` and put back. */
samen_status samen__layout_find(samen__layout *layout, samen__run *run, samen_error *err);

#endif
