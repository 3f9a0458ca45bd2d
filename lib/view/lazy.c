/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a view makes on first use: tied pairs and compressed rows. It is made aside and then shown by one
 * pointer, so that nobody, the child of a fork neither, ever sees half of it. */
#include "core/memory.h"
#include "core/threads.h"
#include "view/projected.h"
#include "view/view.h"

static void free_pairs(samen__pairs *pairs) {
    if (pairs)
        samen__pairs_free(pairs);
    samen__delete(pairs);
}

static void free_rows(samen__view_rows_of *rows) {
    if (rows) {
        samen__rows_free(&rows->out);
        samen__rows_free(&rows->in);
    }
    samen__delete(rows);
}

void samen__view_forget(samen_view *view) {
    free_pairs(atomic_load(&view->pairs));
    free_rows(atomic_load(&view->rows));
    for (int i = 0; i < SAMEN__KEPT; i++)
        samen__delete(atomic_load(&view->kept[i]));
}

static samen_status need_pairs(samen_view *view, samen__run *run, samen_error *err) {
    if (atomic_load(&view->pairs))
        return SAMEN_OK;
    samen__pairs *none = NULL, *made = samen__new(1, sizeof *made, err);
    samen_status status = made ? samen__pairs_make(view, run, made, err) : SAMEN_ERR_MEMORY;
    /* A progress callback that needed them too may have been first. */
    if (status != SAMEN_OK || !atomic_compare_exchange_strong(&view->pairs, &none, made))
        free_pairs(made);
    return status;
}

samen_status samen__view_pairs(const samen_view *view, samen__run *run, const samen__pairs **out,
                               samen_error *err) {
    samen_view *v = samen__view_unlocked(view);
    samen_status status = SAMEN_OK;
    if (!atomic_load(&v->pairs)) {
        status = samen__turn_take(&v->turn, run, "tying organisations", err);
        if (status == SAMEN_OK) {
            status = need_pairs(v, run, err);
            samen__turn_give(&v->turn);
        }
    }
    *out = atomic_load(&v->pairs);
    return status;
}

samen__pairs samen__view_told(const samen_view *view) {
    const samen__pairs *pairs = atomic_load(&samen__view_unlocked(view)->pairs);
    return pairs ? *pairs : (samen__pairs){0};
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
    const samen__pairs *pairs = atomic_load(&view->pairs);
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
static samen_status make_out_rows(samen_view *view, samen__run *run, samen__rows *rows,
                                  samen_error *err) {
    int made = 0;
    samen_status status = SAMEN_OK;
    if (!atomic_load(&view->pairs))
        status = samen__projected_rows(view, run, rows, &made, err);
    if (status == SAMEN_OK && !made)
        status = need_pairs(view, run, err);
    if (status == SAMEN_OK && !made)
        status = make_rows(view, run, rows, err);
    return status;
}

static samen_status need_rows(samen_view *view, samen__run *run, samen_error *err) {
    if (atomic_load(&view->rows))
        return SAMEN_OK;
    samen__view_rows_of *none = NULL, *made = samen__new(1, sizeof *made, err);
    samen_status status = made ? make_out_rows(view, run, &made->out, err) : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK && view->directed)
        status = samen__rows_reverse(&made->out, &made->in, err);
    if (status != SAMEN_OK || !atomic_compare_exchange_strong(&view->rows, &none, made))
        free_rows(made);
    return status;
}

samen_status samen__view_rows(const samen_view *view, samen__run *run, const samen__rows **out_rows,
                              const samen__rows **in_rows, samen_error *err) {
    samen_view *v = samen__view_unlocked(view);
    if (!atomic_load(&v->rows)) {
        samen_status status = samen__turn_take(&v->turn, run, "tying organisations", err);
        if (status == SAMEN_OK) {
            status = need_rows(v, run, err);
            samen__turn_give(&v->turn);
        }
        if (status != SAMEN_OK)
            return status;
    }
    const samen__view_rows_of *rows = atomic_load(&v->rows);
    *out_rows = &rows->out;
    if (in_rows)
        *in_rows = v->directed ? &rows->in : &rows->out;
    return SAMEN_OK;
}
