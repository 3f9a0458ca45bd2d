/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: FIPS 180-4, Secure hash standard (doi 10.6028/NIST.FIPS.180-4); H. Krawczyk, M. Bellare and R. Canetti,
 * HMAC: keyed-hashing for message authentication, RFC 2104 (doi 10.17487/RFC2104). */
#include "core/sha256.h"

#include <string.h>

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t constant[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t x, int bits) {
    return x >> bits | x << (32 - bits);
}

static uint32_t read_word(const uint8_t *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void write_word(uint32_t word, uint8_t *bytes) {
    for (int i = 0; i < 4; i++)
        bytes[i] = (uint8_t)(word >> (24 - 8 * i));
}

/* One block into the state. The names are the standard's. */
static void mix(uint32_t state[8], const uint8_t block[SAMEN__SHA256_BLOCK]) {
    uint32_t w[64], v[8];
    for (int t = 0; t < 16; t++)
        w[t] = read_word(block + 4 * t);
    for (int t = 16; t < 64; t++) {
        uint32_t s0 = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^ w[t - 15] >> 3;
        uint32_t s1 = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^ w[t - 2] >> 10;
        w[t] = s1 + w[t - 7] + s0 + w[t - 16];
    }
    memcpy(v, state, sizeof v);
    for (int t = 0; t < 64; t++) {
        uint32_t a = v[0], b = v[1], c = v[2], e = v[4], f = v[5], g = v[6];
        uint32_t t1 = v[7] + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) +
                      constant[t] + w[t];
        uint32_t t2 =
            (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++)
        state[i] += v[i];
}

samen__sha256 samen__sha256_start(void) {
    return (samen__sha256){.state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
                                     0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}

void samen__sha256_add(samen__sha256 *sum, const void *bytes, int64_t length) {
    const uint8_t *at = bytes;
    while (length > 0) {
        int64_t used = (int64_t)(sum->length % SAMEN__SHA256_BLOCK);
        int64_t fits = SAMEN__SHA256_BLOCK - used < length ? SAMEN__SHA256_BLOCK - used : length;
        memcpy(sum->block + used, at, (size_t)fits);
        sum->length += (uint64_t)fits;
        at += fits;
        length -= fits;
        if (used + fits == SAMEN__SHA256_BLOCK)
            mix(sum->state, sum->block);
    }
}

void samen__sha256_finish(samen__sha256 *sum, uint8_t hash[SAMEN__SHA256_BYTES]) {
    static const uint8_t padding[SAMEN__SHA256_BLOCK] = {0x80};
    uint8_t bits[8];
    write_word((uint32_t)(sum->length >> 29), bits);
    write_word((uint32_t)(sum->length << 3), bits + 4);
    int64_t used = (int64_t)(sum->length % SAMEN__SHA256_BLOCK);
    samen__sha256_add(sum, padding, (used < 56 ? 56 : 56 + SAMEN__SHA256_BLOCK) - used);
    samen__sha256_add(sum, bits, sizeof bits);
    for (int i = 0; i < 8; i++)
        write_word(sum->state[i], hash + 4 * i);
}

void samen__hmac_sha256(const void *key, int64_t key_length, const void *bytes, int64_t length,
                        uint8_t hash[SAMEN__SHA256_BYTES]) {
    uint8_t inner[SAMEN__SHA256_BLOCK] = {0}, outer[SAMEN__SHA256_BLOCK];
    samen__sha256 sum = samen__sha256_start();
    if (key_length > SAMEN__SHA256_BLOCK) {
        samen__sha256_add(&sum, key, key_length);
        samen__sha256_finish(&sum, inner);
    } else if (key_length > 0) {
        memcpy(inner, key, (size_t)key_length);
    }
    for (int i = 0; i < SAMEN__SHA256_BLOCK; i++) {
        outer[i] = inner[i] ^ 0x5c;
        inner[i] ^= 0x36;
    }
    sum = samen__sha256_start();
    samen__sha256_add(&sum, inner, SAMEN__SHA256_BLOCK);
    samen__sha256_add(&sum, bytes, length);
    samen__sha256_finish(&sum, hash);
    sum = samen__sha256_start();
    samen__sha256_add(&sum, outer, SAMEN__SHA256_BLOCK);
    samen__sha256_add(&sum, hash, SAMEN__SHA256_BYTES);
    samen__sha256_finish(&sum, hash);
}
