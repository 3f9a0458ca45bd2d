/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of a table that are not built in become attributes. */
#include <string.h>

#include "core/bitset.h"
#include "core/error.h"
#include "network/add_table.h"

static const int64_t LARGEST_EXACT = (int64_t)1 << 53;

static int32_t attribute_type(int32_t column_type) {
    return column_type == SAMEN_COLUMN_INT64 ? SAMEN_COLUMN_FLOAT64 : column_type;
}

static int is_built_in(const samen__adding *a, const samen__column *column) {
    for (const char *const *name = samen__network_columns(a->of); *name; name++) {
        if (strcmp(*name, column->name) == 0)
            return 1;
    }
    return 0;
}

/* A column that is to become an attribute, or to add to one. One without a value adds nothing to an attribute
 * that is there, whatever types they have: a data frame may not know the type of what it lacks. */
static int is_attribute(const samen__adding *a, const samen__column *column) {
    int empty = column->nulls == column->rows;
    return !is_built_in(a, column) &&
           !(empty && samen__attributes_has(&a->builder->attributes[a->of], column->name));
}

/* Whole numbers become doubles; beyond 2^53 they would lose digits. */
static samen_status check_number(const samen__adding *a, const samen__column *column, int64_t row,
                                 samen_error *err) {
    samen_error found = {0};
    int64_t value = ((const int64_t *)column->data)[row];
    if (value > LARGEST_EXACT || value < -LARGEST_EXACT)
        samen__fail(&found, SAMEN_ERR_VALUE,
                    "the number is too large to be kept exactly; give it as text");
    return samen__adding_fail(a, row, column, &found, err);
}

static samen_status check_attribute(const samen__adding *a, const samen__column *column,
                                    samen_error *err) {
    samen_status status = samen__builder_check_attribute(
        a->builder, a->of, column->name, attribute_type(column->type), SAMEN__ARGUMENT_TABLE, err);
    int whole = column->type == SAMEN_COLUMN_INT64;
    for (int64_t row = 0; status == SAMEN_OK && whole && row < a->table->rows; row++)
        status = check_number(a, column, row, err);
    return status;
}

static samen_status set_cell(const samen__column *column, int64_t row, samen__attribute *attribute,
                             int64_t index, samen_error *err) {
    int64_t length;
    switch (column->type) {
    case SAMEN_COLUMN_TEXT: {
        const char *text = samen__column_text(column, row, &length);
        return samen__attribute_set_text(attribute, index, text, length, err);
    }
    case SAMEN_COLUMN_INT64:
        return samen__attribute_set_number(attribute, index,
                                           (double)((const int64_t *)column->data)[row], err);
    case SAMEN_COLUMN_FLOAT64:
        return samen__attribute_set_number(attribute, index, ((const double *)column->data)[row],
                                           err);
    case SAMEN_COLUMN_DATE:
        return samen__attribute_set_int(attribute, index, ((const int32_t *)column->data)[row],
                                        err);
    default:
        return samen__attribute_set_int(attribute, index, samen__bitset_get(column->data, row),
                                        err);
    }
}

static samen_status add_attribute(const samen__adding *a, const samen__column *column,
                                  int64_t first, samen_error *err) {
    samen__attribute *attribute = NULL;
    samen_status status = samen__attributes_get(&a->builder->attributes[a->of], column->name,
                                                attribute_type(column->type), &attribute, err);
    for (int64_t row = 0; status == SAMEN_OK && row < a->table->rows; row++) {
        if (!samen__column_is_null(column, row))
            status = set_cell(column, row, attribute, first + row, err);
    }
    return status;
}

samen_status samen__adding_check_attributes(const samen__adding *a, samen_error *err) {
    samen_status status = SAMEN_OK;
    for (int64_t i = 0; status == SAMEN_OK && i < a->table->columns; i++) {
        if (is_attribute(a, &a->table->column[i]))
            status = check_attribute(a, &a->table->column[i], err);
    }
    return status;
}

samen_status samen__adding_attributes(const samen__adding *a, int64_t first, samen_error *err) {
    samen_status status = SAMEN_OK;
    for (int64_t i = 0; status == SAMEN_OK && i < a->table->columns; i++) {
        if (is_attribute(a, &a->table->column[i]))
            status = add_attribute(a, &a->table->column[i], first, err);
    }
    return status;
}
