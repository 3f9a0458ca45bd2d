/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of collaboration: counts, weights, tied pairs, partnerships, and their shares.
 *
 * For whoever asks which forms of collaboration there really are, in the network, at an organisation,
 * in a sector, between two sectors. A share says on which count it stands: a partnership of k members
 * is one collaboration and k(k-1)/2 tied pairs.
 *
 * Choices: a tie is what the view shows as one, so parallel ties of a form count once (`records` has
 * the rows behind them) and an undirected tie counts once in a directed view. Diversity of pairs is
 * over the counts of pairs by form, though pairs may be in several.
 *
 * Based on: B. B. Frey et al., Measuring collaboration among grant partners, American Journal of
 * Evaluation 27(3), 2006 (doi 10.1177/1098214006290356); A. Agresti and B. F. Agresti, Statistical
 * analysis of qualitative variation, Sociological Methodology 9, 1978 (doi 10.2307/270810).
 * Complexity: O(tied pairs in each form + memberships + rows). */
#include "samen/composition.h"

#include "measures/composition/counts.h"
#include "measures/registry.h"

static samen_status note_shared_pairs(const samen__call *call, const samen__tallies *t,
                                      samen_table *table, samen_error *err) {
    int64_t several = 0;
    samen__pair pair;
    for (samen__walk w = {0};
         t->kind == SAMEN__WHOLE && samen__next_pair(call->pairs, &w, &pair);) {
        uint64_t forms = pair.forward_forms | pair.backward_forms;
        several += (forms & (forms - 1)) != 0;
    }
    if (several == 0)
        return SAMEN_OK;
    return samen__table_add_note(
        table, "multiplex", several, err,
        "%ld %s tied in more than one form and %s in each: the shares of pairs add up to more "
        "than 1.",
        (long)several, samen__plural(several, "pair is", "pairs are"),
        samen__plural(several, "counts", "count"));
}

static samen_status by_form(samen__call *call, const samen__tallies *t, samen_table **out,
                            samen_error *err) {
    samen_status status = samen__table_new(t->buckets * t->lines.count, out, err);
    if (status == SAMEN_OK)
        status = samen__add_buckets(call, t, t->lines.count, *out, err);
    if (status == SAMEN_OK)
        status = samen__add_form_column(call->view, &t->lines, *out, err);
    if (status == SAMEN_OK)
        status = samen__add_tallies(t, *out, err);
    if (status == SAMEN_OK && t->groups)
        status = samen__groups_add_note(t->groups, "counted in no group", *out, err);
    if (status == SAMEN_OK)
        status = note_shared_pairs(call, t, *out, err);
    return status;
}

/* ---- The measure ------------------------------------------------------------------------------ */

typedef samen_status (*maker)(samen__call *call, const samen__tallies *t, samen_table **out,
                              samen_error *err);

static const struct {
    samen__buckets kind;
    maker make;
} plans[] = {
    [SAMEN_FORMS_FORM] = {SAMEN__WHOLE, by_form},
    [SAMEN_FORMS_ORGANISATION] = {SAMEN__EACH_ORGANISATION, by_form},
    [SAMEN_FORMS_GROUP] = {SAMEN__EACH_GROUP, by_form},
    [SAMEN_FORMS_GROUP_PAIR] = {SAMEN__EACH_GROUP_PAIR, by_form},
    [SAMEN_FORMS_COMMITMENT] = {SAMEN__WHOLE, samen__by_commitment},
    [SAMEN_FORMS_ORGANISATION_COMMITMENT] = {SAMEN__EACH_ORGANISATION, samen__by_commitment},
    [SAMEN_FORMS_DIVERSITY] = {SAMEN__WHOLE, samen__by_diversity},
    [SAMEN_FORMS_ORGANISATION_DIVERSITY] = {SAMEN__EACH_ORGANISATION, samen__by_diversity},
};

static const char *const tables[] = {"form",       "organisation",
                                     "group",      "group-pair",
                                     "commitment", "organisation-commitment",
                                     "diversity",  "organisation-diversity",
                                     NULL};

static samen_status compute(samen__call *call, samen_table **out, samen_error *err) {
    const samen_composition_forms_options *o = call->options;
    samen__groups groups = {0};
    samen__tallies tallies = {0};
    samen__buckets kind = plans[o->table].kind;
    int grouped = kind == SAMEN__EACH_GROUP || kind == SAMEN__EACH_GROUP_PAIR;
    samen_status status = SAMEN_OK;
    if (grouped)
        status = samen__measure_groups(call, o->group, &groups, err);
    if (status == SAMEN_OK)
        status = samen__tally_make(call, kind, grouped ? &groups : NULL, &tallies, err);
    if (status == SAMEN_OK)
        status = plans[o->table].make(call, &tallies, out, err);
    samen__tally_free(&tallies);
    samen__groups_free(&groups);
    return status;
}

