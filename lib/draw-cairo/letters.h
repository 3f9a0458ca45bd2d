/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text: set in the first of the machine's fonts that has the letter, and never wider than the room for it.
 *
 * Fontconfig finds the fonts and Cairo sets the letters one after the other. Names in Latin, Greek, Cyrillic and
 * Chinese letters need no more; scripts whose letters join or run from right to left (Arabic, Hebrew, Devanagari)
 * would need Pango and all that it brings, and are left to SVG, whose reader knows them. */
#ifndef SAMEN_DRAW_CAIRO_LETTERS_H
#define SAMEN_DRAW_CAIRO_LETTERS_H

#include <cairo.h>
#include <fontconfig/fontconfig.h>

#include "samen/surface.h"

enum { SAMEN__WEIGHTS = 2 }; /* regular and bold */

/* The fonts of one weight, the best first. Zeroed, none have been looked for. */
typedef struct samen__fonts {
    FcConfig *config; /* that of the letters */
    FcPattern *wanted;
    FcFontSet *found;
    cairo_font_face_t **face; /* of each that was found; NULL until it is needed */
} samen__fonts;

typedef struct samen__letters {
    FcConfig *
        config; /* of our own, and gone with us: the host's is left alone, and no state stays behind */
    samen__fonts fonts[SAMEN__WEIGHTS];
    cairo_font_options_t *options;
} samen__letters;

/* Zeroed letters are ready. */
samen_status samen__letters_draw(samen__letters *letters, cairo_t *to, double x, double y,
                                 const char *text, const samen_surface_lettering *how,
                                 samen_error *err);

void samen__letters_free(samen__letters *letters);

#endif
