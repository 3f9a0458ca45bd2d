/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"
#include "calls.h"
#include "graphs.h"

/* Two municipalities (a, b), two associations (c, d), a school (e) without a tie:
 *   a - b - c - d, and a second way from a to c over f. */
static samen_view *town(void) {
    return see(
        build_grouped("a-b b-c c-d a-f f-c e", "sector", "a=GOV b=GOV c=VOL d=VOL e=EDU f=GOV"),
        "");
}

static double value(const samen_table *table, const char *organisation, const char *column) {
    return cell_number(table, row_with(table, "organisation", organisation), column);
}

static samen_table *find(const char *options) {
    samen_view *view = town();
    samen_table *table = measure(view, "brokerage.betweenness", options);
    samen_view_free(view);
    return table;
}

/* Worked out by hand: a to c and a to d go half over b and half over f; b to f half over a, half over c; d to all
 * over c. */
TEST(shares_of_paths_are_added_up) {
    samen_table *table = find("");
    ck_assert_double_eq(value(table, "a", "betweenness"), 0.5);
    ck_assert_double_eq(value(table, "b", "betweenness"), 1);
    ck_assert_double_eq(value(table, "c", "betweenness"), 3.5);
    ck_assert_double_eq(value(table, "d", "betweenness"), 0);
    CLOSE(value(table, "c", "betweenness_normalised"), 3.5 / 10, 1e-15);
    ck_assert_int_eq(samen_table_find(table, "lower"), -1);
    ck_assert_int_eq(samen_table_notes(table), 0);
    samen_table_free(table);
}
END

/* Oracle: each call on a view of its own. Ties have lengths in which all distances differ. */
TEST(what_a_view_has_kept_is_what_was_asked) {
    static const char *const options[] = {
        "",
        "weighted=true",
        "weighted=true; distance=log",
        "weighted=true; distance=weight",
        "table=network",
        "table=network; weighted=true; distance=weight",
        "endpoints=true",
        "table=tie",
        "sources=group=g1",
    };
    enum { CALLS = sizeof options / sizeof options[0] };
    dice d = {.state = 5};
    for (int directed = 0; directed < 2; directed++) {
        graph g = graph_random(&d, GRAPH_SPARSE, 30, directed, 9, 2);
        samen_network *network = graph_network(&g);
        samen_view *one = see(samen_network_retain(network), "");
        for (int call = 0; call < 2 * CALLS; call++) {
            samen_view *other = see(samen_network_retain(network), "");
            samen_table *again = measure(one, "brokerage.betweenness", options[call % CALLS]);
            samen_table *alone = measure(other, "brokerage.betweenness", options[call % CALLS]);
            char *found = table_csv(again), *expected = table_csv(alone);
            ck_assert_str_eq(found, expected);
            samen_free(found);
            samen_free(expected);
            samen_table_free(again);
            samen_table_free(alone);
            samen_view_free(other);
        }
        samen_view_free(one);
        samen_network_free(network);
        graph_free(&g);
    }
}
END

/* From GOV (a, b, f) to VOL (c, d): six pairs. a-c half each over b and f, a-d the same and over c, b-d and f-d over
 * c. a is an end of two of them, c of three. */
TEST(between_groups_only_their_pairs_count) {
    samen_table *table = find("sources=sector=GOV; targets=sector=VOL");
    ck_assert_double_eq(value(table, "a", "betweenness"), 0);
    ck_assert_double_eq(value(table, "b", "betweenness"), 1);
    ck_assert_double_eq(value(table, "c", "betweenness"), 3);
    CLOSE(value(table, "b", "betweenness_normalised"), 1.0 / 4, 1e-15);
    CLOSE(value(table, "c", "betweenness_normalised"), 3.0 / 3, 1e-15);
    CLOSE(value(table, "e", "betweenness_normalised"), 0, 0);
    ck_assert_int_eq(note_count(table, "between-some"), 6);
    samen_table_free(table);
}
END

TEST(sources_and_targets_may_change_places_in_an_undirected_view) {
    samen_table *one = find("sources=sector=GOV; targets=sector!=GOV");
    samen_table *other = find("sources=sector!=GOV; targets=sector=GOV");
    for (int64_t row = 0; row < samen_table_rows(one); row++)
        ck_assert_double_eq(cell_number(one, row, "betweenness"),
                            cell_number(other, row, "betweenness"));
    samen_table_free(one);
    samen_table_free(other);
}
END

