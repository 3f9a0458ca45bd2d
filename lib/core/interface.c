/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samen/core.h"

/* samen.json, byte by byte. */
static const unsigned char interface[] = {
#include "interface_bytes.inc"
    0};

const char *samen_interface(void) {
    return (const char *)interface;
}
