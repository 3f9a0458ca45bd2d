/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/date.h"

#include "suite.h"

static int is_leap(int year) {
    if (year % 400 == 0)
        return 1;
    if (year % 100 == 0)
        return 0;
    return year % 4 == 0;
}

static int days_in(int year, int month) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

static void write_date(int year, int month, int day, char out[11]) {
    const int part[] = {year / 1000, year / 100 % 10, year / 10 % 10, year % 10,
                        -1,          month / 10,      month % 10,     -1,
                        day / 10,    day % 10};
    for (int i = 0; i < 10; i++)
        out[i] = part[i] < 0 ? '-' : (char)('0' + part[i]);
    out[10] = '\0';
}

/* Oracle: counting day by day from 0000-01-01, which is 719528 days before 1970-01-01. */
TEST(every_day_of_ten_thousand_years_has_its_number) {
    int32_t expected = -719528;
    for (int year = 0; year <= 9999; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= days_in(year, month); day++, expected++) {
                char text[11], back[11];
                int32_t found = 0;
                write_date(year, month, day, text);
                if (samen__date_parse(text, 10, &found) != SAMEN__DATE_FINE || found != expected)
                    ck_abort_msg("%s is %d", text, found);
                samen__date_format(expected, back);
                if (memcmp(text, back, 11) != 0)
                    ck_abort_msg("%d is %s, not %s", expected, back, text);
            }
        }
    }
    ck_assert_int_eq(expected, 2932897);
}
END

/* Oracle: days that everybody can look up; they pin the count of the test above to the calendar. */
TEST(some_days_are_where_calendars_have_them) {
    static const struct {
        const char *text;
        int32_t day;
    } cases[] = {{"1970-01-01", 0},     {"1969-12-31", -1},    {"2000-01-01", 10957},
                 {"2000-02-29", 11016}, {"2038-01-19", 24855}, {"1900-01-01", -25567}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int32_t day = -7;
        ck_assert_int_eq(samen__date_parse(cases[i].text, 10, &day), SAMEN__DATE_FINE);
        ck_assert_int_eq(day, cases[i].day);
    }
}
END

/* Oracle: the lengths of the months; all months and days of two digits in years of every kind. */
TEST(days_that_do_not_exist_are_impossible) {
    static const int years[] = {0, 1, 4, 100, 1582, 1900, 2000, 2023, 2024, 2100, 2400, 9999};
    for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
        for (int month = 0; month < 100; month++) {
            for (int day = 0; day < 100; day++) {
                char text[11];
                int32_t found = 12345;
                int there =
                    month >= 1 && month <= 12 && day >= 1 && day <= days_in(years[i], month);
                write_date(years[i], month, day, text);
                samen__date_kind kind = samen__date_parse(text, 10, &found);
                ck_assert_msg(kind == (there ? SAMEN__DATE_FINE : SAMEN__DATE_IMPOSSIBLE), "%s",
                              text);
                ck_assert(there || found == 12345);
            }
        }
    }
}
END

TEST(what_is_not_written_as_a_date_is_told_apart) {
    static const char *const cases[] = {
        "",           "2024",       "2024-01",    "2024-01-1",   "2024-1-01",   "24-01-01",
        "2024/01/01", "2024-01/01", "2024.01-01", "01-01-2024",  "2024-01-01 ", " 2024-01-01",
        "2024-01-0x", "2024-0x-01", "x024-01-01", "-024-01-01",  "+024-01-01",  "2024-01-01T00",
        "20240-01-1", "2024-01--1", "2024- 1-01", "12024-01-01", "２０-01"};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int32_t day = 12345;
        ck_assert_msg(samen__date_parse(cases[i], (int64_t)strlen(cases[i]), &day) ==
                          SAMEN__DATE_NOT_A_DATE,
                      "\"%s\"", cases[i]);
        ck_assert_int_eq(day, 12345);
    }
    int32_t day = 12345;
    ck_assert_int_eq(samen__date_parse("2024-01-0\0", 10, &day), SAMEN__DATE_NOT_A_DATE);
}
END

SUITE("core/date", every_day_of_ten_thousand_years_has_its_number,
      some_days_are_where_calendars_have_them, days_that_do_not_exist_are_impossible,
      what_is_not_written_as_a_date_is_told_apart)
