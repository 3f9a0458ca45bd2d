/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of the picture of shares: tables of composition.forms, and intervals of composition.contrast, each form
 * against all others. */
#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/sort.h"
#include "draw/shares.h"
#include "draw/values.h"
#include "draw/waves.h"
#include "measures/forms.h"
#include "samen/composition.h"

enum { MOST_STACKED = 30, MOST_BARS = 48, FEWEST_ROWS = 3 };

static const char *const counts[] = {"ties", "weight", "pairs", "partnerships"};
static const char *const shares[] = {"share_of_ties", "share_of_weight", "share_of_pairs",
                                     "share_of_partnerships"};

/* A table of forms: for each bucket a line of all forms together, then one for each that the view shows. */
typedef struct counted {
    samen_table *table;
    samen__form_lines lines;
    int64_t buckets;
    int32_t amount, share, count; /* columns */
} counted;

static samen_status count_forms(samen__shares *s, const samen_view *view, uint32_t table,
                                counted *c, samen_error *err) {
    const samen_composition_forms_options options = {
        .struct_size = sizeof options, .table = table, .group = s->options->group};
    const samen_run run = samen__draw_run(s->call);
    samen_status status = samen__draw_blame(
        s->call, samen_composition_forms(view, &options, &run, &c->table, err), err);
    if (status != SAMEN_OK)
        return status;
    uint32_t of = s->options->of;
    c->lines = samen__list_forms(view);
    c->buckets = samen_table_rows(c->table) / c->lines.count;
    c->amount = samen_table_find(c->table, counts[of]);
    c->share = samen_table_find(c->table, shares[of]);
    c->count = samen_table_find(c->table, of == SAMEN__OF_WEIGHT ? "ties" : counts[of]);
    return SAMEN_OK;
}

static int64_t count_of(const counted *c, int64_t bucket) {
    return samen_table_get_int64(c->table, bucket * c->lines.count, c->count, 0);
}

/* ---- Rows ---------------------------------------------------------------------------------------- */

/* A row with a share for every form of the typology; those that do not occur are taken out at the end. */
static samen_status add_row(samen__shares *s, const counted *c, int64_t bucket, const char *name,
                            samen_error *err) {
    int32_t forms = s->call->view->network->typology->count;
    int64_t first = bucket * c->lines.count;
    samen_status status =
        samen__grow((void **)&s->row, &s->row_capacity, s->rows + 1, sizeof *s->row, err);
    if (status == SAMEN_OK)
        status = samen__grow((void **)&s->share, &s->share_capacity, (s->rows + 1) * forms,
                             sizeof *s->share, err);
    if (status != SAMEN_OK)
        return status;
    samen__shares_row *row = &s->row[s->rows];
    *row = (samen__shares_row){.name = samen__copy_text(name, (int64_t)strlen(name), err),
                               .count = count_of(c, bucket),
                               .total = samen_table_get_float64(c->table, first, c->amount, 0)};
    if (!row->name)
        return SAMEN_ERR_MEMORY;
    samen__share *share = &s->share[s->rows++ * forms];
    for (int32_t form = 0; form < forms; form++)
        share[form] = (samen__share){.share = NAN, .lower = NAN, .upper = NAN};
    for (int32_t line = 1; line < c->lines.count; line++) {
        samen__share *one = &share[c->lines.form[line]];
        one->amount = samen_table_get_float64(c->table, first + line, c->amount, 0);
        one->share = samen_table_get_float64(c->table, first + line, c->share, NAN);
    }
    return SAMEN_OK;
}

static int by_count(const void *context, int64_t a, int64_t b) {
    int64_t one = count_of(context, a), other = count_of(context, b);
    return one > other ? -1 : one < other;
}

static const char *name_of(const samen__shares *s, const counted *c, int64_t bucket) {
    int by_key = s->options->by == SAMEN__BY_ORGANISATION && s->options->names;
    int32_t column = samen_table_find(c->table, s->options->by == SAMEN__BY_GROUP ? "group"
                                                : by_key                          ? "organisation"
                                                                                  : "name");
    return samen_table_get_text(c->table, bucket * c->lines.count, column, "");
}

