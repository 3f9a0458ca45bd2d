/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8: validity, width on a terminal, letters without case and accents for comparing names. */
#ifndef SAMEN_CORE_UTF8_H
#define SAMEN_CORE_UTF8_H

#include <stdint.h>

/* The length of the character at `bytes` and its code, or 0 when it is not valid UTF-8. */
int samen__utf8_decode(const char *bytes, int64_t length, uint32_t *character);

/* The offset of the first byte that is not valid UTF-8, or -1. */
int64_t samen__utf8_invalid(const char *bytes, int64_t length);

/* Controls, bidirectional controls, zero-width characters and line separators. */
int samen__utf8_is_invisible(uint32_t character);

/* Columns taken on a terminal: 0 for combining marks, 2 for wide East Asian characters and emoji. */
int64_t samen__utf8_width(const char *bytes, int64_t length);

/* Fold a name for comparison into `out` (room for length + 1 bytes): ASCII letters in lower case,
 * accented Latin letters without their accent, runs of space, hyphen and underscore as one hyphen,
 * none at the ends. Returns the length. */
int64_t samen__utf8_fold(const char *bytes, int64_t length, char *out);

/* How many single edits (insert, delete, replace, swap neighbours) part two short names; anything
 * beyond `most` is reported as most + 1. */
int32_t samen__utf8_distance(const char *a, const char *b, int32_t most);

#endif
