/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a profile about whom an organisation works together with: how many, in which forms, who they are. */
#include <math.h>
#include <string.h>

#include "report/filling.h"
#include "report/parts.h"
#include "report/profile_parts.h"
#include "view/alike.h"

/* ---- How many, in which forms -------------------------------------------------------------------------- */

static void say_hello(const samen__profiled *p) {
    static const samen__sentence hello = {
        {"This page is about you, {1}: with whom you work together, in which forms, and what place "
         "you have among the {2} organisations seen here.",
         "Deze pagina gaat over jullie, {1}: met wie jullie samenwerken, in welke vormen, en welke "
         "plaats jullie hebben tussen de {2} organisaties die hier te zien zijn."}};
    static const samen__sentence silent = {
        {"You did not answer yourselves: what stands here, others reported.",
         "Jullie hebben zelf niet geantwoord: wat hier staat, hebben anderen gemeld."}};
    const samen_view *view = p->d->view;
    const samen__value value[] = {samen__say_text(p->name), samen__say_count(view->organisations)};
    samen__document_say(p->d, SAMEN__BLOCK_PARAGRAPH, &hello, value);
    if (!samen__view_responded(view, samen__view_respondents(view), p->number))
        samen__document_say_more(p->d, &silent, NULL);
}

/* "consultation (4), ad hoc (1)" */
static void list_forms(const samen__profiled *p, const samen_table *forms, samen__text *list) {
    int32_t form = samen_table_find(forms, "form"), partners = samen_table_find(forms, "partners");
    for (int64_t row = 0; row < samen_table_rows(forms); row++) {
        int64_t count = samen_table_get_int64(forms, row, partners, 0);
        if (count == 0)
            continue;
        samen__text_add_string(list, list->length > 0 ? ", " : "");
        samen__text_add_string(list,
                               samen__form_name(p->d, samen_table_get_text(forms, row, form, "")));
        samen__text_add_string(list, " (");
        samen__add_count(list, p->d->language, count);
        samen__text_add_byte(list, ')');
    }
}

static void say_forms(const samen__profiled *p, const samen_table *forms) {
    static const samen__sentence sentence = {
        {"By form: {1}; who works together with you in several forms counts in each.",
         "Per vorm: {1}; wie in meer vormen met jullie samenwerkt, telt bij elke vorm mee."}};
    samen__text list = samen__text_growing();
    list_forms(p, forms, &list);
    if (list.failed)
        samen__fail_memory(&p->d->error);
    const samen__value value[] = {samen__say_text(list.bytes)};
    samen__document_say_more(p->d, &sentence, value);
    samen__text_free(&list);
}

/* Each form that occurs in the view: form, partners, median_of_others. */
static const samen_table *make_forms(const samen__profiled *p) {
    static const samen__fill_column columns[] = {{"form", SAMEN_COLUMN_TEXT},
                                                 {"partners", SAMEN_COLUMN_INT64},
                                                 {"median_of_others", SAMEN_COLUMN_FLOAT64},
                                                 {NULL, 0}};
    const samen_table *all = samen__document_measure(p->d, "centrality.degree", "table=form");
    int32_t of = samen_table_find(all, "organisation"), form = samen_table_find(all, "form");
    int32_t partners = samen_table_find(all, "partners");
    int64_t first = -1, count = 0;
    samen_table *made = NULL;
    /* The rows of an organisation stand together, all its forms together first. */
    for (int64_t row = 0; row < samen_table_rows(all); row++) {
        if (strcmp(samen_table_get_text(all, row, of, ""), p->key) != 0)
            continue;
        first = first < 0 ? row : first;
        count++;
    }
    samen__filling rows = samen__filling_start(count > 0 ? count - 1 : 0, columns, &p->d->error);
    for (int64_t row = first + 1; row < first + count; row++) {
        const char *key = samen_table_get_text(all, row, form, "");
        samen__fill_text(&rows, key);
        samen__fill_count(&rows, samen_table_get_int64(all, row, partners, 0));
        samen__fill_number(&rows, samen__median_of_others(p, all, "partners", "form", key));
    }
    return samen__filling_take(&rows, &made) == SAMEN_OK
               ? samen__document_keep(p->d, "profile.forms.csv", made)
               : NULL;
}

