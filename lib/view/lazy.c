/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a view makes on first use, under its lock: tied pairs and compressed rows. */
#include "core/memory.h"
#include "view/view.h"

/* The one place that writes to a view after it was made; the lock is held. */
static samen_view *unlocked(const samen_view *view) {
    return (samen_view *)(uintptr_t)view;
}

static samen_status need_pairs(samen_view *view, samen__run *run, samen_error *err) {
    if (view->has_pairs)
        return SAMEN_OK;
    samen_status status = samen__pairs_make(view, run, &view->pairs, err);
    view->has_pairs = status == SAMEN_OK;
    return status;
}

samen_status samen__view_pairs(const samen_view *view, samen__run *run, const samen__pairs **out,
                               samen_error *err) {
    samen_view *v = unlocked(view);
    pthread_mutex_lock(&v->lock);
    samen_status status = need_pairs(v, run, err);
    pthread_mutex_unlock(&v->lock);
    *out = &v->pairs;
    return status;
}

/* Rows fill up in ascending order: the pairs in which an organisation is the higher one come before
 * those in which it is the lower one. */
static samen_status make_rows(const samen_view *view, samen__rows *rows, samen_error *err) {
    const samen__pairs *pairs = &view->pairs;
    int64_t n = view->organisations;
    samen_status status = samen__rows_new(n, pairs->arcs, rows, err);
    int64_t *fill = status == SAMEN_OK ? samen__new(n, sizeof *fill, err) : NULL;
    if (!fill) {
        samen__rows_free(rows);
        return SAMEN_ERR_MEMORY;
    }
    for (int64_t i = 0; i < pairs->pairs; i++) {
        rows->start[pairs->pair[i].low + 1] += pairs->pair[i].forward > 0;
        rows->start[pairs->pair[i].high + 1] += pairs->pair[i].backward > 0;
    }
    for (int64_t v = 0; v < n; v++) {
        rows->start[v + 1] += rows->start[v];
        fill[v] = rows->start[v];
    }
    for (int64_t i = 0; i < pairs->pairs; i++) {
        const samen__pair *p = &pairs->pair[i];
        if (p->forward > 0) {
            rows->target[fill[p->low]] = p->high;
            rows->weight[fill[p->low]++] = p->forward;
        }
        if (p->backward > 0) {
            rows->target[fill[p->high]] = p->low;
            rows->weight[fill[p->high]++] = p->backward;
        }
    }
    samen__delete(fill);
    return SAMEN_OK;
}

static samen_status need_rows(samen_view *view, samen__run *run, samen_error *err) {
    samen_status status = need_pairs(view, run, err);
    if (status != SAMEN_OK || view->has_rows)
        return status;
    status = make_rows(view, &view->out_rows, err);
    if (status == SAMEN_OK && view->directed) {
        status = samen__rows_reverse(&view->out_rows, &view->in_rows, err);
        if (status != SAMEN_OK)
            samen__rows_free(&view->out_rows);
    }
    view->has_rows = status == SAMEN_OK;
    return status;
}

samen_status samen__view_rows(const samen_view *view, samen__run *run, const samen__rows **out_rows,
                              const samen__rows **in_rows, samen_error *err) {
    samen_view *v = unlocked(view);
    pthread_mutex_lock(&v->lock);
    samen_status status = need_rows(v, run, err);
    pthread_mutex_unlock(&v->lock);
    *out_rows = &v->out_rows;
    if (in_rows)
        *in_rows = v->directed ? &v->in_rows : &v->out_rows;
    return status;
}
