/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was written reads back as the same network, to the last cell. */
#define _GNU_SOURCE
#include "folder.h"
#include "random_network.h"

static const samen_io_read_options empty_is_fine = {.struct_size = sizeof empty_is_fine,
                                                    .allow_empty = 1};

static const samen_io_write_options styles[] = {
    {.struct_size = sizeof styles[0]},
    {.struct_size = sizeof styles[0], .separator = ';'},
    {.struct_size = sizeof styles[0], .separator = '\t'},
    {.struct_size = sizeof styles[0], .separator = ';', .decimal_comma = 1},
    {.struct_size = sizeof styles[0], .separator = '\t', .decimal_comma = 1}};

enum { STYLES = sizeof styles / sizeof styles[0] };

/* Written in one style, read, compared; and the reader finds nothing wrong with it. */
static void expect_same_back(const samen_network *network, int style) {
    char *folder = make_folder();
    samen_network *back = NULL;
    samen_table *problems = NULL;
    OK(samen_io_write(network, folder, &styles[style], error));
    OK(samen_io_read(folder, &empty_is_fine, NULL, &back, error));
    same_network(back, network);
    samen_network_free(back);
    OK(samen_io_check(folder, &empty_is_fine, NULL, &problems, error));
    for (int64_t row = 0; row < samen_table_rows(problems); row++)
        ck_assert_str_ne(cell_text(problems, row, "severity"), "error");
    samen_table_free(problems);
    remove_folder(folder);
}

static void expect_same_back_in_all_styles(samen_network *network) {
    for (int style = 0; style < STYLES; style++)
        expect_same_back(network, style);
    samen_network_free(network);
}

static samen_builder *two_organisations(void) {
    samen_builder *builder = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "a", NULL, NULL, error));
    OK(samen_builder_add_organisation(builder, "b", NULL, NULL, error));
    OK(samen_builder_add_tie(builder, "a", "b", "action", 1, NULL, NULL, error));
    OK(samen_builder_add_tie(builder, "b", "a", "action", 1, NULL, NULL, error));
    return builder;
}

static samen_network *finish(samen_builder *builder) {
    samen_network *network = NULL;
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

/* Oracle: the network itself. 200 random ones, in all styles in turn. */
TEST(random_networks_read_back_the_same) {
    for (uint64_t seed = 1; seed <= 200; seed++) {
        dice d = {.state = seed};
        samen_network *network = random_network(&d);
        expect_same_back(network, (int)(seed % STYLES));
        samen_network_free(network);
    }
}
END

TEST(an_empty_network_reads_back_where_that_is_allowed) {
    samen_builder *builder = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    expect_same_back_in_all_styles(finish(builder));
}
END

TEST(isolates_and_partnerships_of_nobody_read_back) {
    samen_builder *builder = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "alone", "Alone", NULL, error));
    expect_same_back_in_all_styles(finish(builder));
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "alone", NULL, NULL, error));
    OK(samen_builder_add_partnership(builder, "p", NULL, "action", NULL, NULL, NULL, error));
    expect_same_back_in_all_styles(finish(builder));
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "alone", NULL, NULL, error));
    OK(samen_builder_add_partnership(builder, "p", NULL, "action", NULL, NULL, NULL, error));
    OK(samen_builder_add_partnership(builder, "q", NULL, "action", NULL, NULL, NULL, error));
    OK(samen_builder_add_membership(builder, "p", "alone", NULL, NULL, error));
    expect_same_back_in_all_styles(finish(builder));
}
END

TEST(every_hard_text_reads_back_wherever_it_stands) {
    for (int i = 0; i < HARD_TEXTS; i++) {
        const char *text = hard_texts[i];
        samen_builder *builder = NULL;
        samen_membership more = {.struct_size = sizeof more, .role = text};
        OK(samen_builder_new(NULL, &builder, error));
        OK(samen_builder_add_organisation(builder, text, text, NULL, error));
        OK(samen_builder_add_partnership(builder, text, text, "action", NULL, NULL, NULL, error));
        OK(samen_builder_add_tie(builder, text, text, "action", 1, NULL, NULL, error));
        OK(samen_builder_add_membership(builder, text, text, &more, NULL, error));
        for (int32_t of = 0; of < 4; of++)
            OK(samen_builder_set_text(builder, of, 0, "x", text, error));
        expect_same_back_in_all_styles(finish(builder));
    }
}
END

