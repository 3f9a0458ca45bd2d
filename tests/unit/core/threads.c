/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "core/threads.h"

#include <dirent.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

#include "core/error.h"
#include "suite.h"

enum { TASKS = 200, MOST_THREADS = 8 };

/* What the tasks of a test share. */
typedef struct shared {
    atomic_int opened, closed, done[TASKS];
    int merged;          /* tasks merged so far */
    double sum;          /* of what was merged */
    int64_t slow, fails; /* a task that fails late, one that fails at once; -1 for none */
    int64_t merge_fails; /* the task whose merge fails; -1 for none */
    int open_fails;      /* which opening fails; 0 for none */
    int begun;           /* tasks begun so far */
    int begins;          /* tasks after which there are no more; 0 for all */
    int64_t begin_fails; /* the task whose beginning fails; -1 for none */
    atomic_int beginning;
    int nap; /* microseconds that a task takes */
    pthread_t caller;
    int told, told_elsewhere; /* calls of the listener */
    double last_fraction;
    int32_t stop;
    atomic_int open_signals; /* helpers that leave a signal open */
} shared;

static shared fresh(void) {
    return (shared){
        .slow = -1, .fails = -1, .merge_fails = -1, .begin_fails = -1, .caller = pthread_self()};
}

static samen_status open_one(void *context, void **scratch, samen_error *err) {
    shared *s = context;
    int number = atomic_fetch_add(&s->opened, 1) + 1;
    *scratch = calloc(1, sizeof(double));
    if (number == s->open_fails)
        return samen__fail(err, SAMEN_ERR_MEMORY, "opening failed");
    return SAMEN_OK;
}

static void close_one(void *context, void *scratch) {
    atomic_fetch_add(&((shared *)context)->closed, 1);
    free(scratch);
}

static samen_status do_one(void *context, void *scratch, int64_t task, samen_error *err) {
    shared *s = context;
    atomic_fetch_add(&s->done[task], 1);
    usleep((unsigned)s->nap);
    *(double *)scratch = 1.0 / (double)(task + 1);
    if (task == s->slow) {
        usleep(30000);
        return samen__fail(err, SAMEN_ERR_VALUE, "task %ld failed", (long)task);
    }
    if (task == s->fails)
        return samen__fail(err, SAMEN_ERR_LIMIT, "task %ld failed", (long)task);
    return SAMEN_OK;
}

static samen_status merge_one(void *context, void *scratch, int64_t task, samen_error *err) {
    shared *s = context;
    ck_assert_int_eq(task, s->merged);
    s->merged++;
    s->sum += *(double *)scratch;
    if (task == s->merge_fails)
        return samen__fail(err, SAMEN_ERR_IO, "merge %ld failed", (long)task);
    return SAMEN_OK;
}

static samen__work work_of(shared *s, int64_t tasks) {
    return (samen__work){.what = "testing",
                         .tasks = tasks,
                         .context = s,
                         .open = open_one,
                         .close = close_one,
                         .task = do_one,
                         .merge = merge_one};
}

static int32_t listen_to(void *payload, double fraction, const char *what) {
    shared *s = payload;
    ck_assert_str_eq(what, "testing");
    ck_assert(fraction >= s->last_fraction && fraction <= 1);
    s->told++;
    s->told_elsewhere += !pthread_equal(pthread_self(), s->caller);
    s->last_fraction = fraction;
    return s->stop;
}

static samen__run run_with(int32_t threads) {
    samen_run given = {.struct_size = sizeof given, .threads = threads};
    samen__run run;
    OK(samen__run_prepare(&given, 1, &run, error));
    return run;
}

static int threads_of_this_process(void) {
    DIR *folder = opendir("/proc/self/task");
    int count = 0;
    for (struct dirent *entry; (entry = readdir(folder));)
        count += entry->d_name[0] != '.';
    closedir(folder);
    return count;
}

static samen_status count_only(void *context, void *scratch, int64_t task, samen_error *err) {
    (void)scratch;
    (void)err;
    atomic_fetch_add(&((shared *)context)->done[task], 1);
    return SAMEN_OK;
}

static samen_status look_at_signals(void *context, void *scratch, int64_t task, samen_error *err) {
    shared *s = context;
    sigset_t mask;
    (void)scratch;
    (void)task;
    (void)err;
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    if (!pthread_equal(pthread_self(), s->caller) &&
        (!sigismember(&mask, SIGINT) || !sigismember(&mask, SIGTERM) ||
         !sigismember(&mask, SIGUSR1)))
        atomic_fetch_add(&s->open_signals, 1);
    usleep(1000);
    return SAMEN_OK;
}

