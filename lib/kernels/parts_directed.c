/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Directed graphs, cut at the blocks of the graph without directions. How many vertices hang
 * behind one is then two numbers in each block: those that can reach it, which count where it is
 * a source, and those that it can reach, which count where it is a target. Blocks come with
 * those below them first. Going up, each tells its top what is to be reached through it; going
 * down, each tells its other vertices.
 *
 * Based on: L. Wang, F. Yang, L. Zhuang, H. Cui, F. Lv and X. Feng, Articulation points guided
 * redundancy elimination for betweenness centrality, PPoPP 2016 (doi 10.1145/2851141.2851154);
 * the counts of what can be reached are ours. */
#include <string.h>

#include "core/memory.h"
#include "kernels/biconnected.h"
#include "kernels/parts.h"
#include "kernels/reach.h"

enum { OUT, IN, WAYS };

typedef struct cutting {
    const samen__rows *rows;
    samen__rows under; /* without directions */
    samen__biconnected blocks;
    samen__reach reach;
    int32_t *place;  /* of each vertex, its place in the block at hand, or -1 */
    int32_t *member; /* the vertices of the block at hand */
    int32_t members;
    int32_t *cut; /* those of them, by place, that are the top of a block below */
    int32_t cuts;
    uint8_t *is_top; /* of each vertex, whether it is the top of a block */
    double
        *sum[WAYS]; /* of each vertex, what it reaches, or reaches it, through its blocks so far */
    double *both;   /* of each vertex, the two multiplied, block by block */
    double *top[WAYS];   /* of each block, what its top reaches, or reaches it, through it */
    double *bag[WAYS];   /* of each member, in the block at hand: as a target, as a source */
    double *found[WAYS]; /* of each of `cut` */
    int64_t *part;       /* of each block, its part, or -1 */
} cutting;

static void close_cutting(cutting *c) {
    samen__rows_free(&c->under);
    samen__biconnected_free(&c->blocks);
    samen__reach_close(&c->reach);
    samen__delete(c->place);
    samen__delete(c->member);
    samen__delete(c->cut);
    samen__delete(c->is_top);
    samen__delete(c->both);
    samen__delete(c->part);
    for (int way = 0; way < WAYS; way++) {
        samen__delete(c->sum[way]);
        samen__delete(c->top[way]);
        samen__delete(c->bag[way]);
        samen__delete(c->found[way]);
    }
}

