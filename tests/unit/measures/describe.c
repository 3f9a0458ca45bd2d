/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the library says of itself. */
#include "build.h"

#include "../refuses.h"

/* The names of a table's columns, parted by blanks. */
static void expect_columns(const samen_table *table, const char *expected) {
    char names[256] = "";
    for (int32_t i = 0; i < samen_table_columns(table); i++)
        strcat(strcat(names, i ? " " : ""), samen_table_column_name(table, i));
    ck_assert_str_eq(names, expected);
}

static int is_null(const samen_table *table, int64_t row, const char *column) {
    return cell_is_null(table, row, column);
}

TEST(measures_are_listed_with_their_tables_the_default_first) {
    static const char *const measures[][2] = {
        {"composition.forms", "form,organisation,group,group-pair,commitment,organisation-"
                              "commitment,diversity,organisation-diversity"},
        {"composition.contrast", "basis"},
        {"cohesion.density", "form,group,response"},
        {"cohesion.components", "organisation,component,bridge,network"},
        {"centrality.degree", "organisation,form,network"},
        {"brokerage.betweenness", "organisation,tie,network,estimate,top"},
        {"brokerage.holes", "organisation,dyad"},
        {"brokerage.roles", "organisation,significance,network"},
    };
    samen_table *table = NULL;
    OK(samen_describe(&table, error));
    expect_columns(table, "measure family title summary tables source since");
    ck_assert_int_eq(samen_table_rows(table), 8);
    for (int row = 0; row < 8; row++) {
        const char *name = cell_text(table, row, "measure"), *dot = strchr(name, '.');
        ck_assert_str_eq(name, measures[row][0]);
        ck_assert_str_eq(cell_text(table, row, "tables"), measures[row][1]);
        ck_assert_int_eq(strncmp(cell_text(table, row, "family"), name, (size_t)(dot - name)), 0);
        ck_assert_uint_eq(strlen(cell_text(table, row, "family")), (size_t)(dot - name));
        ck_assert_str_eq(cell_text(table, row, "since"), "0.1");
        ck_assert_uint_gt(strlen(cell_text(table, row, "title")), 3);
        /* One sentence, and a source that can be looked up. */
        const char *summary = cell_text(table, row, "summary");
        ck_assert(summary[strlen(summary) - 1] == '.');
        ck_assert_ptr_nonnull(strpbrk(cell_text(table, row, "source"), "0123456789"));
    }
    samen_table_free(table);
}
END

/* One option's row against what it must say; NULL stands for an empty cell. */
static void look_at_option(const char *measure, const char *option, const char *type,
                           const char *fallback, const char *choices, int required, double minimum,
                           double maximum) {
    samen_table *table = NULL;
    OK(samen_describe_options(measure, &table, error));
    int64_t row = row_with(table, "option", option);
    ck_assert_str_eq(cell_text(table, row, "measure"), measure);
    ck_assert_str_eq(cell_text(table, row, "type"), type);
    int32_t at = samen_table_find(table, "default");
    ck_assert_str_eq(samen_table_get_text(table, row, at, "none"), fallback ? fallback : "none");
    at = samen_table_find(table, "choices");
    ck_assert_str_eq(samen_table_get_text(table, row, at, "none"), choices ? choices : "none");
    ck_assert_double_eq(cell_number(table, row, "required"), required);
    ck_assert_int_eq(is_null(table, row, "minimum"), isnan(minimum));
    ck_assert_int_eq(is_null(table, row, "maximum"), isnan(maximum));
    if (!isnan(minimum)) {
        ck_assert_double_eq(cell_number(table, row, "minimum"), minimum);
        ck_assert_double_eq(cell_number(table, row, "maximum"), maximum);
    }
    ck_assert_str_eq(cell_text(table, row, "since"), "0.1");
    ck_assert_uint_gt(strlen(cell_text(table, row, "help")), 5);
    samen_table_free(table);
}

TEST(options_tell_their_type_default_bounds_and_choices) {
    look_at_option("cohesion.density", "table", "choice", "form", "form,group,response", 0, NAN,
                   NAN);
    look_at_option("cohesion.density", "group", "text", NULL, NULL, 0, NAN, NAN);
    look_at_option("cohesion.density", "draws", "count", "1000", NULL, 0, 0, 1000000);
    look_at_option("cohesion.density", "level", "number", "0.95", NULL, 0, 0.5, 0.9999);
    look_at_option("brokerage.betweenness", "weighted", "yes-no", "false", NULL, 0, NAN, NAN);
    look_at_option("brokerage.betweenness", "distance", "choice", "inverse", "inverse,log,weight",
                   0, NAN, NAN);
    look_at_option("brokerage.roles", "group", "text", NULL, NULL, 1, NAN, NAN);
    look_at_option("composition.contrast", "a", "text", "action", NULL, 0, NAN, NAN);
    look_at_option("composition.contrast", "b", "text", "consultation", NULL, 0, NAN, NAN);
    look_at_option("view", "forms", "forms", "all", NULL, 0, NAN, NAN);
    look_at_option("view", "where", "list", NULL, NULL, 0, NAN, NAN);
    look_at_option("view", "direction", "choice", "recorded", "recorded,either,both", 0, NAN, NAN);
}
END

