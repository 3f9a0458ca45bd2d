/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random networks with all that a network can have, and random choices of what to see of them. */
#ifndef SAMEN_TESTS_WORLDS_H
#define SAMEN_TESTS_WORLDS_H

#include "many.h"

enum { WORLD_MOST = 8 };

static const char *const world_dates[] = {NULL,         "2020-01-01", "2020-07-01",
                                          "2021-01-01", "2021-07-01", "2022-01-01"};
static const char *const world_forms[] = {"consultation", "ad-hoc",   "information",
                                          "learning",     "resource", "action"};
static const char *const world_roles[] = {NULL, "lead", "funder", "voorzitter", "member"};

/* How much there is of what. */
typedef struct world {
    int organisations, ties, partnerships, memberships, forms;
    int directed; /* 0 none of the ties, 1 all, 2 some */
} world;

static inline const char *world_pick(dice *d, const char *const *from, int count) {
    return from[dice_roll(d, (uint64_t)count)];
}

/* A period, open at either end or dated. */
static inline void world_period(dice *d, const char **start, const char **end) {
    int first = (int)dice_roll(d, 5);
    *start = world_dates[first];
    *end = dice_roll(d, 2) ? NULL : world_dates[first + 1 + (int)dice_roll(d, 5 - (uint64_t)first)];
}

static inline void world_key(char *key, char letter, dice *d, int count) {
    snprintf(key, 16, "%c%d", letter, (int)dice_roll(d, (uint64_t)count));
}

static inline void world_organisations(samen_builder *builder, const world *w, dice *d) {
    for (int i = 0; i < w->organisations; i++) {
        char key[16], value[16];
        int64_t index;
        snprintf(key, sizeof key, "o%d", i);
        OK(samen_builder_add_organisation(builder, key, NULL, &index, error));
        world_key(value, 's', d, 3);
        if (i < 3)
            snprintf(value, sizeof value, "s%d", i);
        if (i < 3 || dice_roll(d, 6))
            OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, index, "sector", value, error));
        snprintf(value, sizeof value, "p%d", i < 2 ? i : (int)dice_roll(d, 2));
        OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, index, "place", value, error));
    }
}

static inline void world_ties(samen_builder *builder, const world *w, dice *d) {
    for (int t = 0; t < w->ties; t++) {
        char from[16], to[16];
        samen_tie more = {.struct_size = sizeof more,
                          .directed =
                              w->directed == 2 ? (uint32_t)dice_roll(d, 2) : (uint32_t)w->directed};
        world_key(from, 'o', d, w->organisations);
        world_key(to, 'o', d, w->organisations);
        world_period(d, &more.start, &more.end);
        OK(samen_builder_add_tie(builder, from, to, world_pick(d, world_forms, w->forms),
                                 (double)(1 + dice_roll(d, 10)) / 2, &more, NULL, error));
    }
}

static inline void world_partnerships(samen_builder *builder, const world *w, dice *d) {
    const char *start, *end;
    for (int p = 0; p < w->partnerships; p++) {
        char key[16];
        snprintf(key, sizeof key, "w%d", p);
        world_period(d, &start, &end);
        OK(samen_builder_add_partnership(builder, key, NULL, world_pick(d, world_forms, w->forms),
                                         start, end, NULL, error));
    }
    for (int m = 0; m < w->memberships; m++) {
        char partnership[16], organisation[16];
        samen_membership more = {.struct_size = sizeof more, .role = world_pick(d, world_roles, 5)};
        world_key(partnership, 'w', d, w->partnerships);
        world_key(organisation, 'o', d, w->organisations);
        world_period(d, &more.start, &more.end);
        OK(samen_builder_add_membership(builder, partnership, organisation, &more, NULL, error));
    }
}

/* A random network. */
static inline samen_network *world_network(dice *d, int number) {
    world w = {.organisations = (int)dice_roll(d, WORLD_MOST + 1),
               .forms = 1 + (int)dice_roll(d, 6),
               .directed = (int)dice_roll(d, 3)};
    w.ties = w.organisations > 0 && dice_roll(d, 5) ? (int)dice_roll(d, 30) : 0;
    w.partnerships = w.organisations > 0 && dice_roll(d, 3) ? 1 + (int)dice_roll(d, 4) : 0;
    w.memberships = w.partnerships > 0 ? (int)dice_roll(d, 16) : 0;
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    world_organisations(builder, &w, d);
    world_ties(builder, &w, d);
    world_partnerships(builder, &w, d);
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    snprintf(many_about, sizeof many_about,
             "network %d: %d organisations, %d ties, %d partnerships, %d memberships", number,
             w.organisations, w.ties, w.partnerships, w.memberships);
    return network;
}

/* A random choice. Every part of it is the default half of the time or more. */
static inline samen_view_options world_options(dice *d, const samen_network *network) {
    static const char *const wheres[] = {"sector=s0", "sector=s1", "place=p1", "place!=p0"};
    static const char *const keys[] = {"o3", "o0", "o5", "o1"};
    samen_view_options o = {.struct_size = sizeof o};
    int first = (int)dice_roll(d, 5);
    int64_t organisations = samen_network_count(network, SAMEN_ORGANISATIONS);
    o.direction = (uint32_t)dice_roll(d, 3);
    o.forms = dice_roll(d, 2) ? 0 : 1 + dice_roll(d, 63);
    o.from = dice_roll(d, 2) ? NULL : world_dates[first];
    o.to = dice_roll(d, 2) ? NULL : world_dates[first + 1 + (int)dice_roll(d, 5 - (uint64_t)first)];
    o.min_weight = dice_roll(d, 2) ? 0 : (double)dice_roll(d, 9) / 2;
    o.parallel = dice_roll(d, 2) ? 0 : (uint32_t)dice_roll(d, 5);
    o.direction_weight = dice_roll(d, 2) ? 0 : (uint32_t)dice_roll(d, 5);
    o.partnerships = (uint32_t)dice_roll(d, 6);
    o.drop_isolates = dice_roll(d, 3) == 0;
    o.lead = dice_roll(d, 3) ? NULL : "funder";
    if (organisations >= 6 && dice_roll(d, 4) == 0) {
        o.organisations = keys;
        o.organisations_count = 1 + (int64_t)dice_roll(d, 4);
    }
    if (organisations >= 6 && dice_roll(d, 3) == 0) {
        o.where = wheres + dice_roll(d, 2);
        o.where_count = 1 + (int64_t)dice_roll(d, 3);
    }
    return o;
}

#endif
