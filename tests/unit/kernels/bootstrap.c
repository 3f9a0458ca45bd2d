/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/bootstrap.h"

#include "rows_of.h"

/* Resampling of a graph. Each tied pair is of a kind of its own, and adds 1 to the total of the two strata that it joins,
 * counted as stratum of one * strata + stratum of other, with the lower one first in undirected
 * graphs. */
typedef struct prepared {
    samen__resampling r;
    int32_t *one, *other, *kind;
    int64_t *start;
    samen__addend *addend;
} prepared;

static prepared prepare(const graph *g, const int32_t *stratum, int32_t strata) {
    size_t most = (size_t)(g->n * g->n) + 1;
    prepared p = {.one = calloc(most, sizeof *p.one),
                  .other = calloc(most, sizeof *p.other),
                  .kind = calloc(most, sizeof *p.kind),
                  .start = calloc(most + 1, sizeof *p.start),
                  .addend = calloc(most, sizeof *p.addend)};
    int64_t pairs = 0;
    for (int i = 0; i < g->n; i++) {
        for (int j = g->directed ? 0 : i + 1; j < g->n; j++) {
            if (graph_at(g, i, j) <= 0)
                continue;
            int32_t a = stratum ? stratum[i] : 0, b = stratum ? stratum[j] : 0;
            int32_t low = g->directed || a < b ? a : b, high = low == a ? b : a;
            p.one[pairs] = i;
            p.other[pairs] = j;
            p.addend[pairs] = (samen__addend){low < 0 || high < 0 ? 0 : low * strata + high, 1};
            p.kind[pairs] = (int32_t)pairs;
            p.start[pairs + 1] = pairs + 1;
            pairs++;
        }
    }
    p.r = (samen__resampling){.vertices = g->n,
                              .directed = g->directed,
                              .pairs = pairs,
                              .one = p.one,
                              .other = p.other,
                              .kind = p.kind,
                              .kinds = (int32_t)pairs,
                              .start = p.start,
                              .addend = p.addend,
                              .totals = strata * strata,
                              .strata = strata,
                              .stratum = stratum};
    return p;
}

static void release(prepared *p) {
    free(p->one);
    free(p->other);
    free(p->kind);
    free(p->start);
    free(p->addend);
}

static void draw(const samen__resampling *r, int64_t draws, int32_t threads, double *sums) {
    samen__run run = run_on(threads);
    OK(samen__bootstrap(r, draws, sums, &run, error));
}

static graph complete(int n, int directed) {
    graph g = graph_new(n, directed);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++)
            graph_tie(&g, i, j, 1);
    }
    return g;
}

/* Snijders and Borgatti's draw, word by word: vertices with replacement, every cell of the new
 * matrix from the old one, and a cell of a vertex with its copy from any cell off the diagonal. */
static double slow_draw(const graph *g, dice *d) {
    int vertex[64], n = g->n;
    double sum = 0;
    for (int i = 0; i < n; i++)
        vertex[i] = (int)dice_roll(d, (uint64_t)n);
    for (int i = 0; i < n; i++) {
        for (int j = g->directed ? 0 : i + 1; j < n; j++) {
            int a = vertex[i], b = vertex[j];
            if (i == j)
                continue;
            while (a == b) {
                a = (int)dice_roll(d, (uint64_t)n);
                b = (int)dice_roll(d, (uint64_t)n);
            }
            sum += graph_at(g, a, b);
        }
    }
    return sum;
}

static void moments(const double *values, int count, double *mean, double *deviation) {
    *mean = *deviation = 0;
    for (int i = 0; i < count; i++)
        *mean += values[i] / count;
    for (int i = 0; i < count; i++)
        *deviation += (values[i] - *mean) * (values[i] - *mean) / (count - 1);
    *deviation = sqrt(*deviation);
}

static int32_t stop_at_once(void *payload, double fraction, const char *what) {
    (void)payload;
    (void)fraction;
    ck_assert_str_eq(what, "resampling");
    return 1;
}

/* Oracle: whatever vertices are drawn, every pair of them is tied, copies by the rule for
 * copies. */
