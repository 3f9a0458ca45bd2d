/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties that a detour undercuts go first; what is left is cut into blocks, and each block taken off in shells,
 * which are swept source by source. Sweeps are dealt out to threads in tasks; what a task finds is added to its
 * shell in the order of tasks. */
#include "kernels/weighted.h"

#include "core/memory.h"
#include "core/threads.h"
#include "kernels/detours.h"
#include "kernels/parts.h"
#include "kernels/portions.h"
#include "kernels/shells.h"
#include "kernels/step_lanes.h"
#include "kernels/units.h"

enum {
    BATCH = SAMEN__STEP_LANES,
    MOST_BATCHES_PER_TASK = 4,
    ARCS_PER_TASK = 1 << 22,
    SWEEPS_FOR_A_LOOK = 8 /* one vertex in so many must be swept from */
};

/* The graph without the ties that no shortest path needs. */
typedef struct kept_graph {
    samen__rows rows;
    double *length;
    int64_t *origin; /* of each arc, its place in the graph that was given */
    int whole;       /* lengths are whole numbers of steps */
} kept_graph;

/* One shell and what sweeps on it give. */
typedef struct work_list {
    const samen__part *part;
    const samen__shell *shell;
    int32_t sources_per_task;
    int64_t first_task;
    double *score;
} work_list;

typedef struct job {
    kept_graph kept;
    samen__parts parts;
    samen__shells *shells; /* of each part */
    double *arc;           /* of the arcs that were kept; NULL when not asked for */
    work_list *list;
    int64_t lists, list_capacity;
    int64_t tasks;
    int32_t most_vertices;
    int64_t most_arcs;
    atomic_int stop;
} job;

typedef struct scratch {
    samen__brandes brandes;
    samen__step_scratch steps;
    double *score, *arc;
} scratch;

/* ---- What is kept ------------------------------------------------------------------------------- */

/* A tie that a detour undercuts in one direction is undercut in both when the graph is undirected. */
static void undercut_both_ways(const samen__rows *rows, uint8_t *undercut) {
    for (int64_t v = 0; v < rows->vertices; v++) {
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            if (undercut[a])
                undercut[samen__rows_find(rows, rows->target[a], (int32_t)v)] = 1;
        }
    }
}

static samen_status copy_kept(const samen__rows *rows, const double *length,
                              const uint8_t *undercut, kept_graph *kept, samen_error *err) {
    int64_t count = 0, at = 0;
    for (int64_t a = 0; a < rows->arcs; a++)
        count += !undercut[a];
    samen_status status = samen__rows_new(rows->vertices, count, &kept->rows, err);
    kept->length = samen__new_raw(count, sizeof *kept->length, err);
    kept->origin = samen__new_raw(count, sizeof *kept->origin, err);
    if (status != SAMEN_OK || !kept->length || !kept->origin)
        return SAMEN_ERR_MEMORY;
    for (int64_t v = 0; v < rows->vertices; v++) {
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            if (undercut[a])
                continue;
            kept->rows.target[at] = rows->target[a];
            kept->rows.weight[at] = rows->weight[a];
            kept->length[at] = length[a];
            kept->origin[at++] = a;
        }
        kept->rows.start[v + 1] = at;
    }
    return SAMEN_OK;
}

/* Lengths in whole steps where these are few enough to be put into buckets. */
static samen_status measure_in_steps(kept_graph *kept, samen_error *err) {
    int32_t longest = 0;
    int32_t *step = samen__new_raw(kept->rows.arcs, sizeof *step, err);
    samen_status status = step ? samen__units_find(kept->length, kept->rows.arcs, SAMEN__MOST_STEP,
                                                   step, &longest, err)
                               : SAMEN_ERR_MEMORY;
    kept->whole = longest > 0 && samen__step_can(kept->rows.vertices, longest);
    for (int64_t a = 0; status == SAMEN_OK && kept->whole && a < kept->rows.arcs; a++)
        kept->length[a] = step[a];
    samen__delete(step);
    return status;
}

/* Could two ties together be shorter than one? */
static int may_be_undercut(const double *length, int64_t arcs) {
    double shortest = arcs > 0 ? length[0] : 0, longest = shortest;
    for (int64_t a = 0; a < arcs; a++) {
        shortest = length[a] < shortest ? length[a] : shortest;
        longest = length[a] > longest ? length[a] : longest;
    }
    return longest > 2 * shortest;
}

