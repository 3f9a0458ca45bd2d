/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sixty-four breadth-first searches at once: one bit of a word for each source, so that one pass
 * over a row serves all of them.
 *
 * Based on: M. Then et al., The more the merrier: efficient multi-source graph traversal, PVLDB 8(4),
 * 2014 (doi 10.14778/2735496.2735507).
 * Complexity of 64 sources: O(m) for every step at which their fronts differ, O(m) when they all meet;
 * memory per thread O(n). */
#include "kernels/distances.h"

#include <string.h>

#include "core/bitset.h"
#include "core/memory.h"
#include "core/threads.h"

enum { LANES = 64 };

typedef struct job {
    const samen__rows *rows;
    int64_t *count;
    int64_t longest;
} job;

typedef struct scratch {
    uint64_t *seen, *now,
        *next;      /* for every vertex, the lanes that have seen it, are at it, reach it */
    int32_t *front; /* vertices that a lane is at */
    int32_t *reached;
    int64_t fronts;
    int64_t *count;
    int64_t longest;
} scratch;

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__delete(s->seen);
    samen__delete(s->now);
    samen__delete(s->next);
    samen__delete(s->front);
    samen__delete(s->reached);
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
    s->next = samen__new(n, sizeof *s->next, err);
    s->front = samen__new_raw(n, sizeof *s->front, err);
    s->reached = samen__new_raw(n, sizeof *s->reached, err);
    s->count = samen__new(n, sizeof *s->count, err);
    int complete = s->seen && s->now && s->next && s->front && s->reached && s->count;
    return complete ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* One step of all lanes; returns how many (source, vertex) pairs were reached by it. */
static int64_t step(const samen__rows *rows, scratch *s) {
    int64_t candidates = 0, pairs = 0;
    for (int64_t i = 0; i < s->fronts; i++) {
        int32_t v = s->front[i];
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++) {
            int32_t w = rows->target[a];
            if (!s->next[w])
                s->reached[candidates++] = w;
            s->next[w] |= s->now[v];
        }
    }
    s->fronts = 0;
    for (int64_t i = 0; i < candidates; i++) {
        int32_t w = s->reached[i];
        uint64_t fresh = s->next[w] & ~s->seen[w];
        s->next[w] = 0;
        if (!fresh)
            continue;
        s->seen[w] |= fresh;
        s->now[w] = fresh;
        s->front[s->fronts++] = w;
        pairs += samen__popcount(fresh);
    }
    return pairs;
}

static samen_status search(void *context, void *block, int64_t task, samen_error *err) {
    const samen__rows *rows = ((const job *)context)->rows;
    scratch *s = block;
    (void)err;
    memset(s->seen, 0, (size_t)rows->vertices * sizeof *s->seen);
    s->fronts = s->longest = 0;
    for (int64_t v = task * LANES; v < (task + 1) * LANES && v < rows->vertices; v++) {
        s->seen[v] = s->now[v] = 1ull << (v - task * LANES);
        s->front[s->fronts++] = (int32_t)v;
    }
    while (s->fronts > 0) {
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
                        .merge = add_counts};
    samen_status status = samen__parallel(&work, run, err);
    *longest = j.longest;
    return status;
}
