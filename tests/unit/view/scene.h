/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a view shows, in the words in which networks are built: "a-b:action*2 b>c:learning*1". */
#ifndef SAMEN_TESTS_SCENE_H
#define SAMEN_TESTS_SCENE_H

#include "../io/folder.h"
#include "build.h"

/* A view that leaves the network to its owner. */
static inline samen_view *look(samen_network *network, const char *options) {
    samen_view *view = NULL;
    OK(samen_view_make(network, options, NULL, &view, error));
    return view;
}

static inline samen_table *ties_of(const samen_view *view) {
    samen_table *table = NULL;
    OK(samen_view_table(view, NULL, &table, error));
    return table;
}

/* The ties in the order of the table, to be freed. */
static inline char *ties_seen(const samen_view *view) {
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    samen_table *table = ties_of(view);
    for (int64_t row = 0; row < samen_table_rows(table); row++)
        fprintf(out, "%s%s%c%s:%s*%.12g", row ? " " : "", cell_text(table, row, "from"),
                samen_view_is_directed(view) ? '>' : '-', cell_text(table, row, "to"),
                cell_text(table, row, "forms"), cell_number(table, row, "weight"));
    samen_table_free(table);
    fclose(out);
    return text;
}

/* The keys of the organisations, to be freed. */
static inline char *keys_seen(const samen_view *view) {
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    for (int64_t i = 0; i < samen_view_organisations(view); i++)
        fprintf(out, "%s%s", i ? " " : "", samen_view_key(view, i));
    fclose(out);
    return text;
}

static inline void expect_ties(samen_network *network, const char *options, const char *expected) {
    samen_view *view = look(network, options);
    char *seen = ties_seen(view);
    ck_assert_msg(strcmp(seen, expected) == 0, "%s: %s instead of %s", options, seen, expected);
    free(seen);
    samen_view_free(view);
}

static inline void expect_keys(samen_network *network, const char *options, const char *expected) {
    samen_view *view = look(network, options);
    char *seen = keys_seen(view);
    ck_assert_msg(strcmp(seen, expected) == 0, "%s: %s instead of %s", options, seen, expected);
    free(seen);
    samen_view_free(view);
}

#endif
