/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes.h"

enum { NETWORKS = 1200 };

static samen_table *forms(const scene *s, const char *options) {
    return measure(s->view, "composition.forms", options);
}

/* The forms that a row is about, as a mask. */
static uint64_t row_forms(const scene *s, const samen_table *table, int64_t row) {
    const char *form = many_text(table, row, "form");
    return strcmp(form, "all") == 0 ? s->forms : 1ull << samen_typology_find(s->typology, form);
}

static void look_at_share(const samen_table *table, int64_t row, const char *column, double part,
                          double whole) {
    if (!many_null(table, row, column, whole == 0)) {
        same(table, row, column, part / whole);
        within(table, row, column, 0, 1);
    }
}

/* A row of amounts and of their shares in the whole of its scope. */
static void look_at_amounts(const samen_table *table, int64_t row, naive_amount part,
                            naive_amount whole) {
    same_exactly(table, row, "ties", part.ties);
    same_exactly(table, row, "records", part.records);
    same(table, row, "weight", part.weight);
    same_exactly(table, row, "pairs", part.pairs);
    same_exactly(table, row, "partnerships", part.partnerships);
    look_at_share(table, row, "share_of_ties", part.ties, whole.ties);
    look_at_share(table, row, "share_of_weight", part.weight, whole.weight);
    look_at_share(table, row, "share_of_pairs", part.pairs, whole.pairs);
    look_at_share(table, row, "share_of_partnerships", part.partnerships, whole.partnerships);
}

static void look_at_scope(const scene *s, const samen_table *table, int64_t row, naive_scope scope,
                          int a, int b) {
    uint64_t mask = row_forms(s, table, row);
    look_at_amounts(table, row, naive_forms(&s->naive, mask, scope, a, b, s->group),
                    naive_forms(&s->naive, s->forms, scope, a, b, s->group));
}

static int row_organisation(const scene *s, const samen_table *table, int64_t row) {
    int64_t at =
        samen_network_find(s->network, SAMEN_ORGANISATIONS, many_text(table, row, "organisation"));
    int i = 0;
    while (s->naive.where[i] != at)
        i++;
    return i;
}

static void look_at_whole(const scene *s) {
    samen_table *table = forms(s, "");
    same_row_count(table, forms_in(s->forms) + 1);
    for (int64_t row = 0; row < samen_table_rows(table); row++)
        look_at_scope(s, table, row, NAIVE_WHOLE, 0, 0);
    samen_table_free(table);
}

static void look_at_organisations(const scene *s) {
    samen_table *table = forms(s, "table=organisation");
    same_row_count(table, s->naive.n * (forms_in(s->forms) + 1));
    for (int64_t row = 0; row < samen_table_rows(table); row++)
        look_at_scope(s, table, row, NAIVE_ONE, row_organisation(s, table, row), 0);
    samen_table_free(table);
}

static int groups_of(const scene *s) {
    int seen[3] = {0};
    for (int i = 0; i < s->naive.n; i++) {
        if (s->group[i] >= 0)
            seen[s->group[i]] = 1;
    }
    return seen[0] + seen[1] + seen[2];
}

static void look_at_groups(const scene *s) {
    if (samen_network_count(s->network, SAMEN_ORGANISATIONS) == 0)
        return;
    samen_table *table = forms(s, "table=group; group=sector");
    samen_table *pairs = forms(s, "table=group-pair; group=sector");
    int groups = groups_of(s), lines = forms_in(s->forms) + 1;
    same_row_count(table, groups * lines);
    same_row_count(pairs, groups * (groups + 1) / 2 * lines);
    for (int64_t row = 0; row < samen_table_rows(table); row++)
        look_at_scope(s, table, row, NAIVE_GROUP, many_group(table, row, "group"), 0);
    for (int64_t row = 0; row < samen_table_rows(pairs); row++)
        look_at_scope(s, pairs, row, NAIVE_BETWEEN, many_group(pairs, row, "group"),
                      many_group(pairs, row, "partner_group"));
    samen_table_free(table);
    samen_table_free(pairs);
}

/* A pair stands at its highest commitment; all else of a form stands at the form's. */
static void look_at_commitment(const scene *s, const samen_table *table, int64_t row,
                               naive_scope scope, int a) {
    const char *text = many_text(table, row, "commitment");
    naive_amount whole = naive_forms(&s->naive, s->forms, scope, a, 0, s->group);
    uint64_t mask = 0;
    if (strcmp(text, "all") == 0) {
        look_at_amounts(table, row, whole, whole);
        return;
    }
    for (int f = 0; f < FORMS; f++)
        mask |=
            (s->forms >> f & 1) * (samen_typology_commitment(s->typology, f) == atoi(text)) * 1ull
            << f;
    naive_amount part = naive_forms(&s->naive, mask, scope, a, 0, s->group);
    part.pairs = naive_pairs_at(&s->naive, s->typology, atoi(text), scope, a);
    look_at_amounts(table, row, part, whole);
}

static void look_at_commitments(const scene *s) {
    samen_table *table = forms(s, "table=commitment");
    samen_table *each = forms(s, "table=organisation-commitment");
    for (int64_t row = 0; row < samen_table_rows(table); row++)
        look_at_commitment(s, table, row, NAIVE_WHOLE, 0);
    same_row_count(each, samen_table_rows(table) * s->naive.n);
    for (int64_t row = 0; row < samen_table_rows(each); row++)
        look_at_commitment(s, each, row, NAIVE_ONE, row_organisation(s, each, row));
    samen_table_free(table);
    samen_table_free(each);
}

