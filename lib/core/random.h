/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers by counting: number k of replicate r under a seed is a function of the three, so
 * the same seed gives the same numbers whatever the number of threads. */
#ifndef SAMEN_CORE_RANDOM_H
#define SAMEN_CORE_RANDOM_H

#include <stdint.h>

typedef struct samen__random {
    uint32_t key[2];
    uint32_t counter[4]; /* block, purpose, replicate */
    uint32_t block[4];
    int32_t used;
} samen__random;

/* `purpose` keeps apart the uses that one computation makes of a seed. */
samen__random samen__random_start(uint64_t seed, uint32_t purpose, uint64_t replicate);

uint32_t samen__random_next(samen__random *random);

/* Uniform on 0 .. limit-1, without bias; limit > 0. */
uint64_t samen__random_below(samen__random *random, uint64_t limit);

void samen__random_shuffle(samen__random *random, int32_t *items, int64_t count);

#endif
