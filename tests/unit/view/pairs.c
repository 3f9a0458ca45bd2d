/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "view/view.h"

#include "scene.h"

typedef struct sight {
    const char *options, *ties;
} sight;

static void expect_all(samen_network *network, const sight *cases, size_t count) {
    for (size_t i = 0; i < count; i++)
        expect_ties(network, cases[i].options, cases[i].ties);
    samen_network_free(network);
}

#define EXPECT_ALL(network, cases) expect_all(network, cases, sizeof(cases) / sizeof(cases)[0])

/* Oracle: arithmetic on paper: 2 and 6 the one way, 3 undirected, 8 the other way. */
TEST(parallel_ties_become_one_by_the_rule) {
    static const sight cases[] = {
        {"", "a>b:action*11 b>a:action*11"},
        {"parallel=sum", "a>b:action*11 b>a:action*11"},
        {"parallel=max", "a>b:action*6 b>a:action*8"},
        {"parallel=min", "a>b:action*2 b>a:action*3"},
        {"parallel=mean", "a>b:action*3.66666666667 b>a:action*5.5"},
    };
    EXPECT_ALL(build("a>b:action*2 a>b:action*6 b-a:action*3 b>a:action*8"), cases);
}
END

/* Reports: a says 2 and 6, b says 8, and 3 is of both alike. With sum 3 counts once: 2+6+8+3 = 19. */
TEST(two_reports_become_one_by_the_rule_of_direction) {
    static const sight cases[] = {
        {"direction=either", "a-b:action*11"},
        {"direction=either; direction-weight=max", "a-b:action*11"},
        {"direction=either; direction-weight=min", "a-b:action*11"},
        {"direction=either; direction-weight=sum", "a-b:action*19"},
        {"direction=either; direction-weight=mean", "a-b:action*11"},
        {"direction=either; parallel=max", "a-b:action*8"},
        {"direction=either; parallel=max; direction-weight=min", "a-b:action*6"},
        {"direction=either; parallel=max; direction-weight=mean", "a-b:action*7"},
        {"direction=either; parallel=max; direction-weight=sum", "a-b:action*17"},
        {"direction=either; parallel=min; direction-weight=max", "a-b:action*3"},
        {"direction=either; parallel=min; direction-weight=sum", "a-b:action*13"},
        {"direction=both", "a-b:action*11"},
        {"direction=both; parallel=max", "a-b:action*6"},
        {"direction=both; parallel=max; direction-weight=max", "a-b:action*8"},
        {"direction=both; parallel=max; direction-weight=sum", "a-b:action*17"},
        {"direction=both; parallel=mean; direction-weight=mean", "a-b:action*4.58333333333"},
    };
    EXPECT_ALL(build("a>b:action*2 a>b:action*6 b-a:action*3 b>a:action*8"), cases);
}
END

TEST(one_report_is_a_tie_under_either_and_none_under_both) {
    static const sight cases[] = {
        {"", "a>b:action*2"},
        {"direction=either", "a-b:action*2"},
        {"direction=either; direction-weight=min", "a-b:action*2"},
        {"direction=either; direction-weight=mean", "a-b:action*2"},
        {"direction=either; direction-weight=sum", "a-b:action*2"},
        {"direction=both", ""},
        {"direction=both; direction-weight=max", ""},
        {"direction=both; direction-weight=sum", ""},
    };
    EXPECT_ALL(build("a>b:action*2"), cases);
}
END

TEST(an_undirected_tie_is_a_report_of_both) {
    static const sight cases[] = {
        {"", "b-a:action*2"},
        {"direction=either", "b-a:action*2"},
        {"direction=both", "b-a:action*2"},
        {"direction=either; direction-weight=sum", "b-a:action*2"},
        {"direction=both; direction-weight=sum", "b-a:action*2"},
        {"direction=both; direction-weight=mean", "b-a:action*2"},
    };
    EXPECT_ALL(build("b-a:action*2"), cases);
}
END

