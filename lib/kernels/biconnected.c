/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A depth-first search with a stack of its own. Edges are stacked as they are met; when a child
 * cannot reach above its parent, the edges since the one to that child are a block.
 *
 * Based on: J. Hopcroft and R. Tarjan, Efficient algorithms for graph manipulation, CACM 16(6),
 * 1973 (doi 10.1145/362248.362272). */
#include "kernels/biconnected.h"

#include "core/memory.h"

typedef struct search {
    const samen__rows *rows;
    samen__biconnected *out;
    int64_t *arc;   /* of each vertex, the next arc to look at */
    int32_t *order; /* of each vertex, when it was met, from 1; 0: not yet */
    int32_t *low;   /* the earliest vertex that it or its children reach */
    int32_t *path;  /* the vertices from the root to the one at hand */
    int64_t *stack; /* arcs not in a block yet */
    int32_t *stack_from;
    int64_t stacked;
    int32_t met;
} search;

void samen__biconnected_free(samen__biconnected *blocks) {
    samen__delete(blocks->edge_start);
    samen__delete(blocks->edge);
    samen__delete(blocks->from);
    samen__delete(blocks->top);
    samen__delete(blocks->below);
    samen__delete(blocks->hanging);
    samen__delete(blocks->whole);
    *blocks = (samen__biconnected){0};
}

int64_t samen__bag(const samen__biconnected *blocks, int64_t block, int32_t vertex) {
    return vertex == blocks->top[block] ? blocks->whole[vertex] - blocks->below[block]
                                        : blocks->hanging[vertex];
}

static void stack_edge(search *s, int32_t v, int64_t arc) {
    s->stack[s->stacked] = arc;
    s->stack_from[s->stacked++] = v;
}

/* The edges since the one from v to child are a block; all of the child's side hangs on v. */
static void close_block(search *s, int32_t v, int32_t child, int64_t below) {
    samen__biconnected *out = s->out;
    int64_t at = out->edge_start[out->count], arc;
    int32_t from;
    do {
        arc = s->stack[--s->stacked];
        from = s->stack_from[s->stacked];
        out->edge[at] = arc;
        out->from[at++] = from;
    } while (!(from == v && s->rows->target[arc] == child));
    out->top[out->count] = v;
    out->below[out->count] = below;
    out->edge_start[++out->count] = at;
    out->hanging[v] += below;
}

/* Leave `child` for its parent `v`. */
static void go_back(search *s, int32_t v, int32_t child) {
    if (s->low[child] < s->low[v])
        s->low[v] = s->low[child];
    if (s->low[child] < s->order[v])
        return; /* the child reaches above v: the block is larger */
    close_block(s, v, child, s->met - s->order[child] + 1);
}

static void meet(search *s, int32_t v) {
    s->order[v] = s->low[v] = ++s->met;
    s->arc[v] = s->rows->start[v];
    s->out->hanging[v] = 1;
}

/* Search the component of `root`; *size is how many vertices it has. */
static samen_status search_from(search *s, int32_t root, int64_t *size, samen__run *run,
                                samen_error *err) {
    const samen__rows *rows = s->rows;
    int32_t before = s->met;
    int64_t depth = 0;
    s->path[0] = root;
    meet(s, root);
    while (depth >= 0) {
        samen_status status = samen__run_step(run, 1, "blocks", err);
        if (status != SAMEN_OK)
            return status;
        int32_t v = s->path[depth];
        if (s->arc[v] == rows->start[v + 1]) {
            if (--depth >= 0)
                go_back(s, s->path[depth], v);
            continue;
        }
        int64_t arc = s->arc[v]++;
        int32_t w = rows->target[arc];
        if (s->order[w] == 0) {
            stack_edge(s, v, arc);
            meet(s, w);
            s->path[++depth] = w;
        } else if (s->order[w] < s->order[v] && !(depth > 0 && w == s->path[depth - 1])) {
            stack_edge(s, v, arc);
            if (s->order[w] < s->low[v])
                s->low[v] = s->order[w];
        }
    }
    *size = s->met - before;
    return SAMEN_OK;
}

samen_status samen__biconnected_find(const samen__rows *rows, samen__biconnected *out,
                                     samen__run *run, samen_error *err) {
    int64_t n = rows->vertices, edges = rows->arcs / 2;
    *out = (samen__biconnected){.edge_start = samen__new(n + 1, sizeof *out->edge_start, err),
                                .edge = samen__new_raw(edges, sizeof *out->edge, err),
                                .from = samen__new_raw(edges, sizeof *out->from, err),
                                .top = samen__new_raw(n, sizeof *out->top, err),
                                .below = samen__new_raw(n, sizeof *out->below, err),
                                .hanging = samen__new(n, sizeof *out->hanging, err),
                                .whole = samen__new(n, sizeof *out->whole, err)};
    search s = {.rows = rows,
                .out = out,
                .arc = samen__new_raw(n, sizeof *s.arc, err),
                .order = samen__new(n, sizeof *s.order, err),
                .low = samen__new_raw(n, sizeof *s.low, err),
                .path = samen__new_raw(n, sizeof *s.path, err),
                .stack = samen__new_raw(edges, sizeof *s.stack, err),
                .stack_from = samen__new_raw(edges, sizeof *s.stack_from, err)};
    int complete = out->edge_start && out->edge && out->from && out->top && out->below &&
                   out->hanging && out->whole && s.arc && s.order && s.low && s.path && s.stack &&
                   s.stack_from;
    samen_status status = complete ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t v = 0; status == SAMEN_OK && v < n; v++) {
        if (s.order[v] == 0)
            status = search_from(&s, (int32_t)v, &out->whole[v], run, err);
    }
    /* A component was counted at its root, which its vertices met next; spread the count. */
    for (int64_t v = 0; status == SAMEN_OK && v < n; v++)
        s.arc[s.order[v] - 1] = v;
    for (int64_t i = 1; status == SAMEN_OK && i < n; i++) {
        int64_t v = s.arc[i];
        if (out->whole[v] == 0)
            out->whole[v] = out->whole[s.arc[i - 1]];
    }
    samen__delete(s.arc);
    samen__delete(s.order);
    samen__delete(s.low);
    samen__delete(s.path);
    samen__delete(s.stack);
    samen__delete(s.stack_from);
    if (status != SAMEN_OK)
        samen__biconnected_free(out);
    return status;
}
