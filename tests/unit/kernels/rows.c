/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/rows.h"

#include "rows_of.h"

static const int sizes[] = {0, 1, 2, 3, 10, 40};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

/* Call `check` on random graphs of every kind and size, directed or not. */
static void for_graphs(int only_directed, void (*check)(const graph *, const samen__rows *)) {
    dice d = {.state = 1};
    for (int kind = 0; kind < GRAPH_KINDS; kind++) {
        for (int s = 0; s < SIZES; s++) {
            for (int directed = only_directed; directed < 2; directed++) {
                graph g = graph_random(&d, (graph_kind)kind, sizes[s], directed, 9, 0);
                samen__rows rows = rows_of(&g);
                check(&g, &rows);
                samen__rows_free(&rows);
                graph_free(&g);
            }
        }
    }
}

/* The rows hold what the matrix holds, in ascending order. */
static void check_equal(const samen__rows *rows, const double *matrix, int n) {
    int64_t at = 0;
    ck_assert_int_eq(rows->vertices, n);
    for (int i = 0; i < n; i++) {
        ck_assert_int_eq(rows->start[i], at);
        for (int j = 0; j < n; j++) {
            if (matrix[i * n + j] > 0) {
                ck_assert_int_eq(rows->target[at], j);
                ck_assert_double_eq(rows->weight[at], matrix[i * n + j]);
                at++;
            }
        }
    }
    ck_assert_int_eq(rows->start[n], at);
    ck_assert_int_eq(rows->arcs, at);
}

static void check_find(const graph *g, const samen__rows *rows) {
    for (int i = 0; i < g->n; i++) {
        for (int j = -1; j <= g->n; j++) {
            int64_t at = samen__rows_find(rows, i, j);
            int there = j >= 0 && j < g->n && graph_at(g, i, j) > 0;
            ck_assert_int_eq(at >= 0, there);
            if (there)
                ck_assert(at >= rows->start[i] && at < rows->start[i + 1] && rows->target[at] == j);
        }
    }
}

static void check_reverse(const graph *g, const samen__rows *rows) {
    samen__rows reverse, again;
    double *turned = calloc((size_t)(g->n * g->n) + 1, sizeof *turned);
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++)
            turned[j * g->n + i] = graph_at(g, i, j);
    }
    OK(samen__rows_reverse(rows, &reverse, error));
    check_equal(&reverse, turned, g->n);
    OK(samen__rows_reverse(&reverse, &again, error));
    check_equal(&again, g->weight, g->n);
    samen__rows_free(&reverse);
    samen__rows_free(&again);
    free(turned);
}

static void check_underlying(const graph *g, const samen__rows *rows) {
    samen__rows reverse, both;
    double *sum = calloc((size_t)(g->n * g->n) + 1, sizeof *sum);
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++)
            sum[i * g->n + j] = graph_at(g, i, j) + graph_at(g, j, i);
    }
    OK(samen__rows_reverse(rows, &reverse, error));
    OK(samen__rows_underlying(rows, &reverse, &both, error));
    check_equal(&both, sum, g->n);
    samen__rows_free(&reverse);
    samen__rows_free(&both);
    free(sum);
}

/* Oracle: the matrix. */
TEST(an_arc_is_found_where_there_is_one) {
    for_graphs(0, check_find);
}
END

/* Oracle: the transposed matrix. */
TEST(reversed_rows_hold_the_arcs_the_other_way_round) {
    for_graphs(0, check_reverse);
}
END

/* Oracle: the matrix and its transpose added. */
TEST(the_underlying_graph_has_the_weights_of_both_ways) {
    for_graphs(1, check_underlying);
}
END

TEST(new_rows_are_empty_and_aligned) {
    samen__rows rows;
    OK(samen__rows_new(5, 7, &rows, error));
    ck_assert_int_eq(rows.vertices, 5);
    ck_assert_int_eq(rows.arcs, 7);
    for (int v = 0; v <= 5; v++)
        ck_assert_int_eq(rows.start[v], 0);
    ck_assert_uint_eq((uintptr_t)rows.target % 64, 0);
    ck_assert_uint_eq((uintptr_t)rows.weight % 64, 0);
    samen__rows_free(&rows);
    ck_assert_ptr_null(rows.start);
    ck_assert_ptr_null(rows.target);
    ck_assert_ptr_null(rows.weight);
    ck_assert_int_eq(rows.vertices, 0);
    samen__rows_free(&rows);
}
END

TEST(rows_that_no_memory_holds_are_not_made) {
    static const int64_t wrong[][2] = {{INT64_MAX - 1, 1}, {1, INT64_MAX}, {-2, 1}, {1, -1}};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        samen__rows rows;
        FAILS(SAMEN_ERR_MEMORY, "memory ran out",
              samen__rows_new(wrong[i][0], wrong[i][1], &rows, error));
        ck_assert_ptr_null(rows.start);
        ck_assert_ptr_null(rows.target);
    }
}
END

SUITE("kernels/rows", an_arc_is_found_where_there_is_one,
      reversed_rows_hold_the_arcs_the_other_way_round,
      the_underlying_graph_has_the_weights_of_both_ways, new_rows_are_empty_and_aligned,
      rows_that_no_memory_holds_are_not_made)
