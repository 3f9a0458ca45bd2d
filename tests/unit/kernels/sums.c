/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/sums.h"

#include "graphs.h"
#include "suite.h"

enum { PLACES = 5, TERMS = 4000 };

/* Terms from the tiniest fraction to thousands. */
static void roll_terms(dice *d, double *terms) {
    for (int i = 0; i < PLACES * TERMS; i++)
        terms[i] = ldexp(dice_chance(d), 12 - (int)dice_roll(d, 60));
}

/* Add the terms from one number to another, every `step`-th. */
static void take(samen__sums *sums, const double *terms, int from, int to, int step) {
    for (int i = from; i < to; i += step) {
        double row[PLACES];
        memcpy(row, terms + (ptrdiff_t)i * PLACES, sizeof row);
        samen__sums_take(sums, 0, row, PLACES);
        for (int p = 0; p < PLACES; p++)
            ck_assert_double_eq(row[p], 0);
    }
}

static samen__sums new_sums(double most) {
    samen__sums sums;
    OK(samen__sums_new(PLACES, most, TERMS, &sums, error));
    return sums;
}

TEST(sums_are_the_same_to_the_bit_in_any_order_and_split) {
    dice d = {.state = 5};
    static double terms[PLACES * TERMS];
    double most = 4096.0 * TERMS;
    roll_terms(&d, terms);
    samen__sums whole = new_sums(most);
    take(&whole, terms, 0, TERMS, 1);
    for (int parts = 2; parts < 20; parts++) {
        samen__sums joined = new_sums(most);
        for (int part = parts - 1; part >= 0; part--) {
            samen__sums one = new_sums(most);
            take(&one, terms, part, TERMS, parts);
            samen__sums_join(&joined, &one);
            samen__sums_free(&one);
        }
        for (int p = 0; p < PLACES; p++)
            ck_assert_double_eq(samen__sums_of(&joined, p), samen__sums_of(&whole, p));
        samen__sums_free(&joined);
    }
    samen__sums_free(&whole);
}
END

/* Oracle: long doubles; the tolerance is the rounding of the result to a double, and what is promised. */
TEST(sums_are_those_of_the_terms) {
    dice d = {.state = 6};
    static double terms[PLACES * TERMS];
    double most = 4096.0 * TERMS;
    roll_terms(&d, terms);
    samen__sums sums = new_sums(most);
    take(&sums, terms, 0, TERMS, 1);
    for (int p = 0; p < PLACES; p++) {
        long double expected = 0;
        for (int i = 0; i < TERMS; i++)
            expected += terms[i * PLACES + p];
        double found = samen__sums_of(&sums, p);
        ck_assert(fabs(found - (double)expected) <= ldexp(found, -51) + ldexp(most * TERMS, -90));
    }
    samen__sums_free(&sums);
}
END

TEST(a_few_terms_go_to_the_places_asked_for) {
    samen__sums sums = new_sums(100);
    double terms[] = {1, 2.5};
    samen__sums_take(&sums, 2, terms, 2);
    static const double expected[PLACES] = {0, 0, 1, 2.5, 0};
    for (int p = 0; p < PLACES; p++)
        ck_assert_double_eq(samen__sums_of(&sums, p), expected[p]);
    samen__sums_free(&sums);
}
END

TEST(no_sums_are_fine) {
    samen__sums sums;
    OK(samen__sums_new(0, 0, 0, &sums, error));
    samen__sums_take(&sums, 0, NULL, 0);
    samen__sums_free(&sums);
}
END

SUITE("unit/kernels/sums", sums_are_the_same_to_the_bit_in_any_order_and_split,
      sums_are_those_of_the_terms, a_few_terms_go_to_the_places_asked_for, no_sums_are_fine)
