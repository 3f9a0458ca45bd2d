/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: the Unicode Standard, chapter 3 (well-formed UTF-8, table 3-7), and UAX 11 for width. */
#include "core/utf8.h"

#include <string.h>

int samen__utf8_decode(const char *bytes, int64_t length, uint32_t *character) {
    const unsigned char *b = (const unsigned char *)bytes;
    if (length < 1)
        return 0;
    if (b[0] < 0x80) {
        *character = b[0];
        return 1;
    }
    int extra = b[0] >= 0xC2 && b[0] <= 0xDF   ? 1
                : b[0] >= 0xE0 && b[0] <= 0xEF ? 2
                : b[0] >= 0xF0 && b[0] <= 0xF4 ? 3
                                               : 0;
    if (extra == 0 || length < extra + 1)
        return 0;
    uint32_t code = b[0] & (0x3Fu >> extra);
    for (int i = 1; i <= extra; i++) {
        if ((b[i] & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (b[i] & 0x3Fu);
    }
    int overlong = (extra == 2 && code < 0x800) || (extra == 3 && code < 0x10000);
    if (overlong || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF)
        return 0;
    *character = code;
    return extra + 1;
}

int64_t samen__utf8_invalid(const char *bytes, int64_t length) {
    for (int64_t at = 0; at < length;) {
        uint64_t eight;
        if (at + 8 <= length && (memcpy(&eight, bytes + at, 8), !(eight & 0x8080808080808080u))) {
            at += 8;
            continue;
        }
        uint32_t character;
        int step = samen__utf8_decode(bytes + at, length - at, &character);
        if (step == 0)
            return at;
        at += step;
    }
    return -1;
}

int samen__utf8_is_invisible(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

static int is_combining(uint32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x483 && c <= 0x489) || (c >= 0x591 && c <= 0x5BD) ||
           (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) ||
           (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xFE20 && c <= 0xFE2F) || samen__utf8_is_invisible(c);
}

static int is_wide(uint32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) ||
           (c >= 0x3041 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
           (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
           (c >= 0x1F300 && c <= 0x1F64F) || (c >= 0x1F900 && c <= 0x1F9FF) ||
           (c >= 0x20000 && c <= 0x3FFFD);
}

int64_t samen__utf8_width(const char *bytes, int64_t length) {
    int64_t width = 0;
    for (int64_t at = 0; at < length;) {
        uint32_t character = 0;
        int step = samen__utf8_decode(bytes + at, length - at, &character);
        width += step == 0 ? 1 : is_combining(character) ? 0 : is_wide(character) ? 2 : 1;
        at += step ? step : 1;
    }
    return width;
}

/* The base letter of U+00C0 to U+00FF, in lower case; '.' where there is no single one. */
static const char latin1_base[] =
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y";

int64_t samen__utf8_fold(const char *bytes, int64_t length, char *out) {
    int64_t made = 0;
    int gap = 0;
    for (int64_t at = 0; at < length;) {
        uint32_t character = 0;
        int step = samen__utf8_decode(bytes + at, length - at, &character);
        if (step == 0)
            step = 1;
        int is_gap = character == ' ' || character == '-' || character == '_' ||
                     character == '\t' || character == 0xA0 || character == 0x2010 ||
                     character == 0x2011 || character == 0x2013;
        if (is_gap) {
            gap = made > 0;
            at += step;
            continue;
        }
        if (gap)
            out[made++] = '-';
        gap = 0;
        if (step == 1 && bytes[at] >= 'A' && bytes[at] <= 'Z') {
            out[made++] = (char)(bytes[at] - 'A' + 'a');
        } else if (character >= 0xC0 && character <= 0xFF && latin1_base[character - 0xC0] != '.') {
            out[made++] = latin1_base[character - 0xC0];
        } else {
            memcpy(out + made, bytes + at, (size_t)step);
            made += step;
        }
        at += step;
    }
    out[made] = '\0';
    return made;
}

enum { LONGEST_COMPARED = 63 };

int32_t samen__utf8_distance(const char *a, const char *b, int32_t most) {
    int32_t la = (int32_t)strnlen(a, LONGEST_COMPARED + 1);
    int32_t lb = (int32_t)strnlen(b, LONGEST_COMPARED + 1);
    if (la > LONGEST_COMPARED || lb > LONGEST_COMPARED || la - lb > most || lb - la > most)
        return most + 1;
    int32_t row[3][LONGEST_COMPARED + 2];
    for (int32_t j = 0; j <= lb; j++)
        row[0][j] = j;
    for (int32_t i = 1; i <= la; i++) {
        int32_t *now = row[i % 3], *above = row[(i + 2) % 3], *higher = row[(i + 1) % 3];
        now[0] = i;
        for (int32_t j = 1; j <= lb; j++) {
            int32_t best = above[j - 1] + (a[i - 1] != b[j - 1]);
            best = above[j] + 1 < best ? above[j] + 1 : best;
            best = now[j - 1] + 1 < best ? now[j - 1] + 1 : best;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                higher[j - 2] + 1 < best)
                best = higher[j - 2] + 1;
            now[j] = best;
        }
    }
    return row[la % 3][lb] > most ? most + 1 : row[la % 3][lb];
}
