/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bracket around igraph: what is told when a visit fails, and that the host's igraph is left as it was. */
#include "bridge/engine.h"

#include <pthread.h>

#include "suite.h"

/* ---- Failures become ours ------------------------------------------------------------------------- */

static igraph_error_t fine(void *context) {
    ++*(int *)context;
    return IGRAPH_SUCCESS;
}

static igraph_error_t memory_runs_out(void *context) {
    (void)context;
    IGRAPH_ERROR("no room for the queue", IGRAPH_ENOMEM);
}

static igraph_error_t is_refused(void *context) {
    igraph_vector_int_t vector;
    (void)context;
    IGRAPH_CHECK(igraph_vector_int_init(&vector, 100));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &vector);
    IGRAPH_ERROR("the first complaint", IGRAPH_EINVAL);
}

static igraph_error_t complains_twice(void *context) {
    igraph_error("the first complaint", __FILE__, __LINE__, IGRAPH_EINVAL);
    igraph_error("the second complaint", __FILE__, __LINE__, IGRAPH_EINVAL);
    (void)context;
    return IGRAPH_EINVAL;
}

static igraph_error_t fails_in_silence(void *context) {
    (void)context;
    return IGRAPH_UNIMPLEMENTED;
}

static igraph_error_t is_interrupted_by_nobody(void *context) {
    (void)context;
    return IGRAPH_INTERRUPTED;
}

static samen__run quiet(void) {
    samen__run run;
    OK(samen__run_prepare(NULL, 1, &run, error));
    return run;
}

TEST(a_visit_that_succeeds_is_made_once) {
    samen__run run = quiet();
    int visits = 0;
    OK(samen__engine(fine, &visits, "counting", &run, error));
    ck_assert_int_eq(visits, 1);
}
END

TEST(failures_are_told_in_our_words) {
    static const struct {
        samen__visit visit;
        samen_status status;
        const char *message;
    } cases[] = {
        {memory_runs_out, SAMEN_ERR_MEMORY, "memory"},
        {is_refused, SAMEN_ERR_ENGINE, "igraph could not do layouts: the first complaint"},
        {complains_twice, SAMEN_ERR_ENGINE, "igraph could not do layouts: the first complaint"},
        {fails_in_silence, SAMEN_ERR_ENGINE, "igraph could not do layouts: "},
        {is_interrupted_by_nobody, SAMEN_ERR_ENGINE, "igraph could not do layouts: "},
    };
    samen__run run = quiet();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        FAILS(cases[i].status, cases[i].message,
              samen__engine(cases[i].visit, NULL, "layouts", &run, error));
        ck_assert_int_eq(samen__engine(cases[i].visit, NULL, "layouts", &run, NULL),
                         cases[i].status);
    }
}
END

/* igraph's own words for a failure that says nothing. */
TEST(a_silent_failure_is_named_by_its_code) {
    samen__run run = quiet();
    FAILS(SAMEN_ERR_ENGINE, igraph_strerror(IGRAPH_UNIMPLEMENTED),
          samen__engine(fails_in_silence, NULL, "layouts", &run, error));
}
END

/* After a failure the next visit begins anew. */
TEST(a_failure_leaves_no_trace) {
    samen__run run = quiet();
    int visits = 0;
    FAILS(SAMEN_ERR_ENGINE, "the first complaint",
          samen__engine(is_refused, NULL, "layouts", &run, error));
    OK(samen__engine(fine, &visits, "counting", &run, error));
    FAILS(SAMEN_ERR_ENGINE, igraph_strerror(IGRAPH_UNIMPLEMENTED),
          samen__engine(fails_in_silence, NULL, "layouts", &run, error));
}
END

/* ---- The host's igraph --------------------------------------------------------------------------- */

static int host_errors, host_warnings;

static void host_error(const char *reason, const char *file, int line, igraph_error_t code) {
    (void)reason;
    (void)file;
    (void)line;
    (void)code;
    host_errors++;
}

static void host_warning(const char *reason, const char *file, int line) {
    (void)reason;
    (void)file;
    (void)line;
    host_warnings++;
}

static igraph_error_t host_status(const char *message, void *data) {
    (void)message;
    (void)data;
    return IGRAPH_SUCCESS;
}

static igraph_error_t host_progress(const char *message, igraph_real_t percent, void *data) {
    (void)message;
    (void)percent;
    (void)data;
    return IGRAPH_SUCCESS;
}

static igraph_error_t warns(void *context) {
    (void)context;
    igraph_warning("a word of warning", __FILE__, __LINE__);
    return IGRAPH_SUCCESS;
}

