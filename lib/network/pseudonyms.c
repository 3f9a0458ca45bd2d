/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pseudonym is the beginning of the keyed hash of a key, in the 32 letters and digits of Crockford, which has none
 * that look alike. Six of them tell a thousand organisations apart with a chance of 0.9995; where that is not enough
 * pseudonyms grow until they differ, so none is the beginning of another.
 *
 * What it keeps: without the secret nobody can find a key from its pseudonym, or see whether a key that they guess
 * is right; HMAC-SHA-256 is a pseudorandom function as far as is known. */
#include "network/pseudonyms.h"

#include <string.h>

#include "core/memory.h"
#include "core/sort.h"
#include "core/text.h"

enum { FEWEST = 6, BITS = 5, MOST = 8 * SAMEN__SHA256_BYTES / BITS };

static const uint8_t *hash_of(const uint8_t *hashes, int64_t key) {
    return hashes + SAMEN__SHA256_BYTES * key;
}

/* A digit of a hash read as a number in base 32, from the front. */
static int digit(const uint8_t *hash, int at) {
    int bit = BITS * at, byte = bit / 8;
    int two = hash[byte] << 8 | (byte + 1 < SAMEN__SHA256_BYTES ? hash[byte + 1] : 0);
    return two >> (16 - BITS - bit % 8) & 31;
}

/* With how many equal digits two hashes begin. */
static int shared(const uint8_t *one, const uint8_t *other) {
    int count = 0;
    while (count < MOST && digit(one, count) == digit(other, count))
        count++;
    return count;
}

static int by_hash(const void *context, int64_t a, int64_t b) {
    return memcmp(hash_of(context, a), hash_of(context, b), SAMEN__SHA256_BYTES);
}

static void write(const uint8_t *hash, const char *prefix, int digits, char *out) {
    static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    samen__text text = samen__text_fixed(out, SAMEN__PSEUDONYM_SIZE);
    samen__text_add_string(&text, prefix);
    for (int i = 0; i < digits && i < MOST; i++)
        samen__text_add_byte(&text, alphabet[digit(hash, i)]);
}

static void write_all(const uint8_t *hashes, const int64_t *order, int64_t count,
                      const char *prefix, samen__pseudonyms *out) {
    for (int64_t i = 0, before = 0; i < count; i++) {
        int64_t behind = i + 1 < count
                             ? shared(hash_of(hashes, order[i]), hash_of(hashes, order[i + 1])) + 1
                             : 0;
        int64_t digits = before > behind ? before : behind;
        write(hash_of(hashes, order[i]), prefix, (int)(digits > FEWEST ? digits : FEWEST),
              out->text[i]);
        out->key[i] = (int32_t)order[i];
        out->place[order[i]] = (int32_t)i;
        before = behind;
    }
}

samen_status samen__pseudonyms_make(const samen__keys *keys, const char *what, const char *prefix,
                                    const uint8_t secret[SAMEN__SHA256_BYTES],
                                    samen__pseudonyms *out, samen_error *err) {
    uint8_t own[SAMEN__SHA256_BYTES];
    uint8_t *hashes = samen__new_raw(keys->count, SAMEN__SHA256_BYTES, err);
    int64_t *order = samen__new_raw(keys->count, sizeof *order, err);
    out->text = samen__new_raw(keys->count, sizeof *out->text, err);
    out->key = samen__new_raw(keys->count, sizeof *out->key, err);
    out->place = samen__new_raw(keys->count, sizeof *out->place, err);
    samen_status status =
        hashes && order && out->text && out->key && out->place ? SAMEN_OK : SAMEN_ERR_MEMORY;
    samen__hmac_sha256(secret, SAMEN__SHA256_BYTES, what, (int64_t)strlen(what), own);
    for (int64_t i = 0; status == SAMEN_OK && i < keys->count; i++)
        samen__hmac_sha256(own, sizeof own, samen__keys_text(keys, i), samen__keys_length(keys, i),
                           hashes + SAMEN__SHA256_BYTES * i);
    if (status == SAMEN_OK)
        status = samen__sort(order, keys->count, by_hash, hashes, err);
    if (status == SAMEN_OK)
        write_all(hashes, order, keys->count, prefix, out);
    samen__delete(hashes);
    samen__delete(order);
    return status;
}

void samen__pseudonyms_free(samen__pseudonyms *pseudonyms) {
    samen__delete(pseudonyms->text);
    samen__delete(pseudonyms->key);
    samen__delete(pseudonyms->place);
    *pseudonyms = (samen__pseudonyms){0};
}
