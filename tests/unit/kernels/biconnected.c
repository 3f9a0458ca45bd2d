/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/biconnected.h"

#include "rows_of.h"

enum { MOST = 24 };

/* Fill reached[] with what can be reached from `from` along the edges for which use[] is 1. */
static int reach(int n, const int *use, int from, int *reached) {
    int stack[MOST], depth = 0, count = 0;
    memset(reached, 0, (size_t)n * sizeof *reached);
    stack[depth++] = from;
    reached[from] = 1;
    while (depth > 0) {
        int v = stack[--depth];
        count++;
        for (int w = 0; w < n; w++) {
            if (use[v * n + w] && !reached[w]) {
                reached[w] = 1;
                stack[depth++] = w;
            }
        }
    }
    return count;
}

static int root_of(const int *parent, int edge) {
    while (parent[edge] != edge)
        edge = parent[edge];
    return edge;
}

/* Two edges that meet at v are in one block when their other ends hang together without v; edges in one
 * block are linked by such pairs. label[i * n + j] becomes the same for edges of one block. */
static void label_blocks(const graph *g, int *label) {
    int n = g->n, use[MOST * MOST], reached[MOST];
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++)
            label[i * n + j] = i < j ? i * n + j : j * n + i;
    }
    for (int v = 0; v < n; v++) {
        for (int i = 0; i < n * n; i++)
            use[i] = g->weight[i] > 0 && i / n != v && i % n != v;
        for (int u = 0; u < n; u++) {
            if (graph_at(g, u, v) == 0)
                continue;
            reach(n, use, u, reached);
            for (int w = 0; w < n; w++) {
                int one = u < v ? u * n + v : v * n + u, other = w < v ? w * n + v : v * n + w;
                if (graph_at(g, v, w) > 0 && reached[w])
                    label[root_of(label, one)] = root_of(label, other);
            }
        }
    }
    for (int i = 0; i < n * n; i++)
        label[i] = root_of(label, i);
}

static void check_block(const graph *g, const samen__rows *rows, const samen__biconnected *b,
                        int64_t block, const int *label, int *seen) {
    int n = g->n, use[MOST * MOST], reached[MOST], member[MOST] = {0};
    int64_t first = b->edge_start[block];
    ck_assert_int_gt(b->edge_start[block + 1], first);
    for (int i = 0; i < n * n; i++)
        use[i] = g->weight[i] > 0;
    for (int64_t e = first; e < b->edge_start[block + 1]; e++) {
        int from = b->from[e], to = rows->target[b->edge[e]];
        ck_assert(b->edge[e] >= rows->start[from] && b->edge[e] < rows->start[from + 1]);
        ck_assert_int_eq(label[from * n + to],
                         label[b->from[first] * n + rows->target[b->edge[first]]]);
        ck_assert_int_eq(seen[from * n + to], 0);
        seen[from * n + to] = seen[to * n + from] = 1;
        use[from * n + to] = use[to * n + from] = 0;
        member[from] = member[to] = 1;
    }
    for (int v = 0; v < n; v++) {
        if (member[v])
            ck_assert_int_eq(samen__bag(b, block, v), reach(n, use, v, reached));
    }
}

static void check_graph(const graph *g) {
    int n = g->n, label[MOST * MOST], seen[MOST * MOST] = {0}, use[MOST * MOST], reached[MOST];
    samen__rows rows = rows_of(g);
    samen__run run = run_on(1);
    samen__biconnected b;
    OK(samen__biconnected_find(&rows, &b, &run, error));
    label_blocks(g, label);
    for (int64_t block = 0; block < b.count; block++) {
        check_block(g, &rows, &b, block, label, seen);
        /* Blocks are whole: no other block has edges of the same label. */
        for (int64_t other = 0; other < block; other++)
            ck_assert_int_ne(
                label[b.from[b.edge_start[block]] * n + rows.target[b.edge[b.edge_start[block]]]],
                label[b.from[b.edge_start[other]] * n + rows.target[b.edge[b.edge_start[other]]]]);
    }
    for (int i = 0; i < n * n; i++) {
        use[i] = g->weight[i] > 0;
        ck_assert_int_eq(seen[i], use[i]);
    }
    for (int v = 0; v < n; v++)
        ck_assert_int_eq(b.whole[v], reach(n, use, v, reached));
    samen__biconnected_free(&b);
    samen__rows_free(&rows);
}

/* Oracle: the definition, edge by edge. */
TEST(edges_are_in_one_block_when_no_vertex_parts_them) {
    dice d = {.state = 31};
    for (int i = 0; i < 3000; i++) {
        graph g =
            graph_random(&d, (graph_kind)(i % GRAPH_KINDS), (int)dice_roll(&d, MOST + 1), 0, 1, 0);
        check_graph(&g);
        graph_free(&g);
    }
}
END

enum { LONG = 1000000 };

/* A path of so many edges. */
static samen__rows long_path(void) {
    samen__rows rows;
    OK(samen__rows_new(LONG + 1, 2 * LONG, &rows, error));
    for (int64_t v = 0, at = 0; v <= LONG; v++) {
        if (v > 0)
            rows.target[at++] = (int32_t)(v - 1);
        if (v < LONG)
            rows.target[at++] = (int32_t)(v + 1);
        rows.start[v + 1] = at;
    }
    return rows;
}

/* A recursion as deep as this would not fit into the stack. */
TEST(a_path_of_a_million_edges_is_a_million_blocks) {
    samen__rows rows = long_path();
    samen__run run = run_on(1);
    samen__biconnected b;
    OK(samen__biconnected_find(&rows, &b, &run, error));
    ck_assert_int_eq(b.count, LONG);
    ck_assert_int_eq(b.whole[LONG / 2], LONG + 1);
    samen__biconnected_free(&b);
    samen__rows_free(&rows);
}
END

static int32_t no_more(void *payload, double fraction, const char *what) {
    (void)fraction;
    (void)what;
    ++*(int *)payload;
    return 1;
}

TEST(the_search_stops_when_told_to) {
    samen__rows rows = long_path();
    int told = 0;
    samen__run run = run_on(1);
    samen__biconnected b;
    run.on_progress = no_more;
    run.payload = &told;
    run.reported = 0; /* long ago: the first look is reported */
    FAILS(SAMEN_ERR_CANCELLED, "stopped", samen__biconnected_find(&rows, &b, &run, error));
    ck_assert_int_eq(told, 1);
    samen__rows_free(&rows);
}
END

SUITE("unit/kernels/biconnected", edges_are_in_one_block_when_no_vertex_parts_them,
      a_path_of_a_million_edges_is_a_million_blocks, the_search_stops_when_told_to)
