/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shuffles of labels in blocks of 512: the shuffles are made, spread over masks, and every vertex is
 * counted in all of them at once. Draw number k is made of the random numbers of replicate k, and all
 * counts are whole numbers, so nothing depends on threads or blocks. */
#include <stdatomic.h>
#include <string.h>

#include "core/memory.h"
#include "core/threads.h"
#include "kernels/permutation.h"
#include "kernels/portions.h"
#include "kernels/roles_draws.h"

enum { PURPOSE = 3, DRAWS_IN_WORD = 32 };

typedef struct shuffling {
    samen__label_draws draws;
    samen__role_drawer *draw;
    samen__mask *digit;
    int64_t first, count; /* draws of the block */
    int64_t pooled;
    int32_t *pool; /* vertices with a label */
    uint64_t seed;
    atomic_int stop;
    _Atomic int64_t sum[SAMEN__ROLES][SAMEN__MASK_LANES]; /* over vertices, in this block */
} shuffling;

/* ---- The labels of a block ----------------------------------------------------------------------- */

typedef struct dealing {
    int32_t *label;  /* given out in the order of the pool */
    uint32_t *digit; /* of each in the pool: its digits, a bit for each draw of a word */
} dealing;

static void close_dealing(void *context, void *block) {
    dealing *d = block;
    (void)context;
    samen__delete(d->label);
    samen__delete(d->digit);
    samen__delete(d);
}

static samen_status open_dealing(void *context, void **out, samen_error *err) {
    const shuffling *sh = context;
    dealing *d = samen__new(1, sizeof *d, err);
    if (!d)
        return SAMEN_ERR_MEMORY;
    *out = d;
    d->label = samen__new_raw(sh->pooled, sizeof *d->label, err);
    d->digit = samen__new_raw(sh->pooled * sh->draws.digits, sizeof *d->digit, err);
    return d->label && d->digit ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* 32 draws: one word of all masks. It is copied there by itself, since an assignment to an element of a vector
 * may write the whole of it, and other threads are at the other words. */
static samen_status deal_word(void *context, void *block, int64_t word, samen_error *err) {
    shuffling *sh = context;
    dealing *d = block;
    int32_t digits = sh->draws.digits;
    (void)err;
    for (int64_t i = 0; i < sh->pooled * digits; i++)
        d->digit[i] = 0;
    for (int64_t draw = 0; draw < DRAWS_IN_WORD && !atomic_load(&sh->stop); draw++) {
        int64_t number = draw * SAMEN__MASK_WORDS + word;
        if (number >= sh->count)
            break;
        for (int64_t i = 0; i < sh->pooled; i++)
            d->label[i] = sh->draws.roles->label[sh->pool[i]];
        samen__permute(sh->seed, PURPOSE, sh->first + number, d->label, sh->pooled);
        for (int64_t i = 0; i < sh->pooled; i++) {
            for (int32_t k = 0; k < digits; k++)
                d->digit[i * digits + k] |= (uint32_t)(d->label[i] >> k & 1) << draw;
        }
    }
    for (int64_t i = 0; i < sh->pooled; i++) {
        for (int32_t k = 0; k < digits; k++)
            memcpy((char *)&sh->digit[(int64_t)sh->pool[i] * digits + k] + word * sizeof(uint32_t),
                   &d->digit[i * digits + k], sizeof(uint32_t));
    }
    return SAMEN_OK;
}

/* ---- Counting under them ------------------------------------------------------------------------- */

typedef struct scratch {
    samen__role_scratch *roles;
    int64_t sum[SAMEN__ROLES][SAMEN__MASK_LANES];
} scratch;

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    if (s->roles)
        samen__role_scratch_close(s->roles);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    scratch *s = samen__new(1, sizeof *s, err);
    *out = s;
    return s ? samen__role_scratch_open(&((const shuffling *)context)->draws, &s->roles, err)
             : SAMEN_ERR_MEMORY;
}

static samen_status count_some(void *context, void *block, int64_t task, samen_error *err) {
    shuffling *sh = context;
    scratch *s = block;
    const samen__rows *near = &sh->draws.roles->triangles.near;
    samen__portion part = samen__portion_of(near, task);
    (void)err;
    for (int role = 0; role < SAMEN__ROLES; role++) {
        for (int i = 0; i < SAMEN__MASK_LANES; i++)
            s->sum[role][i] = 0;
    }
    for (int64_t v = part.first; v < part.end && !atomic_load(&sh->stop); v++) {
        if (near->start[v + 1] - near->start[v] >= 2) {
            sh->draw(&sh->draws, s->roles, v, s->sum);
            continue;
        }
        for (int role = 0; role < SAMEN__ROLES; role++) {
            sh->draws.more[v * SAMEN__ROLES + role] += sh->count;
            sh->draws.fewer[v * SAMEN__ROLES + role] += sh->count;
        }
    }
    for (int role = 0; role < SAMEN__ROLES; role++) {
        for (int i = 0; i < SAMEN__MASK_LANES; i++)
            atomic_fetch_add_explicit(&sh->sum[role][i], s->sum[role][i], memory_order_relaxed);
    }
    return SAMEN_OK;
}

