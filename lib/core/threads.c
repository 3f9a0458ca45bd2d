/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/threads.h"

#include <pthread.h>
#include <signal.h>
#include <time.h>

#include "core/error.h"
#include "core/memory.h"

typedef struct pool {
    const samen__work *work;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int64_t next;    /* the next task to hand out */
    int64_t merged;  /* tasks merged so far */
    int64_t done;    /* tasks finished so far */
    int64_t helpers; /* threads other than the caller's that are still at work */
    int32_t stop;
    int32_t beginning; /* a task is at its beginning */
    int32_t is_over;
    double fraction; /* as the work told last */
    samen_status status;
    int64_t failed_task;
    samen_error error;
} pool;

static void fail(pool *p, int64_t task, const samen_error *error) {
    if (p->status == SAMEN_OK || task < p->failed_task) {
        p->status = error->code;
        p->failed_task = task;
        p->error = *error;
    }
    p->stop = 1;
    if (p->work->stop)
        atomic_store(p->work->stop, 1);
    pthread_cond_broadcast(&p->changed);
}

/* Tell the caller, with the lock given up meanwhile. */
static void tell(pool *p, samen__run *run) {
    samen_error error = {0};
    double fraction = p->work->tasks ? (double)p->done / (double)p->work->tasks : 1.0;
    if (p->work->fraction)
        fraction = p->fraction;
    pthread_mutex_unlock(&p->lock);
    samen_status status = samen__run_tell(run, fraction, p->work->what, &error);
    pthread_mutex_lock(&p->lock);
    if (status != SAMEN_OK)
        fail(p, INT64_MAX, &error);
}

/* Wait for a change; the calling thread (run not NULL) wakes up now and then to tell. */
static void await(pool *p, samen__run *run) {
    if (!run) {
        pthread_cond_wait(&p->changed, &p->lock);
        return;
    }
    struct timespec until = {0};
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += 50000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_cond_timedwait(&p->changed, &p->lock, &until);
    tell(p, run);
}

/* Is there another task to begin, once nobody is at the beginning of one? */
static int has_next(pool *p, samen__run *run) {
    while (p->beginning && !p->stop)
        await(p, run);
    return !p->stop && !p->is_over && p->next < p->work->tasks;
}

/* With the lock given up meanwhile; the others wait for it to end. */
static samen_status begin(pool *p, void *scratch, int64_t task, samen_error *error) {
    const samen__work *work = p->work;
    if (!work->begin)
        return SAMEN_OK;
    p->beginning = 1;
    pthread_mutex_unlock(&p->lock);
    samen_status status = work->begin(work->context, scratch, task, error);
    pthread_mutex_lock(&p->lock);
    p->beginning = 0;
    p->is_over = work->is_over && work->is_over(work->context);
    p->fraction = work->fraction ? work->fraction(work->context) : 0;
    pthread_cond_broadcast(&p->changed);
    return status;
}

/* One thread's share of the work. `run` is NULL in every thread but the caller's. */
static void labour(pool *p, samen__run *run) {
    const samen__work *work = p->work;
    samen_error error = {0};
    void *scratch = NULL;
    samen_status status = work->open ? work->open(work->context, &scratch, &error) : SAMEN_OK;
    pthread_mutex_lock(&p->lock);
    if (status != SAMEN_OK)
        fail(p, -1, &error);
    while (has_next(p, run)) {
        int64_t task = p->next++;
        status = begin(p, scratch, task, &error);
        if (status == SAMEN_OK) {
            pthread_mutex_unlock(&p->lock);
            status = work->task(work->context, scratch, task, &error);
            pthread_mutex_lock(&p->lock);
        }
        if (status != SAMEN_OK) {
            fail(p, task, &error);
            break;
        }
        while (work->merge && !p->stop && p->merged != task)
            await(p, run);
        if (work->merge && !p->stop) {
            pthread_mutex_unlock(&p->lock);
            status = work->merge(work->context, scratch, task, &error);
            pthread_mutex_lock(&p->lock);
            p->merged++;
            pthread_cond_broadcast(&p->changed);
            if (status != SAMEN_OK)
                fail(p, task, &error);
        }
        p->done++;
        if (run && !p->stop)
            tell(p, run);
    }
    if (work->finish && scratch && !p->stop)
        work->finish(work->context, scratch);
    if (!run) {
        p->helpers--;
        pthread_cond_broadcast(&p->changed);
    }
    pthread_mutex_unlock(&p->lock);
    if (work->close && scratch)
        work->close(work->context, scratch);
}

/* Until all helpers are done. Who listens is asked at once, however short the work is. */
static void await_helpers(pool *p, samen__run *run) {
    pthread_mutex_lock(&p->lock);
    tell(p, run);
    while (p->helpers > 0)
        await(p, p->stop ? NULL : run);
    pthread_mutex_unlock(&p->lock);
}

static void *helper(void *argument) {
    labour(argument, NULL);
    return NULL;
}

/* Start up to `wanted` helpers with every signal blocked, so that handlers run in the host's own
 * threads. Fewer than wanted is no failure: the caller's thread does the rest. */
static int32_t start_helpers(pool *p, pthread_t *threads, int32_t wanted) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int32_t started = 0;
    pthread_mutex_lock(&p->lock);
    while (started < wanted && pthread_create(&threads[started], NULL, helper, p) == 0) {
        started++;
        p->helpers++;
    }
    pthread_mutex_unlock(&p->lock);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

samen_status samen__parallel(const samen__work *work, samen__run *run, samen_error *err) {
    pool p = {.work = work};
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&p.lock, NULL);
    pthread_cond_init(&p.changed, &attributes);
    pthread_condattr_destroy(&attributes);

    int listened = run->on_progress != NULL;
    int64_t wanted = (work->tasks < run->threads ? work->tasks : run->threads) - (listened ? 0 : 1);
    pthread_t *threads = NULL;
    int32_t started = 0;
    if (wanted > 0 && (threads = samen__new(wanted, sizeof *threads, &p.error)))
        started = start_helpers(&p, threads, (int32_t)wanted);
    if (!listened || started == 0)
        labour(&p, run);
    await_helpers(&p, run);
    for (int32_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);

    samen__delete(threads);
    pthread_cond_destroy(&p.changed);
    pthread_mutex_destroy(&p.lock);
    return p.status == SAMEN_OK ? SAMEN_OK : samen__fail_as(err, &p.error);
}
