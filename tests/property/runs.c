/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads change no bit of any table, and seeds change the draws. All measures of the registry, with all
 * their tables. */
#include "calls.h"
#include "many.h"

/* In a view of its own, which has kept nothing of another run. */
static char *run_call(samen_network *network, const table_call *c, int threads, uint64_t seed) {
    samen_run run = {.struct_size = sizeof run, .threads = threads, .seed = seed};
    samen_view *view = see(samen_network_retain(network), "");
    samen_table *table = NULL;
    samen_error error = {0};
    samen_status status = samen_measure(view, c->measure, c->options, &run, &table, &error);
    EXPECT(status == SAMEN_OK, "%s of %s: %s", c->measure, c->options, error.message);
    char *text = table_csv(table);
    samen_table_free(table);
    samen_view_free(view);
    return text;
}

/* A network of the graph's ties, each in two forms or in one. */
static samen_network *network_in_forms(const graph *g, dice *d) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < g->n; i++) {
        char key[16], group[16];
        int64_t index = 0;
        snprintf(key, sizeof key, "o%d", i);
        snprintf(group, sizeof group, "g%d", g->group[i]);
        OK(samen_builder_add_organisation(builder, key, NULL, &index, error));
        OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, index, "group", group, error));
    }
    for (int at = 0; at < g->n * g->n; at++) {
        char from[16], to[16];
        samen_tie more = {.struct_size = sizeof more, .directed = (uint32_t)g->directed};
        snprintf(from, sizeof from, "o%d", at / g->n);
        snprintf(to, sizeof to, "o%d", at % g->n);
        if (g->weight[at] == 0 || (!g->directed && at / g->n > at % g->n))
            continue;
        const char *form = dice_roll(d, 2) ? "action" : "learning";
        OK(samen_builder_add_tie(builder, from, to, form, g->weight[at], &more, NULL, error));
        if (dice_roll(d, 2))
            OK(samen_builder_add_tie(builder, from, to, "consultation", 1, &more, NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

/* Networks that are large enough to be shared out among threads. */
static samen_network *large_network(dice *d, int number) {
    static const graph_kind kinds[] = {GRAPH_SPARSE, GRAPH_CLIQUES, GRAPH_GRID, GRAPH_TWINS};
    static const int sizes[] = {300, 300, 300, 60};
    graph g = graph_random(d, kinds[number % 4], sizes[number % 4], number / 4, 5, 4);
    samen_network *network = network_in_forms(&g, d);
    snprintf(many_about, sizeof many_about, "%s, %s", many_kinds[kinds[number % 4]],
             number / 4 ? "directed" : "undirected");
    graph_free(&g);
    return network;
}

/* Oracle: one thread. Tables are compared as CSV, in which a number stands with all of its digits. */
TEST(tables_are_the_same_to_the_bit_for_any_number_of_threads) {
    static const int threads[] = {2, 5, 16};
    table_call calls[MOST_CALLS];
    int count = all_calls(calls, "group", 150, 1);
    dice d = {.state = 101};
    for (int number = 0; number < 8; number += SAMEN_THINNED) {
        for (int c = 0; c < count; c++) {
            samen_network *network = large_network(&d, number);
            char *alone = run_call(network, &calls[c], 1, 5);
            for (int t = 0; t < 3; t++) {
                char *together = run_call(network, &calls[c], threads[t], 5);
                EXPECT(!strcmp(alone, together), "%s: %s of %s differs with %d threads", many_about,
                       calls[c].measure, calls[c].options, threads[t]);
                samen_free(together);
            }
            samen_free(alone);
            samen_network_free(network);
        }
    }
}
END

/* A table that holds draws has a column of their number. Estimates that draw until they are sure may come to
 * the same with another seed. */
TEST(a_seed_fixes_the_draws_and_another_seed_changes_them) {
    table_call calls[MOST_CALLS];
    int count = all_calls(calls, "group", 150, 1), drawn = 0;
    dice d = {.state = 102};
    samen_network *network = large_network(&d, 4);
    for (int c = 0; c < count; c++) {
        char *one = run_call(network, &calls[c], 1, 1), *again = run_call(network, &calls[c], 2, 1);
        char *two = run_call(network, &calls[c], 1, 2), *zero = run_call(network, &calls[c], 1, 0);
        char *default_again = run_call(network, &calls[c], 2, 0);
        int draws = strstr(one, "draws") != NULL, until_sure = !strstr(calls[c].options, "draws=");
        EXPECT(!strcmp(one, again), "%s of %s", calls[c].measure, calls[c].options);
        EXPECT(!strcmp(zero, default_again), "%s of %s", calls[c].measure, calls[c].options);
        EXPECT((strcmp(one, two) != 0) == draws || (draws && until_sure), "%s of %s",
               calls[c].measure, calls[c].options);
        EXPECT((strcmp(zero, two) != 0) == draws || (draws && until_sure), "%s of %s",
               calls[c].measure, calls[c].options);
        drawn += draws;
        samen_free(one);
        samen_free(again);
        samen_free(two);
        samen_free(zero);
        samen_free(default_again);
    }
    ck_assert_int_ge(drawn, 5);
    samen_network_free(network);
}
END

SUITE("property/runs", tables_are_the_same_to_the_bit_for_any_number_of_threads,
      a_seed_fixes_the_draws_and_another_seed_changes_them)
