/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matrices, as read back from what was written: every cell where it belongs, and what lies under and beside them. */
#define _GNU_SOURCE
#include "cells_of.h"

#include "../view/scene.h"

/* ---- Cells --------------------------------------------------------------------------------------- */

TEST(every_tie_has_a_cell_that_says_what_it_is) {
    picture p = draw_picture(see(build(KITE), ""), "matrix", "");
    ck_assert_int_eq(titles_with(&p, "weight"), 6);
    ck_assert_int_eq(titles_with(&p, "A " DASH " B: consultation, weight 1"), 1);
    ck_assert_int_eq(titles_with(&p, "B " DASH " C: action network, weight 3"), 1);
    ck_assert_int_eq(titles_with(&p, "C " ARROW " D: ad hoc, weight 2"), 1);
    ck_assert_int_eq(titles_with(&p, "D " ARROW " E: consultation, weight 1"), 1);
    ck_assert_int_eq(titles_with(&p, "E " ARROW " D: consultation, weight 1"), 1);
    ck_assert_int_eq(texts_of(&p, "F"), 2);
    ck_assert_int_eq(texts_of(&p, "from \xE2\x86\x93"), 1);
    ck_assert_int_eq(texts_of(&p, "to " ARROW), 1);
    ck_assert_ptr_nonnull(strstr(p.svg, "Ties go from the organisation of the row"));
    texts_are_apart(&p);
    picture_free(&p);
}
END

/* Of an undirected view every mark has two cells, mirrored. */
TEST(cells_are_filled_exactly_where_organisations_are_tied) {
    static area box[MOST_OUTLINES];
    dice d = {23};
    for (int round = 0; round < 40 / SAMEN_THINNED; round++) {
        graph g = graph_random(&d, (graph_kind)(round % GRAPH_KINDS), 2 + (int)dice_roll(&d, 12),
                               round % 2, 1, 0);
        samen_view *view = see(graph_network(&g), "");
        int directed = samen_view_is_directed(view), expected = 0, found = 0;
        picture p = draw_picture(view, "matrix", "");
        for (int i = 0; i < g.n; i++) {
            for (int j = 0; j < g.n; j++)
                expected += graph_at(&g, i, j) > 0;
        }
        for (int i = 0; i < p.count; i++) {
            const char *title = title_of(&p, i);
            char from[16], to[16];
            if (strcmp(p.element[i].name, "path") != 0 || !strstr(title, "weight"))
                continue;
            ck_assert_int_eq(sscanf(title, "%15s %*s %15[^:]", from, to), 2);
            int cells = outlines_of(&p.element[i], box);
            ck_assert_int_eq(cells, directed ? 1 : 2);
            ck_assert(is_in(&p, &box[0], from, to));
            ck_assert(directed || is_in(&p, &box[1], to, from));
            ck_assert(graph_at(&g, atoi(from + 1), atoi(to + 1)) > 0);
            found += cells;
        }
        ck_assert_int_eq(found, expected);
        picture_free(&p);
        graph_free(&g);
    }
}
END

static int lie_apart(const area *a, const area *b) {
    return a->left >= b->right || b->left >= a->right || a->top >= b->bottom || b->top >= a->bottom;
}

