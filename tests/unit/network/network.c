/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network/network.h"

#include "core/date.h"
#include "suite.h"

static samen_network *small(void) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "a", "The A", NULL, error));
    OK(samen_builder_add_organisation(builder, "b", NULL, NULL, error));
    OK(samen_builder_add_partnership(builder, "b", "The P", "action", NULL, NULL, NULL, error));
    OK(samen_builder_add_partnership(builder, "q", "", "action", NULL, NULL, NULL, error));
    OK(samen_builder_add_tie(builder, "a", "b", "action", 1, NULL, NULL, error));
    OK(samen_builder_add_membership(builder, "q", "a", NULL, NULL, error));
    OK(samen_builder_add_membership(builder, "b", "a", NULL, NULL, error));
    OK(samen_builder_add_membership(builder, "q", "b", NULL, NULL, error));
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

TEST(lookups_find_what_is_there_and_nothing_else) {
    samen_network *network = small();
    ck_assert_int_eq(samen_network_count(network, SAMEN_ORGANISATIONS), 2);
    ck_assert_int_eq(samen_network_count(network, SAMEN_TIES), 1);
    ck_assert_int_eq(samen_network_count(network, SAMEN_PARTNERSHIPS), 2);
    ck_assert_int_eq(samen_network_count(network, SAMEN_MEMBERSHIPS), 3);
    ck_assert_int_eq(samen_network_count(network, 4), -1);
    ck_assert_int_eq(samen_network_count(network, -1), -1);
    ck_assert_int_eq(samen_network_count(NULL, SAMEN_TIES), -1);

    ck_assert_str_eq(samen_network_key(network, SAMEN_ORGANISATIONS, 1), "b");
    ck_assert_ptr_null(samen_network_key(network, SAMEN_ORGANISATIONS, 2));
    ck_assert_ptr_null(samen_network_key(network, SAMEN_ORGANISATIONS, -1));
    ck_assert_ptr_null(samen_network_key(network, SAMEN_TIES, 0));
    ck_assert_ptr_null(samen_network_key(network, 17, 0));
    ck_assert_ptr_null(samen_network_key(NULL, SAMEN_ORGANISATIONS, 0));

    ck_assert_str_eq(samen_network_name(network, SAMEN_ORGANISATIONS, 0), "The A");
    ck_assert_str_eq(samen_network_name(network, SAMEN_ORGANISATIONS, 1), "b");
    ck_assert_str_eq(samen_network_name(network, SAMEN_PARTNERSHIPS, 0), "The P");
    ck_assert_str_eq(samen_network_name(network, SAMEN_PARTNERSHIPS, 1), "q");
    ck_assert_ptr_null(samen_network_name(network, SAMEN_MEMBERSHIPS, 0));
    ck_assert_ptr_null(samen_network_name(NULL, SAMEN_ORGANISATIONS, 0));

    ck_assert_int_eq(samen_network_find(network, SAMEN_ORGANISATIONS, "b"), 1);
    ck_assert_int_eq(samen_network_find(network, SAMEN_PARTNERSHIPS, "b"), 0);
    ck_assert_int_eq(samen_network_find(network, SAMEN_PARTNERSHIPS, "a"), -1);
    ck_assert_int_eq(samen_network_find(network, SAMEN_ORGANISATIONS, ""), -1);
    ck_assert_int_eq(samen_network_find(network, SAMEN_ORGANISATIONS, NULL), -1);
    ck_assert_int_eq(samen_network_find(network, SAMEN_TIES, "a"), -1);
    ck_assert_int_eq(samen_network_find(NULL, SAMEN_ORGANISATIONS, "a"), -1);

    ck_assert_int_eq(samen_typology_count(samen_network_typology(network)), 6);
    ck_assert_ptr_null(samen_network_typology(NULL));
    samen_network_free(network);
}
END

