/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/frame.h"

#include "build.h"
#include "draw/registry.h"
#include "draw/type.h"
#include "listener.h"

typedef struct stage {
    listener l;
    samen_view *view;
    samen__draw_common common;
    samen__draw_call call;
    samen__frame frame;
} stage;

static void start(stage *s, const char *choice, samen__draw_common common) {
    listener_start(&s->l);
    s->view = see(build("A-B B>C:action D"), choice);
    s->common = common;
    s->call = (samen__draw_call){.drawing = &samen__drawing_sociogram,
                                 .view = s->view,
                                 .options = &s->common,
                                 .argument = 3,
                                 .surface = &s->l.surface,
                                 .run = {.threads = 1, .to = 1}};
    OK(samen__view_pairs(s->view, &s->call.run, &s->call.pairs, error));
    samen__frame_start(&s->frame, &s->call);
}

static void end(stage *s) {
    OK(samen__frame_close(&s->frame, error));
    samen__frame_free(&s->frame);
    samen_view_free(s->view);
}

/* All texts together, parted by |. */
static const char *said(const stage *s) {
    static char all[4096];
    all[0] = '\0';
    for (int i = 0; i < s->l.texts; i++) {
        strcat(all, i ? "|" : "");
        strcat(all, s->l.text[i].text);
    }
    return all;
}

TEST(title_legend_notes_and_sources_stand_around_the_plot) {
    stage s;
    start(&s, "", (samen__draw_common){.width = 170, .source = "Texas"});
    OK(samen__frame_heading(&s.frame, "Form", error));
    samen__text_add_string(&s.frame.notes, "One note.\nAnother.\n");
    OK(samen__frame_open(&s.frame, "By itself", "seen", 80, error));
    ck_assert_str_eq(
        said(&s),
        "By itself|Form|One note.|Another.|Data: Texas \xC2\xB7 4 organisations, 3 ties \xC2\xB7 samen 0.1.0");
    ck_assert_double_eq(s.frame.plot.height, 80);
    ck_assert_double_eq(s.frame.plot.width, 170 - 2 * SAMEN__MARGIN);
    for (int i = 0; i < s.l.texts; i++) {
        const heard *h = &s.l.text[i];
        ck_assert(i == 0 ? h->bottom <= s.frame.plot.y : h->top >= s.frame.plot.y + 80);
        ck_assert(h->bottom <= s.frame.page.height && h->right <= 170 - SAMEN__MARGIN + 0.01);
        for (int k = 0; k < i; k++)
            ck_assert(apart(h, &s.l.text[k]));
    }
    end(&s);
}
END

TEST(long_titles_take_lines_and_a_given_height_leaves_the_rest_to_the_plot) {
    stage s;
    start(&s, "",
          (samen__draw_common){
              .width = 85,
              .height = 100,
              .title = "A title that is so long that it cannot stand in one line of a column"});
    OK(samen__frame_open(&s.frame, "unused", "seen", 80, error));
    ck_assert_int_ge(s.l.texts, 3);
    ck_assert_double_eq(s.frame.page.height, 100);
    ck_assert_double_lt(s.frame.plot.height, 90);
    end(&s);
}
END

TEST(a_height_with_no_room_for_the_plot_is_refused) {
    stage s;
    samen_error failed = {0};
    start(&s, "", (samen__draw_common){.width = 60, .height = 30});
    ck_assert_int_eq(samen__frame_open(&s.frame, "x", "y", 80, &failed), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(failed.argument, 3);
    ck_assert_ptr_nonnull(strstr(
        failed.message, "option height of sociogram is too small for title and legend; give "));
    end(&s);
}
END

TEST(what_the_view_leaves_out_is_named) {
    stage s;
    start(&s, "forms=action; where=id=B; where=id=C; min_weight=0.5",
          (samen__draw_common){.width = 170, .language = SAMEN_LANGUAGE_NL});
    OK(samen__frame_open(&s.frame, "x", "y", 80, error));
    ck_assert_ptr_nonnull(strstr(
        said(&s), "2 organisaties, 1 band \xC2\xB7 forms: action \xC2\xB7 where: id=B, id=C"));
    ck_assert_str_eq(s.frame.page.language, "nl");
    end(&s);
}
END

SUITE("frames", title_legend_notes_and_sources_stand_around_the_plot,
      long_titles_take_lines_and_a_given_height_leaves_the_rest_to_the_plot,
      a_height_with_no_room_for_the_plot_is_refused, what_the_view_leaves_out_is_named)
