/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network without names is the same network: every table of every measure has the same rows up to the renaming.
 * What is drawn at random is left out, since other organisations are drawn. */
#include "calls.h"
#include "worlds.h"

enum { WORLDS = 150, MOST_NUMBERS = 32, LONGEST_LINE = 256 };

static const samen_anonymise_options with_sector = {
    .struct_size = sizeof with_sector, .least = 1, .keep = "sector"};

/* A row: its texts, with keys in place of pseudonyms, and its numbers. */
typedef struct line {
    char text[LONGEST_LINE];
    double number[MOST_NUMBERS];
    int numbers;
} line;

static int by_line(const void *a, const void *b) {
    const line *x = a, *y = b;
    int order = strcmp(x->text, y->text);
    for (int i = 0; order == 0 && i < x->numbers; i++)
        order = x->number[i] < y->number[i] ? -1 : x->number[i] > y->number[i];
    return order;
}

/* Components of one size are numbered in the order of organisations. */
static int is_compared(const char *column) {
    return strcmp(column, "name") != 0 && strstr(column, "component") != column &&
           strcmp(column, "strong_component") != 0;
}

static const char *key_of(const samen_table *key, const char *text) {
    for (int64_t row = 0; key && row < samen_table_rows(key); row++) {
        if (strcmp(many_text(key, row, "pseudonym"), text) == 0)
            return many_text(key, row, "key");
    }
    return text;
}

/* The two ends of a pair that has no direction stand in the order of organisations; here in that of keys. */
static void add_texts(const samen_table *table, int64_t row, const samen_table *key, int directed,
                      line *out) {
    const char *text[MOST_NUMBERS];
    int count = 0;
    for (int32_t c = 0; c < samen_table_columns(table); c++) {
        if (samen_table_column_type(table, c) == SAMEN_COLUMN_TEXT &&
            is_compared(samen_table_column_name(table, c)))
            text[count++] = key_of(key, samen_table_get_text(table, row, c, "null"));
    }
    int turned = !directed && count > 1 && text[0][0] == 'o' && text[1][0] == 'o' &&
                 strcmp(text[0], text[1]) > 0;
    for (int i = 0, used = 0; i < count; i++)
        used += snprintf(out->text + used, sizeof out->text - (size_t)used, "%s|",
                         text[turned && i < 2 ? 1 - i : i]);
}

static line *lines_of(const samen_table *table, const samen_table *key, int directed) {
    int64_t rows = samen_table_rows(table);
    line *lines = calloc((size_t)rows + 1, sizeof *lines);
    for (int64_t row = 0; row < rows; row++) {
        line *l = &lines[row];
        add_texts(table, row, key, directed, l);
        for (int32_t c = 0; c < samen_table_columns(table); c++) {
            int32_t type = samen_table_column_type(table, c);
            if (type == SAMEN_COLUMN_TEXT || !is_compared(samen_table_column_name(table, c)))
                continue;
            l->number[l->numbers++] = samen_table_is_null(table, row, c) ? -1e9
                                      : type == SAMEN_COLUMN_BOOL
                                          ? samen_table_get_bool(table, row, c, 0)
                                          : samen_table_get_float64(table, row, c, 0);
        }
    }
    qsort(lines, (size_t)rows, sizeof *lines, by_line);
    return lines;
}

/* To 1e-12: sums come in another order. */
static void same_lines(const line *a, const line *b, int64_t rows, const table_call *call) {
    for (int64_t i = 0; i < rows; i++) {
        EXPECT(strcmp(a[i].text, b[i].text) == 0, "%s: %s %s: %s, not %s", many_about,
               call->measure, call->options, b[i].text, a[i].text);
        for (int n = 0; n < a[i].numbers; n++) {
            double x = a[i].number[n], y = b[i].number[n];
            EXPECT(fabs(x - y) <= 1e-12 * fmax(1, fmax(fabs(x), fabs(y))),
                   "%s: %s %s: number %d of %s is %.15g, not %.15g", many_about, call->measure,
                   call->options, n, a[i].text, y, x);
        }
    }
}

static int is_drawn(const table_call *call) {
    return strcmp(call->table, "estimate") == 0 || strcmp(call->table, "top") == 0;
}

static samen_table *try_measure(const samen_view *view, const table_call *call) {
    samen_table *table = NULL;
    samen_error error = {0};
    if (samen_measure(view, call->measure, call->options, NULL, &table, &error) != SAMEN_OK)
        EXPECT(error.code == SAMEN_ERR_UNKNOWN, "%s: %s", many_about, error.message);
    return table;
}

static void look_at(samen_network *network, samen_network *made, const samen_table *key,
                    const samen_view_options *options) {
    table_call calls[MOST_CALLS];
    samen_view *view = NULL, *other = NULL;
    int count = all_calls(calls, "sector", 0, 1);
    OK(samen_view_new(network, options, NULL, &view, error));
    OK(samen_view_new(made, options, NULL, &other, error));
    ck_assert_int_eq(samen_view_is_directed(view), samen_view_is_directed(other));
    for (int c = 0; c < count; c++) {
        if (is_drawn(&calls[c]))
            continue;
        samen_table *before = try_measure(view, &calls[c]), *after = try_measure(other, &calls[c]);
        EXPECT((before == NULL) == (after == NULL), "%s: %s %s", many_about, calls[c].measure,
               calls[c].options);
        if (!before)
            continue;
        same_row_count(after, samen_table_rows(before));
        int directed = samen_view_is_directed(view) && strcmp(calls[c].table, "bridge") != 0;
        line *a = lines_of(before, NULL, directed), *b = lines_of(after, key, directed);
        same_lines(a, b, samen_table_rows(before), &calls[c]);
        free(a);
        free(b);
        samen_table_free(before);
        samen_table_free(after);
    }
    samen_view_free(view);
    samen_view_free(other);
}

/* Random networks and choices of all kinds, but those that name organisations or roles that are no more. With fewer
 * than two organisations there are no groups to keep. */
TEST(every_measure_is_the_same_without_names) {
    dice d = {.state = 20261126};
    for (int i = 0; i < WORLDS / SAMEN_THINNED; i++) {
        samen_network *network = world_network(&d, i), *made = NULL;
        samen_table *key = NULL;
        samen_view_options options = world_options(&d, network);
        options.organisations_count = options.where_count = 0;
        options.lead = NULL;
        if (samen_network_count(network, SAMEN_ORGANISATIONS) > 1) {
            OK(samen_network_anonymise(network, &with_sector, &made, &key, error));
            look_at(network, made, key, &options);
        }
        samen_table_free(key);
        samen_network_free(made);
        samen_network_free(network);
    }
}
END

SUITE("property/anonymise", every_measure_is_the_same_without_names)