/* Whatever the number of forms, their parts share one cell and leave each other room. */
TEST(forms_of_a_pair_share_its_cell_and_are_told_apart_without_colour) {
    static const char *const forms[] = {"consultation", "ad-hoc",   "information",
                                        "learning",     "resource", "action"};
    static area box[MOST_OUTLINES];
    for (int count = 1; count <= 6; count++) {
        char ties[256] = "A B C";
        for (int i = 0; i < count; i++)
            sprintf(ties + strlen(ties), " A>B:%s", forms[i]);
        picture p = draw_picture(see(build(ties), ""), "matrix", "width=85");
        area part[6];
        int found = 0;
        double side = middle_of(&p, "A", 1) - middle_of(&p, "B", 1);
        for (int i = 0; i < p.count; i++) {
            if (strncmp(title_of(&p, i), "A " ARROW " B", 7) != 0)
                continue;
            int outlines = outlines_of(&p.element[i], box);
            area all = box[0];
            for (int k = 1; k < outlines; k++)
                all = (area){fmin(all.left, box[k].left), fmax(all.right, box[k].right),
                             fmin(all.top, box[k].top), fmax(all.bottom, box[k].bottom)};
            ck_assert_double_le(fabs((all.left + all.right) / 2 - middle_of(&p, "B", 1)),
                                fabs(side) / 2);
            ck_assert_double_le(fabs((all.top + all.bottom) / 2 - middle_of(&p, "A", 0)),
                                fabs(side) / 2);
            for (int k = 0; k < found; k++)
                ck_assert(lie_apart(&part[k], &all));
            part[found++] = all;
        }
        ck_assert_int_eq(found, count);
        picture_free(&p);
    }
    /* Alone in their cells, the six have six outlines. */
    char ties[256] = "A B C D";
    static const char *const pairs[] = {"A>B", "B>A", "A>C", "C>A", "A>D", "D>A"};
    for (int i = 0; i < 6; i++)
        sprintf(ties + strlen(ties), " %s:%s", pairs[i], forms[i]);
    picture p = draw_picture(see(build(ties), ""), "matrix", "");
    const char *seen[6];
    int found = 0;
    for (int i = 0; i < p.count; i++) {
        if (!strstr(title_of(&p, i), "weight"))
            continue;
        seen[found] = value_of(&p.element[i], "d") + 1;
        for (int k = 0; k < 2; k++) /* without where it begins */
            strtod(seen[found], (char **)&seen[found]);
        for (int k = 0; k < found; k++)
            ck_assert_str_ne(seen[k], seen[found]);
        found++;
    }
    ck_assert_int_eq(found, 6);
    picture_free(&p);
}
END

static double side_of(const picture *p, const char *title) {
    static area box[MOST_OUTLINES];
    outlines_of(&p->element[path_titled(p, title)], box);
    return box[0].right - box[0].left;
}

TEST(area_shows_weight_unless_it_is_not_wanted) {
    for (int none = 0; none < 2; none++) {
        picture p =
            draw_picture(see(build("A-B*9 B-C*4 C-D*1"), ""), "matrix", none ? "fill=none" : "");
        double most = side_of(&p, "A " DASH " B: consultation, weight 9");
        double middle = side_of(&p, "B " DASH " C: consultation, weight 4");
        double least = side_of(&p, "C " DASH " D: consultation, weight 1");
        CLOSE(middle / most, none ? 1 : 2.0 / 3, 0.01);
        CLOSE(least / most, none ? 1 : 0.5, 0.01); /* no smaller, to be seen */
        ck_assert_int_eq(texts_of(&p, "Weight"), !none);
        picture_free(&p);
    }
}
END

/* ---- What was not observed ----------------------------------------------------------------------- */

static samen_network *surveyed(void) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,respondent\na,yes\nb,no\nc,yes\nd,no\n"},
        {"ties.csv", "from,to,directed\na,b,yes\nc,a,yes\nc,d,yes\n"}};
    return read_files(files);
}

/* How much of the cells of a row and column the hatching goes over: lines of it that touch the cell. */
static int hatched(const picture *p, const char *row, const char *column) {
    static area box[MOST_OUTLINES];
    double x = middle_of(p, column, 1), y = middle_of(p, row, 0);
    int lines = outlines_of(&p->element[path_titled(p, "did not respond: not known")], box);
    for (int i = 0; i < lines; i++) {
        /* A line from lower left to upper right, which passes near the middle. */
        if (box[i].left < x + 1 && box[i].right > x - 1 && box[i].top < y + 1 &&
            box[i].bottom > y - 1 && fabs(box[i].left + box[i].bottom - x - y) < 1.2)
            return 1;
    }
    return 0;
}

TEST(cells_that_nobody_reported_are_hatched) {
    static const struct {
        const char *options;
        const char *cells; /* of rows a to d: hatched or not, the diagonal left out */
    } cases[] = {{"", ".000 1.11 00.0 111."},
                 {"direction=either", ".000 0.01 00.0 010."},
                 {"direction=both", ".101 1.11 01.1 111."}};
    static const char *const names[] = {"a", "b", "c", "d"};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        picture p = draw_picture(see(surveyed(), cases[i].options), "matrix", "order=recorded");
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 4; c++) {
                char expected = cases[i].cells[5 * r + c];
                if (expected != '.')
                    ck_assert_msg(hatched(&p, names[r], names[c]) == (expected == '1'), "%s: %s %s",
                                  cases[i].options, names[r], names[c]);
            }
        }
        ck_assert_int_eq(texts_of(&p, "did not respond: not known"), 1);
        picture_free(&p);
        p = draw_picture(see(surveyed(), cases[i].options), "matrix",
                         "group=respondent; blocks=density");
        ck_assert_int_eq(texts_of(&p, "did not respond: not known"), 0);
        ck_assert_ptr_nonnull(strstr(p.svg, "Did not respond: 2 organisations. Ties that nobody"));
        picture_free(&p);
    }
}
END

