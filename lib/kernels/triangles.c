/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/triangles.h"

#include "core/memory.h"

static samen_status new_rows(int64_t vertices, int64_t arcs, samen__rows *rows, uint8_t **way,
                             samen_error *err) {
    *rows = (samen__rows){.vertices = vertices, .arcs = arcs};
    rows->start = samen__new(vertices + 1, sizeof *rows->start, err);
    rows->target = samen__new_raw(arcs, sizeof *rows->target, err);
    *way = samen__new_raw(arcs, sizeof **way, err);
    return rows->start && rows->target && *way ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* Merge the rows of v in both directions; returns how many neighbours take part. */
static int64_t merge(const samen__rows *out_rows, const samen__rows *in_rows, const int32_t *label,
                     int64_t v, int32_t *target, uint8_t *way) {
    int64_t o = out_rows->start[v], i = in_rows->start[v], made = 0;
    int64_t out_end = out_rows->start[v + 1], in_end = in_rows->start[v + 1];
    if (label && label[v] < 0)
        return 0;
    while (o < out_end || i < in_end) {
        int32_t x = o < out_end ? out_rows->target[o] : INT32_MAX;
        int32_t y = i < in_end ? in_rows->target[i] : INT32_MAX;
        int32_t least = x < y ? x : y;
        o += x == least;
        i += y == least;
        if (label && label[least] < 0)
            continue;
        target[made] = least;
        way[made++] = (uint8_t)((x == least ? SAMEN__THERE : 0) | (y == least ? SAMEN__BACK : 0));
    }
    return made;
}

static samen_status find_near(const samen__rows *out_rows, const samen__rows *in_rows,
                              const int32_t *label, samen__triangles *t, samen_error *err) {
    int64_t n = out_rows->vertices, at = 0;
    int64_t most = out_rows->arcs + (in_rows == out_rows ? 0 : in_rows->arcs);
    samen_status status = new_rows(n, most, &t->near, &t->way, err);
    for (int64_t v = 0; status == SAMEN_OK && v < n; v++) {
        int64_t made = merge(out_rows, in_rows, label, v, t->near.target + at, t->way + at);
        at += made;
        t->near.start[v + 1] = at;
        t->longest_near = made > t->longest_near ? made : t->longest_near;
    }
    t->near.arcs = at;
    return status;
}

static samen_status go_ahead(samen__triangles *t, samen_error *err) {
    const samen__rows *near = &t->near;
    samen_status status = new_rows(near->vertices, near->arcs / 2, &t->ahead, &t->ahead_way, err);
    int64_t at = 0;
    for (int64_t v = 0; status == SAMEN_OK && v < near->vertices; v++) {
        int64_t degree = near->start[v + 1] - near->start[v], from = at;
        for (int64_t a = near->start[v]; a < near->start[v + 1]; a++) {
            int32_t x = near->target[a];
            int64_t other = near->start[x + 1] - near->start[x];
            if (degree > other || (degree == other && v > x))
                continue;
            t->ahead.target[at] = x;
            t->ahead_way[at++] = t->way[a];
        }
        t->ahead.start[v + 1] = at;
        t->longest_ahead = at - from > t->longest_ahead ? at - from : t->longest_ahead;
    }
    return status;
}

samen_status samen__triangles_open(const samen__rows *out_rows, const samen__rows *in_rows,
                                   const int32_t *label, samen__triangles *t, samen_error *err) {
    *t = (samen__triangles){0};
    samen_status status = find_near(out_rows, in_rows, label, t, err);
    if (status == SAMEN_OK)
        status = go_ahead(t, err);
    if (status != SAMEN_OK)
        samen__triangles_close(t);
    return status;
}

void samen__triangles_close(samen__triangles *t) {
    samen__rows_free(&t->near);
    samen__rows_free(&t->ahead);
    samen__delete(t->way);
    samen__delete(t->ahead_way);
    *t = (samen__triangles){0};
}
