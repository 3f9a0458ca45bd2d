/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "program.h"

static const char *const sections[] = {"In short",
                                       "What was read",
                                       "Response",
                                       "Forms of collaboration",
                                       "How closely knit",
                                       "Who brokers",
                                       "In which role",
                                       "Who is a cut-point",
                                       "What to mind when reading this"};
enum { BY_GROUP = 6 }; /* the section that needs a group */

/* Oracle: the data set of small_data(), counted by eye. */
TEST(the_account_has_all_its_parts) {
    char *folder = small_data(), *data = join_path(folder, "data");
    outcome o = RUN("analyse", data, "--threads", "1");
    ck_assert_int_eq(o.status, 0);
    ck_assert_str_eq(o.err, "");
    const char *at = o.out;
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        char heading[100];
        snprintf(heading, sizeof heading, "\n\n%s\n", sections[i]);
        at = strstr(at, heading);
        ck_assert_msg(at != NULL, "there is no part \"%s\" where it should be", sections[i]);
    }
    static const char *const facts[] = {
        "data\n",
        "5 organisations, 4 ties, 1 partnership with 2 memberships.",
        "The view is directed",
        "4 of 5 organisations answered (80 %).",
        "Of 3 tied pairs, 1 is tied from both sides (33.3 %); undirected ties count as such.",
        "sector, chosen here; the option group takes another",
        "the largest has 4), 1 isolate",
        "2 organisations whose leaving would split their component",
        "of an organisation to itself",
        "did not respond",
        "no form is better than another",
        "with seed 1",
    };
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
        ck_assert_msg(strstr(o.out, facts[i]) != NULL, "\"%s\" is not in\n%s", facts[i], o.out);
    outcome_free(&o);
    free(data);
    remove_folder(folder);
}
END

/* Every table of every measure that can be made without being told more, those that the account makes of them, and
 * the account itself. */
static void expect_all_tables(const char *folder, const char *account) {
    static const char *const others[] = {"account.txt",
                                         "composition.forms.intervals.csv",
                                         "partnerships.csv",
                                         "partnerships.forms.csv",
                                         "partnerships.organisations.csv",
                                         "partnerships.roles.csv",
                                         "partnerships.sizes.csv",
                                         "ties.csv"};
    samen_table *measures = NULL;
    int expected = sizeof others / sizeof others[0], found = 0;
    for (int i = 0; i < expected; i++)
        ck_assert_msg(access(path_in(folder, others[i]), F_OK) == 0, "no %s", others[i]);
    OK(samen_describe(&measures, error));
    for (int64_t row = 0; row < samen_table_rows(measures); row++) {
        char *tables = strdup(cell_text(measures, row, "tables")), *rest = NULL;
        for (char *name = strtok_r(tables, ",", &rest); name; name = strtok_r(NULL, ",", &rest)) {
            char file[200];
            snprintf(file, sizeof file, "%s.%s.csv", cell_text(measures, row, "measure"), name);
            char *text = whole_file(path_in(folder, file));
            ck_assert_msg(strchr(text, ',') && strchr(text, '\n'), "%s is \"%s\"", file, text);
            free(text);
            expected++;
        }
        free(tables);
    }
    samen_table_free(measures);
    char *names = names_in(folder), *text = whole_file(path_in(folder, "account.txt"));
    for (const char *c = names; *c; c++)
        found += *c == ' ';
    ck_assert_msg(found == expected, "%d files instead of %d: %s", found, expected, names);
    ck_assert_str_eq(text, account);
    free(names);
    free(text);
}

TEST(with_output_every_table_is_written) {
    char *folder = small_data(), *data = join_path(folder, "data"),
         *all = join_path(folder, "all/");
    outcome o = RUN("analyse", data, "--output", all, "--group", "sector");
    ck_assert_int_eq(o.status, 0);
    ck_assert_ptr_nonnull(strstr(o.err, "Every table is in"));
    expect_all_tables(all, o.out);
    expect_names(folder, "all data ");
    outcome_free(&o);
    expect_outcome(RUN("analyse", data, "--output", all), 1, NULL, "is there already");
    o = RUN("analyse", data, "--output", all, "--overwrite", "true");
    ck_assert_int_eq(o.status, 0);
    expect_all_tables(all, o.out);
    outcome_free(&o);
    /* A table of the folder is the one that the measure's own command gives. */
    char *text = whole_file(path_in(all, "centrality.degree.form.csv"));
    o = RUN("centrality", "degree", data, "--table", "form", "--format", "csv");
    ck_assert_str_eq(o.out, text);
    outcome_free(&o);
    free(text);
    free(all);
    free(data);
    remove_folder(folder);
}
END