TEST(who_is_in_partnerships_is_known_whoever_responded) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,respondent\na,yes\nb,no\nc,yes\n"},
        {"partnerships.csv", "id\np\n"},
        {"memberships.csv", "partnership,organisation\np,a\np,b\n"}};
    picture p = draw_picture(see(read_files(files), ""), "matrix", "");
    ck_assert_int_eq(titles_with(&p, "a " DASH " b"), 1);
    ck_assert_ptr_null(strstr(p.svg, "did not respond"));
    picture_free(&p);
}
END

/* Two hundred rows of 85 millimetres. */
TEST(where_cells_are_small_rows_of_who_did_not_respond_are_marked_at_the_side) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    static area box[MOST_OUTLINES];
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < 200; i++) {
        char key[16];
        snprintf(key, sizeof key, "o%d", i);
        OK(samen_builder_add_organisation(builder, key, NULL, NULL, error));
        OK(samen_builder_set_yes_no(builder, SAMEN_ORGANISATIONS, i, "respondent", i % 3 != 0,
                                    error));
    }
    OK(samen_builder_add_tie(builder, "o1", "o2", "consultation", 1, NULL, NULL, error));
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    picture p = draw_picture(see(network, ""), "matrix", "order=recorded; width=85");
    int marks = outlines_of(&p.element[path_titled(&p, "did not respond")], box);
    ck_assert_int_eq(marks, 2 * 67); /* at left and above */
    ck_assert_int_eq(texts_of(&p, "did not respond (marks at the side)"), 1);
    ck_assert_int_eq(texts_of(&p, "Names are left out: cells are too small for them."), 1);
    texts_are_apart(&p);
    picture_free(&p);
}
END

/* ---- Groups -------------------------------------------------------------------------------------- */

TEST(blocks_have_the_densities_of_the_measure) {
    for (int directed = 0; directed < 2; directed++) {
        samen_view *view =
            see(build_grouped(TIES, "sector", GROUPS), directed ? "" : "direction=either");
        samen_table *density =
            measure(view, "cohesion.density", "table=group; group=sector; draws=0");
        picture p = draw_picture(view, "matrix", "group=sector; blocks=density");
        int compared = 0;
        static area box[MOST_OUTLINES];
        for (int i = 0; i < p.count; i++)
            ck_assert(!strstr(title_of(&p, i), ": density") ||
                      outlines_of(&p.element[i], box) == 1);
        for (int64_t row = 0; row < samen_table_rows(density); row++) {
            char words[128], value[64];
            samen__text text = samen__text_fixed(value, sizeof value);
            if (cell_is_null(density, row, "density"))
                continue;
            samen__add_amount(&text, SAMEN_LANGUAGE_EN, cell_number(density, row, "density"));
            snprintf(words, sizeof words, "%s %s %s: density %s (%g of %g)",
                     cell_text(density, row, "group"), directed ? ARROW : DASH,
                     cell_text(density, row, "partner_group"), value,
                     cell_number(density, row, "ties"), cell_number(density, row, "possible"));
            ck_assert_msg(titles_with(&p, words) == 1, "%s", words);
            compared++;
        }
        ck_assert_int_eq(compared, directed ? 4 : 3);
        ck_assert_int_eq(titles_with(&p, "not known"), 5);
        ck_assert_int_eq(titles_with(&p, "weight"), 0);
        ck_assert_int_eq(texts_of(&p, directed ? "0.50" : "0.67"), directed ? 2 : 1);
        texts_are_apart(&p);
        samen_table_free(density);
        picture_free(&p);
    }
}
END

TEST(groups_are_named_beside_and_below_and_shaded_under_cells) {
    picture p = draw_picture(see(build_grouped(TIES, "sector", GROUPS), ""), "matrix",
                             "group=sector; blocks=shaded; order=name");
    ck_assert_int_eq(texts_of(&p, "care"), 2);
    ck_assert_int_eq(texts_of(&p, "school"), 2);
    ck_assert_int_eq(texts_of(&p, "not known"), 2);
    ck_assert_int_eq(titles_with(&p, "density"), 9);
    ck_assert_int_eq(titles_with(&p, "weight"), 7);
    ck_assert(middle_of(&p, "C", 0) < middle_of(&p, "D", 0));
    ck_assert(middle_of(&p, "E", 0) < middle_of(&p, "F", 0));
    ck_assert_ptr_nonnull(strstr(p.svg, "Densest: care \xE2\x86\x92 care 0.5."));
    texts_are_apart(&p);
    picture_free(&p);
}
END

