/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/assets.h"

static const unsigned char page_css[] = {
#include "page_css.inc"
};

static const unsigned char page_js[] = {
#include "page_js.inc"
};

const samen__asset samen__page_css = {(const char *)page_css, sizeof page_css};
const samen__asset samen__page_js = {(const char *)page_js, sizeof page_js};
