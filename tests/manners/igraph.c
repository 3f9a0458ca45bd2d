/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A host that uses igraph itself finds it as it left it after every kind of call. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <igraph.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "doings.h"

/* ---- A host with settings of its own ------------------------------------------------------------- */

static int heard; /* by any of the host's handlers */

static void host_error(const char *reason, const char *file, int line, igraph_error_t code) {
    (void)reason;
    (void)file;
    (void)line;
    (void)code;
    heard++;
    IGRAPH_FINALLY_FREE();
}

static void host_warning(const char *reason, const char *file, int line) {
    (void)reason;
    (void)file;
    (void)line;
    heard++;
}

static igraph_error_t host_progress(const char *message, igraph_real_t percent, void *data) {
    (void)message;
    (void)percent;
    (void)data;
    heard++;
    return IGRAPH_SUCCESS;
}

static igraph_error_t host_status(const char *message, void *data) {
    (void)message;
    (void)data;
    heard++;
    return IGRAPH_SUCCESS;
}

#if IGRAPH_VERSION_MAJOR >= 1
static igraph_bool_t host_interruption(void) {
    heard++;
    return false;
}
#else
static igraph_error_t host_interruption(void *data) {
    (void)data;
    heard++;
    return IGRAPH_SUCCESS;
}
#endif

static void host_cleanup(void *thing) {
    ++*(int *)thing;
}

static void set_up(void) {
    igraph_set_error_handler(host_error);
    igraph_set_warning_handler(host_warning);
    igraph_set_progress_handler(host_progress);
    igraph_set_status_handler(host_status);
    igraph_set_interruption_handler(host_interruption);
    igraph_set_attribute_table(&igraph_cattribute_table);
    heard = 0;
}

/* Setting a handler hands out the one before. */
static int is_as_set_up(void) {
    return igraph_set_error_handler(host_error) == host_error &&
           igraph_set_warning_handler(host_warning) == host_warning &&
           igraph_set_progress_handler(host_progress) == host_progress &&
           igraph_set_status_handler(host_status) == host_status &&
           igraph_set_interruption_handler(host_interruption) == host_interruption &&
           igraph_set_attribute_table(&igraph_cattribute_table) == &igraph_cattribute_table;
}

static int32_t stop(void *payload, double fraction, const char *what) {
    (void)payload;
    (void)fraction;
    (void)what;
    return 1;
}

TEST(handlers_the_stack_and_the_generator_stay_the_hosts) {
    const samen_run stopped = {.struct_size = sizeof stopped, .on_progress = stop};
    scene s = scene_make();
    int cleaned = 0;
    igraph_integer_t expected[200];
    igraph_rng_seed(igraph_rng_default(), 42);
    for (int i = 0; i < 200; i++)
        expected[i] = igraph_rng_get_integer(igraph_rng_default(), 0, 1000000);
    igraph_rng_seed(igraph_rng_default(), 42);
    igraph_rng_t *generator = igraph_rng_default();
    set_up();
    IGRAPH_FINALLY(host_cleanup, &cleaned);
    for (int i = 0; i < doings_count; i++) {
        for (int cancelled = 0; cancelled < 2; cancelled++) {
            int draw = 2 * i + cancelled;
            clock_stand(cancelled ? 200000000 : 0);
            doings[i].go(&s, cancelled ? &stopped : NULL, NULL);
            clock_real();
            ck_assert_msg(is_as_set_up(), "%s", doings[i].name);
            ck_assert_int_eq(IGRAPH_FINALLY_STACK_SIZE(), 1);
            ck_assert_ptr_eq(igraph_rng_default(), generator);
            ck_assert_int_eq(igraph_rng_get_integer(generator, 0, 1000000), expected[draw]);
        }
    }
    ck_assert_int_eq(heard, 0);
    ck_assert_int_eq(cleaned, 0);
    IGRAPH_FINALLY_FREE();
    ck_assert_int_eq(cleaned, 1);
    scene_clear(&s);
}
END

/* ---- A fork in the middle of igraph's work ------------------------------------------------------- */

/* igraph's own function, which waits in the thread that was asked to until it is let go. */
static sem_t inside, let_go;
static _Thread_local int waits;

