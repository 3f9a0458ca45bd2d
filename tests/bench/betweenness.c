/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times exact betweenness of a graph in memory: betweenness GRAPH.el|GRAPH.wel [threads [values]].
 * A line "u v" or "u v weight" is an undirected edge; lengths are the weights. Prints processor seconds,
 * wall seconds and a checksum of the scores; writes these, as doubles, to the file `values`. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/run.h"
#include "kernels/betweenness.h"

typedef struct edges {
    int32_t *end; /* two of each edge */
    double *length;
    int64_t count, capacity;
    int32_t vertices;
} edges;

static double seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void must(int holds, const char *what) {
    if (holds)
        return;
    fprintf(stderr, "betweenness: %s\n", what);
    exit(EXIT_FAILURE);
}

static edges read_edges(const char *path, int weighted) {
    edges e = {0};
    FILE *in = fopen(path, "r");
    must(in != NULL, "the graph cannot be read");
    int u, v;
    double length = 1;
    while (fscanf(in, "%d %d", &u, &v) == 2 && (!weighted || fscanf(in, "%lf", &length) == 1)) {
        if (e.count == e.capacity) {
            e.capacity = 2 * e.capacity + 1024;
            e.end = realloc(e.end, 2 * (size_t)e.capacity * sizeof *e.end);
            e.length = realloc(e.length, (size_t)e.capacity * sizeof *e.length);
            must(e.end && e.length, "out of memory");
        }
        e.end[2 * e.count] = u;
        e.end[2 * e.count + 1] = v;
        e.length[e.count++] = length;
        e.vertices = u >= e.vertices ? u + 1 : e.vertices;
        e.vertices = v >= e.vertices ? v + 1 : e.vertices;
    }
    fclose(in);
    return e;
}

/* Both arcs of every edge; going twice through the reverse puts the rows into order. */
static samen__rows make_rows(const edges *e) {
    samen__rows rows, other;
    samen_error error = {0};
    must(samen__rows_new(e->vertices, 2 * e->count, &rows, &error) == SAMEN_OK, error.message);
    for (int64_t i = 0; i < 2 * e->count; i++)
        rows.start[e->end[i] + 1]++;
    for (int32_t v = 0; v < e->vertices; v++)
        rows.start[v + 1] += rows.start[v];
    int64_t *fill = calloc((size_t)e->vertices + 1, sizeof *fill);
    must(fill != NULL, "out of memory");
    for (int64_t i = 0; i < 2 * e->count; i++) {
        int64_t at = rows.start[e->end[i]] + fill[e->end[i]]++;
        rows.target[at] = e->end[i ^ 1];
        rows.weight[at] = e->length[i / 2];
    }
    free(fill);
    must(samen__rows_reverse(&rows, &other, &error) == SAMEN_OK, error.message);
    samen__rows_free(&rows);
    return other;
}

int main(int argc, char **argv) {
    must(argc >= 2 && argc <= 4, "give GRAPH.el or GRAPH.wel, threads, and a file for the values");
    size_t length = strlen(argv[1]);
    int weighted = length > 4 && strcmp(argv[1] + length - 4, ".wel") == 0;
    edges e = read_edges(argv[1], weighted);
    samen__rows rows = make_rows(&e);
    double *vertex = calloc((size_t)rows.vertices + 1, sizeof *vertex), sum = 0;
    must(vertex != NULL, "out of memory");
    samen__run run = {.threads = argc > 2 ? atoi(argv[2]) : 1, .to = 1};
    samen_error error = {0};
    double processor = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
    samen_status status =
        samen__betweenness(&rows, NULL, weighted ? rows.weight : NULL, vertex, NULL, &run, &error);
    processor = seconds(CLOCK_PROCESS_CPUTIME_ID) - processor;
    wall = seconds(CLOCK_MONOTONIC) - wall;
    must(status == SAMEN_OK, error.message);
    for (int64_t v = 0; v < rows.vertices; v++)
        sum += vertex[v];
    printf("%.4f %.4f %.17g\n", processor, wall, sum);
    if (argc > 3) {
        FILE *out = fopen(argv[3], "wb");
        must(out &&
                 fwrite(vertex, sizeof *vertex, (size_t)rows.vertices, out) ==
                     (size_t)rows.vertices &&
                 fclose(out) == 0,
             "the values cannot be written");
    }
    samen__rows_free(&rows);
    free(vertex);
    free(e.end);
    free(e.length);
    return EXIT_SUCCESS;
}
