/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SAMEN_VIEW_SELECT_H
#define SAMEN_VIEW_SELECT_H

#include "view/view.h"

/* Fill in which organisations the view shows: those that its options choose and, unless it is NULL,
 * that `also` (one byte for each of the network's) marks. */
samen_status samen__select(samen_view *view, const uint8_t *also, samen_error *err);

#endif
