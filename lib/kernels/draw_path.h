/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One shortest path between two vertices, drawn evenly from all of them. */
#ifndef SAMEN_KERNELS_DRAW_PATH_H
#define SAMEN_KERNELS_DRAW_PATH_H

#include "core/random.h"
#include "kernels/brandes.h"
#include "kernels/rows.h"

/* Rows of out- and of in-neighbours, the same when undirected; lengths of either's arcs, or NULL. */
typedef struct samen__path_graph {
    const samen__rows *out, *in;
    const double *out_length, *in_length;
} samen__path_graph;

/* What one end of the search has seen. */
typedef struct samen__path_side {
    int32_t *level;   /* of each vertex, steps from this end and one more; 0 for not seen */
    double *paths;    /* shortest paths from this end, in some unit of each level */
    int32_t *reached; /* in the order of levels */
    int64_t from, to; /* the last level in it */
    int64_t arcs;     /* that going on from it would take */
} samen__path_side;

typedef struct samen__path_scratch {
    samen__path_side side[2];
    samen__brandes brandes; /* with lengths */
    int32_t *path;          /* the vertices between the ends */
    int32_t between;
} samen__path_scratch;

samen_status samen__path_open(int32_t vertices, int has_length, samen__path_scratch *scratch,
                              samen_error *err);
void samen__path_close(samen__path_scratch *scratch);

/* Draw a path; its inner vertices are then in scratch->path. None when there is no path. */
void samen__path_draw(const samen__path_graph *graph, samen__path_scratch *scratch, int32_t source,
                      int32_t target, samen__random *random);

#endif
