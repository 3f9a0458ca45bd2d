/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/headings.h"

#include <string.h>

#include "samen/typology.h"

typedef struct heading {
    const char *column;
    const char *in[2]; /* by SAMEN_LANGUAGE_EN, SAMEN_LANGUAGE_NL */
    samen__showing showing;
} heading;

static const heading headings[] = {
    {"a", {"One side (a)", "Ene kant (a)"}, SAMEN__SHOW_PLAIN},
    {"all", {"All", "Alles"}, SAMEN__SHOW_PLAIN},
    {"b", {"Other side (b)", "Andere kant (b)"}, SAMEN__SHOW_PLAIN},
    {"basis", {"Counted", "Geteld"}, SAMEN__SHOW_WORD},
    {"begun", {"Begun", "Begonnen"}, SAMEN__SHOW_PLAIN},
    {"betweenness", {"Betweenness", "Tussenpositie"}, SAMEN__SHOW_PLAIN},
    {"betweenness_normalised",
     {"Share of possible", "Aandeel van het mogelijke"},
     SAMEN__SHOW_SHARE},
    {"blau", {"Blau", "Blau"}, SAMEN__SHOW_PLAIN},
    {"both", {"In both", "In beide"}, SAMEN__SHOW_PLAIN},
    {"bridges", {"Bridges", "Bruggen"}, SAMEN__SHOW_PLAIN},
    {"centralization", {"Centralization", "Centralisatie"}, SAMEN__SHOW_PLAIN},
    {"commitment", {"Commitment", "Engagement"}, SAMEN__SHOW_WORD},
    {"component", {"Component", "Component"}, SAMEN__SHOW_PLAIN},
    {"component_size", {"Organisations in it", "Organisaties erin"}, SAMEN__SHOW_PLAIN},
    {"components", {"Components", "Componenten"}, SAMEN__SHOW_PLAIN},
    {"constraint", {"Constraint", "Gebondenheid"}, SAMEN__SHOW_PLAIN},
    {"contact", {"Contact", "Contact"}, SAMEN__SHOW_ORGANISATION},
    {"contacts", {"Contacts", "Contacten"}, SAMEN__SHOW_PLAIN},
    {"coordinator", {"Coordinator", "Coördinator"}, SAMEN__SHOW_PLAIN},
    {"count", {"Count", "Aantal"}, SAMEN__SHOW_PLAIN},
    {"cutpoint", {"Cut-point", "Snijpunt"}, SAMEN__SHOW_PLAIN},
    {"cutpoints", {"Cut-points", "Snijpunten"}, SAMEN__SHOW_PLAIN},
    {"degree", {"Ties", "Banden"}, SAMEN__SHOW_PLAIN},
    {"degree_normalised",
     {"Share of possible ties", "Aandeel van mogelijke banden"},
     SAMEN__SHOW_SHARE},
    {"density", {"Density", "Dichtheid"}, SAMEN__SHOW_PLAIN},
    {"density_least", {"Density at least", "Dichtheid minstens"}, SAMEN__SHOW_PLAIN},
    {"density_most", {"Density at most", "Dichtheid hoogstens"}, SAMEN__SHOW_PLAIN},
    {"density_observed", {"Density observed", "Waargenomen dichtheid"}, SAMEN__SHOW_PLAIN},
    {"difference", {"Difference (a − b) / all", "Verschil (a − b) / alles"}, SAMEN__SHOW_PLAIN},
    {"difference_lower", {"Difference from", "Verschil van"}, SAMEN__SHOW_PLAIN},
    {"difference_upper", {"Difference to", "Verschil tot"}, SAMEN__SHOW_PLAIN},
    {"direction", {"Direction", "Richting"}, SAMEN__SHOW_WORD},
    {"distance_fragmentation",
     {"Distance fragmentation", "Afstandsfragmentatie"},
     SAMEN__SHOW_PLAIN},
    {"draws", {"Draws", "Trekkingen"}, SAMEN__SHOW_PLAIN},
    {"effective_size", {"Effective size", "Effectieve grootte"}, SAMEN__SHOW_PLAIN},
    {"efficiency", {"Efficiency", "Efficiëntie"}, SAMEN__SHOW_PLAIN},
    {"end", {"Until", "Tot"}, SAMEN__SHOW_PLAIN},
    {"ended", {"Ended", "Beëindigd"}, SAMEN__SHOW_PLAIN},
    {"entropy", {"Entropy", "Entropie"}, SAMEN__SHOW_PLAIN},
    {"estimate", {"Share of a", "Aandeel van a"}, SAMEN__SHOW_SHARE},
    {"expected", {"Expected", "Verwacht"}, SAMEN__SHOW_PLAIN},
    {"form", {"Form", "Vorm"}, SAMEN__SHOW_FORM},
    {"forms", {"Forms", "Vormen"}, SAMEN__SHOW_FORM},
    {"fragmentation", {"Fragmentation", "Fragmentatie"}, SAMEN__SHOW_PLAIN},
    {"from", {"From", "Van"}, SAMEN__SHOW_ORGANISATION},
    {"gatekeeper", {"Gatekeeper", "Poortwachter"}, SAMEN__SHOW_PLAIN},
    {"group", {"Group", "Groep"}, SAMEN__SHOW_PLAIN},
    {"hierarchy", {"Hierarchy", "Hiërarchie"}, SAMEN__SHOW_PLAIN},
    {"in_centralization", {"Centralization in", "Centralisatie in"}, SAMEN__SHOW_PLAIN},
    {"in_degree", {"Ties from others", "Banden van anderen"}, SAMEN__SHOW_PLAIN},
    {"in_strength", {"Weight from others", "Gewicht van anderen"}, SAMEN__SHOW_PLAIN},
    {"iqv", {"Evenness (IQV)", "Gelijkmatigheid (IQV)"}, SAMEN__SHOW_PLAIN},
    {"isolate", {"Isolate", "Geïsoleerd"}, SAMEN__SHOW_PLAIN},
    {"isolates", {"Isolates", "Geïsoleerde organisaties"}, SAMEN__SHOW_PLAIN},
    {"itinerant", {"Itinerant", "Buitenstaander"}, SAMEN__SHOW_PLAIN},
    {"largest", {"Largest", "Grootste"}, SAMEN__SHOW_PLAIN},
    {"largest_betweenness", {"Largest betweenness", "Grootste tussenpositie"}, SAMEN__SHOW_PLAIN},
    {"largest_component", {"Largest component", "Grootste component"}, SAMEN__SHOW_PLAIN},
    {"largest_degree", {"Most ties", "Meeste banden"}, SAMEN__SHOW_PLAIN},
    {"leads", {"Led by", "Trekker"}, SAMEN__SHOW_ORGANISATION},
    {"led", {"Leading", "Als trekker"}, SAMEN__SHOW_PLAIN},
    {"liaison", {"Liaison", "Tussenpersoon"}, SAMEN__SHOW_PLAIN},
    {"lower", {"Interval from", "Interval van"}, SAMEN__SHOW_BOUND},
    {"mean_betweenness", {"Mean betweenness", "Gemiddelde tussenpositie"}, SAMEN__SHOW_PLAIN},
    {"mean_degree", {"Mean ties", "Gemiddeld aantal banden"}, SAMEN__SHOW_PLAIN},
    {"measure", {"Measure", "Maat"}, SAMEN__SHOW_COLUMN},
    {"median", {"Median", "Mediaan"}, SAMEN__SHOW_PLAIN},
    {"median_of_others", {"Median of others", "Mediaan van de andere"}, SAMEN__SHOW_PLAIN},
    {"members", {"Members", "Leden"}, SAMEN__SHOW_PLAIN},
    {"memberships", {"Memberships", "Lidmaatschappen"}, SAMEN__SHOW_PLAIN},
    {"name", {"Name", "Naam"}, SAMEN__SHOW_PLAIN},
    {"observed", {"Observed", "Waargenomen"}, SAMEN__SHOW_PLAIN},
    {"next", {"Next period", "Volgende periode"}, SAMEN__SHOW_PLAIN},
    {"of", {"Of", "Van"}, SAMEN__SHOW_PLAIN},
    {"odds", {"a to b", "a tegenover b"}, SAMEN__SHOW_PLAIN},
    {"organisation", {"Organisation", "Organisatie"}, SAMEN__SHOW_ORGANISATION},
    {"organisations", {"Organisations", "Organisaties"}, SAMEN__SHOW_PLAIN},
    {"out_centralization", {"Centralization out", "Centralisatie uit"}, SAMEN__SHOW_PLAIN},
    {"out_degree", {"Ties to others", "Banden naar anderen"}, SAMEN__SHOW_PLAIN},
    {"out_strength", {"Weight to others", "Gewicht naar anderen"}, SAMEN__SHOW_PLAIN},
    {"p_fewer", {"p of as few", "p van zo weinig"}, SAMEN__SHOW_PLAIN},
    {"p_more", {"p of as many", "p van zo veel"}, SAMEN__SHOW_PLAIN},
    {"pairs", {"Tied pairs", "Verbonden paren"}, SAMEN__SHOW_PLAIN},
    {"partner_group", {"With group", "Met groep"}, SAMEN__SHOW_PLAIN},
    {"partners", {"Partners", "Partners"}, SAMEN__SHOW_PLAIN},
    {"partnership", {"Partnership", "Samenwerkingsverband"}, SAMEN__SHOW_PARTNERSHIP},
    {"partnerships", {"Partnerships", "Samenwerkingsverbanden"}, SAMEN__SHOW_PLAIN},
    {"possible", {"Possible ties", "Mogelijke banden"}, SAMEN__SHOW_PLAIN},
    {"rank", {"Rank", "Rang"}, SAMEN__SHOW_PLAIN},
    {"records", {"Records", "Vermeldingen"}, SAMEN__SHOW_PLAIN},
    {"redundancy", {"Redundancy", "Overlapping"}, SAMEN__SHOW_PLAIN},
    {"representative", {"Representative", "Vertegenwoordiger"}, SAMEN__SHOW_PLAIN},
    {"role", {"Role", "Rol"}, SAMEN__SHOW_WORD},
    {"share", {"Share", "Aandeel"}, SAMEN__SHOW_SHARE},
    {"share_of_organisations",
     {"Share of organisations", "Aandeel van de organisaties"},
     SAMEN__SHOW_SHARE},
    {"share_of_pairs", {"Share of pairs", "Aandeel van de paren"}, SAMEN__SHOW_SHARE},
    {"share_of_partnerships",
     {"Share of partnerships", "Aandeel van de samenwerkingsverbanden"},
     SAMEN__SHOW_SHARE},
    {"share_of_ties", {"Share of ties", "Aandeel van de banden"}, SAMEN__SHOW_SHARE},
    {"share_of_weight", {"Share of weight", "Aandeel van het gewicht"}, SAMEN__SHOW_SHARE},
    {"smallest", {"Smallest", "Kleinste"}, SAMEN__SHOW_PLAIN},
    {"stability", {"Stability", "Stabiliteit"}, SAMEN__SHOW_PLAIN},
    {"start", {"From", "Van"}, SAMEN__SHOW_PLAIN},
    {"std_dev", {"Standard deviation", "Standaardafwijking"}, SAMEN__SHOW_PLAIN},
    {"std_error", {"Standard error", "Standaardfout"}, SAMEN__SHOW_BOUND},
    {"std_error_jackknife",
     {"Standard error (jackknife)", "Standaardfout (jackknife)"},
     SAMEN__SHOW_PLAIN},
    {"strength", {"Weight", "Gewicht"}, SAMEN__SHOW_PLAIN},
    {"strong_component", {"Strong component", "Sterke component"}, SAMEN__SHOW_PLAIN},
    {"strong_components", {"Strong components", "Sterke componenten"}, SAMEN__SHOW_PLAIN},
    {"sure", {"Surely among the largest", "Zeker bij de grootste"}, SAMEN__SHOW_PLAIN},
    {"ties", {"Ties", "Banden"}, SAMEN__SHOW_PLAIN},
    {"to", {"To", "Naar"}, SAMEN__SHOW_ORGANISATION},
    {"total", {"All roles", "Alle rollen"}, SAMEN__SHOW_PLAIN},
    {"upper", {"Interval to", "Interval tot"}, SAMEN__SHOW_BOUND},
    {"value", {"Value", "Waarde"}, SAMEN__SHOW_PLAIN},
    {"valued_density", {"Mean weight", "Gemiddeld gewicht"}, SAMEN__SHOW_PLAIN},
    {"wave", {"Period", "Periode"}, SAMEN__SHOW_PLAIN},
    {"weight", {"Weight", "Gewicht"}, SAMEN__SHOW_PLAIN},
    {"wilson_lower", {"Wilson interval from", "Wilson-interval van"}, SAMEN__SHOW_SHARE},
    {"wilson_upper", {"Wilson interval to", "Wilson-interval tot"}, SAMEN__SHOW_SHARE},
    {"z", {"z", "z"}, SAMEN__SHOW_PLAIN},
};

