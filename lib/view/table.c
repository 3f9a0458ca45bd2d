/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The organisations and the ties of a view as columns and a table. */
#include "core/arithmetic.h"
#include "core/error.h"
#include "view/view.h"

samen_status samen__view_add_keys(const samen_view *view, int64_t times, samen_table *table,
                                  samen_error *err) {
    for (int names = 0; names < 2; names++) {
        samen__column *column =
            samen__table_add(table, names ? "name" : "organisation", SAMEN_COLUMN_TEXT, err);
        samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
        for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
            int64_t at = view->organisation[row / times];
            const char *text = names ? samen_network_name(view->network, SAMEN_ORGANISATIONS, at)
                                     : samen_network_key(view->network, SAMEN_ORGANISATIONS, at);
            status = samen__column_add_string(column, text, err);
        }
        if (status != SAMEN_OK)
            return status;
    }
    return SAMEN_OK;
}

samen_status samen__view_add_key_column(const samen_view *view, const char *name,
                                        const int32_t *organisation, samen_table *table,
                                        samen_error *err) {
    samen__column *column = samen__table_add(table, name, SAMEN_COLUMN_TEXT, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++)
        status = samen__column_add_string(column, samen_view_key(view, organisation[row]), err);
    return status;
}

/* One way of a pair. */
typedef struct way {
    int32_t from, to;
    uint64_t forms;
    double weight;
} way;

/* Way number `which` (0 or 1) of a pair; its weight is 0 when there is none to list. */
static way way_of(const samen_view *view, const samen__pair *p, int which) {
    if (which == 0)
        return (way){p->low, p->high, p->forward_forms, p->forward};
    return (way){p->high, p->low, p->backward_forms, view->directed ? p->backward : 0.0};
}

typedef samen_status (*filler)(const samen_view *view, const way *w, int64_t row,
                               samen__column *column, samen_error *err);

static samen_status fill_from(const samen_view *view, const way *w, int64_t row,
                              samen__column *column, samen_error *err) {
    (void)row;
    return samen__column_add_string(column, samen_view_key(view, w->from), err);
}

static samen_status fill_to(const samen_view *view, const way *w, int64_t row,
                            samen__column *column, samen_error *err) {
    (void)row;
    return samen__column_add_string(column, samen_view_key(view, w->to), err);
}

static samen_status fill_forms(const samen_view *view, const way *w, int64_t row,
                               samen__column *column, samen_error *err) {
    const samen_typology *typology = view->network->typology;
    samen__text text = samen__text_growing();
    (void)row;
    for (int32_t form = 0; form < typology->count; form++) {
        if (w->forms >> form & 1) {
            samen__text_add_string(&text, text.length ? "," : "");
            samen__text_add_string(&text, typology->form[form].key);
        }
    }
    samen_status status = text.failed
                              ? samen__fail_memory(err)
                              : samen__column_add_text(column, text.bytes, text.length, err);
    samen__text_free(&text);
    return status;
}

static samen_status fill_weight(const samen_view *view, const way *w, int64_t row,
                                samen__column *column, samen_error *err) {
    (void)view;
    (void)err;
    ((double *)column->data)[row] = w->weight;
    return SAMEN_OK;
}

static samen_status add_column(const samen_view *view, const samen__pairs *pairs, const char *name,
                               int32_t type, filler fill, samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, name, type, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    int64_t row = 0;
    samen__pair pair;
    for (samen__walk walk = {0}; status == SAMEN_OK && samen__next_pair(pairs, &walk, &pair);) {
        for (int back = 0; status == SAMEN_OK && back < 2; back++) {
            way w = way_of(view, &pair, back);
            if (w.weight > 0)
                status = fill(view, &w, row++, column, err);
        }
    }
    return status;
}

samen_status samen_view_table(const samen_view *view, const samen_run *given, samen_table **out,
                              samen_error *err) {
    static const struct {
        const char *name;
        int32_t type;
        filler fill;
    } columns[] = {{"from", SAMEN_COLUMN_TEXT, fill_from},
                   {"to", SAMEN_COLUMN_TEXT, fill_to},
                   {"forms", SAMEN_COLUMN_TEXT, fill_forms},
                   {"weight", SAMEN_COLUMN_FLOAT64, fill_weight}};
    const samen__pairs *pairs = NULL;
    samen_table *table = NULL;
    samen__run run;
    if (!view)
        return samen__fail_argument(err, 1, "view is NULL");
    samen_status status = samen__run_prepare(given, 2, &run, err);
    if (status != SAMEN_OK)
        return status;
    if (!out)
        return samen__fail_argument(err, 3, "out is NULL");
    samen__arithmetic host;
    samen__arithmetic_begin(&host);
    status = samen__view_pairs(view, &run, &pairs, err);
    if (status == SAMEN_OK)
        status = samen__table_new(view->directed ? pairs->arcs : pairs->pairs, &table, err);
    for (size_t i = 0; status == SAMEN_OK && i < sizeof columns / sizeof columns[0]; i++)
        status =
            add_column(view, pairs, columns[i].name, columns[i].type, columns[i].fill, table, err);
    if (status == SAMEN_OK)
        status = samen__table_add_entry(table, "view", view->choice, err);
    if (status == SAMEN_OK)
        status = samen__view_add_notes(view, table, err);
    if (status == SAMEN_OK)
        *out = table;
    else
        samen_table_free(table);
    samen__arithmetic_end(&host);
    return status;
}
