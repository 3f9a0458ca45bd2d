/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One shell: all vertices that are found to lie inside no shortest path. A sweep from each of them goes
 * through the inner vertices only, and meets the other outer ones as ends; counted for both directions, these
 * sweeps say all that the outer vertices do as ends of paths. What is left are pairs of inner vertices, whose
 * shortest paths never leave the inner graph: the same problem, smaller. Vertices that only led to the outer
 * ones are the next shell.
 *
 * Based on: A. E. Sariyüce, E. Saule, K. Kaya and Ü. V. Çatalyürek, SDM 2013
 * (doi 10.1137/1.9781611972832.76), whose side vertices this extends from cliques to lengths.
 * Complexity: that of the searches for detours, once for each shell. */
#include "kernels/shells.h"

#include <math.h>

#include "core/memory.h"
#include "kernels/detours.h"

enum { LEAST_GAIN = 32 }; /* a shell must take off one vertex in so many */

void samen__shells_free(samen__shells *shells) {
    for (int64_t i = 0; i < shells->count; i++) {
        samen__shell *s = &shells->shell[i];
        samen__delete(s->start);
        samen__delete(s->target);
        samen__delete(s->length);
        samen__delete(s->step);
        samen__delete(s->split);
        samen__delete(s->in_start);
        samen__delete(s->in_target);
        samen__delete(s->in_step);
        samen__delete(s->weight);
        samen__delete(s->own);
        samen__delete(s->source);
        samen__delete(s->vertex);
        samen__delete(s->arc);
    }
    samen__delete(shells->shell);
    *shells = (samen__shells){0};
}

/* The graph that is left, in arrays of others. */
typedef struct rest {
    samen__brandes_graph graph;
    const double *own;
    const int32_t *vertex; /* NULL: as they are in the part */
    const int64_t *arc;    /* NULL: likewise */
} rest;

static samen__shell *new_shell(samen__shells *shells, int32_t vertices, int64_t arcs, int32_t outer,
                               int whole, samen_error *err) {
    void *block = shells->shell;
    samen_status status =
        samen__grow(&block, &shells->capacity, shells->count + 1, sizeof *shells->shell, err);
    shells->shell = block;
    if (status != SAMEN_OK)
        return NULL;
    samen__shell *s = &shells->shell[shells->count++];
    *s = (samen__shell){.start = samen__new(vertices + 1, sizeof *s->start, err),
                        .target = samen__new_raw(arcs, sizeof *s->target, err),
                        .length = samen__new_raw(arcs, sizeof *s->length, err),
                        .step = whole ? samen__new_raw(arcs, sizeof *s->step, err) : NULL,
                        .split = samen__new_raw(outer, sizeof *s->split, err),
                        .weight = samen__new_raw(vertices, sizeof *s->weight, err),
                        .own = samen__new_raw(vertices, sizeof *s->own, err),
                        .source = samen__new_raw(vertices, sizeof *s->source, err),
                        .vertex = samen__new_raw(vertices, sizeof *s->vertex, err),
                        .arc = samen__new_raw(arcs, sizeof *s->arc, err)};
    s->graph = (samen__brandes_graph){.vertices = vertices,
                                      .start = s->start,
                                      .target = s->target,
                                      .length = s->length,
                                      .step = s->step,
                                      .weight = s->weight,
                                      .outer = outer,
                                      .split = s->split};
    int complete = s->start && s->target && s->length && (s->step || !whole) && s->split &&
                   s->weight && s->own && s->source && s->vertex && s->arc;
    return complete ? s : NULL;
}

/* ---- The order of vertices --------------------------------------------------------------------- */

/* Vertices stand in the order in which a tree of shortest paths is gone through, depth first: who stands close
 * together shares the way to nearly everywhere, which is what lanes want of sources. */
typedef struct ordering {
    samen__brandes search;
    int32_t *parent, *child, *sibling; /* of the tree; -1 for none */
    int32_t *first;                    /* of each place the vertex: inner ones, then outer ones */
    int32_t *place;                    /* of each vertex, or -1 */
    int32_t inner, outer;
} ordering;

