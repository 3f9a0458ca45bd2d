/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/communities.h"

#include "core/memory.h"

enum { MOST_ROUNDS = 64 };

/* A graph whose vertices are the communities of the level before, at first those of the graph itself. */
typedef struct level {
    samen__rows rows;
    double *inside;     /* of each vertex, edges within it, counted from both ends */
    double *degree;     /* edges that it is an end of, those within counted from both */
    double whole;       /* sum of all degrees */
    int32_t *community; /* of each vertex */
    double *total;      /* degrees of the members of each community */
    double *toward;     /* edges from the vertex at hand to each community; 0 where it has none */
    int32_t *near;      /* the communities that it has edges to */
} level;

static void free_level(level *l) {
    samen__rows_free(&l->rows);
    samen__delete(l->inside);
    samen__delete(l->degree);
    samen__delete(l->community);
    samen__delete(l->total);
    samen__delete(l->toward);
    samen__delete(l->near);
    *l = (level){0};
}

/* Room for a level; its rows are filled by the caller. */
static samen_status new_level(int64_t vertices, int64_t arcs, level *l, samen_error *err) {
    *l = (level){0};
    samen_status status = samen__rows_new(vertices, arcs, &l->rows, err);
    l->inside = samen__new(vertices, sizeof *l->inside, err);
    l->degree = samen__new(vertices, sizeof *l->degree, err);
    l->community = samen__new_raw(vertices, sizeof *l->community, err);
    l->total = samen__new_raw(vertices, sizeof *l->total, err);
    l->toward = samen__new(vertices, sizeof *l->toward, err);
    l->near = samen__new_raw(vertices, sizeof *l->near, err);
    return status == SAMEN_OK && l->inside && l->degree && l->community && l->total && l->toward &&
                   l->near
               ? SAMEN_OK
               : SAMEN_ERR_MEMORY;
}

/* Each vertex by itself. */
static void start_level(level *l) {
    for (int64_t v = 0; v < l->rows.vertices; v++) {
        l->degree[v] = l->inside[v];
        for (int64_t a = l->rows.start[v]; a < l->rows.start[v + 1]; a++)
            l->degree[v] += l->rows.weight[a];
        l->community[v] = (int32_t)v;
        l->total[v] = l->degree[v];
        l->whole += l->degree[v];
    }
}

/* Edges from a vertex to each community near it. Returns how many there are; its own is among them. */
static int32_t look_around(level *l, int64_t v) {
    int32_t count = 0;
    l->near[count++] = l->community[v];
    for (int64_t a = l->rows.start[v]; a < l->rows.start[v + 1]; a++) {
        int32_t c = l->community[l->rows.target[a]];
        if (l->toward[c] == 0 && c != l->community[v])
            l->near[count++] = c;
        l->toward[c] += l->rows.weight[a];
    }
    return count;
}

/* Put a vertex into the community near it where it has the most edges beyond chance; it stays where none has more.
 * All numbers are whole, so that what is more is so exactly, and modularity rises with every move. */
static int move(level *l, int64_t v) {
    int32_t own = l->community[v], best = own, count = look_around(l, v);
    double most = 0;
    l->total[own] -= l->degree[v];
    for (int32_t i = 0; i < count; i++) {
        int32_t c = l->near[i];
        double gain = l->toward[c] * l->whole - l->total[c] * l->degree[v];
        if (c == own || gain > most || (gain == most && best != own && c < best)) {
            most = gain;
            best = c;
        }
        l->toward[c] = 0;
    }
    l->total[best] += l->degree[v];
    l->community[v] = best;
    return best != own;
}

static samen_status move_all(level *l, samen__run *run, samen_error *err) {
    int64_t moved = 1;
    for (int32_t round = 0; moved > 0 && round < MOST_ROUNDS; round++) {
        moved = 0;
        for (int64_t v = 0; v < l->rows.vertices; v++) {
            moved += move(l, v);
            if (samen__run_step(run, 1 + l->rows.start[v + 1] - l->rows.start[v], "communities",
                                err) != SAMEN_OK)
                return SAMEN_ERR_CANCELLED;
        }
    }
    return SAMEN_OK;
}

