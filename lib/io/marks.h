/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the cells of a text end: the places of every separator and line feed, found 16 bytes at a time. */
#ifndef SAMEN_IO_MARKS_H
#define SAMEN_IO_MARKS_H

#include <stdint.h>

/* Room for places beyond those that there can be. */
enum { SAMEN__MARKS_ROOM = 8 };

typedef struct samen__marks {
    int64_t count;
    int32_t odd;     /* there is a quote or a NUL: more than the marks must be looked at */
    int32_t foreign; /* there is a byte beyond ASCII */
    int32_t returns; /* there is a carriage return */
} samen__marks;

/* The places, ascending, into `place`, which has room for length + SAMEN__MARKS_ROOM of them. */
samen__marks samen__marks_find(const char *bytes, int64_t length, char separator, uint32_t *place);

#endif
