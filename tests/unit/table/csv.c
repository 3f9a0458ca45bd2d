/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graphs.h"
#include "make.h"
#include "table/format.h"

static const samen_table_options as_csv = {.format = SAMEN_FORMAT_CSV};
static const samen_table_options guarded = {.format = SAMEN_FORMAT_CSV, .guard = 1};

/* A reader of RFC 4180 as plain as can be: the next field into `out`; returns what ended it. */
static int read_field(const char **at, char *out) {
    int quoted = **at == '"';
    const char *c = *at + quoted;
    for (; quoted ? !(c[0] == '"' && c[1] != '"') : !strchr(",\n", *c); c++) {
        c += quoted && *c == '"';
        *out++ = *c;
    }
    *out = '\0';
    c += quoted;
    *at = c + 1;
    return *c;
}

TEST(every_type_is_written_exactly_and_null_is_an_empty_cell) {
    samen_table *table = make_table(3);
    add_texts(table, "key", (const char *const[]){"A", "", NULL});
    add_whole(table, "whole", (const int64_t[]){INT64_MAX, -1, INT64_MIN});
    add_numbers(table, "number", (const double[]){0.1, 1e-300, NAN});
    add_answers(table, "answer", (const int[]){1, 0, -1});
    add_days(table, "day", (const int32_t[]){19723, -719528, INT32_MIN});
    OK(samen__table_add_note(table, "n", 1, error, "notes are not written"));
    check_written(table, as_csv,
                  "key,whole,number,answer,day\n"
                  "A,9223372036854775807,0.1,yes,2024-01-01\n"
                  ",-1,1e-300,no,0000-01-01\n"
                  ",,,,\n");
    samen_table_free(table);
}
END

TEST(decimals_do_not_round_what_is_written) {
    samen_table *table = make_table(1);
    add_numbers(table, "n", (const double[]){1.0 / 3});
    check_written(table, (samen_table_options){.format = SAMEN_FORMAT_CSV, .decimals = 2},
                  "n\n0.3333333333333333\n");
    samen_table_free(table);
}
END

TEST(fields_are_quoted_where_they_must_be) {
    static const struct {
        const char *field;
        char separator;
        const char *written;
    } cases[] = {{"", ',', ""},
                 {"a", ',', "a"},
                 {"a b", ',', "a b"},
                 {"a,b", ',', "\"a,b\""},
                 {"a;b", ',', "a;b"},
                 {"a;b", ';', "\"a;b\""},
                 {"a,b", ';', "a,b"},
                 {"a\tb", '\t', "\"a\tb\""},
                 {"a\tb", ',', "a\tb"},
                 {"\"", ',', "\"\"\"\""},
                 {"a\"b\"c", ',', "\"a\"\"b\"\"c\""},
                 {"\"\"", ',', "\"\"\"\"\"\""},
                 {"a\nb", ',', "\"a\nb\""},
                 {"a\r\nb", ',', "\"a\r\nb\""},
                 {"\r", ',', "\"\r\""},
                 {" a", ',', "\" a\""},
                 {"a ", ',', "\"a \""},
                 {" ", ',', "\" \""},
                 {"é,€", ',', "\"é,€\""}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char bytes[64];
        samen__text text = samen__text_fixed(bytes, sizeof bytes);
        samen__csv_add_field(&text, cases[i].field, (int64_t)strlen(cases[i].field),
                             cases[i].separator);
        ck_assert_str_eq(bytes, cases[i].written);
    }
}
END

TEST(names_of_columns_are_quoted_too) {
    samen_table *table = make_table(0);
    add_texts(table, "a,b", NULL);
    add_texts(table, "say \"x\"", NULL);
    check_written(table, as_csv, "\"a,b\",\"say \"\"x\"\"\"\n");
    samen_table_free(table);
}
END

