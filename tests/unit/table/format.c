/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a format, decimals, and writing to a file. */
#include "table/format.h"

#include <dirent.h>
#include <sys/stat.h>

#include "../refuses.h"
#include "core/memory.h"
#include "make.h"

static samen_table *one_number(double value) {
    samen_table *table = make_table(1);
    add_numbers(table, "n", &value);
    return table;
}

static char *read_back(const char *path) {
    static char text[1000];
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

static int count_entries(const char *path) {
    DIR *folder = opendir(path);
    int count = -2; /* "." and ".." */
    while (readdir(folder))
        count++;
    closedir(folder);
    return count;
}

TEST(the_format_is_the_one_asked_for_and_text_by_default) {
    samen_table *table = make_table(1);
    add_whole(table, "n", (const int64_t[]){1});
    check_written(table, (samen_table_options){.format = SAMEN_FORMAT_TEXT}, "n\n1\n");
    check_written(table, (samen_table_options){.format = SAMEN_FORMAT_CSV}, "n\n1\n");
    check_written(table, (samen_table_options){.format = SAMEN_FORMAT_MARKDOWN},
                  "| n |\n|---:|\n| 1 |\n");
    char *text = NULL;
    samen_table_options json = {.struct_size = sizeof json, .format = SAMEN_FORMAT_JSON};
    OK(samen_table_format(table, &json, &text, NULL, error));
    ck_assert_int_eq(text[0], '{');
    samen_free(text);
    OK(samen_table_format(table, NULL, &text, NULL, error));
    ck_assert_str_eq(text, "n\n1\n");
    samen_free(text);
    samen_table_free(table);
}
END

/* Oracle: printf of the C library, which rounds exactly. */
TEST(numbers_have_the_decimals_asked_for) {
    static const double values[] = {0, 0.5, -0.5, 2.0 / 3, 0.12345678901234567, 1e-5, 123456789};
    for (size_t v = 0; v < sizeof values / sizeof values[0]; v++) {
        samen_table *table = one_number(values[v]);
        for (int32_t decimals = 1; decimals <= 17; decimals++) {
            char expected[100];
            snprintf(expected, sizeof expected, "%.*f\n", decimals, values[v]);
            char *text = NULL;
            samen_table_options options = {.struct_size = sizeof options, .decimals = decimals};
            OK(samen_table_format(table, &options, &text, NULL, error));
            ck_assert_str_eq(strrchr(text, '\n') - strlen(expected) + 1, expected);
            samen_free(text);
        }
        samen_table_free(table);
    }
}
END

TEST(minus_one_gives_as_many_decimals_as_needed) {
    static const struct {
        double value;
        const char *text;
    } cases[] = {{0.25, "n\n0.25\n"},
                 {1.0 / 3, "                 n\n0.3333333333333333\n"},
                 {3, "n\n3\n"},
                 {1e-7, "n\n1e-7\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *table = one_number(cases[i].value);
        char *text = NULL;
        samen_table_options options = {.struct_size = sizeof options, .decimals = -1};
        OK(samen_table_format(table, &options, &text, NULL, error));
        ck_assert_str_eq(text + strspn(text, " "), cases[i].text + strspn(cases[i].text, " "));
        samen_free(text);
        samen_table_free(table);
    }
}
END

/* Oracle: printf of the C library. */
TEST(minus_two_gives_none) {
    static const double values[] = {0, 0.25, 0.75, 2.5, -1.2, 123456.7};
    for (size_t v = 0; v < sizeof values / sizeof values[0]; v++) {
        char expected[40], *text = NULL;
        samen_table *table = one_number(values[v]);
        samen_table_options options = {.struct_size = sizeof options, .decimals = -2};
        OK(samen_table_format(table, &options, &text, NULL, error));
        snprintf(expected, sizeof expected, "%.0f\n", values[v]);
        ck_assert_str_eq(strchr(text, '\n') + 1, expected);
        samen_free(text);
        samen_table_free(table);
    }
}
END

/* The default: none for whole numbers, else four, or enough for two digits of the smallest, up to
 * eight; null cells do not count. */
TEST(without_a_wish_decimals_suit_the_column) {
    static const struct {
        double values[3];
        int32_t decimals;
    } cases[] = {{{1, 2, -3}, 0},       {{0, 0, NAN}, 0},      {{1, 2.5, NAN}, 4},
                 {{0.5, 0.25, 100}, 4}, {{0.01, 0.5, 1}, 4},   {{0.0099, 0.5, 1}, 5},
                 {{0.001, 0.5, 1}, 5},  {{-0.00099, 0, 1}, 6}, {{1e-5, 0, 1}, 7},
                 {{1e-6, 0, 1}, 8},     {{1e-7, 0, 1}, 8},     {{1e-300, 0, 1}, 8},
                 {{1e300, 2, 3}, 0},    {{1e300, 0.5, 3}, 4}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *table = make_table(3);
        add_numbers(table, "n", cases[i].values);
        add_whole(table, "w", (const int64_t[]){1, 2, 3});
        samen_table_options options = {0};
        samen_error error = {0};
        int32_t *decimals = samen__table_decimals(table, &options, &error);
        ck_assert_msg(decimals[0] == cases[i].decimals, "case %zu: %d", i, decimals[0]);
        samen__delete(decimals);
        options.decimals = 3;
        decimals = samen__table_decimals(table, &options, &error);
        ck_assert_int_eq(decimals[0], 3);
        samen__delete(decimals);
        samen_table_free(table);
    }
}
END

TEST(only_columns_of_numbers_are_numeric) {
    samen_table *table = make_table(0);
    static const int expected[] = {1, 1, 0, 0, 0};
    for (int32_t type = SAMEN_COLUMN_INT64; type <= SAMEN_COLUMN_DATE; type++) {
        add_column(table, "c", type);
        ck_assert_int_eq(samen__table_is_numeric(table, type - 1), expected[type - 1]);
    }
    samen_table_free(table);
}
END

TEST(nonsense_arguments_of_formatting_are_refused) {
    static const struct {
        samen_table_options options;
        const char *words;
    } cases[] = {{{.struct_size = 0}, "struct_size of the samen_table_options is 0"},
                 {{.struct_size = 3}, "struct_size of the samen_table_options is 3"},
                 {{.struct_size = 65537}, "struct_size of the samen_table_options is 65537"},
                 {{.struct_size = 24, .format = 4}, "there is no format 4"},
                 {{.struct_size = 24, .format = UINT32_MAX}, "there is no format 4294967295"},
                 {{.struct_size = 24, .decimals = -3}, "decimals is -3; give -2 to 17"},
                 {{.struct_size = 24, .decimals = 18}, "decimals is 18; give -2 to 17"}};
    ck_assert_uint_eq(sizeof(samen_table_options), 24);
    samen_table *table = one_number(1);
    char *const untouched = (char *)table, *out = untouched;
    int64_t length = -5;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        REFUSES(2, cases[i].words,
                samen_table_format(table, &cases[i].options, &out, &length, error));
        REFUSES(3, cases[i].words,
                samen_table_write(table, "/nowhere/x", &cases[i].options, error));
    }
    REFUSES(1, "table is NULL", samen_table_format(NULL, NULL, &out, &length, error));
    REFUSES(3, "out is NULL", samen_table_format(table, NULL, NULL, &length, error));
    ck_assert_ptr_eq(out, untouched);
    ck_assert_int_eq(length, -5);
    REFUSES(1, "table is NULL", samen_table_write(NULL, "/nowhere/x", NULL, error));
    REFUSES(2, "path is NULL or empty", samen_table_write(table, NULL, NULL, error));
    REFUSES(2, "path is NULL or empty", samen_table_write(table, "", NULL, error));
    samen_table_free(table);
}
END

TEST(options_of_other_versions_are_understood_or_refused) {
    struct {
        samen_table_options options;
        uint64_t later;
    } given = {.options = {.struct_size = sizeof given, .format = SAMEN_FORMAT_CSV}};
    samen_table *table = one_number(0.5);
    char *text = NULL;
    OK(samen_table_format(table, &given.options, &text, NULL, error));
    ck_assert_str_eq(text, "n\n0.5\n");
    samen_free(text);
    given.options.struct_size = 8; /* a version without decimals */
    given.options.decimals = 99;
    OK(samen_table_format(table, &given.options, &text, NULL, error));
    ck_assert_str_eq(text, "n\n0.5\n");
    samen_free(text);
    given.options.struct_size = sizeof given;
    given.options.decimals = 0;
    given.later = 1;
    REFUSES(2, "the samen_table_options sets a field that this version",
            samen_table_format(table, &given.options, &text, NULL, error));
    REFUSES(3, "the samen_table_options sets a field that this version",
            samen_table_write(table, "/nowhere/x", &given.options, error));
    samen_table_free(table);
}
END

TEST(a_table_is_written_to_a_file_that_is_not_there_yet) {
    char *folder = make_folder(), path[4096];
    snprintf(path, sizeof path, "%s/out.csv", folder);
    samen_table *table = one_number(0.5), *other = one_number(0.75);
    samen_table_options csv = {.struct_size = sizeof csv, .format = SAMEN_FORMAT_CSV};
    OK(samen_table_write(table, path, &csv, error));
    ck_assert_str_eq(read_back(path), "n\n0.5\n");
    FAILS(SAMEN_ERR_EXISTS, "out.csv: it is there already; remove it or ask to overwrite it",
          samen_table_write(other, path, &csv, error));
    ck_assert_str_eq(read_back(path), "n\n0.5\n");
    csv.overwrite = 1;
    OK(samen_table_write(other, path, &csv, error));
    ck_assert_str_eq(read_back(path), "n\n0.75\n");
    ck_assert_int_eq(count_entries(folder), 1);
    samen_table_free(table);
    samen_table_free(other);
    remove_folder(folder);
}
END

TEST(without_options_a_file_holds_text) {
    char *folder = make_folder(), path[4096];
    snprintf(path, sizeof path, "%s/out.txt", folder);
    samen_table *table = one_number(0.5);
    OK(samen_table_write(table, path, NULL, error));
    ck_assert_str_eq(read_back(path), "     n\n0.5000\n");
    samen_table_free(table);
    remove_folder(folder);
}
END

TEST(a_path_that_cannot_be_written_to_is_told_apart) {
    char *folder = make_folder(), path[4096];
    samen_table *table = one_number(0.5);
    samen_table_options over = {.struct_size = sizeof over, .overwrite = 1};
    snprintf(path, sizeof path, "%s/absent/out.csv", folder);
    FAILS(SAMEN_ERR_NOT_FOUND, "there is no such file or folder",
          samen_table_write(table, path, &over, error));
    snprintf(path, sizeof path, "%s/inner", folder);
    ck_assert_int_eq(mkdir(path, 0700), 0);
    FAILS(SAMEN_ERR_IO, "it is a folder; a file should be there",
          samen_table_write(table, path, &over, error));
    ck_assert_int_eq(count_entries(folder), 1);
    samen_table_free(table);
    remove_folder(folder);
}
END

SUITE("table/format", the_format_is_the_one_asked_for_and_text_by_default,
      numbers_have_the_decimals_asked_for, minus_one_gives_as_many_decimals_as_needed,
      minus_two_gives_none, without_a_wish_decimals_suit_the_column,
      only_columns_of_numbers_are_numeric, nonsense_arguments_of_formatting_are_refused,
      options_of_other_versions_are_understood_or_refused,
      a_table_is_written_to_a_file_that_is_not_there_yet, without_options_a_file_holds_text,
      a_path_that_cannot_be_written_to_is_told_apart)
