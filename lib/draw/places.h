/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where organisations stand: components laid out apart and packed, isolates in rows of their own. */
#ifndef SAMEN_DRAW_PLACES_H
#define SAMEN_DRAW_PLACES_H

#include "draw/frame.h"
#include "draw/scene.h"

enum {
    SAMEN__PLACE_AUTO,
    SAMEN__PLACE_STRESS,
    SAMEN__PLACE_FORCE,
    SAMEN__PLACE_MDS,
    SAMEN__PLACE_CIRCLE,
    SAMEN__PLACE_GROUP
};

/* With auto, components of up to so many organisations are laid out by stress, larger ones by force. Stress and mds
 * need the square of their number in memory, so more of them than the other number are refused. */
enum { SAMEN__MOST_AUTO_STRESS = 400, SAMEN__MOST_SQUARE = 5000 };

typedef struct samen__places {
    double *x, *y;  /* of each organisation, in millimetres of the page once they are fitted */
    double spacing; /* how far apart organisations are, about */
    int64_t isolates;
    double isolates_top; /* where their rows begin */
} samen__places;

samen_status samen__places_make(samen__draw_call *call, const samen__scene *scene, uint32_t way,
                                const samen__box *box, samen__places *places, samen_error *err);
void samen__places_free(samen__places *places);

#endif
