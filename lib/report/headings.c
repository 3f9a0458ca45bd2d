/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/headings.h"

#include <string.h>

#include "samen/typology.h"

typedef struct heading {
    const char *column;
    const char *in[2]; /* by SAMEN_LANGUAGE_EN, SAMEN_LANGUAGE_NL */
    samen__showing showing;
    const char *measure; /* that means something else by the name; NULL: all others */
} heading;

/* What a measure means by a name stands before what all others mean. */
static const heading headings[] = {
    {"a", {"One side (a)", "Ene kant (a)"}, 0, NULL},
    {"all", {"All", "Alles"}, 0, NULL},
    {"b", {"Other side (b)", "Andere kant (b)"}, 0, NULL},
    {"basis", {"Counted", "Geteld"}, SAMEN__SHOW_WORD, NULL},
    {"betweenness", {"Betweenness", "Tussenpositie"}, 0, NULL},
    {"betweenness_normalised",
     {"Share of possible", "Aandeel van het mogelijke"},
     SAMEN__SHOW_SHARE,
     NULL},
    {"blau", {"Blau", "Blau"}, 0, NULL},
    {"bridges", {"Bridges", "Bruggen"}, 0, NULL},
    {"centralization", {"Centralization", "Centralisatie"}, 0, NULL},
    {"commitment", {"Commitment", "Engagement"}, SAMEN__SHOW_WORD, NULL},
    {"component", {"Component", "Component"}, 0, NULL},
    {"component_size", {"Organisations in it", "Organisaties erin"}, 0, NULL},
    {"components", {"Components", "Componenten"}, 0, NULL},
    {"constraint", {"Constraint", "Beperking"}, 0, NULL},
    {"contact", {"Contact", "Contact"}, SAMEN__SHOW_ORGANISATION, NULL},
    {"contacts", {"Contacts", "Contacten"}, 0, NULL},
    {"coordinator", {"Coordinator", "Coördinator"}, 0, NULL},
    {"count", {"Count", "Aantal"}, 0, NULL},
    {"cutpoint", {"Cut-point", "Breekpunt"}, 0, NULL},
    {"cutpoints", {"Cut-points", "Breekpunten"}, 0, NULL},
    {"degree", {"Ties", "Banden"}, 0, NULL},
    {"degree_normalised",
     {"Share of possible ties", "Aandeel van mogelijke banden"},
     SAMEN__SHOW_SHARE,
     NULL},
    {"density", {"Density", "Dichtheid"}, 0, NULL},
    {"density_least", {"Density at least", "Dichtheid minstens"}, 0, NULL},
    {"density_most", {"Density at most", "Dichtheid hoogstens"}, 0, NULL},
    {"density_observed", {"Density observed", "Waargenomen dichtheid"}, 0, NULL},
    {"difference", {"Difference (a − b) / all", "Verschil (a − b) / alles"}, 0, NULL},
    {"difference_lower", {"Difference from", "Verschil van"}, 0, NULL},
    {"difference_upper", {"Difference to", "Verschil tot"}, 0, NULL},
    {"distance_fragmentation", {"Distance fragmentation", "Afstandsfragmentatie"}, 0, NULL},
    {"draws", {"Draws", "Trekkingen"}, 0, NULL},
    {"effective_size", {"Effective size", "Effectieve grootte"}, 0, NULL},
    {"efficiency", {"Efficiency", "Efficiëntie"}, 0, NULL},
    {"end", {"Until", "Tot"}, 0, NULL},
    {"entropy", {"Entropy", "Entropie"}, 0, NULL},
    {"estimate", {"Share of a", "Aandeel van a"}, SAMEN__SHOW_SHARE, NULL},
    {"expected", {"Expected", "Verwacht"}, 0, NULL},
    {"form", {"Form", "Vorm"}, SAMEN__SHOW_FORM, NULL},
    {"forms", {"Forms", "Vormen"}, 0, NULL},
    {"fragmentation", {"Fragmentation", "Fragmentatie"}, 0, NULL},
    {"from", {"From", "Van"}, SAMEN__SHOW_ORGANISATION, NULL},
    {"gatekeeper", {"Gatekeeper", "Poortwachter"}, 0, NULL},
    {"group", {"Group", "Groep"}, 0, NULL},
    {"hierarchy", {"Hierarchy", "Hiërarchie"}, 0, NULL},
    {"in_centralization", {"Centralization in", "Centralisatie in"}, 0, NULL},
    {"in_degree", {"Ties from others", "Banden van anderen"}, 0, NULL},
    {"in_strength", {"Weight from others", "Gewicht van anderen"}, 0, NULL},
    {"iqv", {"Evenness (IQV)", "Gelijkmatigheid (IQV)"}, 0, NULL},
    {"isolate", {"Isolate", "Geïsoleerd"}, 0, NULL},
    {"isolates", {"Isolates", "Geïsoleerde organisaties"}, 0, NULL},
    {"itinerant", {"Itinerant", "Consultant"}, 0, NULL},
    {"largest_betweenness", {"Largest betweenness", "Grootste tussenpositie"}, 0, NULL},
    {"largest_component", {"Largest component", "Grootste component"}, 0, NULL},
    {"largest_degree", {"Most ties", "Meeste banden"}, 0, NULL},
    {"liaison", {"Liaison", "Liaison"}, 0, NULL},
    {"lower", {"Interval from", "Interval van"}, SAMEN__SHOW_SHARE, "composition.contrast"},
    {"lower", {"Interval from", "Interval van"}, 0, NULL},
    {"mean_betweenness", {"Mean betweenness", "Gemiddelde tussenpositie"}, 0, NULL},
    {"mean_degree", {"Mean ties", "Gemiddeld aantal banden"}, 0, NULL},
    {"name", {"Name", "Naam"}, 0, NULL},
    {"observed", {"Observed", "Waargenomen"}, 0, NULL},
    {"odds", {"a to b", "a tegenover b"}, 0, NULL},
    {"organisation", {"Organisation", "Organisatie"}, SAMEN__SHOW_ORGANISATION, NULL},
    {"organisations", {"Organisations", "Organisaties"}, 0, NULL},
    {"out_centralization", {"Centralization out", "Centralisatie uit"}, 0, NULL},
    {"out_degree", {"Ties to others", "Banden naar anderen"}, 0, NULL},
    {"out_strength", {"Weight to others", "Gewicht naar anderen"}, 0, NULL},
    {"p_fewer", {"p of as few", "p van zo weinig"}, 0, NULL},
    {"p_more", {"p of as many", "p van zo veel"}, 0, NULL},
    {"pairs", {"Tied pairs", "Paren met een band"}, 0, NULL},
    {"partner_group", {"With group", "Met groep"}, 0, NULL},
    {"partners", {"Partners", "Partners"}, 0, NULL},
    {"partnerships", {"Partnerships", "Samenwerkingsverbanden"}, 0, NULL},
    {"possible", {"Possible ties", "Mogelijke banden"}, 0, NULL},
    {"records", {"Records", "Vermeldingen"}, 0, NULL},
    {"redundancy", {"Redundancy", "Overlapping"}, 0, NULL},
    {"representative", {"Representative", "Vertegenwoordiger"}, 0, NULL},
    {"role", {"Role", "Rol"}, SAMEN__SHOW_WORD, NULL},
    {"share", {"Share", "Aandeel"}, SAMEN__SHOW_SHARE, NULL},
    {"share_of_organisations",
     {"Share of organisations", "Aandeel van de organisaties"},
     SAMEN__SHOW_SHARE,
     NULL},
    {"share_of_pairs", {"Share of pairs", "Aandeel van de paren"}, SAMEN__SHOW_SHARE, NULL},
    {"share_of_partnerships",
     {"Share of partnerships", "Aandeel van de samenwerkingsverbanden"},
     SAMEN__SHOW_SHARE,
     NULL},
    {"share_of_ties", {"Share of ties", "Aandeel van de banden"}, SAMEN__SHOW_SHARE, NULL},
    {"share_of_weight", {"Share of weight", "Aandeel van het gewicht"}, SAMEN__SHOW_SHARE, NULL},
    {"start", {"From", "Van"}, 0, NULL},
    {"std_dev", {"Standard deviation", "Standaardafwijking"}, 0, NULL},
    {"std_error", {"Standard error", "Standaardfout"}, SAMEN__SHOW_SHARE, "composition.contrast"},
    {"std_error", {"Standard error", "Standaardfout"}, 0, NULL},
    {"std_error_jackknife", {"Standard error (jackknife)", "Standaardfout (jackknife)"}, 0, NULL},
    {"strength", {"Weight", "Gewicht"}, 0, NULL},
    {"strong_component", {"Strong component", "Sterke component"}, 0, NULL},
    {"strong_components", {"Strong components", "Sterke componenten"}, 0, NULL},
    {"sure", {"Surely among the largest", "Zeker bij de grootste"}, 0, NULL},
    {"ties", {"Ties", "Banden"}, 0, NULL},
    {"to", {"To", "Naar"}, SAMEN__SHOW_ORGANISATION, NULL},
    {"total", {"All roles", "Alle rollen"}, 0, NULL},
    {"upper", {"Interval to", "Interval tot"}, SAMEN__SHOW_SHARE, "composition.contrast"},
    {"upper", {"Interval to", "Interval tot"}, 0, NULL},
    {"valued_density", {"Mean weight", "Gemiddeld gewicht"}, 0, NULL},
    {"weight", {"Weight", "Gewicht"}, 0, NULL},
    {"wilson_lower", {"Wilson interval from", "Wilson-interval van"}, SAMEN__SHOW_SHARE, NULL},
    {"wilson_upper", {"Wilson interval to", "Wilson-interval tot"}, SAMEN__SHOW_SHARE, NULL},
    {"z", {"z", "z"}, 0, NULL},
};

