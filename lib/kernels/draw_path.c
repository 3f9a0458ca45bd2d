/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Without lengths the search goes breadth first from both ends, on the side whose next level takes fewer arcs,
 * until the two meet. They meet in one level of each side: had a vertex of a lower level of one side been met, its
 * predecessor on the other would have been met before. Every shortest path has one vertex in that level, so one is
 * drawn by the number of paths over it, and from there the way back to either end by the number of paths over each
 * predecessor. Counts matter relative to others of their level only, so each level may have its own unit and
 * none overflows. With lengths the search goes from the source until the target is settled.
 *
 * Based on: M. Borassi and E. Natale, KADABRA is an adaptive algorithm for betweenness via random approximation,
 * ACM JEA 24, 2019 (doi 10.1145/3284359).
 * Complexity: about the square root of the arcs on graphs with short paths, all of them at worst. */
#include "kernels/draw_path.h"

#include "core/memory.h"

#define LARGE 1e200

static samen_status open_side(int32_t vertices, samen__path_side *side, samen_error *err) {
    side->level = samen__new(vertices, sizeof *side->level, err);
    side->paths = samen__new_raw(vertices, sizeof *side->paths, err);
    side->reached = samen__new_raw(vertices, sizeof *side->reached, err);
    return side->level && side->paths && side->reached ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

samen_status samen__path_open(int32_t vertices, int has_length, samen__path_scratch *s,
                              samen_error *err) {
    *s = (samen__path_scratch){.path = samen__new_raw(vertices, sizeof *s->path, err)};
    samen_status status = s->path ? SAMEN_OK : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK && has_length)
        status = samen__brandes_open(vertices, &s->brandes, err);
    for (int i = 0; i < 2 && status == SAMEN_OK && !has_length; i++)
        status = open_side(vertices, &s->side[i], err);
    if (status != SAMEN_OK)
        samen__path_close(s);
    return status;
}

void samen__path_close(samen__path_scratch *s) {
    for (int i = 0; i < 2; i++) {
        samen__delete(s->side[i].level);
        samen__delete(s->side[i].paths);
        samen__delete(s->side[i].reached);
    }
    samen__brandes_close(&s->brandes);
    samen__delete(s->path);
    *s = (samen__path_scratch){0};
}

/* Evenly from 0 up to 1, without it. */
static double fraction(samen__random *random) {
    uint64_t high = samen__random_next(random) >> 5, low = samen__random_next(random) >> 6;
    return (double)(high << 26 | low) * 0x1p-53;
}

/* ---- Without lengths ---------------------------------------------------------------------------- */

static int64_t degree(const samen__rows *rows, int32_t v) {
    return rows->start[v + 1] - rows->start[v];
}

static void start_side(const samen__rows *rows, samen__path_side *side, int32_t v) {
    side->level[v] = 1;
    side->paths[v] = 1;
    side->reached[0] = v;
    side->from = 0;
    side->to = 1;
    side->arcs = degree(rows, v);
}

/* Keep the counts of the last level in range. */
static void scale_level(samen__path_side *side) {
    double most = 0;
    for (int64_t i = side->from; i < side->to; i++)
        most = side->paths[side->reached[i]] > most ? side->paths[side->reached[i]] : most;
    for (int64_t i = side->from; most > LARGE && i < side->to; i++)
        side->paths[side->reached[i]] /= LARGE;
}

/* Go one level on; returns whether the other side was met. */
static int go_on(const samen__rows *rows, samen__path_side *side, const samen__path_side *other) {
    int64_t end = side->to;
    int met = 0;
    side->arcs = 0;
    for (int64_t i = side->from; i < end; i++) {
        int32_t v = side->reached[i], next = side->level[v] + 1;
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            int32_t w = rows->target[a];
            if (side->level[w] == 0) {
                side->level[w] = next;
                side->paths[w] = side->paths[v];
                side->reached[side->to++] = w;
                side->arcs += degree(rows, w);
                met |= other->level[w] != 0;
            } else if (side->level[w] == next) {
                side->paths[w] += side->paths[v];
            }
        }
    }
    side->from = end;
    scale_level(side);
    return met;
}

