/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of tables into a builder. */
#include "../table/make.h"
#include "filled.h"

/* Three organisations with a sector and staff, two partnerships. */
static samen_builder *peopled(void) {
    samen_builder *builder = new_builder();
    samen_table *table = make_table(3);
    add_texts(table, "id", (const char *const[]){"a", "b", "7"});
    add_texts(table, "name", (const char *const[]){"Alpha", NULL, ""});
    add_texts(table, "sector", (const char *const[]){"GOV", NULL, "VOL"});
    add_whole(table, "staff", (const int64_t[]){12, INT64_MIN, -3});
    OK(samen_builder_add_table(builder, SAMEN_ORGANISATIONS, table, error));
    samen_table_free(table);
    table = make_table(2);
    add_whole(table, "id", (const int64_t[]){1, 2});
    add_texts(table, "form", (const char *const[]){"action", "overleg"});
    add_days(table, "start", (const int32_t[]){0, INT32_MIN});
    OK(samen_builder_add_table(builder, SAMEN_PARTNERSHIPS, table, error));
    samen_table_free(table);
    return builder;
}

TEST(organisations_come_with_names_and_attributes) {
    check_part(peopled(), SAMEN_ORGANISATIONS,
               "id,name,sector,staff\na,Alpha,GOV,12\nb,,,\n7,,VOL,-3\n");
}
END

TEST(partnerships_may_have_numbers_as_keys) {
    check_part(peopled(), SAMEN_PARTNERSHIPS,
               "id,name,form,start,end\n1,,action,1970-01-01,\n2,,consultation,,\n");
}
END

TEST(ties_take_what_a_data_set_takes) {
    samen_builder *builder = peopled();
    samen_table *table = make_table(3);
    add_texts(table, "from", (const char *const[]){"a", "a", "7"});
    add_texts(table, "to", (const char *const[]){"b", "a", "b"});
    add_texts(table, "form", (const char *const[]){"Action", "lerend netwerk", "ad-hoc"});
    add_numbers(table, "weight", (const double[]){2.5, NAN, 1});
    add_answers(table, "directed", (const int[]){1, -1, 0});
    add_texts(table, "start", (const char *const[]){"2024-01-31", NULL, ""});
    add_days(table, "end", (const int32_t[]){20000, INT32_MIN, INT32_MIN});
    add_whole(table, "partnership", (const int64_t[]){2, INT64_MIN, INT64_MIN});
    add_answers(table, "confirmed", (const int[]){1, -1, 0});
    add_days(table, "seen", (const int32_t[]){1, 2, INT32_MIN});
    OK(samen_builder_add_table(builder, SAMEN_TIES, table, error));
    samen_table_free(table);
    check_part(builder, SAMEN_TIES,
               "from,to,form,weight,directed,start,end,partnership,confirmed,seen\n"
               "a,b,action,2.5,yes,2024-01-31,2024-10-04,2,yes,1970-01-02\n"
               "a,a,learning,1,no,,,,,1970-01-03\n"
               "7,b,ad-hoc,1,no,,,,no,\n");
}
END

TEST(directed_may_be_a_text) {
    samen_builder *builder = peopled();
    samen_table *table = make_table(4);
    add_texts(table, "from", (const char *const[]){"a", "a", "a", "b"});
    add_texts(table, "to", (const char *const[]){"b", "7", "b", "7"});
    add_texts(table, "form", (const char *const[]){"action", "action", "action", "action"});
    add_texts(table, "directed", (const char *const[]){"Yes", "nee", NULL, ""});
    OK(samen_builder_add_table(builder, SAMEN_TIES, table, error));
    samen_table_free(table);
    check_part(builder, SAMEN_TIES,
               "from,to,form,weight,directed,start,end,partnership\na,b,action,1,yes,,,\n"
               "a,7,action,1,no,,,\na,b,action,1,no,,,\nb,7,action,1,no,,,\n");
}
END

TEST(memberships_have_roles_and_whole_weights) {
    samen_builder *builder = peopled();
    samen_table *table = make_table(2);
    add_texts(table, "organisation", (const char *const[]){"a", "b"});
    add_whole(table, "partnership", (const int64_t[]){1, 1});
    add_texts(table, "role", (const char *const[]){"lead", NULL});
    add_whole(table, "weight", (const int64_t[]){3, INT64_MIN});
    OK(samen_builder_add_table(builder, SAMEN_MEMBERSHIPS, table, error));
    samen_table_free(table);
    check_part(builder, SAMEN_MEMBERSHIPS,
               "partnership,organisation,role,weight,start,end\n1,a,lead,3,,\n1,b,,1,,\n");
}
END

