/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars of forms against the tables of composition.forms and composition.contrast. */
#define _GNU_SOURCE
#include "chart.h"

#include "../refuses.h"
#include "../view/scene.h"
#include "graphs.h"

#define TIES "A-B A-C B-C:action*3 C-D:learning*2 A-D:action A-B:learning E"

static const char *const forms[] = {"consultation", "learning", "action"};
static const char *const names[] = {"consultation", "learning network", "action network"};

/* The box of a form in a row. */
static area bar_of(const picture *p, const char *row, const char *form) {
    char title[128];
    snprintf(title, sizeof title, "%s: %s ", row, form);
    return path_area(&p->element[mark_of(p, title)]);
}

TEST(stacked_bars_are_as_long_as_the_shares_and_follow_each_other) {
    static const char *const of[] = {"ties", "weight", "partnerships"};
    for (int i = 0; i < 2; i++) {
        char options[64], column[64];
        snprintf(options, sizeof options, "bars=stacked; of=%s", of[i]);
        snprintf(column, sizeof column, "share_of_%s", of[i]);
        samen_view *view = see(build(TIES), "");
        samen_table *table = measure(view, "composition.forms", "");
        picture p = draw_picture(view, "shares", options);
        double sum = 0;
        for (int form = 0; form < 3; form++) {
            area box = bar_of(&p, "whole network", names[form]);
            double share = cell_number(table, row_with(table, "form", forms[form]), column);
            ck_assert_double_gt(share, 0);
            CLOSE(part_between(&p, "0 %", "100 %", box.left), sum, 0.001);
            sum += share;
            CLOSE(part_between(&p, "0 %", "100 %", box.right), sum, 0.001);
        }
        CLOSE(sum, 1, 1e-12);
        texts_are_apart(&p);
        picture_free(&p);
        samen_table_free(table);
    }
}
END

TEST(titles_give_the_share_and_what_it_stands_on) {
    picture p = draw_picture(see(build(TIES), ""), "shares", "bars=stacked");
    ck_assert_int_eq(titles_with(&p, "whole network: consultation 33 %, 2 of 6 ties"), 1);
    ck_assert_int_eq(texts_of(&p, "n = 6"), 1);
    ck_assert_int_eq(texts_of(&p, "33 %"), 3);
    ck_assert_ptr_nonnull(strstr(description_of(&p), "share of ties: whole network (6 ties): "
                                                     "consultation 33 %, learning network 33 %"));
    ck_assert(says(&p, "Not found: ad hoc, information-exchange network, resource network."));
    picture_free(&p);
    p = draw_picture(see(build(TIES), ""), "shares", "bars=stacked; of=weight");
    ck_assert_int_eq(titles_with(&p, "action network 44 %, weight 4 of 9"), 1);
    picture_free(&p);
    p = draw_picture(see(build(TIES), ""), "shares", "bars=stacked; language=nl");
    ck_assert_int_eq(titles_with(&p, "hele netwerk: overleg 33 %, 2 van de 6 banden"), 1);
    ck_assert_int_eq(texts_of(&p, "Hoeveel van elke vorm"), 1);
    ck_assert_int_eq(texts_of(&p, "aandeel van de banden"), 1);
    picture_free(&p);
}
END

/* Forms against all others, as whoever calls the measure would write it. */
static samen_table *contrast(const samen_view *view, int form, const char *more) {
    static const char *const others[] = {"ad-hoc,information,learning,resource,action", "",
                                         "ad-hoc,information,learning,resource,consultation"};
    char options[160];
    snprintf(options, sizeof options, "a=%s; b=%s; %s", forms[form], others[form], more);
    return measure(view, "composition.contrast", options);
}

static samen_network *random_forms(void) {
    char ties[2048] = "";
    dice d = {4};
    for (int i = 0; i < 90; i++)
        sprintf(ties + strlen(ties), "%c-%c:%s ", 'A' + (int)dice_roll(&d, 12),
                'M' + (int)dice_roll(&d, 12), i % 3 ? "consultation" : "action");
    return build(ties);
}

