/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "program.h"

TEST(a_report_goes_to_standard_output_or_into_a_file) {
    char *folder = small_data(), *data = join_path(folder, "data"),
         *page = join_path(folder, "r.html");
    outcome o = RUN("report", data, "--threads", "1");
    ck_assert_int_eq(o.status, 0);
    ck_assert_str_eq(o.err, "");
    ck_assert_int_eq(strncmp(o.out, "<!DOCTYPE html>", 15), 0);
    expect_outcome(RUN("report", data, "-o", page), 0, NULL, NULL);
    char *written = whole_file(page);
    ck_assert_str_eq(written, o.out);
    free(written);
    expect_outcome(RUN("report", data, "-o", page), 1, NULL, "is there already");
    expect_outcome(RUN("report", data, "-o", page, "--overwrite", "true", "--language", "nl"), 0,
                   NULL, NULL);
    written = whole_file(page);
    ck_assert_ptr_nonnull(strstr(written, "In het kort"));
    expect_names(folder, "data r.html ");
    free(written);
    outcome_free(&o);
    free(page);
    free(data);
    remove_folder(folder);
}
END

TEST(the_title_is_that_of_the_data_set_unless_another_is_given) {
    char *folder = small_data(), *data = join_path(folder, "data");
    expect_outcome(RUN("report", data), 0, "<title>data", NULL);
    expect_outcome(RUN("report", data, "--title", "Ours & <others>"), 0,
                   "Ours &amp; &lt;others&gt;", NULL);
    write_text_file(data, "SOURCE.md", "# A survey of five\n\nMore.\n");
    expect_outcome(RUN("report", data), 0, "<title>A survey of five", NULL);
    expect_outcome(RUN("analyse", data), 0, "data: A survey of five\n", NULL);
    free(data);
    remove_folder(folder);
}
END

TEST(what_is_seen_and_how_is_chosen_as_everywhere) {
    char *folder = small_data(), *data = join_path(folder, "data");
    expect_outcome(RUN("report", data, "--direction", "either"), 0, "Seen here: direction=either.",
                   NULL);
    expect_outcome(RUN("report", data, "--seed", "9", "--group", "respondent", "--guard", "false"),
                   0, "with seed 9", NULL);
    expect_outcome(RUN("report", data, "--organisation", "b"), 0, "Beta", NULL);
    expect_outcome(RUN("report", data, "--organisation", "nobody"), 1, NULL, "\"nobody\"");
    expect_outcome(RUN("report", data, "--group", "colour"), 1, NULL, "no attribute \"colour\"");
    expect_outcome(RUN("describe", "report"), 0, "organisation", NULL);
    free(data);
    remove_folder(folder);
}
END

TEST(mistakes_are_told_before_anything_is_read) {
    static const struct {
        const char *words[6];
        const char *message;
    } cases[] = {{{"report"}, "give one data set, as: samen report FOLDER"},
                 {{"report", "none", "none"}, "give one data set"},
                 {{"report", "none", "--langauge", "nl"}, "did you mean --language?"},
                 {{"report", "none", "--guard", "perhaps"}, "give true or false"},
                 {{"report", "none", "--overwrite", "perhaps"}, "give true or false"},
                 {{"report", "none", "--from"}, "has no value"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_outcome(run_with((setting){0}, cases[i].words), 2, NULL, cases[i].message);
    char *folder = small_data(), *data = join_path(folder, "data");
    expect_outcome(RUN("report", data, "--language", "fr"), 2, NULL, "cannot be \"fr\"");
    expect_outcome(RUN("analyse", data, "--language", "fr"), 2, NULL, "cannot be \"fr\"");
    free(data);
    remove_folder(folder);
}
END

TEST(a_failure_leaves_no_file) {
    char *folder = small_data(), *data = join_path(folder, "data"),
         *page = join_path(folder, "r.html");
    for (rlim_t bytes = 1; bytes < 3000; bytes += bytes + 10) {
        setting full = {.largest_file = bytes};
        outcome o = RUN_WITH(full, "report", data, "-o", page);
        ck_assert_int_eq(o.status, 1);
        outcome_free(&o);
        expect_names(folder, "data ");
    }
    free(page);
    free(data);
    remove_folder(folder);
}
END

TEST(a_bar_is_drawn_on_a_terminal_and_taken_away) {
    char *folder = small_data(), *data = join_path(folder, "data"),
         *page = join_path(folder, "r.html");
    setting terminal = {.terminal = 1};
    if (has_terminals()) {
        outcome o = RUN_WITH(terminal, "report", data, "-o", page);
        ck_assert_int_eq(o.status, 0);
        size_t length = strlen(o.err);
        ck_assert(length == 0 || strcmp(o.err + length - 4, "\r\033[K") == 0);
        outcome_free(&o);
    }
    free(page);
    free(data);
    remove_folder(folder);
}
END

TEST(the_account_speaks_dutch_too) {
    char *folder = small_data(), *data = join_path(folder, "data"), *all = join_path(folder, "all");
    outcome o = RUN("analyse", data, "--language", "nl", "--output", all, "--quiet");
    ck_assert_int_eq(o.status, 0);
    ck_assert_str_eq(o.err, "");
    ck_assert_ptr_nonnull(strstr(o.out, "5 organisaties, 4 banden, 1 samenwerkingsverband"));
    char *account = whole_file(path_in(all, "account.txt"));
    ck_assert_str_eq(account, o.out);
    free(account);
    outcome_free(&o);
    free(all);
    free(data);
    remove_folder(folder);
}
END

SUITE("tool/report", a_report_goes_to_standard_output_or_into_a_file,
      the_title_is_that_of_the_data_set_unless_another_is_given,
      what_is_seen_and_how_is_chosen_as_everywhere, mistakes_are_told_before_anything_is_read,
      a_failure_leaves_no_file, a_bar_is_drawn_on_a_terminal_and_taken_away,
      the_account_speaks_dutch_too)
