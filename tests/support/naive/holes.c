/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Structural holes from the formulas of Burt, Structural Holes, 1992: constraint 2.4 and 2.7, effective
 * size 2.2, efficiency, hierarchy 2.9. The ego model cuts the matrix down to the organisation and its
 * contacts first and uses the same formulas on what is left. */
#include "naive.h"

#include <math.h>
#include <stdlib.h>

/* z[i * n + j] = w_ij + w_ji, among those that take part. */
static double *both_ways(const graph *g, int organisation, int weighted, int ego) {
    int n = g->n;
    double *z = calloc((size_t)(n * n) + 1, sizeof *z);
    int *part = calloc((size_t)n + 1, sizeof *part);
    for (int i = 0; i < n; i++)
        part[i] = !ego || i == organisation || graph_at(g, i, organisation) > 0 ||
                  graph_at(g, organisation, i) > 0;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            double there = graph_at(g, i, j), back = graph_at(g, j, i);
            if (part[i] && part[j])
                z[i * n + j] = weighted ? there + back : (there > 0) + (back > 0);
        }
    }
    free(part);
    return z;
}

/* p_ij, the share of what i gives to and gets from j in all that it gives and gets. */
static double share(const double *z, int n, int i, int j) {
    double sum = 0;
    for (int q = 0; q < n; q++)
        sum += z[i * n + q];
    return z[i * n + j] / sum;
}

/* m_jq, the strength of the tie of j and q, over that of the strongest tie of j. */
static double marginal(const double *z, int n, int j, int q) {
    double strongest = 0;
    for (int k = 0; k < n; k++)
        strongest = fmax(strongest, z[j * n + k]);
    return z[j * n + q] / strongest;
}

static double dyad_constraint(const double *z, int n, int i, int j) {
    double sum = share(z, n, i, j);
    for (int q = 0; q < n; q++) {
        if (q != i && q != j && z[i * n + q] > 0)
            sum += share(z, n, i, q) * share(z, n, q, j);
    }
    return sum * sum;
}

static double dyad_redundancy(const double *z, int n, int i, int j) {
    double sum = 0;
    for (int q = 0; q < n; q++) {
        if (q != i && q != j)
            sum += share(z, n, i, q) * marginal(z, n, j, q);
    }
    return sum;
}

static double hierarchy_of(const double *constraint, const naive_hole *hole, int n) {
    double sum = 0, mean = hole->constraint / hole->contacts;
    if (hole->contacts == 1)
        return 1;
    for (int j = 0; j < n; j++) {
        if (constraint[j] > 0)
            sum += constraint[j] / mean * log(constraint[j] / mean);
    }
    return sum / (hole->contacts * log(hole->contacts));
}

naive_hole naive_holes(const graph *g, int organisation, int weighted, int ego, double *constraint,
                       double *redundancy) {
    naive_hole hole = {0};
    int n = g->n, i = organisation;
    double *z = both_ways(g, i, weighted, ego);
    for (int j = 0; j < n; j++) {
        constraint[j] = redundancy[j] = 0;
        if (z[i * n + j] == 0)
            continue;
        constraint[j] = dyad_constraint(z, n, i, j);
        redundancy[j] = dyad_redundancy(z, n, i, j);
        hole.contacts++;
        hole.constraint += constraint[j];
        hole.effective_size += 1 - redundancy[j];
    }
    hole.efficiency = hole.effective_size / hole.contacts;
    hole.hierarchy = hierarchy_of(constraint, &hole, n);
    free(z);
    return hole;
}
