/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organisations in parts that are laid out apart from each other: components, or groups. Isolates are in none. */
#ifndef SAMEN_DRAW_ISLANDS_H
#define SAMEN_DRAW_ISLANDS_H

#include "draw/scene.h"

typedef struct samen__island {
    const int32_t *member; /* organisations, ascending */
    int64_t members;
    const int32_t (*edge)[2]; /* places in member; each tied pair once */
    int64_t edges;
    double width, height; /* once laid out, with room around it; organisations are about 1 apart */
    double x, y;          /* its upper left corner, once arranged */
} samen__island;

typedef struct samen__islands {
    samen__island *island; /* the largest first */
    int64_t count;
    int32_t *member;
    int32_t (*edge)[2];
    int64_t members;
} samen__islands;

/* By group, or by component; who has no group makes an island too. */
samen_status samen__islands_make(const samen__scene *scene, int by_group, samen__islands *islands,
                                 samen_error *err);
void samen__islands_free(samen__islands *islands);

#endif
