/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 4180 with LF line ends; numbers as the shortest decimals that read back the same. */
#include <string.h>

#include "core/number.h"
#include "table/format.h"

void samen__csv_add_field(samen__text *out, const char *bytes, int64_t length, char separator) {
    int quote = length > 0 && (bytes[0] == ' ' || bytes[length - 1] == ' ');
    for (int64_t i = 0; i < length && !quote; i++)
        quote = bytes[i] == separator || bytes[i] == '"' || bytes[i] == '\n' || bytes[i] == '\r';
    if (!quote) {
        samen__text_add(out, bytes, length);
        return;
    }
    samen__text_add_byte(out, '"');
    for (int64_t from = 0; from < length;) {
        const char *found = memchr(bytes + from, '"', (size_t)(length - from));
        int64_t to = found ? found - bytes + 1 : length;
        samen__text_add(out, bytes + from, to - from);
        if (found)
            samen__text_add_byte(out, '"');
        from = to;
    }
    samen__text_add_byte(out, '"');
}

/* Would a spreadsheet take this text for a formula? The full-width forms count too. */
static int is_formula(const char *text) {
    static const char *const starts[] = {
        "=",           "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
        "\xEF\xBC\xA0"};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        if (strncmp(text, starts[i], strlen(starts[i])) == 0)
            return 1;
    }
    return 0;
}

static void add_text(const char *text, int64_t length, int guard, samen__text *spare,
                     samen__text *out) {
    if (!guard || !is_formula(text)) {
        samen__csv_add_field(out, text, length, ',');
        return;
    }
    spare->length = 0;
    samen__text_add_byte(spare, '\'');
    samen__text_add(spare, text, length);
    samen__csv_add_field(out, spare->bytes, spare->length, ',');
    out->failed |= spare->failed;
}

static void add_cell(const samen_table *table, int64_t row, int32_t column, int guard,
                     samen__text *spare, samen__text *out) {
    const samen__column *cells = &table->column[column];
    int64_t before = out->length, length;
    if (cells->type == SAMEN_COLUMN_TEXT) { /* a null is an empty text */
        const char *text = samen__column_text(cells, row, &length);
        add_text(text, length, guard, spare, out);
    } else if (!samen__column_is_null(cells, row)) {
        samen__table_show_cell(table, row, column, -1, out);
    }
    if (table->columns == 1 && out->length == before) /* an empty line is no row to many readers */
        samen__text_add_string(out, "\"\"");
}

void samen__table_format_csv(const samen_table *table, const samen_table_options *options,
                             samen__text *out) {
    samen__text spare = samen__text_growing();
    for (int32_t i = 0; i < table->columns; i++) {
        const char *name = table->column[i].name;
        samen__text_add_string(out, i ? "," : "");
        add_text(name, (int64_t)strlen(name), (int)options->guard, &spare, out);
    }
    samen__text_add_byte(out, '\n');
    for (int64_t row = 0; row < table->rows && !out->failed; row++) {
        for (int32_t i = 0; i < table->columns; i++) {
            samen__text_add_string(out, i ? "," : "");
            add_cell(table, row, i, (int)options->guard, &spare, out);
        }
        samen__text_add_byte(out, '\n');
    }
    samen__text_free(&spare);
}