static const samen__option options[] = {
    SAMEN__TABLE_OPTION(samen_composition_forms_options, tables),
    {.name = "group",
     .type = SAMEN__OPTION_TEXT,
     .offset = offsetof(samen_composition_forms_options, group),
     .fallback = "",
     .since = "0.1",
     .help = "the attribute that partitions organisations, for the tables by group"},
};

#define NOTHING "there is nothing to share"
#define TALLY_COLUMNS(table)                                                                       \
    {table, "ties", SAMEN_COLUMN_INT64, "ties of the view", NULL},                                 \
        {table, "records", SAMEN_COLUMN_INT64, "tie rows behind them", NULL},                      \
        {table, "weight", SAMEN_COLUMN_FLOAT64, "their weight", NULL},                             \
        {table, "pairs", SAMEN_COLUMN_INT64, "tied pairs of organisations", NULL},                 \
        {table, "partnerships", SAMEN_COLUMN_INT64, "partnerships, each counted once", NULL},      \
        {table, "share_of_ties", SAMEN_COLUMN_FLOAT64, "of all ties", NOTHING},                    \
        {table, "share_of_weight", SAMEN_COLUMN_FLOAT64, "of all weight", NOTHING},                \
        {table, "share_of_pairs", SAMEN_COLUMN_FLOAT64, "of all tied pairs", NOTHING}, {           \
        table, "share_of_partnerships", SAMEN_COLUMN_FLOAT64, "of all partnerships", NOTHING       \
    }
#define FORM_COLUMN(table)                                                                         \
    { table, "form", SAMEN_COLUMN_TEXT, "key of the form, all for all together", NULL }
#define KEY_COLUMNS(table)                                                                         \
    {table, "organisation", SAMEN_COLUMN_TEXT, "key of the organisation", NULL}, {                 \
        table, "name", SAMEN_COLUMN_TEXT, "its name", NULL                                         \
    }
#define LEVEL_COLUMN(table)                                                                        \
    {                                                                                              \
        table, "commitment", SAMEN_COLUMN_TEXT, "level, all or unknown; a pair has its highest",   \
            NULL                                                                                   \
    }
#define DIVERSITY_COLUMNS(table)                                                                   \
    {table, "basis", SAMEN_COLUMN_TEXT, "what is counted", NULL},                                  \
        {table, "forms", SAMEN_COLUMN_INT64, "forms that occur", NULL},                            \
        {table, "entropy", SAMEN_COLUMN_FLOAT64, "Shannon, natural logarithm", NOTHING},           \
        {table, "blau", SAMEN_COLUMN_FLOAT64, "1 - sum of squared shares", NOTHING}, {             \
        table, "iqv", SAMEN_COLUMN_FLOAT64, "Blau over its maximum",                               \
            "there is nothing to share, or one form only"                                          \
    }

static const samen__column_info columns[] = {
    FORM_COLUMN("form"),
    TALLY_COLUMNS("form"),
    KEY_COLUMNS("organisation"),
    FORM_COLUMN("organisation"),
    TALLY_COLUMNS("organisation"),
    {"group", "group", SAMEN_COLUMN_TEXT, "value of the attribute", NULL},
    FORM_COLUMN("group"),
    TALLY_COLUMNS("group"),
    {"group-pair", "group", SAMEN_COLUMN_TEXT, "the one group", NULL},
    {"group-pair", "partner_group", SAMEN_COLUMN_TEXT, "the other, or the same", NULL},
    FORM_COLUMN("group-pair"),
    TALLY_COLUMNS("group-pair"),
    LEVEL_COLUMN("commitment"),
    TALLY_COLUMNS("commitment"),
    KEY_COLUMNS("organisation-commitment"),
    LEVEL_COLUMN("organisation-commitment"),
    TALLY_COLUMNS("organisation-commitment"),
    DIVERSITY_COLUMNS("diversity"),
    KEY_COLUMNS("organisation-diversity"),
    DIVERSITY_COLUMNS("organisation-diversity"),
};

const samen__measure samen__composition_forms = {
    .name = "composition.forms",
    .title = "Forms of collaboration",
    .summary = "Counts, weights, tied pairs and partnerships by form, with shares and diversity.",
    .source = "Frey et al. 2006, doi 10.1177/1098214006290356; Agresti and Agresti 1978, doi "
              "10.2307/270810",
    .since = "0.1",
    .tables = tables,
    .column = columns,
    .columns = sizeof columns / sizeof columns[0],
    .options = {.owner = "composition.forms",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen_composition_forms_options)},
    .compute = compute,
};

samen_status samen_composition_forms(const samen_view *view,
                                     const samen_composition_forms_options *given,
                                     const samen_run *run, samen_table **out, samen_error *err) {
    return samen__measure_call(&samen__composition_forms, view, given, run, out, err);
}
