/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/settle.h"

#include "suite.h"

enum { MANY = 1200 };

static int32_t member[MANY], edge[MANY][2];
static double x[MANY], y[MANY];

static samen__island path_of(int32_t members, int tied) {
    for (int32_t i = 0; i < members; i++) {
        member[i] = i;
        edge[i][0] = i;
        edge[i][1] = i + 1;
    }
    return (samen__island){.member = member,
                           .members = members,
                           .edge = (const int32_t(*)[2])edge,
                           .edges = tied ? members - 1 : 0};
}

static void settle(samen__island *island, samen__layout_way way) {
    samen__run run = {.seed = 3, .threads = 1, .to = 1};
    OK(samen__settle(island, 0, way, x, y, &run, error));
    for (int64_t i = 0; i < island->members; i++)
        ck_assert_msg(x[i] >= 0 && x[i] <= island->width && y[i] >= 0 && y[i] <= island->height,
                      "organisation %d", (int)i);
}

TEST(an_island_of_any_size_is_within_its_box_and_lies_broad) {
    static const int32_t sizes[] = {1, 2, 3, 7, 60, 300};
    for (int i = 0; i < 6; i++) {
        samen__island island = path_of(sizes[i], 1);
        settle(&island, SAMEN__LAYOUT_STRESS);
        ck_assert_double_ge(island.width, island.height - 1e-9);
        ck_assert_double_ge(island.width * island.height, 1);
    }
}
END

TEST(a_path_has_no_crossings) {
    samen__island island = path_of(9, 1);
    settle(&island, SAMEN__LAYOUT_STRESS);
    for (int i = 0; i + 2 < 9; i++) /* ends are further apart than neighbours */
        ck_assert_double_gt(hypot(x[0] - x[i + 2], y[0] - y[i + 2]),
                            hypot(x[0] - x[i + 1], y[0] - y[i + 1]));
}
END

TEST(who_has_no_ties_within_is_spread_evenly) {
    samen__island island = path_of(50, 0);
    settle(&island, SAMEN__LAYOUT_FORCE);
    for (int i = 0; i < 50; i++) {
        for (int k = 0; k < i; k++)
            ck_assert_double_gt(hypot(x[i] - x[k], y[i] - y[k]), 0.4);
    }
}
END

/* A star with a tail: without being drawn near, the tail would take most of the box. */
TEST(the_far_ones_of_many_are_drawn_nearer) {
    samen__island island = path_of(MANY, 1);
    for (int32_t i = 0; i < MANY - 20; i++)
        edge[i][0] = 0;
    settle(&island, SAMEN__LAYOUT_FORCE);
    int inside = 0;
    for (int i = 0; i < MANY - 20; i++)
        inside += hypot(x[i] - x[0], y[i] - y[0]) > island.height / 20;
    ck_assert_int_gt(inside, MANY / 2);
}
END

SUITE("laying out", an_island_of_any_size_is_within_its_box_and_lies_broad, a_path_has_no_crossings,
      who_has_no_ties_within_is_spread_evenly, the_far_ones_of_many_are_drawn_nearer)