TEST(a_group_is_chosen_asked_for_or_done_without) {
    char *folder = small_data(), *data = join_path(folder, "data");
    outcome o = RUN("analyse", data, "--group", "respondent");
    ck_assert_int_eq(o.status, 0);
    ck_assert_ptr_nonnull(strstr(o.out, "Between groups (respondent)"));
    outcome_free(&o);
    expect_outcome(RUN("analyse", data, "--group", "colour"), 1, NULL, "no attribute \"colour\"");
    write_text_file(data, "organisations.csv", "id\na\nb\nc\nd\ne\n");
    o = RUN("analyse", data);
    ck_assert_int_eq(o.status, 0);
    ck_assert_ptr_null(strstr(o.out, "In which role"));
    outcome_free(&o);
    char *all = join_path(folder, "all");
    o = RUN("analyse", data, "--output", all);
    ck_assert_int_eq(o.status, 0);
    ck_assert_int_eq(access(path_in(all, "brokerage.roles.organisation.csv"), F_OK), -1);
    ck_assert_int_eq(access(path_in(all, "centrality.degree.organisation.csv"), F_OK), 0);
    outcome_free(&o);
    free(all);
    free(data);
    remove_folder(folder);
}
END

/* Whatever goes wrong, and whenever, there is no new folder, none half-filled, and nothing beside it. */
TEST(a_failure_leaves_nothing_behind) {
    char *folder = small_data(), *data = join_path(folder, "data"), *all = join_path(folder, "all");
    for (rlim_t bytes = 1; bytes < 5000; bytes += bytes / 2 + 10) {
        setting full = {.largest_file = bytes};
        outcome o = RUN_WITH(full, "analyse", data, "--output", all);
        ck_assert_int_eq(o.status, 1);
        ck_assert_str_eq(o.out, "");
        outcome_free(&o);
        expect_names(folder, "data ");
    }
    expect_outcome(RUN("analyse", data, "--output", path_in(folder, "no/such")), 1, NULL,
                   "cannot write into");
    expect_outcome(RUN("analyse", data, "--output", path_in(data, "ties.csv"), "--overwrite=true"),
                   1, NULL, "is no folder");
    expect_outcome(RUN("analyse", data, "--output", all, "--group", "colour"), 1, NULL, "colour");
    write_text_file(data, "ties.csv", "from,to,form\na,b,actoin\n");
    expect_outcome(RUN("analyse", data, "--output", all), 1, NULL, "did you mean");
    expect_names(folder, "data ");
    free(all);
    free(data);
    remove_folder(folder);
}
END

/* Files that are replaced are old or new, never cut short; the account too. */
TEST(a_full_disk_leaves_each_old_file_whole) {
    char *folder = small_data(), *data = join_path(folder, "data"), *all = join_path(folder, "all");
    outcome o = RUN("analyse", data, "--output", all);
    ck_assert_int_eq(o.status, 0);
    outcome_free(&o);
    char *names = names_in(all), *account = whole_file(path_in(all, "account.txt"));
    for (rlim_t bytes = 1; bytes < 5000; bytes += bytes / 2 + 10) {
        setting full = {.largest_file = bytes};
        o = RUN_WITH(full, "analyse", data, "--output", all, "--overwrite", "true");
        ck_assert_int_eq(o.status, 1);
        outcome_free(&o);
        expect_names(all, names);
        char *now = whole_file(path_in(all, "account.txt"));
        ck_assert_msg(strcmp(now, account) == 0,
                      "with %llu bytes the account is left with %zu of %zu",
                      (unsigned long long)bytes, strlen(now), strlen(account));
        free(now);
    }
    free(names);
    free(account);
    free(all);
    free(data);
    remove_folder(folder);
}
END

/* Oracle: one tie of four is 25 %, whatever the other forms are called. A key must be something that a list of
 * forms can hold; a name is free. */
TEST(shares_of_forms_are_of_all_forms) {
    static const char *const names[] = {"talks", "talks, informal", "talks; informal",
                                        "\"\"talks\"\"", "talks\ninformal"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char *folder = make_folder(), text[300];
        snprintf(text, sizeof text, "form,name\naction,\ntalk,\"%s\"\nother,\n", names[i]);
        write_text_file(folder, "forms.csv", text);
        snprintf(text, sizeof text, "from,to,form\na,b,action\nb,c,\"%s\"\nc,d,talk\nd,e,other\n",
                 names[i]);
        write_text_file(folder, "ties.csv", text);
        outcome o = RUN("analyse", folder);
        ck_assert_msg(o.status == 0, "beside \"%s\": %s", names[i], o.err);
        const char *shares = strstr(o.out, "Shares of ties");
        ck_assert_msg(shares && strstr(shares, "action  0.2500") &&
                          strstr(shares, "talk    0.5000"),
                      "beside \"%s\":\n%s", names[i], o.out);
        outcome_free(&o);
        snprintf(text, sizeof text, "form\naction\n\"%s\"\n", names[i]);
        write_text_file(folder, "forms.csv", text);
        if (i > 0)
            expect_outcome(RUN("analyse", folder), 1, NULL, "cannot be named in a list");
        remove_folder(folder);
    }
}
END

