/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Betweenness where ties have lengths. */
#ifndef SAMEN_KERNELS_WEIGHTED_H
#define SAMEN_KERNELS_WEIGHTED_H

#include "kernels/ends.h"

/* As samen__betweenness(), with lengths; between some vertices only when `ends` is not NULL, where each pair that
 * counts is counted once in a directed graph and twice in an undirected one.
 * Complexity: O(nm) where lengths are whole multiples of a unit up to 4095, else O(nm + n^2 log n), n and m
 * being those of what is left of the graph's blocks when undercut ties and outer vertices are gone; memory
 * O(n + m), and per thread about 800 bytes a vertex. */
samen_status samen__weighted_betweenness(const samen__rows *rows, const samen__rows *reverse,
                                         const double *length, const samen__ends *ends,
                                         double *vertex, double *arc, samen__run *run,
                                         samen_error *err);

#endif
