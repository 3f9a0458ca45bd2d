/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network/values.h"

#include "suite.h"

static int64_t length_of(const char *text) {
    return (int64_t)strlen(text);
}

TEST(a_key_is_one_to_4096_bytes_of_utf_8) {
    char key[4098];
    samen_error error = {0};
    memset(key, 'x', sizeof key);
    ck_assert_int_eq(samen__check_key("the key", key, 1, &error), SAMEN_OK);
    ck_assert_int_eq(samen__check_key("the key", key, 4096, &error), SAMEN_OK);
    ck_assert_int_eq(samen__check_key("the key", key, 4097, &error), SAMEN_ERR_LIMIT);
    ck_assert_str_eq(error.message, "the key has 4097 bytes; a key has at most 4096");
    ck_assert_int_eq(samen__check_key("the key", "", 0, &error), SAMEN_ERR_MISSING);
    ck_assert_int_eq(samen__check_key("the key", "\xE2\x82", 2, &error), SAMEN_ERR_SYNTAX);
    ck_assert_int_eq(samen__check_key("the key", " ", 1, &error), SAMEN_OK);
}
END

TEST(a_weight_is_read_in_the_decimals_of_its_file) {
    static const struct {
        const char *text;
        char point;
        double weight; /* 0: refused */
        const char *words;
    } cases[] = {{"2", '.', 2, NULL},
                 {"", '.', 1, NULL},
                 {"  ", '.', 1, NULL},
                 {" 2.5\t", '.', 2.5, NULL},
                 {"2,5", ',', 2.5, NULL},
                 {"+3", '.', 3, NULL},
                 {"1e3", '.', 1000, NULL},
                 {".5", '.', 0.5, NULL},
                 {"2,5", '.', 0, "decimals are written with \".\""},
                 {"2.5", ',', 0, "decimals are written with \",\""},
                 {"1,000", '.', 0, "thousands are not parted"},
                 {"1.000,5", ',', 0, "thousands are not parted"},
                 {"1 000", '.', 0, "\"1 000\" is not a number"},
                 {"1'000", '.', 0, "is not a number"},
                 {"0", '.', 0, "is 0"},
                 {"0.000", '.', 0, "is 0"},
                 {"-0", '.', 0, "is 0"},
                 {"1e-400", '.', 0, "is 0"},
                 {"-2", '.', 0, "is -2"},
                 {"1e400", '.', 0, "infinite"},
                 {"inf", '.', 0, "infinite"},
                 {"-inf", '.', 0, "infinite"},
                 {"NaN", '.', 0, "NaN"},
                 {"strong", '.', 0, "\"strong\" is not a number"},
                 {"2kg", '.', 0, "\"2kg\" is not a number"},
                 {"0x10", '.', 0, "is not a number"},
                 {"٣", '.', 0, "is not a number"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double weight = -7;
        samen_error error = {0};
        samen_status status = samen__read_weight(cases[i].text, length_of(cases[i].text),
                                                 cases[i].point, &weight, &error);
        if (!cases[i].words) {
            ck_assert_msg(status == SAMEN_OK && weight == cases[i].weight, "\"%s\" is %g",
                          cases[i].text, weight);
            continue;
        }
        ck_assert_msg(status == SAMEN_ERR_VALUE, "\"%s\" is taken", cases[i].text);
        ck_assert_msg(strstr(error.message, cases[i].words) != NULL, "\"%s\": %s", cases[i].text,
                      error.message);
    }
}
END

/* Oracle: the calendar. */
TEST(a_date_is_year_month_day_and_in_the_calendar) {
    static const struct {
        const char *text;
        int fine;
        int32_t day;
        const char *words;
    } cases[] = {{"1970-01-01", 1, 0, NULL},
                 {" 1970-01-02 ", 1, 1, NULL},
                 {"2000-02-29", 1, 11016, NULL},
                 {"", 1, SAMEN__DATE_NONE, NULL},
                 {"1900-02-29", 0, 0, "no day \"1900-02-29\""},
                 {"2023-04-31", 0, 0, "no day"},
                 {"2023-00-10", 0, 0, "no day"},
                 {"2023-10-00", 0, 0, "no day"},
                 {"31/01/2024", 0, 0, "as 2024-01-31"},
                 {"31-01-2024", 0, 0, "as 2024-01-31"},
                 {"2024/01/31", 0, 0, "as 2024-01-31"},
                 {"20240131", 0, 0, "as 2024-01-31"},
                 {"2024-01", 0, 0, "as 2024-01-31"},
                 {"2024", 0, 0, "as 2024-01-31"},
                 {"2024-01-31T00:00", 0, 0, "as 2024-01-31"},
                 {"24-01-31", 0, 0, "as 2024-01-31"},
                 {"-024-01-31", 0, 0, "as 2024-01-31"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int32_t day = 12345;
        samen_error error = {0};
        samen_status status =
            samen__read_date(cases[i].text, length_of(cases[i].text), &day, &error);
        ck_assert_msg(status == (cases[i].fine ? SAMEN_OK : SAMEN_ERR_VALUE), "\"%s\": %s",
                      cases[i].text, error.message);
        if (cases[i].fine)
            ck_assert_msg(day == cases[i].day, "\"%s\" is %d", cases[i].text, day);
        else
            ck_assert_msg(strstr(error.message, cases[i].words) != NULL, "\"%s\": %s",
                          cases[i].text, error.message);
    }
}
END

TEST(a_period_ends_when_it_starts_or_later) {
    samen_error error = {0};
    ck_assert_int_eq(samen__check_period(5, 5, &error), SAMEN_OK);
    ck_assert_int_eq(samen__check_period(5, 6, &error), SAMEN_OK);
    ck_assert_int_eq(samen__check_period(SAMEN__DATE_NONE, -5, &error), SAMEN_OK);
    ck_assert_int_eq(samen__check_period(5, SAMEN__DATE_NONE, &error), SAMEN_OK);
    ck_assert_int_eq(samen__check_period(1, 0, &error), SAMEN_ERR_VALUE);
    ck_assert_str_eq(error.message, "the end, 1970-01-01, is before the start, 1970-01-02; swap or "
                                    "correct them");
}
END

TEST(yes_and_no_are_understood_in_english_and_dutch) {
    static const struct {
        const char *text;
        int value; /* -1: neither */
    } cases[] = {{"yes", 1},      {"no", 0},
                 {"Yes", 1},      {"NO", 0},
                 {"y", 1},        {"n", 0},
                 {"1", 1},        {"0", 0},
                 {"true", 1},     {"FALSE", 0},
                 {"ja", 1},       {"nee", 0},
                 {"Ja", 1},       {"waar", 1},
                 {"onwaar", 0},   {" yes ", 1},
                 {"", -1},        {" ", -1},
                 {"2", -1},       {"10", -1},
                 {"yess", -1},    {"j", -1},
                 {"maybe", -1},   {"x", -1},
                 {"yes yes", -1}, {"a very long text that is neither", -1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int32_t value = -1;
        int found = samen__read_yes_no(cases[i].text, length_of(cases[i].text), &value);
        ck_assert_msg(found == (cases[i].value >= 0) && value == cases[i].value, "\"%s\" is %d",
                      cases[i].text, value);
    }
}
END

TEST(data_in_a_message_is_short_and_harmless) {
    static const struct {
        const char *text;
        const char *shown;
    } cases[] = {
        {"plain", "plain"},
        {"\x1B[31mred", "\\u{1b}[31mred"},
        {"\xE2\x80\xAE"
         "evil",
         "\\u{202e}evil"},
        {"a\nb\tc", "a\\u{a}b\\u{9}c"},
        {"\xFF!", "\\u{ff}!"},
        {"0123456789012345678901234567890123456789", "0123456789012345678901234567890123456789"},
        {"01234567890123456789012345678901234567890", "0123456789012345678901234567890123456789…"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__shown shown = samen__show(cases[i].text, length_of(cases[i].text));
        ck_assert_str_eq(shown.text, cases[i].shown);
    }
    /* Forty characters that each take the longest escape still fit, or end with a whole one. */
    char many[4 * 100 + 1] = "";
    for (int i = 0; i < 100; i++)
        strcat(many, "\xF3\xA0\x80\x81");
    samen__shown shown = samen__show(many, length_of(many));
    ck_assert_uint_lt(strlen(shown.text), sizeof shown.text);
}
END

SUITE("network/values", a_key_is_one_to_4096_bytes_of_utf_8,
      a_weight_is_read_in_the_decimals_of_its_file, a_date_is_year_month_day_and_in_the_calendar,
      a_period_ends_when_it_starts_or_later, yes_and_no_are_understood_in_english_and_dutch,
      data_in_a_message_is_short_and_harmless)
