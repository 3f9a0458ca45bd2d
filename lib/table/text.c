/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligned columns for a terminal, notes below. */
#include <string.h>

#include "core/memory.h"
#include "core/utf8.h"
#include "table/format.h"

/* How the columns are shown. */
typedef struct layout {
    int32_t *decimals;
    int64_t *width;
    char point;
} layout;

/* The cell as text into `cell`, row -1 being the header; returns its width. */
static int64_t make_cell(const samen_table *table, int64_t row, int32_t column, const layout *l,
                         samen__text *cell) {
    cell->length = 0;
    if (row < 0)
        samen__text_format(cell, "%s", table->column[column].name);
    else
        samen__table_show_cell(table, row, column, l->decimals[column], cell);
    char *point = row >= 0 && samen__table_is_numeric(table, column) && cell->length > 0
                      ? strchr(cell->bytes, '.')
                      : NULL;
    if (point)
        *point = l->point;
    return samen__utf8_width(cell->bytes, cell->length);
}

static void add_line(const samen_table *table, int64_t row, const layout *l, samen__text *cell,
                     samen__text *out) {
    int64_t pending = 0; /* blanks owed before the next cell, so that no line ends in blanks */
    for (int32_t i = 0; i < table->columns; i++) {
        int64_t width = make_cell(table, row, i, l, cell), blanks = l->width[i] - width;
        int right = samen__table_is_numeric(table, i);
        pending += (i > 0 ? 2 : 0) + (right ? blanks : 0);
        if (width > 0) {
            samen__text_add_repeated(out, ' ', pending);
            samen__text_add(out, cell->bytes, cell->length);
            pending = 0;
        }
        pending += right ? 0 : blanks;
    }
    samen__text_add_byte(out, '\n');
}

static void add_lines(const samen_table *table, const layout *l, samen__text *out) {
    samen__text cell = samen__text_growing();
    for (int32_t i = 0; i < table->columns; i++) {
        for (int64_t row = -1; row < table->rows && !cell.failed; row++) {
            int64_t wide = make_cell(table, row, i, l, &cell);
            l->width[i] = wide > l->width[i] ? wide : l->width[i];
        }
    }
    for (int64_t row = -1; row < table->rows && !cell.failed && !out->failed; row++)
        add_line(table, row, l, &cell, out);
    out->failed |= cell.failed;
    samen__text_free(&cell);
}

samen_status samen__table_format_text(const samen_table *table, const samen_table_options *options,
                                      char point, samen__text *out, samen_error *err) {
    layout l = {.decimals = samen__table_decimals(table, options, err),
                .width = samen__new(table->columns, sizeof *l.width, err),
                .point = point};
    samen_status status = l.decimals && l.width ? SAMEN_OK : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK)
        add_lines(table, &l, out);
    for (int64_t i = 0; status == SAMEN_OK && i < table->notes && !options->plain; i++) {
        samen__text_add_string(out, i ? "Note: " : "\nNote: ");
        samen__text_format(out, "%s\n", table->note[i].text);
    }
    samen__delete(l.decimals);
    samen__delete(l.width);
    return status;
}