/* Values of one attribute are alternatives, as where of a view has them. */
TEST(several_values_are_alternatives) {
    samen_table *one = find("sources=sector=VOL; sources=sector=EDU; targets=sector=GOV");
    samen_table *other = find("sources=sector!=GOV; targets=sector=GOV");
    for (int64_t row = 0; row < samen_table_rows(one); row++)
        ck_assert_double_eq(cell_number(one, row, "betweenness"),
                            cell_number(other, row, "betweenness"));
    samen_table_free(one);
    samen_table_free(other);
}
END

/* Each of the five that hang together is an end of four connected pairs; of 15 pairs. */
TEST(with_endpoints_everybody_is_on_their_own_paths) {
    samen_table *table = find("endpoints=true");
    ck_assert_double_eq(value(table, "c", "betweenness"), 7.5);
    ck_assert_double_eq(value(table, "d", "betweenness"), 4);
    ck_assert_double_eq(value(table, "e", "betweenness"), 0);
    CLOSE(value(table, "c", "betweenness_normalised"), 7.5 / 15, 1e-15);
    samen_table_free(table);
}
END

TEST(centralization_is_of_all_pairs_of_others_only) {
    static const struct {
        const char *options;
        int is_null;
    } cases[] = {{"table=network", 0},
                 {"table=network; endpoints=true", 1},
                 {"table=network; sources=sector=GOV", 1},
                 {"table=network; targets=sector=GOV", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *table = find(cases[i].options);
        ck_assert_int_eq(cell_is_null(table, 0, "centralization"), cases[i].is_null);
        ck_assert(!cell_is_null(table, 0, "largest_betweenness"));
        ck_assert_int_eq(note_count(table, "undefined"), cases[i].is_null);
        samen_table_free(table);
    }
}
END

/* One pair, and nobody who is no end of it but e and the others. */
TEST(without_a_pair_of_others_the_normalised_value_is_null) {
    samen_table *table = find("sources=id=a; targets=id=b");
    ck_assert(cell_is_null(table, row_with(table, "organisation", "a"), "betweenness_normalised"));
    ck_assert(cell_is_null(table, row_with(table, "organisation", "b"), "betweenness_normalised"));
    ck_assert_double_eq(value(table, "c", "betweenness_normalised"), 0);
    ck_assert_int_eq(note_count(table, "undefined"), 2);
    samen_table_free(table);
}
END

TEST(estimates_come_with_bounds_draws_and_a_note) {
    samen_table *table = find("table=estimate; epsilon=0.05; delta=0.01");
    int64_t draws = (int64_t)value(table, "c", "draws");
    ck_assert_int_ge(draws, 1000);
    ck_assert_int_eq(note_count(table, "estimated"), draws);
    ck_assert(value(table, "c", "lower") <= 0.35 && value(table, "c", "upper") >= 0.35);
    ck_assert(value(table, "c", "upper") - value(table, "c", "lower") <= 0.1);
    ck_assert_double_eq(value(table, "e", "upper"), 0); /* nobody passes an isolate */
    ck_assert_double_eq(value(table, "d", "upper"), 0); /* nor an end of the chain */
    ck_assert_str_eq(samen_table_provenance(table, "seed"), "1");
    ck_assert_str_eq(samen_table_provenance(table, "option.delta"), "0.01");
    samen_table_free(table);
}
END

TEST(estimates_take_sources_targets_and_endpoints_too) {
    static const struct {
        const char *options;
        double a, c;
    } cases[] = {{"table=estimate; epsilon=0.04; sources=sector=GOV; targets=sector=VOL", 0, 1},
                 {"table=estimate; epsilon=0.04; endpoints=true", 4.5 / 15, 7.5 / 15},
                 {"table=estimate; epsilon=0.04; weighted=true", 0.05, 0.35}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *table = find(cases[i].options);
        ck_assert(fabs(value(table, "a", "betweenness_normalised") - cases[i].a) <= 0.04);
        ck_assert(fabs(value(table, "c", "betweenness_normalised") - cases[i].c) <= 0.04);
        samen_table_free(table);
    }
}
END

/* a has 0.05, b and f share 0.1, c has 0.35: with bounds of 0.02 the largest one is known, but not the largest two. */
TEST(the_top_holds_everybody_who_may_be_among_the_largest) {
    samen_table *table = find("table=top; places=1; epsilon=0.02");
    ck_assert_int_eq(samen_table_rows(table), 1);
    ck_assert_str_eq(cell_text(table, 0, "organisation"), "c");
    ck_assert_int_eq(samen_table_get_bool(table, 0, samen_table_find(table, "sure"), -1), 1);
    double draws = cell_number(table, 0, "draws");
    samen_table_free(table);
    table = find("table=top; places=2; epsilon=0.02");
    ck_assert_int_eq(samen_table_rows(table), 3);
    ck_assert_str_eq(cell_text(table, 0, "organisation"), "c");
    ck_assert_int_eq(samen_table_get_bool(table, 0, samen_table_find(table, "sure"), -1), 1);
    ck_assert_int_eq(samen_table_get_bool(table, 1, samen_table_find(table, "sure"), -1), 0);
    ck_assert_int_eq(samen_table_get_bool(table, 2, samen_table_find(table, "sure"), -1), 0);
    ck_assert(cell_number(table, 0, "draws") > draws);
    samen_table_free(table);
    table = find("table=top; places=100");
    ck_assert_int_eq(samen_table_rows(table), 4); /* nobody passes d or e */
    samen_table_free(table);
}
END

TEST(where_nobody_is_between_the_top_is_empty) {
    samen_view *view = see(build("a-b c"), "");
    samen_table *table = measure(view, "brokerage.betweenness", "table=top");
    ck_assert_int_eq(samen_table_rows(table), 0);
    samen_table_free(table);
    samen_view_free(view);
}
END

TEST(wrong_options_are_refused_with_the_way_out) {
    static const struct {
        const char *options, *words;
        samen_status status;
    } cases[] = {{"sources=GOV", "sources is \"GOV\"; write attribute=value", SAMEN_ERR_ARGUMENT},
                 {"targets=size=3", "no attribute \"size\"", SAMEN_ERR_UNKNOWN},
                 {"targets=sector=gov", "no organisation has sector \"gov\"", SAMEN_ERR_UNKNOWN},
                 {"epsilon=0.6", "epsilon", SAMEN_ERR_ARGUMENT},
                 {"epsilon=-0.1", "epsilon", SAMEN_ERR_ARGUMENT},
                 {"delta=0.9", "delta", SAMEN_ERR_ARGUMENT},
                 {"places=0", "places", SAMEN_ERR_ARGUMENT}};
    samen_view *view = town();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *table = NULL;
        samen_error about = {0};
        FAILS(cases[i].status, cases[i].words,
              samen_measure(view, "brokerage.betweenness", cases[i].options, NULL, &table, error));
        samen_measure(view, "brokerage.betweenness", cases[i].options, NULL, &table, &about);
        ck_assert_msg(about.argument == 3, "%s: argument %d", cases[i].options,
                      (int)about.argument);
        ck_assert_ptr_null(table);
    }
    samen_view_free(view);
}
END

