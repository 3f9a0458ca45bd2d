/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a matrix: its words, its labels, small and large networks, and what is refused. */
#define _GNU_SOURCE
#include "cells_of.h"

#include "../refuses.h"
#include "../view/scene.h"

/* ---- The page ------------------------------------------------------------------------------------ */

TEST(the_page_speaks_dutch_when_asked_and_tells_its_numbers) {
    picture p = draw_picture(see(build_grouped(TIES, "sector", GROUPS), ""), "matrix",
                             "language=nl; group=sector; source=Proef");
    ck_assert_int_eq(texts_of(&p, "van \xE2\x86\x93"), 1);
    ck_assert_int_eq(texts_of(&p, "niet bekend"), 2);
    ck_assert_ptr_nonnull(strstr(
        p.svg,
        "<desc>6 organisaties, 7 banden. Dichtheid 0,233. Dichtst: care \xE2\x86\x92 care 0,5.</desc>"));
    ck_assert_ptr_nonnull(strstr(p.svg, "Banden gaan van de organisatie van de rij"));
    picture_free(&p);
}
END

TEST(names_are_text_wherever_they_stand) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,name,sector\na,<script>alert(1)</script>,\"<b \"\"x\"\">\"\n"
                              "b,\"Quote \"\" & Co\",x\nc,\xE2\x80\xAE"
                              "desrever,x\n"},
        {"ties.csv", "from,to,form\na,b,<i>\na,c,<i>\n"},
        {"forms.csv", "form,name\n<i>,<i>form</i>\n"}};
    picture p = draw_picture(see(read_files(files), ""), "matrix",
                             "group=sector; blocks=shaded; dendrogram=true");
    ck_assert_ptr_null(strstr(p.svg, "<script"));
    ck_assert_ptr_null(strstr(p.svg, "\xE2\x80\xAE"));
    ck_assert_int_eq(texts_of(&p, "Quote \" & Co"), 2);
    ck_assert_int_eq(texts_of(&p, "<b \"x\">"), 2);
    ck_assert_int_eq(
        titles_with(&p, "<script>alert(1)</script> " DASH " Quote \" & Co: <i>form</i>"), 1);
    texts_are_apart(&p);
    picture_free(&p);
}
END

TEST(small_networks_are_drawn_with_every_option) {
    static const char *const networks[] = {"A", "A B", "A-B", "A>B C", "A-B B-C C-A D"};
    static const char *const ways[] = {
        "order=seriation; dendrogram=true", "order=name", "order=degree; blocks=shaded",
        "order=recorded; blocks=density", "labels=none; names=key; fill=none; height=110"};
    for (size_t i = 0; i < sizeof networks / sizeof networks[0]; i++) {
        for (size_t k = 0; k < 2 * sizeof ways / sizeof ways[0]; k++) {
            char options[128];
            snprintf(options, sizeof options, "group=sector; width=%d; %s", k % 2 ? 60 : 170,
                     ways[k / 2]);
            picture p = draw_picture(see(build_grouped(networks[i], "sector", "A=x"), ""), "matrix",
                                     options);
            texts_are_apart(&p);
            picture_free(&p);
        }
    }
    static const file files[MOST_FILES] = {{"organisations.csv", "id\na\n"},
                                           {"ties.csv", "from,to\na,a\n"}};
    picture p =
        draw_picture(see(read_files(files), "drop_isolates=true"), "matrix", "dendrogram=true");
    ck_assert_int_eq(texts_of(&p, "a"), 0);
    ck_assert_int_eq(texts_of(&p, "There is nothing to show in this view."), 1);
    picture_free(&p);
}
END

/* Names of every length, pages of every width: labels lie beside each other, cut where they are too long. */
TEST(labels_never_overlap) {
    dice d = {13};
    for (int round = 0; round < 16 / SAMEN_THINNED; round++) {
        char ties[8192] = "A-B";
        for (int i = 0; i < 10 + 4 * round; i++) {
            sprintf(ties + strlen(ties), " o%d", i);
            for (uint64_t k = dice_roll(&d, 40); k > 0; k--)
                strcat(ties, "n");
        }
        char options[64];
        snprintf(options, sizeof options, "width=%d", 60 + 10 * round);
        picture p = draw_picture(see(build(ties), ""), "matrix", options);
        texts_are_apart(&p);
        picture_free(&p);
    }
}
END

