/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One source of Brandes' algorithm: shortest paths from it counted, then dependencies summed back.
 *
 * Based on: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical
 * Sociology 25(2), 2001 (doi 10.1080/0022250X.2001.9990249). Dependencies are summed over successors,
 * as in K. Madduri et al., IPDPS 2009 (doi 10.1109/IPDPS.2009.5161100), so no list of predecessors is
 * kept. */
#ifndef SAMEN_KERNELS_BRANDES_H
#define SAMEN_KERNELS_BRANDES_H

#include <stdint.h>

#include "samen/core.h"

/* Lengths whose relative difference is below this are equal. Sums of a few thousand lengths in
 * different order differ by less; lengths that really differ seldom differ by so little. */
#define SAMEN__EQUAL_LENGTHS 1e-12

/* Path counts beyond this are counted in wider numbers. */
#define SAMEN__MOST_PATHS 1e290

typedef struct samen__brandes_graph {
    int32_t vertices;
    const int64_t *start;
    const int32_t *target;
    const double *length; /* of each arc; NULL: all arcs are as long as another */
    const int32_t *step;  /* of each arc its length as a whole number, or NULL: step_lanes.h */
    int32_t outer;        /* so many of the last vertices are ends of paths only */
    const int64_t *split; /* of each outer vertex, where its arcs to other outer ones begin */
    const double *copies; /* of each vertex, how many equal vertices it stands for; NULL: one */
    const double *weight; /* of each vertex, how much it counts as an end of paths; NULL: 1 */
} samen__brandes_graph;

/* Outer vertices: no shortest path between others goes through them. The graph is then undirected, its inner
 * vertices' rows name no outer one, and the outer ones' rows name inner ones first. */

/* What one thread needs, for graphs of up to so many vertices. */
typedef struct samen__brandes {
    int32_t *order; /* vertices in the order in which they were settled */
    int32_t settled;
    int32_t *level;   /* steps from the source, -1 when not reached; unweighted only */
    double *distance; /* weighted only */
    void *paths;      /* shortest paths from the source to each vertex */
    void *share;      /* what each vertex hands back to every path through it */
    int32_t *heap;    /* weighted only: a 4-ary heap of vertices by distance */
    int32_t *place;
    int32_t heaped;
    void *handed;    /* what outer vertices hand back to every path that reaches an inner one */
    int64_t *direct; /* of each vertex, the source's arc to it where both are outer, or -1 */
} samen__brandes;

samen_status samen__brandes_open(int32_t vertices, samen__brandes *brandes, samen_error *err);
void samen__brandes_close(samen__brandes *brandes);

/* Add to vertex[], and unless it is NULL arc[], for each target, source_weight times target weight times
 * the share of shortest paths that go through one copy of it. From an outer source the outer targets are
 * those behind it; what goes along the tie of an outer target is added to the arc in its row. */
void samen__brandes_source(const samen__brandes_graph *graph, samen__brandes *brandes,
                           int32_t source, double source_weight, double *vertex, double *arc);

/* Settle vertices in the order of their distance from the source, until one is farther than `radius` or so
 * many arcs have been gone along. Then distance[] of every vertex that order[] or heap[] names is the length
 * of some walk to it, and that of all others is greater than `radius` unless arcs ran out. With lengths only;
 * rows may be in any order, and where they are in ascending order of length the rest of a row that goes
 * beyond the radius is not looked at. */
void samen__brandes_explore(const samen__brandes_graph *graph, samen__brandes *brandes,
                            int32_t source, double radius, int64_t most_arcs);

/* The length of a walk that was found, or infinity. */
double samen__brandes_found(const samen__brandes *brandes, int32_t vertex);

/* Settle vertices until the target is, and count the shortest paths to all of them; returns whether it was reached.
 * With lengths only, and without outer vertices or copies. */
int samen__brandes_to(const samen__brandes_graph *graph, samen__brandes *brandes, int32_t source,
                      int32_t target);

/* After that: how many of the shortest paths to `vertex` come over `before` and an arc of this length. */
long double samen__brandes_over(const samen__brandes *brandes, int32_t before, int32_t vertex,
                                double length);

/* To be called before the next search. */
void samen__brandes_forget(samen__brandes *brandes);

#endif
