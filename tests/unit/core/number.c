/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/number.h"

#include "graphs.h"
#include "suite.h"

static double parse(const char *text) {
    double value = NAN;
    ck_assert_msg(samen__number_parse(text, (int64_t)strlen(text), '.', &value) ==
                      SAMEN__NUMBER_FINITE,
                  "%s is not read", text);
    return value;
}

static uint64_t bits_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static double random_double(dice *d) {
    uint64_t bits = dice_roll(d, 0);
    bits = dice_roll(d, UINT64_MAX);
    double value;
    memcpy(&value, &bits, sizeof value);
    return isfinite(value) ? value : 1.0;
}

/* Oracle: strtod of the C library, which rounds correctly; equality to the bit. */
TEST(hard_decimals_are_read_to_the_nearest_double) {
    static const char *const cases[] = {"0",
                                        "-0",
                                        "1",
                                        "0.1",
                                        "1e22",
                                        "1e23",
                                        "9007199254740993",
                                        "9007199254740992.5",
                                        "123456789012345678901234567890",
                                        "2.2250738585072011e-308",
                                        "2.2250738585072014e-308",
                                        "4.9406564584124654e-324",
                                        "2.4703282292062327e-324",
                                        "2.4703282292062328e-324",
                                        "1.7976931348623157e308",
                                        "1.7976931348623158e308",
                                        "8.5",
                                        "5e-324",
                                        "1e-400",
                                        "0.500000000000000166533453693773481063544750213623046875",
                                        "3.518437208883201171875e13",
                                        "62.5364939768271845828",
                                        "8.10109172351e-10",
                                        "1.50000000000000011102230246251565",
                                        "00000000000000000000001.5",
                                        "1e0000000000005"};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_msg(bits_of(parse(cases[i])) == bits_of(strtod(cases[i], NULL)), "%s", cases[i]);
}
END

/* Oracle: strtod; doubles of random bits printed with 17 digits, and decimals of random digits. */
TEST(random_decimals_are_read_to_the_nearest_double) {
    dice d = {.state = 1};
    for (int i = 0; i < 200000; i++) {
        char text[64];
        if (i % 2)
            snprintf(text, sizeof text, "%.*g", 1 + (int)dice_roll(&d, 20), random_double(&d));
        else
            snprintf(text, sizeof text, "%s%llu.%llue%d", i % 4 ? "-" : "",
                     (unsigned long long)dice_roll(&d, UINT64_MAX),
                     (unsigned long long)dice_roll(&d, 1000000), (int)dice_roll(&d, 600) - 300);
        double expected = strtod(text, NULL), value;
        samen__number_kind kind = samen__number_parse(text, (int64_t)strlen(text), '.', &value);
        if (isinf(expected))
            ck_assert_int_eq(kind, SAMEN__NUMBER_INFINITE);
        else
            ck_assert_msg(kind == SAMEN__NUMBER_FINITE && bits_of(value) == bits_of(expected), "%s",
                          text);
    }
}
END

/* Oracle: strtod; two million numbers as people and programs write them: up to 19 digits, a point
 * anywhere, zeros before and behind. */
TEST(millions_of_plain_decimals_are_read_to_the_nearest_double) {
    dice d = {.state = 7};
    for (int i = 0; i < 2000000; i++) {
        char text[48];
        int at = 0, digits = 1 + (int)dice_roll(&d, 19), point = (int)dice_roll(&d, 24);
        if (dice_roll(&d, 8) == 0)
            text[at++] = '-';
        for (uint64_t zeros = dice_roll(&d, 14); zeros > 8; zeros--) {
            text[at++] = '0';
            if (zeros == 12 && point > digits)
                text[at++] = '.';
        }
        uint64_t whole = dice_roll(&d, UINT64_MAX);
        for (int digit = 0; digit < digits; digit++, whole /= 10) {
            if (digit == point)
                text[at++] = '.';
            text[at++] = (char)('0' + whole % 10);
        }
        for (uint64_t zeros = dice_roll(&d, 12); zeros > 8 && point < digits; zeros--)
            text[at++] = '0';
        text[at] = '\0';
        double expected = strtod(text, NULL), value = NAN;
        ck_assert_msg(samen__number_parse(text, at, '.', &value) == SAMEN__NUMBER_FINITE &&
                          bits_of(value) == bits_of(expected),
                      "%s", text);
    }
}
END

TEST(what_is_no_number_is_told_apart) {
    static const struct {
        const char *text;
        samen__number_kind kind;
    } cases[] = {{"", SAMEN__NUMBER_NONE},
                 {"-", SAMEN__NUMBER_NONE},
                 {".", SAMEN__NUMBER_NONE},
                 {"1.", SAMEN__NUMBER_FINITE},
                 {".5", SAMEN__NUMBER_FINITE},
                 {"1e", SAMEN__NUMBER_NONE},
                 {"1e+", SAMEN__NUMBER_NONE},
                 {"1.2.3", SAMEN__NUMBER_NONE},
                 {"1,5", SAMEN__NUMBER_NONE},
                 {" 1", SAMEN__NUMBER_NONE},
                 {"0x10", SAMEN__NUMBER_NONE},
                 {"nan", SAMEN__NUMBER_NAN},
                 {"-NaN", SAMEN__NUMBER_NAN},
                 {"inf", SAMEN__NUMBER_INFINITE},
                 {"-Infinity", SAMEN__NUMBER_INFINITE},
                 {"1e999", SAMEN__NUMBER_INFINITE},
                 {"infinit", SAMEN__NUMBER_NONE},
                 {"1e99999999999999999999", SAMEN__NUMBER_INFINITE},
                 {"1e-99999999999999999999", SAMEN__NUMBER_FINITE}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double value;
        ck_assert_msg(samen__number_parse(cases[i].text, (int64_t)strlen(cases[i].text), '.',
                                          &value) == cases[i].kind,
                      "\"%s\"", cases[i].text);
    }
}
END

