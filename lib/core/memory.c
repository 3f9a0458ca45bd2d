/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "core/memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "core/error.h"

enum { HUGE_PAGE = 1 << 21, LARGE = 2 * HUGE_PAGE };

/* So that going to and fro in a large block does not go through the table of pages each time. Where the
 * system has no such pages, nothing changes. */
static void ask_for_huge_pages(char *block, size_t bytes) {
    size_t before = (HUGE_PAGE - (uintptr_t)block % HUGE_PAGE) % HUGE_PAGE;
    (void)madvise(block + before, (bytes - before) / HUGE_PAGE * HUGE_PAGE, MADV_HUGEPAGE);
}

static int block_size(int64_t count, size_t size, size_t *bytes) {
    if (count < 0 || size == 0)
        return 0;
    if (count == 0)
        count = 1;
    if ((uint64_t)count > (SIZE_MAX / 2 - SAMEN__ALIGNMENT) / size)
        return 0;
    *bytes = ((size_t)count * size + SAMEN__ALIGNMENT - 1) / SAMEN__ALIGNMENT * SAMEN__ALIGNMENT;
    return 1;
}

void *samen__new_raw(int64_t count, size_t size, samen_error *err) {
    size_t bytes = 0;
    void *block = NULL;
    if (block_size(count, size, &bytes))
        block = aligned_alloc(SAMEN__ALIGNMENT, bytes);
    if (block && bytes >= LARGE)
        ask_for_huge_pages(block, bytes);
    if (!block)
        samen__fail_memory(err);
    return block;
}

void *samen__new(int64_t count, size_t size, samen_error *err) {
    void *block = samen__new_raw(count, size, err);
    size_t bytes = 0;
    if (block && block_size(count, size, &bytes))
        memset(block, 0, bytes);
    return block;
}

samen_status samen__grow(void **block, int64_t *capacity, int64_t need, size_t size,
                         samen_error *err) {
    if (need <= *capacity)
        return SAMEN_OK;
    int64_t wanted = *capacity < 16 ? 16 : *capacity;
    while (wanted < need)
        wanted = wanted > INT64_MAX / 2 ? need : wanted + wanted / 2;
    void *larger = samen__new_raw(wanted, size, err);
    if (!larger)
        return SAMEN_ERR_MEMORY;
    if (*block)
        memcpy(larger, *block, (size_t)*capacity * size);
    samen__delete(*block);
    *block = larger;
    *capacity = wanted;
    return SAMEN_OK;
}

char *samen__copy_text(const char *bytes, int64_t length, samen_error *err) {
    char *copy = length < INT64_MAX ? samen__new_raw(length + 1, 1, err) : NULL;
    if (!copy)
        return NULL;
    if (length > 0)
        memcpy(copy, bytes, (size_t)length);
    copy[length] = '\0';
    return copy;
}

void samen__delete(void *block) {
    free(block);
}

void samen_free(void *text) {
    samen__delete(text);
}
