/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widths are in thousandths of the size: the mean of Liberation Sans (as wide as Arial and Helvetica) and DejaVu
 * Sans (as wide as Verdana, nearly), the two ends of what a reader's system takes for sans-serif. */
#include "draw/measure_text.h"

#include <string.h>

#include "core/utf8.h"

enum {
    LATIN = 560,
    CAPITAL = 665,
    CYRILLIC = 685,
    OTHER = 620,
    WIDE = 1000,
    DIGIT = 596,
    BRACE = 485
};

#define BOLDER 1.1

static const int16_t ascii[95] = {
    298, 339, 407, 697, 596, 920, 723, 233, 362, 362, 445, 711, 298, 347,  298, 307, 596, 596, 596,
    596, 596, 596, 596, 596, 596, 596, 307, 307, 711, 711, 711, 543, 1008, 676, 677, 710, 746, 649,
    593, 776, 737, 286, 397, 661, 557, 848, 735, 782, 635, 782, 708, 651,  611, 727, 676, 966, 676,
    639, 648, 334, 307, 334, 654, 528, 417, 584, 595, 525, 595, 586, 315,  595, 595, 250, 250, 540,
    250, 904, 595, 584, 595, 595, 372, 510, 335, 595, 546, 770, 546, 546,  512, 485, 298, 485, 711};

/* Of "\u{...}" with as few digits as the character needs. */
static int32_t escape_width(uint32_t character) {
    int32_t digits = 1;
    while (character >>= 4)
        digits++;
    return ascii['\\' - ' '] + ascii['u' - ' '] + 2 * BRACE + digits * CAPITAL;
}

static int32_t width_of(const char *bytes, int step, uint32_t c) {
    if (c >= ' ' && c <= '~')
        return ascii[c - ' '];
    if (samen__utf8_is_invisible(c))
        return escape_width(c);
    int64_t columns = samen__utf8_width(bytes, step);
    if (columns != 1)
        return columns == 0 ? 0 : WIDE;
    if (c < 0x250)
        return c >= 0xC0 && c < 0xDF ? CAPITAL : LATIN;
    return c >= 0x400 && c < 0x530 ? CYRILLIC : OTHER;
}

/* The character at a place: its bytes, and its width in thousandths. */
static int step_at(const char *bytes, int64_t length, int64_t at, int32_t *width) {
    uint32_t character = '?';
    int step = samen__utf8_decode(bytes + at, length - at, &character);
    *width = step ? width_of(bytes + at, step, character) : DIGIT;
    return step ? step : 1;
}

double samen__measure_text(const char *bytes, int64_t length, double size, int32_t bold) {
    int64_t sum = 0;
    for (int64_t at = 0; at < length;) {
        int32_t width;
        at += step_at(bytes, length, at, &width);
        sum += width;
    }
    return (double)sum / 1000 * size * (bold ? BOLDER : 1);
}

int64_t samen__measure_fit(const char *bytes, int64_t length, double size, int32_t bold,
                           double width) {
    double left = width * 1000 / size / (bold ? BOLDER : 1);
    int64_t at = 0;
    while (at < length) {
        int32_t taken;
        int step = step_at(bytes, length, at, &taken);
        left -= taken;
        if (left < 0)
            return at;
        at += step;
    }
    return at;
}

static int may_break_behind(char byte) {
    return byte == ' ' || byte == '-';
}

double samen__measure_widest(const char *bytes, int64_t length, double size, int32_t bold) {
    double widest = 0;
    for (int64_t at = 0, end; at < length; at = end) {
        for (end = at; end < length && !may_break_behind(bytes[end]);)
            end++;
        end += end < length;
        int64_t shown = bytes[end - 1] == ' ' ? end - 1 : end;
        double width = samen__measure_text(bytes + at, shown - at, size, bold);
        widest = width > widest ? width : widest;
    }
    return widest;
}

int64_t samen__measure_line(const char *bytes, int64_t length, double size, int32_t bold,
                            double width, int64_t *next) {
    int64_t fits = samen__measure_fit(bytes, length, size, bold, width);
    int32_t ignored;
    if (fits == 0 && length > 0)
        fits = step_at(bytes, length, 0, &ignored); /* so that there is an end to it */
    int64_t cut = fits;
    if (fits < length && bytes[fits] != ' ') {
        while (cut > 0 && !may_break_behind(bytes[cut - 1]))
            cut--;
        if (cut == 0)
            cut = fits;
    }
    *next = cut;
    while (*next < length && bytes[*next] == ' ')
        ++*next;
    while (cut > 0 && bytes[cut - 1] == ' ')
        cut--;
    return cut;
}