/* Oracle: each task counts itself; the harmonic sum added in order, to the bit. */
TEST(all_tasks_are_done_once_and_merged_in_order_by_any_number_of_threads) {
    double expected = 0;
    for (int i = 0; i < TASKS; i++)
        expected += 1.0 / (double)(i + 1);
    for (int32_t threads = 1; threads <= MOST_THREADS; threads++) {
        shared s = fresh();
        samen__work work = work_of(&s, TASKS);
        samen__run run = run_with(threads);
        OK(samen__parallel(&work, &run, error));
        ck_assert_int_eq(s.merged, TASKS);
        ck_assert(s.sum == expected);
        for (int i = 0; i < TASKS; i++)
            ck_assert_int_eq(s.done[i], 1);
        ck_assert_int_ge(s.opened, 1);
        ck_assert_int_le(s.opened, threads);
        ck_assert_int_eq(s.opened, s.closed);
    }
}
END

TEST(opening_closing_and_merging_may_be_left_out) {
    for (int32_t threads = 1; threads <= MOST_THREADS; threads++) {
        shared s = fresh();
        samen__work work = {.what = "testing", .tasks = TASKS, .context = &s, .task = count_only};
        samen__run run = run_with(threads);
        OK(samen__parallel(&work, &run, error));
        for (int i = 0; i < TASKS; i++)
            ck_assert_int_eq(s.done[i], 1);
    }
}
END

static samen_status begin_one(void *context, void *scratch, int64_t task, samen_error *err) {
    shared *s = context;
    ck_assert_ptr_nonnull(scratch);
    ck_assert_int_eq(atomic_fetch_add(&s->beginning, 1), 0);
    ck_assert_int_eq(task, s->begun);
    usleep(20);
    s->begun++;
    atomic_fetch_sub(&s->beginning, 1);
    if (task == s->begin_fails)
        return samen__fail(err, SAMEN_ERR_NOT_FOUND, "beginning %ld failed", (long)task);
    return SAMEN_OK;
}

static int no_more(const void *context) {
    const shared *s = context;
    return s->begun == s->begins;
}

static double by_begun(const void *context) {
    const shared *s = context;
    return (double)s->begun / (double)(s->begins + 1);
}

/* Beginnings are in order and one at a time, and can say that there is nothing more to begin. */
TEST(tasks_begin_in_order_until_there_are_no_more) {
    static const int counts[] = {1, 2, 17, TASKS};
    for (int32_t threads = 1; threads <= MOST_THREADS; threads++) {
        for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
            shared s = fresh();
            samen__work work = work_of(&s, TASKS);
            samen_run given = {.struct_size = sizeof given,
                               .threads = threads,
                               .on_progress = listen_to,
                               .payload = &s};
            samen__run run;
            OK(samen__run_prepare(&given, 1, &run, error));
            work.begin = begin_one;
            work.is_over = no_more;
            work.fraction = by_begun;
            s.begins = counts[i];
            run.reported = 0;
            OK(samen__parallel(&work, &run, error));
            ck_assert_int_eq(s.begun, counts[i]);
            ck_assert_int_eq(s.merged, counts[i]);
            ck_assert_int_ge(s.told, 1);
            ck_assert(s.last_fraction >= 0 && s.last_fraction < 1);
        }
    }
}
END

TEST(a_beginning_that_fails_stops_the_work) {
    for (int32_t threads = 1; threads <= MOST_THREADS; threads++) {
        shared s = fresh();
        samen__work work = work_of(&s, TASKS);
        samen__run run = run_with(threads);
        work.begin = begin_one;
        s.begin_fails = 40;
        FAILS(SAMEN_ERR_NOT_FOUND, "beginning 40 failed", samen__parallel(&work, &run, error));
        ck_assert_int_eq(s.begun, 41);
        ck_assert_int_eq(s.done[40], 0);
        ck_assert_int_eq(s.opened, s.closed);
    }
}
END

TEST(no_tasks_are_soon_done) {
    shared s = fresh();
    samen__work work = work_of(&s, 0);
    samen__run run = run_with(4);
    OK(samen__parallel(&work, &run, error));
    ck_assert_int_eq(s.merged, 0);
    ck_assert_int_eq(s.opened, s.closed);
}
END

TEST(there_are_no_more_threads_than_tasks) {
    shared s = fresh();
    s.nap = 2000;
    samen__work work = work_of(&s, 3);
    samen__run run = run_with(MOST_THREADS);
    OK(samen__parallel(&work, &run, error));
    ck_assert_int_le(s.opened, 3);
}
END

/* The later task fails at once, the earlier one only after a while. */
TEST(the_error_is_that_of_the_first_task_that_fails) {
    for (int32_t threads = 1; threads <= MOST_THREADS; threads++) {
        shared s = fresh();
        s.slow = 3;
        s.fails = 4;
        s.nap = 2000;
        samen__work work = work_of(&s, TASKS);
        work.merge = NULL;
        samen__run run = run_with(threads);
        FAILS(SAMEN_ERR_VALUE, "task 3 failed", samen__parallel(&work, &run, error));
        ck_assert_int_eq(s.done[TASKS - 1], 0);
        ck_assert_int_eq(s.opened, s.closed);
    }
}
END

