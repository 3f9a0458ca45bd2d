/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/wave_tables.h"

#include <math.h>
#include <string.h>

#include "report/parts.h"
#include "report/filling.h"
#include "view/view.h"

/* How the intervals of the waves were found: alike in each. */
static samen_status add_provenance(const samen__wave *first, samen_table *table, samen_error *err) {
    static const char *const keys[] = {"option.draws", "option.level", "seed"};
    const samen_table *density =
        samen__document_find(&first->document, "cohesion.density.form.csv");
    samen_status status = SAMEN_OK;
    for (size_t i = 0; status == SAMEN_OK && i < sizeof keys / sizeof keys[0]; i++) {
        const char *value = samen_table_provenance(density, keys[i]);
        if (value)
            status = samen__table_add_entry(table, keys[i], value, err);
    }
    return status;
}

/* The filled table with its provenance. */
static samen_status take(samen__filling *rows, const samen__waves *waves, samen_table **out) {
    if (rows->status == SAMEN_OK)
        rows->status = add_provenance(&waves->wave[0], rows->table, rows->err);
    return samen__filling_take(rows, out);
}

/* ---- Each wave ----------------------------------------------------------------------------------------- */

samen_status samen__waves_each(samen__waves *waves, samen_table **out, samen_error *err) {
    static const samen__fill_column columns[] = {{"wave", SAMEN_COLUMN_TEXT},
                                                 {"start", SAMEN_COLUMN_DATE},
                                                 {"end", SAMEN_COLUMN_DATE},
                                                 {"ties", SAMEN_COLUMN_INT64},
                                                 {"pairs", SAMEN_COLUMN_INT64},
                                                 {"density", SAMEN_COLUMN_FLOAT64},
                                                 {"lower", SAMEN_COLUMN_FLOAT64},
                                                 {"upper", SAMEN_COLUMN_FLOAT64},
                                                 {NULL, 0}};
    samen__filling rows = samen__filling_start(waves->count, columns, err);
    for (int32_t i = 0; i < waves->count; i++) {
        samen__wave *w = &waves->wave[i];
        const samen_table *forms =
            samen__document_measure(&w->document, "composition.forms", "%s", "");
        const samen_table *density =
            samen__document_measure(&w->document, "cohesion.density", "%s", "");
        samen__fill_text(&rows, w->label);
        samen__fill_day(&rows, w->start);
        samen__fill_day(&rows, w->end);
        samen__fill_count(&rows, (int64_t)samen__document_number(forms, "ties", 0));
        samen__fill_count(&rows, (int64_t)samen__document_number(forms, "pairs", 0));
        samen__fill_number(&rows, samen__document_number(density, "density", NAN));
        samen__fill_number(&rows, samen__document_number(density, "lower", NAN));
        samen__fill_number(&rows, samen__document_number(density, "upper", NAN));
    }
    return take(&rows, waves, out);
}

/* ---- Forms --------------------------------------------------------------------------------------------- */

/* The row of a form in a table of intervals, or -1. */
static int64_t find_form(const samen_table *intervals, const char *form) {
    int32_t column = samen_table_find(intervals, "form");
    for (int64_t row = 0; row < samen_table_rows(intervals); row++) {
        if (strcmp(samen_table_get_text(intervals, row, column, ""), form) == 0)
            return row;
    }
    return -1;
}

/* The forms that occur in any of the waves, as a mask. */
static uint64_t find_forms(samen__waves *waves, const samen_typology *typology) {
    uint64_t forms = 0;
    for (int32_t i = 0; i < waves->count; i++) {
        const samen_table *intervals = samen__form_intervals(&waves->wave[i].document);
        for (int32_t form = 0; intervals && form < typology->count; form++)
            forms |= (uint64_t)(find_form(intervals, typology->form[form].key) >= 0) << form;
    }
    return forms;
}

static void add_cell(samen__filling *rows, const samen_table *intervals, int64_t row,
                     const char *column, double otherwise) {
    samen__fill_number(rows, samen_table_get_float64(
                                 intervals, row, samen_table_find(intervals, column), otherwise));
}

