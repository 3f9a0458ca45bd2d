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
#include <string.h>

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

/* A key of any length, of which only `length` bytes are read. */
samen__name samen__keys_name_any(const samen__keys *keys, const char *bytes, int64_t length);

samen_status samen__keys_add_name(samen__keys *keys, const samen__name *name, int64_t *number,
                                  int32_t *added, samen_error *err);

/* Forget all keys but the first `count`. */
void samen__keys_truncate(samen__keys *keys, int64_t count);

/* A pointer that stays good until a key is added. */
const char *samen__keys_text(const samen__keys *keys, int64_t number);
int64_t samen__keys_length(const samen__keys *keys, int64_t number);

uint64_t samen__hash(const uint64_t secret[2], const char *bytes, int64_t length);

/* ---- Looking up many keys: short, and called from the innermost loops, hence here ---------------- */

/* Ones in the bytes that belong to a key, by its length: so many bytes before the sixteenth. */
static const unsigned char samen__key_bytes[2 * SAMEN__SHORT_KEY] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};

static inline uint64_t samen__keys_mix(const uint32_t *mask, const uint64_t word[2]) {
    return (uint64_t)((uint32_t)word[0] + mask[0]) * ((uint32_t)(word[0] >> 32) + mask[1]) +
           (uint64_t)((uint32_t)word[1] + mask[2]) * ((uint32_t)(word[1] >> 32) + mask[3]);
}

/* NH is nearly linear in a few bytes, and keys that count upwards would come to stand in rows: two rounds
 * of multiplying and folding carry every bit, and the length, to the low bits, which choose the slot. */
static inline uint64_t samen__keys_spread(const samen__keys *keys, uint64_t sum, int64_t length) {
    uint64_t hash = sum + (uint64_t)length * 0x9E3779B97F4A7C15u;
    hash = (hash ^ hash >> 32) * keys->stretch;
    hash = (hash ^ hash >> 29) * 0xD1B54A32D192ED03u;
    return hash ^ hash >> 32;
}

/* A key of which 16 bytes can be read, whatever stands behind its end. */
static inline samen__name samen__keys_name(const samen__keys *keys, const char *bytes,
                                           int64_t length) {
    samen__name name = {.bytes = bytes, .length = length};
    uint64_t belongs[2];
    if (length > SAMEN__SHORT_KEY)
        return samen__keys_name_any(keys, bytes, length);
    memcpy(name.word, bytes, SAMEN__SHORT_KEY);
    memcpy(belongs, samen__key_bytes + SAMEN__SHORT_KEY - length, SAMEN__SHORT_KEY);
    name.word[0] &= belongs[0];
    name.word[1] &= belongs[1];
    name.hash = samen__keys_spread(keys, samen__keys_mix(keys->mask, name.word), length);
    return name;
}

/* Ask for the memory that finding the key will touch. */
static inline void samen__keys_await(const samen__keys *keys, const samen__name *name) {
#if defined(__GNUC__)
    if (keys->slots)
        __builtin_prefetch(&keys->slot[name->hash & (uint64_t)(keys->slots - 1)]);
#else
    (void)keys;
    (void)name;
#endif
}

/* Is it the key of this slot? The text of a long key is compared only when its hash is the same. */
static inline int samen__keys_is_same(const samen__keys *keys, const samen__slot *slot,
                                      const samen__name *name) {
    if (slot->length != name->length)
        return 0;
    if (name->length <= SAMEN__SHORT_KEY)
        return slot->word[0] == name->word[0] && slot->word[1] == name->word[1];
    return slot->word[0] == name->hash &&
           memcmp(keys->text + slot->word[1], name->bytes, (size_t)name->length) == 0;
}

/* The slot where the key is, or the empty one where it would go. There are slots. */
static inline int64_t samen__keys_probe(const samen__keys *keys, const samen__name *name) {
    int64_t last = keys->slots - 1;
    int64_t at = (int64_t)(name->hash & (uint64_t)last);
    while (keys->slot[at].number && !samen__keys_is_same(keys, &keys->slot[at], name))
        at = (at + 1) & last;
    return at;
}

/* The key's number, or -1. */
static inline int64_t samen__keys_find_name(const samen__keys *keys, const samen__name *name) {
    return keys->slots ? keys->slot[samen__keys_probe(keys, name)].number - 1 : -1;
}

#endif
