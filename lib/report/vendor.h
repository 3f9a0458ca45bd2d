/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries of others that pages carry, with their licences: see lib/report/page/vendor/README.md. */
#ifndef SAMEN_REPORT_VENDOR_H
#define SAMEN_REPORT_VENDOR_H

#include "report/assets.h"

typedef struct samen__vendored {
    const char *name;
    const char *version;
    samen__asset script;
    samen__asset licence; /* plain text, also those of what the script contains */
} samen__vendored;

extern const samen__vendored samen__vendor_cytoscape;
extern const samen__vendored samen__vendor_graphology; /* sigma needs it before itself */
extern const samen__vendored samen__vendor_sigma;

#endif
