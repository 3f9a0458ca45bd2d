/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes part in what: the ties of each organisation, and the members of each partnership. */
#ifndef SAMEN_VIEW_INCIDENCE_H
#define SAMEN_VIEW_INCIDENCE_H

#include "view/view.h"

typedef struct samen__incidence {
    /* The ties that the view shows, by the lower of their two organisations. */
    int64_t *tie_start; /* organisations + 1 */
    int64_t *tie;

    /* Partnerships that are projected: for each its members in the view, each once. */
    int64_t *member_start; /* partnerships of the network + 1 */
    int32_t *member;
    uint8_t *is_lead; /* of each member */
    int32_t *size;    /* members in the period, in the view or not */

    /* The same the other way round: the partnerships of each organisation. */
    int64_t *partnership_start; /* organisations + 1 */
    int32_t *partnership;
    int32_t projects; /* the three above are made */
} samen__incidence;

/* Counts self-ties, undated rows and partnerships without a lead into `pairs` on the way. */
samen_status samen__incidence_make(const samen_view *view, samen__incidence *incidence,
                                   samen__pairs *pairs, samen_error *err);
void samen__incidence_free(samen__incidence *incidence);

#endif
