/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hangs together: who can reach whom by Warshall's closure, cut-points and bridges by taking each
 * away and counting again, F and DF (Borgatti, Computational and Mathematical Organization Theory 12,
 * 2006, formulas 4 and 9) over all ordered pairs, with distances by Floyd and Warshall. */
#include "naive.h"

#include <stdlib.h>

/* Steps from i to j, n for no path; without directions when `underlying`. */
static int *steps_between(const graph *g, int underlying) {
    int n = g->n;
    int *d = calloc((size_t)(n * n) + 1, sizeof *d);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            int tied = graph_at(g, i, j) > 0 || (underlying && graph_at(g, j, i) > 0);
            d[i * n + j] = i == j ? 0 : tied ? 1 : n;
        }
    }
    for (int k = 0; k < n; k++) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (d[i * n + k] + d[k * n + j] < d[i * n + j])
                    d[i * n + j] = d[i * n + k] + d[k * n + j];
            }
        }
    }
    return d;
}

static int label_all(const graph *g, int underlying, int *label) {
    int n = g->n, count = 0;
    int *d = steps_between(g, underlying);
    for (int i = 0; i < n; i++) {
        label[i] = 0;
        while (d[i * n + label[i]] == n || d[label[i] * n + i] == n)
            label[i]++;
        count += label[i] == i;
    }
    free(d);
    return count;
}

int naive_components(const graph *g, int *label) {
    return label_all(g, 1, label);
}

int naive_strong_components(const graph *g, int *label) {
    return label_all(g, 0, label);
}

static int count_components(const graph *g) {
    int *label = calloc((size_t)g->n + 1, sizeof *label);
    int count = naive_components(g, label);
    free(label);
    return count;
}

static graph copy_of(const graph *g) {
    graph copy = graph_new(g->n, g->directed);
    for (int i = 0; i < g->n * g->n; i++)
        copy.weight[i] = g->weight[i];
    return copy;
}

int naive_is_cutpoint(const graph *g, int organisation) {
    graph without = copy_of(g);
    for (int i = 0; i < g->n; i++) {
        without.weight[i * g->n + organisation] = 0;
        without.weight[organisation * g->n + i] = 0;
    }
    /* The organisation itself stays behind as a component of its own. */
    int more = count_components(&without) - 1 > count_components(g);
    graph_free(&without);
    return more;
}

int naive_is_bridge(const graph *g, int i, int j) {
    graph without = copy_of(g);
    without.weight[i * g->n + j] = 0;
    without.weight[j * g->n + i] = 0;
    int more = count_components(&without) > count_components(g);
    graph_free(&without);
    return more;
}

double naive_fragmentation(const graph *g) {
    int n = g->n, connected = 0;
    int *d = steps_between(g, 1);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++)
            connected += i != j && d[i * n + j] < n;
    }
    free(d);
    return 1 - (double)connected / (n * (n - 1));
}

double naive_distance_fragmentation(const graph *g) {
    int n = g->n;
    double close = 0;
    int *d = steps_between(g, 1);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++)
            close += i != j && d[i * n + j] < n ? 1.0 / d[i * n + j] : 0;
    }
    free(d);
    return 1 - close / (n * (n - 1));
}
