/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "view/incidence.h"

#include "scene.h"

#define HOUSES                                                                                     \
    {                                                                                              \
        "memberships.csv", "partnership,organisation,role\n"                                       \
                           "p,a,lead\np,b,member\np,c,\n"                                          \
                           "q,a,funder\nq,b,Voorzitter\n"                                          \
                           "r,d,member\nr,c,\n"                                                    \
                           "s,e,lead\n"                                                            \
    }
#define FORMS                                                                                      \
    { "partnerships.csv", "id,form\np,action\nq,learning\nr,action\ns,action\nt,action\n" }

static samen_network *houses(void) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id\na\nb\nc\nd\ne\nf\n"}, HOUSES, FORMS};
    return read_files(files);
}

/* Oracle: the partnerships above, on paper: p of three, q and r of two, s of one, t of none. */
TEST(partnerships_are_projected_in_every_way) {
    static const struct {
        const char *options, *ties;
    } cases[] = {
        {"", "a-b:learning,action*2 a-c:action*1 b-c:action*1 c-d:action*1"},
        {"partnerships=auto", "a-b:learning,action*2 a-c:action*1 b-c:action*1 c-d:action*1"},
        {"partnerships=ignore", ""},
        {"partnerships=count", "a-b:learning,action*2 a-c:action*1 b-c:action*1 c-d:action*1"},
        {"partnerships=newman",
         "a-b:learning,action*1.5 a-c:action*0.5 b-c:action*0.5 c-d:action*1"},
        {"partnerships=binary", "a-b:learning,action*1 a-c:action*1 b-c:action*1 c-d:action*1"},
        {"partnerships=star", "a-b:learning,action*2 a-c:action*1"},
        {"partnerships=star; lead=funder", "a-b:learning*1"},
        {"partnerships=star; lead=MEMBER", "a-b:action*1 b-c:action*1 c-d:action*1"},
        {"partnerships=star; lead=nobody", ""},
        {"partnerships=count; forms=action", "a-b:action*1 a-c:action*1 b-c:action*1 c-d:action*1"},
        {"partnerships=newman; forms=learning", "a-b:learning*1"},
        {"partnerships=star; forms=learning", "a-b:learning*1"},
        {"partnerships=count; min-weight=2", "a-b:learning,action*2"},
        {"partnerships=newman; min-weight=1", "a-b:learning,action*1.5 c-d:action*1"},
        {"partnerships=count; direction=both",
         "a-b:learning,action*2 a-c:action*1 b-c:action*1 c-d:action*1"},
        {"partnerships=count; direction=either; direction-weight=sum",
         "a-b:learning,action*2 a-c:action*1 b-c:action*1 c-d:action*1"},
    };
    samen_network *network = houses();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_ties(network, cases[i].options, cases[i].ties);
    samen_network_free(network);
}
END

/* A partnership of k members is of k, also when the view shows only two of them. */
TEST(newman_counts_members_outside_the_view) {
    samen_network *network = houses();
    expect_ties(network, "partnerships=newman; organisations=a; organisations=b",
                "a-b:learning,action*1.5");
    expect_ties(network, "partnerships=newman; organisations=b; organisations=c", "b-c:action*0.5");
    expect_ties(network, "partnerships=star; organisations=b; organisations=c", "");
    samen_network_free(network);
}
END

TEST(ties_and_partnerships_of_one_pair_add_up) {
    static const file files[MOST_FILES] = {
        {"ties.csv", "from,to,form,weight,directed\na,b,action,2,yes\nb,c,learning,3,no\n"},
        HOUSES,
        FORMS};
    static const struct {
        const char *options, *ties;
    } cases[] = {
        {"", "a>b:action*2 b>c:learning*3 c>b:learning*3"},
        {"partnerships=count",
         "a>b:learning,action*4 b>a:learning,action*2 a>c:action*1 c>a:action*1 "
         "b>c:learning,action*4 c>b:learning,action*4 c>d:action*1 d>c:action*1"},
        {"partnerships=binary; organisations=a; organisations=b",
         "a>b:learning,action*3 b>a:learning,action*1"},
        {"partnerships=count; parallel=max; forms=action; organisations=a; organisations=b",
         "a>b:action*2 b>a:action*1"},
        {"partnerships=count; parallel=min; forms=action; organisations=a; organisations=b",
         "a>b:action*1 b>a:action*1"},
        {"partnerships=count; parallel=mean; forms=action; organisations=a; organisations=b",
         "a>b:action*1.5 b>a:action*1"},
        {"partnerships=count; direction=both; forms=action; organisations=a; organisations=b",
         "a-b:action*1"},
        {"partnerships=count; direction=either; direction-weight=sum; forms=action; "
         "organisations=a; organisations=b",
         "a-b:action*3"},
    };
    samen_network *network = read_files(files);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_ties(network, cases[i].options, cases[i].ties);
    samen_network_free(network);
}
END

TEST(a_member_with_several_rows_is_one_member) {
    static const file files[MOST_FILES] = {{"memberships.csv",
                                            "partnership,organisation,role,start,end\n"
                                            "p,a,member,2020-01-01,2021-01-01\n"
                                            "p,b,,,\n"
                                            "p,a,lead,2022-01-01,\n"
                                            "p,c,,2021-01-01,2021-07-01\n"
                                            "p,a,funder,,\n"}};
    static const struct {
        const char *options, *ties;
    } cases[] = {
        {"partnerships=newman",
         "a-b:collaboration*0.5 a-c:collaboration*0.5 b-c:collaboration*0.5"},
        {"partnerships=star", "a-b:collaboration*1 a-c:collaboration*1"},
        {"partnerships=newman; from=2020-01-01; to=2021-01-01", "a-b:collaboration*1"},
        {"partnerships=star; from=2020-01-01; to=2021-01-01", ""},
        {"partnerships=star; from=2022-01-01", "a-b:collaboration*1"},
        {"partnerships=count; from=2021-01-01; to=2021-02-01",
         "a-b:collaboration*1 a-c:collaboration*1 b-c:collaboration*1"},
        {"partnerships=count; from=2021-07-01", "a-b:collaboration*1"},
    };
    samen_network *network = read_files(files);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_ties(network, cases[i].options, cases[i].ties);
    samen_network_free(network);
}
END

