/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One object: columns, rows as objects, notes, provenance. */
#include <string.h>

#include "table/format.h"

static void add_quoted(samen__text *out, const char *bytes, int64_t length) {
    static const char hex[] = "0123456789abcdef";
    samen__text_add_byte(out, '"');
    int64_t from = 0;
    for (int64_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F)
            continue;
        samen__text_add(out, bytes + from, i - from);
        if (c == '"' || c == '\\') {
            samen__text_add_byte(out, '\\');
            samen__text_add_byte(out, (char)c);
        } else {
            samen__text_add_string(out, "\\u00");
            samen__text_add_byte(out, hex[c >> 4]);
            samen__text_add_byte(out, hex[c & 15]);
        }
        from = i + 1;
    }
    samen__text_add(out, bytes + from, length - from);
    samen__text_add_byte(out, '"');
}

static void add_string(samen__text *out, const char *string) {
    add_quoted(out, string, (int64_t)strlen(string));
}

static void add_cell(const samen_table *table, int64_t row, int32_t column, samen__text *out) {
    const samen__column *cells = &table->column[column];
    if (samen__column_is_null(cells, row)) {
        samen__text_add_string(out, "null");
    } else if (cells->type == SAMEN_COLUMN_TEXT) {
        int64_t length;
        const char *text = samen__column_text(cells, row, &length);
        add_quoted(out, text, length);
    } else if (cells->type == SAMEN_COLUMN_BOOL) {
        samen__text_add_string(out, samen_table_get_bool(table, row, column, 0) ? "true" : "false");
    } else if (cells->type == SAMEN_COLUMN_DATE) {
        samen__text_add_byte(out, '"');
        samen__table_show_cell(table, row, column, -1, out);
        samen__text_add_byte(out, '"');
    } else {
        samen__table_show_cell(table, row, column, -1, out);
    }
}

void samen__table_format_json(const samen_table *table, samen__text *out) {
    static const char *const types[] = {"none", "int64", "float64", "text", "bool", "date"};
    samen__text_add_string(out, "{\"columns\":[");
    for (int32_t i = 0; i < table->columns; i++) {
        samen__text_add_string(out, i ? ",{\"name\":" : "{\"name\":");
        add_string(out, table->column[i].name);
        samen__text_format(out, ",\"type\":\"%s\"}", types[table->column[i].type]);
    }
    samen__text_add_string(out, "],\n\"rows\":[");
    for (int64_t row = 0; row < table->rows && !out->failed; row++) {
        samen__text_add_string(out, row ? ",\n{" : "\n{");
        for (int32_t i = 0; i < table->columns; i++) {
            samen__text_add_string(out, i ? "," : "");
            add_string(out, table->column[i].name);
            samen__text_add_byte(out, ':');
            add_cell(table, row, i, out);
        }
        samen__text_add_byte(out, '}');
    }
    samen__text_add_string(out, "],\n\"notes\":[");
    for (int64_t i = 0; i < table->notes; i++) {
        samen__text_add_string(out, i ? ",\n{\"code\":" : "\n{\"code\":");
        add_string(out, table->note[i].code);
        samen__text_format(out, ",\"count\":%ld,\"text\":", (long)table->note[i].count);
        add_string(out, table->note[i].text);
        samen__text_add_byte(out, '}');
    }
    samen__text_add_string(out, "],\n\"provenance\":{");
    for (int64_t i = 0; i < table->entries; i++) {
        samen__text_add_string(out, i ? ",\n" : "\n");
        add_string(out, table->entry[i].key);
        samen__text_add_byte(out, ':');
        add_string(out, table->entry[i].value);
    }
    samen__text_add_string(out, "}}\n");
}