/* ---- Large networks ------------------------------------------------------------------------------ */

static graph ring(int n, int reach) {
    graph g = graph_new(n, 0);
    for (int i = 0; i < n; i++) {
        for (int k = 1; k <= reach; k++)
            graph_tie(&g, i, (i + k) % n, 1 + k % 3);
    }
    return g;
}

/* 6,000 ties in 400 rows: one path, in which each cell is once. */
TEST(many_cells_are_one_path_for_each_form) {
    static area box[MOST_OUTLINES];
    graph g = ring(400, 15);
    picture p = draw_picture(see(graph_network(&g), ""), "matrix", "order=recorded");
    int path = path_titled(&p, "consultation"), runs = outlines_of(&p.element[path], box);
    ck_assert_int_eq(titles_with(&p, "weight"), 0);
    double side = 0, cells = 0;
    for (int i = 0; i < runs; i++)
        side = i == 0 ? box[i].bottom - box[i].top : fmax(side, box[i].bottom - box[i].top);
    for (int i = 0; i < runs; i++)
        cells += (box[i].right - box[i].left) / 0.405; /* (170 - 8) / 400 */
    CLOSE(side, 0.405, 0.02);
    CLOSE(cells, 12000, 0.01);
    ck_assert_int_lt(p.length, 60000);
    ck_assert_ptr_nonnull(strstr(p.svg, "Cells do not show weight"));
    picture_free(&p);
    graph_free(&g);
}
END

/* 5,151 pairs in 102 rows: cells of two bars each. */
TEST(many_cells_keep_their_pattern_where_it_can_be_seen) {
    enum { ALL = 102 };
    static area box[MOST_OUTLINES];
    static char ties[ALL * ALL * 16];
    char *at = ties;
    for (int i = 0; i < ALL; i++) {
        for (int j = 0; j < ALL; j++)
            at += i == j ? 0 : sprintf(at, "%so%d>o%d:ad-hoc", at > ties ? " " : "", i, j);
    }
    picture p = draw_picture(see(build(ties), ""), "matrix", "order=recorded");
    ck_assert_int_eq(titles_with(&p, "weight"), 0);
    ck_assert_int_eq(outlines_of(&p.element[path_titled(&p, "ad hoc")], box), 2 * ALL * (ALL - 1));
    ck_assert_double_lt((box[0].bottom - box[0].top) * 2, box[0].right - box[0].left);
    picture_free(&p);
}
END

/* More organisations than a page has room for: 1,200 in 300 bins, each of 4 by 4. */
TEST(too_many_organisations_are_binned_by_density) {
    static area box[MOST_OUTLINES];
    graph g = ring(1200, 3);
    picture p = draw_picture(see(graph_network(&g), ""), "matrix", "order=recorded");
    double bins = 0, side = 162.0 / 300;
    for (int i = 0; i < p.count; i++) {
        const char *fill = value_of(&p.element[i], "fill");
        if (strcmp(p.element[i].name, "path") != 0 || strcmp(fill, "none") == 0)
            continue;
        int outlines = outlines_of(&p.element[i], box);
        for (int k = 0; k < outlines; k++)
            bins += box[k].right < 166.1 && box[k].bottom - box[k].top < side * 1.05
                        ? (box[k].right - box[k].left) / side
                        : 0;
    }
    CLOSE(bins, 900, 0.01); /* those of the diagonal and beside it */
    ck_assert_ptr_nonnull(strstr(p.svg, "The picture has fewer squares than there are pairs"));
    ck_assert_int_eq(texts_of(&p, "Density"), 1);
    ck_assert_int_eq(texts_of(&p, "Form"), 0);
    picture_free(&p);
    graph_free(&g);
}
END

