/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/statistics.h"

#include "suite.h"

/* Oracle: the inverse of the error function to forty digits; the algorithm claims about 1 part in
 * 10^16, and a double has no more. */
TEST(normal_quantiles_are_right_to_the_last_digits) {
    static const struct {
        double p, quantile;
    } cases[] = {{0.5, 0},
                 {0.75, 0.6744897501960817},
                 {0.9, 1.2815515655446004},
                 {0.95, 1.6448536269514722},
                 {0.975, 1.959963984540054},
                 {0.99, 2.3263478740408411},
                 {0.995, 2.5758293035489005},
                 {0.9995, 3.2905267314919258},
                 {0.99995, 3.8905918864131207},
                 {0.925, 1.4395314709384562},
                 {0.9251, 1.4402382675279638},
                 {1e-5, -4.2648907939228246},
                 {1e-10, -6.3613409024040562},
                 {1e-20, -9.2623400897984076},
                 {1e-300, -37.047096299361199}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CLOSE(samen__normal_quantile(cases[i].p), cases[i].quantile, 2e-15);
}
END

/* Oracle: the distribution function by erfc of the C library, which the quantile must undo. The
 * tolerance is what erfc loses in the tails. */
TEST(the_normal_quantile_undoes_the_distribution) {
    for (int i = 1; i < 2000; i++) {
        double p = i / 2000.0;
        CLOSE(erfc(-samen__normal_quantile(p) / sqrt(2)) / 2, p, 1e-14);
        CLOSE(samen__normal_quantile(1 - p), -samen__normal_quantile(p), 1e-12);
    }
    for (double p = 1e-2; p > 1e-250; p /= 7)
        CLOSE(erfc(-samen__normal_quantile(p) / sqrt(2)) / 2 / p, 1, 1e-11);
}
END

/* Oracle: R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in
 * Medicine 17, 1998, table I, method 3, printed to four digits. */
TEST(wilson_intervals_are_the_published_ones) {
    static const struct {
        double count, total, lower, upper;
    } cases[] = {
        {81, 263, .2553, .3662}, {15, 148, .0624, .1605}, {0, 20, 0, .1611}, {1, 29, .0061, .1718}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double lower = -1, upper = -1;
        samen__wilson(cases[i].count, cases[i].total, 0.95, &lower, &upper);
        ck_assert_double_eq_tol(lower, cases[i].lower, 0.00005);
        ck_assert_double_eq_tol(upper, cases[i].upper, 0.00005);
        double mirrored_lower = -1, mirrored_upper = -1;
        samen__wilson(cases[i].total - cases[i].count, cases[i].total, 0.95, &mirrored_lower,
                      &mirrored_upper);
        CLOSE(mirrored_lower, 1 - upper, 1e-14);
        CLOSE(mirrored_upper, 1 - lower, 1e-14);
    }
}
END

/* Oracle: Wilson's limits are the shares p at which the observed one is z standard errors away. */
TEST(the_limits_of_wilson_solve_their_equation) {
    static const double levels[] = {0.5, 0.8, 0.9, 0.95, 0.99, 0.9999};
    for (double total = 1; total < 2000; total = 3 * total + 1) {
        for (double count = 0; count <= total; count += 1 + floor(total / 10)) {
            for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
                double z = samen__normal_quantile(0.5 + levels[i] / 2), limit[2];
                samen__wilson(count, total, levels[i], &limit[0], &limit[1]);
                ck_assert(limit[0] >= 0 && limit[1] <= 1 && limit[0] < limit[1]);
                for (int side = 0; side < 2; side++) {
                    double away = count / total - limit[side];
                    CLOSE(away * away * total, z * z * limit[side] * (1 - limit[side]), 1e-11);
                }
            }
        }
    }
}
END

TEST(none_and_all_touch_the_ends_exactly) {
    double lower, upper;
    samen__wilson(0, 7, 0.95, &lower, &upper);
    ck_assert(lower == 0 && upper > 0 && upper < 1);
    samen__wilson(7, 7, 0.95, &lower, &upper);
    ck_assert(upper == 1 && lower > 0 && lower < 1);
}
END

/* Oracle: R, quantile(x, p, type = 7). */
TEST(quantiles_are_interpolated_as_by_default_in_r) {
    static const double ten[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    static const double uneven[] = {-5, 0, 0, 2.5, 100};
    static const struct {
        const double *values;
        int64_t count;
        double p, quantile;
    } cases[] = {{ten, 10, 0, 1},         {ten, 10, 0.25, 3.25},   {ten, 10, 0.5, 5.5},
                 {ten, 10, 0.75, 7.75},   {ten, 10, 1, 10},        {ten, 10, 0.025, 1.225},
                 {ten, 10, 0.975, 9.775}, {uneven, 5, 0.1, -3},    {uneven, 5, 0.5, 0},
                 {uneven, 5, 0.8, 22},    {uneven, 5, 0.99, 96.1}, {uneven, 1, 0.3, -5},
                 {uneven, 2, 0.5, -2.5},  {uneven, 1, 1, -5},      {uneven, 1, 0, -5}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CLOSE(samen__quantile(cases[i].values, cases[i].count, cases[i].p), cases[i].quantile,
              1e-14);
}
END

TEST(the_standard_deviation_divides_by_one_less) {
    static const double eight[] = {2, 4, 4, 4, 5, 5, 7, 9},
                        far[] = {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};
    CLOSE(samen__std_dev(eight, 8), sqrt(32.0 / 7), 1e-15);
    CLOSE(samen__std_dev(far, 4), sqrt(30), 1e-12);
    CLOSE(samen__std_dev(eight, 2), sqrt(2), 1e-15);
}
END

TEST(fewer_than_two_values_do_not_spread) {
    static const double one[] = {42};
    ck_assert_double_eq(samen__std_dev(one, 1), 0);
    ck_assert_double_eq(samen__std_dev(one, 0), 0);
}
END

TEST(equal_values_do_not_spread) {
    static const double values[] = {1, 0.1, 90, 1.0 / 3, 1e300, -7.7};
    double same[1000];
    for (size_t v = 0; v < sizeof values / sizeof values[0]; v++) {
        for (int64_t count = 2; count <= 1000; count += 499) {
            for (int64_t i = 0; i < count; i++)
                same[i] = values[v];
            double spread = samen__std_dev(same, count);
            ck_assert_msg(spread == 0, "%lld times %g spread by %g", (long long)count, values[v],
                          spread);
        }
    }
}
END

SUITE("kernels/statistics", normal_quantiles_are_right_to_the_last_digits,
      the_normal_quantile_undoes_the_distribution, wilson_intervals_are_the_published_ones,
      the_limits_of_wilson_solve_their_equation, none_and_all_touch_the_ends_exactly,
      quantiles_are_interpolated_as_by_default_in_r, the_standard_deviation_divides_by_one_less,
      fewer_than_two_values_do_not_spread, equal_values_do_not_spread)
