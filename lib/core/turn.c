/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/turn.h"

#include <time.h>

#include "core/error.h"

/* One lock for all turns, held only to look at one or to change it, and by a process that forks: so the
 * child finds it as its own, and no turn half changed. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t given;
static int64_t forks;
static int32_t watching;

static int prepare_to_wait(void) {
    pthread_condattr_t attributes;
    int failed = pthread_condattr_init(&attributes);
    if (failed)
        return failed;
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    failed = pthread_cond_init(&given, &attributes);
    pthread_condattr_destroy(&attributes);
    return failed;
}

static void before_fork(void) {
    pthread_mutex_lock(&lock);
}

static void after_fork(void) {
    pthread_mutex_unlock(&lock);
}

/* Those who waited are not in the child, but the condition still counts on them. */
static void after_fork_in_child(void) {
    watching = prepare_to_wait() == 0;
    forks++;
    pthread_mutex_unlock(&lock);
}

/* When the library is loaded, before there can be a turn, and before the initialisers of a program that
 * has the library inside. */
__attribute__((constructor(101))) static void watch_forks(void) {
    watching =
        prepare_to_wait() == 0 && pthread_atfork(before_fork, after_fork, after_fork_in_child) == 0;
}

static int is_free(const samen__turn *turn) {
    return turn->taken == 0 || turn->forks != forks;
}

static int is_mine(const samen__turn *turn) {
    return !is_free(turn) && pthread_equal(turn->owner, pthread_self());
}

/* Wait a twentieth of a second at most, and tell, with the lock given up. */
static samen_status await(samen__run *run, const char *what, samen_error *err) {
    struct timespec until = {0};
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += 50000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_cond_timedwait(&given, &lock, &until);
    pthread_mutex_unlock(&lock);
    samen_status status = samen__run_tell(run, 0, what, err);
    pthread_mutex_lock(&lock);
    return status;
}

samen_status samen__turn_take(samen__turn *turn, samen__run *run, const char *what,
                              samen_error *err) {
    samen_status status = watching ? SAMEN_OK : samen__fail_memory(err);
    pthread_mutex_lock(&lock);
    while (status == SAMEN_OK && !is_free(turn) && !is_mine(turn))
        status = await(run, what, err);
    if (status == SAMEN_OK) {
        turn->taken = is_mine(turn) ? turn->taken + 1 : 1;
        turn->owner = pthread_self();
        turn->forks = forks;
    }
    pthread_mutex_unlock(&lock);
    return status;
}

void samen__turn_give(samen__turn *turn) {
    pthread_mutex_lock(&lock);
    if (is_mine(turn) && --turn->taken == 0)
        pthread_cond_broadcast(&given);
    pthread_mutex_unlock(&lock);
}
