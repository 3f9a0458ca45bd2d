/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compressed rows of partnerships alone, made without making pairs first. */
#ifndef SAMEN_VIEW_PROJECTED_H
#define SAMEN_VIEW_PROJECTED_H

#include "view/view.h"

/* Make the rows of a view in which nothing but partnerships ties organisations, every two members of each.
 * *made tells whether it is such a view; the rows of others are made of pairs. Both ways give the same bits.
 * Complexity: O(memberships + sum of the squared sizes of partnerships). */
samen_status samen__projected_rows(const samen_view *view, samen__run *run, samen__rows *rows,
                                   int *made, samen_error *err);

#endif
