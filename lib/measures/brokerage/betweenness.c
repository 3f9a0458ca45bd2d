/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Betweenness: how often an organisation, or a tie, lies on the shortest paths between others.
 *
 * For whoever asks through whom what is exchanged must pass.
 *
 * Choices: a pair is counted once in an undirected view (some tools count it both ways and double the
 * value). A weight is a strength, so the length of a tie is 1 / weight unless told otherwise; paths
 * whose lengths differ by less than 1e-12 of themselves are equally short.
 *
 * Estimates have tables of their own: values that may be off never stand where exact ones do, and the table of the
 * largest holds all that may be among them, so that no rank is claimed that the draws do not carry.
 *
 * Based on: L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40(1), 1977
 * (doi 10.2307/3033543); U. Brandes, A faster algorithm for betweenness centrality, Journal of
 * Mathematical Sociology 25(2), 2001 (doi 10.1080/0022250X.2001.9990249); M. Borassi and E. Natale, KADABRA,
 * ACM JEA 24, 2019 (doi 10.1145/3284359).
 * Complexity: O(organisations ties), weighted O(N ties + N^2 log N); estimates O(log(N / delta) / epsilon^2)
 * paths. */
#include "core/bitset.h"
#include "core/memory.h"
#include "core/sort.h"
#include "measures/brokerage/between.h"
#include "measures/forms.h"
#include "measures/registry.h"
#include "samen/brokerage.h"

/* ---- Tables --------------------------------------------------------------------------------------- */

/* What is divided by what `over` gives, or null where that is 0. */
static samen_status add_shares(const char *name, const double *value, const double *over,
                               samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, name, SAMEN_COLUMN_FLOAT64, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++)
        status = samen__put_share(column, row, value[row], over[row], err);
    return status;
}

/* A bound of what is normalised, null where that is. */
static samen_status add_bound(const char *name, const double *bound, const double *over,
                              samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, name, SAMEN_COLUMN_FLOAT64, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
        if (over[row] > 0)
            ((double *)column->data)[row] = bound[row];
        else
            status = samen__column_set_null(column, row, err);
    }
    return status;
}

