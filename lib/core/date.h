/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar days as days since 1970-01-01, in the Gregorian calendar. */
#ifndef SAMEN_CORE_DATE_H
#define SAMEN_CORE_DATE_H

#include <stdint.h>

#define SAMEN__DATE_NONE INT32_MIN

typedef enum samen__date_kind {
    SAMEN__DATE_FINE,
    SAMEN__DATE_IMPOSSIBLE, /* written as a date, but there is no such day */
    SAMEN__DATE_NOT_A_DATE
} samen__date_kind;

/* Read the whole of `bytes` as YYYY-MM-DD. */
samen__date_kind samen__date_parse(const char *bytes, int64_t length, int32_t *day);

/* Is it a day of the years 0000 to 9999, which can be written? */
int samen__date_is_known(int32_t day);

/* YYYY-MM-DD; years 0000 to 9999, the only ones that samen__date_parse makes. */
void samen__date_format(int32_t day, char out[11]);

#endif