TEST(options_of_the_view_are_told_when_asked_for_and_only_then) {
    static const char *const names[] = {"forms",
                                        "from",
                                        "to",
                                        "where",
                                        "organisations",
                                        "direction",
                                        "direction_weight",
                                        "parallel",
                                        "partnerships",
                                        "lead",
                                        "min_weight",
                                        "drop_isolates"};
    samen_table *view = NULL, *all = NULL;
    OK(samen_describe_options("view", &view, error));
    ck_assert_int_eq(samen_table_rows(view), 12);
    for (int row = 0; row < 12; row++)
        ck_assert_str_eq(cell_text(view, row, "option"), names[row]);
    OK(samen_describe_options(NULL, &all, error));
    expect_columns(all, "measure option type default minimum maximum choices required since help");
    for (int64_t row = 0; row < samen_table_rows(all); row++)
        ck_assert_str_ne(cell_text(all, row, "measure"), "view");
    samen_table_free(view);
    samen_table_free(all);
}
END

/* NULL lists what all measures have, one after the other. */
TEST(all_together_are_the_single_ones_in_order) {
    samen_table *measures = NULL, *options = NULL, *columns = NULL;
    int64_t option = 0, column = 0;
    OK(samen_describe(&measures, error));
    OK(samen_describe_options(NULL, &options, error));
    OK(samen_describe_columns(NULL, &columns, error));
    for (int64_t row = 0; row < samen_table_rows(measures); row++) {
        const char *name = cell_text(measures, row, "measure");
        samen_table *own = NULL;
        OK(samen_describe_options(name, &own, error));
        ck_assert_str_eq(cell_text(own, 0, "option"), "table");
        for (int64_t i = 0; i < samen_table_rows(own); i++, option++) {
            ck_assert_str_eq(cell_text(options, option, "measure"), name);
            ck_assert_str_eq(cell_text(options, option, "option"), cell_text(own, i, "option"));
        }
        samen_table_free(own);
        own = NULL;
        OK(samen_describe_columns(name, &own, error));
        expect_columns(own, "measure table column type help undefined");
        for (int64_t i = 0; i < samen_table_rows(own); i++, column++) {
            ck_assert_str_eq(cell_text(columns, column, "measure"), name);
            ck_assert_str_eq(cell_text(columns, column, "column"), cell_text(own, i, "column"));
        }
        samen_table_free(own);
    }
    ck_assert_int_eq(samen_table_rows(options), option);
    ck_assert_int_eq(samen_table_rows(columns), column);
    samen_table_free(measures);
    samen_table_free(options);
    samen_table_free(columns);
}
END

TEST(columns_tell_their_type_and_when_they_are_empty) {
    static const struct {
        const char *measure, *table, *column, *type, *undefined;
    } cases[] = {
        {"composition.forms", "form", "share_of_pairs", "float64", "there is nothing to share"},
        {"composition.forms", "form", "ties", "int64", NULL},
        {"cohesion.components", "organisation", "cutpoint", "bool", NULL},
        {"cohesion.components", "network", "strong_components", "int64", "the view is undirected"},
        {"brokerage.holes", "organisation", "constraint", "float64",
         "the organisation has no ties"},
        {"brokerage.roles", "organisation", "group", "text", "the organisation has no group"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *table = NULL;
        int64_t found = -1;
        OK(samen_describe_columns(cases[i].measure, &table, error));
        for (int64_t row = 0; row < samen_table_rows(table); row++) {
            if (strcmp(cell_text(table, row, "table"), cases[i].table) == 0 &&
                strcmp(cell_text(table, row, "column"), cases[i].column) == 0)
                found = row;
        }
        ck_assert_int_ge(found, 0);
        ck_assert_str_eq(cell_text(table, found, "type"), cases[i].type);
        ck_assert_int_eq(is_null(table, found, "undefined"), cases[i].undefined == NULL);
        if (cases[i].undefined)
            ck_assert_str_eq(cell_text(table, found, "undefined"), cases[i].undefined);
        samen_table_free(table);
    }
}
END

TEST(wrong_arguments_and_names_are_told) {
    samen_table *table = NULL;
    REFUSES(1, "out is NULL", samen_describe(NULL, error));
    REFUSES(2, "out is NULL", samen_describe_options(NULL, NULL, error));
    REFUSES(2, "out is NULL", samen_describe_options("view", NULL, error));
    REFUSES(2, "out is NULL", samen_describe_columns("brokerage.roles", NULL, error));
    FAILS(SAMEN_ERR_UNKNOWN, "the nearest is \"cohesion.density\"",
          samen_describe_options("cohesion.densities", &table, error));
    FAILS(SAMEN_ERR_UNKNOWN, "brokerage.roles",
          samen_describe_columns("brokerage.role", &table, error));
    char far[200];
    memset(far, 'x', sizeof far);
    far[sizeof far - 1] = '\0';
    FAILS(SAMEN_ERR_UNKNOWN, "there is no measure", samen_describe_columns(far, &table, error));
    /* Views have options and no columns. */
    ck_assert_int_eq(samen_describe_columns("view", &table, NULL), SAMEN_ERR_UNKNOWN);
    ck_assert_int_eq(samen_describe_options("", &table, NULL), SAMEN_ERR_UNKNOWN);
    ck_assert_ptr_null(table);
}
END

SUITE("measures/describe", measures_are_listed_with_their_tables_the_default_first,
      options_tell_their_type_default_bounds_and_choices,
      options_of_the_view_are_told_when_asked_for_and_only_then,
      all_together_are_the_single_ones_in_order, columns_tell_their_type_and_when_they_are_empty,
      wrong_arguments_and_names_are_told)
