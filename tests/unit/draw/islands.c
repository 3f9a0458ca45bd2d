/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/islands.h"

#include "suite.h"

/* 0-1-2-0, 3-4, 5 alone, 6-7-8-9; two forms between 3 and 4. */
static samen__stroke strokes[] = {{.low = 0, .high = 1},
                                  {.low = 0, .high = 2},
                                  {.low = 1, .high = 2},
                                  {.low = 3, .high = 4},
                                  {.low = 3, .high = 4, .slot = 1},
                                  {.low = 6, .high = 7},
                                  {.low = 7, .high = 8},
                                  {.low = 8, .high = 9}};
static int64_t partners[] = {2, 2, 2, 1, 1, 0, 1, 2, 2, 1};
static int32_t group[] = {0, 0, 1, 1, 1, 0, 0, -1, -1, 1};

static samen__scene scene = {.organisations = 10,
                             .stroke = strokes,
                             .strokes = 8,
                             .partners = partners,
                             .groups = {.count = 2, .of = group}};

static void expect(const samen__island *island, const int32_t *members, int64_t count,
                   int64_t edges) {
    ck_assert_int_eq(island->members, count);
    for (int64_t i = 0; i < count; i++)
        ck_assert_int_eq(island->member[i], members[i]);
    ck_assert_int_eq(island->edges, edges);
    for (int64_t e = 0; e < edges; e++)
        ck_assert(island->edge[e][0] >= 0 && island->edge[e][0] < island->edge[e][1] &&
                  island->edge[e][1] < count);
}

TEST(components_come_the_largest_first_and_isolates_in_none) {
    samen__islands islands;
    OK(samen__islands_make(&scene, 0, &islands, error));
    ck_assert_int_eq(islands.count, 3);
    ck_assert_int_eq(islands.members, 9);
    expect(&islands.island[0], (const int32_t[]){6, 7, 8, 9}, 4, 3);
    expect(&islands.island[1], (const int32_t[]){0, 1, 2}, 3, 3);
    expect(&islands.island[2], (const int32_t[]){3, 4}, 2, 1);
    samen__islands_free(&islands);
}
END

TEST(groups_keep_the_ties_within_them_and_who_has_none_makes_one) {
    samen__islands islands;
    OK(samen__islands_make(&scene, 1, &islands, error));
    ck_assert_int_eq(islands.count, 3);
    expect(&islands.island[0], (const int32_t[]){2, 3, 4, 9}, 4, 1);
    expect(&islands.island[1], (const int32_t[]){0, 1, 6}, 3, 1);
    expect(&islands.island[2], (const int32_t[]){7, 8}, 2, 1);
    samen__islands_free(&islands);
}
END

TEST(nothing_makes_no_islands) {
    samen__scene empty = {0};
    samen__islands islands;
    OK(samen__islands_make(&empty, 0, &islands, error));
    ck_assert_int_eq(islands.count, 0);
    samen__islands_free(&islands);
}
END

SUITE("islands", components_come_the_largest_first_and_isolates_in_none,
      groups_keep_the_ties_within_them_and_who_has_none_makes_one, nothing_makes_no_islands)
