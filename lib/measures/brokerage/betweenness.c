/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Betweenness: how often an organisation, or a tie, lies on the shortest paths between others.
 *
 * For whoever asks through whom what is exchanged must pass.
 *
 * Choices: a pair is counted once in an undirected view (some tools count it both ways and double the
 * value). A weight is a strength, so the length of a tie is 1 / weight unless told otherwise; paths
 * whose lengths differ by less than 1e-12 of themselves are equally short.
 *
 * Based on: L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40(1), 1977
 * (doi 10.2307/3033543); U. Brandes, A faster algorithm for betweenness centrality, Journal of
 * Mathematical Sociology 25(2), 2001 (doi 10.1080/0022250X.2001.9990249).
 * Complexity: O(organisations ties), weighted O(N ties + N^2 log N). */
#include <math.h>

#include "core/memory.h"
#include "kernels/betweenness.h"
#include "measures/forms.h"
#include "measures/registry.h"
#include "samen/brokerage.h"

typedef struct scores {
    const samen__rows *rows;
    double *length;       /* of each arc, NULL when unweighted */
    double *organisation; /* pairs of others counted as the view counts them */
    double *arc;          /* NULL unless ties are asked for */
} scores;

static double length_of(uint32_t distance, double weight) {
    switch (distance) {
    case SAMEN_DISTANCE_LOG: return log1p(1 / weight);
    case SAMEN_DISTANCE_WEIGHT: return weight;
    default: return 1 / weight;
    }
}

static samen_status make_lengths(const samen_brokerage_betweenness_options *o, scores *s,
                                 samen_error *err) {
    s->length = samen__new_raw(s->rows->arcs, sizeof *s->length, err);
    if (!s->length)
        return SAMEN_ERR_MEMORY;
    for (int64_t a = 0; a < s->rows->arcs; a++) {
        s->length[a] = length_of(o->distance, s->rows->weight[a]);
        if (!(s->length[a] > 0) || !isfinite(s->length[a]))
            return samen__fail(err, SAMEN_ERR_VALUE,
                               "the weight %g gives a tie the length %g, which no path can have; "
                               "rescale the weights",
                               s->rows->weight[a], s->length[a] > 0 ? HUGE_VAL : 0.0);
    }
    return SAMEN_OK;
}

static samen_status score(samen__call *call, scores *s, samen_error *err) {
    const samen_brokerage_betweenness_options *o = call->options;
    const samen__rows *in_rows = NULL;
    samen_status status = samen__view_rows(call->view, &call->run, &s->rows, &in_rows, err);
    if (status == SAMEN_OK && o->weighted)
        status = make_lengths(o, s, err);
    if (status != SAMEN_OK)
        return status;
    s->organisation = samen__new(s->rows->vertices, sizeof *s->organisation, err);
    if (o->table == SAMEN_BETWEENNESS_TIE)
        s->arc = samen__new(s->rows->arcs, sizeof *s->arc, err);
    if (!s->organisation || (o->table == SAMEN_BETWEENNESS_TIE && !s->arc))
        return SAMEN_ERR_MEMORY;
    status = samen__betweenness(s->rows, call->view->directed ? in_rows : NULL, s->length,
                                s->organisation, s->arc, &call->run, err);
    for (int64_t v = 0; !call->view->directed && v < s->rows->vertices; v++)
        s->organisation[v] /= 2;
    return status;
}

/* ---- Tables --------------------------------------------------------------------------------------- */

static samen_status add_normalised(samen_table *table, const double *value, double pairs,
                                   samen_error *err) {
    samen__column *column =
        samen__table_add(table, "betweenness_normalised", SAMEN_COLUMN_FLOAT64, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++)
        status = samen__put_share(column, row, value[row], pairs, err);
    return status;
}

