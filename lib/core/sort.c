/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: merge sort from the bottom up; heap sort (J. W. J. Williams, CACM 7(6), 1964) where no
 * memory may be taken, so that no input makes it slow; radix sort for numbers of few digits. */
#include "core/sort.h"

#include <string.h>

#include "core/memory.h"

static void merge(int64_t *out, const int64_t *in, int64_t from, int64_t middle, int64_t to,
                  samen__order order, const void *context) {
    int64_t left = from, right = middle;
    for (int64_t at = from; at < to; at++) {
        int take_left = left < middle && (right >= to || order(context, in[left], in[right]) <= 0);
        out[at] = take_left ? in[left++] : in[right++];
    }
}

samen_status samen__sort(int64_t *items, int64_t count, samen__order order, const void *context,
                         samen_error *err) {
    int64_t *spare = samen__new_raw(count, sizeof *spare, err);
    if (!spare)
        return SAMEN_ERR_MEMORY;
    int64_t *in = items, *out = spare;
    for (int64_t i = 0; i < count; i++)
        items[i] = i;
    for (int64_t width = 1; width < count; width *= 2) {
        for (int64_t from = 0; from < count; from += 2 * width) {
            int64_t middle = from + width < count ? from + width : count;
            int64_t to = from + 2 * width < count ? from + 2 * width : count;
            merge(out, in, from, middle, to, order, context);
        }
        int64_t *swap = in;
        in = out;
        out = swap;
    }
    if (in != items && count > 0)
        memcpy(items, in, (size_t)count * sizeof *items);
    samen__delete(spare);
    return SAMEN_OK;
}

#define HEAP_SORT(NAME, TYPE)                                                                      \
    static void sift_##NAME(TYPE *items, int64_t root, int64_t count) {                            \
        TYPE value = items[root];                                                                  \
        for (int64_t child = 2 * root + 1; child < count; child = 2 * root + 1) {                  \
            if (child + 1 < count && items[child + 1] > items[child])                              \
                child++;                                                                           \
            if (!(items[child] > value))                                                           \
                break;                                                                             \
            items[root] = items[child];                                                            \
            root = child;                                                                          \
        }                                                                                          \
        items[root] = value;                                                                       \
    }                                                                                              \
    void samen__sort_##NAME(TYPE *items, int64_t count) {                                          \
        for (int64_t root = count / 2 - 1; root >= 0; root--)                                      \
            sift_##NAME(items, root, count);                                                       \
        for (int64_t last = count - 1; last > 0; last--) {                                         \
            TYPE top = items[0];                                                                   \
            items[0] = items[last];                                                                \
            items[last] = top;                                                                     \
            sift_##NAME(items, 0, last);                                                           \
        }                                                                                          \
    }

HEAP_SORT(int32, int32_t)
HEAP_SORT(int64, int64_t)
HEAP_SORT(doubles, double)

enum { FEW_ITEMS = 24, DIGIT_BITS = 8, DIGITS = 1 << DIGIT_BITS };

static void insert_each(int32_t *items, int64_t count) {
    for (int64_t i = 1; i < count; i++) {
        int32_t item = items[i];
        int64_t at = i;
        for (; at > 0 && items[at - 1] > item; at--)
            items[at] = items[at - 1];
        items[at] = item;
    }
}

/* By one digit, keeping the order of what is alike in it. */
static void sort_by_digit(const int32_t *in, int64_t count, int shift, int32_t *out) {
    int64_t place[DIGITS + 1] = {0};
    for (int64_t i = 0; i < count; i++)
        place[(in[i] >> shift & (DIGITS - 1)) + 1]++;
    for (int digit = 0; digit < DIGITS; digit++)
        place[digit + 1] += place[digit];
    for (int64_t i = 0; i < count; i++)
        out[place[in[i] >> shift & (DIGITS - 1)]++] = in[i];
}

void samen__sort_small(int32_t *items, int64_t count, int64_t limit, int32_t *spare) {
    if (count <= FEW_ITEMS) {
        insert_each(items, count);
        return;
    }
    int32_t *in = items, *out = spare;
    for (int shift = 0; shift < 32 && (limit - 1) >> shift > 0; shift += DIGIT_BITS) {
        sort_by_digit(in, count, shift, out);
        int32_t *swap = in;
        in = out;
        out = swap;
    }
    if (in != items)
        memcpy(items, in, (size_t)count * sizeof *items);
}
