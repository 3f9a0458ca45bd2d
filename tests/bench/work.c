/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much work a graph is, whoever does it: what the floors of the table are priced from. Usage: work FILE
 *
 * Lines of "name<TAB>number":
 *   vertices, arcs      of the graph, both ways of an edge counted
 *   checks, triangles   pairs of later neighbours to be checked when vertices are put in order of degree, and
 *                       how many of them are tied
 *   sweeps              over blocks, reduced: sources times arcs, which a search from every source passes
 *   core                vertices of the largest reduced block
 *   lengths             over blocks, not reduced: the same for paths with lengths
 *   core_lengths        vertices of the largest block */
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"
#include "graph.h"
#include "kernels/parts.h"
#include "kernels/reduction.h"

/* Is `v` after `u` in order of degree? */
static int later(const samen__rows *rows, int64_t u, int64_t v) {
    int64_t du = rows->start[u + 1] - rows->start[u], dv = rows->start[v + 1] - rows->start[v];
    return dv > du || (dv == du && v > u);
}

static void count_triangles(const samen__rows *rows) {
    int64_t checks = 0, triangles = 0;
    int64_t *marked = bench_room(rows->vertices, sizeof *marked);
    for (int64_t v = 0; v < rows->vertices; v++) {
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++)
            marked[rows->target[a]] = later(rows, v, rows->target[a]) ? v + 1 : 0;
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            int32_t u = rows->target[a];
            for (int64_t b = rows->start[u]; marked[u] == v + 1 && b < rows->start[u + 1]; b++) {
                if (!later(rows, u, rows->target[b]))
                    continue;
                checks++;
                triangles += marked[rows->target[b]] == v + 1;
            }
        }
    }
    printf("checks\t%lld\ntriangles\t%lld\n", (long long)checks, (long long)triangles);
    free(marked);
}

static void count_lengths(const samen__rows *rows, double *vertex) {
    samen__parts parts = {0};
    samen_error error;
    double lengths = 0;
    int32_t core = 0;
    bench_must(samen__parts_cut(rows, rows->weight, &parts, vertex, NULL, &error), &error);
    for (int64_t i = 0; i < parts.count; i++) {
        const samen__part *p = &parts.part[i];
        lengths += (double)p->vertices * (double)p->start[p->vertices];
        core = p->vertices > core ? p->vertices : core;
    }
    printf("lengths\t%.0f\ncore_lengths\t%d\n", lengths, core);
    samen__parts_free(&parts);
}

static void count_sweeps(const samen__rows *rows, double *vertex) {
    samen__parts parts = {0};
    samen_error error;
    double sweeps = 0;
    int32_t core = 0;
    bench_must(samen__parts_cut(rows, NULL, &parts, vertex, NULL, &error), &error);
    for (int64_t i = 0; i < parts.count; i++) {
        const samen__part *p = &parts.part[i];
        samen__stages stages = {0};
        double *bonus = bench_room(p->vertices, sizeof *bonus);
        bench_must(samen__reduce(p->vertices, p->start, p->target, p->bag, &stages, bonus, &error),
                   &error);
        for (int64_t k = 0; k < stages.count; k++) {
            const samen__stage *s = &stages.stage[k];
            sweeps += (double)s->sources * (double)s->graph.start[s->graph.vertices];
            core = s->graph.vertices > core ? s->graph.vertices : core;
        }
        samen__stages_free(&stages);
        free(bonus);
    }
    printf("sweeps\t%.0f\ncore\t%d\n", sweeps, core);
    samen__parts_free(&parts);
}

int main(int argc, char **argv) {
    if (argc != 2)
        bench_stop("usage: work FILE");
    samen__rows rows = bench_read_rows(argv[1]);
    double *vertex = bench_room(rows.vertices, sizeof *vertex);
    printf("vertices\t%lld\narcs\t%lld\n", (long long)rows.vertices, (long long)rows.arcs);
    count_triangles(&rows);
    count_sweeps(&rows, vertex);
    count_lengths(&rows, vertex);
    free(vertex);
    samen__rows_free(&rows);
    return 0;
}