TEST(a_decimal_comma_is_read_where_it_is_asked_for) {
    double value;
    ck_assert_int_eq(samen__number_parse("2,5", 3, ',', &value), SAMEN__NUMBER_FINITE);
    ck_assert_double_eq(value, 2.5);
    ck_assert_int_eq(samen__number_parse("2.5", 3, ',', &value), SAMEN__NUMBER_NONE);
}
END

/* Oracle: strtod reads back what was printed, and no shorter %.*g of the C library does. */
TEST(numbers_are_printed_as_the_shortest_decimal_that_reads_back) {
    dice d = {.state = 2};
    for (int i = 0; i < 100000; i++) {
        double value = i < 1000 ? i / 100.0 : random_double(&d);
        char text[SAMEN__NUMBER_SIZE], shorter[400];
        int32_t length = samen__number_format(value, text);
        ck_assert_int_eq(length, (int)strlen(text));
        ck_assert_msg(strtod(text, NULL) == value, "%.17g was printed as %s", value, text);
        int digits = 0;
        for (const char *c = text; *c && *c != 'e'; c++)
            digits += *c >= '0' && *c <= '9';
        for (int p = 1; p < digits && strchr(text, 'e'); p++) {
            snprintf(shorter, sizeof shorter, "%.*g", p, value);
            ck_assert_msg(strtod(shorter, NULL) != value, "%s could be %s", text, shorter);
        }
    }
}
END

TEST(numbers_are_printed_the_way_people_write_them) {
    static const struct {
        double value;
        const char *text;
    } cases[] = {{0, "0"},
                 {-0.0, "0"},
                 {1, "1"},
                 {-3, "-3"},
                 {0.1, "0.1"},
                 {0.3100, "0.31"},
                 {1e15, "1000000000000000"},
                 {1e20, "100000000000000000000"},
                 {1e21, "1e21"},
                 {1e22, "1e22"},
                 {1.5e-5, "0.000015"},
                 {1e-7, "1e-7"},
                 {1.25e-9, "1.25e-9"},
                 {9007199254740993.0, "9007199254740992"},
                 {5e-324, "5e-324"},
                 {1.0 / 3, "0.3333333333333333"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[SAMEN__NUMBER_SIZE];
        samen__number_format(cases[i].value, text);
        ck_assert_str_eq(text, cases[i].text);
    }
}
END

/* Oracle: printf of the C library, which rounds exactly and ties to even. */
TEST(fixed_decimals_are_rounded_exactly) {
    dice d = {.state = 3};
    for (int i = 0; i < 100000; i++) {
        double value =
            ((double)dice_roll(&d, 2000000) - 1000000) / (double)(1 << dice_roll(&d, 16));
        if (i % 100 == 0)
            value = random_double(&d);
        int decimals = (int)dice_roll(&d, 8);
        char text[SAMEN__NUMBER_FIXED_SIZE], expected[400];
        snprintf(expected, sizeof expected, "%.*f", decimals, value);
        if (strtod(expected, NULL) == 0 && expected[0] == '-')
            memmove(expected, expected + 1, strlen(expected));
        samen__number_format_fixed(value, decimals, text);
        ck_assert_str_eq(text, expected);
    }
}
END

TEST(whole_numbers_are_read_up_to_their_limits) {
    static const struct {
        const char *text;
        int fine;
        int64_t value;
    } cases[] = {{"0", 1, 0},
                 {"-7", 1, -7},
                 {"+7", 1, 7},
                 {"9223372036854775807", 1, INT64_MAX},
                 {"9223372036854775808", 0, 0},
                 {"-9223372036854775808", 1, INT64_MIN},
                 {"-9223372036854775809", 0, 0},
                 {"", 0, 0},
                 {"-", 0, 0},
                 {"1.0", 0, 0},
                 {"1 ", 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int64_t value = 0;
        ck_assert_msg(samen__number_parse_int64(cases[i].text, (int64_t)strlen(cases[i].text),
                                                &value) == cases[i].fine,
                      "\"%s\"", cases[i].text);
        if (cases[i].fine)
            ck_assert_int_eq(value, cases[i].value);
    }
}
END

SUITE("core/number", hard_decimals_are_read_to_the_nearest_double,
      random_decimals_are_read_to_the_nearest_double,
      millions_of_plain_decimals_are_read_to_the_nearest_double, what_is_no_number_is_told_apart,
      a_decimal_comma_is_read_where_it_is_asked_for,
      numbers_are_printed_as_the_shortest_decimal_that_reads_back,
      numbers_are_printed_the_way_people_write_them, fixed_decimals_are_rounded_exactly,
      whole_numbers_are_read_up_to_their_limits)
