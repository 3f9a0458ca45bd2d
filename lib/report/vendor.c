/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions are those of lib/report/page/vendor/versions, as the build reads them. */
#include "report/vendor.h"

static const unsigned char cytoscape_js[] = {
#include "cytoscape_js.inc"
};
static const unsigned char cytoscape_licence[] = {
#include "cytoscape_licence.inc"
};

static const unsigned char graphology_js[] = {
#include "graphology_js.inc"
};
static const unsigned char graphology_licence[] = {
#include "graphology_licence.inc"
};

static const unsigned char sigma_js[] = {
#include "sigma_js.inc"
};
static const unsigned char sigma_licence[] = {
#include "sigma_licence.inc"
};

const samen__vendored samen__vendor_cytoscape = {
    .name = "cytoscape.js",
    .version = SAMEN__CYTOSCAPE_VERSION,
    .script = {(const char *)cytoscape_js, sizeof cytoscape_js, 0},
    .licence = {(const char *)cytoscape_licence, sizeof cytoscape_licence, 0},
};

const samen__vendored samen__vendor_graphology = {
    .name = "graphology",
    .version = SAMEN__GRAPHOLOGY_VERSION,
    .script = {(const char *)graphology_js, sizeof graphology_js, 0},
    .licence = {(const char *)graphology_licence, sizeof graphology_licence, 0},
};

const samen__vendored samen__vendor_sigma = {
    .name = "sigma",
    .version = SAMEN__SIGMA_VERSION,
    .script = {(const char *)sigma_js, sizeof sigma_js, 0},
    .licence = {(const char *)sigma_licence, sizeof sigma_licence, 0},
};
