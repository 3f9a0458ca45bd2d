/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "view/alike.h"

#include "scene.h"

static samen_network *dated(void) {
    static const file files[MOST_FILES] = {{"organisations.csv", "id\na\nb\nc\nd\n"},
                                           {"ties.csv", "from,to,form,start,end\n"
                                                        "a,b,action,2020-01-01,2021-01-01\n"
                                                        "b,c,learning,2021-01-01,2022-01-01\n"}};
    return read_files(files);
}

static void shows(samen_view *view, const char *keys, const char *ties) {
    char *seen_keys = keys_seen(view), *seen = ties_seen(view);
    ck_assert_str_eq(seen_keys, keys);
    ck_assert_str_eq(seen, ties);
    free(seen_keys);
    free(seen);
    samen_view_free(view);
}

/* Oracle: by hand. With drop_isolates the organisations are still those of the whole. */
TEST(another_period_has_the_same_organisations) {
    static const struct {
        const char *options, *keys;
    } cases[] = {{"", "a b c d"}, {"drop-isolates=true", "a b c"}, {"organisations=a", "a"}};
    samen_network *network = dated();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_view *view = look(network, cases[i].options), *other = NULL;
        OK(samen__view_period(view, "2020-01-01", "2021-01-01", NULL, &other, error));
        shows(other, cases[i].keys, i < 2 ? "a-b:action*1" : "");
        samen_view_free(view);
    }
    samen_network_free(network);
}
END

TEST(a_view_of_nobody_stays_one_of_nobody) {
    samen_network *network = dated();
    samen_view *view = look(network, "drop-isolates=true; from=2030-01-01"), *other = NULL;
    OK(samen__view_period(view, "2020-01-01", "2021-01-01", NULL, &other, error));
    shows(other, "", "");
    samen_view_free(view);
    samen_network_free(network);
}
END

TEST(some_of_its_organisations_keep_their_ties) {
    static const int32_t two_of_them[] = {2, 1};
    samen_network *network = dated();
    samen_view *view = look(network, "forms=learning"), *other = NULL;
    OK(samen__view_some(view, two_of_them, 2, NULL, &other, error));
    shows(other, "b c", "b-c:learning*1");
    samen_view_free(view);
    samen_network_free(network);
}
END

SUITE("view/alike", another_period_has_the_same_organisations, a_view_of_nobody_stays_one_of_nobody,
      some_of_its_organisations_keep_their_ties)
