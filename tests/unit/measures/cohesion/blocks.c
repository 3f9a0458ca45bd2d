/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties sorted into lines by form or by pair of groups. Oracle everywhere: a small network counted by hand. */
#include "measures/cohesion/blocks.h"

#include "../call.h"

/* Groups G (A, B) and V (C, D); E has none. Directed: A-B goes both ways in action. */
static const char ties[] = "A-B:action*2 A>B:learning B>C:action*3 C>B D>C:action E>A:action*5";
static const char groups_of[] = "A=G B=G C=V D=V";

static void look_at_line(const samen__blocks *b, int32_t line, double possible, int64_t count,
                         double weight) {
    ck_assert_msg(
        b->possible[line] == possible && b->ties[line] == count && b->weight[line] == weight,
        "line %d: %d ties of %g, %g", line, (int)b->ties[line], b->possible[line], b->weight[line]);
}

static samen__blocks make(const samen_view *view, samen__groups *groups) {
    samen__call call = call_on(&samen__cohesion_density, view);
    samen__blocks b;
    if (groups)
        OK(samen__groups_make(view, "sector", groups, error));
    OK(samen__blocks_make(&call, groups, 10, &b, error));
    return b;
}

TEST(directed_ties_by_form_count_ordered_pairs) {
    samen_view *view = see(build_grouped(ties, "sector", groups_of), "");
    samen__blocks b = make(view, NULL);
    ck_assert_int_eq(b.directed, 1);
    ck_assert_int_eq(b.count, 7);
    ck_assert_int_eq(b.entries, 6);
    look_at_line(&b, 0, 20, 6, 3 + 2 + 3 + 1 + 1 + 5); /* A>B has learning too */
    look_at_line(&b, b.lines.line[0], 20, 1, 1);
    look_at_line(&b, b.lines.line[1], 20, 0, 0);
    look_at_line(&b, b.lines.line[3], 20, 1, 1);
    look_at_line(&b, b.lines.line[5], 20, 5, 2 + 2 + 3 + 1 + 5);
    samen__blocks_free(&b);
    ck_assert_ptr_null(b.ties);
    samen_view_free(view);
}
END

TEST(undirected_ties_by_form_count_pairs) {
    samen_view *view = see(build_grouped(ties, "sector", groups_of), "direction=either");
    samen__blocks b = make(view, NULL);
    ck_assert_int_eq(b.directed, 0);
    look_at_line(&b, 0, 10, 4, 3 + 3 + 1 + 5);
    look_at_line(&b, b.lines.line[0], 10, 1, 1);
    look_at_line(&b, b.lines.line[5], 10, 4, 2 + 3 + 1 + 5);
    samen__blocks_free(&b);
    samen_view_free(view);
}
END

/* Rows go G G, G V, V G, V V: from the one group to the other. E>A is in no block. */
TEST(directed_blocks_are_from_one_group_to_another) {
    samen_view *view = see(build_grouped(ties, "sector", groups_of), "");
    samen__groups groups;
    samen__blocks b = make(view, &groups);
    ck_assert_int_eq(b.count, 4);
    look_at_line(&b, 0, 2, 2, 3 + 2);
    look_at_line(&b, 1, 4, 1, 3);
    look_at_line(&b, 2, 4, 1, 1);
    look_at_line(&b, 3, 2, 1, 1);
    for (int32_t line = 0; line < 4; line++) {
        ck_assert_int_eq(b.group[line], line / 2);
        ck_assert_int_eq(b.partner[line], line % 2);
    }
    samen__blocks_free(&b);
    samen__groups_free(&groups);
    samen_view_free(view);
}
END

/* Rows go G G, G V, V V. */
TEST(undirected_blocks_are_pairs_of_groups) {
    samen_view *view = see(build_grouped(ties, "sector", groups_of), "direction=either");
    samen__groups groups;
    samen__blocks b = make(view, &groups);
    ck_assert_int_eq(b.count, 3);
    look_at_line(&b, 0, 1, 1, 3);
    look_at_line(&b, 1, 4, 1, 3);
    look_at_line(&b, 2, 1, 1, 1);
    samen__blocks_free(&b);
    samen__groups_free(&groups);
    samen_view_free(view);
}
END

