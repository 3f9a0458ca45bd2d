/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Structural holes: constraint, effective size, efficiency, hierarchy.
 *
 * For whoever asks who has partners that do not know each other, and so room to move.
 *
 * Choices: the whole-network model by default, in which a contact's attention is shared over all its
 * ties; the ego-network model (the default of UCINET) counts only those to the organisation and among
 * its contacts. Efficiency divides by the number of contacts, also when ties are weighted. An
 * unweighted tie reported both ways counts 2 in z, as in Burt.
 *
 * Based on: R. S. Burt, Structural Holes (1992), chapter 2; S. P. Borgatti, Structural holes: unpacking
 * Burt's redundancy measures, Connections 20(1), 1997.
 * Complexity: O(sum over ties of the lesser degree of their ends). */
#include "core/memory.h"
#include "kernels/holes.h"
#include "measures/forms.h"
#include "measures/registry.h"
#include "samen/brokerage.h"

typedef struct finding {
    samen__rows rows; /* symmetric strengths, NULL when all are 1 */
    int32_t owns_structure;
    samen__holes holes;
} finding;

static void free_finding(finding *f) {
    if (f->owns_structure)
        samen__rows_free(&f->rows);
    samen__delete(f->holes.constraint);
    samen__delete(f->holes.effective_size);
    samen__delete(f->holes.hierarchy);
    samen__delete(f->holes.dyadic);
    samen__delete(f->holes.redundancy);
}

/* The same rows with weights of 1. */
static samen_status flatten(const samen__rows *rows, samen__rows *out, samen_error *err) {
    *out = *rows;
    out->weight = samen__new_raw(rows->arcs, sizeof *out->weight, err);
    for (int64_t a = 0; out->weight && a < rows->arcs; a++)
        out->weight[a] = 1.0;
    return out->weight ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* z = w + w' of a directed view. */
static samen_status symmetrise(const samen__rows *out_rows, const samen__rows *in_rows,
                               int weighted, samen__rows *rows, samen_error *err) {
    if (weighted)
        return samen__rows_underlying(out_rows, in_rows, rows, err);
    samen__rows out = {0}, in = {0};
    samen_status status = flatten(out_rows, &out, err);
    if (status == SAMEN_OK)
        status = flatten(in_rows, &in, err);
    if (status == SAMEN_OK)
        status = samen__rows_underlying(&out, &in, rows, err);
    samen__delete(out.weight);
    samen__delete(in.weight);
    return status;
}

/* The strengths of ties; of an undirected view the weights themselves, since only ratios of strengths
 * enter. */
static samen_status find_strengths(samen__call *call, int weighted, finding *f, samen_error *err) {
    const samen__rows *out_rows = NULL, *in_rows = NULL;
    samen_status status = samen__view_rows(call->view, &call->run, &out_rows, &in_rows, err);
    if (status != SAMEN_OK)
        return status;
    f->owns_structure = call->view->directed;
    if (call->view->directed)
        return symmetrise(out_rows, in_rows, weighted, &f->rows, err);
    f->rows = *out_rows;
    if (!weighted)
        f->rows.weight = NULL;
    return SAMEN_OK;
}

static samen_status find(samen__call *call, finding *f, samen_error *err) {
    const samen_brokerage_holes_options *o = call->options;
    int64_t n = call->view->organisations;
    int dyads = o->table == SAMEN_HOLES_DYAD;
    *f = (finding){0};
    samen_status status = find_strengths(call, (int)o->weighted, f, err);
    if (status != SAMEN_OK)
        return status;
    samen__holes *h = &f->holes;
    h->rows = &f->rows;
    h->ego_model = o->model == SAMEN_HOLES_EGO;
    if (dyads) {
        h->dyadic = samen__new(f->rows.arcs, sizeof *h->dyadic, err);
        h->redundancy = samen__new(f->rows.arcs, sizeof *h->redundancy, err);
    } else {
        h->constraint = samen__new(n, sizeof *h->constraint, err);
        h->effective_size = samen__new(n, sizeof *h->effective_size, err);
        h->hierarchy = samen__new(n, sizeof *h->hierarchy, err);
    }
    int complete =
        dyads ? h->dyadic && h->redundancy : h->constraint && h->effective_size && h->hierarchy;
    return complete ? samen__holes_find(h, &call->run, err) : SAMEN_ERR_MEMORY;
}

/* ---- Tables --------------------------------------------------------------------------------------- */

static int64_t contacts_of(const finding *f, int64_t organisation) {
    return f->rows.start[organisation + 1] - f->rows.start[organisation];
}

static samen_status add_scores(const finding *f, const char *name, const double *value,
                               samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, name, SAMEN_COLUMN_FLOAT64, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t v = 0; status == SAMEN_OK && v < table->rows; v++) {
        if (contacts_of(f, v) == 0)
            status = samen__column_set_null(column, v, err);
        else
            ((double *)column->data)[v] = value[v];
    }
    return status;
}