/* Many groups of one: names keep apart, and what has no room is said. */
TEST(many_groups_have_as_many_names_as_there_is_room_for) {
    for (int count = 4; count <= 130; count += 21) {
        char ties[4096] = "A", groups[4096] = "A=g";
        for (int i = 1; i < count; i++) {
            sprintf(ties + strlen(ties), " o%d", i);
            sprintf(groups + strlen(groups), " o%d=g%d", i, i);
        }
        for (int width = 85; width <= 170; width += 85) {
            char options[64];
            snprintf(options, sizeof options, "group=sector; width=%d", width);
            picture p =
                draw_picture(see(build_grouped(ties, "sector", groups), ""), "matrix", options);
            texts_are_apart(&p);
            ck_assert_int_eq(texts_of(&p, "g"), 2);
            int named = 0;
            for (int i = 0; i < p.count; i++)
                named += strcmp(p.element[i].name, "text") == 0 && p.element[i].text[0] == 'g';
            ck_assert_int_eq(texts_of(&p, "The smallest groups are not named: there are too many."),
                             named < 2 * count);
            ck_assert_int_ge(named, 2 * (count < 26 ? count : 4));
            picture_free(&p);
        }
    }
}
END

/* ---- The tree ------------------------------------------------------------------------------------ */

/* A and B are twins, C and D too; the four have nothing in common, and X and Y have each other's. */
TEST(the_tree_joins_twins_at_once_and_strangers_last) {
    static area box[MOST_OUTLINES];
    picture p = draw_picture(see(build("A-X B-X C-Y D-Y"), ""), "matrix", "dendrogram=true");
    int group = -1, tree = -1, scale = -1;
    for (int i = 0; i < p.count; i++) {
        if (strcmp(title_of(&p, i), "Dendrogram") == 0)
            group = i;
        if (group >= 0 && p.element[i].parent == group && strcmp(p.element[i].name, "path") == 0)
            *(tree < 0 ? &tree : &scale) = i;
    }
    ck_assert_int_ge(scale, 0);
    ck_assert_int_eq(outlines_of(&p.element[scale], box), 4); /* a line and three ticks */
    double start = box[0].left, end = box[0].right;
    ck_assert_int_eq(outlines_of(&p.element[tree], box), 5);
    CLOSE(box[0].right, start, 0.01);
    CLOSE(box[1].right, start, 0.01);
    CLOSE(box[4].right, end, 0.01);
    CLOSE(box[0].bottom - box[0].top, fabs(middle_of(&p, "A", 0) - middle_of(&p, "B", 0)), 0.02);
    static const char *const names[] = {"A", "B", "C", "D", "X", "Y"};
    double middle[11]; /* of rows, then of joins; each is joined once */
    for (int i = 0; i < 6; i++)
        middle[i] = middle_of(&p, names[i], 0);
    for (int k = 0; k < 5; k++) {
        for (int end = 0; end < 2; end++) {
            int i = 0;
            while (i < 6 + k && !(fabs(middle[i] - (end ? box[k].bottom : box[k].top)) < 0.03))
                i++;
            ck_assert_msg(i < 6 + k, "join %d comes from nowhere", k);
            middle[i] = NAN;
        }
        middle[6 + k] = (box[k].top + box[k].bottom) / 2;
    }
    ck_assert_ptr_nonnull(strstr(p.svg, "average linkage of Jaccard distances"));
    texts_are_apart(&p);
    picture_free(&p);
}
END

SUITE("matrices", every_tie_has_a_cell_that_says_what_it_is,
      cells_are_filled_exactly_where_organisations_are_tied,
      forms_of_a_pair_share_its_cell_and_are_told_apart_without_colour,
      area_shows_weight_unless_it_is_not_wanted, cells_that_nobody_reported_are_hatched,
      who_is_in_partnerships_is_known_whoever_responded,
      where_cells_are_small_rows_of_who_did_not_respond_are_marked_at_the_side,
      blocks_have_the_densities_of_the_measure,
      groups_are_named_beside_and_below_and_shaded_under_cells,
      many_groups_have_as_many_names_as_there_is_room_for,
      the_tree_joins_twins_at_once_and_strangers_last)
