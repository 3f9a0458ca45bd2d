/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brandes' algorithm from sixteen sources at once. */
#ifndef SAMEN_KERNELS_LANES_H
#define SAMEN_KERNELS_LANES_H

#include <stdatomic.h>
#include <stdint.h>

#include "samen/core.h"

enum { SAMEN__LANES = 16 };

/* A vertex, which may stand for several. */
typedef struct samen__lane_vertex {
    int64_t out, in; /* where its rows begin; they end where those of the next vertex begin */
    double copies;   /* how many equal ones it stands for: paths through it */
    double weight;   /* how much it counts as an end of paths */
} samen__lane_vertex;

typedef struct samen__lane_graph {
    int32_t vertices;
    const samen__lane_vertex *vertex; /* one more, for where the rows of the last end */
    const int32_t *target;            /* out-neighbours */
    const int32_t *source;            /* in-neighbours; the same when undirected */
    double growth;                    /* path counts grow by at most 2^growth a level */
} samen__lane_graph;

/* A vertex that some lanes are at on a level. */
typedef struct samen__lane_entry {
    int32_t vertex;
    uint16_t lanes;
    uint16_t goes_on; /* a path was continued from here */
} samen__lane_entry;

/* The entries of a level stand from `first` up to the first of the next. */
typedef struct samen__lane_level {
    int64_t first;
    int64_t in;  /* arcs that lead to its vertices */
    int64_t out; /* arcs from those that paths go on from */
} samen__lane_level;

/* Lanes that were at a vertex on a level before, and those that will be on the next. */
typedef struct samen__lane_state {
    uint16_t seen, next;
} samen__lane_state;

/* What one thread needs. Between sweeps, all but share, entry, level
 * and incomplete are zero. */
typedef struct samen__lane_scratch {
    int32_t vertices;
    float *paths;       /* [vertex * SAMEN__LANES + lane]: path counts */
    double *many_paths; /* likewise, where these are too large for floats; NULL until then */
    double *share;      /* likewise: what each path to a vertex is worth to those before it */
    samen__lane_state *state;
    uint16_t *at, *on;        /* of each vertex, lanes that are at it, lanes that went on from it */
    uint16_t *home;           /* lanes whose source it is */
    samen__lane_entry *entry; /* all levels, one behind the other */
    int64_t entry_room;       /* grows when a sweep needs more, as that for levels does */
    samen__lane_level *level; /* one more, for where the last ends */
    int64_t level_room;
    int32_t *incomplete; /* vertices that some lane has not seen */
    const samen__lane_graph
        *has_many_paths;    /* a graph whose path counts were too large for floats */
    const atomic_int *stop; /* unless NULL: give up when it is not 0 */
} samen__lane_scratch;

/* Room for graphs of up to so many vertices. */
samen_status samen__lane_open(int32_t vertices, const atomic_int *stop,
                              samen__lane_scratch *scratch, samen_error *err);
void samen__lane_close(samen__lane_scratch *scratch);

/* Up to SAMEN__LANES sources, which differ, and what to add to. */
typedef struct samen__lane_batch {
    const int32_t *source;
    const double *weight; /* of each source */
    const int32_t *start; /* the turn at which each sets out; NULL: all at once */
    int32_t sources;
    double *score; /* of each vertex */
    double *arc;   /* of each arc, or NULL; only for graphs without copies */
} samen__lane_batch;

/* Add to score[] of every vertex, for each source and target, source weight times target weight
 * times the share of shortest paths between them that go through one copy of it; likewise to
 * arc[]. When path counts are too large for a double, *fits is 0 and nothing was added; when
 * stopped, anything may have been. */
samen_status samen__lane_sweep(const samen__lane_graph *graph, samen__lane_scratch *scratch,
                               const samen__lane_batch *batch, int *fits, samen_error *err);

#endif
