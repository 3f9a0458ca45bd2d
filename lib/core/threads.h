/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work dealt out to threads that are made and joined within the call. Tasks are numbered by the
 * problem, not by the threads, and merged in that order: the result does not depend on how many
 * threads there were. */
#ifndef SAMEN_CORE_THREADS_H
#define SAMEN_CORE_THREADS_H

#include <stdatomic.h>
#include <stdint.h>

#include "core/run.h"
#include "samen/core.h"

typedef struct samen__work {
    const char *what; /* for the progress callback */
    int64_t tasks;
    void *context; /* shared by all tasks */

    /* What one thread needs for itself; both may be NULL. */
    samen_status (*open)(void *context, void **scratch, samen_error *err);
    void (*close)(void *context, void *scratch);

    samen_status (*task)(void *context, void *scratch, int64_t task, samen_error *err);

    /* Take over what the task left in scratch: one task at a time, in order. May be NULL. */
    samen_status (*merge)(void *context, void *scratch, int64_t task, samen_error *err);

    /* What a task needs beforehand, before any other task can begin: in order. May be NULL. */
    samen_status (*begin)(void *context, void *scratch, int64_t task, samen_error *err);

    /* For work that shows only as tasks begin how much of it there is; asked after each. May be NULL. */
    int (*is_over)(const void *context);     /* no more tasks are needed than have begun */
    double (*fraction)(const void *context); /* how far the work is; otherwise by tasks done */

    /* Take over what all tasks of one thread left in scratch: one thread at a time, in any order, so what
     * is taken over must not depend on it. May be NULL. */
    void (*finish)(void *context, void *scratch);

    /* Set to 1 when the rest is not wanted any more. A task that may take longer than a tenth of a second
     * looks at it now and then, and returns at once. May be NULL. */
    atomic_int *stop;
} samen__work;

/* Do all tasks. The calling thread takes its share of them, unless somebody listens to progress: then it
 * tells how far the others are, and hears when to stop. On failure the error is that of the first task that failed. */
samen_status samen__parallel(const samen__work *work, samen__run *run, samen_error *err);

#endif
