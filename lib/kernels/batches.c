/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sweep visits a vertex once for every turn at which some lane comes to it, so lanes should come
 * together. Two sources do at all vertices that lie equally far from both, and also where one is
 * farther by so many steps, if it sets out so many turns earlier: behind a bridge, a long path or
 * anything else that is narrow, that is everywhere.
 *
 * How far sources are from some landmarks, spread over the graph, tells where they would come
 * together. Batches are made one by one: of the sources near the first that is left, those that
 * come together with it at the most landmarks.
 *
 * Based on: H. Liu, H. H. Huang and Y. Hu, iBFS: concurrent breadth-first search on GPUs, SIGMOD
 * 2016 (doi 10.1145/2882903.2882959), for choosing sources that share what they visit. */
#include "kernels/batches.h"

#include <string.h>

#include "core/memory.h"

enum {
    LANES = SAMEN__LANES,
    LANDMARKS = 16,
    CANDIDATES = 48,
    MOST_SEARCHED = 1024,        /* vertices around the first source of a batch */
    MOST_AHEAD = 30,             /* turns between two sources of a batch */
    FEW_SOURCES = 8 * LANDMARKS, /* for which landmarks would cost more than they save */
    FAR = INT16_MAX              /* also: not to be reached */
};

typedef struct arrangement {
    const samen__lane_graph *g;
    int16_t *steps; /* [vertex * LANDMARKS + landmark]: from the vertex to the landmark */
    int32_t *queue; /* vertices met by a search */
    int32_t *met;   /* of each vertex, the last search that met it, from 1 */
    uint8_t *left;  /* of each vertex: a source that is in no batch yet */
} arrangement;

/* Breadth first, against the direction of arcs. */
static void measure(arrangement *a, int32_t landmark, int32_t root) {
    const samen__lane_graph *g = a->g;
    int32_t count = 1;
    int16_t *steps = a->steps + landmark;
    a->queue[0] = root;
    steps[(int64_t)root * LANDMARKS] = 0;
    for (int32_t head = 0; head < count; head++) {
        int32_t v = a->queue[head];
        int16_t next = steps[(int64_t)v * LANDMARKS];
        next = (int16_t)(next + (next < FAR - 1));
        for (int64_t i = g->vertex[v].in; i < g->vertex[v + 1].in; i++) {
            int16_t *there = &steps[(int64_t)g->source[i] * LANDMARKS];
            if (*there == FAR) {
                *there = next;
                a->queue[count++] = g->source[i];
            }
        }
    }
}

static void measure_all(arrangement *a) {
    int64_t n = a->g->vertices;
    for (int64_t i = 0; i < n * LANDMARKS; i++)
        a->steps[i] = FAR;
    for (int32_t landmark = 0; landmark < LANDMARKS; landmark++)
        measure(a, landmark, (int32_t)(n * landmark / LANDMARKS));
}

/* At how many landmarks do two sources come together when the other sets out at the best time,
 * `ahead` turns after the first? */
static int32_t meetings(const arrangement *a, int32_t first, int32_t other, int32_t *ahead) {
    const int16_t *one = a->steps + (int64_t)first * LANDMARKS;
    const int16_t *two = a->steps + (int64_t)other * LANDMARKS;
    uint8_t count[2 * MOST_AHEAD + 1] = {0};
    int32_t best = 0;
    *ahead = 0;
    for (int i = 0; i < LANDMARKS; i++) {
        int32_t later = one[i] - two[i];
        if (later < -MOST_AHEAD || later > MOST_AHEAD)
            continue;
        if (++count[later + MOST_AHEAD] > best) {
            best = count[later + MOST_AHEAD];
            *ahead = later;
        }
    }
    return best;
}