/* Communities numbered by their first vertex. Returns how many there are. */
static int32_t number(level *l) {
    int32_t count = 0;
    for (int64_t v = 0; v < l->rows.vertices; v++)
        l->near[v] = -1;
    for (int64_t v = 0; v < l->rows.vertices; v++) {
        int32_t *own = &l->near[l->community[v]];
        if (*own < 0)
            *own = count++;
        l->community[v] = *own;
    }
    return count;
}

/* Vertices in the order of their communities: those of community c are from end[c - 1] to end[c]. */
static samen_status list_members(const level *l, int32_t count, int64_t **end, int32_t **member,
                                 samen_error *err) {
    *end = samen__new(count + 1, sizeof **end, err);
    *member = samen__new_raw(l->rows.vertices, sizeof **member, err);
    if (!*end || !*member)
        return SAMEN_ERR_MEMORY;
    for (int64_t v = 0; v < l->rows.vertices; v++)
        (*end)[l->community[v] + 1]++;
    for (int32_t c = 0; c < count; c++)
        (*end)[c + 1] += (*end)[c];
    for (int64_t v = 0; v < l->rows.vertices; v++)
        (*member)[(*end)[l->community[v]]++] = (int32_t)v;
    return SAMEN_OK;
}

/* The graph of the communities. Its rows are not in ascending order, which is not needed here. */
static samen_status join_members(level *l, int32_t count, level *next, samen_error *err) {
    int64_t *end = NULL, arcs = 0;
    int32_t *member = NULL;
    samen_status status = new_level(count, l->rows.arcs, next, err);
    if (status == SAMEN_OK)
        status = list_members(l, count, &end, &member, err);
    for (int32_t c = 0; status == SAMEN_OK && c < count; c++) {
        int64_t from = arcs;
        for (int64_t i = c > 0 ? end[c - 1] : 0; i < end[c]; i++) {
            int64_t v = member[i];
            next->inside[c] += l->inside[v];
            for (int64_t a = l->rows.start[v]; a < l->rows.start[v + 1]; a++) {
                int32_t other = l->community[l->rows.target[a]];
                if (other == c) {
                    next->inside[c] += l->rows.weight[a];
                    continue;
                }
                if (next->toward[other] == 0)
                    next->rows.target[arcs++] = other;
                next->toward[other] += l->rows.weight[a];
            }
        }
        for (int64_t a = from; a < arcs; a++) {
            next->rows.weight[a] = next->toward[next->rows.target[a]];
            next->toward[next->rows.target[a]] = 0;
        }
        next->rows.start[c + 1] = arcs;
    }
    next->rows.arcs = arcs;
    samen__delete(end);
    samen__delete(member);
    return status;
}

static samen_status first_level(const samen__rows *rows, level *l, samen_error *err) {
    samen_status status = new_level(rows->vertices, rows->arcs, l, err);
    for (int64_t v = 0; status == SAMEN_OK && v <= rows->vertices; v++)
        l->rows.start[v] = rows->start[v];
    for (int64_t a = 0; status == SAMEN_OK && a < rows->arcs; a++) {
        l->rows.target[a] = rows->target[a];
        l->rows.weight[a] = 1;
    }
    return status;
}

samen_status samen__communities(const samen__rows *rows, int32_t *large, int32_t *small,
                                samen__run *run, samen_error *err) {
    level now = {0}, next = {0};
    samen_status status = first_level(rows, &now, err);
    for (int64_t v = 0; v < rows->vertices; v++)
        large[v] = (int32_t)v;
    for (int32_t depth = 0, count = -1; status == SAMEN_OK && count != now.rows.vertices; depth++) {
        start_level(&now);
        status = move_all(&now, run, err);
        count = status == SAMEN_OK ? number(&now) : 0;
        for (int64_t v = 0; status == SAMEN_OK && v < rows->vertices; v++) {
            large[v] = now.community[large[v]];
            if (depth == 0)
                small[v] = large[v];
        }
        if (status == SAMEN_OK && count < now.rows.vertices) {
            status = join_members(&now, count, &next, err);
            free_level(&now);
            now = next;
            next = (level){0};
            count = -1;
        }
    }
    free_level(&now);
    return status;
}
