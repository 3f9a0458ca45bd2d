/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All two-paths through a vertex, by labels, are products of how many neighbours of each label there
 * are; closed ones are listed once and taken off for each labelling. A labelling so costs one pass over
 * the arcs and one over the closed two-paths, whatever the degrees.
 *
 * Based on: R. V. Gould and R. M. Fernandez, Sociological Methodology 19, 1989 (doi 10.2307/270949), for
 * the roles; N. Chiba and T. Nishizeki, SIAM Journal on Computing 14(1), 1985 (doi 10.1137/0214017), for
 * listing triangles from vertices of low degree to those of high degree. */
#include "kernels/roles.h"

#include <string.h>

#include "core/memory.h"
#include "core/random.h"
#include "core/threads.h"

enum { VERTICES_PER_TASK = 256, DRAWS_PER_TASK = 4, PURPOSE = 3 };

/* ---- Listing closed two-paths ------------------------------------------------------------------ */

typedef struct listing {
    samen__roles *roles;
    const samen__rows *ahead; /* undirected: each edge once, towards the higher degree */
    int32_t fill;             /* second pass: write them down; first pass: count them */
} listing;

static samen_status open_marks(void *context, void **out, samen_error *err) {
    *out = samen__new(((const listing *)context)->roles->out_rows->vertices, 1, err);
    return *out ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static void close_marks(void *context, void *block) {
    (void)context;
    samen__delete(block);
}

static int takes_part(const samen__roles *r, int32_t v) {
    return r->label[v] >= 0;
}

/* The closed two-paths through v (directed: v in the middle; undirected: v the corner of lowest
 * degree); they are written down from place `at` on in the second pass. Returns how many there are. */
static int64_t list_through(const listing *l, uint8_t *mark, int32_t v, int64_t at) {
    const samen__roles *r = l->roles;
    const samen__rows *ends = l->ahead ? l->ahead : r->out_rows;
    const samen__rows *begins = l->ahead ? l->ahead : r->in_rows;
    int64_t found = 0;
    for (int64_t a = ends->start[v]; a < ends->start[v + 1]; a++)
        mark[ends->target[a]] = (uint8_t)takes_part(r, ends->target[a]);
    for (int64_t a = begins->start[v]; a < begins->start[v + 1]; a++) {
        int32_t first = begins->target[a];
        if (!takes_part(r, first))
            continue;
        for (int64_t b = ends->start[first]; b < ends->start[first + 1]; b++) {
            if (!mark[ends->target[b]])
                continue;
            if (l->fill) {
                r->closed_first[at + found] = first;
                r->closed_last[at + found] = ends->target[b];
            }
            found++;
        }
    }
    for (int64_t a = ends->start[v]; a < ends->start[v + 1]; a++)
        mark[ends->target[a]] = 0;
    return found;
}

static samen_status list_some(void *context, void *block, int64_t task, samen_error *err) {
    const listing *l = context;
    samen__roles *r = l->roles;
    int64_t from = task * VERTICES_PER_TASK, to = from + VERTICES_PER_TASK;
    (void)err;
    for (int64_t v = from; v < to && v < r->out_rows->vertices; v++) {
        int64_t at = l->fill ? r->closed_start[v] : 0;
        int64_t found = takes_part(r, (int32_t)v) ? list_through(l, block, (int32_t)v, at) : 0;
        if (!l->fill)
            r->closed_start[v + 1] = found;
    }
    return SAMEN_OK;
}

/* Each edge of an undirected graph once, from the lower degree to the higher. */
static samen_status orient(const samen__rows *rows, samen__rows *ahead, samen_error *err) {
    samen_status status = samen__rows_new(rows->vertices, rows->arcs / 2, ahead, err);
    int64_t at = 0;
    for (int64_t v = 0; status == SAMEN_OK && v < rows->vertices; v++) {
        int64_t degree = rows->start[v + 1] - rows->start[v];
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            int32_t w = rows->target[a];
            int64_t other = rows->start[w + 1] - rows->start[w];
            if (degree < other || (degree == other && v < w))
                ahead->target[at++] = w;
        }
        ahead->start[v + 1] = at;
    }
    return status;
}

