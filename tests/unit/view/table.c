/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "scene.h"

static void expect_csv(samen_network *network, const char *options, const char *expected) {
    samen_view *view = look(network, options);
    samen_table *table = ties_of(view);
    char *csv = table_csv(table);
    ck_assert_msg(strcmp(csv, expected) == 0, "%s: %s instead of %s", options, csv, expected);
    samen_free(csv);
    samen_table_free(table);
    samen_view_free(view);
}

/* Pair by pair in the order of adding; directed pairs once each way that is tied. */
TEST(ties_stand_pair_by_pair) {
    samen_network *network = build("c>a:action*2 b>a:learning*1 a>b:action*3 b-c:overleg*0.5");
    expect_csv(network, "",
               "from,to,forms,weight\n"
               "c,a,action,2\nc,b,consultation,0.5\nb,c,consultation,0.5\na,b,action,3\n"
               "b,a,learning,1\n");
    expect_csv(network, "direction=either",
               "from,to,forms,weight\n"
               "c,a,action,2\nc,b,consultation,0.5\na,b,\"learning,action\",3\n");
    expect_csv(network, "direction=both", "from,to,forms,weight\nc,b,consultation,0.5\n");
    expect_csv(network, "forms=resource", "from,to,forms,weight\n");
    samen_network_free(network);
}
END

TEST(columns_have_their_types_and_the_view_its_provenance) {
    static const int32_t types[] = {SAMEN_COLUMN_TEXT, SAMEN_COLUMN_TEXT, SAMEN_COLUMN_TEXT,
                                    SAMEN_COLUMN_FLOAT64};
    samen_view *view = see(build("a>b:action*2"), "direction=either; min-weight=0.5");
    samen_table *table = ties_of(view);
    ck_assert_int_eq(samen_table_columns(table), 4);
    for (int32_t i = 0; i < 4; i++)
        ck_assert_int_eq(samen_table_column_type(table, i), types[i]);
    const char *choice = samen_table_provenance(table, "view");
    ck_assert_ptr_nonnull(strstr(choice, "direction=either"));
    ck_assert_ptr_nonnull(strstr(choice, "min_weight=0.5"));
    samen_view_free(view);
    ck_assert_str_eq(cell_text(table, 0, "from"), "a");
    samen_table_free(table);
}
END

TEST(nonsense_arguments_are_refused_with_their_number) {
    samen_view *view = see(build("a-b"), "");
    samen_table *const untouched = (samen_table *)(uintptr_t)64;
    samen_table *table = untouched;
    samen_run bad = {.struct_size = sizeof bad, .threads = -2};
    samen_error error = {0};
    ck_assert_int_eq(samen_view_table(NULL, NULL, &table, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 1);
    ck_assert_int_eq(samen_view_table(view, &bad, &table, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 2);
    ck_assert_int_eq(samen_view_table(view, NULL, NULL, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 3);
    ck_assert_ptr_eq(table, untouched);
    samen_view_free(view);
}
END

/* The column "organisation" has keys, "name" names or else keys; each organisation several times over. */
TEST(keys_and_names_of_organisations_make_columns) {
    static const file files[MOST_FILES] = {{"organisations.csv", "id,name\na,Alpha\nb,\nc,Gamma\n"},
                                           {"ties.csv", "from,to\na,b\n"}};
    samen_network *network = read_files(files);
    samen_view *view = look(network, "where=id!=a");
    samen_table *table = NULL;
    OK(samen_measure(view, "centrality.degree", "table=form", NULL, &table, error));
    ck_assert_str_eq(cell_text(table, 0, "organisation"), "b");
    ck_assert_str_eq(cell_text(table, 0, "name"), "b");
    int64_t last = samen_table_rows(table) - 1;
    ck_assert_str_eq(cell_text(table, last, "organisation"), "c");
    ck_assert_str_eq(cell_text(table, last, "name"), "Gamma");
    samen_table_free(table);
    samen_view_free(view);
    samen_network_free(network);
}
END

SUITE("view/table", ties_stand_pair_by_pair, columns_have_their_types_and_the_view_its_provenance,
      nonsense_arguments_are_refused_with_their_number,
      keys_and_names_of_organisations_make_columns)
