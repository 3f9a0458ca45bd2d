/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of all organisations that took long to find, kept with the view: several tables are made of them. */
#ifndef SAMEN_VIEW_KEPT_H
#define SAMEN_VIEW_KEPT_H

#include "view/view.h"

/* Copy the values under a number, 0 to SAMEN__KEPT - 1, into values[organisations]. Returns whether there are any. */
int samen__view_recall(const samen_view *view, int number, double *values);

/* Keep a copy of these values, unless there are some already or memory is short. They depend on nothing but the
 * view. */
void samen__view_keep(const samen_view *view, int number, const double *values);

#endif
