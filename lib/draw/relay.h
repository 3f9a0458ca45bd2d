/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A surface that hands everything on to one of the caller's: every pen whole, dashes as lengths, texts as they are
 * to be shown. */
#ifndef SAMEN_DRAW_RELAY_H
#define SAMEN_DRAW_RELAY_H

#include "core/text.h"
#include "draw/surface.h"
#include "samen/surface.h"

typedef struct samen__relay {
    samen__surface surface; /* first, so that a surface is one of these */
    samen_surface to;
    samen__text text, title;
    samen__pen *pen; /* of each group that is open */
    int64_t pens, capacity;
    int32_t failed; /* memory ran out */
} samen__relay;

/* `argument` is the place of the surface in the public call. To be ended in any case. */
samen_status samen__relay_start(samen__relay *relay, const samen_surface *surface, int32_t argument,
                                samen_error *err);

/* What the drawing came to, given what the drawing code says. */
samen_status samen__relay_end(samen__relay *relay, samen_status status, samen_error *err);

#endif
