/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/islands.h"

#include "core/memory.h"
#include "core/sort.h"

/* Which part each organisation is of; parts are numbered in order of their first organisation. */
typedef struct parting {
    int32_t *part; /* -1: isolated */
    int64_t parts;
    int64_t *start; /* of the members, and afterwards of the edges, of each part */
    int32_t *local; /* of each organisation its place among the members of its part */
} parting;

static int32_t root(int32_t *parent, int32_t v) {
    while (parent[v] != v)
        v = parent[v] = parent[parent[v]];
    return v;
}

/* The lower one becomes the root, so that a root is the first of its component. */
static void join(int32_t *parent, int32_t a, int32_t b) {
    a = root(parent, a);
    b = root(parent, b);
    parent[a > b ? a : b] = a < b ? a : b;
}

static samen_status part_by_component(const samen__scene *scene, parting *p, samen_error *err) {
    int32_t *parent = samen__new_raw(scene->organisations, sizeof *parent, err);
    if (!parent)
        return SAMEN_ERR_MEMORY;
    for (int64_t v = 0; v < scene->organisations; v++)
        parent[v] = (int32_t)v;
    for (int64_t i = 0; i < scene->strokes; i++)
        join(parent, scene->stroke[i].low, scene->stroke[i].high);
    for (int32_t v = 0; v < scene->organisations; v++) {
        int32_t first = root(parent, v);
        p->part[v] = scene->partners[v] == 0 ? -1
                     : first == v            ? (int32_t)p->parts++
                                             : p->part[first];
    }
    samen__delete(parent);
    return SAMEN_OK;
}

static void part_by_group(const samen__scene *scene, parting *p) {
    p->parts = scene->groups.count + 1;
    for (int64_t v = 0; v < scene->organisations; v++) {
        int32_t group = scene->groups.of[v];
        p->part[v] = scene->partners[v] == 0 ? -1 : group < 0 ? scene->groups.count : group;
    }
}

static int by_members(const void *context, int64_t a, int64_t b) {
    const samen__island *island = context;
    return island[a].members > island[b].members ? -1 : island[a].members < island[b].members;
}

static samen_status gather_members(const samen__scene *scene, parting *p, samen__islands *islands,
                                   samen_error *err) {
    p->start = samen__new(p->parts + 1, sizeof *p->start, err);
    p->local = samen__new_raw(scene->organisations, sizeof *p->local, err);
    islands->member = samen__new_raw(scene->organisations, sizeof *islands->member, err);
    islands->island = samen__new(p->parts, sizeof *islands->island, err);
    if (!p->start || !p->local || !islands->member || !islands->island)
        return SAMEN_ERR_MEMORY;
    for (int64_t v = 0; v < scene->organisations; v++) {
        if (p->part[v] >= 0)
            p->start[p->part[v] + 1]++;
    }
    for (int64_t i = 0; i < p->parts; i++) {
        islands->island[i].member = islands->member + p->start[i];
        p->start[i + 1] += p->start[i];
    }
    for (int32_t v = 0; v < scene->organisations; v++) {
        if (p->part[v] < 0)
            continue;
        samen__island *island = &islands->island[p->part[v]];
        p->local[v] = (int32_t)island->members;
        islands->member[p->start[p->part[v]] + island->members++] = v;
    }
    islands->members = p->start[p->parts];
    return SAMEN_OK;
}

static int is_inner(const parting *p, const samen__stroke *s) {
    return s->slot == 0 && p->part[s->low] == p->part[s->high];
}

static samen_status gather_edges(const samen__scene *scene, parting *p, samen__islands *islands,
                                 samen_error *err) {
    for (int64_t i = 0; i < scene->strokes; i++) {
        if (is_inner(p, &scene->stroke[i]))
            islands->island[p->part[scene->stroke[i].low]].edges++;
    }
    p->start[0] = 0;
    for (int64_t i = 0; i < p->parts; i++)
        p->start[i + 1] = p->start[i] + islands->island[i].edges;
    islands->edge = samen__new_raw(p->start[p->parts], sizeof *islands->edge, err);
    if (!islands->edge)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; i < p->parts; i++)
        islands->island[i].edge = (const int32_t(*)[2])islands->edge + p->start[i];
    for (int64_t i = 0; i < scene->strokes; i++) {
        const samen__stroke *s = &scene->stroke[i];
        if (!is_inner(p, s))
            continue;
        int64_t at = p->start[p->part[s->low]]++;
        islands->edge[at][0] = p->local[s->low];
        islands->edge[at][1] = p->local[s->high];
    }
    return SAMEN_OK;
}

/* Largest first, and without those that have nobody. */
static samen_status order_islands(int64_t parts, samen__islands *islands, samen_error *err) {
    int64_t *order = samen__new_raw(parts, sizeof *order, err);
    samen__island *ordered = samen__new_raw(parts, sizeof *ordered, err);
    samen_status status = order && ordered
                              ? samen__sort(order, parts, by_members, islands->island, err)
                              : SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < parts; i++) {
        ordered[i] = islands->island[order[i]];
        islands->count += ordered[i].members > 0;
    }
    if (status == SAMEN_OK) {
        samen__delete(islands->island);
        islands->island = ordered;
        ordered = NULL;
    }
    samen__delete(ordered);
    samen__delete(order);
    return status;
}

samen_status samen__islands_make(const samen__scene *scene, int by_group, samen__islands *islands,
                                 samen_error *err) {
    parting p = {.part = samen__new_raw(scene->organisations, sizeof *p.part, err)};
    samen_status status = p.part ? SAMEN_OK : SAMEN_ERR_MEMORY;
    *islands = (samen__islands){0};
    if (status == SAMEN_OK && by_group)
        part_by_group(scene, &p);
    else if (status == SAMEN_OK)
        status = part_by_component(scene, &p, err);
    if (status == SAMEN_OK)
        status = gather_members(scene, &p, islands, err);
    if (status == SAMEN_OK)
        status = gather_edges(scene, &p, islands, err);
    if (status == SAMEN_OK)
        status = order_islands(p.parts, islands, err);
    samen__delete(p.part);
    samen__delete(p.start);
    samen__delete(p.local);
    return status;
}

void samen__islands_free(samen__islands *islands) {
    samen__delete(islands->island);
    samen__delete(islands->member);
    samen__delete(islands->edge);
    *islands = (samen__islands){0};
}
