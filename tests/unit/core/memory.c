/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/memory.h"

#include "suite.h"

static int is_aligned(const void *block) {
    return (uintptr_t)block % SAMEN__ALIGNMENT == 0;
}

TEST(blocks_are_aligned_padded_and_zeroed) {
    static const struct {
        int64_t count;
        size_t size, padded;
    } cases[] = {{0, 8, 64}, {1, 1, 64}, {8, 8, 64}, {9, 8, 128}, {1000, 24, 24000}, {65, 1, 128}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_error error = {0};
        unsigned char *block = samen__new(cases[i].count, cases[i].size, &error);
        ck_assert_ptr_nonnull(block);
        ck_assert(is_aligned(block));
        for (size_t b = 0; b < cases[i].padded; b++)
            ck_assert_int_eq(block[b], 0);
        samen__delete(block);
        block = samen__new_raw(cases[i].count, cases[i].size, &error);
        ck_assert(block && is_aligned(block));
        memset(block, 1, cases[i].padded);
        samen__delete(block);
        ck_assert_int_eq(error.code, SAMEN_OK);
    }
}
END

TEST(a_size_that_no_machine_has_is_refused) {
    static const struct {
        int64_t count;
        size_t size;
    } cases[] = {{-1, 1},       {INT64_MIN, 8},        {1, 0}, {INT64_MAX, 1}, {INT64_MAX, 8},
                 {1, SIZE_MAX}, {INT64_MAX / 8 + 1, 8}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_error error = {0};
        ck_assert_ptr_null(samen__new(cases[i].count, cases[i].size, &error));
        ck_assert_int_eq(error.code, SAMEN_ERR_MEMORY);
        ck_assert_str_eq(error.message, "memory ran out; nothing was changed");
        ck_assert_ptr_null(samen__new_raw(cases[i].count, cases[i].size, NULL));
    }
}
END

TEST(a_block_grows_to_what_is_needed_and_keeps_what_it_held) {
    int64_t *block = NULL, capacity = 0;
    for (int64_t need = 1; need < 5000; need += need / 3 + 1) {
        OK(samen__grow((void **)&block, &capacity, need, sizeof *block, error));
        ck_assert_int_ge(capacity, need);
        ck_assert(is_aligned(block));
        for (int64_t i = 0; i < need - 1; i += need)
            ck_assert_int_eq(block[i], i);
        for (int64_t i = 0; i < need; i++)
            block[i] = i;
    }
    for (int64_t i = 0; i < 3000; i++)
        ck_assert_int_eq(block[i], i);
    samen__delete(block);
}
END

TEST(a_block_that_is_large_enough_stays_where_it_is) {
    char *block = NULL;
    int64_t capacity = 0;
    OK(samen__grow((void **)&block, &capacity, 1, 1, error));
    ck_assert_int_eq(capacity, 16);
    char *before = block;
    OK(samen__grow((void **)&block, &capacity, 16, 1, error));
    ck_assert_ptr_eq(block, before);
    ck_assert_int_eq(capacity, 16);
    OK(samen__grow((void **)&block, &capacity, -5, 1, error));
    ck_assert_ptr_eq(block, before);
    samen__delete(block);
}
END

TEST(a_block_that_cannot_grow_stays_as_it_was) {
    char *block = NULL;
    int64_t capacity = 0;
    OK(samen__grow((void **)&block, &capacity, 4, 1, error));
    memcpy(block, "abc", 4);
    char *before = block;
    FAILS(SAMEN_ERR_MEMORY, "memory ran out",
          samen__grow((void **)&block, &capacity, INT64_MAX, 1, error));
    FAILS(SAMEN_ERR_MEMORY, "memory ran out",
          samen__grow((void **)&block, &capacity, INT64_MAX / 4, 8, error));
    ck_assert_ptr_eq(block, before);
    ck_assert_int_eq(capacity, 16);
    ck_assert_str_eq(block, "abc");
    samen__delete(block);
}
END

TEST(a_copy_of_a_text_ends_with_a_nul) {
    samen_error error = {0};
    char *copy = samen__copy_text("abcdef", 3, &error);
    ck_assert_str_eq(copy, "abc");
    samen_free(copy);
    copy = samen__copy_text("x", 1, &error);
    ck_assert_str_eq(copy, "x");
    samen_free(copy);
    copy = samen__copy_text("a\0b", 3, &error);
    ck_assert_mem_eq(copy, "a\0b\0", 4);
    samen_free(copy);
    copy = samen__copy_text(NULL, 0, &error);
    ck_assert_str_eq(copy, "");
    samen_free(copy);
    ck_assert_ptr_null(samen__copy_text("", INT64_MAX - 1, &error));
    ck_assert_int_eq(error.code, SAMEN_ERR_MEMORY);
    ck_assert_ptr_null(samen__copy_text("", INT64_MAX, NULL));
}
END

/* Oracle: none but that it does not crash. */
TEST(nothing_is_given_back_for_null) {
    samen__delete(NULL);
    samen_free(NULL);
}
END

SUITE("core/memory", blocks_are_aligned_padded_and_zeroed, a_size_that_no_machine_has_is_refused,
      a_block_grows_to_what_is_needed_and_keeps_what_it_held,
      a_block_that_is_large_enough_stays_where_it_is, a_block_that_cannot_grow_stays_as_it_was,
      a_copy_of_a_text_ends_with_a_nul, nothing_is_given_back_for_null)
