/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SAMEN_KERNELS_BETWEENNESS_H
#define SAMEN_KERNELS_BETWEENNESS_H

#include "core/run.h"
#include "kernels/rows.h"

/* For every vertex, and unless it is NULL every arc, the sum over ordered pairs of other
 * vertices (for arcs: of any vertices) of the share of their shortest paths that go through it.
 * `reverse` is NULL for an undirected graph, whose rows are symmetric, and otherwise the rows of
 * in-neighbours. `length` gives the length of each arc, above 0; NULL counts arcs. The arrays
 * are zeroed by the caller. The result is the same to the last bit for any number of threads and
 * on any processor.
 * Complexity: O(nm), weighted O(nm + n^2 log n), n and m being those of what is left of the
 * graph's blocks after reduction; memory O(n + m), and per thread 260 bytes or so a vertex of
 * the largest block, 16 more a vertex of every stage, and with arcs 24 an arc. */
samen_status samen__betweenness(const samen__rows *rows, const samen__rows *reverse,
                                const double *length, double *vertex, double *arc, samen__run *run,
                                samen_error *err);

#endif
