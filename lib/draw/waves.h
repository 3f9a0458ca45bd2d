/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waves: what a view shows, in another period. */
#ifndef SAMEN_DRAW_WAVES_H
#define SAMEN_DRAW_WAVES_H

#include "draw/drawing.h"

/* The same choice of the same organisations in the period of a wave, "FROM..TO"; the title is added to a text. */
samen_status samen__wave_see(const samen__draw_call *call, const char *wave, samen__text *title,
                             samen_view **view, samen_error *err);

/* The failure of a picture by wave that was given none. */
samen_status samen__waves_needed(const samen__draw_call *call, samen_error *err);

#endif