static void look_at_diversity(const scene *s, const samen_table *table, int64_t row,
                              naive_scope scope, int a) {
    const char *basis = many_text(table, row, "basis");
    double sum = 0, entropy = 0, blau = 1, possible = forms_in(s->forms);
    double of[FORMS] = {0};
    int occur = 0;
    for (int f = 0; f < FORMS; f++) {
        if (s->forms >> f & 1)
            of[f] = amount_on(naive_forms(&s->naive, 1ull << f, scope, a, 0, s->group), basis);
        sum += of[f];
        occur += of[f] > 0;
    }
    for (int f = 0; f < FORMS; f++) {
        entropy -= of[f] > 0 ? of[f] / sum * log(of[f] / sum) : 0;
        blau -= sum > 0 ? of[f] / sum * of[f] / sum : 0;
    }
    same_exactly(table, row, "forms", occur);
    many_null(table, row, "blau", sum == 0);
    if (!many_null(table, row, "entropy", sum == 0)) {
        same(table, row, "entropy", entropy);
        same(table, row, "blau", blau);
        within(table, row, "entropy", 0, log(possible));
    }
    if (!many_null(table, row, "iqv", sum == 0 || possible == 1)) {
        same(table, row, "iqv", blau * possible / (possible - 1));
        within(table, row, "iqv", 0, 1);
    }
}

static void look_at_diversities(const scene *s) {
    samen_table *table = forms(s, "table=diversity");
    samen_table *each = forms(s, "table=organisation-diversity");
    same_row_count(table, 4);
    same_row_count(each, 4 * s->naive.n);
    for (int64_t row = 0; row < samen_table_rows(table); row++)
        look_at_diversity(s, table, row, NAIVE_WHOLE, 0);
    for (int64_t row = 0; row < samen_table_rows(each); row++)
        look_at_diversity(s, each, row, NAIVE_ONE, row_organisation(s, each, row));
    samen_table_free(table);
    samen_table_free(each);
}

/* Degree and density by form read the same view. */
static void look_at_degree_and_density(const scene *s) {
    samen_table *degree = measure(s->view, "centrality.degree", "table=form");
    samen_table *density = measure(s->view, "cohesion.density", "draws=0");
    for (int64_t row = 0; row < samen_table_rows(degree); row++) {
        const char *form = many_text(degree, row, "form");
        graph g = naive_view_graph(&s->naive, samen_typology_find(s->typology, form));
        naive_degree of = naive_degree_of(&g, row_organisation(s, degree, row));
        same_exactly(degree, row, "degree", of.degree);
        same_exactly(degree, row, "partners", of.partners);
        same(degree, row, "in_strength", of.in_strength);
        same(degree, row, "out_strength", of.out_strength);
        graph_free(&g);
    }
    same_row_count(density, forms_in(s->forms) + 1);
    for (int64_t row = 0; row < samen_table_rows(density) && s->naive.n >= 2; row++) {
        const char *form = many_text(density, row, "form");
        graph g = naive_view_graph(&s->naive, samen_typology_find(s->typology, form));
        naive_block block = naive_density(&g);
        same_exactly(density, row, "ties", block.ties);
        same(density, row, "density", (double)block.ties / block.possible);
        same(density, row, "valued_density", block.weight / block.possible);
        if (g.n >= 3)
            same(density, row, "std_error_jackknife", naive_density_jackknife(&g));
        graph_free(&g);
    }
    samen_table_free(degree);
    samen_table_free(density);
}

/* Oracle: pairs and rows counted one by one on the naive view (naive/forms.c), here and below. */
TEST(forms_of_the_network_are_counted_pair_by_pair) {
    many_scenes(81, NETWORKS, look_at_whole);
}
END

TEST(forms_of_an_organisation_are_those_of_its_pairs) {
    many_scenes(82, NETWORKS, look_at_organisations);
}
END

TEST(forms_of_a_group_are_those_of_pairs_with_an_end_in_it) {
    many_scenes(83, NETWORKS, look_at_groups);
}
END

TEST(a_pair_stands_at_its_highest_commitment) {
    many_scenes(84, NETWORKS, look_at_commitments);
}
END

TEST(diversity_is_that_of_the_counted_forms) {
    many_scenes(85, NETWORKS, look_at_diversities);
}
END

TEST(degree_and_density_by_form_are_those_of_the_form_alone) {
    many_scenes(86, NETWORKS, look_at_degree_and_density);
}
END

/* The row from B to A is too weak to be shown, and so stands behind no tie. */
TEST(rows_that_are_too_weak_are_behind_no_tie) {
    samen_view *view = see(build("A>B*5 B>A*1"), "min-weight=3");
    samen_table *table = measure(view, "composition.forms", "");
    ck_assert_double_eq(cell_number(table, 0, "ties"), 1);
    ck_assert_double_eq(cell_number(table, 0, "weight"), 5);
    ck_assert_double_eq(cell_number(table, 0, "records"), 1);
    samen_table_free(table);
    samen_view_free(view);
}
END

SUITE("property/forms", forms_of_the_network_are_counted_pair_by_pair,
      forms_of_an_organisation_are_those_of_its_pairs,
      forms_of_a_group_are_those_of_pairs_with_an_end_in_it,
      a_pair_stands_at_its_highest_commitment, diversity_is_that_of_the_counted_forms,
      degree_and_density_by_form_are_those_of_the_form_alone,
      rows_that_are_too_weak_are_behind_no_tie)
