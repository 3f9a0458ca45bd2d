/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/table.h"

#include <math.h>
#include <string.h>

#include "core/bitset.h"
#include "core/memory.h"

samen_status samen__table_new(int64_t rows, samen_table **out, samen_error *err) {
    samen_table *table = samen__new(1, sizeof *table, err);
    if (!table)
        return SAMEN_ERR_MEMORY;
    atomic_init(&table->owners, 1);
    table->rows = rows;
    *out = table;
    return SAMEN_OK;
}

samen_table *samen_table_retain(samen_table *table) {
    if (table)
        atomic_fetch_add(&table->owners, 1);
    return table;
}

void samen_table_free(samen_table *table) {
    if (!table || atomic_fetch_sub(&table->owners, 1) != 1)
        return;
    for (int64_t i = 0; i < table->columns; i++)
        samen__column_free(&table->column[i]);
    for (int64_t i = 0; i < table->notes; i++) {
        samen__delete(table->note[i].code);
        samen__delete(table->note[i].text);
    }
    for (int64_t i = 0; i < table->entries; i++) {
        samen__delete(table->entry[i].key);
        samen__delete(table->entry[i].value);
    }
    samen__delete(table->column);
    samen__delete(table->note);
    samen__delete(table->entry);
    samen__delete(table);
}

samen_status samen__table_adopt(samen_table *table, samen__column *column, samen_error *err) {
    void *columns = table->column;
    samen_status status = samen__grow(&columns, &table->column_capacity, table->columns + 1,
                                      sizeof *table->column, err);
    table->column = columns;
    if (status != SAMEN_OK) {
        samen__column_free(column);
        return status;
    }
    table->column[table->columns++] = *column;
    *column = (samen__column){0};
    return SAMEN_OK;
}

samen__column *samen__table_add(samen_table *table, const char *name, int32_t type,
                                samen_error *err) {
    samen__column column;
    if (samen__column_start(&column, name, type, table->rows, err) != SAMEN_OK ||
        samen__table_adopt(table, &column, err) != SAMEN_OK)
        return NULL;
    return &table->column[table->columns - 1];
}

int64_t *samen__table_add_int64(samen_table *table, const char *name, samen_error *err) {
    samen__column *column = samen__table_add(table, name, SAMEN_COLUMN_INT64, err);
    return column ? column->data : NULL;
}

double *samen__table_add_float64(samen_table *table, const char *name, samen_error *err) {
    samen__column *column = samen__table_add(table, name, SAMEN_COLUMN_FLOAT64, err);
    return column ? column->data : NULL;
}

samen_status samen__table_set_null(samen_table *table, const char *column, int64_t row,
                                   samen_error *err) {
    return samen__column_set_null(&table->column[samen_table_find(table, column)], row, err);
}

samen_status samen__table_add_note(samen_table *table, const char *code, int64_t count,
                                   samen_error *err, const char *format, ...) {
    samen__note note = {.count = count};
    samen__text text = samen__text_growing();
    va_list arguments;
    va_start(arguments, format);
    samen__text_vformat(&text, format, arguments);
    va_end(arguments);
    note.code = samen__copy_text(code, (int64_t)strlen(code), err);
    void *notes = table->note;
    if (samen__text_take(&text, &note.text, NULL, err) != SAMEN_OK || !note.code ||
        samen__grow(&notes, &table->note_capacity, table->notes + 1, sizeof note, err) !=
            SAMEN_OK) {
        samen__delete(note.code);
        samen__delete(note.text);
        return SAMEN_ERR_MEMORY;
    }
    table->note = notes;
    table->note[table->notes++] = note;
    return SAMEN_OK;
}

samen_status samen__table_add_entry(samen_table *table, const char *key, const char *value,
                                    samen_error *err) {
    samen__entry entry = {.key = samen__copy_text(key, (int64_t)strlen(key), err),
                          .value = samen__copy_text(value, (int64_t)strlen(value), err)};
    void *entries = table->entry;
    if (!entry.key || !entry.value ||
        samen__grow(&entries, &table->entry_capacity, table->entries + 1, sizeof entry, err) !=
            SAMEN_OK) {
        samen__delete(entry.key);
        samen__delete(entry.value);
        return SAMEN_ERR_MEMORY;
    }
    table->entry = entries;
    table->entry[table->entries++] = entry;
    return SAMEN_OK;
}

samen_status samen__table_check(const samen_table *table, samen_error *err) {
    for (int64_t i = 0; i < table->columns; i++) {
        const samen__column *column = &table->column[i];
        const double *data = column->type == SAMEN_COLUMN_FLOAT64 ? column->data : NULL;
        for (int64_t row = 0; data && row < table->rows; row++) {
            if (!isfinite(data[row]))
                return samen__fail_cell(err, SAMEN_ERR_VALUE, row, i,
                                        "the result is too large for a number in row %ld of column "
                                        "%s; rescale the weights",
                                        (long)row, column->name);
        }
    }
    return SAMEN_OK;
}
