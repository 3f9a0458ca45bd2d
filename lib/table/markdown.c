/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pipe table; numbers to the right; what would read as markup is escaped. */
#include <string.h>

#include "core/memory.h"
#include "table/format.h"

static void add_escaped(samen__text *out, const char *bytes, int64_t length) {
    for (int64_t i = 0; i < length; i++) {
        if (strchr("\\`*_{}[]<>#|&~", bytes[i]) && bytes[i])
            samen__text_add_byte(out, '\\');
        samen__text_add(out, bytes + i, 1);
    }
}

samen_status samen__table_format_markdown(const samen_table *table,
                                          const samen_table_options *options, samen__text *out,
                                          samen_error *err) {
    int32_t *decimals = samen__table_decimals(table, options, err);
    if (!decimals)
        return SAMEN_ERR_MEMORY;
    samen__text cell = samen__text_growing();
    for (int32_t i = 0; i < table->columns; i++) {
        cell.length = 0;
        samen__text_format(&cell, "%s", table->column[i].name);
        samen__text_add_string(out, "| ");
        add_escaped(out, cell.bytes, cell.length);
        samen__text_add_byte(out, ' ');
    }
    samen__text_add_string(out, "|\n");
    for (int32_t i = 0; i < table->columns; i++)
        samen__text_add_string(out, samen__table_is_numeric(table, i) ? "|---:" : "|---");
    samen__text_add_string(out, "|\n");
    for (int64_t row = 0; row < table->rows && !out->failed; row++) {
        for (int32_t i = 0; i < table->columns; i++) {
            cell.length = 0;
            samen__table_show_cell(table, row, i, decimals[i], &cell);
            samen__text_add_string(out, "| ");
            if (samen__table_is_numeric(table, i))
                samen__text_add(out, cell.bytes, cell.length);
            else
                add_escaped(out, cell.bytes, cell.length);
            samen__text_add_byte(out, ' ');
        }
        samen__text_add_string(out, "|\n");
    }
    for (int64_t i = 0; i < table->notes && !options->plain; i++) {
        samen__text_add_string(out, i ? "- " : "\n- ");
        add_escaped(out, table->note[i].text, (int64_t)strlen(table->note[i].text));
        samen__text_add_byte(out, '\n');
    }
    out->failed |= cell.failed;
    samen__text_free(&cell);
    samen__delete(decimals);
    return SAMEN_OK;
}
