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

const samen__column *samen__adding_column(const samen__adding *a, const char *name) {
    const char *const *names = samen__network_columns(a->of);
    for (int32_t i = 0; names[i]; i++) {
        if (strcmp(names[i], name) == 0)
            return a->column[i];
    }
    return NULL;
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

samen_status samen__adding_key(const samen__adding *a, int64_t row, const char *name,
                               const samen__keys *keys, const char *what, int32_t *out,
                               samen_error *err) {
    const samen__column *column = samen__adding_column(a, name);
    samen_error found = {0};
    samen__word key;
    samen__adding_word(column, row, &key);
    *out = (int32_t)samen__keys_find(keys, key.bytes, key.length);
    if (*out >= 0)
        return SAMEN_OK;
    if (key.length == 0) {
        samen__fail(&found, SAMEN_ERR_MISSING, "the cell is empty; give the key of the %s", what);
    } else {
        samen__shown shown = samen__show(key.bytes, key.length);
        samen__fail(&found, SAMEN_ERR_UNKNOWN, "there is no %s \"%s\"; add it first", what,
                    shown.text);
    }
    return samen__adding_fail(a, row, column, &found, err);
}

samen_status samen__adding_form(const samen__adding *a, int64_t row, uint8_t *out,
                                samen_error *err) {
    const samen__column *column = samen__adding_column(a, "form");
    samen_error found = {0};
    int32_t form = 0;
    samen__word text;
    samen__adding_word(column, row, &text);
    samen__typology_read(a->builder->typology, text.bytes, text.length, &form, &found);
    *out = (uint8_t)form;
    if (column || found.code == SAMEN_OK)
        return samen__adding_fail(a, row, column, &found, err);
    return samen__fail_argument(err, SAMEN__ARGUMENT_TABLE,
                                "there is no column \"form\", and there are %d forms",
                                a->builder->typology->count);
}

samen_status samen__adding_weight(const samen__adding *a, int64_t row, double *out,
                                  samen_error *err) {
    const samen__column *column = samen__adding_column(a, "weight");
    samen_error found = {0};
    *out = 1;
    if (!column || samen__column_is_null(column, row))
        return SAMEN_OK;
    *out = column->type == SAMEN_COLUMN_FLOAT64 ? ((const double *)column->data)[row]
                                                : (double)((const int64_t *)column->data)[row];
    samen__check_weight(*out, &found);
    return samen__adding_fail(a, row, column, &found, err);
}

samen_status samen__adding_directed(const samen__adding *a, int64_t row, uint8_t *out,
                                    samen_error *err) {
    const samen__column *column = samen__adding_column(a, "directed");
    samen_error found = {0};
    *out = 0;
    if (!column || samen__column_is_null(column, row))
        return SAMEN_OK;
    int64_t value = column->type == SAMEN_COLUMN_BOOL ? samen__bitset_get(column->data, row)
                                                      : ((const int64_t *)column->data)[row];
    if (value != 0 && value != 1)
        samen__fail(&found, SAMEN_ERR_VALUE, "directed is %ld; give 1 for yes, 0 for no",
                    (long)value);
    *out = (uint8_t)value;
    return samen__adding_fail(a, row, column, &found, err);
}

static samen_status read_day(const samen__adding *a, int64_t row, const char *name, int32_t *out,
                             samen_error *err) {
    const samen__column *column = samen__adding_column(a, name);
    samen_error found = {0};
    *out = SAMEN__DATE_NONE;
    if (!column || samen__column_is_null(column, row))
        return SAMEN_OK;
    if (column->type == SAMEN_COLUMN_TEXT) {
        samen__word text;
        samen__adding_word(column, row, &text);
        samen__read_date(text.bytes, text.length, out, &found);
    } else {
        *out = ((const int32_t *)column->data)[row];
    }
    return samen__adding_fail(a, row, column, &found, err);
}

samen_status samen__adding_period(const samen__adding *a, int64_t row, int32_t *start, int32_t *end,
                                  samen_error *err) {
    samen_error found = {0};
    samen_status status = read_day(a, row, "start", start, err);
    if (status == SAMEN_OK)
        status = read_day(a, row, "end", end, err);
    if (status != SAMEN_OK || !samen__adding_column(a, "end"))
        return status;
    samen__check_period(*start, *end, &found);
    return samen__adding_fail(a, row, samen__adding_column(a, "end"), &found, err);
}
