/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report that is the picture of the whole. */
#include "report/parts.h"
#include "view/view.h"

enum {
    MOST_SHOWN = 100, /* ties listed behind the picture */
    MOST_TIES = 20000 /* above so many, ties are no reading, and as a file too large for a page */
};

static void list_ties(samen__document *d) {
    static const samen__sentence above = {
        {"Who is tied to whom, the heaviest first: {1} of {2} {2?tie|ties}",
         "Wie met wie verbonden is, de zwaarste eerst: {1} van {2} {2?band|banden}"}};
    samen_table *ties = NULL;
    if (!samen__document_is_fine(d) ||
        samen_view_table(d->view, d->run, &ties, &d->error) != SAMEN_OK)
        return;
    int64_t all = samen_table_rows(ties), shown = all < MOST_SHOWN ? all : MOST_SHOWN;
    const samen__value value[] = {samen__say_count(shown), samen__say_count(all)};
    if (all == 0 || all > MOST_TIES)
        samen_table_free(ties);
    else
        samen__document_numbers(d, samen__document_keep(d, "ties.csv", ties),
                                "from,to,forms,weight", "weight", shown, &above, value);
}

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
    list_ties(d);
    samen__text_free(&options);
}
