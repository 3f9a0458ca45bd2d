/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks and ranges of brokerage roles against the table of brokerage.roles. */
#define _GNU_SOURCE
#include "chart.h"

#include "../refuses.h"
#include "../view/scene.h"
#include "graphs.h"

static const char *const roles[] = {"coordinator", "itinerant", "representative", "gatekeeper",
                                    "liaison"};

static samen_view *texas(void) {
    return see(read_fine(source_path("examples/data/emon/Texas")), "");
}

/* Where the number of a panel is on the page: by two marks of that role whose counts are known. */
static double count_at(const picture *p, const char *role, double x) {
    double at[2] = {0}, count[2] = {0};
    for (int i = 0; i < p->count; i++) {
        const char *title = title_of(p, i), *comma = strstr(title, ", ");
        size_t length = strlen(role);
        if (strcmp(p->element[i].name, "circle") != 0 || !comma ||
            strncmp(comma + 2, role, length) != 0)
            continue;
        double value = strtod(comma + 2 + length + 2, NULL);
        int end = value > count[1];
        if (value == 0 || end) {
            at[end] = number_of(&p->element[i], "cx");
            count[end] = value;
        }
    }
    ck_assert_double_gt(count[1], 0);
    return count[1] * (x - at[0]) / (at[1] - at[0]);
}

/* The range below a mark: the last path without an outline before it. */
static area range_below(const picture *p, int mark) {
    while (strcmp(value_of(&p->element[mark], "fill"), "#c4ccd4") != 0)
        mark--;
    return path_area(&p->element[mark]);
}

static int64_t row_of(const samen_table *table, const char *name, const char *role) {
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        if (strcmp(cell_text(table, row, "name"), name) == 0 &&
            strcmp(cell_text(table, row, "role"), role) == 0)
            return row;
    }
    ck_abort_msg("no row of %s as %s", name, role);
}

/* At 1.959964 standard deviations from the mean, and not below 0. */
TEST(marks_and_ranges_are_those_of_the_measure) {
    static const char *const names[] = {"Texas Highway Patrol", "Kerr County Sheriffs Office",
                                        "Emergency Medical Services"};
    samen_view *view = texas();
    samen_table *table =
        measure(view, "brokerage.roles", "table=significance; group=sponsorship; draws=100");
    picture p = draw_picture(view, "roles", "group=sponsorship; draws=100");
    for (int n = 0; n < 3; n++) {
        for (int role = 0; role < 5; role++) {
            char title[128];
            snprintf(title, sizeof title, "%s, %s: ", names[n], roles[role]);
            int mark = mark_of(&p, title);
            int64_t row = row_of(table, names[n], roles[role]);
            double expected = cell_number(table, row, "expected"),
                   reach = 1.959963985 * cell_number(table, row, "std_dev"),
                   count = cell_number(table, row, "count"), z = cell_number(table, row, "z");
            area range = range_below(&p, mark);
            CLOSE(count_at(&p, roles[role], number_of(&p.element[mark], "cx")), count, 0.01);
            CLOSE(count_at(&p, roles[role], range.left), fmax(0, expected - reach), 0.02);
            CLOSE(count_at(&p, roles[role], range.right), expected + reach, 0.02);
            ck_assert_str_eq(value_of(&p.element[mark], "fill"),
                             fabs(z) > 1.959963985 ? "#1f2933" : "#ffffff");
        }
    }
    texts_are_apart(&p);
    marks_are_inside(&p);
    picture_free(&p);
    samen_table_free(table);
}
END

TEST(titles_have_the_numbers_with_the_p_of_the_side_where_the_count_is) {
    samen_view *view = texas();
    samen_table *table =
        measure(view, "brokerage.roles", "table=significance; group=sponsorship; draws=99");
    picture p = draw_picture(samen_view_retain(view), "roles", "group=sponsorship; draws=99");
    int64_t row = row_of(table, "Texas Highway Patrol", "liaison");
    char title[160];
    snprintf(title, sizeof title,
             "Texas Highway Patrol, liaison: 61, expected 11.8 (0 to 25.6); as many or more by "
             "shuffled groups: p = %.3g",
             cell_number(table, row, "p_more"));
    mark_of(&p, title);
    row = row_of(table, "Bandera County Civil Defense", "coordinator");
    snprintf(title, sizeof title,
             "Bandera County Civil Defense, coordinator: 3, expected 8.75 (0 to 20.2); as few or "
             "fewer by shuffled groups: p = %.3g",
             cell_number(table, row, "p_fewer"));
    mark_of(&p, title);
    ck_assert(says(&p, "The 20 with the most brokerage of 25."));
    ck_assert_ptr_nonnull(strstr(description_of(&p),
                                 "25 organisations. brokerage: Texas Highway Patrol 166 "
                                 "(coordinator 8, expected 1.33; itinerant 29, expected"));
    picture_free(&p);
    p = draw_picture(view, "roles", "group=sponsorship; draws=0; language=nl; names=key");
    ck_assert_int_eq(titles_with(&p, "p ="), 0);
    ck_assert_int_eq(
        titles_with(&p, "highway-patrol, tussenpersoon: 61, verwacht 11,8 (0 tot 25,6)"), 1);
    ck_assert_int_eq(texts_of(&p, "vertegenwoordiger"), 1);
    ck_assert_int_eq(texts_of(&p, "Wie staat tussen wie"), 1);
    picture_free(&p);
    samen_table_free(table);
}
END

