/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

static void on_interrupt(int number) {
    (void)number;
    interrupted = 1;
}

/* Redrawn only where something changed: terminals can be slow. */
static int32_t on_progress(void *payload, double fraction, const char *what) {
    static const char full[] = "########################################";
    progress *p = payload;
    int percent = (int)(100 * (p->from + (p->to - p->from) * fraction));
    if (p->shown && (!p->drawn || percent != p->percent)) {
        fprintf(stderr, "\r[%-40.*s] %3d %%  %-28.28s", percent * 2 / 5, full, percent, what);
        fflush(stderr);
        p->drawn = 1;
        p->percent = percent;
    }
    return interrupted;
}

void progress_clear(progress *p) {
    if (p->drawn)
        fputs("\r\033[K", stderr);
    p->drawn = 0;
}

int progress_interrupted(void) {
    return interrupted;
}

int progress_start(arguments *args, progress *p, samen_run *run) {
    long long threads = 0, seed = 0;
    int quiet = 0;
    int status = arguments_take_number(args, "threads", 0, 1024, &threads);
    if (status == 0)
        status = arguments_take_number(args, "seed", 0, INT64_MAX, &seed);
    if (status == 0)
        status = arguments_take_flag(args, "quiet", &quiet);
    if (status != 0)
        return status;
    *p = (progress){
        .quiet = quiet, .shown = !quiet && isatty(STDERR_FILENO), .to = PROGRESS_READING};
    *run = (samen_run){.struct_size = sizeof *run,
                       .threads = (int32_t)threads,
                       .seed = (uint64_t)seed,
                       .on_progress = on_progress,
                       .payload = p};
    struct sigaction action = {.sa_handler = on_interrupt};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    return 0;
}