TEST(whiskers_are_the_intervals_of_the_contrast_with_all_other_forms) {
    samen_view *view = see(random_forms(), "");
    for (int weight = 0; weight < 2; weight++) {
        picture p = draw_picture(samen_view_retain(view), "shares",
                                 weight ? "of=weight; draws=200; level=0.8" : "draws=200");
        for (int form = 0; form < 3; form += 2) {
            samen_table *table =
                contrast(view, form, weight ? "draws=200; level=0.8" : "draws=200");
            area box = bar_of(&p, "whole network", names[form]), line = whisker_at(&p, &box);
            double lower = cell_number(table, weight, "lower"),
                   upper = cell_number(table, weight, "upper");
            ck_assert_double_gt(upper, lower);
            CLOSE(part_between(&p, "0 %", "40 %", box.right) * 0.4,
                  cell_number(table, weight, "estimate"), 0.001);
            CLOSE(part_between(&p, "0 %", "40 %", line.left) * 0.4, lower, 0.001);
            CLOSE(part_between(&p, "0 %", "40 %", line.right) * 0.4, upper, 0.001);
            char said[64];
            snprintf(said, sizeof said, "(%.0f to %.0f)", 100 * lower, 100 * upper);
            ck_assert_int_eq(titles_with(&p, said), 1);
            samen_table_free(table);
        }
        ck_assert(says(&p, weight ? "80 % intervals: organisations drawn anew 200 times."
                                  : "95 % intervals: organisations drawn anew 200 times."));
        picture_free(&p);
    }
    samen_view_free(view);
}
END

TEST(nothing_is_drawn_anew_when_no_draws_are_wanted_or_there_is_one_form_only) {
    picture p = draw_picture(see(random_forms(), ""), "shares", "draws=0");
    ck_assert_int_eq(whiskers_in(&p), 0);
    ck_assert(!says(&p, "intervals"));
    picture_free(&p);
    p = draw_picture(see(build("A-B B-C"), ""), "shares", "");
    ck_assert_int_eq(whiskers_in(&p), 0);
    ck_assert_int_eq(titles_with(&p, "consultation 100 %, 2 of 2 ties"), 1);
    picture_free(&p);
}
END

/* Partnerships are counted once each: the interval of the contrast is Wilson's. */
TEST(shares_of_partnerships_have_wilsons_interval) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id\na\nb\nc\n"},
        {"partnerships.csv", "id,form\np,action\nq,action\nr,action\ns,learning\n"},
        {"memberships.csv", "partnership,organisation\np,a\nq,b\nr,c\nr,a\ns,b\n"}};
    samen_view *view = see(read_files(files), "");
    samen_table *table = measure(view, "composition.contrast",
                                 "a=action; b=consultation,ad-hoc,information,learning,resource");
    picture p = draw_picture(view, "shares", "of=partnerships");
    area box = bar_of(&p, "whole network", "action network"), line = whisker_at(&p, &box);
    CLOSE(part_between(&p, "0 %", "100 %", box.right), 0.75, 0.001);
    CLOSE(part_between(&p, "0 %", "100 %", line.left), cell_number(table, 3, "wilson_lower"),
          0.001);
    CLOSE(part_between(&p, "0 %", "100 %", line.right), cell_number(table, 3, "wilson_upper"),
          0.001);
    ck_assert(says(&p, "Wilson's, as if partnerships were independent"));
    ck_assert_int_eq(titles_with(&p, "3 of 4 partnerships"), 1);
    picture_free(&p);
    samen_table_free(table);
}
END

/* Contrast puts a pair of two forms on both sides, so its interval would be of something else: that of consultation
 * and learning here, which share a pair, but not that of action. */
TEST(pairs_of_several_forms_add_up_to_more_than_all_and_have_no_interval) {
    samen_view *view = see(build(TIES), "");
    samen_table *table = measure(view, "composition.forms", "");
    picture p = draw_picture(samen_view_retain(view), "shares", "of=pairs");
    ck_assert_int_eq(whiskers_in(&p), 1);
    ck_assert(says(&p, "shares add up to more than 100 %."));
    ck_assert(says(&p, "Forms that share pairs with others have no interval."));
    area box = bar_of(&p, "whole network", "action network");
    whisker_at(&p, &box);
    box = bar_of(&p, "whole network", "consultation");
    CLOSE(part_between(&p, "0 %", "20 %", box.right) * 0.2,
          cell_number(table, row_with(table, "form", "consultation"), "share_of_pairs"), 0.001);
    picture_free(&p);
    p = draw_picture(view, "shares", "of=pairs; bars=stacked");
    box = bar_of(&p, "whole network", "action network");
    CLOSE(part_between(&p, "0 %", "100 %", box.right), 1.2, 0.001);
    picture_free(&p);
    samen_table_free(table);
    p = draw_picture(see(random_forms(), "forms=action"), "shares", "of=pairs");
    ck_assert(!says(&p, "more than 100 %"));
    picture_free(&p);
}
END

