/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "core/turn.h"

#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

#include "suite.h"

enum { THREADS = 8, ROUNDS = 2000 };

static samen__run quiet(void) {
    samen__run run;
    OK(samen__run_prepare(NULL, 1, &run, error));
    return run;
}

static samen__turn turn;
static atomic_int inside, met, go_on;

static void *take_often(void *unused) {
    samen__run run = {.threads = 1, .to = 1};
    for (int i = 0; i < ROUNDS; i++) {
        if (samen__turn_take(&turn, &run, "testing", NULL) != SAMEN_OK)
            return &turn;
        if (atomic_fetch_add(&inside, 1) != 0)
            atomic_fetch_add(&met, 1);
        atomic_fetch_sub(&inside, 1);
        samen__turn_give(&turn);
    }
    return unused;
}

TEST(one_thread_at_a_time_has_the_turn) {
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, take_often, NULL), 0);
    for (int i = 0; i < THREADS; i++) {
        void *failed = NULL;
        pthread_join(threads[i], &failed);
        ck_assert_ptr_null(failed);
    }
    ck_assert_int_eq(met, 0);
    ck_assert_int_eq(turn.taken, 0);
}
END

/* Has the turn until it is told to go on. */
static void *hold(void *unused) {
    samen__run run = {.threads = 1, .to = 1};
    if (samen__turn_take(&turn, &run, "holding", NULL) != SAMEN_OK)
        return &turn;
    atomic_store(&inside, 1);
    while (!atomic_load(&go_on))
        usleep(1000);
    samen__turn_give(&turn);
    return unused;
}

static pthread_t holder(void) {
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, hold, NULL), 0);
    while (!atomic_load(&inside))
        usleep(1000);
    return thread;
}

static void let_go(pthread_t thread) {
    void *failed = NULL;
    atomic_store(&go_on, 1);
    pthread_join(thread, &failed);
    ck_assert_ptr_null(failed);
}

TEST(a_thread_that_has_the_turn_takes_it_again) {
    samen__run run = quiet();
    for (int i = 0; i < 3; i++)
        OK(samen__turn_take(&turn, &run, "testing", error));
    ck_assert_int_eq(turn.taken, 3);
    for (int i = 0; i < 3; i++)
        samen__turn_give(&turn);
    ck_assert_int_eq(turn.taken, 0);
    pthread_t thread = holder(); /* it is free for others now */
    let_go(thread);
}
END

static int32_t stop(void *payload, double fraction, const char *what) {
    ck_assert(fraction >= 0 && fraction <= 1);
    ck_assert_str_eq(what, "waiting");
    return ++*(int *)payload >= 3;
}

TEST(who_waits_is_told_and_can_stop) {
    int told = 0;
    const samen_run given = {.struct_size = sizeof given, .on_progress = stop, .payload = &told};
    samen__run run;
    pthread_t thread = holder();
    OK(samen__run_prepare(&given, 1, &run, error));
    FAILS(SAMEN_ERR_CANCELLED, "waiting was stopped on request",
          samen__turn_take(&turn, &run, "waiting", error));
    ck_assert_int_eq(told, 3);
    let_go(thread);
    OK(samen__turn_take(&turn, &run, "waiting", error));
    samen__turn_give(&turn);
}
END

/* The thread that has the turn is not in the child; the parent waits for it still. */
TEST(in_a_child_the_turn_of_a_thread_that_is_not_there_is_over) {
    samen__run run = quiet();
    pthread_t thread = holder();
    pid_t child = fork();
    if (child == 0) {
        alarm(20);
        int failed = samen__turn_take(&turn, &run, "testing", NULL) != SAMEN_OK;
        failed += turn.taken != 1;
        samen__turn_give(&turn);
        _exit(failed + (turn.taken != 0));
    }
    int status = 0, told = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
    const samen_run given = {.struct_size = sizeof given, .on_progress = stop, .payload = &told};
    OK(samen__run_prepare(&given, 1, &run, error));
    FAILS(SAMEN_ERR_CANCELLED, "waiting was stopped on request",
          samen__turn_take(&turn, &run, "waiting", error));
    let_go(thread);
}
END

/* A process that forks from a callback has the turn; the child begins anew, and what it gives back twice
 * does no harm. */
TEST(in_a_child_the_turn_that_the_forking_thread_had_is_over_too) {
    samen__run run = quiet();
    OK(samen__turn_take(&turn, &run, "testing", error));
    pid_t child = fork();
    if (child == 0) {
        alarm(20);
        int failed = samen__turn_take(&turn, &run, "testing", NULL) != SAMEN_OK;
        samen__turn_give(&turn);
        samen__turn_give(&turn);
        failed += turn.taken != 0;
        failed += samen__turn_take(&turn, &run, "testing", NULL) != SAMEN_OK || turn.taken != 1;
        _exit(failed);
    }
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
    ck_assert_int_eq(turn.taken, 1);
    samen__turn_give(&turn);
}
END

SUITE("core/turn", one_thread_at_a_time_has_the_turn, a_thread_that_has_the_turn_takes_it_again,
      who_waits_is_told_and_can_stop, in_a_child_the_turn_of_a_thread_that_is_not_there_is_over,
      in_a_child_the_turn_that_the_forking_thread_had_is_over_too)
