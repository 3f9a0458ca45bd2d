/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge/engine.h"

#include <pthread.h>
#include <string.h>

#include "bridge/compat.h"
#include "core/error.h"
#include "core/text.h"

#if IGRAPH_THREAD_SAFE
#define PER_VISIT _Thread_local
#else
#define PER_VISIT
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
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

samen_status samen__engine(samen__visit visit, void *context, const char *what, samen__run *run,
                           samen_error *err) {
    visit_state state = {.run = run, .what = what};
#if !IGRAPH_THREAD_SAFE
    pthread_mutex_lock(&lock);
#endif
    current = &state;
    host_settings host = set_aside();
    IGRAPH_FINALLY_ENTER(); /* so that cleaning up after a failure leaves the host's own stack alone */
    igraph_error_t code = visit(context);
    IGRAPH_FINALLY_EXIT();
    put_back(&host);
    current = NULL;
#if !IGRAPH_THREAD_SAFE
    pthread_mutex_unlock(&lock);
#endif
    return translate(code, &state, err);
}

const char *samen_version_igraph(void) {
    const char *version = "";
    igraph_version(&version, NULL, NULL, NULL);
    return version;
}
