/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TITLE: what the measure computes, in a sentence.
 *
 * For whoever asks WHAT QUESTION.
 *
 * Choices: what was decided where the definition leaves room, and why; what other tools do differently.
 *
 * Based on: AUTHORS, TITLE, JOURNAL, YEAR (doi ...).
 * Complexity: O(...). */
#include "samen/family.h"

#include "measures/forms.h"
#include "measures/registry.h"

/* Small helpers stand above what uses them. This measure counts how many organisations each one is tied
 * to, and what share of all others that is. */
static samen_status count_partners(const samen__call *call, samen_table *table, samen_error *err) {
    int64_t *partners = samen__table_add_int64(table, "partners", err);
    if (!partners)
        return SAMEN_ERR_MEMORY;
    samen__pair pair;
    for (samen__walk w = {0}; samen__next_pair(call->pairs, &w, &pair);) {
        partners[pair.low]++;
        partners[pair.high]++;
    }
    samen__column *share = samen__table_add(table, "share", SAMEN_COLUMN_FLOAT64, err);
    samen_status status = share ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++)
        status = samen__put_share(share, row, (double)partners[row], (double)table->rows - 1, err);
    return status;
}

/* The options are checked, the pairs are made; notes and provenance are added afterwards. */
static samen_status compute(samen__call *call, samen_table **out, samen_error *err) {
    samen_status status = samen__table_new(call->view->organisations, out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_keys(call->view, 1, *out, err);
    return status == SAMEN_OK ? count_partners(call, *out, err) : status;
}

static const char *const tables[] = {"organisation", NULL};

static const samen__option options[] = {
    SAMEN__TABLE_OPTION(samen_family_measure_options, tables),
};

/* The columns of each table in their order; the last text says when a cell is null. */
static const samen__column_info columns[] = {
    {"organisation", "organisation", SAMEN_COLUMN_TEXT, "key of the organisation", NULL},
    {"organisation", "name", SAMEN_COLUMN_TEXT, "its name", NULL},
    {"organisation", "partners", SAMEN_COLUMN_INT64, "organisations it is tied to", NULL},
    {"organisation", "share", SAMEN_COLUMN_FLOAT64, "of all others", "there are no others"},
};

const samen__measure samen__family_measure = {
    .name = "family.measure",
    .title = "Title",
    .summary = "One sentence for the list of measures.",
    .source = "Author year, doi ...",
    .since = "0.1",
    .tables = tables,
    .column = columns,
    .columns = sizeof columns / sizeof columns[0],
    .options = {.owner = "family.measure",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen_family_measure_options)},
    .compute = compute,
};

samen_status samen_family_measure(const samen_view *view, const samen_family_measure_options *given,
                                  const samen_run *run, samen_table **out, samen_error *err) {
    return samen__measure_call(&samen__family_measure, view, given, run, out, err);
}
