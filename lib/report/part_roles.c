/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report about the roles in which organisations broker between groups. */
#include "report/parts.h"
#include "view/view.h"

void samen__explain_roles(samen__document *d) {
    static const samen__sentence words[][2] = {
        {{{"coordinator", "coördinator (coordinator)"}},
         {{"between two of its own group", "tussen twee van de eigen groep"}}},
        {{{"itinerant", "buitenstaander (itinerant)"}},
         {{"between two of one other group", "tussen twee van één andere groep"}}},
        {{{"representative", "vertegenwoordiger (representative)"}},
         {{"from its own group to another", "van de eigen groep naar een andere"}}},
        {{{"gatekeeper", "poortwachter (gatekeeper)"}},
         {{"from another group into its own", "van een andere groep naar de eigen"}}},
        {{{"liaison", "tussenpersoon (liaison)"}},
         {{"between two other groups", "tussen twee andere groepen"}}}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        samen__document_term(d, &words[i][0], &words[i][1]);
}

static void show_organisations(samen__document *d, const samen_table *roles) {
    static const samen__sentence all = {{"By organisation", "Per organisatie"}};
    static const samen__sentence some = {
        {"By organisation, the highest {1} of {2}", "Per organisatie, de hoogste {1} van {2}"}};
    static const samen__sentence observed = {
        {"Those with the most brokerage: what is there, on the range to be expected were ties "
         "independent",
         "Wie het meest bemiddelt: wat er is, op het bereik dat te verwachten valt als banden "
         "onafhankelijk zijn"}};
    int64_t rows = samen_table_rows(roles), shown = samen__count_above_zero(roles, "total");
    shown = shown < SAMEN__TOP_ORGANISATIONS ? shown : SAMEN__TOP_ORGANISATIONS;
    const samen__value value[] = {samen__say_count(shown), samen__say_count(rows)};
    if (shown > 0)
        samen__document_table(d, roles,
                              "organisation,name,group,coordinator,itinerant,representative,"
                              "gatekeeper,liaison,total",
                              "total", shown, shown < rows ? &some : &all, value);
    if (shown > 0)
        samen__document_picture(d, "roles", d->group_option, NULL, &observed, NULL);
}

void samen__part_roles(samen__document *d) {
    static const samen__sentence heading = {{"In which role", "In welke rol"}};
    static const samen__sentence paths = {
        {"Between groups ({1}): paths of two ties between organisations that are not tied "
         "themselves.",
         "Tussen groepen ({1}): paden van twee banden tussen organisaties die zelf niet verbonden "
         "zijn."}};
    static const samen__sentence undirected = {
        {"In an undirected view representative and gatekeeper are one, counted once in total.",
         "Zonder richting zijn vertegenwoordiger en poortwachter één rol, die in het totaal één "
         "keer telt."}};
    static const samen__sentence chance = {
        {"Against independent ties (expected, std_dev, z) and shuffled groups (p of as many or "
         "more, of as many or fewer; shuffling leaves the total as it is)",
         "Tegenover onafhankelijke banden (expected, std_dev, z) en door elkaar geschudde groepen "
         "(p van evenveel of meer, van evenveel of minder; schudden laat het totaal gelijk)"}};
    if (!d->group)
        return;
    const samen_table *network =
        samen__document_measure(d, "brokerage.roles", "table=network; %s", d->group_option);
    const samen_table *roles = samen__document_measure(d, "brokerage.roles", "%s", d->group_option);
    const samen__value group[] = {samen__say_text(d->group)};
    if (!roles)
        return;
    samen__document_part(d, SAMEN__PART_ROLES, &heading, NULL);
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &paths, group);
    samen__explain_roles(d);
    if (!d->view->directed)
        samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &undirected, NULL);
    samen__document_table(d, network, "role,count,expected,std_dev,z,p_more,p_fewer", NULL, 0,
                          &chance, NULL);
    show_organisations(d, roles);
}
