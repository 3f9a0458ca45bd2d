/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Density: the share of possible ties that exist, overall, by form, within and between groups.
 *
 * For whoever asks how closely knit a network is, and how sure that is: ties share organisations, so
 * the errors come from leaving out or resampling organisations, not ties.
 *
 * Choices: an isolate is an organisation like any other and makes ties possible. By group,
 * organisations are resampled within their groups, so that sizes stay as they are; the jackknife is for
 * the whole network only. What non-respondents would have said is not counted as absent without
 * saying so: the table `response` gives the density over what was observed, and its bounds.
 *
 * Based on: S. Wasserman and K. Faust, Social Network Analysis (1994), chapter 4
 * (doi 10.1017/CBO9780511815478); T. A. B. Snijders and S. P. Borgatti, Non-parametric standard errors
 * and tests for network statistics, Connections 22(2), 1999.
 * Complexity: O(draws (organisations + ties)). */
#include "samen/cohesion.h"

#include <math.h>

#include "core/memory.h"
#include "kernels/bootstrap.h"
#include "measures/cohesion/blocks.h"
#include "measures/registry.h"

/* ---- Errors --------------------------------------------------------------------------------------- */

/* The jackknife error of one line: organisations left out one by one. */
static double jackknife(const samen__blocks *b, const int64_t *degree, int32_t line) {
    double n = (double)b->organisations, pairs = b->directed ? 1 : 0.5;
    double possible = pairs * (n - 1) * (n - 2), sum = 0, squares = 0;
    /* Whole numbers up to the last step: n times the ties left, less all that are left in all. */
    for (int64_t v = 0; v < b->organisations; v++)
        sum += (double)(b->ties[line] - degree[v * b->count + line]);
    for (int64_t v = 0; v < b->organisations; v++) {
        double gap = n * (double)(b->ties[line] - degree[v * b->count + line]) - sum;
        squares += gap * gap;
    }
    return sqrt((n - 2) / (2 * n) * squares) / (n * possible);
}

static samen_status add_jackknife(const samen__blocks *b, samen_table *table, samen_error *err) {
    samen__column *column =
        samen__table_add(table, "std_error_jackknife", SAMEN_COLUMN_FLOAT64, err);
    const int64_t *start = b->kinds.start;
    int64_t *degree = samen__new(b->organisations * b->count, sizeof *degree, err);
    samen_status status = column && degree ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < b->entries; i++) {
        for (int64_t a = start[b->kind[i]]; a < start[b->kind[i] + 1]; a++) {
            degree[b->one[i] * b->count + b->kinds.addend[a].total]++;
            degree[b->other[i] * b->count + b->kinds.addend[a].total]++;
        }
    }
    for (int32_t line = 0; status == SAMEN_OK && line < b->count; line++) {
        if (b->organisations < 3)
            status = samen__column_set_null(column, line, err);
        else
            ((double *)column->data)[line] = jackknife(b, degree, line);
    }
    samen__delete(degree);
    return status;
}

/* Columns of the bootstrap: its error and interval in every line where ties are possible. */
static samen_status add_bootstrap(samen__call *call, const samen__blocks *b, int64_t draws,
                                  double level, samen_table *table, samen_error *err) {
    enum { STD_ERROR };
    static const char *const names[] = {"std_error", "lower", "upper"};
    samen__column column[3] = {{0}};
    double *sums = samen__new(draws * b->count, sizeof *sums, err);
    double *value = samen__new(draws, sizeof *value, err);
    samen_status status = sums && value ? SAMEN_OK : SAMEN_ERR_MEMORY;
    samen__resampling r = samen__blocks_resampling(b);
    for (int i = 0; status == SAMEN_OK && i < 3; i++)
        status = samen__column_start(&column[i], names[i], SAMEN_COLUMN_FLOAT64, b->count, err);
    if (status == SAMEN_OK && draws > 0)
        status = samen__bootstrap(&r, draws, sums, &call->run, err);
    for (int32_t line = 0; status == SAMEN_OK && line < b->count; line++) {
        samen__spread spread = {0};
        int defined = draws > 0 && b->possible[line] > 0;
        for (int64_t d = 0; defined && d < draws; d++)
            value[d] = sums[d * b->count + line] / b->possible[line];
        if (defined)
            spread = samen__bootstrap_spread(value, draws, level);
        const double values[] = {spread.std_error, spread.lower, spread.upper};
        for (int i = 0; status == SAMEN_OK && i < 3; i++) {
            ((double *)column[i].data)[line] = values[i];
            if (!defined || (i == STD_ERROR && draws < 2))
                status = samen__column_set_null(&column[i], line, err);
        }
    }
    for (int i = 0; i < 3; i++) {
        if (status == SAMEN_OK)
            status = samen__table_adopt(table, &column[i], err);
        samen__column_free(&column[i]);
    }
    samen__delete(sums);
    samen__delete(value);
    return status;
}

