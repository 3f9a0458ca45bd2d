/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Degree: how many ties an organisation has, and how strong they are, overall and by form.
 *
 * For whoever asks who is most active, and whether the network leans on one organisation.
 *
 * Choices: in a directed view degree is the sum of in and out, so a tie both ways counts twice;
 * `partners` counts organisations. By form, an organisation tied to a partner in two forms has a tie
 * in each; the line `all` counts the partner once. Centralization leaves self-ties out of its largest
 * possible value, as Freeman does.
 *
 * Based on: L. C. Freeman, Centrality in social networks: conceptual clarification, Social Networks 1(3),
 * 1979 (doi 10.1016/0378-8733(78)90021-7); A. Barrat et al., The architecture of complex weighted
 * networks, PNAS 101(11), 2004 (doi 10.1073/pnas.0400087101).
 * Complexity: O(organisations + ties). */
#include "samen/centrality.h"

#include <string.h>

#include "core/memory.h"
#include "measures/forms.h"
#include "measures/registry.h"

/* What an organisation has in one line: all forms, or one of them. */
typedef struct activity {
    int64_t in, out, partners;
    double in_strength, out_strength, strength;
} activity;

typedef struct activities {
    const samen_view *view;
    samen__form_lines lines;
    activity *of; /* organisations * lines.count */
} activities;

static void add_pair(activities *a, int32_t line, int32_t low, int32_t high, double forward,
                     double backward) {
    activity *one = &a->of[(int64_t)low * a->lines.count + line];
    activity *other = &a->of[(int64_t)high * a->lines.count + line];
    double together = a->view->directed ? forward + backward : forward;
    one->out += forward > 0;
    one->in += backward > 0;
    one->out_strength += forward;
    one->in_strength += backward;
    other->out += backward > 0;
    other->in += forward > 0;
    other->out_strength += backward;
    other->in_strength += forward;
    one->strength += together;
    other->strength += together;
    one->partners++;
    other->partners++;
}

static samen_status count(const samen__call *call, activities *a, samen_error *err) {
    const samen__pairs *p = call->pairs;
    *a = (activities){.view = call->view, .lines = samen__list_forms(call->view)};
    a->of = samen__new(call->view->organisations * a->lines.count, sizeof *a->of, err);
    if (!a->of)
        return SAMEN_ERR_MEMORY;
    samen__pair pair;
    samen__cell cell;
    for (samen__walk w = {0}; samen__next_pair(p, &w, &pair);)
        add_pair(a, 0, pair.low, pair.high, pair.forward, pair.backward);
    for (samen__walk w = {0}; samen__next_cell(p, &w, &cell);)
        add_pair(a, a->lines.line[cell.form], cell.low, cell.high, cell.forward, cell.backward);
    return SAMEN_OK;
}

static int64_t degree_of(const activities *a, const activity *one) {
    return a->view->directed ? one->in + one->out : one->out;
}

/* ---- Tables by organisation ------------------------------------------------------------------------ */

/* Rows go through the first `lines` lines of every organisation. */
static samen_status add_activities(const activities *a, int32_t lines, samen_table *table,
                                   samen_error *err) {
    static const char *const counts[] = {"degree", "in_degree", "out_degree", "partners"};
    static const char *const weights[] = {"strength", "in_strength", "out_strength"};
    int64_t *number[4];
    double *weight[3];
    for (int i = 0; i < 4; i++) {
        number[i] = samen__table_add_int64(table, counts[i], err);
        if (!number[i])
            return SAMEN_ERR_MEMORY;
    }
    for (int i = 0; i < 3; i++) {
        weight[i] = samen__table_add_float64(table, weights[i], err);
        if (!weight[i])
            return SAMEN_ERR_MEMORY;
    }
    samen__column *normalised =
        samen__table_add(table, "degree_normalised", SAMEN_COLUMN_FLOAT64, err);
    samen_status status = normalised ? SAMEN_OK : SAMEN_ERR_MEMORY;
    double most = (a->view->directed ? 2.0 : 1.0) * (double)(a->view->organisations - 1);
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
        const activity *one = &a->of[row / lines * a->lines.count + row % lines];
        number[0][row] = degree_of(a, one);
        number[1][row] = one->in;
        number[2][row] = one->out;
        number[3][row] = one->partners;
        weight[0][row] = one->strength;
        weight[1][row] = one->in_strength;
        weight[2][row] = one->out_strength;
        status = samen__put_share(normalised, row, (double)number[0][row], most, err);
    }
    return status;
}

