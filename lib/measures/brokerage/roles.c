/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brokerage roles between groups, against what chance would give.
 *
 * For whoever asks not only who stands between others, but between whom: inside their own group, or
 * for it towards others, or between groups that are not theirs.
 *
 * Choices: i, j, k broker when i and k are not tied from i to k, whatever the tie back. In an undirected
 * view representative and gatekeeper are the same two-path seen from its two ends: both columns hold the
 * count, total holds it once. Organisations without a group are left out with their ties. The model of
 * independent ties ignores that some organisations have many ties; the permutation of group labels does
 * not touch the ties, so it keeps every degree.
 *
 * Based on: R. V. Gould and R. M. Fernandez, Structures of mediation: a formal approach to brokerage in
 * transaction networks, Sociological Methodology 19, 1989 (doi 10.2307/270949).
 * Complexity: O(sum over ties of the lesser degree of their ends), times draws / 50 for p. */
#include <math.h>

#include "core/memory.h"
#include "kernels/roles.h"
#include "measures/brokerage/moments.h"
#include "measures/forms.h"
#include "measures/registry.h"
#include "samen/brokerage.h"

static const char *const role_names[SAMEN__ROLES] = {"coordinator", "itinerant", "representative",
                                                     "gatekeeper",  "liaison",   "total"};

typedef struct finding {
    const samen_view *view;
    samen__groups groups;
    samen__roles roles;
    samen__model model;
    int64_t *count; /* organisations * SAMEN__ROLES */
    int64_t draws;
    int64_t *more, *fewer; /* the same, and SAMEN__ROLES of the network behind */
} finding;

static void free_finding(finding *f) {
    samen__groups_free(&f->groups);
    samen__roles_close(&f->roles);
    samen__delete(f->count);
    samen__delete(f->more);
    samen__delete(f->fewer);
}

/* Density among the organisations that have a group. */
static double density_of(const finding *f, const samen__rows *rows) {
    double n = (double)f->model.total, arcs = 0;
    for (int64_t v = 0; v < rows->vertices; v++) {
        for (int64_t a = rows->start[v]; f->groups.of[v] >= 0 && a < rows->start[v + 1]; a++)
            arcs += f->groups.of[rows->target[a]] >= 0;
    }
    return n > 1 ? arcs / (n * (n - 1)) : 0;
}

static samen_status permute(samen__call *call, finding *f, samen_error *err) {
    int64_t counts = (f->view->organisations + 1) * SAMEN__ROLES;
    samen__run run = samen__run_part(&call->run, 0.2, 1);
    f->more = samen__new(counts, sizeof *f->more, err);
    f->fewer = samen__new(counts, sizeof *f->fewer, err);
    if (!f->more || !f->fewer)
        return SAMEN_ERR_MEMORY;
    return samen__roles_permute(&f->roles, f->count, f->draws, f->more, f->fewer, &run, err);
}

static samen_status find(samen__call *call, finding *f, samen_error *err) {
    const samen_brokerage_roles_options *o = call->options;
    const samen__rows *out_rows = NULL, *in_rows = NULL;
    samen__run run = samen__run_part(&call->run, 0, 0.2);
    *f =
        (finding){.view = call->view, .draws = o->table == SAMEN_ROLES_ORGANISATION ? 0 : o->draws};
    samen_status status = samen__measure_groups(call, o->group, &f->groups, err);
    if (status == SAMEN_OK)
        status = samen__view_rows(call->view, &run, &out_rows, &in_rows, err);
    if (status == SAMEN_OK)
        status = samen__roles_open(out_rows, in_rows, call->view->directed, f->groups.of,
                                   f->groups.count, &f->roles, err);
    if (status == SAMEN_OK) {
        f->count = samen__new(f->view->organisations * SAMEN__ROLES, sizeof *f->count, err);
        status = f->count ? samen__roles_count(&f->roles, f->count, &run, err) : SAMEN_ERR_MEMORY;
    }
    if (status != SAMEN_OK)
        return status;
    f->model = (samen__model){.directed = f->view->directed,
                              .groups = f->groups.count,
                              .size = f->groups.size,
                              .total = f->view->organisations - f->groups.without};
    f->model.density = density_of(f, out_rows);
    return f->draws > 0 ? permute(call, f, err) : SAMEN_OK;
}

static const char LEFT_OUT[] = "left out with all ties";

/* ---- Tables --------------------------------------------------------------------------------------- */

