/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: R. Puzis, Y. Elovici, P. Zilberman, S. Dolev and U. Brandes, Topology manipulations
 * for speeding betweenness centrality computation, Journal of Complex Networks 3(1), 2015 (doi
 * 10.1093/comnet/cnu015); L. Wang, F. Yang, L. Zhuang, H. Cui, F. Lv and X. Feng, Articulation
 * points guided redundancy elimination for betweenness centrality, PPoPP 2016 (doi
 * 10.1145/2851141.2851154). */
#include "kernels/parts.h"

#include <string.h>

#include "core/memory.h"
#include "kernels/biconnected.h"

void samen__parts_free(samen__parts *parts) {
    for (int64_t i = 0; i < parts->count; i++) {
        samen__part *p = &parts->part[i];
        samen__delete(p->vertex);
        samen__delete(p->start);
        samen__delete(p->target);
        samen__delete(p->in_start);
        samen__delete(p->in_target);
        samen__delete(p->length);
        samen__delete(p->arc);
        samen__delete(p->bag);
        samen__delete(p->own);
    }
    samen__delete(parts->part);
    *parts = (samen__parts){0};
}

samen_status samen__parts_add(samen__parts *parts, int32_t vertices, int64_t arcs, int what,
                              samen_error *err) {
    int has_arcs = what & SAMEN__PART_ARCS, has_lengths = what & SAMEN__PART_LENGTHS;
    int is_directed = what & SAMEN__PART_DIRECTED;
    void *block = parts->part;
    samen_status status =
        samen__grow(&block, &parts->capacity, parts->count + 1, sizeof *parts->part, err);
    parts->part = block;
    if (status != SAMEN_OK)
        return status;
    samen__part *p = &parts->part[parts->count++];
    *p = (samen__part){.vertices = vertices,
                       .vertex = samen__new_raw(vertices, sizeof *p->vertex, err),
                       .start = samen__new(vertices + 1, sizeof *p->start, err),
                       .target = samen__new_raw(arcs, sizeof *p->target, err),
                       .bag = samen__new_raw(vertices, sizeof *p->bag, err)};
    if (has_arcs)
        p->arc = samen__new_raw(arcs, sizeof *p->arc, err);
    if (has_lengths)
        p->length = samen__new_raw(arcs, sizeof *p->length, err);
    if (is_directed) {
        p->in_start = samen__new(vertices + 1, sizeof *p->in_start, err);
        p->in_target = samen__new_raw(arcs, sizeof *p->in_target, err);
        p->own = samen__new_raw(vertices, sizeof *p->own, err);
    }
    int complete = p->vertex && p->start && p->target && p->bag && (p->arc || !has_arcs) &&
                   (p->length || !has_lengths) &&
                   ((p->in_start && p->in_target && p->own) || !is_directed);
    return complete ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

samen_status samen__parts_whole(const samen__rows *rows, const double *length, samen__parts *out,
                                samen_error *err) {
    *out = (samen__parts){0};
    int32_t n = (int32_t)rows->vertices;
    int what = SAMEN__PART_ARCS | (length ? SAMEN__PART_LENGTHS : 0);
    samen_status status = samen__parts_add(out, n, rows->arcs, what, err);
    if (status != SAMEN_OK) {
        samen__parts_free(out);
        return status;
    }
    samen__part *p = &out->part[0];
    memcpy(p->start, rows->start, ((size_t)n + 1) * sizeof *p->start);
    memcpy(p->target, rows->target, (size_t)rows->arcs * sizeof *p->target);
    if (length)
        memcpy(p->length, length, (size_t)rows->arcs * sizeof *length);
    for (int32_t v = 0; v < n; v++) {
        p->vertex[v] = v;
        p->bag[v] = 1;
    }
    for (int64_t a = 0; a < rows->arcs; a++)
        p->arc[a] = a;
    return SAMEN_OK;
}

/* ---- Blocks ---------------------------------------------------------------------------------- */

typedef struct cutting {
    const samen__rows *rows;
    const double *length;
    samen__biconnected blocks;
    int32_t *place;  /* of each vertex, its place in the block at hand, or -1 */
    int32_t *member; /* the vertices of the block at hand */
    int64_t *degree; /* of each of them, in the block */
    int64_t *fill;
    double *arc; /* NULL when ties are not asked for */
    samen__run *run;
} cutting;

/* List the vertices of a block with their degrees in it; returns how many they are. */
static int32_t list_members(cutting *c, int64_t block) {
    int32_t count = 0;
    for (int64_t e = c->blocks.edge_start[block]; e < c->blocks.edge_start[block + 1]; e++) {
        const int32_t ends[2] = {c->blocks.from[e], c->rows->target[c->blocks.edge[e]]};
        for (int i = 0; i < 2; i++) {
            if (c->place[ends[i]] < 0) {
                c->degree[count] = 0;
                c->member[count] = ends[i];
                c->place[ends[i]] = count++;
            }
            c->degree[c->place[ends[i]]]++;
        }
    }
    return count;
}

/* The arc that goes back along another. */
static int64_t back_arc(const samen__rows *rows, int32_t from, int64_t arc) {
    return samen__rows_find(rows, rows->target[arc], from);
}

/* In a block where every path between two vertices is their own tie, the tie carries just that
 * pair. */
static void tell_ties(cutting *c, int64_t block) {
    for (int64_t e = c->blocks.edge_start[block]; e < c->blocks.edge_start[block + 1]; e++) {
        int64_t arc = c->blocks.edge[e];
        int32_t from = c->blocks.from[e], to = c->rows->target[arc];
        double pairs =
            (double)samen__bag(&c->blocks, block, from) * (double)samen__bag(&c->blocks, block, to);
        c->arc[arc] += pairs;
        c->arc[back_arc(c->rows, from, arc)] += pairs;
    }
}

/* One of the two arcs of an edge of the block; `arc` is its place in the whole graph. */
static void put_arc(cutting *c, samen__part *p, int32_t from, int32_t to, int64_t arc) {
    int64_t at = c->fill[from]++;
    p->target[at] = to;
    if (p->arc)
        p->arc[at] = arc;
    if (p->length)
        p->length[at] = c->length[arc];
}

static samen_status make_part(cutting *c, int64_t block, int32_t count, samen__parts *out,
                              samen_error *err) {
    const samen__biconnected *b = &c->blocks;
    int has_arcs = c->arc || c->length;
    int what = (has_arcs ? SAMEN__PART_ARCS : 0) | (c->length ? SAMEN__PART_LENGTHS : 0);
    int64_t edges = b->edge_start[block + 1] - b->edge_start[block];
    samen_status status = samen__parts_add(out, count, 2 * edges, what, err);
    samen__part *p = status == SAMEN_OK ? &out->part[out->count - 1] : NULL;
    for (int32_t i = 0; p && i < count; i++) {
        p->vertex[i] = c->member[i];
        p->bag[i] = (double)samen__bag(b, block, c->member[i]);
        p->start[i + 1] = p->start[i] + c->degree[i];
        c->fill[i] = p->start[i];
    }
    for (int64_t e = b->edge_start[block]; status == SAMEN_OK && e < b->edge_start[block + 1];
         e++) {
        int64_t arc = b->edge[e];
        int32_t from = c->place[b->from[e]], to = c->place[c->rows->target[arc]];
        put_arc(c, p, from, to, arc);
        put_arc(c, p, to, from, has_arcs ? back_arc(c->rows, b->from[e], arc) : -1);
        status = samen__run_step(c->run, 1, "blocks", err);
    }
    return status;
}

static samen_status cut_block(cutting *c, int64_t block, samen__parts *out, samen_error *err) {
    int64_t edges = c->blocks.edge_start[block + 1] - c->blocks.edge_start[block];
    int32_t count = list_members(c, block);
    int clique = edges == (int64_t)count * (count - 1) / 2 && (count == 2 || !c->length);
    samen_status status = SAMEN_OK;
    if (!clique)
        status = make_part(c, block, count, out, err);
    else if (c->arc)
        tell_ties(c, block);
    for (int32_t i = 0; i < count; i++)
        c->place[c->member[i]] = -1;
    return status;
}

/* Pairs of vertices in different branches of a vertex: all of their paths go through it. A
 * branch is what stands behind one of its blocks. */
static void tell_cuts(cutting *c, double *vertex) {
    const samen__biconnected *b = &c->blocks;
    for (int64_t v = 0; v < c->rows->vertices; v++) {
        double others = (double)(b->whole[v] - 1);
        vertex[v] += others * others;
    }
    for (int64_t block = 0; block < b->count; block++) {
        int32_t count = list_members(c, block);
        for (int32_t i = 0; i < count; i++) {
            int32_t v = c->member[i];
            double branch = (double)(b->whole[v] - samen__bag(b, block, v));
            vertex[v] -= branch * branch;
            c->place[v] = -1;
        }
    }
}

samen_status samen__parts_cut(const samen__rows *rows, const double *length, samen__parts *out,
                              double *vertex, double *arc, samen__run *run, samen_error *err) {
    int64_t n = rows->vertices;
    *out = (samen__parts){0};
    cutting c = {.rows = rows,
                 .length = length,
                 .place = samen__new_raw(n, sizeof *c.place, err),
                 .member = samen__new_raw(n, sizeof *c.member, err),
                 .degree = samen__new_raw(n, sizeof *c.degree, err),
                 .fill = samen__new_raw(n, sizeof *c.fill, err),
                 .arc = arc,
                 .run = run};
    samen_status status = c.place && c.member && c.degree && c.fill
                              ? samen__biconnected_find(rows, &c.blocks, run, err)
                              : SAMEN_ERR_MEMORY;
    for (int64_t v = 0; status == SAMEN_OK && v < n; v++)
        c.place[v] = -1;
    if (status == SAMEN_OK)
        tell_cuts(&c, vertex);
    for (int64_t block = 0; status == SAMEN_OK && block < c.blocks.count; block++)
        status = cut_block(&c, block, out, err);
    samen__biconnected_free(&c.blocks);
    samen__delete(c.place);
    samen__delete(c.member);
    samen__delete(c.degree);
    samen__delete(c.fill);
    if (status != SAMEN_OK)
        samen__parts_free(out);
    return status;
}