/* As many as a page has room for, when it was not said how many. */
static int64_t most_rows(const samen__shares *s, const counted *c) {
    if (s->options->top > 0)
        return s->options->top;
    int32_t bars = s->stacked ? 1 : c->lines.count - 1;
    return bars > MOST_BARS / FEWEST_ROWS ? FEWEST_ROWS
           : s->stacked                   ? MOST_STACKED
                                          : MOST_BARS / bars;
}

/* Those with the most; groups stay in the order of their labels, which may mean something. */
static samen_status add_largest(samen__shares *s, const counted *c, samen_error *err) {
    int64_t most = most_rows(s, c), shown = c->buckets < most ? c->buckets : most;
    int64_t *order = samen__new_raw(c->buckets, sizeof *order, err);
    samen_status status =
        order ? samen__sort(order, c->buckets, by_count, c, err) : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK && s->options->by == SAMEN__BY_GROUP)
        samen__sort_int64(order, shown);
    for (int64_t i = 0; status == SAMEN_OK && i < shown; i++)
        status = add_row(s, c, order[i], name_of(s, c, order[i]), err);
    s->all = c->buckets;
    samen__delete(order);
    return status;
}

static void count_without_group(samen__shares *s, const samen_table *table) {
    for (int32_t note = 0; note < samen_table_notes(table); note++) {
        if (strcmp(samen_table_note_code(table, note), "no-group") == 0)
            s->without_group = samen_table_note_count(table, note);
    }
}

/* ---- Intervals ----------------------------------------------------------------------------------- */

static int occur(const samen__shares *s, int64_t row, int32_t forms) {
    int count = 0;
    for (int32_t form = 0; form < forms; form++)
        count += s->share[row * forms + form].amount > 0;
    return count;
}

/* One form against all others. A pair of several forms is on both sides, and what is contrasted then is not the share
 * of all pairs: it gets no interval. */
static samen_status contrast(samen__shares *s, const samen_view *view, int32_t form,
                             samen__share *share, samen_error *err) {
    const samen_typology *typology = view->network->typology;
    samen__text one = samen__text_growing(), others = samen__text_growing();
    samen_table *table = NULL;
    samen__typology_show_mask(typology, 1ull << form, &one);
    samen__typology_show_mask(typology, samen__typology_all(typology) & ~(1ull << form), &others);
    const samen_composition_contrast_options options = {
        .struct_size = sizeof options,
        .a = one.bytes,
        .b = others.bytes,
        .draws = s->options->draws > 0 ? s->options->draws : -1,
        .level = s->options->level};
    const samen_run run = samen__draw_run(s->call);
    samen_status status = one.failed || others.failed
                              ? samen__fail_memory(err)
                              : samen_composition_contrast(view, &options, &run, &table, err);
    if (status == SAMEN_OK) {
        int wilson = s->options->of == SAMEN__OF_PARTNERSHIPS;
        double estimate = samen_table_get_float64(table, s->options->of,
                                                  samen_table_find(table, "estimate"), NAN);
        int32_t lower = samen_table_find(table, wilson ? "wilson_lower" : "lower");
        int32_t upper = samen_table_find(table, wilson ? "wilson_upper" : "upper");
        int is_same = fabs(estimate - share->share) < 1e-9;
        if (is_same && s->options->draws > 0) {
            share->lower = samen_table_get_float64(table, s->options->of, lower, NAN);
            share->upper = samen_table_get_float64(table, s->options->of, upper, NAN);
        }
        s->intervals |= !isnan(share->lower);
        s->in_several |= !is_same;
    }
    samen_table_free(table);
    samen__text_free(&one);
    samen__text_free(&others);
    return status;
}

/* The intervals of the last row, whose numbers are those of a whole view. Where there is one form only there is
 * nothing that it could be contrasted with. */
