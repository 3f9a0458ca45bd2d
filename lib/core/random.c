/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, Parallel random numbers: as easy
 * as 1, 2, 3, SC 2011 (doi 10.1145/2063384.2063405), Philox-4x32-10; D. Lemire, Fast random integer
 * generation in an interval, ACM TOMACS 29(1), 2019 (doi 10.1145/3230636). */
#include "core/random.h"

static void philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]) {
    uint32_t c[4] = {counter[0], counter[1], counter[2], counter[3]};
    uint32_t k0 = key[0], k1 = key[1];
    for (int round = 0; round < 10; round++) {
        uint64_t a = (uint64_t)c[0] * 0xD2511F53u, b = (uint64_t)c[2] * 0xCD9E8D57u;
        uint32_t next[4] = {(uint32_t)(b >> 32) ^ c[1] ^ k0, (uint32_t)b,
                            (uint32_t)(a >> 32) ^ c[3] ^ k1, (uint32_t)a};
        for (int i = 0; i < 4; i++)
            c[i] = next[i];
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    for (int i = 0; i < 4; i++)
        out[i] = c[i];
}

samen__random samen__random_start(uint64_t seed, uint32_t purpose, uint64_t replicate) {
    return (samen__random){
        .key = {(uint32_t)seed, (uint32_t)(seed >> 32)},
        .counter = {0, purpose, (uint32_t)replicate, (uint32_t)(replicate >> 32)},
        .used = 4};
}

uint32_t samen__random_next(samen__random *random) {
    if (random->used == 4) {
        philox(random->counter, random->key, random->block);
        random->counter[0]++;
        random->used = 0;
    }
    return random->block[random->used++];
}

uint64_t samen__random_below(samen__random *random, uint64_t limit) {
    if (limit <= UINT32_MAX) {
        uint64_t product = (uint64_t)samen__random_next(random) * limit;
        if ((uint32_t)product < (uint32_t)limit) {
            uint32_t floor = (uint32_t)(-(uint32_t)limit) % (uint32_t)limit;
            while ((uint32_t)product < floor)
                product = (uint64_t)samen__random_next(random) * limit;
        }
        return product >> 32;
    }
    uint64_t mask = UINT64_MAX >> __builtin_clzll(limit - 1), value;
    do {
        value = ((uint64_t)samen__random_next(random) << 32 | samen__random_next(random)) & mask;
    } while (value >= limit);
    return value;
}

void samen__random_shuffle(samen__random *random, int32_t *items, int64_t count) {
    for (int64_t i = count - 1; i > 0; i--) {
        int64_t j = (int64_t)samen__random_below(random, (uint64_t)i + 1);
        int32_t swap = items[i];
        items[i] = items[j];
        items[j] = swap;
    }
}
