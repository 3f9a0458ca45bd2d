/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"

#define ORGANISATIONS "id,name\na,Alpha\nb,Beta\nwelfare-office,W\n"
#define PARTNERSHIPS  "id,form\np,action\nhouse,learning\n"

static void expect_in(const char *name, const char *text, const fault *f) {
    file files[MOST_FILES] = {{"organisations.csv", ORGANISATIONS},
                              {"partnerships.csv", PARTNERSHIPS},
                              {"ties.csv", "from,to,form\na,b,action\n"}};
    int at = 0;
    while (files[at].name && strcmp(files[at].name, name) != 0)
        at++;
    files[at] = (file){name, text};
    expect_fault_in(files, f);
}

TEST(a_wrong_cell_of_a_tie_is_told_with_its_place) {
    static const struct {
        const char *text;
        fault fault;
    } cases[] = {
        {"from,to,form\na,b,action\na,c,action\n",
         {SAMEN_ERR_UNKNOWN, 1, 1, "ties.csv:3:2: ",
          "organisation \"c\" is not in organisations.csv; add it there or correct the key"}},
        {"from,to,form\nWelfare Office,b,action\n",
         {SAMEN_ERR_UNKNOWN, 0, 0, "ties.csv:2:1: ", "did you mean \"welfare-office\"?"}},
        {"from,to,form\nwelfare-ofice,b,action\n",
         {SAMEN_ERR_UNKNOWN, 0, 0, "ties.csv:2:1: ", "did you mean \"welfare-office\"?"}},
        {"from,to,form\n,b,action\n",
         {SAMEN_ERR_MISSING, 0, 0, "ties.csv:2:1: ", "the organisation is empty"}},
        {"from,to,form\na,,action\n", {SAMEN_ERR_MISSING, 0, 1, "ties.csv:2:2: ", "give it a key"}},
        {"form,weight,to,from\naction,0,a,b\n",
         {SAMEN_ERR_VALUE, 0, 1, "ties.csv:2:2: ", "where there is no tie there is no row"}},
        {"from,to,form,weight\na,b,action,-3\n",
         {SAMEN_ERR_VALUE, 0, 3, "ties.csv:2:4: ", "the weight is -3"}},
        {"from,to,form,weight\na,b,action,NaN\n",
         {SAMEN_ERR_VALUE, 0, 3, "ties.csv:2:4: ", "leave it out when it is not known"}},
        {"from,to,form,weight\na,b,action,inf\n",
         {SAMEN_ERR_VALUE, 0, 3, "ties.csv:2:4: ", "give a finite number"}},
        {"from,to,form,weight\na,b,action,1e999\n",
         {SAMEN_ERR_VALUE, 0, 3, "ties.csv:2:4: ", "infinite"}},
        {"from,to,form,weight\na,b,action,often\n",
         {SAMEN_ERR_VALUE, 0, 3, "ties.csv:2:4: ", "\"often\" is not a number"}},
        {"from,to,form,weight\na,b,action,\"1,000\"\n",
         {SAMEN_ERR_VALUE, 0, 3, "ties.csv:2:4: ", "thousands are not parted"}},
        {"from,to,form,weight\na,b,action,\"2,5\"\n",
         {SAMEN_ERR_VALUE, 0, 3, "ties.csv:2:4: ", "decimals are written with \".\""}},
        {"from;to;form;weight\na;b;action;2,5\na;b;action;3.5\n",
         {SAMEN_ERR_VALUE, 1, 3, "ties.csv:3:4: ", "decimals are written with \",\""}},
        {"from;to;form;weight\na;b;action;2.5\na;b;action;3,5\n",
         {SAMEN_ERR_VALUE, 1, 3, "ties.csv:3:4: ", "decimals are written with \".\""}},
        {"from;to;form;weight\na;b;action;1.000,5\n",
         {SAMEN_ERR_VALUE, 0, 3, "ties.csv:2:4: ", "thousands are not parted"}},
        {"from,to,form,directed\na,b,action,perhaps\n",
         {SAMEN_ERR_VALUE, 0, 3, "ties.csv:2:4: ", "directed is \"perhaps\"; give yes or no"}},
        {"from,to,form,start\na,b,action,2023-02-29\n",
         {SAMEN_ERR_VALUE, 0, 3, "ties.csv:2:4: ", "no day \"2023-02-29\" in the calendar"}},
        {"from,to,form,start\na,b,action,31/12/2024\n",
         {SAMEN_ERR_VALUE, 0, 3, "ties.csv:2:4: ", "write year-month-day, as 2024-01-31"}},
        {"from,to,form,end\na,b,action,1-2-2024\n",
         {SAMEN_ERR_VALUE, 0, 3, "ties.csv:2:4: ", "\"1-2-2024\" is not a date"}},
        {"end,start,from,to,form\n2024-01-01,2024-01-02,a,b,action\n",
         {SAMEN_ERR_VALUE, 0, 0, "ties.csv:2:1: ", "before the start, 2024-01-02; swap"}},
        {"from,to,form,partnership\na,b,action,q\n",
         {SAMEN_ERR_UNKNOWN, 0, 3, "ties.csv:2:4: ", "partnership \"q\" is not in partnerships"}},
        {"from,to,form,partnership\na,b,action,House\n",
         {SAMEN_ERR_UNKNOWN, 0, 3, "ties.csv:2:4: ", "did you mean \"house\"?"}},
        {"from,to,form\na,b,action\na,b,actin\n",
         {SAMEN_ERR_UNKNOWN, 1, 2, "ties.csv:3:3: ", "did you mean \"action\"?"}},
        {"from,to,form\na,b,action\n\"a\",\"b\n\",action\n",
         {SAMEN_ERR_UNKNOWN, 1, 1, "ties.csv:3:2: ", "organisation \"b\\u{a}\""}},
        {"from,to,form\na,b,\"action\n\n\"\n\n\na,z,action\n",
         {SAMEN_ERR_UNKNOWN, 0, 2, "ties.csv:2:3: ", "form"}},
        {"from,to,note,form\na,b,\"one\ntwo\r\nthree\",action\n\nz,a,,action\n",
         {SAMEN_ERR_UNKNOWN, 1, 0, "ties.csv:6:1: ", "organisation \"z\""}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_in("ties.csv", cases[i].text, &cases[i].fault);
}
END

TEST(a_wrong_cell_of_another_file_is_told_with_its_place) {
    static const struct {
        const char *name, *text;
        fault fault;
    } cases[] = {
        {"organisations.csv",
         "id,name\na,A\nb,B\n\nc,C\na,again\n",
         {SAMEN_ERR_DUPLICATE, 3, 0, "organisations.csv:6:1: ",
          "organisation \"a\" is there already, in line 2; keys are unique"}},
        {"organisations.csv",
         "name,id\n\"A\nA\",a\nB,b\nagain,b\n",
         {SAMEN_ERR_DUPLICATE, 2, 1, "organisations.csv:5:2: ", "in line 4"}},
        {"organisations.csv",
         "id,name\na,A\nb,B\n,C\n",
         {SAMEN_ERR_MISSING, 2, 0, "organisations.csv:4:1: ", "the key of the organisation"}},
        {"partnerships.csv",
         "id,form\np,action\nq,action\np,learning\n",
         {SAMEN_ERR_DUPLICATE, 2, 0, "partnerships.csv:4:1: ", "in line 2"}},
        {"partnerships.csv",
         "form,id\naction,\n",
         {SAMEN_ERR_MISSING, 0, 1, "partnerships.csv:2:2: ", "the key of the partnership"}},
        {"partnerships.csv",
         "id,form\np,acttion\n",
         {SAMEN_ERR_UNKNOWN, 0, 1, "partnerships.csv:2:2: ", "did you mean \"action\"?"}},
        {"partnerships.csv",
         "id,form\np,\n",
         {SAMEN_ERR_MISSING, 0, 1, "partnerships.csv:2:2: ", "no form is given"}},
        {"partnerships.csv",
         "id,name\np,House\n",
         {SAMEN_ERR_MISSING, -1, -1, "partnerships.csv:1: ", "there is no column \"form\""}},
        {"partnerships.csv",
         "id,form,start\np,action,2024-00-01\n",
         {SAMEN_ERR_VALUE, 0, 2, "partnerships.csv:2:3: ", "no day"}},
        {"partnerships.csv",
         "id,form,start,end\np,action,2024-02-01,2024-01-01\n",
         {SAMEN_ERR_VALUE, 0, 3, "partnerships.csv:2:4: ", "before the start"}},
        {"memberships.csv",
         "partnership,organisation\np,a\nr,a\n",
         {SAMEN_ERR_UNKNOWN, 1, 0,
          "memberships.csv:3:1: ", "partnership \"r\" is not in partnerships.csv; add it there"}},
        {"memberships.csv",
         "partnership,organisation\np,a\nhuose,b\n",
         {SAMEN_ERR_UNKNOWN, 1, 0, "memberships.csv:3:1: ", "did you mean \"house\"?"}},
        {"memberships.csv",
         "partnership,organisation\np,z\n",
         {SAMEN_ERR_UNKNOWN, 0, 1, "memberships.csv:2:2: ", "organisation \"z\""}},
        {"memberships.csv",
         "partnership,organisation,weight\np,a,0\n",
         {SAMEN_ERR_VALUE, 0, 2, "memberships.csv:2:3: ", "the weight is 0"}},
        {"memberships.csv",
         "partnership,organisation,weight\np,a,-inf\n",
         {SAMEN_ERR_VALUE, 0, 2, "memberships.csv:2:3: ", "infinite"}},
        {"memberships.csv",
         "partnership,organisation,start\np,a,2024-02-30\n",
         {SAMEN_ERR_VALUE, 0, 2, "memberships.csv:2:3: ", "no day"}},
        {"memberships.csv",
         "partnership,organisation,start,end\np,a,2024-02-02,2024-02-01\n",
         {SAMEN_ERR_VALUE, 0, 3, "memberships.csv:2:4: ", "before the start"}},
        {"memberships.csv",
         "partnership,organisation\n,a\n",
         {SAMEN_ERR_MISSING, 0, 0, "memberships.csv:2:1: ", "the partnership is empty"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_in(cases[i].name, cases[i].text, &cases[i].fault);
}
END

TEST(a_key_of_more_than_4096_bytes_is_refused_everywhere) {
    static const struct {
        const char *name, *format;
        int64_t column;
        int alone; /* without organisations.csv and partnerships.csv */
    } cases[] = {{"organisations.csv", "id,name\n%0*d,x\n", 0, 0},
                 {"partnerships.csv", "form,id\naction,%0*d\n", 1, 0},
                 {"ties.csv", "from,to\n%0*d,b\n", 0, 1},
                 {"ties.csv", "from,to\nb,%0*d\n", 1, 1},
                 {"memberships.csv", "partnership,organisation\n%0*d,b\n", 0, 1},
                 {"memberships.csv", "partnership,organisation\np,%0*d\n", 1, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[5000], place[60];
        snprintf(text, sizeof text, cases[i].format, 4097, 0);
        sprintf(place, "%s:2:%lld: ", cases[i].name, (long long)cases[i].column + 1);
        fault f = {SAMEN_ERR_LIMIT, 0, cases[i].column, place, "at most 4096"};
        if (cases[i].alone) {
            const file files[MOST_FILES] = {{cases[i].name, text}};
            expect_fault_in(files, &f);
        } else {
            expect_in(cases[i].name, text, &f);
        }
    }
}
END

TEST(what_is_left_out_takes_its_default) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id\na\nb\n"},
        {"partnerships.csv", "id,name,form,start,end\np,,learning,,\n"},
        {"ties.csv", "from,to,form,weight,directed,start,end,partnership\na,b,action,,,,,\n"},
        {"memberships.csv", "partnership,organisation,role,weight,start,end\np,a,,,,\n"}};
    static const char *const expected[] = {
        "id,name\na,\nb,\n",
        "from,to,form,weight,directed,start,end,partnership\na,b,action,1,no,,,\n",
        "id,name,form,start,end\np,,learning,,\n",
        "partnership,organisation,role,weight,start,end\np,a,,1,,\n"};
    samen_network *network = read_files(files);
    for (int32_t of = 0; of < 4; of++) {
        char *csv = part_csv(network, of);
        ck_assert_str_eq(csv, expected[of]);
        samen_free(csv);
    }
    samen_network_free(network);
}
END

TEST(every_column_is_read_whatever_the_order) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "naam;id\nAlpha;a\n;b\n"},
        {"partnerships.csv", "einde,begin,vorm,naam,sleutel\n2025-01-01,2024-01-01,overleg,H,p\n"},
        {"ties.csv", "samenwerkingsverband;einddatum;begindatum;gericht;gewicht;vorm;naar;van\n"
                     "p;2024-12-31;2024-01-31;ja;0,25;ad hoc;b;a\n"
                     ";;2024-01-31;nee;3;actie;a;a\n"},
        {"memberships.csv", "rol\tlid\tpartnerschap\tgewicht\tstart\tend\n"
                            "trekker\tb\tp\t1,5\t2024-02-01\t2024-03-01\n"}};
    static const char *const expected[] = {
        "id,name\na,Alpha\nb,\n",
        "from,to,form,weight,directed,start,end,partnership\n"
        "a,b,ad-hoc,0.25,yes,2024-01-31,2024-12-31,p\n"
        "a,a,action,3,no,2024-01-31,,\n",
        "id,name,form,start,end\np,H,consultation,2024-01-01,2025-01-01\n",
        ("partnership,organisation,role,weight,start,end\n"
         "p,b,trekker,1.5,2024-02-01,2024-03-01\n")};
    samen_network *network = read_files(files);
    for (int32_t of = 0; of < 4; of++) {
        char *csv = part_csv(network, of);
        ck_assert_str_eq(csv, expected[of]);
        samen_free(csv);
    }
    samen_network_free(network);
}
END

TEST(without_organisations_csv_they_come_from_the_other_files_in_order) {
    static const file files[MOST_FILES] = {
        {"ties.csv", "from,to\nz,a\na,m\n"},
        {"memberships.csv", "partnership,organisation\np,m\np,b\nq,z\n"}};
    samen_network *network = read_files(files);
    static const char *const organisations[] = {"z", "a", "m", "b"}, *const keys[] = {"p", "q"};
    ck_assert_int_eq(samen_network_count(network, SAMEN_ORGANISATIONS), 4);
    for (int64_t i = 0; i < 4; i++)
        ck_assert_str_eq(samen_network_key(network, SAMEN_ORGANISATIONS, i), organisations[i]);
    ck_assert_int_eq(samen_network_count(network, SAMEN_PARTNERSHIPS), 2);
    for (int64_t i = 0; i < 2; i++)
        ck_assert_str_eq(samen_network_key(network, SAMEN_PARTNERSHIPS, i), keys[i]);
    samen_network_free(network);
}
END

/* Keys are to the letter, blanks included: "a" and " a" are two, and the message shows which. */
TEST(a_blank_in_a_key_is_part_of_it) {
    fault f = {SAMEN_ERR_UNKNOWN, 0, 1,
               "ties.csv:2:2: ", "organisation \" b\" is not in organisations.csv"};
    expect_in("ties.csv", "from,to,form\na, b,action\n", &f);
}
END

/* A decimal sign is settled by the first weight that has one; ties and memberships each on their own. */
TEST(each_file_settles_its_own_decimal_sign) {
    static const file files[MOST_FILES] = {
        {"ties.csv", "from;to;weight\na;b;3\na;b;2,5\na;b;1e-3\na;b;0,125\n"},
        {"memberships.csv", "partnership;organisation;weight\np;a;7\np;b;2.5\n"}};
    static const double weights[] = {3, 2.5, 1e-3, 0.125};
    samen_network *network = read_files(files);
    samen_table *ties = part(network, SAMEN_TIES), *memberships = part(network, SAMEN_MEMBERSHIPS);
    for (int64_t i = 0; i < 4; i++)
        ck_assert_double_eq(cell_number(ties, i, "weight"), weights[i]);
    ck_assert_double_eq(cell_number(memberships, 1, "weight"), 2.5);
    samen_table_free(ties);
    samen_table_free(memberships);
    samen_network_free(network);
}
END

/* 51 unknown keys and more get no suggestion, so that a wrong file does not take forever. */
TEST(suggestions_stop_after_fifty) {
    char *folder = make_folder(), *text = malloc(100000);
    int at = sprintf(text, "from,to\n");
    for (int i = 0; i < 60; i++)
        at += sprintf(text + at, "organization-%02d,hub\n", i);
    write_text_file(folder, "ties.csv", text);
    at = sprintf(text, "id\nhub\n");
    for (int i = 0; i < 60; i++)
        at += sprintf(text + at, "organisation-%02d\n", i);
    write_text_file(folder, "organisations.csv", text);
    samen_table *table = check_fine(folder);
    int suggested = 0, errors = 0;
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        errors += strcmp(cell_text(table, row, "severity"), "error") == 0;
        suggested += strstr(cell_text(table, row, "problem"), "did you mean") != NULL;
    }
    ck_assert_int_eq(errors, 60);
    ck_assert_int_eq(suggested, 50);
    samen_table_free(table);
    free(text);
    remove_folder(folder);
}
END

SUITE("io/rows", a_wrong_cell_of_a_tie_is_told_with_its_place,
      a_wrong_cell_of_another_file_is_told_with_its_place,
      a_key_of_more_than_4096_bytes_is_refused_everywhere, what_is_left_out_takes_its_default,
      every_column_is_read_whatever_the_order,
      without_organisations_csv_they_come_from_the_other_files_in_order,
      a_blank_in_a_key_is_part_of_it, each_file_settles_its_own_decimal_sign,
      suggestions_stop_after_fifty)
