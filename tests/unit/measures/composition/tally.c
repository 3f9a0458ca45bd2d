/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting in buckets. Oracle everywhere: the sample counted by hand. */
#include "measures/composition/tally.h"

#include "../call.h"
#include "sample.h"

enum { CONSULTATION, AD_HOC, INFORMATION, LEARNING, RESOURCE, ACTION };

/* What a line of a bucket must hold. */
typedef struct expectation {
    int64_t bucket;
    int32_t form; /* -1: all */
    samen__tally tally;
} expectation;

static void look_at(samen__buckets kind, int64_t buckets, const expectation *expected, int count) {
    samen_view *view = sample_view("");
    samen__call call = call_on(&samen__composition_forms, view);
    samen__groups groups = {0};
    samen__tallies t;
    OK(samen__groups_make(view, "sector", &groups, error));
    OK(samen__tally_make(&call, kind, &groups, &t, error));
    ck_assert_int_eq(t.buckets, buckets);
    ck_assert_int_eq(t.lines.count, 7);
    for (int i = 0; i < count; i++) {
        int32_t line = expected[i].form < 0 ? 0 : t.lines.line[expected[i].form];
        const samen__tally *is = &t.tally[expected[i].bucket * t.lines.count + line];
        const samen__tally *want = &expected[i].tally;
        ck_assert_msg(is->ties == want->ties && is->records == want->records &&
                          is->pairs == want->pairs && is->partnerships == want->partnerships &&
                          is->weight == want->weight,
                      "bucket %d, form %d: %d ties, %d records, %d pairs, %d partnerships, %g",
                      (int)expected[i].bucket, expected[i].form, (int)is->ties, (int)is->records,
                      (int)is->pairs, (int)is->partnerships, is->weight);
    }
    samen__tally_free(&t);
    ck_assert_ptr_null(t.tally);
    samen__groups_free(&groups);
    samen_view_free(view);
}

#define LOOK_AT(kind, buckets, expected)                                                           \
    look_at(kind, buckets, expected, (int)(sizeof(expected) / sizeof(expected)[0]))

/* Tallies are ties, records, pairs, partnerships, weight. */
TEST(the_whole_has_every_tie_once) {
    static const expectation expected[] = {
        {0, -1, {6, 6, 4, 3, 13}},      {0, CONSULTATION, {1, 1, 1, 1, 2}},
        {0, AD_HOC, {1, 1, 1, 0, 4}},   {0, INFORMATION, {0, 0, 0, 0, 0}},
        {0, LEARNING, {1, 1, 1, 0, 1}}, {0, RESOURCE, {0, 0, 0, 0, 0}},
        {0, ACTION, {3, 3, 2, 2, 6}},
    };
    LOOK_AT(SAMEN__WHOLE, 1, expected);
}
END

TEST(a_tie_counts_for_both_of_its_organisations_and_a_partnership_for_each_member) {
    static const expectation expected[] = {
        {0, -1, {3, 3, 2, 1, 9}},     {0, CONSULTATION, {1, 1, 1, 0, 2}},
        {0, AD_HOC, {1, 1, 1, 0, 4}}, {0, ACTION, {1, 1, 1, 1, 3}},
        {1, -1, {4, 4, 2, 1, 8}},     {1, ACTION, {3, 3, 2, 1, 6}},
        {2, -1, {3, 3, 2, 1, 4}},     {2, LEARNING, {1, 1, 1, 0, 1}},
        {3, -1, {2, 2, 2, 1, 5}},     {3, CONSULTATION, {0, 0, 0, 1, 0}},
        {4, -1, {0, 0, 0, 2, 0}},     {4, ACTION, {0, 0, 0, 1, 0}},
    };
    LOOK_AT(SAMEN__EACH_ORGANISATION, 5, expected);
}
END

TEST(a_tie_counts_once_in_each_group_that_it_touches) {
    static const expectation expected[] = {
        {0, -1, {5, 5, 3, 1, 12}}, {0, ACTION, {3, 3, 2, 1, 6}}, {0, AD_HOC, {1, 1, 1, 0, 4}},
        {1, -1, {4, 4, 3, 2, 8}},  {1, ACTION, {2, 2, 1, 1, 3}}, {1, CONSULTATION, {0, 0, 0, 1, 0}},
    };
    LOOK_AT(SAMEN__EACH_GROUP, 2, expected);
}
END

