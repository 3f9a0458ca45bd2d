/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/kept.h"

#include <string.h>

#include "core/memory.h"

int samen__view_recall(const samen_view *view, int number, double *values) {
    samen_view *v = samen__view_unlocked(view);
    pthread_mutex_lock(&v->lock);
    const double *kept = v->kept[number];
    pthread_mutex_unlock(&v->lock);
    if (kept)
        memcpy(values, kept, (size_t)v->organisations * sizeof *values);
    return kept != NULL;
}

void samen__view_keep(const samen_view *view, int number, const double *values) {
    samen_view *v = samen__view_unlocked(view);
    double *copy = samen__new_raw(v->organisations, sizeof *copy, NULL);
    if (!copy)
        return;
    memcpy(copy, values, (size_t)v->organisations * sizeof *copy);
    pthread_mutex_lock(&v->lock);
    if (!v->kept[number]) {
        v->kept[number] = copy;
        copy = NULL;
    }
    pthread_mutex_unlock(&v->lock);
    samen__delete(copy);
}
