/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 512 shuffles of labels side by side. The label of a vertex is spread over masks: one for each binary
 * digit, with a bit for each draw. Where two vertices are alike is then a few operations for all draws,
 * and counting where it holds is adding masks up. */
#ifndef SAMEN_KERNELS_ROLES_DRAWS_H
#define SAMEN_KERNELS_ROLES_DRAWS_H

#include "kernels/bit_counter.h"
#include "kernels/roles.h"

typedef struct samen__label_draws {
    const samen__roles *roles;
    const samen__mask *digit; /* of each vertex, `digits` of them */
    int32_t digits;
    int64_t used[SAMEN__MASK_LANES]; /* 1 for lanes that are a draw, 0 for those to spare */
    const int64_t *observed;
    int64_t *more, *fewer; /* of each count, added to */
} samen__label_draws;

/* What one thread needs: masks and numbers for every neighbour of a vertex. */
typedef struct samen__role_scratch {
    int32_t *mark;
    int64_t *found;
    samen__mask *digit;    /* of each neighbour its masks */
    samen__mask *alike;    /* of each neighbour: where it has the label of the vertex */
    int64_t *first, *last; /* of each neighbour: closed two-paths that begin, that end there */
    samen__counter *counter;
    int64_t (*count)[SAMEN__MASK_LANES]; /* what the counters say */
} samen__role_scratch;

samen_status samen__role_scratch_open(const samen__label_draws *draws,
                                      samen__role_scratch **scratch, samen_error *err);
void samen__role_scratch_close(samen__role_scratch *scratch);

/* The roles of one vertex in all draws, compared with the observed ones, and added to sum[role][lane]. */
typedef void samen__role_drawer(const samen__label_draws *draws, samen__role_scratch *scratch,
                                int64_t vertex, int64_t sum[SAMEN__ROLES][SAMEN__MASK_LANES]);

/* The same code compiled for what the processor can do; the results are the same. */
samen__role_drawer *samen__role_drawer_here(void);
samen__role_drawer samen__role_draws_plain;
samen__role_drawer samen__role_draws_avx2;
samen__role_drawer samen__role_draws_avx512;

enum {
    SAMEN__DRAWN_FIRST, /* neighbours of the same label with an arc to the vertex */
    SAMEN__DRAWN_LAST,  /* from the vertex */
    SAMEN__DRAWN_BOTH,
    SAMEN__DRAWN_ALIKE,        /* two-paths whose ends are alike */
    SAMEN__DRAWN_CLOSED_OWN,   /* closed: coordinators */
    SAMEN__DRAWN_CLOSED_ALIKE, /* closed: itinerants */
    SAMEN__DRAWN_CLOSED_FIRST, /* closed, with first and middle alike */
    SAMEN__DRAWN_CLOSED_LAST,
    SAMEN__DRAWN
};

#endif
