/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Axes for every range that data may have: round ticks, labels apart, every value on the page. */
#include "draw/axis.h"

#include "listener.h"

static samen__axis across(double length) {
    return (samen__axis){.start = 10, .end = 10 + length};
}

static samen__axis up(double length) {
    return (samen__axis){.start = 10 + length, .end = 10};
}

/* The labels of an axis, drawn and parted by |; they are apart. */
static const char *labels_of(const samen__axis *axis) {
    static char all[1024];
    listener l;
    samen__trace path = {0};
    listener_start(&l);
    if (axis->end > axis->start)
        samen__axis_below(axis, &l.surface, &path, 0, 5);
    else
        samen__axis_left(axis, &l.surface, &path, 50, 90);
    ck_assert_int_eq(l.texts, axis->ticks);
    ck_assert_int_eq(l.paths, axis->ticks > 1 ? 2 : 1);
    all[0] = '\0';
    for (int i = 0; i < l.texts; i++) {
        strcat(all, i ? "|" : "");
        strcat(all, l.text[i].text);
        for (int k = 0; k < i; k++)
            ck_assert_msg(apart(&l.text[i], &l.text[k]), "%s and %s", l.text[i].text,
                          l.text[k].text);
    }
    samen__trace_free(&path);
    return all;
}

TEST(ticks_are_round_and_reach_beyond_every_value) {
    static const double largest[] = {1e-320, 1e-27,     1e-9, 3e-5, 0.07,  0.999,
                                     1,      1.0000001, 3,    9.99, 10,    99,
                                     1234,   1e6,       1e12, 5e27, 1e200, 1e300};
    for (size_t i = 0; i < sizeof largest / sizeof largest[0]; i++) {
        for (double length = 5; length <= 160; length += 31) {
            samen__axis a = across(length), b = up(length);
            samen__axis_linear(&a, largest[i], 0);
            samen__axis_linear(&b, largest[i], 0);
            ck_assert_double_eq(a.tick[0], 0);
            ck_assert_double_ge(a.to, largest[i]);
            ck_assert_double_le(a.to, largest[i] * 10);
            ck_assert_int_ge(a.ticks, 2);
            ck_assert_int_ge(b.ticks, 2);
            ck_assert_double_eq(a.tick[a.ticks - 1], a.to);
            double step = a.tick[1], lead = step / pow(10, floor(log10(step) + 1e-9));
            ck_assert_msg(largest[i] < 1e-300 || fabs(lead - 1) < 1e-9 || fabs(lead - 2) < 1e-9 ||
                              fabs(lead - 5) < 1e-9,
                          "ticks every %g", step);
            if (length > 20) {
                labels_of(&a);
                labels_of(&b);
            }
        }
    }
}
END

