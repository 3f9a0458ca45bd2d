/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the picture of shares shows: rows (the network, organisations, groups, waves) by forms. */
#ifndef SAMEN_DRAW_SHARES_H
#define SAMEN_DRAW_SHARES_H

#include "draw/frame.h"

enum { SAMEN__BY_WHOLE, SAMEN__BY_ORGANISATION, SAMEN__BY_GROUP, SAMEN__BY_WAVE };
enum { SAMEN__OF_TIES, SAMEN__OF_WEIGHT, SAMEN__OF_PAIRS, SAMEN__OF_PARTNERSHIPS };
enum { SAMEN__BARS_AUTO, SAMEN__BARS_STACKED, SAMEN__BARS_DODGED };

typedef struct samen__shares_options {
    samen__draw_common common;
    const char *group;
    const char *const *waves;
    int64_t waves_count;
    int64_t top;
    int64_t draws;
    double level;
    uint32_t by, of, bars, names;
} samen__shares_options;

/* One form in one row. */
typedef struct samen__share {
    double amount;       /* ties, weight, pairs or partnerships */
    double share;        /* NAN where there is nothing to share */
    double lower, upper; /* NAN where no measure gives them */
} samen__share;

typedef struct samen__shares_row {
    char *name;
    int64_t count; /* of what shares are of; of weight, the ties that have it */
    double total;  /* the same, or the weight */
} samen__shares_row;

typedef struct samen__shares {
    samen__draw_call *call;
    const samen__shares_options *options;
    int32_t stacked;
    int32_t forms; /* those that occur in some row */
    int32_t form[SAMEN_FORMS_MAX];
    uint64_t absent; /* those that the view shows, and that do not */
    samen__shares_row *row;
    int64_t rows, row_capacity;
    int64_t all;           /* rows that there are, shown or not */
    int64_t without_group; /* organisations */
    samen__share *share;   /* rows * forms */
    int64_t share_capacity;
    int32_t intervals;  /* there are some */
    int32_t in_several; /* shares of pairs add up to more than 1 */
    samen__frame frame;
} samen__shares;

/* What the measures say, before anything is drawn. */
samen_status samen__shares_find(samen__shares *s, samen_error *err);
void samen__shares_free(samen__shares *s);

/* Keys and notes into the frame, and what is read to who does not see the picture. */
samen_status samen__shares_legend(samen__shares *s, samen_error *err);
samen_status samen__shares_describe(const samen__shares *s, samen__text *text, samen_error *err);

/* "City of X: consultation 34 % (25 to 44), 12 of 35 ties" */
void samen__shares_say(const samen__shares *s, int64_t row, int32_t form, samen__text *text);

/* "ties": what is counted. */
samen__word samen__shares_counted(const samen__shares *s, int64_t count);

static inline samen__share *samen__share_of(const samen__shares *s, int64_t row, int32_t form) {
    return &s->share[row * s->forms + form];
}

#endif
