/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report about organisations and ties whose leaving would make the network fall apart. */
#include "report/parts.h"

void samen__part_cutpoints(samen__document *d) {
    static const samen__sentence heading = {{"Who is a cut-point", "Wie een snijpunt is"}};
    static const samen__sentence nobody = {
        {"Nobody: no single organisation's leaving would split a component.",
         "Geen enkele organisatie: welke er ook wegvalt, elk deel blijft één geheel."}};
    static const samen__sentence all = {
        {"{1} {1?organisation|organisations} whose leaving would split {1?its|their} component",
         "{1} {1?organisatie|organisaties} zonder welke het eigen deel van het netwerk uiteenvalt"}};
    static const samen__sentence some = {
        {"{1} organisations whose leaving would split their component, the first {2} of {1}",
         "{1} organisaties zonder welke het eigen deel van het netwerk uiteenvalt, de eerste {2} van "
         "{1}"}};
    static const samen__sentence bridges = {
        {"{1} tied {1?pair is a bridge|pairs are bridges}, without which a component would split.",
         "{1} verbonden {1?paar is een brug|paren zijn bruggen}, zonder welke een deel "
         "uiteenvalt."}};
    const samen_table *network = samen__document_measure(d, "cohesion.components", "table=network");
    const samen_table *organisations = samen__document_measure(d, "cohesion.components", "%s", "");
    if (!organisations)
        return;
    int64_t count = (int64_t)samen__document_number(network, "cutpoints", 0);
    int64_t shown = count < SAMEN__TOP_ORGANISATIONS ? count : SAMEN__TOP_ORGANISATIONS;
    const samen__value value[] = {samen__say_count(count), samen__say_count(shown)};
    const samen__value pairs[] = {
        samen__say_count((int64_t)samen__document_number(network, "bridges", 0))};
    samen__document_part(d, SAMEN__PART_CUTPOINTS, &heading, NULL);
    if (count == 0)
        samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &nobody, NULL);
    else
        samen__document_table(d, organisations, "organisation,name,component_size", "cutpoint",
                              shown, shown < count ? &some : &all, value);
    if (pairs[0].count > 0)
        samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &bridges, pairs);
}
