/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Can forms and groups be told apart by readers who see fewer colours, and without any? Computed as M. G. Machado,
 * M. M. Oliveira and L. A. F. Fernandes simulate dichromacy (doi 10.1109/TVCG.2009.113, severity 1), as B. Ottosson
 * measures differences (Oklab, 2020), and as WCAG 2.1 measures contrast. */
#include "draw/palette.h"

#include "suite.h"

enum { NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA, GREY, SIGHTS };

/* Differences of Oklab: 0.02 is just seen beside each other. */
#define LEAST_SEEN 0.06
#define LEAST_GREY 0.02

static const double simulation[SIGHTS][3][3] = {
    [NORMAL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    [PROTANOPIA] = {{0.152286, 1.052583, -0.204868},
                    {0.114503, 0.786281, 0.099216},
                    {-0.003882, -0.048116, 1.051998}},
    [DEUTERANOPIA] = {{0.367322, 0.860646, -0.227968},
                      {0.280085, 0.672501, 0.047413},
                      {-0.011820, 0.042940, 0.968881}},
    [TRITANOPIA] = {{1.255528, -0.076749, -0.178779},
                    {-0.078411, 0.930809, 0.147602},
                    {0.004733, 0.691367, 0.303900}},
    [GREY] = {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
};

static void linear(uint32_t colour, int sight, double out[3]) {
    double given[3];
    for (int i = 0; i < 3; i++) {
        double c = (colour >> (16 - 8 * i) & 255) / 255.0;
        given[i] = c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
    }
    for (int i = 0; i < 3; i++) {
        double sum = 0;
        for (int k = 0; k < 3; k++)
            sum += simulation[sight][i][k] * given[k];
        out[i] = fmin(1, fmax(0, sum));
    }
}

static void oklab(uint32_t colour, int sight, double lab[3]) {
    double c[3];
    linear(colour, sight, c);
    double l = cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
    double m = cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
    double s = cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
    lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double difference(uint32_t a, uint32_t b, int sight) {
    double x[3], y[3], sum = 0;
    oklab(a, sight, x);
    oklab(b, sight, y);
    for (int i = 0; i < 3; i++)
        sum += (x[i] - y[i]) * (x[i] - y[i]);
    return sqrt(sum);
}

static double contrast(uint32_t a, uint32_t b) {
    double x[3], y[3];
    linear(a, GREY, x);
    linear(b, GREY, y);
    return (fmax(x[0], y[0]) + 0.05) / (fmin(x[0], y[0]) + 0.05);
}

static void all_differ(uint32_t (*colour)(int32_t)) {
    for (int32_t a = 0; a < SAMEN__COLOURS; a++) {
        for (int32_t b = 0; b < a; b++) {
            for (int sight = 0; sight < SIGHTS; sight++) {
                double seen = difference(colour(a), colour(b), sight);
                ck_assert_msg(seen >= (sight == GREY ? LEAST_GREY : LEAST_SEEN),
                              "%06x and %06x differ by %.3f in sight %d", colour(a), colour(b),
                              seen, sight);
            }
        }
    }
}

TEST(forms_differ_for_everybody) {
    all_differ(samen__form_colour);
}
END

TEST(groups_differ_for_everybody) {
    all_differ(samen__group_colour);
}
END

/* WCAG 2.1, 1.4.11: 3 for graphics; 1.4.3: 4.5 for text. */
TEST(lines_and_letters_stand_out_from_paper_and_letters_from_marks) {
    for (int32_t i = 0; i < SAMEN__COLOURS; i++) {
        ck_assert_double_ge(contrast(samen__form_colour(i), SAMEN__PAPER), 3);
        ck_assert_double_ge(contrast(samen__group_colour(i), SAMEN__INK), 3);
        ck_assert_double_ge(contrast(samen__form_tint(i), SAMEN__INK), 4.5);
    }
    ck_assert_double_ge(contrast(SAMEN__INK, SAMEN__PAPER), 4.5);
    ck_assert_double_ge(contrast(SAMEN__INK_LIGHT, SAMEN__PAPER), 4.5);
}
END

/* Neither from light to dark nor from dark to light, wherever three of them follow each other at the beginning. */
TEST(the_order_of_forms_is_no_scale) {
    int rises = 0, falls = 0;
    for (int32_t i = 1; i < SAMEN__COLOURS; i++) {
        double before[3], after[3];
        oklab(samen__form_colour(i - 1), NORMAL, before);
        oklab(samen__form_colour(i), NORMAL, after);
        rises += after[0] > before[0];
        falls += after[0] < before[0];
    }
    ck_assert_int_ge(rises, 2);
    ck_assert_int_ge(falls, 2);
}
END

/* From light to dark, with as much between one and the next for everybody. */
TEST(shades_rise_with_what_they_show) {
    for (int32_t i = 0; i < SAMEN__SHADES; i++) {
        uint32_t lighter = i > 0 ? samen__shade(i - 1) : SAMEN__PAPER;
        double before[3], after[3];
        oklab(lighter, GREY, before);
        oklab(samen__shade(i), GREY, after);
        ck_assert_double_lt(after[0], before[0]);
        for (int sight = 0; sight < SIGHTS; sight++)
            ck_assert_double_ge(difference(lighter, samen__shade(i), sight), LEAST_SEEN);
    }
    ck_assert_double_ge(contrast(SAMEN__INK, SAMEN__BLOCK_DARK), 4.5);
}
END

TEST(a_second_sign_does_without_colour) {
    for (int32_t a = 0; a < 64; a++) {
        for (int32_t b = 0; b < a; b++) {
            int colour = samen__form_colour(a) != samen__form_colour(b);
            int pattern = samen__form_pattern(a) != samen__form_pattern(b);
            ck_assert_msg(colour || pattern, "forms %d and %d are drawn alike", a, b);
            ck_assert_msg(a >= 8 || (colour && pattern), "forms %d and %d share a sign", a, b);
        }
    }
    for (int32_t a = 0; a < SAMEN__COLOURS; a++) {
        for (int32_t b = 0; b < a; b++)
            ck_assert_int_ne(samen__group_shape(a), samen__group_shape(b));
    }
}
END

TEST(line_patterns_differ) {
    double pattern[SAMEN__MOST_DASHES], other[SAMEN__MOST_DASHES];
    ck_assert_int_eq(samen__dashes(0, 1, pattern), 0);
    for (int32_t a = 1; a < SAMEN__PATTERNS; a++) {
        int32_t lengths = samen__dashes(a, 1, pattern);
        ck_assert(lengths > 0 && lengths % 2 == 0);
        for (int32_t b = 1; b < a; b++) {
            int32_t others = samen__dashes(b, 1, other);
            ck_assert(lengths != others || fabs(pattern[0] - other[0]) >= 0.6);
        }
    }
}
END

SUITE("colours", forms_differ_for_everybody, groups_differ_for_everybody,
      lines_and_letters_stand_out_from_paper_and_letters_from_marks, the_order_of_forms_is_no_scale,
      shades_rise_with_what_they_show, a_second_sign_does_without_colour, line_patterns_differ)
