/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: J.-P. Aumasson and D. J. Bernstein, SipHash: a fast short-input PRF, INDOCRYPT 2012
 * (doi 10.1007/978-3-642-34931-7_28), in its 1-3 variant; open addressing with linear probing. */
#include "core/hash.h"

#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "core/memory.h"

static uint64_t rotate(uint64_t x, int bits) {
    return x << bits | x >> (64 - bits);
}

static void sip_round(uint64_t v[4]) {
    v[0] += v[1];
    v[2] += v[3];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] = rotate(v[0], 32);
    v[2] += v[1];
    v[0] += v[3];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] = rotate(v[2], 32);
}

uint64_t samen__hash(const uint64_t secret[2], const char *bytes, int64_t length) {
    uint64_t v[4] = {secret[0] ^ 0x736f6d6570736575u, secret[1] ^ 0x646f72616e646f6du,
                     secret[0] ^ 0x6c7967656e657261u, secret[1] ^ 0x7465646279746573u};
    uint64_t last = (uint64_t)length << 56;
    int64_t whole = length / 8 * 8;
    for (int64_t at = 0; at < whole; at += 8) {
        uint64_t word;
        memcpy(&word, bytes + at, 8);
        v[3] ^= word;
        sip_round(v);
        v[0] ^= word;
    }
    for (int64_t at = whole; at < length; at++)
        last |= (uint64_t)(unsigned char)bytes[at] << (8 * (at - whole));
    v[3] ^= last;
    sip_round(v);
    v[0] ^= last;
    v[2] ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

void samen__keys_start(samen__keys *keys) {
    *keys = (samen__keys){0};
    if (getrandom(keys->secret, sizeof keys->secret, GRND_NONBLOCK) != sizeof keys->secret) {
        struct timespec now = {0};
        clock_gettime(CLOCK_MONOTONIC, &now);
        keys->secret[0] = (uint64_t)now.tv_nsec * 0x9E3779B97F4A7C15u;
        keys->secret[1] = (uint64_t)(uintptr_t)keys * 0xD1B54A32D192ED03u;
    }
}

void samen__keys_free(samen__keys *keys) {
    samen__delete(keys->offset);
    samen__delete(keys->text);
    samen__delete(keys->slot);
    *keys = (samen__keys){0};
}

const char *samen__keys_text(const samen__keys *keys, int64_t number) {
    return keys->text + keys->offset[number];
}

int64_t samen__keys_length(const samen__keys *keys, int64_t number) {
    return keys->offset[number + 1] - keys->offset[number] - 1;
}

/* The slot where the key is, or the empty one where it would go. */
static int64_t probe(const samen__keys *keys, const char *bytes, int64_t length) {
    int64_t mask = keys->slots - 1;
    int64_t at = (int64_t)(samen__hash(keys->secret, bytes, length) & (uint64_t)mask);
    while (keys->slot[at]) {
        int64_t number = keys->slot[at] - 1;
        if (samen__keys_length(keys, number) == length &&
            memcmp(samen__keys_text(keys, number), bytes, (size_t)length) == 0)
            break;
        at = (at + 1) & mask;
    }
    return at;
}

int64_t samen__keys_find(const samen__keys *keys, const char *bytes, int64_t length) {
    return keys->slots ? keys->slot[probe(keys, bytes, length)] - 1 : -1;
}

/* The last key to come in is nobody's detour, so its slot can be emptied. */
void samen__keys_truncate(samen__keys *keys, int64_t count) {
    while (keys->count > count) {
        int64_t last = keys->count - 1;
        keys->slot[probe(keys, samen__keys_text(keys, last), samen__keys_length(keys, last))] = 0;
        keys->count = last;
    }
}

static samen_status widen(samen__keys *keys, samen_error *err) {
    int64_t slots = keys->slots ? 2 * keys->slots : 64;
    int64_t *slot = samen__new(slots, sizeof *slot, err);
    if (!slot)
        return SAMEN_ERR_MEMORY;
    samen__delete(keys->slot);
    keys->slot = slot;
    keys->slots = slots;
    for (int64_t i = 0; i < keys->count; i++)
        slot[probe(keys, samen__keys_text(keys, i), samen__keys_length(keys, i))] = i + 1;
    return SAMEN_OK;
}

samen_status samen__keys_add(samen__keys *keys, const char *bytes, int64_t length, int64_t *number,
                             int32_t *added, samen_error *err) {
    *added = 0;
    if (2 * (keys->count + 1) > keys->slots && widen(keys, err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    int64_t at = probe(keys, bytes, length);
    if (!keys->slot[at]) {
        int64_t start = keys->count ? keys->offset[keys->count] : 0;
        if (samen__grow((void **)&keys->offset, &keys->capacity, keys->count + 2,
                        sizeof *keys->offset, err) != SAMEN_OK ||
            samen__grow((void **)&keys->text, &keys->text_capacity, start + length + 1, 1, err) !=
                SAMEN_OK)
            return SAMEN_ERR_MEMORY;
        memcpy(keys->text + start, bytes, (size_t)length);
        keys->text[start + length] = '\0';
        keys->offset[keys->count] = start;
        keys->offset[++keys->count] = start + length + 1;
        keys->slot[at] = keys->count;
        *added = 1;
    }
    *number = keys->slot[at] - 1;
    return SAMEN_OK;
}
