/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The likeness of two matrices, one of them relabelled: Hubert's gamma, cell by cell. */
#include "naive.h"

static double cell(const graph *g, int i, int j, int weighted) {
    return weighted ? graph_at(g, i, j) : graph_at(g, i, j) > 0;
}

double naive_product(const graph *x, const graph *y, const int *to, int weighted) {
    double sum = 0;
    for (int i = 0; i < x->n; i++) {
        for (int j = 0; j < x->n; j++) {
            if (i != j)
                sum += cell(x, i, j, weighted) * cell(y, to[i], to[j], weighted);
        }
    }
    return sum;
}
