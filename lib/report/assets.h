/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages are made with, as it stands in lib/report/page: the library carries it. */
#ifndef SAMEN_REPORT_ASSETS_H
#define SAMEN_REPORT_ASSETS_H

#include <stdint.h>

typedef struct samen__asset {
    const char *bytes;
    int64_t length;
    int32_t is_module; /* a script that shares its names with no other */
} samen__asset;

extern const samen__asset samen__page_css;    /* of every page */
extern const samen__asset samen__page_js;     /* downloads, sorting, the part that is being read */
extern const samen__asset samen__network_css; /* of a network that a reader takes apart */
extern const samen__asset samen__network_js;

#endif
