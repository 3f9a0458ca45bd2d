/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other tables from a table: rows in another order, some of the columns. */
#include <string.h>

#include "core/memory.h"
#include "core/sort.h"
#include "core/text.h"
#include "table/table.h"

typedef struct sorting {
    const samen__column *column;
    int descending;
} sorting;

static int by_column(const void *context, int64_t a, int64_t b) {
    const sorting *s = context;
    return samen__column_compare(s->column, a, b, s->descending);
}

/* Notes and provenance; of empty cells only where there are any. */
static samen_status copy_about(const samen_table *from, samen_table *to, samen_error *err) {
    samen_status status = SAMEN_OK;
    int64_t nulls = 0;
    for (int64_t i = 0; i < to->columns; i++)
        nulls += to->column[i].nulls;
    for (int64_t i = 0; status == SAMEN_OK && i < from->notes; i++) {
        if (nulls == 0 && strcmp(from->note[i].code, "undefined") == 0)
            continue;
        status = samen__table_add_note(to, from->note[i].code, from->note[i].count, err, "%s",
                                       from->note[i].text);
    }
    for (int64_t i = 0; status == SAMEN_OK && i < from->entries; i++)
        status = samen__table_add_entry(to, from->entry[i].key, from->entry[i].value, err);
    return status;
}

static samen_status fail_column(const samen_table *table, const char *name, samen_error *err) {
    char list[300];
    samen__text text = samen__text_fixed(list, sizeof list);
    for (int64_t i = 0; i < table->columns; i++)
        samen__text_format(&text, i ? ", %s" : "%s", table->column[i].name);
    return samen__fail_argument(err, 2, "the table has no column \"%s\"; it has %s", name,
                                table->columns ? list : "none");
}

samen_status samen_table_sort(const samen_table *table, const char *column, int32_t descending,
                              int64_t limit, samen_table **out, samen_error *err) {
    if (!table)
        return samen__fail_argument(err, 1, "table is NULL");
    int32_t by = column ? samen_table_find(table, column) : -1;
    if (column && by < 0)
        return fail_column(table, column, err);
    if (limit < 0)
        return samen__fail_argument(err, 4, "limit is %ld; give 0 for all rows", (long)limit);
    if (!out)
        return samen__fail_argument(err, 5, "out is NULL");
    int64_t keep = limit > 0 && limit < table->rows ? limit : table->rows;
    samen_table *made = NULL;
    int64_t *rows = samen__new_raw(table->rows, sizeof *rows, err);
    samen_status status = rows ? SAMEN_OK : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK && column) {
        sorting s = {.column = &table->column[by], .descending = descending != 0};
        status = samen__sort(rows, table->rows, by_column, &s, err);
    }
    for (int64_t i = 0; status == SAMEN_OK && !column && i < table->rows; i++)
        rows[i] = i;
    if (status == SAMEN_OK)
        status = samen__table_new(keep, &made, err);
    for (int64_t i = 0; status == SAMEN_OK && i < table->columns; i++) {
        samen__column gathered = {0};
        status = samen__column_gather(&table->column[i], rows, keep, &gathered, err);
        if (status == SAMEN_OK)
            status = samen__table_adopt(made, &gathered, err);
    }
    if (status == SAMEN_OK)
        status = copy_about(table, made, err);
    samen__delete(rows);
    if (status == SAMEN_OK)
        *out = made;
    else
        samen_table_free(made);
    return status;
}

/* The next name of a list, without its quotes, into `name`; *at moves behind its comma. Returns whether quotes are
 * closed, and nothing stands between them and the comma. */
static int next_name(const char **at, char *name) {
    const char *from = *at;
    if (*from != '"') {
        size_t length = strcspn(from, ",");
        memcpy(name, from, length);
        name += length;
        from += length;
    } else {
        for (from++; *from && (*from != '"' || from[1] == '"'); from++) {
            from += *from == '"';
            *name++ = *from;
        }
        if (*from++ != '"' || (*from && *from != ','))
            return 0;
    }
    *name = '\0';
    *at = from + (*from == ',');
    return 1;
}

/* The column of that name into the new table. */
static samen_status take_column(const samen_table *table, const char *name, samen_table *made,
                                samen_error *err) {
    samen__column copy = {0};
    int32_t column = samen_table_find(table, name);
    if (column < 0)
        return fail_column(table, name, err);
    if (samen_table_find(made, name) >= 0)
        return samen__fail_argument(err, 2, "the column \"%s\" is named twice", name);
    samen_status status =
        samen__column_gather(&table->column[column], NULL, table->rows, &copy, err);
    return status == SAMEN_OK ? samen__table_adopt(made, &copy, err) : status;
}

samen_status samen_table_select(const samen_table *table, const char *columns, samen_table **out,
                                samen_error *err) {
    if (!table)
        return samen__fail_argument(err, 1, "table is NULL");
    if (!columns)
        return samen__fail_argument(err, 2, "columns is NULL");
    if (!out)
        return samen__fail_argument(err, 3, "out is NULL");
    if (!*columns)
        return samen__fail_argument(err, 2, "columns names none");
    samen_table *made = NULL;
    char *name = samen__new_raw((int64_t)strlen(columns) + 1, 1, err);
    samen_status status = name ? samen__table_new(table->rows, &made, err) : SAMEN_ERR_MEMORY;
    while (status == SAMEN_OK && *columns) {
        status = next_name(&columns, name)
                     ? take_column(table, name, made, err)
                     : samen__fail_argument(err, 2,
                                            "the quotes around a name in columns are not closed "
                                            "before the next comma; double those inside it");
    }
    if (status == SAMEN_OK)
        status = copy_about(table, made, err);
    samen__delete(name);
    if (status == SAMEN_OK)
        *out = made;
    else
        samen_table_free(made);
    return status;
}
