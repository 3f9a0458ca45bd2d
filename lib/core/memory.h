/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where samen allocates. Sizes are checked products; a failure fills the error. */
#ifndef SAMEN_CORE_MEMORY_H
#define SAMEN_CORE_MEMORY_H

#include <stddef.h>
#include <stdint.h>

#include "samen/core.h"

#define SAMEN__ALIGNMENT 64

/* count * size bytes, zeroed, aligned to SAMEN__ALIGNMENT and padded to a multiple of it, so that
 * what is exported in Arrow's layout needs no copy. NULL on failure, err filled. count 0 gives a
 * block of one unit: NULL always means failure. */
void *samen__new(int64_t count, size_t size, samen_error *err);

/* Like samen__new, without zeroing. */
void *samen__new_raw(int64_t count, size_t size, samen_error *err);

/* Grow *block, which has room for *capacity units, to room for at least `need` of them. The new part
 * is not zeroed. On failure the block stays as it was. */
samen_status samen__grow(void **block, int64_t *capacity, int64_t need, size_t size,
                         samen_error *err);

/* A NUL-terminated copy of the given bytes. */
char *samen__copy_text(const char *bytes, int64_t length, samen_error *err);

void samen__delete(void *block);

#endif
