/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256, and keyed by HMAC: what is hashed cannot be found from the hash but by trying, and without the key not
 * even by that. */
#ifndef SAMEN_CORE_SHA256_H
#define SAMEN_CORE_SHA256_H

#include <stdint.h>

enum { SAMEN__SHA256_BYTES = 32, SAMEN__SHA256_BLOCK = 64 };

typedef struct samen__sha256 {
    uint32_t state[8];
    uint64_t length; /* bytes so far */
    uint8_t block[SAMEN__SHA256_BLOCK];
} samen__sha256;

samen__sha256 samen__sha256_start(void);
void samen__sha256_add(samen__sha256 *sum, const void *bytes, int64_t length);
void samen__sha256_finish(samen__sha256 *sum, uint8_t hash[SAMEN__SHA256_BYTES]);

void samen__hmac_sha256(const void *key, int64_t key_length, const void *bytes, int64_t length,
                        uint8_t hash[SAMEN__SHA256_BYTES]);

#endif
