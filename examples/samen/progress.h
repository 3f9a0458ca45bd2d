/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A progress bar on standard error when that is a terminal, and Ctrl-C. */
#ifndef SAMEN_TOOL_PROGRESS_H
#define SAMEN_TOOL_PROGRESS_H

#include "arguments.h"

typedef struct progress {
    int quiet;   /* nothing but results and complaints was asked for */
    int shown;   /* a bar may be drawn */
    int drawn;   /* one is standing */
    int percent; /* what it shows */
    double from; /* the part of the whole that the next call is */
    double to;
} progress;

/* The part of all work that is reading the data set. */
#define PROGRESS_READING 0.1

/* Take --seed, --threads and --quiet off the command line and set up a run. 0 on success. */
int progress_start(arguments *args, progress *p, samen_run *run);

/* Has somebody asked to stop? */
int progress_interrupted(void);

/* Take the bar away, before anything else is printed. */
void progress_clear(progress *p);

#endif
