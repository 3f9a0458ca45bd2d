/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The share of each form in all ties, and how sure it is: the form against all others, as composition.contrast has
 * it. */
#include <string.h>

#include "core/options.h"
#include "report/parts.h"
#include "table/table.h"
#include "view/view.h"

static const char file[] = "composition.forms.intervals.csv";

/* The columns while they are filled. */
typedef struct intervals {
    samen_table *table;
    samen__column *form;
    int64_t *ties;
    double *share, *lower, *upper;
    int64_t rows;
} intervals;

/* a="form"; b="all others" */
static void add_sides(const samen_typology *typology, const char *form, samen__text *options) {
    samen__text others = samen__text_growing();
    for (int32_t i = 0; i < typology->count; i++) {
        if (strcmp(typology->form[i].key, form) == 0)
            continue;
        samen__text_add_string(&others, others.length > 0 ? "," : "");
        samen__text_add_string(&others, typology->form[i].key);
    }
    samen__option_write(options, "a", form);
    samen__text_add_string(options, "; ");
    samen__option_write(options, "b", others.bytes ? others.bytes : "");
    options->failed |= others.failed;
    samen__text_free(&others);
}

static samen_table *contrast(samen__document *d, const char *form) {
    samen__text options = samen__text_growing();
    samen_table *table = NULL;
    add_sides(d->view->network->typology, form, &options);
    if (options.failed)
        samen__fail_memory(&d->error);
    else
        table = samen__document_compute(d, "composition.contrast", "%s", options.bytes);
    samen__text_free(&options);
    return table;
}

/* What was said of the contrasts holds for what is made of them. */
static samen_status take_about(const samen_table *contrast, samen_table *table, samen_error *err) {
    static const char *const others[][2] = {{"option.table", "intervals"},
                                            {"option.a", "each form that occurs, in turn"},
                                            {"option.b", "all other forms"}};
    samen_status status = SAMEN_OK;
    for (int64_t i = 0; status == SAMEN_OK && i < contrast->notes; i++) {
        const samen__note *note = &contrast->note[i];
        if (strcmp(note->code, "undefined") != 0)
            status = samen__table_add_note(table, note->code, note->count, err, "%s", note->text);
    }
    for (int64_t i = 0; status == SAMEN_OK && i < contrast->entries; i++) {
        const char *value = contrast->entry[i].value;
        for (size_t o = 0; o < sizeof others / sizeof others[0]; o++)
            value = strcmp(contrast->entry[i].key, others[o][0]) == 0 ? others[o][1] : value;
        status = samen__table_add_entry(table, contrast->entry[i].key, value, err);
    }
    return status;
}

static samen_status add_row(intervals *t, const char *form, const samen_table *contrast,
                            samen_error *err) {
    double lower = samen__document_number(contrast, "lower", -1);
    t->ties[t->rows] = (int64_t)samen__document_number(contrast, "a", 0);
    t->share[t->rows] = samen__document_number(contrast, "estimate", 0);
    t->lower[t->rows] = lower;
    t->upper[t->rows] = samen__document_number(contrast, "upper", 0);
    samen_status status = samen__column_add_string(t->form, form, err);
    if (status == SAMEN_OK && lower < 0)
        status = samen__table_set_null(t->table, "lower", t->rows, err);
    if (status == SAMEN_OK && lower < 0)
        status = samen__table_set_null(t->table, "upper", t->rows, err);
    if (status == SAMEN_OK && t->rows == 0)
        status = take_about(contrast, t->table, err);
    t->rows++;
    return status;
}

static samen_status start(intervals *t, int64_t rows, samen_error *err) {
    samen_status status = samen__table_new(rows, &t->table, err);
    if (status == SAMEN_OK)
        status = samen__table_add(t->table, "form", SAMEN_COLUMN_TEXT, err) ? SAMEN_OK
                                                                            : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK)
        t->ties = samen__table_add_int64(t->table, "ties", err);
    if (t->ties)
        t->share = samen__table_add_float64(t->table, "share", err);
    if (t->share)
        t->lower = samen__table_add_float64(t->table, "lower", err);
    if (t->lower)
        t->upper = samen__table_add_float64(t->table, "upper", err);
    if (!t->upper)
        return SAMEN_ERR_MEMORY;
    t->form = &t->table->column[0];
    return SAMEN_OK;
}

/* The first row of the table of forms is that of all together. */
static samen_status fill(samen__document *d, const samen_table *forms, intervals *t) {
    int32_t form = samen_table_find(forms, "form"), ties = samen_table_find(forms, "ties");
    int64_t rows = 0;
    for (int64_t row = 1; row < samen_table_rows(forms); row++)
        rows += samen_table_get_int64(forms, row, ties, 0) > 0;
    samen_status status = start(t, rows, &d->error);
    for (int64_t row = 1; status == SAMEN_OK && row < samen_table_rows(forms); row++) {
        const char *key = samen_table_get_text(forms, row, form, "");
        if (samen_table_get_int64(forms, row, ties, 0) == 0)
            continue;
        samen_table *one = contrast(d, key);
        status = one ? add_row(t, key, one, &d->error) : d->error.code;
        samen_table_free(one);
    }
    return status;
}

const samen_table *samen__form_intervals(samen__document *d) {
    const samen_table *known = samen__document_find(d, file);
    const samen_table *forms = samen__document_measure(d, "composition.forms", "%s", "");
    intervals t = {0};
    if (known || !forms)
        return known;
    if (fill(d, forms, &t) == SAMEN_OK)
        return samen__document_keep(d, file, t.table);
    samen_table_free(t.table);
    return NULL;
}
