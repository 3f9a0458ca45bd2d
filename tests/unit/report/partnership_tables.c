/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "report/partnership_tables.h"

#include "../io/folder.h"
#include "build.h"

/* Four partnerships with members, one of which is there twice, and one without. */
static samen_network *clubs(void) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,name,sector\na,Alpha,x\nb,Beta,x\nc,,y\nd,,y\ne,,y\n"},
        {"partnerships.csv", "id,name,form,start,end\n"
                             "p,The P,action,2020-01-01,\nq,,learning,,\nr,,action,,2021-01-01\n"
                             "s,,action,,\nnobody,,resource,,\n"},
        {"memberships.csv",
         "partnership,organisation,role,start,end\n"
         "p,b,member,,\np,a,lead,,\np,a,funder,,\np,c,,,\n"
         "q,a,trekker,,\nq,d,chair,,\n"
         "r,a,member,,\nr,b,member,,\nr,c,member,,\nr,d,member,2019-01-01,2020-01-01\n"
         "s,c,lead,,\n"}};
    return read_files(files);
}

typedef samen_status (*maker)(const samen_view *view, const samen__members *members,
                              samen_table **out, samen_error *err);

static void is_made(const char *options, maker make, const char *expected) {
    samen_view *view = see(clubs(), options);
    samen__members members;
    samen_table *table = NULL;
    OK(samen__members_make(view, &members, error));
    OK(make(view, &members, &table, error));
    char *csv = table_csv(table);
    ck_assert_str_eq(csv, expected);
    samen_free(csv);
    samen_table_free(table);
    samen__members_free(&members);
    samen_view_free(view);
}

static samen_status by_role(const samen_view *view, const samen__members *members,
                            samen_table **out, samen_error *err) {
    (void)members;
    return samen__partnerships_by_role(view, out, err);
}

/* Oracle of all: the network above, counted by hand. */
TEST(members_count_once_in_each_partnership) {
    is_made("", samen__partnerships_each,
            "partnership,name,form,start,end,members,leads\n"
            "p,The P,action,2020-01-01,,3,a\nq,q,learning,,,2,\"a,d\"\n"
            "r,r,action,,2021-01-01,4,\ns,s,action,,,1,c\n");
}
END

TEST(forms_have_a_smallest_a_median_and_a_largest) {
    is_made("", samen__partnerships_by_form,
            "form,partnerships,share,smallest,median,largest\n"
            "all,4,1,1,2.5,4\nlearning,1,0.25,2,2,2\naction,3,0.75,1,3,4\n");
}
END

TEST(sizes_are_counted) {
    is_made("", samen__partnerships_by_size, "members,partnerships\n1,1\n2,1\n3,1\n4,1\n");
    is_made("where=sector=y", samen__partnerships_by_size, "members,partnerships\n1,3\n2,1\n");
}
END

TEST(organisations_take_part_and_lead) {
    is_made("", samen__partnerships_by_organisation,
            "organisation,name,partnerships,led,forms\n"
            "a,Alpha,3,2,2\nb,Beta,2,0,1\nc,c,3,1,1\nd,d,2,1,2\ne,e,0,0,0\n");
}
END

TEST(roles_are_counted_with_who_has_them) {
    is_made("", by_role,
            "role,memberships,organisations\n"
            "member,5,4\nlead,2,2\nfunder,1,1\ntrekker,1,1\nchair,1,1\n");
}
END

TEST(only_what_the_view_shows_counts) {
    is_made("from=2021-06-01; forms=action; lead=funder", samen__partnerships_each,
            "partnership,name,form,start,end,members,leads\n"
            "p,The P,action,2020-01-01,,3,a\ns,s,action,,,1,\n");
    is_made("organisations=e", samen__partnerships_by_form,
            "form,partnerships,share,smallest,median,largest\n");
    is_made("organisations=e", samen__partnerships_by_size, "members,partnerships\n");
    is_made("organisations=e", by_role, "role,memberships,organisations\n");
}
END

SUITE("report/partnership_tables", members_count_once_in_each_partnership,
      forms_have_a_smallest_a_median_and_a_largest, sizes_are_counted,
      organisations_take_part_and_lead, roles_are_counted_with_who_has_them,
      only_what_the_view_shows_counts)