TEST(a_column_of_nulls_is_as_if_left_out) {
    samen_builder *builder = peopled();
    samen_table *table = make_table(1);
    add_texts(table, "from", (const char *const[]){"a"});
    add_texts(table, "to", (const char *const[]){"b"});
    add_texts(table, "form", (const char *const[]){"action"});
    add_texts(table, "weight", (const char *const[]){NULL});
    OK(samen_builder_add_table(builder, SAMEN_TIES, table, error));
    samen_table_free(table);
    check_part(builder, SAMEN_TIES,
               "from,to,form,weight,directed,start,end,partnership\na,b,action,1,no,,,\n");
}
END

TEST(a_network_is_rebuilt_from_its_tables) {
    samen_network *network = NULL, *copy = NULL;
    OK(samen_io_read(source_path("examples/data/house-of-the-child"), NULL, NULL, &network, error));
    samen_builder *builder = NULL;
    OK(samen_builder_new(samen_network_typology(network), &builder, error));
    static const int32_t parts[] = {SAMEN_ORGANISATIONS, SAMEN_PARTNERSHIPS, SAMEN_TIES,
                                    SAMEN_MEMBERSHIPS};
    for (int i = 0; i < 4; i++) {
        samen_table *table = NULL;
        OK(samen_network_table(network, parts[i], &table, error));
        OK(samen_builder_add_table(builder, parts[i], table, error));
        samen_table_free(table);
    }
    OK(samen_builder_finish(builder, &copy, error));
    for (int i = 0; i < 4; i++) {
        samen_table *one = NULL, *other = NULL;
        OK(samen_network_table(network, parts[i], &one, error));
        OK(samen_network_table(copy, parts[i], &other, error));
        char *before = table_csv(one), *after = table_csv(other);
        ck_assert_str_eq(before, after);
        samen_free(before);
        samen_free(after);
        samen_table_free(one);
        samen_table_free(other);
    }
    samen_network_free(network);
    samen_network_free(copy);
    samen_builder_free(builder);
}
END

/* ---- What is refused, and leaves the builder as it was ----------------------------------------------- */

/* The second row of a table of ties with one odd column fails; nothing is added. */
static void check_refused_tie(samen_table *table, samen_status status, int64_t row, int64_t column,
                              const char *words) {
    samen_builder *builder = peopled();
    samen_error error = {0};
    samen_status got = samen_builder_add_table(builder, SAMEN_TIES, table, &error);
    ck_assert_msg(got == status && strstr(error.message, words), "%s: \"%s\" is not \"%s\"",
                  samen_status_name(got), error.message, words);
    ck_assert_int_eq(error.argument, 3);
    ck_assert_int_eq(error.row, row);
    ck_assert_int_eq(error.column, column);
    ck_assert_int_eq(samen_builder_add_table(builder, SAMEN_TIES, table, NULL), status);
    samen_table_free(table);
    check_part(builder, SAMEN_TIES, "from,to,form,weight,directed,start,end,partnership\n");
}

static samen_table *two_ties(const char *to, const char *form) {
    samen_table *table = make_table(2);
    add_texts(table, "from", (const char *const[]){"a", "a"});
    add_texts(table, "to", (const char *const[]){"b", to});
    add_texts(table, "form", (const char *const[]){"action", form});
    return table;
}

TEST(cells_that_are_wrong_are_told_with_row_and_column) {
    check_refused_tie(two_ties("x", "action"), SAMEN_ERR_UNKNOWN, 1, 1,
                      "row 1, column \"to\": there is no organisation \"x\"");
    check_refused_tie(two_ties(NULL, "action"), SAMEN_ERR_MISSING, 1, 1, "the cell is empty");
    check_refused_tie(two_ties("b", "acton"), SAMEN_ERR_UNKNOWN, 1, 2, "did you mean");
    samen_table *table = two_ties("b", "action");
    add_numbers(table, "weight", (const double[]){1, 0});
    check_refused_tie(table, SAMEN_ERR_VALUE, 1, 3, "the weight is 0");
    table = two_ties("b", "action");
    add_whole(table, "directed", (const int64_t[]){1, 2});
    check_refused_tie(table, SAMEN_ERR_VALUE, 1, 3, "directed is \"2\"");
    table = two_ties("b", "action");
    add_texts(table, "directed", (const char *const[]){"ja", "perhaps"});
    check_refused_tie(table, SAMEN_ERR_VALUE, 1, 3, "directed is \"perhaps\"; give yes or no");
    table = two_ties("b", "action");
    add_texts(table, "start", (const char *const[]){"2024-01-01", "2024-02-30"});
    check_refused_tie(table, SAMEN_ERR_VALUE, 1, 3, "2024-02-30");
    table = two_ties("b", "action");
    add_days(table, "start", (const int32_t[]){5, 5});
    add_days(table, "end", (const int32_t[]){6, 4});
    check_refused_tie(table, SAMEN_ERR_VALUE, 1, 4, "end");
    table = two_ties("b", "action");
    add_texts(table, "partnership", (const char *const[]){"1", "9"});
    check_refused_tie(table, SAMEN_ERR_UNKNOWN, 1, 3, "there is no partnership \"9\"");
    table = two_ties("b", "action");
    add_whole(table, "code", (const int64_t[]){1, INT64_MAX});
    check_refused_tie(table, SAMEN_ERR_VALUE, 1, 3, "give it as text");
}
END

