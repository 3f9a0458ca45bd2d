/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of an organisation is made by itself: the members of its partnerships are added up in an array with
 * a place for every organisation, once to count them and once to write them down. Each pair is met from
 * both of its ends; for that, threads have nothing to do with each other, every row is written to where it stays
 * in one stream, and no half of the matrix is turned over to become the other. Who takes part in one partnership only, as
 * most do, has the others in it for a row, in their order. */
#include "view/projected.h"

#include <string.h>

#include "core/memory.h"
#include "core/sort.h"
#include "core/threads.h"
#include "view/incidence.h"

enum { ROWS_PER_TASK = 256 };

typedef struct projecting {
    const samen_view *view;
    samen__incidence incidence;
    int64_t *start; /* of each row, while they are counted */
    samen__rows *rows;
} projecting;

typedef struct scratch {
    int32_t *seen;  /* of every organisation: the last row that it was counted in, and 1 */
    double *weight; /* of every organisation: what ties it to the one at hand, 0 between rows */
    int32_t *other; /* those with a weight */
    int32_t *spare; /* to order them with */
} scratch;

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__delete(s->seen);
    samen__delete(s->weight);
    samen__delete(s->other);
    samen__delete(s->spare);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    int64_t n = ((const projecting *)context)->view->organisations;
    scratch *s = samen__new(1, sizeof *s, err);
    *out = s;
    if (!s)
        return SAMEN_ERR_MEMORY;
    s->seen = samen__new(n, sizeof *s->seen, err);
    s->weight = samen__new(n, sizeof *s->weight, err);
    s->other = samen__new_raw(n, sizeof *s->other, err);
    s->spare = samen__new_raw(n, sizeof *s->spare, err);
    return s->seen && s->weight && s->other && s->spare ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* ---- How long rows are ---------------------------------------------------------------------------- */

static int64_t count_new(const int32_t *member, int64_t from, int64_t to, int32_t stamp,
                         int32_t *seen) {
    int64_t count = 0;
    for (int64_t i = from; i < to; i++) {
        count += seen[member[i]] != stamp;
        seen[member[i]] = stamp;
    }
    return count;
}

static int64_t row_length(const samen__incidence *in, int32_t u, int32_t *seen) {
    const samen__part *part = in->part + in->part_start[u], *end = in->part + in->part_start[u + 1];
    if (end - part == 1)
        return in->member_start[part->partnership + 1] - in->member_start[part->partnership] - 1;
    int64_t length = 0;
    for (; part < end; part++) {
        int64_t from = in->member_start[part->partnership];
        length += count_new(in->member, from, part->place, u + 1, seen);
        length += count_new(in->member, part->place + 1, in->member_start[part->partnership + 1],
                            u + 1, seen);
    }
    return length;
}

static samen_status count_rows(void *context, void *block, int64_t task, samen_error *err) {
    const projecting *p = context;
    const scratch *s = block;
    int64_t from = task * ROWS_PER_TASK, to = from + ROWS_PER_TASK;
    (void)err;
    for (int64_t u = from; u < to && u < p->view->organisations; u++)
        p->start[u + 1] = row_length(&p->incidence, (int32_t)u, s->seen);
    return SAMEN_OK;
}

/* ---- What stands in them -------------------------------------------------------------------------- */

static double weight_of(const projecting *p, const samen__part *part) {
    if (p->view->project == SAMEN_PARTNERSHIPS_NEWMAN)
        return 1.0 / (p->incidence.size[part->partnership] - 1);
    return 1.0;
}

static int64_t add_members(const int32_t *member, int64_t from, int64_t to, double weight,
                           scratch *s, int64_t others) {
    for (int64_t i = from; i < to; i++) {
        int32_t v = member[i];
        double before = s->weight[v];
        s->other[others] = v;
        others += before == 0;
        s->weight[v] = before + weight;
    }
    return others;
}

/* The row of an organisation that takes part in one partnership. */
static void write_members(const projecting *p, const samen__part *part, int32_t *target,
                          double *weight) {
    const samen__incidence *in = &p->incidence;
    double each = weight_of(p, part);
    int64_t at = 0;
    for (int64_t i = in->member_start[part->partnership];
         i < in->member_start[part->partnership + 1]; i++) {
        if (i == part->place)
            continue;
        target[at] = in->member[i];
        weight[at++] = each;
    }
}

