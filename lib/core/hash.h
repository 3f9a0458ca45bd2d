/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys interned once: text to a running number, in order of first appearance. The hash is keyed with
 * random bytes, so nobody can prepare keys that all collide. */
#ifndef SAMEN_CORE_HASH_H
#define SAMEN_CORE_HASH_H

#include <stdint.h>

#include "samen/core.h"

typedef struct samen__keys {
    int64_t count;
    int64_t capacity; /* of offset */
    int64_t *offset;  /* count + 1 places in text; each key ends with a NUL */
    char *text;
    int64_t text_capacity;
    int64_t slots; /* a power of two, or 0 */
    int64_t *slot; /* key number + 1, or 0 */
    uint64_t secret[2];
} samen__keys;

void samen__keys_start(samen__keys *keys);
void samen__keys_free(samen__keys *keys);

/* The key's number, or -1. */
int64_t samen__keys_find(const samen__keys *keys, const char *bytes, int64_t length);

/* The number of the key, added when new; *added tells which. */
samen_status samen__keys_add(samen__keys *keys, const char *bytes, int64_t length, int64_t *number,
                             int32_t *added, samen_error *err);

/* Forget all keys but the first `count`. */
void samen__keys_truncate(samen__keys *keys, int64_t count);

/* A pointer that stays good until a key is added. */
const char *samen__keys_text(const samen__keys *keys, int64_t number);
int64_t samen__keys_length(const samen__keys *keys, int64_t number);

uint64_t samen__hash(const uint64_t secret[2], const char *bytes, int64_t length);

#endif
