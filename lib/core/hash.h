/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys interned once: text to a running number, in order of first appearance. The hash is keyed with
 * random bytes, so nobody can prepare keys that all collide.
 *
 * A key of at most 16 bytes, as most are, stands in the table itself, padded with zeros, so that finding
 * it touches one line of memory. Who looks up many keys makes a samen__name of each first and asks for
 * its line beforehand; a name serves every set that has the same secret. */
#ifndef SAMEN_CORE_HASH_H
#define SAMEN_CORE_HASH_H

#include <stdint.h>

#include "samen/core.h"

enum { SAMEN__SHORT_KEY = 16, SAMEN__MIXED_KEY = 64 };

typedef struct samen__slot {
    uint64_t word[2]; /* the key; of a longer one its hash and where its text starts */
    int64_t length;
    int64_t number; /* of the key, from 1; 0 where the slot is empty */
} samen__slot;

typedef struct samen__keys {
    int64_t count;
    int64_t capacity; /* of offset */
    int64_t *offset;  /* count + 1 places in text; each key ends with a NUL */
    char *text;
    int64_t text_capacity;
    int64_t slots; /* a power of two, or 0 */
    samen__slot *slot;
    uint64_t secret[2];
    uint64_t stretch; /* made of the secret, as is the mask */
    uint32_t mask[SAMEN__MIXED_KEY / 4];
} samen__keys;

/* A key made ready for being looked up. */
typedef struct samen__name {
    const char *bytes;
    int64_t length;
    uint64_t word[2]; /* the first 16 bytes, padded with zeros */
    uint64_t hash;
} samen__name;

void samen__keys_start(samen__keys *keys);

/* Start with the secret of another set. */
void samen__keys_start_alike(samen__keys *keys, const samen__keys *other);

void samen__keys_free(samen__keys *keys);

/* The key's number, or -1. */
int64_t samen__keys_find(const samen__keys *keys, const char *bytes, int64_t length);

/* The number of the key, added when new; *added tells which. */
samen_status samen__keys_add(samen__keys *keys, const char *bytes, int64_t length, int64_t *number,
                             int32_t *added, samen_error *err);

/* `readable` bytes, at least `length`, may be read; 16 make it fast. */
samen__name samen__keys_name(const samen__keys *keys, const char *bytes, int64_t length,
                             int64_t readable);
void samen__keys_await(const samen__keys *keys, const samen__name *name);
int64_t samen__keys_find_name(const samen__keys *keys, const samen__name *name);
samen_status samen__keys_add_name(samen__keys *keys, const samen__name *name, int64_t *number,
                                  int32_t *added, samen_error *err);

/* Forget all keys but the first `count`. */
void samen__keys_truncate(samen__keys *keys, int64_t count);

/* A pointer that stays good until a key is added. */
const char *samen__keys_text(const samen__keys *keys, int64_t number);
int64_t samen__keys_length(const samen__keys *keys, int64_t number);

uint64_t samen__hash(const uint64_t secret[2], const char *bytes, int64_t length);

#endif
