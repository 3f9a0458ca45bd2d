/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/quotient.h"

#include <string.h>

#include "core/memory.h"

void samen__quotient_free(samen__quotient *q) {
    samen__delete(q->start);
    samen__delete(q->target);
    samen__delete(q->copies);
    samen__delete(q->own);
    samen__delete(q->kind);
    samen__delete(q->class_of);
    *q = (samen__quotient){0};
}

samen_status samen__quotient_new(int32_t vertices, int64_t arcs, int32_t originals,
                                 samen__quotient *q, samen_error *err) {
    *q = (samen__quotient){.vertices = vertices,
                           .originals = originals,
                           .start = samen__new(vertices + 1, sizeof *q->start, err),
                           .target = samen__new_raw(arcs, sizeof *q->target, err),
                           .copies = samen__new(vertices, sizeof *q->copies, err),
                           .own = samen__new(vertices, sizeof *q->own, err),
                           .kind = samen__new(vertices, sizeof *q->kind, err),
                           .class_of = samen__new_raw(originals, sizeof *q->class_of, err)};
    if (q->start && q->target && q->copies && q->own && q->kind && q->class_of)
        return SAMEN_OK;
    samen__quotient_free(q);
    return SAMEN_ERR_MEMORY;
}

/* Put every row into ascending order: the rows of a symmetric graph are filled in that order
 * when its arcs are gone through by the vertex that they lead from. */
static samen_status sort_rows(samen__quotient *q, samen_error *err) {
    int64_t arcs = q->start[q->vertices];
    int32_t *sorted = samen__new_raw(arcs, sizeof *sorted, err);
    int64_t *fill = samen__new_raw(q->vertices, sizeof *fill, err);
    samen_status status = sorted && fill ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int32_t v = 0; status == SAMEN_OK && v < q->vertices; v++)
        fill[v] = q->start[v];
    for (int32_t v = 0; status == SAMEN_OK && v < q->vertices; v++) {
        for (int64_t a = q->start[v]; a < q->start[v + 1]; a++)
            sorted[fill[q->target[a]]++] = v;
    }
    if (status == SAMEN_OK && arcs > 0)
        memcpy(q->target, sorted, (size_t)arcs * sizeof *sorted);
    samen__delete(sorted);
    samen__delete(fill);
    return status;
}

samen_status samen__quotient_rebuild(const samen__quotient *q, const int32_t *place,
                                     const int32_t *first, int32_t vertices, samen__quotient *out,
                                     samen_error *err) {
    samen_status status =
        samen__quotient_new(vertices, q->start[q->vertices], q->originals, out, err);
    int32_t *seen = samen__new(vertices, sizeof *seen, err);
    if (status != SAMEN_OK || !seen) {
        samen__delete(seen);
        samen__quotient_free(out);
        return SAMEN_ERR_MEMORY;
    }
    int64_t at = 0;
    for (int32_t p = 0; p < vertices; p++) {
        int32_t v = first[p];
        seen[p] = p + 1; /* ties inside a class vanish */
        for (int64_t a = q->start[v]; a < q->start[v + 1]; a++) {
            int32_t to = place[q->target[a]];
            if (to < 0 || seen[to] == p + 1)
                continue;
            seen[to] = p + 1;
            out->target[at++] = to;
        }
        out->start[p + 1] = at;
        out->kind[p] = q->kind[v];
    }
    for (int32_t v = 0; v < q->vertices; v++) {
        if (place[v] >= 0) {
            out->copies[place[v]] += q->copies[v];
            out->own[place[v]] += q->own[v];
        }
    }
    for (int32_t i = 0; i < q->originals; i++)
        out->class_of[i] = q->class_of[i] < 0 ? -1 : place[q->class_of[i]];
    samen__delete(seen);
    status = sort_rows(out, err);
    if (status != SAMEN_OK)
        samen__quotient_free(out);
    return status;
}

/* Places in breadth-first order from the vertex of the largest degree, so that neighbours stand
 * close. stays[v] says which vertices stay; the graph of those is connected. Returns how many
 * they are. */
static int32_t order_places(const samen__quotient *q, const uint8_t *stays, int32_t *place,
                            int32_t *first) {
    int32_t root = -1, made = 0;
    for (int32_t v = 0; v < q->vertices; v++) {
        place[v] = -1;
        if (stays[v] &&
            (root < 0 || samen__quotient_degree(q, v) > samen__quotient_degree(q, root)))
            root = v;
    }
    if (root >= 0) {
        place[root] = 0;
        first[made++] = root;
    }
    for (int32_t head = 0; head < made; head++) {
        int32_t v = first[head];
        for (int64_t a = q->start[v]; a < q->start[v + 1]; a++) {
            int32_t to = q->target[a];
            if (stays[to] && place[to] < 0) {
                place[to] = made;
                first[made++] = to;
            }
        }
    }
    return made;
}

samen_status samen__quotient_keep(samen__quotient *q, const uint8_t *stays, samen_error *err) {
    int32_t *place = samen__new_raw(q->vertices, sizeof *place, err);
    int32_t *first = samen__new_raw(q->vertices, sizeof *first, err);
    samen_status status = place && first ? SAMEN_OK : SAMEN_ERR_MEMORY;
    samen__quotient smaller;
    if (status == SAMEN_OK)
        status = samen__quotient_rebuild(q, place, first, order_places(q, stays, place, first),
                                         &smaller, err);
    if (status == SAMEN_OK) {
        samen__quotient_free(q);
        *q = smaller;
    }
    samen__delete(place);
    samen__delete(first);
    return status;
}
