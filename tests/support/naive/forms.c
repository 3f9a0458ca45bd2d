/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much there is of which form, counted pair by pair on a naive view. A tie is what a view shows as
 * one: in a directed view a directed tie counts for each of its directions and a pair with undirected
 * ties only counts once; in an undirected view every pair counts once. A partnership counts once,
 * however many members it has. */
#include "naive.h"

#include <stddef.h>

static int place_of(const naive_view *v, int form, int i, int j) {
    return (form * v->n + i) * v->n + j;
}

static int pair_counts(naive_scope scope, int a, int b, const int *group, int i, int j) {
    switch (scope) {
    case NAIVE_ONE: return i == a || j == a;
    case NAIVE_GROUP: return group[i] == a || group[j] == a;
    case NAIVE_BETWEEN: return (group[i] == a && group[j] == b) || (group[i] == b && group[j] == a);
    default: return 1;
    }
}

static int partnership_counts(const naive_view *v, int partnership, naive_scope scope, int a, int b,
                              const int *group) {
    const int *member = v->member + partnership * v->n;
    for (int i = 0; i < v->n; i++) {
        if (member[i] && scope != NAIVE_BETWEEN && pair_counts(scope, a, b, group, i, i))
            return 1;
        for (int j = 0; j < v->n && scope == NAIVE_BETWEEN; j++) {
            if (i != j && member[i] && member[j] && pair_counts(scope, a, b, group, i, j))
                return 1;
        }
    }
    return 0;
}

/* What one pair has of one form. */
static naive_amount of_pair(const naive_view *v, int form, int i, int j) {
    int there = place_of(v, form, i, j), back = place_of(v, form, j, i);
    naive_amount out = {0};
    if (v->weight[there] == 0 && v->weight[back] == 0)
        return out;
    out.records = v->directed_rows[there] + v->directed_rows[back];
    if (v->directed && out.records > 0) {
        out.ties = (v->weight[there] > 0) + (v->weight[back] > 0);
        out.weight = v->weight[there] + v->weight[back];
    } else {
        out.ties = 1;
        out.weight = v->weight[there] > 0 ? v->weight[there] : v->weight[back];
    }
    out.records += v->weight[there] > 0 ? v->undirected_rows[there] : v->undirected_rows[back];
    return out;
}

naive_amount naive_forms(const naive_view *view, uint64_t forms, naive_scope scope, int a, int b,
                         const int *group) {
    naive_amount out = {0};
    for (int i = 0; i < view->n; i++) {
        for (int j = i + 1; j < view->n; j++) {
            int tied = 0;
            for (int f = 0; f < view->forms && pair_counts(scope, a, b, group, i, j); f++) {
                naive_amount of = of_pair(view, f, i, j);
                if (!(forms >> f & 1))
                    continue;
                tied |= of.ties > 0;
                out.ties += of.ties;
                out.records += of.records;
                out.weight += of.weight;
            }
            out.pairs += tied;
        }
    }
    for (int p = 0; p < view->partnerships_count; p++)
        out.partnerships += (forms >> view->partnership_form[p] & 1) &&
                            partnership_counts(view, p, scope, a, b, group);
    return out;
}

int naive_pairs_at(const naive_view *view, const samen_typology *typology, int commitment,
                   naive_scope scope, int a) {
    int pairs = 0;
    for (int i = 0; i < view->n; i++) {
        for (int j = i + 1; j < view->n; j++) {
            int highest = SAMEN_COMMITMENT_UNKNOWN;
            for (int f = 0; f < view->forms; f++) {
                int of = samen_typology_commitment(typology, f);
                if (of_pair(view, f, i, j).ties > 0 && of > highest)
                    highest = of;
            }
            pairs += highest == commitment && pair_counts(scope, a, -1, NULL, i, j);
        }
    }
    return pairs;
}

graph naive_view_graph(const naive_view *view, int form) {
    graph g = graph_new(view->n, view->directed);
    for (int i = 0; i < g.n * g.n; i++)
        g.weight[i] = form < 0 ? view->all[i] : view->weight[form * g.n * g.n + i];
    return g;
}
