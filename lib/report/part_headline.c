/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headline of a report: which forms there are, and action against consultation, with what the numbers do not
 * mean. */
#include <string.h>

#include "report/parts.h"
#include "view/view.h"

enum { ALL_NAMED = 6, MOST_FREQUENT = 3 }; /* forms: named all, or only the most frequent of more */

/* What shares are of: ties, or partnerships where the network has nothing else. */
typedef struct basis {
    const samen_table *forms;
    const char *name; /* as a column of forms, and as a row of their contrast */
    int by_partnership;
    int64_t total, occurring; /* the forms that occur */
} basis;

static int64_t get_count(const basis *b, int64_t row) {
    return samen_table_get_int64(b->forms, row, samen_table_find(b->forms, b->name), 0);
}

static basis choose_basis(const samen__document *d, const samen_table *forms) {
    int by_partnership =
        d->view->network->records.ties == 0 && samen__document_number(forms, "partnerships", 0) > 0;
    basis b = {.forms = forms,
               .name = by_partnership ? "partnerships" : "ties",
               .by_partnership = by_partnership};
    b.total = get_count(&b, 0);
    for (int64_t row = 1; row < samen_table_rows(forms); row++)
        b.occurring += get_count(&b, row) > 0;
    return b;
}

static const char *get_name(const samen__document *d, const basis *b, int64_t row) {
    return samen__form_name(
        d, samen_table_get_text(b->forms, row, samen_table_find(b->forms, "form"), ""));
}

/* ---- Which forms ----------------------------------------------------------------------------------------- */

/* The row that comes after `last` from the most frequent form to the least; -1 at first. */
static int64_t next_frequent(const basis *b, int64_t last) {
    int64_t best = -1;
    for (int64_t row = 1; row < samen_table_rows(b->forms); row++) {
        int64_t count = get_count(b, row), before = last < 0 ? INT64_MAX : get_count(b, last);
        int comes_after = count < before || (count == before && row > last);
        if (comes_after && (best < 0 || count > get_count(b, best)))
            best = row;
    }
    return best;
}

static void add_form(const samen__document *d, const basis *b, int64_t row, samen__text *list) {
    samen__text_add_string(list, list->length > 0 ? ", " : "");
    samen__text_add_string(list, get_name(d, b, row));
    samen__text_add_string(list, " (");
    samen__add_count(list, d->language, get_count(b, row));
    samen__text_add_byte(list, ')');
}

/* In the order of the typology, or only the most frequent when there are many. */
static void list_forms(const samen__document *d, const basis *b, samen__text *list) {
    int64_t row = -1;
    if (b->occurring > ALL_NAMED) {
        for (int i = 0; i < MOST_FREQUENT; i++) {
            row = next_frequent(b, row);
            add_form(d, b, row, list);
        }
        return;
    }
    for (row = 1; row < samen_table_rows(b->forms); row++) {
        if (get_count(b, row) > 0)
            add_form(d, b, row, list);
    }
}

static void say_several(samen__document *d, const basis *b) {
    static const samen__sentence sentence[2][2] = {
        {{{"Among {1} organisations there are {2} ties of {3} forms: {4}.",
           "Tussen {1} organisaties zijn er {2} banden van {3} vormen: {4}."}},
         {{"Among {1} organisations there are {2} ties of {3} forms, most often {4}.",
           "Tussen {1} organisaties zijn er {2} banden van {3} vormen, het vaakst {4}."}}},
        {{{"Among {1} {1?organisation|organisations} there are {2} partnerships of {3} forms: {4}.",
           "Tussen {1} {1?organisatie|organisaties} zijn er {2} samenwerkingsverbanden van {3} "
           "vormen: {4}."}},
         {{"Among {1} {1?organisation|organisations} there are {2} partnerships of {3} forms, most "
           "often {4}.",
           "Tussen {1} {1?organisatie|organisaties} zijn er {2} samenwerkingsverbanden van {3} "
           "vormen, het vaakst {4}."}}}};
    samen__text list = samen__text_growing();
    list_forms(d, b, &list);
    if (list.failed)
        samen__fail_memory(&d->error);
    const samen__value value[] = {samen__say_count(d->view->organisations),
                                  samen__say_count(b->total), samen__say_count(b->occurring),
                                  samen__say_text(list.bytes)};
    samen__document_say(d, SAMEN__BLOCK_LEAD,
                        &sentence[b->by_partnership][b->occurring > ALL_NAMED], value);
    samen__text_free(&list);
}

/* The forms of the typology "single" are no forms: the data tell none. */
static int are_told(const samen_typology *typology) {
    return typology->count > 1 || strcmp(typology->form[0].key, "collaboration") != 0;
}

