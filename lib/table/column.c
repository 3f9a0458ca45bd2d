/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/column.h"

#include <string.h>

#include "core/bitset.h"
#include "core/memory.h"

static size_t unit_size(int32_t type) {
    switch (type) {
    case SAMEN_COLUMN_DATE: return sizeof(int32_t);
    case SAMEN_COLUMN_TEXT:
    case SAMEN_COLUMN_BOOL: return 1;
    default: return sizeof(int64_t);
    }
}

samen_status samen__column_start(samen__column *column, const char *name, int32_t type,
                                 int64_t rows, samen_error *err) {
    *column = (samen__column){.type = type, .rows = rows};
    int64_t units = type == SAMEN_COLUMN_BOOL ? 8 * samen__bitset_words(rows) : rows;
    column->name = samen__copy_text(name, (int64_t)strlen(name), err);
    if (!column->name)
        goto fail;
    if (type == SAMEN_COLUMN_TEXT) {
        column->offset = samen__new(rows + 1, sizeof *column->offset, err);
        if (!column->offset ||
            samen__grow(&column->data, &column->capacity, 64, 1, err) != SAMEN_OK ||
            samen__grow((void **)&column->strings, &column->strings_capacity, 64, 1, err) !=
                SAMEN_OK)
            goto fail;
    } else {
        column->data = samen__new(units, unit_size(type), err);
        if (!column->data)
            goto fail;
    }
    return SAMEN_OK;
fail:
    samen__column_free(column);
    return SAMEN_ERR_MEMORY;
}

void samen__column_free(samen__column *column) {
    samen__delete(column->name);
    samen__delete(column->valid);
    samen__delete(column->data);
    samen__delete(column->offset);
    samen__delete(column->strings);
    *column = (samen__column){0};
}

samen_status samen__column_add_text(samen__column *column, const char *bytes, int64_t length,
                                    samen_error *err) {
    int64_t row = column->filled, at = column->offset[row];
    if (samen__grow(&column->data, &column->capacity, at + length, 1, err) != SAMEN_OK ||
        samen__grow((void **)&column->strings, &column->strings_capacity, at + row + length + 1, 1,
                    err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    if (length > 0) {
        memcpy((char *)column->data + at, bytes, (size_t)length);
        memcpy(column->strings + at + row, bytes, (size_t)length);
    }
    column->strings[at + row + length] = '\0';
    column->offset[row + 1] = at + length;
    column->filled++;
    return SAMEN_OK;
}

samen_status samen__column_add_string(samen__column *column, const char *string, samen_error *err) {
    return string && *string ? samen__column_add_text(column, string, (int64_t)strlen(string), err)
                             : samen__column_add_null(column, err);
}

samen_status samen__column_add_null(samen__column *column, samen_error *err) {
    samen_status status = samen__column_set_null(column, column->filled, err);
    return status == SAMEN_OK ? samen__column_add_text(column, "", 0, err) : status;
}

samen_status samen__column_set_null(samen__column *column, int64_t row, samen_error *err) {
    if (!column->valid) {
        int64_t words = samen__bitset_words(column->rows);
        column->valid = samen__new_raw(words, sizeof *column->valid, err);
        if (!column->valid)
            return SAMEN_ERR_MEMORY;
        memset(column->valid, 0xFF, (size_t)words * sizeof *column->valid);
    }
    column->nulls += samen__bitset_get(column->valid, row);
    samen__bitset_put(column->valid, row, 0);
    switch (column->type) {
    case SAMEN_COLUMN_INT64: ((int64_t *)column->data)[row] = 0; break;
    case SAMEN_COLUMN_FLOAT64: ((double *)column->data)[row] = 0.0; break;
    case SAMEN_COLUMN_DATE: ((int32_t *)column->data)[row] = 0; break;
    case SAMEN_COLUMN_BOOL: samen__bitset_put(column->data, row, 0); break;
    default: break;
    }
    return SAMEN_OK;
}

int samen__column_is_null(const samen__column *column, int64_t row) {
    return column->valid && !samen__bitset_get(column->valid, row);
}

const char *samen__column_text(const samen__column *column, int64_t row, int64_t *length) {
    if (length)
        *length = column->offset[row + 1] - column->offset[row];
    return column->strings + column->offset[row] + row;
}

static samen_status gather_one(const samen__column *column, int64_t from, samen__column *out,
                               int64_t to, samen_error *err) {
    if (from < 0 || samen__column_is_null(column, from))
        return out->type == SAMEN_COLUMN_TEXT ? samen__column_add_null(out, err)
                                              : samen__column_set_null(out, to, err);
    switch (column->type) {
    case SAMEN_COLUMN_TEXT: {
        int64_t length;
        const char *text = samen__column_text(column, from, &length);
        return samen__column_add_text(out, text, length, err);
    }
    case SAMEN_COLUMN_BOOL:
        samen__bitset_put(out->data, to, samen__bitset_get(column->data, from));
        break;
    default: {
        size_t size = unit_size(column->type);
        memcpy((char *)out->data + (size_t)to * size, (char *)column->data + (size_t)from * size,
               size);
    }
    }
    return SAMEN_OK;
}

samen_status samen__column_gather(const samen__column *column, const int64_t *rows, int64_t count,
                                  samen__column *out, samen_error *err) {
    samen_status status = samen__column_start(out, column->name, column->type, count, err);
    for (int64_t i = 0; status == SAMEN_OK && i < count; i++)
        status = gather_one(column, rows ? rows[i] : i, out, i, err);
    if (status != SAMEN_OK)
        samen__column_free(out);
    return status;
}

static int compare_values(const samen__column *column, int64_t a, int64_t b) {
    switch (column->type) {
    case SAMEN_COLUMN_INT64: {
        const int64_t *data = column->data;
        return (data[a] > data[b]) - (data[a] < data[b]);
    }
    case SAMEN_COLUMN_FLOAT64: {
        const double *data = column->data;
        return (data[a] > data[b]) - (data[a] < data[b]);
    }
    case SAMEN_COLUMN_DATE: {
        const int32_t *data = column->data;
        return (data[a] > data[b]) - (data[a] < data[b]);
    }
    case SAMEN_COLUMN_BOOL:
        return samen__bitset_get(column->data, a) - samen__bitset_get(column->data, b);
    default:
        return strcmp(samen__column_text(column, a, NULL), samen__column_text(column, b, NULL));
    }
}

int samen__column_compare(const samen__column *column, int64_t a, int64_t b, int descending) {
    int null_a = samen__column_is_null(column, a), null_b = samen__column_is_null(column, b);
    if (null_a || null_b)
        return null_a - null_b;
    int order = compare_values(column, a, b);
    return descending ? -order : order;
}
