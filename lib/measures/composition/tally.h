/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting ties, weights, pairs and partnerships by form, in buckets: the whole network, each
 * organisation, each group, each pair of groups. */
#ifndef SAMEN_MEASURES_COMPOSITION_TALLY_H
#define SAMEN_MEASURES_COMPOSITION_TALLY_H

#include "measures/forms.h"

typedef enum samen__buckets {
    SAMEN__WHOLE,
    SAMEN__EACH_ORGANISATION,
    SAMEN__EACH_GROUP,
    SAMEN__EACH_GROUP_PAIR
} samen__buckets;

typedef struct samen__tally {
    int64_t ties, records, pairs, partnerships;
    double weight;
} samen__tally;

typedef struct samen__tallies {
    samen__form_lines lines;
    samen__buckets kind;
    const samen__groups *groups; /* for the kinds that need them */
    int64_t buckets;
    samen__tally *tally; /* buckets * lines.count; line 0 is all forms together */
} samen__tallies;

/* Count everything that the view shows. Line 0 has each pair once, and the sums of the rest. */
samen_status samen__tally_make(const samen__call *call, samen__buckets kind,
                               const samen__groups *groups, samen__tallies *tallies,
                               samen_error *err);
void samen__tally_free(samen__tallies *tallies);

/* The bucket of two groups, in either order. */
int64_t samen__group_pair(const samen__groups *groups, int32_t a, int32_t b);

/* How many ties and how much weight a cell stands for. */
int64_t samen__cell_ties(const samen__cell *cell);
double samen__cell_weight(const samen__cell *cell);

#endif
