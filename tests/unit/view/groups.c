/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "view/groups.h"

#include "scene.h"

static samen_network *offices(void) {
    static const file files[MOST_FILES] = {{"organisations.csv", "id,sector,size,since,paid,none\n"
                                                                 "a,youth,10,2021-06-30,yes,\n"
                                                                 "b,care,9,1969-12-31,no,\n"
                                                                 "c,,2.5,,,\n"
                                                                 "d,Care,-1,2020-01-01,no,\n"
                                                                 "e,care,10,2020-01-01,no,\n"
                                                                 "f,\xC3\xA9t\xC3\xA9,,,yes,\n"},
                                           {"ties.csv", "from,to\na,b\n"}};
    return read_files(files);
}

/* "label:size ... |group of each organisation", "-" where there is none. */
static char *grouped(const samen_view *view, const char *attribute) {
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    samen__groups groups;
    OK(samen__groups_make(view, attribute, &groups, error));
    for (int32_t i = 0; i < groups.count; i++)
        fprintf(out, "%s:%lld ", groups.label[i], (long long)groups.size[i]);
    fputc('|', out);
    for (int64_t i = 0; i < samen_view_organisations(view); i++)
        fprintf(out, " %d", groups.of[i]);
    fprintf(out, " without %lld", (long long)groups.without);
    samen__groups_free(&groups);
    fclose(out);
    return text;
}

/* Oracle: the table above, sorted on paper: numbers by value, dates by day, texts by byte. */
TEST(groups_are_in_ascending_order_of_their_values) {
    static const struct {
        const char *options, *attribute, *expected;
    } cases[] = {
        {"", "sector", "Care:1 care:2 youth:1 \xC3\xA9t\xC3\xA9:1 | 2 1 -1 0 1 3 without 1"},
        {"", "size", "-1:1 2.5:1 9:1 10:2 | 3 2 1 0 3 -1 without 1"},
        {"", "since", "1969-12-31:1 2020-01-01:2 2021-06-30:1 | 2 0 -1 1 1 -1 without 2"},
        {"", "paid", "no:3 yes:2 | 1 0 -1 0 0 1 without 1"},
        {"", "none", "| -1 -1 -1 -1 -1 -1 without 6"},
        {"where=sector=care", "sector", "care:2 | 0 0 without 0"},
        {"where=sector=care", "size", "9:1 10:1 | 0 1 without 0"},
        {"where=id=c", "sector", "| -1 without 1"},
        {"where=sector=care; where=paid=yes", "sector", "| without 0"},
    };
    samen_network *network = offices();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_view *view = look(network, cases[i].options);
        char *text = grouped(view, cases[i].attribute);
        ck_assert_str_eq(text, cases[i].expected);
        free(text);
        samen_view_free(view);
    }
    samen_network_free(network);
}
END

TEST(an_attribute_that_is_not_there_is_refused_with_those_that_are) {
    samen_network *network = offices(), *bare = build("a-b");
    samen_view *view = look(network, ""), *bare_view = look(bare, "");
    samen__groups groups;
    FAILS(SAMEN_ERR_UNKNOWN, "no attribute \"colour\"; they have sector, size, since, paid, none",
          samen__groups_make(view, "colour", &groups, error));
    FAILS(SAMEN_ERR_UNKNOWN, "no attribute \"Sector\"",
          samen__groups_make(view, "Sector", &groups, error));
    FAILS(SAMEN_ERR_UNKNOWN, "the organisations have none; add a column to organisations.csv",
          samen__groups_make(bare_view, "sector", &groups, error));
    ck_assert_ptr_null(groups.of);
    ck_assert_int_eq(groups.count, 0);
    samen_view_free(view);
    samen_view_free(bare_view);
    samen_network_free(network);
    samen_network_free(bare);
}
END

TEST(labels_make_a_column) {
    static const int32_t of_rows[] = {1, -1, 0, 1};
    samen_network *network = offices();
    samen_view *view = look(network, "");
    samen__groups groups;
    samen_table *table = NULL;
    OK(samen__groups_make(view, "paid", &groups, error));
    OK(samen__table_new(4, &table, error));
    OK(samen__groups_add_labels(&groups, "group", of_rows, table, error));
    samen__groups_free(&groups);
    char *csv = table_csv(table);
    ck_assert_str_eq(csv, "group\nyes\n\"\"\nno\nyes\n");
    ck_assert(cell_is_null(table, 1, "group"));
    samen_free(csv);
    samen_table_free(table);
    samen_view_free(view);
    samen_network_free(network);
}
END

/* A group for each of many organisations: the order is that of numbers, not of digits. */
TEST(many_groups_are_ordered_too) {
    enum { MANY = 2000 };
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < MANY; i++) {
        char key[16];
        snprintf(key, sizeof key, "o%d", i);
        OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
        OK(samen_builder_set_number(builder, SAMEN_ORGANISATIONS, i, "x", i * 7 % MANY, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    samen_view *view = look(network, "");
    samen__groups groups;
    OK(samen__groups_make(view, "x", &groups, error));
    ck_assert_int_eq(groups.count, MANY);
    for (int i = 0; i < MANY; i++) {
        ck_assert_int_eq(groups.of[i], i * 7 % MANY);
        ck_assert_int_eq(atoi(groups.label[i]), i);
        ck_assert_int_eq(groups.size[i], 1);
    }
    samen__groups_free(&groups);
    samen_view_free(view);
    samen_network_free(network);
}
END

SUITE("view/groups", groups_are_in_ascending_order_of_their_values,
      an_attribute_that_is_not_there_is_refused_with_those_that_are, labels_make_a_column,
      many_groups_are_ordered_too)
