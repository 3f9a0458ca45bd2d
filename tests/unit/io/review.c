/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "folder.h"

/* All that a check says of these files, as "severity file:line:column problem" lines. */
static char *remarks(const file *files) {
    char *folder = folder_with(files), *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    samen_table *table = check_fine(folder);
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        fprintf(out, "%s %s", cell_text(table, row, "severity"), cell_text(table, row, "file"));
        for (int32_t column = 2; column < 4; column++) {
            if (!samen_table_is_null(table, row, column))
                fprintf(out, ":%lld", (long long)samen_table_get_int64(table, row, column, 0));
        }
        fprintf(out, " %s\n", cell_text(table, row, "problem"));
    }
    samen_table_free(table);
    fclose(out);
    remove_folder(folder);
    return text;
}

/* The check of these files says exactly this, and reading them is no error. */
static void expect_remarks(const file *files, const char *expected) {
    char *text = remarks(files);
    same_text(text, expected);
    free(text);
    samen_network_free(read_files(files));
}

TEST(ties_to_oneself_are_told) {
    static const file files[MOST_FILES] = {{"ties.csv", "to,note,from\nb,,a\na,,a\n\nb,,b\n"}};
    expect_remarks(
        files, "warning ties.csv:3:1 organisation \"a\" is tied to itself; the tie is kept, and "
               "left out of measures\n"
               "warning ties.csv:5:1 organisation \"b\" is tied to itself; the tie is kept, and "
               "left out of measures\n");
}
END

/* Repeated is what has the same two ends (either way round where undirected), form, direction, period
 * and partnership; weight and attributes do not count. */
TEST(repeated_ties_are_told) {
    static const file files[MOST_FILES] = {{"ties.csv",
                                            "from,to,form,weight,directed,start,end,note\n"
                                            "a,b,action,1,,,,\n"
                                            "b,a,action,2,,,,x\n"
                                            "a,b,learning,1,,,,\n"
                                            "a,b,action,1,yes,,,\n"
                                            "b,a,action,1,yes,,,\n"
                                            "a,b,action,1,,2024-01-01,,\n"
                                            "a,b,action,1,,,2024-01-01,\n"
                                            "a,c,action,1,,,,\n"
                                            "b,a,action,1,yes,,,\n"
                                            "a,b,action,1,,,,\n"}};
    expect_remarks(files,
                   "warning ties.csv:3 the row repeats line 2; both are kept, and the view's rule "
                   "for parallel ties merges them\n"
                   "warning ties.csv:11 the row repeats line 2; both are kept, and the view's rule "
                   "for parallel ties merges them\n"
                   "warning ties.csv:10 the row repeats line 6; both are kept, and the view's rule "
                   "for parallel ties merges them\n");
}
END

TEST(ties_of_different_partnerships_are_not_repeated) {
    static const file files[MOST_FILES] = {
        {"ties.csv", "from,to,partnership\na,b,p\na,b,q\na,b,\n"},
        {"partnerships.csv", "id\np\nq\n"},
        {"memberships.csv", "partnership,organisation\np,a\np,b\nq,a\nq,b\n"}};
    expect_remarks(files, "");
}
END

TEST(repeated_memberships_are_told) {
    static const file files[MOST_FILES] = {{"memberships.csv",
                                            "partnership,organisation,role,start,weight\n"
                                            "p,a,lead,,1\n"
                                            "p,b,,,1\n"
                                            "p,a,member,,1\n"
                                            "q,a,lead,,1\n"
                                            "q,b,lead,,1\n"
                                            "p,a,lead,2024-01-01,1\n"
                                            "p,a,lead,,3\n"
                                            "p,b,,,1\n"}};
    expect_remarks(files,
                   "warning memberships.csv:8 the row repeats line 2; the organisation counts "
                   "as a member once\n"
                   "warning memberships.csv:9 the row repeats line 3; the organisation counts "
                   "as a member once\n");
}
END

