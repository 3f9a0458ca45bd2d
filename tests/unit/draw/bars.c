/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bars.h"

#include "draw/palette.h"
#include "listener.h"

/* What hatching is drawn: its lines, and whether all of them are in the box. */
typedef struct hatching_seen {
    samen__surface surface;
    samen__rectangle box;
    int paths, lines;
    double length;
} hatching_seen;

static void see_path(samen__surface *surface, const samen__trace *path, const samen__pen *pen,
                     const char *title) {
    hatching_seen *h = (hatching_seen *)(void *)surface;
    (void)pen;
    ck_assert_int_eq(title != NULL, h->paths == 0); /* the box itself is what has a title */
    if (h->paths++ == 0)
        return;
    for (int64_t i = 0; i < path->places; i++) {
        double x = path->at[2 * i], y = path->at[2 * i + 1];
        ck_assert_msg(x >= h->box.x - 1e-9 && x <= h->box.x + h->box.width + 1e-9 &&
                          y >= h->box.y - 1e-9 && y <= h->box.y + h->box.height + 1e-9,
                      "%g %g is not in the box", x, y);
    }
    for (int64_t i = 0; i < path->places; i += 2)
        h->length +=
            hypot(path->at[2 * i] - path->at[2 * i + 2], path->at[2 * i + 1] - path->at[2 * i + 3]);
    h->lines = (int)(path->places / 2);
}

static hatching_seen see(samen__rectangle box, int32_t hatching) {
    hatching_seen h = {.surface = {.path = see_path}, .box = box};
    samen__trace path = {0};
    const samen__pen pen = samen__form_box(hatching);
    samen__hatched_box(&h.surface, &path, &box, &pen, hatching, "title");
    samen__trace_free(&path);
    return h;
}

TEST(hatchings_fill_their_box_stay_inside_and_differ) {
    const samen__rectangle box = {3.3, 7.7, 21.1, 4.2};
    double length[SAMEN__PATTERNS];
    for (int32_t i = 0; i < SAMEN__PATTERNS; i++) {
        hatching_seen h = see(box, i);
        length[i] = h.length;
        ck_assert_int_eq(h.lines > 4, i > 0);
        for (int32_t k = 0; k < i; k++) /* / and \ are alike but for their direction */
            ck_assert_msg(fabs(length[i] - length[k]) > 2 || (i == 2 && k == 1), "%d and %d", i, k);
    }
    /* Lines that are 1.3 apart have a length of area over 1.3, but for the edges. */
    CLOSE(length[1], box.width * box.height / 1.3, 0.1);
}
END

TEST(a_box_of_no_width_is_drawn_and_has_its_title) {
    for (int32_t i = 0; i < SAMEN__PATTERNS; i++) {
        hatching_seen h = see((samen__rectangle){5, 5, 0, 4}, i);
        ck_assert_int_ge(h.paths, 1);
    }
}
END

TEST(names_stay_in_their_column_and_say_that_they_are_cut) {
    static const char name[] = "Municipality of Elderveld, department of families and youth";
    double width = samen__names_width(0, name, 30);
    ck_assert_double_eq(width, 30);
    ck_assert_double_lt(samen__names_width(0, "OCMW", 30), 10);
    for (int32_t lines = 1; lines <= 4; lines++) {
        listener l;
        listener_start(&l);
        OK(samen__row_name(&l.surface, name, 40, 20, width, lines, error));
        ck_assert_int_eq(l.texts, lines < 3 ? lines : 3);
        for (int i = 0; i < l.texts; i++) {
            ck_assert_double_le(l.text[i].right, 40 + 0.01);
            ck_assert_double_ge(l.text[i].left, 10 - 0.01);
            ck_assert(i == 0 || apart(&l.text[i], &l.text[i - 1]));
        }
        const char *last = l.text[l.texts - 1].text;
        ck_assert_int_eq(strstr(last, "\xE2\x80\xA6") != NULL, lines < 3);
    }
    ck_assert_int_eq(samen__row_lines(2), 0);
    ck_assert_int_eq(samen__row_lines(2.8), 1);
    ck_assert_int_eq(samen__row_lines(6.2), 2);
}
END

TEST(a_name_that_fits_is_one_line_in_the_middle_of_its_row) {
    listener l;
    listener_start(&l);
    OK(samen__row_name(&l.surface, "OCMW", 40, 20, samen__names_width(0, "OCMW", 30), 2, error));
    ck_assert_int_eq(l.texts, 1);
    ck_assert_str_eq(l.text[0].text, "OCMW");
    ck_assert(l.text[0].top < 20 && l.text[0].bottom > 20);
}
END

SUITE("bars", hatchings_fill_their_box_stay_inside_and_differ,
      a_box_of_no_width_is_drawn_and_has_its_title,
      names_stay_in_their_column_and_say_that_they_are_cut,
      a_name_that_fits_is_one_line_in_the_middle_of_its_row)
