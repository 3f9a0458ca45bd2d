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

typedef struct range {
    uint32_t first, last;
} range;

/* Marks that stand on the letter before them, of the scripts that names are likely to be in. */
static const range combining[] = {
    {0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},   {0x5BF, 0x5BF},   {0x5C1, 0x5C2},
    {0x5C4, 0x5C5},   {0x5C7, 0x5C7},   {0x610, 0x61A},   {0x64B, 0x65F},   {0x670, 0x670},
    {0x6D6, 0x6DC},   {0x6DF, 0x6E4},   {0x6E7, 0x6E8},   {0x6EA, 0x6ED},   {0x900, 0x902},
    {0x93A, 0x93A},   {0x93C, 0x93C},   {0x941, 0x948},   {0x94D, 0x94D},   {0x951, 0x957},
    {0x962, 0x963},   {0x981, 0x981},   {0x9BC, 0x9BC},   {0x9C1, 0x9C4},   {0x9CD, 0x9CD},
    {0xE31, 0xE31},   {0xE34, 0xE3A},   {0xE47, 0xE4E},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x20D0, 0x20FF}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}};

static const range wide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},
                             {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
                             {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F},
                             {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF},
                             {0x20000, 0x3FFFD}};

static int is_in(uint32_t c, const range *ranges, size_t count) {
    for (size_t i = 0; i < count && c >= ranges[i].first; i++) {
        if (c <= ranges[i].last)
            return 1;
    }
    return 0;
}

static int is_combining(uint32_t c) {
    return samen__utf8_is_invisible(c) ||
           is_in(c, combining, sizeof combining / sizeof combining[0]);
}

static int is_wide(uint32_t c) {
    return is_in(c, wide, sizeof wide / sizeof wide[0]);
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

static int is_gap(uint32_t c) {
    return c == ' ' || c == '-' || c == '_' || c == '\t' || c == 0xA0 || c == 0x2010 ||
           c == 0x2011 || c == 0x2013;
}

int64_t samen__utf8_fold(const char *bytes, int64_t length, char *out) {
    int64_t made = 0;
    int gap = 0;
    for (int64_t at = 0, step; at < length; at += step) {
        uint32_t c = 0;
        step = samen__utf8_decode(bytes + at, length - at, &c);
        if (step == 0)
            step = 1;
        if (is_gap(c)) {
            gap = made > 0;
            continue;
        }
        if (c >= 0x300 && c <= 0x36F) /* an accent written apart from its letter */
            continue;
        if (gap)
            out[made++] = '-';
        gap = 0;
        if (c >= 'A' && c <= 'Z') {
            out[made++] = (char)(c - 'A' + 'a');
        } else if (c >= 0xC0 && c <= 0xFF && latin1_base[c - 0xC0] != '.') {
            out[made++] = latin1_base[c - 0xC0];
        } else {
            memcpy(out + made, bytes + at, (size_t)step);
            if (c == 0xC6 || c == 0xD0 || c == 0xDE) /* letters of their own: lower case only */
                out[made + 1] = (char)(out[made + 1] + 0x20);
            made += step;
        }
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
