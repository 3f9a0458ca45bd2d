/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "make.h"

static const samen_table_options as_json = {.format = SAMEN_FORMAT_JSON};

/* The characters from 1 up to, not including, `end` as UTF-8 of at most three bytes. */
static char *all_characters(unsigned end) {
    char *text = malloc(3 * (size_t)end + 1), *at = text;
    for (unsigned c = 1; c < end; c++) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        if (c >= 0x800)
            *at++ = (char)(0xE0 | c >> 12);
        if (c >= 0x80)
            *at++ = (char)(c >= 0x800 ? 0x80 | (c >> 6 & 63) : 0xC0 | c >> 6);
        *at++ = (char)(c >= 0x80 ? 0x80 | (c & 63) : c);
    }
    *at = '\0';
    return text;
}

TEST(every_type_is_written_and_null_is_null) {
    samen_table *table = make_table(2);
    add_texts(table, "key", (const char *const[]){"A", NULL});
    add_whole(table, "whole", (const int64_t[]){INT64_MAX, INT64_MIN});
    add_numbers(table, "number", (const double[]){-1e-7, NAN});
    add_answers(table, "answer", (const int[]){0, -1});
    add_days(table, "day", (const int32_t[]){19723, INT32_MIN});
    OK(samen__table_add_note(table, "undefined", 2, error, "a \"note\""));
    OK(samen__table_add_entry(table, "measure", "a.b", error));
    OK(samen__table_add_entry(table, "option.group", "x\ny", error));
    check_written(table, as_json,
                  "{\"columns\":[{\"name\":\"key\",\"type\":\"text\"},"
                  "{\"name\":\"whole\",\"type\":\"int64\"},"
                  "{\"name\":\"number\",\"type\":\"float64\"},"
                  "{\"name\":\"answer\",\"type\":\"bool\"},"
                  "{\"name\":\"day\",\"type\":\"date\"}],\n"
                  "\"rows\":[\n"
                  "{\"key\":\"A\",\"whole\":9223372036854775807,\"number\":-1e-7,"
                  "\"answer\":false,\"day\":\"2024-01-01\"},\n"
                  "{\"key\":null,\"whole\":null,\"number\":null,\"answer\":null,\"day\":null}],\n"
                  "\"notes\":[\n"
                  "{\"code\":\"undefined\",\"count\":2,\"text\":\"a \\\"note\\\"\"}],\n"
                  "\"provenance\":{\n"
                  "\"measure\":\"a.b\",\n"
                  "\"option.group\":\"x\\u000ay\"}}\n");
    samen_table_free(table);
}
END

TEST(an_empty_table_is_an_object_with_empty_parts) {
    samen_table *table = make_table(0);
    check_written(table, as_json,
                  "{\"columns\":[],\n\"rows\":[],\n\"notes\":[],\n\"provenance\":{}}\n");
    samen_table_free(table);
}
END

TEST(yes_is_true_and_an_empty_text_is_no_null) {
    samen_table *table = make_table(1);
    add_answers(table, "a", (const int[]){1});
    add_texts(table, "t", (const char *const[]){""});
    char *text = NULL;
    samen_table_options options = {.struct_size = sizeof options, .format = SAMEN_FORMAT_JSON};
    OK(samen_table_format(table, &options, &text, NULL, error));
    ck_assert_ptr_nonnull(strstr(text, "{\"a\":true,\"t\":\"\"}"));
    samen_free(text);
    samen_table_free(table);
}
END

TEST(decimals_do_not_round_what_is_written) {
    samen_table *table = make_table(1);
    add_numbers(table, "n", (const double[]){1.0 / 3});
    char *text = NULL;
    samen_table_options options = {
        .struct_size = sizeof options, .format = SAMEN_FORMAT_JSON, .decimals = 2};
    OK(samen_table_format(table, &options, &text, NULL, error));
    ck_assert_ptr_nonnull(strstr(text, "{\"n\":0.3333333333333333}"));
    samen_free(text);
    samen_table_free(table);
}
END

/* Oracle: the reader of another language. Where there is none the test says that it skips. */
TEST(another_reader_gets_back_every_character_and_number) {
    char *characters = all_characters(0x3000), *folder = make_folder(), command[4096];
    static const char reader[] =
        "import json, sys\n"
        "table = json.load(open(sys.argv[1], encoding='utf-8'))\n"
        "every = ''.join(map(chr, range(1, 0x3000)))\n"
        "assert table['columns'] == [{'name': every, 'type': 'text'},\n"
        "                            {'name': 'n', 'type': 'float64'}]\n"
        "assert table['rows'] == [{every: every, 'n': 5e-324},\n"
        "                         {every: '', 'n': 1.7976931348623157e308},\n"
        "                         {every: None, 'n': None}]\n"
        "assert table['notes'][0]['code'] == every and table['notes'][0]['count'] == -1\n"
        "assert table['provenance'] == {every: every}\n"
        "print('read back')\n";
    samen_table *table = make_table(3);
    add_texts(table, characters, (const char *const[]){characters, "", NULL});
    add_numbers(table, "n", (const double[]){5e-324, 1.7976931348623157e308, NAN});
    OK(samen__table_add_note(table, characters, -1, error, "text"));
    OK(samen__table_add_entry(table, characters, characters, error));
    samen_table_options options = {.struct_size = sizeof options, .format = SAMEN_FORMAT_JSON};
    char path[4096], answer[64] = "";
    snprintf(path, sizeof path, "%s/table.json", folder);
    OK(samen_table_write(table, path, &options, error));
    write_text_file(folder, "reader.py", reader);
    snprintf(command, sizeof command, "cd '%s' && python3 reader.py table.json", folder);
    if (system("python3 -c 'import json' 2>/dev/null") == 0) {
        FILE *pipe = popen(command, "r");
        ck_assert_ptr_nonnull(fgets(answer, sizeof answer, pipe));
        ck_assert_str_eq(answer, "read back\n");
        ck_assert_int_eq(pclose(pipe), 0);
    } else {
        printf("skipped: there is no python3 to read JSON with\n");
    }
    samen_table_free(table);
    free(characters);
    remove_folder(folder);
}
END

TEST(controls_quotes_and_backslashes_are_escaped) {
    samen_table *table = make_table(1);
    add_texts(table, "t", (const char *const[]){"a\"b\\c\x01\t\x1f\x7f/é\u202e"});
    char *text = NULL;
    samen_table_options options = {.struct_size = sizeof options, .format = SAMEN_FORMAT_JSON};
    OK(samen_table_format(table, &options, &text, NULL, error));
    ck_assert_ptr_nonnull(
        strstr(text, "{\"t\":\"a\\\"b\\\\c\\u0001\\u0009\\u001f\\u007f/é\u202e\"}"));
    samen_free(text);
    samen_table_free(table);
}
END

SUITE("table/json", every_type_is_written_and_null_is_null,
      an_empty_table_is_an_object_with_empty_parts, yes_is_true_and_an_empty_text_is_no_null,
      decimals_do_not_round_what_is_written, another_reader_gets_back_every_character_and_number,
      controls_quotes_and_backslashes_are_escaped)
