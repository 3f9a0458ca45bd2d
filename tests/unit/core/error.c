/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/error.h"

#include "core/utf8.h"
#include "suite.h"

TEST(every_status_has_its_pinned_number_and_its_name) {
    static const struct {
        samen_status status;
        int number;
        const char *name;
    } cases[] = {{SAMEN_OK, 0, "SAMEN_OK"},
                 {SAMEN_ERR_ARGUMENT, -1, "SAMEN_ERR_ARGUMENT"},
                 {SAMEN_ERR_MEMORY, -2, "SAMEN_ERR_MEMORY"},
                 {SAMEN_ERR_CANCELLED, -3, "SAMEN_ERR_CANCELLED"},
                 {SAMEN_ERR_LIMIT, -4, "SAMEN_ERR_LIMIT"},
                 {SAMEN_ERR_UNSUPPORTED, -5, "SAMEN_ERR_UNSUPPORTED"},
                 {SAMEN_ERR_SYNTAX, -20, "SAMEN_ERR_SYNTAX"},
                 {SAMEN_ERR_VALUE, -21, "SAMEN_ERR_VALUE"},
                 {SAMEN_ERR_UNKNOWN, -22, "SAMEN_ERR_UNKNOWN"},
                 {SAMEN_ERR_DUPLICATE, -23, "SAMEN_ERR_DUPLICATE"},
                 {SAMEN_ERR_MISSING, -24, "SAMEN_ERR_MISSING"},
                 {SAMEN_ERR_IO, -40, "SAMEN_ERR_IO"},
                 {SAMEN_ERR_NOT_FOUND, -41, "SAMEN_ERR_NOT_FOUND"},
                 {SAMEN_ERR_PERMISSION, -42, "SAMEN_ERR_PERMISSION"},
                 {SAMEN_ERR_EXISTS, -43, "SAMEN_ERR_EXISTS"},
                 {SAMEN_ERR_ENGINE, -60, "SAMEN_ERR_ENGINE"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ck_assert_int_eq(cases[i].status, cases[i].number);
        ck_assert_str_eq(samen_status_name(cases[i].status), cases[i].name);
    }
}
END

TEST(a_number_that_is_no_status_is_unknown) {
    static const samen_status numbers[] = {1, -6, -19, -25, -44, -61, INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        ck_assert_str_eq(samen_status_name(numbers[i]), "unknown");
}
END

TEST(the_error_struct_has_the_size_that_the_interface_promises) {
    ck_assert_uint_eq(sizeof(samen_error), 512);
}
END

TEST(an_error_is_about_nothing_in_particular_unless_it_says_so) {
    samen_error err = {.argument = 9, .row = 9, .column = 9};
    ck_assert_int_eq(samen__fail(&err, SAMEN_ERR_VALUE, "weight is %g", -1.5), SAMEN_ERR_VALUE);
    ck_assert_int_eq(err.code, SAMEN_ERR_VALUE);
    ck_assert_int_eq(err.argument, 0);
    ck_assert_int_eq(err.row, -1);
    ck_assert_int_eq(err.column, -1);
    ck_assert_str_eq(err.message, "weight is -1.5");
}
END

TEST(a_failure_of_the_system_is_about_the_argument_that_names_the_file) {
    static const struct {
        samen_status status;
        int before, after;
    } cases[] = {{SAMEN_ERR_IO, 0, 5},     {SAMEN_ERR_NOT_FOUND, 0, 5},
                 {SAMEN_ERR_EXISTS, 0, 5}, {SAMEN_ERR_NOT_FOUND, 2, 2},
                 {SAMEN_ERR_MEMORY, 0, 0}, {SAMEN_ERR_ENGINE, 0, 0},
                 {SAMEN_ERR_VALUE, 0, 0},  {SAMEN_OK, 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_error err = {.argument = cases[i].before};
        ck_assert_int_eq(samen__fail_path(&err, cases[i].status, 5), cases[i].status);
        ck_assert_int_eq(err.argument, cases[i].after);
    }
    ck_assert_int_eq(samen__fail_path(NULL, SAMEN_ERR_IO, 5), SAMEN_ERR_IO);
}
END

TEST(an_error_about_an_argument_has_its_number) {
    samen_error err = {.argument = 9, .row = 9, .column = 9};
    ck_assert_int_eq(samen__fail_argument(&err, 3, "%s is NULL", "options"), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(err.code, SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(err.argument, 3);
    ck_assert_int_eq(err.row, -1);
    ck_assert_int_eq(err.column, -1);
    ck_assert_str_eq(err.message, "options is NULL");
}
END

TEST(an_error_about_a_cell_has_its_place) {
    samen_error err = {.argument = 9};
    ck_assert_int_eq(samen__fail_cell(&err, SAMEN_ERR_UNKNOWN, 41, 2, "line %d", 43),
                     SAMEN_ERR_UNKNOWN);
    ck_assert_int_eq(err.code, SAMEN_ERR_UNKNOWN);
    ck_assert_int_eq(err.argument, 0);
    ck_assert_int_eq(err.row, 41);
    ck_assert_int_eq(err.column, 2);
    ck_assert_str_eq(err.message, "line 43");
}
END

TEST(without_an_error_struct_the_status_is_all) {
    samen_error other = {.code = SAMEN_ERR_IO};
    ck_assert_int_eq(samen__fail(NULL, SAMEN_ERR_IO, "x"), SAMEN_ERR_IO);
    ck_assert_int_eq(samen__fail_argument(NULL, 1, "x"), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(samen__fail_cell(NULL, SAMEN_ERR_SYNTAX, 1, 1, "x"), SAMEN_ERR_SYNTAX);
    ck_assert_int_eq(samen__fail_memory(NULL), SAMEN_ERR_MEMORY);
    ck_assert_int_eq(samen__fail_as(NULL, &other), SAMEN_ERR_IO);
}
END

TEST(an_error_is_handed_on_whole) {
    samen_error from = {0}, to = {0};
    samen__fail_cell(&from, SAMEN_ERR_VALUE, 5, 6, "the words");
    ck_assert_int_eq(samen__fail_as(&to, &from), SAMEN_ERR_VALUE);
    ck_assert_mem_eq(&to, &from, sizeof to);
    ck_assert_int_eq(samen__fail_as(&from, &from), SAMEN_ERR_VALUE);
    ck_assert_str_eq(from.message, "the words");
}
END

/* A character of two bytes straddles the end of the message in one of the two cases. */
TEST(a_message_that_is_too_long_is_cut_at_a_whole_character) {
    char many[1001];
    for (int i = 0; i < 1000; i += 2)
        memcpy(many + i, "é", 2);
    many[1000] = '\0';
    for (int shift = 0; shift < 2; shift++) {
        samen_error err = {0};
        samen__fail(&err, SAMEN_ERR_IO, "%s%s", shift ? "a" : "", many);
        size_t length = strlen(err.message);
        ck_assert_uint_eq(length, shift ? 487 : 486);
        ck_assert_int_eq(samen__utf8_invalid(err.message, (int64_t)length), -1);
    }
}
END

TEST(data_in_a_message_cannot_steer_a_terminal) {
    samen_error err = {0};
    samen__fail(&err, SAMEN_ERR_VALUE, "\"%s\"", "\x1b]0;x\a\u202e");
    ck_assert_str_eq(err.message, "\"\\u{1b}]0;x\\u{7}\\u{202e}\"");
}
END

SUITE("core/error", every_status_has_its_pinned_number_and_its_name,
      a_number_that_is_no_status_is_unknown,
      the_error_struct_has_the_size_that_the_interface_promises,
      an_error_is_about_nothing_in_particular_unless_it_says_so,
      a_failure_of_the_system_is_about_the_argument_that_names_the_file,
      an_error_about_an_argument_has_its_number, an_error_about_a_cell_has_its_place,
      without_an_error_struct_the_status_is_all, an_error_is_handed_on_whole,
      a_message_that_is_too_long_is_cut_at_a_whole_character,
      data_in_a_message_cannot_steer_a_terminal)
