/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/kept.h"

#include <string.h>

#include "core/memory.h"

int samen__view_recall(const samen_view *view, int number, double *values) {
    const double *kept = atomic_load(&samen__view_unlocked(view)->kept[number]);
    if (kept)
        memcpy(values, kept, (size_t)view->organisations * sizeof *values);
    return kept != NULL;
}

void samen__view_keep(const samen_view *view, int number, const double *values) {
    double *none = NULL, *copy = samen__new_raw(view->organisations, sizeof *copy, NULL);
    if (!copy)
        return;
    memcpy(copy, values, (size_t)view->organisations * sizeof *copy);
    if (!atomic_compare_exchange_strong(&samen__view_unlocked(view)->kept[number], &none, copy))
        samen__delete(copy);
}
