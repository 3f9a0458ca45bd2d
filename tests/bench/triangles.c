/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times constraint, and all of Burt's measures, of a graph in memory:
 * triangles GRAPH.el|GRAPH.wel [threads [values]]. Prints for each wall seconds, processor seconds and the
 * sum of the constraints; writes these, as doubles, to the file `values`. */
#define _GNU_SOURCE
#include "kernel.h"
#include "kernels/holes.h"

static void time_holes(const char *what, samen__holes *h, samen__run run) {
    samen_error error = {0};
    double sum = 0;
    kernel_clock start = kernel_now();
    kernel_must(samen__holes_find(h, &run, &error) == SAMEN_OK, error.message);
    for (int64_t v = 0; v < h->rows->vertices; v++)
        sum += h->constraint[v];
    kernel_tell(what, start, sum);
}

int main(int argc, char **argv) {
    kernel_must(argc >= 2 && argc <= 4,
                "give GRAPH.el or GRAPH.wel, threads, a file for the values");
    samen__rows rows = kernel_read(argv[1], 0);
    samen__run run = kernel_run(argc > 2 ? argv[2] : NULL);
    size_t n = (size_t)rows.vertices + 1;
    double *of_vertex = calloc(3 * n, sizeof *of_vertex), *weight = rows.weight;
    kernel_must(of_vertex != NULL, "out of memory");
    if (!kernel_is_weighted(argv[1]))
        rows.weight = NULL;
    samen__holes h = {.rows = &rows, .constraint = of_vertex};
    time_holes("constraint", &h, run);
    h.effective_size = of_vertex + n;
    h.hierarchy = of_vertex + 2 * n;
    time_holes("all", &h, run);
    FILE *out = argc > 3 ? fopen(argv[3], "wb") : NULL;
    if (out) {
        fwrite(of_vertex, sizeof *of_vertex, (size_t)rows.vertices, out);
        fclose(out);
    }
    rows.weight = weight;
    samen__rows_free(&rows);
    free(of_vertex);
    return EXIT_SUCCESS;
}