TEST(where_all_are_tied_every_draw_has_density_one_without_spread) {
    enum { DRAWS = 1000 };
    for (int n = 2; n <= 12; n += 5) {
        for (int directed = 0; directed < 2; directed++) {
            graph g = complete(n, directed);
            prepared p = prepare(&g, NULL, 1);
            double sums[DRAWS], pairs = directed ? n * (n - 1) : n * (n - 1) / 2.0;
            draw(&p.r, DRAWS, 2, sums);
            for (int i = 0; i < DRAWS; i++) {
                ck_assert_double_eq(sums[i], pairs);
                sums[i] /= pairs;
            }
            samen__spread spread = samen__bootstrap_spread(sums, DRAWS, 0.95);
            ck_assert_double_eq(spread.lower, 1);
            ck_assert_double_eq(spread.upper, 1);
            ck_assert_msg(spread.std_error == 0, "the spread is %g", spread.std_error);
            release(&p);
            graph_free(&g);
        }
    }
}
END

TEST(where_nobody_is_tied_every_draw_is_zero) {
    graph g = graph_new(7, 0);
    prepared p = prepare(&g, NULL, 1);
    double sums[20];
    draw(&p.r, 20, 1, sums);
    for (int i = 0; i < 20; i++)
        ck_assert_double_eq(sums[i], 0);
    release(&p);
    graph_free(&g);
}
END

/* Oracle: the expectation is the observed sum, since a pair is drawn (n - 1) / n times in the
 * mean and makes up for the rest as a copy; the deviation is that of the slow draws. Tolerances:
 * five standard errors, of the mean sd / sqrt(draws), of each deviation sd / sqrt(2 draws). */
TEST(draws_have_the_mean_and_the_spread_of_the_definition) {
    enum { DRAWS = 6000 };
    static double fast[DRAWS], slow[DRAWS];
    dice d = {.state = 5};
    for (int directed = 0; directed < 2; directed++) {
        for (int kind = 0; kind < 3; kind++) {
            static const graph_kind kinds[] = {GRAPH_DENSE, GRAPH_STAR, GRAPH_CLIQUES};
            graph g = graph_random(&d, kinds[kind], 14, directed, 1, 0);
            prepared p = prepare(&g, NULL, 1);
            double observed = (double)p.r.pairs, mean, deviation, slow_mean, slow_deviation;
            draw(&p.r, DRAWS, 2, fast);
            for (int i = 0; i < DRAWS; i++)
                slow[i] = slow_draw(&g, &d);
            moments(fast, DRAWS, &mean, &deviation);
            moments(slow, DRAWS, &slow_mean, &slow_deviation);
            ck_assert_double_eq_tol(mean, observed, 5 * deviation / sqrt(DRAWS));
            ck_assert_double_eq_tol(slow_mean, observed, 5 * deviation / sqrt(DRAWS));
            ck_assert_double_eq_tol(deviation / slow_deviation, 1, 5 * sqrt(1.0 / DRAWS));
            release(&p);
            graph_free(&g);
        }
    }
}
END

/* Oracle: with all tied, the sum of two strata is the product of their sizes in every draw only if
 * each keeps its size; within one it is the number of its pairs. */
TEST(strata_keep_their_size) {
    static const int32_t stratum[] = {0, 0, 1, 2, 1, 1, 1};
    static const double size[] = {2, 4, 1};
    for (int directed = 0; directed < 2; directed++) {
        graph g = complete(7, directed);
        prepared p = prepare(&g, stratum, 3);
        double sums[50 * 9];
        draw(&p.r, 50, 1, sums);
        for (int i = 0; i < 50 * 9; i++) {
            int a = i % 9 / 3, b = i % 3;
            double within = size[a] * (size[a] - 1) / (directed ? 1 : 2);
            double between = directed || a < b ? size[a] * size[b] : 0;
            ck_assert_double_eq(sums[i], a == b ? within : between);
        }
        release(&p);
        graph_free(&g);
    }
}
END

/* One stratum is tied within, the other is not: copies are replaced by pairs of their own
 * stratum. */
