/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "core/run.h"

#include <sched.h>
#include <time.h>
#include <unistd.h>

#include "core/error.h"
#include "core/options.h"

enum { MOST_THREADS = 1024, NANOSECONDS_BETWEEN_REPORTS = 100000000 };
enum { STEPS_BETWEEN_LOOKS = 1 << 18 };

static int64_t now(void) {
    struct timespec time = {0};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int32_t processors(void) {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return CPU_COUNT(&set);
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online < 1 ? 1 : online > MOST_THREADS ? MOST_THREADS : (int32_t)online;
}

samen_status samen__run_prepare(const samen_run *given, int32_t argument, samen__run *run,
                                samen_error *err) {
    *run = (samen__run){.seed = SAMEN__DEFAULT_SEED, .to = 1.0, .reported = now()};
    samen_run copy = {0};
    samen_status status =
        samen__options_copy(given, sizeof copy, &copy, argument, "samen_run", err);
    if (status != SAMEN_OK)
        return status;
    if (copy.threads < 0 || copy.threads > MOST_THREADS)
        return samen__fail_argument(err, argument,
                                    "threads is %d; give 0 for all processors, or 1 to %d",
                                    copy.threads, MOST_THREADS);
    run->threads = copy.threads ? copy.threads : processors();
    if (copy.seed)
        run->seed = copy.seed;
    run->on_progress = copy.on_progress;
    run->payload = copy.payload;
    return SAMEN_OK;
}

samen__run samen__run_part(const samen__run *whole, double from, double to) {
    samen__run part = *whole;
    part.from = whole->from + (whole->to - whole->from) * from;
    part.to = whole->from + (whole->to - whole->from) * to;
    return part;
}

void samen__run_join(samen__run *whole, const samen__run *part) {
    whole->reported = part->reported;
}

samen_status samen__run_tell(samen__run *run, double fraction, const char *what, samen_error *err) {
    if (!run->on_progress)
        return SAMEN_OK;
    int64_t time = now();
    if (time - run->reported < NANOSECONDS_BETWEEN_REPORTS)
        return SAMEN_OK;
    run->reported = time;
    if (run->on_progress(run->payload, run->from + (run->to - run->from) * fraction, what) == 0)
        return SAMEN_OK;
    return samen__fail(err, SAMEN_ERR_CANCELLED, "%s was stopped on request; nothing was changed",
                       what);
}

samen_status samen__run_step(samen__run *run, int64_t steps, const char *what, samen_error *err) {
    run->steps += steps;
    if (run->steps < STEPS_BETWEEN_LOOKS)
        return SAMEN_OK;
    run->steps = 0;
    return samen__run_tell(run, 0, what, err);
}
