/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each byte of a vector is compared with each byte that means something; the answers, one bit a byte, are
 * gathered into a word by a multiplication, and the places of its ones written down. The vectors are the
 * compiler's own, so that the same source serves every processor.
 *
 * Based on: G. Langdale and D. Lemire, Parsing gigabytes of JSON per second, VLDB Journal 28(6), 2019
 * (doi 10.1007/s00778-019-00578-5).
 * Complexity: O(length + marks). */
#include "io/marks.h"

#include <string.h>

enum { WIDTH = 16, BLOCK = 64, AT_ONCE = 8 };

typedef uint8_t vector __attribute__((vector_size(WIDTH)));
typedef uint64_t halves __attribute__((vector_size(WIDTH)));

static const vector weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};

static inline vector all(char c) {
    return (vector){0} + (uint8_t)c;
}

/* The lowest bit of the 16 bytes, each 0 or 255, in a word. On processors that store the other end first,
 * bytes of a half come in the same order, because the weights do too. */
static inline uint64_t gather(vector answers) {
    halves sums = (halves)(answers & weights);
    const uint64_t add_up = 0x0101010101010101u;
    return (sums[0] * add_up) >> 56 | ((sums[1] * add_up) >> 56) << 8;
}

static inline int any(vector v) {
    halves two = (halves)v;
    return (two[0] | two[1]) != 0;
}

/* Write down the places of all ones. Eight are written at a time, as a rule more than there are: the rest
 * is written over later. */
static inline int64_t write_down(uint64_t ones, uint32_t base, uint32_t *place) {
    int64_t count = __builtin_popcountll(ones);
    for (int64_t done = 0; done < count; done += AT_ONCE) {
        for (int i = 0; i < AT_ONCE; i++) {
            place[done + i] = base + (uint32_t)__builtin_ctzll(ones | 1ull << 63);
            ones &= ones - 1;
        }
    }
    return count;
}

samen__marks samen__marks_find(const char *bytes, int64_t length, char separator, uint32_t *place) {
    samen__marks marks = {0};
    vector odd = {0}, foreign = {0}, returns = {0};
    const vector ends = all('\n'), cells = all(separator), quotes = all('"'), carriage = all('\r');
    for (int64_t at = 0; at < length; at += BLOCK) {
        uint64_t ones = 0;
        char last[BLOCK];
        const char *block = bytes + at;
        if (length - at < BLOCK) { /* what comes after the text is nothing of it */
            memset(last, ' ', BLOCK);
            memcpy(last, block, (size_t)(length - at));
            block = last;
        }
        for (int i = 0; i < BLOCK / WIDTH; i++) {
            vector v;
            memcpy(&v, block + i * WIDTH, WIDTH);
            ones |= gather((vector)((v == ends) | (v == cells))) << (i * WIDTH);
            odd |= (vector)((v == quotes) | (v == 0));
            foreign |= v;
            returns |= (vector)(v == carriage);
        }
        marks.count += write_down(ones, (uint32_t)at, place + marks.count);
    }
    marks.odd = any(odd);
    marks.foreign = any(foreign & 128);
    marks.returns = any(returns);
    return marks;
}