/* Are there sweeps enough to make up for looking for detours around every vertex? */
static int is_worth_looking(const samen__ends *ends, int64_t vertices) {
    if (!ends)
        return 1;
    samen__ends_count count = samen__ends_counted(ends, vertices);
    double fewer = count.sources < count.targets ? count.sources : count.targets;
    return fewer * SWEEPS_FOR_A_LOOK >= (double)vertices;
}

static samen_status keep(const samen__rows *rows, int directed, const double *length,
                         const samen__ends *ends, kept_graph *kept, samen__run *run,
                         samen_error *err) {
    uint8_t *undercut = samen__new(rows->arcs, 1, err);
    if (!undercut)
        return SAMEN_ERR_MEMORY;
    const samen__brandes_graph g = {.vertices = (int32_t)rows->vertices,
                                    .start = rows->start,
                                    .target = rows->target,
                                    .length = length};
    int look = is_worth_looking(ends, rows->vertices) && may_be_undercut(length, rows->arcs);
    samen_status status = look ? samen__detours_find(&g, undercut, NULL, run, err) : SAMEN_OK;
    if (status == SAMEN_OK && !directed)
        undercut_both_ways(rows, undercut);
    if (status == SAMEN_OK)
        status = copy_kept(rows, length, undercut, kept, err);
    if (status == SAMEN_OK)
        status = measure_in_steps(kept, err);
    samen__delete(undercut);
    return status;
}

/* ---- What is to be done ------------------------------------------------------------------------- */

static samen_status add_list(job *j, const samen__part *part, const samen__shell *shell,
                             samen_error *err) {
    int32_t n = shell->graph.vertices;
    int64_t arcs = shell->start[n], batches = ARCS_PER_TASK / (BATCH * (arcs + n)) + 1;
    batches = batches < MOST_BATCHES_PER_TASK ? batches : MOST_BATCHES_PER_TASK;
    void *block = j->list;
    samen_status status =
        samen__grow(&block, &j->list_capacity, j->lists + 1, sizeof *j->list, err);
    j->list = block;
    if (status != SAMEN_OK)
        return status;
    work_list list = {.part = part,
                      .shell = shell,
                      .first_task = j->tasks,
                      .sources_per_task = (int32_t)batches * BATCH,
                      .score = samen__new(n, sizeof *list.score, err)};
    if (!list.score)
        return SAMEN_ERR_MEMORY;
    j->list[j->lists++] = list;
    j->tasks += (shell->sources + list.sources_per_task - 1) / list.sources_per_task;
    j->most_vertices = n > j->most_vertices ? n : j->most_vertices;
    j->most_arcs = arcs > j->most_arcs ? arcs : j->most_arcs;
    return SAMEN_OK;
}

static samen_status plan(job *j, int directed, const samen__ends *ends, double *vertex,
                         samen__run *run, samen_error *err) {
    const kept_graph *kept = &j->kept;
    samen_status status =
        directed || ends
            ? samen__parts_whole(&kept->rows, kept->length, &j->parts, err)
            : samen__parts_cut(&kept->rows, kept->length, &j->parts, vertex, j->arc, run, err);
    if (status != SAMEN_OK)
        return status;
    j->shells = samen__new(j->parts.count, sizeof *j->shells, err);
    if (!j->shells)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < j->parts.count; i++) {
        const samen__part *part = &j->parts.part[i];
        samen__run slice = samen__run_part(run, (double)i / (double)j->parts.count,
                                           (double)(i + 1) / (double)j->parts.count);
        status = ends ? samen__shells_between(part, directed, kept->whole, ends, &j->shells[i], err)
                      : samen__shells_take(part, directed, kept->whole, &j->shells[i], &slice, err);
        samen__run_join(run, &slice);
        for (int64_t s = 0; status == SAMEN_OK && s < j->shells[i].count; s++)
            status = add_list(j, part, &j->shells[i].shell[s], err);
    }
    return status;
}

static void free_job(job *j) {
    for (int64_t i = 0; i < j->lists; i++)
        samen__delete(j->list[i].score);
    for (int64_t i = 0; j->shells && i < j->parts.count; i++)
        samen__shells_free(&j->shells[i]);
    samen__delete(j->list);
    samen__delete(j->shells);
    samen__delete(j->arc);
    samen__parts_free(&j->parts);
    samen__rows_free(&j->kept.rows);
    samen__delete(j->kept.length);
    samen__delete(j->kept.origin);
}

