/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of call that a host makes, well and ill, to be made under whatever conditions. */
#ifndef SAMEN_TESTS_DOINGS_H
#define SAMEN_TESTS_DOINGS_H

#include "calls.h"
#include "suite.h"

/* What the calls are made with. */
typedef struct scene {
    char *folder; /* a data set in "set", others that cannot be read; what is written goes here */
    samen_network *network; /* of "set": 40 organisations with groups, directed ties with weights */
    samen_view *view;
    samen_table *table;
} scene;

scene scene_make(void);
void scene_clear(scene *s);

/* A view of a network of its own, of n organisations in cliques. */
samen_view *clique_view(int n, int directed);

typedef struct doing {
    const char *name;
    samen_status expected;
    int runs; /* takes a run, so that it can be cancelled */
    /* Whatever it makes it frees again. */
    samen_status (*go)(const scene *s, const samen_run *run, samen_error *err);
} doing;

extern const doing doings[];
extern const int doings_count;

/* All tables of all measures of the view as one text, for free(); NULL when one fails. */
char *all_tables(const samen_view *view, const samen_run *run);

/* The same without a run, on so many threads. */
char *all_tables_on(const samen_view *view, int threads);

#endif
