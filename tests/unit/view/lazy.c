/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "scene.h"
#include "view/view.h"

static void get_rows(const samen_view *view, const samen__rows **out, const samen__rows **in) {
    samen__run run;
    OK(samen__run_prepare(NULL, 1, &run, error));
    OK(samen__view_rows(view, &run, out, in, error));
}

static void expect_rows(const samen__rows *rows, int64_t vertices, const int64_t *start,
                        const int32_t *target, const double *weight) {
    ck_assert_int_eq(rows->vertices, vertices);
    ck_assert_int_eq(rows->arcs, start[vertices]);
    for (int64_t i = 0; i <= vertices; i++)
        ck_assert_int_eq(rows->start[i], start[i]);
    for (int64_t i = 0; i < rows->arcs; i++) {
        ck_assert_int_eq(rows->target[i], target[i]);
        ck_assert_double_eq(rows->weight[i], weight[i]);
    }
}

TEST(rows_of_a_directed_view_go_out_and_in) {
    static const int64_t out_start[] = {0, 2, 3, 5, 5}, in_start[] = {0, 2, 3, 4, 5};
    static const int32_t out_target[] = {1, 2, 0, 0, 3}, in_target[] = {1, 2, 0, 0, 2};
    static const double out_weight[] = {2, 5, 3, 5, 1}, in_weight[] = {3, 5, 2, 5, 1};
    samen_view *view = see(build("a>b*2 b>a*3 a-c*5 c>d*1"), "");
    const samen__rows *out, *in;
    get_rows(view, &out, &in);
    expect_rows(out, 4, out_start, out_target, out_weight);
    expect_rows(in, 4, in_start, in_target, in_weight);
    samen_view_free(view);
}
END

TEST(rows_of_an_undirected_view_are_the_same_both_ways) {
    static const int64_t start[] = {0, 2, 3, 5, 6};
    static const int32_t target[] = {1, 2, 0, 0, 3, 2};
    static const double weight[] = {3, 5, 3, 5, 1, 1};
    samen_view *view = see(build("a>b*2 b>a*3 a-c*5 c>d*1"), "direction=either");
    const samen__rows *out, *in;
    get_rows(view, &out, &in);
    ck_assert_ptr_eq(out, in);
    expect_rows(out, 4, start, target, weight);
    samen_view_free(view);
}
END

TEST(rows_are_made_once) {
    samen_view *view = see(build("a-b b>c"), "");
    const samen__rows *out, *in, *again, *again_in;
    get_rows(view, &out, &in);
    const int32_t *target = out->target;
    get_rows(view, &again, &again_in);
    ck_assert_ptr_eq(out, again);
    ck_assert_ptr_eq(target, again->target);
    samen_view_free(view);
}
END

/* Stopped halfway, a view is as good as new. */
static int32_t stop(void *payload, double fraction, const char *what) {
    (void)fraction;
    (void)what;
    ++*(int *)payload;
    return 1;
}

TEST(a_view_that_was_stopped_can_be_asked_again) {
    enum { MANY = 6000, MEMBERS = 1500 };
    int calls = 0;
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    samen_run run = {
        .struct_size = sizeof run, .threads = 1, .on_progress = stop, .payload = &calls};
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_partnership(builder, "p", NULL, "action", NULL, NULL, NULL, error));
    for (int i = 0; i < MANY; i++) {
        char key[16];
        snprintf(key, sizeof key, "o%d", i);
        OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
        if (i % (MANY / MEMBERS) == 0)
            OK(samen_builder_add_membership(builder, "p", key, NULL, NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    samen_view *view = look(network, "");
    samen_table *table = NULL;
    samen_status status = samen_view_table(view, &run, &table, NULL);
    if (calls > 0) {
        ck_assert_int_eq(status, SAMEN_ERR_CANCELLED);
        ck_assert_ptr_null(table);
    }
    samen_table_free(table);
    table = ties_of(view);
    ck_assert_int_eq(samen_table_rows(table), MEMBERS * (MEMBERS - 1) / 2);
    samen_table_free(table);
    samen_view_free(view);
    samen_network_free(network);
}
END

SUITE("view/lazy", rows_of_a_directed_view_go_out_and_in,
      rows_of_an_undirected_view_are_the_same_both_ways, rows_are_made_once,
      a_view_that_was_stopped_can_be_asked_again)
