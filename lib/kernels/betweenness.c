/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The graph is cut into parts; unweighted parts are reduced to stages and swept sixteen sources at a time,
 * weighted ones go source by source. Sweeps are dealt out to threads in tasks; what a task finds is added to
 * its part in the order of tasks. */
#include "kernels/betweenness.h"

#include <string.h>

#include "core/memory.h"
#include "core/threads.h"
#include "kernels/brandes.h"
#include "kernels/lanes.h"
#include "kernels/parts.h"
#include "kernels/weighted.h"

enum { BATCHES_PER_TASK = 4, SOURCES_PER_TASK = BATCHES_PER_TASK * SAMEN__LANES };

/* Sources of one graph, and what sweeps from them give. */
typedef struct work_list {
    const samen__part *part;
    const samen__stage *stage; /* unweighted vertices only: NULL otherwise */
    samen__lane_graph graph;   /* unweighted */
    samen__brandes_graph lengths;
    int32_t sources;
    const int32_t *source; /* NULL: all vertices */
    const double *own;
    int64_t first_task;
    double *score; /* of each vertex of the graph */
} work_list;

typedef struct job {
    const samen__rows *rows;
    const samen__rows *reverse;
    const double *length;
    double *vertex, *arc;
    samen__parts parts;
    samen__stages *stages; /* of each part */
    double **bonus;        /* of each part */
    double *ones;          /* for graphs that are not reduced */
    work_list *list;
    int64_t lists, list_capacity;
    int64_t tasks;
    int32_t most_vertices;
    int64_t most_arcs;
} job;

typedef struct scratch {
    samen__lane_scratch lanes;
    samen__brandes brandes;
    double *score;
    double *arc; /* of the part's own arcs */
} scratch;

/* ---- What is to be done ------------------------------------------------------------------------- */

static samen_status add_list(job *j, work_list list, int32_t vertices, samen_error *err) {
    void *block = j->list;
    samen_status status = samen__grow(&block, &j->list_capacity, j->lists + 1, sizeof list, err);
    j->list = block;
    if (status != SAMEN_OK)
        return status;
    list.first_task = j->tasks;
    list.score = samen__new(vertices, sizeof *list.score, err);
    if (!list.score)
        return SAMEN_ERR_MEMORY;
    j->list[j->lists++] = list;
    j->tasks += (list.sources + SOURCES_PER_TASK - 1) / SOURCES_PER_TASK;
    if (vertices > j->most_vertices)
        j->most_vertices = vertices;
    return SAMEN_OK;
}

static double log2_of_largest_degree(const samen__part *p) {
    int64_t largest = 1;
    double exponent = 1;
    for (int32_t v = 0; v < p->vertices; v++) {
        if (p->start[v + 1] - p->start[v] > largest)
            largest = p->start[v + 1] - p->start[v];
    }
    for (; largest > 1; largest /= 2)
        exponent++;
    return exponent;
}

/* A part as it is: weighted, directed, or with its arcs asked for. */
static samen_status add_part(job *j, const samen__part *p, samen_error *err) {
    work_list list = {.part = p, .sources = p->vertices, .own = p->bag};
    int64_t arcs = p->start[p->vertices];
    if (arcs > j->most_arcs)
        j->most_arcs = arcs;
    if (p->length)
        list.lengths = (samen__brandes_graph){.vertices = p->vertices,
                                              .start = p->start,
                                              .target = p->target,
                                              .length = p->length,
                                              .weight = p->bag};
    else
        list.graph = (samen__lane_graph){.vertices = p->vertices,
                                         .start = p->start,
                                         .target = p->target,
                                         .in_start = j->reverse ? j->reverse->start : p->start,
                                         .in_target = j->reverse ? j->reverse->target : p->target,
                                         .copies = j->ones,
                                         .weight = p->bag,
                                         .growth = log2_of_largest_degree(p)};
    return add_list(j, list, p->vertices, err);
}

static samen_status add_stages(job *j, int64_t number, samen_error *err) {
    const samen__part *p = &j->parts.part[number];
    j->bonus[number] = samen__new(p->vertices, sizeof(double), err);
    if (!j->bonus[number])
        return SAMEN_ERR_MEMORY;
    samen_status status = samen__reduce(p->vertices, p->start, p->target, p->bag,
                                        &j->stages[number], j->bonus[number], err);
    for (int64_t i = 0; status == SAMEN_OK && i < j->stages[number].count; i++) {
        const samen__stage *s = &j->stages[number].stage[i];
        const work_list list = {.part = p,
                                .stage = s,
                                .graph = s->graph,
                                .sources = s->sources,
                                .source = s->source,
                                .own = s->own};
        status = add_list(j, list, s->graph.vertices, err);
    }
    return status;
}

static samen_status plan(job *j, samen_error *err) {
    samen_status status =
        j->reverse ? samen__parts_whole(j->rows, j->length, &j->parts, err)
                   : samen__parts_cut(j->rows, j->length, &j->parts, j->vertex, j->arc, err);
    if (status != SAMEN_OK)
        return status;
    j->stages = samen__new(j->parts.count, sizeof *j->stages, err);
    j->bonus = samen__new(j->parts.count, sizeof *j->bonus, err);
    j->ones = samen__new_raw(j->rows->vertices, sizeof *j->ones, err);
    if (!j->stages || !j->bonus || !j->ones)
        return SAMEN_ERR_MEMORY;
    for (int64_t v = 0; v < j->rows->vertices; v++)
        j->ones[v] = 1;
    for (int64_t i = 0; status == SAMEN_OK && i < j->parts.count; i++) {
        if (j->length || j->reverse || j->arc)
            status = add_part(j, &j->parts.part[i], err);
        else
            status = add_stages(j, i, err);
    }
    return status;
}

