/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../whole.h"

static samen_network *everything(void) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    samen_tie dated = {.struct_size = sizeof dated,
                       .directed = 1,
                       .start = "2024-01-01",
                       .end = "2024-12-31",
                       .partnership = "p"};
    samen_membership lead = {.struct_size = sizeof lead,
                             .has_weight = 1,
                             .weight = 0.25,
                             .role = "lead",
                             .start = "2024-03-01",
                             .end = "2024-04-01"};
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "a", "The A", NULL, error));
    OK(samen_builder_add_organisation(builder, "b", NULL, NULL, error));
    OK(samen_builder_add_partnership(builder, "p", "The P", "learning", "2024-01-01", NULL, NULL,
                                     error));
    OK(samen_builder_add_partnership(builder, "q", NULL, "action", NULL, "2025-01-01", NULL,
                                     error));
    OK(samen_builder_add_tie(builder, "b", "a", "actienetwerk", 0.1, &dated, NULL, error));
    OK(samen_builder_add_tie(builder, "a", "a", "Ad Hoc", 1e300, NULL, NULL, error));
    OK(samen_builder_add_membership(builder, "p", "b", &lead, NULL, error));
    OK(samen_builder_add_membership(builder, "q", "a", NULL, NULL, error));
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 1, "sector", "care", error));
    OK(samen_builder_set_number(builder, SAMEN_TIES, 1, "hours", 3.5, error));
    OK(samen_builder_set_yes_no(builder, SAMEN_PARTNERSHIPS, 1, "formal", 0, error));
    OK(samen_builder_set_date(builder, SAMEN_MEMBERSHIPS, 0, "signed", "2024-02-29", error));
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

/* Oracle: the calls above, written out by hand. */
TEST(each_part_is_a_table_with_its_built_in_columns_first) {
    static const char *const expected[] = {
        "id,name,sector\na,The A,\nb,,care\n",
        "from,to,form,weight,directed,start,end,partnership,hours\n"
        "b,a,action,0.1,yes,2024-01-01,2024-12-31,p,\n"
        "a,a,ad-hoc,1e300,no,,,,3.5\n",
        "id,name,form,start,end,formal\n"
        "p,The P,learning,2024-01-01,,\n"
        "q,,action,,2025-01-01,no\n",
        "partnership,organisation,role,weight,start,end,signed\n"
        "p,b,lead,0.25,2024-03-01,2024-04-01,2024-02-29\n"
        "q,a,,1,,,\n"};
    samen_network *network = everything();
    for (int32_t of = SAMEN_ORGANISATIONS; of <= SAMEN_MEMBERSHIPS; of++) {
        samen_table *table = NULL;
        OK(samen_network_table(network, of, &table, error));
        char *csv = table_csv(table);
        ck_assert_str_eq(csv, expected[of]);
        samen_free(csv);
        samen_table_free(table);
    }
    samen_network_free(network);
}
END

TEST(columns_have_the_types_of_what_they_hold) {
    samen_network *network = everything();
    samen_table *ties = NULL;
    OK(samen_network_table(network, SAMEN_TIES, &ties, error));
    static const int32_t types[] = {SAMEN_COLUMN_TEXT,    SAMEN_COLUMN_TEXT, SAMEN_COLUMN_TEXT,
                                    SAMEN_COLUMN_FLOAT64, SAMEN_COLUMN_BOOL, SAMEN_COLUMN_DATE,
                                    SAMEN_COLUMN_DATE,    SAMEN_COLUMN_TEXT, SAMEN_COLUMN_FLOAT64};
    ck_assert_int_eq(samen_table_columns(ties), 9);
    for (int32_t i = 0; i < 9; i++)
        ck_assert_int_eq(samen_table_column_type(ties, i), types[i]);
    ck_assert_int_eq(samen_table_column_nulls(ties, samen_table_find(ties, "start")), 1);
    ck_assert_int_eq(samen_table_column_nulls(ties, samen_table_find(ties, "weight")), 0);
    samen_table_free(ties);
    samen_network_free(network);
}
END

TEST(nonsense_arguments_are_refused_with_their_number) {
    samen_network *network = everything();
    samen_table *untouched = (samen_table *)(uintptr_t)64, *table = untouched;
    static const int32_t wrong[] = {-1, 4, 1000};
    samen_error error = {0};
    ck_assert_int_eq(samen_network_table(NULL, SAMEN_TIES, &table, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 1);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_int_eq(samen_network_table(network, wrong[i], &table, &error),
                         SAMEN_ERR_ARGUMENT);
        ck_assert_int_eq(error.argument, 2);
    }
    ck_assert_int_eq(samen_network_table(network, SAMEN_TIES, NULL, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 3);
    ck_assert_ptr_eq(table, untouched);
    samen_network_free(network);
}
END

/* What was taken out of the network does not change when it goes. */
TEST(a_table_outlives_its_network) {
    samen_network *network = everything();
    samen_table *table = NULL;
    OK(samen_network_table(network, SAMEN_MEMBERSHIPS, &table, error));
    samen_network_free(network);
    ck_assert_str_eq(cell_text(table, 0, "role"), "lead");
    samen_table_free(table);
}
END

SUITE("network/tables", each_part_is_a_table_with_its_built_in_columns_first,
      columns_have_the_types_of_what_they_hold, nonsense_arguments_are_refused_with_their_number,
      a_table_outlives_its_network)
