/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources dealt out to threads in blocks; the sums of the blocks are added in their order. */
#include "kernels/betweenness.h"

#include <string.h>

#include "core/memory.h"
#include "core/threads.h"
#include "kernels/brandes.h"

enum { SOURCES_PER_TASK = 32 };

typedef struct job {
    const samen__rows *rows;
    const double *length;
    double *vertex;
    double *arc;
} job;

typedef struct scratch {
    samen__brandes brandes;
    double *vertex;
    double *arc;
} scratch;

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__brandes_close(&s->brandes);
    samen__delete(s->vertex);
    samen__delete(s->arc);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    const job *j = context;
    scratch *s = samen__new(1, sizeof *s, err);
    if (!s)
        return SAMEN_ERR_MEMORY;
    *out = s;
    s->vertex = samen__new_raw(j->rows->vertices, sizeof *s->vertex, err);
    s->arc = j->arc ? samen__new_raw(j->rows->arcs, sizeof *s->arc, err) : NULL;
    if (!s->vertex || (j->arc && !s->arc))
        return SAMEN_ERR_MEMORY;
    return samen__brandes_open(j->rows, j->length, &s->brandes, err);
}

static samen_status do_sources(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    scratch *s = block;
    int64_t from = task * SOURCES_PER_TASK, to = from + SOURCES_PER_TASK;
    (void)err;
    if (to > j->rows->vertices)
        to = j->rows->vertices;
    memset(s->vertex, 0, (size_t)j->rows->vertices * sizeof *s->vertex);
    if (s->arc)
        memset(s->arc, 0, (size_t)j->rows->arcs * sizeof *s->arc);
    for (int64_t source = from; source < to; source++)
        samen__brandes_source(&s->brandes, (int32_t)source, s->vertex, s->arc);
    return SAMEN_OK;
}

static samen_status add_sums(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    const scratch *s = block;
    (void)task;
    (void)err;
    for (int64_t v = 0; v < j->rows->vertices; v++)
        j->vertex[v] += s->vertex[v];
    for (int64_t a = 0; s->arc && a < j->rows->arcs; a++)
        j->arc[a] += s->arc[a];
    return SAMEN_OK;
}

samen_status samen__betweenness(const samen__rows *rows, const double *length, double *vertex,
                                double *arc, samen__run *run, samen_error *err) {
    job j = {.rows = rows, .length = length, .vertex = vertex, .arc = arc};
    samen__work work = {.what = "betweenness",
                        .tasks = (rows->vertices + SOURCES_PER_TASK - 1) / SOURCES_PER_TASK,
                        .context = &j,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = do_sources,
                        .merge = add_sums};
    return samen__parallel(&work, run, err);
}
