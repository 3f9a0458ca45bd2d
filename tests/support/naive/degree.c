/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Degree and strength by counting rows and columns of the matrix, and centralization: Freeman, Social
 * Networks 1(3), 1979; strength: Barrat et al., PNAS 101(11), 2004. */
#include "naive.h"

naive_degree naive_degree_of(const graph *g, int organisation) {
    naive_degree out = {0};
    for (int j = 0; j < g->n; j++) {
        double to = graph_at(g, organisation, j), from = graph_at(g, j, organisation);
        out.out += to > 0;
        out.in += from > 0;
        out.partners += to > 0 || from > 0;
        out.out_strength += to;
        out.in_strength += from;
    }
    out.degree = g->directed ? out.in + out.out : out.out;
    out.strength = g->directed ? out.in_strength + out.out_strength : out.out_strength;
    return out;
}

double naive_centralization(const double *value, int n, double most) {
    double largest = 0, sum = 0;
    for (int i = 0; i < n; i++)
        largest = value[i] > largest ? value[i] : largest;
    for (int i = 0; i < n; i++)
        sum += largest - value[i];
    return sum / most;
}
