/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sweep visits a vertex once for every turn at which some lane comes to it, so lanes should come
 * together. Two sources do at all vertices that lie equally far from both, and also where one is
 * farther by so many steps, if it sets out so many turns earlier: behind a bridge, a long path or
 * anything else that is narrow, that is everywhere.
 *
 * How far sources are from some landmarks, spread over the graph, tells where they would come
 * together. Where sources in the order in which they stand do so already, as in graphs in which
 * all is near, nothing is changed. Otherwise batches are made one by one, each around a source
 * that is left: of those near it the ones are taken, a few at a time and each with its best start,
 * that come together with those taken before at the most landmarks.
 *
 * Based on: H. Liu, H. H. Huang and Y. Hu, iBFS: concurrent breadth-first search on GPUs, SIGMOD
 * 2016 (doi 10.1145/2882903.2882959), for choosing sources that share what they visit. */
#include "kernels/batches.h"

#include <string.h>

#include "core/memory.h"

enum {
    LANES = SAMEN__LANES,
    LANDMARKS = 24,          /* bits of a set, at most 32 */
    CANDIDATES = 64,         /* near the first source of a batch */
    SHORT_LIST = 24,         /* of these, looked at again when some are taken */
    AT_ONCE = 5,             /* that are taken */
    MOST_SEARCHED = 256,     /* vertices around the first source of a batch */
    STEPS_PER_BATCH = 10000, /* of some nanoseconds */
    FEW_SOURCES = 128,       /* for which landmarks would cost more than they save */
    FEW_TURNS = 3,           /* at which a batch comes to a landmark, more or less */
    FAR = INT16_MAX          /* also: not to be reached */
};

/* Turns at which a batch comes to a landmark are a set of bits, the first source's turn being in
 * the middle. Starts that are tried lie around that of the first; what the set and they need
 * together fits below the last of 64 bits. */
enum { TURNS = 56, MIDDLE = TURNS / 2, NEVER = 63, STARTS = 8, EARLIEST = STARTS / 2 };

typedef struct arrangement {
    const samen__lane_graph *g;
    int16_t *steps; /* [vertex * LANDMARKS + landmark]: from the vertex to the landmark */
    uint32_t *seen, *at, *next; /* of each vertex, landmarks whose search did, is, will be there */
    int32_t *queue;             /* vertices met by a search */
    int32_t *met;               /* of each vertex, the last search that met it, from 1 */
    uint8_t *left;              /* of each vertex: a source that is in no batch yet */
    uint64_t spread[1 << STARTS]; /* the bits of the index, each in a byte */
} arrangement;

/* ---- Landmarks ------------------------------------------------------------------------------- */

/* Landmarks come to a vertex. */
static void arrive(arrangement *a, int32_t v, uint32_t landmarks, int16_t steps) {
    a->at[v] = landmarks;
    a->seen[v] |= landmarks;
    for (uint32_t rest = landmarks; rest; rest &= rest - 1)
        a->steps[(int64_t)v * LANDMARKS + __builtin_ctz(rest)] = steps;
}

/* One level of all searches, against the direction of arcs: from the first `to` vertices of the
 * queue to those that stand there then. Returns how many these are. */
static int32_t go_on(arrangement *a, int32_t to, int16_t steps) {
    const samen__lane_graph *g = a->g;
    int32_t count = to;
    for (int32_t i = 0; i < to; i++) {
        int32_t v = a->queue[i];
        for (int64_t arc = g->vertex[v].in; arc < g->vertex[v + 1].in; arc++) {
            int32_t next = g->source[arc];
            uint32_t fresh = a->at[v] & ~a->seen[next];
            a->queue[count] = next;
            count += fresh && !a->next[next];
            a->next[next] |= fresh;
        }
    }
    for (int32_t i = 0; i < to; i++)
        a->at[a->queue[i]] = 0;
    memmove(a->queue, a->queue + to, (size_t)(count - to) * sizeof *a->queue);
    for (int32_t i = 0; i < count - to; i++) {
        int32_t v = a->queue[i];
        arrive(a, v, a->next[v], steps);
        a->next[v] = 0;
    }
    return count - to;
}

/* Breadth first from all landmarks at once, a bit for each. */
static samen_status measure(arrangement *a, samen__run *run, samen_error *err) {
    samen_status status = SAMEN_OK;
    int64_t n = a->g->vertices;
    int32_t count = 0;
    for (int64_t i = 0; i < n * LANDMARKS; i++)
        a->steps[i] = FAR;
    for (int32_t landmark = 0; landmark < LANDMARKS; landmark++) {
        int32_t v = (int32_t)(n * landmark / LANDMARKS);
        a->queue[count++] = v;
        arrive(a, v, 1u << landmark, 0);
    }
    for (int32_t steps = 1; status == SAMEN_OK && count > 0; steps++) {
        int64_t arcs = 0;
        for (int32_t i = 0; i < count; i++)
            arcs += a->g->vertex[a->queue[i] + 1].in - a->g->vertex[a->queue[i]].in;
        status = samen__run_step(run, arcs, "batches", err);
        count = go_on(a, count, (int16_t)(steps < FAR ? steps : FAR - 1));
    }
    return status;
}

