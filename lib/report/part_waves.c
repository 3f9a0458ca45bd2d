/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a report about waves: which there are, and what changed between the first and the last, as far as can be
 * told. */
#include <math.h>
#include <string.h>

#include "report/parts.h"
#include "report/wave_tables.h"
#include "view/view.h"

enum { MOST_ROWS = 48 };

/* An amount with its interval, where it has one. */
typedef struct estimate {
    double amount, lower, upper;
} estimate;

typedef enum verdict { UNKNOWN, OVERLAP, APART } verdict;

static verdict judge(const estimate *before, const estimate *after) {
    if (isnan(before->lower) || isnan(after->lower))
        return UNKNOWN;
    return before->lower <= after->upper && after->lower <= before->upper ? OVERLAP : APART;
}

static estimate get_estimate(const samen_table *table, int64_t row, const char *amount) {
    return (estimate){samen_table_get_float64(table, row, samen_table_find(table, amount), 0),
                      samen_table_get_float64(table, row, samen_table_find(table, "lower"), NAN),
                      samen_table_get_float64(table, row, samen_table_find(table, "upper"), NAN)};
}

/* "13.8 % (0.0 to 31.6)" */
static void add_share(samen__text *text, uint32_t language, const estimate *e) {
    static const samen__sentence sure = {{"{1} %", "{1} %"}};
    static const samen__sentence unsure = {{"{1} % ({2} to {3})", "{1} % ({2} tot {3})"}};
    const samen__value value[] = {samen__say_percent(e->amount), samen__say_percent(e->lower),
                                  samen__say_percent(e->upper)};
    samen__say(text, language, isnan(e->lower) ? &sure : &unsure, value);
}

/* "0.1467 (0.0815 to 0.2247)" */
static void add_decimals(samen__text *text, uint32_t language, const estimate *e) {
    static const samen__sentence sure = {{"{1}", "{1}"}};
    static const samen__sentence unsure = {{"{1} ({2} to {3})", "{1} ({2} tot {3})"}};
    const samen__value value[] = {samen__say_decimals(e->amount), samen__say_decimals(e->lower),
                                  samen__say_decimals(e->upper)};
    samen__say(text, language, isnan(e->lower) ? &sure : &unsure, value);
}

/* ---- What changed -------------------------------------------------------------------------------------- */

/* Two estimates of the same in the first and the last wave. `sentence` has {1} for what it is of, {2} and {3} for the
 * waves, {4} and {5} for the estimates. */
static void say_change(samen__document *d, const samen__waves *waves,
                       const samen__sentence *sentence, const char *of, const estimate *before,
                       const estimate *after,
                       void (*add)(samen__text *, uint32_t, const estimate *)) {
    static const samen__sentence verdicts[] = {
        [OVERLAP] = {{"The intervals overlap, so this may be chance.",
                      "De intervallen overlappen, dus dit kan toeval zijn."}},
        [APART] = {{"The intervals do not overlap.", "De intervallen overlappen niet."}}};
    samen__text first = samen__text_growing(), last = samen__text_growing();
    add(&first, d->language, before);
    add(&last, d->language, after);
    if (first.failed || last.failed)
        samen__fail_memory(&d->error);
    const samen__value value[] = {samen__say_text(of), samen__say_text(waves->wave[0].label),
                                  samen__say_text(waves->wave[waves->count - 1].label),
                                  samen__say_text(first.bytes), samen__say_text(last.bytes)};
    verdict v = judge(before, after);
    samen__document_say(d, SAMEN__BLOCK_ITEM, sentence, value);
    if (v != UNKNOWN)
        samen__document_say_more(d, &verdicts[v], NULL);
    samen__text_free(&first);
    samen__text_free(&last);
}

static void say_contrast(samen__document *d, samen__waves *waves) {
    static const samen__sentence sentence = {
        {"Of action and consultation together, action was {4} in {2} and {5} in {3}.",
         "Van actie en overleg samen was actie {4} in {2} en {5} in {3}."}};
    const samen_table *first = samen__contrast(&waves->wave[0].document);
    const samen_table *last = samen__contrast(&waves->wave[waves->count - 1].document);
    if (!first || !last)
        return;
    estimate before = get_estimate(first, 0, "estimate"), after = get_estimate(last, 0, "estimate");
    if (before.amount >= 0 && after.amount >= 0)
        say_change(d, waves, &sentence, NULL, &before, &after, add_share);
}

/* By how much the share of the form in a row changed from the first wave to the last. */
static double change_of(const samen_table *forms, int64_t row, int64_t last) {
    int32_t share = samen_table_find(forms, "share");
    return samen_table_get_float64(forms, last + row, share, 0) -
           samen_table_get_float64(forms, row, share, 0);
}

