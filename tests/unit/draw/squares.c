/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/squares.h"

#include "draw/palette.h"
#include "suite.h"

/* Of closed outlines; holes go round the other way and count below 0. */
static double area_of(const samen__trace *path) {
    double sum = 0;
    int64_t place = 0, first = 0;
    for (int64_t i = 0; i < path->steps; i++) {
        if (path->step[i] == 'M')
            first = place;
        int64_t from = path->step[i] == 'Z' ? place - 1 : place - 1, to = place;
        if (path->step[i] == 'Z')
            to = first;
        else
            place++;
        if (path->step[i] != 'M')
            sum += path->at[2 * from] * path->at[2 * to + 1] -
                   path->at[2 * to] * path->at[2 * from + 1];
    }
    return sum / 2;
}

static void stays_inside(const samen__trace *path, double x, double y, double width,
                         double height) {
    for (int64_t i = 0; i < path->places; i++) {
        ck_assert(path->at[2 * i] >= x - 1e-9 && path->at[2 * i] <= x + width + 1e-9);
        ck_assert(path->at[2 * i + 1] >= y - 1e-9 && path->at[2 * i + 1] <= y + height + 1e-9);
    }
}

TEST(patterns_differ_stay_inside_and_have_ink_enough) {
    double areas[SAMEN__PATTERNS];
    int64_t places[SAMEN__PATTERNS];
    for (int32_t pattern = 0; pattern < SAMEN__PATTERNS; pattern++) {
        samen__trace path = {0};
        samen__square_add(&path, pattern, 3, 4, 2, 2);
        stays_inside(&path, 3, 4, 2, 2);
        areas[pattern] = area_of(&path) / 4;
        places[pattern] = path.places;
        ck_assert_msg(areas[pattern] >= 0.5, "pattern %d: %g", pattern, areas[pattern]);
        for (int32_t other = 0; other < pattern; other++) {
            samen__trace second = {0};
            samen__square_add(&second, other, 3, 4, 2, 2);
            ck_assert(places[other] != places[pattern] ||
                      memcmp(path.at, second.at, (size_t)(2 * path.places) * sizeof(double)) != 0);
            samen__trace_free(&second);
        }
        samen__trace_free(&path);
    }
    CLOSE(areas[0], 1, 1e-12);
}
END

TEST(small_squares_are_full) {
    for (int32_t pattern = 0; pattern < SAMEN__PATTERNS; pattern++) {
        samen__trace path = {0};
        samen__square_add(&path, pattern, 1, 1, 2, SAMEN__SQUARE_PATTERNED / 2);
        CLOSE(area_of(&path), SAMEN__SQUARE_PATTERNED, 1e-12);
        samen__trace_free(&path);
    }
}
END

SUITE("squares", patterns_differ_stay_inside_and_have_ink_enough, small_squares_are_full)