static samen_status add_draws(const samen__blocks *b, int64_t draws, samen_table *table,
                              samen_error *err) {
    int64_t *column = samen__table_add_int64(table, "draws", err);
    for (int32_t line = 0; column && line < b->count; line++)
        column[line] = b->possible[line] > 0 ? draws : 0;
    return column ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* ---- Densities ------------------------------------------------------------------------------------ */

static samen_status add_ratio(const samen__blocks *b, const char *name, const double *part,
                              samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, name, SAMEN_COLUMN_FLOAT64, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int32_t line = 0; status == SAMEN_OK && line < b->count; line++)
        status = samen__put_share(column, line, part ? part[line] : (double)b->ties[line],
                                  b->possible[line], err);
    return status;
}

static samen_status add_densities(const samen__blocks *b, samen_table *table, samen_error *err) {
    samen_status status = add_ratio(b, "density", NULL, table, err);
    if (status == SAMEN_OK)
        status = samen__blocks_add_counts(b, table, err);
    if (status == SAMEN_OK)
        status = add_ratio(b, "valued_density", b->weight, table, err);
    return status;
}

static samen_status by_form(samen__call *call, samen__blocks *b, samen_table *table,
                            samen_error *err) {
    const samen_cohesion_density_options *o = call->options;
    samen_status status = samen__add_form_column(call->view, &b->lines, table, err);
    if (status == SAMEN_OK)
        status = add_densities(b, table, err);
    if (status == SAMEN_OK)
        status = add_bootstrap(call, b, o->draws, o->level, table, err);
    if (status == SAMEN_OK)
        status = add_jackknife(b, table, err);
    return status == SAMEN_OK ? add_draws(b, o->draws, table, err) : status;
}

static samen_status by_group(samen__call *call, samen__blocks *b, samen_table *table,
                             samen_error *err) {
    const samen_cohesion_density_options *o = call->options;
    samen_status status = samen__groups_add_labels(b->groups, "group", b->group, table, err);
    if (status == SAMEN_OK)
        status = samen__groups_add_labels(b->groups, "partner_group", b->partner, table, err);
    if (status == SAMEN_OK)
        status = add_densities(b, table, err);
    if (status == SAMEN_OK)
        status = add_bootstrap(call, b, o->draws, o->level, table, err);
    if (status == SAMEN_OK)
        status = add_draws(b, o->draws, table, err);
    if (status == SAMEN_OK)
        status = samen__groups_add_note(b->groups, "counted in no group", table, err);
    return status;
}

/* ---- The measure ---------------------------------------------------------------------------------- */

static const char *const tables[] = {"form", "group", "response", NULL};

static samen_status compute(samen__call *call, samen_table **out, samen_error *err) {
    const samen_cohesion_density_options *o = call->options;
    samen__groups groups = {0};
    samen__blocks blocks = {0};
    int grouped = o->table == SAMEN_DENSITY_GROUP;
    samen_status status = SAMEN_OK;
    if (grouped)
        status = samen__measure_groups(call, o->group, &groups, err);
    if (status == SAMEN_OK)
        status = samen__blocks_make(call, grouped ? &groups : NULL, o->draws, &blocks, err);
    if (status == SAMEN_OK)
        status = samen__table_new(blocks.count, out, err);
    if (status == SAMEN_OK)
        status = grouped ? by_group(call, &blocks, *out, err)
                 : o->table == SAMEN_DENSITY_RESPONSE
                     ? samen__density_response(call, &blocks, *out, err)
                     : by_form(call, &blocks, *out, err);
    samen__blocks_free(&blocks);
    samen__groups_free(&groups);
    return status;
}

