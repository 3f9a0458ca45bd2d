/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Islands come the largest first: they fill shelves from left to right, and each shelf in columns from above to
 * below, so that small ones stack beside a large one. Several widths are tried. */
#include "draw/pack.h"

#include <math.h>

enum { WIDTHS = 48 };

#define WIDER 1.08 /* from one try to the next */

typedef struct shelf {
    double top, height; /* of the shelf */
    double x, width;    /* of the column at hand */
    double y;           /* where the column is filled to */
} shelf;

/* Put all islands; the sides of what they take are handed out. */
static void fill(samen__islands *islands, double most, double *width, double *height) {
    shelf s = {0};
    *width = *height = 0;
    for (int64_t i = 0; i < islands->count; i++) {
        samen__island *island = &islands->island[i];
        int fits = s.height > 0 && s.y + island->height <= s.top + s.height + 1e-9 &&
                   s.x + island->width <= most;
        if (!fits && s.height > 0 && s.x + s.width + island->width <= most &&
            island->height <= s.height + 1e-9) { /* a new column */
            s.x += s.width;
            s.width = 0;
            s.y = s.top;
        } else if (!fits) { /* a new shelf */
            s = (shelf){.top = s.top + s.height, .height = island->height};
            s.y = s.top;
        }
        island->x = s.x;
        island->y = s.y;
        s.y += island->height;
        s.width = fmax(s.width, island->width);
        *width = fmax(*width, s.x + s.width);
        *height = fmax(*height, s.y);
    }
}

void samen__pack(samen__islands *islands, double shape, double *width, double *height) {
    double widest = 0, best = 0, best_size = INFINITY;
    for (int64_t i = 0; i < islands->count; i++)
        widest = fmax(widest, islands->island[i].width);
    double most = widest;
    for (int i = 0; i < WIDTHS; i++, most *= WIDER) {
        fill(islands, most + 1e-9, width, height);
        double size = fmax(*width, *height * shape);
        if (size < best_size - 1e-9) {
            best_size = size;
            best = most;
        }
    }
    fill(islands, best + 1e-9, width, height);
}
