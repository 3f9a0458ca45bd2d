/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/words.h"

#include <math.h>
#include <string.h>

#include "core/number.h"
#include "samen/typology.h"

static const char *const words[SAMEN__WORDS][2] = {
    [SAMEN__WORD_COLLABORATION] = {"Who works with whom", "Wie werkt met wie samen"},
    [SAMEN__WORD_DATA] = {"Data", "Gegevens"},
    [SAMEN__WORD_ORGANISATION] = {"organisation", "organisatie"},
    [SAMEN__WORD_ORGANISATIONS] = {"organisations", "organisaties"},
    [SAMEN__WORD_TIE] = {"tie", "band"},
    [SAMEN__WORD_TIES] = {"ties", "banden"},
    [SAMEN__WORD_PAIR] = {"pair", "paar"},
    [SAMEN__WORD_PAIRS] = {"pairs", "paren"},
    [SAMEN__WORD_PARTNERSHIP] = {"partnership", "samenwerkingsverband"},
    [SAMEN__WORD_PARTNERSHIPS] = {"partnerships", "samenwerkingsverbanden"},
    [SAMEN__WORD_NOTHING] = {"There is nothing to show in this view.",
                             "In deze keuze is er niets te tonen."},
    [SAMEN__WORD_TO] = {" to ", " tot "},
    [SAMEN__WORD_THE] = {"The ", "De "},
    [SAMEN__WORD_WITH_MOST] = {" with the most ", " met de meeste "},
    [SAMEN__WORD_SHARES] = {"How much of each form", "Hoeveel van elke vorm"},
    [SAMEN__WORD_SHARE_OF_TIES] = {"share of ties", "aandeel van de banden"},
    [SAMEN__WORD_SHARE_OF_WEIGHT] = {"share of weight", "aandeel van het gewicht"},
    [SAMEN__WORD_SHARE_OF_PAIRS] = {"share of tied pairs", "aandeel van de verbonden paren"},
    [SAMEN__WORD_SHARE_OF_PARTNERSHIPS] = {"share of partnerships",
                                           "aandeel van de samenwerkingsverbanden"},
    [SAMEN__WORD_WHOLE] = {"whole network", "hele netwerk"},
    [SAMEN__WORD_ANEW] = {" intervals: organisations drawn anew ", "-intervallen: organisaties "},
    [SAMEN__WORD_ANEW_TIMES] = {" times.\n", " keer opnieuw getrokken.\n"},
    [SAMEN__WORD_WILSON] =
        {" intervals: Wilson's, as if partnerships were independent.\n",
         "-intervallen: die van Wilson, alsof samenwerkingsverbanden onafhankelijk waren.\n"},
    [SAMEN__WORD_NO_INTERVALS] =
        {"No intervals: there are none for parts of a network.\n",
         "Geen intervallen: die zijn er niet voor delen van een netwerk.\n"},
    [SAMEN__WORD_PAIRS_IN_SEVERAL] =
        {"Pairs tied in several forms count in each: shares add up to more than 100 %.\n",
         "Paren met meer dan \xC3\xA9\xC3\xA9n vorm tellen in elke vorm: samen meer dan 100 %.\n"},
    [SAMEN__WORD_SHARED_PAIRS] = {"Forms that share pairs with others have no interval.\n",
                                  "Vormen die paren met andere delen, hebben geen interval.\n"},
    [SAMEN__WORD_COUNTS_FOR_EACH] =
        {"What ties several organisations or groups counts for each of them.\n",
         "Wat meer organisaties of groepen bindt, telt voor elk daarvan.\n"},
    [SAMEN__WORD_WITHOUT_GROUP] = {" without a group: not shown.\n",
                                   " zonder groep: niet getoond.\n"},
    [SAMEN__WORD_NOT_FOUND] = {"Not found: ", "Niet aangetroffen: "},
    [SAMEN__WORD_ROLES] = {"Who stands between whom", "Wie staat tussen wie"},
    [SAMEN__WORD_COORDINATOR] = {"coordinator", "co\xC3\xB6rdinator"},
    [SAMEN__WORD_ITINERANT] = {"itinerant", "buitenstaander"},
    [SAMEN__WORD_REPRESENTATIVE] = {"representative", "vertegenwoordiger"},
    [SAMEN__WORD_GATEKEEPER] = {"gatekeeper", "poortwachter"},
    [SAMEN__WORD_LIAISON] = {"liaison", "tussenpersoon"},
    [SAMEN__WORD_BETWEEN_OWN] = {"between two of its own group", "tussen twee van de eigen groep"},
    [SAMEN__WORD_BETWEEN_OTHER] = {"between two of one other group",
                                   "tussen twee van een andere groep"},
    [SAMEN__WORD_FROM_OWN] = {"from its own group to another",
                              "van de eigen groep naar een andere"},
    [SAMEN__WORD_INTO_OWN] = {"from another group into its own",
                              "van een andere groep naar de eigen"},
    [SAMEN__WORD_BETWEEN_TWO] = {"between two other groups", "tussen twee andere groepen"},
    [SAMEN__WORD_BETWEEN_OWN_AND_OTHER] = {"between its own group and another",
                                           "tussen de eigen groep en een andere"},
    [SAMEN__WORD_OBSERVED] = {"Observed", "Waargenomen"},
    [SAMEN__WORD_OUTSIDE] = {"outside what is expected", "buiten wat verwacht wordt"},
    [SAMEN__WORD_WITHIN] = {"within what is expected", "binnen wat verwacht wordt"},
    [SAMEN__WORD_EXPECTED] = {"Expected", "Verwacht"},
    [SAMEN__WORD_EXPECTED_RANGE] = {"if ties were independent (95 %)",
                                    "bij onafhankelijke banden (95 %)"},
    [SAMEN__WORD_IGNORES_DEGREES] =
        {"The expected range ignores that some have many ties; p, in the title of each mark, does not.\n",
         "Het verwachte bereik ziet voorbij dat sommige veel banden hebben; p, in de titel van elk teken, niet.\n"},
    [SAMEN__WORD_EXPECTED_OF] = {", expected ", ", verwacht "},
    [SAMEN__WORD_P_MORE] = {"; as many or more by shuffled groups: p = ",
                            "; zo veel of meer bij geschudde groepen: p = "},
    [SAMEN__WORD_P_FEWER] = {"; as few or fewer by shuffled groups: p = ",
                             "; zo weinig of minder bij geschudde groepen: p = "},
    [SAMEN__WORD_BROKERAGE] = {"brokerage", "bemiddeling"},
    [SAMEN__WORD_OWN_SCALES] = {"Every role has a scale of its own.\n",
                                "Elke rol heeft een eigen schaal.\n"},
    [SAMEN__WORD_DISTRIBUTION] = {"Distribution: ", "Verdeling: "},
    [SAMEN__WORD_DEGREE] = {"number of ties", "aantal banden"},
    [SAMEN__WORD_IN_DEGREE] = {"ties from others", "banden van anderen"},
    [SAMEN__WORD_OUT_DEGREE] = {"ties to others", "banden naar anderen"},
    [SAMEN__WORD_STRENGTH] = {"weight of ties", "gewicht van de banden"},
    [SAMEN__WORD_IN_STRENGTH] = {"weight of ties from others", "gewicht van banden van anderen"},
    [SAMEN__WORD_OUT_STRENGTH] = {"weight of ties to others", "gewicht van banden naar anderen"},
    [SAMEN__WORD_MEMBERS] = {"number of members", "aantal leden"},
    [SAMEN__WORD_SHARE_WITH_AT_LEAST] = {"share with so much or more",
                                         "aandeel met zo veel of meer"},
    [SAMEN__WORD_LARGEST] = {"largest ", "grootste "},
    [SAMEN__WORD_MEAN] = {"mean ", "gemiddelde "},
    [SAMEN__WORD_MEDIAN] = {"median ", "mediaan "},
    [SAMEN__WORD_AT_LEAST] = {"at least ", "minstens "},
    [SAMEN__WORD_ZEROS] = {" with 0: not on this axis, but counted.\n",
                           " met 0: niet op deze as, wel meegeteld.\n"},
    [SAMEN__WORD_NO_VALUE] = {" without a value: left out.\n", " zonder waarde: weggelaten.\n"},
    [SAMEN__WORD_PARTNER] = {"partner", "partner"},
    [SAMEN__WORD_PARTNERS] = {"partners", "partners"},
    [SAMEN__WORD_FORM] = {"Form", "Vorm"},
    [SAMEN__WORD_WEIGHT] = {"Weight", "Gewicht"},
    [SAMEN__WORD_WEIGHT_OF] = {"weight", "gewicht"},
    [SAMEN__WORD_SIZE] = {"Size", "Grootte"},
    [SAMEN__WORD_NO_GROUP] = {"not known", "niet bekend"},
    [SAMEN__WORD_OTHER_GROUPS] = {"others", "overige"},
    [SAMEN__WORD_OTHER_OR_NONE] = {"others or not known", "overige of niet bekend"},
    [SAMEN__WORD_ANSWER] = {"Response", "Antwoord"},
    [SAMEN__WORD_RESPONDENT] = {"responded", "heeft geantwoord"},
    [SAMEN__WORD_NON_RESPONDENT] = {"did not respond", "heeft niet geantwoord"},
    [SAMEN__WORD_ISOLATES] = {"Without ties in this view", "Zonder banden in deze keuze"},
    [SAMEN__WORD_DIRECTION] = {"Direction", "Richting"},
    [SAMEN__WORD_ONE_WAY] = {"one way", "in \xC3\xA9\xC3\xA9n richting"},
    [SAMEN__WORD_BOTH_WAYS] = {"both ways", "in beide richtingen"},
    [SAMEN__WORD_MOST] = {"Most ", "Meeste "},
    [SAMEN__WORD_DRAWN_OF] = {" of ", " van de "},
    [SAMEN__WORD_STRONGEST_ONLY] =
        {" lines, one for each form of a pair, are drawn: the strongest, and those that hold the rest together.\n",
         " lijnen, een voor elke vorm van een paar, zijn getekend: de sterkste, en die welke de rest bijeenhouden.\n"},
    [SAMEN__WORD_SIMPLIFIED] =
        {"Ties are thin and straight, without direction and weight, because there are so many.\n",
         "Banden zijn dun en recht, zonder richting en gewicht, omdat het er zo veel zijn.\n"},
    [SAMEN__WORD_LABELLED_BY] = {"Labels stand where there is room, beginning with the most ",
                                 "Namen staan waar er plaats is, te beginnen met de meeste "},
    [SAMEN__WORD_OF_ROW] = {"from", "van"},
    [SAMEN__WORD_OF_COLUMN] = {"to", "naar"},
    [SAMEN__WORD_ROWS_AND_COLUMNS] =
        {"Ties go from the organisation of the row to that of the column.\n",
         "Banden gaan van de organisatie van de rij naar die van de kolom.\n"},
    [SAMEN__WORD_UNOBSERVED] = {"did not respond: not known", "heeft niet geantwoord: niet bekend"},
    [SAMEN__WORD_MARKED] = {"did not respond (marks at the side)",
                            "heeft niet geantwoord (streepjes opzij)"},
    [SAMEN__WORD_SILENT] = {"Did not respond: ", "Zonder antwoord: "},
    [SAMEN__WORD_SILENT_TIES] = {". Ties that nobody else reports are missing.\n",
                                 ". Banden die niemand anders meldt, ontbreken.\n"},
    [SAMEN__WORD_DENSITY] = {"Density", "Dichtheid"},
    [SAMEN__WORD_DENSITY_OF] = {"density", "dichtheid"},
    [SAMEN__WORD_DENSEST] = {"Densest: ", "Dichtst: "},
    [SAMEN__WORD_ALIKE] = {"Organisations that have the same ties stand together.\n",
                           "Organisaties die dezelfde banden hebben, staan bij elkaar.\n"},
    [SAMEN__WORD_COMMUNITIES] =
        {"Organisations stand in communities, with many ties inside, the largest first.\n",
         "Organisaties staan in gemeenschappen, met veel banden onderling, de grootste eerst.\n"},
    [SAMEN__WORD_TREE] =
        {"The tree joins who is most alike, by average linkage of Jaccard distances: at 0 all ties are the same, at 1 none.\n",
         "De boom verbindt wie het meest op elkaar lijkt, volgens gemiddelde Jaccard-afstanden: bij 0 zijn alle banden dezelfde, bij 1 geen enkele.\n"},
    [SAMEN__WORD_TREE_TITLE] = {"Dendrogram", "Dendrogram"},
    [SAMEN__WORD_DENSITIES] =
        {"Numbers are densities: the share of possible ties that there are.\n",
         "Getallen zijn dichtheden: welk deel van de mogelijke banden er is.\n"},
    [SAMEN__WORD_SHADED_BLOCKS] =
        {"Blocks are shaded by density, the share of possible ties that there are.\n",
         "Blokken zijn donkerder naarmate er meer van de mogelijke banden zijn.\n"},
    [SAMEN__WORD_PLAIN_CELLS] = {"Cells do not show weight, because they are too small.\n",
                                 "Vakjes tonen geen gewicht, omdat ze te klein zijn.\n"},
    [SAMEN__WORD_BINS] =
        {"The picture has fewer squares than there are pairs: each shows how many of its pairs are tied, whatever the form.\n",
         "De tekening heeft minder vakjes dan er paren zijn: elk toont hoeveel van zijn paren een band hebben, ongeacht de vorm.\n"},
    [SAMEN__WORD_NAMES_LEFT_OUT] = {"Names are left out: cells are too small for them.",
                                    "Namen zijn weggelaten: de vakjes zijn er te klein voor."},
    [SAMEN__WORD_GROUPS_LEFT_OUT] =
        {"The smallest groups are not named: there are too many.",
         "De kleinste groepen staan er zonder naam: het zijn er te veel."},
};

