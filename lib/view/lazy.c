/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a view makes on first use, under its lock: tied pairs and compressed rows. */
#include "core/memory.h"
#include "core/threads.h"
#include "view/projected.h"
#include "view/view.h"

static samen_status need_pairs(samen_view *view, samen__run *run, samen_error *err) {
    if (view->has_pairs)
        return SAMEN_OK;
    samen_status status = samen__pairs_make(view, run, &view->pairs, err);
    view->has_pairs = status == SAMEN_OK;
    return status;
}

samen_status samen__view_pairs(const samen_view *view, samen__run *run, const samen__pairs **out,
                               samen_error *err) {
    samen_view *v = samen__view_unlocked(view);
    pthread_mutex_lock(&v->lock);
    samen_status status = need_pairs(v, run, err);
    pthread_mutex_unlock(&v->lock);
    *out = &v->pairs;
    return status;
}

samen__pairs samen__view_told(const samen_view *view) {
    samen_view *v = samen__view_unlocked(view);
    pthread_mutex_lock(&v->lock);
    samen__pairs told = v->pairs;
    pthread_mutex_unlock(&v->lock);
    return told;
}

/* ---- Rows: pairs in which an organisation is the higher one come before those in which it is the lower ---- */

typedef struct filling {
    const samen__pairs *pairs;
    samen__rows *rows;
    int64_t *fill; /* the next place in each row */
    atomic_int stop;
    int64_t *bound; /* organisations from which on each task fills rows, and their end */
} filling;

static int64_t first_at_least(const int32_t *high, int64_t from, int64_t to, int64_t least) {
    while (from < to) {
        int64_t middle = from + (to - from) / 2;
        if (high[middle] < least)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* The arcs that end in the row of a lower organisation, into the rows first..end-1: places go up with the
 * lower one, which makes rows ascend. */
static void fill_back(const filling *f, const samen__pair_block *b, int64_t first, int64_t end) {
    const double *weight = b->backward ? b->backward : b->forward;
    int64_t from = 0;
    for (int32_t row = 0; row < b->rows; from = b->end[row++]) {
        int64_t to = b->end[row];
        for (int64_t i = first_at_least(b->high, from, to, first); i < to && b->high[i] < end;
             i++) {
            if (!(weight[i] > 0))
                continue;
            int64_t place = f->fill[b->high[i]]++;
            f->rows->target[place] = b->first + row;
            f->rows->weight[place] = weight[i];
        }
    }
}

static samen_status fill_rows_back(void *context, void *scratch, int64_t task, samen_error *err) {
    filling *f = context;
    (void)scratch;
    (void)err;
    for (int64_t i = 0; i < f->pairs->blocks && !atomic_load(&f->stop); i++) {
        const samen__pair_block *b = &f->pairs->block[i];
        if (b->first >= f->bound[task + 1])
            break;
        fill_back(f, b, f->bound[task], f->bound[task + 1]);
    }
    return SAMEN_OK;
}

static samen_status fill_rows_ahead(void *context, void *scratch, int64_t task, samen_error *err) {
    const filling *f = context;
    const samen__pair_block *b = &f->pairs->block[task];
    int64_t i = 0;
    (void)scratch;
    (void)err;
    for (int32_t row = 0; row < b->rows; row++) {
        int64_t place = f->fill[b->first + row];
        for (; i < b->end[row]; i++) {
            if (!(b->forward[i] > 0))
                continue;
            f->rows->target[place] = b->high[i];
            f->rows->weight[place++] = b->forward[i];
        }
    }
    return SAMEN_OK;
}

/* How long each row is; and into fill[], how much of it comes from higher organisations. */
static void count_rows(const samen__pairs *pairs, samen__rows *rows, int64_t *back) {
    for (int64_t k = 0; k < pairs->blocks; k++) {
        const samen__pair_block *b = &pairs->block[k];
        int64_t i = 0;
        for (int32_t row = 0; row < b->rows; row++) {
            int64_t ahead = 0;
            for (; i < b->end[row]; i++) {
                ahead += b->forward[i] > 0;
                back[b->high[i]] += (b->backward ? b->backward[i] : b->forward[i]) > 0;
            }
            rows->start[b->first + row + 1] = ahead;
        }
    }
    for (int64_t v = 0; v < rows->vertices; v++)
        rows->start[v + 1] += rows->start[v] + back[v];
}

/* Cut the rows into `tasks` ranges of about as many arcs. */
static void cut(const samen__rows *rows, int64_t tasks, int64_t *bound) {
    int64_t v = 0;
    for (int64_t t = 0; t < tasks; t++) {
        while (v < rows->vertices && rows->start[v] < rows->arcs / tasks * t)
            v++;
        bound[t] = t == 0 ? 0 : v;
    }
    bound[tasks] = rows->vertices;
}

static samen_status make_rows(const samen_view *view, samen__run *run, samen__rows *rows,
                              samen_error *err) {
    const samen__pairs *pairs = &view->pairs;
    int64_t n = view->organisations, tasks = run->threads;
    filling f = {.pairs = pairs, .rows = rows};
    samen__work back = {
        .what = "rows", .tasks = tasks, .context = &f, .task = fill_rows_back, .stop = &f.stop};
    samen__work ahead = {
        .what = "rows", .tasks = pairs->blocks, .context = &f, .task = fill_rows_ahead};
    samen_status status = samen__rows_new(n, pairs->arcs, rows, err);
    f.fill = samen__new(n, sizeof *f.fill, err);
    f.bound = samen__new_raw(tasks + 1, sizeof *f.bound, err);
    if (!f.fill || !f.bound)
        status = SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK) {
        count_rows(pairs, rows, f.fill);
        for (int64_t v = 0; v < n; v++)
            f.fill[v] = rows->start[v];
        cut(rows, tasks, f.bound);
        status = samen__parallel(&back, run, err);
    }
    if (status == SAMEN_OK)
        status = samen__parallel(&ahead, run, err);
    if (status != SAMEN_OK)
        samen__rows_free(rows);
    samen__delete(f.fill);
    samen__delete(f.bound);
    return status;
}

/* From pairs, unless these are not there and rows can be made without. */
static samen_status make_out_rows(samen_view *view, samen__run *run, samen_error *err) {
    int made = 0;
    samen_status status = SAMEN_OK;
    if (!view->has_pairs)
        status = samen__projected_rows(view, run, &view->out_rows, &made, err);
    if (status == SAMEN_OK && !made)
        status = need_pairs(view, run, err);
    if (status == SAMEN_OK && !made)
        status = make_rows(view, run, &view->out_rows, err);
    return status;
}

static samen_status need_rows(samen_view *view, samen__run *run, samen_error *err) {
    if (view->has_rows)
        return SAMEN_OK;
    samen_status status = make_out_rows(view, run, err);
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
    samen_view *v = samen__view_unlocked(view);
    pthread_mutex_lock(&v->lock);
    samen_status status = need_rows(v, run, err);
    pthread_mutex_unlock(&v->lock);
    *out_rows = &v->out_rows;
    if (in_rows)
        *in_rows = v->directed ? &v->in_rows : &v->out_rows;
    return status;
}
