/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of pictures as tables. */
#include "draw/registry.h"
#include "measures/option_table.h"
#include "table/table.h"

static samen_status fill(samen_table *table, samen_error *err) {
    for (int32_t field = 0; field < 4; field++) {
        static const char *const names[] = {"kind", "title", "summary", "since"};
        samen__column *column = samen__table_add(table, names[field], SAMEN_COLUMN_TEXT, err);
        samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
        for (int32_t i = 0; status == SAMEN_OK && samen__drawings[i]; i++) {
            const samen__drawing *d = samen__drawings[i];
            const char *const cells[] = {d->name, d->title, d->summary, d->since};
            status = samen__column_add_string(column, cells[field], err);
        }
        if (status != SAMEN_OK)
            return status;
    }
    return SAMEN_OK;
}

samen_status samen_draw_describe(samen_table **out, samen_error *err) {
    samen_table *table = NULL;
    int64_t kinds = 0;
    if (!out)
        return samen__fail_argument(err, 1, "out is NULL");
    while (samen__drawings[kinds])
        kinds++;
    samen_status status = samen__table_new(kinds, &table, err);
    if (status == SAMEN_OK)
        status = fill(table, err);
    if (status == SAMEN_OK)
        *out = table;
    else
        samen_table_free(table);
    return status;
}

static const samen__options *owner(int32_t i, const char **name) {
    *name = samen__drawings[i] ? samen__drawings[i]->name : NULL;
    return samen__drawings[i] ? &samen__drawings[i]->options : NULL;
}

samen_status samen_draw_describe_options(const char *kind, samen_table **out, samen_error *err) {
    if (kind && !samen__drawing_find(kind, 1, err))
        return SAMEN_ERR_UNKNOWN;
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    return samen__option_table(owner, "kind", kind, out, err);
}