/* Where the path crosses from the last level of one side to that of the other. */
static int32_t draw_crossing(const samen__path_side *side, const samen__path_side *other,
                             samen__random *random) {
    double total = 0, most = 0;
    int32_t crossing = -1;
    for (int64_t i = side->from; i < side->to; i++) {
        int32_t v = side->reached[i];
        if (other->level[v] != 0 && other->paths[v] > most)
            most = other->paths[v];
    }
    for (int64_t i = side->from; i < side->to; i++) {
        int32_t v = side->reached[i];
        if (other->level[v] != 0)
            total += side->paths[v] * (other->paths[v] / most);
    }
    double left = fraction(random) * total;
    for (int64_t i = side->from; i < side->to && left >= 0; i++) {
        int32_t v = side->reached[i];
        if (other->level[v] == 0)
            continue;
        crossing = v;
        left -= side->paths[v] * (other->paths[v] / most);
    }
    return crossing;
}

/* The way from a vertex back to the end of a side; `back` are the rows that lead there. */
static void draw_back(const samen__rows *back, const samen__path_side *side, int32_t v,
                      samen__path_scratch *s, samen__random *random) {
    for (int32_t level = side->level[v] - 1; level > 1; level--) {
        double total = 0;
        for (int64_t a = back->start[v]; a < back->start[v + 1]; a++)
            total += side->level[back->target[a]] == level ? side->paths[back->target[a]] : 0;
        double left = fraction(random) * total;
        int32_t next = -1;
        for (int64_t a = back->start[v]; a < back->start[v + 1] && left >= 0; a++) {
            if (side->level[back->target[a]] != level)
                continue;
            next = back->target[a];
            left -= side->paths[next];
        }
        v = next;
        s->path[s->between++] = v;
    }
}

static void forget_side(samen__path_side *side) {
    for (int64_t i = 0; i < side->to; i++)
        side->level[side->reached[i]] = 0;
}

static void draw_by_steps(const samen__path_graph *g, samen__path_scratch *s, int32_t source,
                          int32_t target, samen__random *random) {
    const samen__rows *rows[2] = {g->out, g->in};
    samen__path_side *side = s->side;
    start_side(rows[0], &side[0], source);
    start_side(rows[1], &side[1], target);
    for (int met = 0; !met && side[0].from < side[0].to && side[1].from < side[1].to;) {
        int less = side[1].arcs < side[0].arcs;
        met = go_on(rows[less], &side[less], &side[1 - less]);
        if (!met)
            continue;
        int32_t crossing = draw_crossing(&side[less], &side[1 - less], random);
        if (crossing != source && crossing != target)
            s->path[s->between++] = crossing;
        draw_back(rows[1], &side[0], crossing, s, random);
        draw_back(rows[0], &side[1], crossing, s, random);
    }
    forget_side(&side[0]);
    forget_side(&side[1]);
}

/* ---- With lengths ------------------------------------------------------------------------------- */

static void draw_by_length(const samen__path_graph *g, samen__path_scratch *s, int32_t source,
                           int32_t target, samen__random *random) {
    const samen__brandes_graph out = {.vertices = (int32_t)g->out->vertices,
                                      .start = g->out->start,
                                      .target = g->out->target,
                                      .length = g->out_length};
    const samen__rows *back = g->in;
    int found = samen__brandes_to(&out, &s->brandes, source, target);
    for (int32_t v = target; found && v != source;) {
        long double total = 0;
        for (int64_t a = back->start[v]; a < back->start[v + 1]; a++)
            total += samen__brandes_over(&s->brandes, back->target[a], v, g->in_length[a]);
        long double left = (long double)fraction(random) * total;
        int32_t next = -1;
        for (int64_t a = back->start[v]; a < back->start[v + 1] && left >= 0; a++) {
            long double over =
                samen__brandes_over(&s->brandes, back->target[a], v, g->in_length[a]);
            next = over > 0 ? back->target[a] : next;
            left -= over;
        }
        v = next;
        if (v != source)
            s->path[s->between++] = v;
    }
    samen__brandes_forget(&s->brandes);
}

void samen__path_draw(const samen__path_graph *g, samen__path_scratch *s, int32_t source,
                      int32_t target, samen__random *random) {
    s->between = 0;
    if (g->out_length)
        draw_by_length(g, s, source, target, random);
    else
        draw_by_steps(g, s, source, target, random);
}
