/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network/values.h"

#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/number.h"
#include "core/text.h"
#include "core/utf8.h"

enum { MOST_SHOWN = 40 };

samen__shown samen__show(const char *bytes, int64_t length) {
    samen__shown shown;
    samen__text text = samen__text_fixed(shown.text, sizeof shown.text);
    samen__text_add_visible(&text, bytes, length, MOST_SHOWN);
    return shown;
}

samen_status samen__check_key(const char *what, const char *bytes, int64_t length,
                              samen_error *err) {
    if (length == 0)
        return samen__fail(err, SAMEN_ERR_MISSING, "%s is empty; give it a key", what);
    if (length > SAMEN__LONGEST_KEY)
        return samen__fail(err, SAMEN_ERR_LIMIT, "%s has %ld bytes; a key has at most %d", what,
                           (long)length, SAMEN__LONGEST_KEY);
    if (samen__utf8_invalid(bytes, length) >= 0)
        return samen__fail(err, SAMEN_ERR_SYNTAX, "%s is not valid UTF-8", what);
    return SAMEN_OK;
}

/* Also where the host has denormal numbers compare as 0. */
static int is_zero(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits << 1 == 0;
}

samen_status samen__check_weight(double weight, samen_error *err) {
    if (isnan(weight))
        return samen__fail(err, SAMEN_ERR_VALUE,
                           "the weight is not a number (NaN); leave it out when it is not known");
    if (isinf(weight))
        return samen__fail(err, SAMEN_ERR_VALUE, "the weight is infinite; give a finite number");
    if (is_zero(weight))
        return samen__fail(err, SAMEN_ERR_VALUE,
                           "the weight is 0; a weight is above 0, and where there is no tie there "
                           "is no row");
    if (weight < 0)
        return samen__fail(err, SAMEN_ERR_VALUE,
                           "the weight is %g; a weight is above 0, larger being stronger", weight);
    return SAMEN_OK;
}

static void trim(const char **bytes, int64_t *length) {
    while (*length > 0 && (**bytes == ' ' || **bytes == '\t')) {
        ++*bytes;
        --*length;
    }
    while (*length > 0 && ((*bytes)[*length - 1] == ' ' || (*bytes)[*length - 1] == '\t'))
        --*length;
}

samen_status samen__read_weight(const char *bytes, int64_t length, char point, double *weight,
                                samen_error *err) {
    trim(&bytes, &length);
    *weight = 1.0;
    if (length == 0)
        return SAMEN_OK;
    switch (samen__number_parse(bytes, length, point, weight)) {
    case SAMEN__NUMBER_FINITE: return samen__check_weight(*weight, err);
    case SAMEN__NUMBER_INFINITE: return samen__check_weight(HUGE_VAL, err);
    case SAMEN__NUMBER_NAN: return samen__check_weight(NAN, err);
    default: break;
    }
    samen__shown shown = samen__show(bytes, length);
    if (memchr(bytes, point == '.' ? ',' : '.', (size_t)length))
        return samen__fail(
            err, SAMEN_ERR_VALUE,
            "the weight \"%s\" is not a number here, where decimals are written with "
            "\"%c\" and thousands are not parted",
            shown.text, point);
    return samen__fail(err, SAMEN_ERR_VALUE, "the weight \"%s\" is not a number", shown.text);
}

samen_status samen__read_date(const char *bytes, int64_t length, int32_t *day, samen_error *err) {
    trim(&bytes, &length);
    *day = SAMEN__DATE_NONE;
    if (length == 0)
        return SAMEN_OK;
    samen__date_kind kind = samen__date_parse(bytes, length, day);
    if (kind == SAMEN__DATE_FINE)
        return SAMEN_OK;
    samen__shown shown = samen__show(bytes, length);
    if (kind == SAMEN__DATE_IMPOSSIBLE)
        return samen__fail(err, SAMEN_ERR_VALUE, "there is no day \"%s\" in the calendar",
                           shown.text);
    return samen__fail(err, SAMEN_ERR_VALUE,
                       "\"%s\" is not a date; write year-month-day, as 2024-01-31", shown.text);
}

samen_status samen__check_period(int32_t start, int32_t end, samen_error *err) {
    if (start == SAMEN__DATE_NONE || end == SAMEN__DATE_NONE || end >= start)
        return SAMEN_OK;
    char first[11], last[11];
    samen__date_format(start, first);
    samen__date_format(end, last);
    return samen__fail(err, SAMEN_ERR_VALUE,
                       "the end, %s, is before the start, %s; swap or correct them", last, first);
}

int samen__read_yes_no(const char *bytes, int64_t length, int32_t *value) {
    static const char *const words[] = {"0",     "1",    "no",     "yes",  "n",   "y",
                                        "false", "true", "onwaar", "waar", "nee", "ja"};
    char folded[16];
    trim(&bytes, &length);
    if (length == 0 || length > 8)
        return 0;
    samen__utf8_fold(bytes, length, folded);
    for (int32_t i = 0; i < (int32_t)(sizeof words / sizeof words[0]); i++) {
        if (strcmp(words[i], folded) == 0) {
            *value = i % 2;
            return 1;
        }
    }
    return 0;
}
