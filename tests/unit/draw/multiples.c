/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "picture.h"

#include "../refuses.h"
#include "../view/scene.h"

#define PLACES "A-B A-B:action B-C:action C-D:learning*2 D>E:learning E>D:learning F"

/* Where the mark of an organisation is, in each panel in turn; paths are left out. */
static int circles_of(const picture *p, const char *name, double at[][2]) {
    int found = 0;
    for (int i = 0; i < p->count; i++) {
        const char *title = title_of(p, i);
        if (strcmp(p->element[i].name, "circle") != 0 || strncmp(title, name, strlen(name)) != 0)
            continue;
        at[found][0] = number_of(&p->element[i], "cx");
        at[found++][1] = number_of(&p->element[i], "cy");
    }
    return found;
}

TEST(there_is_a_panel_for_each_form_with_its_ties) {
    picture p = draw_picture(see(build(PLACES), ""), "multiples", "");
    ck_assert_int_eq(texts_of(&p, "consultation"), 2); /* its panel and the legend */
    ck_assert_int_eq(texts_of(&p, "action network"), 2);
    ck_assert_int_eq(texts_of(&p, "learning network"), 2);
    ck_assert_int_eq(texts_of(&p, "ad hoc"), 0);
    ck_assert_int_eq(texts_of(&p, "4 ties"),
                     2); /* undirected ones count both ways in a directed view */
    ck_assert_int_eq(texts_of(&p, "2 ties"), 1);
    ck_assert_int_eq(titles_with(&p, "A \xE2\x80\x93 B: action"), 1);
    texts_are_apart(&p);
    marks_are_inside(&p);
    picture_free(&p);
}
END

TEST(organisations_stand_in_the_same_place_of_every_panel) {
    picture p = draw_picture(see(build(PLACES), ""), "multiples", "");
    double a[8][2], c[8][2];
    ck_assert_int_eq(circles_of(&p, "A:", a), 3);
    ck_assert_int_eq(circles_of(&p, "C:", c), 3);
    for (int i = 1; i < 3; i++) {
        CLOSE(a[i][0] - c[i][0], a[0][0] - c[0][0], 0.02);
        CLOSE(a[i][1] - c[i][1], a[0][1] - c[0][1], 0.02);
        ck_assert(fabs(a[i][0] - a[0][0]) > 10 || fabs(a[i][1] - a[0][1]) > 10);
    }
    picture_free(&p);
}
END

TEST(there_is_a_panel_for_each_group_with_what_its_organisations_are_part_of) {
    picture p =
        draw_picture(see(build_grouped("A-B B-C C-D E-F", "sector", "A=g B=g C=h D=h E=k F=k"), ""),
                     "multiples", "by=group; group=sector; labels=none");
    ck_assert_int_eq(texts_of(&p, "2 ties"), 2);
    ck_assert_int_eq(texts_of(&p, "1 tie"), 1);
    ck_assert_int_eq(titles_with(&p, "B \xE2\x80\x93 C"), 2);
    ck_assert_int_eq(titles_with(&p, "E \xE2\x80\x93 F"), 1);
    picture_free(&p);
}
END

static samen_network *dated(void) {
    static const file files[MOST_FILES] = {
        {"ties.csv", "from,to,form,start,end\na,b,action,2020-01-01,2021-01-01\n"
                     "b,c,action,2020-01-01,2023-01-01\nc,d,action,2022-01-01,2023-01-01\n"}};
    return read_files(files);
}

TEST(there_is_a_panel_for_each_wave) {
    static const char waves[] =
        "by=wave; waves=2020-01-01..2021-01-01; waves=2022-01-01..2023-01-01";
    picture p = draw_picture(see(dated(), "drop_isolates=true"), "multiples", waves);
    ck_assert_int_eq(texts_of(&p, "2020-01-01 \xE2\x80\x93 2021-01-01"), 1);
    ck_assert_int_eq(texts_of(&p, "2 ties"), 2);
    ck_assert_int_eq(titles_with(&p, "b \xE2\x80\x93 c"), 2);
    ck_assert_int_eq(titles_with(&p, "a \xE2\x80\x93 b"), 1);
    double a[8][2];
    ck_assert_int_eq(circles_of(&p, "a:", a), 2);
    picture_free(&p);
}
END

TEST(wrong_choices_are_refused_with_a_sentence) {
    static const struct {
        const char *options, *words;
    } cases[] = {
        {"by=sector", "option by of multiples cannot be \"sector\""},
        {"by=group", "multiples by group needs the option group"},
        {"by=wave", "multiples by wave needs the option waves"},
        {"by=wave; waves=2020", "option waves of multiples cannot be \"2020\"; give FROM..TO"},
        {"by=wave; waves=..2020-01-01", "give FROM..TO"},
        {"by=wave; waves=2020-01-01..", "give FROM..TO"},
        {"by=wave; waves=2021-01-01..2020-01-01", "ends before it starts"},
        {"by=wave; waves=then..now", "option from of the view"},
        {"height=60; width=60; by=wave; waves=2020-01-01..2021-01-01; waves=2021-01-01..2022-01-01; "
         "waves=2022-01-01..2023-01-01",
         "too small for 3 rows of panels"}};
    samen_view *view = see(dated(), "");
    char *svg = NULL;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        REFUSES(3, cases[i].words,
                samen_draw(view, "multiples", cases[i].options, NULL, &svg, NULL, error));
    char many[1024] = "by=wave";
    for (int i = 0; i < 17; i++)
        strcat(many, "; waves=2020-01-01..2021-01-01");
    REFUSES(3, "more than 16 panels", samen_draw(view, "multiples", many, NULL, &svg, NULL, error));
    ck_assert_ptr_null(svg);
    samen_view_free(view);
}
END

TEST(nothing_to_compare_is_a_page_without_panels) {
    picture p = draw_picture(see(build("A"), ""), "multiples", "");
    ck_assert_int_eq(titles_with(&p, "A"), 0);
    picture_free(&p);
}
END

SUITE("small multiples", there_is_a_panel_for_each_form_with_its_ties,
      organisations_stand_in_the_same_place_of_every_panel,
      there_is_a_panel_for_each_group_with_what_its_organisations_are_part_of,
      there_is_a_panel_for_each_wave, wrong_choices_are_refused_with_a_sentence,
      nothing_to_compare_is_a_page_without_panels)