#define FIELD(name) offsetof(samen_cohesion_density_options, name)

static const samen__option options[] = {
    SAMEN__TABLE_OPTION(samen_cohesion_density_options, tables),
    {.name = "group",
     .type = SAMEN__OPTION_TEXT,
     .offset = FIELD(group),
     .fallback = "",
     .since = "0.1",
     .help = "the attribute that partitions organisations, for the table group"},
    SAMEN__DRAWS_OPTION(samen_cohesion_density_options,
                        "draws of the vertex bootstrap, 0 for none"),
    SAMEN__LEVEL_OPTION(samen_cohesion_density_options),
};

#define NO_TIES  "no tie is possible"
#define NO_ERROR "no tie is possible, or there are too few draws"
#define DENSITY_COLUMNS(TABLE)                                                                     \
    {TABLE, "density", SAMEN_COLUMN_FLOAT64, "ties over possible ties", NO_TIES},                  \
        {TABLE, "ties", SAMEN_COLUMN_INT64, "ties; in a directed view one for each direction",     \
         NULL},                                                                                    \
        {TABLE, "possible", SAMEN_COLUMN_INT64, "ties that could be", NULL},                       \
        {TABLE, "valued_density", SAMEN_COLUMN_FLOAT64, "mean weight over possible ties",          \
         NO_TIES},                                                                                 \
        {TABLE, "std_error", SAMEN_COLUMN_FLOAT64, "of density, vertex bootstrap", NO_ERROR},      \
        {TABLE, "lower", SAMEN_COLUMN_FLOAT64, "of density, vertex bootstrap", NO_ERROR}, {        \
        TABLE, "upper", SAMEN_COLUMN_FLOAT64, "of density, vertex bootstrap", NO_ERROR             \
    }
#define DRAWS_COLUMN(TABLE)                                                                        \
    { TABLE, "draws", SAMEN_COLUMN_INT64, "draws of the bootstrap", NULL }

static const samen__column_info columns[] = {
    {"form", "form", SAMEN_COLUMN_TEXT, "key of the form, all for the whole network", NULL},
    DENSITY_COLUMNS("form"),
    {"form", "std_error_jackknife", SAMEN_COLUMN_FLOAT64, "of density",
     "there are fewer than three organisations"},
    DRAWS_COLUMN("form"),
    {"group", "group", SAMEN_COLUMN_TEXT, "the one group; in a directed view, from it", NULL},
    {"group", "partner_group", SAMEN_COLUMN_TEXT, "the other, or the same", NULL},
    DENSITY_COLUMNS("group"),
    DRAWS_COLUMN("group"),
    {"response", "form", SAMEN_COLUMN_TEXT, "key of the form, all for the whole network", NULL},
    {"response", "ties", SAMEN_COLUMN_INT64, "ties; in a directed view one for each direction",
     NULL},
    {"response", "possible", SAMEN_COLUMN_INT64, "ties that could be", NULL},
    {"response", "observed", SAMEN_COLUMN_INT64, "ties that respondents could have reported", NULL},
    {"response", "density_observed", SAMEN_COLUMN_FLOAT64, "over what was observed",
     "nothing was observed"},
    {"response", "density_least", SAMEN_COLUMN_FLOAT64, "were all that is missing absent", NO_TIES},
    {"response", "density_most", SAMEN_COLUMN_FLOAT64, "were all that is missing there", NO_TIES},
};

const samen__measure samen__cohesion_density = {
    .name = "cohesion.density",
    .title = "Density",
    .summary =
        "The share of possible ties that exist: overall, by form, within and between groups, "
        "with standard errors.",
    .source = "Wasserman and Faust 1994, doi 10.1017/CBO9780511815478; Snijders and Borgatti 1999, "
              "Connections 22(2)",
    .since = "0.1",
    .tables = tables,
    .column = columns,
    .columns = sizeof columns / sizeof columns[0],
    .options = {.owner = "cohesion.density",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen_cohesion_density_options)},
    .compute = compute,
};

samen_status samen_cohesion_density(const samen_view *view,
                                    const samen_cohesion_density_options *given,
                                    const samen_run *run, samen_table **out, samen_error *err) {
    return samen__measure_call(&samen__cohesion_density, view, given, run, out, err);
}
