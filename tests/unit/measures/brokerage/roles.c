/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

/* Two municipalities, two associations, one school, and one without a sector, whose ties do not count.
 * Directed: a > b > c > d, e > b, b > f. */
static const char chain[] = "a>b b>c c>d e>b b>f";
static const char sectors[] = "a=GOV b=GOV c=VOL d=VOL e=EDU";

static samen_table *find(const char *ties, const char *options) {
    char text[200];
    samen_view *view = see(build_grouped(ties, "sector", sectors), "");
    snprintf(text, sizeof text, "group=sector; %s", options);
    samen_table *table = measure(view, "brokerage.roles", text);
    samen_view_free(view);
    return table;
}

static double value(const samen_table *table, const char *organisation, const char *column) {
    return cell_number(table, row_with(table, "organisation", organisation), column);
}

/* By hand: a > b > c is from b's own group to another, e > b > c between two others, b > c > d into c's. */
TEST(directed_roles_are_as_on_paper) {
    samen_table *table = find(chain, "");
    ck_assert_double_eq(value(table, "b", "representative"), 1);
    ck_assert_double_eq(value(table, "b", "liaison"), 1);
    ck_assert_double_eq(value(table, "b", "total"), 2);
    ck_assert_double_eq(value(table, "c", "gatekeeper"), 1);
    ck_assert_double_eq(value(table, "c", "total"), 1);
    ck_assert_double_eq(value(table, "a", "total"), 0);
    ck_assert(cell_is_null(table, row_with(table, "organisation", "f"), "total"));
    samen_table_free(table);
}
END

/* A tie from first to last closes the two-path; one the other way does not. */
TEST(a_tie_across_closes_only_its_own_direction) {
    samen_table *closed = find("a>b b>c a>c d e", ""), *open = find("a>b b>c c>a d e", "");
    ck_assert_double_eq(value(closed, "b", "total"), 0);
    ck_assert_double_eq(value(open, "b", "total"), 1);
    ck_assert_double_eq(value(open, "a", "total"), 1);
    samen_table_free(closed);
    samen_table_free(open);
}
END

/* Undirected, the two mixed roles are one, and the total has it once. */
TEST(undirected_roles_count_each_two_path_once) {
    samen_table *table = find("a-b b-c c-d e-b", "");
    ck_assert_double_eq(value(table, "b", "representative"), 2); /* a-b-c, a-b-e */
    ck_assert_double_eq(value(table, "b", "gatekeeper"), 2);
    ck_assert_double_eq(value(table, "b", "liaison"), 1); /* c-b-e */
    ck_assert_double_eq(value(table, "b", "total"), 3);
    samen_table_free(table);
}
END

/* All in one group: shuffling changes nothing, so every draw is at least and at most what was seen. */
TEST(shuffles_of_one_group_give_p_of_one) {
    static const char *const tables[] = {"table=network; draws=700",
                                         "table=significance; draws=700"};
    for (int i = 0; i < 2; i++) {
        samen_view *view = see(build_grouped("a-b b-c c-d", "sector", "a=X b=X c=X d=X"), "");
        char text[80];
        snprintf(text, sizeof text, "group=sector; %s", tables[i]);
        samen_table *table = measure(view, "brokerage.roles", text);
        for (int64_t row = 0; row < samen_table_rows(table); row++) {
            ck_assert_double_eq(cell_number(table, row, "p_more"), 1);
            ck_assert_double_eq(cell_number(table, row, "p_fewer"), 1);
            ck_assert_double_eq(cell_number(table, row, "draws"), 700);
        }
        samen_table_free(table);
        samen_view_free(view);
    }
}
END

/* Oracle: adding up. Without draws there is no p. */
TEST(counts_of_the_network_are_sums_over_organisations) {
    samen_table *each = find(chain, ""), *whole = find(chain, "table=network; draws=0");
    static const char *const roles[] = {"coordinator", "itinerant", "representative",
                                        "gatekeeper",  "liaison",   "total"};
    for (int i = 0; i < 6; i++) {
        double sum = 0;
        for (int64_t row = 0; row < samen_table_rows(each); row++)
            sum += cell_is_null(each, row, roles[i]) ? 0 : cell_number(each, row, roles[i]);
        ck_assert_double_eq(cell_number(whole, row_with(whole, "role", roles[i]), "count"), sum);
        ck_assert(cell_is_null(whole, i, "p_more"));
    }
    samen_table_free(each);
    samen_table_free(whole);
}
END

SUITE("measures/brokerage/roles", directed_roles_are_as_on_paper,
      a_tie_across_closes_only_its_own_direction, undirected_roles_count_each_two_path_once,
      shuffles_of_one_group_give_p_of_one, counts_of_the_network_are_sums_over_organisations)
