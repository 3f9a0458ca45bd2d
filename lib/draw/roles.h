/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the picture of brokerage roles shows: the organisations with the most, in a panel for each role. */
#ifndef SAMEN_DRAW_ROLES_H
#define SAMEN_DRAW_ROLES_H

#include "draw/frame.h"
#include "kernels/roles.h"

typedef struct samen__roles_options {
    samen__draw_common common;
    const char *group;
    int64_t top;
    int64_t draws;
    uint32_t names;
    uint32_t reserved;
} samen__roles_options;

/* A count beside what would be expected, were ties independent. */
typedef struct samen__role_found {
    double count, expected;
    double lower, upper; /* of the range that it is expected in; not below 0 */
    double p;     /* of the shuffled groups, on the side where the count is; NAN without draws */
    int32_t more; /* that side */
    int32_t outside;
} samen__role_found;

typedef struct samen__roles_shown {
    samen__draw_call *call;
    const samen__roles_options *options;
    samen_table *table; /* for each organisation every role, and the total */
    int64_t *order;     /* organisations by total, the most first; those without a group last */
    int64_t shown, all; /* of those with a group */
    int64_t without_group;
    int32_t role[SAMEN__TOTAL]; /* of each panel: in an undirected view two of them are the same */
    int32_t panels;
    samen__frame frame;
} samen__roles_shown;

samen_status samen__roles_find(samen__roles_shown *r, samen_error *err);
samen__role_found samen__role_of(const samen__roles_shown *r, int64_t organisation, int32_t role);
void samen__roles_shown_free(samen__roles_shown *r);

const char *samen__role_organisation(const samen__roles_shown *r, int64_t organisation);

/* What a panel is of: "liaison", or two names of the same; and "between two other groups". */
void samen__role_title(const samen__roles_shown *r, int32_t role, const char *between,
                       samen__text *text);
const char *samen__role_meaning(const samen__roles_shown *r, int32_t role);

/* Keys and notes into the frame, and what is read to who does not see the picture. */
samen_status samen__roles_legend(samen__roles_shown *r, samen_error *err);
samen_status samen__roles_describe(const samen__roles_shown *r, samen__text *text,
                                   samen_error *err);

/* "Red Cross, liaison: 30, expected 23.7 (1.5 to 46); ..." */
void samen__role_say(const samen__roles_shown *r, int64_t organisation, int32_t role,
                     samen__text *text);

/* The mark of a count, and of the range that it is expected in. */
samen__pen samen__role_pen(int32_t outside);
samen__pen samen__role_range_pen(void);

#define SAMEN__ROLE_RADIUS 0.95

#endif