TEST(the_organisations_with_the_most_come_first) {
    samen_view *view = texas();
    picture p = draw_picture(view, "roles", "group=sponsorship; draws=0; top=5");
    double last = 0;
    static const char *const order[] = {"Texas Highway Patrol", "Kerr County Sheriffs Office",
                                        "Emergency Medical Services",
                                        "Texas State Highway Department", "Red Cross"};
    for (int i = 0; i < 5; i++) {
        char title[64];
        snprintf(title, sizeof title, "%s, liaison", order[i]);
        double y = number_of(&p.element[mark_of(&p, title)], "cy");
        ck_assert_double_gt(y, last);
        last = y;
    }
    ck_assert_int_eq(titles_with(&p, ", liaison: "), 5);
    picture_free(&p);
}
END

/* In an undirected view the two roles have the same counts. */
TEST(undirected_ties_have_one_panel_for_representative_and_gatekeeper) {
    picture p =
        draw_picture(see(build_grouped("A-B B-C C-D D-E E-A", "sector", "A=g B=g C=h D=h"), ""),
                     "roles", "group=sector; draws=10");
    ck_assert_int_eq(texts_of(&p, "representative"), 1);
    ck_assert_int_eq(texts_of(&p, "gatekeeper"), 1);
    ck_assert_int_eq(texts_of(&p, "between its own group and another"), 1);
    ck_assert_int_eq(titles_with(&p, "B, representative, gatekeeper: 1, expected"), 1);
    ck_assert_int_eq(titles_with(&p, ", gatekeeper: "), 4);
    ck_assert_int_eq(titles_with(&p, ", representative: "), 0);
    ck_assert(says(&p, "1 organisation without a group: not shown."));
    ck_assert_int_eq(texts_of(&p, "E"), 0);
    picture_free(&p);
}
END

TEST(panels_stand_in_several_lines_on_narrow_pages_and_nothing_overlaps) {
    static const char *const pages[] = {"width=60",  "width=85",  "width=85; language=nl",
                                        "width=170", "width=300", "width=200; height=160"};
    samen_view *view = texas();
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        char options[96];
        snprintf(options, sizeof options, "group=sponsorship; draws=0; %s", pages[i]);
        picture p = draw_picture(samen_view_retain(view), "roles", options);
        texts_are_apart(&p);
        marks_are_inside(&p);
        ck_assert_double_le(number_of(&p.element[0], "height"), 297); /* a page */
        picture_free(&p);
    }
    samen_view_free(view);
}
END

TEST(nobody_with_a_group_is_a_page_that_says_so) {
    picture p = draw_picture(see(build_grouped("A-B B-C D", "sector", "D=g"), "drop_isolates=true"),
                             "roles", "group=sector");
    ck_assert_int_eq(texts_of(&p, "There is nothing to show in this view."), 1);
    picture_free(&p);
    p = draw_picture(see(build_grouped("A B", "sector", "A=g B=g"), ""), "roles", "group=sector");
    ck_assert_int_eq(titles_with(&p, "A, liaison: 0, expected 0 (0 to 0)"), 1);
    picture_free(&p);
}
END

TEST(wrong_choices_are_refused_with_a_sentence) {
    samen_view *view = texas();
    char *svg = NULL;
    REFUSES(3, "roles needs the option group",
            samen_draw(view, "roles", "", NULL, &svg, NULL, error));
    REFUSES(3, "option top of roles must be a whole number from 1 to 1000",
            samen_draw(view, "roles", "group=sponsorship; top=1001", NULL, &svg, NULL, error));
    REFUSES(3, "option height of roles is too small for 20 organisations in 2 lines of panels",
            samen_draw(view, "roles", "group=sponsorship; draws=0; width=120; height=100", NULL,
                       &svg, NULL, error));
    FAILS(SAMEN_ERR_UNKNOWN, "attribute \"colour\"",
          samen_draw(view, "roles", "group=colour", NULL, &svg, NULL, error));
    ck_assert_ptr_null(svg);
    samen_view_free(view);
}
END

TEST(threads_change_no_byte_and_the_caller_can_stop_it) {
    samen_view *view = texas();
    threads_change_nothing(view, "roles", "group=sponsorship; draws=500");
    caller_can_stop(view, "roles", "group=sponsorship; draws=1000000");
    samen_view_free(view);
}
END

SUITE("pictures of roles", marks_and_ranges_are_those_of_the_measure,
      titles_have_the_numbers_with_the_p_of_the_side_where_the_count_is,
      the_organisations_with_the_most_come_first,
      undirected_ties_have_one_panel_for_representative_and_gatekeeper,
      panels_stand_in_several_lines_on_narrow_pages_and_nothing_overlaps,
      nobody_with_a_group_is_a_page_that_says_so, wrong_choices_are_refused_with_a_sentence,
      threads_change_no_byte_and_the_caller_can_stop_it)