/* A form that does not occur in a wave has a share of nothing, and no interval. */
static void add_form(samen__filling *rows, samen__wave *w, const char *form) {
    const samen_table *intervals = samen__form_intervals(&w->document);
    int64_t row = intervals ? find_form(intervals, form) : -1;
    samen__fill_text(rows, w->label);
    samen__fill_text(rows, form);
    samen__fill_count(
        rows, samen_table_get_int64(intervals, row, samen_table_find(intervals, "ties"), 0));
    add_cell(rows, intervals, row, "share", 0);
    add_cell(rows, intervals, row, "lower", NAN);
    add_cell(rows, intervals, row, "upper", NAN);
}

samen_status samen__waves_forms(samen__waves *waves, samen_table **out, samen_error *err) {
    static const samen__fill_column columns[] = {{"wave", SAMEN_COLUMN_TEXT},
                                                 {"form", SAMEN_COLUMN_TEXT},
                                                 {"ties", SAMEN_COLUMN_INT64},
                                                 {"share", SAMEN_COLUMN_FLOAT64},
                                                 {"lower", SAMEN_COLUMN_FLOAT64},
                                                 {"upper", SAMEN_COLUMN_FLOAT64},
                                                 {NULL, 0}};
    const samen_typology *typology = waves->wave[0].document.view->network->typology;
    uint64_t forms = find_forms(waves, typology);
    samen__filling rows =
        samen__filling_start(waves->count * (int64_t)__builtin_popcountll(forms), columns, err);
    for (int32_t i = 0; i < waves->count; i++) {
        for (int32_t form = 0; form < typology->count; form++) {
            if (forms >> form & 1)
                add_form(&rows, &waves->wave[i], typology->form[form].key);
        }
    }
    return take(&rows, waves, out);
}

/* ---- Pairs --------------------------------------------------------------------------------------------- */

typedef struct turnover {
    int64_t both, ended, begun;
} turnover;

/* Both waves show the same organisations in the same order, so their pairs can be gone through side by side. */
static turnover compare(const samen__pairs *before, const samen__pairs *after) {
    turnover t = {0};
    samen__walk at = {0}, at_after = {0};
    samen__pair one, other;
    int there = samen__next_pair(before, &at, &one),
        there_after = samen__next_pair(after, &at_after, &other);
    while (there || there_after) {
        int64_t key = there ? (int64_t)one.low << 32 | one.high : INT64_MAX;
        int64_t key_after = there_after ? (int64_t)other.low << 32 | other.high : INT64_MAX;
        t.both += key == key_after;
        t.ended += key < key_after;
        t.begun += key > key_after;
        int moves = key <= key_after, moves_after = key_after <= key;
        if (moves)
            there = samen__next_pair(before, &at, &one);
        if (moves_after)
            there_after = samen__next_pair(after, &at_after, &other);
    }
    return t;
}

static samen_status get_pairs(samen__wave *w, const samen__pairs **out, samen_error *err) {
    samen__run run;
    samen_status status = samen__run_prepare(w->document.run, 0, &run, err);
    return status == SAMEN_OK ? samen__view_pairs(w->document.view, &run, out, err) : status;
}

samen_status samen__waves_pairs(samen__waves *waves, samen_table **out, samen_error *err) {
    static const samen__fill_column columns[] = {{"wave", SAMEN_COLUMN_TEXT},
                                                 {"next", SAMEN_COLUMN_TEXT},
                                                 {"both", SAMEN_COLUMN_INT64},
                                                 {"ended", SAMEN_COLUMN_INT64},
                                                 {"begun", SAMEN_COLUMN_INT64},
                                                 {"stability", SAMEN_COLUMN_FLOAT64},
                                                 {NULL, 0}};
    samen__filling rows = samen__filling_start(waves->count - 1, columns, err);
    for (int32_t i = 0; rows.status == SAMEN_OK && i + 1 < waves->count; i++) {
        const samen__pairs *before = NULL, *after = NULL;
        rows.status = get_pairs(&waves->wave[i], &before, err);
        if (rows.status == SAMEN_OK)
            rows.status = get_pairs(&waves->wave[i + 1], &after, err);
        if (rows.status != SAMEN_OK)
            break;
        turnover t = compare(before, after);
        int64_t all = t.both + t.ended + t.begun;
        samen__fill_text(&rows, waves->wave[i].label);
        samen__fill_text(&rows, waves->wave[i + 1].label);
        samen__fill_count(&rows, t.both);
        samen__fill_count(&rows, t.ended);
        samen__fill_count(&rows, t.begun);
        samen__fill_number(&rows, all > 0 ? (double)t.both / (double)all : NAN);
    }
    return samen__filling_take(&rows, out);
}
