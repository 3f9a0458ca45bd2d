/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/labels.h"

#include "draw/type.h"
#include "graphs.h"
#include "listener.h"

static const samen__box page = {0, 0, 100, 60};

TEST(a_label_stands_right_of_its_mark_when_nothing_is_in_the_way) {
    samen__labels labels;
    listener l;
    listener_start(&l);
    OK(samen__labels_open(&labels, &page, error));
    samen__labels_mark(&labels, 50, 30, 2);
    ck_assert(samen__labels_put(&labels, &l.surface, 50, 30, 2, "House"));
    ck_assert_str_eq(l.text[0].text, "House");
    ck_assert_double_gt(l.text[0].left, 52);
    ck_assert_double_lt(l.text[0].left, 53);
    samen__labels_close(&labels);
}
END

TEST(it_goes_where_fewest_lines_are_and_keeps_off_marks_and_the_edge) {
    samen__labels labels;
    listener l;
    listener_start(&l);
    OK(samen__labels_open(&labels, &page, error));
    samen__labels_mark(&labels, 50, 30, 1);
    for (double y = 20; y < 40; y++)
        samen__labels_line(&labels, 50, y, 100, y);
    ck_assert(samen__labels_put(&labels, &l.surface, 50, 30, 1, "House"));
    ck_assert_double_lt(l.text[0].right, 50);
    samen__labels_mark(&labels, 99, 59, 1);
    ck_assert(samen__labels_put(&labels, &l.surface, 99, 59, 1, "Corner"));
    ck_assert_double_lt(l.text[1].right, 98.5);
    samen__labels_close(&labels);
}
END

TEST(what_has_no_room_stands_off_with_a_line_or_not_at_all) {
    for (int further = 0; further < 2; further++) {
        samen__labels labels;
        listener l;
        listener_start(&l);
        OK(samen__labels_open(&labels, &page, error));
        for (int side = 0; side < 36; side++)
            samen__labels_mark(&labels, 50 + 3.2 * cos(side), 30 + 3.2 * sin(side), 1);
        labels.furthest = further ? 12 : 0;
        int put = samen__labels_put(&labels, &l.surface, 50, 30, 1, "House");
        ck_assert_int_eq(put, further);
        ck_assert_int_eq(l.paths, further);
        labels.over_marks = 1;
        labels.furthest = 0;
        ck_assert(samen__labels_put(&labels, &l.surface, 50, 30, 1, "Anyway"));
        samen__labels_close(&labels);
    }
}
END

TEST(long_names_are_broken_and_longer_ones_cut) {
    static const struct {
        const char *name;
        int lines;
        const char *last;
    } cases[] = {
        {"OCMW", 1, "OCMW"},
        {"Bandera Volunteer Fire Department", 2, "Fire Department"},
        {"Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft of everywhere and more",
         3, NULL},
        {"", 0, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen__labels labels;
        listener l;
        listener_start(&l);
        OK(samen__labels_open(&labels, &page, error));
        ck_assert_int_eq(samen__labels_put(&labels, &l.surface, 30, 30, 1, cases[i].name),
                         cases[i].lines > 0);
        ck_assert_int_eq(l.texts, cases[i].lines);
        if (cases[i].last)
            ck_assert_str_eq(l.text[l.texts - 1].text, cases[i].last);
        else if (l.texts > 0)
            ck_assert_ptr_nonnull(strstr(l.text[l.texts - 1].text, "\xE2\x80\xA6"));
        samen__labels_close(&labels);
    }
}
END

TEST(none_lies_on_another_however_many_there_are) {
    dice d = {21};
    for (int round = 0; round < 30; round++) {
        samen__labels labels;
        listener l;
        listener_start(&l);
        OK(samen__labels_open(&labels, &page, error));
        labels.over_marks = round % 2;
        labels.furthest = round % 3 * 4;
        samen__labels_text(&labels, 0, 0, 30, 5);
        for (int i = 0; i < 80; i++) {
            double x = 100 * dice_chance(&d), y = 60 * dice_chance(&d);
            samen__labels_mark(&labels, x, y, 1);
            samen__labels_put(&labels, &l.surface, x, y, 1,
                              i % 3 ? "Name" : "A longer name, of two lines at least");
        }
        ck_assert_int_gt(l.texts, 5);
        for (int i = 0; i < l.texts; i++) {
            const heard *h = &l.text[i];
            ck_assert(h->left >= -0.01 && h->right <= 100.01 && h->top >= 0 && h->bottom <= 60.01);
            ck_assert(h->left >= 30 || h->top >= 5 - 0.1);
            for (int k = 0; k < i; k++)
                ck_assert_msg(apart(h, &l.text[k]), "\"%s\" lies on \"%s\"", h->text,
                              l.text[k].text);
        }
        samen__labels_close(&labels);
    }
}
END

SUITE("labels", a_label_stands_right_of_its_mark_when_nothing_is_in_the_way,
      it_goes_where_fewest_lines_are_and_keeps_off_marks_and_the_edge,
      what_has_no_room_stands_off_with_a_line_or_not_at_all,
      long_names_are_broken_and_longer_ones_cut, none_lies_on_another_however_many_there_are)