/* The typed function, with the struct of the first version: what it does not have is as by default. */
TEST(an_older_struct_of_options_still_works) {
    samen_view *view = town();
    samen_table *table = NULL, *same = find("weighted=true");
    samen_brokerage_betweenness_options options = {
        .struct_size = 16, .weighted = 1, .epsilon = 0.5};
    OK(samen_brokerage_betweenness(view, &options, NULL, &table, error));
    for (int64_t row = 0; row < samen_table_rows(table); row++)
        ck_assert_double_eq(cell_number(table, row, "betweenness"),
                            cell_number(same, row, "betweenness"));
    samen_table_free(table);
    samen_table_free(same);
    samen_view_free(view);
}
END

TEST(the_typed_function_takes_lists) {
    static const char *const sources[] = {"sector=GOV"}, *const targets[] = {"sector=VOL"};
    samen_view *view = town();
    samen_table *table = NULL;
    samen_brokerage_betweenness_options options = {.struct_size = sizeof options,
                                                   .sources = sources,
                                                   .sources_count = 1,
                                                   .targets = targets,
                                                   .targets_count = 1};
    OK(samen_brokerage_betweenness(view, &options, NULL, &table, error));
    ck_assert_double_eq(value(table, "c", "betweenness"), 3);
    samen_table_free(table);
    options.targets = NULL;
    FAILS(SAMEN_ERR_ARGUMENT, "targets",
          samen_brokerage_betweenness(view, &options, NULL, &table, error));
    samen_view_free(view);
}
END

SUITE("measures/brokerage/betweenness", shares_of_paths_are_added_up,
      what_a_view_has_kept_is_what_was_asked, between_groups_only_their_pairs_count,
      sources_and_targets_may_change_places_in_an_undirected_view, several_values_are_alternatives,
      with_endpoints_everybody_is_on_their_own_paths, centralization_is_of_all_pairs_of_others_only,
      without_a_pair_of_others_the_normalised_value_is_null,
      estimates_come_with_bounds_draws_and_a_note, estimates_take_sources_targets_and_endpoints_too,
      the_top_holds_everybody_who_may_be_among_the_largest,
      where_nobody_is_between_the_top_is_empty, wrong_options_are_refused_with_the_way_out,
      an_older_struct_of_options_still_works, the_typed_function_takes_lists)
