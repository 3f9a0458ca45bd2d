/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every allocation of every call that changes a builder is made to fail in turn: the builder then holds what
 * it held, and the same call succeeds. */
#define _GNU_SOURCE
#include "failing.h"

#include "suite.h"

#include "builder_calls.h"

/* What a builder holds, in numbers. */
static void look_at_counts(const samen_network *network, int which, int more_of_each, int added) {
    static const int32_t parts[] = {SAMEN_ORGANISATIONS, SAMEN_TIES, SAMEN_PARTNERSHIPS,
                                    SAMEN_MEMBERSHIPS};
    const int held[] = {2, 1, 1, 1};
    const int more[] = {builder_calls[which].organisations, builder_calls[which].ties,
                        builder_calls[which].partnerships, builder_calls[which].memberships};
    for (int i = 0; i < 4; i++) {
        int count = (int)samen_network_count(network, parts[i]);
        if (count != held[i] + more_of_each + (added ? more[i] : 0))
            ck_abort_msg("%s: %d of part %d", builder_calls[which].name, count, i);
    }
}

/* Some more of everything, so that at some number the room for one of them is full. */
static void add_more(samen_builder *builder, int count) {
    for (int i = 0; i < count; i++) {
        char key[16];
        snprintf(key, sizeof key, "more%d", i);
        NEED(samen_builder_add_organisation(builder, key, NULL, NULL, error));
        NEED(samen_builder_add_tie(builder, "a", key, "action", 1, NULL, NULL, error));
        NEED(samen_builder_add_partnership(builder, key, NULL, "action", NULL, NULL, NULL, error));
        NEED(samen_builder_add_membership(builder, key, key, NULL, NULL, error));
    }
}

/* Fail one allocation, and (`again`) make the same call once more. Gives whether the call got so far. */
static int fail_at(int which, int more_of_each, long point, int again) {
    samen_builder *builder = NULL;
    samen_error error = {0};
    long held = atomic_load(&live);
    builder_network = NULL;
    NEED(samen_builder_new(NULL, &builder, error));
    fill_builder(builder);
    add_more(builder, more_of_each);
    fail_from_now(point);
    samen_status status = builder_calls[which].call(builder, &error);
    int reached = fail_no_more();
    if (status != SAMEN_OK && (status != SAMEN_ERR_MEMORY || error.code != status))
        ck_abort_msg("%s, allocation %ld: %s: %s", builder_calls[which].name, point,
                     samen_status_name(status), error.message);
    int added = status == SAMEN_OK || again;
    if (status != SAMEN_OK && again)
        NEED(builder_calls[which].call(builder, error));
    if (!builder_network)
        NEED(samen_builder_finish(builder, &builder_network, error));
    look_at_counts(builder_network, which, more_of_each, added);
    samen_network_free(builder_network);
    samen_builder_free(builder);
    if (atomic_load(&live) != held)
        ck_abort_msg("%s, allocation %ld leaks %ld blocks", builder_calls[which].name, point,
                     atomic_load(&live) - held);
    return reached;
}

static samen_table *rows(void) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    samen_table *table = NULL;
    int64_t tie = 0;
    OK(samen_builder_new(NULL, &builder, error));
    fill_builder(builder);
    OK(samen_builder_set_text(builder, SAMEN_TIES, 0, "note", "x", error));
    OK(samen_builder_set_number(builder, SAMEN_TIES, 0, "hours", 2.5, error));
    OK(samen_builder_set_date(builder, SAMEN_TIES, 0, "signed", "2024-02-29", error));
    OK(samen_builder_set_yes_no(builder, SAMEN_TIES, 0, "open", 1, error));
    OK(samen_builder_add_tie(builder, "b", "a", "learning", 3, NULL, &tie, error));
    OK(samen_builder_finish(builder, &network, error));
    OK(samen_network_table(network, SAMEN_TIES, &table, error));
    samen_network_free(network);
    samen_builder_free(builder);
    return table;
}

TEST(a_builder_survives_every_failed_allocation) {
    builder_rows = rows();
    for (int which = 0; which < BUILDER_CALLS; which++) {
        long points = 0;
        for (int more = 0; more < 20; more++) {
            long point = 1;
            while (fail_at(which, more, point, 0) && fail_at(which, more, point, 1))
                point++;
            points += point - 1;
        }
        ck_assert_msg(points > 0, "%s has no allocation", builder_calls[which].name);
    }
    samen_table_free(builder_rows);
}
END

SUITE("out of memory, builder", a_builder_survives_every_failed_allocation)
