/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/surface.h"

#include "suite.h"

TEST(a_path_keeps_its_steps_and_places) {
    samen__trace path = {0};
    samen__trace_move(&path, 1, 2);
    samen__trace_curve(&path, 3, 4, 5, 6, 7, 8);
    samen__trace_close(&path);
    samen__trace_rectangle(&path, 0, 0, 2, 1);
    ck_assert_int_eq(path.steps, 8);
    ck_assert_int_eq(memcmp(path.step, "MCZMLLLZ", 8), 0);
    ck_assert_int_eq(path.places, 8);
    ck_assert_double_eq(path.at[7], 8);
    ck_assert_double_eq(path.at[12], 2);
    ck_assert_double_eq(path.at[13], 1);
    samen__trace_clear(&path);
    ck_assert_int_eq(path.steps, 0);
    for (int i = 0; i < 10000; i++)
        samen__trace_line(&path, i, -i);
    ck_assert_double_eq(path.at[2 * 9999], 9999);
    samen__trace_free(&path);
    ck_assert_ptr_null(path.at);
}
END

TEST(a_path_that_failed_takes_no_more) {
    samen__trace path = {.failed = 1};
    samen__trace_move(&path, 1, 2);
    ck_assert_int_eq(path.steps, 0);
    samen__trace_free(&path);
}
END

SUITE("paths", a_path_keeps_its_steps_and_places, a_path_that_failed_takes_no_more)