static char *drawn(const samen_view *view, const char *options, int threads) {
    const samen_run run = {.struct_size = sizeof run, .threads = threads, .seed = 5};
    char *svg = NULL;
    OK(samen_draw(view, "matrix", options, &run, &svg, NULL, error));
    return svg;
}

TEST(the_bytes_are_the_same_whatever_the_threads) {
    dice d = {3};
    static const int sizes[] = {60, 2200};
    for (size_t i = 0; i < 2; i++) {
        graph g = graph_random(&d, i ? GRAPH_TREE : GRAPH_SPARSE, sizes[i], 0, 3, 4);
        samen_view *view = see(graph_network(&g), "");
        const char *options = i ? "group=group" : "group=group; blocks=shaded; dendrogram=true";
        char *one = drawn(view, options, 1), *four = drawn(view, options, 4);
        ck_assert_str_eq(one, four);
        samen_free(one);
        samen_free(four);
        samen_view_free(view);
        graph_free(&g);
    }
}
END

TEST(wrong_options_are_refused_with_a_sentence) {
    static const struct {
        const char *options, *words;
    } cases[] = {
        {"order=size", "option order of matrix cannot be \"size\""},
        {"labels=all", "option labels of matrix cannot be"},
        {"fill=form", "option fill of matrix cannot be"},
        {"blocks=yes", "option blocks of matrix cannot be"},
        {"blocks=density", "option blocks of matrix needs the option group"},
        {"dendrogram=true; order=name", "option dendrogram of matrix needs order=seriation"},
        {"height=60; group=sector; width=170", "too small"},
        {"thickness=none", "matrix has no option \"thickness\""},
    };
    samen_view *view = see(
        build_grouped(KITE " A-G:learning A-H:resource A-I:information", "sector", "A=GOV B=VOL"),
        "");
    char *svg = NULL;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        REFUSES(3, cases[i].words,
                samen_draw(view, "matrix", cases[i].options, NULL, &svg, NULL, error));
    FAILS(SAMEN_ERR_UNKNOWN, "sector",
          samen_draw(view, "matrix", "group=sectr", NULL, &svg, NULL, error));
    ck_assert_ptr_null(svg);
    samen_view_free(view);
    graph g = ring(2100, 1);
    char groups[64];
    snprintf(groups, sizeof groups, "dendrogram=true");
    view = see(graph_network(&g), "");
    REFUSES(3, "takes at most 2000 organisations",
            samen_draw(view, "matrix", groups, NULL, &svg, NULL, error));
    samen_view_free(view);
    graph_free(&g);
}
END

static int32_t stop(void *payload, double fraction, const char *what) {
    (void)fraction;
    (void)what;
    ++*(int *)payload;
    return 1;
}

/* Callers hear after a tenth of a second at the earliest; clustering takes longer on any machine. */
TEST(the_caller_can_stop_it) {
    dice d = {5};
    graph g = graph_random(&d, GRAPH_TREE, 1900, 0, 1, 0);
    samen_view *view = see(graph_network(&g), "");
    int calls = 0;
    const samen_run run = {.struct_size = sizeof run, .on_progress = stop, .payload = &calls};
    char *svg = NULL;
    FAILS(SAMEN_ERR_CANCELLED, "stop", samen_draw(view, "matrix", "", &run, &svg, NULL, error));
    ck_assert_ptr_null(svg);
    ck_assert_int_eq(calls, 1);
    samen_view_free(view);
    graph_free(&g);
}
END

SUITE("pages of matrices", the_page_speaks_dutch_when_asked_and_tells_its_numbers,
      names_are_text_wherever_they_stand, small_networks_are_drawn_with_every_option,
      labels_never_overlap, many_cells_are_one_path_for_each_form,
      many_cells_keep_their_pattern_where_it_can_be_seen,
      too_many_organisations_are_binned_by_density, the_bytes_are_the_same_whatever_the_threads,
      wrong_options_are_refused_with_a_sentence, the_caller_can_stop_it)
