/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph.h"

#include <stdlib.h>

#include "bench.h"

void bench_must(samen_status status, const samen_error *error) {
    if (status != SAMEN_OK)
        bench_stop("%s", error->message);
}

/* Does this edge give an arc? All do in a graph without directions, which is 0. */
static int is_meant(const bench_edges *edges, int64_t edge, int which) {
    return which == 0 || ((int)edges->weight[edge] & which) != 0;
}

/* Go through the arcs: count them by the vertex that they leave, or put them into their places. */
static void go_through(const bench_edges *edges, int which, samen__rows *rows, int64_t *fill) {
    for (int64_t i = 0; i < edges->count; i++) {
        const int64_t end[] = {edges->one[i], edges->other[i]};
        for (int k = 0; k < (which ? 1 : 2) && is_meant(edges, i, which); k++) {
            if (!fill) {
                rows->start[end[k] + 1]++;
                continue;
            }
            rows->weight[fill[end[k]]] = edges->weight[i];
            rows->target[fill[end[k]]++] = (int32_t)end[1 - k];
        }
    }
}

static samen__rows make_rows(const bench_edges *edges, int which) {
    samen__rows rows, turned, ordered;
    samen_error error;
    int64_t arcs = which ? 0 : 2 * edges->count;
    for (int64_t i = 0; which && i < edges->count; i++)
        arcs += is_meant(edges, i, which);
    bench_must(samen__rows_new(edges->vertices, arcs, &rows, &error), &error);
    int64_t *fill = bench_room(edges->vertices + 1, sizeof *fill);
    go_through(edges, which, &rows, NULL);
    for (int64_t v = 0; v < edges->vertices; v++) {
        rows.start[v + 1] += rows.start[v];
        fill[v] = rows.start[v];
    }
    go_through(edges, which, &rows, fill);
    free(fill);
    /* Twice the other way round brings rows into order. */
    bench_must(samen__rows_reverse(&rows, &turned, &error), &error);
    samen__rows_free(&rows);
    bench_must(samen__rows_reverse(&turned, &ordered, &error), &error);
    samen__rows_free(&turned);
    return ordered;
}

samen__rows bench_read_rows(const char *path) {
    bench_edges edges = bench_read_edges(path);
    samen__rows rows = make_rows(&edges, 0);
    bench_free_edges(&edges);
    return rows;
}

void bench_read_two(const char *path, samen__rows *first, samen__rows *second) {
    bench_edges edges = bench_read_edges(path);
    *first = make_rows(&edges, 1);
    *second = make_rows(&edges, 2);
    bench_free_edges(&edges);
}
