/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data can hold what does something to a terminal: escape sequences, marks that turn text round, lines of
 * their own. None of it may be printed as it is. */
#define _GNU_SOURCE
#include "program.h"

#define ESCAPE "\x1B[2J\x1B]0;x\x07"
#define C1                                                                                         \
    "\xC2\x9B"                                                                                     \
    "31m"
#define BIDI "\xE2\x80\xAE\xE2\x81\xA6"
#define EVIL ESCAPE C1 BIDI

/* What was printed has nothing in it that a terminal would act on. */
static void expect_harmless(outcome o, const char *what) {
    const char *texts[] = {o.out, o.err};
    for (int i = 0; i < 2; i++) {
        for (const char *c = texts[i]; *c; c++)
            ck_assert_msg((unsigned char)*c >= 0x20 || *c == '\n', "%s prints a byte %d", what, *c);
        ck_assert_msg(!strchr(texts[i], '\x7F') && !strstr(texts[i], "\xC2\x9B"),
                      "%s prints a control character", what);
        ck_assert_msg(!strstr(texts[i], "\xE2\x80\xAE") && !strstr(texts[i], "\xE2\x81\xA6"),
                      "%s turns text round", what);
    }
    ck_assert_msg(*o.out || *o.err, "%s prints nothing", what);
    outcome_free(&o);
}

/* Keys, names, roles, values of attributes. */
static char *evil_data(void) {
    char *folder = make_folder();
    write_text_file(folder, "organisations.csv",
                    "id,name,sector\n\"a" EVIL "\",\"Alpha" EVIL "\ntwo\",\"care" EVIL
                    "\"\nb,\"Beta\r\",\"care" EVIL "\"\nc,,youth\nd,,youth\n");
    write_text_file(folder, "ties.csv",
                    "from,to,form\n\"a" EVIL "\",b,action\nb,c,learning\nc,d,action\n");
    return folder;
}

TEST(names_and_keys_are_printed_harmlessly) {
    char *folder = evil_data();
    static const char *const formats[] = {"text", "markdown"};
    for (int i = 0; i < 2; i++) {
        expect_harmless(RUN("centrality", "degree", folder, "--format", formats[i]), "degree");
        expect_harmless(RUN("cohesion", "density", folder, "--table", "group", "--group", "sector",
                            "--format", formats[i]),
                        "density");
        expect_harmless(
            RUN("brokerage", "roles", folder, "--group", "sector", "--format", formats[i]),
            "roles");
    }
    expect_harmless(RUN("analyse", folder), "analyse");
    expect_harmless(RUN("check", folder), "check");
    remove_folder(folder);
}
END

TEST(complaints_are_harmless) {
    char *folder = evil_data();
    expect_harmless(RUN("centrality", "degree", folder, "--where", "sector=" EVIL), "where");
    expect_harmless(RUN("centrality", "degree", folder, "--where", EVIL "=x"), "where");
    expect_harmless(RUN("centrality", "degree", folder, "--forms", EVIL), "forms");
    expect_harmless(RUN("centrality", "degree", folder, "--organisations", EVIL), "organisations");
    expect_harmless(RUN("centrality", "degree", "/tmp/no" EVIL), "path");
    write_text_file(folder, "ties.csv", "from,to,form\n\"" EVIL "\",b,\"" EVIL "\"\n");
    expect_harmless(RUN("centrality", "degree", folder), "an unknown organisation");
    expect_harmless(RUN("check", folder), "check");
    remove_folder(folder);
}
END

/* The header of a column with a problem is named beside it. */
TEST(headers_are_harmless_in_a_check) {
    char *folder = make_folder();
    write_text_file(folder, "ties.csv", "from,to,\"x" EVIL ":number\"\na,b,many\na,b,1\n");
    expect_harmless(RUN("check", folder), "check");
    write_text_file(folder, "ties.csv", "from,to,\"x" EVIL "\",\"x" EVIL "\"\na,b,1,2\n");
    expect_harmless(RUN("check", folder), "check");
    remove_folder(folder);
}
END

TEST(names_of_files_are_harmless_in_a_check) {
    char *folder = make_folder();
    write_text_file(folder, "ties.csv", "from,to\na,b\n");
    write_text_file(folder, "evil\x1B[31m\xE2\x80\xAE.csv", "x\n");
    expect_harmless(RUN("check", folder), "check");
    remove_folder(folder);
}
END

TEST(forms_and_groups_are_harmless_in_an_account) {
    char *folder = evil_data();
    write_text_file(folder, "forms.csv",
                    "form,name\naction,\"Action" EVIL "\"\n\"learning" EVIL "\",\"Learning\"\n");
    write_text_file(folder, "ties.csv",
                    "from,to,form\nb,c,action\nc,d,\"learning" EVIL "\"\nd,b,action\n");
    write_text_file(folder, "SOURCE.md", "# A title" EVIL "\n");
    expect_harmless(RUN("analyse", folder), "analyse");
    remove_folder(folder);
}
END

/* The account names the attribute that it groups by. */
TEST(the_name_of_the_grouping_attribute_is_harmless) {
    char *folder = make_folder();
    write_text_file(folder, "organisations.csv",
                    "id,\"sector\x1B[31m\xE2\x80\xAE\"\na,x\nb,x\nc,y\nd,y\n");
    write_text_file(folder, "ties.csv", "from,to\na,b\nb,c\nc,d\n");
    expect_harmless(RUN("analyse", folder), "analyse");
    remove_folder(folder);
}
END

SUITE("tool/harmless", names_and_keys_are_printed_harmlessly, complaints_are_harmless,
      headers_are_harmless_in_a_check, names_of_files_are_harmless_in_a_check,
      forms_and_groups_are_harmless_in_an_account, the_name_of_the_grouping_attribute_is_harmless)