static const heading *find(const char *column) {
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++) {
        if (strcmp(headings[i].column, column) == 0)
            return &headings[i];
    }
    return NULL;
}

int samen__heading_is_known(const char *column) {
    return find(column) != NULL;
}

samen__showing samen__heading_showing(const char *column) {
    const heading *h = find(column);
    return h ? h->showing : SAMEN__SHOW_PLAIN;
}

void samen__heading_add(samen__text *text, uint32_t language, const char *column) {
    const heading *h = find(column);
    if (h) {
        samen__text_add_string(text, h->in[language == SAMEN_LANGUAGE_NL]);
        return;
    }
    for (; *column; column++)
        samen__text_add_byte(text, (char)(*column == '_' ? ' ' : *column));
}

typedef struct word {
    const char *key;
    const char *in[2];
} word;

static const char *in_language(const word *words, size_t count, uint32_t language,
                               const char *key) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i].key, key) == 0)
            return words[i].in[language == SAMEN_LANGUAGE_NL];
    }
    return key;
}

const char *samen__cell_word(uint32_t language, const char *key) {
    static const word words[] = {
        {"all", {"all", "alle"}},
        {"both", {"both ways", "beide richtingen"}},
        {"coordinator", {"coordinator", "coördinator"}},
        {"from", {"from", "van"}},
        {"funder", {"funder", "financier"}},
        {"gatekeeper", {"gatekeeper", "poortwachter"}},
        {"itinerant", {"itinerant", "buitenstaander"}},
        {"lead", {"lead", "trekker"}},
        {"liaison", {"liaison", "tussenpersoon"}},
        {"member", {"member", "lid"}},
        {"no", {"no", "nee"}},
        {"pairs", {"tied pairs", "verbonden paren"}},
        {"partnerships", {"partnerships", "samenwerkingsverbanden"}},
        {"representative", {"representative", "vertegenwoordiger"}},
        {"ties", {"ties", "banden"}},
        {"to", {"to", "naar"}},
        {"total", {"all roles", "alle rollen"}},
        {"unknown", {"unknown", "onbekend"}},
        {"weight", {"weight", "gewicht"}},
        {"yes", {"yes", "ja"}},
    };
    return in_language(words, sizeof words / sizeof words[0], language, key);
}