static void close_ordering(ordering *o) {
    samen__brandes_close(&o->search);
    samen__delete(o->parent);
    samen__delete(o->child);
    samen__delete(o->sibling);
    samen__delete(o->first);
    samen__delete(o->place);
}

static samen_status open_ordering(int32_t n, ordering *o, samen_error *err) {
    *o = (ordering){.parent = samen__new_raw(n, sizeof *o->parent, err),
                    .child = samen__new_raw(n, sizeof *o->child, err),
                    .sibling = samen__new_raw(n, sizeof *o->sibling, err),
                    .first = samen__new_raw(n, sizeof *o->first, err),
                    .place = samen__new_raw(n, sizeof *o->place, err)};
    samen_status status = o->parent && o->child && o->sibling && o->first && o->place
                              ? samen__brandes_open(n, &o->search, err)
                              : SAMEN_ERR_MEMORY;
    for (int32_t v = 0; status == SAMEN_OK && v < n; v++)
        o->parent[v] = o->child[v] = o->sibling[v] = o->place[v] = -1;
    if (status != SAMEN_OK)
        close_ordering(o);
    return status;
}

/* The inner neighbour over which the search came to v. */
static int32_t parent_of(const samen__brandes_graph *g, const uint8_t *passed,
                         const samen__brandes *search, int32_t v) {
    double distance = samen__brandes_found(search, v);
    for (int64_t a = g->start[v]; a < g->start[v + 1]; a++) {
        int32_t u = g->target[a];
        if (passed[u] && samen__brandes_found(search, u) + g->length[a] <= distance &&
            samen__brandes_found(search, u) < distance)
            return u;
    }
    return -1;
}

/* Make the tree of the vertices that hang together with the root; those that are near come first. */
static void grow_tree(const samen__brandes_graph *g, const uint8_t *passed, int32_t root,
                      ordering *o) {
    samen__brandes_explore(g, &o->search, root, INFINITY, INT64_MAX);
    for (int32_t i = o->search.settled - 1; i > 0; i--) {
        int32_t v = o->search.order[i], parent = parent_of(g, passed, &o->search, v);
        o->parent[v] = parent;
        if (parent >= 0) {
            o->sibling[v] = o->child[parent];
            o->child[parent] = v;
        }
    }
    samen__brandes_forget(&o->search);
}

static void place_one(const uint8_t *passed, int32_t inner, int32_t v, ordering *o) {
    o->place[v] = passed[v] ? o->inner++ : inner + o->outer++;
    o->first[o->place[v]] = v;
}

/* Go through the tree below a vertex. */
static void place_tree(const uint8_t *passed, int32_t inner, int32_t root, ordering *o) {
    int32_t v = root;
    place_one(passed, inner, v, o);
    for (;;) {
        if (o->child[v] >= 0) {
            v = o->child[v];
        } else {
            while (v != root && o->sibling[v] < 0)
                v = o->parent[v];
            if (v == root)
                return;
            v = o->sibling[v];
        }
        place_one(passed, inner, v, o);
    }
}

static void place_all(const samen__brandes_graph *g, const uint8_t *passed, int32_t inner,
                      ordering *o) {
    int32_t root = 0;
    for (int32_t v = 0; v < g->vertices; v++) {
        if (passed[v] > passed[root] ||
            (passed[v] == passed[root] &&
             g->start[v + 1] - g->start[v] > g->start[root + 1] - g->start[root]))
            root = v;
    }
    grow_tree(g, passed, root, o);
    place_tree(passed, inner, root, o);
    for (int32_t v = 0; v < g->vertices; v++) {
        if (o->parent[v] < 0 && v != root)
            place_tree(passed, inner, v, o);
    }
}

/* ---- Filling a shell ---------------------------------------------------------------------------- */

