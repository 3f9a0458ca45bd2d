/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sociograms, as read back from what was written: what is drawn, what is said of it, and that nothing is hidden. */
#define _GNU_SOURCE
#include "draw/palette.h"
#include "graphs.h"
#include "picture.h"
#include "../refuses.h"
#include "../view/scene.h"

#define KITE "A-B A-C B-C:action*3 C>D:ad-hoc*2 D>E E>D F"

TEST(every_organisation_and_tie_has_a_mark_that_says_what_it_is) {
    picture p = draw_picture(see(build(KITE), ""), "sociogram", "");
    ck_assert_int_eq(titles_with(&p, "A: 2 partners"), 1);
    ck_assert_int_eq(titles_with(&p, "C: 3 partners"), 1);
    ck_assert_int_eq(titles_with(&p, "F: 0 partners"), 1);
    ck_assert_int_eq(titles_with(&p, "A \xE2\x80\x93 B: consultation, weight 1"), 1);
    ck_assert_int_eq(titles_with(&p, "B \xE2\x80\x93 C: action network, weight 3"), 1);
    ck_assert_int_eq(titles_with(&p, "C \xE2\x86\x92 D: ad hoc, weight 2"), 1);
    ck_assert_int_eq(titles_with(&p, "D \xE2\x86\x94 E: consultation, weight 1"), 1);
    for (const char *name = "ABCDEF"; *name; name++)
        ck_assert_int_eq(texts_of(&p, (char[]){*name, 0}), 1);
    ck_assert_int_eq(texts_of(&p, "Without ties in this view: 1"), 1);
    texts_are_apart(&p);
    marks_are_inside(&p);
    picture_free(&p);
}
END

TEST(the_legend_names_all_that_is_drawn) {
    static const char groups[] = "A=GOV B=GOV C=VOL D=VOL E=GOV";
    picture p = draw_picture(see(build_grouped(KITE, "sector", groups), ""), "sociogram",
                             "group=sector; size=degree");
    static const char *const expected[] = {"Who works with whom",
                                           "Form",
                                           "consultation",
                                           "ad hoc",
                                           "action network",
                                           "Direction",
                                           "one way",
                                           "both ways",
                                           "Weight",
                                           "3",
                                           "sector",
                                           "GOV",
                                           "VOL",
                                           "not known",
                                           "Size: degree"};
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++)
        ck_assert_msg(texts_of(&p, expected[i]) == 1, "\"%s\" is there %d times", expected[i],
                      texts_of(&p, expected[i]));
    ck_assert_int_eq(texts_of(&p, "learning network"), 0);
    ck_assert_int_eq(titles_with(&p, "A (GOV): degree"), 1);
    picture_free(&p);
    p = draw_picture(see(build("A-B"), ""), "sociogram", "");
    ck_assert_int_eq(texts_of(&p, "Direction"), 0);
    ck_assert_int_eq(texts_of(&p, "Weight"), 0);
    picture_free(&p);
}
END

TEST(the_page_speaks_dutch_when_asked) {
    picture p = draw_picture(see(build(KITE), ""), "sociogram",
                             "language=nl; source=Proef; title=Wie \"en\" wat");
    ck_assert_str_eq(value_of(&p.element[0], "lang"), "nl");
    ck_assert_int_eq(texts_of(&p, "Vorm"), 1);
    ck_assert_int_eq(texts_of(&p, "overleg"), 1);
    ck_assert_int_eq(texts_of(&p, "in beide richtingen"), 1);
    ck_assert_str_eq(title_of(&p, 0), "Wie \"en\" wat");
    ck_assert_ptr_nonnull(strstr(p.svg, "Gegevens: Proef \xC2\xB7 6 organisaties, 9 banden"));
    ck_assert_ptr_nonnull(strstr(p.svg, samen_version()));
    picture_free(&p);
}
END

TEST(the_view_is_named_below_the_picture) {
    picture p =
        draw_picture(see(build(KITE), "forms=action,ad-hoc; direction=either"), "sociogram", "");
    ck_assert_ptr_nonnull(strstr(
        p.svg, "6 organisations, 2 ties \xC2\xB7 forms: ad-hoc,action \xC2\xB7 direction: either"));
    picture_free(&p);
}
END

static samen_network *hostile(void) {
    static const file files[MOST_FILES] = {
        {"organisations.csv",
         "id,name,sector\na,<script>alert(1)</script>,\"<b \"\"x\"\">\"\nb,\"Quote \"\" & Co\",x\n"
         "c,\xE6\x9D\xB1\xE4\xBA\xAC,x\nd,\xE2\x80\xAE"
         "desrever,x\ne,\xF0\x9F\x8F\xA5 Zorg,x\nf,]]>,x\n"},
        {"ties.csv", "from,to,form\na,b,<i>\na,c,<i>\nb,d,\"a&b\"\nd,e,<i>\n"},
        {"forms.csv", "form,name\n<i>,<i>form</i>\na&b,\"a & \"\"b\"\"\"\n"}};
    return read_files(files);
}

