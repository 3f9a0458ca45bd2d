/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page carries beside its text: styles, scripts and libraries of others; and the policy that lets a browser run
 * these and nothing else. */
#ifndef SAMEN_REPORT_CARRIED_H
#define SAMEN_REPORT_CARRIED_H

#include "core/text.h"
#include "report/assets.h"
#include "report/vendor.h"

enum { SAMEN__MOST_STYLES = 2, SAMEN__MOST_SCRIPTS = 4, SAMEN__MOST_LIBRARIES = 2 };

typedef struct samen__carried {
    const samen__asset *style[SAMEN__MOST_STYLES], *script[SAMEN__MOST_SCRIPTS]; /* in order */
    const samen__vendored *vendored[SAMEN__MOST_LIBRARIES]; /* of which scripts are among them */
    int32_t styles, scripts, libraries;
} samen__carried;

/* Of a page with a network that a reader takes apart, which may be large, or of one without. */
samen__carried samen__carried_for(int32_t has_network, int32_t is_large);

/* Nothing may be fetched, and nothing may run but what is carried, to the byte. */
void samen__carried_policy(const samen__carried *c, samen__text *html);

void samen__carried_styles(const samen__carried *c, samen__text *html);
void samen__carried_scripts(const samen__carried *c, samen__text *html);

/* Licences that a page must show because it carries what they are for. */
void samen__carried_licences(const samen__carried *c, uint32_t language, samen__text *html);

#endif
