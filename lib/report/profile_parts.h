/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a profile: what there is to say to one organisation about itself. */
#ifndef SAMEN_REPORT_PROFILE_PARTS_H
#define SAMEN_REPORT_PROFILE_PARTS_H

#include "report/document.h"
#include "view/groups.h"

typedef struct samen__profiled {
    samen__document *d;
    const char *key, *name;
    int32_t number;   /* in the view */
    int32_t *partner; /* the view's numbers, in ascending order */
    int64_t partners;
    samen__groups groups; /* of the document's attribute; nothing without one */
} samen__profiled;

void samen__profile_headline(const samen__profiled *p);
void samen__profile_partners(const samen__profiled *p);
void samen__profile_place(const samen__profiled *p);
void samen__profile_roles(const samen__profiled *p);
void samen__profile_partnerships(const samen__profiled *p);
void samen__profile_waves(const samen__profiled *p);
void samen__profile_minding(const samen__profiled *p);

/* The partners of an organisation in a view: *out is to be deleted by the caller. Gives how many, -1 after a failure. */
int64_t samen__partners_of(const samen_view *view, int32_t number, const samen_run *run,
                           int32_t **out, samen_error *err);

/* The name of an organisation of the view. */
static inline const char *samen__name_of(const samen_view *view, int32_t number) {
    return samen_network_name(view->network, SAMEN_ORGANISATIONS, view->organisation[number]);
}

/* The median of a column of numbers over all organisations but one, in rows where the text column `where` is `is`
 * (`where` NULL: in all rows); NaN when there is none. */
double samen__median_of_others(const samen__profiled *p, const samen_table *table,
                               const char *column, const char *where, const char *is);

#endif
