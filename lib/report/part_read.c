/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report about what was read, and what of it is seen. */
#include <string.h>

#include "core/options.h"
#include "report/parts.h"
#include "view/view.h"

enum { MOST_FORMS = 12, LONGEST_CHOICE = 300 };

static void say_counts(samen__document *d) {
    static const samen__sentence counts = {
        {"{1} {1?organisation|organisations}, {2} {2?tie|ties}.",
         "{1} {1?organisatie|organisaties}, {2} {2?band|banden}."}};
    static const samen__sentence with_partnerships = {
        {"{1} {1?organisation|organisations}, {2} {2?tie|ties}, {3} {3?partnership|partnerships} "
         "with {4} {4?membership|memberships}.",
         "{1} {1?organisatie|organisaties}, {2} {2?band|banden}, {3} "
         "{3?samenwerkingsverband|samenwerkingsverbanden} met {4} "
         "{4?lidmaatschap|lidmaatschappen}."}};
    samen__value value[SAMEN__PARTS];
    for (int32_t of = 0; of < SAMEN__PARTS; of++)
        value[of] = samen__say_count(samen_network_count(d->view->network, of));
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH,
                        value[SAMEN_PARTNERSHIPS].count > 0 ? &with_partnerships : &counts, value);
}

static void say_forms(samen__document *d) {
    static const samen__sentence all = {{"{1?Form|Forms}: {2}.", "{1?Vorm|Vormen}: {2}."}};
    static const samen__sentence some = {
        {"Forms: {2} and {3} more.", "Vormen: {2} en nog {3} andere."}};
    const samen_typology *typology = d->view->network->typology;
    samen__text list = samen__text_growing();
    int32_t count = samen_typology_count(typology);
    for (int32_t i = 0; i < count && i < MOST_FORMS; i++) {
        samen__text_add_string(&list, i ? ", " : "");
        samen__text_add_string(&list, samen_typology_name(typology, i, (int32_t)d->language));
    }
    const samen__value value[] = {samen__say_count(count), samen__say_text(list.bytes),
                                  samen__say_count(count - MOST_FORMS)};
    if (list.failed)
        samen__fail_memory(&d->error);
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, count > MOST_FORMS ? &some : &all, value);
    samen__text_free(&list);
}

static int is_chosen(const samen__option *option, const samen_view_options *options) {
    const void *field = (const char *)options + option->offset;
    switch (option->type) {
    case SAMEN__OPTION_YES_NO:
    case SAMEN__OPTION_CHOICE: return *(const uint32_t *)field != 0;
    case SAMEN__OPTION_REAL: return *(const double *)field > 0;
    case SAMEN__OPTION_MASK: return *(const uint64_t *)field != 0;
    case SAMEN__OPTION_LIST:
        return *(const int64_t *)((const char *)options + option->count_offset) > 0;
    default: return *(const char *const *)field != NULL;
    }
}

/* What is seen, in the words of samen_view_make(): a report that is kept must say so. */
static void say_choice(samen__document *d) {
    static const samen__sentence seen = {{"Seen here: {1}.", "Hier gezien: {1}."}};
    const samen_view *view = d->view;
    samen__text choice = samen__text_growing(), shown = samen__text_growing();
    for (int32_t i = 0; i < samen__view_options.count; i++) {
        const samen__option *option = &samen__view_options.option[i];
        if (!is_chosen(option, &view->options))
            continue;
        samen__text_format(&choice, choice.length ? "; %s=" : "%s=", option->name);
        if (option->type == SAMEN__OPTION_MASK)
            samen__typology_show_mask(view->network->typology, view->forms, &choice);
        else
            samen__option_show(option, &view->options, &choice);
    }
    samen__text_add_visible(&shown, choice.bytes, choice.length, LONGEST_CHOICE);
    if (choice.failed || shown.failed)
        samen__fail_memory(&d->error);
    const samen__value value[] = {samen__say_text(shown.bytes)};
    if (choice.length > 0)
        samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &seen, value);
    samen__text_free(&choice);
    samen__text_free(&shown);
}

static void say_seen(samen__document *d) {
    static const samen__sentence some = {{"{1} of the organisations {1?is|are} seen here.",
                                          "{1} van de organisaties {1?is|zijn} hier te zien."}};
    const samen__value value[] = {samen__say_count(samen_view_organisations(d->view))};
    if (value[0].count != samen_network_count(d->view->network, SAMEN_ORGANISATIONS))
        samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &some, value);
}

void samen__part_read(samen__document *d) {
    static const samen__sentence heading = {{"What was read", "Wat er gelezen is"}};
    static const samen__sentence directed = {
        {"The view is directed: a tie from A to B is not one from B to A.",
         "De banden hebben een richting: een band van A naar B is er geen van B naar A."}};
    static const samen__sentence undirected = {
        {"The view is undirected: a tie counts for both organisations alike.",
         "De banden hebben geen richting: een band telt voor beide organisaties evenzeer."}};
    samen__document_part(d, SAMEN__PART_READ, &heading, NULL);
    say_counts(d);
    say_forms(d);
    say_choice(d);
    say_seen(d);
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH,
                        samen_view_is_directed(d->view) ? &directed : &undirected, NULL);
}