/* Set handlers, run a visit, and see that they are the host's again: setting hands out the old one. */
static void keep_handlers(samen__visit visit) {
    samen__run run = quiet();
    int visits = 0;
    igraph_error_handler_t *error = igraph_set_error_handler(host_error);
    igraph_warning_handler_t *warning = igraph_set_warning_handler(host_warning);
    igraph_status_handler_t *status = igraph_set_status_handler(host_status);
    igraph_progress_handler_t *progress = igraph_set_progress_handler(host_progress);
    igraph_attribute_table_t *table = igraph_set_attribute_table(&igraph_cattribute_table);
    host_errors = host_warnings = 0;
    samen__engine(visit, &visits, "something", &run, NULL);
    ck_assert_int_eq(host_errors, 0);
    ck_assert_int_eq(host_warnings, 0);
    ck_assert(igraph_set_error_handler(error) == host_error);
    ck_assert(igraph_set_warning_handler(warning) == host_warning);
    ck_assert(igraph_set_status_handler(status) == host_status);
    ck_assert(igraph_set_progress_handler(progress) == host_progress);
    ck_assert_ptr_eq(igraph_set_attribute_table(table), &igraph_cattribute_table);
}

TEST(handlers_of_the_host_are_set_aside_and_put_back) {
    keep_handlers(fine);
    keep_handlers(is_refused);
    keep_handlers(memory_runs_out);
    keep_handlers(warns);
}
END

static int destroyed;

static void destroy(void *what) {
    (void)what;
    destroyed++;
}

/* What the host has on igraph's stack of things to clean up is not ours to clean up. */
TEST(what_the_host_would_clean_up_is_left_alone) {
    samen__run run = quiet();
    int thing = 0;
    IGRAPH_FINALLY(destroy, &thing);
    FAILS(SAMEN_ERR_ENGINE, "the first complaint",
          samen__engine(is_refused, NULL, "layouts", &run, error));
    ck_assert_int_eq(destroyed, 0);
    ck_assert_int_eq(IGRAPH_FINALLY_STACK_SIZE(), 1);
    IGRAPH_FINALLY_FREE();
    ck_assert_int_eq(destroyed, 1);
}
END

/* ---- Stopping ------------------------------------------------------------------------------------ */

static int asked;

static int32_t stop(void *payload, double fraction, const char *what) {
    asked++;
    ck_assert_str_eq(what, "a long layout");
    ck_assert(fraction >= 0 && fraction <= 1);
    return *(int32_t *)payload;
}

