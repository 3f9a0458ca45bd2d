/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/arrow.h"

#include "suite.h"

TEST(a_head_has_its_point_at_the_end_and_is_as_long_as_it_says) {
    static const double ends[][4] = {{0, 0, 10, 0}, {5, 5, 1, 2}, {0, 0, 0, -7}};
    for (int i = 0; i < 3; i++) {
        samen__trace path = {0};
        const double *e = ends[i];
        double length = hypot(e[2] - e[0], e[3] - e[1]);
        samen__arrow_add(&path, e[0], e[1], e[2], e[3], 0.5);
        ck_assert_int_eq(memcmp(path.step, "MLLZ", 4), 0);
        ck_assert_double_eq(path.at[0], e[2]);
        ck_assert_double_eq(path.at[1], e[3]);
        double base_x = (path.at[2] + path.at[4]) / 2, base_y = (path.at[3] + path.at[5]) / 2;
        CLOSE(hypot(e[2] - base_x, e[3] - base_y), samen__arrow_length(0.5), 1e-12);
        CLOSE(hypot(base_x - e[0], base_y - e[1]), fabs(length - samen__arrow_length(0.5)), 1e-12);
        samen__trace_free(&path);
    }
}
END

TEST(there_is_no_head_where_there_is_no_way) {
    samen__trace path = {0};
    samen__arrow_add(&path, 3, 3, 3, 3, 1);
    ck_assert_int_eq(path.steps, 0);
    ck_assert_double_gt(samen__arrow_length(1), samen__arrow_length(0.1));
    samen__trace_free(&path);
}
END

SUITE("arrow heads", a_head_has_its_point_at_the_end_and_is_as_long_as_it_says,
      there_is_no_head_where_there_is_no_way)
