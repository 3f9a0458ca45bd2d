/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars and dots of distributions against counting the cells of the measures. */
#define _GNU_SOURCE
#include "chart.h"

#include "../refuses.h"
#include "../view/scene.h"
#include "graphs.h"

/* How many cells of a column are from..to, both included. */
static int cells_within(const samen_table *table, const char *column, double from, double to) {
    int count = 0;
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        if (!cell_is_null(table, row, column))
            count +=
                cell_number(table, row, column) >= from && cell_number(table, row, column) <= to;
    }
    return count;
}

/* The bars of a set of values: their titles add up to all, each is as high as its title says, and each counts what the
 * table counts. */
static void bars_are_right(const picture *p, const char *name, const samen_table *table,
                           const char *column) {
    double height = 0;
    int sum = 0, all = 0;
    for (int i = 0; i < p->count; i++) {
        const char *title = title_of(p, i);
        double from, to;
        int count, read = 0;
        if (strcmp(p->element[i].name, "path") != 0 || strncmp(title, name, strlen(name)) != 0)
            continue;
        title += strlen(name);
        if (sscanf(title, " %lf to %lf: %d of %d%n", &from, &to, &count, &all, &read) != 4 ||
            read == 0) {
            ck_assert_int_eq(sscanf(title, " %lf: %d of %d", &from, &count, &all), 3);
            to = from;
        }
        ck_assert_int_eq(cells_within(table, column, from, to), count);
        area bar = path_area(&p->element[i]);
        double one = (bar.bottom - bar.top) / count;
        ck_assert(height == 0 || fabs(one - height) < 0.03);
        height = one;
        sum += count;
    }
    ck_assert_int_gt(all, 0);
    ck_assert_int_eq(sum, all);
    ck_assert_int_eq(sum, (int)samen_table_rows(table));
}

TEST(bars_count_the_degrees_of_the_measure_in_and_out) {
    samen_view *view = see(read_fine(source_path("examples/data/emon/Texas")), "");
    samen_table *table = measure(view, "centrality.degree", ""),
                *network = measure(view, "centrality.degree", "table=network");
    picture p = draw_picture(view, "distribution", "");
    bars_are_right(&p, "ties from others", table, "in_degree");
    bars_are_right(&p, "ties to others", table, "out_degree");
    char mean[64];
    snprintf(mean, sizeof mean, "mean %.2f", cell_number(network, 0, "mean_degree") / 2);
    ck_assert_int_eq(texts_of(&p, mean), 2);
    ck_assert(says(&p, "ties from others: n = 25 organisations, mean 7.44, median 7, largest 16."));
    ck_assert_ptr_nonnull(strstr(description_of(&p), "ties to others: n = 25 organisations, mean"));
    texts_are_apart(&p);
    picture_free(&p);
    samen_table_free(table);
    samen_table_free(network);
}
END

TEST(undirected_ties_have_one_set_of_bars_around_whole_numbers) {
    samen_view *view = see(read_fine(source_path("examples/data/padgett")), "");
    samen_table *table = measure(view, "centrality.degree", "");
    picture p = draw_picture(view, "distribution", "");
    bars_are_right(&p, "number of ties", table, "degree");
    area three = path_area(&p.element[mark_of(&p, "number of ties 3:")]),
         four = path_area(&p.element[mark_of(&p, "number of ties 4:")]);
    double middle = (four.left + four.right) / 2;
    CLOSE(three.right, four.left, 0.001);
    CLOSE(part_between(&p, "7", "8", middle), -3, 0.01);
    picture_free(&p);
    samen_table_free(table);
}
END

TEST(mean_and_median_are_marked_where_they_are) {
    picture p = draw_picture(see(build("A-B A-C A-D A-E A-F A-G A-H A-I A-J A-K B-C D-E"), ""),
                             "distribution", "");
    /* degrees 10 2 2 2 2 and six times 1: mean 24/11, median 1 */
    area median = path_area(&p.element[mark_of(&p, "median 1")]),
         mean = path_area(&p.element[mark_of(&p, "mean 2.18")]);
    area one = path_area(&p.element[mark_of(&p, "number of ties 1:")]),
         two = path_area(&p.element[mark_of(&p, "number of ties 2:")]);
    double unit = two.left - one.left;
    CLOSE(median.left, (one.left + one.right) / 2, 0.01);
    CLOSE(mean.left, (two.left + two.right) / 2 + 2.0 / 11 * unit, 0.01);
    texts_are_apart(&p);
    picture_free(&p);
}
END

