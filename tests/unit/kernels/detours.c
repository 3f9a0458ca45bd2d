/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/detours.h"

#include "paths_of.h"
#include "rows_of.h"

enum { MOST = 40 };

typedef struct found {
    uint8_t undercut[MOST * MOST], passed[MOST];
} found;

static void look(const samen__rows *rows, int directed, int threads, found *f) {
    samen__run run = run_on(threads);
    const samen__brandes_graph g = {.vertices = (int32_t)rows->vertices,
                                    .start = rows->start,
                                    .target = rows->target,
                                    .length = rows->weight};
    *f = (found){0};
    OK(samen__detours_find(&g, f->undercut, directed ? NULL : f->passed, &run, error));
}

/* Oracle: all distances. A tie is undercut when its ends are nearer; a vertex is passed when it lies on a shortest
 * path between two others. What is found is true; in graphs of up to 512 arcs, where every search ends by itself, all
 * is found, but for vertices of more than 32 neighbours, which are taken to be passed. */
TEST(what_no_shortest_path_needs_is_found) {
    dice d = {.state = 1};
    for (int round = 0; round < 400; round++) {
        static paths p;
        found f;
        int directed = round % 3 == 0, n = 2 + (int)dice_roll(&d, MOST - 1);
        graph g = graph_random(&d, (graph_kind)(round % GRAPH_KINDS), n, directed,
                               2 + (int)dice_roll(&d, 9), 0);
        samen__rows rows = rows_of(&g);
        measure_paths(&g, &p);
        look(&rows, directed, 1, &f);
        for (int v = 0; v < n; v++) {
            int passed = rows.start[v + 1] - rows.start[v] > 32, all = rows.arcs <= 512;
            for (int64_t a = rows.start[v]; a < rows.start[v + 1]; a++) {
                int undercut = p.length[v][rows.target[a]] < rows.weight[a];
                ck_assert(all ? f.undercut[a] == undercut : f.undercut[a] <= undercut);
            }
            for (int s = 0; s < n; s++)
                passed |= of_vertex(&p, n, s, v) > 0;
            ck_assert(directed || (all ? f.passed[v] == passed : f.passed[v] >= passed));
        }
        samen__rows_free(&rows);
        graph_free(&g);
    }
}
END

/* A detour that is shorter by less than what sums of lengths are compared by proves nothing. */
TEST(a_detour_must_be_shorter_by_more_than_the_tolerance) {
    static const struct {
        double shorter;
        int undercut;
    } cases[] = {{0, 0}, {1e-15, 0}, {1e-12, 0}, {1e-10, 1}, {0.1, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        found f;
        graph g = graph_new(3, 0);
        graph_tie(&g, 0, 1, 1);
        graph_tie(&g, 1, 2, 1 - cases[i].shorter);
        graph_tie(&g, 0, 2, 2);
        samen__rows rows = rows_of(&g);
        look(&rows, 0, 1, &f);
        ck_assert_int_eq(f.undercut[1], cases[i].undercut); /* 0 to 2 */
        ck_assert_int_eq(f.undercut[0], 0);
        ck_assert_int_eq(f.passed[1], 1);
        ck_assert_int_eq(f.passed[0], 0);
        samen__rows_free(&rows);
        graph_free(&g);
    }
}
END

TEST(the_number_of_threads_finds_the_same) {
    dice d = {.state = 2};
    samen__rows rows;
    enum { VERTICES = 3000, NEAR = 6 };
    OK(samen__rows_new(VERTICES, VERTICES * NEAR * 2, &rows, error));
    for (int v = 0, at = 0; v < VERTICES; v++) { /* a ring of neighbours */
        for (int i = 0; i < 2 * NEAR; i++)
            rows.target[at++] = (v + (i < NEAR ? i - NEAR : i - NEAR + 1) + VERTICES) % VERTICES;
        rows.start[v + 1] = at;
    }
    for (int64_t a = 0; a < rows.arcs; a++)
        rows.weight[a] = 1 + (double)dice_roll(&d, 9);
    const samen__brandes_graph g = {
        .vertices = VERTICES, .start = rows.start, .target = rows.target, .length = rows.weight};
    uint8_t *found[2][2];
    for (int i = 0; i < 2; i++) {
        samen__run run = run_on(1 + 7 * i);
        found[i][0] = calloc((size_t)rows.arcs, 1);
        found[i][1] = calloc(VERTICES, 1);
        OK(samen__detours_find(&g, found[i][0], found[i][1], &run, error));
    }
    ck_assert_mem_eq(found[0][0], found[1][0], (size_t)rows.arcs);
    ck_assert_mem_eq(found[0][1], found[1][1], VERTICES);
    for (int i = 0; i < 4; i++)
        free(found[i / 2][i % 2]);
    samen__rows_free(&rows);
}
END

SUITE("kernels/detours", what_no_shortest_path_needs_is_found,
      a_detour_must_be_shorter_by_more_than_the_tolerance, the_number_of_threads_finds_the_same)
