/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library that stands in front of samen and misbehaves in the way that SAMEN_MISDEED names, once in each
 * call of samen_measure() with a run, or of samen_io_read(). With it the tests of manners must fail: see run. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fenv.h>
#include <igraph.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "samen/samen.h"

static char misdeed[64];

__attribute__((constructor)) static void choose(void) {
    const char *named = getenv("SAMEN_MISDEED");
    snprintf(misdeed, sizeof misdeed, "%s", named ? named : "");
}

static int is(const char *name) {
    return strcmp(misdeed, name) == 0;
}

static void *sleep_on(void *unused) {
    sleep(1000);
    return unused;
}

static void ignore_error(const char *reason, const char *file, int line, igraph_error_t code) {
    (void)reason;
    (void)file;
    (void)line;
    (void)code;
}

/* So that no compiler finds it to be of no use. */
extern void *volatile rude_left;
void *volatile rude_left;

/* What stays when the call is over. */
static void misbehave(void) {
    pthread_t thread;
    sigset_t mask;
    if (is("leaves a thread") && pthread_create(&thread, NULL, sleep_on, NULL) == 0)
        pthread_detach(thread);
    if (is("leaves a file open"))
        (void)!open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (is("prints"))
        printf("done\n");
    if (is("complains"))
        fprintf(stderr, "warning\n");
    if (is("reads the environment"))
        (void)!getenv("HOME");
    if (is("changes the locale"))
        setlocale(LC_ALL, "C");
    if (is("changes the thread's locale"))
        uselocale(newlocale(LC_ALL_MASK, "C", (locale_t)0));
    if (is("changes the folder"))
        (void)!chdir("/usr");
    if (is("changes the mask of files"))
        umask(0);
    if (is("ignores a signal"))
        signal(SIGPIPE, SIG_IGN);
    if (is("restores a signal"))
        signal(SIGTERM, SIG_DFL);
    if (is("blocks a signal") && sigemptyset(&mask) == 0 && sigaddset(&mask, SIGUSR1) == 0)
        pthread_sigmask(SIG_BLOCK, &mask, NULL);
    if (is("rounds downward"))
        fesetround(FE_DOWNWARD);
    if (is("sets igraph's handler"))
        igraph_set_error_handler(ignore_error);
    if (is("draws from igraph's generator"))
        igraph_rng_get_integer(igraph_rng_default(), 0, 10);
    if (is("leaves memory"))
        rude_left = malloc(1000);
    if (is("traps")) {
        volatile double zero = 0;
        zero = 1 / zero;
    }
}

/* More of the stack than anybody should need. */
static void use_stack(int deep) {
    volatile char block[4096];
    block[0] = (char)deep;
    if (deep > 0)
        use_stack(deep - 1);
    block[4095] = block[0];
}

/* Waits for a hundredth of a second, and takes an interruption for a failure. */
static int is_interrupted(void) {
    const struct timespec a_while = {.tv_nsec = 10000000};
    return nanosleep(&a_while, NULL) != 0 && errno == EINTR;
}

/* Says in a call that the listener is never told to stop, or is told by another thread. */
static samen_progress listener;

static int32_t deaf(void *payload, double fraction, const char *what) {
    (void)listener(payload, fraction, what);
    return 0;
}

typedef struct message {
    void *payload;
    double fraction;
    const char *what;
    int32_t answer;
} message;

static void *pass_on(void *argument) {
    message *m = argument;
    m->answer = listener(m->payload, m->fraction, m->what);
    return NULL;
}

static int32_t elsewhere(void *payload, double fraction, const char *what) {
    message m = {.payload = payload, .fraction = fraction, .what = what};
    pthread_t thread;
    if (pthread_create(&thread, NULL, pass_on, &m) == 0)
        pthread_join(thread, NULL);
    return m.answer;
}

static samen_run listening(const samen_run *run) {
    samen_run copy = {.struct_size = sizeof copy};
    if (run)
        copy = *run;
    if (copy.on_progress) {
        listener = copy.on_progress;
        copy.on_progress = is("does not stop")     ? deaf
                           : is("tells elsewhere") ? elsewhere
                                                   : listener;
        if (is("tells too much"))
            (void)listener(copy.payload, 0, "nothing");
    }
    return copy;
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* Nobody should wait for ever to see that somebody does. */
static void take_lock(void) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += 5;
    if (pthread_mutex_timedlock(&lock, &until) != 0)
        abort();
}

__attribute__((visibility("default"))) samen_status samen_measure(
    const samen_view *view, const char *name, const char *options, const samen_run *run,
    samen_table **out, samen_error *err) {
    samen_status (*real)(const samen_view *, const char *, const char *, const samen_run *,
                         samen_table **, samen_error *);
    samen_run copy = listening(run);
    *(void **)&real = dlsym(RTLD_NEXT, "samen_measure");
    if (is("takes a lock"))
        take_lock();
    int file = is("lends a file") ? open("/dev/null", O_RDONLY) : -1;
    samen_status status = real(view, name, options, &copy, out, err);
    if (file >= 0)
        close(file);
    if (is("takes a lock"))
        pthread_mutex_unlock(&lock);
    if (is("uses the stack"))
        use_stack(20);
    if (run) /* not while a test prepares */
        misbehave();
    return status;
}

__attribute__((visibility("default"))) samen_status samen_io_read(
    const char *path, const samen_io_read_options *options, const samen_run *run,
    samen_network **out, samen_error *err) {
    samen_status (*real)(const char *, const samen_io_read_options *, const samen_run *,
                         samen_network **, samen_error *);
    *(void **)&real = dlsym(RTLD_NEXT, "samen_io_read");
    if (is("gives up") && is_interrupted())
        return SAMEN_ERR_IO;
    return real(path, options, run, out, err);
}