TEST(names_are_text_wherever_they_stand) {
    picture p = draw_picture(see(hostile(), ""), "sociogram",
                             "group=sector; title=<svg onload=x>; source=\"&#0;\"\"\"");
    ck_assert_ptr_null(strstr(p.svg, "<script"));
    ck_assert_ptr_null(strstr(p.svg, "\xE2\x80\xAE"));
    ck_assert_int_eq(titles_with(&p, "<script>alert(1)</script> (<b \"x\">): 2 partners"), 1);
    ck_assert_int_eq(texts_of(&p, "Quote \" & Co"), 1);
    ck_assert_int_eq(texts_of(&p, "\xE6\x9D\xB1\xE4\xBA\xAC"), 1);
    ck_assert_int_eq(texts_of(&p, "\\u{202e}desrever"), 1);
    ck_assert_int_eq(texts_of(&p, "\xF0\x9F\x8F\xA5 Zorg"), 1);
    ck_assert_int_eq(texts_of(&p, "<i>form</i>"), 1);
    ck_assert_int_eq(texts_of(&p, "<b \"x\">"), 1);
    for (int i = 0; i < p.count; i++) {
        for (int k = 0; k < p.element[i].attributes; k++)
            ck_assert_int_ne(strncmp(p.element[i].attribute[k].name, "on", 2), 0);
    }
    texts_are_apart(&p);
    picture_free(&p);
}
END

/* Forms of one pair stand beside each other, each with a colour and a pattern of its own. */
TEST(several_forms_of_a_pair_are_parallel_and_told_apart_without_colour) {
    picture p =
        draw_picture(see(build("A-B:consultation A-B:action A-B:learning"), ""), "sociogram", "");
    const char *paths[3], *colours[3], *dashes[3];
    int found = 0;
    for (int i = 0; i < p.count; i++) {
        if (strncmp(title_of(&p, i), "A \xE2\x80\x93 B", 7) != 0 || p.element[i].parent < 0)
            continue;
        ck_assert_int_lt(found, 3);
        paths[found] = value_of(&p.element[i], "d");
        colours[found] = value_of(&p.element[i], "stroke");
        dashes[found++] = value_of(&p.element[i], "stroke-dasharray");
    }
    ck_assert_int_eq(found, 3);
    for (int i = 0; i < 3; i++) {
        ck_assert_str_ne(paths[i], paths[(i + 1) % 3]);
        ck_assert_str_ne(colours[i], colours[(i + 1) % 3]);
        ck_assert_str_ne(dashes[i], dashes[(i + 1) % 3]);
    }
    picture_free(&p);
}
END

TEST(who_did_not_respond_is_hollow) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,respondent\na,yes\nb,no\nc,yes\n"},
        {"ties.csv", "from,to\na,b\nb,c\n"}};
    picture p = draw_picture(see(read_files(files), ""), "sociogram", "");
    int hollow = 0;
    for (int i = 0; i < p.count; i++) {
        if (strcmp(p.element[i].name, "circle") == 0 &&
            strstr(title_of(&p, i), "did not respond")) {
            ck_assert_str_eq(value_of(&p.element[i], "fill"), "#ffffff");
            hollow++;
        }
    }
    ck_assert_int_eq(hollow, 1);
    ck_assert_int_eq(texts_of(&p, "did not respond"), 1);
    picture_free(&p);
}
END

TEST(area_shows_the_value) {
    picture p = draw_picture(see(build("H-A H-B H-C H-D A-B"), ""), "sociogram",
                             "size=centrality.degree:partners");
    double hub = 0, pair = 0;
    for (int i = 0; i < p.count; i++) {
        if (strncmp(title_of(&p, i), "H: partners 4", 13) == 0)
            hub = number_of(&p.element[i], "r");
        if (strncmp(title_of(&p, i), "A: partners 2", 13) == 0)
            pair = number_of(&p.element[i], "r");
    }
    CLOSE(hub * hub / (pair * pair), 2, 0.02);
    picture_free(&p);
}
END

