/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Density by counting cells: Wasserman and Faust 1994, chapter 4. Its standard errors by the jackknife
 * and the bootstrap of vertices: Snijders and Borgatti, Connections 22(2), 1999. The bootstrap is not
 * drawn but gone through: all samples of n organisations out of n with replacement, and for cells
 * that pair an organisation with its own copy, which are drawn from all cells off the diagonal, the
 * mean and variance of such draws. */
#include "naive.h"

#include <math.h>
#include <stdlib.h>

/* Undirected graphs count every pair once. */
static int counts(const graph *g, int i, int j) {
    return g->directed ? i != j : i < j;
}

naive_block naive_density(const graph *g) {
    naive_block out = {0};
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++) {
            if (counts(g, i, j)) {
                out.possible++;
                out.ties += graph_at(g, i, j) > 0;
                out.weight += graph_at(g, i, j);
            }
        }
    }
    return out;
}

naive_block naive_density_between(const graph *g, int a, int b) {
    naive_block out = {0};
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++) {
            int wanted = g->directed || a != b ? i != j : i < j;
            if (wanted && g->group[i] == a && g->group[j] == b) {
                out.possible++;
                out.ties += graph_at(g, i, j) > 0;
                out.weight += graph_at(g, i, j);
            }
        }
    }
    return out;
}

static int is_observed(const graph *g, const int *respondent, naive_rule rule, int i, int j) {
    if (g->directed)
        return respondent[i];
    int both = rule == NAIVE_BOTH;
    return both ? respondent[i] && respondent[j] : respondent[i] || respondent[j];
}

/* Could a report that is missing make a tie of it? */
static int is_open(const graph *g, const int *respondent, naive_rule rule, int i, int j) {
    if (g->directed)
        return !respondent[i];
    int recorded = rule == NAIVE_RECORDED;
    return recorded ? !respondent[i] && !respondent[j] : !respondent[i] || !respondent[j];
}

naive_response naive_density_response(const graph *g, const int *respondent, naive_rule rule) {
    naive_response out = {0};
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++) {
            int tied = graph_at(g, i, j) > 0, seen = is_observed(g, respondent, rule, i, j);
            if (counts(g, i, j)) {
                out.possible++;
                out.ties += tied;
                out.observed += seen;
                out.ties_observed += tied && seen;
                out.most += tied || is_open(g, respondent, rule, i, j);
            }
        }
    }
    return out;
}

static double density_without(const graph *g, int left_out) {
    int ties = 0, possible = 0;
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++) {
            if (i != j && i != left_out && j != left_out) {
                possible++;
                ties += graph_at(g, i, j) > 0;
            }
        }
    }
    return (double)ties / possible;
}

double naive_density_jackknife(const graph *g) {
    double mean = 0, squares = 0;
    for (int i = 0; i < g->n; i++)
        mean += density_without(g, i) / g->n;
    for (int i = 0; i < g->n; i++)
        squares += pow(density_without(g, i) - mean, 2);
    return sqrt((g->n - 2.0) / (2.0 * g->n) * squares);
}

/* One sample: the mean of its density, and the variance that its drawn cells add. */
static void density_of_sample(const graph *g, const int *sample, double *mean, double *variance) {
    naive_block whole = naive_density(g);
    double share = (double)whole.ties / whole.possible, sum = 0, drawn = 0;
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++) {
            if (!counts(g, i, j))
                continue;
            int copy = sample[i] == sample[j];
            sum += copy ? share : graph_at(g, sample[i], sample[j]) > 0;
            drawn += copy;
        }
    }
    *mean = sum / whole.possible;
    *variance = drawn * share * (1 - share) / ((double)whole.possible * whole.possible);
}

/* The next sample, as a number of n digits counts on; 0 after the last. */
static int next_sample(int *sample, int n) {
    for (int i = 0; i < n; i++) {
        if (++sample[i] < n)
            return 1;
        sample[i] = 0;
    }
    return 0;
}

double naive_density_bootstrap(const graph *g) {
    int *sample = calloc((size_t)g->n, sizeof *sample);
    double samples = 0, sum = 0, squares = 0, within = 0;
    do {
        double mean, variance;
        density_of_sample(g, sample, &mean, &variance);
        samples++;
        sum += mean;
        squares += mean * mean;
        within += variance;
    } while (next_sample(sample, g->n));
    free(sample);
    return sqrt(within / samples + squares / samples - pow(sum / samples, 2));
}

/* The members of a group; gives how many. */
static int members_of(const graph *g, int group, int *members) {
    int count = 0;
    for (int i = 0; i < g->n; i++) {
        if (g->group[i] == group)
            members[count++] = i;
    }
    return count;
}

/* The graph among the members of a group. */
static graph within(const graph *g, int group) {
    graph out = graph_new(g->n, g->directed);
    int *member = calloc((size_t)g->n + 1, sizeof *member), count = members_of(g, group, member);
    out.n = count;
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++)
            out.weight[i * count + j] = graph_at(g, member[i], member[j]);
    }
    free(member);
    return out;
}

/* Between two groups no organisation meets its own copy, so no cell is drawn. */
static double bootstrap_of_block(const graph *g, int a, int b) {
    int *of_a = calloc((size_t)g->n + 1, sizeof *of_a),
        *of_b = calloc((size_t)g->n + 1, sizeof *of_b);
    int *sample_a = calloc((size_t)g->n + 1, sizeof *sample_a);
    int *sample_b = calloc((size_t)g->n + 1, sizeof *sample_b);
    int na = members_of(g, a, of_a), nb = members_of(g, b, of_b);
    double samples = 0, sum = 0, squares = 0;
    do {
        do {
            double ties = 0;
            for (int i = 0; i < na; i++) {
                for (int j = 0; j < nb; j++)
                    ties += graph_at(g, of_a[sample_a[i]], of_b[sample_b[j]]) > 0;
            }
            samples++;
            sum += ties / (na * nb);
            squares += pow(ties / (na * nb), 2);
        } while (next_sample(sample_b, nb));
    } while (next_sample(sample_a, na));
    free(of_a);
    free(of_b);
    free(sample_a);
    free(sample_b);
    return sqrt(fmax(0, squares / samples - pow(sum / samples, 2)));
}

double naive_density_bootstrap_between(const graph *g, int a, int b) {
    if (a != b)
        return bootstrap_of_block(g, a, b);
    graph inside = within(g, a);
    double error = naive_density_bootstrap(&inside);
    graph_free(&inside);
    return error;
}
