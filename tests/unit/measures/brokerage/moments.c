/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graphs.h"
#include "naive.h"
#include "suite.h"

enum { MOST = 5, MOST_TIES = 12, BROKERS = MOST + 1 /* the last one is the whole network */ };

/* Groupings of organisations: one digit each. */
static const char *const groupings_of_4[] = {"0000", "0001", "0101", "0102", "0123"};
static const char *const groupings_of_5[] = {"00000", "00001", "00011", "00012",
                                             "00112", "00123", "01234"};
static const int groupings_of_4_count = sizeof groupings_of_4 / sizeof groupings_of_4[0];
static const int groupings_of_5_count = sizeof groupings_of_5 / sizeof groupings_of_5[0];

/* Sums of counts and of their squares over all graphs with a number of ties. */
typedef struct sums {
    double graphs, count[BROKERS][NAIVE_ROLES], square[BROKERS][NAIVE_ROLES];
} sums;

/* Mean and variance of every count when ties are there with some chance by themselves. */
typedef struct moments {
    double mean[BROKERS][NAIVE_ROLES], variance[BROKERS][NAIVE_ROLES];
} moments;

static graph empty_graph(int directed, const char *grouping) {
    graph g = graph_new((int)strlen(grouping), directed);
    for (int i = 0; i < g.n; i++) {
        g.group[i] = grouping[i] - '0';
        g.groups = g.group[i] >= g.groups ? g.group[i] + 1 : g.groups;
    }
    return g;
}

static int possible_ties(const graph *g) {
    return g->directed ? g->n * (g->n - 1) : g->n * (g->n - 1) / 2;
}

/* The graph whose ties are the bits of a number; gives how many there are. */
static int tie_by_bits(graph *g, unsigned bits) {
    int ties = 0;
    memset(g->weight, 0, (size_t)(g->n * g->n) * sizeof *g->weight);
    for (int i = 0; i < g->n; i++) {
        for (int j = g->directed ? 0 : i + 1; j < g->n; j++) {
            if (i == j)
                continue;
            if (bits & 1) {
                graph_tie(g, i, j, 1);
                ties++;
            }
            bits >>= 1;
        }
    }
    return ties;
}

static void add_graph(const graph *g, sums *of) {
    int count[MOST * NAIVE_ROLES], whole[NAIVE_ROLES];
    naive_roles(g, count);
    naive_roles_network(g, whole);
    of->graphs++;
    for (int role = 0; role < NAIVE_ROLES; role++) {
        for (int i = 0; i <= g->n; i++) {
            int broker = i < g->n ? i : MOST;
            double c = i < g->n ? count[i * NAIVE_ROLES + role] : whole[role];
            of->count[broker][role] += c;
            of->square[broker][role] += c * c;
        }
    }
}

/* Go through all graphs. */
static void enumerate(graph *g, sums by_ties[MOST_TIES + 1]) {
    memset(by_ties, 0, (MOST_TIES + 1) * sizeof *by_ties);
    for (unsigned bits = 0; bits < 1u << possible_ties(g); bits++) {
        int ties = tie_by_bits(g, bits);
        add_graph(g, &by_ties[ties]);
    }
}

/* Each graph of m ties has the chance d^m (1-d)^(M-m). */
static moments moments_at(const graph *g, const sums by_ties[MOST_TIES + 1], double density) {
    moments out = {0};
    int most = possible_ties(g);
    for (int i = 0; i < BROKERS; i++) {
        for (int role = 0; role < NAIVE_ROLES; role++) {
            double square = 0;
            for (int m = 0; m <= most; m++) {
                double chance = pow(density, m) * pow(1 - density, most - m);
                out.mean[i][role] += chance * by_ties[m].count[i][role];
                square += chance * by_ties[m].square[i][role];
            }
            out.variance[i][role] = square - out.mean[i][role] * out.mean[i][role];
        }
    }
    return out;
}

static void agree(const char *what, double actual, double expected, double tolerance) {
    if (!(fabs(actual - expected) <= tolerance * fmax(1, fabs(expected))))
        ck_abort_msg("%s is %.15g, not %.15g", what, actual, expected);
}

/* NAN for null. */
static double number_at(const samen_table *table, int64_t row, const char *column) {
    return samen_table_get_float64(table, row, samen_table_find(table, column), NAN);
}

/* A row of the table against what was enumerated: 1e-12 for the sum of at most 4096 terms of at most
 * 24, the variance rather than its root, which would lose half the digits near 0. */
static void look_at_row(const samen_table *table, int64_t row, double mean, double variance) {
    double sd = number_at(table, row, "std_dev");
    agree("expected", number_at(table, row, "expected"), mean, 1e-12);
    agree("the variance", sd * sd, variance, 1e-12);
    if (variance >= 1e-9)
        agree("z", number_at(table, row, "z"),
              (number_at(table, row, "count") - mean) / sqrt(variance), 1e-9);
    else if (sd != 0 || !isnan(number_at(table, row, "z")))
        ck_abort_msg("std_dev is %g where there is nothing to deviate", sd);
}