/* The sanitizers tell what is freed too early or never. */
TEST(a_network_lives_as_long_as_its_last_owner) {
    samen_network *network = small();
    ck_assert_ptr_eq(samen_network_retain(network), network);
    ck_assert_int_eq(atomic_load(&network->owners), 2);
    samen_network_free(network);
    ck_assert_int_eq(atomic_load(&network->owners), 1);
    ck_assert_str_eq(samen_network_key(network, SAMEN_ORGANISATIONS, 0), "a");

    samen_view *view = NULL;
    samen_table *table = NULL;
    OK(samen_view_new(network, NULL, NULL, &view, error));
    ck_assert_int_eq(atomic_load(&network->owners), 2);
    samen_network_free(network);
    OK(samen_network_table(samen_view_network(view), SAMEN_ORGANISATIONS, &table, error));
    samen_view_free(view);
    ck_assert_str_eq(cell_text(table, 0, "name"), "The A");
    samen_table_free(table);

    ck_assert_ptr_null(samen_network_retain(NULL));
    samen_network_free(NULL);
}
END

TEST(memberships_are_listed_by_partnership_in_the_order_of_adding) {
    samen_network *network = small();
    int64_t *start = NULL, *row = NULL;
    OK(samen__records_by_partnership(&network->records, &start, &row, error));
    static const int64_t expected_start[] = {0, 1, 3}, expected_row[] = {1, 0, 2};
    ck_assert_mem_eq(start, expected_start, sizeof expected_start);
    ck_assert_mem_eq(row, expected_row, sizeof expected_row);
    samen_free(start);
    samen_free(row);
    samen_network_free(network);
}
END

/* Oracle: half-open intervals on paper; a period of no length counts as its day. */
TEST(periods_touch_when_they_share_a_day) {
    enum { OPEN = SAMEN__DATE_NONE };
    static const struct {
        int32_t start, end, from, to;
        int touches;
    } cases[] = {
        {OPEN, OPEN, OPEN, OPEN, 1}, {OPEN, OPEN, 10, 20, 1}, {5, 15, OPEN, OPEN, 1},
        {5, 15, 10, 20, 1},          {12, 13, 10, 20, 1},     {5, 30, 10, 20, 1},
        {0, 10, 10, 20, 0},          {0, 11, 10, 20, 1},      {20, 30, 10, 20, 0},
        {19, 30, 10, 20, 1},         {OPEN, 10, 10, 20, 0},   {OPEN, 11, 10, 20, 1},
        {20, OPEN, 10, 20, 0},       {19, OPEN, 10, 20, 1},   {10, 10, 10, 20, 1},
        {15, 15, 10, 20, 1},         {20, 20, 10, 20, 0},     {9, 9, 10, 20, 0},
        {10, 10, 10, OPEN, 1},       {9, 10, 10, OPEN, 0},    {10, 10, OPEN, 10, 0},
        {9, 9, OPEN, 10, 1},         {30, 40, OPEN, 30, 0},   {30, 40, 40, OPEN, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_msg(samen__periods_touch(cases[i].start, cases[i].end, cases[i].from,
                                           cases[i].to) == cases[i].touches,
                      "[%d, %d) and [%d, %d)", cases[i].start, cases[i].end, cases[i].from,
                      cases[i].to);
}
END

TEST(an_attribute_is_found_by_its_part_and_name) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "a", NULL, NULL, error));
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 0, "one", "1", error));
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 0, "two", "2", error));
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    ck_assert_str_eq(samen__network_attribute(network, SAMEN_ORGANISATIONS, "two")->name, "two");
    ck_assert_ptr_null(samen__network_attribute(network, SAMEN_ORGANISATIONS, "Two"));
    ck_assert_ptr_null(samen__network_attribute(network, SAMEN_TIES, "two"));
    ck_assert_ptr_null(samen__network_attribute(network, SAMEN_ORGANISATIONS, "id"));
    samen_network_free(network);
}
END

SUITE("network/network", lookups_find_what_is_there_and_nothing_else,
      a_network_lives_as_long_as_its_last_owner,
      memberships_are_listed_by_partnership_in_the_order_of_adding,
      periods_touch_when_they_share_a_day, an_attribute_is_found_by_its_part_and_name)
