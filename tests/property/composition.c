/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laws of the measures of composition: what another order, isolates, larger weights and ties that go both
 * ways do to counts and shares. */
#include "many.h"

enum { GRAPHS = 500, LARGEST = 12 };

/* One tie may stand in several of these. */
static const char *const form_keys[] = {"consultation", "ad-hoc", "learning", "action"};

/* Which forms a tie has: the same whatever the order of organisations and the direction. */
static unsigned forms_of(const graph *g, int i, int j) {
    unsigned mixed = (unsigned)(i < j ? i * g->n + j : j * g->n + i) * 2654435761u;
    return mixed >> 28 ? mixed >> 28 : 1;
}

/* The graph's ties in their forms; order[place] is the organisation in that place. */
static samen_view *multiplex(const graph *g, const int *order, double by, int isolates) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    for (int place = 0; place < g->n + isolates; place++) {
        char key[16], group[16];
        int i = order && place < g->n ? order[place] : place;
        snprintf(key, sizeof key, "o%d", i);
        snprintf(group, sizeof group, "g%d", i < g->n && g->group[i] >= 0 ? g->group[i] : 0);
        OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
        OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, place, "group", group, error));
    }
    for (int at = 0; at < g->n * g->n; at++) {
        int i = at / g->n, j = at % g->n;
        char from[16], to[16];
        samen_tie more = {.struct_size = sizeof more, .directed = (uint32_t)g->directed};
        snprintf(from, sizeof from, "o%d", i);
        snprintf(to, sizeof to, "o%d", j);
        for (int f = 0; f < 4 && g->weight[at] > 0 && (g->directed || i < j); f++) {
            if (forms_of(g, i, j) >> f & 1)
                OK(samen_builder_add_tie(builder, from, to, form_keys[f], by * g->weight[at], &more,
                                         NULL, error));
        }
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return see(network, "");
}

/* A whole table as text; all weights are small whole numbers times a power of two, so that sums are
 * exact. */
static char *text_of(const samen_view *view, const char *name, const char *options) {
    samen_table *table = measure(view, name, options);
    char *text = table_csv(table);
    samen_table_free(table);
    return text;
}

static void same_tables(const samen_view *one, const samen_view *other, const char *name,
                        const char *options) {
    char *a = text_of(one, name, options), *b = text_of(other, name, options);
    EXPECT(strcmp(a, b) == 0, "%s: %s of %s\n%s\n%s", many_about, name, options, a, b);
    samen_free(a);
    samen_free(b);
}

/* Tables in which no organisation is named. */
static const char *const tables[][2] = {
    {"composition.forms", "table=form"},
    {"composition.forms", "table=group; group=group"},
    {"composition.forms", "table=group-pair; group=group"},
    {"composition.forms", "table=commitment"},
    {"composition.forms", "table=diversity"},
    {"composition.contrast", "draws=0"},
    {"composition.contrast", "a=learning,action; b=ad-hoc; draws=0"},
};

enum { TABLES = sizeof tables / sizeof tables[0] };

static void look_at_order(const graph *g, dice *d) {
    int *order = many_order(d, g->n);
    samen_view *before = multiplex(g, NULL, 1, 0), *after = multiplex(g, order, 1, 0);
    for (int t = 0; t < TABLES && g->n > 0; t++)
        same_tables(before, after, tables[t][0], tables[t][1]);
    samen_table *one = measure(before, "composition.forms", "table=organisation");
    samen_table *other = measure(after, "composition.forms", "table=organisation");
    int64_t lines = g->n > 0 ? samen_table_rows(one) / g->n : 0;
    for (int64_t row = 0; row < samen_table_rows(one); row++) {
        int64_t was = order[row / lines] * lines + row % lines;
        ck_assert_str_eq(many_text(other, row, "organisation"),
                         many_text(one, was, "organisation"));
        same_exactly(other, row, "ties", many_cell(one, was, "ties"));
        same_exactly(other, row, "weight", many_cell(one, was, "weight"));
        same_exactly(other, row, "pairs", many_cell(one, was, "pairs"));
    }
    samen_table_free(one);
    samen_table_free(other);
    samen_view_free(before);
    samen_view_free(after);
    free(order);
}

/* What an isolate is: nothing. Its own rows are 0, and all else is as before. */
static void look_at_isolates(const graph *g, dice *d) {
    int more = 1 + (int)dice_roll(d, 3);
    samen_view *before = multiplex(g, NULL, 1, 0), *after = multiplex(g, NULL, 1, more);
    same_tables(before, after, "composition.forms", "table=form");
    same_tables(before, after, "composition.forms", "table=commitment");
    same_tables(before, after, "composition.forms", "table=diversity");
    same_tables(before, after, "composition.contrast", "draws=0");
    samen_table *each = measure(after, "composition.forms", "table=organisation");
    int64_t lines = samen_table_rows(each) / (g->n + more);
    for (int64_t row = g->n * lines; row < samen_table_rows(each); row++) {
        same_exactly(each, row, "ties", 0);
        same_exactly(each, row, "weight", 0);
        many_null(each, row, "share_of_ties", 1);
    }
    samen_table_free(each);
    samen_view_free(before);
    samen_view_free(after);
}

