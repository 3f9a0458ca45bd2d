/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: ISO 8601. Years are counted from March, so that the leap day is the last of its year. */
#include "core/date.h"

static int64_t days_from_civil(int64_t year, int64_t month, int64_t day) {
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static int number_at(const char *bytes, int digits, int *value) {
    *value = 0;
    for (int i = 0; i < digits; i++) {
        if (bytes[i] < '0' || bytes[i] > '9')
            return 0;
        *value = *value * 10 + (bytes[i] - '0');
    }
    return 1;
}

samen__date_kind samen__date_parse(const char *bytes, int64_t length, int32_t *day) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year, month, of_month;
    if (length != 10 || bytes[4] != '-' || bytes[7] != '-' || !number_at(bytes, 4, &year) ||
        !number_at(bytes + 5, 2, &month) || !number_at(bytes + 8, 2, &of_month))
        return SAMEN__DATE_NOT_A_DATE;
    if (month < 1 || month > 12)
        return SAMEN__DATE_IMPOSSIBLE;
    int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (of_month < 1 || of_month > lengths[month - 1] + (leap && month == 2))
        return SAMEN__DATE_IMPOSSIBLE;
    *day = (int32_t)days_from_civil(year, month, of_month);
    return SAMEN__DATE_FINE;
}

int samen__date_is_known(int32_t day) {
    return day >= days_from_civil(0, 1, 1) && day <= days_from_civil(9999, 12, 31);
}

static void put(char *out, int64_t value, int digits) {
    for (int i = digits - 1; i >= 0; i--) {
        out[i] = (char)('0' + value % 10);
        value /= 10;
    }
}

void samen__date_format(int32_t day, char out[11]) {
    int64_t z = (int64_t)day + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t day_of_era = z - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    int64_t month = shifted + (shifted < 10 ? 3 : -9);
    put(out, year_of_era + era * 400 + (month <= 2), 4);
    put(out + 5, month, 2);
    put(out + 8, day_of_year - (153 * shifted + 2) / 5 + 1, 2);
    out[4] = out[7] = '-';
    out[10] = '\0';
}
