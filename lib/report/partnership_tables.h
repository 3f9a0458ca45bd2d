/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables about partnerships. The caller frees them. */
#ifndef SAMEN_REPORT_PARTNERSHIP_TABLES_H
#define SAMEN_REPORT_PARTNERSHIP_TABLES_H

#include "report/partnerships.h"

/* All together, then each form that occurs: form, partnerships, share, smallest, median, largest (members). */
samen_status samen__partnerships_by_form(const samen_view *view, const samen__members *members,
                                         samen_table **out, samen_error *err);

/* How many have how many members: members, partnerships. */
samen_status samen__partnerships_by_size(const samen_view *view, const samen__members *members,
                                         samen_table **out, samen_error *err);

/* Each: partnership, name, form, start, end, members, leads (keys parted by commas). */
samen_status samen__partnerships_each(const samen_view *view, const samen__members *members,
                                      samen_table **out, samen_error *err);

/* Each organisation of the view: organisation, name, partnerships, led (those it leads), forms (of its partnerships). */
samen_status samen__partnerships_by_organisation(const samen_view *view,
                                                 const samen__members *members, samen_table **out,
                                                 samen_error *err);

/* Each role: role, memberships, organisations. Without roles it has no rows. */
samen_status samen__partnerships_by_role(const samen_view *view, samen_table **out,
                                         samen_error *err);

#endif
