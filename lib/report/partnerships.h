/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The partnerships that a view shows, whether it makes ties of them or not: who is in them, and who leads. */
#ifndef SAMEN_REPORT_PARTNERSHIPS_H
#define SAMEN_REPORT_PARTNERSHIPS_H

#include "view/view.h"

/* An organisation of the view in a partnership, once, whatever the number of its memberships. */
typedef struct samen__member {
    int32_t partnership;  /* of the network */
    int32_t organisation; /* of the view */
    uint8_t leads;
} samen__member;

typedef struct samen__members {
    samen__member *member; /* by partnership, in each by organisation */
    int64_t members;
    int32_t *shown; /* partnerships with a member, in the order of the network */
    int64_t *start; /* where in member each of them begins, and one end more */
    int64_t count;  /* of partnerships that are shown */
} samen__members;

/* To be freed in any case. */
samen_status samen__members_make(const samen_view *view, samen__members *members, samen_error *err);
void samen__members_free(samen__members *members);

static inline int64_t samen__members_size(const samen__members *members, int64_t shown) {
    return members->start[shown + 1] - members->start[shown];
}

#endif