/* Confirmation is by form: a's consultation and b's action confirm nothing of each other. */
TEST(both_sides_must_report_the_same_form) {
    static const sight cases[] = {
        {"", "a>b:consultation,learning*5 b>a:learning,action*10"},
        {"direction=either", "a-b:consultation,learning,action*10"},
        {"direction=either; direction-weight=sum", "a-b:consultation,learning,action*15"},
        {"direction=both", "a-b:learning*3"},
        {"direction=both; direction-weight=max", "a-b:learning*4"},
        {"direction=both; forms=consultation,action", ""},
        {"direction=both; forms=learning", "a-b:learning*3"},
    };
    EXPECT_ALL(build("a>b:consultation*2 a>b:learning*3 b>a:learning*4 b>a:action*6"), cases);
}
END

TEST(forms_of_a_pair_are_kept_and_their_weights_become_one) {
    static const sight cases[] = {
        {"", "a-b:consultation,learning,action*7 b-c:learning*8"},
        {"parallel=max", "a-b:consultation,learning,action*4 b-c:learning*8"},
        {"parallel=min", "a-b:consultation,learning,action*1 b-c:learning*8"},
        {"forms=action,learning", "a-b:learning,action*3 b-c:learning*8"},
        {"forms=actienetwerk", "a-b:action*1"},
        {"forms=ad hoc", ""},
        {"forms=\"overleg, lerend netwerk\"", "a-b:consultation,learning*6 b-c:learning*8"},
    };
    EXPECT_ALL(build("a-b:action*1 a-b:learning*2 b-a:consultation*4 c-b:learning*8"), cases);
}
END

TEST(light_pairs_are_left_out) {
    static const sight cases[] = {
        {"min_weight=0", "a>b:action*2 b>a:action*1 b>c:action*4 c>b:action*4 d>e:action*9"},
        {"min_weight=1", "a>b:action*2 b>a:action*1 b>c:action*4 c>b:action*4 d>e:action*9"},
        {"min_weight=1.5", "a>b:action*2 b>c:action*4 c>b:action*4 d>e:action*9"},
        {"min-weight=3", "b>c:action*4 c>b:action*4 d>e:action*9"},
        {"min_weight=4", "b>c:action*4 c>b:action*4 d>e:action*9"},
        {"min_weight=4.1", "d>e:action*9"},
        {"direction=either; min_weight=2", "a-b:action*2 b-c:action*4 d-e:action*9"},
        {"direction=both; min_weight=2", "b-c:action*4"},
        {"direction=either; direction-weight=sum; min_weight=3",
         "a-b:action*3 b-c:action*4 d-e:action*9"},
    };
    EXPECT_ALL(build("a>b:action*2 b>a:action*1 b-c:action*1 c-b:action*3 d>e:action*9"), cases);
}
END

/* The whole pair is judged, all forms together, and goes or stays with all its forms. */
TEST(a_pair_of_many_light_forms_is_not_light) {
    static const sight cases[] = {
        {"min_weight=3", "a-b:learning,action*3"},
        {"min_weight=3; forms=action", ""},
        {"min_weight=3; parallel=max", ""},
    };
    EXPECT_ALL(build("a-b:action*1 a-b:learning*2"), cases);
}
END

TEST(ties_to_oneself_are_left_out) {
    static const sight cases[] = {{"", "a-b:action*1"}, {"drop-isolates=true", "a-b:action*1"}};
    EXPECT_ALL(build("a-a:action*9 a-b:action*1 c>c:action*9"), cases);
}
END

/* Inside: one cell for each form of a pair, with the rows behind it; light ways are gone from cells too, and
 * their rows with them. */
