/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report about who answered, and what is missing for it. */
#include "core/bitset.h"
#include "report/parts.h"
#include "view/view.h"

/* How many organisations of the network answered; returns how many did not. */
static int64_t say_answers(samen__document *d) {
    static const samen__sentence answers = {
        {"{1} of {2} organisations answered ({3} %).",
         "{1} van {2} organisaties hebben geantwoord ({3} %)."}};
    static const samen__sentence unknown = {
        {"Who answered is not recorded (in a survey, a yes/no attribute \"respondent\" of "
         "organisations tells).",
         "Wie geantwoord heeft, is niet vastgelegd (bij een bevraging zegt een ja/nee-kenmerk "
         "\"respondent\" van organisaties dat)."}};
    const samen__column *respondents = samen__view_respondents(d->view);
    int64_t answered = 0, silent = 0;
    for (int64_t i = 0; respondents && i < respondents->rows; i++) {
        int known = !samen__column_is_null(respondents, i);
        int yes = samen__bitset_get(respondents->data, i);
        answered += known && yes;
        silent += known && !yes;
    }
    if (answered + silent == 0) {
        samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &unknown, NULL);
        return 0;
    }
    double share = (double)answered / (double)(answered + silent);
    const samen__value value[] = {samen__say_count(answered), samen__say_count(answered + silent),
                                  samen__say_amount(100 * share)};
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &answers, value);
    return silent;
}

/* Pairs that the view would have under another direction. */
static int64_t count_pairs(samen__document *d, uint32_t direction) {
    samen_view_options options = d->view->options;
    samen_view *view = NULL;
    const samen__pairs *pairs = NULL;
    samen__run run;
    int64_t count = 0;
    options.struct_size = sizeof options;
    options.direction = direction;
    if (samen_view_new(d->view->network, &options, d->run, &view, &d->error) == SAMEN_OK &&
        samen__run_prepare(d->run, 0, &run, &d->error) == SAMEN_OK &&
        samen__view_pairs(view, &run, &pairs, &d->error) == SAMEN_OK)
        count = pairs->pairs;
    samen_view_free(view);
    return count;
}

static void say_both_sides(samen__document *d) {
    static const samen__sentence both_sides = {
        {"Of {1} tied {1?pair|pairs}, {2} {2?is|are} tied from both sides ({3} %){4!; undirected "
         "ties count as such|}.",
         "Van {1} verbonden {1?paar|paren} {2?is|zijn} er {2} van beide kanten verbonden ({3} "
         "%){4!; banden zonder richting tellen als wederzijds|}."}};
    int64_t either = count_pairs(d, SAMEN_DIRECTION_EITHER);
    int64_t both = either > 0 ? count_pairs(d, SAMEN_DIRECTION_BOTH) : 0;
    const samen__value value[] = {samen__say_count(either), samen__say_count(both),
                                  samen__say_percent((double)both / (double)either),
                                  samen__say_count(samen__has_undirected(d))};
    if (either > 0)
        samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &both_sides, value);
}

void samen__part_response(samen__document *d) {
    static const samen__sentence heading = {{"Response", "Respons"}};
    static const samen__sentence above = {
        {"Density of what could be observed, and its bounds: were all that is missing absent, or "
         "there",
         "Dichtheid van wat gezien kon worden, en de grenzen ervan: als alles wat ontbreekt er "
         "niet is, of wel"}};
    samen__document_part(d, SAMEN__PART_RESPONSE, &heading, NULL);
    int64_t silent = say_answers(d);
    if (samen_view_is_directed(d->view))
        say_both_sides(d);
    if (silent > 0)
        samen__document_table(d, samen__document_measure(d, "cohesion.density", "table=response"),
                              "form,ties,observed,density_observed,density_least,density_most",
                              NULL, 0, &above, NULL);
}
