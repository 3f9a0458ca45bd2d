/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of memory given out and not given back, counted by a malloc of the program's own; under a sanitizer,
 * which has its own and finds leaks by itself, always 0. Included once. */
#ifndef SAMEN_TESTS_BLOCKS_H
#define SAMEN_TESTS_BLOCKS_H

#include <stdatomic.h>
#include <stddef.h>

static atomic_long blocks_live;

#if !SAMEN_SANITIZED

#include <errno.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);
void __libc_free(void *);

#define EVERYWHERE __attribute__((visibility("default")))

static void *blocks_given(void *block) {
    if (block)
        atomic_fetch_add(&blocks_live, 1);
    else
        errno = ENOMEM;
    return block;
}

EVERYWHERE void *malloc(size_t size) {
    return blocks_given(__libc_malloc(size));
}

EVERYWHERE void *calloc(size_t count, size_t size) {
    return blocks_given(__libc_calloc(count, size));
}

EVERYWHERE void *aligned_alloc(size_t alignment, size_t size) {
    return blocks_given(__libc_memalign(alignment, size));
}

EVERYWHERE int posix_memalign(void **out, size_t alignment, size_t size) {
    *out = blocks_given(__libc_memalign(alignment, size));
    return *out ? 0 : ENOMEM;
}

EVERYWHERE void *realloc(void *block, size_t size) {
    return block ? __libc_realloc(block, size) : blocks_given(__libc_realloc(block, size));
}

EVERYWHERE void free(void *block) {
    if (block)
        atomic_fetch_sub(&blocks_live, 1);
    __libc_free(block);
}

#endif

#endif
