/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/portions.h"

#include "graphs.h"
#include "suite.h"

/* Rows of random lengths, many of them empty, now and then a very long one. */
static samen__rows make(dice *d, int64_t vertices) {
    samen__rows rows = {.vertices = vertices};
    rows.start = calloc((size_t)vertices + 1, sizeof *rows.start);
    for (int64_t v = 0; v < vertices; v++) {
        uint64_t kind = dice_roll(d, 40);
        uint64_t length = kind == 0 ? dice_roll(d, 9000) : kind < 20 ? 0 : dice_roll(d, 30);
        rows.start[v + 1] = rows.start[v] + (int64_t)length;
    }
    rows.arcs = rows.start[vertices];
    return rows;
}

/* Every arc and every vertex is in one portion, and in order. */
TEST(portions_cover_all_arcs_and_vertices_once) {
    dice d = {.state = 93};
    for (int i = 0; i < 300; i++) {
        samen__rows rows = make(&d, (int64_t)dice_roll(&d, i % 3 ? 2000 : 3));
        int64_t arc = 0, vertex = 0;
        for (int64_t task = 0; task < samen__portions(&rows); task++) {
            samen__portion p = samen__portion_of(&rows, task);
            ck_assert_int_eq(p.from, arc);
            ck_assert_int_eq(p.first, vertex);
            for (int64_t v = p.first; v < p.end && task + 1 < samen__portions(&rows); v++)
                ck_assert(rows.start[v] >= p.from && rows.start[v] < p.to);
            arc = p.to;
            vertex = p.end;
        }
        ck_assert_int_eq(arc, rows.arcs);
        ck_assert_int_eq(vertex, rows.vertices);
        for (int64_t v = 0; v < rows.vertices; v++) {
            if (rows.start[v] == rows.start[v + 1])
                continue;
            ck_assert_int_eq(samen__arc_source(&rows, rows.start[v]), v);
            ck_assert_int_eq(samen__arc_source(&rows, rows.start[v + 1] - 1), v);
        }
        free(rows.start);
    }
}
END

/* Some lists have no tasks, and so none is theirs. */
TEST(a_task_is_found_in_the_list_that_holds_it) {
    struct {
        int64_t other, first;
    } list[] = {{9, 0}, {9, 3}, {9, 3}, {9, 4}, {9, 10}};
    static const int64_t holds[] = {0, 0, 0, 2, 3, 3, 3, 3, 3, 3, 4, 4};
    for (int64_t task = 0; task < 12; task++)
        ck_assert_int_eq(samen__list_with(&list->first, 5, sizeof *list, task), holds[task]);
    ck_assert_int_eq(samen__list_with(&list->first, 1, sizeof *list, 7), 0);
}
END

SUITE("unit/kernels/portions", portions_cover_all_arcs_and_vertices_once,
      a_task_is_found_in_the_list_that_holds_it)
