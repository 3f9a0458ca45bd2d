/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report about how closely knit the network is: density, components, degree, groups. */
#include "report/parts.h"
#include "view/view.h"

enum { MOST_DEGREES = 20 }; /* organisations listed behind the distribution */

static void show_density(samen__document *d, const samen_table *density) {
    static const samen__sentence above = {
        {"Density, the share of possible ties that exist, with 95 % intervals{1! (an undirected tie "
         "is two here)|}",
         "Dichtheid, het aandeel van de mogelijke banden dat er is, met 95 %-intervallen{1! (een "
         "band zonder richting telt hier voor twee)|}"}};
    const samen__value value[] = {samen__say_count(d->view->directed && samen__has_undirected(d))};
    samen__document_table(d, density, "form,density,ties,possible,std_error,lower,upper", NULL,
                          samen_table_rows(density) <= 2, &above, value);
}

static void say_components(samen__document *d, const samen_table *components) {
    static const samen__sentence some = {
        {"{1} {1?component|components} of two or more organisations (the largest has {2}), {3} "
         "{3?isolate|isolates}.",
         "{1} {1?deel|delen} van twee of meer organisaties die elkaar via banden bereiken (het "
         "grootste telt er {2}), {3} {3?organisatie|organisaties} zonder banden."}};
    static const samen__sentence none = {
        {"0 components of two or more organisations, {3} {3?isolate|isolates}.",
         "Geen delen van twee of meer organisaties, {3} {3?organisatie|organisaties} zonder "
         "banden."}};
    static const samen__sentence fragmentation = {
        {"Fragmentation {1}: the share of pairs that no path connects{1!|, here none}.",
         "Fragmentatie {1}: het aandeel van de paren dat geen enkel pad verbindt{1!|, hier geen "
         "enkel}."}};
    int64_t all = (int64_t)samen__document_number(components, "components", 0);
    int64_t isolates = (int64_t)samen__document_number(components, "isolates", 0);
    double largest = samen__document_number(components, "largest_component", 0);
    const samen__value value[] = {samen__say_count(all - isolates),
                                  samen__say_count((int64_t)largest), samen__say_count(isolates)};
    const samen__value share[] = {
        samen__say_decimals(samen__document_number(components, "fragmentation", -1))};
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, all > isolates ? &some : &none, value);
    if (share[0].amount >= 0)
        samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &fragmentation, share);
}

static void show_degree(samen__document *d, const samen_table *degree) {
    static const samen__sentence above = {
        {"Degree (ties{1! to and from|}), and how far it centres on one organisation (1 for a star)",
         "Graad (banden{1! naar en van|}), en hoezeer die bij één organisatie ligt (1 bij een "
         "ster)"}};
    int directed = d->view->directed;
    const samen__value value[] = {samen__say_count(directed)};
    samen__document_table(
        d, degree,
        directed ? "form,mean_degree,largest_degree,in_centralization,out_centralization"
                 : "form,mean_degree,largest_degree,centralization",
        NULL, samen_table_rows(degree) <= 2, &above, value);
}

static void draw_degree(samen__document *d, const samen_table *degree) {
    static const samen__sentence above = {{"How many organisations have how many ties",
                                           "Hoeveel organisaties hoeveel banden hebben"}};
    static const samen__sentence most = {{"Who has the most ties: {1} of {2} organisations",
                                          "Wie de meeste banden heeft: {1} van {2} organisaties"}};
    if (samen__document_number(degree, "largest_degree", 0) <= 0)
        return;
    samen__document_picture(d, "distribution", "", NULL, &above, NULL);
    const samen_table *each = samen__document_measure(d, "centrality.degree", "%s", "");
    int64_t all = each ? samen_table_rows(each) : 0,
            shown = all < MOST_DEGREES ? all : MOST_DEGREES;
    const samen__value value[] = {samen__say_count(shown), samen__say_count(all)};
    samen__document_numbers(d, each,
                            d->view->directed
                                ? "organisation,name,degree,in_degree,out_degree,partners"
                                : "organisation,name,degree",
                            "degree", shown, &most, value);
}

static void draw_groups(samen__document *d) {
    static const samen__sentence above = {
        {"Density within and between groups ({1}), darker where it is higher",
         "Dichtheid binnen en tussen groepen ({1}), donkerder waar die hoger is"}};
    const samen__value group[] = {samen__say_text(d->group)};
    samen__text options = {.raw = 1};
    samen__text_format(&options, "blocks=density; width=110; %s", d->group_option);
    if (options.failed)
        samen__fail_memory(&d->error);
    samen__document_picture(d, "matrix", options.bytes, NULL, &above, group);
    samen__text_free(&options);
}

static void show_groups(samen__document *d) {
    static const samen__sentence all = {
        {"Within and between groups ({1}{2!, chosen here; the option group takes another|}){3!, "
         "from the first to the second|}",
         "Binnen en tussen groepen ({1}{2!, hier gekozen; de optie group neemt een ander kenmerk|})"
         "{3!, van de eerste naar de tweede|}"}};
    static const samen__sentence some = {
        {"Within and between groups ({1}{2!, chosen here; the option group takes another|}){3!, "
         "from the first to the second|}, the densest {4} of {5}",
         "Binnen en tussen groepen ({1}{2!, hier gekozen; de optie group neemt een ander kenmerk|})"
         "{3!, van de eerste naar de tweede|}, de dichtste {4} van {5}"}};
    const samen_table *groups =
        samen__document_measure(d, "cohesion.density", "table=group; %s", d->group_option);
    int64_t rows = groups ? samen_table_rows(groups) : 0;
    const samen__value value[] = {samen__say_text(d->group), samen__say_count(d->group_chosen),
                                  samen__say_count(d->view->directed),
                                  samen__say_count(SAMEN__TOP_GROUPS), samen__say_count(rows)};
    samen__document_table(d, groups, "group,partner_group,density,ties,possible,std_error",
                          "density", SAMEN__TOP_GROUPS, rows > SAMEN__TOP_GROUPS ? &some : &all,
                          value);
}

void samen__part_cohesion(samen__document *d) {
    static const samen__sentence heading = {{"How closely knit", "Hoe hecht"}};
    const samen_table *density = samen__document_measure(d, "cohesion.density", "%s", "");
    const samen_table *components =
        samen__document_measure(d, "cohesion.components", "table=network");
    const samen_table *degree = samen__document_measure(d, "centrality.degree", "table=network");
    if (!degree)
        return;
    samen__document_part(d, SAMEN__PART_COHESION, &heading, NULL);
    show_density(d, density);
    say_components(d, components);
    show_degree(d, degree);
    draw_degree(d, degree);
    if (d->group)
        show_groups(d);
    if (d->group && d->view->organisations > 0)
        draw_groups(d);
}