TEST(a_failed_task_stops_those_that_wait_to_merge) {
    for (int32_t threads = 1; threads <= MOST_THREADS; threads++) {
        shared s = fresh();
        s.slow = 5;
        samen__work work = work_of(&s, TASKS);
        samen__run run = run_with(threads);
        FAILS(SAMEN_ERR_VALUE, "task 5 failed", samen__parallel(&work, &run, error));
        ck_assert_int_eq(s.merged, 5);
        ck_assert_int_eq(s.opened, s.closed);
    }
}
END

TEST(a_merge_that_fails_stops_the_work) {
    for (int32_t threads = 1; threads <= MOST_THREADS; threads++) {
        shared s = fresh();
        s.merge_fails = 7;
        samen__work work = work_of(&s, TASKS);
        samen__run run = run_with(threads);
        FAILS(SAMEN_ERR_IO, "merge 7 failed", samen__parallel(&work, &run, error));
        ck_assert_int_eq(s.merged, 8);
    }
}
END

TEST(an_opening_that_fails_stops_the_work_and_what_it_made_is_closed) {
    for (int32_t threads = 1; threads <= MOST_THREADS; threads++) {
        shared s = fresh();
        s.open_fails = 1;
        s.nap = 1000;
        samen__work work = work_of(&s, TASKS);
        samen__run run = run_with(threads);
        FAILS(SAMEN_ERR_MEMORY, "opening failed", samen__parallel(&work, &run, error));
        ck_assert_int_eq(s.opened, s.closed);
        ck_assert_int_lt(s.merged, TASKS);
    }
}
END

TEST(a_failure_needs_no_error_struct) {
    shared s = fresh();
    s.fails = 0;
    samen__work work = work_of(&s, TASKS);
    samen__run run = run_with(2);
    ck_assert_int_eq(samen__parallel(&work, &run, NULL), SAMEN_ERR_LIMIT);
}
END

TEST(only_the_calling_thread_tells_how_far_it_is) {
    for (int32_t threads = 1; threads <= 4; threads += 3) {
        shared s = fresh();
        s.nap = 2000;
        samen__work work = work_of(&s, threads == 1 ? 100 : TASKS);
        samen__run run = run_with(threads);
        run.on_progress = listen_to;
        run.payload = &s;
        run.reported = 0;
        OK(samen__parallel(&work, &run, error));
        ck_assert_int_ge(s.told, 1);
        ck_assert_int_eq(s.told_elsewhere, 0);
    }
}
END

/* One task takes long while the caller has nothing left to do or waits to merge. */
TEST(the_calling_thread_tells_while_it_waits_for_others) {
    shared s = fresh();
    s.nap = 250000;
    samen__work work = work_of(&s, 2);
    samen__run run = run_with(2);
    run.on_progress = listen_to;
    run.payload = &s;
    OK(samen__parallel(&work, &run, error));
    ck_assert_int_ge(s.told, 1);
    ck_assert_int_eq(s.told_elsewhere, 0);
}
END

TEST(the_listener_stops_the_work) {
    for (int32_t threads = 1; threads <= MOST_THREADS; threads += 7) {
        shared s = fresh();
        s.nap = 5000;
        s.stop = 1;
        samen__work work = work_of(&s, TASKS);
        samen__run run = run_with(threads);
        run.on_progress = listen_to;
        run.payload = &s;
        run.reported = 0;
        FAILS(SAMEN_ERR_CANCELLED, "testing was stopped on request",
              samen__parallel(&work, &run, error));
        ck_assert_int_eq(s.told, 1);
        ck_assert_int_lt(s.merged, TASKS);
        ck_assert_int_eq(s.opened, s.closed);
    }
}
END

/* Each thread counts in its own scratch, and gives that over at the end. */
static samen_status count_own(void *context, void *scratch, int64_t task, samen_error *err) {
    (void)context;
    (void)task;
    (void)err;
    ++*(double *)scratch;
    return SAMEN_OK;
}

static void give_over(void *context, void *scratch) {
    shared *s = context;
    s->sum += *(double *)scratch;
    s->merged++;
}

TEST(what_each_thread_has_is_taken_over_once_at_its_end) {
    for (int32_t threads = 1; threads <= MOST_THREADS; threads++) {
        for (int listened = 0; listened < 2; listened++) {
            shared s = fresh();
            samen__work work = {.what = "testing",
                                .tasks = TASKS,
                                .context = &s,
                                .open = open_one,
                                .close = close_one,
                                .task = count_own,
                                .finish = give_over};
            samen__run run = run_with(threads);
            run.on_progress = listened ? listen_to : NULL;
            run.payload = &s;
            OK(samen__parallel(&work, &run, error));
            ck_assert_double_eq(s.sum, TASKS);
            ck_assert_int_eq(s.merged, s.opened);
            ck_assert_int_le(s.opened, threads);
        }
    }
}
END

