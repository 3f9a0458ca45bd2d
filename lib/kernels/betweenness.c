/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The graph is cut into parts, these are reduced to stages, and stages are swept sixteen sources
 * at a time, chosen so that they come together. Weighted graphs go another way (weighted.h). Sweeps are dealt out to threads in
 * tasks, and each thread keeps sums of what its tasks find that do not depend on who did which,
 * so nobody waits for another's turn. */
#include "kernels/betweenness.h"

#include <stdatomic.h>

#include "core/memory.h"
#include "core/threads.h"
#include "kernels/batches.h"
#include "kernels/brandes.h"
#include "kernels/lanes.h"
#include "kernels/parts.h"
#include "kernels/portions.h"
#include "kernels/sums.h"
#include "kernels/weighted.h"

enum { BATCHES_PER_TASK = 2, SOURCES_PER_TASK = BATCHES_PER_TASK * SAMEN__LANES };

/* Sources of one graph. What is found from them has its places among the sums. */
typedef struct work_list {
    const samen__part *part;
    const samen__stage *stage;
    int64_t first_task, first_place, first_arc;
} work_list;

typedef struct job {
    const samen__rows *rows;
    const samen__rows *reverse;
    double *vertex, *arc;
    samen__parts parts;
    samen__stages *stages; /* of each part */
    double **bonus;        /* of each part */
    work_list *list;
    int64_t lists, list_capacity;
    int64_t tasks, places, arcs;
    int32_t most_vertices;
    int64_t most_arcs;
    samen__sums vertex_sums, arc_sums;
    atomic_int stop;
} job;

typedef struct scratch {
    samen__lane_scratch lanes;
    double *score; /* what one task finds */
    double *arc;
    samen__sums vertex_sums, arc_sums; /* what all tasks of this thread found */
} scratch;

/* ---- What is to be done ---------------------------------------------------------------------- */

static samen_status add_list(job *j, const samen__part *part, const samen__stage *stage,
                             samen_error *err) {
    int32_t vertices = stage->graph.vertices;
    int64_t arcs = part->start[part->vertices];
    void *block = j->list;
    samen_status status =
        samen__grow(&block, &j->list_capacity, j->lists + 1, sizeof *j->list, err);
    j->list = block;
    if (status != SAMEN_OK)
        return status;
    j->list[j->lists++] = (work_list){.part = part,
                                      .stage = stage,
                                      .first_task = j->tasks,
                                      .first_place = j->places,
                                      .first_arc = j->arcs};
    j->tasks += (stage->sources + SOURCES_PER_TASK - 1) / SOURCES_PER_TASK;
    j->places += vertices;
    j->arcs += arcs;
    j->most_vertices = vertices > j->most_vertices ? vertices : j->most_vertices;
    j->most_arcs = arcs > j->most_arcs ? arcs : j->most_arcs;
    return SAMEN_OK;
}

/* The stages of a part: reduced, unless it is directed or its arcs are asked for. */
static samen_status make_stages(job *j, int64_t number, samen__run *run, samen_error *err) {
    const samen__part *p = &j->parts.part[number];
    samen__stages *stages = &j->stages[number];
    const samen__stage_rows rows = {.vertices = p->vertices,
                                    .start = p->start,
                                    .target = p->target,
                                    .in_start = p->in_start,
                                    .in_target = p->in_target,
                                    .weight = p->bag,
                                    .own = p->own ? p->own : p->bag};
    if (!j->reverse && !j->arc) {
        j->bonus[number] = samen__new(p->vertices, sizeof(double), err);
        return j->bonus[number] ? samen__reduce(&rows, stages, j->bonus[number], run, err)
                                : SAMEN_ERR_MEMORY;
    }
    stages->stage = samen__new(1, sizeof *stages->stage, err);
    stages->count = stages->stage ? 1 : 0;
    return stages->stage ? samen__stage_whole(&rows, stages->stage, err) : SAMEN_ERR_MEMORY;
}

