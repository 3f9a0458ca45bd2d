/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking into a finished table. */
#include <string.h>

#include "core/bitset.h"
#include "table/table.h"

static const samen__column *column_of(const samen_table *table, int32_t column, int32_t type) {
    if (!table || column < 0 || column >= table->columns)
        return NULL;
    const samen__column *found = &table->column[column];
    return type == SAMEN_COLUMN_NONE || found->type == type ? found : NULL;
}

static const samen__column *cell_of(const samen_table *table, int64_t row, int32_t column,
                                    int32_t type) {
    const samen__column *found = column_of(table, column, type);
    int there = found && row >= 0 && row < table->rows && !samen__column_is_null(found, row);
    return there ? found : NULL;
}

int64_t samen_table_rows(const samen_table *table) {
    return table ? table->rows : -1;
}

int32_t samen_table_columns(const samen_table *table) {
    return table ? (int32_t)table->columns : -1;
}

const char *samen_table_column_name(const samen_table *table, int32_t column) {
    const samen__column *found = column_of(table, column, SAMEN_COLUMN_NONE);
    return found ? found->name : NULL;
}

int32_t samen_table_column_type(const samen_table *table, int32_t column) {
    const samen__column *found = column_of(table, column, SAMEN_COLUMN_NONE);
    return found ? found->type : SAMEN_COLUMN_NONE;
}

int64_t samen_table_column_nulls(const samen_table *table, int32_t column) {
    const samen__column *found = column_of(table, column, SAMEN_COLUMN_NONE);
    return found ? found->nulls : -1;
}

int32_t samen_table_find(const samen_table *table, const char *name) {
    for (int32_t i = 0; table && name && i < table->columns; i++) {
        if (strcmp(table->column[i].name, name) == 0)
            return i;
    }
    return -1;
}

int32_t samen_table_is_null(const samen_table *table, int64_t row, int32_t column) {
    return !cell_of(table, row, column, SAMEN_COLUMN_NONE);
}

int64_t samen_table_get_int64(const samen_table *table, int64_t row, int32_t column,
                              int64_t if_null) {
    const samen__column *cell = cell_of(table, row, column, SAMEN_COLUMN_INT64);
    return cell ? ((const int64_t *)cell->data)[row] : if_null;
}

double samen_table_get_float64(const samen_table *table, int64_t row, int32_t column,
                               double if_null) {
    const samen__column *cell = cell_of(table, row, column, SAMEN_COLUMN_FLOAT64);
    if (cell)
        return ((const double *)cell->data)[row];
    cell = cell_of(table, row, column, SAMEN_COLUMN_INT64);
    return cell ? (double)((const int64_t *)cell->data)[row] : if_null;
}

const char *samen_table_get_text(const samen_table *table, int64_t row, int32_t column,
                                 const char *if_null) {
    const samen__column *cell = cell_of(table, row, column, SAMEN_COLUMN_TEXT);
    return cell ? samen__column_text(cell, row, NULL) : if_null;
}

int32_t samen_table_get_bool(const samen_table *table, int64_t row, int32_t column,
                             int32_t if_null) {
    const samen__column *cell = cell_of(table, row, column, SAMEN_COLUMN_BOOL);
    return cell ? samen__bitset_get(cell->data, row) : if_null;
}

int32_t samen_table_get_date(const samen_table *table, int64_t row, int32_t column,
                             int32_t if_null) {
    const samen__column *cell = cell_of(table, row, column, SAMEN_COLUMN_DATE);
    return cell ? ((const int32_t *)cell->data)[row] : if_null;
}

const int64_t *samen_table_data_int64(const samen_table *table, int32_t column) {
    const samen__column *found = column_of(table, column, SAMEN_COLUMN_INT64);
    return found ? found->data : NULL;
}

const double *samen_table_data_float64(const samen_table *table, int32_t column) {
    const samen__column *found = column_of(table, column, SAMEN_COLUMN_FLOAT64);
    return found ? found->data : NULL;
}

const int32_t *samen_table_data_date(const samen_table *table, int32_t column) {
    const samen__column *found = column_of(table, column, SAMEN_COLUMN_DATE);
    return found ? found->data : NULL;
}

const uint8_t *samen_table_data_bool(const samen_table *table, int32_t column) {
    const samen__column *found = column_of(table, column, SAMEN_COLUMN_BOOL);
    return found ? found->data : NULL;
}

const uint8_t *samen_table_data_text(const samen_table *table, int32_t column) {
    const samen__column *found = column_of(table, column, SAMEN_COLUMN_TEXT);
    return found ? found->data : NULL;
}

const int64_t *samen_table_data_offsets(const samen_table *table, int32_t column) {
    const samen__column *found = column_of(table, column, SAMEN_COLUMN_TEXT);
    return found ? found->offset : NULL;
}

const uint8_t *samen_table_data_validity(const samen_table *table, int32_t column) {
    const samen__column *found = column_of(table, column, SAMEN_COLUMN_NONE);
    return found && found->nulls ? (const uint8_t *)found->valid : NULL;
}

static const samen__note *note_of(const samen_table *table, int32_t note) {
    return table && note >= 0 && note < table->notes ? &table->note[note] : NULL;
}

int32_t samen_table_notes(const samen_table *table) {
    return table ? (int32_t)table->notes : -1;
}

const char *samen_table_note_code(const samen_table *table, int32_t note) {
    const samen__note *found = note_of(table, note);
    return found ? found->code : NULL;
}

int64_t samen_table_note_count(const samen_table *table, int32_t note) {
    const samen__note *found = note_of(table, note);
    return found ? found->count : -1;
}

const char *samen_table_note_text(const samen_table *table, int32_t note) {
    const samen__note *found = note_of(table, note);
    return found ? found->text : NULL;
}

int32_t samen_table_provenances(const samen_table *table) {
    return table ? (int32_t)table->entries : -1;
}

const char *samen_table_provenance_key(const samen_table *table, int32_t entry) {
    return table && entry >= 0 && entry < table->entries ? table->entry[entry].key : NULL;
}

const char *samen_table_provenance_value(const samen_table *table, int32_t entry) {
    return table && entry >= 0 && entry < table->entries ? table->entry[entry].value : NULL;
}

const char *samen_table_provenance(const samen_table *table, const char *key) {
    for (int64_t i = 0; table && key && i < table->entries; i++) {
        if (strcmp(table->entry[i].key, key) == 0)
            return table->entry[i].value;
    }
    return NULL;
}
