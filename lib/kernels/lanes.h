/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brandes' algorithm from sixteen sources at once. */
#ifndef SAMEN_KERNELS_LANES_H
#define SAMEN_KERNELS_LANES_H

#include <stdint.h>

#include "samen/core.h"

enum { SAMEN__LANES = 16 };

/* A graph whose vertices may stand for several. */
typedef struct samen__lane_graph {
    int32_t vertices;
    const int64_t *start; /* of out-neighbours */
    const int32_t *target;
    const int64_t *in_start; /* of in-neighbours; the same when undirected */
    const int32_t *in_target;
    const double
        *copies; /* of each vertex, how many equal vertices it stands for: paths through it */
    const double *weight; /* of each vertex, how much it counts as an end of paths */
    double growth;        /* path counts grow by at most 2^growth from level to level */
} samen__lane_graph;

/* A vertex that some lanes are at on a level. */
typedef struct samen__lane_entry {
    int32_t vertex;
    uint16_t lanes;
    uint16_t goes_on; /* a path was continued from here */
} samen__lane_entry;

/* What one thread needs. */
typedef struct samen__lane_scratch {
    double *paths; /* vertices * SAMEN__LANES: path counts, and then shares */
    uint16_t *seen, *next, *at;
    samen__lane_entry *entry; /* all levels, one behind the other */
    int64_t entries;          /* room: a vertex is on a level of its own for each lane at worst */
    int64_t *level;
    int32_t *candidate;
} samen__lane_scratch;

/* Room for graphs of up to so many vertices. */
samen_status samen__lane_open(int32_t vertices, samen__lane_scratch *scratch, samen_error *err);
void samen__lane_close(samen__lane_scratch *scratch);

/* Add to score[] of every vertex, for each source and target, source weight times target weight times the
 * share of shortest paths between them that go through one copy of it; with `arc` not NULL likewise to
 * each arc. Returns 0 when path counts were too large for a double: then nothing was added. */
int samen__lane_sweep(const samen__lane_graph *graph, samen__lane_scratch *scratch,
                      const int32_t *source, const double *source_weight, int32_t sources,
                      double *score, double *arc);

#endif
