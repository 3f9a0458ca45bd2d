/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 512 breadth-first searches at once: one bit of a mask for each source, so that one pass over a row
 * serves all of them. How many pairs a step reaches is counted in bits too (kernels/bit_counter.h).
 *
 * Based on: M. Then et al., The more the merrier: efficient multi-source graph traversal, PVLDB 8(4),
 * 2014 (doi 10.14778/2735496.2735507).
 * Complexity of 512 sources: O(m) for every step at which their fronts differ, O(m) when they all meet;
 * memory for each thread 210 bytes a vertex. */
#include "kernels/distances.h"

#include <string.h>

#include "core/bitset.h"
#include "core/memory.h"
#include "core/threads.h"
#include "kernels/bit_counter.h"

enum { LANES = SAMEN__MASK_LANES };

typedef struct job {
    const samen__rows *rows;
    int64_t *count;
    int64_t longest;
    atomic_int stop;
} job;

typedef struct scratch {
    /* For every vertex, the lanes that have seen it, are at it, reach it. */
    samen__mask *seen, *now, *next;
    uint8_t *is_reached;
    int32_t *front; /* vertices that a lane is at */
    int32_t *reached;
    int64_t fronts;
    samen__counter *pairs;
    int64_t *count;
    int64_t longest;
} scratch;

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__delete(s->seen);
    samen__delete(s->now);
    samen__delete(s->next);
    samen__delete(s->is_reached);
    samen__delete(s->front);
    samen__delete(s->reached);
    samen__delete(s->pairs);
    samen__delete(s->count);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    int64_t n = ((const job *)context)->rows->vertices;
    scratch *s = samen__new(1, sizeof *s, err);
    if (!s)
        return SAMEN_ERR_MEMORY;
    *out = s;
    s->seen = samen__new_raw(n, sizeof *s->seen, err);
    s->now = samen__new_raw(n, sizeof *s->now, err);
    s->next = samen__new_raw(n, sizeof *s->next, err);
    s->is_reached = samen__new(n, sizeof *s->is_reached, err);
    s->pairs = samen__new_raw(1, sizeof *s->pairs, err);
    s->front = samen__new_raw(n, sizeof *s->front, err);
    s->reached = samen__new_raw(n + 1, sizeof *s->reached, err);
    s->count = samen__new(n, sizeof *s->count, err);
    int complete = s->seen && s->now && s->next && s->is_reached && s->pairs && s->front &&
                   s->reached && s->count;
    return complete ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* How many bits all masks that were counted have. */
static int64_t total_of(samen__counter *counter) {
    int64_t total = 0;
    samen__counter_settle(counter);
    for (int32_t level = 0; level < counter->levels; level++) {
        for (int w = 0; w < SAMEN__MASK_WORDS; w++)
            total += (int64_t)samen__popcount(counter->digit[level][w]) << level;
    }
    return total;
}

static int is_empty(const samen__mask *mask) {
    uint32_t any = 0;
    for (int w = 0; w < SAMEN__MASK_WORDS; w++)
        any |= (*mask)[w];
    return any == 0;
}

/* One step of all lanes; returns how many (source, vertex) pairs were reached by it. */
static int64_t step(const samen__rows *rows, scratch *s) {
    static const samen__mask nobody = {0};
    int64_t candidates = 0;
    for (int64_t i = 0; i < s->fronts; i++) {
        samen__mask now = s->now[s->front[i]];
        for (int64_t a = rows->start[s->front[i]]; a < rows->start[s->front[i] + 1]; a++) {
            int32_t w = rows->target[a];
            s->reached[candidates] = w;
            candidates += !s->is_reached[w];
            s->is_reached[w] = 1;
            s->next[w] |= now;
        }
    }
    s->fronts = 0;
    samen__counter_clear(s->pairs);
    for (int64_t i = 0; i < candidates; i++) {
        int32_t w = s->reached[i];
        samen__mask fresh = s->next[w] & ~s->seen[w];
        s->next[w] = nobody;
        s->is_reached[w] = 0;
        if (is_empty(&fresh))
            continue;
        s->seen[w] |= fresh;
        s->now[w] = fresh;
        s->front[s->fronts++] = w;
        *samen__counter_next(s->pairs) = fresh;
    }
    return total_of(s->pairs);
}

static samen_status search(void *context, void *block, int64_t task, samen_error *err) {
    job *j = context;
    const samen__rows *rows = j->rows;
    scratch *s = block;
    int64_t first = task * LANES;
    (void)err;
    memset(s->seen, 0, (size_t)rows->vertices * sizeof *s->seen);
    memset(s->next, 0, (size_t)rows->vertices * sizeof *s->next);
    s->fronts = s->longest = 0;
    for (int64_t v = first; v < first + LANES && v < rows->vertices; v++) {
        int lane = (int)(v - first);
        s->seen[v][lane % SAMEN__MASK_WORDS] = 1u << (lane / SAMEN__MASK_WORDS);
        s->now[v] = s->seen[v];
        s->front[s->fronts++] = (int32_t)v;
    }
    while (s->fronts > 0 && !atomic_load(&j->stop)) {
        int64_t pairs = step(rows, s);
        if (pairs > 0)
            s->count[++s->longest] = pairs;
    }
    return SAMEN_OK;
}

static samen_status add_counts(void *context, void *block, int64_t task, samen_error *err) {
    job *j = context;
    const scratch *s = block;
    (void)task;
    (void)err;
    for (int64_t d = 1; d <= s->longest; d++)
        j->count[d] += s->count[d];
    j->longest = s->longest > j->longest ? s->longest : j->longest;
    return SAMEN_OK;
}

samen_status samen__distances(const samen__rows *rows, int64_t *count, int64_t *longest,
                              samen__run *run, samen_error *err) {
    job j = {.rows = rows, .count = count};
    samen__work work = {.what = "distances",
                        .tasks = (rows->vertices + LANES - 1) / LANES,
                        .context = &j,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = search,
                        .merge = add_counts,
                        .stop = &j.stop};
    samen_status status = samen__parallel(&work, run, err);
    *longest = j.longest;
    return status;
}