static void say_group(const samen__profiled *p) {
    static const samen__sentence sentence = {
        {"Your group ({1}) is {2}; {3} of your partners {3?is|are} in it too.",
         "Jullie groep ({1}) is {2}; {3} van jullie partners {3?hoort|horen} er ook bij."}};
    int32_t own = p->groups.of ? p->groups.of[p->number] : -1;
    int64_t alike = 0;
    for (int64_t i = 0; i < p->partners; i++)
        alike += own >= 0 && p->groups.of[p->partner[i]] == own;
    const samen__value value[] = {samen__say_text(p->d->group),
                                  samen__say_text(own >= 0 ? p->groups.label[own] : NULL),
                                  samen__say_count(alike)};
    if (own >= 0)
        samen__document_say(p->d, SAMEN__BLOCK_PARAGRAPH, &sentence, value);
}

void samen__profile_headline(const samen__profiled *p) {
    static const samen__sentence heading = {{"Profile of {1}", "Profiel van {1}"}};
    static const samen__sentence partners = {
        {"You work together with {1} {1?organisation|organisations} seen here; half of the others "
         "work together with {2} or fewer.",
         "Jullie werken samen met {1} {1?organisatie|organisaties} die hier te zien "
         "{1?is|zijn}; de helft van de andere werkt met {2} of minder samen."}};
    static const samen__sentence nobody = {
        {"No ties of yours are seen here; half of the other organisations work together with {2} or "
         "fewer.",
         "Van jullie zijn hier geen banden te zien; de helft van de andere organisaties werkt met "
         "{2} of minder samen."}};
    const samen_table *degree = samen__document_measure(p->d, "centrality.degree", "%s", "");
    const samen_table *forms = degree ? make_forms(p) : NULL;
    const samen__value name[] = {samen__say_text(p->name)};
    if (!forms)
        return;
    double median = samen__median_of_others(p, degree, "partners", NULL, NULL);
    const samen__value value[] = {samen__say_count(p->partners),
                                  samen__say_amount(isnan(median) ? 0 : median)};
    samen__document_part(p->d, SAMEN__PART_HEADLINE, &heading, name);
    say_hello(p);
    samen__document_say(p->d, SAMEN__BLOCK_LEAD, p->partners > 0 ? &partners : &nobody, value);
    if (p->partners > 0 && samen_table_rows(forms) > 1)
        say_forms(p, forms);
    say_group(p);
}

/* ---- Who they are -------------------------------------------------------------------------------------- */

/* The keys of the forms of a pair, parted by commas. */
static void list_keys(const samen_typology *typology, uint64_t forms, samen__text *keys) {
    keys->length = 0;
    for (int32_t form = 0; form < typology->count; form++) {
        if (!(forms >> form & 1))
            continue;
        samen__text_add_string(keys, keys->length > 0 ? "," : "");
        samen__text_add_string(keys, typology->form[form].key);
    }
}

/* Which way the ties of a pair go, seen from the one. */
static const char *direction_of(const samen_view *view, int to, int from) {
    if (!view->directed)
        return NULL;
    return to && from ? "both" : to ? "to" : "from";
}

static void add_partner(const samen__profiled *p, const samen__pair *pair, samen__text *keys,
                        samen__filling *rows) {
    const samen_view *view = p->d->view;
    int is_low = pair->low == p->number;
    int32_t partner = is_low ? pair->high : pair->low;
    double to = is_low ? pair->forward : pair->backward,
           from = is_low ? pair->backward : pair->forward;
    int32_t group = p->groups.of ? p->groups.of[partner] : -1;
    list_keys(view->network->typology, pair->forward_forms | pair->backward_forms, keys);
    samen__fill_text(rows, samen_view_key(view, partner));
    samen__fill_text(rows, samen__name_of(view, partner));
    samen__fill_text(rows, group >= 0 ? p->groups.label[group] : NULL);
    samen__fill_text(rows, keys->bytes);
    samen__fill_number(rows, fmax(to, from));
    samen__fill_text(rows, direction_of(view, to > 0, from > 0));
}

/* organisation, name, group, forms, weight (the larger of both ways), direction (to, from, both; empty in an undirected
 * view) */
