/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much work a graph is, whoever does it: what the floors of the table are priced from.
 * Usage: work triangles|sweeps|lengths FILE
 *
 * Lines of "name<TAB>number":
 *   vertices, arcs      of the graph, both ways of an edge counted: always
 *   checks, triangles   pairs of later neighbours to be checked when vertices are put in order of
 *                       degree, and how many of them are tied
 *   sweeps, core        sources times arcs, which a search from every source passes, and the
 *                       vertices of the largest graph that is searched: of blocks, reduced; for
 *                       lengths, of the shells of blocks, undercut ties taken out */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "core/run.h"
#include "graph.h"
#include "kernels/detours.h"
#include "kernels/parts.h"
#include "kernels/reduction.h"
#include "kernels/shells.h"

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

/* The graph without the ties that a detour undercuts. */
static samen__rows without_undercut(const samen__rows *rows, samen__run *run) {
    samen__rows kept;
    samen_error error;
    int64_t at = 0;
    uint8_t *undercut = bench_room(rows->arcs, 1);
    const samen__brandes_graph graph = {.vertices = (int32_t)rows->vertices,
                                        .start = rows->start,
                                        .target = rows->target,
                                        .length = rows->weight};
    bench_must(samen__detours_find(&graph, undercut, NULL, run, &error), &error);
    bench_must(samen__rows_new(rows->vertices, rows->arcs, &kept, &error), &error);
    for (int64_t v = 0; v < rows->vertices; v++) {
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            int64_t back = samen__rows_find(rows, rows->target[a], (int32_t)v);
            if (undercut[a] || undercut[back])
                continue;
            kept.target[at] = rows->target[a];
            kept.weight[at++] = rows->weight[a];
        }
        kept.start[v + 1] = at;
    }
    kept.arcs = at;
    free(undercut);
    return kept;
}

static void count_lengths(const samen__rows *rows, double *vertex, samen__run *run) {
    samen__parts parts = {0};
    samen_error error;
    double lengths = 0;
    int32_t core = 0;
    samen__rows kept = without_undercut(rows, run);
    bench_must(samen__parts_cut(&kept, kept.weight, &parts, vertex, NULL, run, &error), &error);
    for (int64_t i = 0; i < parts.count; i++) {
        samen__shells shells = {0};
        bench_must(samen__shells_take(&parts.part[i], 0, 0, &shells, run, &error), &error);
        for (int64_t k = 0; k < shells.count; k++) {
            const samen__shell *s = &shells.shell[k];
            int32_t n = s->graph.vertices;
            lengths += (double)s->sources * (double)s->start[n];
            core = n > core ? n : core;
        }
        samen__shells_free(&shells);
    }
    printf("sweeps\t%.0f\ncore\t%d\n", lengths, core);
    samen__parts_free(&parts);
    samen__rows_free(&kept);
}

static void count_sweeps(const samen__rows *rows, double *vertex, samen__run *run) {
    samen__parts parts = {0};
    samen_error error;
    double sweeps = 0;
    int32_t core = 0;
    bench_must(samen__parts_cut(rows, NULL, &parts, vertex, NULL, run, &error), &error);
    for (int64_t i = 0; i < parts.count; i++) {
        const samen__part *p = &parts.part[i];
        samen__stages stages = {0};
        double *bonus = bench_room(p->vertices, sizeof *bonus);
        const samen__stage_rows part = {.vertices = p->vertices,
                                        .start = p->start,
                                        .target = p->target,
                                        .weight = p->bag,
                                        .own = p->bag};
        bench_must(samen__reduce(&part, &stages, bonus, run, &error), &error);
        for (int64_t k = 0; k < stages.count; k++) {
            const samen__stage *s = &stages.stage[k];
            sweeps += (double)s->sources * (double)s->vertex[s->graph.vertices].out;
            core = s->graph.vertices > core ? s->graph.vertices : core;
        }
        samen__stages_free(&stages);
        free(bonus);
    }
    printf("sweeps\t%.0f\ncore\t%d\n", sweeps, core);
    samen__parts_free(&parts);
}

int main(int argc, char **argv) {
    if (argc != 3)
        bench_stop("usage: work triangles|sweeps|lengths FILE");
    samen__rows rows = bench_read_rows(argv[2]);
    double *vertex = bench_room(rows.vertices, sizeof *vertex);
    const samen_run given = {.struct_size = sizeof given};
    samen__run run;
    samen_error error;
    bench_must(samen__run_prepare(&given, 0, &run, &error), &error);
    printf("vertices\t%lld\narcs\t%lld\n", (long long)rows.vertices, (long long)rows.arcs);
    if (strcmp(argv[1], "triangles") == 0)
        count_triangles(&rows);
    else if (strcmp(argv[1], "sweeps") == 0)
        count_sweeps(&rows, vertex, &run);
    else if (strcmp(argv[1], "lengths") == 0)
        count_lengths(&rows, vertex, &run);
    else
        bench_stop("unknown kind %s", argv[1]);
    free(vertex);
    samen__rows_free(&rows);
    return 0;
}
