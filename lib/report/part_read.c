/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report about what was read, and what of it is seen. */
#include <string.h>

#include "core/options.h"
#include "report/parts.h"
#include "view/view.h"

enum { MOST_FORMS = 12 };

static void say_counts(samen__document *d) {
    static const samen__sentence counts = {
        {"{1} {1?organisation|organisations}, {2} {2?tie|ties}.",
         "{1} {1?organisatie|organisaties}, {2} {2?band|banden}."}};
    static const samen__sentence with_partnerships = {
        {"{1} {1?organisation|organisations}, {2} {2?tie|ties}, {3} {3?partnership|partnerships} "
         "with {4} {4?membership|memberships}.",
         "{1} {1?organisatie|organisaties}, {2} {2?band|banden}, {3} "
         "{3?samenwerkingsverband|samenwerkingsverbanden} met {4} "
         "{4?lidmaatschap|lidmaatschappen}."}};
    const samen_network *network = d->view->network;
    samen__value value[SAMEN__PARTS];
    for (int32_t of = 0; of < SAMEN__PARTS; of++)
        value[of] = samen__say_count(samen_network_count(network, of));
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH,
                        value[SAMEN_PARTNERSHIPS].count > 0 ? &with_partnerships : &counts, value);
}

void samen__part_read(samen__document *d) {
    static const samen__sentence heading = {{"What was read", "Wat is gelezen"}};
    samen__document_part(d, SAMEN__PART_READ, &heading, NULL);
    say_counts(d);
}
