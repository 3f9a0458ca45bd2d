/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "folder.h"

static const char organisations[] = "id,name,respondent,size:number\n"
                                    "a,Alpha,yes,3\n"
                                    "b,Beta,no,many\n"
                                    "a,Again,yes,1\n"
                                    ",Nobody,yes,1\n"
                                    "c,Gamma\n"
                                    "d,Delta,yes,1,extra\n"
                                    ",,,\n"
                                    "\"e\"x,E,yes,1\n"
                                    "f,caf\xE9,yes,1\n"
                                    "g,Gee\0,yes,2\n"
                                    "A,Alpha,yes,1\n"
                                    "lonely,L,yes,1\n";

static const char partnerships[] = "id,form,start,end\n"
                                   "p,action,,\n"
                                   "q,actoin,,\n"
                                   "r,,,\n"
                                   "s,action,2024-02-30,\n"
                                   "t,action,2024-02-01,2024-01-01\n"
                                   "p,learning,,\n"
                                   "u,action,01/02/2024,\n"
                                   "v,action,2025-01-01,\n"
                                   "w,action,,\n";

static const char ties[] = "from,to,form,weight,directed,start,end,partnership,seen:date\n"
                           "a,b,action,1,yes,,,p,2024-01-01\n"
                           "a,z,action,1,,,,,\n"
                           "a,b,acton,1,,,,,\n"
                           "a,b,action,0,,,,,\n"
                           "a,b,action,-1,,,,,\n"
                           "a,b,action,nan,,,,,\n"
                           "a,b,action,inf,,,,,\n"
                           "a,b,action,lots,,,,,\n"
                           "a,b,action,\"1,5\",,,,,\n"
                           "a,b,action,1,maybe,,,,\n"
                           "a,b,action,1,,2024-13-01,,,\n"
                           "a,b,action,1,,,yesterday,,\n"
                           "a,b,action,1,,2024-02-01,2024-01-01,,\n"
                           "a,b,action,1,,,,nope,\n"
                           "a,a,action,1,,,,,\n"
                           "\"b\",A,action,1,yes,,,,\"so\non\"\n"
                           "a,b,action,2,yes,,,p,\n"
                           "zz,,nonsense,x,what,never,,,\n"
                           "a,b,\"action,1,,,,,\n"
                           "a,b,action,1,,,,,\n";

static const char memberships[] = "partnership,organisation,role,weight,start,end\n"
                                  "p,a,lead,1,,\n"
                                  "nope,a,,,,\n"
                                  "p,zz,,,,\n"
                                  "p,b,,0,,\n"
                                  "p,a,lead,1,,\n"
                                  "v,a,,,2020-01-01,2021-01-01\n";

