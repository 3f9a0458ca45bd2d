/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/portions.h"

enum { FEWEST_ARCS = 1024, MOST_ARCS = 16384, TASKS_WANTED = 4096 };

static int64_t arcs_of_task(const samen__rows *rows) {
    int64_t arcs = rows->arcs / TASKS_WANTED;
    return arcs < FEWEST_ARCS ? FEWEST_ARCS : arcs > MOST_ARCS ? MOST_ARCS : arcs;
}

int64_t samen__portions(const samen__rows *rows) {
    int64_t size = arcs_of_task(rows);
    if (rows->vertices == 0)
        return 0;
    return rows->arcs == 0 ? 1 : (rows->arcs + size - 1) / size;
}

/* The first vertex whose row begins at this arc or later. */
static int64_t first_from(const samen__rows *rows, int64_t arc) {
    int64_t low = 0, high = rows->vertices;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (rows->start[middle] < arc)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

samen__portion samen__portion_of(const samen__rows *rows, int64_t task) {
    int64_t size = arcs_of_task(rows);
    samen__portion p = {.from = task * size, .to = (task + 1) * size};
    p.first = first_from(rows, p.from);
    p.end = first_from(rows, p.to);
    if (p.to >= rows->arcs) {
        p.to = rows->arcs;
        p.end = rows->vertices; /* with those that have no arcs */
    }
    return p;
}

int64_t samen__arc_source(const samen__rows *rows, int64_t arc) {
    return first_from(rows, arc + 1) - 1;
}

int64_t samen__list_with(const int64_t *first, int64_t lists, size_t stride, int64_t task) {
    int64_t low = 0, high = lists - 1;
    while (low < high) {
        int64_t middle = low + (high - low + 1) / 2;
        if (*(const int64_t *)((const char *)first + (size_t)middle * stride) <= task)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
