/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page.h"

#include "report/shown.h"
#include "table/format.h"

static void add_escaped(samen__text *out, const char *text) {
    for (; *text; text++) {
        switch (*text) {
        case '&': samen__text_add_string(out, "&amp;"); break;
        case '<': samen__text_add_string(out, "&lt;"); break;
        case '>': samen__text_add_string(out, "&gt;"); break;
        default: samen__text_add_byte(out, *text);
        }
    }
}

static void add_element(samen__text *out, const char *name, const char *text) {
    samen__text_format(out, "<%s>", name);
    add_escaped(out, text);
    samen__text_format(out, "</%s>\n", name);
}

static void add_cell(const samen_table *table, int64_t row, int32_t column, samen__text *out) {
    samen__text cell = samen__text_growing();
    samen__table_show_cell(table, row, column, -1, &cell);
    add_element(out, "td", cell.bytes ? cell.bytes : "");
    out->failed |= cell.failed;
    samen__text_free(&cell);
}

static samen_status add_table(const samen__document *d, const samen__block *block, samen__text *out,
                              samen_error *err) {
    samen_table *table = NULL;
    samen_status status = samen__block_table(d, block, &table, err);
    if (status != SAMEN_OK)
        return status;
    samen__text_add_string(out, "<table>\n<tr>\n");
    for (int32_t c = 0; c < samen_table_columns(table); c++)
        add_element(out, "th", samen_table_column_name(table, c));
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        samen__text_add_string(out, "</tr>\n<tr>\n");
        for (int32_t c = 0; c < samen_table_columns(table); c++)
            add_cell(table, row, c, out);
    }
    samen__text_add_string(out, "</tr>\n</table>\n");
    samen_table_free(table);
    return SAMEN_OK;
}

static samen_status add_block(const samen__document *d, const samen__block *block, samen__text *out,
                              samen_error *err) {
    if (block->term)
        add_element(out, "h3", block->term);
    if (block->text)
        add_element(out, "p", block->text);
    return block->kind == SAMEN__BLOCK_TABLE ? add_table(d, block, out, err) : SAMEN_OK;
}

samen_status samen__report_page(const samen__document *d, const samen_run *run, char **out,
                                int64_t *length, samen_error *err) {
    samen__text text = samen__text_growing();
    samen_status status = SAMEN_OK;
    (void)run;
    samen__text_format(&text, "<!DOCTYPE html>\n<html lang=\"%s\">\n<meta charset=\"utf-8\">\n",
                       samen__language_code(d->language));
    add_element(&text, "title", d->title ? d->title : "samen");
    for (int64_t i = 0; status == SAMEN_OK && i < d->parts; i++) {
        const samen__part *part = &d->part[i];
        add_element(&text, "h2", part->heading);
        for (int64_t b = part->first; status == SAMEN_OK && b < part->first + part->count; b++)
            status = add_block(d, &d->block[b], &text, err);
    }
    samen__text_add_string(&text, "</html>\n");
    if (status == SAMEN_OK)
        return samen__text_take(&text, out, length, err);
    samen__text_free(&text);
    return status;
}
