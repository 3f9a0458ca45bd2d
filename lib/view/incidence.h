/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes part in what: the ties of each organisation, and the members of each partnership. */
#ifndef SAMEN_VIEW_INCIDENCE_H
#define SAMEN_VIEW_INCIDENCE_H

#include "view/view.h"

/* A membership, seen from the organisation. */
typedef struct samen__part {
    int64_t place; /* in member */
    int32_t partnership;
} samen__part;

typedef struct samen__incidence {
    uint64_t forms; /* of all that follows */

    /* The ties that the view shows, by the lower of their two organisations. */
    int64_t *tie_start; /* organisations + 1 */
    int64_t *tie;

    /* Partnerships that are projected: for each its members in the view, each once, in ascending order. */
    int64_t *member_start; /* partnerships of the network + 1 */
    int32_t *member;
    uint8_t *is_lead; /* of each member */
    int32_t *size;    /* of each partnership: members in the period, in the view or not */

    /* The same the other way round: the parts of each organisation. */
    int64_t *part_start; /* organisations + 1 */
    samen__part *part;
    int32_t projects; /* these are made */
} samen__incidence;

/* Counts self-ties, undated rows and partnerships without a lead into `pairs` on the way. */
samen_status samen__incidence_make(const samen_view *view, samen__incidence *incidence,
                                   samen__pairs *pairs, samen_error *err);
void samen__incidence_free(samen__incidence *incidence);

#endif
