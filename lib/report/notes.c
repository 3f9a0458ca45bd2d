/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/notes.h"

#include <string.h>

#include "view/view.h"

/* In English the note speaks for itself. */
#define DUTCH(words)                                                                               \
    {                                                                                              \
        { NULL, words }                                                                            \
    }

typedef struct note {
    const char *code;
    samen__sentence sentence;
} note;

static const note notes[] = {
    {"non-respondents",
     DUTCH("{1} {1?organisatie heeft|organisaties hebben} niet geantwoord: banden die alleen "
           "{1?deze organisatie had|deze organisaties hadden} kunnen melden, ontbreken, wat niet "
           "betekent dat ze er niet zijn.")},
    {"self-ties", DUTCH("{1} {1?band|banden} van een organisatie met zichzelf {1?telt|tellen} niet "
                        "mee.")},
    {"undated",
     DUTCH("{1} {1?band heeft|banden hebben} geen datum en {1?telt|tellen} in elke periode mee.")},
    {"unconfirmed", DUTCH("{1} {1?paar is|paren zijn} maar door één kant gemeld, in welke vorm dan "
                          "ook, en {1?telt|tellen} niet mee.")},
    {"light", DUTCH("{1} {1?band heeft|banden hebben} een lager gewicht dan gevraagd en "
                    "{1?telt|tellen} niet mee.")},
    {"no-lead",
     DUTCH("{1} {1?samenwerkingsverband heeft|samenwerkingsverbanden hebben} geen trekker en "
           "{1?geeft|geven} geen banden; de optie lead noemt de rol van de trekker.")},
    {"partnerships-left-out",
     DUTCH("{1} {1?samenwerkingsverband geeft|samenwerkingsverbanden geven} hier geen banden; de "
           "optie partnerships (count, newman, binary, star) zet ze om in banden.")},
    {"multiplex",
     DUTCH("{1} {1?paar is|paren zijn} in meer dan één vorm verbonden en {1?telt|tellen} in elk "
           "daarvan mee: de aandelen van paren zijn samen meer dan 1.")},
    {"no-group",
     DUTCH("{1} {1?organisatie heeft|organisaties hebben} geen groep en {1?telt|tellen} in geen "
           "enkele groep mee; bij de rollen tussen groepen blijven ook de banden ervan buiten "
           "beschouwing.")},
    {"between-some",
     DUTCH("Alleen paden tussen de gekozen organisaties tellen mee: {1} {1?paar|paren}.")},
    {"estimated",
     DUTCH("De waarden zijn schattingen uit {1} {1?kortste pad, willekeurig "
           "getrokken|kortste paden, willekeurig getrokken}; lower en upper zeggen tussen welke "
           "grenzen de ware waarden liggen.")},
    {"key", DUTCH("Met deze tabel zijn {1} {1?naam|namen} terug te vinden in het netwerk dat erbij "
                  "hoort; hou ze apart.")},
    {"undefined", DUTCH("{1} {1?cel is|cellen zijn} leeg, omdat de waarde daar niet bepaald is.")},
};

#define PROJECTED "{1} {1?samenwerkingsverband is|samenwerkingsverbanden zijn} in banden omgezet: "

static const samen__sentence projected[] = {
    [SAMEN_PARTNERSHIPS_COUNT] = {{NULL, PROJECTED
                                   "elke twee leden zijn verbonden, met als gewicht het aantal "
                                   "verbanden dat ze delen."}},
    [SAMEN_PARTNERSHIPS_NEWMAN] = {{NULL, PROJECTED
                                    "elke twee leden zijn verbonden, en een verband van k leden "
                                    "voegt 1/(k-1) aan het gewicht toe."}},
    [SAMEN_PARTNERSHIPS_BINARY] = {{NULL,
                                    PROJECTED "elke twee leden zijn verbonden, met gewicht 1."}},
    [SAMEN_PARTNERSHIPS_STAR] = {{NULL, PROJECTED "elk lid is met de trekker verbonden."}},
};

const samen__sentence *samen__note_sentence(const char *code, int32_t project) {
    for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++) {
        if (strcmp(notes[i].code, code) == 0)
            return &notes[i].sentence;
    }
    return strcmp(code, "partnerships-projected") == 0 ? &projected[project] : NULL;
}

void samen__note_say(const samen__document *d, const samen_table *table, int32_t number,
                     samen__text *text) {
    const samen__value count[] = {samen__say_count(samen_table_note_count(table, number))};
    const samen__sentence *sentence =
        d->language == SAMEN_LANGUAGE_EN
            ? NULL
            : samen__note_sentence(samen_table_note_code(table, number), d->view->project);
    if (sentence)
        samen__say(text, d->language, sentence, count);
    else
        samen__text_add_string(text, samen_table_note_text(table, number));
}