samen_status samen__roles_open(const samen__rows *out_rows, const samen__rows *in_rows,
                               int32_t directed, const int32_t *label, int32_t labels,
                               samen__roles *r, samen__run *run, samen_error *err) {
    int64_t n = out_rows->vertices;
    *r = (samen__roles){.out_rows = out_rows,
                        .in_rows = in_rows,
                        .directed = directed,
                        .labels = labels,
                        .label = label};
    samen__rows ahead = {0};
    listing l = {.roles = r, .ahead = directed ? NULL : &ahead};
    samen__work work = {.what = "closed two-paths",
                        .tasks = (n + VERTICES_PER_TASK - 1) / VERTICES_PER_TASK,
                        .context = &l,
                        .open = open_marks,
                        .close = close_marks,
                        .task = list_some};
    r->closed_start = samen__new(n + 1, sizeof *r->closed_start, err);
    samen_status status = r->closed_start ? SAMEN_OK : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK && !directed)
        status = orient(out_rows, &ahead, err);
    samen__run first = samen__run_part(run, 0, 0.5), second = samen__run_part(run, 0.5, 1);
    if (status == SAMEN_OK)
        status = samen__parallel(&work, &first, err);
    for (int64_t v = 0; status == SAMEN_OK && v < n; v++)
        r->closed_start[v + 1] += r->closed_start[v];
    if (status == SAMEN_OK) {
        r->closed_first = samen__new_raw(r->closed_start[n], sizeof *r->closed_first, err);
        r->closed_last = samen__new_raw(r->closed_start[n], sizeof *r->closed_last, err);
        status = r->closed_first && r->closed_last ? SAMEN_OK : SAMEN_ERR_MEMORY;
    }
    l.fill = 1;
    if (status == SAMEN_OK)
        status = samen__parallel(&work, &second, err);
    samen__rows_free(&ahead);
    return status;
}

void samen__roles_close(samen__roles *roles) {
    samen__delete(roles->closed_start);
    samen__delete(roles->closed_first);
    samen__delete(roles->closed_last);
    *roles = (samen__roles){0};
}

/* ---- Counting under one labelling -------------------------------------------------------------- */

static int role_of(int32_t first, int32_t middle, int32_t last) {
    if (first == middle)
        return last == middle ? SAMEN__COORDINATOR : SAMEN__REPRESENTATIVE;
    if (last == middle)
        return SAMEN__GATEKEEPER;
    return first == last ? SAMEN__ITINERANT : SAMEN__LIAISON;
}

/* All two-paths through v, closed ones and those that come back to where they began included. */
static void count_all(const samen__roles *r, const int32_t *label, int32_t v, int64_t *of_label,
                      int64_t *count) {
    const samen__rows *in = r->in_rows, *out = r->out_rows;
    int64_t first_same = 0, first_all = 0, last_same = 0, last_all = 0, alike = 0;
    for (int64_t a = out->start[v]; a < out->start[v + 1]; a++) {
        int32_t l = label[out->target[a]];
        if (l < 0)
            continue;
        of_label[l]++;
        last_all++;
        last_same += l == label[v];
    }
    for (int64_t a = in->start[v]; a < in->start[v + 1]; a++) {
        int32_t l = label[in->target[a]];
        if (l < 0)
            continue;
        first_all++;
        first_same += l == label[v];
        alike += l == label[v] ? 0 : of_label[l];
    }
    for (int64_t a = out->start[v]; a < out->start[v + 1]; a++) {
        if (label[out->target[a]] >= 0)
            of_label[label[out->target[a]]] = 0;
    }
    int64_t first_other = first_all - first_same, last_other = last_all - last_same;
    count[SAMEN__COORDINATOR] = first_same * last_same;
    count[SAMEN__ITINERANT] = alike;
    count[SAMEN__REPRESENTATIVE] = first_same * last_other;
    count[SAMEN__GATEKEEPER] = first_other * last_same;
    count[SAMEN__LIAISON] = first_other * last_other - alike;
}

