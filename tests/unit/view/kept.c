/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "view/kept.h"

#include "scene.h"

TEST(values_are_kept_once_under_their_number) {
    static const double first[] = {1, 2, 3}, second[] = {4, 5, 6};
    double values[3] = {0};
    samen_view *view = see(build("a-b b-c"), "");
    ck_assert_int_eq(samen__view_recall(view, 1, values), 0);
    ck_assert_double_eq(values[0], 0);
    samen__view_keep(view, 1, first);
    samen__view_keep(view, 1, second);
    samen__view_keep(view, 0, second);
    ck_assert_int_eq(samen__view_recall(view, 1, values), 1);
    ck_assert_mem_eq(values, first, sizeof first);
    ck_assert_int_eq(samen__view_recall(view, 0, values), 1);
    ck_assert_mem_eq(values, second, sizeof second);
    ck_assert_int_eq(samen__view_recall(view, 2, values), 0);
    samen_view_free(view);
}
END

SUITE("view/kept", values_are_kept_once_under_their_number)