TEST(other_values_have_bars_of_a_round_width) {
    samen_view *view =
        see(read_fine(source_path("examples/data/house-of-the-child")), "direction=either");
    samen_table *degree = measure(view, "centrality.degree", ""),
                *holes = measure(view, "brokerage.holes", "");
    picture p = draw_picture(samen_view_retain(view), "distribution", "of=strength");
    int count = cells_within(degree, "strength", 20, 24.999);
    char title[64];
    snprintf(title, sizeof title, "weight of ties 20 to 25: %d of 24", count);
    mark_of(&p, title);
    picture_free(&p);
    p = draw_picture(view, "distribution", "of=brokerage.holes:constraint");
    count = cells_within(holes, "constraint", 0.4, 0.449999);
    snprintf(title, sizeof title, "constraint 0.4 to 0.45: %d of ", count);
    mark_of(&p, title);
    picture_free(&p);
    samen_table_free(degree);
    samen_table_free(holes);
}
END

/* The largest value belongs to the last bar, which it ends. */
TEST(the_largest_value_is_in_the_last_bar) {
    picture p = draw_picture(see(build("A-B*0.5 B-C*0.5 C-D"), ""), "distribution", "of=strength");
    mark_of(&p, "weight of ties 1.4 to 1.5: 1 of 4"); /* C has 1.5 */
    mark_of(&p, "weight of ties 1 to 1.1: 2 of 4");
    picture_free(&p);
    p = draw_picture(see(build("A-B*2 C-D*2"), ""), "distribution", "of=strength");
    mark_of(&p, "weight of ties 1.9 to 2: 4 of 4"); /* all are equal */
    texts_are_apart(&p);
    picture_free(&p);
}
END

TEST(sizes_of_partnerships_count_each_member_once) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id\na\nb\nc\nd\n"},
        {"partnerships.csv",
         "id,form,start,end\np,action,,\nq,action,,\nr,learning,,\ns,action,,\n"},
        {"memberships.csv",
         "partnership,organisation,role\np,a,lead\np,b,\np,a,member\nq,a,\nq,b,\n"
         "q,c,\nr,d,\n"}};
    samen_network *network = read_files(files);
    samen_view *all = see(network, ""),
               *some = look(network, "forms=action; organisations=a; organisations=c");
    samen_table *table = measure(all, "composition.forms", "");
    picture p = draw_picture(all, "distribution", "of=partnership-size");
    mark_of(&p, "number of members 1: 1 of 3 partnerships");
    mark_of(&p, "number of members 2: 1 of 3 partnerships");
    mark_of(&p, "number of members 3: 1 of 3 partnerships");
    ck_assert_double_eq(cell_number(table, 0, "partnerships"), 3); /* s has no members */
    ck_assert(says(&p, "number of members: n = 3 partnerships, mean 2, median 2, largest 3."));
    picture_free(&p);
    p = draw_picture(some, "distribution", "of=partnership-size; language=nl");
    mark_of(&p, "aantal leden 1: 1 van de 2 samenwerkingsverbanden");
    mark_of(&p, "aantal leden 2: 1 van de 2 samenwerkingsverbanden");
    picture_free(&p);
    samen_table_free(table);
}
END

/* A star of many and an isolate: skewed, so auto takes the logarithmic scale. */
static samen_view *star(int leaves) {
    graph g = graph_new(leaves + 2, 0);
    for (int i = 1; i <= leaves; i++)
        graph_tie(&g, 0, i, 1);
    for (int i = 2; i <= leaves; i += 2)
        graph_tie(&g, i - 1, i, 1);
    samen_view *view = see(graph_network(&g), "");
    graph_free(&g);
    return view;
}

TEST(many_and_skewed_values_are_shares_on_logarithmic_axes) {
    picture p = draw_picture(star(400), "distribution", "");
    /* 402 organisations: 400 of degree 2, one of 400, one of 0. */
    int two = mark_of(&p, "number of ties at least 2: 99.8 %, 401 of 402 organisations"),
        most = mark_of(&p, "number of ties at least 400: 0.2 %, 1 of 402 organisations");
    CLOSE(part_between(&p, "10", "100", number_of(&p.element[two], "cx")), log10(2) - 1, 0.01);
    CLOSE(part_between(&p, "10", "100", number_of(&p.element[most], "cx")), log10(400) - 1, 0.01);
    double up = number_of(&p.element[text_of(&p, "1 %")], "y"),
           down = number_of(&p.element[text_of(&p, "10 %")], "y");
    CLOSE((number_of(&p.element[two], "cy") - number_of(&p.element[most], "cy")) / (down - up),
          log10(401), 0.01);
    ck_assert(says(&p, "1 organisation with 0: not on this axis, but counted."));
    ck_assert_int_eq(texts_of(&p, "share with so much or more"), 1);
    texts_are_apart(&p);
    marks_are_inside(&p);
    picture_free(&p);
    p = draw_picture(star(400), "distribution", "scale=linear");
    ck_assert_int_eq(titles_with(&p, "at least"), 0);
    area first = path_area(&p.element[mark_of(&p, "number of ties 0 to 19: 401 of 402")]),
         last = path_area(&p.element[mark_of(&p, "number of ties 400 to 419: 1 of 402")]);
    CLOSE(last.right - last.left, first.right - first.left, 0.02); /* beyond the largest value */
    texts_are_apart(&p);
    picture_free(&p);
    p = draw_picture(star(40), "distribution", "");
    ck_assert_int_eq(titles_with(&p, "at least"), 0); /* too few */
    picture_free(&p);
}
END

