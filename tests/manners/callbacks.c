/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The progress callback: when and where it is called, stopping at each of its calls, and calling the library
 * from within it. The clock makes every chance to be called one. */
#define _GNU_SOURCE
#include <pthread.h>

#include "blocks.h"
#include "clock.h"
#include "doings.h"

enum {
    EVERY = SAMEN_THINNED > 1 ? 4 : 1,
    FEW = 5,
    TENTH = 100000000,
    MOST_STOPS = 12 / SAMEN_THINNED
};

/* ---- Work that can be stopped ---------------------------------------------------------------------- */

/* A doing that takes a run, or one table of one measure on a view of which nothing is made yet. */
typedef struct job {
    const doing *doing;
    const table_call *call;
} job;

static table_call calls[MOST_CALLS];
static job jobs[MOST_CALLS + 64];
static int jobs_count;

static void find_jobs(void) {
    int count = all_calls(calls, "group", 150, 1);
    jobs_count = 0;
    for (int i = 0; i < doings_count; i++) {
        if (doings[i].runs && doings[i].expected == SAMEN_OK &&
            strcmp(doings[i].name, "measure all") != 0)
            jobs[jobs_count++].doing = &doings[i];
    }
    for (int i = 0; i < count; i++)
        jobs[jobs_count++].call = &calls[i];
}

static const char *name_of(const job *j) {
    return j->doing ? j->doing->name : j->call->options;
}

static samen_status work(const job *j, const scene *s, const samen_run *run, samen_error *err) {
    samen_view *view = NULL;
    samen_table *table = NULL;
    if (j->doing)
        return j->doing->go(s, run, err);
    samen_status status = samen_view_make(s->network, "", run, &view, err);
    ck_assert((view != NULL) == (status == SAMEN_OK));
    if (status == SAMEN_OK) {
        status = samen_measure(view, j->call->measure, j->call->options, run, &table, err);
        ck_assert((table != NULL) == (status == SAMEN_OK));
    }
    samen_table_free(table);
    samen_view_free(view);
    return status;
}

/* ---- A listener ------------------------------------------------------------------------------------ */

typedef struct listener {
    int told, stop_at; /* which call stops the work; 0 for none */
    int elsewhere, out_of_range, after_stop;
    pthread_t caller;
} listener;

static int32_t listen_to(void *payload, double fraction, const char *what) {
    listener *l = payload;
    l->after_stop += l->stop_at && l->told >= l->stop_at;
    l->told++;
    l->elsewhere += !pthread_equal(pthread_self(), l->caller);
    l->out_of_range += !(fraction >= 0 && fraction <= 1) || !what || !*what;
    return l->told == l->stop_at ? -7 : 0;
}

static void *meet(void *barrier) {
    pthread_barrier_wait(barrier);
    return NULL;
}

/* The system keeps the stacks of some threads that ended, for the next ones: have it keep enough of them, so
 * that none is counted as a leak. */
static void warm_up(void) {
    pthread_attr_t small;
    pthread_barrier_t barrier;
    pthread_t threads[8];
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 1 << 18);
    ck_assert_int_eq(pthread_setattr_default_np(&small), 0);
    pthread_barrier_init(&barrier, NULL, 8);
    for (int i = 0; i < 8; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, meet, &barrier), 0);
    for (int i = 0; i < 8; i++)
        pthread_join(threads[i], NULL);
}

static void was_called_well(const listener *l, const job *j) {
    ck_assert_msg(!l->elsewhere && !l->out_of_range && !l->after_stop, "%s: %d, %d, %d", name_of(j),
                  l->elsewhere, l->out_of_range, l->after_stop);
}

