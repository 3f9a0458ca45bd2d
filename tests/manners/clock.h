/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clock of the program's own under the library, so that time passes as a test wants. Included once. */
#ifndef SAMEN_TESTS_CLOCK_H
#define SAMEN_TESTS_CLOCK_H

#include <stdatomic.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Nanoseconds that pass between one look at the clock and the next; negative: the clock is the real one. */
static atomic_llong clock_step = -1;
static atomic_llong clock_now;

/* Microseconds that each look takes in truth, so that who waits for others lets them work. */
static atomic_int clock_pause;

/* From long ago, so that whoever waits until some time finds it past. */
static inline void clock_stand(long long step) {
    atomic_store(&clock_now, 1000000000);
    atomic_store(&clock_step, step);
}

static inline void clock_real(void) {
    atomic_store(&clock_step, -1);
}

__attribute__((visibility("default"))) int clock_gettime(clockid_t id, struct timespec *time) {
    long long step = atomic_load(&clock_step);
    if (step < 0 || id != CLOCK_MONOTONIC)
        return (int)syscall(SYS_clock_gettime, id, time);
    if (atomic_load(&clock_pause))
        usleep((useconds_t)atomic_load(&clock_pause));
    long long now = atomic_fetch_add(&clock_now, step) + step;
    time->tv_sec = now / 1000000000;
    time->tv_nsec = now % 1000000000;
    return 0;
}

#endif