const char *samen__word_in(uint32_t language, samen__word word) {
    return words[word][language == SAMEN_LANGUAGE_NL];
}

const char *samen__language_code(uint32_t language) {
    return language == SAMEN_LANGUAGE_NL ? "nl" : "en";
}

/* Digits before the point in groups of three. */
static void add_grouped(samen__text *text, uint32_t language, const char *digits, int64_t count) {
    char group = language == SAMEN_LANGUAGE_NL ? '.' : ',';
    for (int64_t i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0 && count > 3)
            samen__text_add_byte(text, group);
        samen__text_add_byte(text, digits[i]);
    }
}

void samen__add_count(samen__text *text, uint32_t language, int64_t count) {
    char digits[32];
    samen__text number = samen__text_fixed(digits, sizeof digits);
    samen__text_format(&number, "%ld", (long)count);
    add_grouped(text, language, digits, number.length);
}

/* The number that these digits are, which have a point where there are decimals. */
static void add_digits(samen__text *text, uint32_t language, const char *digits) {
    int64_t sign = digits[0] == '-', whole = (int64_t)strcspn(digits + sign, ".");
    samen__text_add(text, digits, sign);
    add_grouped(text, language, digits + sign, whole);
    if (digits[sign + whole]) {
        samen__text_add_byte(text, language == SAMEN_LANGUAGE_NL ? ',' : '.');
        samen__text_add_string(text, digits + sign + whole + 1);
    }
}

