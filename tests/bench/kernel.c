/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of a kernel alone, for what peers too do alone: kernel [--threads N] [--out FILE] TASK FILE
 *
 *   constraint | constraint-weighted    of edges "u v weight"; no other of Burt's measures */
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "core/run.h"
#include "graph.h"
#include "kernels/holes.h"

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

int main(int argc, char **argv) {
    samen_run given = {.struct_size = sizeof given};
    samen__run run;
    samen_error error;
    const char *out = NULL;
    int at = 1;
    for (; at + 1 < argc && strncmp(argv[at], "--", 2) == 0; at += 2) {
        if (strcmp(argv[at], "--threads") == 0)
            given.threads = (int32_t)strtol(argv[at + 1], NULL, 10);
        else if (strcmp(argv[at], "--out") == 0)
            out = argv[at + 1];
        else
            bench_stop("unknown option %s", argv[at]);
    }
    bench_must(samen__run_prepare(&given, 0, &run, &error), &error);
    if (at + 2 != argc)
        bench_stop("usage: kernel [--threads N] [--out FILE] TASK FILE");
    if (strncmp(argv[at], "constraint", 10) == 0)
        constraint(argv[at + 1], strcmp(argv[at], "constraint-weighted") == 0, &run, out);
    else
        bench_stop("unknown task %s", argv[at]);
    return 0;
}
