/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report that is the picture of the whole. */
#include "report/parts.h"
#include "view/view.h"

void samen__part_network(samen__document *d) {
    static const samen__sentence heading = {{"The whole network", "Het hele netwerk"}};
    static const samen__sentence above = {
        {"Each mark is an organisation, larger where more shortest paths between others run "
         "through it, and each line a tie{1! in the colour of its form|}.",
         "Elk teken is een organisatie, groter waar meer kortste paden tussen andere erdoor lopen, "
         "en elke lijn een band{1! in de kleur van haar vorm|}."}};
    const samen__value value[] = {samen__say_count(d->view->network->typology->count > 1)};
    samen__text options = {.raw = 1};
    if (d->view->organisations == 0)
        return;
    samen__text_format(&options, "size=betweenness%s%s", d->group ? "; " : "", d->group_option);
    if (options.failed)
        samen__fail_memory(&d->error);
    samen__document_part(d, SAMEN__PART_NETWORK, &heading, NULL);
    samen__document_network(d, options.bytes, &above, value);
    samen__text_free(&options);
}