TEST(columns_that_are_missing_or_of_a_wrong_type_are_told) {
    samen_table *table = make_table(1);
    add_texts(table, "from", (const char *const[]){"a"});
    check_refused_tie(table, SAMEN_ERR_MISSING, -1, -1, "there is no column \"to\"");
    table = make_table(1);
    add_texts(table, "from", (const char *const[]){"a"});
    add_texts(table, "to", (const char *const[]){"b"});
    check_refused_tie(table, SAMEN_ERR_ARGUMENT, -1, -1, "there are 6 forms");
    table = two_ties("b", "action");
    add_texts(table, "weight", (const char *const[]){"1", "2"});
    check_refused_tie(table, SAMEN_ERR_ARGUMENT, -1, -1, "of a type that it cannot have");
}
END

TEST(a_key_that_is_there_already_takes_all_rows_back) {
    static const char *const third[] = {"a", "c", NULL};
    for (int i = 0; i < 3; i++) {
        samen_builder *builder = peopled();
        samen_table *table = make_table(3);
        samen_error error = {0};
        add_texts(table, "id", (const char *const[]){"c", "d", third[i]});
        add_texts(table, "name", (const char *const[]){"Gamma", "Delta", "Third"});
        add_texts(table, "town", (const char *const[]){"Gent", "Gent", "Brugge"});
        ck_assert_int_eq(samen_builder_add_table(builder, SAMEN_ORGANISATIONS, table, &error),
                         third[i] ? SAMEN_ERR_DUPLICATE : SAMEN_ERR_MISSING);
        ck_assert_int_eq(error.row, 2);
        ck_assert_int_eq(error.column, 0);
        samen_table_free(table);
        OK(samen_builder_add_organisation(builder, "d", NULL, NULL, error));
        check_part(builder, SAMEN_ORGANISATIONS,
                   "id,name,sector,staff\na,Alpha,GOV,12\nb,,,\n7,,VOL,-3\nd,,,\n");
    }
}
END

TEST(an_attribute_keeps_its_type) {
    samen_builder *builder = peopled();
    samen_table *table = make_table(1);
    add_texts(table, "id", (const char *const[]){"c"});
    add_texts(table, "staff", (const char *const[]){"many"});
    FAILS(SAMEN_ERR_VALUE, "attribute \"staff\" is a number",
          samen_builder_add_table(builder, SAMEN_ORGANISATIONS, table, error));
    samen_table_free(table);
    samen_builder_free(builder);
}
END

TEST(a_column_without_values_leaves_an_attribute_as_it_is) {
    samen_builder *builder = peopled();
    samen_table *table = make_table(1);
    add_texts(table, "id", (const char *const[]){"c"});
    add_texts(table, "staff", (const char *const[]){NULL});
    add_texts(table, "town", (const char *const[]){NULL});
    OK(samen_builder_add_table(builder, SAMEN_ORGANISATIONS, table, error));
    samen_table_free(table);
    check_part(builder, SAMEN_ORGANISATIONS,
               "id,name,sector,staff,town\na,Alpha,GOV,12,\nb,,,,\n7,,VOL,-3,\nc,,,,\n");
}
END

TEST(wrong_arguments_are_refused) {
    samen_builder *builder = new_builder();
    samen_table *table = make_table(0);
    REFUSES(1, "builder", samen_builder_add_table(NULL, SAMEN_TIES, table, error));
    REFUSES(2, "part", samen_builder_add_table(builder, 4, table, error));
    REFUSES(2, "part", samen_builder_add_table(builder, -1, table, error));
    REFUSES(3, "table", samen_builder_add_table(builder, SAMEN_TIES, NULL, error));
    samen_table_free(table);
    samen_builder_free(builder);
}
END

SUITE("network/add_table", organisations_come_with_names_and_attributes,
      partnerships_may_have_numbers_as_keys, ties_take_what_a_data_set_takes,
      directed_may_be_a_text, memberships_have_roles_and_whole_weights,
      a_column_of_nulls_is_as_if_left_out, a_network_is_rebuilt_from_its_tables,
      cells_that_are_wrong_are_told_with_row_and_column,
      columns_that_are_missing_or_of_a_wrong_type_are_told,
      a_key_that_is_there_already_takes_all_rows_back, an_attribute_keeps_its_type,
      a_column_without_values_leaves_an_attribute_as_it_is, wrong_arguments_are_refused)
