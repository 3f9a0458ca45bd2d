/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "make.h"

static const samen_table_options as_markdown = {.format = SAMEN_FORMAT_MARKDOWN};

TEST(numbers_stand_to_the_right_and_nulls_are_empty) {
    samen_table *table = make_table(2);
    add_texts(table, "key", (const char *const[]){"A", NULL});
    add_whole(table, "whole", (const int64_t[]){-7, INT64_MIN});
    add_numbers(table, "number", (const double[]){0.25, NAN});
    add_answers(table, "answer", (const int[]){1, -1});
    add_days(table, "day", (const int32_t[]){0, INT32_MIN});
    check_written(table, as_markdown,
                  "| key | whole | number | answer | day |\n"
                  "|---|---:|---:|---|---|\n"
                  "| A | -7 | 0.2500 | yes | 1970-01-01 |\n"
                  "|  |  |  |  |  |\n");
    samen_table_free(table);
}
END

TEST(what_would_read_as_markup_is_escaped) {
    static const struct {
        const char *text, *written;
    } cases[] = {{"a|b", "a\\|b"},
                 {"a\\|b", "a\\\\\\|b"},
                 {"*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"},
                 {"[x](y)", "\\[x\\](y)"},
                 {"<script>", "\\<script\\>"},
                 {"&amp;", "\\&amp;"},
                 {"# ~~{x}~~", "\\# \\~\\~\\{x\\}\\~\\~"},
                 {"a\nb", "a\\\\u\\{a\\}b"},
                 {"\u202e", "\\\\u\\{202e\\}"},
                 {"é - 日本", "é - 日本"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char expected[200];
        samen_table *table = make_table(1);
        add_texts(table, "t", &cases[i].text);
        snprintf(expected, sizeof expected, "| t |\n|---|\n| %s |\n", cases[i].written);
        check_written(table, as_markdown, expected);
        samen_table_free(table);
    }
}
END

TEST(the_name_of_a_column_is_escaped) {
    samen_table *table = make_table(0);
    add_texts(table, "std_error|x", NULL);
    check_written(table, as_markdown, "| std\\_error\\|x |\n|---|\n");
    samen_table_free(table);
}
END

/* Attributes of data become columns, so their names are data, too. */
TEST(a_line_end_in_the_name_of_a_column_does_not_break_the_table) {
    samen_table *table = make_table(0);
    add_texts(table, "a\nb", NULL);
    check_written(table, as_markdown, "| a\\\\u\\{a\\}b |\n|---|\n");
    samen_table_free(table);
}
END

TEST(notes_follow_as_a_list_unless_the_table_is_plain) {
    samen_table *table = make_table(1);
    add_whole(table, "n", (const int64_t[]){1});
    OK(samen__table_add_note(table, "one", 1, error, "first * note"));
    OK(samen__table_add_note(table, "two", 2, error, "second"));
    check_written(table, as_markdown, "| n |\n|---:|\n| 1 |\n\n- first \\* note\n- second\n");
    check_written(table, (samen_table_options){.format = SAMEN_FORMAT_MARKDOWN, .plain = 1},
                  "| n |\n|---:|\n| 1 |\n");
    samen_table_free(table);
}
END

TEST(decimals_are_those_asked_for) {
    samen_table *table = make_table(1);
    add_numbers(table, "n", (const double[]){2.0 / 3});
    check_written(table, (samen_table_options){.format = SAMEN_FORMAT_MARKDOWN, .decimals = 2},
                  "| n |\n|---:|\n| 0.67 |\n");
    check_written(table, (samen_table_options){.format = SAMEN_FORMAT_MARKDOWN, .decimals = -1},
                  "| n |\n|---:|\n| 0.6666666666666666 |\n");
    samen_table_free(table);
}
END

SUITE("table/markdown", numbers_stand_to_the_right_and_nulls_are_empty,
      what_would_read_as_markup_is_escaped, the_name_of_a_column_is_escaped,
      a_line_end_in_the_name_of_a_column_does_not_break_the_table,
      notes_follow_as_a_list_unless_the_table_is_plain, decimals_are_those_asked_for)
