/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages are made with, as it stands in lib/report/page: the library carries it. */
#ifndef SAMEN_REPORT_ASSETS_H
#define SAMEN_REPORT_ASSETS_H

#include <stdint.h>

typedef struct samen__asset {
    const char *bytes;
    int64_t length;
} samen__asset;

extern const samen__asset samen__page_css; /* every page's style */
extern const samen__asset samen__page_js;  /* downloads, sorting, the part that is being read */

#endif
