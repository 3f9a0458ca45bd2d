/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SAMEN_BRIDGE_STRUCTURE_H
#define SAMEN_BRIDGE_STRUCTURE_H

#include "core/run.h"
#include "samen/core.h"

/* An undirected graph as compressed rows (each edge stands in both rows) in, its structure out. All
 * arrays belong to the caller and have one place for every vertex. */
typedef struct samen__structure {
    int64_t vertices;
    const int64_t *start;
    const int32_t *target;
    int32_t *component; /* number of its component, in no particular order */
    int32_t components;
    uint8_t *is_cut;    /* 1: an articulation point */
    int32_t *bridge[2]; /* the two ends of each bridge, vertices - 1 at most */
    int64_t bridges;
} samen__structure;

/* Connected components, articulation points and bridges, by igraph. */
samen_status samen__structure_find(samen__structure *structure, samen__run *run, samen_error *err);

/* Strongly connected components of a directed graph as rows of out-neighbours; only component and
 * components are filled in. */
samen_status samen__structure_find_strong(samen__structure *structure, samen__run *run,
                                          samen_error *err);

#endif
