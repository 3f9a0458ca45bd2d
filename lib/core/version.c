/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samen/core.h"

#define TEXT(x)         #x
#define JOINED(a, b, c) TEXT(a) "." TEXT(b) "." TEXT(c)

const char *samen_version(void) {
    return JOINED(SAMEN_VERSION_MAJOR, SAMEN_VERSION_MINOR, SAMEN_VERSION_PATCH);
}
