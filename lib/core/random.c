/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, Parallel random numbers: as easy
 * as 1, 2, 3, SC 2011 (doi 10.1145/2063384.2063405), Philox-4x32-10; D. Lemire, Fast random integer
 * generation in an interval, ACM TOMACS 29(1), 2019 (doi 10.1145/3230636). */
#include "core/random.h"

/* Blocks side by side, because one alone waits for its own products most of the time. */
void samen__random_refill(samen__random *random) {
    enum { BLOCKS = SAMEN__RANDOM_BLOCKS };
    uint32_t c[4][BLOCKS], k0 = random->key[0], k1 = random->key[1];
    for (uint32_t i = 0; i < BLOCKS; i++) {
        c[0][i] = random->counter[0] + i;
        for (int j = 1; j < 4; j++)
            c[j][i] = random->counter[j];
    }
    for (int round = 0; round < 10; round++) {
        for (int i = 0; i < BLOCKS; i++) {
            uint64_t a = (uint64_t)c[0][i] * 0xD2511F53u, b = (uint64_t)c[2][i] * 0xCD9E8D57u;
            c[0][i] = (uint32_t)(b >> 32) ^ c[1][i] ^ k0;
            c[2][i] = (uint32_t)(a >> 32) ^ c[3][i] ^ k1;
            c[1][i] = (uint32_t)b;
            c[3][i] = (uint32_t)a;
        }
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    for (int i = 0; i < BLOCKS; i++) {
        for (int j = 0; j < 4; j++)
            random->number[4 * i + j] = c[j][i];
    }
    random->counter[0] += BLOCKS;
    random->used = 0;
}

samen__random samen__random_start(uint64_t seed, uint32_t purpose, uint64_t replicate) {
    return (samen__random){
        .key = {(uint32_t)seed, (uint32_t)(seed >> 32)},
        .counter = {0, purpose, (uint32_t)replicate, (uint32_t)(replicate >> 32)},
        .used = SAMEN__RANDOM_AT_ONCE};
}

uint64_t samen__random_below(samen__random *random, uint64_t limit) {
    if (limit <= UINT32_MAX)
        return samen__random_below32(random, (uint32_t)limit);
    uint64_t mask = UINT64_MAX >> __builtin_clzll(limit - 1), value;
    do {
        value = ((uint64_t)samen__random_next(random) << 32 | samen__random_next(random)) & mask;
    } while (value >= limit);
    return value;
}

void samen__random_shuffle(samen__random *random, int32_t *items, int64_t count) {
    for (int64_t i = count - 1; i > 0; i--) {
        uint64_t below = (uint64_t)i + 1;
        int64_t j = below <= UINT32_MAX ? samen__random_below32(random, (uint32_t)below)
                                        : (int64_t)samen__random_below(random, below);
        int32_t swap = items[i];
        items[i] = items[j];
        items[j] = swap;
    }
}
