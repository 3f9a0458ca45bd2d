/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the picture of a distribution shows: one set of values, or two where ties have a direction. */
#ifndef SAMEN_DRAW_DISTRIBUTION_H
#define SAMEN_DRAW_DISTRIBUTION_H

#include "draw/frame.h"

enum { SAMEN__SCALE_AUTO, SAMEN__SCALE_LINEAR, SAMEN__SCALE_LOG };

typedef struct samen__distribution_options {
    samen__draw_common common;
    const char *of;
    uint32_t scale;
    uint32_t reserved;
} samen__distribution_options;

/* Values in ascending order; those that are undefined are left out. */
typedef struct samen__sample {
    double *value;
    int64_t count, undefined;
    int64_t zeros; /* of count */
    char *name;
    double mean, median, largest;
} samen__sample;

typedef struct samen__distribution {
    samen__draw_call *call;
    const samen__distribution_options *options;
    samen__sample sample[2];
    int32_t samples;
    int32_t whole;        /* values are whole numbers */
    int32_t partnerships; /* values are of these, not of organisations */
    int32_t logarithmic;
    const char *of_what; /* in the title */
    samen__frame frame;
} samen__distribution;

samen_status samen__distribution_find(samen__distribution *d, samen_error *err);
void samen__distribution_free(samen__distribution *d);

/* Notes into the frame, and what is read to who does not see the picture. */
void samen__distribution_note(samen__distribution *d);
samen_status samen__distribution_describe(const samen__distribution *d, samen__text *text,
                                          samen_error *err);

/* "number of members 5 to 9: 12 of 31 partnerships" */
void samen__distribution_say_bar(const samen__distribution *d, const samen__sample *sample,
                                 double from, double to, int64_t count, samen__text *text);

/* "number of members at least 5: 39 %, 12 of 31 partnerships" */
void samen__distribution_say_rest(const samen__distribution *d, const samen__sample *sample,
                                  double from, int64_t count, samen__text *text);

/* "12 of 31 partnerships" without the first number: the word. */
samen__word samen__distribution_counted(const samen__distribution *d, int64_t count);

#endif
