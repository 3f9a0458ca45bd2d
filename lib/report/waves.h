/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waves: periods in which the same was observed again. A network has waves when its dated ties have from two to eight
 * different periods, each with a start and an end, that do not overlap. */
#ifndef SAMEN_REPORT_WAVES_H
#define SAMEN_REPORT_WAVES_H

#include "report/document.h"

enum { SAMEN__MOST_WAVES = 8, SAMEN__DAY_SIZE = 11 };

typedef struct samen__wave {
    int32_t start, end; /* days */
    char from[SAMEN__DAY_SIZE], to[SAMEN__DAY_SIZE];
    char label[2 * SAMEN__DAY_SIZE +
               2];            /* "2022" for a calendar year, "2022-09-01..2023-09-01" for others */
    samen__document document; /* of what the view shows in it, for its results */
} samen__wave;

typedef struct samen__waves {
    samen__wave wave[SAMEN__MOST_WAVES]; /* in order of time */
    int32_t count;                       /* 0: the view has no waves */
} samen__waves;

/* The waves among the ties that a view shows; where the network has no ties, among its partnerships. Only their periods
 * are filled in. */
void samen__waves_find(const samen_view *view, samen__waves *waves);

/* Make the view of each wave, with a document of its own to measure in. To be closed in any case. */
void samen__waves_open(samen__document *d, samen__waves *waves);

/* What they computed counts as the document's. */
void samen__waves_close(samen__document *d, samen__waves *waves);

#endif
