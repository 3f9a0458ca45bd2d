/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One island laid out: turned to lie broad, and scaled so that its organisations are about 1 apart. */
#ifndef SAMEN_DRAW_SETTLE_H
#define SAMEN_DRAW_SETTLE_H

#include "bridge/layout.h"
#include "draw/islands.h"

#define SAMEN__ISLAND_ROOM 0.5 /* around an island */

/* Fills in x and y of each member, from the island's corner, and the island's width and height. The seed of the
 * run and the island's number make it the same every time. */
samen_status samen__settle(samen__island *island, int64_t number, samen__layout_way way, double *x,
                           double *y, samen__run *run, samen_error *err);

#endif
