/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small graphs as matrices: what the slow oracles read, and what networks are made of for them. */
#ifndef SAMEN_TESTS_GRAPHS_H
#define SAMEN_TESTS_GRAPHS_H

#include <stdint.h>

#include "samen/samen.h"

/* n organisations "o0", "o1", ...; weight[i * n + j] is the weight of the tie from i to j, 0 for none.
 * An undirected graph has a symmetric matrix. group[i] is a group number, -1 for none. */
typedef struct graph {
    int n;
    int directed;
    double *weight;
    int *group;
    int groups;
} graph;

graph graph_new(int n, int directed);
void graph_free(graph *g);
void graph_tie(graph *g, int i, int j, double weight);
double graph_at(const graph *g, int i, int j);

/* The same with organisations in another order: order[i] is the old number of the new i. */
graph graph_reorder(const graph *g, const int *order);

/* A network with these ties, all of the form consultation, and the text attribute "group" with values
 * "g0", "g1", ... */
samen_network *graph_network(const graph *g);

/* What a view shows, as a graph without groups. */
graph graph_of_view(const samen_view *view);

/* Random numbers of the tests' own. */
typedef struct dice {
    uint64_t state;
} dice;
uint64_t dice_roll(dice *d, uint64_t below);
double dice_chance(dice *d);

/* Kinds of random graphs, for going through many: */
typedef enum graph_kind {
    GRAPH_SPARSE, /* independent ties, often in several components */
    GRAPH_DENSE,
    GRAPH_TREE,
    GRAPH_CLIQUES, /* cliques joined by bridges */
    GRAPH_TWINS,   /* many organisations with the same neighbours */
    GRAPH_RING,
    GRAPH_STAR,
    GRAPH_GRID, /* many equally short paths */
    GRAPH_EMPTY,
    GRAPH_COMPLETE,
    GRAPH_KINDS
} graph_kind;

/* Of n organisations; weights from 1 to `most_weight`, whole numbers; `groups` groups at random. */
graph graph_random(dice *d, graph_kind kind, int n, int directed, int most_weight, int groups);

#endif