TEST(copies_stand_for_pairs_of_their_own_stratum) {
    static const int32_t stratum[] = {0, 0, 0, 0, 1, 1, 1, 1};
    for (int tied = 0; tied < 2; tied++) {
        graph g = graph_new(8, 0);
        for (int i = 4 * tied; i < 4 * tied + 4; i++) {
            for (int j = 4 * tied; j < 4 * tied + 4; j++)
                graph_tie(&g, i, j, 1);
        }
        prepared p = prepare(&g, stratum, 2);
        double sums[50 * 4];
        draw(&p.r, 50, 1, sums);
        for (int i = 0; i < 50; i++) {
            ck_assert_double_eq(sums[4 * i], tied ? 0 : 6);
            ck_assert_double_eq(sums[4 * i + 3], tied ? 6 : 0);
        }
        release(&p);
        graph_free(&g);
    }
}
END

TEST(vertices_of_no_stratum_take_no_part) {
    static const int32_t stratum[] = {0, -1, 0, 0, -1};
    graph g = complete(5, 0);
    prepared p = prepare(&g, stratum, 1);
    double sums[100];
    draw(&p.r, 100, 1, sums);
    for (int i = 0; i < 100; i++)
        ck_assert_double_eq(sums[i], 3);
    release(&p);
    graph_free(&g);
}
END

/* Oracle: two totals of the same pairs, one with three times the value and an addend more. */
TEST(a_pair_may_add_to_several_totals) {
    static const int32_t one[] = {0, 1, 2}, other[] = {1, 2, 3}, kind[] = {0, 1, 2};
    static const int64_t start[] = {0, 2, 5, 7};
    static const samen__addend addend[] = {{0, 1}, {1, 3}, {0, 1}, {1, 2}, {1, 1}, {1, 3}, {0, 1}};
    samen__resampling r = {.vertices = 4,
                           .pairs = 3,
                           .one = one,
                           .other = other,
                           .kind = kind,
                           .kinds = 3,
                           .start = start,
                           .addend = addend,
                           .totals = 2,
                           .strata = 1};
    double sums[200], largest = 0;
    draw(&r, 100, 3, sums);
    for (int i = 0; i < 100; i++) {
        ck_assert_double_eq(sums[2 * i + 1], 3 * sums[2 * i]);
        largest = sums[2 * i] > largest ? sums[2 * i] : largest;
    }
    ck_assert_double_gt(largest, 3);
}
END

/* Oracle: the pairs of one kind count them, so numbers of their own are as many times as much; 0.25 is a
 * power of two, so nothing is rounded. */
TEST(pairs_may_add_numbers_of_their_own) {
    enum { PAIRS = 45, DRAWS = 70 };
    static int32_t one[PAIRS], other[PAIRS], kind[PAIRS];
    static double own[2][PAIRS], sums[DRAWS * 4], few[2 * 4];
    static const int64_t start[] = {0, 1, 2};
    static const samen__addend addend[] = {{2, 1}, {3, 1}};
    const samen__own_addends owns[] = {{.total = 0, .value = own[0]},
                                       {.total = 1, .value = own[1]}};
    for (int i = 0, p = 0; i < 10; i++) {
        for (int j = i + 1; j < 10; j++, p++) {
            one[p] = i;
            other[p] = j;
            kind[p] = p % 3 == 0;
            own[0][p] = kind[p] ? 0 : 0.25;
            own[1][p] = kind[p] ? 7 : -1;
        }
    }
    samen__resampling r = {.vertices = 10,
                           .pairs = PAIRS,
                           .one = one,
                           .other = other,
                           .kind = kind,
                           .kinds = 2,
                           .start = start,
                           .addend = addend,
                           .owns = 2,
                           .own = owns,
                           .totals = 4,
                           .strata = 1};
    draw(&r, DRAWS, 2, sums);
    for (int i = 0; i < DRAWS; i++) {
        const double *sum = sums + (size_t)4 * i;
        ck_assert_double_eq(sum[0], 0.25 * sum[2]);
        ck_assert_double_eq(sum[1], 7 * sum[3] - sum[2]);
        ck_assert_double_eq(sum[2] + sum[3], PAIRS);
    }
    draw(&r, 2, 1, few);
    ck_assert_mem_eq(few, sums, sizeof few);
}
END

