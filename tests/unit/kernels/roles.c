/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/roles.h"

#include "kernels/permutation.h"
#include "kernels/roles_draws.h"
#include "naive.h"
#include "rows_of.h"

enum { MOST = 26, PURPOSE = 3, COUNTS = (MOST + 1) * SAMEN__ROLES };

/* A graph with its rows; groups are the labels. */
typedef struct scene {
    graph g;
    samen__rows rows, in_rows;
    int32_t label[MOST];
    samen__roles roles;
} scene;

static scene roll(dice *d, int number, int labels) {
    int directed = number / GRAPH_KINDS % 2;
    scene s = {.g = graph_random(d, (graph_kind)(number % GRAPH_KINDS), (int)dice_roll(d, MOST),
                                 directed, 1, labels)};
    for (int v = 0; v < s.g.n; v++) {
        if (number % 3 == 0 && dice_roll(d, 5) == 0)
            s.g.group[v] = -1;
        s.label[v] = s.g.group[v];
        /* Some ties of a directed graph are answered. */
        for (int w = 0; directed && w < v; w++) {
            if (graph_at(&s.g, v, w) > 0 && dice_roll(d, 2))
                graph_tie(&s.g, w, v, 1);
        }
    }
    s.rows = rows_of(&s.g);
    OK(samen__rows_reverse(&s.rows, &s.in_rows, error));
    return s;
}

static void open(scene *s, int labels) {
    OK(samen__roles_open(&s->rows, s->g.directed ? &s->in_rows : &s->rows, s->g.directed, s->label,
                         labels, &s->roles, error));
}

static void drop(scene *s) {
    samen__roles_close(&s->roles);
    samen__rows_free(&s->rows);
    samen__rows_free(&s->in_rows);
    graph_free(&s->g);
}

static void count(const scene *s, int32_t threads, int64_t *counts) {
    samen__run run = run_on(threads);
    OK(samen__roles_count(&s->roles, counts, &run, error));
}

/* Oracle: all triples (naive/roles.c). */
TEST(counts_are_those_of_all_triples) {
    dice d = {.state = 101};
    for (int i = 0; i < 2000; i++) {
        int labels = 1 + (int)dice_roll(&d, 5), expected[COUNTS];
        int64_t counts[COUNTS];
        scene s = roll(&d, i, labels);
        open(&s, labels);
        count(&s, 1 + i % 2, counts);
        naive_roles(&s.g, expected);
        for (int k = 0; k < s.g.n * SAMEN__ROLES; k++)
            ck_assert_msg(counts[k] == expected[k], "graph %d: %s of %d is %lld, not %d", i,
                          naive_role_names[k % SAMEN__ROLES], k / SAMEN__ROLES,
                          (long long)counts[k], expected[k]);
        drop(&s);
    }
}
END

/* How often naive counts under the library's own shuffles are at least, and at most, the observed ones. */
static void shuffle_slowly(const scene *s, int64_t draws, const int64_t *observed, int64_t *more,
                           int64_t *fewer) {
    int32_t given[MOST], pool[MOST], pooled = 0;
    int64_t behind = (int64_t)s->g.n * SAMEN__ROLES, whole[SAMEN__ROLES] = {0};
    graph g = s->g; /* with labels of its own */
    g.group = calloc(MOST, sizeof *g.group);
    for (int v = 0; v < g.n; v++) {
        if (s->label[v] >= 0)
            pool[pooled++] = s->label[v];
    }
    for (int64_t k = 0; k < behind; k++)
        whole[k % SAMEN__ROLES] += observed[k];
    for (int64_t draw = 0; draw < draws; draw++) {
        int counts[COUNTS];
        int64_t sum[SAMEN__ROLES] = {0};
        memcpy(given, pool, sizeof pool);
        samen__permute(1, PURPOSE, draw, given, pooled);
        for (int v = 0, next = 0; v < g.n; v++)
            g.group[v] = s->label[v] >= 0 ? given[next++] : -1;
        naive_roles(&g, counts);
        for (int64_t k = 0; k < behind; k++) {
            more[k] += counts[k] >= observed[k];
            fewer[k] += counts[k] <= observed[k];
            sum[k % SAMEN__ROLES] += counts[k];
        }
        for (int role = 0; role < SAMEN__ROLES; role++) {
            more[behind + role] += sum[role] >= whole[role];
            fewer[behind + role] += sum[role] <= whole[role];
        }
    }
    free(g.group);
}