static samen_status by_organisation(samen__call *call, finding *f, samen_table **out,
                                    samen_error *err) {
    samen_status status = samen__table_new(call->view->organisations, out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_keys(call->view, 1, *out, err);
    if (status == SAMEN_OK)
        status = samen__groups_add_labels(&f->groups, "group", f->groups.of, *out, err);
    for (int role = 0; status == SAMEN_OK && role < SAMEN__ROLES; role++) {
        samen__column *column = samen__table_add(*out, role_names[role], SAMEN_COLUMN_INT64, err);
        status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
        for (int64_t v = 0; status == SAMEN_OK && v < (*out)->rows; v++) {
            if (f->groups.of[v] < 0)
                status = samen__column_set_null(column, v, err);
            else
                ((int64_t *)column->data)[v] = f->count[v * SAMEN__ROLES + role];
        }
    }
    return status == SAMEN_OK ? samen__groups_add_note(&f->groups, LEFT_OUT, *out, err) : status;
}

/* A count beside its expectation. */
typedef struct comparison {
    int64_t count;
    samen__moments moments;
    int64_t more, fewer;
    int32_t defined;
} comparison;

static samen_status put_number(samen__column *column, int64_t row, double value, int defined,
                               samen_error *err) {
    if (!defined)
        return samen__column_set_null(column, row, err);
    ((double *)column->data)[row] = value;
    return SAMEN_OK;
}

static samen_status add_comparisons(const finding *f, const comparison *c, samen_table *table,
                                    samen_error *err) {
    static const char *const names[] = {"expected", "std_dev", "z", "p_more", "p_fewer"};
    samen__column *count = samen__table_add(table, "count", SAMEN_COLUMN_INT64, err);
    samen_status status = count ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
        ((int64_t *)count->data)[row] = c[row].count;
        if (!c[row].defined)
            status = samen__column_set_null(count, row, err);
    }
    for (int i = 0; status == SAMEN_OK && i < 5; i++) {
        samen__column *column = samen__table_add(table, names[i], SAMEN_COLUMN_FLOAT64, err);
        status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
        for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
            const comparison *one = &c[row];
            double spread = one->moments.variance > 0 ? sqrt(one->moments.variance) : 0;
            double draws = (double)(f->draws + 1);
            const double values[] = {
                one->moments.expected, spread,
                spread > 0 ? ((double)one->count - one->moments.expected) / spread : 0,
                (double)(one->more + 1) / draws, (double)(one->fewer + 1) / draws};
            int defined = one->defined && (i != 2 || spread > 0) && (i < 3 || f->draws > 0);
            status = put_number(column, row, values[i], defined, err);
        }
    }
    int64_t *draws = status == SAMEN_OK ? samen__table_add_int64(table, "draws", err) : NULL;
    for (int64_t row = 0; draws && row < table->rows; row++)
        draws[row] = c[row].defined ? f->draws : 0;
    return draws ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static samen_status add_role_names(samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, "role", SAMEN_COLUMN_TEXT, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++)
        status = samen__column_add_string(column, role_names[row % SAMEN__ROLES], err);
    return status;
}

static samen_status by_significance(samen__call *call, finding *f, samen_table **out,
                                    samen_error *err) {
    int64_t n = call->view->organisations, rows = n * SAMEN__ROLES;
    samen__moments(*of_group)[SAMEN__ROLES] = samen__new(f->groups.count, sizeof *of_group, err);
    comparison *c = samen__new(rows, sizeof *c, err);
    int32_t *group = samen__new_raw(rows, sizeof *group, err);
    samen_status status = of_group && c && group ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int32_t g = 0; status == SAMEN_OK && g < f->groups.count; g++)
        samen__node_moments(&f->model, g, of_group[g]);
    for (int64_t i = 0; status == SAMEN_OK && i < rows; i++) {
        int32_t g = group[i] = f->groups.of[i / SAMEN__ROLES];
        if (g >= 0)
            c[i] = (comparison){.count = f->count[i],
                                .moments = of_group[g][i % SAMEN__ROLES],
                                .more = f->more ? f->more[i] : 0,
                                .fewer = f->fewer ? f->fewer[i] : 0,
                                .defined = 1};
    }
    if (status == SAMEN_OK)
        status = samen__table_new(rows, out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_keys(call->view, SAMEN__ROLES, *out, err);
    if (status == SAMEN_OK)
        status = samen__groups_add_labels(&f->groups, "group", group, *out, err);
    if (status == SAMEN_OK)
        status = add_role_names(*out, err);
    if (status == SAMEN_OK)
        status = add_comparisons(f, c, *out, err);
    if (status == SAMEN_OK)
        status = samen__groups_add_note(&f->groups, LEFT_OUT, *out, err);
    samen__delete(of_group);
    samen__delete(c);
    samen__delete(group);
    return status;
}

static samen_status by_network(samen__call *call, finding *f, samen_table **out, samen_error *err) {
    samen__moments moments[SAMEN__ROLES];
    comparison c[SAMEN__ROLES] = {{0}};
    int64_t n = call->view->organisations, behind = n * SAMEN__ROLES;
    samen__network_moments(&f->model, moments);
    for (int role = 0; role < SAMEN__ROLES; role++) {
        c[role] = (comparison){.moments = moments[role],
                               .more = f->more ? f->more[behind + role] : 0,
                               .fewer = f->fewer ? f->fewer[behind + role] : 0,
                               .defined = 1};
        for (int64_t v = 0; v < n; v++)
            c[role].count += f->count[v * SAMEN__ROLES + role];
    }
    samen_status status = samen__table_new(SAMEN__ROLES, out, err);
    if (status == SAMEN_OK)
        status = add_role_names(*out, err);
    if (status == SAMEN_OK)
        status = add_comparisons(f, c, *out, err);
    return status == SAMEN_OK ? samen__groups_add_note(&f->groups, LEFT_OUT, *out, err) : status;
}

