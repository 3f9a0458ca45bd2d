/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What no shortest path needs, in graphs with lengths: ties that a detour undercuts, and vertices around which
 * there is always a shorter way. */
#ifndef SAMEN_KERNELS_DETOURS_H
#define SAMEN_KERNELS_DETOURS_H

#include "core/run.h"
#include "kernels/brandes.h"

/* How much shorter a detour must be to be no tie of lengths in any path of the graph. */
double samen__detours_margin(const samen__brandes_graph *graph);

/* Set undercut[] of every arc that is found to be longer than a walk between its ends, and passed[] of every
 * vertex that a shortest path may go through; either may be NULL, both are zeroed by the caller. What is not
 * found out within a bounded search around each vertex counts as needed. Rows are symmetric where `passed` is
 * asked for. Complexity: O(n) searches over at most a sixteenth of the arcs each, in parallel. */
samen_status samen__detours_find(const samen__brandes_graph *graph, uint8_t *undercut,
                                 uint8_t *passed, samen__run *run, samen_error *err);

#endif