/* Two leads are tied to every member and to each other, once each. */
TEST(a_star_may_have_two_leads) {
    static const file files[MOST_FILES] = {
        {"memberships.csv", "partnership,organisation,role\np,a,lead\np,b,chair\np,c,\np,d,\n"}};
    samen_network *network = read_files(files);
    expect_ties(network, "partnerships=star",
                "a-b:collaboration*1 a-c:collaboration*1 a-d:collaboration*1 b-c:collaboration*1 "
                "b-d:collaboration*1");
    samen_network_free(network);
}
END

TEST(these_roles_lead_unless_another_is_named) {
    static const struct {
        const char *role;
        int leads;
    } cases[] = {{"lead", 1},
                 {"Leader", 1},
                 {"COORDINATOR", 1},
                 {"chair", 1},
                 {"trekker", 1},
                 {"Voorzitter", 1},
                 {"penhouder", 1},
                 {" lead ", 1},
                 {"member", 0},
                 {"leading", 0},
                 {"co-chair", 0},
                 {"lid", 0},
                 {"co\xC3\xB6rdinator", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[200];
        snprintf(text, sizeof text, "partnership,organisation,role\np,a,%s\np,b,x\n",
                 cases[i].role);
        const file files[MOST_FILES] = {{"memberships.csv", text}};
        samen_network *network = read_files(files);
        expect_ties(network, "partnerships=star", cases[i].leads ? "a-b:collaboration*1" : "");
        expect_ties(network, "partnerships=star; lead=X", "a-b:collaboration*1");
        samen_network_free(network);
    }
}
END

/* A role of any length can be asked for and need not be found. */
TEST(a_very_long_role_leads_where_there_is_one) {
    char options[500] = "partnerships=star; lead=";
    memset(options + strlen(options), 'x', 400);
    static const file files[MOST_FILES] = {
        {"memberships.csv", "partnership,organisation,role\np,a,lead\np,b,\np,c,member\n"}};
    samen_network *network = read_files(files);
    expect_ties(network, options, "");
    samen_network_free(network);
    char text[600] = "partnership,organisation,role\np,a,";
    strcat(strcat(text, strchr(options, '=') + strlen("=star; lead=")), "\np,b,\n");
    const file long_role[MOST_FILES] = {{"memberships.csv", text}};
    network = read_files(long_role);
    expect_ties(network, options, "a-b:collaboration*1");
    expect_ties(network, "partnerships=star", "");
    samen_network_free(network);
}
END

/* Oracle: the lists on paper. */
TEST(lists_of_ties_and_members_are_complete_and_in_order) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id\na\nb\nc\nd\n"},
        {"ties.csv", "from,to\nc,b\na,a\nb,a\nd,a\na,b\n"},
        {"memberships.csv", "partnership,organisation,role\nq,c,lead\nq,a,\nq,c,\np,d,\nq,d,\n"},
        {"partnerships.csv", "id\np\nq\n"}};
    samen_network *network = read_files(files);
    samen_view *view = look(network, "partnerships=star; where=id!=d");
    samen__incidence in;
    samen__pairs pairs = {0};
    OK(samen__incidence_make(view, &in, &pairs, error));
    static const int64_t tie_start[] = {0, 2, 3, 3}, ties[] = {2, 4, 0};
    static const int64_t member_start[] = {0, 0, 2}, part_start[] = {0, 1, 1, 2};
    static const int32_t members[] = {0, 2}, sizes[] = {1, 3};
    static const uint8_t leads[] = {0, 1};
    ck_assert_mem_eq(in.tie_start, tie_start, sizeof tie_start);
    ck_assert_mem_eq(in.tie, ties, sizeof ties);
    ck_assert_mem_eq(in.member_start, member_start, sizeof member_start);
    ck_assert_mem_eq(in.member, members, sizeof members);
    ck_assert_mem_eq(in.is_lead, leads, sizeof leads);
    ck_assert_mem_eq(in.size, sizes, sizeof sizes);
    ck_assert_mem_eq(in.part_start, part_start, sizeof part_start);
    for (int64_t i = 0; i < 2; i++) {
        ck_assert_int_eq(in.part[i].partnership, 1);
        ck_assert_int_eq(in.part[i].place, i);
    }
    ck_assert_uint_eq(in.forms, 1);
    ck_assert_int_eq(in.projects, 1);
    ck_assert_int_eq(pairs.self_ties, 1);
    ck_assert_int_eq(pairs.leaderless, 0);
    samen__incidence_free(&in);
    samen_view_free(view);
    samen_network_free(network);
}
END

SUITE("view/incidence", partnerships_are_projected_in_every_way,
      newman_counts_members_outside_the_view, ties_and_partnerships_of_one_pair_add_up,
      a_member_with_several_rows_is_one_member, a_star_may_have_two_leads,
      these_roles_lead_unless_another_is_named, a_very_long_role_leads_where_there_is_one,
      lists_of_ties_and_members_are_complete_and_in_order)
