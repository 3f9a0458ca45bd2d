/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of up to 64 bytes are hashed with NH: 32-bit words, each with a secret number added, multiplied in
 * pairs and summed. Two different keys of one length collide with a chance of 2^-32, whatever they are,
 * since whoever chose them does not know the secret. Longer keys are hashed with SipHash-1-3. Open
 * addressing with linear probing, half of the slots empty: O(1) expected.
 *
 * Based on: J. Black, S. Halevi, H. Krawczyk, T. Krovetz and P. Rogaway, UMAC: fast and secure message
 * authentication, CRYPTO 1999 (doi 10.1007/3-540-48405-1_14); J.-P. Aumasson and D. J. Bernstein, SipHash:
 * a fast short-input PRF, INDOCRYPT 2012 (doi 10.1007/978-3-642-34931-7_28). */
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

/* The numbers of NH come out of the secret by SipHash. */
static void draw(samen__keys *keys) {
    for (size_t i = 0; i < sizeof keys->mask / sizeof keys->mask[0]; i++) {
        char place = (char)i;
        keys->mask[i] = (uint32_t)samen__hash(keys->secret, &place, 1);
    }
    keys->stretch = samen__hash(keys->secret, "", 0) | 1;
}

void samen__keys_start(samen__keys *keys) {
    *keys = (samen__keys){0};
    if (getrandom(keys->secret, sizeof keys->secret, GRND_NONBLOCK) != sizeof keys->secret) {
        struct timespec now = {0};
        clock_gettime(CLOCK_MONOTONIC, &now);
        keys->secret[0] = (uint64_t)now.tv_nsec * 0x9E3779B97F4A7C15u;
        keys->secret[1] = (uint64_t)(uintptr_t)keys * 0xD1B54A32D192ED03u;
    }
    draw(keys);
}

void samen__keys_start_alike(samen__keys *keys, const samen__keys *other) {
    *keys = (samen__keys){.stretch = other->stretch};
    memcpy(keys->secret, other->secret, sizeof keys->secret);
    memcpy(keys->mask, other->mask, sizeof keys->mask);
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

/* Up to 16 bytes as two words, padded with zeros. */
static void load(const char *bytes, int64_t length, uint64_t word[2]) {
    word[0] = word[1] = 0;
    memcpy(word, bytes, (size_t)(length < SAMEN__SHORT_KEY ? length : SAMEN__SHORT_KEY));
}

samen__name samen__keys_name_any(const samen__keys *keys, const char *bytes, int64_t length) {
    samen__name name = {.bytes = bytes, .length = length};
    load(bytes, length, name.word);
    if (length > SAMEN__MIXED_KEY) {
        name.hash = samen__hash(keys->secret, bytes, length);
        return name;
    }
    uint64_t sum = samen__keys_mix(keys->mask, name.word);
    for (int64_t at = SAMEN__SHORT_KEY; at < length; at += SAMEN__SHORT_KEY) {
        uint64_t word[2];
        load(bytes + at, length - at, word);
        sum += samen__keys_mix(keys->mask + at / 4, word);
    }
    name.hash = samen__keys_spread(keys, sum, length);
    return name;
}

int64_t samen__keys_find(const samen__keys *keys, const char *bytes, int64_t length) {
    samen__name name = samen__keys_name_any(keys, bytes, length);
    return samen__keys_find_name(keys, &name);
}

static uint64_t hash_of(const samen__keys *keys, const samen__slot *slot) {
    if (slot->length > SAMEN__SHORT_KEY)
        return slot->word[0];
    return samen__keys_spread(keys, samen__keys_mix(keys->mask, slot->word), slot->length);
}

/* Empty a slot and move those up that came to stand behind it because it was taken.
 * Based on: D. E. Knuth, The Art of Computer Programming, volume 3, algorithm 6.4 R. */
static void empty_slot(samen__keys *keys, int64_t at) {
    int64_t last = keys->slots - 1;
    for (int64_t next = (at + 1) & last; keys->slot[next].number; next = (next + 1) & last) {
        int64_t home = (int64_t)(hash_of(keys, &keys->slot[next]) & (uint64_t)last);
        if (((next - home) & last) >= ((next - at) & last)) {
            keys->slot[at] = keys->slot[next];
            at = next;
        }
    }
    keys->slot[at] = (samen__slot){0};
}

void samen__keys_truncate(samen__keys *keys, int64_t count) {
    while (keys->count > count) {
        int64_t last = keys->count - 1;
        samen__name name = samen__keys_name_any(keys, samen__keys_text(keys, last),
                                                samen__keys_length(keys, last));
        empty_slot(keys, samen__keys_probe(keys, &name));
        keys->count = last;
    }
}

static void fill_slot(samen__keys *keys, int64_t at, const samen__name *name, int64_t number) {
    samen__slot *slot = &keys->slot[at];
    *slot = (samen__slot){{name->word[0], name->word[1]}, name->length, number + 1};
    if (name->length > SAMEN__SHORT_KEY) {
        slot->word[0] = name->hash;
        slot->word[1] = (uint64_t)keys->offset[number];
    }
}

/* Slot by slot, which goes through both tables from front to back. */
static samen_status widen(samen__keys *keys, samen_error *err) {
    int64_t slots = keys->slots ? 2 * keys->slots : 64;
    samen__slot *wider = samen__new(slots, sizeof *wider, err);
    if (!wider)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; i < keys->slots; i++) {
        int64_t at = (int64_t)(hash_of(keys, &keys->slot[i]) & (uint64_t)(slots - 1));
        if (!keys->slot[i].number)
            continue;
        while (wider[at].number)
            at = (at + 1) & (slots - 1);
        wider[at] = keys->slot[i];
    }
    samen__delete(keys->slot);
    keys->slot = wider;
    keys->slots = slots;
    return SAMEN_OK;
}

samen_status samen__keys_add_name(samen__keys *keys, const samen__name *name, int64_t *number,
                                  int32_t *added, samen_error *err) {
    *added = 0;
    if (2 * (keys->count + 1) > keys->slots && widen(keys, err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    int64_t at = samen__keys_probe(keys, name);
    if (!keys->slot[at].number) {
        int64_t start = keys->count ? keys->offset[keys->count] : 0;
        if (samen__grow((void **)&keys->offset, &keys->capacity, keys->count + 2,
                        sizeof *keys->offset, err) != SAMEN_OK ||
            samen__grow((void **)&keys->text, &keys->text_capacity, start + name->length + 1, 1,
                        err) != SAMEN_OK)
            return SAMEN_ERR_MEMORY;
        memcpy(keys->text + start, name->bytes, (size_t)name->length);
        keys->text[start + name->length] = '\0';
        keys->offset[keys->count] = start;
        keys->offset[keys->count + 1] = start + name->length + 1;
        fill_slot(keys, at, name, keys->count++);
        *added = 1;
    }
    *number = keys->slot[at].number - 1;
    return SAMEN_OK;
}

samen_status samen__keys_add(samen__keys *keys, const char *bytes, int64_t length, int64_t *number,
                             int32_t *added, samen_error *err) {
    samen__name name = samen__keys_name_any(keys, bytes, length);
    return samen__keys_add_name(keys, &name, number, added, err);
}
