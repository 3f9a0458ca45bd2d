/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph.h"

#include <stdlib.h>

#include "bench.h"

void bench_must(samen_status status, const samen_error *error) {
    if (status != SAMEN_OK)
        bench_stop("%s", error->message);
}

static samen__rows rows_of(const bench_edges *edges) {
    samen__rows rows, ordered;
    samen_error error;
    bench_must(samen__rows_new(edges->vertices, 2 * edges->count, &rows, &error), &error);
    int64_t *fill = bench_room(edges->vertices + 1, sizeof *fill);
    for (int64_t i = 0; i < edges->count; i++) {
        rows.start[edges->one[i] + 1]++;
        rows.start[edges->other[i] + 1]++;
    }
    for (int64_t v = 0; v < edges->vertices; v++) {
        rows.start[v + 1] += rows.start[v];
        fill[v] = rows.start[v];
    }
    for (int64_t i = 0; i < edges->count; i++) {
        const int64_t end[] = {edges->one[i], edges->other[i]};
        for (int k = 0; k < 2; k++) {
            rows.weight[fill[end[k]]] = edges->weight[i];
            rows.target[fill[end[k]]++] = (int32_t)end[1 - k];
        }
    }
    free(fill);
    bench_must(samen__rows_reverse(&rows, &ordered, &error), &error); /* brings rows into order */
    samen__rows_free(&rows);
    return ordered;
}

samen__rows bench_read_rows(const char *path) {
    bench_edges edges = bench_read_edges(path);
    samen__rows rows = rows_of(&edges);
    bench_free_edges(&edges);
    return rows;
}
