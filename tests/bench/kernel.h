/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the drivers of single kernels share: a graph from a file as compressed rows, and clocks. A line
 * "u v", or "u v weight" in a file that ends in .wel, is an undirected edge or an arc. */
#ifndef SAMEN_BENCH_KERNEL_H
#define SAMEN_BENCH_KERNEL_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/run.h"
#include "kernels/rows.h"

typedef struct kernel_clock {
    double wall, processor;
} kernel_clock;

static inline double kernel_seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static inline kernel_clock kernel_now(void) {
    return (kernel_clock){kernel_seconds(CLOCK_MONOTONIC),
                          kernel_seconds(CLOCK_PROCESS_CPUTIME_ID)};
}

static inline void kernel_must(int holds, const char *what) {
    if (holds)
        return;
    fprintf(stderr, "%s\n", what);
    exit(EXIT_FAILURE);
}

/* One line: what was timed, wall and processor seconds since `from`, a checksum. */
static inline void kernel_tell(const char *what, kernel_clock from, double checksum) {
    kernel_clock now = kernel_now();
    printf("%s\t%.6f\t%.6f\t%.12g\n", what, now.wall - from.wall, now.processor - from.processor,
           checksum);
}

static inline int kernel_is_weighted(const char *path) {
    size_t length = strlen(path);
    return length > 4 && strcmp(path + length - 4, ".wel") == 0;
}

/* Rows with an arc each way, or (directed) only from u to v; weights are 1 when the file has none. */
static inline samen__rows kernel_read(const char *path, int directed) {
    samen__rows rows, other;
    samen_error error = {0};
    FILE *in = fopen(path, "r");
    int32_t *end = NULL, u, v, vertices = 0;
    double *length = NULL, weight = 1;
    int64_t count = 0, capacity = 0, step = directed ? 2 : 1;
    int weighted = kernel_is_weighted(path);
    kernel_must(in != NULL, "the graph cannot be read");
    while (fscanf(in, "%d %d", &u, &v) == 2 && (!weighted || fscanf(in, "%lf", &weight) == 1)) {
        if (count == capacity) {
            capacity = 2 * capacity + 1024;
            end = realloc(end, 2 * (size_t)capacity * sizeof *end);
            length = realloc(length, (size_t)capacity * sizeof *length);
            kernel_must(end && length, "out of memory");
        }
        end[2 * count] = u;
        end[2 * count + 1] = v;
        length[count++] = weight;
        vertices = u >= vertices ? u + 1 : vertices;
        vertices = v >= vertices ? v + 1 : vertices;
    }
    fclose(in);
    int64_t *fill = calloc((size_t)vertices + 1, sizeof *fill);
    kernel_must(fill != NULL &&
                    samen__rows_new(vertices, 2 * count / step, &rows, &error) == SAMEN_OK,
                "out of memory");
    for (int64_t i = 0; i < 2 * count; i += step)
        rows.start[end[i] + 1]++;
    for (int32_t i = 0; i < vertices; i++)
        rows.start[i + 1] += rows.start[i];
    for (int64_t i = 0; i < 2 * count; i += step) {
        int64_t at = rows.start[end[i]] + fill[end[i]]++;
        rows.target[at] = end[i ^ 1];
        rows.weight[at] = length[i / 2];
    }
    free(fill);
    free(end);
    free(length);
    /* Twice the other way round puts the rows into order. */
    kernel_must(samen__rows_reverse(&rows, &other, &error) == SAMEN_OK, "out of memory");
    samen__rows_free(&rows);
    kernel_must(samen__rows_reverse(&other, &rows, &error) == SAMEN_OK, "out of memory");
    samen__rows_free(&other);
    return rows;
}

static inline samen__run kernel_run(const char *threads) {
    return (samen__run){.threads = threads ? atoi(threads) : 1, .to = 1, .seed = 1};
}

#endif
