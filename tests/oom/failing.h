/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A malloc of the program's own, in which any one allocation can be made to fail. Visible to the libraries
 * underneath, whose allocations so fail too. Included once. */
#ifndef SAMEN_TESTS_OOM_FAILING_H
#define SAMEN_TESTS_OOM_FAILING_H

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);
void __libc_free(void *);

#define EVERYWHERE __attribute__((visibility("default")))

static atomic_long live;      /* blocks given out and not given back */
static atomic_long countdown; /* 0: fail nothing; 1: fail the next one */
static atomic_int armed;

static int fails(void) {
    if (!atomic_load(&armed))
        return 0;
    return atomic_fetch_sub(&countdown, 1) == 1;
}

static void *given(void *block) {
    if (block)
        atomic_fetch_add(&live, 1);
    else
        errno = ENOMEM;
    return block;
}

EVERYWHERE void *malloc(size_t size) {
    return given(fails() ? NULL : __libc_malloc(size));
}

EVERYWHERE void *calloc(size_t count, size_t size) {
    return given(fails() ? NULL : __libc_calloc(count, size));
}

EVERYWHERE void *aligned_alloc(size_t alignment, size_t size) {
    return given(fails() ? NULL : __libc_memalign(alignment, size));
}

EVERYWHERE int posix_memalign(void **out, size_t alignment, size_t size) {
    *out = given(fails() ? NULL : __libc_memalign(alignment, size));
    return *out ? 0 : ENOMEM;
}

EVERYWHERE void *realloc(void *block, size_t size) {
    if (fails()) {
        errno = ENOMEM;
        return NULL;
    }
    if (!block)
        return given(__libc_realloc(block, size));
    return __libc_realloc(block, size);
}

EVERYWHERE void free(void *block) {
    if (block)
        atomic_fetch_sub(&live, 1);
    __libc_free(block);
}

/* Fail the allocation with this number from now on, 0 for none. */
static inline void fail_from_now(long point) {
    atomic_store(&countdown, point);
    atomic_store(&armed, 1);
}

/* Fail no more. Gives whether the allocation was reached. */
static inline int fail_no_more(void) {
    atomic_store(&armed, 0);
    return atomic_load(&countdown) <= 0;
}

#endif