static void say_one(samen__document *d, const basis *b) {
    static const samen__sentence told[] = {
        {{"Among {1} organisations there {2?is|are} {2} {2?tie|ties, all} of one form: {3}. No other "
          "form occurs in what is seen.",
          "Tussen {1} organisaties {2?is|zijn} er {2} {2?band|banden, alle} van één vorm: {3}. "
          "Andere vormen komen hier niet voor."}},
        {{"Among {1} {1?organisation|organisations} there {2?is|are} {2} "
          "{2?partnership|partnerships, all} of one form: {3}. No other form occurs in what is "
          "seen.",
          "Tussen {1} {1?organisatie|organisaties} {2?is|zijn} er {2} "
          "{2?samenwerkingsverband|samenwerkingsverbanden, alle} van één vorm: {3}. Andere vormen "
          "komen hier niet voor."}}};
    static const samen__sentence untold[] = {
        {{"Among {1} organisations there {2?is|are} {2} {2?tie|ties}; of which form, the data do "
          "not tell.",
          "Tussen {1} organisaties {2?is|zijn} er {2} {2?band|banden}; van welke vorm, zeggen de "
          "gegevens niet."}},
        {{"Among {1} {1?organisation|organisations} there {2?is|are} {2} "
          "{2?partnership|partnerships}; of which form, the data do not tell.",
          "Tussen {1} {1?organisatie|organisaties} {2?is|zijn} er {2} "
          "{2?samenwerkingsverband|samenwerkingsverbanden}; van welke vorm, zeggen de gegevens "
          "niet."}}};
    const samen__value value[] = {samen__say_count(d->view->organisations),
                                  samen__say_count(b->total),
                                  samen__say_text(get_name(d, b, next_frequent(b, -1)))};
    int is_told = are_told(d->view->network->typology);
    samen__document_say(d, SAMEN__BLOCK_LEAD,
                        is_told ? &told[b->by_partnership] : &untold[b->by_partnership], value);
}

/* ---- How much of the one, how much of the other ---------------------------------------------------------- */

/* A number of the contrast on our basis; -1 where there is none. */
static double get_cell(const samen_table *contrast, const basis *b, const char *column) {
    int32_t bases = samen_table_find(contrast, "basis");
    int64_t row = 0;
    while (strcmp(samen_table_get_text(contrast, row, bases, b->name), b->name) != 0)
        row++;
    return samen_table_get_float64(contrast, row, samen_table_find(contrast, column), -1);
}

/* Which of two is the more frequent, if the interval of the share of the first leaves no doubt. */
static void say_more_frequent(samen__document *d, const char *a, const char *b, double lower,
                              double upper) {
    static const samen__sentence one = {
        {"That interval does not include 50 %: {1} is the more frequent of the two.",
         "Dat interval omvat 50 % niet: {1} komt het vaakst voor van de twee."}};
    static const samen__sentence neither = {
        {"That interval includes 50 %: which of the two is the more frequent is not certain.",
         "Dat interval omvat 50 %: welke van de twee het vaakst voorkomt, is niet zeker."}};
    const samen__value value[] = {samen__say_text(lower > .5 ? a : b)};
    samen__document_say_more(d, lower > .5 || upper < .5 ? &one : &neither, value);
}

static void say_both(samen__document *d, const samen_table *contrast, const basis *b) {
    static const samen__sentence sentence[] = {
        {{"Of the {3} ties of the forms {1} and {2}, {4} % are {1}, with 95 % confidence between "
          "{5} % and {6} %.",
          "Van de {3} banden van de vormen {1} en {2} is {4} % {1}, met 95 % betrouwbaarheid tussen "
          "{5} % en {6} %."}},
        {{"Of the {3} partnerships of the forms {1} and {2}, {4} % are {1}, with 95 % confidence "
          "between {5} % and {6} % if partnerships come about independently of each other.",
          "Van de {3} samenwerkingsverbanden van de vormen {1} en {2} is {4} % {1}, met 95 % "
          "betrouwbaarheid tussen {5} % en {6} % als verbanden los van elkaar ontstaan."}}};
    static const samen__sentence unsure = {
        {"Of the {3} ties of the forms {1} and {2}, {4} % are {1}; the data are too few to say how "
         "sure that is.",
         "Van de {3} banden van de vormen {1} en {2} is {4} % {1}; om te zeggen hoe zeker dat is, "
         "zijn er te weinig gegevens."}};
    double lower = get_cell(contrast, b, b->by_partnership ? "wilson_lower" : "lower");
    double upper = get_cell(contrast, b, b->by_partnership ? "wilson_upper" : "upper");
    double both = get_cell(contrast, b, "a") + get_cell(contrast, b, "b");
    const char *action = samen__form_name(d, "action"),
               *consultation = samen__form_name(d, "consultation");
    const samen__value value[] = {
        samen__say_text(action),         samen__say_text(consultation),
        samen__say_count((int64_t)both), samen__say_percent(get_cell(contrast, b, "estimate")),
        samen__say_percent(lower),       samen__say_percent(upper)};
    samen__document_say_more(d, lower < 0 ? &unsure : &sentence[b->by_partnership], value);
    if (lower >= 0)
        say_more_frequent(d, action, consultation, lower, upper);
}

