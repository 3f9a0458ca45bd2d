/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/legend.h"

#include "draw/palette.h"
#include "listener.h"

static void add(samen__legend *legend, samen__key_kind kind, const char *text) {
    OK(samen__legend_add(
        legend, (samen__key){.kind = kind, .pen = samen__lined(0, 0.5), .radius = 1}, text, error));
}

TEST(keys_of_every_kind_flow_in_lines_and_never_overlap) {
    static const double widths[] = {60, 85, 170};
    for (int w = 0; w < 3; w++) {
        samen__legend legend = {0};
        samen__trace path = {0};
        listener l;
        listener_start(&l);
        for (int heading = 0; heading < 3; heading++) {
            add(&legend, SAMEN__KEY_HEADING, heading ? "Form" : "A long heading");
            for (int kind = SAMEN__KEY_LINE; kind <= SAMEN__KEY_CELL; kind++)
                add(&legend, (samen__key_kind)kind,
                    kind % 2 ? "information-exchange network" : "action");
        }
        samen__legend_arrange(&legend, widths[w]);
        samen__legend_draw(&legend, &l.surface, &path, 4, 10);
        ck_assert_int_eq(l.texts, 21);
        ck_assert_int_eq(l.circles, 3);
        ck_assert_int_eq(l.paths, 3 * (1 + 2 + 2 + 1 + 1)); /* heads are paths of their own */
        for (int i = 0; i < l.texts; i++) {
            ck_assert_double_le(l.text[i].right, 4 + widths[w] + 0.01);
            ck_assert_double_le(l.text[i].bottom, 10 + legend.height);
            for (int k = 0; k < i; k++)
                ck_assert_msg(apart(&l.text[i], &l.text[k]), "%s and %s at %g", l.text[i].text,
                              l.text[k].text, widths[w]);
        }
        samen__legend_free(&legend);
        samen__trace_free(&path);
    }
}
END

TEST(no_keys_take_no_room) {
    samen__legend legend = {0};
    samen__legend_arrange(&legend, 100);
    ck_assert_double_eq(legend.height, 0);
    samen__legend_free(&legend);
}
END

SUITE("legends", keys_of_every_kind_flow_in_lines_and_never_overlap, no_keys_take_no_room)
