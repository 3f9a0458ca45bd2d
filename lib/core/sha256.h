/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256, by which a page tells a browser which scripts and styles are its own. */
#ifndef SAMEN_CORE_SHA256_H
#define SAMEN_CORE_SHA256_H

#include <stdint.h>

enum { SAMEN__SHA256_SIZE = 32 };

void samen__sha256(const char *bytes, int64_t length, unsigned char digest[SAMEN__SHA256_SIZE]);

#endif
