/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where tools give different numbers for the same network: ours, with the others in the comments. */
#include "data.h"

static double one(const char *ties, const char *options, const char *name, const char *how,
                  const char *organisation, const char *column) {
    samen_view *view = see(build(ties), options);
    samen_table *table = measure(view, name, how);
    double value = of(table, organisation, column);
    samen_table_free(table);
    samen_view_free(view);
    return value;
}

/* A network of groups with these sizes and that many directed ties; which ones does not matter. */
static samen_view *groups_with_ties(const int *sizes, int groups, int ties) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    char from[16], to[16], group[16];
    int n = 0;
    OK(samen_builder_new(NULL, &builder, error));
    for (int g = 0; g < groups; g++) {
        for (int i = 0; i < sizes[g]; i++) {
            snprintf(from, sizeof from, "m%d", n);
            snprintf(group, sizeof group, "d%d", g);
            OK(samen_builder_add_organisation(builder, from, NULL, NULL, error));
            OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, n++, "department", group,
                                      error));
        }
    }
    for (int at = 1; ties > 0; at++) {
        samen_tie more = {.struct_size = sizeof more, .directed = 1};
        if (at / n == at % n)
            continue;
        snprintf(from, sizeof from, "m%d", at / n);
        snprintf(to, sizeof to, "m%d", at % n);
        OK(samen_builder_add_tie(builder, from, to, "consultation", 1, &more, NULL, error));
        ties--;
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return see(network, "");
}

/* D. Krackhardt, Social Networks 9(2), 1987: 190 ties of advice among 21 managers, in departments of 1,
 * 5, 8, 4 and 3. Expectation and deviation need no more than these numbers. sna: 23.836. */
TEST(the_deviation_of_representatives_at_krackhardts_firm_is_exact) {
    static const int sizes[] = {1, 5, 8, 4, 3};
    samen_view *view = groups_with_ties(sizes, 5, 190);
    samen_table *table =
        measure(view, "brokerage.roles", "group=department; table=network; draws=0");
    printed(cell_number(table, row_with(table, "role", "representative"), "std_dev"), 20.107, 3,
            "deviation of representatives");
    printed(cell_number(table, row_with(table, "role", "gatekeeper"), "std_dev"), 20.107, 3,
            "deviation of gatekeepers");
    samen_table_free(table);
    samen_view_free(view);
}
END

/* Two brokers that differ in who shares their group: it stands with the sender for a representative, with
 * the receiver for a gatekeeper. Some packages have the two names the other way round. */
TEST(a_representative_speaks_for_its_group_and_a_gatekeeper_lets_into_it) {
    static const char groups[] = "A1=a A2=a B1=b B2=b";
    samen_view *out = see(build_grouped("A1>A2 A2>B1 B2", "sector", groups), "");
    samen_view *in = see(build_grouped("A1>B1 B1>B2 A2", "sector", groups), "");
    samen_table *sends = measure(out, "brokerage.roles", "group=sector");
    samen_table *lets = measure(in, "brokerage.roles", "group=sector");
    ck_assert_double_eq(of(sends, "A2", "representative"), 1);
    ck_assert_double_eq(of(sends, "A2", "gatekeeper"), 0);
    ck_assert_double_eq(of(lets, "B1", "gatekeeper"), 1);
    ck_assert_double_eq(of(lets, "B1", "representative"), 0);
    samen_table_free(sends);
    samen_table_free(lets);
    samen_view_free(out);
    samen_view_free(in);
}
END

/* Three organisations, one tie between two, two ties of organisations to themselves. Density 1/6, expected
 * total 6 * 1/36 * 5/6 = .139; with the self-ties in the density (1/2) it would be .75, as in sna. A
 * group of one has no coordinators, which is 0 and not undefined. */
TEST(self_ties_do_not_enter_the_expectation_of_roles) {
    samen_view *view =
        see(build_grouped("A>B A>A B>B C", "sector", "A=a B=a C=c"), "direction=recorded");
    samen_table *table = measure(view, "brokerage.roles", "group=sector; table=network; draws=0");
    samen_table *each =
        measure(view, "brokerage.roles", "group=sector; table=significance; draws=0");
    printed(cell_number(table, row_with(table, "role", "total"), "expected"), .139, 3,
            "expected total");
    for (int64_t row = 0; row < samen_table_rows(each); row++)
        ck_assert(!cell_is_null(each, row, "expected") && !cell_is_null(each, row, "std_dev"));
    samen_table_free(table);
    samen_table_free(each);
    samen_view_free(view);
}
END

