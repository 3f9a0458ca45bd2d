/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Networks of many ties: everybody is tied to the next few of a ring. */
#ifndef SAMEN_TESTS_UNIT_DRAW_MANY_TIES_H
#define SAMEN_TESTS_UNIT_DRAW_MANY_TIES_H

#include "build.h"

static inline samen_view *see_many(int organisations, int ties) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    char from[16], to[16];
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < organisations; i++) {
        snprintf(from, sizeof from, "o%d", i);
        OK(samen_builder_add_organisation(builder, from, NULL, NULL, error));
    }
    for (int i = 0; i < ties; i++) {
        snprintf(from, sizeof from, "o%d", i % organisations);
        snprintf(to, sizeof to, "o%d", (i + 1 + i / organisations) % organisations);
        OK(samen_builder_add_tie(builder, from, to, "action", 1, NULL, NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return see(network, "");
}

#endif