static const char expected[] =
    "severity,file,line,column,column_name,problem\n"
    "error,organisations.csv,4,1,id,\"organisation \"\"a\"\" is there already, in line 2; keys are unique\"\n"
    "error,organisations.csv,5,1,id,the key of the organisation is empty; give it a key\n"
    "error,organisations.csv,6,2,name,the row has 2 cells where the header has 4; a text that holds the separator must stand in quotes\n"
    "error,organisations.csv,7,5,,the row has 5 cells where the header has 4; a text that holds the separator must stand in quotes\n"
    "error,organisations.csv,8,,,all cells of the row are empty; delete it\n"
    "error,organisations.csv,9,1,id,text follows a closing quote; double the quotes that belong to the text\n"
    "error,organisations.csv,10,2,name,the cell is not valid UTF-8; save the file as CSV with encoding UTF-8\n"
    "error,organisations.csv,11,2,name,there is a NUL byte in the cell; is this a text file?\n"
    "error,organisations.csv,3,4,size:number,\"\"\"many\"\" is not a number, as the header declares\"\n"
    "error,partnerships.csv,3,2,form,\"there is no form \"\"actoin\"\"; did you mean \"\"action\"\"?\"\n"
    "error,partnerships.csv,4,2,form,\"no form is given, and there are 6 to choose from; write one, as \"\"consultation\"\"\"\n"
    "error,partnerships.csv,5,3,start,\"there is no day \"\"2024-02-30\"\" in the calendar\"\n"
    "error,partnerships.csv,6,4,end,\"the end, 2024-01-01, is before the start, 2024-02-01; swap or correct them\"\n"
    "error,partnerships.csv,7,1,id,\"partnership \"\"p\"\" is there already, in line 2; keys are unique\"\n"
    "error,partnerships.csv,8,3,start,\"\"\"01/02/2024\"\" is not a date; write year-month-day, as 2024-01-31\"\n"
    "error,ties.csv,3,2,to,\"organisation \"\"z\"\" is not in organisations.csv; add it there or correct the key\"\n"
    "error,ties.csv,4,3,form,\"there is no form \"\"acton\"\"; did you mean \"\"action\"\"?\"\n"
    "error,ties.csv,5,4,weight,\"the weight is 0; a weight is above 0, and where there is no tie there is no row\"\n"
    "error,ties.csv,6,4,weight,\"the weight is -1; a weight is above 0, larger being stronger\"\n"
    "error,ties.csv,7,4,weight,the weight is not a number (NaN); leave it out when it is not known\n"
    "error,ties.csv,8,4,weight,the weight is infinite; give a finite number\n"
    "error,ties.csv,9,4,weight,\"the weight \"\"lots\"\" is not a number\"\n"
    "error,ties.csv,10,4,weight,\"the weight \"\"1,5\"\" is not a number here, where decimals are written with \"\".\"\" and thousands are not parted\"\n"
    "error,ties.csv,11,5,directed,\"directed is \"\"maybe\"\"; give yes or no (or 1 or 0)\"\n"
    "error,ties.csv,12,6,start,\"there is no day \"\"2024-13-01\"\" in the calendar\"\n"
    "error,ties.csv,13,7,end,\"\"\"yesterday\"\" is not a date; write year-month-day, as 2024-01-31\"\n"
    "error,ties.csv,14,7,end,\"the end, 2024-01-01, is before the start, 2024-02-01; swap or correct them\"\n"
    "error,ties.csv,15,8,partnership,\"partnership \"\"nope\"\" is not in partnerships.csv; add it there or correct the key\"\n"
    "error,ties.csv,20,1,from,\"organisation \"\"zz\"\" is not in organisations.csv; add it there or correct the key\"\n"
    "error,ties.csv,20,2,to,the organisation is empty; give it a key\n"
    "error,ties.csv,20,3,form,\"there is no form \"\"nonsense\"\"; the forms are: consultation, ad-hoc, information, learning, resource, action\"\n"
    "error,ties.csv,20,4,weight,\"the weight \"\"x\"\" is not a number\"\n"
    "error,ties.csv,20,5,directed,\"directed is \"\"what\"\"; give yes or no (or 1 or 0)\"\n"
    "error,ties.csv,20,6,start,\"\"\"never\"\" is not a date; write year-month-day, as 2024-01-31\"\n"
    "error,ties.csv,21,3,form,\"a quote is opened here and never closed; close it, or double it when it belongs to the text\"\n"
    "error,ties.csv,17,9,seen:date,\"\"\"so\\u{a}on\"\" is not a date, as the header declares\"\n"
    "error,memberships.csv,3,1,partnership,\"partnership \"\"nope\"\" is not in partnerships.csv; add it there or correct the key\"\n"
    "error,memberships.csv,4,2,organisation,\"organisation \"\"zz\"\" is not in organisations.csv; add it there or correct the key\"\n"
    "error,memberships.csv,5,4,weight,\"the weight is 0; a weight is above 0, and where there is no tie there is no row\"\n"
    "warning,ties.csv,16,2,to,\"organisation \"\"a\"\" is tied to itself; the tie is kept, and left out of measures\"\n"
    "warning,ties.csv,19,,,\"the row repeats line 2; both are kept, and the view's rule for parallel ties merges them\"\n"
    "warning,memberships.csv,6,,,the row repeats line 2; the organisation counts as a member once\n"
    "warning,organisations.csv,12,1,id,\"the keys \"\"a\"\" and \"\"A\"\" are two, though they are almost alike; is it one?\"\n"
    "information,organisations.csv,13,,,\"1 organisation without a tie or membership, \"\"lonely\"\" the first, counted as isolates\"\n"
    "warning,partnerships.csv,,,,1 partnership without members\n"
    "information,partnerships.csv,,,,\"1 partnership with a single member row, counted as partnerships and tying nobody\"\n"
    "warning,memberships.csv,7,5,start,the membership lies outside the period of its partnership\n"
    "warning,ties.csv,17,1,from,\"organisation \"\"b\"\" reports a tie and is marked as not having responded; correct one of the two\"\n"
    "information,people.csv,,,,\"the file is not read; a data set is organisations.csv, ties.csv, partnerships.csv, memberships.csv and forms.csv\"\n";