/* Where the two are not there to be compared: how much the most frequent form makes of all ties. */
static void say_largest(samen__document *d, const basis *b) {
    static const samen__sentence sure = {
        {"The most frequent form, {1}, makes {2} % of the ties, with 95 % confidence between {3} % "
         "and {4} %.",
         "De vorm die het vaakst voorkomt, {1}, is goed voor {2} % van de banden, met 95 % "
         "betrouwbaarheid tussen {3} % en {4} %."}};
    const samen_table *intervals = b->by_partnership ? NULL : samen__form_intervals(d);
    samen_table *sorted = NULL;
    if (!intervals || samen_table_sort(intervals, "share", 1, 1, &sorted, &d->error) != SAMEN_OK)
        return;
    const char *form = samen_table_get_text(sorted, 0, samen_table_find(sorted, "form"), "");
    const samen__value value[] = {samen__say_text(samen__form_name(d, form)),
                                  samen__say_percent(samen__document_number(sorted, "share", 0)),
                                  samen__say_percent(samen__document_number(sorted, "lower", -1)),
                                  samen__say_percent(samen__document_number(sorted, "upper", -1))};
    if (value[2].amount >= 0)
        samen__document_say_more(d, &sure, value);
    samen_table_free(sorted);
}

/* Of action and consultation one may be missing, or both. */
static void say_contrast(samen__document *d, const basis *b) {
    static const samen__sentence none = {
        {"Of {1} and {2} neither occurs.", "Van {1} en {2} komt geen van beide voor."}};
    static const samen__sentence only = {
        {"Of {1} and {2} only {3} occurs.", "Van {1} en {2} komt alleen {3} voor."}};
    const samen_table *contrast = samen__document_measure(d, "composition.contrast", "%s", "");
    if (!contrast)
        return;
    const char *action = samen__form_name(d, "action"),
               *consultation = samen__form_name(d, "consultation");
    double has_action = get_cell(contrast, b, "a"), has_consultation = get_cell(contrast, b, "b");
    const samen__value value[] = {samen__say_text(action), samen__say_text(consultation),
                                  samen__say_text(has_action > 0 ? action : consultation)};
    if (has_action > 0 && has_consultation > 0) {
        say_both(d, contrast, b);
        return;
    }
    samen__document_say_more(d, has_action > 0 || has_consultation > 0 ? &only : &none, value);
    say_largest(d, b);
}

/* ---- The part -------------------------------------------------------------------------------------------- */

static void say_forms(samen__document *d, const basis *b) {
    static const samen__sentence meaning = {
        {"A share says how often a form occurs, not how well it works: each form is right for its "
         "purpose.",
         "Een aandeel zegt hoe vaak een vorm voorkomt, niet hoe goed die werkt: elke vorm is juist "
         "voor haar doel."}};
    const samen_typology *typology = d->view->network->typology;
    if (b->occurring == 1) {
        say_one(d, b);
        return;
    }
    say_several(d, b);
    if (samen_typology_find(typology, "action") >= 0 &&
        samen_typology_find(typology, "consultation") >= 0)
        say_contrast(d, b);
    else
        say_largest(d, b);
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &meaning, NULL);
}

void samen__part_headline(samen__document *d) {
    static const samen__sentence heading = {{"In short", "In het kort"}};
    static const samen__sentence nobody = {
        {"No organisation is seen here.", "Er is hier geen enkele organisatie te zien."}};
    static const samen__sentence nothing = {
        {"{1} {1?organisation is|organisations are} seen here, without ties: there is nothing to "
         "say on forms.",
         "Er {1?is|zijn} hier {1} {1?organisatie|organisaties} te zien, zonder banden: over vormen "
         "valt niets te zeggen."}};
    const samen_table *forms = samen__document_measure(d, "composition.forms", "%s", "");
    const samen__value organisations[] = {samen__say_count(d->view->organisations)};
    if (!forms)
        return;
    const basis b = choose_basis(d, forms);
    samen__document_part(d, SAMEN__PART_HEADLINE, &heading, NULL);
    if (d->view->organisations == 0)
        samen__document_say(d, SAMEN__BLOCK_LEAD, &nobody, NULL);
    else if (b.total == 0)
        samen__document_say(d, SAMEN__BLOCK_LEAD, &nothing, organisations);
    else
        say_forms(d, &b);
}