/* Oracle: the plain reader above gives back what was written. */
TEST(any_text_is_read_back_as_it_was) {
    enum { ROWS = 4000, LONGEST = 6 };
    static char one[ROWS][3 * LONGEST + 1], other[ROWS][3 * LONGEST + 1];
    static const char *one_list[ROWS], *other_list[ROWS];
    static const char *const pieces[] = {"a", ",", "\"", "\n", "\r", " ", ";", "\t", "é", "'", "="};
    dice d = {.state = 1};
    for (int row = 0; row < ROWS; row++) {
        for (int side = 0; side < 2; side++) {
            char *text = side ? other[row] : one[row];
            for (uint64_t left = dice_roll(&d, LONGEST + 1); left > 0; left--)
                strcat(text, pieces[dice_roll(&d, sizeof pieces / sizeof pieces[0])]);
        }
        one_list[row] = one[row];
        other_list[row] = other[row];
    }
    samen_table *table = make_table(ROWS);
    add_texts(table, "one", one_list);
    add_texts(table, "other", other_list);
    char *text = table_csv(table), field[64];
    const char *at = text + strlen("one,other\n");
    for (int row = 0; row < ROWS; row++) {
        ck_assert_int_eq(read_field(&at, field), ',');
        ck_assert_str_eq(field, one[row]);
        ck_assert_int_eq(read_field(&at, field), '\n');
        ck_assert_str_eq(field, other[row]);
    }
    ck_assert_int_eq(*at, '\0');
    samen_free(text);
    samen_table_free(table);
}
END

TEST(a_guard_stands_before_what_a_spreadsheet_takes_for_a_formula) {
    static const struct {
        const char *text, *open, *guarded;
    } cases[] = {{"=1+1", "=1+1", "'=1+1"},
                 {"+1", "+1", "'+1"},
                 {"-1", "-1", "'-1"},
                 {"@a", "@a", "'@a"},
                 {"\ta", "\ta", "'\ta"},
                 {"\ra", "\"\ra\"", "\"'\ra\""},
                 {"\uFF1Da", "\uFF1Da", "'\uFF1Da"},
                 {"\uFF0Ba", "\uFF0Ba", "'\uFF0Ba"},
                 {"\uFF0Da", "\uFF0Da", "'\uFF0Da"},
                 {"\uFF20a", "\uFF20a", "'\uFF20a"},
                 {"=a,b", "\"=a,b\"", "\"'=a,b\""},
                 {"=\"a\"", "\"=\"\"a\"\"\"", "\"'=\"\"a\"\"\""},
                 {"a=1", "a=1", "a=1"},
                 {"'=1", "'=1", "'=1"},
                 {"\uFF1Ca", "\uFF1Ca", "\uFF1Ca"},
                 {"", "\"\"", "\"\""}}; /* an empty line is no row to many readers */
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char expected[64];
        samen_table *table = make_table(1);
        add_texts(table, "t", &cases[i].text);
        snprintf(expected, sizeof expected, "t\n%s\n", cases[i].open);
        check_written(table, as_csv, expected);
        snprintf(expected, sizeof expected, "t\n%s\n", cases[i].guarded);
        check_written(table, guarded, expected);
        samen_table_free(table);
    }
}
END

TEST(numbers_need_no_guard) {
    samen_table *table = make_table(1);
    add_whole(table, "whole", (const int64_t[]){-5});
    add_numbers(table, "number", (const double[]){-0.5});
    check_written(table, guarded, "whole,number\n-5,-0.5\n");
    samen_table_free(table);
}
END

/* Attributes of data become columns, so their names are data, too. */
TEST(the_name_of_a_column_is_guarded_like_any_text) {
    samen_table *table = make_table(0);
    add_texts(table, "=cmd()", NULL);
    check_written(table, as_csv, "=cmd()\n");
    check_written(table, guarded, "'=cmd()\n");
    samen_table_free(table);
}
END

SUITE("table/csv", every_type_is_written_exactly_and_null_is_an_empty_cell,
      decimals_do_not_round_what_is_written, fields_are_quoted_where_they_must_be,
      names_of_columns_are_quoted_too, any_text_is_read_back_as_it_was,
      a_guard_stands_before_what_a_spreadsheet_takes_for_a_formula, numbers_need_no_guard,
      the_name_of_a_column_is_guarded_like_any_text)
