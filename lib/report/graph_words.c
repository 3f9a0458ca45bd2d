/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the live picture says to its readers. The script fills in the values. */
#include "report/graph_parts.h"
#include "report/say.h"

static const struct {
    const char *name;
    samen__sentence in;
} words[] = {
    {"picture",
     {{"Picture of the network. The arrow keys go from an organisation to its partners, plus and minus zoom, "
       "Escape lets go.",
       "Beeld van het netwerk. De pijltjestoetsen gaan van een organisatie naar haar partners, plus en min "
       "vergroten en verkleinen, Escape laat los."}}},
    {"search", {{"Find an organisation", "Zoek een organisatie"}}},
    {"found",
     {{"{1} {1?organisation|organisations} found", "{1} {1?organisatie|organisaties} gevonden"}}},
    {"forms", {{"Forms of collaboration", "Samenwerkingsvormen"}}},
    {"shown", {{"{1} of {2} ties are shown", "{1} van de {2} banden zijn te zien"}}},
    {"partners", {{"{1} {1?partner|partners}", "{1} {1?partner|partners}"}}},
    {"partners_seen",
     {{"{1} {1?partner|partners} in the forms shown",
       "{1} {1?partner|partners} in de getoonde vormen"}}},
    {"only_drawn",
     {{"Here are those whose ties are drawn: {1} of {2}.",
       "Hier staan die waarvan de banden getekend zijn: {1} van de {2}."}}},
    {"weight", {{"weight {1}", "gewicht {1}"}}},
    {"to", {{"from here", "van hieruit"}}},
    {"from", {{"to here", "hierheen"}}},
    {"both", {{"both ways", "in beide richtingen"}}},
    {"silent", {{"did not respond", "heeft niet geantwoord"}}},
    {"closer", {{"Zoom in", "Inzoomen"}}},
    {"farther", {{"Zoom out", "Uitzoomen"}}},
    {"whole", {{"Show all as at the start", "Toon alles zoals bij het begin"}}},
    {"screen", {{"Full screen", "Volledig scherm"}}},
    {"release", {{"Let go", "Laat los"}}},
    {"hint",
     {{"Point at an organisation to see who it is; choose it to see its partners. Drag to move, and zoom with the "
       "wheel after a click in the picture.",
       "Wijs een organisatie aan om te zien wie het is; kies ze om haar partners te zien. Sleep om te verplaatsen, en "
       "zoom met het wieltje na een klik in het beeld."}}},
    {"unable",
     {{"This browser cannot draw a network of this size live. The still picture shows all of it.",
       "Deze browser kan een netwerk van deze grootte niet interactief tekenen. Het stilstaande beeld toont alles."}}},
};

void samen__graph_add_words(samen__text *json, uint32_t language) {
    samen__text_add_byte(json, '{');
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        samen__json_member(json, words[i].name, words[i].in.in[language == SAMEN_LANGUAGE_NL]);
    samen__text_add_byte(json, '}');
}
