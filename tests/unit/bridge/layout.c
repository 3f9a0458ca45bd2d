/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge/layout.h"

#include <igraph.h>

#include "suite.h"

enum { RING = 12 };

static samen__layout ring(samen__layout_way way, uint64_t seed, double *x, double *y) {
    static int32_t edge[RING][2];
    for (int32_t i = 0; i < RING; i++) {
        edge[i][0] = i;
        edge[i][1] = (i + 1) % RING;
        x[i] = (i * 7) % RING;
        y[i] = (i * 5) % RING;
    }
    return (samen__layout){.way = way,
                           .vertices = RING,
                           .edges = RING,
                           .edge = (const int32_t(*)[2])edge,
                           .seed = seed,
                           .x = x,
                           .y = y};
}

static void find(samen__layout_way way, uint64_t seed, double *x, double *y) {
    samen__layout l = ring(way, seed, x, y);
    samen__run run = {.seed = 1, .threads = 1, .to = 1};
    OK(samen__layout_find(&l, &run, error));
}

/* Neighbours on a ring are nearer to each other than opposites, however it is laid out. */
TEST(every_way_puts_neighbours_beside_each_other) {
    for (int way = SAMEN__LAYOUT_STRESS; way <= SAMEN__LAYOUT_MDS; way++) {
        double x[RING], y[RING], near = 0, far = 0;
        find((samen__layout_way)way, 1, x, y);
        for (int i = 0; i < RING; i++) {
            int next = (i + 1) % RING, opposite = (i + RING / 2) % RING;
            ck_assert(isfinite(x[i]) && isfinite(y[i]));
            near += hypot(x[i] - x[next], y[i] - y[next]);
            far += hypot(x[i] - x[opposite], y[i] - y[opposite]);
        }
        ck_assert_msg(near < 0.7 * far, "way %d: %g and %g", way, near, far);
    }
}
END

TEST(a_seed_gives_the_same_places) {
    for (int way = SAMEN__LAYOUT_STRESS; way <= SAMEN__LAYOUT_MDS; way++) {
        double x[2][RING], y[2][RING];
        for (int i = 0; i < 2; i++)
            find((samen__layout_way)way, 5, x[i], y[i]);
        ck_assert_int_eq(memcmp(x[0], x[1], sizeof x[0]), 0);
        ck_assert_int_eq(memcmp(y[0], y[1], sizeof y[0]), 0);
    }
}
END

/* All start in one place, which only random numbers can part. */
static void find_from_one_place(uint64_t seed, double *x, double *y) {
    samen__layout l = ring(SAMEN__LAYOUT_FORCE, seed, x, y);
    samen__run run = {.seed = 1, .threads = 1, .to = 1};
    for (int i = 0; i < RING; i++)
        x[i] = y[i] = 0;
    OK(samen__layout_find(&l, &run, error));
}

TEST(the_generator_of_the_host_goes_on_as_if_nothing_had_happened) {
    igraph_integer_t expected[5];
    double x[2][RING], y[2][RING];
    igraph_rng_seed(igraph_rng_default(), 42);
    for (int i = 0; i < 5; i++)
        expected[i] = igraph_rng_get_integer(igraph_rng_default(), 0, 1000000);
    igraph_rng_seed(igraph_rng_default(), 42);
    for (int i = 0; i < 5; i++) {
        ck_assert_int_eq(igraph_rng_get_integer(igraph_rng_default(), 0, 1000000), expected[i]);
        find_from_one_place((uint64_t)i, x[i % 2], y[i % 2]);
        ck_assert(i == 0 || memcmp(x[0], x[1], sizeof x[0]) != 0); /* random numbers were drawn */
    }
}
END

SUITE("layouts by igraph", every_way_puts_neighbours_beside_each_other,
      a_seed_gives_the_same_places, the_generator_of_the_host_goes_on_as_if_nothing_had_happened)