/* The girth asks now and then whether to go on. */
static igraph_error_t takes_long(void *context) {
    igraph_t ring;
    igraph_real_t girth = 0;
    IGRAPH_CHECK(igraph_ring(&ring, 50, IGRAPH_UNDIRECTED, 0, 1));
    IGRAPH_FINALLY(igraph_destroy, &ring);
    IGRAPH_CHECK(igraph_girth(&ring, &girth, NULL));
    *(int *)context = (int)girth;
    igraph_destroy(&ring);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* The caller hears at most ten times a second; the last time lies long back here. */
static samen__run told_long_ago(int32_t *answer) {
    const samen_run given = {.struct_size = sizeof given, .on_progress = stop, .payload = answer};
    samen__run run;
    OK(samen__run_prepare(&given, 1, &run, error));
    run.reported = 0;
    return run;
}

TEST(the_caller_can_stop_igraph) {
    int32_t answer = 1;
    int girth = 0;
    samen__run run = told_long_ago(&answer);
    FAILS(SAMEN_ERR_CANCELLED, "a long layout was stopped on request",
          samen__engine(takes_long, &girth, "a long layout", &run, error));
    ck_assert_int_eq(asked, 1);
    ck_assert_int_eq(girth, 0);
}
END

TEST(the_caller_can_let_igraph_go_on) {
    int32_t answer = 0;
    int girth = 0;
    samen__run run = told_long_ago(&answer);
    OK(samen__engine(takes_long, &girth, "a long layout", &run, error));
    ck_assert_int_eq(asked, 1);
    ck_assert_int_eq(girth, 50);
}
END

/* ---- Threads ------------------------------------------------------------------------------------- */

/* A graph of its own, made and measured. */
static igraph_error_t makes_a_ring(void *context) {
    igraph_t ring;
    igraph_vector_int_t cuts;
    IGRAPH_CHECK(igraph_ring(&ring, 50, IGRAPH_UNDIRECTED, 0, 0));
    IGRAPH_FINALLY(igraph_destroy, &ring);
    IGRAPH_CHECK(igraph_vector_int_init(&cuts, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &cuts);
    IGRAPH_CHECK(igraph_articulation_points(&ring, &cuts));
    *(int64_t *)context = igraph_vector_int_size(&cuts);
    igraph_vector_int_destroy(&cuts);
    igraph_destroy(&ring);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

static void *visits(void *failed) {
    samen__run run = {.threads = 1, .to = 1};
    for (int i = 0; i < 200; i++) {
        int64_t cuts = 0;
        if (samen__engine(makes_a_ring, &cuts, "rings", &run, NULL) != SAMEN_OK || cuts != 48 ||
            samen__engine(is_refused, NULL, "nothing", &run, NULL) != SAMEN_ERR_ENGINE)
            ++*(int *)failed;
    }
    return NULL;
}

/* Each in a valid way of its own, which aborts the process where igraph is not thread-safe. */
TEST(many_threads_can_visit_at_once) {
    pthread_t threads[8];
    int failed[8] = {0};
    for (int i = 0; i < 8; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, visits, &failed[i]), 0);
    for (int i = 0; i < 8; i++) {
        pthread_join(threads[i], NULL);
        ck_assert_int_eq(failed[i], 0);
    }
}
END

/* A visit that makes another one, as a progress callback may, and then fails or not. */
static igraph_error_t visits_within(void *context) {
    samen__run run = {.threads = 1, .to = 1};
    igraph_vector_int_t vector;
    int64_t cuts = 0;
    IGRAPH_CHECK(igraph_vector_int_init(&vector, 100));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &vector);
    if (samen__engine(makes_a_ring, &cuts, "rings", &run, NULL) != SAMEN_OK || cuts != 48)
        return IGRAPH_FAILURE;
    FAILS(SAMEN_ERR_ENGINE, "the first complaint",
          samen__engine(is_refused, NULL, "the inner one", &run, error));
    if (*(int *)context)
        IGRAPH_ERROR("the outer complaint", IGRAPH_EINVAL);
    igraph_vector_int_destroy(&vector);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

TEST(a_visit_within_a_visit_leaves_the_outer_one_as_it_was) {
    samen__run run = quiet();
    int fails = 0;
    OK(samen__engine(visits_within, &fails, "both", &run, error));
    keep_handlers(visits_within);
    fails = 1;
    FAILS(SAMEN_ERR_ENGINE, "igraph could not do both: the outer complaint",
          samen__engine(visits_within, &fails, "both", &run, error));
    ck_assert_int_eq(IGRAPH_FINALLY_STACK_SIZE(), 0);
}
END

#if !IGRAPH_THREAD_SAFE

static pthread_barrier_t begun, over;

static igraph_error_t stays(void *context) {
    (void)context;
    pthread_barrier_wait(&begun);
    pthread_barrier_wait(&over);
    return IGRAPH_SUCCESS;
}

static void *stay(void *unused) {
    samen__run run = {.threads = 1, .to = 1};
    (void)samen__engine(stays, NULL, "staying", &run, NULL);
    return unused;
}

TEST(who_waits_for_the_visit_of_another_thread_can_be_stopped) {
    int32_t answer = 1;
    int girth = 0;
    pthread_t thread;
    samen__run run = told_long_ago(&answer);
    pthread_barrier_init(&begun, NULL, 2);
    pthread_barrier_init(&over, NULL, 2);
    ck_assert_int_eq(pthread_create(&thread, NULL, stay, NULL), 0);
    pthread_barrier_wait(&begun);
    FAILS(SAMEN_ERR_CANCELLED, "a long layout was stopped on request",
          samen__engine(takes_long, &girth, "a long layout", &run, error));
    ck_assert_int_eq(asked, 1);
    pthread_barrier_wait(&over);
    pthread_join(thread, NULL);
    run = quiet();
    OK(samen__engine(takes_long, &girth, "a long layout", &run, error));
}
END

#else
#define who_waits_for_the_visit_of_another_thread_can_be_stopped many_threads_can_visit_at_once
#endif

TEST(the_version_is_that_of_the_linked_igraph) {
    const char *version = NULL;
    igraph_version(&version, NULL, NULL, NULL);
    ck_assert_str_eq(samen_version_igraph(), version);
}
END

SUITE("bridge/engine", a_visit_that_succeeds_is_made_once, failures_are_told_in_our_words,
      a_silent_failure_is_named_by_its_code, a_failure_leaves_no_trace,
      handlers_of_the_host_are_set_aside_and_put_back, what_the_host_would_clean_up_is_left_alone,
      the_caller_can_stop_igraph, the_caller_can_let_igraph_go_on, many_threads_can_visit_at_once,
      a_visit_within_a_visit_leaves_the_outer_one_as_it_was,
      who_waits_for_the_visit_of_another_thread_can_be_stopped,
      the_version_is_that_of_the_linked_igraph)
