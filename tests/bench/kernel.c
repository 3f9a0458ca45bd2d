/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of a kernel alone, for what peers too do alone.
 *
 *   kernel [--threads N] [--draws N] [--out FILE] TASK FILE
 *
 *   constraint | constraint-weighted    of edges "u v weight"; no other of Burt's measures
 *   qap    correlation of two networks "u v which" under permutations of the one: writes the
 *          correlation, and mean and standard deviation of the draws */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "core/run.h"
#include "graph.h"
#include "kernels/holes.h"
#include "kernels/permutation.h"

static void constraint(const char *path, int weighted, samen__run *run, const char *out) {
    samen_error error;
    samen__rows rows = bench_read_rows(path);
    double *value = bench_room(rows.vertices, sizeof *value), *weight = rows.weight;
    const samen__holes holes = {.rows = &rows, .constraint = value};
    if (!weighted)
        rows.weight = NULL;
    bench_clock start = bench_now();
    bench_must(samen__holes_find(&holes, run, &error), &error);
    bench_tell("constraint", start);
    bench_write(out, value, rows.vertices, "wb");
    rows.weight = weight;
    samen__rows_free(&rows);
    free(value);
}

/* The correlation of two networks of zeros and ones that have so many arcs in common. */
static double correlation(const samen__likeness *l, double common) {
    double n = (double)l->x->vertices, cells = n * (n - 1);
    double x = (double)l->x->arcs / cells, y = (double)l->y->arcs / cells;
    return (common / cells - x * y) / sqrt(x * (1 - x) * y * (1 - y));
}

static void permute(const char *path, int64_t draws, samen__run *run, const char *out) {
    samen_error error;
    samen__rows x, y;
    bench_read_two(path, &x, &y);
    double *weight[] = {x.weight, y.weight}, *draw = bench_room(draws, sizeof *draw);
    x.weight = y.weight = NULL;
    const samen__likeness likeness = {.x = &x, .y = &y};
    bench_clock start = bench_now();
    bench_must(samen__permuted_products(&likeness, draws, draw, run, &error), &error);
    double mean = 0, squares = 0;
    for (int64_t d = 0; d < draws; d++) {
        draw[d] = correlation(&likeness, draw[d]);
        mean += draw[d] / (double)draws;
    }
    bench_tell("qap", start);
    for (int64_t d = 0; d < draws; d++)
        squares += (draw[d] - mean) * (draw[d] - mean);
    const double found[] = {correlation(&likeness, samen__product(&likeness)), mean,
                            sqrt(squares / (double)(draws - 1))};
    bench_write(out, found, 3, "wb");
    x.weight = weight[0];
    y.weight = weight[1];
    samen__rows_free(&x);
    samen__rows_free(&y);
    free(draw);
}

int main(int argc, char **argv) {
    samen_run given = {.struct_size = sizeof given};
    samen__run run;
    samen_error error;
    const char *out = NULL;
    int64_t draws = 1000;
    int at = 1;
    for (; at + 1 < argc && strncmp(argv[at], "--", 2) == 0; at += 2) {
        if (strcmp(argv[at], "--threads") == 0)
            given.threads = (int32_t)strtol(argv[at + 1], NULL, 10);
        else if (strcmp(argv[at], "--draws") == 0)
            draws = strtoll(argv[at + 1], NULL, 10);
        else if (strcmp(argv[at], "--out") == 0)
            out = argv[at + 1];
        else
            bench_stop("unknown option %s", argv[at]);
    }
    bench_must(samen__run_prepare(&given, 0, &run, &error), &error);
    if (at + 2 != argc)
        bench_stop("usage: kernel [--threads N] [--draws N] [--out FILE] TASK FILE");
    if (strncmp(argv[at], "constraint", 10) == 0)
        constraint(argv[at + 1], strcmp(argv[at], "constraint-weighted") == 0, &run, out);
    else if (strcmp(argv[at], "qap") == 0)
        permute(argv[at + 1], draws, &run, out);
    else
        bench_stop("unknown task %s", argv[at]);
    return 0;
}
