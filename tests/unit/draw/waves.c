/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "draw/waves.h"

#include "draw/registry.h"

#include "../view/scene.h"

static samen_network *dated(void) {
    static const file files[MOST_FILES] = {
        {"ties.csv", "from,to,form,start,end\na,b,action,2020-01-01,2021-01-01\n"
                     "b,c,action,2020-01-01,2023-01-01\nc,d,action,2022-01-01,2023-01-01\n"}};
    return read_files(files);
}

static samen_view *wave_of(const samen_view *view, const char *wave, char *title) {
    const samen__draw_call call = {.drawing = &samen__drawing_shares,
                                   .view = view,
                                   .argument = 3,
                                   .run = {.threads = 1, .to = 1}};
    samen__text text = samen__text_fixed(title, 64);
    samen_view *seen = NULL;
    OK(samen__wave_see(&call, wave, &text, &seen, error));
    return seen;
}

TEST(a_wave_is_the_same_choice_in_another_period) {
    samen_view *view = see(dated(), "from=2020-01-01; to=2020-06-01; organisations=a; "
                                    "organisations=b; organisations=c; min_weight=0.5");
    char title[64];
    samen_view *wave = wave_of(view, "2022-01-01..2022-06-01", title);
    ck_assert_str_eq(title, "2022-01-01 \xE2\x80\x93 2022-06-01");
    char *keys = keys_seen(wave), *ties = ties_seen(wave);
    ck_assert_str_eq(keys, "a b c");
    ck_assert_str_eq(ties, "b-c:action*1");
    free(keys);
    free(ties);
    samen_view_free(wave);
    samen_view_free(view);
}
END

/* The organisations of a wave are given by key, and a view that is given none has all. */
TEST(a_view_of_nobody_has_waves_of_nobody) {
    samen_view *view = see(dated(), "from=1990-01-01; to=1991-01-01; drop_isolates=true");
    char title[64];
    samen_view *wave = wave_of(view, "2020-01-01..2021-01-01", title);
    ck_assert_int_eq(samen_view_organisations(wave), 0);
    samen_view_free(wave);
    samen_view_free(view);
}
END

SUITE("waves", a_wave_is_the_same_choice_in_another_period, a_view_of_nobody_has_waves_of_nobody)
