/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report that says what to mind when reading it. */
#include <string.h>

#include "core/date.h"
#include "report/notes.h"
#include "report/parts.h"
#include "view/view.h"

static void say(samen__document *d, const samen__sentence *sentence, const samen__value *value) {
    samen__document_say(d, SAMEN__BLOCK_ITEM, sentence, value);
}

/* Pseudonyms hide who is who from those who do not know the network, and from nobody else. */
static void say_anonymous(samen__document *d) {
    static const samen__sentence recognisable = {
        {"Names are replaced by pseudonyms, but who knows the network can recognise organisations by "
         "their place in it: the one with most ties, the one that leads most, the one that did not "
         "answer, and then those around them. Treat this as confidential.",
         "Namen zijn vervangen door pseudoniemen, maar wie het netwerk kent, kan organisaties "
         "herkennen aan hun plaats erin: die met de meeste banden, die het vaakst leidt, die niet "
         "geantwoord heeft, en van daaruit wie om hen heen staat. Behandel dit als vertrouwelijk."}};
    if (d->view->network->anonymous)
        say(d, &recognisable, NULL);
}

static void say_forms(samen__document *d) {
    static const samen__sentence unranked = {
        {"Forms are not ranked: no form is better than another, each is right for its purpose.",
         "Vormen staan niet in rangorde: geen enkele is beter dan een andere, elke is juist voor "
         "haar doel."}};
    static const samen__sentence together = {
        {"Brokers, roles, components and cut-points are those of all forms that are seen together; "
         "the option forms sees some.",
         "Wie bemiddelt, in welke rol, de delen en de snijpunten gelden voor alle geziene vormen "
         "samen; de optie forms kiest er enkele."}};
    if (d->view->network->typology->count < 2)
        return;
    say(d, &unranked, NULL);
    say(d, &together, NULL);
}

static int is_dated(const samen_network *network) {
    const samen__records *r = &network->records;
    for (int64_t i = 0; i < r->ties; i++) {
        if (r->tie[i].start != SAMEN__DATE_NONE || r->tie[i].end != SAMEN__DATE_NONE)
            return 1;
    }
    for (int64_t i = 0; i < samen_network_count(network, SAMEN_PARTNERSHIPS); i++) {
        if (r->partnership[i].start != SAMEN__DATE_NONE ||
            r->partnership[i].end != SAMEN__DATE_NONE)
            return 1;
    }
    return 0;
}

/* Waves that are taken together can be an oversight. */
static void say_period(samen__document *d) {
    static const samen__sentence together = {
        {"All periods are taken together; the options from and to choose one.",
         "Alle periodes zijn samengenomen; de opties from en to kiezen er een."}};
    if (d->view->from == SAMEN__DATE_NONE && d->view->to == SAMEN__DATE_NONE &&
        is_dated(d->view->network))
        say(d, &together, NULL);
}

/* Has an item of this part said that already? */
static int is_said(const samen__document *d, const char *text) {
    const samen__part *part = &d->part[d->parts - 1];
    for (int64_t i = part->first; i < d->blocks; i++) {
        if (strcmp(d->block[i].text, text) == 0)
            return 1;
    }
    return 0;
}

static void say_note(samen__document *d, const samen_table *table, int32_t number) {
    static const samen__sentence as_it_is = {{"{1}", "{1}"}};
    samen__text text = samen__text_growing();
    samen__note_say(d, table, number, &text);
    const samen__value value[] = {samen__say_text(text.bytes)};
    if (text.failed)
        samen__fail_memory(&d->error);
    else if (!is_said(d, text.bytes))
        say(d, &as_it_is, value);
    samen__text_free(&text);
}

/* The notes of all tables, each once; why cells are empty is left to the tables themselves. */
static void say_notes(samen__document *d) {
    for (int64_t i = 0; i < d->results; i++) {
        const samen_table *table = d->result[i].table;
        for (int32_t n = 0; n < samen_table_notes(table) && samen__document_is_fine(d); n++) {
            if (strcmp(samen_table_note_code(table, n), "undefined") != 0)
                say_note(d, table, n);
        }
    }
}

static void say_chance(samen__document *d, const samen_table *density) {
    static const samen__sentence draws = {
        {"Intervals and p come from {1} random draws with seed {2}; the same seed gives the same "
         "numbers.",
         "Intervallen en p komen uit {1} willekeurige trekkingen met seed {2}; dezelfde seed geeft "
         "dezelfde getallen."}};
    const samen__value value[] = {samen__say_text(samen_table_provenance(density, "option.draws")),
                                  samen__say_text(samen_table_provenance(density, "seed"))};
    say(d, &draws, value);
}

void samen__part_minding(samen__document *d) {
    static const samen__sentence heading = {
        {"What to mind when reading this", "Waarop te letten bij het lezen"}};
    static const samen__sentence alike = {
        {"Paths, holes and roles take each tie alike; the option weighted of brokerage.betweenness "
         "and brokerage.holes takes weights into account.",
         "Paden, gaten en rollen behandelen elke band gelijk; de optie weighted van "
         "brokerage.betweenness en brokerage.holes houdt rekening met gewichten."}};
    static const samen__sentence versions = {
        {"Computed by samen {1} with igraph {2}; each measure's page has its definition and "
         "sources.",
         "Berekend door samen {1} met igraph {2}; de pagina van elke maat geeft haar definitie en "
         "bronnen."}};
    const samen__value version[] = {samen__say_text(samen_version()),
                                    samen__say_text(samen_version_igraph())};
    const samen_table *density = samen__document_measure(d, "cohesion.density", "%s", "");
    if (!density)
        return;
    samen__document_part(d, SAMEN__PART_MINDING, &heading, NULL);
    say_anonymous(d);
    say_forms(d);
    say_period(d);
    say_notes(d);
    say(d, &alike, NULL);
    say_chance(d, density);
    say(d, &versions, version);
}