/* Three groups have six pairs of groups, each at its own place: a a, a b, a c, b b, b c, c c. */
TEST(three_groups_have_six_blocks) {
    static const int64_t counts[] = {1, 1, 0, 0, 1, 1};
    samen_view *view =
        see(build_grouped("A-B B-C D-E E-F", "sector", "A=a B=a C=b D=b E=c F=c"), "");
    samen__groups groups;
    samen__blocks b = make(view, &groups);
    ck_assert_int_eq(b.count, 6);
    for (int line = 0; line < 6; line++)
        ck_assert_int_eq(b.ties[line], counts[line]);
    samen__blocks_free(&b);
    samen__groups_free(&groups);
    samen_view_free(view);
}
END

/* What the bootstrap gets: every entry adds 1 to its lines, and organisations stay in their groups. */
TEST(the_bootstrap_sees_the_same_ties) {
    samen_view *view = see(build_grouped(ties, "sector", groups_of), "");
    samen__groups groups;
    samen__blocks whole = make(view, NULL), grouped = make(view, &groups);
    samen__resampling of_whole = samen__blocks_resampling(&whole);
    samen__resampling of_groups = samen__blocks_resampling(&grouped);
    ck_assert_int_eq(of_whole.strata, 1);
    ck_assert_ptr_null(of_whole.stratum);
    ck_assert_int_eq(of_groups.strata, 2);
    ck_assert_ptr_eq(of_groups.stratum, groups.of);
    int64_t sums[7] = {0};
    for (int64_t i = 0; i < of_whole.pairs; i++) {
        int32_t kind = of_whole.kind[i];
        for (int64_t a = of_whole.start[kind]; a < of_whole.start[kind + 1]; a++) {
            ck_assert_double_eq(of_whole.addend[a].value, 1);
            sums[of_whole.addend[a].total]++;
        }
    }
    ck_assert_int_eq(of_whole.kinds, 3); /* action, learning, both */
    for (int32_t line = 0; line < 7; line++)
        ck_assert_int_eq(sums[line], whole.ties[line]);
    /* E's tie is there and adds to nothing. */
    ck_assert_int_eq(of_groups.pairs, 6);
    int64_t added = 0;
    for (int64_t i = 0; i < of_groups.pairs; i++)
        added += of_groups.start[of_groups.kind[i] + 1] - of_groups.start[of_groups.kind[i]];
    ck_assert_int_eq(added, 5);
    samen__blocks_free(&whole);
    samen__blocks_free(&grouped);
    samen__groups_free(&groups);
    samen_view_free(view);
}
END

/* A group for each of many organisations, and many draws: more sums than memory is good for. */
TEST(too_many_pairs_of_groups_for_the_draws_are_a_limit) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    samen_table *table = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < 600; i++) {
        char key[16];
        snprintf(key, sizeof key, "o%d", i);
        OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
        OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, i, "self", key, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    samen_view *view = see(network, "");
    FAILS(SAMEN_ERR_LIMIT, "180300 pairs of groups and 1000 draws are too many",
          samen_measure(view, "cohesion.density", "table=group; group=self", NULL, &table, error));
    ck_assert_ptr_null(table);
    table = measure(view, "cohesion.density", "table=group; group=self; draws=0");
    ck_assert_int_eq(samen_table_rows(table), 180300);
    samen_table_free(table);
    samen_view_free(view);
}
END

SUITE("measures/cohesion/blocks", directed_ties_by_form_count_ordered_pairs,
      undirected_ties_by_form_count_pairs, directed_blocks_are_from_one_group_to_another,
      undirected_blocks_are_pairs_of_groups, three_groups_have_six_blocks,
      the_bootstrap_sees_the_same_ties, too_many_pairs_of_groups_for_the_draws_are_a_limit)
