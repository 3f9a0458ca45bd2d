/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compressed rows of a graph that is given as a matrix. */
#ifndef SAMEN_TESTS_UNIT_KERNELS_ROWS_OF_H
#define SAMEN_TESTS_UNIT_KERNELS_ROWS_OF_H

#include "core/run.h"
#include "graphs.h"
#include "kernels/rows.h"
#include "suite.h"

static inline samen__rows rows_of(const graph *g) {
    samen__rows rows;
    int64_t arcs = 0;
    for (int i = 0; i < g->n * g->n; i++)
        arcs += g->weight[i] > 0;
    OK(samen__rows_new(g->n, arcs, &rows, error));
    for (int i = 0, at = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++) {
            if (graph_at(g, i, j) > 0) {
                rows.target[at] = j;
                rows.weight[at++] = graph_at(g, i, j);
            }
        }
        rows.start[i + 1] = at;
    }
    return rows;
}

/* A run on some threads. */
static inline samen__run run_on(int32_t threads) {
    samen_run given = {.struct_size = sizeof given, .threads = threads};
    samen__run run;
    OK(samen__run_prepare(&given, 1, &run, error));
    return run;
}

#endif