/* Equality to the bit: the factor is a power of two. */
static void look_at_scale(const graph *g, dice *d) {
    static const char *const kept[] = {"ties",          "records",         "pairs",
                                       "share_of_ties", "share_of_weight", "share_of_pairs"};
    double by = ldexp(1, (int)dice_roll(d, 41) - 20);
    samen_view *before = multiplex(g, NULL, 1, 0), *after = multiplex(g, NULL, by, 0);
    samen_table *one = measure(before, "composition.forms", "");
    samen_table *other = measure(after, "composition.forms", "");
    for (int64_t row = 0; row < samen_table_rows(one); row++) {
        same_exactly(other, row, "weight", by * many_cell(one, row, "weight"));
        for (int c = 0; c < 6; c++) {
            if (!many_null(other, row, kept[c], cell_is_null(one, row, kept[c])))
                same_exactly(other, row, kept[c], many_cell(one, row, kept[c]));
        }
    }
    samen_table_free(one);
    samen_table_free(other);
    same_tables(before, after, "composition.forms", "table=diversity");
    one = measure(before, "composition.contrast", "draws=50");
    other = measure(after, "composition.contrast", "draws=50");
    static const char *const shares[] = {"estimate", "difference", "odds", "lower", "upper"};
    for (int64_t row = 0; row < 4; row++) {
        for (int c = 0; c < 5; c++) {
            if (!many_null(other, row, shares[c], cell_is_null(one, row, shares[c])))
                same_exactly(other, row, shares[c], many_cell(one, row, shares[c]));
        }
    }
    samen_table_free(one);
    samen_table_free(other);
    samen_view_free(before);
    samen_view_free(after);
}

/* Two ties for one, with all their weight, between the same pairs: shares stay. */
static void look_at_symmetric(const graph *g, dice *d) {
    static const char *const doubled[] = {"ties", "records", "weight"};
    static const char *const shares[] = {"share_of_ties", "share_of_weight", "share_of_pairs"};
    (void)d;
    if (g->directed)
        return;
    graph both = many_symmetric(g);
    samen_view *before = multiplex(g, NULL, 1, 0), *after = multiplex(&both, NULL, 1, 0);
    samen_table *one = measure(before, "composition.forms", "");
    samen_table *other = measure(after, "composition.forms", "");
    for (int64_t row = 0; row < samen_table_rows(one); row++) {
        for (int c = 0; c < 3; c++) {
            same_exactly(other, row, doubled[c], 2 * many_cell(one, row, doubled[c]));
            if (!many_null(other, row, shares[c], cell_is_null(one, row, shares[c])))
                same_exactly(other, row, shares[c], many_cell(one, row, shares[c]));
        }
        same_exactly(other, row, "pairs", many_cell(one, row, "pairs"));
    }
    samen_table_free(one);
    samen_table_free(other);
    same_tables(before, after, "composition.forms", "table=diversity");
    one = measure(before, "composition.contrast", "draws=50");
    other = measure(after, "composition.contrast", "draws=50");
    static const char *const kept[] = {"estimate", "difference", "odds", "lower", "upper"};
    for (int64_t row = 0; row < 4; row++) {
        for (int c = 0; c < 5; c++) {
            if (!many_null(other, row, kept[c], cell_is_null(one, row, kept[c])))
                same_exactly(other, row, kept[c], many_cell(one, row, kept[c]));
        }
    }
    samen_table_free(one);
    samen_table_free(other);
    samen_view_free(before);
    samen_view_free(after);
    graph_free(&both);
}

/* The two sides changed over: a share and what is left of 1, odds and their inverse. */
static void look_at_sides(const graph *g, dice *d) {
    (void)d;
    samen_view *view = multiplex(g, NULL, 1, 0);
    samen_table *one = measure(view, "composition.contrast", "a=action; b=ad-hoc; draws=40");
    samen_table *other = measure(view, "composition.contrast", "a=ad-hoc; b=action; draws=40");
    for (int64_t row = 0; row < 4; row++) {
        same_exactly(other, row, "a", many_cell(one, row, "b"));
        same_exactly(other, row, "draws", many_cell(one, row, "draws"));
        if (!many_null(other, row, "estimate", cell_is_null(one, row, "estimate")))
            same(other, row, "estimate", 1 - many_cell(one, row, "estimate"));
        if (!many_null(other, row, "difference", cell_is_null(one, row, "difference")))
            same_exactly(other, row, "difference", 0 - many_cell(one, row, "difference"));
        if (!many_null(other, row, "wilson_lower", cell_is_null(one, row, "wilson_lower")))
            same(other, row, "wilson_lower", 1 - many_cell(one, row, "wilson_upper"));
        if (!many_null(other, row, "lower", cell_is_null(one, row, "lower"))) {
            same(other, row, "lower", 1 - many_cell(one, row, "upper"));
            same(other, row, "std_error", many_cell(one, row, "std_error"));
        }
    }
    samen_table_free(one);
    samen_table_free(other);
    samen_view_free(view);
}

TEST(organisations_in_another_order_have_the_same_forms) {
    many_graphs(181, GRAPHS, LARGEST, look_at_order);
}
END

TEST(isolates_change_no_count_and_no_share) {
    many_graphs(182, GRAPHS, LARGEST, look_at_isolates);
}
END

TEST(weights_twice_as_large_change_weights_only) {
    many_graphs(183, GRAPHS, LARGEST, look_at_scale);
}
END

TEST(ties_that_go_both_ways_leave_shares_as_they_are) {
    many_graphs(184, GRAPHS, LARGEST, look_at_symmetric);
}
END

TEST(sides_that_change_over_mirror_each_other) {
    many_graphs(185, GRAPHS, LARGEST, look_at_sides);
}
END

SUITE("property/composition", organisations_in_another_order_have_the_same_forms,
      isolates_change_no_count_and_no_share, weights_twice_as_large_change_weights_only,
      ties_that_go_both_ways_leave_shares_as_they_are, sides_that_change_over_mirror_each_other)
