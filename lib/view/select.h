/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SAMEN_VIEW_SELECT_H
#define SAMEN_VIEW_SELECT_H

#include "view/view.h"

/* Fill in which organisations the view shows: those that its options choose and, unless it is NULL,
 * that `also` (one byte for each of the network's) marks. */
samen_status samen__select(samen_view *view, const uint8_t *also, samen_error *err);

/* Keep of the organisations that are marked in `chosen`, one byte for each of the network's, those for which the
 * conditions hold: "attribute=value" or "attribute!=value" each, values of one attribute being alternatives.
 * `option` is where they come from, for messages. */
samen_status samen__select_where(const samen_network *network, const char *const *where,
                                 int64_t count, const char *option, uint8_t *chosen,
                                 samen_error *err);

#endif
