/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide text is, without a font: from average widths of the sans-serif letters that readers have. */
#ifndef SAMEN_DRAW_MEASURE_TEXT_H
#define SAMEN_DRAW_MEASURE_TEXT_H

#include <stdint.h>

/* In the unit of `size`. What is shown as an escape (core/text.h) is as wide as the escape. */
double samen__measure_text(const char *bytes, int64_t length, double size, int32_t bold);

/* How many bytes, in whole characters, take at most `width`. */
int64_t samen__measure_fit(const char *bytes, int64_t length, double size, int32_t bold,
                           double width);

/* How many bytes to put on the first line of at most `width`: broken at a space or behind a hyphen, and within a word
 * only when it is longer than the line. *next is where the next line starts. */
int64_t samen__measure_line(const char *bytes, int64_t length, double size, int32_t bold,
                            double width, int64_t *next);

/* The width of the widest piece that is not broken. */
double samen__measure_widest(const char *bytes, int64_t length, double size, int32_t bold);

#endif