static void compare_sums(shuffling *sh, const int64_t observed[SAMEN__ROLES]) {
    int64_t behind = sh->draws.roles->triangles.near.vertices * SAMEN__ROLES;
    for (int role = 0; role < SAMEN__ROLES; role++) {
        for (int i = 0; i < SAMEN__MASK_LANES; i++) {
            int64_t sum = atomic_exchange(&sh->sum[role][i], 0);
            sh->draws.more[behind + role] += i < sh->count && sum >= observed[role];
            sh->draws.fewer[behind + role] += i < sh->count && sum <= observed[role];
        }
    }
}

static samen_status do_block(shuffling *sh, const int64_t observed[SAMEN__ROLES], samen__run *run,
                             samen_error *err) {
    samen__run shuffle = samen__run_part(run, 0, 0.2), count = samen__run_part(run, 0.2, 1);
    samen__work deal = {.what = "shuffling labels",
                        .tasks = SAMEN__MASK_WORDS,
                        .context = sh,
                        .open = open_dealing,
                        .close = close_dealing,
                        .task = deal_word,
                        .stop = &sh->stop};
    samen__work work = {.what = "shuffling labels",
                        .tasks = samen__portions(&sh->draws.roles->triangles.near),
                        .context = sh,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = count_some,
                        .stop = &sh->stop};
    samen_status status = samen__parallel(&deal, &shuffle, err);
    if (status == SAMEN_OK)
        status = samen__parallel(&work, &count, err);
    if (status == SAMEN_OK)
        compare_sums(sh, observed);
    return status;
}

static samen_status prepare(shuffling *sh, samen_error *err) {
    const samen__roles *r = sh->draws.roles;
    int64_t n = r->triangles.near.vertices;
    int32_t digits = 1;
    while (digits < 31 && (r->labels - 1) >> digits)
        digits++;
    sh->draws.digits = digits;
    sh->digit = samen__new(n * digits, sizeof *sh->digit, err);
    sh->pool = samen__new_raw(n, sizeof *sh->pool, err);
    if (!sh->digit || !sh->pool)
        return SAMEN_ERR_MEMORY;
    sh->draws.digit = sh->digit;
    for (int64_t v = 0; v < n; v++) {
        if (r->label[v] >= 0)
            sh->pool[sh->pooled++] = (int32_t)v;
    }
    return SAMEN_OK;
}

samen_status samen__roles_permute(const samen__roles *roles, const int64_t *observed, int64_t draws,
                                  int64_t *more, int64_t *fewer, samen__run *run,
                                  samen_error *err) {
    int64_t n = roles->triangles.near.vertices, sum[SAMEN__ROLES] = {0};
    shuffling *sh = samen__new(1, sizeof *sh, err);
    if (!sh)
        return SAMEN_ERR_MEMORY;
    sh->seed = run->seed;
    sh->draw = samen__role_drawer_here();
    sh->draws =
        (samen__label_draws){.roles = roles, .observed = observed, .more = more, .fewer = fewer};
    for (int64_t i = 0; i < n * SAMEN__ROLES; i++)
        sum[i % SAMEN__ROLES] += observed[i];
    samen_status status = prepare(sh, err);
    for (; status == SAMEN_OK && sh->first < draws; sh->first += SAMEN__MASK_LANES) {
        int64_t left = draws - sh->first;
        samen__run part = samen__run_part(
            run, (double)sh->first / (double)draws,
            left < SAMEN__MASK_LANES ? 1 : (double)(sh->first + SAMEN__MASK_LANES) / (double)draws);
        sh->count = left < SAMEN__MASK_LANES ? left : SAMEN__MASK_LANES;
        for (int i = 0; i < SAMEN__MASK_LANES; i++)
            sh->draws.used[i] = i < sh->count;
        status = do_block(sh, sum, &part, err);
        samen__run_join(run, &part);
    }
    samen__delete(sh->digit);
    samen__delete(sh->pool);
    samen__delete(sh);
    return status;
}