/* Take off the two-paths that come back to where they began: one for each mutual tie of v. */
static void take_returns(const samen__roles *r, const int32_t *label, int32_t v, int64_t *count) {
    const samen__rows *in = r->in_rows, *out = r->out_rows;
    int64_t i = in->start[v], o = out->start[v];
    while (i < in->start[v + 1] && o < out->start[v + 1]) {
        int32_t x = in->target[i], y = out->target[o];
        if (x == y && label[x] >= 0)
            count[label[x] == label[v] ? SAMEN__COORDINATOR : SAMEN__ITINERANT]--;
        i += x <= y;
        o += y <= x;
    }
}

static void take_closed(const samen__roles *r, const int32_t *label, int32_t v, int64_t *count) {
    for (int64_t c = r->closed_start[v]; c < r->closed_start[v + 1]; c++) {
        int32_t x = r->closed_first[c], y = r->closed_last[c];
        int32_t lx = label[x], lv = label[v], ly = label[y];
        if (r->directed) {
            count[(int64_t)v * SAMEN__ROLES + role_of(lx, lv, ly)]--;
            continue;
        }
        /* A triangle closes the pair of its other two corners for each corner, both ways. */
        int64_t *at_v = count + (int64_t)v * SAMEN__ROLES;
        int64_t *at_x = count + (int64_t)x * SAMEN__ROLES;
        int64_t *at_y = count + (int64_t)y * SAMEN__ROLES;
        at_v[role_of(lx, lv, ly)]--;
        at_v[role_of(ly, lv, lx)]--;
        at_x[role_of(lv, lx, ly)]--;
        at_x[role_of(ly, lx, lv)]--;
        at_y[role_of(lv, ly, lx)]--;
        at_y[role_of(lx, ly, lv)]--;
    }
}

/* From ordered two-paths to what is reported. */
static void settle(const samen__roles *r, int64_t *count) {
    if (!r->directed) {
        count[SAMEN__COORDINATOR] /= 2;
        count[SAMEN__ITINERANT] /= 2;
        count[SAMEN__LIAISON] /= 2;
    }
    count[SAMEN__TOTAL] = count[SAMEN__COORDINATOR] + count[SAMEN__ITINERANT] +
                          count[SAMEN__REPRESENTATIVE] + count[SAMEN__LIAISON];
    if (r->directed)
        count[SAMEN__TOTAL] += count[SAMEN__GATEKEEPER];
}

/* of_label has a place for every label, all 0, and is 0 again afterwards. */
static void count_labelling(const samen__roles *r, const int32_t *label, int64_t *of_label,
                            int64_t *count) {
    int64_t n = r->out_rows->vertices;
    memset(count, 0, (size_t)n * SAMEN__ROLES * sizeof *count);
    for (int64_t v = 0; v < n; v++) {
        if (label[v] < 0)
            continue;
        count_all(r, label, (int32_t)v, of_label, count + v * SAMEN__ROLES);
        take_returns(r, label, (int32_t)v, count + v * SAMEN__ROLES);
    }
    for (int64_t v = 0; v < n; v++)
        take_closed(r, label, (int32_t)v, count);
    for (int64_t v = 0; v < n; v++)
        settle(r, count + v * SAMEN__ROLES);
}

samen_status samen__roles_count(const samen__roles *roles, int64_t *count, samen_error *err) {
    int64_t *of_label = samen__new(roles->labels, sizeof *of_label, err);
    if (!of_label)
        return SAMEN_ERR_MEMORY;
    count_labelling(roles, roles->label, of_label, count);
    samen__delete(of_label);
    return SAMEN_OK;
}

/* ---- Shuffled labels --------------------------------------------------------------------------- */

typedef struct shuffling {
    const samen__roles *roles;
    const int64_t *observed;
    int64_t sum[SAMEN__ROLES]; /* of the observed counts */
    int64_t draws;
    int64_t *more, *fewer;
    uint64_t seed;
} shuffling;