/* Nothing, one, two, no ties; 170 and 85 millimetres; every layout. */
TEST(small_networks_are_drawn_by_every_layout) {
    static const char *const networks[] = {"A",
                                           "A B",
                                           "A-B",
                                           "A-B C",
                                           "A-B B-C C-A",
                                           "A-B B-C D-E F G H I J K L M N O",
                                           "A-B B-C C-D D-E E-A A-C F-G"};
    static const char *const layouts[] = {"auto", "stress", "force", "mds", "circle", "group"};
    for (size_t i = 0; i < sizeof networks / sizeof networks[0]; i++) {
        for (size_t k = 0; k < sizeof layouts / sizeof layouts[0]; k++) {
            char options[64];
            snprintf(options, sizeof options, "group=sector; width=%d; layout=%s", k % 2 ? 85 : 170,
                     layouts[k]);
            picture p = draw_picture(see(build_grouped(networks[i], "sector", "A=x"), ""),
                                     "sociogram", options);
            texts_are_apart(&p);
            marks_are_inside(&p);
            picture_free(&p);
        }
    }
    static const file files[MOST_FILES] = {{"organisations.csv", "id\na\n"},
                                           {"ties.csv", "from,to\na,a\n"}};
    picture p =
        draw_picture(see(read_files(files), "drop_isolates=true"), "sociogram", "size=betweenness");
    ck_assert_int_eq(titles_with(&p, "a"), 0);
    picture_free(&p);
}
END

static char *drawn(const samen_view *view, const char *options, int threads, uint64_t seed) {
    const samen_run run = {.struct_size = sizeof run, .threads = threads, .seed = seed};
    char *svg = NULL;
    OK(samen_draw(view, "sociogram", options, &run, &svg, NULL, error));
    return svg;
}

TEST(a_seed_gives_the_same_bytes_whatever_the_threads_and_another_seed_others) {
    dice d = {3};
    graph g = graph_random(&d, GRAPH_SPARSE, 60, 0, 3, 0);
    samen_view *view = see(graph_network(&g), "");
    static const char *const layouts[] = {"layout=stress; size=betweenness", "layout=force"};
    for (size_t i = 0; i < sizeof layouts / sizeof layouts[0]; i++) {
        char *one = drawn(view, layouts[i], 1, 5), *again = drawn(view, layouts[i], 4, 5),
             *other = drawn(view, layouts[i], 1, 6);
        ck_assert_str_eq(one, again);
        ck_assert_str_ne(one, other);
        samen_free(one);
        samen_free(again);
        samen_free(other);
    }
    samen_view_free(view);
    graph_free(&g);
}
END

/* Names of every length, more than there is room for: the largest are labelled, none lies on another. */
TEST(labels_of_the_important_come_first_and_never_overlap) {
    dice d = {11};
    for (int round = 0; round < 12; round++) {
        graph g =
            graph_random(&d, (graph_kind)(round % GRAPH_KINDS), 30 + 15 * round, round % 2, 3, 0);
        for (int all = 0; all < 2; all++) {
            picture p =
                draw_picture(see(graph_network(&g), ""), "sociogram", all ? "labels=all" : "");
            texts_are_apart(&p);
            marks_are_inside(&p);
            picture_free(&p);
        }
        graph_free(&g);
    }
    char ties[4096] = "";
    for (int i = 0; i < 120; i++)
        snprintf(ties + strlen(ties), sizeof ties - strlen(ties), "%sHub-member%03d", i ? " " : "",
                 i);
    picture p = draw_picture(see(build(ties), ""), "sociogram", "width=85");
    ck_assert_int_eq(texts_of(&p, "Hub"), 1);
    texts_are_apart(&p);
    picture_free(&p);
    p = draw_picture(see(build(ties), ""), "sociogram", "labels=none");
    ck_assert_int_eq(texts_of(&p, "Hub"), 0);
    picture_free(&p);
}
END

TEST(many_groups_share_the_last_mark) {
    char ties[512] = "", groups[512] = "";
    for (int i = 0; i < 12; i++) {
        snprintf(ties + strlen(ties), sizeof ties - strlen(ties), "%so%d-o%d", i ? " " : "", i,
                 (i + 1) % 12);
        snprintf(groups + strlen(groups), sizeof groups - strlen(groups), "%so%d=g%02d",
                 i ? " " : "", i, i);
    }
    picture p =
        draw_picture(see(build_grouped(ties, "sector", groups), ""), "sociogram", "group=sector");
    ck_assert_int_eq(texts_of(&p, "g06"), 1);
    ck_assert_int_eq(texts_of(&p, "g07"), 0);
    ck_assert_int_eq(texts_of(&p, "others"), 1);
    picture_free(&p);
    groups[0] = '\0';
    for (int i = 1; i < 12; i++)
        snprintf(groups + strlen(groups), sizeof groups - strlen(groups), "%so%d=g%02d",
                 i > 1 ? " " : "", i, i);
    p = draw_picture(see(build_grouped(ties, "sector", groups), ""), "sociogram", "group=sector");
    ck_assert_int_eq(texts_of(&p, "others or not known"), 1);
    picture_free(&p);
}
END

