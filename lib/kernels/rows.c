/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/rows.h"

#include "core/memory.h"

samen_status samen__rows_new(int64_t vertices, int64_t arcs, samen__rows *rows, samen_error *err) {
    *rows = (samen__rows){.vertices = vertices, .arcs = arcs};
    rows->start = samen__new(vertices + 1, sizeof *rows->start, err);
    rows->target = samen__new_raw(arcs, sizeof *rows->target, err);
    rows->weight = samen__new_raw(arcs, sizeof *rows->weight, err);
    if (rows->start && rows->target && rows->weight)
        return SAMEN_OK;
    samen__rows_free(rows);
    return SAMEN_ERR_MEMORY;
}

void samen__rows_free(samen__rows *rows) {
    samen__delete(rows->start);
    samen__delete(rows->target);
    samen__delete(rows->weight);
    *rows = (samen__rows){0};
}

int64_t samen__rows_find(const samen__rows *rows, int64_t from, int32_t to) {
    int64_t low = rows->start[from], high = rows->start[from + 1];
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (rows->target[middle] < to)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rows->start[from + 1] && rows->target[low] == to ? low : -1;
}

samen_status samen__rows_reverse(const samen__rows *rows, samen__rows *out, samen_error *err) {
    samen_status status = samen__rows_new(rows->vertices, rows->arcs, out, err);
    if (status != SAMEN_OK)
        return status;
    int64_t *fill = samen__new(rows->vertices, sizeof *fill, err);
    if (!fill) {
        samen__rows_free(out);
        return SAMEN_ERR_MEMORY;
    }
    for (int64_t a = 0; a < rows->arcs; a++)
        out->start[rows->target[a] + 1]++;
    for (int64_t v = 0; v < rows->vertices; v++)
        out->start[v + 1] += out->start[v];
    for (int64_t v = 0; v < rows->vertices; v++) {
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            int32_t to = rows->target[a];
            int64_t at = out->start[to] + fill[to]++;
            out->target[at] = (int32_t)v;
            out->weight[at] = rows->weight[a];
        }
    }
    samen__delete(fill);
    return SAMEN_OK;
}

/* Merge the two sorted rows of a vertex; returns how many neighbours there are. Writes them when
 * `out` has room for them. */
static int64_t merge_rows(const samen__rows *a, const samen__rows *b, int64_t v, samen__rows *out) {
    int64_t i = a->start[v], j = b->start[v], made = 0;
    while (i < a->start[v + 1] || j < b->start[v + 1]) {
        int32_t x = i < a->start[v + 1] ? a->target[i] : INT32_MAX;
        int32_t y = j < b->start[v + 1] ? b->target[j] : INT32_MAX;
        double weight = 0;
        if (x <= y)
            weight += a->weight[i++];
        if (y <= x)
            weight += b->weight[j++];
        if (out) {
            out->target[out->start[v] + made] = x < y ? x : y;
            out->weight[out->start[v] + made] = weight;
        }
        made++;
    }
    return made;
}

samen_status samen__rows_underlying(const samen__rows *out_rows, const samen__rows *in_rows,
                                    samen__rows *out, samen_error *err) {
    int64_t arcs = 0;
    for (int64_t v = 0; v < out_rows->vertices; v++)
        arcs += merge_rows(out_rows, in_rows, v, NULL);
    samen_status status = samen__rows_new(out_rows->vertices, arcs, out, err);
    for (int64_t v = 0; status == SAMEN_OK && v < out->vertices; v++)
        out->start[v + 1] = out->start[v] + merge_rows(out_rows, in_rows, v, out);
    return status;
}