/* Stop at the first call, the second, ... as long as there is one; the work then goes well. */
static void stop_at_each(const job *j, const scene *s, int threads) {
    int stops = 0;
    samen_run well = {.struct_size = sizeof well, .threads = threads};
    samen_status status = SAMEN_ERR_CANCELLED;
    OK(work(j, s, &well, error)); /* what is made once in a process */
    for (int at = 1; status != SAMEN_OK; at += at < MOST_STOPS ? 1 : at / 2) {
        listener l = {.stop_at = at, .caller = pthread_self()};
        samen_run run = {
            .struct_size = sizeof run, .threads = threads, .on_progress = listen_to, .payload = &l};
        samen_error error = {0};
        long before = atomic_load(&blocks_live);
        clock_stand(2 * TENTH);
        status = work(j, s, &run, &error);
        clock_real();
        was_called_well(&l, j);
        ck_assert_msg(atomic_load(&blocks_live) == before, "%s, stopped at %d: %ld blocks left",
                      name_of(j), at, atomic_load(&blocks_live) - before);
        if (status == SAMEN_OK) {
            ck_assert_int_lt(l.told, at);
            break;
        }
        ck_assert_msg(status == SAMEN_ERR_CANCELLED, "%s, stopped at %d: %s", name_of(j), at,
                      error.message);
        ck_assert_int_eq(error.code, status);
        ck_assert_ptr_nonnull(strstr(error.message, "stopped on request"));
        ck_assert_int_eq(l.told, at);
        stops++;
    }
    ck_assert_msg(stops > 0, "%s never asked", name_of(j));
}

TEST(work_stops_at_whichever_call_and_leaves_nothing) {
    scene s = scene_make();
    warm_up();
    find_jobs();
    char *expected = all_tables_on(s.view, 1);
    for (int i = 0; i < jobs_count; i += EVERY) {
        for (int threads = 1; threads <= 4; threads += 3) {
            atomic_store(&clock_pause, threads > 1 ? 50 : 0);
            stop_at_each(&jobs[i], &s, threads);
        }
    }
    char *after = all_tables_on(s.view, 4);
    ck_assert_str_eq(after, expected);
    free(after);
    free(expected);
    scene_clear(&s);
}
END

/* While time stands still, or a tenth of a second has not yet passed, nobody is told. */
TEST(short_work_is_not_told) {
    scene s = scene_make();
    find_jobs();
    for (int i = 0; i < jobs_count; i += EVERY) {
        listener l = {.caller = pthread_self()};
        const samen_run run = {
            .struct_size = sizeof run, .threads = 2, .on_progress = listen_to, .payload = &l};
        samen_error error = {0};
        clock_stand(0);
        samen_status status = work(&jobs[i], &s, &run, &error);
        clock_real();
        ck_assert_msg(status == SAMEN_OK && l.told == 0, "%s: %d calls, %s", name_of(&jobs[i]),
                      l.told, error.message);
    }
    scene_clear(&s);
}
END

/* A hundredth of a second for each look at the clock: at least ten looks between two calls. */
TEST(long_work_is_told_ten_times_a_second_at_most) {
    scene s = scene_make();
    find_jobs();
    int told = 0;
    for (int i = 0; i < jobs_count; i += EVERY) {
        listener l = {.caller = pthread_self()};
        const samen_run run = {
            .struct_size = sizeof run, .threads = 2, .on_progress = listen_to, .payload = &l};
        clock_stand(TENTH / 10);
        long long began = atomic_load(&clock_now);
        OK(work(&jobs[i], &s, &run, error));
        long long passed = atomic_load(&clock_now) - began;
        clock_real();
        was_called_well(&l, &jobs[i]);
        /* Steps that are prepared beforehand count by themselves: there are few of them. */
        ck_assert_msg(l.told <= passed / TENTH + FEW, "%s: %d calls in %lld tenths",
                      name_of(&jobs[i]), l.told, passed / TENTH);
        told += l.told;
    }
    ck_assert_int_gt(told, 0);
    scene_clear(&s);
}
END

/* ---- Calling the library from within ------------------------------------------------------------------ */

typedef struct nested {
    const scene *s;
    const samen_view *view; /* that is being measured */
    const char *expected;
    int asked, most;
} nested;

static int32_t use_everything(void *payload, double fraction, const char *what) {
    nested *n = payload;
    const samen_run run = {.struct_size = sizeof run, .threads = 2};
    (void)fraction;
    (void)what;
    if (n->asked >= n->most)
        return 0;
    n->asked++;
    clock_stand(0);
    for (int i = 0; i < doings_count; i++) {
        samen_status status = doings[i].go(n->s, &run, NULL);
        ck_assert_msg(status == doings[i].expected, "%s: %s", doings[i].name,
                      samen_status_name(status));
    }
    char *text = n->view ? all_tables_on(n->view, 2) : NULL;
    if (n->view)
        ck_assert_str_eq(text, n->expected);
    free(text);
    clock_stand(2 * TENTH);
    return 0;
}

