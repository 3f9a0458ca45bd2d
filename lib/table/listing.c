/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/listing.h"

#include <stddef.h>

#include "table/table.h"

static samen_status fill(const samen__listing_field *field, samen__listing_item item, void *context,
                         samen__column *column, samen_error *err) {
    samen_status status = SAMEN_OK;
    const void *it = NULL;
    for (int64_t i = 0; status == SAMEN_OK && (it = item(context, i)) != NULL; i++)
        status = field->put(it, column, i, err);
    return status;
}

samen_status samen__listing_make(const samen__listing_field *field, int64_t fields,
                                 samen__listing_item item, void *context, samen_table **out,
                                 samen_error *err) {
    samen_table *table = NULL;
    int64_t rows = 0;
    while (item(context, rows))
        rows++;
    samen_status status = samen__table_new(rows, &table, err);
    for (int64_t f = 0; status == SAMEN_OK && f < fields; f++) {
        samen__column *column = samen__table_add(table, field[f].name, field[f].type, err);
        status = column ? fill(&field[f], item, context, column, err) : SAMEN_ERR_MEMORY;
    }
    if (status == SAMEN_OK)
        *out = table;
    else
        samen_table_free(table);
    return status;
}
