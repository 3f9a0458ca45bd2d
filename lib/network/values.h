/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the text of a cell or argument to a value, with one sentence when it cannot be. */
#ifndef SAMEN_NETWORK_VALUES_H
#define SAMEN_NETWORK_VALUES_H

#include <stdint.h>

#include "core/date.h"
#include "samen/core.h"

enum { SAMEN__LONGEST_KEY = 4096 };

/* A key may not be empty, longer than SAMEN__LONGEST_KEY bytes or anything but UTF-8. */
samen_status samen__check_key(const char *what, const char *bytes, int64_t length,
                              samen_error *err);

/* Finite and above 0. */
samen_status samen__check_weight(double weight, samen_error *err);

/* An empty text gives weight 1. `point` is the decimal sign. */
samen_status samen__read_weight(const char *bytes, int64_t length, char point, double *weight,
                                samen_error *err);

/* An empty text gives SAMEN__DATE_NONE. */
samen_status samen__read_date(const char *bytes, int64_t length, int32_t *day, samen_error *err);

samen_status samen__check_period(int32_t start, int32_t end, samen_error *err);

/* 1, 0, yes, no, true, false, ja, nee, waar, onwaar; returns 0 when it is none of them. */
int samen__read_yes_no(const char *bytes, int64_t length, int32_t *value);

/* Up to `most` characters of data, made visible, for use in a message. */
typedef struct samen__shown {
    char text[200];
} samen__shown;
samen__shown samen__show(const char *bytes, int64_t length);

#endif
