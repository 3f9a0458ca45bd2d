/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligned columns. */
#include "make.h"

static const samen_table_options as_text = {.format = SAMEN_FORMAT_TEXT};

TEST(texts_stand_to_the_left_and_numbers_to_the_right) {
    samen_table *table = make_table(3);
    add_texts(table, "organisation", (const char *const[]){"Huis van het Kind", "CLB", "OCMW"});
    add_whole(table, "degree", (const int64_t[]){7, -12, 1000});
    add_numbers(table, "share", (const double[]){0.25, 1.5, 10});
    add_answers(table, "cutpoint", (const int[]){1, 0, 1});
    add_days(table, "start", (const int32_t[]){0, 19788, -1});
    check_written(table, as_text,
                  "organisation       degree    share  cutpoint  start\n"
                  "Huis van het Kind       7   0.2500  yes       1970-01-01\n"
                  "CLB                   -12   1.5000  no        2024-03-06\n"
                  "OCMW                 1000  10.0000  yes       1969-12-31\n");
    samen_table_free(table);
}
END

TEST(null_cells_are_blank_and_no_line_ends_in_blanks) {
    samen_table *table = make_table(4);
    add_texts(table, "a", (const char *const[]){"one", NULL, "three", NULL});
    add_whole(table, "n", (const int64_t[]){INT64_MIN, 22, INT64_MIN, INT64_MIN});
    add_texts(table, "b", (const char *const[]){"", "x", NULL, NULL});
    add_numbers(table, "last", (const double[]){NAN, NAN, 0.5, NAN});
    check_written(table, as_text,
                  "a       n  b    last\n"
                  "one\n"
                  "       22  x\n"
                  "three         0.5000\n"
                  "\n");
    samen_table_free(table);
}
END

/* Oracle: UAX 11 for the columns that characters take. */
TEST(columns_stay_aligned_below_wide_and_combining_characters) {
    samen_table *table = make_table(4);
    add_texts(table, "név", (const char *const[]){"日本", "e\u0301e\u0301", "Café", "\U0001F3E0"});
    add_whole(table, "n", (const int64_t[]){1, 2, 3, 4});
    check_written(table, as_text,
                  "név   n\n"
                  "日本  1\n"
                  "e\u0301e\u0301    2\n"
                  "Café  3\n"
                  "\U0001F3E0    4\n");
    samen_table_free(table);
}
END

TEST(what_steers_a_terminal_is_shown_by_its_number) {
    samen_table *table = make_table(3);
    add_texts(table, "key", (const char *const[]){"\x1b[2J", "a\nb", "\u202ecba"});
    add_whole(table, "n", (const int64_t[]){1, 2, 3});
    OK(samen__table_add_note(table, "n", 1, error, "%s", "note\r\x1b"));
    check_written(table, as_text,
                  "key          n\n"
                  "\\u{1b}[2J    1\n"
                  "a\\u{a}b      2\n"
                  "\\u{202e}cba  3\n"
                  "\n"
                  "Note: note\\u{d}\\u{1b}\n");
    samen_table_free(table);
}
END

/* Attributes of data become columns, so their names are data, too. */
TEST(what_steers_a_terminal_in_the_name_of_a_column_is_shown_by_its_number) {
    samen_table *table = make_table(1);
    add_texts(table, "a\x1b]0;x\a", (const char *const[]){"value"});
    check_written(table, as_text,
                  "a\\u{1b}]0;x\\u{7}\n"
                  "value\n");
    samen_table_free(table);
}
END

TEST(notes_follow_below_unless_the_table_is_plain) {
    samen_table *table = make_table(1);
    add_whole(table, "n", (const int64_t[]){1});
    OK(samen__table_add_note(table, "one", 1, error, "first"));
    OK(samen__table_add_note(table, "two", 2, error, "second"));
    check_written(table, as_text, "n\n1\n\nNote: first\nNote: second\n");
    check_written(table, (samen_table_options){.plain = 1}, "n\n1\n");
    samen_table_free(table);
}
END

TEST(a_table_without_rows_is_its_header) {
    samen_table *table = make_table(0);
    check_written(table, as_text, "\n");
    add_texts(table, "organisation", NULL);
    add_numbers(table, "share", NULL);
    check_written(table, as_text, "organisation  share\n");
    samen_table_free(table);
}
END

SUITE("table/text", texts_stand_to_the_left_and_numbers_to_the_right,
      null_cells_are_blank_and_no_line_ends_in_blanks,
      columns_stay_aligned_below_wide_and_combining_characters,
      what_steers_a_terminal_is_shown_by_its_number,
      what_steers_a_terminal_in_the_name_of_a_column_is_shown_by_its_number,
      notes_follow_below_unless_the_table_is_plain, a_table_without_rows_is_its_header)