typedef struct scratch {
    int32_t *pool;  /* the labels that are given out */
    int32_t *label; /* of each vertex, shuffled */
    int64_t *of_label;
    int64_t *count;
    int64_t *more, *fewer;
} scratch;

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__delete(s->pool);
    samen__delete(s->label);
    samen__delete(s->of_label);
    samen__delete(s->count);
    samen__delete(s->more);
    samen__delete(s->fewer);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    const samen__roles *r = ((const shuffling *)context)->roles;
    int64_t n = r->out_rows->vertices, counts = (n + 1) * SAMEN__ROLES;
    scratch *s = samen__new(1, sizeof *s, err);
    if (!s)
        return SAMEN_ERR_MEMORY;
    *out = s;
    s->pool = samen__new_raw(n, sizeof *s->pool, err);
    s->label = samen__new_raw(n, sizeof *s->label, err);
    s->of_label = samen__new(r->labels, sizeof *s->of_label, err);
    s->count = samen__new_raw(counts, sizeof *s->count, err);
    s->more = samen__new(counts, sizeof *s->more, err);
    s->fewer = samen__new(counts, sizeof *s->fewer, err);
    int complete = s->pool && s->label && s->of_label && s->count && s->more && s->fewer;
    return complete ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static void shuffle(const shuffling *sh, scratch *s, int64_t number) {
    const samen__roles *r = sh->roles;
    int64_t n = r->out_rows->vertices, pooled = 0;
    samen__random random = samen__random_start(sh->seed, PURPOSE, (uint64_t)number);
    for (int64_t v = 0; v < n; v++) {
        if (r->label[v] >= 0)
            s->pool[pooled++] = r->label[v];
    }
    samen__random_shuffle(&random, s->pool, pooled);
    for (int64_t v = n - 1; v >= 0; v--)
        s->label[v] = r->label[v] < 0 ? -1 : s->pool[--pooled];
}

static samen_status do_draws(void *context, void *block, int64_t task, samen_error *err) {
    const shuffling *sh = context;
    scratch *s = block;
    int64_t counts = sh->roles->out_rows->vertices * SAMEN__ROLES;
    int64_t from = task * DRAWS_PER_TASK, to = from + DRAWS_PER_TASK;
    (void)err;
    for (int64_t number = from; number < to && number < sh->draws; number++) {
        int64_t sum[SAMEN__ROLES] = {0};
        shuffle(sh, s, number);
        count_labelling(sh->roles, s->label, s->of_label, s->count);
        for (int64_t i = 0; i < counts; i++) {
            s->more[i] += s->count[i] >= sh->observed[i];
            s->fewer[i] += s->count[i] <= sh->observed[i];
            sum[i % SAMEN__ROLES] += s->count[i];
        }
        for (int role = 0; role < SAMEN__ROLES; role++) {
            s->more[counts + role] += sum[role] >= sh->sum[role];
            s->fewer[counts + role] += sum[role] <= sh->sum[role];
        }
    }
    return SAMEN_OK;
}

static samen_status add_draws(void *context, void *block, int64_t task, samen_error *err) {
    const shuffling *sh = context;
    scratch *s = block;
    int64_t counts = (sh->roles->out_rows->vertices + 1) * SAMEN__ROLES;
    (void)task;
    (void)err;
    for (int64_t i = 0; i < counts; i++) {
        sh->more[i] += s->more[i];
        sh->fewer[i] += s->fewer[i];
        s->more[i] = s->fewer[i] = 0;
    }
    return SAMEN_OK;
}

samen_status samen__roles_permute(const samen__roles *roles, const int64_t *observed, int64_t draws,
                                  int64_t *more, int64_t *fewer, samen__run *run,
                                  samen_error *err) {
    shuffling sh = {.roles = roles,
                    .observed = observed,
                    .draws = draws,
                    .more = more,
                    .fewer = fewer,
                    .seed = run->seed};
    for (int64_t i = 0; i < roles->out_rows->vertices * SAMEN__ROLES; i++)
        sh.sum[i % SAMEN__ROLES] += observed[i];
    samen__work work = {.what = "shuffling labels",
                        .tasks = (draws + DRAWS_PER_TASK - 1) / DRAWS_PER_TASK,
                        .context = &sh,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = do_draws,
                        .merge = add_draws};
    return samen__parallel(&work, run, err);
}
