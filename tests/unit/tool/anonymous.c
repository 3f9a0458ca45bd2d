/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "program.h"

/* Every name and value of the data has this in it, and no pseudonym has. */
static const char marker[] = "lilu";

static void is_without_names(const char *text, const char *folder) {
    const char *found = strcasestr(text, marker), *name = strrchr(folder, '/') + 1;
    ck_assert_msg(!found, "%.60s", found);
    found = strstr(text, name);
    ck_assert_msg(!found, "the folder's name: %.60s", found);
}

/* A folder whose name tells, with a title that does. */
static char *telling_data(char **data) {
    char *folder = small_data(), *before = join_path(folder, "data");
    *data = join_path(folder, "telling-name");
    ck_assert_int_eq(rename(before, *data), 0);
    write_text_file(*data, "SOURCE.md", "# The five of Lilu\n");
    write_text_file(*data, "organisations.csv",
                    "id,name,sector,respondent\na,Lilu one,lilucare,yes\nb,Lilu two,lilucare,yes\n"
                    "c,Lilu three,liluyouth,yes\nd,Lilu four,liluyouth,no\ne,Lilu five,liluyouth,"
                    "yes\n");
    free(before);
    return folder;
}

TEST(whatever_is_made_of_a_data_set_can_be_without_names) {
    char *data, *folder = telling_data(&data);
    const char *const runs[][8] = {
        {"analyse", data, "--anonymise", NULL},
        {"report", data, "--anonymise", "--language", "nl", NULL},
        {"draw", "sociogram", data, "--anonymise", NULL},
        {"brokerage", "holes", data, "--anonymise", "--format", "json", NULL},
        {"cohesion", "components", data, "--anonymise", "--table", "bridge", NULL},
    };
    for (size_t i = 0; i < sizeof runs / sizeof runs[0]; i++) {
        outcome o = run_with((setting){0}, runs[i]);
        ck_assert_msg(o.status == 0, "%s: %s", runs[i][0], o.err);
        ck_assert_msg(strstr(o.out, "org-") != NULL, "%s has no pseudonyms", runs[i][0]);
        is_without_names(o.out, data);
        is_without_names(o.err, data);
        outcome_free(&o);
    }
    expect_outcome(RUN("analyse", data, "--anonymise"), 0, "Network without names", NULL);
    expect_outcome(RUN("report", data, "--anonymise", "--language", "nl"), 0,
                   "Netwerk zonder namen", NULL);
    free(data);
    remove_folder(folder);
}
END

TEST(a_converted_data_set_has_its_key_apart) {
    char *data, *folder = telling_data(&data);
    char *made = join_path(folder, "made"), *key = join_path(folder, "key.csv");
    struct stat about;
    expect_outcome(
        RUN("convert", data, made, "--anonymise", "--keep", "sector", "--least", "2", "--key", key),
        0, NULL, NULL);
    expect_names(made, "memberships.csv organisations.csv partnerships.csv ties.csv ");
    char *organisations = whole_file(path_in(made, "organisations.csv")), *who = whole_file(key);
    ck_assert_ptr_nonnull(strstr(organisations, "id,name,sector,respondent\norg-"));
    ck_assert_ptr_nonnull(strstr(organisations, "liluyouth"));
    ck_assert_ptr_null(strstr(organisations, "Lilu"));
    ck_assert_ptr_nonnull(strstr(who, ",organisation,a,Lilu one\n"));
    ck_assert_int_eq(stat(key, &about), 0);
    ck_assert_int_eq(about.st_mode & 0777, 0600);
    expect_outcome(RUN("check", made), 0, "0 errors", NULL);
    expect_outcome(RUN("convert", data, path_in(folder, "more"), "--anonymise", "--key", key), 1,
                   NULL, "overwrite");
    free(organisations);
    free(who);
    free(made);
    free(key);
    free(data);
    remove_folder(folder);
}
END

/* Oracle: Python's hmac, as in network/pseudonyms. */
TEST(a_secret_comes_out_of_a_file) {
    char *data, *folder = telling_data(&data);
    char *secret = join_path(folder, "secret"), *shorter = join_path(folder, "short");
    write_text_file(folder, "secret", "a secret of our own\nand more\n");
    write_text_file(folder, "short", "too short\n");
    expect_outcome(RUN("centrality", "degree", data, "--anonymise", "--secret", secret), 0,
                   "org-GMCGXS", NULL);
    expect_outcome(RUN("centrality", "degree", data, "--anonymise", "--secret", shorter), 2, NULL,
                   "fewer than 16 bytes");
    expect_outcome(RUN("centrality", "degree", data, "--anonymise", "--secret", "nowhere"), 2, NULL,
                   "cannot be read from \"nowhere\"");
    free(secret);
    free(shorter);
    free(data);
    remove_folder(folder);
}
END

TEST(mistakes_are_told_without_names) {
    char *data, *folder = telling_data(&data);
    expect_outcome(RUN("analyse", data, "--key", "k.csv"), 2, NULL, "--key goes with --anonymise");
    expect_outcome(RUN("convert", data, "x", "--least", "3"), 2, NULL, "--least goes with");
    expect_outcome(RUN("analyse", data, "--anonymise", "--least", "0"), 2, NULL, "from 1");
    expect_outcome(RUN("analyse", data, "--anonymise", "--keep", "colour"), 2, NULL,
                   "no attribute \"colour\"");
    expect_outcome(RUN("analyse", data, "--anonymise", "--group", "sector"), 2, NULL,
                   "too few organisations to keep two groups of \"sector\" apart");
    expect_outcome(RUN("analyse", data, "--anonymise", "--group", "sector", "--least", "2"), 0,
                   "liluyouth", NULL);
    write_text_file(data, "ties.csv", "from,to,form\na,Zeta,action\n");
    expect_outcome(RUN("analyse", data), 1, NULL, "Zeta");
    for (int convert = 0; convert < 2; convert++) {
        outcome o = convert ? RUN("convert", data, "x", "--anonymise")
                            : RUN("analyse", data, "--anonymise");
        ck_assert_int_eq(o.status, 1);
        ck_assert_ptr_nonnull(strstr(o.err, "\"samen check\" tells which"));
        ck_assert_ptr_null(strstr(o.err, "Zeta"));
        outcome_free(&o);
    }
    expect_outcome(RUN("analyse", "nowhere", "--anonymise"), 1, NULL, "nowhere");
    free(data);
    remove_folder(folder);
}
END

SUITE("tool/anonymous", whatever_is_made_of_a_data_set_can_be_without_names,
      a_converted_data_set_has_its_key_apart, a_secret_comes_out_of_a_file,
      mistakes_are_told_without_names)
