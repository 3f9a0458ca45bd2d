/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/units.h"

#include "suite.h"

enum { MOST = 4095, COUNT = 12 };

/* The steps of some lengths, 0 for the end; returns the largest. */
static int32_t steps_of(const double *length, int32_t *step) {
    int32_t longest = -1;
    int64_t count = 0;
    while (count < COUNT && length[count] > 0)
        count++;
    OK(samen__units_find(length, count, MOST, step, &longest, error));
    return longest;
}

TEST(lengths_are_multiples_of_the_largest_unit_they_share) {
    static const struct {
        double length[COUNT];
        int32_t step[COUNT], longest;
    } cases[] = {{{1}, {1}, 1},
                 {{0.1, 0.2, 0.3}, {1, 2, 3}, 3},
                 {{10, 4, 6}, {5, 2, 3}, 5},
                 {{1, 1 / 2.0, 1 / 3.0, 1 / 4.0}, {12, 6, 4, 3}, 12},
                 {{1.0 / 7, 1.0 / 9, 1.0 / 10, 1.0 / 8, 1}, {360, 280, 252, 315, 2520}, 2520},
                 {{1, 4095}, {1, 4095}, 4095},
                 {{3e300, 9e300}, {1, 3}, 3},
                 {{5e-320, 1e-319}, {1, 2}, 2}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int32_t step[COUNT] = {0};
        ck_assert_int_eq(steps_of(cases[i].length, step), cases[i].longest);
        ck_assert_mem_eq(step, cases[i].step, sizeof step);
    }
}
END

TEST(some_lengths_have_no_unit_that_is_large_enough) {
    static const double cases[][COUNT] = {
        {1, 4096}, {1, 1.4142135623730951}, {1, 1 + 1e-9}, {2, 3, 1 / 4095.0}, {1, 1.00024415}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int32_t step[COUNT];
        ck_assert_int_eq(steps_of(cases[i], step), 0);
    }
}
END

/* Lengths that differ by rounding only are the same number of steps. */
TEST(rounding_makes_no_other_step) {
    int32_t step[COUNT] = {0};
    const double length[COUNT] = {0.1 + 0.2, 0.3, 0.1, 0.7, 0.1 * 7};
    ck_assert_int_eq(steps_of(length, step), 7);
    ck_assert_int_eq(step[0], 3);
    ck_assert_int_eq(step[1], 3);
    ck_assert_int_eq(step[3], step[4]);
}
END

TEST(no_lengths_have_no_unit) {
    int32_t step[COUNT];
    const double length[COUNT] = {0};
    ck_assert_int_eq(steps_of(length, step), 0);
}
END

SUITE("kernels/units", lengths_are_multiples_of_the_largest_unit_they_share,
      some_lengths_have_no_unit_that_is_large_enough, rounding_makes_no_other_step,
      no_lengths_have_no_unit)
