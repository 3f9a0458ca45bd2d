/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report about forms: how much of each, how sure that is, action against consultation. */
#include "report/parts.h"
#include "view/view.h"

/* A single form needs no table. */
static void say_one_form(samen__document *d, const samen_table *forms) {
    static const samen__sentence of_ties = {
        {"There is one form, {1}: {2} {2?tie|ties} between {3} {3?pair|pairs} of organisations, of "
         "weight {4} in all.",
         "Er is één vorm, {1}: {2} {2?band|banden} tussen {3} {3?paar|paren} van organisaties, met "
         "een gewicht van {4} samen."}};
    static const samen__sentence of_partnerships = {
        {"There is one form, {1}: {2} {2?partnership|partnerships}, which tie {3} {3?pair|pairs} "
         "of organisations, of weight {4} in all.",
         "Er is één vorm, {1}: {2} {2?samenwerkingsverband|samenwerkingsverbanden}, die {3} "
         "{3?paar|paren} van organisaties verbinden, met een gewicht van {4} samen."}};
    const char *key = samen_table_get_text(forms, 1, samen_table_find(forms, "form"), "");
    int64_t partnerships = (int64_t)samen__document_number(forms, "partnerships", 0);
    int by_partnership = d->view->network->records.ties == 0 && partnerships > 0;
    int64_t ties = (int64_t)samen__document_number(forms, "ties", 0);
    const samen__value value[] = {
        samen__say_text(samen__form_name(d, key)),
        samen__say_count(by_partnership ? partnerships : ties),
        samen__say_count((int64_t)samen__document_number(forms, "pairs", 0)),
        samen__say_amount(samen__document_number(forms, "weight", 0))};
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, by_partnership ? &of_partnerships : &of_ties,
                        value);
}

static void show_intervals(samen__document *d) {
    static const samen__sentence above = {
        {"Shares of ties, with 95 % intervals (organisations drawn anew)",
         "Aandelen van banden, met 95 %-intervallen (organisaties opnieuw getrokken)"}};
    samen__document_table(d, samen__form_intervals(d), "form,share,lower,upper", NULL, 0, &above,
                          NULL);
}

static void draw_shares(samen__document *d) {
    static const samen__sentence whole = {{"Shares of ties by form, with their intervals",
                                           "Aandelen van banden per vorm, met hun intervallen"}};
    static const samen__sentence by_group = {{"Shares of ties by form in each group ({1})",
                                              "Aandelen van banden per vorm in elke groep ({1})"}};
    const samen__value group[] = {samen__say_text(d->group)};
    samen__text options = {.raw = 1};
    samen__document_picture(d, "shares", "", NULL, &whole, NULL);
    samen__text_format(&options, "by=group; %s", d->group_option);
    if (options.failed)
        samen__fail_memory(&d->error);
    if (d->group) {
        samen__document_picture(d, "shares", options.bytes, NULL, &by_group, group);
        samen__document_numbers(
            d, samen__document_measure(d, "composition.forms", "table=group; %s", d->group_option),
            "group,form,ties,share_of_ties", NULL, 0, &by_group, group);
    }
    samen__text_free(&options);
}

static void show_contrast(samen__document *d) {
    static const samen__sentence above = {
        {"Action (a) against consultation (b): the share of action in the two together",
         "Actie (a) tegenover overleg (b): het aandeel van actie in de twee samen"}};
    static const samen__sentence below = {
        {"The interval to report is the first one: organisations were drawn anew. "
         "Wilson's takes ties to be independent, which they are not.",
         "Het interval om te vermelden is het eerste: organisaties zijn opnieuw "
         "getrokken. Dat van Wilson neemt aan dat banden onafhankelijk van elkaar zijn, wat ze niet "
         "zijn."}};
    const samen_table *contrast = samen__contrast(d);
    if (!contrast)
        return;
    samen__document_table(d, contrast,
                          "basis,a,b,estimate,lower,upper,wilson_lower,wilson_upper,odds", NULL, 0,
                          &above, NULL);
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &below, NULL);
}

static void show_forms(samen__document *d, const samen_table *forms, int has_partnerships) {
    static const samen__sentence counts = {{"How much there is of each", "Hoeveel er van elke is"}};
    static const samen__sentence shares = {
        {"Shares of all ties, of all weight and of all tied pairs",
         "Aandelen van alle banden, van al het gewicht en van alle verbonden paren"}};
    static const samen__sentence shares_too = {
        {"Shares of all ties, of all weight, of all tied pairs and of all partnerships",
         "Aandelen van alle banden, van al het gewicht, van alle verbonden paren en van alle "
         "samenwerkingsverbanden"}};
    samen__document_table(d, forms,
                          has_partnerships ? "form,ties,weight,pairs,partnerships"
                                           : "form,ties,weight,pairs",
                          NULL, 0, &counts, NULL);
    samen__document_table(d, forms,
                          "form,share_of_ties,share_of_weight,share_of_pairs,"
                          "share_of_partnerships",
                          NULL, 0, has_partnerships ? &shares_too : &shares, NULL);
    if (samen__document_number(forms, "ties", 0) > 0) {
        show_intervals(d);
        draw_shares(d);
    }
    show_contrast(d);
}

void samen__part_forms(samen__document *d) {
    static const samen__sentence heading = {{"Forms of collaboration", "Samenwerkingsvormen"}};
    static const samen__sentence projection = {
        {"A partnership of k members is one collaboration, and k(k-1)/2 tied pairs when it is "
         "projected: shares by partnership and by pair answer different questions.",
         "Een samenwerkingsverband van k leden is één samenwerking, en k(k-1)/2 verbonden paren als "
         "het in banden wordt omgezet: aandelen per verband en per paar beantwoorden verschillende "
         "vragen."}};
    const samen_table *forms = samen__document_measure(d, "composition.forms", "%s", "");
    int has_partnerships = samen_network_count(d->view->network, SAMEN_PARTNERSHIPS) > 0;
    if (!forms)
        return;
    samen__document_part(d, SAMEN__PART_FORMS, &heading, NULL);
    if (samen_table_rows(forms) <= 2)
        say_one_form(d, forms);
    else
        show_forms(d, forms, has_partnerships);
    if (has_partnerships)
        samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &projection, NULL);
}
