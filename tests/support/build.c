/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "build.h"

static void need(samen_builder *builder, const char *key) {
    samen_error error = {0};
    samen_status status = samen_builder_add_organisation(builder, key, NULL, NULL, &error);
    ck_assert_msg(status == SAMEN_OK || status == SAMEN_ERR_DUPLICATE, "%s", error.message);
}

static void add_word(samen_builder *builder, char *word) {
    double weight = 1;
    const char *form = "consultation";
    char *star = strchr(word, '*');
    if (star) {
        *star = '\0';
        weight = strtod(star + 1, NULL);
    }
    char *colon = strchr(word, ':');
    if (colon) {
        *colon = '\0';
        form = colon + 1;
    }
    char *mark = strpbrk(word, "->");
    samen_tie more = {.struct_size = sizeof more, .directed = mark && *mark == '>'};
    if (mark)
        *mark = '\0';
    need(builder, word);
    if (!mark)
        return;
    need(builder, mark + 1);
    OK(samen_builder_add_tie(builder, word, mark + 1, form, weight, &more, NULL, error));
}

/* Call `each` for every word of a text. */
static void for_words(samen_builder *builder, const char *text,
                      void (*each)(samen_builder *, char *)) {
    char *copy = strdup(text), *rest = NULL;
    for (char *word = strtok_r(copy, " \n", &rest); word; word = strtok_r(NULL, " \n", &rest))
        each(builder, word);
    free(copy);
}

samen_network *build(const char *ties) {
    return build_grouped(ties, "", "");
}

samen_network *build_grouped(const char *ties, const char *attribute, const char *groups) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    for_words(builder, ties, add_word);
    OK(samen_builder_finish(builder, &network, error));
    if (*groups) {
        /* Attributes need places, which the finished network knows: build it again with them. */
        char *copy = strdup(groups), *rest = NULL;
        for_words(builder, ties, add_word);
        for (char *word = strtok_r(copy, " \n", &rest); word; word = strtok_r(NULL, " \n", &rest)) {
            char *equals = strchr(word, '=');
            *equals = '\0';
            int64_t at = samen_network_find(network, SAMEN_ORGANISATIONS, word);
            ck_assert_msg(at >= 0, "no organisation %s", word);
            OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, at, attribute, equals + 1,
                                      error));
        }
        free(copy);
        samen_network_free(network);
        OK(samen_builder_finish(builder, &network, error));
    }
    samen_builder_free(builder);
    return network;
}

samen_view *see(samen_network *network, const char *options) {
    samen_view *view = NULL;
    OK(samen_view_make(network, options, NULL, &view, error));
    samen_network_free(network);
    return view;
}

samen_table *measure(const samen_view *view, const char *name, const char *options) {
    samen_run run = {.struct_size = sizeof run, .threads = 1};
    samen_table *table = NULL;
    OK(samen_measure(view, name, options, &run, &table, error));
    return table;
}
