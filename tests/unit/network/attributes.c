/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../whole.h"

/* A builder with three organisations, a partnership, a tie and a membership. */
static samen_builder *start(void) {
    samen_builder *builder = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    for (const char *key = "abc"; *key; key++) {
        char text[2] = {*key, '\0'};
        OK(samen_builder_add_organisation(builder, text, NULL, NULL, error));
    }
    OK(samen_builder_add_tie(builder, "a", "b", "action", 1, NULL, NULL, error));
    OK(samen_builder_add_partnership(builder, "p", NULL, "action", NULL, NULL, NULL, error));
    OK(samen_builder_add_membership(builder, "p", "a", NULL, NULL, error));
    return builder;
}

static samen_table *finish(samen_builder *builder, int32_t of) {
    samen_network *network = NULL;
    samen_table *table = NULL;
    OK(samen_builder_finish(builder, &network, error));
    OK(samen_network_table(network, of, &table, error));
    samen_network_free(network);
    samen_builder_free(builder);
    return table;
}

TEST(each_type_of_attribute_comes_back_as_it_was_set) {
    samen_builder *builder = start();
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 1, "note", "é, \"x\"\n", error));
    OK(samen_builder_set_number(builder, SAMEN_ORGANISATIONS, 1, "size", -0.1, error));
    OK(samen_builder_set_date(builder, SAMEN_ORGANISATIONS, 1, "since", "1969-12-31", error));
    OK(samen_builder_set_yes_no(builder, SAMEN_ORGANISATIONS, 1, "paid", 1, error));
    OK(samen_builder_set_yes_no(builder, SAMEN_ORGANISATIONS, 2, "paid", 0, error));
    samen_table *table = finish(builder, SAMEN_ORGANISATIONS);
    ck_assert_int_eq(samen_table_columns(table), 6);
    static const struct {
        const char *name;
        int32_t type;
        int64_t nulls;
    } expected[] = {{"note", SAMEN_COLUMN_TEXT, 2},
                    {"size", SAMEN_COLUMN_FLOAT64, 2},
                    {"since", SAMEN_COLUMN_DATE, 2},
                    {"paid", SAMEN_COLUMN_BOOL, 1}};
    for (int32_t i = 0; i < 4; i++) {
        ck_assert_str_eq(samen_table_column_name(table, 2 + i), expected[i].name);
        ck_assert_int_eq(samen_table_column_type(table, 2 + i), expected[i].type);
        ck_assert_int_eq(samen_table_column_nulls(table, 2 + i), expected[i].nulls);
    }
    ck_assert_str_eq(cell_text(table, 1, "note"), "é, \"x\"\n");
    ck_assert_double_eq(cell_number(table, 1, "size"), -0.1);
    ck_assert_int_eq(samen_table_get_date(table, 1, samen_table_find(table, "since"), 99), -1);
    ck_assert_int_eq(samen_table_get_bool(table, 1, samen_table_find(table, "paid"), -1), 1);
    ck_assert_int_eq(samen_table_get_bool(table, 2, samen_table_find(table, "paid"), -1), 0);
    ck_assert(cell_is_null(table, 0, "paid"));
    samen_table_free(table);
}
END

TEST(every_part_has_attributes_of_its_own) {
    samen_builder *builder = start();
    for (int32_t of = SAMEN_ORGANISATIONS; of <= SAMEN_MEMBERSHIPS; of++)
        OK(samen_builder_set_number(builder, of, 0, "x", of + 0.5, error));
    samen_network *network = NULL;
    OK(samen_builder_finish(builder, &network, error));
    for (int32_t of = SAMEN_ORGANISATIONS; of <= SAMEN_MEMBERSHIPS; of++) {
        samen_table *table = NULL;
        OK(samen_network_table(network, of, &table, error));
        ck_assert_double_eq(cell_number(table, 0, "x"), of + 0.5);
        samen_table_free(table);
    }
    samen_network_free(network);
    samen_builder_free(builder);
}
END

TEST(a_value_that_is_set_again_is_the_last_one) {
    samen_builder *builder = start();
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 0, "t", "one", error));
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 0, "t", "two", error));
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 1, "t", "gone", error));
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 1, "t", NULL, error));
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 2, "t", "gone", error));
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 2, "t", "", error));
    samen_table *table = finish(builder, SAMEN_ORGANISATIONS);
    ck_assert_str_eq(cell_text(table, 0, "t"), "two");
    ck_assert(cell_is_null(table, 1, "t"));
    ck_assert(cell_is_null(table, 2, "t"));
    samen_table_free(table);
}
END

TEST(an_attribute_keeps_its_type) {
    samen_builder *builder = start();
    OK(samen_builder_set_text(builder, SAMEN_TIES, 0, "x", "1", error));
    samen_error error = {0};
    ck_assert_int_eq(samen_builder_set_number(builder, SAMEN_TIES, 0, "x", 1, &error),
                     SAMEN_ERR_VALUE);
    ck_assert_int_eq(error.argument, 4);
    ck_assert_str_eq(error.message, "attribute \"x\" is a text, not a number");
    ck_assert_int_eq(samen_builder_set_yes_no(builder, SAMEN_TIES, 0, "x", 1, &error),
                     SAMEN_ERR_VALUE);
    ck_assert_int_eq(samen_builder_set_date(builder, SAMEN_TIES, 0, "x", "2024-01-01", &error),
                     SAMEN_ERR_VALUE);
    OK(samen_builder_set_number(builder, SAMEN_MEMBERSHIPS, 0, "x", 1, error));
    samen_table *table = finish(builder, SAMEN_TIES);
    ck_assert_str_eq(cell_text(table, 0, "x"), "1");
    samen_table_free(table);
}
END