/* Oracle: naive counts under the same shuffles: exact. Few labels and more than neighbours, and draws that
 * fill no block, or more than one. */
TEST(draws_are_counted_as_naive_counts_are) {
    dice d = {.state = 102};
    for (int i = 0; i < 120; i++) {
        int labels = i % 4 == 0 ? 20 : 1 + (int)dice_roll(&d, 5);
        int64_t draws = i % 40 == 1 ? 530 : 1 + (int64_t)dice_roll(&d, 40);
        int64_t observed[COUNTS], more[COUNTS] = {0}, fewer[COUNTS] = {0};
        int64_t more_expected[COUNTS] = {0}, fewer_expected[COUNTS] = {0};
        samen__run run = run_on(1 + i % 3);
        scene s = roll(&d, i, labels);
        open(&s, labels);
        count(&s, 1, observed);
        OK(samen__roles_permute(&s.roles, observed, draws, more, fewer, &run, error));
        shuffle_slowly(&s, draws, observed, more_expected, fewer_expected);
        for (int k = 0; k < (s.g.n + 1) * SAMEN__ROLES; k++)
            ck_assert_msg(more[k] == more_expected[k] && fewer[k] == fewer_expected[k],
                          "graph %d: %s of %d: %lld and %lld, not %lld and %lld", i,
                          naive_role_names[k % SAMEN__ROLES], k / SAMEN__ROLES, (long long)more[k],
                          (long long)fewer[k], (long long)more_expected[k],
                          (long long)fewer_expected[k]);
        drop(&s);
    }
}
END

/* The labels of 512 shuffles as masks. */
static samen__mask *spread(dice *d, int n, int labels, int digits) {
    samen__mask *digit = aligned_alloc(64, (size_t)(n * digits) * sizeof *digit + 64);
    memset(digit, 0, (size_t)(n * digits) * sizeof *digit);
    for (int v = 0; v < n; v++) {
        for (int lane = 0; lane < SAMEN__MASK_LANES; lane++) {
            uint32_t label = (uint32_t)dice_roll(d, (uint64_t)labels);
            for (int k = 0; k < digits; k++)
                digit[v * digits + k][lane % SAMEN__MASK_WORDS] |= (label >> k & 1)
                                                                   << (lane / SAMEN__MASK_WORDS);
        }
    }
    return digit;
}

/* The plain version, and all others that this processor can do, give the same sums. */
TEST(every_processor_counts_alike) {
    static samen__role_drawer *const drawers[] = {
        samen__role_draws_plain,
#if defined(__x86_64__)
        samen__role_draws_avx2,
        samen__role_draws_avx512
#endif
    };
    static int64_t sum[3][SAMEN__ROLES][SAMEN__MASK_LANES];
    dice d = {.state = 103};
    for (int i = 0; i < 60; i++) {
        int64_t observed[COUNTS] = {0}, more[COUNTS] = {0}, fewer[COUNTS] = {0};
        int labels = 1 + (int)dice_roll(&d, 8);
        scene s = roll(&d, i, labels);
        open(&s, labels);
        samen__mask *digit = spread(&d, s.g.n, labels, 3);
        samen__label_draws draws = {.roles = &s.roles,
                                    .digit = digit,
                                    .digits = 3,
                                    .observed = observed,
                                    .more = more,
                                    .fewer = fewer};
        samen__role_scratch *scratch = NULL;
        OK(samen__role_scratch_open(&draws, &scratch, error));
        memset(sum, 0, sizeof sum);
        for (size_t k = 0; k < sizeof drawers / sizeof drawers[0]; k++) {
#if defined(__x86_64__)
            if ((k == 1 && !__builtin_cpu_supports("avx2")) ||
                (k == 2 &&
                 !(__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"))))
                continue;
#endif
            for (int64_t v = 0; v < s.g.n; v++)
                drawers[k](&draws, scratch, v, sum[k]);
            ck_assert_mem_eq(sum[k], sum[0], sizeof sum[0]);
        }
        samen__role_scratch_close(scratch);
        free(digit);
        drop(&s);
    }
}
END

SUITE("unit/kernels/roles", counts_are_those_of_all_triples, draws_are_counted_as_naive_counts_are,
      every_processor_counts_alike)
