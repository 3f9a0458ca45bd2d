/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ties of a view sorted into lines: by form, or by pair of groups. */
#ifndef SAMEN_MEASURES_COHESION_BLOCKS_H
#define SAMEN_MEASURES_COHESION_BLOCKS_H

#include "kernels/kinds.h"
#include "measures/forms.h"

typedef struct samen__blocks {
    int64_t organisations;
    int32_t directed;
    int32_t count;               /* lines */
    samen__form_lines lines;     /* by form */
    const samen__groups *groups; /* by group, else NULL */
    int32_t *group, *partner;    /* by group: of each line */
    double *possible;            /* of each line */
    int64_t *ties;
    double *weight;

    /* Tied pairs (ordered ones in a directed view), and of what kind each is: to which lines it adds 1. */
    int64_t entries;
    int32_t *one, *other;
    int32_t *kind;
    samen__kinds kinds;
} samen__blocks;

/* `draws` bootstrap draws are to come: too many lines for them is SAMEN_ERR_LIMIT. */
samen_status samen__blocks_make(const samen__call *call, const samen__groups *groups, int64_t draws,
                                samen__blocks *blocks, samen_error *err);
void samen__blocks_free(samen__blocks *blocks);

/* The same as input for the vertex bootstrap, within groups where there are groups. */
samen__resampling samen__blocks_resampling(const samen__blocks *blocks);

/* The columns "ties" and "possible", a row for each line. */
samen_status samen__blocks_add_counts(const samen__blocks *blocks, samen_table *table,
                                      samen_error *err);

/* The table "response" of density. */
samen_status samen__density_response(samen__call *call, const samen__blocks *blocks,
                                     samen_table *table, samen_error *err);

#endif
