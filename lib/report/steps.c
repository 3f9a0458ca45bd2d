/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/steps.h"

static int32_t tell(void *payload, double fraction, const char *what) {
    samen__steps *steps = payload;
    double done = (double)steps->document->computed, all = (double)steps->expected;
    double share = (done + fraction) / (all > done + 1 ? all : done + 1);
    steps->told = share > steps->told ? share : steps->told;
    return samen__run_tell(steps->whole, steps->told, what, NULL) != SAMEN_OK;
}

void samen__steps_start(samen__steps *steps, samen__document *d, int64_t expected,
                        samen__run *whole) {
    *steps = (samen__steps){.document = d,
                            .whole = whole,
                            .expected = expected,
                            .run = {.struct_size = sizeof(samen_run),
                                    .threads = whole->threads,
                                    .seed = whole->seed,
                                    .on_progress = whole->on_progress ? tell : NULL,
                                    .payload = steps}};
    d->run = &steps->run;
}

void samen__steps_end(samen__steps *steps) {
    steps->document->run = NULL;
}
