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

void samen__add_counted(samen__text *text, uint32_t language, int64_t count, samen__word one,
                        samen__word many) {
    samen__add_count(text, language, count);
    samen__text_add_byte(text, ' ');
    samen__text_add_string(text, samen__word_in(language, count == 1 ? one : many));
}