TEST(organisations_with_the_most_ties_come_first_and_the_rest_is_counted) {
    samen_view *view = see(build("A-B A-C A-D:action A-E B-C B-D:action F"), "");
    picture p = draw_picture(samen_view_retain(view), "shares", "by=organisation; top=3");
    ck_assert_int_eq(titles_with(&p, "A: consultation 75 %, 3 of 4 ties"), 1);
    ck_assert_double_lt(bar_of(&p, "A", "consultation").bottom,
                        bar_of(&p, "B", "consultation").top);
    ck_assert_double_lt(bar_of(&p, "B", "consultation").bottom,
                        bar_of(&p, "C", "consultation").top);
    ck_assert_int_eq(texts_of(&p, "D"), 0);
    ck_assert_int_eq(texts_of(&p, "n = 4"), 1);
    ck_assert(says(&p, "The 3 with the most ties of 6."));
    ck_assert(says(&p, "What ties several organisations or groups counts for each of them."));
    texts_are_apart(&p);
    picture_free(&p);
    p = draw_picture(view, "shares", "by=organisation; bars=dodged");
    ck_assert_int_eq(texts_of(&p, "F"), 1);
    ck_assert_int_eq(texts_of(&p, "n = 0"), 1); /* who has none stays */
    ck_assert_int_eq(titles_with(&p, "F: "), 0);
    ck_assert_int_eq(whiskers_in(&p), 0);
    ck_assert(says(&p, "No intervals: there are none for parts of a network."));
    picture_free(&p);
}
END

TEST(groups_stand_in_order_with_the_numbers_of_the_measure) {
    samen_network *network =
        build_grouped("A-B A-C:action B-C D-E:action E-F G", "sector", "A=x B=y C=y D=z E=z G=w");
    samen_view *view = see(network, "");
    samen_table *table = measure(view, "composition.forms", "table=group; group=sector");
    picture p = draw_picture(view, "shares", "by=group; group=sector; bars=dodged");
    double last = 0;
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        if (strcmp(cell_text(table, row, "form"), "consultation") != 0 ||
            cell_is_null(table, row, "share_of_ties"))
            continue;
        area box = bar_of(&p, cell_text(table, row, "group"), "consultation");
        CLOSE(part_between(&p, "0 %", "60 %", box.right) * 0.6,
              cell_number(table, row, "share_of_ties"), 0.001);
        ck_assert_double_gt(box.top, last);
        last = box.top;
    }
    ck_assert_int_eq(texts_of(&p, "w"), 1);
    ck_assert_int_eq(texts_of(&p, "n = 0"), 1);
    ck_assert(says(&p, "1 organisation without a group: not shown."));
    picture_free(&p);
    samen_table_free(table);
}
END

TEST(no_more_organisations_are_shown_than_fit_a_page_unless_it_is_said_how_many) {
    static const struct {
        const char *options;
        int shown;
    } cases[] = {{"", 30}, {"bars=dodged; ", 8}, {"top=32; ", 32}, {"bars=dodged; top=9; ", 9}};
    dice d = {8};
    graph g = graph_random(&d, GRAPH_RING, 40, 0, 1, 0);
    samen_view *view = see(graph_network(&g), "");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char options[64], note[64];
        snprintf(options, sizeof options, "%sby=organisation", cases[i].options);
        snprintf(note, sizeof note, "The %d with the most ties of 40.", cases[i].shown);
        picture p = draw_picture(samen_view_retain(view), "shares", options);
        ck_assert_int_eq(texts_of(&p, "n = 2"), cases[i].shown);
        ck_assert(says(&p, note));
        ck_assert(i > 1 || number_of(&p.element[0], "height") < 297);
        picture_free(&p);
    }
    samen_view_free(view);
    graph_free(&g);
}
END

static samen_network *dated(void) {
    static const file files[MOST_FILES] = {
        {"ties.csv", "from,to,form,start,end\na,b,action,2020-01-01,2021-01-01\n"
                     "b,c,consultation,2020-01-01,2023-01-01\nc,d,action,2022-01-01,2023-01-01\n"
                     "a,d,action,2022-01-01,2023-01-01\n"}};
    return read_files(files);
}

#define WAVES "by=wave; waves=2020-01-01..2021-01-01; waves=2022-01-01..2023-01-01; "

TEST(waves_are_what_a_view_of_their_period_has) {
    samen_network *network = dated();
    samen_view *second = look(network, "from=2022-01-01; to=2023-01-01"), *all = see(network, "");
    samen_table *table = measure(second, "composition.contrast",
                                 "b=consultation,ad-hoc,information,learning,resource; draws=50");
    picture p = draw_picture(all, "shares", WAVES "bars=dodged; draws=50");
    area box = bar_of(&p, "2022-01-01 \xE2\x80\x93 2023-01-01", "action network"),
         line = whisker_at(&p, &box);
    CLOSE(part_between(&p, "0 %", "100 %", box.right), 2.0 / 3, 0.001);
    CLOSE(part_between(&p, "0 %", "100 %", line.left), cell_number(table, 0, "lower"), 0.001);
    CLOSE(part_between(&p, "0 %", "100 %", line.right), cell_number(table, 0, "upper"), 0.001);
    ck_assert_int_eq(texts_of(&p, "n = 2"), 1);
    ck_assert_int_eq(texts_of(&p, "n = 3"), 1);
    ck_assert_int_eq(titles_with(&p, "2 of 3 ties"), 1);
    texts_are_apart(&p);
    picture_free(&p);
    samen_table_free(table);
    samen_view_free(second);
}
END