static samen_status add_intervals(samen__shares *s, const samen_view *view, samen_error *err) {
    int32_t forms = view->network->typology->count;
    int64_t row = s->rows - 1;
    samen_status status = SAMEN_OK;
    if (s->stacked || occur(s, row, forms) < 2)
        return SAMEN_OK;
    for (int32_t form = 0; status == SAMEN_OK && form < forms; form++) {
        samen__share *share = &s->share[row * forms + form];
        if (share->amount > 0) /* nothing drawn anew would find what does not occur */
            status = contrast(s, view, form, share, err);
    }
    return status;
}

/* ---- All of it ----------------------------------------------------------------------------------- */

static samen_status add_view(samen__shares *s, const samen_view *view, const char *name,
                             samen_error *err) {
    counted c = {0};
    samen_status status = count_forms(s, view, SAMEN_FORMS_FORM, &c, err);
    if (status == SAMEN_OK)
        status = add_row(s, &c, 0, name, err);
    if (status == SAMEN_OK)
        status = add_intervals(s, view, err);
    s->all++;
    samen_table_free(c.table);
    return status;
}

static samen_status add_waves(samen__shares *s, samen_error *err) {
    samen_status status = SAMEN_OK;
    if (s->options->waves_count == 0)
        return samen__waves_needed(s->call, err);
    for (int64_t i = 0; status == SAMEN_OK && i < s->options->waves_count; i++) {
        samen_view *view = NULL;
        samen__text title = samen__text_growing();
        status = samen__wave_see(s->call, s->options->waves[i], &title, &view, err);
        if (status == SAMEN_OK)
            status = add_view(s, view, title.bytes, err);
        samen_view_free(view);
        samen__text_free(&title);
    }
    return status;
}

static samen_status add_parts(samen__shares *s, samen_error *err) {
    counted c = {0};
    int grouped = s->options->by == SAMEN__BY_GROUP;
    if (grouped && !s->options->group)
        return samen__fail_argument(err, s->call->argument,
                                    "shares by group needs the option group");
    samen_status status = count_forms(
        s, s->call->view, grouped ? SAMEN_FORMS_GROUP : SAMEN_FORMS_ORGANISATION, &c, err);
    if (status == SAMEN_OK) {
        count_without_group(s, c.table);
        status = add_largest(s, &c, err);
    }
    samen_table_free(c.table);
    return status;
}

/* Forms that occur in some row stay. */
static void keep_forms(samen__shares *s) {
    const samen_view *view = s->call->view;
    int32_t all = view->network->typology->count;
    for (int32_t form = 0; form < all; form++) {
        int occurs = 0;
        for (int64_t row = 0; row < s->rows; row++)
            occurs |= s->share[row * all + form].amount > 0;
        if (occurs)
            s->form[s->forms++] = form;
        else if (view->forms >> form & 1)
            s->absent |= 1ull << form;
    }
    for (int64_t row = 0; row < s->rows; row++) {
        double sum = 0;
        for (int32_t i = 0; i < s->forms; i++) {
            samen__share share = s->share[row * all + s->form[i]];
            s->share[row * s->forms + i] = share; /* never behind where it was */
            sum += isnan(share.share) ? 0 : share.share;
        }
        s->in_several |= sum > 1 + 1e-9;
    }
}

samen_status samen__shares_find(samen__shares *s, samen_error *err) {
    uint32_t by = s->options->by;
    s->stacked = s->options->bars == SAMEN__BARS_AUTO ? by != SAMEN__BY_WHOLE
                                                      : s->options->bars == SAMEN__BARS_STACKED;
    samen_status status =
        by == SAMEN__BY_WHOLE
            ? add_view(s, s->call->view,
                       samen__word_in(s->options->common.language, SAMEN__WORD_WHOLE), err)
        : by == SAMEN__BY_WAVE ? add_waves(s, err)
                               : add_parts(s, err);
    if (status == SAMEN_OK)
        keep_forms(s);
    return status;
}

void samen__shares_free(samen__shares *s) {
    for (int64_t i = 0; i < s->rows; i++)
        samen__delete(s->row[i].name);
    samen__delete(s->row);
    samen__delete(s->share);
    samen__frame_free(&s->frame);
}