/* ---- Batches --------------------------------------------------------------------------------- */

/* The turn at which a source that sets out with the first comes to a landmark, seen from the turn
 * at which the first does; NEVER where that is far away. */
static uint32_t turn_at(const int16_t *first, const int16_t *source, int landmark) {
    uint32_t turn = (uint32_t)(source[landmark] - first[landmark] + MIDDLE);
    return turn < TURNS ? turn : NEVER;
}

static uint64_t bit_of(uint32_t turn) {
    return turn < TURNS ? (uint64_t)1 << turn : 0;
}

static const int16_t *steps_of(const arrangement *a, int32_t source) {
    return a->steps + (int64_t)source * LANDMARKS;
}

/* How often the first batches come to landmarks, when they are made of the sources as these stand
 * and all set out at once. */
static double turns_of(const arrangement *a, const int32_t *source, int32_t sources) {
    int64_t turns = 0, batches = 0;
    for (int32_t from = 0; from + LANES <= sources; from += LANES, batches++) {
        for (int landmark = 0; landmark < LANDMARKS; landmark++) {
            uint64_t set = 0;
            for (int32_t lane = 0; lane < LANES; lane++)
                set |= bit_of(
                    turn_at(steps_of(a, source[from]), steps_of(a, source[from + lane]), landmark));
            turns += __builtin_popcountll(set);
        }
    }
    return (double)turns / (double)(batches * LANDMARKS);
}