TEST(keys_that_are_almost_alike_are_told) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "name,id\n,Welfare Office\n,b\n,welfare-office\n,caf\xC3\xA9\n"
                              ",Cafe\n,B \n,welfare_office\n"},
        {"partnerships.csv", "id\nHouse\nhouse\n"},
        {"ties.csv", "from,to\nWelfare Office,b\nwelfare-office,B \ncaf\xC3\xA9,Cafe\n"
                     "welfare_office,b\n"},
        {"memberships.csv", "partnership,organisation\nHouse,b\nHouse,B \nhouse,b\nhouse,B \n"}};
    expect_remarks(
        files,
        "warning organisations.csv:4:2 the keys \"Welfare Office\" and \"welfare-office\" are two, "
        "though they are almost alike; is it one?\n"
        "warning organisations.csv:6:2 the keys \"caf\xC3\xA9\" and \"Cafe\" are two, though they "
        "are almost alike; is it one?\n"
        "warning organisations.csv:7:2 the keys \"b\" and \"B \" are two, though they are almost "
        "alike; is it one?\n"
        "warning organisations.csv:8:2 the keys \"Welfare Office\" and \"welfare_office\" are two, "
        "though they are almost alike; is it one?\n"
        "warning partnerships.csv:3:1 the keys \"House\" and \"house\" are two, though they are "
        "almost alike; is it one?\n");
}
END

TEST(organisations_without_ties_are_counted) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id\na\nloner\nb\nhermit\nmember\n"},
        {"ties.csv", "from,to\na,b\n"},
        {"memberships.csv", "partnership,organisation\np,member\np,a\n"}};
    expect_remarks(files, "information organisations.csv:3 2 organisations without a tie or "
                          "membership, \"loner\" the first, counted as isolates\n");
}
END

TEST(partnerships_of_nobody_and_of_one_are_counted) {
    static const file files[MOST_FILES] = {
        {"partnerships.csv", "id\nempty\nlone\nreal\nvoid\n"},
        {"memberships.csv", "partnership,organisation\nlone,a\nreal,a\nreal,b\n"}};
    expect_remarks(files, "warning partnerships.csv 2 partnerships without members\n"
                          "information partnerships.csv 1 partnership with a single member row, "
                          "counted as partnerships and tying nobody\n");
    static const file alone[MOST_FILES] = {
        {"memberships.csv", "partnership,organisation\nlone,a\nreal,a\nreal,b\n"}};
    expect_remarks(alone, "information memberships.csv 1 partnership with a single member row, "
                          "counted as partnerships and tying nobody\n");
}
END

TEST(memberships_outside_their_partnership_are_told) {
    static const file files[MOST_FILES] = {
        {"partnerships.csv", "id,start,end\np,2024-01-01,2025-01-01\n"},
        {"memberships.csv", "partnership,organisation,start,end\n"
                            "p,a,2023-01-01,2024-01-01\n"
                            "p,b,2023-01-01,2024-01-02\n"
                            "p,c,2025-01-01,\n"
                            "p,d,2024-12-31,\n"
                            "p,e,,\n"
                            "p,f,,2020-01-01\n"}};
    expect_remarks(
        files,
        "warning memberships.csv:2:3 the membership lies outside the period of its partnership\n"
        "warning memberships.csv:4:3 the membership lies outside the period of its partnership\n"
        "warning memberships.csv:7:3 the membership lies outside the period of its partnership\n");
}
END

TEST(reports_of_those_who_did_not_respond_are_told) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,respondent\na,yes\nb,no\nc,\nd,nee\n"},
        {"ties.csv", "to,from,directed\na,b,yes\nb,a,yes\na,c,yes\na,b,no\nb,d,1\n"}};
    expect_remarks(files,
                   "warning ties.csv:2:2 organisation \"b\" reports a tie and is marked as not "
                   "having responded; correct one of the two\n"
                   "warning ties.csv:6:2 organisation \"d\" reports a tie and is marked as not "
                   "having responded; correct one of the two\n");
    /* A text attribute of that name says nothing. */
    static const file text[MOST_FILES] = {{"organisations.csv", "id,respondent\na,someone\nb,no\n"},
                                          {"ties.csv", "from,to,directed\nb,a,yes\n"}};
    expect_remarks(text, "");
}
END