TEST(every_hard_name_reads_back_in_every_type) {
    for (int i = 0; i < HARD_NAMES; i++) {
        for (int type = 0; type < 4; type++) {
            samen_builder *builder = two_organisations();
            for (int32_t of = 0; of < 2; of++) {
                samen_status status =
                    type == 0   ? samen_builder_set_text(builder, of, 1, hard_names[i], "x", NULL)
                    : type == 1 ? samen_builder_set_number(builder, of, 1, hard_names[i], 1, NULL)
                    : type == 2
                        ? samen_builder_set_date(builder, of, 1, hard_names[i], "2024-01-31", NULL)
                        : samen_builder_set_yes_no(builder, of, 1, hard_names[i], 1, NULL);
                ck_assert_msg(status == SAMEN_OK, "\"%s\" is not allowed", hard_names[i]);
            }
            expect_same_back_in_all_styles(finish(builder));
        }
    }
}
END

/* The header of such a name has more of another separator than of its own. */
TEST(separators_in_the_names_of_attributes_do_not_mislead_the_reader) {
    static const char *const names[] = {"a,b,c,d,e,f,g,h,i,j,k", "a;b;c;d;e;f;g;h;i;j;k",
                                        "a\tb\tc\td\te\tf\tg\th\ti\tj\tk"};
    for (size_t i = 0; i < 3; i++) {
        samen_builder *builder = two_organisations();
        OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 0, names[i], "x", error));
        OK(samen_builder_set_text(builder, SAMEN_TIES, 0, names[i], "x", error));
        expect_same_back_in_all_styles(finish(builder));
    }
}
END

TEST(an_attribute_without_any_value_keeps_its_name) {
    samen_builder *builder = two_organisations();
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 0, "note", NULL, error));
    OK(samen_builder_set_text(builder, SAMEN_TIES, 0, "note", "", error));
    expect_same_back_in_all_styles(finish(builder));
}
END

TEST(numbers_read_back_to_the_last_bit) {
    static const double values[] = {0.1,
                                    1.0 / 3,
                                    1e21,
                                    1e22,
                                    123456789012345.6,
                                    1e300,
                                    5e-324,
                                    1e-7,
                                    2.5e-9,
                                    1.7976931348623157e308,
                                    -0.0001,
                                    12345678901234567890.0};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        samen_builder *builder = two_organisations();
        OK(samen_builder_add_tie(builder, "a", "b", "action", fabs(values[i]), NULL, NULL, error));
        OK(samen_builder_set_number(builder, SAMEN_TIES, 0, "x", values[i], error));
        OK(samen_builder_set_number(builder, SAMEN_TIES, 1, "x", 7, error));
        expect_same_back_in_all_styles(finish(builder));
    }
}
END

/* Half, and a number of so many digits that its column would count as text. */
TEST(a_long_number_beside_a_decimal_comma_reads_back) {
    samen_builder *builder = two_organisations();
    OK(samen_builder_set_number(builder, SAMEN_TIES, 0, "x", 0.5, error));
    OK(samen_builder_set_number(builder, SAMEN_TIES, 1, "x", 123456789012345680000.0, error));
    expect_same_back_in_all_styles(finish(builder));
}
END

SUITE("io/write (back)", random_networks_read_back_the_same,
      an_empty_network_reads_back_where_that_is_allowed,
      isolates_and_partnerships_of_nobody_read_back, every_hard_text_reads_back_wherever_it_stands,
      every_hard_name_reads_back_in_every_type,
      separators_in_the_names_of_attributes_do_not_mislead_the_reader,
      an_attribute_without_any_value_keeps_its_name, numbers_read_back_to_the_last_bit,
      a_long_number_beside_a_decimal_comma_reads_back)
