/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page_table.h"

#include <string.h>

#include "measures/registry.h"
#include "report/html.h"
#include "report/registry_words.h"
#include "report/show.h"
#include "report/shown.h"

/* Everything that the pieces of one table need. */
typedef struct writer {
    const samen__document *d;
    const samen__block *block;
    const samen_table *table;
    const char *measure; /* that made it, or NULL */
    samen__shown_column *column;
    int32_t columns;
    samen__text *html;
    samen__text cell; /* the one that is being made */
} writer;

/* ---- Columns --------------------------------------------------------------------------------------------- */

/* Names stand in one cell with their keys. */
static int is_name_of_key(const samen_table *table, int32_t column) {
    return strcmp(samen_table_column_name(table, column), "name") == 0 &&
           (samen_table_find(table, "organisation") >= 0 ||
            samen_table_find(table, "partnership") >= 0);
}

static samen_status choose_columns(writer *w, samen_error *err) {
    int32_t columns = samen_table_columns(w->table);
    w->column = samen__new(columns, sizeof *w->column, err);
    for (int32_t i = 0; w->column && i < columns; i++) {
        if (!is_name_of_key(w->table, i))
            w->column[w->columns++] = samen__show_column(w->table, i);
    }
    return w->column ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static void add_heading(writer *w, const samen__shown_column *shown) {
    samen__text_add_string(w->html, "<th scope=\"col\"");
    if (samen__show_is_number(shown))
        samen__text_add_string(w->html, " class=\"number\"");
    if (w->block->sort && strcmp(w->block->sort, shown->name) == 0)
        samen__text_add_string(w->html, " aria-sort=\"descending\"");
    samen__text_add_byte(w->html, '>');
    w->cell.length = 0;
    samen__heading_add(&w->cell, w->d->language, shown->name);
    samen__html_text(w->html, w->cell.bytes ? w->cell.bytes : "");
    samen__text_add_string(w->html, "</th>");
}

/* ---- Rows ------------------------------------------------------------------------------------------------ */

/* What is about all forms or roles together. */
static int is_of_all(const writer *w, int64_t row) {
    for (int32_t i = 0; i < w->columns; i++) {
        const samen__shown_column *shown = &w->column[i];
        const char *text = samen_table_get_text(w->table, row, shown->column, "");
        if ((shown->showing == SAMEN__SHOW_FORM || shown->showing == SAMEN__SHOW_WORD) &&
            (strcmp(text, "all") == 0 || strcmp(text, "total") == 0))
            return 1;
    }
    return 0;
}

/* The number itself, for sorting. */
static void add_value(writer *w, const samen__shown_column *shown, int64_t row) {
    samen__text_add_string(w->html, " data-value=\"");
    samen__text_add_number(w->html, samen_table_get_float64(w->table, row, shown->column, 0));
    samen__text_add_byte(w->html, '"');
}

static void add_key(writer *w, const samen__shown_column *shown, int64_t row) {
    const char *key = samen_table_get_text(w->table, row, shown->column, "");
    if (!samen__show_name(w->d, shown->showing, key))
        return;
    samen__text_add_byte(w->html, ' ');
    samen__html_element(w->html, "span", "class", "key", key);
}

/* What a cell is like, for its style; NULL where it is like any other. */
static const char *class_of(const samen__shown_column *shown, int is_null) {
    return samen__show_is_number(shown)       ? "number"
           : is_null                          ? "none"
           : shown->type == SAMEN_COLUMN_DATE ? "date"
                                              : NULL;
}

static void add_cell(writer *w, const samen__shown_column *shown, int64_t row) {
    int is_null = samen_table_is_null(w->table, row, shown->column);
    int heads = shown == w->column && !samen__show_is_number(shown) && !is_null;
    const char *class = class_of(shown, is_null);
    samen__text_add_string(w->html, heads ? "<th scope=\"row\"" : "<td");
    if (class)
        samen__html_attribute(w->html, "class", class);
    if (samen__show_is_number(shown) && !is_null)
        add_value(w, shown, row);
    samen__text_add_byte(w->html, '>');
    if (is_null) {
        samen__text_add_string(w->html, "\xE2\x80\x93");
    } else {
        w->cell.length = 0;
        samen__show_cell(w->d, w->table, row, shown, &w->cell);
        samen__html_text(w->html, w->cell.length > 0 ? w->cell.bytes : "");
        add_key(w, shown, row);
    }
    samen__text_add_string(w->html, heads ? "</th>" : "</td>");
}

static void add_rows(writer *w) {
    samen__text_add_string(w->html, "<thead><tr>");
    for (int32_t i = 0; i < w->columns; i++)
        add_heading(w, &w->column[i]);
    samen__text_add_string(w->html, "</tr></thead>\n<tbody>\n");
    for (int64_t row = 0; row < samen_table_rows(w->table) && !w->html->failed; row++) {
        samen__text_add_string(w->html, is_of_all(w, row) ? "<tr class=\"all\">" : "<tr>");
        for (int32_t i = 0; i < w->columns; i++)
            add_cell(w, &w->column[i], row);
        samen__text_add_string(w->html, "</tr>\n");
    }
    samen__text_add_string(w->html, "</tbody>\n");
}

/* ---- Below ----------------------------------------------------------------------------------------------- */

/* Why cells of a column are empty, as the registry has it of this table, or of another one of the measure where this
 * one was made of it; NULL where it does not say. */
static const char *reason_of(const writer *w, const char *column) {
    const samen__measure *measure = w->measure ? samen__registry_find(w->measure, 0, NULL) : NULL;
    const char *table = samen_table_provenance(w->table, "option.table"), *reason = NULL;
    for (int32_t i = 0; measure && i < measure->columns; i++) {
        const samen__column_info *info = &measure->column[i];
        if (strcmp(info->name, column) != 0)
            continue;
        if (table && strcmp(info->table, table) == 0)
            return info->undefined;
        reason = reason ? reason : info->undefined;
    }
    return reason;
}

/* Was it said of a column before? */
static int is_said(const writer *w, int32_t column, const char *reason) {
    for (int32_t i = 0; i < column; i++) {
        const char *before = w->column[i].has_nulls ? reason_of(w, w->column[i].name) : NULL;
        if (before && strcmp(before, reason) == 0)
            return 1;
    }
    return 0;
}

static void add_reasons(writer *w) {
    static const samen__sentence undefined = {
        {"\xE2\x80\x93 not defined: ", "\xE2\x80\x93 niet bepaald: "}};
    int64_t said = 0;
    for (int32_t i = 0; i < w->columns; i++) {
        const char *reason = w->column[i].has_nulls ? reason_of(w, w->column[i].name) : NULL;
        if (!reason || is_said(w, i, reason))
            continue;
        samen__text_add_string(w->html, said++ ? "; " : "<p class=\"note\">");
        if (said == 1)
            samen__text_add_string(w->html, samen__said(w->d->language, &undefined));
        samen__html_text(w->html, samen__reason_in(w->d->language, reason));
    }
    samen__text_add_string(w->html, said ? ".</p>\n" : "");
}

/* ---- The whole ------------------------------------------------------------------------------------------- */

/* The line above the table is its caption. */
static void add_caption(writer *w, const char *id) {
    samen__text_add_string(w->html, "<caption");
    samen__html_attribute(w->html, "id", id);
    samen__text_add_string(w->html, "><span>");
    if (w->block->text)
        samen__html_line(w->html, w->block->text);
    else
        samen__html_text(w->html, w->d->result[w->block->result].file);
    samen__text_add_string(w->html, "</span></caption>\n");
}

static void add_table(writer *w, const samen__downloads *downloads, const char *id) {
    samen__text_add_string(w->html, "<div class=\"table\">\n<div class=\"scroll\" role=\"region\" "
                                    "tabindex=\"0\"");
    samen__html_attribute(w->html, "aria-labelledby", id);
    samen__text_add_string(w->html, ">\n<table>\n");
    add_caption(w, id);
    add_rows(w);
    samen__text_add_string(w->html, "</table>\n</div>\n");
    add_reasons(w);
    samen__text_add_string(w->html, "<p class=\"save\">");
    samen__downloads_button(downloads, w->block->result, id, w->html);
    samen__text_add_string(w->html, "</p>\n</div>\n");
    w->html->failed |= w->cell.failed;
}

samen_status samen__page_table(const samen__downloads *downloads, int64_t number, samen__text *html,
                               samen_error *err) {
    const samen__document *d = downloads->document;
    char id[32];
    samen__text name = samen__text_fixed(id, sizeof id);
    samen_table *table = NULL;
    samen_status status = samen__block_table(d, &d->block[number], &table, err);
    writer w = {.d = d, .block = &d->block[number], .table = table, .html = html};
    samen__text_format(&name, "table-%ld", (long)number);
    if (status == SAMEN_OK) {
        w.measure = samen_table_provenance(table, "measure");
        status = choose_columns(&w, err);
    }
    if (status == SAMEN_OK)
        add_table(&w, downloads, id);
    samen__text_free(&w.cell);
    samen__delete(w.column);
    samen_table_free(table);
    return status;
}