static char *broken_folder(void) {
    char *folder = make_folder();
    write_file(folder, "organisations.csv", organisations, sizeof organisations - 1);
    write_text_file(folder, "partnerships.csv", partnerships);
    write_text_file(folder, "ties.csv", ties);
    write_text_file(folder, "memberships.csv", memberships);
    write_text_file(folder, "people.csv", "who\nme\n");
    return folder;
}

/* Oracle: every mistake above, found by eye. */
TEST(all_mistakes_are_told_and_not_only_the_first) {
    char *folder = broken_folder();
    samen_table *table = check_fine(folder);
    char *csv = table_csv(table);
    same_text(csv, expected);
    samen_free(csv);
    samen_table_free(table);
    remove_folder(folder);
}
END

TEST(a_clean_data_set_gives_no_rows) {
    static const file data[][MOST_FILES] = {
        {{"organisations.csv", GOOD_ORGANISATIONS},
         {"ties.csv", GOOD_TIES},
         {"partnerships.csv", "id,name,form\np,House,action\n"},
         {"memberships.csv", "partnership,organisation,role\np,a,lead\np,b,member\n"},
         {"forms.csv", GOOD_FORMS}},
        {{"ties.csv", "from,to\na,b\n"}},
        {{"memberships.csv", "partnership,organisation\np,a\np,b\n"}, {"SOURCE.md", "# x\n"}}};
    for (size_t i = 0; i < sizeof data / sizeof data[0]; i++) {
        char *folder = folder_with(data[i]);
        samen_table *table = check_fine(folder);
        char *csv = table_csv(table);
        same_text(csv, "severity,file,line,column,column_name,problem\n");
        samen_free(csv);
        samen_table_free(table);
        remove_folder(folder);
    }
}
END

TEST(the_table_of_problems_has_these_columns) {
    static const struct {
        const char *name;
        int32_t type;
    } columns[] = {{"severity", SAMEN_COLUMN_TEXT},    {"file", SAMEN_COLUMN_TEXT},
                   {"line", SAMEN_COLUMN_INT64},       {"column", SAMEN_COLUMN_INT64},
                   {"column_name", SAMEN_COLUMN_TEXT}, {"problem", SAMEN_COLUMN_TEXT}};
    char *folder = broken_folder();
    samen_table *table = check_fine(folder);
    ck_assert_int_eq(samen_table_columns(table), 6);
    for (int32_t i = 0; i < 6; i++) {
        ck_assert_str_eq(samen_table_column_name(table, i), columns[i].name);
        ck_assert_int_eq(samen_table_column_type(table, i), columns[i].type);
    }
    samen_table_free(table);
    remove_folder(folder);
}
END

/* Oracle: reading, which stops at the first of the same errors. */
TEST(reading_stops_at_the_first_error_of_the_check) {
    char *folder = broken_folder();
    fault f = {SAMEN_ERR_VALUE, -1, -1, "", ""};
    samen_network *network = NULL;
    samen_error error = {0};
    f.status = samen_io_read(folder, NULL, NULL, &network, &error);
    ck_assert_int_eq(f.status, SAMEN_ERR_DUPLICATE);
    ck_assert_str_eq(error.message, "organisations.csv:4:1: organisation \"a\" is there already, "
                                    "in line 2; keys are unique");
    remove_folder(folder);
}
END

/* How many errors a check finds. */
static int64_t errors_in(const file *files) {
    char *folder = folder_with(files);
    samen_table *table = check_fine(folder);
    int64_t errors = 0;
    for (int64_t row = 0; row < samen_table_rows(table); row++)
        errors += strcmp(cell_text(table, row, "severity"), "error") == 0;
    samen_table_free(table);
    remove_folder(folder);
    return errors;
}

