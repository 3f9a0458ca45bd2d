/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: FIPS 180-4, Secure Hash Standard (doi 10.6028/NIST.FIPS.180-4), sections 4.1.2, 5.1.1 and 6.2. */
#include "core/sha256.h"

#include <string.h>

enum { WORDS = 8, ROUNDS = 64, BLOCK = 64, LENGTH_AT = 56 };

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t constants[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t turn(uint32_t word, int bits) {
    return word >> bits | word << (32 - bits);
}

static void prepare(const unsigned char *block, uint32_t schedule[ROUNDS]) {
    for (int i = 0; i < 16; i++)
        schedule[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
                      (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < ROUNDS; i++) {
        uint32_t near = schedule[i - 2], far = schedule[i - 15];
        schedule[i] = schedule[i - 16] + schedule[i - 7] +
                      (turn(near, 17) ^ turn(near, 19) ^ near >> 10) +
                      (turn(far, 7) ^ turn(far, 18) ^ far >> 3);
    }
}

/* The letters are those of the standard. */
static void take_block(uint32_t hash[WORDS], const unsigned char *block) {
    uint32_t w[ROUNDS], a = hash[0], b = hash[1], c = hash[2], d = hash[3];
    uint32_t e = hash[4], f = hash[5], g = hash[6], h = hash[7];
    prepare(block, w);
    for (int i = 0; i < ROUNDS; i++) {
        uint32_t first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) +
                         constants[i] + w[i];
        uint32_t second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    uint32_t added[WORDS] = {a, b, c, d, e, f, g, h};
    for (int i = 0; i < WORDS; i++)
        hash[i] += added[i];
}

void samen__sha256(const char *bytes, int64_t length, unsigned char digest[SAMEN__SHA256_SIZE]) {
    /* The first 32 bits of the fractional parts of the square roots of the first eight primes. */
    uint32_t hash[WORDS] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                            0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const unsigned char *from = (const unsigned char *)bytes;
    int64_t whole = length / BLOCK * BLOCK, rest = length - whole;
    for (int64_t at = 0; at < whole; at += BLOCK)
        take_block(hash, from + at);

    unsigned char last[2 * BLOCK] = {0}; /* what is left over, a bit, zeros, the length in bits */
    int64_t end = rest < LENGTH_AT ? BLOCK : 2 * BLOCK;
    if (rest > 0)
        memcpy(last, from + whole, (size_t)rest);
    last[rest] = 0x80;
    for (int i = 0; i < 8; i++)
        last[end - 1 - i] = (unsigned char)((uint64_t)length * 8 >> 8 * i);
    for (int64_t at = 0; at < end; at += BLOCK)
        take_block(hash, last + at);

    for (int i = 0; i < SAMEN__SHA256_SIZE; i++)
        digest[i] = (unsigned char)(hash[i / 4] >> (24 - 8 * (i % 4)));
}
