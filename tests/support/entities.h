/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of XML and HTML read back. */
#ifndef SAMEN_TESTS_ENTITIES_H
#define SAMEN_TESTS_ENTITIES_H

#include "suite.h"

/* Text as it was before it was made harmless, to be freed; nothing that is not harmless is accepted. */
static inline char *resolve(const char *from, const char *to) {
    static const char *const entities[][2] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
    char *out = calloc((size_t)(to - from) + 1, 1), *at = out;
    while (from < to) {
        ck_assert_msg(*from != '<', "a < within text");
        if (*from != '&') {
            *at++ = *from++;
            continue;
        }
        int i = 0;
        while (i < 5 && strncmp(from, entities[i][0], strlen(entities[i][0])) != 0)
            i++;
        ck_assert_msg(i < 5, "an & that is no entity: %.20s", from);
        *at++ = entities[i][1][0];
        from += strlen(entities[i][0]);
    }
    return out;
}

#endif