TEST(nothing_to_share_is_a_page_that_says_so) {
    static const char *const views[] = {"", "drop_isolates=true"};
    static const char *const options[] = {"", "by=organisation", "of=partnerships", "of=pairs",
                                          WAVES};
    for (int v = 0; v < 2; v++) {
        for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
            picture p = draw_picture(see(build("A B"), views[v]), "shares", options[i]);
            ck_assert_int_eq(texts_of(&p, "There is nothing to show in this view."), 1);
            picture_free(&p);
        }
    }
}
END

TEST(wrong_choices_are_refused_with_a_sentence) {
    static const struct {
        const char *options, *words;
    } cases[] = {{"by=sector", "option by of shares cannot be \"sector\""},
                 {"of=records", "option of of shares cannot be \"records\""},
                 {"by=group", "shares by group needs the option group"},
                 {"by=wave", "shares by wave needs the option waves"},
                 {"by=wave; waves=2020", "option waves of shares cannot be \"2020\""},
                 {"top=-2", "option top of shares must be a whole number from 1 to 1000"},
                 {"level=2", "option level of shares must be"},
                 {"height=60; width=60; by=organisation", "too small for"}};
    samen_view *view = see(build("A-B B-C C-D D-E E-F F-G G-H H-I I-J J-K K-L L-M M-N N-O"), "");
    char *svg = NULL;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        REFUSES(3, cases[i].words,
                samen_draw(view, "shares", cases[i].options, NULL, &svg, NULL, error));
    FAILS(SAMEN_ERR_UNKNOWN, "attribute \"nothing\"",
          samen_draw(view, "shares", "by=group; group=nothing", NULL, &svg, NULL, error));
    ck_assert_ptr_null(svg);
    samen_view_free(view);
}
END

TEST(names_of_every_length_keep_apart_on_every_page) {
    static const file files[MOST_FILES] = {
        {"organisations.csv",
         "id,name,sector\na,Municipality of Elderveld with a name that needs more than one line,one\n"
         "b,B,a sector with quite a long name that goes on and on\nc,<i>&\"c\",three\n"
         "d,Donaudampfschifffahrtselektrizit\xC3\xA4tenhauptbetriebswerkbauunterbeamtengesellschaft,\n"},
        {"ties.csv", "from,to,form\na,b,action\nb,c,learning\nc,d,consultation\na,d,ad-hoc\n"}};
    samen_view *view = see(read_files(files), "");
    static const char *const by[] = {"", "by=organisation; ", "by=organisation; bars=dodged; ",
                                     "by=group; group=sector; language=nl; "};
    static const char *const pages[] = {"width=60", "width=85", "width=170", "width=300",
                                        "width=120; height=150"};
    for (size_t i = 0; i < 4; i++) {
        for (size_t k = 0; k < sizeof pages / sizeof pages[0]; k++) {
            char options[128];
            snprintf(options, sizeof options, "%s%s; draws=20", by[i], pages[k]);
            picture p = draw_picture(samen_view_retain(view), "shares", options);
            texts_are_apart(&p);
            picture_free(&p);
        }
    }
    samen_view_free(view);
}
END

TEST(threads_change_no_byte_and_the_caller_can_stop_it) {
    samen_view *view = see(random_forms(), "");
    threads_change_nothing(view, "shares", "draws=300");
    threads_change_nothing(view, "shares", "by=organisation");
    caller_can_stop(view, "shares", "draws=1000000");
    samen_view_free(view);
}
END

SUITE("shares of forms", stacked_bars_are_as_long_as_the_shares_and_follow_each_other,
      titles_give_the_share_and_what_it_stands_on,
      whiskers_are_the_intervals_of_the_contrast_with_all_other_forms,
      nothing_is_drawn_anew_when_no_draws_are_wanted_or_there_is_one_form_only,
      shares_of_partnerships_have_wilsons_interval,
      pairs_of_several_forms_add_up_to_more_than_all_and_have_no_interval,
      organisations_with_the_most_ties_come_first_and_the_rest_is_counted,
      groups_stand_in_order_with_the_numbers_of_the_measure,
      no_more_organisations_are_shown_than_fit_a_page_unless_it_is_said_how_many,
      waves_are_what_a_view_of_their_period_has, nothing_to_share_is_a_page_that_says_so,
      wrong_choices_are_refused_with_a_sentence, names_of_every_length_keep_apart_on_every_page,
      threads_change_no_byte_and_the_caller_can_stop_it)
