/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The oracle of kernels that count shortest paths: every pair once more, in matrices. */
#ifndef SAMEN_TESTS_UNIT_KERNELS_PATHS_OF_H
#define SAMEN_TESTS_UNIT_KERNELS_PATHS_OF_H

#include "graphs.h"
#include "suite.h"

enum { PATHS_MOST = 64 };

/* Lengths and numbers of shortest paths between all vertices, by going through all of them. */
typedef struct paths {
    double length[PATHS_MOST][PATHS_MOST], count[PATHS_MOST][PATHS_MOST];
} paths;

static inline void measure_paths(const graph *g, paths *p) {
    int n = g->n;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++)
            p->length[i][j] = i == j ? 0 : graph_at(g, i, j) > 0 ? graph_at(g, i, j) : INFINITY;
    }
    for (int k = 0; k < n; k++) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++)
                p->length[i][j] = fmin(p->length[i][j], p->length[i][k] + p->length[k][j]);
        }
    }
    /* Paths of a length are those to the last vertex but one, so shorter ones come first. */
    for (int s = 0; s < n; s++) {
        int done[PATHS_MOST] = {0};
        for (int step = 0; step < n; step++) {
            int v = -1;
            for (int i = 0; i < n; i++) {
                if (!done[i] && (v < 0 || p->length[s][i] < p->length[s][v]))
                    v = i;
            }
            done[v] = 1;
            p->count[s][v] = v == s;
            for (int u = 0; u < n && v != s; u++) {
                if (graph_at(g, u, v) > 0 && isfinite(p->length[s][v]) &&
                    p->length[s][u] + graph_at(g, u, v) == p->length[s][v])
                    p->count[s][v] += p->count[s][u];
            }
        }
    }
}

/* What the paths from a source give to a vertex between, or to the arc from u to v. */
static inline double of_vertex(const paths *p, int n, int s, int v) {
    double sum = 0;
    for (int t = 0; t < n; t++) {
        if (t != s && v != s && v != t && isfinite(p->length[s][t]) &&
            p->length[s][v] + p->length[v][t] == p->length[s][t])
            sum += p->count[s][v] * p->count[v][t] / p->count[s][t];
    }
    return sum;
}

static inline double of_arc(const paths *p, const graph *g, int s, int u, int v) {
    double sum = 0;
    for (int t = 0; t < g->n; t++) {
        if (t != s && isfinite(p->length[s][t]) &&
            p->length[s][u] + graph_at(g, u, v) + p->length[v][t] == p->length[s][t])
            sum += p->count[s][u] * p->count[v][t] / p->count[s][t];
    }
    return sum;
}

#endif