TEST(the_names_of_built_in_columns_are_taken) {
    static const struct {
        int32_t of;
        const char *names[9];
    } taken[] = {
        {SAMEN_ORGANISATIONS, {"id", "name"}},
        {SAMEN_TIES, {"from", "to", "form", "weight", "directed", "start", "end", "partnership"}},
        {SAMEN_PARTNERSHIPS, {"id", "name", "form", "start", "end"}},
        {SAMEN_MEMBERSHIPS, {"partnership", "organisation", "role", "weight", "start", "end"}}};
    samen_builder *builder = start();
    for (size_t i = 0; i < sizeof taken / sizeof taken[0]; i++) {
        for (const char *const *name = taken[i].names; *name; name++) {
            samen_error error = {0};
            ck_assert_msg(samen_builder_set_text(builder, taken[i].of, 0, *name, "x", &error) ==
                              SAMEN_ERR_ARGUMENT,
                          "%s is not taken", *name);
            ck_assert_int_eq(error.argument, 4);
            ck_assert_ptr_nonnull(strstr(error.message, "built-in"));
        }
    }
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 0, "weight", "x", error));
    OK(samen_builder_set_text(builder, SAMEN_MEMBERSHIPS, 0, "id", "x", error));
    samen_table *table = finish(builder, SAMEN_ORGANISATIONS);
    ck_assert_str_eq(cell_text(table, 0, "weight"), "x");
    samen_table_free(table);
}
END

TEST(a_name_must_be_one_that_can_be_written_as_a_header) {
    static const char *const wrong[] = {NULL, "", " x", "x ", " ", "\xFF"};
    samen_builder *builder = start();
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        samen_error error = {0};
        ck_assert_msg(samen_builder_set_number(builder, SAMEN_TIES, 0, wrong[i], 1, &error) ==
                          SAMEN_ERR_ARGUMENT,
                      "\"%s\" was taken", wrong[i] ? wrong[i] : "NULL");
        ck_assert_int_eq(error.argument, 4);
    }
    OK(samen_builder_set_number(builder, SAMEN_TIES, 0, "a b, \"c\":\n", 1, error));
    samen_table *table = finish(builder, SAMEN_TIES);
    ck_assert_int_eq(samen_table_columns(table), 9);
    ck_assert_str_eq(samen_table_column_name(table, 8), "a b, \"c\":\n");
    samen_table_free(table);
}
END

/* A date of blanks is no date; were it taken for an open one, a day of no calendar would come out. */
TEST(a_date_of_blanks_is_refused) {
    samen_builder *builder = start();
    samen_error error = {0};
    ck_assert_int_ne(samen_builder_set_date(builder, SAMEN_ORGANISATIONS, 0, "since", " ", &error),
                     SAMEN_OK);
    ck_assert_int_eq(error.argument, 5);
    samen_table *table = finish(builder, SAMEN_ORGANISATIONS);
    ck_assert_int_eq(samen_table_find(table, "since"), -1);
    samen_table_free(table);
}
END

TEST(the_first_and_the_last_day_of_the_calendar_are_days) {
    samen_builder *builder = start();
    OK(samen_builder_set_date(builder, SAMEN_ORGANISATIONS, 0, "day", "0000-01-01", error));
    OK(samen_builder_set_date(builder, SAMEN_ORGANISATIONS, 1, "day", "9999-12-31", error));
    OK(samen_builder_set_date(builder, SAMEN_ORGANISATIONS, 2, "day", "2000-02-29", error));
    samen_table *table = finish(builder, SAMEN_ORGANISATIONS);
    char *csv = table_csv(table);
    ck_assert_str_eq(csv, "id,name,day\na,,0000-01-01\nb,,9999-12-31\nc,,2000-02-29\n");
    samen_free(csv);
    samen_table_free(table);
}
END

/* Numbers next to the mark that stands for "nothing" inside, and the ends of the range. */
TEST(extreme_numbers_are_values_like_others) {
    static const double values[] = {0, -0.0, 1.7976931348623157e308, 4.9406564584124654e-324, -1};
    samen_builder *builder = start();
    for (int i = 0; i < 5; i++) {
        char name[16];
        snprintf(name, sizeof name, "x%d", i);
        OK(samen_builder_set_number(builder, SAMEN_TIES, 0, name, values[i], error));
    }
    samen_table *table = finish(builder, SAMEN_TIES);
    for (int i = 0; i < 5; i++) {
        char name[16];
        snprintf(name, sizeof name, "x%d", i);
        ck_assert_double_eq(cell_number(table, 0, name), values[i]);
    }
    samen_table_free(table);
}
END

SUITE("network/attributes", each_type_of_attribute_comes_back_as_it_was_set,
      every_part_has_attributes_of_its_own, a_value_that_is_set_again_is_the_last_one,
      an_attribute_keeps_its_type, the_names_of_built_in_columns_are_taken,
      a_name_must_be_one_that_can_be_written_as_a_header, a_date_of_blanks_is_refused,
      the_first_and_the_last_day_of_the_calendar_are_days, extreme_numbers_are_values_like_others)
