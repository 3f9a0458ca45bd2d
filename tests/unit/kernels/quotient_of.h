/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A graph as a quotient in which nothing is merged yet. */
#ifndef SAMEN_TESTS_QUOTIENT_OF_H
#define SAMEN_TESTS_QUOTIENT_OF_H

#include "kernels/quotient.h"
#include "rows_of.h"

/* Every vertex stands for itself alone, with 1 at its end. */
static inline samen__quotient quotient_of(const graph *g) {
    samen__rows rows = rows_of(g);
    samen__quotient q;
    OK(samen__quotient_new(g->n, rows.arcs, g->n, &q, error));
    memcpy(q.start, rows.start, ((size_t)g->n + 1) * sizeof *q.start);
    if (rows.arcs > 0)
        memcpy(q.target, rows.target, (size_t)rows.arcs * sizeof *q.target);
    for (int v = 0; v < g->n; v++) {
        q.copies[v] = 1;
        q.own[v] = 1;
        q.class_of[v] = v;
    }
    samen__rows_free(&rows);
    return q;
}

#endif