/* A ring A-B-C-D in which A and C are joined strongly through B, 9 and 9, and weakly through D, 1 and 1.
 * As strengths, the way is through B; read as lengths, through D. */
TEST(a_weight_is_a_strength_unless_it_is_said_to_be_a_length) {
    static const char ring[] = "A-B*9 B-C*9 C-D*1 D-A*1", name[] = "brokerage.betweenness";
    static const char length[] = "weighted=true; distance=weight";
    ck_assert_double_eq(one(ring, "", name, "weighted=true", "B", "betweenness"), 1);
    ck_assert_double_eq(one(ring, "", name, "weighted=true", "D", "betweenness"), 0);
    ck_assert_double_eq(one(ring, "", name, length, "B", "betweenness"), 0);
    ck_assert_double_eq(one(ring, "", name, length, "D", "betweenness"), 1);
}
END

/* Two partnerships, of A, B, C, D and of A, B: A and B share two of them, or 1/3 + 1 in Newman's weights
 * (Physical Review E 64, 016132, 2001). */
TEST(shared_partnerships_are_counted_or_weighed_by_their_size) {
    static const char *const members[][2] = {{"w1", "A"}, {"w1", "B"}, {"w1", "C"},
                                             {"w1", "D"}, {"w2", "A"}, {"w2", "B"}};
    static const struct {
        const char *options;
        double value;
        int digits;
    } cases[] = {{"partnerships=count", 2, 0},
                 {"partnerships=newman", 1.333, 3},
                 {"partnerships=binary", 1, 0}};
    for (int c = 0; c < 3; c++) {
        samen_builder *builder = NULL;
        samen_network *network = NULL;
        OK(samen_builder_new(NULL, &builder, error));
        for (char key[] = "A"; key[0] <= 'D'; key[0]++)
            OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
        OK(samen_builder_add_partnership(builder, "w1", NULL, "action", NULL, NULL, NULL, error));
        OK(samen_builder_add_partnership(builder, "w2", NULL, "action", NULL, NULL, NULL, error));
        for (int m = 0; m < 6; m++)
            OK(samen_builder_add_membership(builder, members[m][0], members[m][1], NULL, NULL,
                                            error));
        OK(samen_builder_finish(builder, &network, error));
        samen_builder_free(builder);
        samen_view *view = see(network, cases[c].options);
        samen_table *ties = NULL;
        OK(samen_view_table(view, NULL, &ties, error));
        ck_assert_str_eq(cell_text(ties, 0, "from"), "A");
        ck_assert_str_eq(cell_text(ties, 0, "to"), "B");
        printed(cell_number(ties, 0, "weight"), cases[c].value, cases[c].digits,
                "the weight of A-B");
        samen_table_free(ties);
        samen_view_free(view);
    }
}
END

/* Undirected pairs count once: the Medici have 47.5. With every marriage written both ways, as two
 * directed ties, all pairs count twice: 95, as sna gives for a symmetric matrix. */
TEST(undirected_betweenness_counts_every_pair_once) {
    char both[2048] = "", *copy = strdup(padgett_marriage), *rest = NULL;
    for (char *tie = strtok_r(copy, " ", &rest); tie; tie = strtok_r(NULL, " ", &rest)) {
        size_t length = strcspn(tie, "-"), used = strlen(both);
        snprintf(both + used, sizeof both - used, "%.*s>%s %s>%.*s ", (int)length, tie,
                 tie + length + 1, tie + length + 1, (int)length, tie);
    }
    printed(one(padgett_marriage, "", "brokerage.betweenness", "", "Medici", "betweenness"), 47.5,
            1, "undirected");
    printed(one(both, "", "brokerage.betweenness", "", "Medici", "betweenness"), 95, 0, "directed");
    free(copy);
}
END

SUITE("reference/tools", the_deviation_of_representatives_at_krackhardts_firm_is_exact,
      a_representative_speaks_for_its_group_and_a_gatekeeper_lets_into_it,
      self_ties_do_not_enter_the_expectation_of_roles,
      a_weight_is_a_strength_unless_it_is_said_to_be_a_length,
      shared_partnerships_are_counted_or_weighed_by_their_size,
      undirected_betweenness_counts_every_pair_once)
