/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of organisations that a measure gives, and calling measures from within a picture. */
#ifndef SAMEN_DRAW_VALUES_H
#define SAMEN_DRAW_VALUES_H

#include "draw/drawing.h"

typedef struct samen__values {
    double *value; /* of each organisation, NAN where there is none */
    char *name;    /* the column */
    double largest;
    int32_t whole; /* all are whole numbers */
} samen__values;

/* What an option names: "degree", "betweenness", or a measure and a column of its table of organisations, as
 * "brokerage.holes:constraint". `names` are the short ones that the option takes, for its message. To be freed after
 * a failure too. */
samen_status samen__values_make(const samen__draw_call *call, const char *option, const char *what,
                                const char *names, samen__values *values, samen_error *err);
void samen__values_free(samen__values *values);

/* What a measure is given that runs for a picture. */
samen_run samen__draw_run(const samen__draw_call *call);

/* A measure that fails blames its own arguments; whoever asked for the picture gave them as options of that. */
samen_status samen__draw_blame(const samen__draw_call *call, samen_status status, samen_error *err);

#endif