TEST(a_group_may_have_any_name) {
    static const char *const names[] = {"sect;or", "sect,or", "sect\"or", "sect or"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char *folder = make_folder(), text[200], header[40] = "";
        for (const char *c = names[i]; *c; c++)
            sprintf(header + strlen(header), *c == '"' ? "\"\"" : "%c", *c);
        snprintf(text, sizeof text, "id,name,\"%s\"\na,,x\nb,,x\nc,,y\nd,,y\n", header);
        write_text_file(folder, "organisations.csv", text);
        write_text_file(folder, "ties.csv", "from,to\na,b\nb,c\nc,d\n");
        expect_outcome(RUN("analyse", folder, "--group", names[i]), 0, "In which role", NULL);
        remove_folder(folder);
    }
}
END

/* The account of organisations without names does not give their keys twice; what was chosen to be seen is said. */
TEST(only_what_says_something_is_shown) {
    char *folder = make_folder();
    write_text_file(folder, "ties.csv", "from,to\na,b\nb,c\nc,d\n");
    outcome o = RUN("analyse", folder, "--min-weight", "0.5", "--direction", "either");
    ck_assert_int_eq(o.status, 0);
    ck_assert_ptr_null(strstr(o.out, "name "));
    ck_assert_ptr_null(strstr(o.out, "partnership"));
    ck_assert_ptr_nonnull(strstr(o.out, "Seen here: direction=either; min_weight=0.5.\n"));
    ck_assert_ptr_nonnull(strstr(
        o.out, "There is one form, collaboration: 3 ties between 3 pairs of organisations, of "
               "weight 3 in all."));
    outcome_free(&o);
    write_text_file(folder, "forms.csv", "form,name\nloan,lending\ngift,giving\n");
    write_text_file(folder, "ties.csv", "from,to,form\na,b,loan\nb,c,gift\n");
    expect_outcome(RUN("analyse", folder, "--forms", "gift"), 0,
                   "There is one form, giving: 1 tie ", NULL);
    remove_folder(folder);
}
END

/* A data set whose forms are others has no contrast of action and consultation; the rest is there. */
TEST(a_table_that_the_data_do_not_give_is_left_out) {
    char *folder = make_folder(), *all = join_path(folder, "all");
    write_text_file(folder, "ties.csv", "from,to\na,b\nb,c\nc,d\n");
    expect_outcome(RUN("analyse", folder, "--output", all), 0, "Who brokers",
                   "There is no composition.contrast.basis.csv: option a");
    ck_assert_int_eq(access(path_in(all, "composition.contrast.basis.csv"), F_OK), -1);
    ck_assert_int_eq(access(path_in(all, "composition.forms.form.csv"), F_OK), 0);
    free(all);
    remove_folder(folder);
}
END

/* Empty networks, one organisation, no ties, all isolates: an account all the same. */
TEST(small_networks_have_an_account) {
    static const struct {
        const char *organisations, *ties;
    } cases[] = {{"id\n", "from,to\n"},
                 {"id\na\n", "from,to\n"},
                 {"id\na\nb\n", "from,to\n"},
                 {"id\na\n", "from,to\na,a\n"},
                 {"id\na\nb\n", "from,to\na,b\n"},
                 {"id,g\na,x\nb,y\nc,x\nd,y\n", "from,to\n"},
                 {"id,g\na,x\nb,y\nc,x\nd,y\n", "from,to,directed\na,b,yes\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *folder = make_folder(), *data = join_path(folder, "data");
        char *all = join_path(folder, "all");
        ck_assert_int_eq(mkdir(data, 0777), 0);
        write_text_file(data, "organisations.csv", cases[i].organisations);
        write_text_file(data, "ties.csv", cases[i].ties);
        outcome o = RUN("analyse", data, "--allow-empty", "true", "--output", all);
        ck_assert_msg(o.status == 0, "case %zu: %s", i, o.err);
        for (size_t s = 0; s < sizeof sections / sizeof sections[0]; s++) {
            if (s != BY_GROUP)
                ck_assert_ptr_nonnull(strstr(o.out, sections[s]));
        }
        ck_assert_ptr_null(strstr(o.out, "nan"));
        ck_assert_ptr_null(strstr(o.out, "inf "));
        outcome_free(&o);
        free(all);
        free(data);
        remove_folder(folder);
    }
}
END

SUITE("tool/analyse", the_account_has_all_its_parts, with_output_every_table_is_written,
      a_group_is_chosen_asked_for_or_done_without, a_failure_leaves_nothing_behind,
      a_full_disk_leaves_each_old_file_whole, shares_of_forms_are_of_all_forms,
      a_group_may_have_any_name, only_what_says_something_is_shown,
      a_table_that_the_data_do_not_give_is_left_out, small_networks_have_an_account)
