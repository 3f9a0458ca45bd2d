/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other keys for the keys of a network, made by a secret. */
#ifndef SAMEN_NETWORK_PSEUDONYMS_H
#define SAMEN_NETWORK_PSEUDONYMS_H

#include "core/hash.h"
#include "core/sha256.h"

enum { SAMEN__PSEUDONYM_SIZE = 64 };

typedef struct samen__pseudonyms {
    char (*text)[SAMEN__PSEUDONYM_SIZE]; /* in ascending order */
    int32_t *key;                        /* the number of the key of each */
    int32_t *place;                      /* where in that order each key is */
} samen__pseudonyms;

/* One for every key: the prefix and six letters and digits, or more where two would be the same. They depend on the
 * key and the secret alone; `what` keeps those of two kinds of keys apart. To be freed in any case. */
samen_status samen__pseudonyms_make(const samen__keys *keys, const char *what, const char *prefix,
                                    const uint8_t secret[SAMEN__SHA256_BYTES],
                                    samen__pseudonyms *out, samen_error *err);
void samen__pseudonyms_free(samen__pseudonyms *pseudonyms);

#endif