TEST(a_group_has_a_partnership_with_itself_when_two_members_are_of_it) {
    static const expectation expected[] = {
        {0, -1, {2, 2, 1, 1, 5}},     {0, ACTION, {1, 1, 1, 1, 3}}, {1, -1, {3, 3, 2, 1, 7}},
        {1, AD_HOC, {1, 1, 1, 0, 4}}, {2, -1, {1, 1, 1, 0, 1}},     {2, LEARNING, {1, 1, 1, 0, 1}},
    };
    LOOK_AT(SAMEN__EACH_GROUP_PAIR, 3, expected);
}
END

/* Every two groups have a bucket, in either order the same, and no two share one. */
TEST(pairs_of_groups_fill_the_buckets) {
    for (int32_t count = 1; count <= 6; count++) {
        const samen__groups groups = {.count = count};
        int64_t next = 0;
        for (int32_t a = 0; a < count; a++) {
            for (int32_t b = a; b < count; b++) {
                ck_assert_int_eq(samen__group_pair(&groups, a, b), next);
                ck_assert_int_eq(samen__group_pair(&groups, b, a), next++);
            }
        }
        ck_assert_int_eq(next, count * (count + 1) / 2);
    }
}
END

TEST(a_cell_is_one_tie_or_one_each_way) {
    static const struct {
        samen__cell cell;
        int64_t ties;
        double weight;
    } cases[] = {{{.forward = 2, .backward = 2, .undirected = 1}, 1, 2},
                 {{.forward = 2, .backward = 0}, 1, 2},
                 {{.forward = 0, .backward = 3}, 1, 3},
                 {{.forward = 2, .backward = 3}, 2, 5},
                 {{.forward = 2, .backward = 2}, 2, 4}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ck_assert_int_eq(samen__cell_ties(&cases[i].cell), cases[i].ties);
        ck_assert_double_eq(samen__cell_weight(&cases[i].cell), cases[i].weight);
    }
}
END

/* Groups are in the order of their labels, whatever the order of organisations; one partnership after the
 * other starts anew. */
TEST(the_order_of_organisations_and_partnerships_does_not_matter) {
    static const odd_network later = {"later groups first",  "C-A B", "C=VOL A=GOV B=GOV", NULL,
                                      "p:A p:B q:A q:C r:B", ""};
    samen_view *view = see(odd_make(&later), "");
    samen__call call = call_on(&samen__composition_forms, view);
    samen__groups groups;
    samen__tallies t;
    OK(samen__groups_make(view, "sector", &groups, error));
    OK(samen__tally_make(&call, SAMEN__EACH_GROUP_PAIR, &groups, &t, error));
    static const int64_t pairs[] = {0, 1, 0}, partnerships[] = {1, 1, 0};
    for (int bucket = 0; bucket < 3; bucket++) {
        ck_assert_int_eq(t.tally[bucket * t.lines.count].pairs, pairs[bucket]);
        ck_assert_int_eq(t.tally[bucket * t.lines.count].partnerships, partnerships[bucket]);
    }
    samen__tally_free(&t);
    OK(samen__tally_make(&call, SAMEN__EACH_GROUP, &groups, &t, error));
    ck_assert_int_eq(t.tally[0].partnerships, 3);
    ck_assert_int_eq(t.tally[t.lines.count].partnerships, 1);
    samen__tally_free(&t);
    samen__groups_free(&groups);
    samen_view_free(view);
}
END

/* A membership that is given twice is one, and of organisations that are not seen none. */
TEST(a_member_counts_once_and_only_when_it_is_seen) {
    static const odd_network boards = {"boards", "A B C",           "A=GOV B=GOV",
                                       NULL,     "p:A p:A p:B q:C", "where=sector=GOV"};
    samen_view *view = see(odd_make(&boards), boards.options);
    samen__call call = call_on(&samen__composition_forms, view);
    samen__tallies t;
    OK(samen__tally_make(&call, SAMEN__WHOLE, NULL, &t, error));
    ck_assert_int_eq(t.tally[0].partnerships, 1);
    samen__tally_free(&t);
    OK(samen__tally_make(&call, SAMEN__EACH_ORGANISATION, NULL, &t, error));
    ck_assert_int_eq(t.tally[0].partnerships, 1);
    samen__tally_free(&t);
    samen_view_free(view);
}
END

SUITE("measures/composition/tally", the_whole_has_every_tie_once,
      a_tie_counts_for_both_of_its_organisations_and_a_partnership_for_each_member,
      a_tie_counts_once_in_each_group_that_it_touches,
      a_group_has_a_partnership_with_itself_when_two_members_are_of_it,
      pairs_of_groups_fill_the_buckets, a_cell_is_one_tie_or_one_each_way,
      the_order_of_organisations_and_partnerships_does_not_matter,
      a_member_counts_once_and_only_when_it_is_seen)
