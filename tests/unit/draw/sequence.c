/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/sequence.h"

#include "graphs.h"
#include "peopled.h"

/* The keys in order, a bar between groups. */
static void expect(samen_view *view, const char *group, uint32_t way, const char *keys) {
    peopled p = people(view, group);
    samen__sequence s;
    char seen[256] = "";
    OK(samen__sequence_make(&p.call, &p.scene, way, 0, &s, error));
    for (int32_t i = 0; i < s.stretches; i++) {
        for (int32_t at = s.stretch[i].from; at < s.stretch[i].to; at++) {
            strcat(seen, at > s.stretch[i].from ? " " : i > 0 ? " | " : "");
            strcat(seen, samen_view_key(view, s.at[at]));
            ck_assert_int_eq(s.place[s.at[at]], at);
        }
    }
    ck_assert_str_eq(seen, keys);
    samen__sequence_free(&s);
    people_free(&p);
}

TEST(orders_are_as_recorded_by_name_and_by_partners) {
    static const char ties[] = "D-C D-A D-B B-C E";
    expect(see(build(ties), ""), NULL, SAMEN__SEQUENCE_RECORDED, "D C A B E");
    expect(see(build(ties), ""), NULL, SAMEN__SEQUENCE_NAME, "A B C D E");
    expect(see(build(ties), ""), NULL, SAMEN__SEQUENCE_DEGREE, "D C B A E");
}
END

TEST(groups_stand_together_the_largest_first_and_those_without_last) {
    static const char ties[] = "A-B B-C C-D D-E E-F F-G G-B";
    static const char groups[] = "A=x C=y D=y E=z F=y";
    expect(see(build_grouped(ties, "sector", groups), ""), "sector", SAMEN__SEQUENCE_NAME,
           "C D F | A | E | B G");
    expect(see(build_grouped(ties, "sector", "A=x B=x C=y D=y E=y F=x G=y"), ""), "sector",
           SAMEN__SEQUENCE_DEGREE, "C D E G | B F A");
}
END

/* Two stars: leaves of one centre have the same partner. */
TEST(seriation_puts_those_with_the_same_ties_beside_each_other) {
    peopled p = people(see(build("X-a Y-b X-c Y-d X-e Y-f X-Y Z"), ""), NULL);
    samen__sequence s;
    OK(samen__sequence_make(&p.call, &p.scene, SAMEN__SEQUENCE_SERIATION, 0, &s, error));
    ck_assert_int_eq(s.stretches, 1);
    ck_assert_int_eq(s.stretch[0].tree.leaves, 9);
    char seen[16] = "";
    for (int i = 0; i < 9; i++)
        strcat(seen, samen_view_key(p.view, s.at[i]));
    ck_assert_msg(strstr(seen, "ace") || strstr(seen, "aec") || strstr(seen, "cae") ||
                      strstr(seen, "cea") || strstr(seen, "eac") || strstr(seen, "eca"),
                  "%s", seen);
    for (int k = 0; k < 4; k++)
        ck_assert_double_eq(s.stretch[0].tree.join[k].height, 0); /* three of each star */
    ck_assert_double_gt(s.stretch[0].tree.join[4].height, 0);
    samen__sequence_free(&s);
    people_free(&p);
}
END

TEST(each_group_has_a_tree_of_its_own) {
    peopled p = people(
        see(build_grouped("A-B B-C C-D D-E E-F F-A A-D", "sector", "A=x B=x C=x D=x E=y F=y"), ""),
        "sector");
    samen__sequence s;
    OK(samen__sequence_make(&p.call, &p.scene, SAMEN__SEQUENCE_SERIATION, 0, &s, error));
    ck_assert_int_eq(s.stretches, 2);
    ck_assert_int_eq(s.stretch[0].tree.leaves, 4);
    ck_assert_int_eq(s.stretch[1].tree.leaves, 2);
    for (int i = 0; i < 6; i++)
        ck_assert_int_eq(p.scene.groups.of[s.at[i]], i < 4 ? 0 : 1);
    samen__sequence_free(&s);
    people_free(&p);
}
END

/* More than are clustered: cliques of six in a ring of them. */
TEST(too_many_organisations_stand_in_communities) {
    enum { CLIQUE = 6, CLIQUES = 340 };
    graph g = graph_new(CLIQUE * CLIQUES, 0);
    for (int c = 0; c < CLIQUES; c++) {
        for (int i = 0; i < CLIQUE; i++) {
            for (int j = 0; j < i; j++)
                graph_tie(&g, j * CLIQUES + c, i * CLIQUES + c, 1);
        }
        graph_tie(&g, c, (c + 1) % CLIQUES, 1);
    }
    peopled p = people(see(graph_network(&g), ""), NULL);
    samen__sequence s;
    ck_assert_int_gt(p.scene.organisations, SAMEN__MOST_CLUSTERED);
    OK(samen__sequence_make(&p.call, &p.scene, SAMEN__SEQUENCE_SERIATION, 0, &s, error));
    ck_assert_ptr_null(s.stretch[0].tree.join);
    int together = 0;
    for (int i = 1; i < g.n; i++)
        together += s.at[i] % CLIQUES == s.at[i - 1] % CLIQUES;
    ck_assert_int_ge(together, CLIQUES * (CLIQUE - 1) * 95 / 100);
    samen__sequence_free(&s);
    people_free(&p);
    graph_free(&g);
}
END

SUITE("the order of a matrix", orders_are_as_recorded_by_name_and_by_partners,
      groups_stand_together_the_largest_first_and_those_without_last,
      seriation_puts_those_with_the_same_ties_beside_each_other, each_group_has_a_tree_of_its_own,
      too_many_organisations_stand_in_communities)