static atomic_int unwanted;

/* A task that ends only when nobody wants it any more. */
static samen_status go_on_until_stopped(void *context, void *scratch, int64_t task,
                                        samen_error *err) {
    (void)scratch;
    (void)err;
    atomic_fetch_add(&((shared *)context)->done[task], 1);
    while (!atomic_load(&unwanted))
        usleep(1000);
    return SAMEN_OK;
}

TEST(a_task_in_the_middle_of_its_work_hears_that_it_is_to_stop) {
    for (int32_t threads = 1; threads <= MOST_THREADS; threads += 7) {
        shared s = fresh();
        s.stop = 1;
        samen__work work = work_of(&s, TASKS);
        work.task = go_on_until_stopped;
        work.finish = give_over;
        work.merge = NULL;
        work.stop = &unwanted;
        atomic_store(&unwanted, 0);
        samen__run run = run_with(threads);
        run.on_progress = listen_to;
        run.payload = &s;
        FAILS(SAMEN_ERR_CANCELLED, "testing was stopped on request",
              samen__parallel(&work, &run, error));
        ck_assert_int_eq(atomic_load(&unwanted), 1);
        ck_assert_int_eq(s.merged, 0); /* nothing is taken over of work that was stopped */
        ck_assert_int_eq(s.opened, s.closed);
    }
}
END

TEST(helpers_take_no_signals_and_the_callers_mask_is_as_before) {
    shared s = fresh();
    samen__work work = {.what = "testing", .tasks = 50, .context = &s, .task = look_at_signals};
    samen__run run = run_with(4);
    sigset_t mask, after;
    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR2);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    OK(samen__parallel(&work, &run, error));
    pthread_sigmask(SIG_SETMASK, NULL, &after);
    ck_assert_int_eq(s.open_signals, 0);
    for (int number = 1; number < 32; number++)
        ck_assert_int_eq(sigismember(&after, number), number == SIGUSR2);
}
END

/* Oracle: the system's own list of the threads of a process. A thread that was joined may stand
 * in it for a moment longer; a sanitizer makes one of its own, so the work is done once before. */
TEST(no_thread_stays_behind) {
    shared s = fresh();
    s.fails = 10;
    samen__work work = work_of(&s, TASKS);
    samen__run run = run_with(2);
    ck_assert_int_eq(samen__parallel(&work, &run, NULL), SAMEN_ERR_LIMIT);
    usleep(20000);
    int before = threads_of_this_process();
    s = fresh();
    s.fails = 10;
    run = run_with(MOST_THREADS);
    ck_assert_int_eq(samen__parallel(&work, &run, NULL), SAMEN_ERR_LIMIT);
    for (int i = 0; i < 200 && threads_of_this_process() > before; i++)
        usleep(5000);
    ck_assert_int_eq(threads_of_this_process(), before);
}
END

/* New threads are given stacks that do not fit into any machine. */
TEST(where_no_thread_can_be_made_the_caller_does_all) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, (size_t)1 << 46);
    ck_assert_int_eq(pthread_setattr_default_np(&attributes), 0);
    shared s = fresh();
    samen__work work = work_of(&s, TASKS);
    samen__run run = run_with(4);
    OK(samen__parallel(&work, &run, error));
    ck_assert_int_eq(s.merged, TASKS);
    ck_assert_int_eq(s.opened, 1);
    ck_assert_int_eq(s.closed, 1);
}
END

SUITE("core/threads", all_tasks_are_done_once_and_merged_in_order_by_any_number_of_threads,
      opening_closing_and_merging_may_be_left_out, tasks_begin_in_order_until_there_are_no_more,
      a_beginning_that_fails_stops_the_work, no_tasks_are_soon_done,
      there_are_no_more_threads_than_tasks, the_error_is_that_of_the_first_task_that_fails,
      a_failed_task_stops_those_that_wait_to_merge, a_merge_that_fails_stops_the_work,
      an_opening_that_fails_stops_the_work_and_what_it_made_is_closed,
      a_failure_needs_no_error_struct, only_the_calling_thread_tells_how_far_it_is,
      the_calling_thread_tells_while_it_waits_for_others, the_listener_stops_the_work,
      helpers_take_no_signals_and_the_callers_mask_is_as_before, no_thread_stays_behind,
      where_no_thread_can_be_made_the_caller_does_all,
      what_each_thread_has_is_taken_over_once_at_its_end,
      a_task_in_the_middle_of_its_work_hears_that_it_is_to_stop)
