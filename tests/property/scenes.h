/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going through views of random networks, with the same view made once more by the oracle. */
#ifndef SAMEN_TESTS_SCENES_H
#define SAMEN_TESTS_SCENES_H

#include "worlds.h"

enum { FORMS = 6 };

/* A view of a random network, and the same once more. */
typedef struct scene {
    samen_network *network;
    samen_view *view;
    samen_view_options options;
    naive_view naive;
    const samen_typology *typology;
    uint64_t forms;        /* in the view */
    int group[WORLD_MOST]; /* by sector, -1 for none */
} scene;

static inline void scene_groups(scene *s) {
    samen_table *table = NULL;
    OK(samen_network_table(s->network, SAMEN_ORGANISATIONS, &table, error));
    int32_t sector = samen_table_find(table, "sector");
    for (int i = 0; i < s->naive.n; i++) {
        const char *value = samen_table_get_text(table, s->naive.where[i], sector, NULL);
        s->group[i] = value ? atoi(value + 1) : -1;
    }
    samen_table_free(table);
}

/* Call `look` for many of them. */
static inline void many_scenes(uint64_t seed, int count, void (*look)(const scene *s)) {
    dice d = {.state = seed};
    for (int i = 0; i < count; i++) {
        scene s = {.network = world_network(&d, i)};
        s.options = world_options(&d, s.network);
        s.naive = naive_view_new(s.network, &s.options);
        s.typology = samen_network_typology(s.network);
        s.forms = s.options.forms ? s.options.forms & ((1u << FORMS) - 1) : (1u << FORMS) - 1;
        OK(samen_view_new(s.network, &s.options, NULL, &s.view, error));
        /* What min_weight leaves of directed ties is looked at among the views. */
        if (s.options.min_weight > 0)
            s.naive.directed = samen_view_is_directed(s.view);
        scene_groups(&s);
        look(&s);
        naive_view_free(&s.naive);
        samen_view_free(s.view);
        samen_network_free(s.network);
    }
}

/* How many forms a mask has. */
static inline int forms_in(uint64_t mask) {
    int count = 0;
    for (int f = 0; f < FORMS; f++)
        count += mask >> f & 1;
    return count;
}

/* The count of a basis of the measures of composition. */
static inline double amount_on(naive_amount of, const char *basis) {
    if (!strcmp(basis, "ties"))
        return of.ties;
    if (!strcmp(basis, "weight"))
        return of.weight;
    return strcmp(basis, "pairs") == 0 ? of.pairs : of.partnerships;
}

#endif
