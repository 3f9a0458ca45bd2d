/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Let d be the density, q = 1 - d and p = d^2 q, the chance of one open two-path. A count is a sum of
 * indicators of two-paths i, j, k; its variance is the sum of their covariances, and only two-paths that
 * share a tie covary. Two that share a present tie: d^3 q^2 - p^2 = d^3 q^3. Two that share the absent
 * tie: d^4 q - p^2 = d^5 q. A tie present in one and absent in the other: -p^2 = -d^4 q^2.
 *
 * Of one organisation only present ties can be shared. Of the whole network all three occur: for every
 * tie u, v let A be the number of third organisations w with which it makes a two-path of the role with
 * the tie present, B the number with which it is the absent one. Pairs of different w share just that
 * tie; pairs on the same three organisations are counted apart. All numbers depend on the groups of u
 * and v alone, so the sums run over pairs of groups.
 *
 * Based on: R. V. Gould and R. M. Fernandez, Structures of mediation, Sociological Methodology 19, 1989
 * (doi 10.2307/270949), for the moments of one organisation. Those of the network are derived here, and
 * agree with counting all graphs (tests/unit/measures/brokerage/moments.c).
 * Complexity: O(groups) for one organisation, O(groups^2) for the network. */
#include "measures/brokerage/moments.h"

typedef struct chances {
    double path;          /* p */
    double share_present; /* d^3 q^3 */
    double share_absent;  /* d^5 q */
    double contradict;    /* d^4 q^2 */
} chances;

static chances chances_of(double d) {
    double q = 1 - d;
    return (chances){.path = d * d * q,
                     .share_present = d * d * d * q * q * q,
                     .share_absent = d * d * d * d * d * q,
                     .contradict = d * d * d * d * q * q};
}

static double pairs(double n) {
    return n * (n - 1) / 2;
}

static double triples(double n) {
    return n * (n - 1) * (n - 2);
}

/* ---- One organisation -------------------------------------------------------------------------- */

/* How many two-paths there could be through it, and how many ordered pairs of them share a tie. */
typedef struct paths {
    double count;
    double sharing;
} paths;

static void node_paths_directed(const samen__model *m, int32_t group, paths out[SAMEN__ROLES]) {
    double own = (double)m->size[group], others = (double)m->total - own;
    double alike = 0, alike_sharing = 0, liaison_sharing = 0;
    for (int32_t g = 0; g < m->groups; g++) {
        double n = (double)m->size[g];
        if (g == group)
            continue;
        alike += n * (n - 1);
        alike_sharing += triples(n);
        liaison_sharing += n * 2 * pairs(others - n);
    }
    out[SAMEN__COORDINATOR] = (paths){(own - 1) * (own - 2), 2 * triples(own - 1)};
    out[SAMEN__ITINERANT] = (paths){alike, 2 * alike_sharing};
    out[SAMEN__REPRESENTATIVE] =
        (paths){(own - 1) * others, 2 * ((own - 1) * pairs(others) + others * pairs(own - 1))};
    out[SAMEN__GATEKEEPER] = out[SAMEN__REPRESENTATIVE];
    out[SAMEN__LIAISON] = (paths){others * (others - 1) - alike, 2 * liaison_sharing};
    out[SAMEN__TOTAL] =
        (paths){(double)(m->total - 1) * (double)(m->total - 2), 2 * triples((double)m->total - 1)};
}

static void node_paths_undirected(const samen__model *m, int32_t group, paths out[SAMEN__ROLES]) {
    double own = (double)m->size[group], others = (double)m->total - own;
    double alike = 0, alike_sharing = 0, liaison_sharing = 0;
    for (int32_t g = 0; g < m->groups; g++) {
        double n = (double)m->size[g];
        if (g == group)
            continue;
        alike += pairs(n);
        alike_sharing += triples(n);
        liaison_sharing += n * 2 * pairs(others - n);
    }
    out[SAMEN__COORDINATOR] = (paths){pairs(own - 1), triples(own - 1)};
    out[SAMEN__ITINERANT] = (paths){alike, alike_sharing};
    out[SAMEN__REPRESENTATIVE] =
        (paths){(own - 1) * others, 2 * ((own - 1) * pairs(others) + others * pairs(own - 1))};
    out[SAMEN__GATEKEEPER] = out[SAMEN__REPRESENTATIVE];
    out[SAMEN__LIAISON] = (paths){pairs(others) - alike, liaison_sharing};
    out[SAMEN__TOTAL] = (paths){pairs((double)m->total - 1), triples((double)m->total - 1)};
}

void samen__node_moments(const samen__model *model, int32_t group,
                         samen__moments out[SAMEN__ROLES]) {
    chances c = chances_of(model->density);
    paths of[SAMEN__ROLES];
    if (model->directed)
        node_paths_directed(model, group, of);
    else
        node_paths_undirected(model, group, of);
    for (int role = 0; role < SAMEN__ROLES; role++)
        out[role] = (samen__moments){.expected = of[role].count * c.path + 0.0, /* no -0 */
                                     .variance = of[role].count * c.path * (1 - c.path) +
                                                 of[role].sharing * c.share_present};
}

/* ---- The whole network, directed ----------------------------------------------------------------- */

/* For one tie from u to v, how many third organisations make it the first, the second, or the absent tie
 * of a two-path of each role. */
typedef struct thirds {
    double first[SAMEN__TOTAL], second[SAMEN__TOTAL], absent[SAMEN__TOTAL];
} thirds;