static void free_job(job *j) {
    for (int64_t i = 0; i < j->lists; i++)
        samen__delete(j->list[i].score);
    for (int64_t i = 0; i < j->parts.count; i++) {
        if (j->stages)
            samen__stages_free(&j->stages[i]);
        if (j->bonus)
            samen__delete(j->bonus[i]);
    }
    samen__delete(j->list);
    samen__delete(j->stages);
    samen__delete(j->bonus);
    samen__delete(j->ones);
    samen__parts_free(&j->parts);
}

/* ---- Doing it ----------------------------------------------------------------------------------- */

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__lane_close(&s->lanes);
    samen__brandes_close(&s->brandes);
    samen__delete(s->score);
    samen__delete(s->arc);
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
    samen_status status = samen__brandes_open(j->most_vertices, &s->brandes, err);
    if (status == SAMEN_OK && !j->length)
        status = samen__lane_open(j->most_vertices, &s->lanes, err);
    return status;
}

/* The list that a task belongs to. */
static const work_list *list_of(const job *j, int64_t task) {
    int64_t low = 0, high = j->lists - 1;
    while (low < high) {
        int64_t middle = low + (high - low + 1) / 2;
        if (j->list[middle].first_task <= task)
            low = middle;
        else
            high = middle - 1;
    }
    return &j->list[low];
}

static int32_t source_at(const work_list *list, int32_t i) {
    return list->source ? list->source[i] : i;
}

/* One batch of sources side by side; where path counts are too large for that, one by one. */
static void sweep(const work_list *list, scratch *s, int32_t from, int32_t count) {
    int32_t source[SAMEN__LANES];
    double own[SAMEN__LANES];
    for (int32_t i = 0; i < count; i++) {
        source[i] = source_at(list, from + i);
        own[i] = list->own[source[i]];
    }
    if (samen__lane_sweep(&list->graph, &s->lanes, source, own, count, s->score, s->arc))
        return;
    const samen__brandes_graph g = {.vertices = list->graph.vertices,
                                    .start = list->graph.start,
                                    .target = list->graph.target,
                                    .copies = list->graph.copies,
                                    .weight = list->graph.weight};
    for (int32_t i = 0; i < count; i++)
        samen__brandes_source(&g, &s->brandes, source[i], own[i], s->score, s->arc);
}

static samen_status do_sources(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    const work_list *list = list_of(j, task);
    scratch *s = block;
    int32_t from = (int32_t)(task - list->first_task) * SOURCES_PER_TASK;
    int32_t to = from + SOURCES_PER_TASK < list->sources ? from + SOURCES_PER_TASK : list->sources;
    (void)err;
    if (list->lengths.length) {
        for (int32_t i = from; i < to; i++)
            samen__brandes_source(&list->lengths, &s->brandes, source_at(list, i),
                                  list->own[source_at(list, i)], s->score, s->arc);
        return SAMEN_OK;
    }
    for (int32_t i = from; i < to; i += SAMEN__LANES)
        sweep(list, s, i, to - i < SAMEN__LANES ? to - i : SAMEN__LANES);
    return SAMEN_OK;
}

/* Add what a task found, and leave its arrays zeroed for the next. */
static samen_status add_sums(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    const work_list *list = list_of(j, task);
    scratch *s = block;
    int32_t vertices = list->stage ? list->graph.vertices : list->part->vertices;
    (void)err;
    for (int32_t v = 0; v < vertices; v++) {
        list->score[v] += s->score[v];
        s->score[v] = 0;
    }
    for (int64_t a = 0; s->arc && a < list->part->start[vertices]; a++) {
        j->arc[list->part->arc[a]] += s->arc[a];
        s->arc[a] = 0;
    }
    return SAMEN_OK;
}

/* From the scores of stages and parts to those of the whole graph's vertices. */
static void hand_over(const job *j) {
    for (int64_t i = 0; i < j->lists; i++) {
        const work_list *list = &j->list[i];
        for (int32_t v = 0; v < list->part->vertices; v++) {
            int32_t at = list->stage ? list->stage->class_of[v] : v;
            if (at >= 0)
                j->vertex[list->part->vertex[v]] += list->score[at];
        }
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
        return samen__weighted_betweenness(rows, reverse, length, vertex, arc, run, err);
    job j = {.rows = rows, .reverse = reverse, .length = length, .vertex = vertex, .arc = arc};
    samen_status status = plan(&j, err);
    samen__work work = {.what = "betweenness",
                        .tasks = j.tasks,
                        .context = &j,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = do_sources,
                        .merge = add_sums};
    if (status == SAMEN_OK && j.tasks > 0)
        status = samen__parallel(&work, run, err);
    if (status == SAMEN_OK)
        hand_over(&j);
    free_job(&j);
    return status;
}