static const samen_table *make_partners(const samen__profiled *p) {
    static const samen__fill_column columns[] = {{"organisation", SAMEN_COLUMN_TEXT},
                                                 {"name", SAMEN_COLUMN_TEXT},
                                                 {"group", SAMEN_COLUMN_TEXT},
                                                 {"forms", SAMEN_COLUMN_TEXT},
                                                 {"weight", SAMEN_COLUMN_FLOAT64},
                                                 {"direction", SAMEN_COLUMN_TEXT},
                                                 {NULL, 0}};
    samen__document *d = p->d;
    const samen__pairs *pairs = NULL;
    samen_table *made = NULL;
    samen__run run;
    samen__pair pair;
    samen__text keys = samen__text_growing();
    samen__filling rows = samen__filling_start(p->partners, columns, &d->error);
    if (rows.status == SAMEN_OK)
        rows.status = samen__run_prepare(d->run, 0, &run, &d->error);
    if (rows.status == SAMEN_OK)
        rows.status = samen__view_pairs(d->view, &run, &pairs, &d->error);
    for (samen__walk w = {0}; rows.status == SAMEN_OK && samen__next_pair(pairs, &w, &pair);) {
        if (pair.low == p->number || pair.high == p->number)
            add_partner(p, &pair, &keys, &rows);
    }
    if (keys.failed && rows.status == SAMEN_OK)
        rows.status = samen__fail_memory(&d->error);
    samen__text_free(&keys);
    return samen__filling_take(&rows, &made) == SAMEN_OK
               ? samen__document_keep(d, "profile.partners.csv", made)
               : NULL;
}

/* What the view makes on first use, so that nothing is left to be made when the report is written out. */
static samen_status make_whole(const samen_view *view, const samen_run *given, samen_error *err) {
    const samen__pairs *pairs = NULL;
    const samen__rows *out = NULL, *in = NULL;
    samen__run run;
    samen_status status = samen__run_prepare(given, 0, &run, err);
    if (status == SAMEN_OK)
        status = samen__view_pairs(view, &run, &pairs, err);
    return status == SAMEN_OK ? samen__view_rows(view, &run, &out, &in, err) : status;
}

/* The organisation and its partners, and all ties among them. */
static void draw(const samen__profiled *p) {
    static const samen__sentence above = {{"You and your partners, with the ties among them",
                                           "Jullie en jullie partners, met de banden tussen hen"}};
    samen__document *d = p->d;
    samen_view *around = NULL;
    samen__text options = {.raw = 1};
    int64_t count = p->partners + 1;
    int32_t *all = samen__new_raw(count, sizeof *all, &d->error);
    if (!all)
        return;
    if (p->partners > 0)
        memcpy(all, p->partner, (size_t)p->partners * sizeof *all);
    all[p->partners] = p->number;
    samen__text_format(&options, "labels=all%s%s", d->group ? "; " : "", d->group_option);
    if (options.failed)
        samen__fail_memory(&d->error);
    else if (samen__view_some(d->view, all, count, d->run, &around, &d->error) == SAMEN_OK &&
             make_whole(around, d->run, &d->error) == SAMEN_OK)
        samen__document_picture(d, "sociogram", options.bytes, around, &above, NULL);
    samen_view_free(around);
    samen__text_free(&options);
    samen__delete(all);
}

void samen__profile_partners(const samen__profiled *p) {
    static const samen__sentence heading = {{"With whom", "Met wie"}};
    static const samen__sentence undirected = {
        {"Your partners, from the heaviest tie", "Jullie partners, van de zwaarste band af"}};
    static const samen__sentence directed = {
        {"Your partners, from the heaviest tie (direction: to them, from them, or both)",
         "Jullie partners, van de zwaarste band af (richting: to is naar hen, from is van hen, both "
         "is beide)"}};
    static const samen__sentence forms = {
        {"With how many you work together in each form, and how many half of the others have at "
         "most",
         "Met hoeveel jullie in elke vorm samenwerken, en hoeveel de helft van de andere er hoogstens "
         "heeft"}};
    const samen_table *partners = p->partners > 0 ? make_partners(p) : NULL;
    const samen_table *by_form = samen__document_find(p->d, "profile.forms.csv");
    if (!partners)
        return;
    samen__document_part(p->d, SAMEN__PART_NETWORK, &heading, NULL);
    draw(p);
    samen__document_table(p->d, partners, "organisation,name,group,forms,weight,direction",
                          "weight", 0, p->d->view->directed ? &directed : &undirected, NULL);
    if (samen_table_rows(by_form) > 1)
        samen__document_table(p->d, by_form, "form,partners,median_of_others", NULL, 0, &forms,
                              NULL);
}
