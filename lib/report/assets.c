/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/assets.h"

static const unsigned char page_css[] = {
#include "page_css.inc"
};

static const unsigned char page_js[] = {
#include "page_js.inc"
};

static const unsigned char network_css[] = {
#include "network_css.inc"
};

static const unsigned char network_js[] = {
#include "network_js.inc"
};

const samen__asset samen__page_css = {(const char *)page_css, sizeof page_css, 0};
const samen__asset samen__page_js = {(const char *)page_js, sizeof page_js, 0};
const samen__asset samen__network_css = {(const char *)network_css, sizeof network_css, 0};
const samen__asset samen__network_js = {(const char *)network_js, sizeof network_js, 1};