/* Without organisations.csv, organisations come from rows that may turn out to be wrong. */
TEST(wrong_rows_without_organisations_csv_are_told) {
    static const file data[][MOST_FILES] = {
        {{"ties.csv", "from,to,weight\na,b,0\n"}},
        {{"ties.csv", "from,to,weight\na,b,1\nc,d,0\n"}},
        {{"ties.csv", "from,to,form\na,b,nonsense at all\n"}},
        {{"memberships.csv", "partnership,organisation,weight\np,a,0\n"}},
        {{"memberships.csv", "partnership,organisation,start\np,a,1 May\n"},
         {"partnerships.csv", "id\np\n"}}};
    for (size_t i = 0; i < sizeof data / sizeof data[0]; i++)
        ck_assert_int_eq(errors_in(data[i]), 1);
}
END

/* One slip in a header is one error, not one more for every row of the other files. */
TEST(a_file_that_cannot_be_read_is_not_held_against_the_others) {
    static const struct {
        const char *name, *text;
    } broken[] = {{"organisations.csv", "ident,name\na,Alpha\nb,Beta\n"},
                  {"organisations.csv", "id,name,id\na,Alpha,x\nb,Beta,y\n"},
                  {"organisations.csv", ""},
                  {"partnerships.csv", "name,form\nHouse,action\n"},
                  {"forms.csv", "name\naction\ntalks\n"},
                  {"forms.csv", "form,name\naction,joint action\ntalks,talks\ntalks,again\n"},
                  {"ties.csv", "from,form\na,action\n"},
                  {"memberships.csv", "partnership,role\np,lead\n"}};
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        file files[MOST_FILES];
        memcpy(files, good, sizeof files);
        for (int which = 0; which < GOOD_FILES; which++) {
            if (strcmp(files[which].name, broken[i].name) == 0)
                files[which].text = broken[i].text;
        }
        int64_t errors = errors_in(files);
        ck_assert_msg(errors == 1, "%s with \"%s\" gives %lld errors", broken[i].name,
                      broken[i].text, (long long)errors);
    }
}
END

/* Whatever one file is like, the others are looked at. */
TEST(every_file_is_looked_at) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,name\na,\"Alpha\nb,Beta\n"},
        {"partnerships.csv", "id,form\np,\n"},
        {"ties.csv", "from,to,form,weight\na,b,action,0\n"},
        {"memberships.csv", "partnership,organisation,weight\np,a,0\n"},
        {"forms.csv", "form,commitment\naction,x\ntalks,\n"}};
    char *folder = folder_with(files);
    samen_table *table = check_fine(folder);
    for (int which = 0; which < GOOD_FILES; which++)
        row_with(table, "file", files[which].name);
    samen_table_free(table);
    remove_folder(folder);
}
END

/* A name in the data or of a file that would do something to a terminal is shown harmlessly, and a name
 * that is no text at all does not make the table one that is none. */
TEST(problems_are_valid_and_visible_text) {
    char *folder = make_folder(), *text = NULL;
    write_text_file(folder, "ties.csv", "from,to,form\na,b,\x1B[31m\xE2\x80\xAE!\n");
    write_text_file(folder, "\xFF\xFE.csv", "x\n");
    samen_table *table = check_fine(folder);
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        const char *problem = cell_text(table, row, "problem");
        ck_assert_ptr_null(strchr(problem, '\x1B'));
        ck_assert_ptr_null(strstr(problem, "\xE2\x80\xAE"));
    }
    samen_table_options options = {.struct_size = sizeof options, .format = SAMEN_FORMAT_JSON};
    OK(samen_table_format(table, &options, &text, NULL, error));
    ck_assert_ptr_null(strchr(text, '\xFF'));
    samen_free(text);
    samen_table_free(table);
    remove_folder(folder);
}
END

SUITE("io/problems", all_mistakes_are_told_and_not_only_the_first, a_clean_data_set_gives_no_rows,
      the_table_of_problems_has_these_columns, reading_stops_at_the_first_error_of_the_check,
      wrong_rows_without_organisations_csv_are_told,
      a_file_that_cannot_be_read_is_not_held_against_the_others, every_file_is_looked_at,
      problems_are_valid_and_visible_text)