static samen_status by_organisation(const activities *a, samen_table **out, samen_error *err) {
    samen_status status = samen__table_new(a->view->organisations, out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_keys(a->view, 1, *out, err);
    return status == SAMEN_OK ? add_activities(a, 1, *out, err) : status;
}

static samen_status by_form(const activities *a, samen_table **out, samen_error *err) {
    int32_t lines = a->lines.count;
    samen_status status = samen__table_new(a->view->organisations * lines, out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_keys(a->view, lines, *out, err);
    if (status == SAMEN_OK)
        status = samen__add_form_column(a->view, &a->lines, *out, err);
    return status == SAMEN_OK ? add_activities(a, lines, *out, err) : status;
}

/* ---- Centralization -------------------------------------------------------------------------------- */

enum { DEGREE, IN_DEGREE, OUT_DEGREE };

static int64_t one_of(const activities *a, int64_t organisation, int32_t line, int kind) {
    const activity *one = &a->of[organisation * a->lines.count + line];
    return kind == DEGREE ? degree_of(a, one) : kind == IN_DEGREE ? one->in : one->out;
}

static samen_status put_centralization(const activities *a, int32_t line, int kind,
                                       samen__column *column, samen_error *err) {
    int64_t n = a->view->organisations, largest = 0, gaps = 0;
    double most = (double)(n - 1) * (double)(n - 2);
    if (a->view->directed)
        most = kind == DEGREE ? 2 * most : (double)(n - 1) * (double)(n - 1);
    for (int64_t v = 0; v < n; v++) {
        int64_t degree = one_of(a, v, line, kind);
        largest = degree > largest ? degree : largest;
    }
    for (int64_t v = 0; v < n; v++)
        gaps += largest - one_of(a, v, line, kind);
    return samen__put_share(column, line, (double)gaps, n < 2 ? 0 : most, err);
}

static samen_status by_network(const activities *a, samen_table **out, samen_error *err) {
    static const char *const names[] = {"centralization", "in_centralization",
                                        "out_centralization"};
    samen_status status = samen__table_new(a->lines.count, out, err);
    if (status == SAMEN_OK)
        status = samen__add_form_column(a->view, &a->lines, *out, err);
    double *mean = status == SAMEN_OK ? samen__table_add_float64(*out, "mean_degree", err) : NULL;
    int64_t *largest = mean ? samen__table_add_int64(*out, "largest_degree", err) : NULL;
    status = largest ? status : SAMEN_ERR_MEMORY;
    for (int32_t line = 0; status == SAMEN_OK && line < a->lines.count; line++) {
        int64_t sum = 0;
        for (int64_t v = 0; v < a->view->organisations; v++) {
            int64_t degree = one_of(a, v, line, DEGREE);
            sum += degree;
            largest[line] = degree > largest[line] ? degree : largest[line];
        }
        if (a->view->organisations > 0)
            mean[line] = (double)sum / (double)a->view->organisations;
        else
            status = samen__table_set_null(*out, "mean_degree", line, err);
    }
    for (int kind = DEGREE; status == SAMEN_OK && kind <= OUT_DEGREE; kind++) {
        samen__column *column = samen__table_add(*out, names[kind], SAMEN_COLUMN_FLOAT64, err);
        status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
        for (int32_t line = 0; status == SAMEN_OK && line < a->lines.count; line++)
            status = put_centralization(a, line, kind, column, err);
    }
    return status;
}

/* ---- The measure ---------------------------------------------------------------------------------- */

static samen_status compute(samen__call *call, samen_table **out, samen_error *err) {
    static samen_status (*const makers[])(const activities *, samen_table **,
                                          samen_error *) = {by_organisation, by_form, by_network};
    const samen_centrality_degree_options *o = call->options;
    activities a;
    samen_status status = count(call, &a, err);
    if (status == SAMEN_OK)
        status = makers[o->table](&a, out, err);
    samen__delete(a.of);
    return status;
}

static const char *const tables[] = {"organisation", "form", "network", NULL};

static const samen__option options[] = {
    SAMEN__TABLE_OPTION(samen_centrality_degree_options, tables),
};

#define ALONE   "there are fewer than two organisations"
#define TOO_FEW "there are too few organisations"
#define KEY_COLUMNS(TABLE)                                                                         \
    {TABLE, "organisation", SAMEN_COLUMN_TEXT, "key of the organisation", NULL}, {                 \
        TABLE, "name", SAMEN_COLUMN_TEXT, "its name", NULL                                         \
    }
#define ACTIVITY_COLUMNS(TABLE)                                                                    \
    {TABLE, "degree", SAMEN_COLUMN_INT64, "ties; in a directed view in and out together", NULL},   \
        {TABLE, "in_degree", SAMEN_COLUMN_INT64, "ties from others", NULL},                        \
        {TABLE, "out_degree", SAMEN_COLUMN_INT64, "ties to others", NULL},                         \
        {TABLE, "partners", SAMEN_COLUMN_INT64, "organisations it is tied to", NULL},              \
        {TABLE, "strength", SAMEN_COLUMN_FLOAT64, "summed weight of degree", NULL},                \
        {TABLE, "in_strength", SAMEN_COLUMN_FLOAT64, "summed weight of in_degree", NULL},          \
        {TABLE, "out_strength", SAMEN_COLUMN_FLOAT64, "summed weight of out_degree", NULL}, {      \
        TABLE, "degree_normalised", SAMEN_COLUMN_FLOAT64,                                          \
            "degree over its largest possible value", ALONE                                        \
    }

static const samen__column_info columns[] = {
    KEY_COLUMNS("organisation"),
    ACTIVITY_COLUMNS("organisation"),
    KEY_COLUMNS("form"),
    {"form", "form", SAMEN_COLUMN_TEXT, "key of the form, all for all together", NULL},
    ACTIVITY_COLUMNS("form"),
    {"network", "form", SAMEN_COLUMN_TEXT, "key of the form, all for all together", NULL},
    {"network", "mean_degree", SAMEN_COLUMN_FLOAT64, "mean of degree",
     "there are no organisations"},
    {"network", "largest_degree", SAMEN_COLUMN_INT64, "largest degree", NULL},
    {"network", "centralization", SAMEN_COLUMN_FLOAT64, "of degree", TOO_FEW},
    {"network", "in_centralization", SAMEN_COLUMN_FLOAT64, "of in_degree", TOO_FEW},
    {"network", "out_centralization", SAMEN_COLUMN_FLOAT64, "of out_degree", TOO_FEW},
};

const samen__measure samen__centrality_degree = {
    .name = "centrality.degree",
    .title = "Degree and strength",
    .summary = "Ties, in and out, and their weight by organisation and form, with centralization.",
    .source = "Freeman 1979, doi 10.1016/0378-8733(78)90021-7; Barrat et al. 2004, doi "
              "10.1073/pnas.0400087101",
    .since = "0.1",
    .tables = tables,
    .column = columns,
    .columns = sizeof columns / sizeof columns[0],
    .options = {.owner = "centrality.degree",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen_centrality_degree_options)},
    .compute = compute,
};

samen_status samen_centrality_degree(const samen_view *view,
                                     const samen_centrality_degree_options *given,
                                     const samen_run *run, samen_table **out, samen_error *err) {
    return samen__measure_call(&samen__centrality_degree, view, given, run, out, err);
}