static void say_form(samen__document *d, const samen__waves *waves, const samen_table *forms,
                     int64_t row, int64_t last) {
    static const samen__sentence rose = {
        {"Of all forms, the share of {1} in ties rose most: from {4} in {2} to {5} in {3}.",
         "Van alle vormen steeg het aandeel van {1} in de banden het meest: van {4} in {2} naar {5} "
         "in {3}."}};
    static const samen__sentence fell = {
        {"Of all forms, the share of {1} in ties fell most: from {4} in {2} to {5} in {3}.",
         "Van alle vormen daalde het aandeel van {1} in de banden het meest: van {4} in {2} naar "
         "{5} in {3}."}};
    estimate before = get_estimate(forms, row, "share"),
             after = get_estimate(forms, last + row, "share");
    const char *key = samen_table_get_text(forms, row, samen_table_find(forms, "form"), "");
    say_change(d, waves, after.amount > before.amount ? &rose : &fell, samen__form_name(d, key),
               &before, &after, add_share);
}

/* The forms whose shares rose and fell most; the first of several. */
static void say_forms(samen__document *d, const samen__waves *waves, const samen_table *forms) {
    int64_t each = samen_table_rows(forms) / waves->count, last = each * (waves->count - 1);
    int64_t up = 0, down = 0;
    for (int64_t row = 1; row < each; row++) {
        up = change_of(forms, row, last) > change_of(forms, up, last) ? row : up;
        down = change_of(forms, row, last) < change_of(forms, down, last) ? row : down;
    }
    if (each > 1 && change_of(forms, up, last) > 0)
        say_form(d, waves, forms, up, last);
    if (each > 1 && change_of(forms, down, last) < 0)
        say_form(d, waves, forms, down, last);
}

static void say_density(samen__document *d, const samen__waves *waves, const samen_table *each) {
    static const samen__sentence sentence = {
        {"Density, the share of possible ties that exist, was {4} in {2} and {5} in {3}.",
         "De dichtheid, het aandeel van de mogelijke banden dat er is, was {4} in {2} en {5} in "
         "{3}."}};
    estimate before = get_estimate(each, 0, "density"),
             after = get_estimate(each, waves->count - 1, "density");
    say_change(d, waves, &sentence, NULL, &before, &after, add_decimals);
}

static void say_pairs(samen__document *d, const samen_table *pairs) {
    static const samen__sentence sentence = {
        {"Of {1} pairs that were tied in {2} or in {3}, {4} were tied in both ({5} %), {6} only in "
         "{2} and {7} only in {3}.",
         "Van {1} paren die in {2} of in {3} verbonden waren, waren er {4} in beide verbonden ({5} "
         "%), {6} alleen in {2} en {7} alleen in {3}."}};
    for (int64_t row = 0; row < samen_table_rows(pairs); row++) {
        int64_t count[3];
        for (int i = 0; i < 3; i++)
            count[i] = samen_table_get_int64(pairs, row, 2 + i, 0);
        int64_t all = count[0] + count[1] + count[2];
        const samen__value value[] = {samen__say_count(all),
                                      samen__say_text(samen_table_get_text(pairs, row, 0, "")),
                                      samen__say_text(samen_table_get_text(pairs, row, 1, "")),
                                      samen__say_count(count[0]),
                                      samen__say_percent(samen_table_get_float64(pairs, row, 5, 0)),
                                      samen__say_count(count[1]),
                                      samen__say_count(count[2])};
        if (all > 0)
            samen__document_say(d, SAMEN__BLOCK_ITEM, &sentence, value);
    }
}

/* ---- The whole part ------------------------------------------------------------------------------------ */

static void say_waves(samen__document *d, const samen__waves *waves) {
    static const samen__sentence found[] = {
        {{"The {2?tie|ties} fall into {1} periods that do not overlap and are taken here for waves: "
          "{3}. Elsewhere in this report they are seen together.",
          "De {2?band|banden} vallen in {1} periodes die elkaar niet overlappen en hier voor "
          "metingen gelden: {3}. Elders in dit verslag zijn ze samen te zien."}},
        {{"The partnerships fall into {1} periods that do not overlap and are taken here for waves: "
          "{3}. Elsewhere in this report they are seen together.",
          "De samenwerkingsverbanden vallen in {1} periodes die elkaar niet overlappen en hier voor "
          "metingen gelden: {3}. Elders in dit verslag zijn ze samen te zien."}}};
    samen__text list = samen__text_growing();
    int64_t ties = d->view->network->records.ties;
    for (int32_t i = 0; i < waves->count; i++) {
        samen__text_add_string(&list, i ? ", " : "");
        samen__text_add_string(&list, waves->wave[i].label);
    }
    const samen__value value[] = {samen__say_count(waves->count), samen__say_count(ties),
                                  samen__say_text(list.bytes)};
    if (list.failed)
        samen__fail_memory(&d->error);
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &found[ties == 0], value);
    samen__text_free(&list);
}

