/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers by counting: number k of replicate r under a seed is a function of the three, so
 * the same seed gives the same numbers whatever the number of threads. */
#ifndef SAMEN_CORE_RANDOM_H
#define SAMEN_CORE_RANDOM_H

#include <stdint.h>

enum { SAMEN__RANDOM_BLOCKS = 8, SAMEN__RANDOM_AT_ONCE = 4 * SAMEN__RANDOM_BLOCKS };

typedef struct samen__random {
    uint32_t key[2];
    uint32_t counter[4]; /* block, purpose, replicate */
    uint32_t number[SAMEN__RANDOM_AT_ONCE];
    int32_t used;
} samen__random;

/* `purpose` keeps apart the uses that one computation makes of a seed. */
samen__random samen__random_start(uint64_t seed, uint32_t purpose, uint64_t replicate);

/* Make the next numbers. */
void samen__random_refill(samen__random *random);

static inline uint32_t samen__random_next(samen__random *random) {
    if (random->used == SAMEN__RANDOM_AT_ONCE)
        samen__random_refill(random);
    return random->number[random->used++];
}

/* Uniform on 0 .. limit-1, without bias; limit > 0. The first has limits of up to 32 bits. */
static inline uint32_t samen__random_below32(samen__random *random, uint32_t limit) {
    uint64_t product = (uint64_t)samen__random_next(random) * limit;
    if ((uint32_t)product < limit) {
        uint32_t floor = (uint32_t)(-limit) % limit;
        while ((uint32_t)product < floor)
            product = (uint64_t)samen__random_next(random) * limit;
    }
    return (uint32_t)(product >> 32);
}

uint64_t samen__random_below(samen__random *random, uint64_t limit);

void samen__random_shuffle(samen__random *random, int32_t *items, int64_t count);

#endif
