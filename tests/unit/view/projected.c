/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "view/projected.h"

#include "graphs.h"
#include "scene.h"

enum { MOST = 700 }; /* organisations: several tasks */

/* Partnerships with members at random, some of whom have several rows, a period, or a role. */
static samen_network *random_partnerships(dice *d, int forms) {
    static const char *const form[] = {"action", "learning", "consultation"};
    static const char *const day[] = {NULL, "2020-01-01", "2021-01-01"};
    int organisations = 1 + (int)dice_roll(d, dice_roll(d, 8) == 0 ? MOST : 40);
    int partnerships = (int)dice_roll(d, 2 * (uint64_t)organisations);
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    char key[32], other[32];
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < organisations; i++) {
        snprintf(key, sizeof key, "o%d", i);
        OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
    }
    for (int p = 0; p < partnerships; p++) {
        uint64_t most = dice_roll(d, 6) == 0 ? 60 : 6;
        snprintf(key, sizeof key, "p%d", p);
        OK(samen_builder_add_partnership(builder, key, NULL, form[dice_roll(d, (uint64_t)forms)],
                                         day[dice_roll(d, 2)], NULL, NULL, error));
        for (uint64_t members = dice_roll(d, most); members > 0; members--) {
            samen_membership row = {.struct_size = sizeof row,
                                    .role = dice_roll(d, 3) == 0 ? "lead" : NULL,
                                    .end = day[2 * dice_roll(d, 2)]};
            snprintf(other, sizeof other, "o%d", (int)dice_roll(d, (uint64_t)organisations));
            OK(samen_builder_add_membership(builder, key, other, &row, NULL, error));
        }
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

static const samen__rows *rows_of(const samen_view *view, int threads) {
    const samen__rows *rows;
    samen_run settings = {.struct_size = sizeof settings, .threads = threads};
    samen__run run;
    OK(samen__run_prepare(&settings, 1, &run, error));
    OK(samen__view_rows(view, &run, &rows, NULL, error));
    return rows;
}

static void need_pairs(const samen_view *view) {
    const samen__pairs *pairs;
    samen__run run;
    OK(samen__run_prepare(NULL, 1, &run, error));
    OK(samen__view_pairs(view, &run, &pairs, error));
}

static void expect_same(const samen__rows *rows, const samen__rows *others) {
    ck_assert_int_eq(rows->vertices, others->vertices);
    ck_assert_int_eq(rows->arcs, others->arcs);
    ck_assert_mem_eq(rows->start, others->start,
                     (size_t)(rows->vertices + 1) * sizeof *rows->start);
    ck_assert_mem_eq(rows->target, others->target, (size_t)rows->arcs * sizeof *rows->target);
    ck_assert_mem_eq(rows->weight, others->weight, (size_t)rows->arcs * sizeof *rows->weight);
}

/* Oracle: the rows that are made of pairs, which have tests of their own. */
TEST(rows_made_at_once_are_those_made_of_pairs) {
    static const char *const options[] = {
        "partnerships=count",
        "partnerships=newman",
        "partnerships=binary",
        "partnerships=count; parallel=mean; direction=either; direction-weight=sum",
        "partnerships=newman; direction=both; parallel=max",
        "partnerships=newman; from=2020-06-01; to=2020-07-01",
        "partnerships=count; from=2019-01-01; to=2019-02-01; forms=action",
        "partnerships=newman; organisations=o0; organisations=o3; organisations=o5",
        "partnerships=newman; drop-isolates=true",
        "partnerships=binary; forms=learning,action",
    };
    dice d = {.state = 11};
    int64_t direct = 0;
    for (int round = 0; round < 200; round++) {
        samen_network *network = random_partnerships(&d, 1 + round % 3);
        const char *choice = options[round % (int)(sizeof options / sizeof options[0])];
        if (strstr(choice, "o5") && samen_network_count(network, SAMEN_ORGANISATIONS) < 6)
            choice = "";
        samen_view *one = look(network, choice), *other = look(network, choice);
        need_pairs(other);
        expect_same(rows_of(one, 1 + round % 4), rows_of(other, 1));
        direct += !atomic_load(&one->pairs);
        samen_view_free(one);
        samen_view_free(other);
        samen_network_free(network);
    }
    ck_assert_int_gt(direct, 100);
}
END

/* Whatever else ties, or leaves pairs out, is seen to by pairs. */
TEST(other_views_have_rows_made_of_pairs) {
    static const char *const options[] = {
        "partnerships=star",
        "partnerships=ignore",
        "partnerships=count; min-weight=2",
    };
    dice d = {.state = 3};
    samen_network *network = random_partnerships(&d, 1);
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        samen_view *view = look(network, options[i]);
        rows_of(view, 1);
        ck_assert_ptr_nonnull(atomic_load(&view->pairs));
        samen_view_free(view);
    }
    samen_network_free(network);
    samen_view *view = see(build("a-b c-d"), "partnerships=count");
    ck_assert_int_eq(rows_of(view, 1)->arcs, 4);
    ck_assert_ptr_nonnull(atomic_load(&view->pairs));
    samen_view_free(view);
}
END

SUITE("view/projected", rows_made_at_once_are_those_made_of_pairs,
      other_views_have_rows_made_of_pairs)