static samen_status add_stages(job *j, int64_t number, samen__run *run, samen_error *err) {
    samen_status status = make_stages(j, number, run, err);
    for (int64_t i = 0; status == SAMEN_OK && i < j->stages[number].count; i++) {
        samen__stage *stage = &j->stages[number].stage[i];
        status = samen__batches_arrange(&stage->graph, stage->source, stage->start, stage->sources,
                                        run, err);
        if (status == SAMEN_OK)
            status = add_list(j, &j->parts.part[number], stage, err);
    }
    return status;
}

/* The sums of what any number of tasks may find: pairs of vertices. */
static samen_status open_sums(const job *j, samen__sums *vertex, samen__sums *arc,
                              samen_error *err) {
    double n = (double)j->rows->vertices, most = 4 * n * n;
    samen_status status = samen__sums_new(j->places, most, j->tasks, vertex, err);
    if (status == SAMEN_OK && j->arc)
        status = samen__sums_new(j->arcs, most, j->tasks, arc, err);
    return status;
}

static samen_status plan(job *j, samen__run *run, samen_error *err) {
    samen_status status =
        j->reverse
            ? samen__parts_cut_directed(j->rows, j->reverse, &j->parts, j->vertex, j->arc, run, err)
            : samen__parts_cut(j->rows, NULL, &j->parts, j->vertex, j->arc, run, err);
    if (status != SAMEN_OK)
        return status;
    j->stages = samen__new(j->parts.count, sizeof *j->stages, err);
    j->bonus = samen__new(j->parts.count, sizeof *j->bonus, err);
    if (!j->stages || !j->bonus)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < j->parts.count; i++)
        status = add_stages(j, i, run, err);
    return status == SAMEN_OK ? open_sums(j, &j->vertex_sums, &j->arc_sums, err) : status;
}

static void free_job(job *j) {
    for (int64_t i = 0; i < j->parts.count; i++) {
        if (j->stages)
            samen__stages_free(&j->stages[i]);
        if (j->bonus)
            samen__delete(j->bonus[i]);
    }
    samen__delete(j->list);
    samen__delete(j->stages);
    samen__delete(j->bonus);
    samen__parts_free(&j->parts);
    samen__sums_free(&j->vertex_sums);
    samen__sums_free(&j->arc_sums);
}

/* ---- Doing it -------------------------------------------------------------------------------- */

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__lane_close(&s->lanes);
    samen__delete(s->score);
    samen__delete(s->arc);
    samen__sums_free(&s->vertex_sums);
    samen__sums_free(&s->arc_sums);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    const job *j = context;
    scratch *s = samen__new(1, sizeof *s, err);
    if (!s)
        return SAMEN_ERR_MEMORY;
    *out = s;
    s->score = samen__new(j->most_vertices, sizeof *s->score, err);
    s->arc = j->arc ? samen__new(j->most_arcs, sizeof *s->arc, err) : NULL;
    if (!s->score || (j->arc && !s->arc))
        return SAMEN_ERR_MEMORY;
    samen_status status = open_sums(j, &s->vertex_sums, &s->arc_sums, err);
    if (status == SAMEN_OK)
        status = samen__lane_open(j->most_vertices, &j->stop, &s->lanes, err);
    return status;
}

static const work_list *list_of(const job *j, int64_t task) {
    return &j->list[samen__list_with(&j->list->first_task, j->lists, sizeof *j->list, task)];
}

/* Where path counts are too large for lanes; this is so rare that nothing is kept ready for it. */
static samen_status go_without_lanes(const job *j, const samen__lane_graph *lanes,
                                     const samen__lane_batch *batch, samen_error *err) {
    int32_t n = lanes->vertices;
    samen__brandes brandes = {0};
    int64_t *start = samen__new_raw(n + 1, sizeof *start, err);
    double *copies = samen__new_raw(n, sizeof *copies, err);
    double *weight = samen__new_raw(n, sizeof *weight, err);
    samen_status status =
        start && copies && weight ? samen__brandes_open(n, &brandes, err) : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK) {
        for (int32_t v = 0; v <= n; v++)
            start[v] = lanes->vertex[v].out;
        for (int32_t v = 0; v < n; v++) {
            copies[v] = lanes->vertex[v].copies;
            weight[v] = lanes->vertex[v].weight;
        }
        const samen__brandes_graph g = {.vertices = n,
                                        .start = start,
                                        .target = lanes->target,
                                        .copies = copies,
                                        .weight = weight};
        for (int32_t i = 0; i < batch->sources && !atomic_load(&j->stop); i++)
            samen__brandes_source(&g, &brandes, batch->source[i], batch->weight[i], batch->score,
                                  batch->arc);
    }
    samen__brandes_close(&brandes);
    samen__delete(start);
    samen__delete(copies);
    samen__delete(weight);
    return status;
}

