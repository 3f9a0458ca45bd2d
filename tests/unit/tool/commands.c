/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "program.h"

/* Every measure of the registry is listed, can be described and can be run. */
TEST(every_measure_that_is_listed_runs) {
    char *folder = small_data(), *data = join_path(folder, "data");
    samen_table *measures = NULL;
    outcome list = RUN("list");
    ck_assert_int_eq(list.status, 0);
    OK(samen_describe(&measures, error));
    ck_assert_int_ge(samen_table_rows(measures), 8);
    for (int64_t row = 0; row < samen_table_rows(measures); row++) {
        const char *name = cell_text(measures, row, "measure");
        char family[100];
        snprintf(family, sizeof family, "%.*s", (int)strcspn(name, "."), name);
        const char *measure_name = strchr(name, '.') + 1;
        ck_assert_msg(strstr(list.out, name) != NULL, "%s is not listed", name);
        outcome one = RUN("describe", name), other = RUN("describe", family, measure_name);
        ck_assert_int_eq(one.status, 0);
        ck_assert_str_eq(one.out, other.out);
        ck_assert_ptr_nonnull(strstr(one.out, cell_text(measures, row, "summary")));
        outcome_free(&one);
        outcome_free(&other);
        int needs_group = strcmp(name, "brokerage.roles") == 0;
        one = RUN(family, measure_name, data, needs_group ? "--group" : "--threads",
                  needs_group ? "sector" : "1");
        ck_assert_msg(one.status == 0 && *one.out, "%s: %s", name, one.err);
        outcome_free(&one);
    }
    outcome_free(&list);
    samen_table_free(measures);
    free(data);
    remove_folder(folder);
}
END

TEST(options_of_a_view_are_described) {
    samen_table *options = NULL;
    outcome o = RUN("describe", "view");
    OK(samen_describe_options("view", &options, error));
    for (int64_t row = 0; row < samen_table_rows(options); row++) {
        ck_assert_ptr_nonnull(strstr(o.out, cell_text(options, row, "option")));
        ck_assert_ptr_nonnull(strstr(o.out, cell_text(options, row, "help")));
    }
    samen_table_free(options);
    expect_outcome(o, 0, "Options", NULL);
}
END

/* Oracle: the library's own table in each format. */
TEST(results_come_in_every_format) {
    static const char *const names[] = {"text", "csv", "json", "markdown"};
    char *folder = small_data(), *data = join_path(folder, "data"), *text = NULL;
    samen_network *network = read_fine(data);
    samen_view *view = NULL;
    samen_table *table = NULL;
    OK(samen_view_make(network, "direction=either", NULL, &view, error));
    OK(samen_measure(view, "centrality.degree", NULL, NULL, &table, error));
    for (uint32_t format = 0; format < 4; format++) {
        samen_table_options options = {.struct_size = sizeof options, .format = format};
        outcome o =
            RUN("centrality", "degree", data, "--direction", "either", "--format", names[format]);
        OK(samen_table_format(table, &options, &text, NULL, error));
        ck_assert_int_eq(o.status, 0);
        same_text(o.out, text);
        samen_free(text);
        outcome_free(&o);
    }
    samen_table_free(table);
    samen_view_free(view);
    samen_network_free(network);
    free(data);
    remove_folder(folder);
}
END

/* CSV has no place for notes: they go to standard error, in the other formats they come with the table. */
TEST(notes_are_not_lost_in_csv) {
    char *folder = small_data(), *data = join_path(folder, "data");
    static const char self[] = "of an organisation to itself";
    expect_outcome(RUN("centrality", "degree", data), 0, self, NULL);
    expect_outcome(RUN("centrality", "degree", data, "--format", "json"), 0, self, NULL);
    expect_outcome(RUN("centrality", "degree", data, "--format", "markdown"), 0, self, NULL);
    outcome o = RUN("centrality", "degree", data, "--format", "csv");
    ck_assert_ptr_null(strstr(o.out, self));
    expect_outcome(o, 0, "organisation,", self);
    free(data);
    remove_folder(folder);
}
END