__attribute__((visibility("default"))) igraph_error_t igraph_connected_components(
    const igraph_t *graph, igraph_vector_int_t *membership, igraph_vector_int_t *sizes,
    igraph_integer_t *count, igraph_connectedness_t mode) {
    static igraph_error_t (*real)(const igraph_t *, igraph_vector_int_t *, igraph_vector_int_t *,
                                  igraph_integer_t *, igraph_connectedness_t);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "igraph_connected_components");
    if (waits) {
        waits = 0;
        sem_post(&inside);
        sem_wait(&let_go);
    }
    return real(graph, membership, sizes, count, mode);
}

static void *measure_and_wait(void *view) {
    waits = 1;
    return all_tables_on(view, 1);
}

/* In the child: the host's igraph is the host's, and all measures come to the same. */
static int is_well(const samen_view *view, const char *expected) {
    int cleaned = 0;
    alarm(60);
    if (!is_as_set_up() || IGRAPH_FINALLY_STACK_SIZE() != 1)
        return 1;
    char *again = all_tables_on(view, 4);
    if (!again || strcmp(again, expected) != 0)
        return 2;
    free(again);
    if (!is_as_set_up() || IGRAPH_FINALLY_STACK_SIZE() != 1)
        return 3;
    IGRAPH_FINALLY(host_cleanup, &cleaned);
    igraph_error("of the host", __FILE__, __LINE__, IGRAPH_EINVAL);
    return cleaned == 1 && heard == 1 ? 0 : 4;
}

TEST(a_child_forked_in_the_middle_of_a_visit_has_the_hosts_igraph) {
    int outer = 0;
    samen_view *view = clique_view(30, 1);
    char *expected = all_tables_on(view, 4);
    set_up();
    IGRAPH_FINALLY(host_cleanup, &outer);
    sem_init(&inside, 0, 0);
    sem_init(&let_go, 0, 0);
    for (int i = 0; i < 20; i++) {
        pthread_t thread;
        void *result = NULL;
        int status = 0;
        ck_assert_int_eq(pthread_create(&thread, NULL, measure_and_wait, view), 0);
        sem_wait(&inside);
        pid_t child = fork();
        if (child == 0)
            _exit(is_well(view, expected));
        ck_assert_int_eq(waitpid(child, &status, 0), child);
        ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "child %d: %x", i,
                      (unsigned)status);
        sem_post(&let_go);
        pthread_join(thread, &result);
        ck_assert_str_eq(result, expected);
        free(result);
        ck_assert(is_as_set_up());
    }
    IGRAPH_FINALLY_CLEAN(1);
    free(expected);
    samen_view_free(view);
}
END

/* ---- The callback inside igraph ------------------------------------------------------------------ */

typedef struct asking {
    const samen_view *view;
    const char *expected;
    int asked, depth;
} asking;

static int32_t measure_too(void *payload, double fraction, const char *what) {
    asking *a = payload;
    (void)fraction;
    if (a->depth || a->asked >= 5 || !strstr(what, "components"))
        return 0;
    a->depth++;
    a->asked++;
    clock_stand(0);
    char *text = all_tables_on(a->view, 2);
    clock_stand(200000000);
    ck_assert_ptr_nonnull(text);
    ck_assert_str_eq(text, a->expected);
    free(text);
    a->depth--;
    return 0;
}

/* igraph asks whether to go on, the callback measures once more and so visits igraph within a visit. */
TEST(a_visit_within_a_visit_comes_to_the_same) {
    samen_view *view = clique_view(60, 1);
    char *expected = all_tables_on(view, 1);
    asking a = {.view = view, .expected = expected};
    const samen_run run = {
        .struct_size = sizeof run, .threads = 1, .on_progress = measure_too, .payload = &a};
    set_up();
    clock_stand(200000000);
    char *text = all_tables(view, &run);
    clock_real();
    ck_assert_str_eq(text, expected);
    ck_assert_int_ge(a.asked, 1);
    ck_assert(is_as_set_up());
    ck_assert_int_eq(IGRAPH_FINALLY_STACK_SIZE(), 0);
    free(text);
    free(expected);
    samen_view_free(view);
}
END

SUITE("manners/igraph", handlers_the_stack_and_the_generator_stay_the_hosts,
      a_child_forked_in_the_middle_of_a_visit_has_the_hosts_igraph,
      a_visit_within_a_visit_comes_to_the_same)
