/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door by name and the descriptions: every measure is what its registry entry says. */
#include "every.h"

static void check_columns(const char *name, const char *table, const char *options,
                          const samen_table *result) {
    (void)options;
    samen_table *columns = NULL;
    int32_t at = 0;
    OK(samen_describe_columns(name, &columns, error));
    for (int64_t row = 0; row < samen_table_rows(columns); row++) {
        static const char *const types[] = {"none", "int64", "float64", "text", "bool", "date"};
        const char *column = cell_text(columns, row, "column");
        if (strcmp(cell_text(columns, row, "table"), table) != 0)
            continue;
        ck_assert_msg(at < samen_table_columns(result), "%s %s", name, table);
        ck_assert_str_eq(samen_table_column_name(result, at), column);
        ck_assert_str_eq(types[samen_table_column_type(result, at)],
                         cell_text(columns, row, "type"));
        int never_null = samen_table_is_null(columns, row, samen_table_find(columns, "undefined"));
        ck_assert_msg(!never_null || samen_table_column_nulls(result, at) == 0,
                      "%s %s: %s has nulls that its description does not explain", name, table,
                      samen_table_column_name(result, at));
        at++;
    }
    ck_assert_msg(at == samen_table_columns(result), "%s %s has %d columns, described are %d", name,
                  table, samen_table_columns(result), at);
    samen_table_free(columns);
}

TEST(tables_have_the_columns_that_are_described) {
    for (int i = 0; i < ODD_NETWORKS; i++) {
        samen_view *view = see(odd_make(&odd_networks[i]), odd_networks[i].options);
        every_table(view, "sector", check_columns);
        samen_view_free(view);
    }
}
END

TEST(the_typed_function_and_the_door_give_the_same) {
    samen_view *view =
        see(build_grouped("A>B:action*2 B>C C-D A>C*3 E", "sector", "A=GOV B=VOL C=GOV D=VOL"), "");
    samen_brokerage_roles_options options = {.struct_size = sizeof options,
                                             .table = SAMEN_ROLES_NETWORK,
                                             .group = "sector",
                                             .draws = 50};
    samen_table *typed = NULL;
    OK(samen_brokerage_roles(view, &options, NULL, &typed, error));
    samen_table *named =
        measure(view, "brokerage.roles", "draws=50; group=\"sector\"\ntable=network");
    char *a = table_csv(typed), *b = table_csv(named);
    ck_assert_str_eq(a, b);
    samen_free(a);
    samen_free(b);
    samen_table_free(typed);
    samen_table_free(named);
    samen_view_free(view);
}
END

TEST(a_name_that_is_none_is_met_with_the_nearest) {
    samen_view *view = see(build("A-B"), "");
    samen_table *table = NULL;
    FAILS(SAMEN_ERR_UNKNOWN, "the nearest is \"brokerage.roles\"",
          samen_measure(view, "brokerage.role", "", NULL, &table, error));
    FAILS(SAMEN_ERR_ARGUMENT, "did you mean \"group\"?",
          samen_measure(view, "brokerage.roles", "goup=x", NULL, &table, error));
    FAILS(SAMEN_ERR_ARGUMENT, "needs the option group",
          samen_measure(view, "brokerage.roles", "", NULL, &table, error));
    FAILS(SAMEN_ERR_ARGUMENT, "needs the option group",
          samen_measure(view, "cohesion.density", "table=group", NULL, &table, error));
    FAILS(SAMEN_ERR_ARGUMENT, "give one of organisation, tie, network",
          samen_measure(view, "brokerage.betweenness", "table=dyad", NULL, &table, error));
    FAILS(SAMEN_ERR_UNKNOWN, "organisations have none",
          samen_measure(view, "brokerage.roles", "group=x", NULL, &table, error));
    ck_assert_ptr_null(table);
    samen_view_free(view);
}
END

#define BLAMES(number, call)                                                                       \
    do {                                                                                           \
        ck_assert_int_eq(call, SAMEN_ERR_ARGUMENT);                                                \
        ck_assert_int_eq(error.argument, number);                                                  \
    } while (0)

TEST(nonsense_arguments_are_told_by_their_number) {
    samen_view *view = see(build("A-B"), "");
    samen_table *table = NULL;
    samen_run run = {.struct_size = sizeof run, .threads = -1};
    samen_centrality_degree_options options = {.struct_size = sizeof options, .table = 9};
    samen_error error = {0};
    BLAMES(1, samen_measure(NULL, "centrality.degree", "", NULL, &table, &error));
    BLAMES(2, samen_measure(view, NULL, "", NULL, &table, &error));
    BLAMES(3, samen_measure(view, "centrality.degree", "x", NULL, &table, &error));
    BLAMES(4, samen_measure(view, "centrality.degree", "", &run, &table, &error));
    BLAMES(5, samen_measure(view, "centrality.degree", "", NULL, NULL, &error));
    BLAMES(1, samen_centrality_degree(NULL, NULL, NULL, &table, &error));
    BLAMES(2, samen_centrality_degree(view, &options, NULL, &table, &error));
    BLAMES(3, samen_centrality_degree(view, NULL, &run, &table, &error));
    BLAMES(4, samen_centrality_degree(view, NULL, NULL, NULL, &error));
    BLAMES(1, samen_describe(NULL, &error));
    ck_assert_int_eq(samen_describe_options("none", &table, &error), SAMEN_ERR_UNKNOWN);
    ck_assert_int_eq(samen_describe_columns("none", &table, &error), SAMEN_ERR_UNKNOWN);
    ck_assert_ptr_null(table);
    samen_view_free(view);
}
END

/* A caller who stops gets nothing, and can ask again. */
static int32_t stop(void *payload, double fraction, const char *what) {
    (void)payload;
    (void)what;
    return fraction >= 0;
}

TEST(work_stops_when_the_caller_wants) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    samen_table *table = NULL;
    samen_run run = {.struct_size = sizeof run, .on_progress = stop};
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < 6000; i++) {
        char key[16];
        snprintf(key, sizeof key, "%d", i);
        OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
    }
    for (int i = 0; i < 30000; i++) {
        char from[16], to[16];
        snprintf(from, sizeof from, "%d", i % 6000);
        snprintf(to, sizeof to, "%d", (i * 7919 + i / 6000) % 6000);
        OK(samen_builder_add_tie(builder, from, to, "action", 1 + i % 3, NULL, NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    samen_view *view = see(network, "");
    FAILS(SAMEN_ERR_CANCELLED, "stopped on request",
          samen_measure(view, "brokerage.betweenness", "weighted=true", &run, &table, error));
    ck_assert_ptr_null(table);
    table = measure(view, "centrality.degree", "");
    ck_assert_int_eq(samen_table_rows(table), 6000);
    samen_table_free(table);
    samen_view_free(view);
}
END

SUITE("measures/registry", tables_have_the_columns_that_are_described,
      the_typed_function_and_the_door_give_the_same, a_name_that_is_none_is_met_with_the_nearest,
      nonsense_arguments_are_told_by_their_number, work_stops_when_the_caller_wants)