static samen_status do_batch(const job *j, const samen__stage *stage, scratch *s, int32_t from,
                             int32_t to, samen_error *err) {
    double weight[SAMEN__LANES];
    const samen__lane_batch batch = {.source = stage->source + from,
                                     .weight = weight,
                                     .start = stage->start + from,
                                     .sources = to - from < SAMEN__LANES ? to - from : SAMEN__LANES,
                                     .score = s->score,
                                     .arc = s->arc};
    int fits = 1;
    for (int32_t i = 0; i < batch.sources; i++)
        weight[i] = stage->own[batch.source[i]];
    samen_status status = samen__lane_sweep(&stage->graph, &s->lanes, &batch, &fits, err);
    return status == SAMEN_OK && !fits ? go_without_lanes(j, &stage->graph, &batch, err) : status;
}

static samen_status do_sources(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    const work_list *list = list_of(j, task);
    const samen__stage *stage = list->stage;
    scratch *s = block;
    int32_t from = (int32_t)(task - list->first_task) * SOURCES_PER_TASK;
    int32_t to =
        from + SOURCES_PER_TASK < stage->sources ? from + SOURCES_PER_TASK : stage->sources;
    samen_status status = SAMEN_OK;
    for (; from < to && status == SAMEN_OK; from += SAMEN__LANES)
        status = do_batch(j, stage, s, from, to, err);
    samen__sums_take(&s->vertex_sums, list->first_place, s->score, stage->graph.vertices);
    if (s->arc)
        samen__sums_take(&s->arc_sums, list->first_arc, s->arc,
                         list->part->start[list->part->vertices]);
    return status;
}

static void add_sums(void *context, void *block) {
    job *j = context;
    const scratch *s = block;
    samen__sums_join(&j->vertex_sums, &s->vertex_sums);
    if (s->arc)
        samen__sums_join(&j->arc_sums, &s->arc_sums);
}

/* From the scores of stages and parts to those of the whole graph's vertices and arcs. */
static void hand_over(const job *j) {
    for (int64_t i = 0; i < j->lists; i++) {
        const work_list *list = &j->list[i];
        const samen__part *p = list->part;
        for (int32_t v = 0; v < p->vertices; v++) {
            int32_t at = list->stage->class_of[v];
            if (at >= 0)
                j->vertex[p->vertex[v]] += samen__sums_of(&j->vertex_sums, list->first_place + at);
        }
        for (int64_t a = 0; j->arc && a < p->start[p->vertices]; a++)
            j->arc[p->arc[list->stage->arc[a]]] +=
                samen__sums_of(&j->arc_sums, list->first_arc + a);
    }
    for (int64_t i = 0; i < j->parts.count; i++) {
        const samen__part *p = &j->parts.part[i];
        for (int32_t v = 0; j->bonus[i] && v < p->vertices; v++)
            j->vertex[p->vertex[v]] += j->bonus[i][v];
    }
}

samen_status samen__betweenness(const samen__rows *rows, const samen__rows *reverse,
                                const double *length, double *vertex, double *arc, samen__run *run,
                                samen_error *err) {
    if (length)
        return samen__weighted_betweenness(rows, reverse, length, NULL, vertex, arc, run, err);
    job j = {.rows = rows, .reverse = reverse, .vertex = vertex, .arc = arc};
    samen_status status = plan(&j, run, err);
    samen__work work = {.what = "betweenness",
                        .tasks = j.tasks,
                        .context = &j,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = do_sources,
                        .finish = add_sums,
                        .stop = &j.stop};
    if (status == SAMEN_OK && j.tasks > 0)
        status = samen__parallel(&work, run, err);
    if (status == SAMEN_OK)
        hand_over(&j);
    free_job(&j);
    return status;
}
