/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brandes' algorithm from sixteen sources at once where lengths are whole numbers of steps. */
#ifndef SAMEN_KERNELS_STEP_LANES_H
#define SAMEN_KERNELS_STEP_LANES_H

#include <stdatomic.h>

#include "kernels/brandes.h"

enum { SAMEN__STEP_LANES = 16, SAMEN__MOST_STEP = 4095 };

/* A graph with steps, and with the rows of in-neighbours; without copies. */
typedef struct samen__step_graph {
    samen__brandes_graph out;
    const int64_t *in_start; /* the same as of out-neighbours when undirected */
    const int32_t *in_target;
    const int32_t *in_step;
} samen__step_graph;

/* A vertex, and lanes that come to it in the same turn. */
typedef struct samen__step_entry {
    int32_t vertex;
    int32_t turn;
    uint32_t lanes;
} samen__step_entry;

/* What one thread needs. Arrays of lanes hold SAMEN__STEP_LANES numbers for each vertex. */
typedef struct samen__step_scratch {
    int32_t *distance; /* lanes; of outer vertices the source's own tie to it */
    double *value;     /* lanes: path counts, and then what is handed back to each path */
    double *handed;    /* lanes: what outer vertices hand back */
    uint8_t *waiting;  /* one of its neighbours has come nearer */
    uint16_t *source;  /* lanes whose source it is */
    samen__step_entry *entry, *spare;
    int64_t entries;
    const atomic_int *stop; /* when it is set, a sweep ends with whatever it has */
} samen__step_scratch;

samen_status samen__step_open(int32_t vertices, const atomic_int *stop,
                              samen__step_scratch *scratch, samen_error *err);
void samen__step_close(samen__step_scratch *scratch);

/* May distances in a graph of so many vertices, whose longest arc has this many steps, be counted here? */
int samen__step_can(int64_t vertices, int32_t longest);

/* As samen__brandes_source, from up to sixteen sources in ascending order, which are all inner or all outer.
 * Returns 0 when path counts were too large: then nothing was added. */
int samen__step_sweep(const samen__step_graph *graph, samen__step_scratch *scratch,
                      const int32_t *source, const double *source_weight, int32_t sources,
                      double *vertex, double *arc);

#endif