TEST(a_callback_can_make_every_call) {
    scene s = scene_make(), inner = scene_make();
    find_jobs();
    for (int i = 0; i < jobs_count; i += EVERY) {
        nested n = {.s = &inner, .most = 2};
        const samen_run run = {
            .struct_size = sizeof run, .threads = 2, .on_progress = use_everything, .payload = &n};
        clock_stand(2 * TENTH);
        OK(work(&jobs[i], &s, &run, error));
        clock_real();
        ck_assert_int_gt(n.asked, 0);
    }
    scene_clear(&s);
    scene_clear(&inner);
}
END

/* What the view makes on first use is asked for again while it is being made. */
TEST(a_callback_can_measure_the_view_that_is_being_measured) {
    scene s = scene_make(), inner = scene_make();
    char *expected = all_tables_on(s.view, 1);
    for (int threads = 1; threads <= 4; threads += 3) {
        samen_view *view = NULL;
        OK(samen_view_make(s.network, "", NULL, &view, error));
        nested n = {.s = &inner, .view = view, .expected = expected, .most = 3};
        const samen_run run = {.struct_size = sizeof run,
                               .threads = threads,
                               .on_progress = use_everything,
                               .payload = &n};
        clock_stand(2 * TENTH);
        char *text = all_tables(view, &run);
        clock_real();
        ck_assert_int_eq(n.asked, 3);
        ck_assert_str_eq(text, expected);
        free(text);
        samen_view_free(view);
    }
    free(expected);
    scene_clear(&s);
    scene_clear(&inner);
}
END

/* ---- Waiting for another thread ------------------------------------------------------------------- */

typedef struct meeting {
    const samen_view *view;
    pthread_barrier_t begun, done;
    int waited;
} meeting;

static int32_t hold_on(void *payload, double fraction, const char *what) {
    meeting *m = payload;
    (void)fraction;
    (void)what;
    if (!m->waited++) {
        pthread_barrier_wait(&m->begun);
        pthread_barrier_wait(&m->done);
    }
    return 0;
}

static void *make_slowly(void *argument) {
    meeting *m = argument;
    const samen_run run = {.struct_size = sizeof run, .on_progress = hold_on, .payload = m};
    return all_tables(m->view, &run);
}

/* One thread makes what the view needs and takes its time; another one that waits for it can be stopped. */
TEST(who_waits_for_another_thread_can_be_stopped) {
    scene s = scene_make();
    char *expected = all_tables_on(s.view, 1);
    samen_view *view = NULL;
    OK(samen_view_make(s.network, "", NULL, &view, error));
    meeting m = {.view = view};
    pthread_t thread;
    void *result = NULL;
    pthread_barrier_init(&m.begun, NULL, 2);
    pthread_barrier_init(&m.done, NULL, 2);
    clock_stand(2 * TENTH);
    ck_assert_int_eq(pthread_create(&thread, NULL, make_slowly, &m), 0);
    pthread_barrier_wait(&m.begun);
    listener l = {.stop_at = 2, .caller = pthread_self()};
    const samen_run run = {.struct_size = sizeof run, .on_progress = listen_to, .payload = &l};
    samen_table *table = NULL;
    FAILS(SAMEN_ERR_CANCELLED, "stopped on request",
          samen_measure(view, "centrality.degree", "", &run, &table, error));
    ck_assert_ptr_null(table);
    pthread_barrier_wait(&m.done);
    pthread_join(thread, &result);
    clock_real();
    ck_assert_str_eq(result, expected);
    free(result);
    free(expected);
    samen_view_free(view);
    scene_clear(&s);
}
END

SUITE("manners/callbacks", work_stops_at_whichever_call_and_leaves_nothing, short_work_is_not_told,
      long_work_is_told_ten_times_a_second_at_most, a_callback_can_make_every_call,
      a_callback_can_measure_the_view_that_is_being_measured,
      who_waits_for_another_thread_can_be_stopped)
