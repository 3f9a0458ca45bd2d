/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All two-paths through a vertex, by labels, are products of how many neighbours of each label there
 * are; those that are closed by a tie from first to last, or come back to where they began, are taken off.
 * The closed ones are triangles, gone through corner by corner: each vertex counts its own.
 *
 * Based on: R. V. Gould and R. M. Fernandez, Sociological Methodology 19, 1989 (doi 10.2307/270949), for
 * the roles; kernels/triangles.h for the rest. */
#include "kernels/roles.h"

#include "core/memory.h"
#include "core/threads.h"
#include "kernels/portions.h"

samen_status samen__roles_open(const samen__rows *out_rows, const samen__rows *in_rows,
                               int32_t directed, const int32_t *label, int32_t labels,
                               samen__roles *r, samen_error *err) {
    *r = (samen__roles){.directed = directed, .labels = labels, .label = label};
    return samen__triangles_open(out_rows, in_rows, label, &r->triangles, err);
}

void samen__roles_close(samen__roles *roles) {
    samen__triangles_close(&roles->triangles);
    *roles = (samen__roles){0};
}

typedef struct counting {
    const samen__roles *roles;
    int64_t *count;
    atomic_int stop;
} counting;

typedef struct scratch {
    int32_t *mark;
    int64_t *found;
    int64_t *of_label; /* neighbours to which the vertex at hand has an arc */
} scratch;

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__delete(s->mark);
    samen__delete(s->found);
    samen__delete(s->of_label);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    const samen__roles *r = ((const counting *)context)->roles;
    scratch *s = samen__new(1, sizeof *s, err);
    if (!s)
        return SAMEN_ERR_MEMORY;
    *out = s;
    s->mark = samen__new(r->triangles.near.vertices, sizeof *s->mark, err);
    s->found = samen__new_raw(r->triangles.longest_ahead, sizeof *s->found, err);
    s->of_label = samen__new(r->labels, sizeof *s->of_label, err);
    return s->mark && s->found && s->of_label ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* All two-paths through v but those that come back to where they began. */
static void count_all(const samen__roles *r, int64_t v, int64_t *of_label, int64_t *count) {
    const samen__rows *near = &r->triangles.near;
    const uint8_t *way = r->triangles.way;
    int32_t own = r->label[v];
    int64_t first_same = 0, first_all = 0, last_same = 0, last_all = 0, alike = 0;
    for (int64_t a = near->start[v]; a < near->start[v + 1]; a++) {
        int32_t l = r->label[near->target[a]];
        int there = way[a] & SAMEN__THERE, back = way[a] >> 1;
        of_label[l] += there;
        last_all += there;
        first_all += back;
        last_same += there & (l == own);
        first_same += back & (l == own);
    }
    for (int64_t a = near->start[v]; a < near->start[v + 1]; a++) {
        int32_t l = r->label[near->target[a]];
        int back = way[a] >> 1, returns = back & way[a];
        alike += l != own && back ? of_label[l] - returns : 0;
        count[SAMEN__COORDINATOR] -= returns & (l == own);
        count[SAMEN__LIAISON] -= returns & (l != own);
    }
    for (int64_t a = near->start[v]; a < near->start[v + 1]; a++)
        of_label[r->label[near->target[a]]] = 0;
    int64_t first_other = first_all - first_same, last_other = last_all - last_same;
    count[SAMEN__COORDINATOR] += first_same * last_same;
    count[SAMEN__ITINERANT] = alike;
    count[SAMEN__REPRESENTATIVE] = first_same * last_other;
    count[SAMEN__GATEKEEPER] = first_other * last_same;
    count[SAMEN__LIAISON] += first_other * last_other - alike;
}

/* Closed two-paths with one end at x, by the label of the other end y. */
typedef struct ends {
    int64_t all, own, alike; /* y has any label, that of the middle, that of x */
} ends;

static inline void look(ends *e, int counts, int is_own, int is_alike) {
    e->all += counts;
    e->own += counts & is_own;
    e->alike += counts & is_alike;
}

/* The ties from x, at place i of v's row, to other neighbours: two-paths from x to y, and from y to x. */
static inline void meet_ends(const samen__roles *r, const scratch *s, int64_t v, int64_t i,
                             int64_t found, int directed, ends *from, ends *to) {
    const samen__triangles *t = &r->triangles;
    const uint8_t *way = t->way + t->near.start[v];
    int32_t own = r->label[v], lx = r->label[t->near.target[t->near.start[v] + i]];
    for (int64_t k = 0; k < found; k++) {
        int64_t tie = s->found[k];
        int32_t y = t->ahead.target[tie], ly = r->label[y];
        if (!directed) {
            look(from, 1, ly == own, ly == lx);
            continue;
        }
        int of_x = way[i], of_y = way[s->mark[y] - 1], between = t->ahead_way[tie];
        look(from, of_x >> 1 & of_y & between & 1, ly == own, ly == lx);
        look(to, of_y >> 1 & of_x & between >> 1 & 1, ly == own, ly == lx);
    }
    if (!directed)
        *to = *from;
}

/* Take off those that a tie from first to last closes. */
static void take_closed(const samen__roles *r, scratch *s, int64_t v, int64_t *count) {
    const samen__triangles *t = &r->triangles;
    int64_t degree = t->near.start[v + 1] - t->near.start[v];
    samen__mark_near(t, v, s->mark);
    for (int64_t i = 0; i < degree; i++) {
        int32_t x = t->near.target[t->near.start[v] + i];
        int64_t found = samen__closing(t, s->mark, x, s->found);
        ends from = {0}, to = {0};
        if (r->directed)
            meet_ends(r, s, v, i, found, 1, &from, &to);
        else
            meet_ends(r, s, v, i, found, 0, &from, &to);
        if (r->label[x] == r->label[v]) {
            count[SAMEN__COORDINATOR] -= from.own + to.own;
            count[SAMEN__REPRESENTATIVE] -= from.all - from.own;
            count[SAMEN__GATEKEEPER] -= to.all - to.own;
        } else {
            count[SAMEN__ITINERANT] -= from.alike + to.alike;
            count[SAMEN__GATEKEEPER] -= from.own;
            count[SAMEN__REPRESENTATIVE] -= to.own;
            count[SAMEN__LIAISON] -= from.all - from.own - from.alike;
            count[SAMEN__LIAISON] -= to.all - to.own - to.alike;
        }
    }
    samen__unmark_near(t, v, s->mark);
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

static samen_status count_some(void *context, void *block, int64_t task, samen_error *err) {
    counting *c = context;
    scratch *s = block;
    const samen__rows *near = &c->roles->triangles.near;
    samen__portion part = samen__portion_of(near, task);
    (void)err;
    for (int64_t v = part.first; v < part.end && !atomic_load(&c->stop); v++) {
        int64_t *count = c->count + v * SAMEN__ROLES;
        for (int role = 0; role < SAMEN__ROLES; role++)
            count[role] = 0;
        if (near->start[v + 1] - near->start[v] < 2)
            continue;
        count_all(c->roles, v, s->of_label, count);
        take_closed(c->roles, s, v, count);
        settle(c->roles, count);
    }
    return SAMEN_OK;
}

samen_status samen__roles_count(const samen__roles *roles, int64_t *count, samen__run *run,
                                samen_error *err) {
    counting c = {.roles = roles, .count = count};
    samen__work work = {.what = "two-paths by group",
                        .tasks = samen__portions(&roles->triangles.near),
                        .context = &c,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = count_some,
                        .stop = &c.stop};
    return samen__parallel(&work, run, err);
}
