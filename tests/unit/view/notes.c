/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "scene.h"

static const file survey[MOST_FILES] = {
    {"organisations.csv", "id,respondent\na,yes\nb,no\nc,\nd,nee\ne,yes\n"},
    {"ties.csv", "from,to,form,weight,directed,start,end\n"
                 "a,b,action,1,yes,2024-01-01,2025-01-01\n"
                 "a,c,action,3,yes,,\n"
                 "c,a,learning,5,yes,,\n"
                 "a,a,action,1,no,,\n"
                 "c,d,action,2,no,,2024-06-01\n"
                 "d,d,action,1,yes,2020-01-01,2021-01-01\n"
                 "a,e,action,1,yes,2020-01-01,2021-01-01\n"}};

/* Oracle: the rows above, counted by eye. A note that counts 0 is not there. */
TEST(each_note_counts_what_it_is_about) {
    static const struct {
        const char *options, *code;
        int64_t count;
        const char *words;
    } cases[] = {
        {"", "non-respondents", 2, "did not respond"},
        {"where=id!=b", "non-respondents", 1, "did not respond"},
        {"organisations=a; organisations=c", "non-respondents", 0, NULL},
        {"", "self-ties", 2, "of an organisation to itself"},
        {"forms=learning", "self-ties", 0, NULL},
        {"from=2024-01-01", "self-ties", 1, "to itself"},
        {"where=id!=a", "self-ties", 1, "left out"},
        {"", "undated", 0, NULL},
        {"from=2024-01-01", "undated", 2, "no dates"},
        {"to=2019-01-01", "undated", 2, "no dates"},
        {"to=2019-01-01; forms=learning", "undated", 1, "in every period"},
        {"", "unconfirmed", 0, NULL},
        {"direction=either", "unconfirmed", 0, NULL},
        {"direction=both", "unconfirmed", 3, "reported by one side only"},
        {"direction=both; forms=learning", "unconfirmed", 1, "by one side only"},
        {"", "light", 0, NULL},
        {"min-weight=2", "light", 2, "below the least"},
        {"min-weight=3", "light", 4, "below the least"},
        {"direction=either; min-weight=2", "light", 2, "below the least"},
        {"direction=either; min-weight=3", "light", 3, "below the least"},
        {"direction=either; min-weight=100", "light", 4, "below the least"},
        {"", "partnerships-left-out", 0, NULL},
        {"", "partnerships-projected", 0, NULL},
    };
    samen_network *network = read_files(survey);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_view *view = look(network, cases[i].options);
        samen_table *table = ties_of(view);
        ck_assert_msg(note_count(table, cases[i].code) == cases[i].count, "%s: %s counts %lld",
                      cases[i].options, cases[i].code, (long long)note_count(table, cases[i].code));
        int found = 0;
        for (int32_t n = 0; n < samen_table_notes(table); n++)
            found += strcmp(samen_table_note_code(table, n), cases[i].code) == 0 &&
                     (!cases[i].words || strstr(samen_table_note_text(table, n), cases[i].words));
        ck_assert_msg(found == (cases[i].words != NULL), "%s: %s is not told so", cases[i].options,
                      cases[i].code);
        samen_table_free(table);
        samen_view_free(view);
    }
    samen_network_free(network);
}
END

TEST(what_becomes_of_partnerships_is_always_told) {
    static const file files[MOST_FILES] = {
        {"ties.csv", "from,to,form\na,b,action\n"},
        {"partnerships.csv", "id,form,start,end\np,action,,\nq,action,2020-01-01,2021-01-01\n"
                             "r,learning,,\ns,action,,\nempty,action,,\n"},
        {"memberships.csv",
         "partnership,organisation,role\np,a,lead\np,b,\nq,a,\nq,b,\nr,c,\nr,a,\n"
         "s,d,\n"}};
    static const struct {
        const char *options, *code;
        int64_t count;
        const char *words;
    } cases[] = {
        {"", "partnerships-left-out", 4, "the option partnerships (count, newman, binary, star)"},
        {"partnerships=count", "partnerships-projected", 4, "counting how many partnerships"},
        {"partnerships=newman", "partnerships-projected", 4, "adding 1/(k-1) to the weight"},
        {"partnerships=binary", "partnerships-projected", 4, "with weight 1"},
        {"partnerships=star", "partnerships-projected", 4, "every member is tied to the lead"},
        {"partnerships=star", "no-lead", 2, "the option lead"},
        {"partnerships=star; lead=member", "no-lead", 3, "the option lead names its role"},
        {"partnerships=count", "no-lead", 0, ""},
        {"forms=learning", "partnerships-left-out", 1, "1 partnership"},
        {"from=2022-01-01; partnerships=count", "partnerships-projected", 3, "3 partnerships"},
        {"organisations=b; partnerships=count", "partnerships-projected", 2, "2 partnerships"},
        {"organisations=d", "partnerships-left-out", 1, "1 partnership"},
        {"forms=consultation", "partnerships-left-out", 0, ""},
    };
    samen_network *network = read_files(files);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_view *view = look(network, cases[i].options);
        samen_table *table = ties_of(view);
        ck_assert_msg(note_count(table, cases[i].code) == cases[i].count, "%s: %s counts %lld",
                      cases[i].options, cases[i].code, (long long)note_count(table, cases[i].code));
        for (int32_t n = 0; n < samen_table_notes(table); n++) {
            if (strcmp(samen_table_note_code(table, n), cases[i].code) == 0)
                ck_assert_msg(strstr(samen_table_note_text(table, n), cases[i].words) != NULL, "%s",
                              samen_table_note_text(table, n));
        }
        samen_table_free(table);
        samen_view_free(view);
    }
    samen_network_free(network);
}
END

TEST(a_view_with_nothing_to_tell_has_no_notes) {
    samen_network *network = build("a>b b>a c-d e");
    static const char *const options[] = {"", "direction=both", "direction=either",
                                          "from=2024-01-01", "drop-isolates=true"};
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        samen_view *view = look(network, options[i]);
        samen_table *table = ties_of(view);
        ck_assert_int_eq(samen_table_notes(table), i == 3 ? 1 : 0);
        samen_table_free(table);
        samen_view_free(view);
    }
    samen_network_free(network);
}
END

/* A text or number attribute of that name says nothing about who answered. */
TEST(only_yes_and_no_say_who_responded) {
    static const file files[MOST_FILES] = {{"organisations.csv", "id,respondent\na,0\nb,1\n"},
                                           {"ties.csv", "from,to\na,b\n"}};
    samen_network *network = read_files(files);
    samen_view *view = look(network, "");
    samen_table *table = ties_of(view);
    ck_assert_int_eq(note_count(table, "non-respondents"), 0);
    samen_table_free(table);
    samen_view_free(view);
    samen_network_free(network);
}
END

SUITE("view/notes", each_note_counts_what_it_is_about, what_becomes_of_partnerships_is_always_told,
      a_view_with_nothing_to_tell_has_no_notes, only_yes_and_no_say_who_responded)
