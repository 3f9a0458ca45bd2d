/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run's settings with every default filled in, and telling the caller how far it is. */
#ifndef SAMEN_CORE_RUN_H
#define SAMEN_CORE_RUN_H

#include <stdint.h>

#include "samen/core.h"

#define SAMEN__DEFAULT_SEED 1

typedef struct samen__run {
    samen_progress on_progress;
    void *payload;
    uint64_t seed;
    int32_t threads;
    double from, to;  /* the part of the whole that this run is */
    int64_t reported; /* when the caller last heard, in nanoseconds */
    int64_t steps;    /* since samen__run_step last looked */
} samen__run;

/* Check what the caller gave (argument is its place in the public call) and fill in defaults. */
samen_status samen__run_prepare(const samen_run *given, int32_t argument, samen__run *run,
                                samen_error *err);

/* The part of `whole` from one fraction of it to another, to hand to a step of the work. */
samen__run samen__run_part(const samen__run *whole, double from, double to);

/* That part is done: what its caller heard last counts for the whole. Of parts that follow each other many
 * times; without it each would tell anew. */
void samen__run_join(samen__run *whole, const samen__run *part);

/* Tell the caller, at most ten times a second. Only from the thread of the public call. Fails with
 * SAMEN_ERR_CANCELLED when the caller wants to stop. */
samen_status samen__run_tell(samen__run *run, double fraction, const char *what, samen_error *err);

/* The same for work whose end is not in sight, which has done so many steps of some nanoseconds since the
 * last call. To be called often: it looks at the clock once in a quarter of a million steps. */
samen_status samen__run_step(samen__run *run, int64_t steps, const char *what, samen_error *err);

#endif