/* A ring with chords: 6,000 ties are simplified. */
TEST(many_ties_are_simplified_and_the_picture_says_so) {
    graph g = graph_new(400, 0);
    for (int i = 0; i < 400; i++) {
        for (int k = 1; k <= 15; k++)
            graph_tie(&g, i, (i + k) % 400, 1);
    }
    picture p = draw_picture(see(graph_network(&g), ""), "sociogram", "layout=circle; names=key");
    ck_assert_ptr_nonnull(
        strstr(p.svg, "Ties are thin and straight, without direction and weight"));
    ck_assert_int_eq(titles_with(&p, "\xE2\x80\x93"), 0);
    ck_assert_int_eq(titles_with(&p, "consultation"), 1);
    ck_assert_int_lt(p.length, 400 * 250 + 6000 * 24);
    texts_are_apart(&p);
    picture_free(&p);
    graph_free(&g);
}
END

TEST(wrong_options_are_refused_with_a_sentence) {
    static const struct {
        const char *options, *words;
    } cases[] = {
        {"layout=round", "option layout of sociogram cannot be \"round\""},
        {"labels=some", "option labels of sociogram cannot be"},
        {"names=short", "option names of sociogram cannot be"},
        {"thickness=form", "option thickness of sociogram cannot be"},
        {"language=fr", "option language of sociogram cannot be \"fr\""},
        {"width=10", "option width of sociogram must be a number from 60 to 2000"},
        {"height=x", "option height of sociogram must be a number"},
        {"height=60", "too small"},
        {"size=big", "option size of sociogram cannot be \"big\": it is not of that shape"},
        {"size=:x", "it is not of that shape"},
        {"size=centrality.degree:", "it is not of that shape"},
        {"size=centrality.degree:nothing", "no such column"},
        {"size=centrality.degree:name", "the column has no numbers"},
        {"size=composition.forms:ties", "the measure is not one of organisations"},
        {"colour=red", "sociogram has no option \"colour\""},
    };
    samen_view *view = see(
        build_grouped(KITE " C-F:learning D-F:resource B-F:information", "sector", "A=GOV B=VOL"),
        "");
    char *svg = NULL;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char options[128];
        snprintf(options, sizeof options, "%s%s", cases[i].options,
                 strstr(cases[i].options, "height=6") ? "; group=sector; size=degree; width=60"
                                                      : "");
        REFUSES(3, cases[i].words, samen_draw(view, "sociogram", options, NULL, &svg, NULL, error));
    }
    FAILS(SAMEN_ERR_UNKNOWN, "there is no measure \"centrality.degre\"",
          samen_draw(view, "sociogram", "size=centrality.degre:x", NULL, &svg, NULL, error));
    FAILS(SAMEN_ERR_UNKNOWN, "sector",
          samen_draw(view, "sociogram", "group=sectr", NULL, &svg, NULL, error));
    ck_assert_ptr_null(svg);
    samen_view_free(view);
}
END

static int32_t stop(void *payload, double fraction, const char *what) {
    (void)fraction;
    (void)what;
    ++*(int *)payload;
    return 1;
}

/* Callers hear after a tenth of a second at the earliest; this takes several on any machine. */
TEST(the_caller_can_stop_it) {
    dice d = {5};
    graph g = graph_random(&d, GRAPH_TREE, 1500, 0, 1, 0);
    samen_view *view = see(graph_network(&g), "");
    int calls = 0;
    const samen_run run = {.struct_size = sizeof run, .on_progress = stop, .payload = &calls};
    char *svg = NULL;
    FAILS(SAMEN_ERR_CANCELLED, "stop",
          samen_draw(view, "sociogram", "layout=stress", &run, &svg, NULL, error));
    ck_assert_ptr_null(svg);
    ck_assert_int_eq(calls, 1);
    samen_view_free(view);
    graph_free(&g);
}
END

SUITE("sociograms", every_organisation_and_tie_has_a_mark_that_says_what_it_is,
      the_legend_names_all_that_is_drawn, the_page_speaks_dutch_when_asked,
      the_view_is_named_below_the_picture, names_are_text_wherever_they_stand,
      several_forms_of_a_pair_are_parallel_and_told_apart_without_colour,
      who_did_not_respond_is_hollow, area_shows_the_value, small_networks_are_drawn_by_every_layout,
      a_seed_gives_the_same_bytes_whatever_the_threads_and_another_seed_others,
      labels_of_the_important_come_first_and_never_overlap, many_groups_share_the_last_mark,
      many_ties_are_simplified_and_the_picture_says_so, wrong_options_are_refused_with_a_sentence,
      the_caller_can_stop_it)
