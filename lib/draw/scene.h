/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sociogram shows of a view: its ties one form at a time, the strongest where there are too many; groups;
 * the values that marks are sized by. */
#ifndef SAMEN_DRAW_SCENE_H
#define SAMEN_DRAW_SCENE_H

#include "draw/drawing.h"
#include "view/groups.h"

/* Above so many ties only the strongest are drawn, and those that hold together what is tied; of equally strong ones
 * those of organisations with few. */
enum { SAMEN__TIES_DRAWN = 100000 };

/* What ties two organisations in one form. */
typedef struct samen__stroke {
    int32_t low, high;
    double forward, backward; /* weights; 0 where there is no tie that way */
    uint8_t form;
    uint8_t undirected; /* it is one tie and has no arrow heads */
    uint8_t slot;       /* its place among the parallel ones of the pair */
    uint8_t slots;
} samen__stroke;

typedef struct samen__scene {
    int64_t organisations;
    samen__stroke *stroke; /* pair by pair */
    int64_t strokes;
    int64_t left_out; /* ties that are not drawn because there are too many */
    double strongest, weakest;
    uint64_t forms;       /* of the strokes */
    int64_t *partners;    /* of each organisation, those left out counted */
    samen__groups groups; /* none when no attribute was named */
    int32_t *rank;        /* of each group by size, the largest being 0 */
    double
        *value; /* of each organisation, NAN where there is none; NULL when marks are of one size */
    double largest_value;
    char *value_name; /* the column */
    uint8_t *silent;  /* did not respond; NULL when all did or none is known */
    int64_t silents;
} samen__scene;

/* `group` is an attribute or NULL; `size` is "none", "degree", "betweenness", or a measure and a column of its
 * table of organisations, as "brokerage.holes:constraint". Groups that are given must be those of the view. */
samen_status samen__scene_make(samen__draw_call *call, const char *group, const char *size,
                               samen__scene *scene, samen_error *err);

/* Only who there is: partners, groups, and who did not respond. Ties are counted, not listed. */
samen_status samen__scene_start(const samen__draw_call *call, const char *group,
                                samen__scene *scene, samen_error *err);
void samen__scene_free(samen__scene *scene);

static inline double samen__stroke_weight(const samen__stroke *stroke) {
    return stroke->forward > stroke->backward ? stroke->forward : stroke->backward;
}

#endif