/* The sources around the first of batch number `search` that are left, the nearest first. */
static int32_t look_around(arrangement *a, int32_t first, int32_t search, int32_t *found) {
    const samen__lane_graph *g = a->g;
    int32_t count = 0, searched = 1;
    a->queue[0] = first;
    a->met[first] = search;
    for (int32_t head = 0; head < searched && searched < MOST_SEARCHED; head++) {
        int32_t v = a->queue[head];
        for (int64_t i = g->vertex[v].out; i < g->vertex[v + 1].out; i++) {
            int32_t to = g->target[i];
            if (a->met[to] == search)
                continue;
            a->met[to] = search;
            a->queue[searched++] = to;
            if (a->left[to])
                found[count++] = to;
            if (count == CANDIDATES)
                return count;
        }
    }
    return count;
}

/* Those of the candidates that meet the first most often, the nearer of equal ones. Returns how
 * many are in the batch then. */
static int32_t choose(const arrangement *a, int32_t *source, int32_t *start,
                      const int32_t *candidate, int32_t candidates) {
    int32_t taken = 1, ahead[CANDIDATES], met[CANDIDATES];
    for (int32_t i = 0; i < candidates; i++)
        met[i] = meetings(a, source[0], candidate[i], &ahead[i]);
    for (int32_t wanted = LANDMARKS; wanted >= 0; wanted--) {
        for (int32_t i = 0; i < candidates && taken < LANES; i++) {
            if (met[i] == wanted) {
                source[taken] = candidate[i];
                start[taken++] = ahead[i];
            }
        }
    }
    return taken;
}

/* The earliest of a batch sets out at turn 0. */
static void start_from_zero(int32_t *start, int32_t count) {
    int32_t least = 0;
    for (int32_t i = 0; i < count; i++)
        least = start[i] < least ? start[i] : least;
    for (int32_t i = 0; i < count; i++)
        start[i] -= least;
}

/* From the last source on, which stand at the margins, so that little is left over between
 * batches; those that have too few around them are filled up with the next that are left. */
static void make_batches(arrangement *a, const int32_t *given, int32_t *source, int32_t *start,
                         int32_t sources) {
    int32_t next = sources - 1;
    for (int32_t done = 0; done < sources;) {
        int32_t candidate[CANDIDATES], *batch = source + done, *at = start + done;
        while (!a->left[given[next]])
            next--;
        batch[0] = given[next];
        at[0] = 0;
        a->left[batch[0]] = 0;
        int32_t found = look_around(a, batch[0], done + 1, candidate);
        int32_t taken = choose(a, batch, at, candidate, found);
        for (int32_t i = 1; i < taken; i++)
            a->left[batch[i]] = 0;
        for (; next >= 0 && taken < LANES; next--) {
            if (a->left[given[next]]) {
                a->left[given[next]] = 0;
                batch[taken] = given[next];
                meetings(a, batch[0], given[next], &at[taken++]);
            }
        }
        start_from_zero(at, taken);
        done += taken;
    }
}

samen_status samen__batches_arrange(const samen__lane_graph *g, int32_t *source, int32_t *start,
                                    int32_t sources, samen_error *err) {
    if (sources < FEW_SOURCES) {
        for (int32_t i = 0; i < sources; i++)
            start[i] = 0;
        return SAMEN_OK;
    }
    int64_t n = g->vertices;
    int32_t *given = samen__new_raw(sources, sizeof *given, err);
    arrangement a = {.g = g,
                     .steps = samen__new_raw(n * LANDMARKS, sizeof *a.steps, err),
                     .queue = samen__new_raw(n, sizeof *a.queue, err),
                     .met = samen__new(n, sizeof *a.met, err),
                     .left = samen__new(n, sizeof *a.left, err)};
    samen_status status =
        given && a.steps && a.queue && a.met && a.left ? SAMEN_OK : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK) {
        memcpy(given, source, (size_t)sources * sizeof *given);
        for (int32_t i = 0; i < sources; i++)
            a.left[source[i]] = 1;
        measure_all(&a);
        make_batches(&a, given, source, start, sources);
    }
    samen__delete(given);
    samen__delete(a.steps);
    samen__delete(a.queue);
    samen__delete(a.met);
    samen__delete(a.left);
    return status;
}