/* ---- The measure ---------------------------------------------------------------------------------- */

static samen_status compute(samen__call *call, samen_table **out, samen_error *err) {
    static samen_status (*const makers[])(samen__call *, finding *, samen_table **,
                                          samen_error *) = {by_organisation, by_significance,
                                                            by_network};
    const samen_brokerage_roles_options *o = call->options;
    finding f;
    samen_status status = find(call, &f, err);
    if (status == SAMEN_OK)
        status = makers[o->table](call, &f, out, err);
    free_finding(&f);
    return status;
}

static const char *const tables[] = {"organisation", "significance", "network", NULL};

#define FIELD(name) offsetof(samen_brokerage_roles_options, name)

static const samen__option options[] = {
    SAMEN__TABLE_OPTION(samen_brokerage_roles_options, tables),
    {.name = "group",
     .type = SAMEN__OPTION_TEXT,
     .offset = FIELD(group),
     .fallback = "",
     .required = 1,
     .since = "0.1",
     .help = "the attribute that partitions organisations, as group=sector"},
    SAMEN__DRAWS_OPTION(samen_brokerage_roles_options,
                        "shuffles of group labels for permutation p, 0 for none"),
};

#define NO_GROUP "the organisation has no group"
#define COMPARISON_COLUMNS(TABLE, WHEN)                                                            \
    {TABLE, "count", SAMEN_COLUMN_INT64, "open two-paths in the role", WHEN},                      \
        {TABLE, "expected", SAMEN_COLUMN_FLOAT64, "were ties independent", WHEN},                  \
        {TABLE, "std_dev", SAMEN_COLUMN_FLOAT64, "exact, were ties independent", WHEN},            \
        {TABLE, "z", SAMEN_COLUMN_FLOAT64, "count less expected, over std_dev",                    \
         "the standard deviation is 0, or there is no group"},                                     \
        {TABLE, "p_more", SAMEN_COLUMN_FLOAT64, "permutation p of at least this count",            \
         "there are no draws, or there is no group"},                                              \
        {TABLE, "p_fewer", SAMEN_COLUMN_FLOAT64, "permutation p of at most this count",            \
         "there are no draws, or there is no group"},                                              \
    {                                                                                              \
        TABLE, "draws", SAMEN_COLUMN_INT64, "shuffles of group labels", NULL                       \
    }
#define ROLE_COLUMN(NAME, HELP)                                                                    \
    { "organisation", NAME, SAMEN_COLUMN_INT64, HELP, NO_GROUP }

static const samen__column_info columns[] = {
    {"organisation", "organisation", SAMEN_COLUMN_TEXT, "key of the organisation", NULL},
    {"organisation", "name", SAMEN_COLUMN_TEXT, "its name", NULL},
    {"organisation", "group", SAMEN_COLUMN_TEXT, "its group", NO_GROUP},
    ROLE_COLUMN("coordinator", "AAA: between two of its own group"),
    ROLE_COLUMN("itinerant", "ABA: between two of one other group"),
    ROLE_COLUMN("representative", "AAB: from its own group to another"),
    ROLE_COLUMN("gatekeeper", "ABB: from another group into its own"),
    ROLE_COLUMN("liaison", "ABC: between two other groups"),
    ROLE_COLUMN("total", "all roles together"),
    {"significance", "organisation", SAMEN_COLUMN_TEXT, "key of the organisation", NULL},
    {"significance", "name", SAMEN_COLUMN_TEXT, "its name", NULL},
    {"significance", "group", SAMEN_COLUMN_TEXT, "its group", NO_GROUP},
    {"significance", "role", SAMEN_COLUMN_TEXT, "the role, or total", NULL},
    COMPARISON_COLUMNS("significance", NO_GROUP),
    {"network", "role", SAMEN_COLUMN_TEXT, "the role, or total", NULL},
    COMPARISON_COLUMNS("network", NULL),
};

const samen__measure samen__brokerage_roles = {
    .name = "brokerage.roles",
    .title = "Brokerage roles",
    .summary =
        "Coordinators, itinerants, representatives, gatekeepers and liaisons between groups, "
        "against expectation.",
    .source = "Gould and Fernandez 1989, doi 10.2307/270949",
    .since = "0.1",
    .tables = tables,
    .column = columns,
    .columns = sizeof columns / sizeof columns[0],
    .options = {.owner = "brokerage.roles",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen_brokerage_roles_options)},
    .compute = compute,
};

samen_status samen_brokerage_roles(const samen_view *view,
                                   const samen_brokerage_roles_options *given, const samen_run *run,
                                   samen_table **out, samen_error *err) {
    return samen__measure_call(&samen__brokerage_roles, view, given, run, out, err);
}
