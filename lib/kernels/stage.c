/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vertices are put into breadth-first order from the vertex of the largest degree, directions
 * disregarded: what a sweep touches together then stands together. */
#include "kernels/stage.h"

#include <math.h>

#include "core/memory.h"

void samen__stage_free(samen__stage *s) {
    samen__delete(s->vertex);
    samen__delete(s->target);
    samen__delete(s->in);
    samen__delete(s->own);
    samen__delete(s->source);
    samen__delete(s->start);
    samen__delete(s->class_of);
    samen__delete(s->arc);
    *s = (samen__stage){0};
}

static int64_t degree_of(const samen__stage_rows *r, int32_t v) {
    int64_t out = r->start[v + 1] - r->start[v];
    return r->in_start ? out + r->in_start[v + 1] - r->in_start[v] : out;
}

/* Place the neighbours in one row. Returns how many vertices are placed then. */
static int32_t place_row(const int64_t *start, const int32_t *target, int32_t v, int32_t *place,
                         int32_t *first, int32_t made) {
    for (int64_t a = start[v]; a < start[v + 1]; a++) {
        if (place[target[a]] < 0) {
            place[target[a]] = made;
            first[made++] = target[a];
        }
    }
    return made;
}

/* place[v] of every vertex, and the vertex first[p] at every place. */
static void order(const samen__stage_rows *r, int32_t *place, int32_t *first) {
    int32_t root = 0, made = 0, head = 0;
    for (int32_t v = 0; v < r->vertices; v++) {
        place[v] = -1;
        root = degree_of(r, v) > degree_of(r, root) ? v : root;
    }
    for (int32_t next = -1; made < r->vertices; root = ++next) {
        if (place[root] < 0) {
            place[root] = made;
            first[made++] = root;
        }
        for (; head < made; head++) {
            made = place_row(r->start, r->target, first[head], place, first, made);
            if (r->in_start)
                made = place_row(r->in_start, r->in_target, first[head], place, first, made);
        }
    }
}

static void fill_vertex(const samen__stage_rows *r, samen__stage *s, int32_t p, int32_t v) {
    samen__lane_vertex *here = &s->vertex[p], *next = &s->vertex[p + 1];
    int64_t at = here->out;
    here->copies = 1;
    here->weight = r->weight[v];
    s->own[p] = r->own[v];
    for (int64_t a = r->start[v]; a < r->start[v + 1]; a++) {
        s->arc[at] = a;
        s->target[at++] = s->class_of[r->target[a]];
    }
    next->out = next->in = at;
    if (r->in_start) {
        next->in = here->in;
        for (int64_t a = r->in_start[v]; a < r->in_start[v + 1]; a++)
            s->in[next->in++] = s->class_of[r->in_target[a]];
    }
    if (next->out > here->out)
        s->source[s->sources++] = p;
}

samen_status samen__stage_whole(const samen__stage_rows *r, samen__stage *s, samen_error *err) {
    int32_t n = r->vertices;
    int64_t arcs = r->start[n], largest = 1;
    int32_t *first = samen__new_raw(n, sizeof *first, err);
    *s = (samen__stage){.vertex = samen__new(n + 1, sizeof *s->vertex, err),
                        .target = samen__new_raw(arcs, sizeof *s->target, err),
                        .in = r->in_start ? samen__new_raw(arcs, sizeof *s->in, err) : NULL,
                        .own = samen__new_raw(n, sizeof *s->own, err),
                        .source = samen__new_raw(n, sizeof *s->source, err),
                        .start = samen__new(n, sizeof *s->start, err),
                        .class_of = samen__new_raw(n, sizeof *s->class_of, err),
                        .arc = samen__new_raw(arcs, sizeof *s->arc, err)};
    if (!first || !s->vertex || !s->target || (r->in_start && !s->in) || !s->own || !s->source ||
        !s->start || !s->class_of || !s->arc) {
        samen__delete(first);
        samen__stage_free(s);
        return SAMEN_ERR_MEMORY;
    }
    order(r, s->class_of, first);
    for (int32_t p = 0; p < n; p++) {
        fill_vertex(r, s, p, first[p]);
        if (s->vertex[p + 1].out - s->vertex[p].out > largest)
            largest = s->vertex[p + 1].out - s->vertex[p].out;
    }
    s->graph = (samen__lane_graph){.vertices = n,
                                   .vertex = s->vertex,
                                   .target = s->target,
                                   .source = s->in ? s->in : s->target,
                                   .growth = log2((double)largest) + 1};
    samen__delete(first);
    return SAMEN_OK;
}
