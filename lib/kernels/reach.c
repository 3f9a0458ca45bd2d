/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sixty-four sources at once, a bit for each: a vertex is looked at again when bits are new to
 * it.
 *
 * Based on: M. Then et al., The more the merrier: efficient multi-source graph traversal, PVLDB
 * 8(4), 2014 (doi 10.14778/2735496.2735507). */
#include "kernels/reach.h"

#include <string.h>

#include "core/memory.h"

enum { BITS = 64 };

samen_status samen__reach_open(int32_t vertices, samen__reach *r, samen_error *err) {
    *r = (samen__reach){.seen = samen__new(vertices, sizeof *r->seen, err),
                        .fresh = samen__new(vertices, sizeof *r->fresh, err),
                        .queue = samen__new_raw(vertices, sizeof *r->queue, err)};
    if (r->seen && r->fresh && r->queue)
        return SAMEN_OK;
    samen__reach_close(r);
    return SAMEN_ERR_MEMORY;
}

void samen__reach_close(samen__reach *r) {
    samen__delete(r->seen);
    samen__delete(r->fresh);
    samen__delete(r->queue);
    *r = (samen__reach){0};
}

/* A vertex is in the queue while it has fresh bits, so the queue never holds more than all. */
typedef struct ring {
    int32_t head, count, size;
} ring;

static void add(samen__reach *r, ring *q, int32_t v, uint64_t bits) {
    if (!bits)
        return;
    if (!r->fresh[v]) {
        int32_t tail =
            q->size - q->head > q->count ? q->head + q->count : q->count - (q->size - q->head);
        r->queue[tail] = v;
        q->count++;
    }
    r->fresh[v] |= bits;
    r->seen[v] |= bits;
}

static samen_status spread(samen__reach *r, ring *q, const int64_t *start, const int32_t *target,
                           samen__run *run, samen_error *err) {
    samen_status status = SAMEN_OK;
    while (status == SAMEN_OK && q->count > 0) {
        int32_t v = r->queue[q->head];
        uint64_t bits = r->fresh[v];
        q->head = q->head + 1 < q->size ? q->head + 1 : 0;
        q->count--;
        r->fresh[v] = 0;
        for (int64_t a = start[v]; a < start[v + 1]; a++)
            add(r, q, target[a], bits & ~r->seen[target[a]]);
        status = samen__run_step(run, start[v + 1] - start[v], "reach", err);
    }
    return status;
}

samen_status samen__reach_sums(samen__reach *r, int32_t vertices, const int64_t *start,
                               const int32_t *target, const double *weight, const int32_t *source,
                               int32_t sources, double *sum, samen__run *run, samen_error *err) {
    samen_status status = SAMEN_OK;
    for (int32_t from = 0; status == SAMEN_OK && from < sources; from += BITS) {
        int32_t count = sources - from < BITS ? sources - from : BITS;
        ring q = {.size = vertices};
        for (int32_t i = 0; i < count; i++) {
            add(r, &q, source[from + i], (uint64_t)1 << i);
            sum[from + i] = -weight[source[from + i]];
        }
        status = spread(r, &q, start, target, run, err);
        for (int32_t v = 0; v < vertices; v++) {
            for (uint64_t bits = r->seen[v]; bits; bits &= bits - 1)
                sum[from + __builtin_ctzll(bits)] += weight[v];
        }
        memset(r->seen, 0, (size_t)vertices * sizeof *r->seen);
        if (status != SAMEN_OK)
            memset(r->fresh, 0, (size_t)vertices * sizeof *r->fresh);
    }
    return status;
}