static samen_status add_bounds(const samen__between *b, samen_table *table, samen_error *err) {
    samen_status status = add_bound("lower", b->lower, b->over, table, err);
    if (status == SAMEN_OK)
        status = add_bound("upper", b->upper, b->over, table, err);
    int64_t *draws = status == SAMEN_OK ? samen__table_add_int64(table, "draws", err) : NULL;
    for (int64_t row = 0; draws && row < table->rows; row++)
        draws[row] = b->draws;
    return draws ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* Of the first so many organisations. */
static samen_status make_rows(const samen__call *call, const samen__between *b, int64_t rows,
                              samen_table **out, samen_error *err) {
    const samen_brokerage_betweenness_options *o = call->options;
    samen_status status = samen__table_new(rows, out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_keys(call->view, 1, *out, err);
    double *value = status == SAMEN_OK ? samen__table_add_float64(*out, "betweenness", err) : NULL;
    if (!value)
        return SAMEN_ERR_MEMORY;
    for (int64_t v = 0; v < rows; v++)
        value[v] = b->value[v];
    status = add_shares("betweenness_normalised", b->value, b->over, *out, err);
    if (status == SAMEN_OK &&
        (o->table == SAMEN_BETWEENNESS_ESTIMATE || o->table == SAMEN_BETWEENNESS_TOP))
        status = add_bounds(b, *out, err);
    return status;
}

static samen_status by_organisation(samen__call *call, const samen__between *b, samen_table **out,
                                    samen_error *err) {
    return make_rows(call, b, b->n, out, err);
}

static int from_largest(const void *context, int64_t x, int64_t y) {
    const double *bound = context;
    return (bound[x] < bound[y]) - (bound[x] > bound[y]);
}

/* How many of the bounds, in descending order, are at least as large as this. */
static int64_t reaching(const double *bound, const int64_t *order, int64_t n, double least) {
    int64_t low = 0, high = n;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (bound[order[middle]] >= least)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Which may be among so many largest, and which surely are. Undefined values have bounds 0 and never are. */
static samen_status mark_places(const samen__between *b, int64_t places, uint8_t *sure,
                                int64_t *candidates, samen_error *err) {
    int64_t *low = samen__new_raw(b->n, sizeof *low, err);
    int64_t *high = samen__new_raw(b->n, sizeof *high, err);
    samen_status status =
        low && high ? samen__sort(low, b->n, from_largest, b->lower, err) : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK)
        status = samen__sort(high, b->n, from_largest, b->upper, err);
    if (status == SAMEN_OK) {
        double least = places < b->n ? b->lower[low[places - 1]] : 0;
        *candidates = reaching(b->upper, high, b->n, least);
        while (*candidates > 0 && b->upper[high[*candidates - 1]] <= 0)
            --*candidates;
        for (int64_t v = 0; v < b->n; v++) /* itself is one of those that reach it */
            sure[v] = reaching(b->upper, high, b->n, b->lower[v]) <= places;
    }
    samen__delete(low);
    samen__delete(high);
    return status;
}

static samen_status add_sure(const uint8_t *sure, samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, "sure", SAMEN_COLUMN_BOOL, err);
    for (int64_t row = 0; column && row < table->rows; row++)
        samen__bitset_put(column->data, row, sure[row]);
    return column ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* Those whose upper bound reaches the least of the largest lower bounds stand first by upper bound. */
static samen_status by_place(samen__call *call, const samen__between *b, samen_table **out,
                             samen_error *err) {
    const samen_brokerage_betweenness_options *o = call->options;
    samen_table *all = NULL, *first = NULL;
    int64_t candidates = 0;
    uint8_t *sure = samen__new(b->n, 1, err);
    samen_status status =
        sure ? mark_places(b, o->places, sure, &candidates, err) : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK)
        status = make_rows(call, b, candidates > 0 ? b->n : 0, &all, err);
    if (status == SAMEN_OK)
        status = add_sure(sure, all, err);
    if (status == SAMEN_OK)
        status = samen_table_sort(all, "upper", 1, candidates, &first, err);
    if (status == SAMEN_OK)
        status = samen_table_sort(first, "betweenness_normalised", 1, 0, out, err);
    samen_table_free(all);
    samen_table_free(first);
    samen__delete(sure);
    return status;
}

/* In an undirected view the two arcs of a pair are one tie. */
static samen_status by_tie(samen__call *call, const samen__between *b, samen_table **out,
                           samen_error *err) {
    int directed = b->directed;
    int64_t rows = directed ? b->rows->arcs : b->rows->arcs / 2, row = 0;
    int32_t *from = samen__new_raw(rows, sizeof *from, err);
    int32_t *to = samen__new_raw(rows, sizeof *to, err);
    double *value = samen__new_raw(rows, sizeof *value, err);
    double *over = samen__new_raw(rows, sizeof *over, err);
    samen_status status = from && to && value && over ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t v = 0; status == SAMEN_OK && v < b->rows->vertices; v++) {
        for (int64_t a = b->rows->start[v]; a < b->rows->start[v + 1]; a++) {
            if (!directed && b->rows->target[a] < v)
                continue;
            from[row] = (int32_t)v;
            to[row] = b->rows->target[a];
            over[row] = b->pairs;
            value[row] = b->arc[a];
            if (!directed) {
                int64_t back = samen__rows_find(b->rows, b->rows->target[a], (int32_t)v);
                value[row] = (value[row] + b->arc[back]) / 2;
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
        status = column ? add_shares("betweenness_normalised", value, over, *out, err)
                        : SAMEN_ERR_MEMORY;
    samen__delete(from);
    samen__delete(to);
    samen__delete(value);
    samen__delete(over);
    return status;
}

static samen_status by_network(samen__call *call, const samen__between *b, samen_table **out,
                               samen_error *err) {
    const samen_brokerage_betweenness_options *o = call->options;
    double n = (double)b->n, largest = 0, gaps = 0, sum = 0;
    double most = (n - 1) * (n - 1) * (n - 2) / (b->directed ? 1 : 2);
    if (n < 3 || b->some || o->endpoints)
        most = 0;
    for (int64_t v = 0; v < b->n; v++)
        largest = b->value[v] > largest ? b->value[v] : largest;
    for (int64_t v = 0; v < b->n; v++) {
        gaps += largest - b->value[v];
        sum += b->value[v];
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

static samen_status note_ends(const samen__between *b, samen_table *table, samen_error *err) {
    return samen__table_add_note(table, "between-some", (int64_t)b->pairs, err,
                                 "Only paths from %.0f to %.0f organisations count: %.0f pairs.",
                                 b->count.sources, b->count.targets, b->pairs);
}

static samen_status note_draws(const samen__call *call, const samen__between *b, samen_table *table,
                               samen_error *err) {
    const samen_brokerage_betweenness_options *o = call->options;
    return samen__table_add_note(
        table, "estimated", b->draws, err,
        "Values are estimates from %ld shortest paths drawn at random (seed %lu): with probability "
        "%g or more, all true values are between lower and upper.",
        (long)b->draws, (unsigned long)call->run.seed, 1 - o->delta);
}

static samen_status compute(samen__call *call, samen_table **out, samen_error *err) {
    static samen_status (*const makers[])(samen__call *, const samen__between *, samen_table **,
                                          samen_error *) = {by_organisation, by_tie, by_network,
                                                            by_organisation, by_place};
    const samen_brokerage_betweenness_options *o = call->options;
    samen__between b = {0};
    samen_status status = samen__between_find(call, &b, err);
    if (status == SAMEN_OK)
        status = makers[o->table](call, &b, out, err);
    if (status == SAMEN_OK && b.some)
        status = note_ends(&b, *out, err);
    if (status == SAMEN_OK && b.draws > 0)
        status = note_draws(call, &b, *out, err);
    samen__between_free(&b);
    return status;
}

static const char *const tables[] = {"organisation", "tie", "network", "estimate", "top", NULL};
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
    {.name = "sources",
     .type = SAMEN__OPTION_LIST,
     .offset = FIELD(sources),
     .count_offset = FIELD(sources_count),
     .fallback = "",
     .since = "0.1",
     .help = "only paths from organisations with attribute=value or attribute!=value"},
    {.name = "targets",
     .type = SAMEN__OPTION_LIST,
     .offset = FIELD(targets),
     .count_offset = FIELD(targets_count),
     .fallback = "",
     .since = "0.1",
     .help = "only paths to organisations with attribute=value or attribute!=value"},
    {.name = "endpoints",
     .type = SAMEN__OPTION_YES_NO,
     .offset = FIELD(endpoints),
     .fallback = "false",
     .since = "0.1",
     .help = "whether organisations are also on the paths that they are an end of"},
    {.name = "epsilon",
     .type = SAMEN__OPTION_REAL,
     .offset = FIELD(epsilon),
     .fallback = "0.01",
     .minimum = 1e-5,
     .maximum = 0.5,
     .since = "0.1",
     .help = "how far off normalised estimates may be"},
    {.name = "delta",
     .type = SAMEN__OPTION_REAL,
     .offset = FIELD(delta),
     .fallback = "0.05",
     .minimum = 1e-9,
     .maximum = 0.5,
     .since = "0.1",
     .help = "the chance that any estimate is outside its bounds"},
    {.name = "places",
     .type = SAMEN__OPTION_COUNT,
     .offset = FIELD(places),
     .fallback = "10",
     .minimum = 1,
     .maximum = 1000000,
     .since = "0.1",
     .help = "how many are the largest, for the table top"},
};

#define TOO_FEW "there is no pair of others"
#define NOT_A_SHARE                                                                                \
    "there are fewer than three organisations, or not all pairs of others and only these count"

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
    {"tie", "betweenness_normalised", SAMEN_COLUMN_FLOAT64, "over all pairs", "there is no pair"},
    {"network", "largest_betweenness", SAMEN_COLUMN_FLOAT64, "of the organisation that has most",
     NULL},
    {"network", "mean_betweenness", SAMEN_COLUMN_FLOAT64, "mean over organisations",
     "there are no organisations"},
    {"network", "centralization", SAMEN_COLUMN_FLOAT64, "Freeman's, 1 for a star", NOT_A_SHARE},
    {"estimate", "organisation", SAMEN_COLUMN_TEXT, "key of the organisation", NULL},
    {"estimate", "name", SAMEN_COLUMN_TEXT, "its name", NULL},
    {"estimate", "betweenness", SAMEN_COLUMN_FLOAT64,
     "pairs of others, by share of paths: estimate", NULL},
    {"estimate", "betweenness_normalised", SAMEN_COLUMN_FLOAT64,
     "over all pairs of others: estimate", TOO_FEW},
    {"estimate", "lower", SAMEN_COLUMN_FLOAT64, "what that is at least", TOO_FEW},
    {"estimate", "upper", SAMEN_COLUMN_FLOAT64, "what it is at most", TOO_FEW},
    {"estimate", "draws", SAMEN_COLUMN_INT64, "paths that were drawn", NULL},
    {"top", "organisation", SAMEN_COLUMN_TEXT, "key of the organisation", NULL},
    {"top", "name", SAMEN_COLUMN_TEXT, "its name", NULL},
    {"top", "betweenness", SAMEN_COLUMN_FLOAT64, "pairs of others, by share of paths: estimate",
     NULL},
    {"top", "betweenness_normalised", SAMEN_COLUMN_FLOAT64, "over all pairs of others: estimate",
     NULL},
    {"top", "lower", SAMEN_COLUMN_FLOAT64, "what that is at least", NULL},
    {"top", "upper", SAMEN_COLUMN_FLOAT64, "what it is at most", NULL},
    {"top", "draws", SAMEN_COLUMN_INT64, "paths that were drawn", NULL},
    {"top", "sure", SAMEN_COLUMN_BOOL, "whether it surely is among the largest", NULL},
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
