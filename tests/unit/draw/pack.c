/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/pack.h"

#include "graphs.h"
#include "suite.h"

static void check(const samen__islands *islands, double width, double height) {
    for (int64_t i = 0; i < islands->count; i++) {
        const samen__island *a = &islands->island[i];
        ck_assert(a->x >= 0 && a->y >= 0 && a->x + a->width <= width + 1e-6 &&
                  a->y + a->height <= height + 1e-6);
        for (int64_t k = 0; k < i; k++) {
            const samen__island *b = &islands->island[k];
            ck_assert(a->x >= b->x + b->width - 1e-6 || b->x >= a->x + a->width - 1e-6 ||
                      a->y >= b->y + b->height - 1e-6 || b->y >= a->y + a->height - 1e-6);
        }
    }
}

TEST(islands_never_overlap_and_little_is_left_empty) {
    dice d = {7};
    for (int round = 0; round < 200; round++) {
        samen__island island[40];
        samen__islands islands = {.island = island, .count = 1 + (int64_t)dice_roll(&d, 40)};
        double area = 0, width, height, size = 1 + 20 * dice_chance(&d);
        for (int64_t i = 0; i < islands.count; i++) {
            island[i] =
                (samen__island){.width = size * (0.8 + 0.4 * dice_chance(&d)), .height = size};
            size = 1 + (size - 1) * (0.6 + 0.4 * dice_chance(&d));
            area += island[i].width * island[i].height;
        }
        samen__pack(&islands, 1.6, &width, &height);
        check(&islands, width, height);
        ck_assert_msg(area >= 0.35 * width * height, "%lld islands fill %.2f",
                      (long long)islands.count, area / width / height);
    }
}
END

TEST(small_islands_stack_beside_a_large_one) {
    samen__island island[5] = {{.width = 10, .height = 10}};
    samen__islands islands = {.island = island, .count = 5};
    double width, height;
    for (int i = 1; i < 5; i++)
        island[i] = (samen__island){.width = 2, .height = 2};
    samen__pack(&islands, 1.2, &width, &height);
    ck_assert_double_eq(width, 12);
    ck_assert_double_eq(height, 10);
    ck_assert_double_eq(island[4].y, 6);
}
END

TEST(no_islands_take_no_room) {
    samen__islands islands = {0};
    double width = 7, height = 7;
    samen__pack(&islands, 1, &width, &height);
    ck_assert_double_eq(width, 0);
    ck_assert_double_eq(height, 0);
}
END

SUITE("packing", islands_never_overlap_and_little_is_left_empty,
      small_islands_stack_beside_a_large_one, no_islands_take_no_room)
