/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Betweenness by walking every shortest path: Freeman, Sociometry 40(1), 1977, where it is defined as
 * the share of the shortest paths between two others that go through an organisation. Lengths are
 * exact fractions, so that paths are equally long when they are and not when they seem so. A length
 * ln(1 + 1/w) is kept as the fraction (w + 1) / w, and lengths are then added by multiplying. */
#include "naive.h"

#include <stdlib.h>
#include <string.h>

typedef struct fraction {
    int64_t up, down; /* down is 0 for no path */
} fraction;

typedef struct tour {
    const graph *g;
    naive_length length;
    fraction *distance; /* n * n */
    int source, target, steps;
    int *path;
    double paths, *through, *over; /* of this pair */
} tour;

static int64_t common(int64_t a, int64_t b) {
    return b == 0 ? a : common(b, a % b);
}

static fraction reduced(int64_t up, int64_t down) {
    int64_t by = common(up, down);
    return (fraction){up / by, down / by};
}

static fraction nothing(naive_length length) {
    return length == NAIVE_LOG ? (fraction){1, 1} : (fraction){0, 1};
}

static fraction length_of(const tour *t, int i, int j) {
    int64_t weight = (int64_t)graph_at(t->g, i, j);
    if (weight == 0)
        return (fraction){1, 0};
    switch (t->length) {
    case NAIVE_INVERSE: return (fraction){1, weight};
    case NAIVE_LOG: return reduced(weight + 1, weight);
    case NAIVE_WEIGHT: return (fraction){weight, 1};
    default: return (fraction){1, 1};
    }
}

static fraction join(const tour *t, fraction a, fraction b) {
    if (a.down == 0 || b.down == 0)
        return (fraction){1, 0};
    if (t->length == NAIVE_LOG)
        return reduced(a.up * b.up, a.down * b.down);
    return reduced(a.up * b.down + b.up * a.down, a.down * b.down);
}

static int shorter(fraction a, fraction b) {
    if (a.down == 0 || b.down == 0)
        return a.down != 0 && b.down == 0;
    return (__int128)a.up * b.down < (__int128)b.up * a.down;
}

static int equal(fraction a, fraction b) {
    return a.up == b.up && a.down == b.down;
}

static fraction *distances(const tour *t) {
    int n = t->g->n;
    fraction *d = calloc((size_t)(n * n) + 1, sizeof *d);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++)
            d[i * n + j] = i == j ? nothing(t->length) : length_of(t, i, j);
    }
    for (int k = 0; k < n; k++) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                fraction over = join(t, d[i * n + k], d[k * n + j]);
                if (shorter(over, d[i * n + j]))
                    d[i * n + j] = over;
            }
        }
    }
    return d;
}

static void count_path(tour *t) {
    int n = t->g->n;
    t->paths++;
    for (int s = 1; s < t->steps; s++) {
        t->over[t->path[s - 1] * n + t->path[s]]++;
        if (s + 1 < t->steps)
            t->through[t->path[s]]++;
    }
}

/* Go on from `at` along every tie that is still on a shortest path to the target. */
static void walk(tour *t, int at, fraction gone) {
    int n = t->g->n;
    t->path[t->steps++] = at;
    if (at == t->target)
        count_path(t);
    for (int next = 0; next < n && at != t->target; next++) {
        if (graph_at(t->g, at, next) == 0)
            continue;
        fraction then = join(t, gone, length_of(t, at, next));
        if (equal(join(t, then, t->distance[next * n + t->target]),
                  t->distance[t->source * n + t->target]))
            walk(t, next, then);
    }
    t->steps--;
}

/* Add what one pair gives to each organisation and tie. */
static void add_pair(tour *t, double *organisation, double *tie) {
    int n = t->g->n;
    t->paths = 0;
    t->steps = 0;
    memset(t->through, 0, (size_t)n * sizeof *t->through);
    memset(t->over, 0, (size_t)(n * n) * sizeof *t->over);
    if (t->distance[t->source * n + t->target].down == 0)
        return;
    walk(t, t->source, nothing(t->length));
    for (int v = 0; v < n; v++)
        organisation[v] += t->through[v] / t->paths;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            tie[i * n + j] += t->over[i * n + j] / t->paths;
            if (!t->g->directed)
                tie[j * n + i] += t->over[i * n + j] / t->paths;
        }
    }
}

static int counts(const graph *g, const int *source, const int *target, int s, int t) {
    return (source[s] && target[t]) || (!g->directed && source[t] && target[s]);
}

void naive_betweenness_between(const graph *g, naive_length length, const int *source,
                               const int *target, double *organisation, double *tie, double *met) {
    size_t n = (size_t)g->n;
    tour t = {.g = g, .length = length};
    t.distance = distances(&t);
    t.path = calloc(n + 1, sizeof *t.path);
    t.through = calloc(n + 1, sizeof *t.through);
    t.over = calloc(n * n + 1, sizeof *t.over);
    memset(organisation, 0, n * sizeof *organisation);
    memset(tie, 0, n * n * sizeof *tie);
    memset(met, 0, n * sizeof *met);
    for (t.source = 0; t.source < g->n; t.source++) {
        for (t.target = g->directed ? 0 : t.source + 1; t.target < g->n; t.target++) {
            if (t.source == t.target || !counts(g, source, target, t.source, t.target))
                continue;
            add_pair(&t, organisation, tie);
            if (t.distance[t.source * g->n + t.target].down != 0) {
                met[t.source]++;
                met[t.target]++;
            }
        }
    }
    free(t.distance);
    free(t.path);
    free(t.through);
    free(t.over);
}

void naive_betweenness(const graph *g, naive_length length, double *organisation, double *tie) {
    int *all = calloc((size_t)g->n + 1, sizeof *all);
    double *met = calloc((size_t)g->n + 1, sizeof *met);
    for (int i = 0; i < g->n; i++)
        all[i] = 1;
    naive_betweenness_between(g, length, all, all, organisation, tie, met);
    free(all);
    free(met);
}
