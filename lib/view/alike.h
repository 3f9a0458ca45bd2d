/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Views that differ from another in one thing. */
#ifndef SAMEN_VIEW_ALIKE_H
#define SAMEN_VIEW_ALIKE_H

#include "view/view.h"

/* The same choice of the same organisations, in the same order, in another period: days as "2024-01-01". To be freed
 * by the caller. */
samen_status samen__view_period(const samen_view *view, const char *from, const char *to,
                                const samen_run *run, samen_view **out, samen_error *err);

/* The same choice of some of its organisations, `count` of the view's numbers, of which there is one at least. */
samen_status samen__view_some(const samen_view *view, const int32_t *organisation, int64_t count,
                              const samen_run *run, samen_view **out, samen_error *err);

#endif
