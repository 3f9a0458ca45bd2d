/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a report, each written by one function, in the order in which they are read. A part that has nothing
 * to say adds nothing. */
#ifndef SAMEN_REPORT_PARTS_H
#define SAMEN_REPORT_PARTS_H

#include "report/document.h"

enum {
    SAMEN__TOP_ORGANISATIONS = 10, /* rows of a table of organisations that are shown */
    SAMEN__TOP_GROUPS = 30         /* likewise of pairs of groups */
};

void samen__part_headline(samen__document *d);
void samen__part_read(samen__document *d);
void samen__part_response(samen__document *d);
void samen__part_network(samen__document *d);
void samen__part_forms(samen__document *d);
void samen__part_waves(samen__document *d);
void samen__part_cohesion(samen__document *d);
void samen__part_brokers(samen__document *d);
void samen__part_roles(samen__document *d);
void samen__part_cutpoints(samen__document *d);
void samen__part_partnerships(samen__document *d);
void samen__part_minding(samen__document *d);

/* Of the results that are there: it comes last. */
void samen__part_methods(samen__document *d);

/* ---- What several of them need --------------------------------------------------------------------------- */

/* The name of a form of the view's typology in the language of the document. */
const char *samen__form_name(const samen__document *d, const char *key);

/* Has the network ties that count both ways by themselves? */
int samen__has_undirected(const samen__document *d);

/* Rows in which a column is above 0. */
int64_t samen__count_above_zero(const samen_table *table, const char *column);

/* Terms: what measures of brokers, and roles between groups, mean. */
void samen__explain_brokerage(samen__document *d);
void samen__explain_roles(samen__document *d);

/* Action against consultation; NULL where the typology has not both, where neither occurs, or after a failure. */
const samen_table *samen__contrast(samen__document *d);

/* Each form's share of all ties with its interval, that form being set against all others: form, ties, share, lower,
 * upper, of the forms that occur. Made once, and a result of the document. NULL after a failure. */
const samen_table *samen__form_intervals(samen__document *d);

#endif
