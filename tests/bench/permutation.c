/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the permutations of a QAP correlation: permutation FILE [threads [draws [values [weighted]]]]. Lines
 * of "u v which" are arcs of the first network (1), the second (2), or both (3). Prints wall and processor
 * seconds and the sum of all products; writes the correlation, and mean and standard deviation of the
 * permuted ones, as doubles, to the file `values`. With `weighted` 1 arcs have weights, all of them 1. */
#define _GNU_SOURCE
#include <math.h>

#include "kernel.h"
#include "kernels/permutation.h"

typedef struct arcs {
    int32_t *from, *to, *which;
    int64_t count;
    int32_t vertices;
} arcs;

static arcs read_arcs(const char *path) {
    arcs a = {0};
    int64_t capacity = 0;
    FILE *in = fopen(path, "r");
    int32_t u, v, which;
    kernel_must(in != NULL, "the networks cannot be read");
    while (fscanf(in, "%d %d %d", &u, &v, &which) == 3) {
        if (a.count == capacity) {
            capacity = 2 * capacity + 1024;
            a.from = realloc(a.from, (size_t)capacity * sizeof *a.from);
            a.to = realloc(a.to, (size_t)capacity * sizeof *a.to);
            a.which = realloc(a.which, (size_t)capacity * sizeof *a.which);
            kernel_must(a.from && a.to && a.which, "out of memory");
        }
        a.from[a.count] = u;
        a.to[a.count] = v;
        a.which[a.count++] = which;
        a.vertices = u >= a.vertices ? u + 1 : a.vertices;
        a.vertices = v >= a.vertices ? v + 1 : a.vertices;
    }
    fclose(in);
    return a;
}

static samen__rows rows_of(const arcs *a, int which) {
    samen__rows rows, other;
    samen_error error = {0};
    int64_t count = 0;
    for (int64_t i = 0; i < a->count; i++)
        count += (a->which[i] & which) != 0;
    int64_t *fill = calloc((size_t)a->vertices + 1, sizeof *fill);
    kernel_must(fill && samen__rows_new(a->vertices, count, &rows, &error) == SAMEN_OK,
                "out of memory");
    for (int64_t i = 0; i < a->count; i++)
        rows.start[a->from[i] + 1] += (a->which[i] & which) != 0;
    for (int32_t v = 0; v < a->vertices; v++)
        rows.start[v + 1] += rows.start[v];
    for (int64_t i = 0; i < a->count; i++) {
        if (!(a->which[i] & which))
            continue;
        int64_t at = rows.start[a->from[i]] + fill[a->from[i]]++;
        rows.target[at] = a->to[i];
        rows.weight[at] = 1;
    }
    free(fill);
    kernel_must(samen__rows_reverse(&rows, &other, &error) == SAMEN_OK, "out of memory");
    samen__rows_free(&rows);
    kernel_must(samen__rows_reverse(&other, &rows, &error) == SAMEN_OK, "out of memory");
    samen__rows_free(&other);
    return rows;
}

/* The correlation of two networks of zeros and ones. */
static double correlate(const samen__likeness *l, double product) {
    double n = (double)l->x->vertices, cells = n * (n - 1);
    double mx = (double)l->x->arcs / cells, my = (double)l->y->arcs / cells;
    return (product / cells - mx * my) / sqrt(mx * (1 - mx) * my * (1 - my));
}

int main(int argc, char **argv) {
    kernel_must(argc >= 2 && argc <= 6, "give FILE, threads, draws, a file for values, weighted");
    int64_t draws = argc > 3 ? atoll(argv[3]) : 1000;
    samen__run run = kernel_run(argc > 2 ? argv[2] : NULL);
    samen_error error = {0};
    arcs a = read_arcs(argv[1]);
    samen__rows x = rows_of(&a, 1), y = rows_of(&a, 2);
    double *weight[] = {x.weight, y.weight}, sum = 0, mean = 0, squares = 0;
    double *product = calloc((size_t)draws + 1, sizeof *product);
    kernel_must(product != NULL, "out of memory");
    if (argc < 6 || !atoi(argv[5]))
        x.weight = y.weight = NULL;
    samen__likeness l = {.x = &x, .y = &y};
    kernel_clock start = kernel_now();
    kernel_must(samen__permuted_products(&l, draws, product, &run, &error) == SAMEN_OK,
                error.message);
    for (int64_t d = 0; d < draws; d++) {
        sum += product[d];
        mean += correlate(&l, product[d]) / (double)draws;
    }
    kernel_tell("permutations", start, sum);
    for (int64_t d = 0; d < draws; d++)
        squares += pow(correlate(&l, product[d]) - mean, 2);
    double found[] = {correlate(&l, samen__product(&l)), mean, sqrt(squares / (double)(draws - 1))};
    FILE *out = argc > 4 ? fopen(argv[4], "wb") : NULL;
    if (out) {
        fwrite(found, sizeof found, 1, out);
        fclose(out);
    }
    x.weight = weight[0];
    y.weight = weight[1];
    samen__rows_free(&x);
    samen__rows_free(&y);
    free(product);
    free(a.from);
    free(a.to);
    free(a.which);
    return EXIT_SUCCESS;
}
