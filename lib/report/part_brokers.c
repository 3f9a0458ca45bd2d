/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report about who brokers: whom paths between others run through, and whose contacts are not tied to
 * each other. */
#include "report/parts.h"

void samen__explain_brokerage(samen__document *d) {
    static const samen__sentence words[][2] = {
        {{{"betweenness", "tussenpositie (betweenness)"}},
         {{"how many pairs of others have their shortest path through it; high: much of what goes "
           "from one to the other passes by",
           "voor hoeveel paren van andere organisaties ze op het kortste pad ligt; hoog: veel van "
           "wat van de ene naar de andere gaat, komt langs haar"}}},
        {{{"effective size", "effectieve grootte (effective_size)"}},
         {{"how many contacts it has, less how many of the others each of these is tied to on "
           "average; high: contacts who are not tied to each other",
           "hoeveel contacten ze heeft, min het aantal van de andere waarmee elk ervan gemiddeld "
           "verbonden is; hoog: contacten die niet met elkaar verbonden zijn"}}},
        {{{"constraint", "gebondenheid (constraint)"}},
         {{"how far it depends on few contacts, who are tied to each other; high: little room to "
           "choose with whom to work",
           "hoezeer ze vastzit aan weinig contacten, die ook met elkaar verbonden zijn; hoog: "
           "weinig ruimte om te kiezen met wie"}}}};
    static const samen__sentence place = {
        {"These say where an organisation stands in the network, not what it makes of that place.",
         "Dit zegt waar een organisatie in het netwerk staat, niet wat ze met die plaats doet."}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        samen__document_term(d, &words[i][0], &words[i][1]);
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &place, NULL);
}

static void show_between(samen__document *d, const samen_table *betweenness,
                         const samen_table *network) {
    static const samen__sentence all = {
        {"On the shortest paths between others (centralization {1})",
         "Op de kortste paden tussen andere (centralisatie {1})"}};
    static const samen__sentence some = {
        {"On the shortest paths between others (centralization {1}), the highest {2} of {3}",
         "Op de kortste paden tussen andere (centralisatie {1}), de hoogste {2} van {3}"}};
    static const samen__sentence nobody = {
        {"Nobody is on a shortest path between two others.",
         "Geen enkele organisatie ligt op een kortste pad tussen twee andere."}};
    int64_t rows = samen_table_rows(betweenness),
            shown = samen__count_above_zero(betweenness, "betweenness");
    if (shown == 0) {
        samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &nobody, NULL);
        return;
    }
    shown = shown < SAMEN__TOP_ORGANISATIONS ? shown : SAMEN__TOP_ORGANISATIONS;
    const samen__value value[] = {
        samen__say_decimals(samen__document_number(network, "centralization", 0)),
        samen__say_count(shown), samen__say_count(rows)};
    samen__document_table(d, betweenness, "organisation,name,betweenness,betweenness_normalised",
                          "betweenness", shown, shown < rows ? &some : &all, value);
}

static void show_holes(samen__document *d, const samen_table *holes) {
    static const samen__sentence all = {{"With contacts that are least tied to each other",
                                         "Met contacten die het minst met elkaar verbonden zijn"}};
    static const samen__sentence some = {
        {"With contacts that are least tied to each other, the highest {1} of {2}",
         "Met contacten die het minst met elkaar verbonden zijn, de hoogste {1} van {2}"}};
    int64_t rows = samen_table_rows(holes), shown = samen__count_above_zero(holes, "contacts");
    shown = shown < SAMEN__TOP_ORGANISATIONS ? shown : SAMEN__TOP_ORGANISATIONS;
    const samen__value value[] = {samen__say_count(shown), samen__say_count(rows)};
    if (shown > 0)
        samen__document_table(d, holes,
                              "organisation,name,effective_size,efficiency,constraint,contacts",
                              "effective_size", shown, shown < rows ? &some : &all, value);
}

void samen__part_brokers(samen__document *d) {
    static const samen__sentence heading = {{"Who brokers", "Wie bemiddelt"}};
    const samen_table *betweenness = samen__document_measure(d, "brokerage.betweenness", "%s", "");
    const samen_table *network =
        samen__document_measure(d, "brokerage.betweenness", "table=network");
    const samen_table *holes = samen__document_measure(d, "brokerage.holes", "%s", "");
    if (!holes)
        return;
    samen__document_part(d, SAMEN__PART_BROKERS, &heading, NULL);
    if (samen__count_above_zero(holes, "contacts") > 0)
        samen__explain_brokerage(d);
    show_between(d, betweenness, network);
    show_holes(d, holes);
}
