/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The network of a document twice: as a picture that stands still, and as data for one that a reader takes apart. Both
 * come of one sociogram, so that everything is in the same place with the same mark, and is placed only once. */
#ifndef SAMEN_REPORT_GRAPH_H
#define SAMEN_REPORT_GRAPH_H

#include "report/document.h"

/* With more organisations, or more ties than are drawn in detail, it is for a library that draws by WebGL. */
enum { SAMEN__GRAPH_LARGE = 2000 };

typedef struct samen__graph {
    char *picture; /* SVG */
    int64_t picture_length;
    char *data; /* JSON, safe inside a script element */
    int64_t data_length;
    int32_t large;
} samen__graph;

/* `options` are those of a sociogram, complete, as for samen_draw(). */
samen_status samen__graph_make(const samen__document *d, const char *options, const samen_run *run,
                               samen__graph *graph, samen_error *err);
void samen__graph_free(samen__graph *graph);

#endif
