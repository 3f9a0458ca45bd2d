/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/binomial.h"

#include "suite.h"

/* The chance of `from` to `to` hits. */
static double chance(int64_t from, int64_t to, int64_t draws, double p) {
    double sum = 0, n = (double)draws;
    for (int64_t k = from; k <= to; k++) {
        double hits = (double)k;
        sum += exp(lgamma(n + 1) - lgamma(hits + 1) - lgamma(n - hits + 1) + hits * log(p) +
                   (n - hits) * log1p(-p));
    }
    return sum;
}

/* Oracle: the binomial distribution added up. At a bound, hits as many or more (as few or fewer) must be as
 * unlikely as was asked for, to what the sum is rounded by. */
TEST(beyond_a_bound_the_hits_are_as_unlikely_as_asked) {
    static const int64_t draws[] = {1, 2, 10, 137, 2000};
    static const double doubts[] = {0.1, 1, 3, 10, 30};
    for (size_t i = 0; i < sizeof draws / sizeof draws[0]; i++) {
        for (int64_t hits = 0; hits <= draws[i]; hits += 1 + draws[i] / 40) {
            for (size_t j = 0; j < sizeof doubts / sizeof doubts[0]; j++) {
                double low = samen__binomial_lower(hits, draws[i], doubts[j]);
                double high = samen__binomial_upper(hits, draws[i], doubts[j]);
                double share = (double)hits / (double)draws[i];
                ck_assert(low >= 0 && low <= share && high >= share && high <= 1);
                if (low > 0)
                    ck_assert(chance(hits, draws[i], draws[i], low) <=
                              exp(-doubts[j]) * (1 + 1e-9));
                if (high < 1)
                    ck_assert(chance(0, hits, draws[i], high) <= exp(-doubts[j]) * (1 + 1e-9));
            }
        }
    }
}
END

/* Without a hit the divergence is -ln(1 - q), so the bound has a formula; with hits only likewise. */
TEST(without_a_hit_and_with_hits_only_there_is_a_formula) {
    for (int64_t draws = 1; draws < 100000; draws *= 3) {
        double expected = -expm1(-5.0 / (double)draws);
        ck_assert_double_eq(samen__binomial_lower(0, draws, 5), 0);
        CLOSE(samen__binomial_upper(0, draws, 5), expected, 1e-14);
        CLOSE(samen__binomial_lower(draws, draws, 5), 1 - expected, 1e-14);
        ck_assert_double_eq(samen__binomial_upper(draws, draws, 5), 1);
    }
}
END

/* Oracle: Pinsker's inequality and the normal limit; the bound is tight up to lower orders. */
TEST(with_many_draws_bounds_are_those_of_the_normal_distribution) {
    double draws = 1e9, share = 0.02, doubt = 8;
    double expected = sqrt(2 * share * (1 - share) * doubt / draws);
    CLOSE((samen__binomial_upper(20000000, 1000000000, doubt) - share) / expected, 1, 1e-3);
    CLOSE((share - samen__binomial_lower(20000000, 1000000000, doubt)) / expected, 1, 1e-3);
}
END

SUITE("kernels/binomial", beyond_a_bound_the_hits_are_as_unlikely_as_asked,
      without_a_hit_and_with_hits_only_there_is_a_formula,
      with_many_draws_bounds_are_those_of_the_normal_distribution)
