/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times brokerage roles of a graph in memory: roles GRAPH.el|GRAPH.wel [threads [draws [directed]]].
 * Vertex v is in group v modulo 5. Prints wall seconds, processor seconds and the sum of the counts, for
 * the counts themselves and for `draws` shuffles of the groups; then, for other programs to compare with,
 * the sums by role. */
#define _GNU_SOURCE
#include "kernel.h"
#include "kernels/roles.h"

enum { GROUPS = 5 };

int main(int argc, char **argv) {
    kernel_must(argc >= 2 && argc <= 5,
                "give GRAPH.el or GRAPH.wel, threads, draws, 1 for a directed graph");
    int directed = argc > 4 && atoi(argv[4]);
    int64_t draws = argc > 3 ? atoll(argv[3]) : 0;
    samen__rows rows = kernel_read(argv[1], directed), in_rows = rows;
    samen__run run = kernel_run(argc > 2 ? argv[2] : NULL);
    samen_error error = {0};
    if (directed)
        kernel_must(samen__rows_reverse(&rows, &in_rows, &error) == SAMEN_OK, error.message);
    int64_t counts = (rows.vertices + 1) * SAMEN__ROLES, sum[SAMEN__ROLES] = {0};
    int32_t *group = calloc((size_t)rows.vertices + 1, sizeof *group);
    int64_t *count = calloc((size_t)counts, sizeof *count);
    int64_t *more = calloc((size_t)counts, sizeof *more);
    int64_t *fewer = calloc((size_t)counts, sizeof *fewer);
    kernel_must(group && count && more && fewer, "out of memory");
    for (int32_t v = 0; v < rows.vertices; v++)
        group[v] = v % GROUPS;

    samen__roles roles;
    kernel_clock start = kernel_now();
    kernel_must(samen__roles_open(&rows, directed ? &in_rows : &rows, directed, group, GROUPS,
                                  &roles, &error) == SAMEN_OK &&
                    samen__roles_count(&roles, count, &run, &error) == SAMEN_OK,
                error.message);
    for (int64_t i = 0; i < rows.vertices * SAMEN__ROLES; i++)
        sum[i % SAMEN__ROLES] += count[i];
    kernel_tell("roles", start, (double)sum[SAMEN__TOTAL]);
    if (draws > 0) {
        double check = 0;
        start = kernel_now();
        kernel_must(samen__roles_permute(&roles, count, draws, more, fewer, &run, &error) ==
                        SAMEN_OK,
                    error.message);
        for (int64_t i = 0; i < counts; i++)
            check += (double)more[i] + 2 * (double)fewer[i];
        kernel_tell("shuffles", start, check);
    }
    for (int role = 0; role < SAMEN__ROLES; role++)
        printf("%lld%c", (long long)sum[role], role + 1 < SAMEN__ROLES ? '\t' : '\n');
    samen__roles_close(&roles);
    if (directed)
        samen__rows_free(&in_rows);
    samen__rows_free(&rows);
    free(group);
    free(count);
    free(more);
    free(fewer);
    return EXIT_SUCCESS;
}