static samen_status by_organisation(samen__call *call, finding *f, samen_table **out,
                                    samen_error *err) {
    const samen__holes *h = &f->holes;
    samen_status status = samen__table_new(call->view->organisations, out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_keys(call->view, 1, *out, err);
    if (status == SAMEN_OK)
        status = add_scores(f, "constraint", h->constraint, *out, err);
    if (status == SAMEN_OK)
        status = add_scores(f, "effective_size", h->effective_size, *out, err);
    for (int64_t v = 0; status == SAMEN_OK && v < (*out)->rows; v++)
        h->effective_size[v] /= contacts_of(f, v) > 0 ? (double)contacts_of(f, v) : 1.0;
    if (status == SAMEN_OK)
        status = add_scores(f, "efficiency", h->effective_size, *out, err);
    if (status == SAMEN_OK)
        status = add_scores(f, "hierarchy", h->hierarchy, *out, err);
    int64_t *contacts = status == SAMEN_OK ? samen__table_add_int64(*out, "contacts", err) : NULL;
    for (int64_t v = 0; contacts && v < (*out)->rows; v++)
        contacts[v] = contacts_of(f, v);
    return contacts ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static samen_status by_dyad(samen__call *call, finding *f, samen_table **out, samen_error *err) {
    int32_t *from = samen__new_raw(f->rows.arcs, sizeof *from, err);
    samen_status status = from ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t v = 0; from && v < f->rows.vertices; v++) {
        for (int64_t a = f->rows.start[v]; a < f->rows.start[v + 1]; a++)
            from[a] = (int32_t)v;
    }
    if (status == SAMEN_OK)
        status = samen__table_new(f->rows.arcs, out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_key_column(call->view, "organisation", from, *out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_key_column(call->view, "contact", f->rows.target, *out, err);
    double *constraint =
        status == SAMEN_OK ? samen__table_add_float64(*out, "constraint", err) : NULL;
    double *redundancy = constraint ? samen__table_add_float64(*out, "redundancy", err) : NULL;
    for (int64_t a = 0; redundancy && a < f->rows.arcs; a++) {
        constraint[a] = f->holes.dyadic[a];
        redundancy[a] = f->holes.redundancy[a];
    }
    samen__delete(from);
    return redundancy ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* ---- The measure ---------------------------------------------------------------------------------- */

static samen_status compute(samen__call *call, samen_table **out, samen_error *err) {
    const samen_brokerage_holes_options *o = call->options;
    finding f;
    samen_status status = find(call, &f, err);
    if (status == SAMEN_OK)
        status = o->table == SAMEN_HOLES_DYAD ? by_dyad(call, &f, out, err)
                                              : by_organisation(call, &f, out, err);
    free_finding(&f);
    return status;
}

static const char *const tables[] = {"organisation", "dyad", NULL};
static const char *const models[] = {"whole", "ego", NULL};

#define FIELD(name) offsetof(samen_brokerage_holes_options, name)

static const samen__option options[] = {
    SAMEN__TABLE_OPTION(samen_brokerage_holes_options, tables),
    {.name = "weighted",
     .type = SAMEN__OPTION_YES_NO,
     .offset = FIELD(weighted),
     .fallback = "false",
     .since = "0.1",
     .help = "whether ties count by weight, or 1 each"},
    {.name = "model",
     .type = SAMEN__OPTION_CHOICE,
     .offset = FIELD(model),
     .fallback = "whole",
     .choices = models,
     .since = "0.1",
     .help = "whether contacts' ties count in the whole network or among the contacts only"},
};

#define ALONE "the organisation has no ties"

static const samen__column_info columns[] = {
    {"organisation", "organisation", SAMEN_COLUMN_TEXT, "key of the organisation", NULL},
    {"organisation", "name", SAMEN_COLUMN_TEXT, "its name", NULL},
    {"organisation", "constraint", SAMEN_COLUMN_FLOAT64, "high: few holes around it", ALONE},
    {"organisation", "effective_size", SAMEN_COLUMN_FLOAT64, "contacts less redundancy", ALONE},
    {"organisation", "efficiency", SAMEN_COLUMN_FLOAT64, "effective size over contacts", ALONE},
    {"organisation", "hierarchy", SAMEN_COLUMN_FLOAT64, "how far one contact makes the constraint",
     ALONE},
    {"organisation", "contacts", SAMEN_COLUMN_INT64, "organisations it is tied to", NULL},
    {"dyad", "organisation", SAMEN_COLUMN_TEXT, "key of the organisation", NULL},
    {"dyad", "contact", SAMEN_COLUMN_TEXT, "key of the contact", NULL},
    {"dyad", "constraint", SAMEN_COLUMN_FLOAT64, "dyadic constraint of the contact", NULL},
    {"dyad", "redundancy", SAMEN_COLUMN_FLOAT64, "of the contact, taken from effective size", NULL},
};

const samen__measure samen__brokerage_holes = {
    .name = "brokerage.holes",
    .title = "Structural holes",
    .summary = "Constraint, effective size, efficiency and hierarchy, and dyadic constraint.",
    .source = "Burt 1992, Structural Holes; Borgatti 1997, Connections 20(1)",
    .since = "0.1",
    .tables = tables,
    .column = columns,
    .columns = sizeof columns / sizeof columns[0],
    .options = {.owner = "brokerage.holes",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen_brokerage_holes_options)},
    .compute = compute,
};

samen_status samen_brokerage_holes(const samen_view *view,
                                   const samen_brokerage_holes_options *given, const samen_run *run,
                                   samen_table **out, samen_error *err) {
    return samen__measure_call(&samen__brokerage_holes, view, given, run, out, err);
}
