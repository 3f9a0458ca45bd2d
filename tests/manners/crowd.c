/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sixteen threads of a host at once, each with as many threads as there are processors: each reads, writes,
 * builds, sees and measures what is its own, and all measure one view that nobody used before. */
#include <pthread.h>

#include "doings.h"
#include "surroundings.h"

enum { CROWD = 16, ROUNDS = SAMEN_THINNED > 1 ? 1 : 3 };

typedef struct member {
    samen_view *shared;
    const char *expected;
    int failed;
} member;

static void *take_part(void *argument) {
    member *m = argument;
    for (int round = 0; round < ROUNDS; round++) {
        scene own = scene_make();
        char *text = all_tables_on(samen_view_retain(m->shared), 0);
        m->failed += !text || strcmp(text, m->expected) != 0;
        free(text);
        for (int i = 0; i < doings_count; i++)
            m->failed += doings[i].go(&own, NULL, NULL) != doings[i].expected;
        samen_view_free(m->shared);
        scene_clear(&own);
    }
    return NULL;
}

/* Oracle: one thread alone, on a view of its own. */
TEST(sixteen_threads_come_to_what_one_comes_to) {
    samen_view *alone = clique_view(60, 1);
    char *expected = all_tables_on(alone, 1), *before = surroundings();
    for (int directed = 1; directed >= 0; directed--) {
        samen_view *shared = clique_view(60, directed), *again = clique_view(60, directed);
        free(expected);
        expected = all_tables_on(again, 1);
        member crowd[CROWD];
        pthread_t threads[CROWD];
        for (int i = 0; i < CROWD; i++) {
            crowd[i] = (member){.shared = shared, .expected = expected};
            ck_assert_int_eq(pthread_create(&threads[i], NULL, take_part, &crowd[i]), 0);
        }
        for (int i = 0; i < CROWD; i++) {
            pthread_join(threads[i], NULL);
            ck_assert_int_eq(crowd[i].failed, 0);
        }
        samen_view_free(shared);
        samen_view_free(again);
    }
    char *after = surroundings();
#if !defined(__SANITIZE_THREAD__) /* which opens files and sets signals when threads first begin */
    ck_assert_str_eq(before, after);
#endif
    free(before);
    free(after);
    free(expected);
    samen_view_free(alone);
}
END

SUITE("manners/crowd", sixteen_threads_come_to_what_one_comes_to)
