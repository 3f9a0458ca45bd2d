/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores behind the tables of betweenness. */
#ifndef SAMEN_MEASURES_BROKERAGE_BETWEEN_H
#define SAMEN_MEASURES_BROKERAGE_BETWEEN_H

#include "kernels/ends.h"
#include "measures/measure.h"
#include "samen/brokerage.h"

typedef struct samen__between {
    int directed;
    int64_t n;
    const samen__rows *rows, *in_rows; /* in_rows NULL when undirected */
    double *length;                    /* of each arc, NULL when every tie is one step */

    /* Between whom. */
    uint8_t *source, *target; /* of each organisation, whether it may be that */
    samen__ends ends;
    samen__ends_count count;
    double pairs; /* that count */
    int some;     /* not between all */

    /* Of each organisation: its betweenness; over how many pairs it is normalised, 0 for undefined. */
    double *value, *over;
    double *lower, *upper; /* bounds of what is normalised; estimates only */
    int64_t draws;         /* 0: nothing had to be drawn */
    double *arc;           /* likewise of each arc; NULL unless ties are asked for */
} samen__between;

samen_status samen__between_find(samen__call *call, samen__between *out, samen_error *err);
void samen__between_free(samen__between *between);

#endif
