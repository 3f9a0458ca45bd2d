/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network/attributes.h"

#include <string.h>

#include "core/bitset.h"
#include "core/error.h"
#include "core/memory.h"

/* Marks a row without a value. As bits of a double it is a NaN, which no attribute can hold. */
static const int64_t NOTHING = INT64_MAX;

static void release(samen__attribute *attribute) {
    samen__delete(attribute->name);
    samen__delete(attribute->value);
    samen__keys_free(&attribute->pool);
}

void samen__attributes_free(samen__attributes *set) {
    for (int64_t i = 0; i < set->count; i++)
        release(&set->attribute[i]);
    samen__delete(set->attribute);
    *set = (samen__attributes){0};
}

/* The place of the attribute of that name, or -1. */
static int64_t find(const samen__attributes *set, const char *name) {
    for (int64_t i = 0; i < set->count; i++) {
        if (strcmp(set->attribute[i].name, name) == 0)
            return i;
    }
    return -1;
}

int samen__attributes_has(const samen__attributes *set, const char *name) {
    return find(set, name) >= 0;
}

samen_status samen__attributes_check(const samen__attributes *set, const char *name, int32_t type,
                                     samen_error *err) {
    static const char *const types[] = {"none", "whole number", "number", "text", "yes/no", "date"};
    int64_t at = find(set, name);
    if (at < 0 || set->attribute[at].type == type)
        return SAMEN_OK;
    return samen__fail(err, SAMEN_ERR_VALUE, "attribute \"%s\" is a %s, not a %s", name,
                       types[set->attribute[at].type], types[type]);
}

samen_status samen__attributes_get(samen__attributes *set, const char *name, int32_t type,
                                   samen__attribute **out, samen_error *err) {
    samen_status status = samen__attributes_check(set, name, type, err);
    int64_t at = find(set, name);
    if (status != SAMEN_OK || at >= 0) {
        *out = at >= 0 ? &set->attribute[at] : NULL;
        return status;
    }
    void *block = set->attribute;
    char *copy = samen__copy_text(name, (int64_t)strlen(name), err);
    if (!copy || samen__grow(&block, &set->capacity, set->count + 1, sizeof *set->attribute, err) !=
                     SAMEN_OK) {
        samen__delete(copy);
        return SAMEN_ERR_MEMORY;
    }
    set->attribute = block;
    *out = &set->attribute[set->count++];
    **out = (samen__attribute){.name = copy, .type = type};
    samen__keys_start(&(*out)->pool);
    return SAMEN_OK;
}

void samen__attributes_truncate(samen__attributes *set, int64_t count, int64_t rows) {
    while (set->count > count)
        release(&set->attribute[--set->count]);
    for (int64_t i = 0; i < set->count; i++) {
        if (set->attribute[i].count > rows)
            set->attribute[i].count = rows;
    }
}

void samen__attributes_drop_empty(samen__attributes *set) {
    if (set->count > 0 && set->attribute[set->count - 1].count == 0)
        release(&set->attribute[--set->count]);
}

samen_status samen__attribute_set_int(samen__attribute *attribute, int64_t row, int64_t value,
                                      samen_error *err) {
    if (samen__grow((void **)&attribute->value, &attribute->capacity, row + 1,
                    sizeof *attribute->value, err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    for (; attribute->count <= row; attribute->count++)
        attribute->value[attribute->count] = NOTHING;
    attribute->value[row] = value;
    return SAMEN_OK;
}

samen_status samen__attribute_set_number(samen__attribute *attribute, int64_t row, double value,
                                         samen_error *err) {
    int64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return samen__attribute_set_int(attribute, row, bits, err);
}

samen_status samen__attribute_set_text(samen__attribute *attribute, int64_t row, const char *bytes,
                                       int64_t length, samen_error *err) {
    int64_t number = NOTHING;
    int32_t added;
    samen_status status =
        length > 0 ? samen__keys_add(&attribute->pool, bytes, length, &number, &added, err)
                   : SAMEN_OK;
    return status == SAMEN_OK ? samen__attribute_set_int(attribute, row, number, err) : status;
}

static samen_status put(const samen__attribute *attribute, int64_t row, samen__column *out,
                        samen_error *err) {
    int64_t value = row < attribute->count ? attribute->value[row] : NOTHING;
    int nothing = value == NOTHING;
    switch (attribute->type) {
    case SAMEN_COLUMN_TEXT:
        return nothing ? samen__column_add_null(out, err)
                       : samen__column_add_text(out, samen__keys_text(&attribute->pool, value),
                                                samen__keys_length(&attribute->pool, value), err);
    case SAMEN_COLUMN_BOOL: samen__bitset_put(out->data, row, value == 1); break;
    case SAMEN_COLUMN_DATE: ((int32_t *)out->data)[row] = nothing ? 0 : (int32_t)value; break;
    default: memcpy((int64_t *)out->data + row, &value, sizeof value); break;
    }
    return nothing ? samen__column_set_null(out, row, err) : SAMEN_OK;
}

samen_status samen__attribute_column(const samen__attribute *attribute, int64_t rows,
                                     samen__column *out, samen_error *err) {
    samen_status status = samen__column_start(out, attribute->name, attribute->type, rows, err);
    for (int64_t row = 0; status == SAMEN_OK && row < rows; row++)
        status = put(attribute, row, out, err);
    if (status != SAMEN_OK)
        samen__column_free(out);
    return status;
}