static void look_at_tables(const graph *g, const moments *expected) {
    samen_network *network = graph_network(g);
    samen_view *view = NULL;
    OK(samen_view_new(network, NULL, NULL, &view, error));
    for (uint32_t which = SAMEN_ROLES_SIGNIFICANCE; which <= SAMEN_ROLES_NETWORK; which++) {
        samen_brokerage_roles_options options = {
            .struct_size = sizeof options, .table = which, .group = "group", .draws = -1};
        samen_run run = {.struct_size = sizeof run, .threads = 1};
        samen_table *table = NULL;
        OK(samen_brokerage_roles(view, &options, &run, &table, error));
        ck_assert_int_eq(samen_table_rows(table),
                         NAIVE_ROLES * (which == SAMEN_ROLES_NETWORK ? 1 : g->n));
        for (int64_t row = 0; row < samen_table_rows(table); row++) {
            int role = 0, broker = MOST;
            while (strcmp(naive_role_names[role], cell_text(table, row, "role")) != 0)
                role++;
            if (which == SAMEN_ROLES_SIGNIFICANCE)
                broker = atoi(cell_text(table, row, "organisation") + 1);
            look_at_row(table, row, expected->mean[broker][role], expected->variance[broker][role]);
        }
        samen_table_free(table);
    }
    samen_view_free(view);
    samen_network_free(network);
}

/* Every graph as the observed one, against all graphs at its density. */
static void look_at_every_graph(int directed, const char *grouping) {
    graph g = empty_graph(directed, grouping);
    sums by_ties[MOST_TIES + 1];
    moments at[MOST_TIES + 1];
    enumerate(&g, by_ties);
    for (int m = 0; m <= possible_ties(&g); m++)
        at[m] = moments_at(&g, by_ties, (double)m / possible_ties(&g));
    for (unsigned bits = 0; bits<1u << possible_ties(&g); bits += SAMEN_THINNED> 1 ? 7 : 1) {
        int ties = tie_by_bits(&g, bits);
        look_at_tables(&g, &at[ties]);
    }
    graph_free(&g);
}

static void look_at_pairs_of_triples(int directed, const char *grouping) {
    graph g = empty_graph(directed, grouping);
    sums by_ties[MOST_TIES + 1];
    enumerate(&g, by_ties);
    for (double density = 0; density <= 1; density += 0.125) {
        moments at = moments_at(&g, by_ties, density);
        for (int i = 0; i <= g.n; i++) {
            for (int role = 0; role < NAIVE_ROLES; role++) {
                int broker = i < g.n ? i : MOST;
                double mean, variance;
                naive_roles_moments(&g, i < g.n ? i : -1, role, density, &mean, &variance);
                CLOSE(mean, at.mean[broker][role], 1e-12);
                CLOSE(variance, at.variance[broker][role], 1e-12);
            }
        }
    }
    graph_free(&g);
}

/* ---- The formulas in words of group sizes ----------------------------------------------------------- */

static double size_of(const graph *g, int group) {
    double size = 0;
    for (int i = 0; i < g->n; i++)
        size += g->group[i] == group;
    return size;
}

static double choose_2(double n) {
    return n * (n - 1) / 2;
}

/* How many open triples a broker of a group could have in a role, and how many ordered pairs of those
 * share one tie with each other. */
static void node_counts(const graph *g, int own, int role, double *triples, double *pairs) {
    double N = g->n, n = size_of(g, own);
    double itinerant = 0, itinerant_pairs = 0, squares = 0, liaison_pairs = 0;
    for (int group = 0; group < g->groups; group++) {
        double other = size_of(g, group);
        if (group == own)
            continue;
        itinerant += other * (other - 1);
        itinerant_pairs += other * (other - 1) * (other - 2);
        squares += other * other;
        liaison_pairs += 2 * other * choose_2(N - other - n);
    }
    switch (role) {
    case NAIVE_COORDINATOR:
        *triples = (n - 1) * (n - 2);
        *pairs = (n - 1) * (n - 2) * (n - 3);
        break;
    case NAIVE_ITINERANT:
        *triples = itinerant;
        *pairs = itinerant_pairs;
        break;
    case NAIVE_LIAISON:
        *triples = (N - n) * (N - n) - squares;
        *pairs = liaison_pairs;
        break;
    case NAIVE_TOTAL:
        *triples = (N - 1) * (N - 2);
        *pairs = (N - 1) * (N - 2) * (N - 3);
        break;
    default:
        *triples = (n - 1) * (N - n);
        *pairs = (n - 1) * choose_2(N - n) + (N - n) * choose_2(n - 1);
        break;
    }
}

/* The variance of a role in the whole directed network; of itinerant and liaison there is no short
 * formula. */