/* ---- Doing it ----------------------------------------------------------------------------------- */

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__brandes_close(&s->brandes);
    samen__step_close(&s->steps);
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
    if (status == SAMEN_OK && j->kept.whole)
        status = samen__step_open(j->most_vertices, &j->stop, &s->steps, err);
    return status;
}

static const work_list *list_of(const job *j, int64_t task) {
    return &j->list[samen__list_with(&j->list->first_task, j->lists, sizeof *j->list, task)];
}

/* One batch of sources, side by side where lengths are steps; one by one otherwise, or where path counts are too
 * large. */
static void sweep(const job *j, const samen__shell *shell, scratch *s, const int32_t *source,
                  int32_t count) {
    double own[BATCH];
    for (int32_t i = 0; i < count; i++)
        own[i] = shell->own[source[i]];
    if (j->kept.whole &&
        samen__step_sweep(&shell->steps, &s->steps, source, own, count, s->score, s->arc))
        return;
    for (int32_t i = 0; i < count && !atomic_load(&j->stop); i++)
        samen__brandes_source(&shell->graph, &s->brandes, source[i], own[i], s->score, s->arc);
}

static samen_status do_sources(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    const work_list *list = list_of(j, task);
    const samen__shell *shell = list->shell;
    int64_t from = (task - list->first_task) * list->sources_per_task;
    int64_t to = from + list->sources_per_task;
    to = to < shell->sources ? to : shell->sources;
    (void)err;
    for (int64_t i = from; i < to && !atomic_load(&j->stop); i += BATCH)
        sweep(j, shell, block, shell->source + i, (int32_t)(to - i < BATCH ? to - i : BATCH));
    return SAMEN_OK;
}

/* Add what a task found, and leave its arrays zeroed for the next. */
static samen_status add_sums(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    const work_list *list = list_of(j, task);
    const samen__shell *shell = list->shell;
    scratch *s = block;
    (void)err;
    for (int32_t v = 0; v < shell->graph.vertices; v++) {
        list->score[v] += s->score[v];
        s->score[v] = 0;
    }
    for (int64_t a = 0; s->arc && a < shell->start[shell->graph.vertices]; a++) {
        j->arc[list->part->arc[shell->arc[a]]] += s->arc[a];
        s->arc[a] = 0;
    }
    return SAMEN_OK;
}

/* From the scores of shells to those of the whole graph's vertices, from kept arcs to all. In an undirected
 * graph outer vertices were swept from in one direction only, so its arcs get half of what both ways got. */
static void hand_over(const job *j, int directed, double *vertex, double *arc) {
    for (int64_t i = 0; i < j->lists; i++) {
        const work_list *list = &j->list[i];
        for (int32_t v = 0; v < list->shell->graph.vertices; v++)
            vertex[list->part->vertex[list->shell->vertex[v]]] += list->score[v];
    }
    const samen__rows *rows = &j->kept.rows;
    for (int64_t v = 0; arc && v < rows->vertices; v++) {
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            int64_t back = directed ? a : samen__rows_find(rows, rows->target[a], (int32_t)v);
            arc[j->kept.origin[a]] += (j->arc[a] + j->arc[back]) / 2;
        }
    }
}

samen_status samen__weighted_betweenness(const samen__rows *rows, const samen__rows *reverse,
                                         const double *length, const samen__ends *ends,
                                         double *vertex, double *arc, samen__run *run,
                                         samen_error *err) {
    job j = {0};
    int directed = reverse != NULL;
    samen__run first = samen__run_part(run, 0, 0.05), second = samen__run_part(run, 0.05, 0.1);
    samen__run third = samen__run_part(run, 0.1, 1);
    samen_status status = keep(rows, directed, length, ends, &j.kept, &first, err);
    if (status == SAMEN_OK && arc && !(j.arc = samen__new(j.kept.rows.arcs, sizeof *j.arc, err)))
        status = SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK)
        status = plan(&j, directed, ends, vertex, &second, err);
    samen__work work = {.what = "betweenness",
                        .tasks = j.tasks,
                        .context = &j,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = do_sources,
                        .merge = add_sums,
                        .stop = &j.stop};
    if (status == SAMEN_OK && j.tasks > 0)
        status = samen__parallel(&work, &third, err);
    if (status == SAMEN_OK)
        hand_over(&j, directed, vertex, arc);
    free_job(&j);
    return status;
}