static samen_status open_cutting(cutting *c, const samen__rows *reverse, samen__run *run,
                                 samen_error *err) {
    int64_t n = c->rows->vertices;
    samen_status status = samen__rows_underlying(c->rows, reverse, &c->under, err);
    if (status == SAMEN_OK)
        status = samen__biconnected_find(&c->under, &c->blocks, run, err);
    if (status == SAMEN_OK)
        status = samen__reach_open((int32_t)n, &c->reach, err);
    if (status != SAMEN_OK)
        return status;
    c->place = samen__new_raw(n, sizeof *c->place, err);
    c->member = samen__new_raw(n, sizeof *c->member, err);
    c->cut = samen__new_raw(n, sizeof *c->cut, err);
    c->is_top = samen__new(n, sizeof *c->is_top, err);
    c->both = samen__new(n, sizeof *c->both, err);
    c->part = samen__new_raw(c->blocks.count, sizeof *c->part, err);
    int complete = c->place && c->member && c->cut && c->is_top && c->both && c->part;
    for (int way = 0; way < WAYS; way++) {
        c->sum[way] = samen__new(n, sizeof **c->sum, err);
        c->top[way] = samen__new(c->blocks.count, sizeof **c->top, err);
        c->bag[way] = samen__new_raw(n, sizeof **c->bag, err);
        c->found[way] = samen__new_raw(n, sizeof **c->found, err);
        complete = complete && c->sum[way] && c->top[way] && c->bag[way] && c->found[way];
    }
    for (int64_t v = 0; complete && v < n; v++)
        c->place[v] = -1;
    return complete ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* ---- One block ------------------------------------------------------------------------------- */

static int32_t edge_end(const cutting *c, int64_t e, int end) {
    return end == 0 ? c->blocks.from[e] : c->under.target[c->blocks.edge[e]];
}

static void list_members(cutting *c, int64_t block) {
    c->members = 0;
    for (int64_t e = c->blocks.edge_start[block]; e < c->blocks.edge_start[block + 1]; e++) {
        for (int end = 0; end < 2; end++) {
            int32_t v = edge_end(c, e, end);
            if (c->place[v] < 0) {
                c->member[c->members] = v;
                c->place[v] = c->members++;
            }
        }
    }
}

static void forget_members(cutting *c) {
    for (int32_t i = 0; i < c->members; i++)
        c->place[c->member[i]] = -1;
}

/* How much each member stands for in the block: what hangs on it elsewhere. Before the way down
 * has come to the block, all but its top have told of what is below them only, and nothing more
 * is needed. */
static void fill_bags(cutting *c, int64_t block) {
    for (int way = 0; way < WAYS; way++) {
        for (int32_t i = 0; i < c->members; i++) {
            int32_t v = c->member[i];
            c->bag[way][i] = 1 + c->sum[way][v];
            if (v == c->blocks.top[block])
                c->bag[way][i] -= c->top[way][block];
        }
    }
}

/* Call `put` for the arcs of a block, in both directions of every edge. */
static void each_arc(cutting *c, int64_t block, samen__part *p,
                     void (*put)(cutting *c, samen__part *p, int32_t from, int32_t to,
                                 int64_t arc)) {
    for (int64_t e = c->blocks.edge_start[block]; e < c->blocks.edge_start[block + 1]; e++) {
        for (int end = 0; end < 2; end++) {
            int32_t from = edge_end(c, e, end), to = edge_end(c, e, 1 - end);
            int64_t arc = samen__rows_find(c->rows, from, to);
            if (arc >= 0)
                put(c, p, c->place[from], c->place[to], arc);
        }
    }
}

static void count_arc(cutting *c, samen__part *p, int32_t from, int32_t to, int64_t arc) {
    (void)c;
    (void)arc;
    p->start[from + 1]++;
    p->in_start[to + 1]++;
}

/* With start[] moved on by one vertex, so that it is right when all are put. */
static void put_arc(cutting *c, samen__part *p, int32_t from, int32_t to, int64_t arc) {
    (void)c;
    p->arc[p->start[from + 1]] = arc;
    p->target[p->start[from + 1]++] = to;
    p->in_target[p->in_start[to + 1]++] = from;
}

static void add_up(int64_t *start, int32_t vertices) {
    int64_t sum = 0;
    for (int32_t v = 0; v < vertices; v++) {
        int64_t degree = start[v + 1];
        start[v + 1] = sum;
        sum += degree;
    }
}

static samen_status make_part(cutting *c, int64_t block, samen__parts *out, samen_error *err) {
    int64_t most = 2 * (c->blocks.edge_start[block + 1] - c->blocks.edge_start[block]);
    samen_status status =
        samen__parts_add(out, c->members, most, SAMEN__PART_ARCS | SAMEN__PART_DIRECTED, err);
    if (status != SAMEN_OK)
        return status;
    c->part[block] = out->count - 1;
    samen__part *p = &out->part[c->part[block]];
    memcpy(p->vertex, c->member, (size_t)c->members * sizeof *p->vertex);
    each_arc(c, block, p, count_arc);
    add_up(p->start, p->vertices);
    add_up(p->in_start, p->vertices);
    each_arc(c, block, p, put_arc);
    return SAMEN_OK;
}

/* What `cut` reach through the block, and what reaches them. An edge needs no search. */
static samen_status find_reach(cutting *c, int64_t block, const samen__parts *parts,
                               samen__run *run, samen_error *err) {
    if (c->part[block] < 0) {
        for (int32_t i = 0; i < c->cuts; i++) {
            int32_t here = c->member[c->cut[i]], there = c->member[1 - c->cut[i]];
            int out = samen__rows_find(c->rows, here, there) >= 0;
            int in = samen__rows_find(c->rows, there, here) >= 0;
            c->found[OUT][i] = out * c->bag[OUT][1 - c->cut[i]];
            c->found[IN][i] = in * c->bag[IN][1 - c->cut[i]];
        }
        return SAMEN_OK;
    }
    const samen__part *p = &parts->part[c->part[block]];
    samen_status status = samen__reach_sums(&c->reach, p->vertices, p->start, p->target,
                                            c->bag[OUT], c->cut, c->cuts, c->found[OUT], run, err);
    if (status == SAMEN_OK)
        status = samen__reach_sums(&c->reach, p->vertices, p->in_start, p->in_target, c->bag[IN],
                                   c->cut, c->cuts, c->found[IN], run, err);
    return status;
}

static void take_reach(cutting *c) {
    for (int32_t i = 0; i < c->cuts; i++) {
        int32_t v = c->member[c->cut[i]];
        for (int way = 0; way < WAYS; way++)
            c->sum[way][v] += c->found[way][i];
        c->both[v] += c->found[OUT][i] * c->found[IN][i];
    }
}

/* ---- All blocks ------------------------------------------------------------------------------ */

static samen_status go_up(cutting *c, int64_t block, samen__parts *out, samen__run *run,
                          samen_error *err) {
    list_members(c, block);
    fill_bags(c, block);
    c->part[block] = -1;
    samen_status status = c->members > 2 ? make_part(c, block, out, err) : SAMEN_OK;
    if (status == SAMEN_OK) {
        c->cuts = 1;
        c->cut[0] = c->place[c->blocks.top[block]];
        c->is_top[c->blocks.top[block]] = 1;
        status = find_reach(c, block, out, run, err);
    }
    if (status == SAMEN_OK) {
        take_reach(c);
        for (int way = 0; way < WAYS; way++)
            c->top[way][block] = c->found[way][0];
    }
    forget_members(c);
    return status;
}

static samen_status go_down(cutting *c, int64_t block, samen__parts *out, double *arc,
                            samen__run *run, samen_error *err) {
    list_members(c, block);
    fill_bags(c, block);
    c->cuts = 0;
    for (int32_t i = 0; i < c->members; i++) {
        if (c->is_top[c->member[i]] && c->member[i] != c->blocks.top[block])
            c->cut[c->cuts++] = i;
    }
    samen_status status = find_reach(c, block, out, run, err);
    if (status == SAMEN_OK)
        take_reach(c);
    if (status == SAMEN_OK && c->part[block] >= 0) {
        samen__part *p = &out->part[c->part[block]];
        memcpy(p->bag, c->bag[OUT], (size_t)c->members * sizeof *p->bag);
        memcpy(p->own, c->bag[IN], (size_t)c->members * sizeof *p->own);
    }
    for (int i = 0; status == SAMEN_OK && arc && c->part[block] < 0 && i < 2; i++) {
        int64_t a = samen__rows_find(c->rows, c->member[i], c->member[1 - i]);
        if (a >= 0)
            arc[a] += c->bag[IN][i] * c->bag[OUT][1 - i];
    }
    forget_members(c);
    return status;
}

samen_status samen__parts_cut_directed(const samen__rows *rows, const samen__rows *reverse,
                                       samen__parts *out, double *vertex, double *arc,
                                       samen__run *run, samen_error *err) {
    cutting c = {.rows = rows};
    *out = (samen__parts){0};
    samen_status status = open_cutting(&c, reverse, run, err);
    for (int64_t block = 0; status == SAMEN_OK && block < c.blocks.count; block++)
        status = go_up(&c, block, out, run, err);
    for (int64_t block = c.blocks.count - 1; status == SAMEN_OK && block >= 0; block--)
        status = go_down(&c, block, out, arc, run, err);
    /* From what reaches a vertex through one block to what it reaches through another. */
    for (int64_t v = 0; status == SAMEN_OK && v < rows->vertices; v++)
        vertex[v] += c.sum[IN][v] * c.sum[OUT][v] - c.both[v];
    close_cutting(&c);
    if (status != SAMEN_OK)
        samen__parts_free(out);
    return status;
}
