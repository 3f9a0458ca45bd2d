/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brokerage roles by going through all triples: Gould and Fernandez, Sociological Methodology 19, 1989.
 * Mean and variance under independent ties not from their formulas but from the chance of each triple,
 * and of every two triples together, to be open: as many factors d as there are different ties that
 * must be there, as many factors 1 - d as must not, 0 when one must both be there and not. */
#include "naive.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const naive_role_names[NAIVE_ROLES] = {"coordinator", "itinerant", "representative",
                                                   "gatekeeper",  "liaison",   "total"};

typedef struct triple {
    int i, j, k;
} triple;

/* All different, all with a group; of two mirrored triples of an undirected graph only one. */
static int is_triple(const graph *g, triple t) {
    if (t.i == t.j || t.j == t.k || (g->directed ? t.i == t.k : t.i >= t.k))
        return 0;
    return g->group[t.i] >= 0 && g->group[t.j] >= 0 && g->group[t.k] >= 0;
}

static int is_open(const graph *g, triple t) {
    return graph_at(g, t.i, t.j) > 0 && graph_at(g, t.j, t.k) > 0 && graph_at(g, t.i, t.k) == 0;
}

/* Whether the groups make the role of it. Undirected, the two mixed roles are one. */
static int has_role(const graph *g, triple t, int role) {
    int i = g->group[t.i], j = g->group[t.j], k = g->group[t.k];
    int from_own = i == j && k != j, to_own = k == j && i != j;
    switch (role) {
    case NAIVE_COORDINATOR: return i == j && j == k;
    case NAIVE_ITINERANT: return i == k && i != j;
    case NAIVE_REPRESENTATIVE: return from_own || (!g->directed && to_own);
    case NAIVE_GATEKEEPER: return to_own || (!g->directed && from_own);
    case NAIVE_LIAISON: return i != j && j != k && i != k;
    default: return 1;
    }
}

void naive_roles(const graph *g, int *count) {
    memset(count, 0, (size_t)(g->n * NAIVE_ROLES) * sizeof *count);
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++) {
            for (int k = 0; k < g->n; k++) {
                triple t = {i, j, k};
                for (int role = 0; role < NAIVE_ROLES && is_triple(g, t) && is_open(g, t); role++)
                    count[j * NAIVE_ROLES + role] += has_role(g, t, role);
            }
        }
    }
}

void naive_roles_network(const graph *g, int count[NAIVE_ROLES]) {
    int *each = calloc((size_t)(g->n * NAIVE_ROLES) + 1, sizeof *each);
    naive_roles(g, each);
    memset(count, 0, NAIVE_ROLES * sizeof *count);
    for (int i = 0; i < g->n * NAIVE_ROLES; i++)
        count[i % NAIVE_ROLES] += each[i];
    free(each);
}

double naive_roles_density(const graph *g) {
    int ties = 0, possible = 0;
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++) {
            if (i != j && g->group[i] >= 0 && g->group[j] >= 0) {
                possible++;
                ties += graph_at(g, i, j) > 0;
            }
        }
    }
    return possible > 0 ? (double)ties / possible : 0;
}

/* The tie between two as one number, the same for both directions of an undirected graph. */
static int tie_number(const graph *g, int from, int to) {
    return g->directed || from < to ? from * g->n + to : to * g->n + from;
}

static int among(int tie, const int *ties, int count) {
    for (int t = 0; t < count; t++) {
        if (ties[t] == tie)
            return 1;
    }
    return 0;
}

static double chance_of_both(const graph *g, triple a, triple b, double density) {
    int there[] = {tie_number(g, a.i, a.j), tie_number(g, a.j, a.k), tie_number(g, b.i, b.j),
                   tie_number(g, b.j, b.k)};
    int not_there[] = {tie_number(g, a.i, a.k), tie_number(g, b.i, b.k)};
    double chance = 1;
    for (int t = 0; t < 4; t++) {
        if (!among(there[t], there, t))
            chance *= density;
    }
    for (int t = 0; t < 2; t++) {
        if (among(not_there[t], there, 4))
            return 0;
        if (!among(not_there[t], not_there, t))
            chance *= 1 - density;
    }
    return chance;
}

static triple *triples_of(const graph *g, int broker, int role, int *count) {
    triple *list = calloc((size_t)(g->n * g->n * g->n) + 1, sizeof *list);
    *count = 0;
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++) {
            for (int k = 0; k < g->n; k++) {
                triple t = {i, j, k};
                if ((broker < 0 || j == broker) && is_triple(g, t) && has_role(g, t, role))
                    list[(*count)++] = t;
            }
        }
    }
    return list;
}

void naive_roles_moments(const graph *g, int broker, int role, double density, double *mean,
                         double *variance) {
    int count;
    triple *list = triples_of(g, broker, role, &count);
    double one = density * density * (1 - density);
    *mean = count * one;
    *variance = 0;
    for (int a = 0; a < count; a++) {
        for (int b = 0; b < count; b++)
            *variance += chance_of_both(g, list[a], list[b], density) - one * one;
    }
    free(list);
}
