/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sort.h"

#include <float.h>

#include "graphs.h"
#include "suite.h"

static int by_value(const void *context, int64_t a, int64_t b) {
    const int *value = context;
    return (value[a] > value[b]) - (value[a] < value[b]);
}

/* In order, each item once, and of equal items the earlier first: this leaves one answer only. */
static void check_sorted(const int64_t *items, int64_t count, const int *value) {
    char *seen = calloc((size_t)count + 1, 1);
    for (int64_t i = 0; i < count; i++) {
        ck_assert(items[i] >= 0 && items[i] < count && !seen[items[i]]);
        seen[items[i]] = 1;
        if (i > 0) {
            int before = value[items[i - 1]], now = value[items[i]];
            ck_assert(before < now || (before == now && items[i - 1] < items[i]));
        }
    }
    free(seen);
}

static int compare_int32(const void *a, const void *b) {
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

static int compare_int64(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static int compare_doubles(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

TEST(equal_items_keep_their_order) {
    enum { MOST = 5000 };
    static int value[MOST];
    static int64_t items[MOST];
    dice d = {.state = 1};
    for (int64_t count = 0; count <= MOST; count += count < 70 ? 1 : 493) {
        uint64_t different = 1 + dice_roll(&d, 20);
        for (int64_t i = 0; i < count; i++)
            value[i] = (int)dice_roll(&d, different);
        OK(samen__sort(items, count, by_value, value, error));
        check_sorted(items, count, value);
    }
}
END

TEST(items_in_order_and_in_reverse_order_are_sorted) {
    int value[100];
    int64_t items[100];
    for (int reverse = 0; reverse < 2; reverse++) {
        for (int i = 0; i < 100; i++)
            value[i] = reverse ? -i : i;
        OK(samen__sort(items, 100, by_value, value, error));
        for (int64_t i = 0; i < 100; i++)
            ck_assert_int_eq(items[i], reverse ? 99 - i : i);
    }
}
END

/* Oracle: qsort of the C library. */
TEST(numbers_are_sorted_in_place) {
    enum { MOST = 2000 };
    static int32_t whole[MOST], whole_expected[MOST];
    static int64_t large[MOST], large_expected[MOST];
    static double real[MOST], real_expected[MOST];
    static const double special[] = {-INFINITY, INFINITY, -DBL_MAX, DBL_MAX, 5e-324, 0};
    dice d = {.state = 2};
    for (int64_t count = 0; count <= MOST; count += count < 40 ? 1 : 196) {
        for (int64_t i = 0; i < count; i++) {
            whole[i] = i % 7 == 0 ? INT32_MIN : i % 5 == 0 ? INT32_MAX : (int32_t)dice_roll(&d, 50);
            large[i] = (int64_t)dice_roll(&d, i % 2 ? 9 : UINT64_MAX);
            real[i] = i % 3 == 0 ? special[dice_roll(&d, 6)] : dice_chance(&d) - 0.5;
        }
        size_t n = (size_t)count;
        memcpy(whole_expected, whole, n * sizeof whole[0]);
        memcpy(large_expected, large, n * sizeof large[0]);
        memcpy(real_expected, real, n * sizeof real[0]);
        qsort(whole_expected, n, sizeof whole[0], compare_int32);
        qsort(large_expected, n, sizeof large[0], compare_int64);
        qsort(real_expected, n, sizeof real[0], compare_doubles);
        samen__sort_int32(whole, count);
        samen__sort_int64(large, count);
        samen__sort_doubles(real, count);
        for (size_t i = 0; i < n; i++) {
            ck_assert_int_eq(whole[i], whole_expected[i]);
            ck_assert_int_eq(large[i], large_expected[i]);
            ck_assert(real[i] == real_expected[i]);
        }
    }
}
END

/* Oracle: qsort of the C library. Limits just below and above each digit of eight bits. */
TEST(small_numbers_are_sorted_by_digit) {
    static const int64_t limits[] = {1,     2,       256,           257,      65536,
                                     65537, 1 << 24, (1 << 24) + 1, INT32_MAX};
    static int32_t items[3000], expected[3000], spare[3000];
    dice d = {.state = 3};
    for (size_t k = 0; k < sizeof limits / sizeof limits[0]; k++) {
        for (int64_t count = 0; count <= 3000; count += count < 30 ? 1 : 495) {
            for (int64_t i = 0; i < count; i++)
                items[i] =
                    i == 0 ? (int32_t)(limits[k] - 1) : (int32_t)dice_roll(&d, (uint64_t)limits[k]);
            memcpy(expected, items, sizeof items);
            qsort(expected, (size_t)count, sizeof expected[0], compare_int32);
            samen__sort_small(items, count, limits[k], spare);
            ck_assert_mem_eq(items, expected, (size_t)count * sizeof items[0]);
        }
    }
}
END

SUITE("core/sort", equal_items_keep_their_order, items_in_order_and_in_reverse_order_are_sorted,
      numbers_are_sorted_in_place, small_numbers_are_sorted_by_digit)