TEST(cells_hold_each_form_of_a_pair) {
    samen_network *network =
        build("a>b:action*2 a>b:action*3 a-b:learning*4 c>a:consultation*1 a>c:consultation*7");
    samen_view *view = look(network, "min_weight=2");
    samen__run run;
    const samen__pairs *pairs = NULL;
    OK(samen__run_prepare(NULL, 1, &run, error));
    OK(samen__view_pairs(view, &run, &pairs, error));
    ck_assert_int_eq(pairs->pairs, 2);
    ck_assert_int_eq(pairs->arcs, 3);
    static const struct {
        int32_t low, high, form;
        double forward, backward;
        uint32_t records;
        int undirected;
    } expected[] = {{0, 1, 3, 4, 4, 1, 1}, {0, 1, 5, 5, 0, 2, 0}, {0, 2, 0, 7, 0, 1, 0}};
    int count = 0;
    samen__cell cell;
    for (samen__walk walk = {0}; samen__next_cell(pairs, &walk, &cell); count++) {
        ck_assert_int_lt(count, 3);
        ck_assert_int_eq(cell.low, expected[count].low);
        ck_assert_int_eq(cell.high, expected[count].high);
        ck_assert_int_eq(cell.form, expected[count].form);
        ck_assert_double_eq(cell.forward, expected[count].forward);
        ck_assert_double_eq(cell.backward, expected[count].backward);
        ck_assert_uint_eq(cell.records, expected[count].records);
        ck_assert_int_eq(cell.undirected, expected[count].undirected);
    }
    ck_assert_int_eq(count, 3);
    samen__pair pair;
    samen__walk walk = {0};
    ck_assert(samen__next_pair(pairs, &walk, &pair));
    ck_assert_double_eq(pair.forward, 9);
    ck_assert_double_eq(pair.backward, 4);
    ck_assert_uint_eq(pair.forward_forms, 1u << 3 | 1u << 5);
    ck_assert_uint_eq(pair.backward_forms, 1u << 3);
    ck_assert_int_eq(pairs->light, 1);
    samen_view_free(view);
    samen_network_free(network);
}
END

/* More organisations than one task for a thread has rows; one thread and many give the same pairs in the
 * same order. Oracle: the ring itself. */
TEST(many_organisations_are_tied_in_order_by_any_number_of_threads) {
    enum { MANY = 3000 };
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    char from[16], to[16];
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < MANY; i++) {
        snprintf(from, sizeof from, "o%d", i);
        OK(samen_builder_add_organisation(builder, from, NULL, NULL, error));
    }
    for (int i = MANY - 1; i >= 0; i--) {
        snprintf(from, sizeof from, "o%d", i);
        snprintf(to, sizeof to, "o%d", (i + 1) % MANY);
        OK(samen_builder_add_tie(builder, from, to, "action", i + 1, NULL, NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    for (int32_t threads = 1; threads <= 4; threads += 3) {
        samen_run run = {.struct_size = sizeof run, .threads = threads};
        samen_view *view = look(network, "");
        samen_table *table = NULL;
        OK(samen_view_table(view, &run, &table, error));
        ck_assert_int_eq(samen_table_rows(table), MANY);
        for (int64_t row = 1; row < MANY; row++) {
            /* o0-o1, o0-o2999, o1-o2, o2-o3, ... */
            snprintf(from, sizeof from, "o%lld", row == 1 ? 0LL : (long long)row - 1);
            snprintf(to, sizeof to, "o%lld", row == 1 ? MANY - 1LL : (long long)row);
            ck_assert_str_eq(cell_text(table, row, "from"), from);
            ck_assert_str_eq(cell_text(table, row, "to"), to);
            ck_assert_double_eq(cell_number(table, row, "weight"), row == 1 ? MANY : (double)row);
        }
        samen_table_free(table);
        samen_view_free(view);
    }
    samen_network_free(network);
}
END

SUITE("view/pairs", parallel_ties_become_one_by_the_rule,
      two_reports_become_one_by_the_rule_of_direction,
      one_report_is_a_tie_under_either_and_none_under_both, an_undirected_tie_is_a_report_of_both,
      both_sides_must_report_the_same_form, forms_of_a_pair_are_kept_and_their_weights_become_one,
      light_pairs_are_left_out, a_pair_of_many_light_forms_is_not_light,
      ties_to_oneself_are_left_out, cells_hold_each_form_of_a_pair,
      many_organisations_are_tied_in_order_by_any_number_of_threads)
