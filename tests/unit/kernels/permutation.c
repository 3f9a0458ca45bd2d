/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/permutation.h"

#include "naive.h"
#include "rows_of.h"

enum { MOST = 90, DRAWS = 20, PURPOSE = 77 };

static void permutation(uint64_t seed, int64_t number, int32_t *to, int n) {
    for (int32_t v = 0; v < n; v++)
        to[v] = v;
    samen__permute(seed, PURPOSE, number, to, n);
}

static samen__likeness likeness_of(samen__rows *x, samen__rows *y, int symmetric) {
    return (samen__likeness){.x = x, .y = y, .symmetric = symmetric, .purpose = PURPOSE};
}

/* Without weights, whose array stays to be freed. */
static samen__rows bare(samen__rows rows) {
    rows.weight = NULL;
    return rows;
}

static void draw(const samen__likeness *l, int64_t draws, int32_t threads, double *product) {
    samen__run run = run_on(threads);
    OK(samen__permuted_products(l, draws, product, &run, error));
}

/* Two graphs on as many vertices; undirected ones may be taken as symmetric. */
static void look(dice *d, int number) {
    int n = (int)dice_roll(d, MOST), directed = number / GRAPH_KINDS % 2, same[MOST];
    graph g = graph_random(d, (graph_kind)(number % GRAPH_KINDS), n, directed, 5, 0);
    graph h = graph_random(d, (graph_kind)dice_roll(d, GRAPH_KINDS), n, directed, 5, 0);
    samen__rows x = rows_of(&g), y = rows_of(&h), bare_x = bare(x), bare_y = bare(y);
    for (int v = 0; v < n; v++)
        same[v] = v;
    for (int weighted = 0; weighted < 2; weighted++) {
        samen__likeness l = weighted ? likeness_of(&x, &y, 0)
                                     : likeness_of(&bare_x, &bare_y, !directed && number % 3 > 0);
        double product[DRAWS];
        draw(&l, DRAWS, 1, product);
        for (int64_t k = 0; k < DRAWS; k++) {
            int32_t to[MOST];
            permutation(1, k, to, n);
            ck_assert_double_eq(product[k], naive_product(&g, &h, to, weighted));
        }
        ck_assert_double_eq(samen__product(&l), naive_product(&g, &h, same, weighted));
    }
    samen__rows_free(&x);
    samen__rows_free(&y);
    graph_free(&g);
    graph_free(&h);
}

/* Oracle: the matrices, cell by cell (naive/permutation.c). Weights are whole numbers, so sums are exact;
 * either graph may be the one with fewer arcs. */
TEST(products_are_those_of_the_relabelled_matrices) {
    dice d = {.state = 81};
    for (int i = 0; i < 2000; i++)
        look(&d, i);
}
END

/* Oracle: with weights of 1 the other way of counting gives the same. More vertices than have bit rows. */
TEST(large_graphs_are_counted_without_bit_rows) {
    enum { MANY = 16385, FEW_DRAWS = 3 };
    samen__rows x, y;
    double spread[FEW_DRAWS], product[FEW_DRAWS];
    OK(samen__rows_new(MANY, MANY - 1, &x, error));
    OK(samen__rows_new(MANY, 2 * (MANY - 2), &y, error));
    for (int32_t v = 0, at = 0; v < MANY; v++) {
        if (v + 1 < MANY)
            x.target[v] = v + 1;
        x.start[v + 1] = v + 1 < MANY ? v + 1 : MANY - 1;
        for (int32_t step = 1; step < 3 && v + 2 < MANY; step++)
            y.target[at++] = v + step;
        y.start[v + 1] = at;
    }
    for (int64_t a = 0; a < x.arcs; a++)
        x.weight[a] = 1;
    for (int64_t a = 0; a < y.arcs; a++)
        y.weight[a] = 1;
    samen__rows bare_x = bare(x), bare_y = bare(y);
    samen__likeness weighted = likeness_of(&x, &y, 0), l = likeness_of(&bare_x, &bare_y, 0);
    ck_assert_double_eq(samen__product(&l), MANY - 2);
    draw(&l, FEW_DRAWS, 2, product);
    draw(&weighted, FEW_DRAWS, 1, spread);
    ck_assert_mem_eq(product, spread, sizeof product);
    samen__rows_free(&x);
    samen__rows_free(&y);
}
END

TEST(products_are_the_same_bits_on_any_number_of_threads) {
    dice d = {.state = 82};
    graph g = graph_random(&d, GRAPH_DENSE, 40, 1, 1, 0);
    samen__rows x = rows_of(&g);
    for (int64_t a = 0; a < x.arcs; a++)
        x.weight[a] = dice_chance(&d);
    samen__likeness l = likeness_of(&x, &x, 0);
    static double first[3000], again[3000];
    draw(&l, 3000, 1, first);
    for (int32_t threads = 2; threads <= 16; threads += 7) {
        draw(&l, 3000, threads, again);
        ck_assert_mem_eq(first, again, sizeof first);
    }
    samen__rows_free(&x);
    graph_free(&g);
}
END

/* Oracle: all orders of four are as likely; 24,000 permutations give each 1,000 times with a standard
 * deviation of sqrt(24000 / 24 * 23 / 24) = 31. */
TEST(permutations_are_all_as_likely_and_depend_on_seed_and_number) {
    int32_t seen[256] = {0}, to[4], other[4];
    int kinds = 0, differ = 0;
    for (int64_t k = 0; k < 24000; k++) {
        permutation(3, k, to, 4);
        ck_assert_int_eq(1 << to[0] | 1 << to[1] | 1 << to[2] | 1 << to[3], 15);
        seen[to[0] << 6 | to[1] << 4 | to[2] << 2 | to[3]]++;
        permutation(4, k, other, 4);
        differ += memcmp(to, other, sizeof to) != 0;
    }
    for (int i = 0; i < 256; i++) {
        kinds += seen[i] > 0;
        ck_assert(seen[i] == 0 || abs(seen[i] - 1000) < 5 * 31);
    }
    ck_assert_int_eq(kinds, 24);
    ck_assert_int_gt(differ, 20000);
}
END

TEST(no_draws_and_no_vertices_are_fine) {
    graph g = graph_new(0, 0);
    samen__rows x = rows_of(&g);
    samen__likeness l = likeness_of(&x, &x, 0);
    double product[2] = {5, 5};
    draw(&l, 0, 2, product);
    ck_assert_double_eq(product[0], 5);
    draw(&l, 2, 2, product);
    ck_assert_double_eq(product[0], 0);
    samen__rows_free(&x);
    graph_free(&g);
}
END

SUITE("unit/kernels/permutation", products_are_those_of_the_relabelled_matrices,
      large_graphs_are_counted_without_bit_rows,
      products_are_the_same_bits_on_any_number_of_threads,
      permutations_are_all_as_likely_and_depend_on_seed_and_number,
      no_draws_and_no_vertices_are_fine)