static samen_status by_organisation(samen__call *call, const scores *s, samen_table **out,
                                    samen_error *err) {
    double n = (double)call->view->organisations;
    double pairs = n < 3 ? 0 : (n - 1) * (n - 2) / (call->view->directed ? 1 : 2);
    samen_status status = samen__table_new(call->view->organisations, out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_keys(call->view, 1, *out, err);
    double *value = status == SAMEN_OK ? samen__table_add_float64(*out, "betweenness", err) : NULL;
    if (!value)
        return SAMEN_ERR_MEMORY;
    for (int64_t v = 0; v < (*out)->rows; v++)
        value[v] = s->organisation[v];
    return add_normalised(*out, value, pairs, err);
}

/* In an undirected view the two arcs of a pair are one tie. */
static samen_status by_tie(samen__call *call, const scores *s, samen_table **out,
                           samen_error *err) {
    int directed = call->view->directed;
    double n = (double)call->view->organisations;
    int64_t rows = directed ? s->rows->arcs : s->rows->arcs / 2, row = 0;
    int32_t *from = samen__new_raw(rows, sizeof *from, err);
    int32_t *to = samen__new_raw(rows, sizeof *to, err);
    double *value = samen__new_raw(rows, sizeof *value, err);
    samen_status status = from && to && value ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t v = 0; status == SAMEN_OK && v < s->rows->vertices; v++) {
        for (int64_t a = s->rows->start[v]; a < s->rows->start[v + 1]; a++) {
            if (!directed && s->rows->target[a] < v)
                continue;
            from[row] = (int32_t)v;
            to[row] = s->rows->target[a];
            value[row] = s->arc[a];
            if (!directed) {
                int64_t back = samen__rows_find(s->rows, s->rows->target[a], (int32_t)v);
                value[row] = (value[row] + s->arc[back]) / 2;
            }
            row++;
        }
    }
    if (status == SAMEN_OK)
        status = samen__table_new(rows, out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_key_column(call->view, "from", from, *out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_key_column(call->view, "to", to, *out, err);
    double *column = status == SAMEN_OK ? samen__table_add_float64(*out, "betweenness", err) : NULL;
    for (int64_t i = 0; column && i < rows; i++)
        column[i] = value[i];
    if (status == SAMEN_OK)
        status = column ? add_normalised(*out, value, n * (n - 1) / (directed ? 1 : 2), err)
                        : SAMEN_ERR_MEMORY;
    samen__delete(from);
    samen__delete(to);
    samen__delete(value);
    return status;
}

static samen_status by_network(samen__call *call, const scores *s, samen_table **out,
                               samen_error *err) {
    double n = (double)call->view->organisations, largest = 0, gaps = 0, sum = 0;
    double most = n < 3 ? 0 : (n - 1) * (n - 1) * (n - 2) / (call->view->directed ? 1 : 2);
    for (int64_t v = 0; v < s->rows->vertices; v++)
        largest = s->organisation[v] > largest ? s->organisation[v] : largest;
    for (int64_t v = 0; v < s->rows->vertices; v++) {
        gaps += largest - s->organisation[v];
        sum += s->organisation[v];
    }
    samen_status status = samen__table_new(1, out, err);
    double *cell =
        status == SAMEN_OK ? samen__table_add_float64(*out, "largest_betweenness", err) : NULL;
    samen__column *mean =
        cell ? samen__table_add(*out, "mean_betweenness", SAMEN_COLUMN_FLOAT64, err) : NULL;
    if (!mean)
        return SAMEN_ERR_MEMORY;
    *cell = largest;
    status = samen__put_share(mean, 0, sum, n, err);
    samen__column *column =
        status == SAMEN_OK ? samen__table_add(*out, "centralization", SAMEN_COLUMN_FLOAT64, err)
                           : NULL;
    return column ? samen__put_share(column, 0, gaps, most, err) : SAMEN_ERR_MEMORY;
}

/* ---- The measure ---------------------------------------------------------------------------------- */

static samen_status compute(samen__call *call, samen_table **out, samen_error *err) {
    static samen_status (*const makers[])(samen__call *, const scores *, samen_table **,
                                          samen_error *) = {by_organisation, by_tie, by_network};
    const samen_brokerage_betweenness_options *o = call->options;
    scores s = {0};
    samen_status status = score(call, &s, err);
    if (status == SAMEN_OK)
        status = makers[o->table](call, &s, out, err);
    samen__delete(s.length);
    samen__delete(s.organisation);
    samen__delete(s.arc);
    return status;
}

static const char *const tables[] = {"organisation", "tie", "network", NULL};
static const char *const distances[] = {"inverse", "log", "weight", NULL};

#define FIELD(name) offsetof(samen_brokerage_betweenness_options, name)

static const samen__option options[] = {
    SAMEN__TABLE_OPTION(samen_brokerage_betweenness_options, tables),
    {.name = "weighted",
     .type = SAMEN__OPTION_YES_NO,
     .offset = FIELD(weighted),
     .fallback = "false",
     .since = "0.1",
     .help = "whether paths are as long as the lengths of their ties add up to"},
    {.name = "distance",
     .type = SAMEN__OPTION_CHOICE,
     .offset = FIELD(distance),
     .fallback = "inverse",
     .choices = distances,
     .since = "0.1",
     .help = "the length of a tie: 1/weight, ln(1 + 1/weight), or the weight itself"},
};

#define TOO_FEW "there are fewer than three organisations"

static const samen__column_info columns[] = {
    {"organisation", "organisation", SAMEN_COLUMN_TEXT, "key of the organisation", NULL},
    {"organisation", "name", SAMEN_COLUMN_TEXT, "its name", NULL},
    {"organisation", "betweenness", SAMEN_COLUMN_FLOAT64, "pairs of others, by share of paths",
     NULL},
    {"organisation", "betweenness_normalised", SAMEN_COLUMN_FLOAT64, "over all pairs of others",
     TOO_FEW},
    {"tie", "from", SAMEN_COLUMN_TEXT, "the one end", NULL},
    {"tie", "to", SAMEN_COLUMN_TEXT, "the other end", NULL},
    {"tie", "betweenness", SAMEN_COLUMN_FLOAT64, "pairs, by share of paths", NULL},
    {"tie", "betweenness_normalised", SAMEN_COLUMN_FLOAT64, "over all pairs", NULL},
    {"network", "largest_betweenness", SAMEN_COLUMN_FLOAT64, "of the organisation that has most",
     NULL},
    {"network", "mean_betweenness", SAMEN_COLUMN_FLOAT64, "mean over organisations",
     "there are no organisations"},
    {"network", "centralization", SAMEN_COLUMN_FLOAT64, "Freeman's, 1 for a star", TOO_FEW},
};

const samen__measure samen__brokerage_betweenness = {
    .name = "brokerage.betweenness",
    .title = "Betweenness",
    .summary = "How often organisations and ties lie on the shortest paths between others, with "
               "centralization.",
    .source = "Freeman 1977, doi 10.2307/3033543; Brandes 2001, doi 10.1080/0022250X.2001.9990249",
    .since = "0.1",
    .tables = tables,
    .column = columns,
    .columns = sizeof columns / sizeof columns[0],
    .options = {.owner = "brokerage.betweenness",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen_brokerage_betweenness_options)},
    .compute = compute,
};

samen_status samen_brokerage_betweenness(const samen_view *view,
                                         const samen_brokerage_betweenness_options *given,
                                         const samen_run *run, samen_table **out,
                                         samen_error *err) {
    return samen__measure_call(&samen__brokerage_betweenness, view, given, run, out, err);
}