/* The row of one that takes part in several. */
static void write_sums(const projecting *p, int32_t u, scratch *s, int32_t *target,
                       double *weight) {
    const samen__incidence *in = &p->incidence;
    int binary = p->view->project == SAMEN_PARTNERSHIPS_BINARY;
    int64_t others = 0;
    for (int64_t i = in->part_start[u]; i < in->part_start[u + 1]; i++) {
        const samen__part *part = &in->part[i];
        int64_t from = in->member_start[part->partnership];
        int64_t to = in->member_start[part->partnership + 1];
        double each = weight_of(p, part);
        others = add_members(in->member, from, part->place, each, s, others);
        others = add_members(in->member, part->place + 1, to, each, s, others);
    }
    samen__sort_small(s->other, others, p->view->organisations, s->spare);
    for (int64_t i = 0; i < others; i++) {
        int32_t v = s->other[i];
        target[i] = v;
        weight[i] = binary ? 1.0 : s->weight[v];
        s->weight[v] = 0;
    }
}

static samen_status write_rows(void *context, void *block, int64_t task, samen_error *err) {
    const projecting *p = context;
    const samen__incidence *in = &p->incidence;
    int64_t from = task * ROWS_PER_TASK, to = from + ROWS_PER_TASK;
    (void)err;
    for (int64_t u = from; u < to && u < p->view->organisations; u++) {
        int64_t parts = in->part_start[u + 1] - in->part_start[u], at = p->rows->start[u];
        int32_t *target = p->rows->target + at;
        double *weight = p->rows->weight + at;
        if (parts == 1)
            write_members(p, &in->part[in->part_start[u]], target, weight);
        else if (parts > 1)
            write_sums(p, (int32_t)u, block, target, weight);
    }
    return SAMEN_OK;
}

/* ---- Both ----------------------------------------------------------------------------------------- */

static samen_status make_rows(projecting *p, samen__run *run, samen_error *err) {
    int64_t n = p->view->organisations;
    samen__work work = {.what = "tying organisations",
                        .tasks = (n + ROWS_PER_TASK - 1) / ROWS_PER_TASK,
                        .context = p,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = count_rows};
    p->start = samen__new(n + 1, sizeof *p->start, err);
    samen_status status = p->start ? samen__parallel(&work, run, err) : SAMEN_ERR_MEMORY;
    for (int64_t u = 0; status == SAMEN_OK && u < n; u++)
        p->start[u + 1] += p->start[u];
    if (status == SAMEN_OK)
        status = samen__rows_new(n, p->start[n], p->rows, err);
    if (status == SAMEN_OK) {
        memcpy(p->rows->start, p->start, (size_t)(n + 1) * sizeof *p->start);
        work.task = write_rows;
        status = samen__parallel(&work, run, err);
        if (status != SAMEN_OK)
            samen__rows_free(p->rows);
    }
    samen__delete(p->start);
    return status;
}

/* Do partnerships alone tie, and every two of their members? */
static int is_projected(const samen_view *view) {
    return view->network->records.ties == 0 && view->project != SAMEN_PARTNERSHIPS_IGNORE &&
           view->project != SAMEN_PARTNERSHIPS_STAR && !(view->options.min_weight > 0);
}

/* Sums of fractions depend on their order, and pairs are added up form by form. */
static int is_same_in_any_order(const samen_view *view, uint64_t forms) {
    return view->project != SAMEN_PARTNERSHIPS_NEWMAN || !(forms & (forms - 1));
}

samen_status samen__projected_rows(const samen_view *view, samen__run *run, samen__rows *rows,
                                   int *made, samen_error *err) {
    projecting p = {.view = view, .rows = rows};
    samen__pairs told = {0};
    *made = 0;
    if (!is_projected(view))
        return SAMEN_OK;
    samen_status status = samen__incidence_make(view, &p.incidence, &told, err);
    if (status == SAMEN_OK && is_same_in_any_order(view, p.incidence.forms)) {
        status = make_rows(&p, run, err);
        *made = status == SAMEN_OK;
    }
    samen__incidence_free(&p.incidence);
    return status;
}
