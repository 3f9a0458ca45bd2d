/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "program.h"

TEST(help_is_printed_and_wrong_usage_complained_about) {
    expect_outcome(RUN("--help"), 0, "Exit status: 0 fine, 1 failed, 2 wrong usage.", NULL);
    expect_outcome(RUN("help"), 0, "samen analyse DATASET", NULL);
    expect_outcome(RUN("check", "--help"), 0, "samen check DATASET", NULL);
    expect_outcome(RUN("-h"), 0, "samen check DATASET", NULL);
    expect_outcome(RUN("--version"), 0, "samen 0.1.0 (igraph 0.10", NULL);
    expect_outcome(run_with((setting){0}, (const char *const[]){NULL}), 2, NULL,
                   "samen analyse DATASET");
}
END

/* 0 fine, 1 failed, 2 wrong usage; nothing on standard output unless it is fine. */
TEST(exit_statuses_tell_usage_from_failure) {
    char *folder = small_data(), *data = join_path(folder, "data");
    char *none = join_path(folder, "none"), *empty = join_path(folder, "empty");
    ck_assert_int_eq(mkdir(empty, 0777), 0);
    const struct {
        const char *words[12];
        int status;
        const char *complaint;
    } cases[] = {
        {{"nonsense"}, 2, "there is no command \"nonsense\""},
        {{"anlyse", data}, 2, "did you mean \"analyse\"?"},
        {{"cohesion"}, 2, "give a family, a measure and a data set"},
        {{"-x", "analyse", data}, 2, "options start with two hyphens"},
        {{"centrality", "degree", data, "--drop-isolates", "--top", "2"},
         2,
         "--drop-isolates has no value"},
        {{"describe", "view", "--top", "3"}, 2, "describe has no option --top"},
        {{"describe", "view", "--format", "json"}, 2, "text or markdown"},
        {{"cohesion", "density"}, 2, "give a family, a measure and a data set"},
        {{"cohesion", "density", data, data}, 2, "a word too many"},
        {{"cohesion", "densty", data}, 2, "cohesion.density"},
        {{"analyse"}, 2, "give one data set"},
        {{"analyse", data, data}, 2, "give one data set"},
        {{"check"}, 2, "give one data set"},
        {{"convert", data}, 2, "give a data set and a folder"},
        {{"describe"}, 2, "name a measure, a kind of picture, view or report"},
        {{"describe", "cohesion.densty"}, 2, "cohesion.density"},
        {{"list", "all"}, 2, "list takes no words"},
        {{"advise"}, 2, "give a purpose"},
        {{"advise", "everything"}, 2, "there is no purpose \"everything\""},
        {{"classify", "now"}, 2, "classify takes options only"},
        {{"classify", "--commitment", "perhaps"}, 2, "give true or false"},
        {{"centrality", "degree", data, "--format"}, 2, "--format has no value"},
        {{"centrality", "degree", data, "--format", "xml"}, 2, "text, csv, json or markdown"},
        {{"centrality", "degree", data, "--top", "0"}, 2, "a whole number from 1"},
        {{"centrality", "degree", data, "--top", "ten"}, 2, "--top cannot be \"ten\""},
        {{"centrality", "degree", data, "--top", "3x"}, 2, "a whole number"},
        {{"centrality", "degree", data, "--decimals", "18"}, 2, "from -1 to 17"},
        {{"centrality", "degree", data, "--threads", "-1"}, 2, "from 0 to 1024"},
        {{"centrality", "degree", data, "--threads", "99999"}, 2, "from 0 to 1024"},
        {{"centrality", "degree", data, "--guard", "maybe"}, 2, "true or false"},
        {{"centrality", "degree", data, "--direction", "up"}, 2, "recorded, either, both"},
        {{"centrality", "degree", data, "--from", "yesterday"}, 2, "option from"},
        {{"centrality", "degree", data, "--table", "all"}, 2, "organisation, form, network"},
        {{"brokerage", "roles", data}, 2, "needs the option group"},
        {{"brokerage", "roles", data, "--group", "sector", "--draws", "-3"}, 2, "draws"},
        {{"convert", data, none, "--separator", "::"}, 2, "--separator"},
        {{"convert", data, none, "--separator", "|"}, 2, "separator"},
        {{"convert", data, none, "--decimal", ","}, 2, "separator"},
        {{"convert", data, none, "--decimal", "x"}, 2, "--decimal"},
        {{"centrality", "degree", none}, 1, "there is no such file or folder"},
        {{"check", none}, 1, "there is no such file or folder"},
        {{"analyse", none}, 1, "there is no such file or folder"},
        {{"convert", none, empty}, 1, "there is no such file or folder"},
        {{"centrality", "degree", data, "--forms", "actoin"}, 1, "did you mean \"action\"?"},
        {{"centrality", "degree", data, "--where", "colour=red"}, 1, "no attribute \"colour\""},
        {{"brokerage", "roles", data, "--group", "colour"}, 1, "no attribute \"colour\""},
        {{"centrality", "degree", data, "--sort", "colour"}, 2, "colour"},
        {{"centrality", "degree", data, "--columns", "degree,colour"}, 2, "colour"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        outcome o = run_with((setting){0}, cases[i].words);
        ck_assert_msg(o.status == cases[i].status, "%s %s ...: status %d, %s", cases[i].words[0],
                      cases[i].words[1] ? cases[i].words[1] : "", o.status, o.err);
        expect_outcome(o, cases[i].status, NULL, cases[i].complaint);
    }
    ck_assert_int_eq(access(none, F_OK), -1);
    free(data);
    free(none);
    free(empty);
    remove_folder(folder);
}
END

/* What is not a data set is no wrong usage: the words were right. */
TEST(a_folder_that_is_no_data_set_is_a_failure) {
    char *folder = make_folder();
    expect_outcome(RUN("centrality", "degree", folder), 1, NULL,
                   "holds neither ties.csv nor memberships.csv");
    expect_outcome(RUN("check", folder), 1, NULL, "holds neither ties.csv nor memberships.csv");
    remove_folder(folder);
}
END

TEST(a_mistyped_option_comes_with_the_nearest_one) {
    char *folder = small_data(), *data = join_path(folder, "data");
    const struct {
        const char *words[8];
        const char *suggestion;
    } cases[] = {
        {{"brokerage", "roles", data, "--grup", "sector"}, "did you mean --group?"},
        {{"centrality", "degree", data, "--tabel", "form"}, "did you mean --table?"},
        {{"cohesion", "density", data, "--drawss", "0"}, "did you mean --draws?"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_outcome(run_with((setting){0}, cases[i].words), 2, NULL, cases[i].suggestion);
    free(data);
    remove_folder(folder);
}
END

/* Options of the view and of the output are options of the command too. */
TEST(a_mistyped_option_of_view_or_output_comes_with_the_nearest_one) {
    char *folder = small_data(), *data = join_path(folder, "data");
    const struct {
        const char *words[8];
        const char *suggestion;
    } cases[] = {
        {{"centrality", "degree", data, "--fromat", "csv"}, "format"},
        {{"centrality", "degree", data, "--outptu", "x"}, "output"},
        {{"centrality", "degree", data, "--form", "action"}, "forms"},
        {{"centrality", "degree", data, "--directoin", "both"}, "direction"},
        {{"check", data, "--fromat", "csv"}, "format"},
        {{"analyse", data, "--gruop", "sector"}, "group"},
        {{"convert", data, "x", "--seperator", ";"}, "separator"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        outcome o = run_with((setting){0}, cases[i].words);
        const char *mean = strstr(o.err, "did you mean");
        ck_assert_msg(o.status == 2 && mean && strstr(mean, cases[i].suggestion), "%s %s: %s",
                      cases[i].words[0], cases[i].words[3] ? cases[i].words[3] : "", o.err);
        outcome_free(&o);
    }
    free(data);
    remove_folder(folder);
}
END

/* Nothing that was asked for is passed over in silence. */
TEST(every_option_is_either_used_or_refused) {
    char *folder = small_data(), *data = join_path(folder, "data");
    expect_outcome(RUN("check", data, "--group", "sector"), 2, NULL, "no option --group");
    expect_outcome(RUN("list", "--group", "sector"), 2, NULL, "no option --group");
    expect_outcome(RUN("describe", "view", "--group", "x"), 2, NULL, "no option --group");
    expect_outcome(RUN("advise", "exchange", "--group", "x"), 2, NULL, "no option --group");
    expect_outcome(RUN("classify", "--colour", "yes"), 2, NULL, "no option --colour");
    expect_outcome(RUN("analyse", data, "--table", "form"), 2, NULL, "no option --table");
    expect_outcome(RUN("convert", data, "x", "--forms", "action"), 2, NULL, "no option --forms");
    free(data);
    remove_folder(folder);
}
END

/* What follows two hyphens is no option. */
TEST(a_data_set_may_have_any_name) {
    char *folder = small_data();
    char *data = join_path(folder, "data"), *odd = join_path(folder, "--odd");
    ck_assert_int_eq(rename(data, odd), 0);
    ck_assert_int_eq(chdir(folder), 0);
    expect_outcome(RUN("check", "--", "--odd"), 0, "0 errors", NULL);
    ck_assert_int_eq(chdir("/"), 0);
    free(data);
    free(odd);
    remove_folder(folder);
}
END

/* Nothing that takes long is done when its result cannot be put where it should go. */
TEST(a_place_that_is_taken_is_told_before_anything_is_read) {
    char *folder = small_data(), *file = join_path(folder, "data/ties.csv");
    expect_outcome(RUN("centrality", "degree", "/tmp/there is none", "--output", file), 1, NULL,
                   "it is there already");
    expect_outcome(RUN("analyse", "/tmp/there is none", "--output", folder), 1, NULL,
                   "is there already");
    expect_outcome(RUN("centrality", "degree", "/tmp/there is none", "--grup", "x"), 2, NULL,
                   "no option");
    free(file);
    remove_folder(folder);
}
END

/* Hyphens and underscores are alike in every option. */
TEST(hyphens_and_underscores_are_alike) {
    char *folder = small_data(), *data = join_path(folder, "data");
    static const char *const pairs[][2] = {{"--min-weight", "--min_weight"},
                                           {"--drop-isolates", "--drop_isolates"},
                                           {"--allow-empty", "--allow_empty"}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        const char *value = i == 0 ? "2" : "true";
        outcome one = RUN("centrality", "degree", data, pairs[i][0], value);
        outcome other = RUN("centrality", "degree", data, pairs[i][1], value);
        ck_assert_int_eq(one.status, 0);
        ck_assert_str_eq(one.out, other.out);
        outcome_free(&one);
        outcome_free(&other);
    }
    outcome one = RUN("classify", "--commitment", "yes", "--common-goal", "yes", "--one-off", "no");
    outcome other =
        RUN("classify", "--commitment", "yes", "--common_goal", "yes", "--one_off", "no");
    ck_assert_int_eq(one.status, 0);
    ck_assert_str_eq(one.out, other.out);
    outcome_free(&one);
    outcome_free(&other);
    free(data);
    remove_folder(folder);
}
END

/* A number that does not fit is no other number that does. */
TEST(numbers_beyond_their_range_are_refused) {
    char *folder = small_data(), *data = join_path(folder, "data");
    expect_outcome(RUN("centrality", "degree", data, "--seed", "99999999999999999999"), 2, NULL,
                   "--seed");
    expect_outcome(RUN("centrality", "degree", data, "--top", "99999999999999999999"), 2, NULL,
                   "--top");
    free(data);
    remove_folder(folder);
}
END

/* Without places after the point is what --decimals 0 asks for. */
TEST(no_decimals_are_no_decimals) {
    char *folder = small_data(), *data = join_path(folder, "data");
    outcome o = RUN("centrality", "degree", data, "--decimals", "0", "--columns",
                    "organisation,degree_normalised");
    ck_assert_ptr_null(strstr(o.out, "0."));
    expect_outcome(o, 0, "\na                             0\n", NULL);
    free(data);
    remove_folder(folder);
}
END

SUITE("tool/usage", help_is_printed_and_wrong_usage_complained_about,
      exit_statuses_tell_usage_from_failure, a_folder_that_is_no_data_set_is_a_failure,
      a_mistyped_option_comes_with_the_nearest_one,
      a_mistyped_option_of_view_or_output_comes_with_the_nearest_one,
      every_option_is_either_used_or_refused, a_data_set_may_have_any_name,
      a_place_that_is_taken_is_told_before_anything_is_read, hyphens_and_underscores_are_alike,
      numbers_beyond_their_range_are_refused, no_decimals_are_no_decimals)
