/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/scene.h"

#include "build.h"
#include "draw/registry.h"

static samen__scene scene_of(const samen_view *view, const char *group, const char *size) {
    samen__scene scene;
    samen__draw_call call = {.drawing = &samen__drawing_sociogram,
                             .view = view,
                             .argument = 3,
                             .run = {.threads = 1, .seed = 1, .to = 1}};
    OK(samen__view_pairs(view, &call.run, &call.pairs, error));
    OK(samen__scene_make(&call, group, size, &scene, error));
    return scene;
}

TEST(ties_come_one_form_at_a_time_with_their_place_among_the_parallel_ones) {
    samen_view *view = see(build("A-B:consultation*2 A>B:action*5 C>A:action B-D"), "");
    samen__scene s = scene_of(view, NULL, "none");
    ck_assert_int_eq(s.organisations, 4);
    ck_assert_int_eq(s.strokes, 4);
    ck_assert_int_eq(s.stroke[0].slots, 2);
    ck_assert_int_eq(s.stroke[1].slot, 1);
    ck_assert_int_eq(s.stroke[0].undirected, 1);
    ck_assert_int_eq(s.stroke[1].undirected, 0);
    ck_assert_double_eq(s.stroke[1].forward, 5);
    ck_assert_double_eq(s.stroke[1].backward, 0);
    ck_assert_double_eq(s.stroke[2].backward, 1); /* from C, which is higher, to A */
    ck_assert_double_eq(s.strongest, 5);
    ck_assert_double_eq(s.weakest, 1);
    ck_assert_int_eq(s.partners[0], 2);
    ck_assert_int_eq(s.partners[3], 1);
    ck_assert_ptr_null(s.value);
    samen__scene_free(&s);
    samen_view_free(view);
}
END

TEST(groups_are_ranked_by_size_and_sizes_are_columns_of_measures) {
    samen_view *view = see(build_grouped("A-B B-C C-D", "sector", "A=x B=y C=y"), "");
    samen__scene s = scene_of(view, "sector", "betweenness");
    ck_assert_int_eq(s.groups.count, 2);
    ck_assert_int_eq(s.rank[0], 1);
    ck_assert_int_eq(s.rank[1], 0);
    ck_assert_double_eq(s.value[1], 2);
    ck_assert_double_eq(s.largest_value, 2);
    ck_assert_str_eq(s.value_name, "betweenness");
    samen__scene_free(&s);
    s = scene_of(view, NULL, "brokerage.holes:constraint");
    ck_assert_double_gt(s.largest_value, 0);
    samen__scene_free(&s);
    samen_view_free(view);
}
END

/* A complete network of 500: 124,750 ties, of weight 1 but for a star of weight 2 around the first; and a tail. */
TEST(of_too_many_ties_the_strongest_stay_and_those_that_hold_others) {
    enum { MEMBERS = 500 };
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    char one[16], other[16];
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i <= MEMBERS; i++) {
        snprintf(one, sizeof one, "o%d", i);
        OK(samen_builder_add_organisation(builder, one, NULL, NULL, error));
    }
    for (int i = 0; i < MEMBERS; i++) {
        for (int k = 0; k < i; k++) {
            snprintf(one, sizeof one, "o%d", i);
            snprintf(other, sizeof other, "o%d", k);
            OK(samen_builder_add_tie(builder, one, other, "action", k == 0 ? 2 : 1, NULL, NULL,
                                     error));
        }
    }
    OK(samen_builder_add_tie(builder, "o500", "o499", "action", 0.1, NULL, NULL, error));
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    samen_view *view = see(network, "direction=either");
    samen__scene s = scene_of(view, NULL, "none");
    int64_t star = 0, tail = 0;
    for (int64_t i = 0; i < s.strokes; i++) {
        star += samen__stroke_weight(&s.stroke[i]) == 2;
        tail += s.stroke[i].high == MEMBERS;
    }
    ck_assert_int_eq(s.strokes, SAMEN__TIES_DRAWN);
    ck_assert_int_eq(s.left_out, 124751 - SAMEN__TIES_DRAWN);
    ck_assert_int_eq(star, MEMBERS - 1);
    ck_assert_int_eq(tail, 1);
    ck_assert_int_eq(s.partners[MEMBERS - 1], MEMBERS); /* those left out are counted */
    samen__scene_free(&s);
    samen_view_free(view);
}
END

SUITE("scenes", ties_come_one_form_at_a_time_with_their_place_among_the_parallel_ones,
      groups_are_ranked_by_size_and_sizes_are_columns_of_measures,
      of_too_many_ties_the_strongest_stay_and_those_that_hold_others)
