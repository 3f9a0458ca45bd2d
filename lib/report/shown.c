/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/shown.h"

#include <string.h>

static int has_values(const samen_table *table, const char *name) {
    int32_t column = samen_table_find(table, name);
    int64_t rows = samen_table_rows(table);
    return rows == 0 || samen_table_column_nulls(table, column) < rows;
}

/* Those of the columns that say something, parted by commas; to be deleted. */
static char *worth_showing(const samen__document *d, const samen_table *table, const char *columns,
                           samen_error *err) {
    char *kept = samen__new((int64_t)strlen(columns) + 2, 1, err), *name = kept;
    while (kept && *columns) {
        size_t length = strcspn(columns, ",");
        memcpy(name, columns, length);
        name[length] = '\0';
        if (has_values(table, name) && (d->named || strcmp(name, "name") != 0)) {
            name[length] = ',';
            name += length + 1;
        }
        columns += length + (columns[length] == ',');
    }
    if (name > kept)
        name[-1] = '\0';
    return kept;
}

samen_status samen__block_table(const samen__document *d, const samen__block *block,
                                samen_table **out, samen_error *err) {
    samen_table *sorted = NULL;
    char *columns = NULL;
    samen_status status =
        samen_table_sort(d->result[block->result].table, block->sort, 1, block->top, &sorted, err);
    if (status == SAMEN_OK) {
        columns = worth_showing(d, sorted, block->columns, err);
        status = columns ? samen_table_select(sorted, columns, out, err) : SAMEN_ERR_MEMORY;
    }
    samen__delete(columns);
    samen_table_free(sorted);
    return status;
}