TEST(weights_against_their_scale_are_told) {
    static const struct {
        const char *forms, *ties, *expected;
    } cases[] = {
        /* Answer 1 is the strongest. */
        {"form,scale\nx,freq 4..1\n", "from,to,freq,weight\na,b,1,4\nb,c,2,3\nc,d,4,1\n", ""},
        {"form,scale\nx,freq 4..1\n", "from,to,freq,weight\na,b,1,4\nb,c,2,3\nc,d,4,5\n",
         "warning ties.csv:4:4 the weight goes against the scale \"freq 4..1\" of form x; a stronger "
         "answer needs a larger weight\n"},
        {"form,scale\nx,freq 1..4\n", "weight,from,to,freq\n4,a,b,1\n3,b,c,2\n",
         "warning ties.csv:3:1 the weight goes against the scale \"freq 1..4\" of form x; a stronger "
         "answer needs a larger weight\n"},
        {"form,scale\nx,freq 1..4\n", "from,to,freq,weight\na,b,1,1\nb,c,,9\nc,d,2,2\nd,e,2,7\n",
         ""},
        {"form,scale\nx,freq 1..4\n", "from,to,freq\na,b,1\nb,c,2\n",
         "warning ties.csv:1 form x has the scale \"freq 1..4\" and ties.csv has no column weight, so "
         "all weights are 1; add weights, larger being stronger\n"},
        {"form,scale\nx,how often 1..4\n", "from,to,how often,weight\na,b,1,2\nb,c,2,1\n",
         "warning ties.csv:3:4 the weight goes against the scale \"how often 1..4\" of form x; a "
         "stronger answer needs a larger weight\n"},
        {"form,scale\nx,freq 1..4\n", "from,to,weight\na,b,1\nb,c,2\n", ""},
        {"form,scale\nx,no scale at all\n", "from,to,freq,weight\na,b,1,2\nb,c,2,1\n", ""},
        {"form,scale\nx,freq 1..4\ny,\n",
         "from,to,form,freq,weight\na,b,x,1,1\nb,c,y,3,1\nc,d,x,2,2\nd,e,y,1,9\n", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const file files[MOST_FILES] = {{"forms.csv", cases[i].forms}, {"ties.csv", cases[i].ties}};
        expect_remarks(files, cases[i].expected);
    }
}
END

/* A file of ties with a column x of these cells; n times the filling, with the odd ones at some places. */
static char *column_text(int rows, const char *filling, const char *odd, int first, int step) {
    char *text = malloc(100 + 60 * (size_t)rows);
    int at = sprintf(text, "from;to;x\n");
    for (int i = 0; i < rows; i++)
        at += sprintf(text + at, "a%d;b%d;%s\n", i, i,
                      i >= first && (i - first) % step == 0 ? odd : filling);
    return text;
}

TEST(a_few_cells_that_make_a_column_text_are_told) {
    static const struct {
        int rows;
        const char *filling, *odd;
        int first, step;
        const char *expected;
    } cases[] = {
        {20, "5", "n.a.", 7, 100,
         "warning ties.csv:9:3 the column counts as text because of \"n.a.\" and 0 more; leave the "
         "cell empty where a value is missing\n"},
        {20, "2024-01-01", "-", 7, 10,
         "warning ties.csv:9:3 the column counts as text because of \"-\" and 1 more; leave the cell "
         "empty where a value is missing\n"},
        {10, "5", "n.a.", 7, 100,
         "warning ties.csv:9:3 the column counts as text because of \"n.a.\" and 0 more; leave the "
         "cell empty where a value is missing\n"},
        {9, "5", "n.a.", 7, 100, ""},
        {20, "5", "n.a.", 1, 5, ""},
        {20, "5", "6,5", 7, 100, ""},
        {20, "word", "5", 7, 100, ""},
        {20, "yes", "perhaps", 7, 100, ""},
        {20, "5", "", 7, 100, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *text = column_text(cases[i].rows, cases[i].filling, cases[i].odd, cases[i].first,
                                 cases[i].step);
        const file files[MOST_FILES] = {{"ties.csv", text}};
        expect_remarks(files, cases[i].expected);
        free(text);
    }
}
END

/* The odd cell may be the very first one. */
TEST(an_odd_cell_in_the_first_row_is_told_too) {
    char *text = column_text(20, "5", "n.a.", 0, 100);
    const file files[MOST_FILES] = {{"ties.csv", text}};
    char *said = remarks(files);
    ck_assert_msg(strstr(said, "warning ties.csv:2:3 ") != NULL, "says \"%s\"", said);
    free(said);
    free(text);
}
END

/* Numbers in two ways of writing make a column text; that is hardly ever meant. */
TEST(a_column_with_both_decimal_signs_is_told) {
    char *text = column_text(20, "1.5", "2,5", 7, 100);
    const file files[MOST_FILES] = {{"ties.csv", text}};
    char *said = remarks(files);
    ck_assert_msg(strstr(said, "warning ties.csv:9:3 ") != NULL, "says \"%s\"", said);
    free(said);
    free(text);
}
END

TEST(a_declared_text_is_meant_to_be_text) {
    char *text = column_text(20, "5", "n.a.", 7, 100);
    memcpy(text, "from;to;x\n", 10);
    char *declared = malloc(strlen(text) + 10);
    sprintf(declared, "from;to;x:text\n%s", text + 10);
    const file files[MOST_FILES] = {{"ties.csv", declared}};
    expect_remarks(files, "");
    free(declared);
    free(text);
}
END

TEST(tables_in_the_folder_that_are_not_read_are_told) {
    static const file files[MOST_FILES] = {{"ties.csv", "from,to\na,b\n"},
                                           {"organizations.csv", "id\na\n"},
                                           {"notes.txt", "x"},
                                           {".hidden.csv", "x"},
                                           {"SOURCE.md", "# x"}};
    expect_remarks(files, "information organizations.csv the file is not read; a data set is "
                          "organisations.csv, ties.csv, partnerships.csv, memberships.csv and "
                          "forms.csv\n");
    static const file packed[MOST_FILES] = {{"ties.csv", "from,to\na,b\n"}, {"wave2.csv.gz", "x"}};
    expect_remarks(packed, "information wave2.csv.gz the file is not read; a data set is "
                           "organisations.csv, ties.csv, partnerships.csv, memberships.csv and "
                           "forms.csv\n");
    static const file capital[MOST_FILES] = {{"ties.csv", "from,to\na,b\n"}, {"PEOPLE.CSV", "x"}};
    expect_remarks(capital, "information PEOPLE.CSV the file is not read; a data set is "
                            "organisations.csv, ties.csv, partnerships.csv, memberships.csv and "
                            "forms.csv\n");
}
END

/* Nothing is said of a folder's other files when the data set is one file in it. */
TEST(a_single_file_is_reviewed_alone) {
    char *folder = make_folder();
    write_text_file(folder, "mine.csv", "from,to\na,a\n");
    write_text_file(folder, "other.csv", "x\n");
    samen_table *table = check_fine(path_in(folder, "mine.csv"));
    ck_assert_int_eq(samen_table_rows(table), 1);
    ck_assert_str_eq(cell_text(table, 0, "file"), "mine.csv");
    samen_table_free(table);
    remove_folder(folder);
}
END

SUITE("io/review", ties_to_oneself_are_told, repeated_ties_are_told,
      ties_of_different_partnerships_are_not_repeated, repeated_memberships_are_told,
      keys_that_are_almost_alike_are_told, organisations_without_ties_are_counted,
      partnerships_of_nobody_and_of_one_are_counted, memberships_outside_their_partnership_are_told,
      reports_of_those_who_did_not_respond_are_told, weights_against_their_scale_are_told,
      a_few_cells_that_make_a_column_text_are_told, an_odd_cell_in_the_first_row_is_told_too,
      a_column_with_both_decimal_signs_is_told, a_declared_text_is_meant_to_be_text,
      tables_in_the_folder_that_are_not_read_are_told, a_single_file_is_reviewed_alone)