static const heading *find(const char *measure, const char *column) {
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++) {
        const heading *h = &headings[i];
        if (strcmp(h->column, column) == 0 &&
            (!h->measure || (measure && strcmp(h->measure, measure) == 0)))
            return h;
    }
    return NULL;
}

int samen__heading_is_known(const char *column) {
    return find(NULL, column) != NULL;
}

samen__showing samen__heading_showing(const char *measure, const char *column) {
    const heading *h = find(measure, column);
    return h ? h->showing : SAMEN__SHOW_PLAIN;
}

void samen__heading_add(samen__text *text, uint32_t language, const char *measure,
                        const char *column) {
    const heading *h = find(measure, column);
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
        {"coordinator", {"coordinator", "coördinator"}},
        {"gatekeeper", {"gatekeeper", "poortwachter"}},
        {"itinerant", {"itinerant", "consultant"}},
        {"liaison", {"liaison", "liaison"}},
        {"no", {"no", "nee"}},
        {"pairs", {"tied pairs", "paren met een band"}},
        {"partnerships", {"partnerships", "samenwerkingsverbanden"}},
        {"representative", {"representative", "vertegenwoordiger"}},
        {"ties", {"ties", "banden"}},
        {"total", {"all roles", "alle rollen"}},
        {"unknown", {"unknown", "onbekend"}},
        {"weight", {"weight", "gewicht"}},
        {"yes", {"yes", "ja"}},
    };
    return in_language(words, sizeof words / sizeof words[0], language, key);
}
