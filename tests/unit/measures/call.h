/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a measure's parts get when they are called by themselves. */
#ifndef SAMEN_TESTS_CALL_H
#define SAMEN_TESTS_CALL_H

#include "measures/registry.h"

#include "build.h"

/* A call of a measure on a view, on one thread; the view must live as long. */
static inline samen__call call_on(const samen__measure *measure, const samen_view *view) {
    samen__call call = {.measure = measure, .view = view, .argument = 2};
    const samen_run run = {.struct_size = sizeof run, .threads = 1};
    OK(samen__run_prepare(&run, 3, &call.run, error));
    OK(samen__view_pairs(view, &call.run, &call.pairs, error));
    return call;
}

#endif
