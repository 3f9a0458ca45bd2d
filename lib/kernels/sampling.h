/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Betweenness from paths drawn at random, with bounds that hold for all vertices at once. */
#ifndef SAMEN_KERNELS_SAMPLING_H
#define SAMEN_KERNELS_SAMPLING_H

#include "core/run.h"
#include "kernels/draw_path.h"
#include "kernels/ends.h"

/* What is to be estimated of each vertex v: scale[v] times the share of pairs' paths that go through it, plus
 * offset[v]. */
typedef struct samen__sampling {
    const samen__ends *ends; /* between whom paths lead; some pair counts */
    const double *scale;     /* 0 where nothing is to be known */
    const double *offset;
    double epsilon; /* how far off an estimate may be */
    double delta;   /* the chance that some estimate is outside its bounds */
    int64_t top;    /* above 0: stop as soon as it is known which so many are the largest */
} samen__sampling;

/* Arrays of one number for each vertex. */
typedef struct samen__estimates {
    double *value, *lower, *upper;
    int64_t draws;
} samen__estimates;

/* Draw until every value is within epsilon of both of its bounds, or the largest are known. With probability
 * 1 - delta at least, every true value is within its bounds. The same seed gives the same bits on any number of
 * threads. Complexity: O(log(n / delta) / epsilon^2) paths at worst; memory O(n) for each thread. */
samen_status samen__sample(const samen__path_graph *graph, const samen__sampling *sampling,
                           samen__estimates *out, samen__run *run, samen_error *err);
void samen__estimates_free(samen__estimates *estimates);

#endif
