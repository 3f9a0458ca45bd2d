/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Processes that fork: after use, before use, in the middle of it. A child that hangs is ended by its alarm. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "doings.h"

enum { PATIENCE = 60, FORKS = 6 / SAMEN_THINNED };

static void came_to_a_good_end(pid_t child) {
    int status = 0;
    ck_assert_int_gt(child, 0);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "child ended with %x",
                  (unsigned)status);
}

/* In a child: reads, writes, builds, sees and measures with threads, and measures what it has from its
 * parent. Gives an exit status. */
static int works(const scene *s, const char *expected) {
    alarm(PATIENCE);
    const samen_run run = {.struct_size = sizeof run, .threads = 4};
    scene own = scene_make();
    for (int i = 0; i < doings_count; i++) {
        if (doings[i].go(&own, &run, NULL) != doings[i].expected)
            return 1;
    }
    scene_clear(&own);
    char *text = all_tables_on(s->view, 4);
    int same = text && strcmp(text, expected) == 0;
    free(text);
    return same ? 0 : 2;
}

TEST(parent_child_and_grandchild_measure_the_same) {
    scene s = scene_make();
    char *expected = all_tables_on(s.view, 4);
    pid_t child = fork();
    if (child == 0) {
        pid_t grandchild = fork();
        int status = 0;
        if (grandchild == 0)
            _exit(works(&s, expected));
        int failed = works(&s, expected);
        if (waitpid(grandchild, &status, 0) != grandchild || status != 0)
            failed = 3;
        _exit(failed);
    }
    ck_assert_int_eq(works(&s, expected), 0);
    alarm(0);
    came_to_a_good_end(child);
    free(expected);
    scene_clear(&s);
}
END

TEST(a_child_can_be_the_first_to_use_the_library) {
    scene s = {0};
    pid_t child = fork();
    if (child == 0) {
        alarm(PATIENCE);
        s = scene_make();
        char *text = all_tables_on(s.view, 4);
        scene_clear(&s);
        _exit(text ? 0 : 1);
    }
    came_to_a_good_end(child);
    s = scene_make();
    char *text = all_tables_on(s.view, 4);
    ck_assert_ptr_nonnull(text);
    free(text);
    scene_clear(&s);
}
END

/* ---- While another thread is at work ------------------------------------------------------------- */

static atomic_int enough;

static void *work_on(void *argument) {
    const scene *s = argument;
    const samen_run run = {.struct_size = sizeof run, .threads = 2};
    while (!atomic_load(&enough)) {
        for (int i = 0; i < doings_count; i++)
            (void)doings[i].go(s, &run, NULL);
    }
    return NULL;
}

TEST(a_child_forked_at_any_moment_can_use_everything) {
    scene s = scene_make(), own = scene_make();
    char *expected = all_tables_on(s.view, 4);
    pthread_t threads[2];
    for (int i = 0; i < 2; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, work_on, &own), 0);
    for (int i = 0; i < 40 / SAMEN_THINNED; i++) {
        usleep((useconds_t)(i * 997 % 5000));
        pid_t child = fork();
        if (child == 0)
            _exit(works(&s, expected));
        came_to_a_good_end(child);
    }
    atomic_store(&enough, 1);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    free(expected);
    scene_clear(&s);
    scene_clear(&own);
}
END

/* A callback that waits, in the thread that is asked, at the first call about some work. */
typedef struct halt {
    const char *at;
    int halted;
    sem_t reached, go_on;
} halt;

static int32_t halt_there(void *payload, double fraction, const char *what) {
    halt *h = payload;
    (void)fraction;
    if (h->halted || !strstr(what, h->at))
        return 0;
    h->halted = 1;
    sem_post(&h->reached);
    sem_wait(&h->go_on);
    return 0;
}

typedef struct job {
    const samen_view *view;
    samen_run run;
} job;

static void *do_job(void *argument) {
    const job *j = argument;
    return all_tables(j->view, &j->run);
}

/* What a view makes on first use is half made by a thread that the child does not have. */
TEST(a_view_that_is_being_made_can_be_used_in_the_child) {
    static const char *const stages[] = {"tying organisations", "rows"};
    scene s = scene_make();
    char *expected = all_tables_on(s.view, 4);
    for (int i = 0; i < 2; i++) {
        halt h = {.at = stages[i]};
        samen_view *view = NULL;
        OK(samen_view_make(s.network, "", NULL, &view, error));
        job j = {.view = view,
                 .run = {.struct_size = sizeof j.run,
                         .threads = 2,
                         .on_progress = halt_there,
                         .payload = &h}};
        pthread_t thread;
        void *result = NULL;
        sem_init(&h.reached, 0, 0);
        sem_init(&h.go_on, 0, 0);
        clock_stand(200000000);
        ck_assert_int_eq(pthread_create(&thread, NULL, do_job, &j), 0);
        sem_wait(&h.reached);
        pid_t child = fork();
        if (child == 0) {
            alarm(PATIENCE);
            char *text = all_tables_on(view, 4);
            samen_view_free(view);
            _exit(text && strcmp(text, expected) == 0 ? 0 : 1);
        }
        came_to_a_good_end(child);
        sem_post(&h.go_on);
        pthread_join(thread, &result);
        clock_real();
        ck_assert_str_eq(result, expected);
        free(result);
        samen_view_free(view);
    }
    free(expected);
    scene_clear(&s);
}
END

/* ---- From within the callback -------------------------------------------------------------------- */

typedef struct forking {
    const scene *s;
    const char *expected;
    int forked;
} forking;

static int32_t fork_here(void *payload, double fraction, const char *what) {
    forking *f = payload;
    (void)fraction;
    (void)what;
    if (f->forked == FORKS)
        return 1;
    f->forked++;
    clock_real();
    pid_t child = fork();
    if (child == 0)
        _exit(works(f->s, f->expected));
    came_to_a_good_end(child);
    clock_stand(200000000);
    return 0;
}

TEST(a_callback_can_fork_a_child_that_uses_everything_and_exits) {
    scene s = scene_make();
    char *expected = all_tables_on(s.view, 4);
    forking f = {.s = &s, .expected = expected};
    const samen_run run = {
        .struct_size = sizeof run, .threads = 2, .on_progress = fork_here, .payload = &f};
    for (int i = 0; i < doings_count; i++) {
        if (!doings[i].runs)
            continue;
        f.forked = 0;
        clock_stand(200000000);
        (void)doings[i].go(&s, &run, NULL);
        clock_real();
        ck_assert_int_gt(f.forked, 0);
    }
    free(expected);
    scene_clear(&s);
}
END

SUITE("manners/forking", parent_child_and_grandchild_measure_the_same,
      a_child_can_be_the_first_to_use_the_library, a_child_forked_at_any_moment_can_use_everything,
      a_view_that_is_being_made_can_be_used_in_the_child,
      a_callback_can_fork_a_child_that_uses_everything_and_exits)