TEST(what_is_empty_or_all_zero_is_said) {
    static const char *const of[] = {"degree", "strength", "betweenness", "partnership-size",
                                     "brokerage.holes:constraint"};
    for (size_t i = 0; i < sizeof of / sizeof of[0]; i++) {
        for (int log = 0; log < 2; log++) {
            char options[64];
            snprintf(options, sizeof options, "of=%s; scale=%s", of[i], log ? "log" : "linear");
            picture p =
                draw_picture(see(build("A B"), "drop_isolates=true"), "distribution", options);
            ck_assert_int_eq(texts_of(&p, "There is nothing to show in this view."), 1);
            picture_free(&p);
            p = draw_picture(see(build("A B C"), ""), "distribution", options);
            ck_assert_int_eq(texts_of(&p, "There is nothing to show in this view."), i > 2);
            ck_assert_int_eq(titles_with(&p, "3 of 3"), i <= 2);
            texts_are_apart(&p);
            picture_free(&p);
        }
    }
    picture p =
        draw_picture(see(build("A B C"), ""), "distribution", "of=brokerage.holes:constraint");
    ck_assert(says(&p, "3 organisations without a value: left out."));
    picture_free(&p);
}
END

TEST(wrong_choices_are_refused_with_a_sentence) {
    static const struct {
        const char *options, *words;
    } cases[] = {
        {"of=size",
         "option of of distribution cannot be \"size\": it is not of that shape; give degree, "
         "strength, betweenness, partnership-size, or MEASURE:COLUMN"},
        {"of=centrality.degree:name", "the column has no numbers"},
        {"of=centrality.degree:colour", "the measure has no such column"},
        {"of=composition.forms:ties", "the measure is not one of organisations"},
        {"scale=cubic", "option scale of distribution cannot be \"cubic\""},
        {"height=60; width=60", "too small for 2 panels below each other"}};
    samen_view *view = see(build("A>B B-C"), "");
    char *svg = NULL;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        REFUSES(3, cases[i].words,
                samen_draw(view, "distribution", cases[i].options, NULL, &svg, NULL, error));
    ck_assert_ptr_null(svg);
    samen_view_free(view);
}
END

TEST(nothing_overlaps_on_any_page_and_threads_change_no_byte) {
    static const char *const pages[] = {"width=60; ", "width=85; ", "width=170; ",
                                        "width=120; height=150; "};
    dice d = {6};
    for (int round = 0; round < 6; round++) {
        graph g = graph_random(&d, (graph_kind)round, 40, round % 2, 9, 0);
        samen_view *view = see(graph_network(&g), "");
        for (int i = 0; i < 8; i++) {
            char options[96];
            snprintf(options, sizeof options, "%sscale=%s; of=%s", pages[i / 2],
                     i % 2 ? "log" : "linear", round % 3 ? "degree" : "strength");
            picture p = draw_picture(samen_view_retain(view), "distribution", options);
            texts_are_apart(&p);
            marks_are_inside(&p);
            picture_free(&p);
            threads_change_nothing(view, "distribution", options);
        }
        samen_view_free(view);
        graph_free(&g);
    }
}
END

/* A ring with chords, of more organisations than a matrix has room for. */
static samen_view *large(int organisations) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    char one[16], other[16];
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < organisations; i++) {
        snprintf(one, sizeof one, "o%d", i);
        OK(samen_builder_add_organisation(builder, one, NULL, NULL, error));
    }
    for (int i = 0; i < 2 * organisations; i++) {
        snprintf(one, sizeof one, "o%d", i % organisations);
        snprintf(other, sizeof other, "o%d", (i < organisations ? i + 1 : 7 * i) % organisations);
        OK(samen_builder_add_tie(builder, one, other, "action", 1, NULL, NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return see(network, "");
}

TEST(the_caller_can_stop_it) {
    samen_view *view = large(20000);
    caller_can_stop(view, "distribution", "of=betweenness");
    samen_view_free(view);
}
END

SUITE("distributions", bars_count_the_degrees_of_the_measure_in_and_out,
      undirected_ties_have_one_set_of_bars_around_whole_numbers,
      mean_and_median_are_marked_where_they_are, other_values_have_bars_of_a_round_width,
      the_largest_value_is_in_the_last_bar, sizes_of_partnerships_count_each_member_once,
      many_and_skewed_values_are_shares_on_logarithmic_axes, what_is_empty_or_all_zero_is_said,
      wrong_choices_are_refused_with_a_sentence,
      nothing_overlaps_on_any_page_and_threads_change_no_byte, the_caller_can_stop_it)