/* The sources around the first of batch number `search` that are left, the nearest first. */
static int32_t look_around(arrangement *a, int32_t first, int32_t search, int32_t *found) {
    const samen__lane_graph *g = a->g;
    int32_t count = 0, searched = 1;
    a->queue[0] = first;
    a->met[first] = search;
    for (int32_t head = 0; head < searched && searched < MOST_SEARCHED; head++) {
        int32_t v = a->queue[head];
        for (int64_t arc = g->vertex[v].out; arc < g->vertex[v + 1].out; arc++) {
            int32_t to = g->target[arc];
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

/* A batch while it is made. */
typedef struct making {
    int32_t *source, *start;
    int32_t taken;
    uint64_t turns[LANDMARKS]; /* at which it comes to each landmark */
} making;

/* Sources that may come into a batch, and for each the best start and how often it meets those in
 * the batch then. */
typedef struct candidates {
    int32_t source[CANDIDATES], start[CANDIDATES], met[CANDIDATES];
    int32_t count;
} candidates;

/* At how many landmarks a source meets the batch, for each start: a byte each, from EARLIEST turns
 * before the first. */
static uint64_t meetings(const arrangement *a, const making *m, int32_t source) {
    const int16_t *first = steps_of(a, m->source[0]), *steps = steps_of(a, source);
    uint64_t sum = 0;
    for (int landmark = 0; landmark < LANDMARKS; landmark++) {
        uint64_t set = m->turns[landmark] << EARLIEST >> turn_at(first, steps, landmark);
        sum += a->spread[set % (1 << STARTS)];
    }
    return sum;
}

/* The start at which a source meets the batch most often; of equal ones the nearest to that of the
 * first, so that few set out later. */
static int32_t best_start(const arrangement *a, const making *m, int32_t source, int32_t *met) {
    static const int order[STARTS] = {4, 3, 5, 2, 6, 1, 7, 0};
    uint64_t sums = meetings(a, m, source);
    int32_t start = 0;
    *met = -1;
    for (int i = 0; i < STARTS; i++) {
        int32_t here = (int32_t)(sums >> 8 * order[i] & 255);
        if (here > *met) {
            *met = here;
            start = order[i] - EARLIEST;
        }
    }
    return start;
}

static void take(arrangement *a, making *m, int32_t source, int32_t start) {
    const int16_t *first = steps_of(a, m->source[0]), *steps = steps_of(a, source);
    for (int landmark = 0; landmark < LANDMARKS; landmark++) {
        uint64_t bit = bit_of(turn_at(first, steps, landmark));
        m->turns[landmark] |= start < 0 ? bit >> -start : bit << start;
    }
    a->left[source] = 0;
    m->source[m->taken] = source;
    m->start[m->taken++] = start;
}

/* Those that meet the batch most often, the nearer of equal ones, in this order; no more than
 * SHORT_LIST. */
static void rank(const arrangement *a, const making *m, candidates *c) {
    candidates ranked = {.count = 0};
    int32_t place[LANDMARKS + 2] = {0}; /* by how often they do not */
    for (int32_t i = 0; i < c->count; i++) {
        c->start[i] = best_start(a, m, c->source[i], &c->met[i]);
        place[LANDMARKS - c->met[i] + 1]++;
    }
    for (int missed = 0; missed <= LANDMARKS; missed++)
        place[missed + 1] += place[missed];
    for (int32_t i = 0; i < c->count; i++) {
        int32_t at = place[LANDMARKS - c->met[i]]++;
        ranked.source[at] = c->source[i];
        ranked.start[at] = c->start[i];
    }
    ranked.count = c->count < SHORT_LIST ? c->count : SHORT_LIST;
    *c = ranked;
}

/* Fill a batch from the candidates, as far as these go: a few at a time, since every one taken
 * changes how often others meet the batch. */
static void choose(arrangement *a, making *m, candidates *c) {
    while (c->count > 0 && m->taken < LANES) {
        int32_t used = 0;
        rank(a, m, c);
        for (; used < AT_ONCE && used < c->count && m->taken < LANES; used++)
            take(a, m, c->source[used], c->start[used]);
        c->count -= used;
        memmove(c->source, c->source + used, (size_t)c->count * sizeof *c->source);
    }
}

/* The earliest of a batch sets out at turn 0. */
static void start_from_zero(const making *m) {
    int32_t least = 0;
    for (int32_t i = 0; i < m->taken; i++)
        least = m->start[i] < least ? m->start[i] : least;
    for (int32_t i = 0; i < m->taken; i++)
        m->start[i] -= least;
}

/* From the last source on, which stand at the margins, so that little is left over between
 * batches; those that have too few around them are filled up with the next that are left. */
static samen_status make_batches(arrangement *a, const int32_t *given, int32_t *source,
                                 int32_t *start, int32_t sources, samen__run *run,
                                 samen_error *err) {
    samen_status status = SAMEN_OK;
    int32_t next = sources - 1;
    candidates c;
    for (int32_t done = 0; status == SAMEN_OK && done < sources;) {
        making m = {.source = source + done, .start = start + done};
        while (!a->left[given[next]])
            next--;
        m.source[0] = given[next];
        take(a, &m, given[next], 0);
        c.count = look_around(a, m.source[0], done + 1, c.source);
        choose(a, &m, &c);
        for (; next >= 0 && m.taken < LANES; next--) {
            int32_t met, when = best_start(a, &m, given[next], &met);
            if (a->left[given[next]])
                take(a, &m, given[next], when);
        }
        start_from_zero(&m);
        done += m.taken;
        status = samen__run_step(run, STEPS_PER_BATCH, "batches", err);
    }
    return status;
}

static samen_status prepare(arrangement *a, const int32_t *source, int32_t sources, samen__run *run,
                            samen_error *err) {
    for (int32_t i = 0; i < sources; i++)
        a->left[source[i]] = 1;
    for (int set = 0; set < 1 << STARTS; set++) {
        a->spread[set] = 0;
        for (int bit = 0; bit < STARTS; bit++)
            a->spread[set] |= (uint64_t)(set >> bit & 1) << 8 * bit;
    }
    return measure(a, run, err);
}

samen_status samen__batches_arrange(const samen__lane_graph *g, int32_t *source, int32_t *start,
                                    int32_t sources, samen__run *run, samen_error *err) {
    if (sources < FEW_SOURCES)
        return SAMEN_OK;
    int64_t n = g->vertices;
    int32_t *given = samen__new_raw(sources, sizeof *given, err);
    arrangement a = {.g = g,
                     .steps = samen__new_raw(n * LANDMARKS, sizeof *a.steps, err),
                     .seen = samen__new(n, sizeof *a.seen, err),
                     .at = samen__new(n, sizeof *a.at, err),
                     .next = samen__new(n, sizeof *a.next, err),
                     .queue = samen__new_raw(2 * n + 1, sizeof *a.queue, err),
                     .met = samen__new(n, sizeof *a.met, err),
                     .left = samen__new(n, sizeof *a.left, err)};
    samen_status status = given && a.steps && a.seen && a.at && a.next && a.queue && a.met && a.left
                              ? SAMEN_OK
                              : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK) {
        memcpy(given, source, (size_t)sources * sizeof *given);
        status = prepare(&a, source, sources, run, err);
        if (status == SAMEN_OK && turns_of(&a, source, sources) > FEW_TURNS)
            status = make_batches(&a, given, source, start, sources, run, err);
    }
    samen__delete(given);
    samen__delete(a.steps);
    samen__delete(a.seen);
    samen__delete(a.at);
    samen__delete(a.next);
    samen__delete(a.queue);
    samen__delete(a.met);
    samen__delete(a.left);
    return status;
}
