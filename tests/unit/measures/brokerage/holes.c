/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

static double value(const samen_table *table, const char *organisation, const char *column) {
    return cell_number(table, row_with(table, "organisation", organisation), column);
}

static samen_table *find(const char *ties, const char *options) {
    samen_view *view = see(build(ties), "");
    samen_table *table = measure(view, "brokerage.holes", options);
    samen_view_free(view);
    return table;
}

/* Worked out by hand. b has three contacts, of which a and c are tied: p is 1/3 each, a's and c's shares 1/2.
 * b: a and c (1/3 + 1/6)^2 each, d (1/3)^2; redundancy 1/3 + 1/3. d: all on b, and nothing through others. */
TEST(a_triangle_with_a_tail_is_as_on_paper) {
    samen_table *table = find("a-b b-c a-c b-d e", "");
    CLOSE(value(table, "b", "constraint"), 0.25 + 0.25 + 1.0 / 9, 1e-15);
    CLOSE(value(table, "b", "effective_size"), 3 - 2.0 / 3, 1e-15);
    CLOSE(value(table, "b", "efficiency"), (3 - 2.0 / 3) / 3, 1e-15);
    ck_assert_double_eq(value(table, "d", "constraint"), 1);
    ck_assert_double_eq(value(table, "d", "effective_size"), 1);
    ck_assert_double_eq(value(table, "d", "hierarchy"), 1);
    ck_assert_double_eq(value(table, "b", "contacts"), 3);
    ck_assert_double_eq(value(table, "e", "contacts"), 0);
    ck_assert(cell_is_null(table, row_with(table, "organisation", "e"), "constraint"));
    ck_assert(cell_is_null(table, row_with(table, "organisation", "e"), "hierarchy"));
    samen_table_free(table);
}
END

/* In the ego network of b, a's ties are those to b and c alone; of a, b's those to a and c, so d is gone:
 * a sees a triangle, whose constraint is (1/2 + 1/4)^2 twice. */
TEST(the_ego_model_leaves_out_what_lies_beyond) {
    samen_table *whole = find("a-b b-c a-c b-d", ""), *ego = find("a-b b-c a-c b-d", "model=ego");
    /* To b also over c, who gives b a half; to c also over b, who gives c a third. */
    CLOSE(value(whole, "a", "constraint"), 0.75 * 0.75 + 4.0 / 9, 1e-15);
    CLOSE(value(ego, "a", "constraint"), 2 * 0.75 * 0.75, 1e-15);
    CLOSE(value(ego, "b", "constraint"), value(whole, "b", "constraint"), 1e-15);
    samen_table_free(whole);
    samen_table_free(ego);
}
END

/* Weights 3 and 1: p 3/4 and 1/4, no ties between contacts. Directed ties are added up both ways. */
TEST(weights_and_directions_make_strengths) {
    static const struct {
        const char *ties, *options;
        double constraint;
    } cases[] = {{"a-b:action*3 a-c:action*1", "weighted=true", 10.0 / 16},
                 {"a-b:action*3 a-c:action*1", "", 0.5},
                 {"a>b:action*2 b>a:action*1 a>c:action*1", "weighted=true", 10.0 / 16},
                 {"a>b:action*2 b>a:action*1 a>c:action*1", "", 5.0 / 9}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *table = find(cases[i].ties, cases[i].options);
        CLOSE(value(table, "a", "constraint"), cases[i].constraint, 1e-15);
        ck_assert_double_eq(value(table, "a", "contacts"), 2);
        samen_table_free(table);
    }
}
END

/* A row for each organisation and contact; the constraints of one add up to its own. */
TEST(dyads_add_up_to_their_organisation) {
    static const char ties[] = "a-b:action*2 b-c:action*3 a-c:action*1 b-d:action*5 e";
    samen_table *whole = find(ties, "weighted=true");
    samen_table *dyads = find(ties, "weighted=true; table=dyad");
    double constraint = 0, redundancy = 0;
    ck_assert_int_eq(samen_table_rows(dyads), 8);
    for (int64_t row = 0; row < samen_table_rows(dyads); row++) {
        if (strcmp(cell_text(dyads, row, "organisation"), "b") != 0)
            continue;
        constraint += cell_number(dyads, row, "constraint");
        redundancy += cell_number(dyads, row, "redundancy");
    }
    CLOSE(constraint, value(whole, "b", "constraint"), 1e-15);
    CLOSE(3 - redundancy, value(whole, "b", "effective_size"), 1e-15);
    samen_table_free(whole);
    samen_table_free(dyads);
}
END

SUITE("measures/brokerage/holes", a_triangle_with_a_tail_is_as_on_paper,
      the_ego_model_leaves_out_what_lies_beyond, weights_and_directions_make_strengths,
      dyads_add_up_to_their_organisation)