/* Copy the arcs of v that lead to inner vertices, or those to outer ones; returns where they end. */
static int64_t copy_arcs(const rest *r, const uint8_t *passed, const ordering *o, int32_t v,
                         int to_inner, samen__shell *s, int64_t at) {
    for (int64_t a = r->graph.start[v]; a < r->graph.start[v + 1]; a++) {
        int32_t to = r->graph.target[a];
        if (passed[to] != to_inner)
            continue;
        s->target[at] = o->place[to];
        s->length[at] = r->graph.length[a];
        if (s->step)
            s->step[at] = (int32_t)r->graph.length[a];
        s->arc[at++] = r->arc ? r->arc[a] : a;
    }
    return at;
}

/* Outer vertices are swept from and then gone, so what goes the other way is counted with it. */
static void fill_shell(const rest *r, const uint8_t *passed, const ordering *o, samen__shell *s) {
    int64_t at = 0;
    int32_t inner = s->graph.vertices - s->graph.outer;
    for (int32_t p = 0; p < s->graph.vertices; p++) {
        int32_t v = o->first[p];
        at = copy_arcs(r, passed, o, v, 1, s, at);
        if (p >= inner) {
            s->split[p - inner] = at;
            at = copy_arcs(r, passed, o, v, 0, s, at);
        }
        s->start[p + 1] = at;
        s->own[p] = r->own[v];
        s->weight[p] = s->graph.outer > 0 ? 2 * r->own[v] : r->own[v];
        s->vertex[p] = r->vertex ? r->vertex[v] : v;
    }
    for (int32_t p = s->graph.outer > 0 ? inner : 0; p < s->graph.vertices; p++)
        s->source[s->sources++] = p;
}

/* The rows of a directed graph the other way round. */
static samen_status reverse_steps(samen__shell *s, samen_error *err) {
    int32_t n = s->graph.vertices;
    int64_t arcs = s->start[n];
    s->in_start = samen__new(n + 2, sizeof *s->in_start, err);
    s->in_target = samen__new_raw(arcs, sizeof *s->in_target, err);
    s->in_step = samen__new_raw(arcs, sizeof *s->in_step, err);
    if (!s->in_start || !s->in_target || !s->in_step)
        return SAMEN_ERR_MEMORY;
    for (int64_t a = 0; a < arcs; a++)
        s->in_start[s->target[a] + 2]++;
    for (int32_t v = 0; v < n; v++)
        s->in_start[v + 2] += s->in_start[v + 1];
    for (int32_t v = 0; v < n; v++) {
        for (int64_t a = s->start[v]; a < s->start[v + 1]; a++) {
            int64_t at = s->in_start[s->target[a] + 1]++;
            s->in_target[at] = v;
            s->in_step[at] = s->step[a];
        }
    }
    return SAMEN_OK;
}

static samen_status point_to_steps(samen__shell *s, int directed, samen_error *err) {
    samen_status status = directed ? reverse_steps(s, err) : SAMEN_OK;
    s->steps = (samen__step_graph){.out = s->graph,
                                   .in_start = directed ? s->in_start : s->start,
                                   .in_target = directed ? s->in_target : s->target,
                                   .in_step = directed ? s->in_step : s->step};
    return status;
}

/* Add a shell of the vertices that are not passed; returns it, or NULL. */
static samen__shell *add_shell(const rest *r, const uint8_t *passed, int32_t outer, int whole,
                               samen__shells *out, samen_error *err) {
    int32_t n = r->graph.vertices;
    ordering o;
    if (open_ordering(n, &o, err) != SAMEN_OK)
        return NULL;
    samen__shell *s = new_shell(out, n, r->graph.start[n], outer, whole, err);
    if (s) {
        place_all(&r->graph, passed, n - outer, &o);
        fill_shell(r, passed, &o, s);
    }
    close_ordering(&o);
    return s;
}