static thirds thirds_directed(const samen__model *m, int32_t u, int32_t v) {
    double nu = (double)m->size[u], nv = (double)m->size[v], n = (double)m->total;
    thirds t = {{0}, {0}, {0}};
    if (u == v) {
        t.first[SAMEN__COORDINATOR] = t.second[SAMEN__COORDINATOR] = t.absent[SAMEN__COORDINATOR] =
            nu - 2;
        t.first[SAMEN__REPRESENTATIVE] = t.second[SAMEN__GATEKEEPER] = t.absent[SAMEN__ITINERANT] =
            n - nu;
        return t;
    }
    t.first[SAMEN__ITINERANT] = t.second[SAMEN__REPRESENTATIVE] = t.absent[SAMEN__REPRESENTATIVE] =
        nu - 1;
    t.first[SAMEN__GATEKEEPER] = t.second[SAMEN__ITINERANT] = t.absent[SAMEN__GATEKEEPER] = nv - 1;
    t.first[SAMEN__LIAISON] = t.second[SAMEN__LIAISON] = t.absent[SAMEN__LIAISON] = n - nu - nv;
    return t;
}

/* Two-paths that keep the role when first and middle, or middle and last, change places. */
static double exchanges(int role) {
    switch (role) {
    case SAMEN__COORDINATOR:
    case SAMEN__LIAISON: return 2;
    case SAMEN__REPRESENTATIVE:
    case SAMEN__GATEKEEPER: return 1;
    default: return 0;
    }
}

static void network_directed(const samen__model *m, samen__moments out[SAMEN__ROLES]) {
    chances c = chances_of(m->density);
    for (int32_t u = 0; u < m->groups; u++) {
        for (int32_t v = 0; v < m->groups; v++) {
            double ties = (double)m->size[u] * (double)(m->size[v] - (u == v));
            thirds t = thirds_directed(m, u, v);
            for (int role = 0; role < SAMEN__TOTAL; role++) {
                double a = t.first[role], b = t.second[role], absent = t.absent[role];
                out[role].expected += ties * a * c.path;
                out[role].variance +=
                    ties * (a * c.path * (1 - c.path) +
                            c.share_present * (a * (a - 1) + b * (b - 1) + 2 * a * b) +
                            c.share_absent * absent * (absent - 1) +
                            c.contradict * (exchanges(role) * a - 2 * absent * (a + b)));
            }
        }
    }
}

/* ---- The whole network, undirected --------------------------------------------------------------- */

/* For one tie between u and v: third organisations with which u, or v, is in the middle, or which are in
 * the middle themselves; and those with which both u and v could be. */
typedef struct corners {
    double at_u[SAMEN__TOTAL], at_v[SAMEN__TOTAL], absent[SAMEN__TOTAL], either[SAMEN__TOTAL];
} corners;

static corners corners_undirected(const samen__model *m, int32_t u, int32_t v) {
    double nu = (double)m->size[u], nv = (double)m->size[v], n = (double)m->total;
    corners t = {{0}, {0}, {0}, {0}};
    if (u == v) {
        t.at_u[SAMEN__COORDINATOR] = t.at_v[SAMEN__COORDINATOR] = t.absent[SAMEN__COORDINATOR] =
            t.either[SAMEN__COORDINATOR] = nu - 2;
        t.at_u[SAMEN__REPRESENTATIVE] = t.at_v[SAMEN__REPRESENTATIVE] =
            t.either[SAMEN__REPRESENTATIVE] = t.absent[SAMEN__ITINERANT] = n - nu;
        return t;
    }
    t.at_u[SAMEN__REPRESENTATIVE] = t.at_v[SAMEN__ITINERANT] = nu - 1;
    t.at_v[SAMEN__REPRESENTATIVE] = t.at_u[SAMEN__ITINERANT] = nv - 1;
    t.absent[SAMEN__REPRESENTATIVE] = nu + nv - 2;
    t.at_u[SAMEN__LIAISON] = t.at_v[SAMEN__LIAISON] = t.absent[SAMEN__LIAISON] =
        t.either[SAMEN__LIAISON] = n - nu - nv;
    return t;
}

static void network_undirected(const samen__model *m, samen__moments out[SAMEN__ROLES]) {
    chances c = chances_of(m->density);
    for (int32_t u = 0; u < m->groups; u++) {
        for (int32_t v = u; v < m->groups; v++) {
            double ties =
                u == v ? pairs((double)m->size[u]) : (double)m->size[u] * (double)m->size[v];
            corners t = corners_undirected(m, u, v);
            for (int role = 0; role < SAMEN__TOTAL; role++) {
                double a = t.at_u[role], b = t.at_v[role], absent = t.absent[role];
                double either = t.either[role];
                /* Every two-path has two present ties: each tie carries half of it. */
                out[role].expected += ties * (a + b) / 2 * c.path;
                out[role].variance +=
                    ties * ((a + b) / 2 * c.path * (1 - c.path) +
                            c.share_present * (a * (a - 1) + b * (b - 1) + 2 * a * b - 2 * either) +
                            c.share_absent * absent * (absent - 1) -
                            c.contradict * (2 * absent * (a + b) - 2 * either));
            }
        }
    }
    out[SAMEN__GATEKEEPER] = out[SAMEN__REPRESENTATIVE];
}

void samen__network_moments(const samen__model *model, samen__moments out[SAMEN__ROLES]) {
    for (int role = 0; role < SAMEN__ROLES; role++)
        out[role] = (samen__moments){0};
    if (model->directed)
        network_directed(model, out);
    else
        network_undirected(model, out);
    /* All roles together are what one group would have as coordinators. */
    const samen__model merged = {.directed = model->directed,
                                 .groups = 1,
                                 .size = &model->total,
                                 .total = model->total,
                                 .density = model->density};
    samen__moments all[SAMEN__ROLES] = {{0}};
    if (model->directed)
        network_directed(&merged, all);
    else
        network_undirected(&merged, all);
    out[SAMEN__TOTAL] = all[SAMEN__COORDINATOR];
}
