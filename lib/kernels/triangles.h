/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going through triangles corner by corner: for a vertex v, all ties among its neighbours.
 *
 * Each edge goes ahead from the end with fewer neighbours to the one with more (of two equals, to the
 * higher number). With the neighbours of v marked, the rows ahead of each of them are looked through for
 * marks: every tie among them is found once. Over all v that is, for each edge, the lesser degree of its
 * ends; and what is counted at a corner is counted by whoever does v, in a fixed order.
 *
 * Based on: N. Chiba and T. Nishizeki, Arboricity and subgraph listing algorithms, SIAM Journal on
 * Computing 14(1), 1985 (doi 10.1137/0214017); M. Ortmann and U. Brandes, Triangle listing algorithms:
 * back from the diversion, ALENEX 2014 (doi 10.1137/1.9781611973198.1).
 * Memory: 15 bytes an edge, 16 a vertex. */
#ifndef SAMEN_KERNELS_TRIANGLES_H
#define SAMEN_KERNELS_TRIANGLES_H

#include "kernels/rows.h"

/* Which arcs there are between a vertex and a neighbour. */
enum { SAMEN__THERE = 1, SAMEN__BACK = 2 };

typedef struct samen__triangles {
    samen__rows near;  /* neighbours either way; without weights */
    uint8_t *way;      /* of each arc of near */
    samen__rows ahead; /* each edge once; without weights */
    uint8_t *ahead_way;
    int64_t longest_near, longest_ahead; /* rows */
} samen__triangles;

/* `in_rows` are those of the same graph the other way round, or out_rows again when it is undirected.
 * Vertices whose label is below 0 are left out with their arcs; `label` may be NULL. */
samen_status samen__triangles_open(const samen__rows *out_rows, const samen__rows *in_rows,
                                   const int32_t *label, samen__triangles *triangles,
                                   samen_error *err);
void samen__triangles_close(samen__triangles *triangles);

/* Mark the neighbours of v: mark[x] is 1 more than the place of x in the row of v. */
static inline void samen__mark_near(const samen__triangles *t, int64_t v, int32_t *mark) {
    int64_t from = t->near.start[v];
    for (int64_t a = from; a < t->near.start[v + 1]; a++)
        mark[t->near.target[a]] = (int32_t)(a - from) + 1;
}

static inline void samen__unmark_near(const samen__triangles *t, int64_t v, int32_t *mark) {
    for (int64_t a = t->near.start[v]; a < t->near.start[v + 1]; a++)
        mark[t->near.target[a]] = 0;
}

/* The arcs that go ahead from x to marked vertices; found[] has room for longest_ahead of them. Written
 * without a branch, since nobody can foresee which they are. */
static inline int64_t samen__closing(const samen__triangles *t, const int32_t *mark, int32_t x,
                                     int64_t *found) {
    int64_t count = 0;
    for (int64_t a = t->ahead.start[x]; a < t->ahead.start[x + 1]; a++) {
        found[count] = a;
        count += mark[t->ahead.target[a]] != 0;
    }
    return count;
}

#endif