TEST(draws_are_the_same_bits_on_any_number_of_threads) {
    enum { DRAWS = 101 };
    dice d = {.state = 6};
    graph g = graph_random(&d, GRAPH_DENSE, 30, 0, 1, 0);
    prepared p = prepare(&g, NULL, 1);
    double first[DRAWS], again[DRAWS];
    draw(&p.r, DRAWS, 1, first);
    for (int32_t threads = 1; threads <= 8; threads++) {
        draw(&p.r, DRAWS, threads, again);
        ck_assert_mem_eq(first, again, sizeof first);
    }
    memset(again, 0, sizeof again);
    draw(&p.r, 13, 2, again);
    ck_assert_mem_eq(first, again, 13 * sizeof first[0]);
    ck_assert_double_eq(again[13], 0);
    release(&p);
    graph_free(&g);
}
END

TEST(another_seed_or_purpose_draws_otherwise) {
    dice d = {.state = 7};
    graph g = graph_random(&d, GRAPH_DENSE, 30, 0, 1, 0);
    prepared p = prepare(&g, NULL, 1);
    double first[20], other[20];
    samen__run run = run_on(1);
    OK(samen__bootstrap(&p.r, 20, first, &run, error));
    run.seed = 2;
    OK(samen__bootstrap(&p.r, 20, other, &run, error));
    ck_assert(memcmp(first, other, sizeof first) != 0);
    run.seed = 1;
    p.r.purpose = 1;
    OK(samen__bootstrap(&p.r, 20, other, &run, error));
    ck_assert(memcmp(first, other, sizeof first) != 0);
    release(&p);
    graph_free(&g);
}
END

TEST(small_graphs_and_no_draws_are_fine) {
    for (int n = 0; n < 3; n++) {
        graph g = complete(n, 0);
        prepared p = prepare(&g, NULL, 1);
        double sums[10] = {0};
        draw(&p.r, 0, 2, NULL);
        draw(&p.r, 10, 2, sums);
        for (int i = 0; i < 10; i++)
            ck_assert_double_eq(sums[i], n == 2 ? 1 : 0);
        release(&p);
        graph_free(&g);
    }
}
END

TEST(drawing_can_be_stopped) {
    graph g = complete(10, 0);
    prepared p = prepare(&g, NULL, 1);
    double sums[100];
    samen__run run = run_on(1);
    run.on_progress = stop_at_once;
    run.reported = 0;
    FAILS(SAMEN_ERR_CANCELLED, "resampling was stopped on request",
          samen__bootstrap(&p.r, 100, sums, &run, error));
    release(&p);
    graph_free(&g);
}
END

/* Oracle: of 1 to 101 in any order, the standard deviation is that of the first 101 whole numbers,
 * sqrt(101 * 102 / 12), and percentile p is 1 + 100 p. */
TEST(the_spread_of_draws_is_their_deviation_and_percentiles) {
    double values[101];
    for (int i = 0; i < 101; i++)
        values[i] = (i * 37) % 101 + 1;
    samen__spread spread = samen__bootstrap_spread(values, 101, 0.9);
    CLOSE(spread.std_error, sqrt(101 * 102 / 12.0), 1e-14);
    CLOSE(spread.lower, 6, 1e-14);
    CLOSE(spread.upper, 96, 1e-14);
}
END

SUITE("kernels/bootstrap", where_all_are_tied_every_draw_has_density_one_without_spread,
      where_nobody_is_tied_every_draw_is_zero, draws_have_the_mean_and_the_spread_of_the_definition,
      strata_keep_their_size, copies_stand_for_pairs_of_their_own_stratum,
      vertices_of_no_stratum_take_no_part, a_pair_may_add_to_several_totals,
      pairs_may_add_numbers_of_their_own, draws_are_the_same_bits_on_any_number_of_threads,
      another_seed_or_purpose_draws_otherwise, small_graphs_and_no_draws_are_fine,
      drawing_can_be_stopped, the_spread_of_draws_is_their_deviation_and_percentiles)
