/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of a table's built-in columns, checked. */
#include <string.h>

#include "core/bitset.h"
#include "core/date.h"
#include "core/error.h"
#include "core/text.h"
#include "network/add_table.h"
#include "network/typology.h"
#include "network/values.h"

void samen__adding_word(const samen__column *column, int64_t row, samen__word *out) {
    out->bytes = "";
    out->length = 0;
    if (!column || samen__column_is_null(column, row))
        return;
    if (column->type == SAMEN_COLUMN_TEXT) {
        out->bytes = samen__column_text(column, row, &out->length);
        return;
    }
    samen__text text = samen__text_fixed(out->digits, sizeof out->digits);
    samen__text_format(&text, "%ld", (long)((const int64_t *)column->data)[row]);
    out->bytes = out->digits;
    out->length = text.length;
}

samen_status samen__adding_fail(const samen__adding *a, int64_t row, const samen__column *column,
                                const samen_error *found, samen_error *err) {
    if (found->code == SAMEN_OK)
        return SAMEN_OK;
    samen_status status =
        samen__fail_cell(err, found->code, row, column - a->table->column,
                         "row %ld, column \"%s\": %s", (long)row, column->name, found->message);
    if (err)
        err->argument = SAMEN__ARGUMENT_TABLE;
    return status;
}

/* A form that is not among those that were read already. Reading compares it with every name of every
 * form, so it is kept. */
static samen_status read_form(samen__adding *a, int64_t row, const samen__word *text, uint8_t *out,
                              samen_error *err) {
    samen_error found = {0};
    int64_t number = 0;
    int32_t form = 0, added = 0;
    samen__typology_read(a->builder->typology, text->bytes, text->length, &form, &found);
    if (found.code != SAMEN_OK && a->form)
        return samen__adding_fail(a, row, a->form, &found, err);
    if (found.code != SAMEN_OK)
        return samen__fail_argument(err, SAMEN__ARGUMENT_TABLE,
                                    "there is no column \"form\", and there are %d forms",
                                    a->builder->typology->count);
    *out = (uint8_t)form;
    if (a->form_names.count == SAMEN__MOST_FORM_NAMES)
        return SAMEN_OK;
    samen_status status =
        samen__keys_add(&a->form_names, text->bytes, text->length, &number, &added, err);
    if (status == SAMEN_OK)
        a->form_of[number] = *out;
    return status;
}

samen_status samen__adding_form(samen__adding *a, int64_t row, uint8_t *out, samen_error *err) {
    samen__word text;
    samen__adding_word(a->form, row, &text);
    int64_t number = samen__keys_find(&a->form_names, text.bytes, text.length);
    if (number < 0)
        return read_form(a, row, &text, out, err);
    *out = a->form_of[number];
    return SAMEN_OK;
}

samen_status samen__adding_weight(const samen__adding *a, int64_t row, double *out,
                                  samen_error *err) {
    const samen__column *column = a->weight;
    *out = 1;
    if (!column || samen__column_is_null(column, row))
        return SAMEN_OK;
    *out = column->type == SAMEN_COLUMN_FLOAT64 ? ((const double *)column->data)[row]
                                                : (double)((const int64_t *)column->data)[row];
    if (samen__check_weight(*out, NULL) == SAMEN_OK)
        return SAMEN_OK;
    samen_error found = {0};
    samen__check_weight(*out, &found);
    return samen__adding_fail(a, row, column, &found, err);
}

samen_status samen__adding_directed(const samen__adding *a, int64_t row, uint8_t *out,
                                    samen_error *err) {
    const samen__column *column = a->directed;
    samen__word text;
    int32_t value = 0;
    *out = 0;
    if (!column || samen__column_is_null(column, row))
        return SAMEN_OK;
    if (column->type == SAMEN_COLUMN_BOOL) {
        *out = (uint8_t)samen__bitset_get(column->data, row);
        return SAMEN_OK;
    }
    samen__adding_word(column, row, &text);
    if (text.length == 0 || samen__read_yes_no(text.bytes, text.length, &value)) {
        *out = (uint8_t)value;
        return SAMEN_OK;
    }
    samen_error found = {0};
    samen__shown shown = samen__show(text.bytes, text.length);
    samen__fail(&found, SAMEN_ERR_VALUE, "directed is \"%s\"; give yes or no, 1 or 0", shown.text);
    return samen__adding_fail(a, row, column, &found, err);
}

static samen_status read_day(const samen__adding *a, int64_t row, const samen__column *column,
                             int32_t *out, samen_error *err) {
    *out = SAMEN__DATE_NONE;
    if (!column || samen__column_is_null(column, row))
        return SAMEN_OK;
    if (column->type == SAMEN_COLUMN_DATE) {
        *out = ((const int32_t *)column->data)[row];
        return SAMEN_OK;
    }
    samen_error found = {0};
    samen__word text;
    samen__adding_word(column, row, &text);
    samen__read_date(text.bytes, text.length, out, &found);
    return samen__adding_fail(a, row, column, &found, err);
}

samen_status samen__adding_period(const samen__adding *a, int64_t row, int32_t *start, int32_t *end,
                                  samen_error *err) {
    samen_status status = read_day(a, row, a->start, start, err);
    if (status == SAMEN_OK)
        status = read_day(a, row, a->end, end, err);
    if (status != SAMEN_OK || samen__check_period(*start, *end, NULL) == SAMEN_OK)
        return status;
    samen_error found = {0};
    samen__check_period(*start, *end, &found);
    return samen__adding_fail(a, row, a->end, &found, err);
}
