/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A surface that writes SVG: valid XML without scripts or references to anything outside, text that is text, and
 * a name and role for every mark. Places are written to a hundredth of a millimetre, whatever the locale. */
#ifndef SAMEN_DRAW_SVG_H
#define SAMEN_DRAW_SVG_H

#include "core/text.h"
#include "draw/surface.h"

typedef struct samen__svg {
    samen__surface surface; /* first, so that a surface is one of these */
    samen__text text;
    int32_t path_failed; /* a path that was handed in had failed */
} samen__svg;

void samen__svg_start(samen__svg *svg);

/* The whole text, when the page is closed. */
samen_status samen__svg_take(samen__svg *svg, char **out, int64_t *length, samen_error *err);

void samen__svg_free(samen__svg *svg);

/* For text and for attributes in quotes: what XML reserves as entities, what cannot be seen as \u{...}. */
void samen__svg_escape(samen__text *text, const char *bytes, int64_t length);

/* Rounded to `decimals` places, 0 to 4, without zeros that say nothing: -.5, 12, 3.07. */
void samen__svg_number(samen__text *text, double value, int32_t decimals);

#endif
