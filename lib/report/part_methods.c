/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report about how its numbers were made: what each measure is and where it comes from, once, with the
 * options that were used; seed, view and versions; how to cite. */
#include <string.h>

#include "measures/registry.h"
#include "report/parts.h"
#include "report/registry_words.h"

static const char *measure_of(const samen__result *result) {
    const char *measure = samen_table_provenance(result->table, "measure");
    return measure ? measure : "";
}

/* "draws 1000, level 0.95" into a text: all options of a result but which of the tables it is. */
static void add_options(const samen_table *table, samen__text *text) {
    static const char prefix[] = "option.";
    text->length = 0;
    for (int32_t i = 0; i < samen_table_provenances(table); i++) {
        const char *key = samen_table_provenance_key(table, i);
        const char *value = samen_table_provenance_value(table, i);
        if (strncmp(key, prefix, strlen(prefix)) != 0 || !*value ||
            strcmp(key + strlen(prefix), "table") == 0)
            continue;
        samen__text_add_string(text, text->length > 0 ? ", " : "");
        samen__text_format(text, "%s %s", key + strlen(prefix), value);
    }
}

/* The options of all results of a measure, parted by semicolons; what was said with more options is not said again. To
 * be deleted. */
static char *list_options(samen__document *d, const char *measure) {
    samen__text all = samen__text_growing(), one = samen__text_growing();
    char *options = NULL;
    for (int64_t i = 0; i < d->results; i++) {
        if (strcmp(measure_of(&d->result[i]), measure) != 0)
            continue;
        add_options(d->result[i].table, &one);
        if (one.length == 0 || (all.length > 0 && strstr(all.bytes, one.bytes)))
            continue;
        samen__text_add_string(&all, all.length > 0 ? "; " : "");
        samen__text_add(&all, one.bytes, one.length);
    }
    all.failed |= one.failed;
    samen__text_free(&one);
    samen__text_take(&all, &options, NULL, &d->error);
    return options;
}

static void say_measure(samen__document *d, const samen__measure *measure) {
    static const samen__sentence term = {{"{1} ({2})", "{1} ({2})"}};
    static const samen__sentence meaning = {
        {"{3} {4!Options: |}{4}{4!. |}After: {5}.", "{3} {4!Opties: |}{4}{4!. |}Naar: {5}."}};
    char *options = list_options(d, measure->name);
    if (!options)
        return;
    samen__value value[] = {
        samen__say_text(samen__measure_title_in(d->language, measure)),
        samen__say_text(measure->name),
        samen__say_text(samen__measure_summary_in(d->language, measure)),
        samen__say_text(options),
        samen__say_text(measure->source),
    };
    samen__document_term_of(d, &term, &meaning, value);
    samen__delete(options);
}

static int is_used(const samen__document *d, const samen__measure *measure) {
    for (int64_t i = 0; i < d->results; i++) {
        if (strcmp(measure_of(&d->result[i]), measure->name) == 0)
            return 1;
    }
    return 0;
}

/* An entry of the provenance of the first result that has it. */
static const char *entry_of(const samen__document *d, const char *key) {
    for (int64_t i = 0; i < d->results; i++) {
        const char *value = samen_table_provenance(d->result[i].table, key);
        if (value)
            return value;
    }
    return "";
}

/* What the view chooses, its options without a value left out; to be deleted. */
static char *describe_view(samen__document *d, const char *choice) {
    samen__text text = samen__text_growing();
    char *seen = NULL;
    while (*choice) {
        int64_t length = (int64_t)strcspn(choice, ";");
        if (length > 0 && choice[length - 1] != '=') {
            samen__text_add_string(&text, text.length > 0 ? "; " : "");
            samen__text_add(&text, choice, length);
        }
        choice += length;
        choice += strspn(choice, "; ");
    }
    samen__text_take(&text, &seen, NULL, &d->error);
    return seen;
}

static void say_settings(samen__document *d) {
    static const samen__sentence computed = {
        {"Computed by samen {1} with igraph {2} and seed {3}. The same data, options and seed give "
         "the same numbers on any number of processors.",
         "Berekend door samen {1} met igraph {2} en startgetal {3}. Dezelfde gegevens, opties en "
         "hetzelfde startgetal geven dezelfde cijfers, op om het even hoeveel processoren."}};
    static const samen__sentence view = {
        {"What was seen, as options of a view: {4}.", "Wat bekeken is, als opties: {4}."}};
    static const samen__sentence citing = {
        {"To cite this: samen {1}, measures of collaboration between organisations; igraph {2} "
         "(Csárdi and Nepusz 2006, InterJournal Complex Systems 1695); seed {3}; and for each "
         "measure the source that is named with it.",
         "Verwijzen kan zo: samen {1}, maten van samenwerking tussen organisaties; igraph {2} "
         "(Csárdi en Nepusz 2006, InterJournal Complex Systems 1695); startgetal {3}; en voor elke "
         "maat de bron die erbij staat."}};
    char *seen = describe_view(d, entry_of(d, "view"));
    if (!seen)
        return;
    samen__value value[] = {samen__say_text(entry_of(d, "samen")),
                            samen__say_text(entry_of(d, "igraph")),
                            samen__say_text(entry_of(d, "seed")), samen__say_text(seen)};
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &computed, value);
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &view, value);
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &citing, value);
    samen__delete(seen);
}

void samen__part_methods(samen__document *d) {
    static const samen__sentence heading = {{"Methods and sources", "Methoden en bronnen"}};
    if (!samen__document_is_fine(d) || !*entry_of(d, "measure"))
        return;
    samen__document_part(d, SAMEN__PART_METHODS, &heading, NULL);
    for (int32_t i = 0; samen__registry[i] && samen__document_is_fine(d); i++) {
        if (is_used(d, samen__registry[i]))
            say_measure(d, samen__registry[i]);
    }
    if (samen__document_is_fine(d))
        say_settings(d);
}