static double network_variance(const graph *g, int role, double d) {
    double N = g->n, q = 1 - d, p = d * d * q, sum = 0;
    double d3q3 = pow(d, 3) * pow(q, 3), d4q2 = pow(d, 4) * q * q, d5q = pow(d, 5) * q;
    if (role == NAIVE_TOTAL)
        return N * (N - 1) * (N - 2) * (p * (1 - p) + (4 * N - 10) * (d3q3 - d4q2) + (N - 3) * d5q);
    for (int group = 0; group < g->groups; group++) {
        double n = size_of(g, group);
        if (role == NAIVE_COORDINATOR)
            sum += n * (n - 1) * (n - 2) *
                   (p * (1 - p) + (4 * n - 10) * (d3q3 - d4q2) + (n - 3) * d5q);
        else
            sum += n * (N - n) * (n - 1) *
                   (p * (1 - p) + (N - 3) * d3q3 - (2 * n - 3) * d4q2 + (n - 2) * d5q);
    }
    return sum;
}

static void look_at_formulas(const char *grouping) {
    static const int with_formula[] = {NAIVE_COORDINATOR, NAIVE_REPRESENTATIVE, NAIVE_GATEKEEPER,
                                       NAIVE_TOTAL};
    graph g = empty_graph(1, grouping);
    for (double d = 0; d <= 1; d += 0.125) {
        double p = d * d * (1 - d), d3q3 = pow(d * (1 - d), 3), mean, variance, triples, pairs;
        for (int i = 0; i < g.n; i++) {
            for (int role = 0; role < NAIVE_ROLES; role++) {
                node_counts(&g, g.group[i], role, &triples, &pairs);
                naive_roles_moments(&g, i, role, d, &mean, &variance);
                CLOSE(p * triples, mean, 1e-12);
                CLOSE(p * triples * (1 - p) + 2 * d3q3 * pairs, variance, 1e-12);
            }
        }
        for (int f = 0; f < 4; f++) {
            naive_roles_moments(&g, -1, with_formula[f], d, &mean, &variance);
            CLOSE(network_variance(&g, with_formula[f], d), variance, 1e-11);
        }
    }
    graph_free(&g);
}

/* Oracle: all 4096 directed graphs on 4 organisations gone through. A view without ties is undirected,
 * which makes no difference at density 0. */
TEST(directed_moments_are_those_of_all_graphs) {
    for (int i = 0; i < groupings_of_4_count; i++)
        look_at_every_graph(1, groupings_of_4[i]);
}
END

/* Oracle: all 1024 undirected graphs on 5 organisations gone through. */
TEST(undirected_moments_are_those_of_all_graphs) {
    for (int i = 0; i < groupings_of_5_count; i++)
        look_at_every_graph(0, groupings_of_5[i]);
}
END

/* The oracle that is used for larger networks elsewhere, against all graphs. */
TEST(pairs_of_triples_have_the_moments_of_all_graphs) {
    for (int i = 0; i < groupings_of_4_count; i++)
        look_at_pairs_of_triples(1, groupings_of_4[i]);
    for (int i = 0; i < groupings_of_5_count; i++)
        look_at_pairs_of_triples(0, groupings_of_5[i]);
}
END

/* The formulas of Gould and Fernandez with 4n - 10 where 4(n - 3) is in use, and with the terms of ties
 * that one triple has and the other must not, against pairs of triples. */
TEST(directed_formulas_hold_for_groups_of_many_sizes) {
    static const char *const groupings[] = {
        "0", "01", "000", "0011", "00011", "0001122", "0000000", "01234567", "00000112", "0012223"};
    for (size_t i = 0; i < sizeof groupings / sizeof groupings[0]; i++)
        look_at_formulas(groupings[i]);
}
END

/* Undirected, a broker has C(N-1, 2) open triples, of which those of two pairs with one end in common
 * share a tie. */
TEST(the_undirected_variance_of_the_total_has_twice_the_usual_second_term) {
    static const char *const groupings[] = {"000", "0011", "01234", "0001122", "00000112"};
    for (size_t i = 0; i < sizeof groupings / sizeof groupings[0]; i++) {
        graph g = empty_graph(0, groupings[i]);
        double N = g.n;
        for (double d = 0; d <= 1; d += 0.125) {
            double p = d * d * (1 - d), mean, variance;
            naive_roles_moments(&g, 0, NAIVE_TOTAL, d, &mean, &variance);
            CLOSE(choose_2(N - 1) * p, mean, 1e-12);
            CLOSE(choose_2(N - 1) * p * (1 - p) + (N - 1) * (N - 2) * (N - 3) * pow(d * (1 - d), 3),
                  variance, 1e-12);
        }
        graph_free(&g);
    }
}
END

SUITE("measures/brokerage/moments", directed_moments_are_those_of_all_graphs,
      undirected_moments_are_those_of_all_graphs, pairs_of_triples_have_the_moments_of_all_graphs,
      directed_formulas_hold_for_groups_of_many_sizes,
      the_undirected_variance_of_the_total_has_twice_the_usual_second_term)
