/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A progress bar on standard error when that is a terminal, and Ctrl-C. */
#ifndef SAMEN_TOOL_PROGRESS_H
#define SAMEN_TOOL_PROGRESS_H

#include "arguments.h"

typedef struct progress {
    int shown;   /* a bar may be drawn */
    int drawn;   /* one is standing */
    double from; /* the part of the whole that the next call is */
    double to;
} progress;

/* Take --seed, --threads and --quiet off the command line and set up a run. 0 on success. */
int progress_start(arguments *args, progress *p, samen_run *run);

/* Take the bar away, before anything else is printed. */
void progress_clear(progress *p);

#endif
