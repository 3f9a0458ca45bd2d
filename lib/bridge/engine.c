/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge/engine.h"

#include <pthread.h>
#include <string.h>

#include "bridge/compat.h"
#include "core/error.h"
#include "core/text.h"
#include "core/turn.h"

#if IGRAPH_THREAD_SAFE
#define PER_VISIT _Thread_local
#else
#define PER_VISIT
#endif

/* What the handlers need to know of the visit that is going on. */
typedef struct visit_state {
    samen__run *run;
    const char *what;
    samen_error stopped; /* the caller asked to stop */
    char message[256];   /* igraph's first complaint */
} visit_state;

static PER_VISIT visit_state *current;

typedef struct host_settings {
    igraph_error_handler_t *error;
    igraph_warning_handler_t *warning;
    igraph_interruption_handler_t *interruption;
    igraph_progress_handler_t *progress;
    igraph_status_handler_t *status;
    const igraph_attribute_table_t *attributes;
    int cleanups; /* on igraph's stack of things to clean up */
} host_settings;

static void on_error(const char *reason, const char *file, int line, igraph_error_t code) {
    (void)file;
    (void)line;
    (void)code;
    if (!current->message[0]) {
        samen__text text = samen__text_fixed(current->message, sizeof current->message);
        samen__text_format(&text, "%s", reason);
    }
    IGRAPH_FINALLY_FREE();
}

static void on_warning(const char *reason, const char *file, int line) {
    (void)reason;
    (void)file;
    (void)line;
}

static SAMEN__INTERRUPTION_RESULT on_interruption(SAMEN__INTERRUPTION_ARGUMENTS) {
    if (samen__run_tell(current->run, 0.5, current->what, &current->stopped) == SAMEN_OK)
        return SAMEN__INTERRUPTION_GO_ON;
    IGRAPH_FINALLY_FREE();
    return SAMEN__INTERRUPTION_STOP;
}

static host_settings set_aside(void) {
    return (host_settings){
        .error = igraph_set_error_handler(on_error),
        .warning = igraph_set_warning_handler(on_warning),
        .interruption = igraph_set_interruption_handler(on_interruption),
        .progress = igraph_set_progress_handler(NULL),
        .status = igraph_set_status_handler(NULL),
        .attributes = igraph_set_attribute_table(NULL),
        .cleanups = IGRAPH_FINALLY_STACK_SIZE(),
    };
}

static void put_back(const host_settings *host) {
    igraph_set_error_handler(host->error);
    igraph_set_warning_handler(host->warning);
    igraph_set_interruption_handler(host->interruption);
    igraph_set_progress_handler(host->progress);
    igraph_set_status_handler(host->status);
    igraph_set_attribute_table(host->attributes);
}

static samen_status translate(igraph_error_t code, const visit_state *state, samen_error *err) {
    if (code == IGRAPH_SUCCESS)
        return SAMEN_OK;
    if (code == IGRAPH_ENOMEM)
        return samen__fail_memory(err);
    if (code == IGRAPH_INTERRUPTED && state->stopped.code != SAMEN_OK)
        return samen__fail_as(err, &state->stopped);
    return samen__fail(err, SAMEN_ERR_ENGINE, "igraph could not do %s: %s", state->what,
                       state->message[0] ? state->message : igraph_strerror(code));
}

/* ---- Coming and going: what belongs to the host is set aside, and put back ------------------------ */

/* A visit within another one, by a progress callback, sets aside what that one had set. */
static host_settings enter(visit_state *state) {
    host_settings before = set_aside();
    IGRAPH_FINALLY_ENTER(); /* so that cleaning up after a failure leaves the host's own stack alone */
    current = state;
    return before;
}

static void leave(const host_settings *before, visit_state *outer) {
    current = outer;
    IGRAPH_FINALLY_EXIT();
    put_back(before);
}

#if IGRAPH_THREAD_SAFE

static samen_status make_visit(samen__visit visit, void *context, visit_state *state,
                               igraph_error_t *code, samen_error *err) {
    visit_state *outer = current;
    (void)err;
    host_settings before = enter(state);
    *code = visit(context);
    leave(&before, outer);
    return SAMEN_OK;
}

#else

static samen__turn turn;

/* Of the outermost visit, for the child of a fork in the middle of it. The lock is held while one comes or
 * goes, and by a process that forks, so that the child finds either all or nothing set aside. */
static pthread_mutex_t exchange = PTHREAD_MUTEX_INITIALIZER;
static host_settings aside;
static int visits;
static pthread_t visitor;

static void before_fork(void) {
    pthread_mutex_lock(&exchange);
}

static void after_fork(void) {
    pthread_mutex_unlock(&exchange);
}

/* The thread in the middle of a visit, unless it is the one that forked, is not in the child and never puts
 * back what it set aside. What it was to clean up may be half made, and is let go of. */
static void after_fork_in_child(void) {
    if (visits > 0 && !pthread_equal(visitor, pthread_self())) {
        IGRAPH_FINALLY_CLEAN(IGRAPH_FINALLY_STACK_SIZE() - aside.cleanups);
        while (visits-- > 0)
            IGRAPH_FINALLY_EXIT();
        visits = 0;
        current = NULL;
        put_back(&aside);
    }
    pthread_mutex_unlock(&exchange);
}

static int32_t watching;

__attribute__((constructor(102))) static void watch_forks(void) {
    watching = pthread_atfork(before_fork, after_fork, after_fork_in_child) == 0;
}

static samen_status make_visit(samen__visit visit, void *context, visit_state *state,
                               igraph_error_t *code, samen_error *err) {
    samen_status status = watching ? SAMEN_OK : samen__fail_memory(err);
    if (status == SAMEN_OK)
        status = samen__turn_take(&turn, state->run, state->what, err);
    if (status != SAMEN_OK)
        return status;
    visit_state *outer = current;
    pthread_mutex_lock(&exchange);
    host_settings before = enter(state);
    if (visits++ == 0) {
        aside = before;
        visitor = pthread_self();
    }
    pthread_mutex_unlock(&exchange);
    *code = visit(context);
    pthread_mutex_lock(&exchange);
    leave(&before, outer);
    visits--;
    pthread_mutex_unlock(&exchange);
    samen__turn_give(&turn);
    return SAMEN_OK;
}

#endif

samen_status samen__engine(samen__visit visit, void *context, const char *what, samen__run *run,
                           samen_error *err) {
    visit_state state = {.run = run, .what = what};
    igraph_error_t code = IGRAPH_SUCCESS;
    samen_status status = make_visit(visit, context, &state, &code, err);
    return status == SAMEN_OK ? translate(code, &state, err) : status;
}

const char *samen_version_igraph(void) {
    const char *version = "";
    igraph_version(&version, NULL, NULL, NULL);
    return version;
}
