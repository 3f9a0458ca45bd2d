/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/show.h"

#include <math.h>
#include <string.h>

#include "core/date.h"
#include "report/parts.h"

enum { PERCENT_DECIMALS = 1 };

#define NO_BREAK_BLANK "\xC2\xA0"
#define MINUS          "\xE2\x88\x92"

/* ---- Decimals -------------------------------------------------------------------------------------------- */

/* So many that three digits of the largest can be seen, and more where all of them are small. */
static int32_t decimals_for(double largest) {
    return largest >= 100 ? 1 : largest >= 10 ? 2 : largest >= 0.1 ? 3 : largest >= 0.01 ? 4 : 5;
}

/* Does the number have no more decimals than these? */
static int is_exact(double value, double unit) {
    double scaled = value * unit;
    return fabs(scaled - round(scaled)) < 1e-9;
}

static int32_t choose_decimals(const samen_table *table, int32_t column) {
    const double *value = samen_table_data_float64(table, column);
    int64_t rows = samen_table_rows(table);
    double largest = 0;
    for (int64_t row = 0; row < rows; row++)
        largest = fmax(largest, fabs(value[row]));
    int32_t most = decimals_for(largest), decimals = 0;
    double unit = 1;
    for (int64_t row = 0; row < rows && decimals < most; row++) {
        for (; decimals < most && !is_exact(value[row], unit); unit *= 10)
            decimals++;
    }
    return decimals;
}

static int has_share(const samen_table *table) {
    return samen_table_find(table, "share") >= 0 || samen_table_find(table, "estimate") >= 0;
}

samen__shown_column samen__show_column(const samen_table *table, int32_t column) {
    samen__shown_column shown = {.column = column,
                                 .name = samen_table_column_name(table, column),
                                 .type = samen_table_column_type(table, column)};
    shown.showing = samen__heading_showing(shown.name);
    if (shown.showing == SAMEN__SHOW_BOUND)
        shown.showing = has_share(table) ? SAMEN__SHOW_SHARE : SAMEN__SHOW_PLAIN;
    shown.has_nulls = samen_table_column_nulls(table, column) > 0;
    if (shown.showing == SAMEN__SHOW_SHARE)
        shown.decimals = PERCENT_DECIMALS;
    else if (shown.type == SAMEN_COLUMN_FLOAT64)
        shown.decimals = choose_decimals(table, column);
    return shown;
}

int samen__show_is_number(const samen__shown_column *shown) {
    return shown->type == SAMEN_COLUMN_INT64 || shown->type == SAMEN_COLUMN_FLOAT64;
}

/* ---- Cells ----------------------------------------------------------------------------------------------- */

/* A number that would look like nothing is said to be less than what can be seen. */
static void add_number(samen__text *text, uint32_t language, double value, int32_t decimals) {
    double least = pow(10, -decimals);
    if (value < 0)
        samen__text_add_string(text, MINUS);
    if (value != 0 && fabs(value) < least / 2) {
        samen__text_add_string(text, "<" NO_BREAK_BLANK);
        value = least;
    }
    samen__add_fixed(text, language, fabs(value), decimals);
}

const char *samen__show_name(const samen__document *d, samen__showing showing, const char *key) {
    const samen_network *network = samen_view_network(d->view);
    int32_t of = showing == SAMEN__SHOW_ORGANISATION  ? SAMEN_ORGANISATIONS
                 : showing == SAMEN__SHOW_PARTNERSHIP ? SAMEN_PARTNERSHIPS
                                                      : -1;
    const char *name = samen_network_name(network, of, samen_network_find(network, of, key));
    return name && strcmp(name, key) != 0 ? name : NULL;
}

static const char *name_of_form(const samen__document *d, const char *key) {
    static const samen__sentence all = {{"all forms", "alle vormen"}};
    return strcmp(key, "all") == 0 ? samen__said(d->language, &all) : samen__form_name(d, key);
}

/* What stands for one word of a table, or NULL where that is the word itself. */
static const char *words_for(const samen__document *d, samen__showing showing, const char *word) {
    switch (showing) {
    case SAMEN__SHOW_FORM: return name_of_form(d, word);
    case SAMEN__SHOW_WORD: return samen__cell_word(d->language, word);
    default: return samen__show_name(d, showing, word);
    }
}

/* Several words, parted by commas. */
static void add_list(const samen__document *d, samen__showing showing, const char *list,
                     samen__text *text) {
    samen__text one = samen__text_growing();
    for (const char *end = list; *end; list = end + 1) {
        end = list + strcspn(list, ",");
        one.length = 0;
        samen__text_add(&one, list, end - list);
        const char *words = one.length > 0 ? words_for(d, showing, one.bytes) : NULL;
        if (words)
            samen__text_add_string(text, words);
        else
            samen__text_add(text, list, end - list);
        samen__text_add_string(text, *end ? ", " : "");
    }
    text->failed |= one.failed;
    samen__text_free(&one);
}

static int is_of_lists(samen__showing showing) {
    return showing == SAMEN__SHOW_ORGANISATION || showing == SAMEN__SHOW_PARTNERSHIP ||
           showing == SAMEN__SHOW_FORM;
}

static void add_text(const samen__document *d, samen__showing showing, const char *value,
                     samen__text *text) {
    const char *words = words_for(d, showing, value);
    if (words)
        samen__text_add_string(text, words);
    else if (showing == SAMEN__SHOW_COLUMN)
        samen__heading_add(text, d->language, value);
    else if (is_of_lists(showing))
        add_list(d, showing, value, text);
    else
        samen__text_add_string(text, value);
}

static void add_date(int32_t day, samen__text *text) {
    char date[11];
    samen__date_format(day, date);
    samen__text_add_string(text, date);
}

void samen__show_cell(const samen__document *d, const samen_table *table, int64_t row,
                      const samen__shown_column *shown, samen__text *text) {
    int32_t column = shown->column;
    switch (shown->type) {
    case SAMEN_COLUMN_INT64:
    case SAMEN_COLUMN_FLOAT64: {
        int is_share = shown->showing == SAMEN__SHOW_SHARE;
        double value = samen_table_get_float64(table, row, column, 0);
        add_number(text, d->language, is_share ? 100 * value : value, shown->decimals);
        samen__text_add_string(text, is_share ? NO_BREAK_BLANK "%" : "");
        break;
    }
    case SAMEN_COLUMN_BOOL:
        samen__text_add_string(
            text, samen__cell_word(d->language,
                                   samen_table_get_bool(table, row, column, 0) ? "yes" : "no"));
        break;
    case SAMEN_COLUMN_DATE: add_date(samen_table_get_date(table, row, column, 0), text); break;
    default: add_text(d, shown->showing, samen_table_get_text(table, row, column, ""), text);
    }
}