/* A picture by wave, with further options. */
static void draw(samen__document *d, const samen__waves *waves, const char *kind, const char *more,
                 const samen__sentence *above, const samen__value *value) {
    samen__text options = {.raw = 1};
    samen__text_format(&options, "by=wave%s%s", *more ? "; " : "", more);
    for (int32_t i = 0; i < waves->count; i++)
        samen__text_format(&options, "; waves=%s..%s", waves->wave[i].from, waves->wave[i].to);
    if (options.failed)
        samen__fail_memory(&d->error);
    samen__document_picture(d, kind, options.bytes, NULL, above, value);
    samen__text_free(&options);
}

static void show(samen__document *d, samen__waves *waves, const samen_table *each,
                 const samen_table *forms, const samen_table *pairs) {
    static const samen__sentence above_each = {
        {"Ties, tied pairs and density, with 95 % intervals",
         "Banden, verbonden paren en dichtheid, met 95 %-intervallen"}};
    static const samen__sentence above_forms = {
        {"Shares of ties by wave, with 95 % intervals (organisations drawn anew)",
         "Aandelen van banden per meting, met 95 %-intervallen (organisaties opnieuw getrokken)"}};
    static const samen__sentence shares = {
        {"Shares of ties by wave, as bars with their intervals",
         "Aandelen van banden per meting, als balken met hun intervallen"}};
    static const samen__sentence places = {
        {"Each wave, every organisation in the same place{1! (an undirected tie counts as two)|}",
         "Elke meting, met elke organisatie op dezelfde plaats{1! (een band zonder richting telt "
         "voor twee)|}"}};
    const samen__value doubled[] = {
        samen__say_count(d->view->directed && samen__has_undirected(d))};
    static const samen__sentence caution = {
        {"The same organisations are seen in every wave, so waves are not independent of each "
         "other: intervals that overlap do not show that nothing changed, and intervals that do "
         "not overlap do not show why.",
         "In elke meting zijn dezelfde organisaties te zien. De metingen staan dus niet los van "
         "elkaar: intervallen die overlappen, tonen niet dat er niets veranderde, en intervallen "
         "die niet overlappen, tonen niet waarom."}};
    int64_t rows = samen_table_rows(forms);
    say_waves(d, waves);
    samen__document_table(d, each, "wave,start,end,ties,pairs,density,lower,upper", NULL, 0,
                          &above_each, NULL);
    if (rows > waves->count) {
        draw(d, waves, "shares", "bars=dodged", &shares, NULL);
        samen__document_table(d, forms, "wave,form,ties,share,lower,upper", NULL,
                              rows > MOST_ROWS ? MOST_ROWS : 0, &above_forms, NULL);
    }
    say_contrast(d, waves);
    say_forms(d, waves, forms);
    say_density(d, waves, each);
    say_pairs(d, pairs);
    samen__document_say(d, SAMEN__BLOCK_PARAGRAPH, &caution, NULL);
    draw(d, waves, "multiples", d->group_option, &places, doubled);
}

void samen__part_waves(samen__document *d) {
    static const samen__sentence heading = {
        {"What changed between waves", "Wat er veranderde tussen metingen"}};
    samen__waves waves;
    samen_table *each = NULL, *forms = NULL, *pairs = NULL;
    const samen_table *kept[3] = {NULL};
    samen__waves_find(d->view, &waves);
    if (waves.count == 0)
        return;
    samen__waves_open(d, &waves);
    if (samen__document_is_fine(d) && samen__waves_each(&waves, &each, &d->error) == SAMEN_OK)
        kept[0] = samen__document_keep(d, "waves.csv", each);
    if (kept[0] && samen__waves_forms(&waves, &forms, &d->error) == SAMEN_OK)
        kept[1] = samen__document_keep(d, "waves.forms.csv", forms);
    if (kept[1] && samen__waves_pairs(&waves, &pairs, &d->error) == SAMEN_OK)
        kept[2] = samen__document_keep(d, "waves.pairs.csv", pairs);
    if (kept[2]) {
        samen__document_part(d, SAMEN__PART_WAVES, &heading, NULL);
        show(d, &waves, kept[0], kept[1], kept[2]);
    }
    samen__waves_close(d, &waves);
}