/* Take off one shell, or make what is left one when there is little to take. *r becomes what is then left. */
static samen_status take_one(rest *r, int directed, int whole, samen__shells *out, samen__run *run,
                             samen_error *err) {
    int32_t n = r->graph.vertices, outer = 0;
    uint8_t *passed = samen__new(n, 1, err);
    samen_status status = passed ? SAMEN_OK : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK && !directed)
        status = samen__detours_find(&r->graph, NULL, passed, run, err);
    for (int32_t v = 0; status == SAMEN_OK && v < n; v++)
        outer += !passed[v];
    if (directed || outer < n / LEAST_GAIN || outer == 0) {
        outer = 0;
        for (int32_t v = 0; passed && v < n; v++)
            passed[v] = 1;
    }
    samen__shell *s = status == SAMEN_OK ? add_shell(r, passed, outer, whole, out, err) : NULL;
    samen__delete(passed);
    if (status != SAMEN_OK || !s)
        return status != SAMEN_OK ? status : SAMEN_ERR_MEMORY;
    if (whole)
        status = point_to_steps(s, directed, err);
    r->graph = s->graph;
    r->graph.vertices = outer > 0 ? n - outer : 0;
    r->graph.outer = 0;
    r->own = s->own;
    r->vertex = s->vertex;
    r->arc = s->arc;
    return status;
}

/* The rest that a part is at first. */
static rest whole_part(const samen__part *part) {
    return (rest){.graph = {.vertices = part->vertices,
                            .start = part->start,
                            .target = part->target,
                            .length = part->length},
                  .own = part->bag};
}

samen_status samen__shells_take(const samen__part *part, int directed, int whole,
                                samen__shells *out, samen__run *run, samen_error *err) {
    rest r = whole_part(part);
    samen_status status = SAMEN_OK;
    double done = 0;
    *out = (samen__shells){0};
    while (status == SAMEN_OK && r.graph.vertices > 1) {
        samen__run half = samen__run_part(run, done, (1 + done) / 2);
        done = (1 + done) / 2;
        status = take_one(&r, directed, whole, out, &half, err);
        samen__run_join(run, &half);
    }
    if (status != SAMEN_OK)
        samen__shells_free(out);
    return status;
}

/* ---- Between some vertices only ----------------------------------------------------------------- */

/* What a sweep from one vertex to another counts. In a directed graph: 1 from source to target. In an undirected
 * one both directions of a pair are counted: from a source that is no target twice, since nobody sweeps back. */
static double weight_between(const samen__ends *ends, int directed, int32_t from, int32_t to) {
    if (directed)
        return ends->target[to];
    return ends->target[to] * (ends->target[from] && ends->source[to] ? 1 : 2);
}

/* Keep as sources those that may be, and of these those that are (`both`) or are not targets as well. */
static void keep_sources(samen__shell *s, const samen__ends *ends, int directed, int both) {
    s->sources = 0;
    for (int32_t p = 0; p < s->graph.vertices; p++) {
        int32_t v = s->vertex[p];
        if (ends->source[v] && (directed || ends->target[v] == both))
            s->source[s->sources++] = p;
    }
    for (int32_t p = 0; p < s->graph.vertices && s->sources > 0; p++)
        s->weight[p] = weight_between(ends, directed, s->vertex[s->source[0]], s->vertex[p]);
}

samen_status samen__shells_between(const samen__part *part, int directed, int whole,
                                   const samen__ends *ends, samen__shells *out, samen_error *err) {
    samen__ends_count count = samen__ends_counted(ends, part->vertices);
    const samen__ends swapped = {.source = ends->target, .target = ends->source};
    if (!directed && count.targets < count.sources)
        ends = &swapped; /* a path is as short the other way round */
    rest r = whole_part(part);
    uint8_t *passed = samen__new_raw(part->vertices, 1, err);
    samen_status status = passed ? SAMEN_OK : SAMEN_ERR_MEMORY;
    *out = (samen__shells){0};
    for (int32_t v = 0; passed && v < part->vertices; v++)
        passed[v] = 1;
    for (int both = 0; status == SAMEN_OK && both < (directed ? 1 : 2) && part->vertices > 1;
         both++) {
        samen__shell *s = add_shell(&r, passed, 0, whole, out, err);
        status = s ? SAMEN_OK : SAMEN_ERR_MEMORY;
        if (s && whole)
            status = point_to_steps(s, directed, err);
        if (s)
            keep_sources(s, ends, directed, both);
    }
    samen__delete(passed);
    if (status != SAMEN_OK)
        samen__shells_free(out);
    return status;
}