TEST(rows_are_sorted_cut_and_columns_chosen) {
    char *folder = small_data(), *data = join_path(folder, "data");
    const struct {
        const char *words[10];
        const char *expected;
    } cases[] = {
        {{"--columns", "organisation,strength"},
         "organisation,strength\na,2\nb,4\nc,5\nd,3\ne,0\n"},
        {{"--columns", "strength,organisation", "--sort", "strength"},
         "strength,organisation\n5,c\n4,b\n3,d\n2,a\n0,e\n"},
        {{"--columns", "organisation", "--sort", "+strength"}, "organisation\ne\na\nd\nb\nc\n"},
        {{"--columns", "organisation", "--sort", "strength", "--top", "2"}, "organisation\nc\nb\n"},
        {{"--columns", "organisation", "--sort", "organisation", "--top", "1"},
         "organisation\ne\n"},
        {{"--columns", "organisation", "--top", "3"}, "organisation\na\nb\nc\n"},
        {{"--table", "form", "--columns", "form", "--top", "2"}, "form\nall\nconsultation\n"},
        {{"--columns", "organisation", "--top", "100"}, "organisation\na\nb\nc\nd\ne\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *words[20] = {"centrality", "degree", data, "--format", "csv"};
        for (int w = 0; cases[i].words[w]; w++)
            words[5 + w] = cases[i].words[w];
        outcome o = run_with((setting){0}, words);
        ck_assert_int_eq(o.status, 0);
        ck_assert_str_eq(o.out, cases[i].expected);
        outcome_free(&o);
    }
    free(data);
    remove_folder(folder);
}
END

TEST(a_result_goes_to_a_file_and_replaces_one_only_when_asked) {
    char *folder = small_data(), *data = join_path(folder, "data");
    char *file = join_path(folder, "degree.csv");
    expect_outcome(RUN("centrality", "degree", data, "--format=csv", "--output", file), 0, NULL,
                   "to itself");
    char *text = whole_file(file);
    ck_assert(strncmp(text, "organisation,name,degree,", 25) == 0);
    expect_outcome(RUN("centrality", "degree", data, "--format=json", "--output", file), 1, NULL,
                   "it is there already");
    char *again = whole_file(file);
    ck_assert_str_eq(again, text);
    expect_outcome(
        RUN("centrality", "degree", data, "--format=json", "--output", file, "--overwrite", "true"),
        0, NULL, NULL);
    free(again);
    again = whole_file(file);
    ck_assert_int_eq(again[0], '{');
    expect_names(folder, "data degree.csv ");
    expect_outcome(RUN("centrality", "degree", data, "--output", path_in(folder, "no/such")), 1,
                   NULL, "cannot write");
    free(text);
    free(again);
    free(file);
    free(data);
    remove_folder(folder);
}
END

/* A folder of the user's is not swapped for a file. */
TEST(a_folder_is_not_replaced_by_a_result) {
    char *folder = small_data(), *data = join_path(folder, "data");
    outcome o = RUN("centrality", "degree", data, "--output", data, "--overwrite", "true");
    ck_assert_msg(o.status == 1, "a folder was replaced: status %d", o.status);
    outcome_free(&o);
    expect_names(folder, "data ");
    expect_names(data, "memberships.csv organisations.csv partnerships.csv ties.csv ");
    free(data);
    remove_folder(folder);
}
END

TEST(check_tells_all_and_ends_with_1_when_there_are_errors) {
    char *folder = small_data(), *data = join_path(folder, "data");
    outcome o = RUN("check", data);
    ck_assert_ptr_nonnull(strstr(o.out, "ties.csv:5:2: warning: column to: organisation \"a\""));
    expect_outcome(o, 0, "0 errors, 1 warning, 1 for information.\n", NULL);
    write_text_file(data, "ties.csv", "from,to,form,weight\na,b,action,0\na,z,actoin,1\n");
    o = RUN("check", data);
    ck_assert_ptr_nonnull(strstr(o.out, "ties.csv:2:4: error: column weight: the weight is 0"));
    ck_assert_ptr_nonnull(strstr(o.out, "ties.csv:3:2: error: column to: organisation \"z\""));
    ck_assert_ptr_nonnull(strstr(o.out, "ties.csv:3:3: error: column form: there is no form"));
    expect_outcome(o, 1, "3 errors", NULL);
    o = RUN("check", data, "--format", "csv");
    ck_assert(strncmp(o.out, "severity,file,line,column,column_name,problem\nerror,ties.csv,2,4,",
                      64) == 0);
    expect_outcome(o, 1, "error,ties.csv,3,2,to,", NULL);
    char *file = join_path(folder, "problems.json");
    expect_outcome(RUN("check", data, "--format", "json", "--output", file), 1, NULL, NULL);
    char *text = whole_file(file);
    ck_assert_ptr_nonnull(strstr(text, "\"severity\":\"error\""));
    free(text);
    free(file);
    write_text_file(data, "ties.csv",
                    "from,to,form\na,b,action\nb,c,action\nc,d,action\nd,e,action\n");
    expect_outcome(RUN("check", data), 0, "No problems found.", NULL);
    free(data);
    remove_folder(folder);
}
END

/* --top, --sort and --columns hold for what is printed for people too. */
TEST(options_of_a_check_are_not_passed_over) {
    char *folder = small_data(), *data = join_path(folder, "data");
    write_text_file(data, "ties.csv", "from,to,form,weight\na,b,action,0\na,z,actoin,1\n");
    outcome o = RUN("check", data, "--top", "1");
    ck_assert_ptr_nonnull(strstr(o.out, "ties.csv:2:4"));
    ck_assert_ptr_null(strstr(o.out, "ties.csv:3"));
    expect_outcome(o, 1, "... and 3 more.\n3 errors,", NULL);
    o = RUN("check", data, "--sort", "column");
    ck_assert_ptr_eq(strstr(o.out, "ties.csv"), strstr(o.out, "ties.csv:2:4"));
    ck_assert(strstr(o.out, "ties.csv:3:3") < strstr(o.out, "ties.csv:3:2"));
    expect_outcome(o, 1, "3 errors", NULL);
    expect_outcome(RUN("check", data, "--columns", "file,line", "--top", "2"), 1,
                   "file      line\nties.csv     2\nties.csv     3\n", NULL);
    expect_outcome(RUN("check", data, "--sort", "colour"), 2, NULL, "no column \"colour\"; it has");
    free(data);
    remove_folder(folder);
}
END

TEST(convert_writes_the_same_data_anew) {
    char *folder = small_data(), *data = join_path(folder, "data");
    char *one = join_path(folder, "one"), *two = join_path(folder, "two");
    expect_outcome(RUN("convert", data, one, "--separator", ";", "--decimal", ","), 0, NULL, NULL);
    expect_outcome(RUN("convert", one, two, "--separator", "tab"), 0, NULL, NULL);
    samen_network *before = read_fine(data), *after = read_fine(two);
    same_network(before, after);
    samen_network_free(after);
    char *text = whole_file(path_in(one, "ties.csv"));
    ck_assert(strncmp(text, "from;to;form;weight;", 20) == 0);
    free(text);
    expect_outcome(RUN("convert", data, one), 1, NULL, "it is there already");
    expect_outcome(RUN("convert", data, one, "--overwrite", "true"), 0, NULL, NULL);
    expect_outcome(RUN("convert", path_in(data, "ties.csv"), one, "--overwrite=true"), 0, NULL,
                   NULL);
    expect_names(one, "organisations.csv ties.csv ");
    /* A data set may be written over itself. */
    expect_outcome(RUN("convert", data, data, "--overwrite", "true"), 0, NULL, NULL);
    after = read_fine(data);
    same_network(before, after);
    samen_network_free(before);
    samen_network_free(after);
    free(one);
    free(two);
    free(data);
    remove_folder(folder);
}
END

TEST(views_are_chosen_on_the_command_line) {
    char *folder = small_data(), *data = join_path(folder, "data");
    const struct {
        const char *words[8];
        const char *expected;
    } cases[] = {
        {{"--forms", "action"}, "organisation,partners\na,1\nb,1\nc,1\nd,1\ne,0\n"},
        {{"--where", "sector=care"}, "organisation,partners\na,1\nb,1\n"},
        {{"--where", "sector=care", "--where=sector=youth", "--drop-isolates", "true"},
         "organisation,partners\na,1\nb,2\nc,2\nd,1\n"},
        {{"--direction", "both", "--drop-isolates", "true"}, "organisation,partners\nb,1\nc,1\n"},
        {{"--min-weight", "2.5", "--drop-isolates", "true"}, "organisation,partners\nc,1\nd,1\n"},
        {{"--partnerships", "count", "--forms", "lerend netwerk", "--drop-isolates", "true"},
         "organisation,partners\na,1\nb,1\n"},
        {{"--organisations", "a", "--organisations", "b"}, "organisation,partners\na,1\nb,1\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *words[20] = {
            "centrality", "degree", data, "--format", "csv", "--columns", "organisation,partners"};
        for (int w = 0; cases[i].words[w]; w++)
            words[7 + w] = cases[i].words[w];
        outcome o = run_with((setting){0}, words);
        ck_assert_msg(o.status == 0 && strcmp(o.out, cases[i].expected) == 0, "%s %s: %s%s",
                      cases[i].words[0], cases[i].words[1], o.out, o.err);
        outcome_free(&o);
    }
    free(data);
    remove_folder(folder);
}
END

TEST(forms_are_classified_and_advised) {
    expect_outcome(RUN("classify", "--commitment", "no", "--format", "csv"), 0, "consultation,",
                   NULL);
    expect_outcome(RUN("classify", "--commitment=yes", "--common-goal=yes", "--purpose=learn",
                       "--format=csv", "--columns=form"),
                   0, "form\nlearning\n", NULL);
    expect_outcome(RUN("classify", "--format", "csv", "--columns", "form,missing"), 0, "\n,", NULL);
    expect_outcome(RUN("classify", "--purpose", "fun"), 2, NULL, "there is no purpose \"fun\"");
    expect_outcome(RUN("advise", "joint-task", "--format", "csv", "--columns", "form"), 0,
                   "form\naction\n", NULL);
    expect_outcome(RUN("advise", "exchange"), 0, "consultation", NULL);
}
END

TEST(the_same_seed_gives_the_same_numbers) {
    char *folder = small_data(), *data = join_path(folder, "data");
    outcome one = RUN("cohesion", "density", data, "--seed", "7", "--threads", "1", "--quiet");
    outcome same = RUN("cohesion", "density", data, "--seed", "7", "--threads", "4");
    outcome other = RUN("cohesion", "density", data, "--seed", "8");
    ck_assert_int_eq(one.status, 0);
    ck_assert_str_eq(one.out, same.out);
    ck_assert_str_ne(one.out, other.out);
    outcome_free(&one);
    outcome_free(&same);
    outcome_free(&other);
    free(data);
    remove_folder(folder);
}
END

TEST(empty_files_are_read_where_that_is_allowed) {
    char *folder = make_folder();
    write_text_file(folder, "ties.csv", "from,to\n");
    expect_outcome(RUN("cohesion", "density", folder), 1, NULL, "allow empty files");
    expect_outcome(RUN("cohesion", "density", folder, "--allow-empty", "true"), 0, "form", NULL);
    expect_outcome(RUN("check", folder), 1, "a header and no rows", NULL);
    expect_outcome(RUN("check", folder, "--allow-empty", "true"), 0, "No problems found.", NULL);
    remove_folder(folder);
}
END

SUITE("tool/commands", every_measure_that_is_listed_runs, options_of_a_view_are_described,
      results_come_in_every_format, notes_are_not_lost_in_csv,
      rows_are_sorted_cut_and_columns_chosen,
      a_result_goes_to_a_file_and_replaces_one_only_when_asked,
      a_folder_is_not_replaced_by_a_result, check_tells_all_and_ends_with_1_when_there_are_errors,
      options_of_a_check_are_not_passed_over, convert_writes_the_same_data_anew,
      views_are_chosen_on_the_command_line, forms_are_classified_and_advised,
      the_same_seed_gives_the_same_numbers, empty_files_are_read_where_that_is_allowed)