TEST(labels_are_written_as_the_language_and_the_size_ask) {
    static const struct {
        double largest;
        const char *labels;
    } cases[] = {
        {0, "0|0.2|0.4|0.6|0.8|1"},
        {0.93, "0|0.2|0.4|0.6|0.8|1"},
        {7, "0|1|2|3|4|5|6|7"},
        {1700, "0|500|1,000|1,500|2,000"},
        {1e-9, "0|2\xC2\xB7"
               "10\xE2\x81\xBB\xC2\xB9\xE2\x81\xB0|4\xC2\xB7"
               "10\xE2\x81\xBB\xC2\xB9\xE2\x81\xB0|"
               "6\xC2\xB7"
               "10\xE2\x81\xBB\xC2\xB9\xE2\x81\xB0|8\xC2\xB7"
               "10\xE2\x81\xBB\xC2\xB9\xE2\x81\xB0|"
               "10\xE2\x81\xBB\xE2\x81\xB9"},
        {1e12, "0|2\xC2\xB7"
               "10\xC2\xB9\xC2\xB9|4\xC2\xB7"
               "10\xC2\xB9\xC2\xB9|6\xC2\xB7"
               "10\xC2\xB9\xC2\xB9|"
               "8\xC2\xB7"
               "10\xC2\xB9\xC2\xB9|10\xC2\xB9\xC2\xB2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__axis a = across(100);
        samen__axis_linear(&a, cases[i].largest, 0);
        ck_assert_str_eq(labels_of(&a), cases[i].labels);
    }
    samen__axis a = across(60);
    a.unit = " %";
    a.language = SAMEN_LANGUAGE_NL;
    samen__axis_linear(&a, 1.3, 0);
    ck_assert_str_eq(labels_of(&a), "0 %|0,5 %|1 %|1,5 %");
}
END

TEST(what_is_counted_has_no_ticks_between_whole_numbers) {
    for (double largest = 0; largest < 40; largest++) {
        samen__axis a = across(150);
        samen__axis_linear(&a, largest, 1);
        for (int i = 0; i < a.ticks; i++)
            ck_assert_double_eq(a.tick[i], floor(a.tick[i]));
        ck_assert_double_ge(a.to, fmax(1, largest));
    }
}
END

TEST(values_stand_in_proportion_and_never_beyond_the_ends) {
    samen__axis a = across(100), b = up(40);
    samen__axis_linear(&a, 8, 0);
    samen__axis_linear(&b, 8, 0);
    ck_assert_double_eq(samen__axis_place(&a, 0), 10);
    ck_assert_double_eq(samen__axis_place(&a, 8), 110);
    ck_assert_double_eq(samen__axis_place(&a, 2), 35);
    ck_assert_double_eq(samen__axis_place(&b, 0), 50);
    ck_assert_double_eq(samen__axis_place(&b, 2), 40);
    ck_assert_double_eq(samen__axis_place(&a, -3), 10);
    ck_assert_double_eq(samen__axis_place(&a, 1e9), 110);
    samen__axis_linear(&a, -5, 0); /* nothing above 0 to show */
    ck_assert_double_eq(a.to, 1);
}
END

TEST(a_logarithmic_axis_has_powers_of_ten) {
    samen__axis a = across(100);
    samen__axis_logarithmic(&a, 1, 6825);
    ck_assert_str_eq(labels_of(&a), "1|10|100|1,000|10,000");
    CLOSE(samen__axis_place(&a, 100), 60, 1e-12);
    samen__axis_logarithmic(&a, 3, 186);
    ck_assert_str_eq(labels_of(&a), "1|10|100");
    ck_assert_double_eq(a.to, 200);
    CLOSE(samen__axis_place(&a, 10), 10 + 100 * log(10) / log(200), 1e-12);
    samen__axis_logarithmic(&a, 5, 5); /* all are equal */
    ck_assert_str_eq(labels_of(&a), "1|10");
    samen__axis_logarithmic(&a, 1e-9, 1e12);
    labels_of(&a);
    ck_assert_int_ge(a.ticks, 5);
    ck_assert_double_eq(samen__axis_place(&a, 0), 10); /* below the lowest */
    samen__axis b = up(12);
    b.unit = " %";
    samen__axis_logarithmic(&b, 0.0027, 100);
    ck_assert_int_ge(b.ticks, 2);
    labels_of(&b);
}
END

TEST(round_numbers_are_at_least_what_is_asked) {
    static const double cases[][2] = {{1, 1},     {1.01, 2},     {2, 2},
                                      {2.1, 5},   {5.5, 10},     {0.03, 0.05},
                                      {186, 200}, {6825, 10000}, {1e-9, 1e-9}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_double_eq(samen__axis_round(cases[i][0]), cases[i][1]);
}
END

SUITE("axes", ticks_are_round_and_reach_beyond_every_value,
      labels_are_written_as_the_language_and_the_size_ask,
      what_is_counted_has_no_ticks_between_whole_numbers,
      values_stand_in_proportion_and_never_beyond_the_ends, a_logarithmic_axis_has_powers_of_ten,
      round_numbers_are_at_least_what_is_asked)
