/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slow oracles: every measure once more, straight from its definition, on small matrices. They
 * share no code with the library and no method with its kernels. */
#ifndef SAMEN_TESTS_NAIVE_H
#define SAMEN_TESTS_NAIVE_H

#include "graphs.h"

/* ---- naive/paths.c: shortest paths, walked one by one -------------------------------------------- */

typedef enum naive_length {
    NAIVE_HOPS,    /* every tie is one step */
    NAIVE_INVERSE, /* 1 / weight */
    NAIVE_LOG,     /* ln(1 + 1 / weight) */
    NAIVE_WEIGHT   /* the weight */
} naive_length;

/* Betweenness of organisations (n numbers) and of ties (n * n, [i * n + j] of the tie from i to j).
 * Weights must be small whole numbers, because lengths are exact fractions here. */
void naive_betweenness(const graph *g, naive_length length, double *organisation, double *tie);

/* The same of pairs from a source to a target, in an undirected graph either way round; met[i] is how many of
 * these that a path connects have i as an end. */
void naive_betweenness_between(const graph *g, naive_length length, const int *source,
                               const int *target, double *organisation, double *tie, double *met);

/* ---- naive/components.c: what hangs together, by taking things away ------------------------------- */

/* Fills label[i] with the least organisation that i hangs together with, and counts the labels: of
 * components of the underlying graph, of strong components. */
int naive_components(const graph *g, int *label);
int naive_strong_components(const graph *g, int *label);

/* Whether there are more components without it. */
int naive_is_cutpoint(const graph *g, int organisation);
int naive_is_bridge(const graph *g, int i, int j);

/* F and DF; N of at least 2. */
double naive_fragmentation(const graph *g);
double naive_distance_fragmentation(const graph *g);

/* ---- naive/degree.c: counting rows and columns ---------------------------------------------------- */

typedef struct naive_degree {
    int degree, in, out, partners;
    double strength, in_strength, out_strength;
} naive_degree;

naive_degree naive_degree_of(const graph *g, int organisation);

/* Freeman's: the sum of (largest - each), over the largest that this sum could be. */
double naive_centralization(const double *value, int n, double most);

/* ---- naive/density.c: cells that hold a tie ------------------------------------------------------- */

typedef struct naive_block {
    int ties, possible;
    double weight;
} naive_block;

/* Of all organisations, and of those from group a to group b. */
naive_block naive_density(const graph *g);
naive_block naive_density_between(const graph *g, int a, int b);

/* Standard error of density by leaving each organisation out in turn; N of at least 3. */
double naive_density_jackknife(const graph *g);

/* Standard error of density by going through all n^n samples of organisations; N from 2 to 5. */
double naive_density_bootstrap(const graph *g);

/* The same of the density between two groups, with organisations sampled within their groups. */
double naive_density_bootstrap_between(const graph *g, int a, int b);

typedef struct naive_response {
    int ties, possible, observed, ties_observed,
        most; /* most: ties were all that is missing there */
} naive_response;

/* What respondents could have reported, by how a view came to its ties: a directed tie its source; an
 * undirected one either end; what is tied when both report it, both ends. `most` gives every report that is
 * missing to the rule: a pair that is tied when either reports it is then tied whenever one end is silent. */
typedef enum naive_rule { NAIVE_RECORDED, NAIVE_EITHER, NAIVE_BOTH } naive_rule;
naive_response naive_density_response(const graph *g, const int *respondent, naive_rule rule);

/* ---- naive/holes.c: Burt's formulas, sum by sum --------------------------------------------------- */

typedef struct naive_hole {
    int contacts;
    double constraint, effective_size, efficiency, hierarchy;
} naive_hole;

/* Of one organisation with ties; constraint[j] and redundancy[j] (n numbers each) are the terms of its
 * contacts. Without weights every tie counts 1; the ego model looks at its contacts and itself only. */
naive_hole naive_holes(const graph *g, int organisation, int weighted, int ego, double *constraint,
                       double *redundancy);

/* ---- naive/roles.c: triples, one by one ----------------------------------------------------------- */

enum {
    NAIVE_COORDINATOR,
    NAIVE_ITINERANT,
    NAIVE_REPRESENTATIVE,
    NAIVE_GATEKEEPER,
    NAIVE_LIAISON,
    NAIVE_TOTAL,
    NAIVE_ROLES
};

extern const char *const naive_role_names[NAIVE_ROLES];

/* count[broker * NAIVE_ROLES + role]; organisations without a group take no part. */
void naive_roles(const graph *g, int *count);

/* The same over all brokers; in an undirected graph each open triple once in the total. */
void naive_roles_network(const graph *g, int count[NAIVE_ROLES]);

/* Mean and variance of the count of a role, of one broker or (-1) of the whole network, when every tie
 * is there with chance `density` by itself: by the chance of every two triples to be open at once. */
void naive_roles_moments(const graph *g, int broker, int role, double density, double *mean,
                         double *variance);

/* The share of possible ties among organisations with a group. */
double naive_roles_density(const graph *g);

/* ---- naive/permutation.c: two matrices, one of them relabelled -------------------------------------- */

/* The sum over all i, j (i not j) of x(i, j) y(to[i], to[j]); `weighted` or every tie counts 1. */
double naive_product(const graph *x, const graph *y, const int *to, int weighted);

/* ---- naive/view.c: a view once more, from the rows of the network ----------------------------------- */

/* What is seen: n organisations; where[i] is the place of i in the network. [(form * n + i) * n + j]. */
typedef struct naive_view {
    int n, forms, directed;
    int *where;
    double *weight;                       /* of the tie from i to j in that form, 0 for none */
    double *all;                          /* of all forms together, [i * n + j] */
    int *directed_rows, *undirected_rows; /* of the ties table behind a weight */
    int partnerships_count;
    int *partnership_form; /* of every partnership that is seen */
    int *member;           /* [partnership * n + i] */
} naive_view;

naive_view naive_view_new(const samen_network *network, const samen_view_options *options);
void naive_view_free(naive_view *view);

/* ---- naive/forms.c: how much there is of which form -------------------------------------------------- */

typedef struct naive_amount {
    int ties, records, pairs, partnerships;
    double weight;
} naive_amount;

/* Whose ties and partnerships count. */
typedef enum naive_scope {
    NAIVE_WHOLE,
    NAIVE_ONE,    /* those of organisation a */
    NAIVE_GROUP,  /* those with an end or member in group a */
    NAIVE_BETWEEN /* those with an end or member in group a and another in group b */
} naive_scope;

/* Of all forms in a mask; group[i] is the group of organisation i of the view, -1 for none. */
naive_amount naive_forms(const naive_view *view, uint64_t forms, naive_scope scope, int a, int b,
                         const int *group);

/* Pairs whose form of highest commitment has this one. */
int naive_pairs_at(const naive_view *view, const samen_typology *typology, int commitment,
                   naive_scope scope, int a);

/* A view of one form, or (-1) of all forms together, as a graph. */
graph naive_view_graph(const naive_view *view, int form);

#endif
