/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Islands packed into a rectangle of about a given shape. */
#ifndef SAMEN_DRAW_PACK_H
#define SAMEN_DRAW_PACK_H

#include "draw/islands.h"

/* Sets x and y of each island; the rectangle is *width by *height. `shape` is the width over the height that the
 * page has. Complexity: O(islands). */
void samen__pack(samen__islands *islands, double shape, double *width, double *height);

#endif