void samen__add_amount(samen__text *text, uint32_t language, double amount) {
    char digits[SAMEN__NUMBER_FIXED_SIZE];
    double size = fabs(amount);
    int32_t decimals = 0;
    while (size > 0 && size < 100 && decimals < 6) {
        size *= 10;
        decimals++;
    }
    int32_t length = samen__number_format_fixed(amount, decimals, digits);
    while (decimals > 0 && (digits[length - 1] == '0' || digits[length - 1] == '.')) {
        int was_point = digits[--length] == '.';
        if (was_point)
            break;
    }
    digits[length] = '\0';
    add_digits(text, language, digits);
}

void samen__add_fixed(samen__text *text, uint32_t language, double amount, int32_t decimals) {
    char digits[SAMEN__NUMBER_FIXED_SIZE];
    samen__number_format_fixed(amount, decimals, digits);
    add_digits(text, language, digits);
}

void samen__add_percent(samen__text *text, uint32_t language, double share) {
    char digits[SAMEN__NUMBER_FIXED_SIZE];
    double percent = 100 * share;
    int is_near = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
    if (percent > 0 && percent < 0.1)
        percent = 0.1;
    if (percent > 99.9 && percent < 100)
        percent = 99.9;
    samen__number_format_fixed(percent, is_near, digits);
    if (share > 0 && share < 0.001)
        samen__text_add_byte(text, '<');
    if (share > 0.999 && share < 1)
        samen__text_add_byte(text, '>');
    if (language == SAMEN_LANGUAGE_NL && is_near)
        *strchr(digits, '.') = ',';
    samen__text_add_string(text, digits);
}

void samen__add_counted(samen__text *text, uint32_t language, int64_t count, samen__word one,
                        samen__word many) {
    samen__add_count(text, language, count);
    samen__text_add_byte(text, ' ');
    samen__text_add_string(text, samen__word_in(language, count == 1 ? one : many));
}
