/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network without names is the same network: every table of every measure has the same rows up to the renaming.
 * What is drawn at random is left out, since other organisations are drawn. */
#define _GNU_SOURCE
#include "../unit/whole.h"
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

/* ---- Nothing of the original is left ------------------------------------------------------------------- */

/* Part of every word of the network below; pseudonyms have none of these letters. */
static const char marker[] = "lilu";

static void add_organisations(samen_builder *builder) {
    for (int i = 0; i < 30; i++) {
        char key[32], name[32], text[32];
        snprintf(key, sizeof key, "lilu-key-%d", i);
        snprintf(name, sizeof name, "Lilu name %d", i);
        snprintf(text, sizeof text, "lilu text %d", i % 7);
        OK(samen_builder_add_organisation(builder, key, name, NULL, error));
        OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, i, "colour", text, error));
        OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, i, "sector",
                                  i < 12   ? "public"
                                  : i < 24 ? "private"
                                           : text,
                                  error));
        OK(samen_builder_set_yes_no(builder, SAMEN_ORGANISATIONS, i, "respondent", i != 3, error));
    }
}

static samen_network *marked(void) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    dice d = {.state = 5};
    OK(samen_builder_new(NULL, &builder, error));
    add_organisations(builder);
    OK(samen_builder_add_partnership(builder, "lilu-house", "The House of Lilu", "action", NULL,
                                     NULL, NULL, error));
    OK(samen_builder_set_text(builder, SAMEN_PARTNERSHIPS, 0, "aim", "lilu aim", error));
    for (int i = 0; i < 120; i++) {
        char from[32], to[32];
        const samen_tie more = {.struct_size = sizeof more,
                                .directed = (uint32_t)dice_roll(&d, 2),
                                .start = i % 2 ? "2022-01-01" : "2024-01-01",
                                .end = i % 2 ? "2023-01-01" : "2025-01-01",
                                .partnership = i % 5 ? NULL : "lilu-house"};
        snprintf(from, sizeof from, "lilu-key-%d", (int)dice_roll(&d, 30));
        snprintf(to, sizeof to, "lilu-key-%d", (int)dice_roll(&d, 28));
        OK(samen_builder_add_tie(builder, from, to, world_forms[dice_roll(&d, 6)], 1, &more, NULL,
                                 error));
        OK(samen_builder_set_text(builder, SAMEN_TIES, i, "remark", "lilu remark", error));
    }
    for (int i = 0; i < 8; i++) {
        char key[32];
        const samen_membership more = {.struct_size = sizeof more,
                                       .role = i ? "friend of lilu" : "lead"};
        snprintf(key, sizeof key, "lilu-key-%d", 3 * i);
        OK(samen_builder_add_membership(builder, "lilu-house", key, &more, NULL, error));
        OK(samen_builder_set_text(builder, SAMEN_MEMBERSHIPS, i, "remark", "lilu", error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

static void is_clean(const char *text, const char *what) {
    const char *found = strcasestr(text, marker);
    EXPECT(!found, "%s has %.40s", what, found);
}

static void are_clean(const samen_table *table, const char *what) {
    const samen_table_options as_json = {.struct_size = sizeof as_json,
                                         .format = SAMEN_FORMAT_JSON};
    char *text = NULL;
    OK(samen_table_format(table, &as_json, &text, NULL, error));
    is_clean(text, what);
    samen_free(text);
}

static void look_at_reports(const samen_view *view) {
    static const char *const formats[] = {"text", "html"};
    char profile[64];
    snprintf(profile, sizeof profile, "organisation=%s", samen_view_key(view, 4));
    const char *const options[] = {"tables=all", "language=nl", profile};
    for (int i = 0; i < 6; i++) {
        samen_report *report = NULL;
        char *text = NULL;
        OK(samen_report_new(view, options[i / 2], NULL, &report, error));
        OK(samen_report_format(report, formats[i % 2], NULL, &text, NULL, error));
        is_clean(text, formats[i % 2]);
        for (int32_t t = 0; t < samen_report_tables(report); t++)
            are_clean(samen_report_table(report, t), samen_report_table_file(report, t));
        samen_free(text);
        samen_report_free(report);
    }
}

/* Keys, names, attributes and roles all have the marker in them, but for the two sectors that are large enough. */
TEST(nothing_of_the_original_is_found_anywhere) {
    const samen_anonymise_options keep = {.struct_size = sizeof keep, .keep = "sector"};
    static const char *const pictures[] = {"sociogram", "multiples"};
    samen_network *network = marked(), *made = NULL;
    samen_view *view = NULL;
    table_call calls[MOST_CALLS];
    OK(samen_network_anonymise(network, &keep, &made, NULL, error));
    samen_network_free(network);
    char *whole = whole_text(made);
    is_clean(whole, "the network");
    ck_assert_ptr_nonnull(strstr(whole, "private"));
    ck_assert_ptr_nonnull(strstr(whole, "other groups"));
    free(whole);
    OK(samen_view_make(made, "", NULL, &view, error));
    int count = all_calls(calls, "sector", 20, 1);
    for (int i = 0; i < count; i++) {
        samen_table *table = measure(view, calls[i].measure, calls[i].options);
        are_clean(table, calls[i].measure);
        samen_table_free(table);
    }
    for (int i = 0; i < 2; i++) {
        char *picture = NULL;
        OK(samen_draw(view, pictures[i], "group=sector", NULL, &picture, NULL, error));
        is_clean(picture, pictures[i]);
        samen_free(picture);
    }
    look_at_reports(view);
    samen_view_free(view);
    samen_network_free(made);
}
END

SUITE("property/anonymise", every_measure_is_the_same_without_names,
      nothing_of_the_original_is_found_anywhere)
