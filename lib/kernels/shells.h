/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A graph with lengths taken off in shells: vertices that no shortest path goes through, again and again, until
 * few are left to take. */
#ifndef SAMEN_KERNELS_SHELLS_H
#define SAMEN_KERNELS_SHELLS_H

#include "core/run.h"
#include "kernels/brandes.h"
#include "kernels/ends.h"
#include "kernels/parts.h"
#include "kernels/step_lanes.h"

/* A graph on which sweeps from some of its vertices are to be made. */
typedef struct samen__shell {
    samen__brandes_graph graph;
    samen__step_graph steps; /* the same with whole lengths */
    int64_t *start;          /* what the graph points to */
    int32_t *target;
    double *length;
    int32_t *step;
    int64_t *split;
    int64_t *in_start; /* directed with whole lengths only */
    int32_t *in_target, *in_step;
    double *weight;  /* as targets */
    double *own;     /* as sources */
    int32_t *source; /* ascending; all inner or all outer */
    int32_t sources;
    int32_t *vertex; /* of each vertex, its place in the part */
    int64_t *arc;    /* of each arc, its place in the part */
} samen__shell;

typedef struct samen__shells {
    samen__shell *shell;
    int64_t count, capacity;
} samen__shells;

/* Take off the shells of an undirected part. A part that is directed is one shell with nothing taken off. With
 * `whole`, lengths are whole numbers that are wanted as steps too. */
samen_status samen__shells_take(const samen__part *part, int directed, int whole,
                                samen__shells *out, samen__run *run, samen_error *err);
/* The graph as shells with nothing taken off, for paths between some vertices only: ends->source and
 * ends->target say which of the part's. */
samen_status samen__shells_between(const samen__part *part, int directed, int whole,
                                   const samen__ends *ends, samen__shells *out, samen_error *err);
void samen__shells_free(samen__shells *shells);

#endif
